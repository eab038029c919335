"""The explorer's index of what is served. What may go in: making it of a file or a store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.explore.index import Index
from kg.export.rdf import parse
from kg.graph.collector import collector_off
from kg.model import Graph
from kg.serve.pages import Pages
from kg.store import read_graph
from kg.store.readings import has_readings


def open_pages(path: Path | str, store: ox.Store, unshown: Callable[[str], None]) -> Pages | None:
    """Make the pages of a graph; None if it is RDF of another kind.

    Args:
        path: an RDF file or the folder of a store, as it was given.
        store: its triples.
        unshown: called with the reason, if there are no pages.
    """
    try:
        with collector_off():
            return Pages(Index(_graph(path, store)), str(path))
    except GraphError as error:
        unshown(str(error))
        return None


def _graph(path: Path | str, store: ox.Store) -> Graph:
    return read_graph(path) if has_readings(path) else parse(store)
