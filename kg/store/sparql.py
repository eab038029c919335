"""A graph file as a store that answers SPARQL (https://www.w3.org/TR/sparql11-query/).

What may go in: loading RDF, asking, and showing answers as text. Queries see the union of the
file's graphs; `GRAPH ?article { … }` still tells the articles of TriG, N-Quads and JSON-LD apart.
SERVICE is refused: nothing here uses the network.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.export import FORMATS, format_to_read
from kg.export.rdf import broken_file, check_entities
from kg.namespaces import PREFIXES

Results: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
_Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Functions: TypeAlias = Mapping[ox.NamedNode, Callable[..., _Term | None]]

RESULT_FORMATS = ("table", "csv", "tsv", "json", "turtle")
_SERIALIZED = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
}
_KNOWN_PREFIXES = f"known without a declaration are {', '.join(PREFIXES)}"
_FAILURES = (OSError, ValueError, RuntimeError)
_DEEPEST, _LONGEST = 200, 500
_CHAINED = re.compile(
    r"\|\||&&|!(?!=)|[*/+|]|(?<!\^)\^(?!\^)|(?<!\w)-(?!\d)|\b(?:UNION|OPTIONAL|MINUS|BIND|FILTER|EXISTS|GRAPH)\b",
    re.IGNORECASE,
)
# What can hold the word SERVICE without meaning it: strings, IRIs, comments, names.
_PASSED_OVER = re.compile(
    r'"""(?:\\.|(?!""").)*"""'
    r"|'''(?:\\.|(?!''').)*'''"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])*'"
    r'|<[^<>"{}|^`\\\s]*>'
    r"|\#[^\n]*"
    r"|[?$]\w+"
    r"|[\w.-]*:[\w.:%-]*",
    re.DOTALL,
)


def open_file(path: Path | str, *, format: str | None = None) -> ox.Store:
    """Load a graph file into a store in memory.

    Args:
        path: a file in one of the six RDF formats.
        format: its name in `kg.export.FORMATS`; without it the suffix decides.

    Raises:
        GraphError: the file cannot be read, is not RDF, or breaks off; with the line.
    """
    chosen = format_to_read(path, format)
    if chosen.rdf is None:
        known = ", ".join(f.suffix for f in FORMATS.values() if f.rdf)
        raise GraphError(f"{path}: {chosen.name} cannot be queried: export it to one of {known}")
    store = ox.Store()
    try:
        check_entities(Path(path), chosen.rdf)
        store.bulk_load(path=Path(path), format=chosen.rdf)
    except (SyntaxError, OSError) as error:
        raise broken_file(Path(path), error, chosen.rdf) from error
    except GraphError as error:
        raise GraphError(f"{path}: {error}") from error
    return store


