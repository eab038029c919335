"""The mentions that statements show, and which of the gold's they are. What may go in: collecting
spans from evidence, and setting them beside the gold's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.gum import GoldMention
from kg.model import Entity, Evidence, LinkedMention, Span, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMention:
    """A mention of ours."""

    start: int
    end: int
    text: str
    entity: Entity
    rule: str
    kind: str = ""


def linked_mentions(
    mentions: Sequence[LinkedMention], texts: Mapping[str, str], path: Path
) -> Mapping[str, tuple[FoundMention, ...]]:
    """Collect by article the mentions of named entities.

    Raises:
        InputError: one does not stand where it says.
    """
    found: dict[str, list[FoundMention]] = defaultdict(list)
    for one in mentions:
        mention = one.mention
        text = texts.get(one.article)
        if text is not None and text[mention.start : mention.end] != mention.text:
            raise InputError(
                f"{path}: {one.article} is not the text that the mentions were read from: "
                f"no {mention.text!r} at {mention.start}"
            )
        found[one.article].append(
            FoundMention(
                start=mention.start,
                end=mention.end,
                text=mention.text,
                entity=one.entity,
                rule=one.reason,
                kind=mention.kind,
            )
        )
    return {article: tuple(several) for article, several in found.items()}


def shown_mentions(statements: Sequence[Statement]) -> Mapping[str, tuple[FoundMention, ...]]:
    """Collect by article the spans that evidence shows, each once."""
    found: dict[str, dict[tuple[int, int], FoundMention]] = defaultdict(dict)
    for statement in statements:
        if statement.inferred:
            continue
        for evidence in statement.evidence:
            for span, entity in _spans(statement, evidence):
                place = (span.start, span.end)
                found[evidence.article].setdefault(
                    place,
                    FoundMention(
                        start=span.start,
                        end=span.end,
                        text=span.text,
                        entity=entity,
                        rule=evidence.rule,
                    ),
                )
    return {article: tuple(several.values()) for article, several in found.items()}


def _spans(statement: Statement, evidence: Evidence) -> Iterator[tuple[Span, Entity]]:
    if evidence.subject:
        yield evidence.subject, statement.subject
    if evidence.object and isinstance(statement.object, Entity):
        yield evidence.object, statement.object
    if statement.attribution:
        # A claimant leaves words but no offsets: they are known where the words occur once.
        words = statement.attribution.text
        at = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", evidence.text)]
        if words and len(at) == 1:
            start = evidence.start + at[0]
            end = start + len(words)
            yield Span(start=start, end=end, text=words), statement.attribution.entity


def align(gold: Sequence[GoldMention], ours: Sequence[FoundMention]) -> dict[int, int]:
    """Give for each mention of ours that meets one of the gold the one that it meets best."""
    met = {}
    for m, one in enumerate(ours):
        best = max(((likeness(mention, one), -n) for n, mention in enumerate(gold)), default=None)
        if best and best[0] > 0:
            met[m] = -best[1]
    return met


def likeness(gold: GoldMention, ours: FoundMention) -> float:
    """Tell from 0 to 1 how well a mention of ours meets one of the gold.

    Ours must lie within the gold's and touch its head ("Sunak" in "Prime Minister Sunak's"), or be
    at least half the same: "his fame" does not meet "his".
    """
    span = (ours.start, ours.end)
    whole, head = _common((gold.start, gold.end), span), _common(gold.head, span)
    inside = gold.start <= ours.start and ours.end <= gold.end
    return max(whole, head) if whole >= 0.5 or (inside and head) else 0.0


def _common(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Common letters of two spans, as a share of the letters of both."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0
