"""The graph as a networkx multigraph, for its algorithms and for GraphML.

What may go in: the form of nodes and edges, both ways. Attributes are strings, floats and booleans,
an absent one is unknown; what is a list or deeper is JSON in a string (`JSON_ATTRIBUTES`).

A statement is an edge from its subject to its object. A literal object is a node of kind "literal",
an absent object one of kind "none"; both belong to their one statement and are named after it, so
that no two statements meet in a number or in nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Evidence,
    Graph,
    Relation,
    Span,
    Statement,
    Surface,
    Time,
    Value,
)
from kg.namespaces import statement_iri

if TYPE_CHECKING:
    import networkx as nx

    MultiDiGraph: TypeAlias = nx.MultiDiGraph[str]

Attributes: TypeAlias = dict[str, str | float | bool]

JSON_ATTRIBUTES = frozenset(
    "aliases external identity roles premises sources evidence articles copies".split()
)


def to_networkx(graph: Graph) -> MultiDiGraph:
    """View a graph as a multigraph: entities are nodes, statements edges whose key is their id.

    Example:
        >>> iran, russia = (Entity(id=f"https://kg.example/id/{n}", label=n, type="Country")
        ...                 for n in ("Iran", "Russia"))
        >>> hosts = Relation(id="https://kg.example/ontology#hosts", label="hosts")
        >>> one = Statement(id="https://x/s", subject=iran, relation=hosts, object=russia)
        >>> entities = (iran, russia)
        >>> graph = Graph(articles=(), entities=entities, statements=(one,), base="https://x/")
        >>> [data["label"] for _, _, data in to_networkx(graph).edges(data=True)]
        ['hosts']
    """
    import networkx as nx

    made: MultiDiGraph = nx.MultiDiGraph()
    made.graph.update(
        base=graph.base,
        assertion=graph.assertion,
        version=graph.version,
        model=graph.model,
        articles=_json([asdict(article) for article in graph.articles]),
        copies=_json(graph.copies),
    )
    for entity in graph.entities:
        made.add_node(entity.id, **_entity(entity))
    for statement in graph.statements:
        target = _target(statement, graph.base)
        if not isinstance(statement.object, Entity):
            made.add_node(target, **_no_entity(statement.object))
        made.add_edge(statement.subject.id, target, key=statement.id, **_statement(statement))
    return made


def from_networkx(made: MultiDiGraph) -> Graph:
    """Make the graph again of its view; statements come in the order of their subjects.

    Raises:
        KeyError: an attribute or node is missing; ValueError: one is not what it should be.
    """
    entities = {
        node: _entity_of(node, data)
        for node, data in made.nodes(data=True)
        if data["kind"] == "entity"
    }
    statements = (
        Statement(
            id=key,
            subject=entities[source],
            object=_object_of(target, made.nodes[target], entities),
            roles=tuple((r["role"], entities[r["id"]]) for r in json.loads(data["roles"])),
            attribution=_attribution_of(data, entities),
            **_fields_of(data),
        )
        for source, target, key, data in made.edges(keys=True, data=True)
    )
    data = made.graph
    return Graph(
        articles=tuple(Article(**article) for article in json.loads(data["articles"])),
        entities=tuple(entities.values()),
        statements=tuple(statements),
        base=data["base"],
        assertion=data["assertion"],
        version=data["version"],
        model=data["model"],
        copies=tuple(tuple(group) for group in json.loads(data.get("copies", "[]"))),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _target(statement: Statement, base: str) -> str:
    if isinstance(statement.object, Entity):
        return statement.object.id
    return f"{statement_iri(base, statement.id)}#object"


def _entity(entity: Entity) -> Attributes:
    return {
        "kind": "entity",
        "label": entity.label,
        "type": entity.type,
        "named": entity.named,
        "aliases": _json(entity.aliases),
        "external": _json(entity.external),
        "identity": _json(entity.identity),
    }


def _no_entity(value: Value | None) -> Attributes:
    if value is None:
        return {"kind": "none", "label": "", "type": "None"}
    return {"kind": "literal", "label": value.label, "type": "Literal", "datatype": value.datatype}


def _statement(statement: Statement) -> Attributes:
    found: Attributes = {
        "statement": statement.id,  # the edge's key too, but igraph gives edges the ids of nodes
        "label": statement.relation.label,
        "relation": statement.relation.id,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "confidence": round(statement.confidence, 2),
        "inferred": statement.inferred,
        "premises": _json(statement.premises),
        "sources": _json(statement.sources),
        "roles": _json([{"role": n, "id": e.id, "label": e.label} for n, e in statement.roles]),
        "evidence": _json([asdict(e) for e in statement.evidence]),
    }
    if statement.attribution:
        found["attribution"] = statement.attribution.entity.label
        found["attribution_id"] = statement.attribution.entity.id
        found["attribution_text"] = statement.attribution.text
        found["attribution_cue"] = statement.attribution.cue
    for name, time in (("time", statement.time), ("claimed", statement.claimed)):
        if time:
            found |= {f"{name}_{key}": value for key, value in asdict(time).items()}
    if statement.published is not None:
        found["published"] = statement.published
    if statement.event:
        found |= {"event": statement.event.id, "event_type": statement.event.type}
    return found


def _entity_of(node: str, data: Mapping[str, Any]) -> Entity:
    return Entity(
        id=node,
        label=data["label"],
        type=data["type"],
        named=data["named"],
        aliases=tuple(json.loads(data["aliases"])),
        external=tuple(json.loads(data["external"])),
        identity=tuple((kind, reason) for kind, reason in json.loads(data.get("identity", "[]"))),
    )


def _object_of(
    node: str, data: Mapping[str, Any], entities: Mapping[str, Entity]
) -> Entity | Value | None:
    if data["kind"] == "literal":
        return Value(label=data["label"], datatype=data["datatype"])
    return None if data["kind"] == "none" else entities[node]


def _fields_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """What an edge says of its statement without naming an entity."""
    return {
        "relation": Relation(id=data["relation"], label=data["label"]),
        "polarity": data["polarity"],
        "modality": data["modality"],
        "time": _time_of(data, "time"),
        "claimed": _time_of(data, "claimed"),
        "published": data.get("published"),
        "inferred": data["inferred"],
        "premises": tuple(json.loads(data["premises"])),
        "sources": tuple(tuple(group) for group in json.loads(data.get("sources", "[]"))),
        "event": Event(id=data["event"], type=data["event_type"]) if "event" in data else None,
        "evidence": tuple(map(_evidence_of, json.loads(data["evidence"]))),
    }


def _attribution_of(data: Mapping[str, Any], entities: Mapping[str, Entity]) -> Attribution | None:
    if "attribution_id" not in data:
        return None
    return Attribution(
        entity=entities[data["attribution_id"]],
        text=data["attribution_text"],
        cue=data["attribution_cue"],
    )


def _time_of(data: Mapping[str, Any], name: str) -> Time | None:
    if f"{name}_start" not in data:
        return None
    return Time(**{key: data[f"{name}_{key}"] for key in ("value", "start", "end", "text")})


def _evidence_of(data: dict[str, Any]) -> Evidence:
    surface = data["surface"]
    changed = {
        "subject": data["subject"] and Span(**data["subject"]),
        "object": data["object"] and Span(**data["object"]),
        "surface": surface and Surface(**(surface | {"arguments": tuple(surface["arguments"])})),
        "links": tuple((end, reason) for end, reason in data["links"]),
    }
    return Evidence(**(data | changed))
