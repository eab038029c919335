"""Which place a name means. What may go in: choosing among the knowledge base's places."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.link.entries import Record
from kg.link.knowledge import Candidate, KnowledgeBase


def choose_place(
    candidates: Sequence[Candidate],
    *,
    around: Collection[str],
    beside: Collection[Record] = (),
) -> Candidate | None:
    """Choose the place that a name means in an article.

    Args:
        candidates: best prior first.
        around: keys of the countries that the article names otherwise.
        beside: what the places may be that the text says it lies in, or that lie in it
            ("Annapolis, Maryland").

    Returns:
        The candidate that lies in one beside it, or around one; else in a country of the article;
        else the first.
    """
    if not candidates:
        return None

    first = candidates[0].record.type

    def rank(item: tuple[int, Candidate]) -> tuple[bool, bool, int]:
        position, candidate = item
        key, within = candidate.record.key, _around(candidate.record)
        joined = any(other.key in within or key in _around(other) for other in beside)
        # A country is meant before a town of its name in a country at hand.
        near = first == "City" and bool(set(around) & within)
        return (not joined, not near, position)

    ranked = sorted(enumerate(candidates), key=rank)
    return ranked[0][1]


def _around(place: Record) -> set[str]:
    """The keys of the places that a place lies in."""
    return {*place.within, place.country or ""}


def government(record: Record, knowledge: KnowledgeBase) -> Record | None:
    """The country whose government a capital stands for."""
    return knowledge.record(record.capital_of) if record.capital_of else None
