"""Who did what to whom: directed pairs of actors on sentences coded by people.

What may go in: this measure. The gold is made for PLOVER's records (Open Event Data Alliance,
https://github.com/openeventdata/PLOVER): source actors, target actors and an event type a
sentence. Our own matcher, not an official scorer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.evaluate.gold import (
    Json,
    check_same_articles,
    last_part,
    read_records,
    strings,
    word_set,
)
from kg.evaluate.report import Finding, Report, Row, ratio, share, tally
from kg.evaluate.wording import names, spelled
from kg.model import Evidence, Statement

_MORE = 3  # content words that a found name may have beside the gold's
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A sentence as people coded it."""

    id: str
    event: str
    words: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One piece of evidence: every name of the actor, and of those acted upon."""

    actor: tuple[str, ...]
    others: tuple[str, ...]
    event: str
    rule: str
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    coded: Coded
    source: str
    target: str
    found: tuple[_Reading, ...]
    exchanged: tuple[_Reading, ...]

    @property
    def typed(self) -> bool:
        return any(reading.event == self.coded.event for reading in self.found)

    @property
    def wrong_way(self) -> bool:
        return bool(self.exchanged) and not self.found


def score(gold: Path, statements: Sequence[Statement], documents: Path | None = None) -> Report:
    """Score statements against coded pairs of actors.

    directed: pairs whose source is in a statement's subject and whose target is in its object or
    a role; wrong way: pairs found only exchanged (some gold pairs are symmetric); event: directed
    ones with the gold's event type. A name may be three content words longer than the gold's.

    Args:
        gold: JSON Lines: id, event, source, target.
        statements: of the sentences, each an article of its own.
        documents: not needed.
    """
    coded = read_records(gold, _coded)
    check_same_articles(statements, (one.id for one in coded), gold)
    readings = _readings(statements)
    pairs = [pair for one in coded for pair in _pairs(one, readings.get(one.id, ()))]
    said = sum(len(readings.get(one.id, ())) for one in coded)
    return Report(
        measure="pairs",
        columns=("right", "of", "share"),
        rows=tuple(_rows(pairs, said, len(coded))),
        findings=tuple(finding for pair in pairs for finding in _findings(pair)),
        rules=tally(_judged(pairs)),
    )


def _coded(record: Json) -> Coded:
    return Coded(
        id=record["id"],
        event=record["event"].lower(),
        words=record.get("eventText", ""),
        sources=strings(record["source"]),
        targets=strings(record["target"]),
    )


def _readings(statements: Sequence[Statement]) -> Mapping[str, Sequence[_Reading]]:
    found: dict[str, list[_Reading]] = defaultdict(list)
    for statement in statements:
        for evidence in statement.evidence:
            found[last_part(evidence.article)].append(_reading(statement, evidence))
    return found


def _reading(statement: Statement, evidence: Evidence) -> _Reading:
    actor, others = names(statement.subject), names(statement.object)
    actor += (evidence.subject.text,) if evidence.subject else ()
    actor += (evidence.surface.subject,) if evidence.surface else ()
    others += (evidence.object.text,) if evidence.object else ()
    others += tuple(name for _, entity in statement.roles for name in names(entity))
    event = statement.event.type.lower() if statement.event else ""
    return _Reading(
        actor=actor, others=others, event=event, rule=evidence.rule, statement=statement
    )


def _pairs(coded: Coded, readings: Sequence[_Reading]) -> Iterator[_Pair]:
    for source in coded.sources:
        for target in coded.targets:
            yield _Pair(
                coded=coded,
                source=source,
                target=target,
                found=tuple(one for one in readings if _acts(one, source, target)),
                exchanged=tuple(one for one in readings if _acts(one, target, source)),
            )


def _acts(reading: _Reading, actor: str, other: str) -> bool:
    return any(holds(actor, name) for name in reading.actor) and any(
        holds(other, name) for name in reading.others
    )


@lru_cache(maxsize=65536)
def holds(gold: str, found: str) -> bool:
    """Tell whether a found name has the gold's words in a row, and few others.

    Example:
        >>> holds("Libya", "the army of Libya"), holds("Libya", "a two-day visit to old Libya")
        (True, False)
    """
    wanted, given = _WORD.findall(gold.lower()), _WORD.findall(found.lower())
    if not wanted or _content(given) > _content(wanted) + _MORE:
        return False
    starts = range(len(given) - len(wanted) + 1)
    return any(given[start : start + len(wanted)] == wanted for start in starts)


def _content(words: Sequence[str]) -> int:
    return sum(word not in word_set("pairs", "small") for word in words)


def _rows(pairs: Sequence[_Pair], said: int, sentences: int) -> Iterator[Row]:
    directed = sum(bool(pair.found) for pair in pairs)
    yield share("directed", directed, len(pairs))
    yield share("wrong way", sum(pair.wrong_way for pair in pairs), len(pairs))
    yield share("event", sum(pair.typed for pair in pairs), directed)
    yield Row(name="statements a sentence", values=(said, sentences, ratio(said, sentences)))


def _judged(pairs: Sequence[_Pair]) -> Iterator[tuple[str, bool]]:
    """The rules of the readings that show a pair: right if its direction and event type are."""
    for pair in pairs:
        for reading in pair.found:
            yield reading.rule, reading.event == pair.coded.event
        if pair.wrong_way:
            yield from ((reading.rule, False) for reading in pair.exchanged)


def _findings(pair: _Pair) -> Iterator[Finding]:
    coded = pair.coded
    wanted = f"{pair.source} → {pair.target} | {coded.event} {coded.words}".rstrip()
    if pair.typed:
        return
    verdict = "wrong event" if pair.found else "wrong way"
    readings = pair.found or pair.exchanged
    for one in readings:
        text = f"{wanted} ← {spelled(one.statement)}, {one.event or 'no event'}"
        yield Finding(verdict=verdict, rule=one.rule, place=coded.id, text=text)
    if not readings:
        yield Finding(verdict="missed", rule="", place=coded.id, text=wanted)