def query(
    store: ox.Store,
    sparql: str,
    *,
    prefixes: bool = True,
    functions: Functions | None = None,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> Results:
    """Ask a SPARQL query of the union of a store's graphs, or of those that it names with FROM.

    Args:
        prefixes: declare the project's prefixes, unless the query declares them itself.
        functions: further functions that it may call, by their names.
        default_graphs: IRIs of the graphs to ask instead of the union; FROM does not count then.
        named_graphs: IRIs of the graphs that GRAPH can find; FROM NAMED does not count then.

    Raises:
        QueryError: it does not parse, is nested too deep, or names a SERVICE.

    Example:
        >>> render(query(ox.Store(), "ASK { ?s a kg:Country }"), "table")
        'false\\n'
    """
    if mentions(sparql, "SERVICE"):
        raise QueryError("SERVICE is not answered: kg does not use the network")
    check_size(sparql)
    try:
        return store.query(
            sparql,
            prefixes=PREFIXES if prefixes else {},
            custom_functions=dict(functions or {}),
            **_dataset(sparql, default_graphs, named_graphs),
        )
    except SyntaxError as error:
        raise QueryError(syntax_error(str(error), sparql)) from error
    except _FAILURES as error:
        raise QueryError(f"the query failed: {error}") from error


def check_size(sparql: str) -> None:
    """Check that a query is not so large that Oxigraph runs out of stack, which ends the program.

    It takes a piece of it for each level of brackets and each part of a chain; measured, it holds
    a thousand of the first and three thousand of the second.

    Raises:
        QueryError: it is.

    Example:
        >>> check_size("ASK " + "{" * 1000 + "}" * 1000)
        Traceback (most recent call last):
        kg.errors.QueryError: the query is nested 1000 deep: at most 200
    """
    bare = _PASSED_OVER.sub(" ", sparql)
    deepest = depth = 0
    for bracket in re.findall(r"[][{}()]", bare):
        depth += 1 if bracket in "{[(" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise QueryError(f"the query is nested {deepest} deep: at most {_DEEPEST}")
    parts = sum(1 for _ in _CHAINED.finditer(bare))
    if parts > _LONGEST:
        raise QueryError(f"the query joins {parts} parts by operators: at most {_LONGEST}")


def mentions(sparql: str, keyword: str) -> bool:
    """Tell whether a query has a keyword, outside of strings, IRIs, comments and names.

    Example:
        >>> mentions("ASK { ?from ?p 'FROM' }", "FROM")
        False
    """
    bare = _PASSED_OVER.sub(" ", sparql)
    return bool(re.search(rf"\b{keyword}\b", bare, re.IGNORECASE))


def _dataset(sparql: str, default: Sequence[str], named: Sequence[str]) -> dict[str, Any]:
    """What is asked: https://www.w3.org/TR/sparql11-protocol/#dataset"""
    if default or named:
        # a dataset that the protocol gives has no graph but those that it gives
        return {"default_graph": _iris(default), "named_graphs": _iris(named)}
    return {"use_default_graph_as_union": not mentions(sparql, "FROM")}


def _iris(graphs: Sequence[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(iri) for iri in graphs]
    except ValueError as error:
        raise QueryError(f"not the IRI of a graph: {error}") from error


def render(results: Results, format: str = "table") -> str:
    """Show results as text that ends with a line feed.

    Args:
        results: they are used up.
        format: "table", or "csv", "tsv", "json" (SELECT and ASK), "turtle" (CONSTRUCT, DESCRIBE).

    Raises:
        QueryError: an unknown format, one that does not fit the kind of query, or the query
            fails while it is answered.
    """
    if format not in RESULT_FORMATS:
        raise QueryError(f"unknown format {format!r}: choose from {', '.join(RESULT_FORMATS)}")
    try:
        if isinstance(results, ox.QueryTriples):
            return _triples(results, format)
        if format == "turtle":
            raise QueryError(
                "turtle is for CONSTRUCT and DESCRIBE: choose from table, csv, tsv, json"
            )
        if format != "table":
            text = (results.serialize(format=_SERIALIZED[format]) or b"").decode()
            return text if text.endswith("\n") else text + "\n"
        if isinstance(results, ox.QueryBoolean):
            return "true\n" if results else "false\n"
        names = [variable.value for variable in results.variables]
        return _table(names, ([_shown(term) for term in row] for row in results))
    except _FAILURES as error:
        raise QueryError(f"the query failed: {error}") from error


def shorten(iri: str) -> str:
    """Write an IRI with one of the project's prefixes, when one fits.

    Example:
        >>> shorten("https://kg.example/ontology#uses"), shorten("https://kg.example/id/graph")
        ('kg:uses', 'https://kg.example/id/graph')
    """
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and re.fullmatch(r"[A-Za-z_][\w.-]*", iri[len(start) :]):
            return f"{prefix}:{iri[len(start) :]}"
    return iri


def _triples(results: ox.QueryTriples, format: str) -> str:
    if format not in ("table", "turtle"):
        raise QueryError(f"{format} is for SELECT and ASK: choose from table, turtle")
    found = sorted(set(results), key=str)
    if format == "table":
        return _table(
            ("subject", "predicate", "object"), ([_shown(t) for t in row] for row in found)
        )
    body = ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=_used(found)) or b""
    return body.decode()


def _used(triples: Iterable[ox.Triple]) -> dict[str, str]:
    """At most the prefixes that the triples need."""
    short = {shorten(t.value).partition(":")[0] for row in triples for t in row if _is_iri(t)}
    return {prefix: iri for prefix, iri in PREFIXES.items() if prefix in short}


def _is_iri(term: _Term) -> bool:
    return isinstance(term, ox.NamedNode)


def _shown(term: _Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term)


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns two blanks apart, under their names and a rule; a cell is one line."""
    cells = [[_line(cell) for cell in row] for row in (names, *rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["─" * width for width in widths])
    lines = (
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        for row in cells
    )
    return "".join(line.rstrip() + "\n" for line in lines)


def _line(text: str) -> str:
    """A text without what would break the table or steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def syntax_error(message: str, sparql: str) -> str:
    """One line of the parser's message: where, what stands there, what could stand there."""
    found = re.match(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", message, re.DOTALL)
    if not found:
        return f"not SPARQL: {' '.join(message.split())}"
    line, column, expected = int(found[1]), int(found[2]), found[3]
    text = sparql.split("\n")[line - 1]
    place = f"not SPARQL: line {line}, column {column}: "
    # what is left out are sets of characters: ['0'..='9']
    tokens = " ".join(re.sub(r"\['.*?'\]|\[_\]", "", expected, flags=re.DOTALL).split())
    kinds = [t for t in (t.strip(" |,") for t in tokens.split(", ")) if t]
    if "Prefix not found" in kinds:
        names = re.findall(r"([\w.-]*:)\S*", text[: column - 1])
        return f"{place}prefix {names[-1] if names else ''} is not declared: {_KNOWN_PREFIXES}"
    sentences = [kind for kind in kinds if " " in kind and not kind.startswith('"')]
    if sentences:
        return place + "; ".join(sentences)
    place += f"unexpected {rest[:30]!r}" if (rest := text[column - 1 :].strip()) else "incomplete"
    more = ", …" if len(kinds) > 12 else ""
    return f"{place}; expected {', '.join(kinds[:12])}{more}" if kinds else place
