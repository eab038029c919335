"""Graph ↔ RDF files, in six syntaxes, over pyoxigraph.

What may go in: bytes in and out; the shape of the graph is in `rdf_rows.py` and `rdf_graph.py`.

Limits: RDF holds sets, so roles, aliases and links are read back sorted (`normal`). XML cannot
hold most control characters, and a lone carriage return becomes a line feed in it: a literal with
one is written to RDF/XML as `["text","datatype"]`, JSON in ASCII, with the datatype `kg:escaped`.
Half surrogate pairs, which no RDF syntax holds, and U+FFFE and U+FFFF, which some parsers refuse,
are written so everywhere. Turtle, N-Triples and RDF/XML hold one graph; N-Quads, TriG and JSON-LD
hold one named graph for each article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import IO, cast
from xml.parsers import expat

import pyoxigraph as ox

from kg.errors import GraphError, InputError, OutputError
from kg.export.normal import normal
from kg.export.rdf_graph import parse
from kg.export.rdf_order import OtherShapeError, in_order
from kg.export.rdf_rows import (
    FORMS,
    Form,
    Object,
    Row,
    article_rows,
    asserted,
    fact_row,
    shared_rows,
    statement_rows,
)
from kg.model import Evidence, Graph, Statement
from kg.namespaces import NIF, PREFIXES, XSD, article_iri, statement_iri
from kg.vocabulary import TERMS

__all__ = [
    "FORMS",
    "asserted",
    "broken_file",
    "check_entities",
    "generate",
    "parse",
    "read_rdf",
    "write_rdf",
]

REWRITABLE = (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES)  # one graph, and nothing escaped
_USED = ("kg", "rdf", "rdfs", "xsd", "skos", "prov", "schema", "nif", "sem")
_NOT_RDF = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_rdf(
    graph: Graph,
    output: IO[bytes],
    *,
    format: ox.RdfFormat,
    text: bool = True,
    statements: Form = "rdf",
) -> None:
    """Write a graph as RDF; equal graphs give equal bytes.

    Args:
        output: a binary handle; it is written in pieces.
        format: any of pyoxigraph's.
        text: False leaves the articles' full text out; evidence sentences stay.
        statements: the form of statements, one of FORMS.

    Raises:
        InputError: the syntax cannot hold statements of that form.
        OutputError: the graph holds a name that is no IRI.
    """
    check_form(format, statements)
    quads = generate(
        graph,
        named=format.supports_datasets,
        text=text,
        xml=format == ox.RdfFormat.RDF_XML,
        statements=statements,
    )
    _serialize(quads, output, format)


def rewrite_rdf(
    quads: Iterable[ox.Quad], *, format: ox.RdfFormat, text: bool = True
) -> Callable[[IO[bytes]], None]:
    """Sort the triples of a graph that `write_rdf` wrote, so that they can be written as it does.

    Args:
        quads: of one graph, in any order.
        format: Turtle or N-Triples.
        text: False leaves the articles' full text out.

    Returns:
        What writes them to a binary handle.

    Raises:
        OtherShapeError: the triples have to be read into a graph.
    """
    if format not in REWRITABLE:
        raise OtherShapeError(format.name)
    kept = quads if text else (q for q in quads if q.predicate.value != NIF["isString"])
    return partial(_serialize, in_order(kept), format=format)


def _serialize(quads: Iterable[ox.Quad], output: IO[bytes], format: ox.RdfFormat) -> None:
    prefixes = {name: PREFIXES[name] for name in _USED}
    with _SortedHeader(output) as out:
        ox.serialize(quads, cast("IO[bytes]", out), format=format, prefixes=prefixes)


def check_form(format: ox.RdfFormat, statements: str) -> None:
    """Check that a syntax holds statements of a form.

    Raises:
        InputError: there is no such form, or the syntax cannot hold it.

    Example:
        >>> check_form(ox.RdfFormat.TURTLE, "graph")
        Traceback (most recent call last):
        kg.errors.InputError: Turtle holds one graph, so no statement has one of its own: use ...
    """
    if statements not in FORMS:
        raise InputError(f"no form of statements {statements!r}: choose from {', '.join(FORMS)}")
    if statements == "graph" and not format.supports_datasets:
        raise InputError(
            f"{format.name} holds one graph, so no statement has one of its own: use N-Quads,"
            " TriG or JSON-LD"
        )
    if statements == "rdf12" and format == ox.RdfFormat.JSON_LD:
        raise InputError("JSON-LD holds no triple terms of RDF 1.2: use another syntax")


def read_rdf(path: Path, *, format: ox.RdfFormat) -> Graph:
    """Read a graph that `write_rdf` wrote, or that another tool rewrote.

    Raises:
        GraphError: the file cannot be read, is no such RDF, or is not a graph of this program.
    """
    try:
        check_entities(path, format)
        return parse(ox.parse(path=path, format=format))
    except (SyntaxError, OSError) as error:
        raise broken_file(path, error, format) from error
    except GraphError as error:
        raise GraphError(f"{path}: {error}") from error


def check_entities(document: Path | bytes, format: ox.RdfFormat) -> None:
    """Refuse RDF/XML whose entities grow out of bounds when they are replaced ("a billion laughs").

    Oxigraph replaces them whatever becomes of it; expat, which XML is read with elsewhere here,
    stops at a hundred times the size of the document, from 8 MB on.

    Raises:
        GraphError: they grow so, or are not XML.
        OSError: the file cannot be read.
    """
    if format != ox.RdfFormat.RDF_XML:
        return
    data = document if isinstance(document, bytes) else document.read_bytes()
    if b"<!ENTITY" not in data.replace(b"\0", b""):  # of UTF-16, too
        return
    try:
        expat.ParserCreate().Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise GraphError(f"entities that cannot be replaced: {error}") from error


def broken_file(path: Path, error: SyntaxError | OSError, format: ox.RdfFormat) -> GraphError:
    """Say which file, and where, is not the RDF that it should be."""
    if isinstance(error, OSError):
        reason = error.strerror or re.sub(r" \(os error \d+\)$", "", str(error))
        return GraphError(f"{path}: cannot be read: {reason}")
    place = f"{path}:{error.lineno}" if error.lineno else str(path)
    reason = error.msg.removeprefix("Parser error at ")
    shown = "".join(c if c.isprintable() else "�" for c in reason)
    return GraphError(f"{place}: not {format.name}: {shown}")


def generate(
    graph: Graph,
    *,
    named: bool = False,
    text: bool = True,
    xml: bool = False,
    statements: Form = "rdf",
) -> Iterator[ox.Quad]:
    """Give a graph's triples in a fixed order.

    Args:
        named: each article's triples in a named graph of the article's IRI; else all in one.
        text: False leaves the articles' full text out.
        xml: escape what XML cannot hold.
        statements: the form of statements, one of FORMS; "graph" needs `named`.
    """
    forbidden = _NOT_XML if xml else _NOT_RDF
    for name, rows in (_named if named else _together)(graph, text, statements):
        graph_name = (_node(name),) if name else ()  # passing DefaultGraph costs twice the time
        last, about = "", ox.NamedNode("about:blank")
        for subject, predicate, value in rows:
            if subject is not last:  # rows of one subject come together
                last, about = subject, _node(subject)
            yield ox.Quad(about, _predicate(predicate), _term(value, forbidden), *graph_name)


def _term(value: Object, forbidden: re.Pattern[str]) -> ox.NamedNode | ox.Literal | ox.Triple:
    if isinstance(value, str):
        return _node(value)
    if len(value) == 2:
        return _literal(*value, forbidden)
    subject, predicate, object_ = value
    return ox.Triple(_node(subject), _predicate(predicate), _term(object_, forbidden))


def _together(graph: Graph, text: bool, form: Form) -> Iterator[tuple[str | None, Iterator[Row]]]:
    graph = normal(graph)
    copied = _copied(graph)
    yield None, shared_rows(graph)
    for article in graph.articles:
        yield None, article_rows(article, graph.base, copied, text=text)
    yield None, statement_rows(((s, s.evidence) for s in graph.statements), graph, form)


def _named(graph: Graph, text: bool, form: Form) -> Iterator[tuple[str | None, Iterator[Row]]]:
    """A statement read from several articles is in each one's graph, with the evidence of it."""
    graph = normal(graph)
    parts: dict[str, list[tuple[Statement, tuple[Evidence, ...]]]] = {}
    loose = [(s, s.evidence) for s in graph.statements if not s.evidence]
    for statement in graph.statements:
        by_article: dict[str, list[Evidence]] = {}
        for item in statement.evidence:
            by_article.setdefault(item.article, []).append(item)
        for article, items in by_article.items():
            parts.setdefault(article, []).append((statement, tuple(items)))
    yield None, shared_rows(graph)
    yield None, statement_rows(loose, graph, form)
    if form == "graph":
        facts = (s for s in graph.statements if asserted(s, graph.assertion))
        yield from ((statement_iri(graph.base, s.id), fact_row(s)) for s in facts)
    copied = _copied(graph)
    for one in graph.articles:
        name = article_iri(graph.base, one.id)
        yield name, article_rows(one, graph.base, copied, text=text)
        yield name, statement_rows(parts.get(one.id, ()), graph, form)


