"""Readings to one graph. What may go in: uniting what has one id; which entities are one is decided
before, in `merging`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from kg.graph.sources import sources_of
from kg.model import Article, Attribution, Entity, Evidence, Graph, Reading, Statement

Keep: TypeAlias = Callable[[Iterable[Statement]], Sequence[Statement]]


def fold_readings(
    readings: Iterable[Reading],
    *,
    base: str,
    is_sorted: bool = False,
    assertion: str = "reported",
    version: str = "",
    model: str = "",
    reasons: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({}),
    copies: tuple[tuple[str, ...], ...] = (),
    keep: Keep = tuple,
) -> Graph:
    """Unite readings of articles into one graph.

    Entities of one IRI become one, with all aliases; statements of one id become one, with all
    evidence. The order of the readings changes nothing.

    Args:
        readings: at most one an article.
        base: the IRI that instance names start with.
        is_sorted: the readings come in the order of their articles' ids, and can be gone through
            twice.
        assertion: the --assert policy, kept in the graph.
        version: the program's; `model` the pipeline's name and version.
        reasons: of entities, by IRI: why each is one, and not another.
        copies: groups of articles that are copies of one text.
        keep: makes of the statements, which it is given one by one, the sequence that the graph
            has; if it holds none of them, only those of several articles are held here.
    """
    if not is_sorted:
        readings = sorted(readings, key=lambda reading: reading.article.id)
    articles, tally, later = _counted(readings)
    entities = _by_iri(tally)
    entities |= {
        iri: replace(entities[iri], identity=told)
        for iri, told in reasons.items()
        if iri in entities
    }
    copied = {article: group for group in copies for article in group}
    united = _in_order(readings, later)
    return Graph(
        articles=tuple(articles),
        entities=tuple(entities[key] for key in sorted(entities)),
        statements=keep(_relabelled(one, entities, copied) for one in united),
        base=base,
        assertion=assertion,
        version=version,
        model=model,
        copies=copies,
    )


def _counted(
    readings: Iterable[Reading],
) -> tuple[list[Article], Counter[Entity], dict[str, list[Statement]]]:
    """Go through readings for the first time.

    Returns:
        The articles; how often each entity stands in statements; and the statements whose id an
        earlier one has, by that id.
    """
    articles: list[Article] = []
    tally: Counter[Entity] = Counter()
    later: dict[str, list[Statement]] = {}
    seen: set[int] = set()  # hashes, which are small; a statement twice in its group is one
    for reading in readings:
        articles.append(reading.article)
        for statement in reading.statements:
            tally.update(ends(statement))
            number = hash(statement.id)
            if number in seen:
                later.setdefault(statement.id, []).append(statement)
            seen.add(number)
    return articles, tally, later


def _in_order(
    readings: Iterable[Reading], later: Mapping[str, Sequence[Statement]]
) -> Iterator[Statement]:
    """Unite the statements of one id, and give them in the order of their first evidence."""
    waiting: dict[str, list[Statement]] = defaultdict(list)  # by the article of that
    given: set[str] = set()
    for reading in readings:
        article = reading.article.id
        for statement in reading.statements:
            one = statement
            if statement.id in later:
                if statement.id in given:
                    continue
                given.add(statement.id)
                one = _united([statement, *later[statement.id]])
            # not this one if what is inferred here is read elsewhere
            first = one.evidence[0].article if one.evidence else article
            waiting[max(first, article)].append(one)
        yield from sorted(waiting.pop(article, ()), key=order)
    yield from sorted((one for left in waiting.values() for one in left), key=order)


def ends(statement: Statement) -> Iterator[Entity]:
    """Every entity of a statement: subject, object, roles, attribution."""
    yield statement.subject
    if isinstance(statement.object, Entity):
        yield statement.object
    yield from (entity for _, entity in statement.roles)
    if statement.attribution:
        yield statement.attribution.entity


def merge_entities(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Make one entity of all that share an IRI.

    The label and class most often given win, the smaller string where they tie; the other labels
    become aliases.
    """
    return _by_iri(Counter(entities))


def _by_iri(tally: Mapping[Entity, int]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    several: dict[str, dict[Entity, int]] = {}  # few: a counter for each IRI is 200 bytes
    for entity, count in tally.items():
        first = found.setdefault(entity.id, entity)
        if first is not entity:
            several.setdefault(entity.id, {first: tally[first]})[entity] = count
    return found | {iri: _merged(group) for iri, group in several.items()}


def _merged(group: Mapping[Entity, int]) -> Entity:
    labels: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for entity, count in group.items():
        labels[entity.label] += count
        types[entity.type] += count
    label = min(labels, key=lambda text: (-labels[text], text))
    names = {name for entity in group for name in (entity.label, *entity.aliases)}
    first = min(group, key=lambda entity: entity.label)
    return replace(
        first,
        label=label,
        type=min(types, key=lambda name: (-types[name], name)),
        aliases=tuple(sorted(names - {label})),
        external=tuple(sorted({iri for entity in group for iri in entity.external})),
        named=any(entity.named for entity in group),
    )


def merge_statements(statements: Iterable[Statement]) -> list[Statement]:
    """Make one statement of all that share an id: all evidence, the earliest dates."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.id].append(statement)
    return [_united(group) for group in groups.values()]


def _united(group: list[Statement]) -> Statement:
    if len(group) == 1:
        return group[0]
    read = [s for s in group if not s.inferred] or group
    first = min(read, key=lambda s: (s.published or "9999", order(s)))
    evidence = {e.order(): e for s in read for e in sorted(s.evidence, key=Evidence.order)}
    claims = sorted((s.claimed for s in read if s.claimed), key=lambda t: (t.start, t.end, t.text))
    return replace(
        first,
        claimed=claims[0] if claims else None,
        evidence=tuple(sorted(evidence.values(), key=Evidence.order)),
        premises=tuple(sorted({p for s in read for p in s.premises})),
    )


def order(statement: Statement) -> tuple[object, ...]:
    """Sort key of statements: first evidence, then id."""
    first = statement.evidence[0].order() if statement.evidence else ("",)
    return (*first[:2], statement.inferred, *first[2:], statement.id)


def _relabelled(
    statement: Statement, entities: Mapping[str, Entity], copied: Mapping[str, tuple[str, ...]]
) -> Statement:
    """The statement with the merged entities in place of its own, and its independent sources."""
    target, claim = statement.object, statement.attribution
    return replace(
        statement,
        subject=entities[statement.subject.id],
        object=entities[target.id] if isinstance(target, Entity) else target,
        roles=tuple((name, entities[entity.id]) for name, entity in statement.roles),
        attribution=Attribution(entity=entities[claim.entity.id], text=claim.text, cue=claim.cue)
        if claim
        else None,
        sources=sources_of(statement.evidence, copied),
    )
