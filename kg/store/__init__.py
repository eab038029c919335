"""Graphs that can be asked: a persisted graph that grows, and SPARQL over any graph.

What may go in: what a GRAPH on the command line can be: a file, the folder of a store, or the
folder that a format of several files is, or of a database that `kg load` made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg import export
from kg.model import Graph
from kg.store import sparql
from kg.store.database import is_database, open_database, read_database
from kg.store.folded import fold_store, open_triples
from kg.store.named import NamedQuery, ask_named, find_query, given, load_queries
from kg.store.readings import has_readings, is_store, writing
from kg.store.sparql import RESULT_FORMATS, Results, query, render, shorten

__all__ = [
    "RESULT_FORMATS",
    "NamedQuery",
    "Results",
    "ask_named",
    "find_query",
    "given",
    "load_queries",
    "open_store",
    "query",
    "read_graph",
    "remove_articles",
    "render",
    "shorten",
]


def open_store(path: Path | str, *, format: str | None = None) -> ox.Store:
    """Open a store's folder, or load a graph file into memory, so that SPARQL can be asked.

    Args:
        path: a folder that `kg build --store` or `kg load` made, or a file in one of the six RDF
            formats.
        format: a file's, by its name in `kg.export.FORMATS`; without it the suffix decides.

    Raises:
        GraphError: it cannot be read, is not RDF, or breaks off; with the line.
    """
    if is_database(path):
        return open_database(path)
    if holds_readings(path, format):
        return open_triples(path)
    return sparql.open_file(path, format=format)


def read_graph(
    path: Path | str,
    *,
    format: str | None = None,
    unapplied: Callable[[str], None] | None = None,
) -> Graph:
    """Read the graph of a store's folder or of a database's, or a graph file of any format.

    Args:
        format: a file's, by its name in `kg.export.FORMATS`; without it the suffix decides.
        unapplied: called with a line for each of a store's decisions that no longer applies.

    Raises:
        GraphError: an unknown suffix, an unreadable file or store, or not a graph of this program.
    """
    if is_database(path):
        return read_database(path)
    if holds_readings(path, format):
        return fold_store(path, unapplied=unapplied)
    return export.read_graph(path, format=format)


def holds_readings(path: Path | str, format: str | None = None) -> bool:
    """Tell a store's folder from a graph file, and from the folder of a format of several files.

    Args:
        format: a file's, by its name in `kg.export.FORMATS`; without it the suffix decides.
    """
    return is_store(path) and not _is_tables(path, format)


def _is_tables(path: Path | str, format: str | None) -> bool:
    if format is not None and format in export.FORMATS:
        return bool(export.FORMATS[format].files)
    return export.has_files(path) and not has_readings(path)


def remove_articles(path: Path | str, articles: Sequence[str]) -> int:
    """Take articles out of a store: all of them, or none.

    Returns:
        How many articles the store still has.

    Raises:
        GraphError: there is no such store or article.
    """
    with writing(path) as readings:
        readings.remove(articles)
        return readings.counts()[0]
