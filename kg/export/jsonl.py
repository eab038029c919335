"""Graph ↔ JSON Lines, the interchange form: one statement a line, keys sorted.

What may go in: the form that `design/architecture.md` fixes; later work only adds keys.

Limits: of articles only the ids are kept, of entities no external ids and no reasons for being one
or two, of copies what the statements' sources show, of evidence no confidence of its own, and no
entity that is in no statement; the base IRI is read from the entities' ids. A role name that occurs
twice gets a number ("in", "in_2"). Half surrogate pairs and the line separators that JSON leaves
alone are written as `\\u` escapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

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
from kg.namespaces import DEFAULT_BASE

Json = dict[str, Any]

_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def write_jsonl(graph: Graph, output: IO[bytes], *, text: bool = True) -> None:
    """Write a graph as JSON Lines; `text` changes nothing, articles' texts are not part of it."""
    for line in generate(graph):
        output.write(line.encode() + b"\n")


def read_jsonl(path: Path) -> Graph:
    """Read a graph of JSON Lines.

    Raises:
        GraphError: the file cannot be read, or a line is not JSON or not of this form.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            return parse(lines)
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GraphError(f"{path}: not UTF-8: {error.reason} at byte {error.start}") from error
    except GraphError as error:
        raise GraphError(f"{path}:{error}") from error


def generate(graph: Graph) -> Iterator[str]:
    """Give one line of JSON for each statement, in the order of the articles."""
    for statement in normal(graph).statements:
        line = json.dumps(statement_json(statement), ensure_ascii=False, sort_keys=True)
        yield _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def parse(lines: Iterable[str]) -> Graph:
    """Make a graph of lines; blank ones are passed over.

    Raises:
        GraphError: a line is not JSON or not of this form; the message begins with its number.
    """
    statements = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            statements.append(_statement(json.loads(line)))
        except json.JSONDecodeError as error:
            raise GraphError(f"{number}: not JSON: {error.msg} at column {error.colno}") from error
        except KeyError as error:
            raise GraphError(f"{number}: not a statement: no key {error}") from error
        except (TypeError, AttributeError, ValueError, RecursionError) as error:
            raise GraphError(f"{number}: not a statement: {error}") from error
    articles = sorted({e.article for s in statements for e in s.evidence})
    bases = (re.split("entity/|article/", s.subject.id)[0] for s in statements)
    return normal(
        Graph(
            articles=tuple(Article(id=id, text="", sha256="") for id in articles),
            entities=(),
            statements=tuple(statements),
            base=next(bases, DEFAULT_BASE),
        )
    )


def statement_json(statement: Statement) -> Json:
    """Give a statement in the interchange form."""
    attribution = statement.attribution
    return {
        "id": statement.id,
        "subject": _node_json(statement.subject),
        "relation": {"id": statement.relation.id, "label": statement.relation.label},
        "object": _object_json(statement.object),
        "roles": _roles_json(statement.roles),
        "polarity": statement.polarity,
        "modality": statement.modality,
        "attribution": attribution
        and {**_node_json(attribution.entity), "text": attribution.text, "cue": attribution.cue},
        "time": _time_json(statement.time),
        "claimed": _time_json(statement.claimed),
        "published": statement.published,
        "confidence": round(statement.confidence, 2),
        "inferred": statement.inferred,
        "premises": list(statement.premises),
        "sources": [list(group) for group in statement.sources],
        "event": statement.event and {"id": statement.event.id, "type": statement.event.type},
        "evidence": [_evidence_json(e) for e in statement.evidence],
    }


def _evidence_json(evidence: Evidence) -> Json:
    surface = evidence.surface
    return {
        "document": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "rule": evidence.rule,
        "subject": _span_json(evidence.subject),
        "object": _span_json(evidence.object),
        "surface": surface
        and {
            "subject": surface.subject,
            "relation": surface.relation,
            "arguments": list(surface.arguments),
        },
        "links": [list(link) for link in evidence.links],
    }


def _node_json(entity: Entity) -> Json:
    aliases = list(entity.aliases)
    return {"id": entity.id, "label": entity.label, "type": entity.type, "aliases": aliases}


def _object_json(value: Entity | Value | None) -> Json | None:
    if isinstance(value, Value):
        return {"label": value.label, "datatype": value.datatype}
    return None if value is None else _node_json(value)


def _roles_json(roles: Iterable[tuple[str, Entity]]) -> Json:
    found: Json = {}
    times: dict[str, int] = {}
    for name, entity in roles:
        times[name] = times.get(name, 0) + 1
        found[name if times[name] == 1 else f"{name}_{times[name]}"] = _node_json(entity)
    return found


def _time_json(time: Time | None) -> Json | None:
    if time is None:
        return None
    return {"value": time.value, "start": time.start, "end": time.end, "text": time.text}


def _span_json(span: Span | None) -> Json | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": span.text}


def _statement(data: Json) -> Statement:
    source, event = data["attribution"], data["event"]
    confidence = float(data["confidence"])
    return Statement(
        id=data["id"],
        subject=_entity(data["subject"]),
        relation=Relation(id=data["relation"]["id"], label=data["relation"]["label"]),
        object=_object(data["object"]),
        roles=tuple((re.sub(r"_\d+$", "", n), _entity(e)) for n, e in data["roles"].items()),
        polarity=data["polarity"],
        modality=data["modality"],
        attribution=source
        and Attribution(entity=_entity(source), text=source["text"], cue=source["cue"]),
        time=_time(data["time"]),
        claimed=_time(data["claimed"]),
        published=data["published"],
        inferred=data["inferred"],
        premises=tuple(data["premises"]),
        sources=tuple(tuple(group) for group in data.get("sources", ())),
        event=event and Event(id=event["id"], type=event["type"]),
        evidence=tuple(_evidence(e, confidence) for e in data["evidence"]),
    )


def _evidence(data: Json, confidence: float) -> Evidence:
    surface = data["surface"]
    return Evidence(
        article=data["document"],
        start=data["start"],
        end=data["end"],
        text=data["text"],
        rule=data["rule"],
        subject=_span(data["subject"]),
        object=_span(data["object"]),
        surface=surface
        and Surface(
            subject=surface["subject"],
            relation=surface["relation"],
            arguments=tuple(surface["arguments"]),
        ),
        confidence=confidence,
        links=tuple((end, reason) for end, reason in data.get("links", ())),
    )


def _entity(data: Json) -> Entity:
    return Entity(
        id=data["id"], label=data["label"], type=data["type"], aliases=tuple(data["aliases"])
    )


def _object(data: Json | None) -> Entity | Value | None:
    if data is None:
        return None
    if "datatype" in data:
        return Value(label=data["label"], datatype=data["datatype"])
    return _entity(data)


def _time(data: Json | None) -> Time | None:
    if data is None:
        return None
    return Time(value=data["value"], start=data["start"], end=data["end"], text=data["text"])


def _span(data: Json | None) -> Span | None:
    if data is None:
        return None
    return Span(start=data["start"], end=data["end"], text=data["text"])
