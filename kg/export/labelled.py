"""Graph → nodes with labels and relationships with types, one by one.

What may go in: what the Cypher script and the load by Bolt have in common, so that both make the
same property graph; its properties are the columns of `property_rows.py`.

An entity has the label `Entity` and its class, a statement is a relationship whose type is the last
part of its relation's IRI, evidence, articles and the graph's settings are nodes, and READ_FROM
leads from evidence to its article. What is unknown, or an empty list, is no property.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.export.property_rows import Cell, Row, labels, tables, type_name
from kg.model import Graph
from kg.namespaces import article_iri

_LABELS = {"evidence": "Evidence", "articles": "Article", "graph": "Graph"}
KINDS = ("Entity", "Literal", "Nothing", *_LABELS.values())  # each with ids of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node. Its first label is one of KINDS, a further one is an entity's class."""

    labels: tuple[str, ...]
    cells: Row  # with its id


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relationship between two nodes, each told by its kind and id.

    Without cells there is at most one of its type between two nodes; with cells one for each id.
    """

    type: str
    source: tuple[str, str]
    target: tuple[str, str]
    cells: Row


def labelled(graph: Graph, *, text: bool = True) -> Iterator[Node | Link]:
    """Give all nodes, then all relationships, in a fixed order.

    Args:
        text: False leaves the articles' full text out; evidence sentences stay.

    Example:
        >>> from kg.model import Entity
        >>> iran = Entity(id="https://kg.example/id/iran", label="Iran", type="Country")
        >>> graph = Graph(articles=(), entities=(iran,), statements=(), base="https://x/")
        >>> [(part.labels, part.cells.get("label")) for part in labelled(graph)]
        [(('Entity', 'Country'), 'Iran'), (('Graph',), None)]
    """
    rows = tables(graph, text=text)
    kinds: dict[str, str] = {}
    for row in rows["nodes"]:
        names = tuple(dict.fromkeys(labels(row)))  # once: there is a class Entity
        kinds[str(row["id"])] = names[0]
        yield Node(labels=names, cells=_known(row))
    read_from: list[tuple[str, str]] = []
    for table, kind in _LABELS.items():
        for row in rows[table]:
            if table == "evidence":
                read_from.append((str(row["id"]), str(row["article"])))
            yield Node(labels=(kind,), cells=_known(row))
    for row in rows["edges"]:
        yield _statement(row, kinds)
    known = {article.id: article_iri(graph.base, article.id) for article in graph.articles}
    for evidence, article in read_from:
        if article in known:
            ends = {"source": ("Evidence", evidence), "target": ("Article", known[article])}
            yield Link(type="READ_FROM", cells={}, **ends)


def _statement(row: Row, kinds: Mapping[str, str]) -> Link:
    source, target = (str(row[end]) for end in ("source", "target"))
    return Link(
        type=type_name(str(row["relation"])),
        source=(kinds[source], source),
        target=(kinds[target], target),
        cells={
            name: cell for name, cell in _known(row).items() if name not in ("source", "target")
        },
    )


def _known(row: Mapping[str, Cell]) -> Row:
    return {name: cell for name, cell in row.items() if cell is not None and cell != []}
