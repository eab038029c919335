"""Graph → a Cypher script (https://opencypher.org/), one statement a line, for `cypher-shell -f`.

What may go in: Cypher's literals and the script; which properties say what is in
`labelled.py`. Running it twice gives the same graph: nodes and relationships are merged by
their id, and their properties replaced.

Limits: written, not read back. A property that is unknown or an empty list is left out, as Cypher
does. Half surrogate pairs, which no database holds, become `\\u` and four hexadecimal digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO

from kg.export.labelled import KINDS, Link, Node, labelled
from kg.export.property_rows import Cell
from kg.model import Graph

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
    for kind in KINDS:
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{kind}) REQUIRE n.id IS UNIQUE;"
    for part in labelled(graph, text=text):
        if isinstance(part, Node):
            yield from _node(part)
        else:
            yield _link(part)


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


def _id(value: Cell) -> str:
    return f"{{id: {literal(value)}}}"


def _map(cells: Mapping[str, Cell]) -> str:
    pairs = (f"{name}: {literal(value)}" for name, value in cells.items())
    return f"{{{', '.join(pairs)}}}"


def _node(node: Node) -> Iterator[str]:
    first, *more = node.labels
    found = _id(node.cells["id"])
    yield f"MERGE (n:{first} {found}) SET n = {_map(node.cells)};"
    for name in more:  # ArcadeDB fails if a node gets its label where it is made
        yield f"MATCH (n:{first} {found}) SET n:`{name}`;"


def _link(link: Link) -> str:
    (source, source_id), (target, target_id) = link.source, link.target
    ends = f"MATCH (s:{source} {_id(source_id)}), (o:{target} {_id(target_id)})"
    if not link.cells:
        return f"{ends} MERGE (s)-[:`{link.type}`]->(o);"
    merged = f"MERGE (s)-[r:`{link.type}` {_id(link.cells['id'])}]->(o)"
    return f"{ends} {merged} SET r = {_map(link.cells)};"
