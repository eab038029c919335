"""Graph → a Cypher script (https://opencypher.org/), one statement a line, for `cypher-shell -f`.

What may go in: Cypher's literals and the script; which properties say what is in
`property_rows.py`. Running it twice gives the same graph: nodes and relationships are merged by
their id, and their properties replaced.

Limits: written, not read back. A property that is unknown or an empty list is left out, as Cypher
does. Half surrogate pairs, which no database holds, become `\\u` and four hexadecimal digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO

from kg.export.property_rows import Cell, labels, tables, type_name
from kg.model import Graph
from kg.namespaces import article_iri

_LABELS = {"evidence": "Evidence", "articles": "Article", "graph": "Graph"}
_KINDS = ("Entity", "Literal", "Nothing", *_LABELS.values())
_QUOTED = {
    "\\": "\\\\",
    "\\u": "\\\\' + 'u",
    "'": "\\'",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}
_SPECIAL = re.compile("\\\\u?|['\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|[\ud800-\udfff]")


def write_cypher(graph: Graph, output: IO[bytes], *, text: bool = True) -> None:
    """Write a graph as a Cypher script; equal graphs give equal bytes.

    Args:
        output: a binary handle; it is written in pieces.
        text: False leaves the articles' full text out; evidence sentences stay.
    """
    for line in generate(graph, text=text):
        output.write(line.encode() + b"\n")


def generate(graph: Graph, *, text: bool = True) -> Iterator[str]:
    """Give the script's lines: constraints, nodes, then relationships."""
    rows = tables(graph, text=text)
    for kind in _KINDS:
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{kind}) REQUIRE n.id IS UNIQUE;"
    kinds: dict[str, str] = {}
    for row in rows["nodes"]:
        first, *more = labels(row)
        kinds[str(row["id"])] = first
        yield f"MERGE (n:{first} {_id(row)}) SET n = {_map(row)};"
        for name in more:  # ArcadeDB fails if a node gets its label where it is made
            yield f"MATCH (n:{first} {_id(row)}) SET n:`{name}`;"
    for table, kind in _LABELS.items():
        for row in rows[table]:
            yield f"MERGE (n:{kind} {_id(row)}) SET n = {_map(row)};"
    for row in rows["edges"]:
        yield _edge(row, kinds)
    yield from _read_from(graph)


def literal(value: Cell) -> str:
    """Write a value so that it is a value and nothing else, whatever it holds.

    Some databases read `\\u` and four digits anywhere in a script as a character, before they look
    for the ends of texts; so a `\\` before a `u` of the text is kept away from it.

    Example:
        >>> print(literal("it's"), literal(["a", "b"]), literal(0.5), literal("C:\\\\u0027"))
        'it\\'s' ['a', 'b'] 0.5 'C:\\\\' + 'u0027'
    """
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if not isinstance(value, str):
        return str(value).lower()
    return f"'{_SPECIAL.sub(_escaped, value)}'"


def _escaped(found: re.Match[str]) -> str:
    if found[0] in _QUOTED:
        return _QUOTED[found[0]]
    code = f"u{ord(found[0]):04x}"
    return f"\\\\' + '{code}" if "\ud800" <= found[0] <= "\udfff" else f"\\{code}"


def _id(row: Mapping[str, Cell]) -> str:
    return f"{{id: {literal(row['id'])}}}"


def _map(row: Mapping[str, Cell]) -> str:
    pairs = (f"{name}: {literal(value)}" for name, value in row.items() if value not in (None, []))
    return f"{{{', '.join(pairs)}}}"


def _edge(row: Mapping[str, Cell], kinds: Mapping[str, str]) -> str:
    source, target = (str(row[end]) for end in ("source", "target"))
    properties = {name: value for name, value in row.items() if name not in ("source", "target")}
    return (
        f"MATCH (s:{kinds[source]} {{id: {literal(source)}}}),"
        f" (o:{kinds[target]} {{id: {literal(target)}}})"
        f" MERGE (s)-[r:`{type_name(str(row['relation']))}` {_id(row)}]->(o)"
        f" SET r = {_map(properties)};"
    )


def _read_from(graph: Graph) -> Iterator[str]:
    known = {article.id for article in graph.articles}
    for row in tables(graph)["evidence"]:
        if row["article"] in known:
            article = literal(article_iri(graph.base, str(row["article"])))
            yield (
                f"MATCH (e:Evidence {_id(row)}), (a:Article {{id: {article}}})"
                " MERGE (e)-[:READ_FROM]->(a);"
            )
