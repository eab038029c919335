"""What two graphs differ in, statement by statement. What may go in: that comparison, and its
lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph.description import qualifiers, sentence
from kg.model import Evidence, Graph, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Statements that one graph has and the other lacks, and those whose evidence differs."""

    removed: tuple[Statement, ...]  # only in the first
    added: tuple[Statement, ...]  # only in the second
    changed: tuple[tuple[Statement, Statement], ...]

    def __bool__(self) -> bool:
        return bool(self.removed or self.added or self.changed)


def compare(first: Graph, second: Graph) -> Difference:
    """Compare two graphs by the ids of their statements, and then by evidence.

    Of evidence, article, offsets, words and rule count, not confidence and reasons for links,
    which some formats lack.

    Example:
        >>> graph = Graph(articles=(), entities=(), statements=(), base="https://x.example/")
        >>> bool(compare(graph, graph))
        False
    """
    was, now = first.by_id(), second.by_id()
    return Difference(
        removed=tuple(s for s in first.statements if s.id not in now),
        added=tuple(s for s in second.statements if s.id not in was),
        changed=tuple(
            (was[s.id], s)
            for s in second.statements
            if s.id in was and _places(was[s.id]).keys() != _places(s).keys()
        ),
    )


def _places(statement: Statement) -> dict[tuple[object, ...], Evidence]:
    return {(*e.order(), e.text): e for e in statement.evidence}


def describe_difference(difference: Difference) -> Iterator[str]:
    """Tell a difference: `-` only in the first graph, `+` in the second, `~` other evidence."""
    for sign, statements in (("-", difference.removed), ("+", difference.added)):
        for statement in statements:
            yield from _told(sign, statement)
            yield from (_line(sign, one) for one in statement.evidence)
    for old, new in difference.changed:
        yield from _told("~", new)
        was, now = _places(old), _places(new)
        yield from (_line("-", was[place]) for place in was if place not in now)
        yield from (_line("+", now[place]) for place in now if place not in was)


def _told(sign: str, statement: Statement) -> Iterator[str]:
    yield f"{sign} {sentence(statement)}"
    yield f"      {qualifiers(statement)}; {statement.id}"


def _line(sign: str, evidence: Evidence) -> str:
    words = " ".join(evidence.text.split())
    return f"    {sign} {evidence.article} {evidence.start}-{evidence.end}: “{words}”"
