"""What statements are chosen and counted by, as columns of numbers. What may go in: making the
columns once, and answering with positions in them, so that a graph of 100,000 statements is asked
in a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kg.explore.choice import PLANNED, Choice
from kg.model import MODALITIES, Statement

Numbers: TypeAlias = npt.NDArray[np.int64]
KINDS = ("said", "planned", "unsure", "denied")
_LAST = "-12-31"  # what completes a year or month to its last day; no month has more
_NEVER = 0  # the day of what has none


class Columns:
    """Columns over statements, the latest first; a position is a place in that order.

    Args:
        statements: in any order.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        rows = sorted(statements, key=lambda s: day_of(s) or "", reverse=True)
        self.statements: Sequence[Statement] = rows
        self.days = _numbers(_number(day_of(s)) for s in rows)  # 20160816; 0: there is none
        self.kinds = _numbers(KINDS.index(kind_of(s)) for s in rows)
        self._codes: dict[str, int] = {}
        self.relations = _numbers(self._code(s.relation.id) for s in rows)
        self._claimants = _numbers(self._code(_claimant(s)) for s in rows)
        self._modality = _numbers(MODALITIES.index(s.modality) for s in rows)
        self._denied = _numbers(s.polarity == "negative" for s in rows)
        self._inferred = _numbers(s.inferred for s in rows)
        self._sure = _numbers(round(100 * s.confidence) for s in rows)

    def _code(self, text: str) -> int:
        return self._codes.setdefault(text, len(self._codes))

    def all(self) -> Numbers:
        """Every position."""
        return np.arange(len(self.statements), dtype=np.int64)

    def chosen(self, choice: Choice, among: Numbers) -> Numbers:
        """Keep the positions of the statements that a choice means, in their order.

        Its part and article are left to the index, which knows where they are used.
        """
        keep = np.ones(len(among), dtype=np.bool_)
        if choice.polarity:
            keep &= self._denied[among] == (choice.polarity == "negative")
        if choice.modality:
            meant = PLANNED if choice.modality == "planned" else (choice.modality,)
            codes = [code for code, name in enumerate(MODALITIES) if name in meant]
            keep &= np.isin(self._modality[among], codes)
        if choice.origin:
            keep &= self._inferred[among] == (choice.origin == "inferred")
        if choice.relation:
            keep &= self.relations[among] == self._codes.get(choice.relation, -1)
        if choice.claimed:
            keep &= self._claimants[among] == self._codes.get(choice.claimed, -1)
        if choice.least:
            keep &= self._sure[among] >= round(100 * float(choice.least))
        if choice.since:
            keep &= self.days[among] >= _number(choice.since)
        if choice.until:
            last = _number(choice.until + _LAST[len(choice.until) - 4 :])
            keep &= (self.days[among] <= last) & (self.days[among] != _NEVER)
        return among[keep]


def day_of(statement: Statement) -> str | None:
    """Give the day that a statement is sorted by: when it happened, else when it was published.

    Example:
        >>> from kg.model import Entity, Relation, Time
        >>> when = Time(value="2016", start="2016-01-01", end="2016-12-31", text="in 2016")
        >>> iran = Entity(id="i", label="Iran", type="Country")
        >>> hosts = Relation(id="h", label="hosts")
        >>> day_of(Statement(id="s", subject=iran, relation=hosts, object=None, time=when))
        '2016-01-01'
    """
    return statement.time.start if statement.time else statement.published


def kind_of(statement: Statement) -> str:
    """Tell what a statement counts as: one of KINDS."""
    if statement.polarity == "negative":
        return "denied"
    if statement.modality == "actual":
        return "said"
    return "planned" if statement.modality in PLANNED else "unsure"


def _claimant(statement: Statement) -> str:
    return statement.attribution.entity.id if statement.attribution else "article"


def _number(day: str | None) -> int:
    """A date as a number that sorts alike; of a month or year what comes before its first day.

    Example:
        >>> _number("2016-08-16"), _number("2016"), _number(None)
        (20160816, 20160000, 0)
    """
    return int((day or "").replace("-", "").ljust(8, "0"))


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)
