"""Putting a graph into a database. What may go in: which kinds of target there are, and choosing.

A target is an address like `http://localhost:7878/store` or `bolt://localhost:7687`, or a kind and
a folder like `oxigraph:DIR`. To load twice gives the same database, whatever the kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from kg.errors import InputError
from kg.load.outcome import Access, Loaded
from kg.model import Graph

__all__ = ["TARGETS", "Access", "Loaded", "load", "load_path"]


class _Load(Protocol):
    def __call__(
        self, graph: Graph, place: str, *, access: Access, progress: Callable[[int], None]
    ) -> Loaded: ...


def _endpoint() -> _Load:
    from kg.load.endpoint import load_endpoint

    return load_endpoint


def _oxigraph() -> _Load:
    from kg.load.oxigraph import load_oxigraph

    return load_oxigraph


def _ladybug() -> _Load:
    from kg.load.ladybug import load_ladybug

    return load_ladybug


def _bolt() -> _Load:
    try:
        from kg.load.bolt import load_bolt
    except ImportError as error:
        told = "install the extra: pip install 'kg-news[bolt]'"
        raise InputError(f"bolt: needs {error.name}: {told}") from error
    return load_bolt


# +s: encrypted; +ssc: encrypted, whoever has signed the server's certificate
_BOLT = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
TARGETS: Mapping[str, Callable[[], _Load]] = MappingProxyType(
    {"http": _endpoint, "https": _endpoint, "oxigraph": _oxigraph, "ladybug": _ladybug}
    | dict.fromkeys(_BOLT, _bolt)
)
_ON_DISK = ("oxigraph", "ladybug")  # whose place is a path, not an address


def load(
    graph: Graph,
    target: str,
    *,
    access: Access | None = None,
    progress: Callable[[int], None] = lambda count: None,
) -> Loaded:
    """Put a graph into a database.

    Args:
        target: an address, or a kind and a folder.
        access: who loads, and into which graph.
        progress: called with how many parts are in it so far.

    Returns:
        What was put there.

    Raises:
        InputError: no such kind of target; LoadError: the database refuses or is not there.

    Example:
        >>> empty = Graph(articles=(), entities=(), statements=(), base="https://x/")
        >>> load(empty, "x:y")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        kg.errors.InputError: x:y: no such target: choose from http:, https:, oxigraph:, ...
    """
    kind, place = _parted(target)
    return TARGETS[kind]()(graph, place, access=access or Access(), progress=progress)


def load_path(
    path: Path,
    target: str,
    *,
    access: Access | None = None,
    progress: Callable[[int], None] = lambda count: None,
) -> Loaded:
    """Put the graph of a file or a folder into a database; see `load`.

    RDF that can go into a database as it is, does; the database is the same.

    Raises:
        GraphError: there is no graph, or it cannot be read; and what `load` raises.
    """
    kind, place = _parted(target)
    access = access or Access()
    if kind == "oxigraph":
        from kg.load.oxigraph import load_file

        loaded = load_file(path, place, access=access, progress=progress)
        if loaded:
            return loaded
    from kg.store import read_graph

    return load(read_graph(path), target, access=access, progress=progress)


def _parted(target: str) -> tuple[str, str]:
    """The kind of a target, and the place that its way of loading wants."""
    kind, _, rest = target.partition(":")
    if kind not in TARGETS or not rest:
        known = ", ".join(f"{name}:" for name in TARGETS)
        raise InputError(f"{target}: no such target: choose from {known}")
    return kind, rest if kind in _ON_DISK else target
