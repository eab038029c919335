"""Graph files: the table of formats, and writing and reading by name or suffix.

What may go in: the table and what every format shares. A format is added by a row and its file.
networkx is imported when GraphML is used, not before.

Example:
    >>> [format_for("graph.ttl").name, format_for("graph", "jsonl").name]
    ['turtle', 'jsonl']
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import get_ident
from types import MappingProxyType
from typing import IO

import pyoxigraph as ox

from kg.errors import GraphError, InputError, OutputError
from kg.export.graphml import read_graphml, write_graphml
from kg.export.jsonl import read_jsonl, write_jsonl
from kg.export.normal import normal
from kg.export.rdf import asserted, read_rdf, write_rdf
from kg.export.selection import CHOICES, filter_graph
from kg.model import Graph

__all__ = [
    "CHOICES",
    "FORMATS",
    "Format",
    "asserted",
    "filter_graph",
    "format_for",
    "normal",
    "read_graph",
    "write_graph",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of graph files: its name, its suffix, how to write and read it.

    `write(graph, handle, text=…)` writes to a binary handle; `rdf` is None unless SPARQL can be
    asked of the file.
    """

    name: str
    suffix: str
    write: Callable[..., None]
    read: Callable[[Path], Graph]
    rdf: ox.RdfFormat | None = None


def _rdf(name: str, suffix: str, syntax: ox.RdfFormat) -> Format:
    write, read = partial(write_rdf, format=syntax), partial(read_rdf, format=syntax)
    return Format(name=name, suffix=suffix, write=write, read=read, rdf=syntax)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format.name: format
        for format in (
            _rdf("turtle", ".ttl", ox.RdfFormat.TURTLE),
            _rdf("ntriples", ".nt", ox.RdfFormat.N_TRIPLES),
            _rdf("nquads", ".nq", ox.RdfFormat.N_QUADS),
            _rdf("trig", ".trig", ox.RdfFormat.TRIG),
            _rdf("jsonld", ".jsonld", ox.RdfFormat.JSON_LD),
            _rdf("rdfxml", ".rdf", ox.RdfFormat.RDF_XML),
            Format(name="graphml", suffix=".graphml", write=write_graphml, read=read_graphml),
            Format(name="jsonl", suffix=".jsonl", write=write_jsonl, read=read_jsonl),
        )
    }
)


def format_for(path: Path | str, name: str | None = None) -> Format:
    """Find the format of a file, by name or else by suffix.

    Raises:
        InputError: no format has that name or suffix; the message lists them all.
    """
    if name is not None:
        if name not in FORMATS:
            raise InputError(f"unknown format {name!r}: choose from {', '.join(FORMATS)}")
        return FORMATS[name]
    suffix = Path(path).suffix.lower()
    for format in FORMATS.values():
        if format.suffix == suffix:
            return format
    known = ", ".join(f"{f.suffix} ({f.name})" for f in FORMATS.values())
    raise InputError(f"{path}: unknown suffix {suffix!r}: use one of {known}, or name a format")


def write_graph(
    graph: Graph, path: Path | str, *, format: str | None = None, text: bool = True
) -> None:
    """Write a graph to a file: whole, or not at all. Missing folders are made.

    Args:
        path: a device or pipe (`/dev/stdout`) is written to directly.
        format: a name of FORMATS; without it the suffix decides.
        text: False leaves the articles' full text out.

    Raises:
        InputError: an unknown format.
        OutputError: the file cannot be written, or the graph does not fit the format.
    """
    write_file(path, partial(format_for(path, format).write, graph, text=text))


def write_file(path: Path | str, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file whole, or not at all. Missing folders are made.

    Args:
        path: a device or pipe (`/dev/stdout`) is written to directly.
        write: puts the content into a binary handle.

    Raises:
        OutputError: the file cannot be written.
    """
    target = Path(os.path.realpath(path)) if Path(path).is_file() else Path(path)
    try:
        if target.exists() and not (target.is_file() or target.is_dir()):
            with target.open("wb") as handle:
                write(handle)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, write)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
    except OutputError as error:
        raise OutputError(f"{path}: {error}") from error


def _replace(target: Path, write: Callable[[IO[bytes]], None]) -> None:
    temporary = target.with_name(f".kg-{os.getpid()}-{get_ident()}.tmp")
    try:
        with temporary.open("wb") as handle:
            write(handle)
        os.replace(temporary, target)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def read_graph(path: Path | str, *, format: str | None = None) -> Graph:
    """Read a graph file of any format.

    Args:
        format: a name of FORMATS; without it the suffix decides.

    Raises:
        GraphError: an unknown suffix, an unreadable file, or not a graph of this program.
    """
    try:
        chosen = format_for(path, format)
    except InputError as error:
        raise GraphError(str(error)) from error
    return chosen.read(Path(path))
