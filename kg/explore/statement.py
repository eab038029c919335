"""The page of a statement. What may go in: what that page tells: evidence, sources, premises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.explore.addresses import article_address, entity_address
from kg.explore.index import Index
from kg.explore.marks import Mark, Piece, pieces
from kg.graph.builder import ends
from kg.graph.conflicts import Conflict
from kg.graph.rules import load_rules
from kg.model import Article, Entity, Evidence, Statement

_AROUND = 400  # characters of the article on each side of a sentence
_DEEP = 12  # premises of premises


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A sentence in its article: cut into pieces, with what stands around it."""

    evidence: Evidence
    article: Article | None
    before: str
    sentence: Sequence[Piece]
    after: str
    address: str
    reasons: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """A statement that another follows from, and its own premises; None: the graph lacks it."""

    id: str
    statement: Statement | None
    premises: Sequence[Premise] = ()
    above: bool = False  # it is told further up


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """Everything that the page of a statement shows."""

    statement: Statement
    evidence: Sequence[EvidenceView]
    premises: Sequence[Premise]
    conclusions: Sequence[Statement]
    conflicts: Sequence[Conflict]
    identity: Sequence[tuple[Entity, str, str]]
    rules: Sequence[str]


def statement_view(index: Index, statement: Statement) -> StatementView:
    """Tell why a statement is in the graph."""
    return StatementView(
        statement=statement,
        evidence=[_evidence(index, statement, one) for one in statement.evidence],
        premises=list(_premises(index, statement, (statement.id,))),
        conclusions=index.conclusions(statement.id),
        conflicts=index.disputes(statement.id),
        identity=[
            (entity, kind, reason)
            for entity in dict.fromkeys(ends(statement))
            for kind, reason in entity.identity
        ],
        rules=sorted({evidence.rule for evidence in statement.evidence}),
    )


def _evidence(index: Index, statement: Statement, evidence: Evidence) -> EvidenceView:
    article = index.articles.get(evidence.article)
    text = article.text if article else ""
    here = text[evidence.start : evidence.end] == evidence.text
    before = text[max(0, evidence.start - _AROUND) : evidence.start] if here else ""
    after = text[evidence.end : evidence.end + _AROUND] if here else ""
    return EvidenceView(
        evidence=evidence,
        article=article,
        before=before.rpartition("\n\n")[2].lstrip(),
        sentence=pieces(evidence.text, sentence_marks(statement, evidence), start=evidence.start),
        after=after.partition("\n\n")[0].rstrip(),
        address=article_address(evidence.article, evidence.start),
        reasons=evidence.links,
    )


def sentence_marks(statement: Statement, evidence: Evidence) -> Iterator[Mark]:
    """Mark the words of a sentence that a statement was read from: both ends, and who claims it."""
    if evidence.subject:
        yield Mark(
            start=evidence.subject.start,
            end=evidence.subject.end,
            kind="subject",
            target=entity_address(statement.subject.id),
            title=statement.subject.label,
        )
    if evidence.object:
        target = statement.object
        is_entity = isinstance(target, Entity)
        yield Mark(
            start=evidence.object.start,
            end=evidence.object.end,
            kind="object",
            target=entity_address(target.id) if isinstance(target, Entity) else "",
            title=target.label if target and is_entity else "",
        )
    claim = statement.attribution
    if claim:
        for kind, words in (("source", claim.text), ("cue", claim.cue)):
            yield from _words(words, evidence, kind, claim.entity if kind == "source" else None)
    if evidence.surface:
        yield from _words(evidence.surface.relation, evidence, "relation", None)


def _words(words: str, evidence: Evidence, kind: str, entity: Entity | None) -> Iterator[Mark]:
    """Where words stand in a sentence, if they stand in it once, and in that order."""
    if not words.strip():
        return
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", evidence.text))
    if len(found) == 1:
        start, end = found[0].span()
        yield Mark(
            start=evidence.start + start,
            end=evidence.start + end,
            kind=kind,
            target=entity_address(entity.id) if entity else "",
            title=entity.label if entity else "",
        )


def _premises(index: Index, statement: Statement, above: tuple[str, ...]) -> Iterator[Premise]:
    for key in statement.premises:
        found = index.statements.get(key)
        if found is None or key in above or len(above) > _DEEP:
            yield Premise(id=key, statement=found, above=found is not None)
        else:
            yield Premise(
                id=key, statement=found, premises=list(_premises(index, found, (*above, key)))
            )


def told_rules() -> Mapping[str, str]:
    """Give what each rule of inference says of itself: its first comment.

    Example:
        >>> told_rules()["rule.30-foreign-base-is-hosting"]
        'A country in which another country uses a base hosts that country.'
    """
    return {rule.name: _comment(rule.query) for rule in load_rules()}


def _comment(query: str) -> str:
    lines = takewhile(lambda line: line.startswith("#"), query.splitlines())
    return " ".join(line.lstrip("# ") for line in lines)
