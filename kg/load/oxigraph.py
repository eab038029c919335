"""Into the folder of an Oxigraph database (https://github.com/oxigraph/oxigraph).

What may go in: that. The same folder is served by `oxigraph serve --location DIR`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import LoadError
from kg.export import format_to_read
from kg.load.outcome import Access, Loaded
from kg.load.triples import graph_name, triples
from kg.model import Graph
from kg.store.database import fill_folder


def load_oxigraph(
    graph: Graph, place: str, *, access: Access, progress: Callable[[int], None]
) -> Loaded:
    """Add a graph to a folder, which is made if missing; what it holds already stays.

    Raises:
        LoadError: the folder holds something else, is in use, or cannot be written.
    """
    folder = Path(place)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "CURRENT").is_file():
        raise LoadError(
            f"{place}: holds other files, not an Oxigraph database: name another folder"
        )
    count = _Count(progress, access.batch)
    made = count.through(triples(graph, access))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = ox.Store(place)
        store.bulk_extend(made)
        store.flush()
    except OSError as error:
        raise LoadError(f"{place}: cannot be written: {error.strerror or error}") from error
    progress(count.passed)
    return Loaded(what=(("triples", count.passed),), batches=1, tries=1)


def load_file(
    path: Path, place: str, *, access: Access, progress: Callable[[int], None]
) -> Loaded | None:
    """Make a folder of a file's triples as they are, which takes half the time of reading a graph.

    Returns:
        None if that cannot be: there is such a folder, the articles' text is left out, or the file
        is no RDF of one graph in the shape that it would be loaded in.

    Raises:
        GraphError: the file cannot be read; LoadError: the folder cannot be written.
    """
    folder = Path(place)
    syntax = None if path.is_dir() or not access.text else format_to_read(path).rdf
    if syntax is None or folder.exists():
        return None
    try:
        count = fill_folder(path, folder, format=syntax, name=graph_name(access))
    except OSError as error:
        raise LoadError(f"{place}: cannot be written: {error.strerror or error}") from error
    if count is None:
        return None
    progress(count)
    return Loaded(what=(("triples", count),), batches=1, tries=1)


class _Count:
    """How many triples have passed; it is told every `step` of them."""

    def __init__(self, progress: Callable[[int], None], step: int) -> None:
        self.progress, self.step, self.passed = progress, step, 0

    def through(self, made: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """Hand each on."""
        for self.passed, quad in enumerate(made, 1):
            yield quad
            if self.passed % self.step == 0:
                self.progress(self.passed)
