"""The folder of an Oxigraph database that holds a graph, as `kg load` makes it.

What may go in: telling such a folder from others, opening it, and making one of an RDF file.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.export.rdf import REWRITABLE, broken_file
from kg.export.rdf_graph import parse
from kg.model import Graph
from kg.namespaces import PREFIXES, ontologies_folder
from kg.store.readings import has_readings

_FILE = "CURRENT"  # RocksDB, which Oxigraph keeps its data with, has it in every folder


def is_database(path: Path | str) -> bool:
    """Tell whether a path is the folder of a database, and not of a store of ours."""
    return (Path(path) / _FILE).is_file() and not has_readings(path)


def open_database(path: Path | str) -> ox.Store:
    """Open a database to be read.

    Raises:
        GraphError: it is damaged, or not Oxigraph's.
    """
    try:
        return ox.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise GraphError(f"{path}: cannot be read as an Oxigraph database: {error}") from error


def read_database(path: Path | str) -> Graph:
    """Read the graph that a database holds.

    Raises:
        GraphError: it cannot be read, or holds no graph of this program, or several.
    """
    try:
        return parse(iter(open_database(path)))
    except GraphError as error:
        told = str(error)
        raise GraphError(told if told.startswith(str(path)) else f"{path}: {told}") from error


def fill_folder(
    path: Path, folder: Path, *, format: ox.RdfFormat, name: ox.NamedNode | ox.DefaultGraph
) -> int | None:
    """Make a database of an RDF file: whole, or not at all.

    The file is not read into a `Graph`, which would take twice the time; the database is asked
    instead whether what a graph needs is there.

    Args:
        folder: where it is to be; nothing is there.
        format: of the file.
        name: the graph to load into.

    Returns:
        How many triples it holds; None, and no folder, if the file has to be read into a `Graph`,
        since it is of another syntax or shape.

    Raises:
        GraphError: the file is not of that format.
        OSError: the folder cannot be written.
    """
    if format not in REWRITABLE:
        return None
    with half_made(folder) as temporary:
        try:
            made = ox.Store(str(temporary))
            made.bulk_load(path=path, format=format, to_graph=name)
            made.flush()
        except SyntaxError as error:
            raise broken_file(path, error, format) from error
        if not _is_whole(made):
            return None
        count = len(made)
        del made  # closes it
        temporary.rename(folder)
    return count


@contextmanager
def half_made(folder: Path) -> Iterator[Path]:
    """Give a name beside a folder's for what is half-made; what still has it at the end is removed.

    Raises:
        OSError: the folder above cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = folder.with_name(f".{folder.name}-{os.getpid()}")
    try:
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _is_whole(store: ox.Store) -> bool:
    """Tell whether a store holds one graph of ours, in the form "rdf", and all that it names."""
    sparql = (ontologies_folder() / "whole-graph.rq").read_text("utf-8")
    found = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
    return bool(found)
