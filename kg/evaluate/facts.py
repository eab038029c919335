"""Facts of an article against a gold that lists the acceptable wordings of each.

What may go in: the gold's form and its recall, by tier, with the qualifiers and the direction
apart. The gold holds what a careful reader takes from an article, not everything that could be
said, so there is no precision here; the statements that no fact asks for are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.gold import Json, read_records, strings
from kg.evaluate.report import Finding, Report, Row, share, tally
from kg.evaluate.wording import (
    any_same,
    names,
    relation_names,
    same_name,
    same_relation,
    spelled,
)
from kg.model import Statement

_QUALIFIERS = ("polarity", "modality", "attribution", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: the acceptable wordings of its parts, and the qualifiers that are scored.

    `polarity` and `modality` are None when any will do. `uncertain` facts are those with a
    modality, whichever. `claimants` is None when the attribution is not scored, and empty when
    nobody but the article may claim the fact. `time` is the start of an ISO date.
    """

    id: str
    tier: str
    subject: tuple[str, ...]
    relation: tuple[str, ...]
    object: tuple[str, ...]
    polarity: str | None
    uncertain: bool | None
    claimants: tuple[str, ...] | None
    time: str | None

    def __str__(self) -> str:
        return " | ".join(wordings[0] for wordings in (self.subject, self.relation, self.object))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """What was found of a fact: the statements that state it, and that state it exchanged."""

    fact: Fact
    found: tuple[Statement, ...]
    exchanged: tuple[Statement, ...]
    checks: tuple[dict[str, bool], ...]  # of each statement found, which qualifiers are right


def score(gold: Path, statements: Sequence[Statement], documents: Path | None = None) -> Report:
    """Score statements against a gold of facts.

    A fact is found when one statement has its subject, relation and object. A qualifier's share
    is taken over the facts found that ask for it; of several statements of a fact each has its
    part.

    Args:
        gold: JSON Lines: id, tier, lists of wordings, qualifiers.
        statements: of the article or articles that the gold is about.
        documents: not needed.
    """
    verdicts = [_judge(fact, statements) for fact in read_records(gold, _fact)]
    return Report(
        measure="facts",
        columns=("right", "of", "share"),
        rows=tuple(_rows(verdicts)),
        notes=(
            f"{len(statements)} statements; precision is not measured: the gold is no full list",
        ),
        findings=tuple(finding for verdict in verdicts for finding in _findings(verdict)),
        rules=tally(_judged(verdicts)),
    )


def _fact(record: Json) -> Fact:
    claimed, polarity = record.get("attribution"), record.get("polarity", "positive")
    modality = record.get("modality")
    fact = Fact(
        id=record["id"],
        tier=record["tier"],
        subject=strings(record["subject"]),
        relation=strings(record["relation"]),
        object=strings(record["object"]),
        polarity=None if polarity == "any" else polarity,
        uncertain=None if modality == "any" else modality is not None,
        claimants=(() if claimed is None else strings(claimed))
        if "attribution" in record
        else None,
        time=record.get("time"),
    )
    if not (fact.subject and fact.relation and fact.object):
        raise ValueError("subject, relation and object need a wording each")
    return fact


def _judge(fact: Fact, statements: Sequence[Statement]) -> _Verdict:
    candidates = [
        statement
        for statement in statements
        if any_same(fact.relation, relation_names(statement.relation), same_relation)
        and statement.subject != statement.object
    ]
    found = tuple(s for s in candidates if _joins(s, fact.subject, fact.object))
    exchanged = tuple(s for s in candidates if _joins(s, fact.object, fact.subject))
    checks = tuple(_qualifiers(fact, statement) for statement in found)
    return _Verdict(fact=fact, found=found, exchanged=exchanged, checks=checks)


def _joins(statement: Statement, subject: tuple[str, ...], object_: tuple[str, ...]) -> bool:
    return any_same(subject, names(statement.subject), same_name) and any_same(
        object_, names(statement.object), same_name
    )


def _qualifiers(fact: Fact, statement: Statement) -> dict[str, bool]:
    """Tell of each qualifier that the fact asks for whether the statement has it right."""
    checks = {}
    if fact.polarity is not None:
        checks["polarity"] = statement.polarity == fact.polarity
    if fact.uncertain is not None:
        checks["modality"] = (statement.modality != "actual") == fact.uncertain
    if fact.claimants is not None:
        checks["attribution"] = (
            any_same(fact.claimants, names(statement.attribution), same_name)
            if fact.claimants
            else statement.attribution is None
        )
    if fact.time is not None:
        value = statement.time.value if statement.time else ""
        checks["time"] = value.startswith(fact.time)
    return checks


def _rows(verdicts: Sequence[_Verdict]) -> Iterator[Row]:
    for tier in sorted({verdict.fact.tier for verdict in verdicts}):
        of_tier = [verdict for verdict in verdicts if verdict.fact.tier == tier]
        yield share(tier, sum(bool(v.found) for v in of_tier), len(of_tier))
    yield share("recall", sum(bool(v.found) for v in verdicts), len(verdicts))
    yield share("wrong way", sum(_is_exchanged(v) for v in verdicts), len(verdicts))
    counted = {name: _qualifier_count(verdicts, name) for name in _QUALIFIERS}
    right, asked = (sum(part) for part in zip(*counted.values(), strict=True))
    yield share("qualifiers", right, int(asked))
    for name, (right, asked) in counted.items():
        yield share(f"  {name}", right, asked)


def _qualifier_count(verdicts: Sequence[_Verdict], name: str) -> tuple[float, int]:
    """Count a qualifier over the facts found that ask for it: right (in parts), and asked."""
    asking = [v.checks for v in verdicts if v.checks and name in v.checks[0]]
    right = sum(sum(check[name] for check in checks) / len(checks) for checks in asking)
    return float(right), len(asking)


def _is_exchanged(verdict: _Verdict) -> bool:
    return bool(verdict.exchanged) and not verdict.found


def _judged(verdicts: Sequence[_Verdict]) -> Iterator[tuple[str, bool]]:
    for verdict in verdicts:
        for statement, check in zip(verdict.found, verdict.checks, strict=True):
            yield _rule(statement), all(check.values())
        if not verdict.found:
            yield from ((_rule(statement), False) for statement in verdict.exchanged)


def _findings(verdict: _Verdict) -> Iterator[Finding]:
    fact = verdict.fact
    if not verdict.found:
        for statement in verdict.exchanged:
            yield _finding("wrong way", fact, statement)
        if not verdict.exchanged:
            yield Finding(verdict="missed", rule="", place=fact.id, text=str(fact))
    for statement, check in zip(verdict.found, verdict.checks, strict=True):
        wrong = ", ".join(name for name, right in check.items() if not right)
        if wrong:
            yield _finding(f"wrong {wrong}", fact, statement)


def _finding(verdict: str, fact: Fact, statement: Statement) -> Finding:
    text = f"{fact} ← {spelled(statement)}"
    return Finding(verdict=verdict, rule=_rule(statement), place=fact.id, text=text)


def _rule(statement: Statement) -> str:
    return statement.evidence[0].rule if statement.evidence else "inferred"
