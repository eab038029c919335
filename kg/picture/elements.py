"""A part of a graph as data for `graph.js`. What may go in: what the script shows, ready to show.

Boxes come with their outline and lines of text, so that the script knows neither shapes nor
classes; offsets are code points. Texts are cut to what a page shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from kg.graph.description import qualifiers, sentence
from kg.looks import load_looks
from kg.model import Entity, Evidence, Statement
from kg.picture import shapes
from kg.picture.letters import lines, shown, width
from kg.picture.parts import Net, Part
from kg.picture.scene import EDGE_SIZE, Node, label_of, statement_ends

Elements: TypeAlias = dict[str, Any]
Address: TypeAlias = Callable[[object], str]  # of an Entity, a Statement or an Evidence

STATES = "state"  # the family of relations that are no events
_TEXT, _LABEL = 1000, 300  # characters


def elements(part: Part, net: Net, *, address: Address) -> Elements:
    """Give a part of a graph as JSON values.

    Args:
        address: of the page or anchor that tells of an entity, a statement or a sentence.
    """
    nodes: Elements = {}
    for statement in part.statements:
        for key, node in statement_nodes(statement):
            if key not in nodes:
                nodes[key] = _node(node, net, address)
    return {
        "title": shown(part.title)[:_LABEL],
        "of": part.of,
        "centre": list(part.centre),
        "nodes": nodes,
        "statements": [_statement(s, address) for s in part.statements],
    }


def statement_nodes(statement: Statement) -> list[tuple[str, Node]]:
    """Give the boxes of a statement's subject and object with their keys."""
    looks = load_looks()
    return [
        (key, Node.of(target, looks.family(target))) for key, target in statement_ends(statement)
    ]


def family_of(statement: Statement) -> str:
    """Give the family of a statement's relation: one of PLOVER's event types, or "state"."""
    return statement.event.type if statement.event else STATES


def legend() -> list[Mapping[str, str]]:
    """Give the rows of a legend: name, label, mark, outline and dash."""
    looks = load_looks()
    rows: list[Mapping[str, str]] = [
        {"name": f.name, "label": f.label, "mark": "", "path": _path(f.shape, 30, 18), "dash": ""}
        for f in looks.families
    ]
    rows += [
        {
            "name": kind.name,
            "label": kind.label,
            "mark": kind.mark,
            "path": "",
            "dash": " ".join(map(str, kind.dash)),
        }
        for kind in looks.kinds
    ]
    return rows


def _node(node: Node, net: Net, address: Address) -> Elements:
    wide, high = node.size
    target = node.target
    told: Elements = {
        "label": shown(label_of(target))[:_LABEL],
        "lines": node.label,
        "look": node.family.name,
        "type": "value",
        "width": wide,
        "height": high,
        "path": _path(node.family.shape, wide, high),
        "said": 1,
    }
    if isinstance(target, Entity):
        told |= {"type": target.type, "said": net.said_of(target.id), "href": address(target)}
    return told


def _path(shape: str, wide: int, high: int) -> str:
    return shapes.written(shapes.outline(shape, 0, 0, wide, high))


def _statement(statement: Statement, address: Address) -> Elements:
    (source, _), (target, _) = statement_ends(statement)
    kinds = load_looks().of(statement)
    marked = " ".join([*(kind.mark for kind in kinds if kind.mark), statement.relation.label])
    [label] = lines(marked, size=EDGE_SIZE, most=170, count=1)
    claim, time = statement.attribution, statement.time
    return {
        "id": statement.id,
        "source": source,
        "target": target,
        "label": label,
        "width": width(label, EDGE_SIZE),
        "look": kinds[0].name,
        "dash": next((" ".join(map(str, kind.dash)) for kind in kinds if kind.dash), ""),
        "edge": isinstance(statement.object, Entity) and source != target,
        "sentence": shown(sentence(statement))[:_LABEL],
        "qualifiers": shown(qualifiers(statement))[:_LABEL],
        "polarity": statement.polarity,
        "modality": statement.modality,
        "inferred": statement.inferred,
        "family": family_of(statement),
        "claimed": claim.entity.id if claim else "article",
        "day": time.start if time else statement.published,
        "confidence": round(statement.confidence, 2),
        "articles": sorted({evidence.article for evidence in statement.evidence}),
        "premises": statement.premises,
        "evidence": [_evidence(one, address) for one in statement.evidence],
        "href": address(statement),
    }


def _evidence(evidence: Evidence, address: Address) -> Elements:
    spans = [span for span in (evidence.subject, evidence.object) if span]
    marks = [[s.start - evidence.start, s.end - evidence.start] for s in spans]
    return {
        "article": evidence.article,
        "text": evidence.text[:_TEXT],
        "marks": sorted(m for m in marks if 0 <= m[0] < m[1] <= min(_TEXT, len(evidence.text))),
        "href": address(evidence),
    }
