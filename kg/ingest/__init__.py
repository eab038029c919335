"""Ingest: files, folders and standard input become articles.

What may go in here: readers of article formats. The stage knows nothing of language or graphs, and
imports only `kg.model`, `kg.errors`, `kg.limits` and, when a format is read that needs one, the
library for it.
"""

from kg.ingest.options import Options, columns_of
from kg.ingest.reader import READERS, read_articles
from kg.model import Skip

__all__ = ["READERS", "Options", "Skip", "columns_of", "read_articles"]
