"""A graph, or part of it, in another format. What may go in: choosing the way to it.

Between RDF of one graph and the same, nothing has to be understood: the triples are sorted. All
else is read into a graph and written from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg import export
from kg.export.rdf import REWRITABLE, broken_file, rewrite_rdf
from kg.export.rdf_order import OtherShapeError
from kg.export.whole import write_file
from kg.graph.description import find_entity
from kg.model import Graph
from kg.picture import MOST, Net, Part
from kg.picture import only as keep_part
from kg.store import holds_readings, read_graph


def export_graph(
    source: Path | str,
    target: Path | str,
    *,
    format: str | None = None,
    min_confidence: float | None = None,
    only: Sequence[str] = (),
    entity: str | None = None,
    hops: int = 1,
    most: int = MOST,
    text: bool = True,
    statements: str = "rdf",
) -> None:
    """Write a graph, or part of it, in another format: whole, or not at all.

    Args:
        source: a graph file of any format, or the folder of a store.
        target: a file or folder; see `write_graph` for `format`, `text` and `statements`.
        min_confidence: the least confidence of statements, 0 to 1.
        only: which statements; see `filter_graph`.
        entity: a label, an alias or an IRI; then what is said about it is kept alone.
        hops: 2 also keeps what is said about what that leads to, and so on.
        most: how many statements a picture draws.

    Raises:
        GraphError: the source cannot be read, or is not a graph of this program.
        InputError: an unknown format, choice or entity.
        OutputError: the file cannot be written, or the graph does not fit the format.
    """
    chosen = export.format_for(target, format)
    whole = min_confidence is None and not only and entity is None
    if chosen.rdf in REWRITABLE and whole and statements == "rdf":
        write = _sorted(source, chosen.rdf, text)
        if write:
            write_file(target, write)
            return
    graph = export.filter_graph(read_graph(source), min_confidence=min_confidence, only=only)
    kept, part = graph, None
    if chosen.drawn or entity is not None:
        kept, part = _part(graph, entity, hops, most)
    export.write_graph(
        kept,
        target,
        format=chosen.name,
        text=text,
        statements=statements,
        part=part if chosen.drawn else None,
    )


def _part(graph: Graph, entity: str | None, hops: int, most: int) -> tuple[Graph, Part]:
    """The graph, or what it says around one entity; and as much of it as a picture shows."""
    net = Net(export.normal(graph))
    if entity is None:
        return graph, net.most_important(most=most)
    centre = [find_entity(graph, entity)]
    everything = net.around(centre, hops=hops, most=len(graph.statements) or 1)
    return keep_part(graph, everything), net.around(centre, hops=hops, most=most)


def _sorted(
    source: Path | str, format: ox.RdfFormat, text: bool
) -> Callable[[IO[bytes]], None] | None:
    """What writes the source's triples in order; None if they have to be read into a graph."""
    try:
        return rewrite_rdf(_triples(source), format=format, text=text)
    except OtherShapeError:
        return None


def _triples(source: Path | str) -> Iterable[ox.Quad]:
    if holds_readings(source):
        # the triples that it keeps will not do: Oxigraph makes 0.80 a 0.8
        raise OtherShapeError(f"{source}: a store is folded")
    syntax = export.format_to_read(source).rdf
    if syntax not in REWRITABLE:
        raise OtherShapeError(f"{source}: of several graphs, escaped, or no RDF")
    return _parsed(Path(source), syntax)


def _parsed(source: Path, syntax: ox.RdfFormat) -> Iterable[ox.Quad]:
    try:
        yield from ox.parse(path=source, format=syntax)
    except (SyntaxError, OSError) as error:
        raise broken_file(source, error, syntax) from error
