"""The explorer's index of what is served. What may go in: making it of a file or a store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.explore.details import StoreDetails
from kg.explore.index import Index
from kg.export.rdf import parse
from kg.graph.collector import collector_off
from kg.graph.resolution import Identities
from kg.serve.pages import Pages
from kg.store.folded import fold_store
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
            if has_readings(path):
                return _of_store(Path(path))
            return Pages(Index(parse(store)), str(path))
    except GraphError as error:
        unshown(str(error))
        return None


def _of_store(path: Path) -> Pages:
    """Pages of a store, which also knows of mentions and rejects."""
    iris: dict[tuple[str, str], str] = {}

    def keep(found: Identities) -> None:
        iris.update((local, iri) for local, iri in found.iris.items() if iri != local[1])

    graph = fold_store(path, identified=keep, keep=tuple)
    return Pages(Index(graph), str(path), StoreDetails(path, iris))
