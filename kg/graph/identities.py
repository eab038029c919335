"""Tells which entities were put together from several articles, and which were not. What may go in:
lines of text for `kg entities`, from a graph alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz import fuzz

from kg.graph.builder import ends
from kg.model import Entity, Evidence, Graph, Span, Statement
from kg.namespaces import fold

_ALIKE = 88.0  # per cent, from which two names are told as near misses
_PREFIX = 3  # letters that a word of both names begins with
_MOST = 8  # articles or names on one line


@dataclass(slots=True)
class _Use:
    """Where an entity is named, how, and why a mention is linked to it."""

    articles: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)  # reasons that name the knowledge base


def articles_of(graph: Graph, entity: Entity) -> list[str]:
    """Give the ids of the articles with evidence that names an entity, sorted."""
    return sorted(_uses(graph)[entity.id].articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An entity, its articles and names, and why it is one, or another than its like."""

    entity: Entity
    articles: tuple[str, ...]
    names: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """Who is who in a graph: what was put together from several articles, what has one name and was
    kept apart, and what has nearly one name (with per cent, the likest first)."""

    merged: tuple[Identity, ...]
    apart: tuple[Identity, ...]
    near: tuple[tuple[float, Entity, Entity], ...]


def identities(graph: Graph) -> Identities:
    """Find out which entities were put together from several articles, and which were not."""
    uses = _uses(graph)
    named = [entity for entity in graph.entities if entity.named]
    merged = [e for e in named if len(uses[e.id].articles) > 1 or _told(e, "merged", "decided")]
    return Identities(
        merged=tuple(_identity(e, uses[e.id], _why_one(e, uses[e.id])) for e in merged),
        apart=tuple(
            _identity(e, uses[e.id], _told(e, "apart")) for e in named if _told(e, "apart")
        ),
        near=tuple(near_misses(named)),
    )


def describe_identities(graph: Graph) -> Iterator[str]:
    """List the entities of several articles with why they are one, those of one name that were kept
    apart, and those of nearly one name."""
    found = identities(graph)
    yield f"in several articles ({len(found.merged)})"
    for one in found.merged:
        yield f"  {_line(one.entity)}"
        yield f"      articles: {_list(one.articles)}"
        yield f"      named: {_list(one.names)}"
        yield from (f"      because: {reason}" for reason in one.reasons)
    yield ""
    yield f"of one name, and kept apart ({len(found.apart)})"
    for one in found.apart:
        yield f"  {_line(one.entity)}"
        yield f"      articles: {_list(one.articles)}"
        yield from (f"      apart {reason}" for reason in one.reasons)
    yield ""
    yield f"of nearly one name ({len(found.near)})"
    for score, first, second in found.near:
        yield f"  {first.label} ~ {second.label}  ({first.type}; {score:.0f} % alike)"
        yield f"      {first.id}  {second.id}"
        yield "      not merged: no article says that they are one"


def near_misses(entities: Iterable[Entity]) -> list[tuple[float, Entity, Entity]]:
    """Find entities of one class whose names are nearly the same, the likest first.

    Names are compared word by word in any order (rapidfuzz's token sort ratio), if two of their
    words begin alike.

    Example:
        >>> one, two = (Entity(id=n, label=n, type="Person") for n in ("Ann Leeman", "Ann Leemann"))
        >>> [(round(score), a.label, b.label) for score, a, b in near_misses([one, two])]
        [(95, 'Ann Leeman', 'Ann Leemann')]
    """
    blocks: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        for start in {word[:_PREFIX] for word in fold(entity.label).split()}:
            blocks[entity.type, start].append(entity)
    found = {}
    for block in blocks.values():
        for one, two in combinations(block, 2):
            first, second = fold(one.label), fold(two.label)
            score = 0.0 if first == second else fuzz.token_sort_ratio(first, second)
            if score >= _ALIKE:
                found[one.id, two.id] = (score, one, two)
    return sorted(found.values(), key=lambda row: (-row[0], row[1].id, row[2].id))


def _identity(entity: Entity, use: _Use, reasons: Iterable[str]) -> Identity:
    return Identity(
        entity=entity,
        articles=tuple(sorted(use.articles)),
        names=tuple(sorted(use.names)),
        reasons=tuple(reasons),
    )


def _why_one(entity: Entity, use: _Use) -> list[str]:
    reasons = [*_told(entity, "merged", "decided"), *sorted(use.known)[:1]]
    return reasons or ["same name in all of them"]


def _told(entity: Entity, *kinds: str) -> list[str]:
    return [reason for kind, reason in entity.identity if kind in kinds]


def _line(entity: Entity) -> str:
    return f"{entity.label}  ({entity.type})  {entity.id}"


def _list(items: Iterable[str]) -> str:
    shown = sorted(items)
    more = f" and {len(shown) - _MOST} more" if len(shown) > _MOST else ""
    return ", ".join(shown[:_MOST]) + more


def _uses(graph: Graph) -> Mapping[str, _Use]:
    found: dict[str, _Use] = defaultdict(_Use)
    for statement in graph.statements:
        articles = {evidence.article for evidence in statement.evidence}
        for entity in ends(statement):
            found[entity.id].articles |= articles
        for evidence in statement.evidence:
            for end, entity, words in _mentions(statement, evidence):
                use = found[entity.id]
                use.names |= {" ".join(words.split())} if words else set()
                reason = dict(evidence.links).get(end, "")
                if reason.startswith("knowledge base"):
                    use.known.add(reason)
    return found


def _mentions(statement: Statement, evidence: Evidence) -> Iterator[tuple[str, Entity, str]]:
    def words(span: Span | None) -> str:
        return span.text if span else ""

    yield "subject", statement.subject, words(evidence.subject)
    if isinstance(statement.object, Entity):
        yield "object", statement.object, words(evidence.object)
    if statement.attribution:
        yield "attribution", statement.attribution.entity, statement.attribution.text
    for name, entity in statement.roles:
        yield f"role {name}", entity, ""
