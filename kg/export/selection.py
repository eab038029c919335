"""Which statements of a graph to export. What may go in: choosing, never changing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.errors import InputError
from kg.graph.builder import ends
from kg.model import MODALITIES, POLARITIES, Graph, Statement

# Choices of one row add up, rows narrow each other down.
_KINDS = (MODALITIES, POLARITIES, ("inferred", "read"))
CHOICES = tuple(choice for row in _KINDS for choice in row)


def filter_graph(
    graph: Graph, *, min_confidence: float | None = None, only: Sequence[str] = ()
) -> Graph:
    """Keep the statements that were asked for, and the entities they use; articles all stay.

    Args:
        min_confidence: the least confidence, 0 to 1.
        only: modalities, polarities, "inferred" or "read"; ("actual", "future", "positive") keeps
            what is actual or future, and positive.

    Raises:
        InputError: a choice that does not exist, or a confidence that is none.
    """
    for choice in only:
        if choice not in CHOICES:
            raise InputError(f"cannot select {choice!r}: choose from {', '.join(CHOICES)}")
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        raise InputError(f"not a confidence: {min_confidence}: give 0 to 1")
    kept = graph.statements
    if only or min_confidence is not None:
        kept = tuple(s for s in kept if _chosen(s, only) and _sure(s, min_confidence))
    used = {entity.id for statement in kept for entity in ends(statement)}
    entities = tuple(e for e in graph.entities if e.id in used)
    return replace(graph, statements=kept, entities=entities)


def _chosen(statement: Statement, only: Sequence[str]) -> bool:
    origin = "inferred" if statement.inferred else "read"
    is_a = {statement.modality, statement.polarity, origin}
    asked = ([choice for choice in only if choice in row] for row in _KINDS)
    return all(is_a.intersection(choices) for choices in asked if choices)


def _sure(statement: Statement, least: float | None) -> bool:
    return least is None or round(statement.confidence, 2) >= least
