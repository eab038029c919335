"""Graph files: the table of formats, and writing and reading by name or suffix.

What may go in: the table and what every format shares. A format is added by a row and its file.
networkx and pyarrow are imported when a format that needs them is used, not before.

Example:
    >>> [format_for("graph.ttl").name, format_for("graph", "jsonl").name]
    ['turtle', 'jsonl']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import GraphError, InputError
from kg.export.cyjs import read_cyjs, write_cyjs
from kg.export.cypher import write_cypher
from kg.export.dot import write_dot
from kg.export.graphml import read_graphml, write_graphml
from kg.export.jsonl import read_jsonl, write_jsonl
from kg.export.normal import normal
from kg.export.page import write_page
from kg.export.png import write_png
from kg.export.rdf import FORMS, asserted, check_form, read_rdf, write_rdf
from kg.export.selection import CHOICES, filter_graph
from kg.export.svg import write_svg
from kg.export.tables_csv import CSV_FILES, read_csv, write_csv
from kg.export.tables_parquet import PARQUET_FILES, read_parquet, write_parquet
from kg.export.whole import write_file, write_folder
from kg.model import Graph
from kg.picture import Part

__all__ = [
    "CHOICES",
    "FORMATS",
    "FORMS",
    "Format",
    "asserted",
    "filter_graph",
    "format_for",
    "format_to_read",
    "has_files",
    "normal",
    "read_graph",
    "write_graph",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of graph files: its name, its suffix, how to write and read it.

    `write(graph, handle, text=…)` writes to a binary handle. A format of several files names them
    in `files`: its path is a folder, and `write(graph, folder, text=…)` fills an empty one. `read`
    is None if the format is only written; `rdf` is None unless SPARQL can be asked of the file.
    `drawn` tells that `write` takes a `part` of the graph to draw.
    """

    name: str
    suffix: str
    write: Callable[..., None]
    read: Callable[[Path], Graph] | None = None
    rdf: ox.RdfFormat | None = None
    files: tuple[str, ...] = ()
    drawn: bool = False


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
            Format(name="cyjs", suffix=".cyjs", write=write_cyjs, read=read_cyjs),
            Format(name="dot", suffix=".dot", write=write_dot),
            Format(name="csv", suffix=".csv", write=write_csv, read=read_csv, files=CSV_FILES),
            Format(name="cypher", suffix=".cypher", write=write_cypher),
            Format(
                name="parquet",
                suffix=".parquet",
                write=write_parquet,
                read=read_parquet,
                files=PARQUET_FILES,
            ),
            Format(name="jsonl", suffix=".jsonl", write=write_jsonl, read=read_jsonl),
            Format(name="svg", suffix=".svg", write=write_svg, drawn=True),
            Format(name="png", suffix=".png", write=write_png, drawn=True),
            Format(name="html", suffix=".html", write=write_page, drawn=True),
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


def has_files(path: Path | str) -> bool:
    """Tell whether a path's suffix is that of a format of several files, which is a folder.

    Example:
        >>> has_files("news.csv"), has_files("news.ttl")
        (True, False)
    """
    suffix = Path(path).suffix.lower()
    return any(format.suffix == suffix for format in FORMATS.values() if format.files)


def format_to_read(path: Path | str, name: str | None = None) -> Format:
    """Find the format of a file that is there; see `format_for`.

    Raises:
        GraphError: unknown.
    """
    try:
        return format_for(path, name)
    except InputError as error:
        raise GraphError(str(error)) from error


def write_graph(
    graph: Graph,
    path: Path | str,
    *,
    format: str | None = None,
    text: bool = True,
    statements: str = "rdf",
    part: Part | None = None,
) -> None:
    """Write a graph to a file or folder: whole, or not at all. Missing folders are made.

    Args:
        path: a device or pipe (`/dev/stdout`) is written to directly; a format of several files
            makes a folder of it.
        format: a name of FORMATS; without it the suffix decides.
        text: False leaves the articles' full text out.
        statements: in RDF, the form of statements, one of FORMS: plain reification, triple terms
            of RDF 1.2, or a named graph for each that becomes a direct triple.
        part: in a picture, what to draw; without it, the most important statements.

    Raises:
        InputError: an unknown format, or one that does not hold statements of that form; or what
            the format needs is not installed.
        OutputError: the file cannot be written, or the graph does not fit the format.
    """
    chosen = format_for(path, format)
    write = partial(chosen.write, graph, text=text)
    if chosen.rdf:
        check_form(chosen.rdf, statements)
        write = partial(write, statements=statements)
    elif statements != "rdf":
        raise InputError(f"{path}: {chosen.name} is not RDF: it has one form of statements")
    if chosen.drawn:
        write = partial(write, part=part)
    if chosen.files:
        write_folder(path, write, files=chosen.files)
    else:
        write_file(path, write)


def read_graph(path: Path | str, *, format: str | None = None) -> Graph:
    """Read a graph file of any format.

    Args:
        format: a name of FORMATS; without it the suffix decides.

    Raises:
        GraphError: an unknown suffix, an unreadable file, or not a graph of this program.
    """
    chosen = format_to_read(path, format)
    if chosen.read is None:
        known = ", ".join(one.suffix for one in FORMATS.values() if one.read)
        raise GraphError(f"{path}: {chosen.name} is only written, not read: give one of {known}")
    return chosen.read(Path(path))