def _copied(graph: Graph) -> dict[str, str]:
    """The first article of each text that has copies, by the others."""
    return {id: first for first, *others in graph.copies for id in others}


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise OutputError(f"cannot be written as RDF: {iri!r} is no absolute IRI") from error


_predicate = lru_cache(maxsize=1000)(_node)


def _literal(text: str, datatype: str, forbidden: re.Pattern[str]) -> ox.Literal:
    if forbidden.search(text):
        return ox.Literal(json.dumps([text, datatype]), datatype=_node(TERMS["escaped"]))
    if datatype == XSD["string"]:
        return ox.Literal(text)
    return ox.Literal(text, datatype=_node(datatype))


class _SortedHeader:
    """A handle that sorts the prefix declarations: pyoxigraph orders them by a hash.

    The header is short, so it is in the first piece that is written.
    """

    def __init__(self, output: IO[bytes]) -> None:
        self.output = output
        self.head = b""
        self.is_written = False

    def __enter__(self) -> _SortedHeader:
        return self

    def __exit__(self, *_: object) -> None:
        if not self.is_written:
            self.output.write(self._sorted(self.head))

    def write(self, data: bytes) -> int:
        if self.is_written:
            return self.output.write(data)
        self.head += data
        if len(self.head) >= 4096:
            self.output.write(self._sorted(self.head))
            self.is_written = True
        return len(data)

    def flush(self) -> None:
        """Nothing: the owner of the handle flushes it."""

    @staticmethod
    def _sorted(head: bytes) -> bytes:
        lines = head.split(b"\n")
        if head.startswith(b"@prefix"):
            count = sum(1 for line in lines if line.startswith(b"@prefix"))
            lines[:count] = sorted(lines[:count])
        elif head.startswith(b"<?xml") and len(lines) > 1:
            names = re.findall(rb' xmlns:\w+="[^"]*"', lines[1])
            lines[1] = b"<rdf:RDF" + b"".join(sorted(names)) + b">"
        return b"\n".join(lines)
