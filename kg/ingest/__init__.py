"""Ingest: files, folders and standard input become articles.

What may go in here: readers of article formats. The stage knows nothing of language or graphs, and
imports only `kg.model`, `kg.errors` and, when HTML is read, trafilatura.
"""

from kg.ingest.reader import READERS, Skip, read_articles

__all__ = ["READERS", "Skip", "read_articles"]
