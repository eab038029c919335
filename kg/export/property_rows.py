"""Graph → property graph: rows of nodes, edges, evidence, articles and the graph itself.

What may go in: which columns say what. A cell is a text, a number, a truth value, None for unknown,
or a list of texts; so every table format holds it as it is. The form of nodes and edges is that of
`kg/graph/networks.py`, but an edge names its evidence, which has rows of its own.

In lists, a role is `name=IRI`, a reason of a link `end: reason`, a reason for being one entity or
two `kind: reason`, and a group of copies a JSON list of the articles' ids.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import TypeAlias

from kg.export.normal import normal
from kg.export.rdf_rows import evidence_key
from kg.model import Article, Entity, Evidence, Graph, Span, Statement, Value
from kg.namespaces import article_iri, evidence_iri, graph_iri, statement_iri

Cell: TypeAlias = str | int | float | bool | list[str] | None
Row: TypeAlias = dict[str, Cell]

_TIMES = tuple(
    f"{n}_{key}" for n in ("time", "claimed") for key in ("value", "start", "end", "text")
)


def _columns(text: str) -> Mapping[str, str]:
    parts = (column.partition(":") for column in text.split())
    return MappingProxyType({name: kind or "string" for name, _, kind in parts})


# The types have the names that `neo4j-admin import` gives them.
COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "nodes": _columns(
            "id kind label type datatype named:boolean aliases:string[] external:string[]"
            " identity:string[]"
        ),
        "edges": _columns(
            "id source target label relation polarity modality confidence:double inferred:boolean"
            " roles:string[] premises:string[] sources:string[] evidence:string[] attribution"
            f" attribution_id attribution_text attribution_cue {' '.join(_TIMES)} published event"
            " event_type"
        ),
        "evidence": _columns(
            "id article start:int end:int text rule confidence:double subject_start:int"
            " subject_end:int subject_text object_start:int object_end:int object_text"
            " surface_subject surface_relation surface_arguments:string[] links:string[]"
        ),
        "articles": _columns("id article sha256 title published source url text"),
        "graph": _columns("id base assertion version model copies:string[]"),
    }
)


def tables(graph: Graph, *, text: bool = True) -> dict[str, Iterable[Row]]:
    """Give the rows of every table of COLUMNS, each row with every column, in a fixed order.

    Args:
        text: False leaves the articles' full text out; evidence sentences stay.

    Example:
        >>> iran = Entity(id="https://kg.example/id/iran", label="Iran", type="Country")
        >>> graph = Graph(articles=(), entities=(iran,), statements=(), base="https://x/")
        >>> [(row["label"], row["aliases"]) for row in tables(graph)["nodes"]]
        [('Iran', [])]
    """
    graph = normal(graph, text=text)
    found = {evidence_id(e, graph.base): e for s in graph.statements for e in s.evidence}
    return {
        "nodes": _nodes(graph),
        "edges": (_edge(s, graph.base) for s in graph.statements),
        "evidence": (_evidence(iri, found[iri]) for iri in sorted(found)),
        "articles": (_article(a, graph.base) for a in graph.articles),
        "graph": (_graph(graph),),
    }


def evidence_id(evidence: Evidence, base: str) -> str:
    """Give the IRI of evidence: equal evidence of two statements is one row."""
    return evidence_iri(base, evidence_key(evidence))


def type_name(iri: str) -> str:
    """Make a label or relationship type of an IRI's last part, of letters, digits and `_` alone.

    Example:
        >>> type_name("https://kg.example/ontology#hosts"), type_name("urn:x`) DELETE")
        ('hosts', 'urn_x___DELETE')
    """
    return re.sub(r"\W", "_", re.split("[#/]", iri)[-1], flags=re.ASCII) or "_"


def labels(node: Mapping[str, Cell]) -> list[str]:
    """Give the labels of a node's row: what it is, and an entity's class.

    Example:
        >>> labels({"kind": "entity", "type": "Country"}), labels({"kind": "none"})
        (['Entity', 'Country'], ['Nothing'])
    """
    if node["kind"] == "entity":
        return ["Entity", type_name(str(node["type"]))]
    return ["Literal" if node["kind"] == "literal" else "Nothing"]


def _row(table: str, **cells: Cell) -> Row:
    return {name: cells.get(name) for name in COLUMNS[table]}


def _nodes(graph: Graph) -> Iterator[Row]:
    for entity in graph.entities:
        yield _row(
            "nodes",
            id=entity.id,
            kind="entity",
            label=entity.label,
            type=entity.type,
            named=entity.named,
            aliases=list(entity.aliases),
            external=list(entity.external),
            identity=_pairs(entity.identity),
        )
    for one in graph.statements:
        if not isinstance(one.object, Entity):
            yield _end(_target(one, graph.base), one.object)


def _end(iri: str, value: Value | None) -> Row:
    """A literal, or nothing: it belongs to its one statement."""
    empty: Row = {"aliases": [], "external": [], "identity": []}
    if value is None:
        return _row("nodes", id=iri, kind="none", label="", type="None", **empty)
    kind = {"kind": "literal", "label": value.label, "datatype": value.datatype}
    return _row("nodes", id=iri, type="Literal", **kind, **empty)


def _target(statement: Statement, base: str) -> str:
    if isinstance(statement.object, Entity):
        return statement.object.id
    return f"{statement_iri(base, statement.id)}#object"


def _edge(statement: Statement, base: str) -> Row:
    claim, event = statement.attribution, statement.event
    cells: dict[str, Cell] = {
        "id": statement.id,
        "source": statement.subject.id,
        "target": _target(statement, base),
        "label": statement.relation.label,
        "relation": statement.relation.id,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "confidence": round(statement.confidence, 2),
        "inferred": statement.inferred,
        "roles": [f"{name}={entity.id}" for name, entity in statement.roles],
        "premises": list(statement.premises),
        "sources": [json.dumps(group, ensure_ascii=False) for group in statement.sources],
        "evidence": [evidence_id(e, base) for e in statement.evidence],
        "published": statement.published,
    }
    if claim:
        cells |= {"attribution": claim.entity.label, "attribution_id": claim.entity.id}
        cells |= {"attribution_text": claim.text, "attribution_cue": claim.cue}
    for name, time in (("time", statement.time), ("claimed", statement.claimed)):
        if time:
            cells |= {f"{name}_{key}": value for key, value in asdict(time).items()}
    if event:
        cells |= {"event": event.id, "event_type": event.type}
    return _row("edges", **cells)


def _evidence(iri: str, evidence: Evidence) -> Row:
    surface = evidence.surface
    cells: dict[str, Cell] = {
        "id": iri,
        "article": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
        "surface_arguments": list(surface.arguments) if surface else [],
        "links": _pairs(evidence.links),
        **_span("subject", evidence.subject),
        **_span("object", evidence.object),
    }
    if surface:
        cells |= {"surface_subject": surface.subject, "surface_relation": surface.relation}
    return _row("evidence", **cells)


def _span(name: str, span: Span | None) -> Row:
    return {f"{name}_{key}": value for key, value in asdict(span).items()} if span else {}


def _article(article: Article, base: str) -> Row:
    cells = asdict(article) | {"id": article_iri(base, article.id), "article": article.id}
    return _row("articles", **cells)


def _graph(graph: Graph) -> Row:
    return _row(
        "graph",
        id=graph_iri(graph.base),
        base=graph.base,
        assertion=graph.assertion,
        version=graph.version,
        model=graph.model,
        copies=[json.dumps(group, ensure_ascii=False) for group in graph.copies],
    )


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{name}: {reason}" for name, reason in pairs]
