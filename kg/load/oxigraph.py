"""Into the folder of an Oxigraph database (https://github.com/oxigraph/oxigraph).

What may go in: that. The same folder is served by `oxigraph serve --location DIR`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import LoadError
from kg.load.outcome import Access, Loaded
from kg.load.triples import batches
from kg.model import Graph


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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = ox.Store(place)
        sent = many = 0
        for part in batches(graph, access):
            store.bulk_extend(part)
            sent, many = sent + len(part), many + 1
            progress(sent)
        store.flush()
    except OSError as error:
        raise LoadError(f"{place}: cannot be written: {error.strerror or error}") from error
    return Loaded(what=(("triples", sent),), batches=many, tries=many)
