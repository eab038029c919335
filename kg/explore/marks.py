"""Text with marks in it. What may go in: cutting a text where marks begin and end.

Marks may overlap in any way, HTML elements may not: so a text is cut into pieces, each of which
knows the marks that cover it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A part of a text that means something: `kind` says what, `target` is a page about it."""

    start: int
    end: int
    kind: str
    target: str = ""
    title: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a text in which no mark begins or ends, and the marks over it, longest first.

    `opened` and `closed` are the marks that begin with it or end with it.
    """

    text: str
    marks: tuple[Mark, ...]
    opened: tuple[Mark, ...]
    closed: tuple[Mark, ...]

    def has(self, kind: str) -> bool:
        """Tell whether a mark of a kind is over this piece."""
        return any(mark.kind == kind for mark in self.marks)

    def last(self, kind: str) -> Mark | None:
        """Give the shortest mark of a kind over this piece."""
        return next((mark for mark in reversed(self.marks) if mark.kind == kind), None)

    def others(self, kind: str) -> tuple[Mark, ...]:
        """Give the marks of a kind over this piece that lead elsewhere than the shortest does."""
        last = self.last(kind)
        return tuple(m for m in self.marks if m.kind == kind and last and m.target != last.target)


def pieces(text: str, marks: Iterable[Mark], *, start: int = 0) -> list[Piece]:
    """Cut a text into pieces; what lies outside of it is cut off.

    Args:
        text: whole, or a part of a text.
        marks: with offsets in the whole text; empty ones and copies count for nothing.
        start: the offset of `text` in the whole.

    Example:
        >>> one, two = Mark(start=0, end=3, kind="a"), Mark(start=1, end=4, kind="b")
        >>> [(p.text, [m.kind for m in p.marks]) for p in pieces("wxyz", [one, two])]
        [('w', ['a']), ('xy', ['a', 'b']), ('z', ['b'])]
    """
    end = start + len(text)
    inside = [m for m in dict.fromkeys(marks) if max(m.start, start) < min(m.end, end)]
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
        closing.setdefault(min(mark.end, end), []).append(mark)
    cuts = sorted({start, end, *opening, *closing}) if text else []
    found: list[Piece] = []
    over: dict[Mark, None] = {}
    for here, there in pairwise(cuts):
        for mark in closing.get(here, ()):
            del over[mark]
        over |= dict.fromkeys(opening.get(here, ()))
        found.append(
            Piece(
                text=text[here - start : there - start],
                marks=tuple(sorted(over, key=lambda m: (m.start - m.end, m.start, m.kind, m.key))),
                opened=tuple(m for m in opening.get(here, ()) if m.start == here),
                closed=tuple(m for m in closing.get(there, ()) if m.end == there),
            )
        )
    return found
