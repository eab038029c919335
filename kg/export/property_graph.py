"""Property graph → Graph: reads the rows of `property_rows.py`. What may go in: nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kg.errors import GraphError
from kg.export.normal import normal
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

Cells = Mapping[str, Any]


def parse(tables: Mapping[str, Iterable[Cells]]) -> Graph:
    """Make the graph of what `tables` gave.

    Raises:
        GraphError: a column or a row that another one names is missing, or a value cannot be.
    """
    try:
        return normal(_graph(tables))
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise GraphError(f"tables, but not a graph that kg wrote: {error!r}") from error


def _graph(tables: Mapping[str, Iterable[Cells]]) -> Graph:
    nodes = {row["id"]: row for row in tables["nodes"]}
    entities = {iri: _entity(row) for iri, row in nodes.items() if row["kind"] == "entity"}
    evidence = {row["id"]: _evidence(row) for row in tables["evidence"]}
    [about] = tables["graph"]
    return Graph(
        articles=tuple(map(_article, tables["articles"])),
        entities=tuple(entities.values()),
        statements=tuple(_statement(row, nodes, entities, evidence) for row in tables["edges"]),
        base=about["base"],
        assertion=about["assertion"],
        version=about["version"],
        model=about["model"],
        copies=tuple(tuple(json.loads(group)) for group in about["copies"]),
    )


def _entity(row: Cells) -> Entity:
    return Entity(
        id=row["id"],
        label=row["label"],
        type=row["type"],
        named=row["named"],
        aliases=tuple(row["aliases"]),
        external=tuple(row["external"]),
        identity=tuple(map(_pair, row["identity"])),
    )


def _article(row: Cells) -> Article:
    given = {name: row[name] for name in ("text", "sha256", "title", "published", "source", "url")}
    return Article(id=row["article"], **given)


def _statement(
    row: Cells,
    nodes: Mapping[str, Cells],
    entities: Mapping[str, Entity],
    evidence: Mapping[str, Evidence],
) -> Statement:
    roles = (role.partition("=") for role in row["roles"])
    return Statement(
        id=row["id"],
        subject=entities[row["source"]],
        relation=Relation(id=row["relation"], label=row["label"]),
        object=_object(nodes[row["target"]], entities),
        roles=tuple((name, entities[iri]) for name, _, iri in roles),
        polarity=row["polarity"],
        modality=row["modality"],
        attribution=_attribution(row, entities),
        time=_time(row, "time"),
        claimed=_time(row, "claimed"),
        published=row["published"],
        inferred=row["inferred"],
        premises=tuple(row["premises"]),
        sources=tuple(tuple(json.loads(group)) for group in row["sources"]),
        event=Event(id=row["event"], type=row["event_type"]) if row["event"] else None,
        evidence=tuple(evidence[iri] for iri in row["evidence"]),
    )


def _object(node: Cells, entities: Mapping[str, Entity]) -> Entity | Value | None:
    if node["kind"] == "literal":
        return Value(label=node["label"], datatype=node["datatype"])
    return None if node["kind"] == "none" else entities[node["id"]]


def _attribution(row: Cells, entities: Mapping[str, Entity]) -> Attribution | None:
    if row["attribution_id"] is None:
        return None
    return Attribution(
        entity=entities[row["attribution_id"]],
        text=row["attribution_text"],
        cue=row["attribution_cue"],
    )


def _time(row: Cells, name: str) -> Time | None:
    if row[f"{name}_start"] is None:
        return None
    return Time(**{key: row[f"{name}_{key}"] for key in ("value", "start", "end", "text")})


def _evidence(row: Cells) -> Evidence:
    return Evidence(
        article=row["article"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        rule=row["rule"],
        subject=_span(row, "subject"),
        object=_span(row, "object"),
        surface=_surface(row),
        confidence=row["confidence"],
        links=tuple(map(_pair, row["links"])),
    )


def _span(row: Cells, name: str) -> Span | None:
    if row[f"{name}_start"] is None:
        return None
    return Span(**{key: row[f"{name}_{key}"] for key in ("start", "end", "text")})


def _surface(row: Cells) -> Surface | None:
    if row["surface_subject"] is None:
        return None
    return Surface(
        subject=row["surface_subject"],
        relation=row["surface_relation"],
        arguments=tuple(row["surface_arguments"]),
    )


def _pair(text: str) -> tuple[str, str]:
    name, _, reason = text.partition(": ")
    return name, reason
