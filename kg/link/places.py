"""Which place a name means. What may go in: choosing among the knowledge base's places."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.link.entries import Record
from kg.link.knowledge import Candidate, KnowledgeBase


def choose_place(
    candidates: Sequence[Candidate],
    *,
    around: Collection[str],
    outer: Collection[str] = (),
) -> Candidate | None:
    """Choose the place that a name means in an article.

    Args:
        candidates: best prior first.
        around: keys of the countries that the article names otherwise.
        outer: keys of the places that the text says it lies in ("Annapolis, Maryland").

    Returns:
        The candidate that lies in `outer`, else in a country of the article, else the first.
    """
    if not candidates:
        return None

    first = candidates[0].record.type

    def rank(item: tuple[int, Candidate]) -> tuple[bool, bool, int]:
        position, candidate = item
        within = {*candidate.record.within, candidate.record.country or ""}
        # A country is meant before a town of its name in a country at hand.
        near = first == "City" and bool(set(around) & within)
        return (not set(outer) & within, not near, position)

    ranked = sorted(enumerate(candidates), key=rank)
    return ranked[0][1]


def government(record: Record, knowledge: KnowledgeBase) -> Record | None:
    """The country whose government a capital stands for."""
    return knowledge.record(record.capital_of) if record.capital_of else None
