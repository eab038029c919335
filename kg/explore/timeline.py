"""Statements over time, as bars. What may go in: choosing the periods and counting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.explore.choice import PLANNED
from kg.explore.index import day_of
from kg.model import Statement

_MOST = 40  # bars
_LENGTHS = (10, 7, 4)  # of a day, a month and a year in ISO 8601
KINDS = ("said", "planned", "unsure", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many statements are of a period, by kind; `height` is a part of the highest, in %."""

    period: str
    total: int
    height: float
    kinds: tuple[tuple[str, int, float], ...]  # kind, how many, and per cent of the highest bar


def bars(statements: Iterable[Statement]) -> list[Bar]:
    """Count statements by day, month, year or decade: the shortest period that gives few bars.

    What has no date is left out. Periods without a statement between others have an empty bar.
    """
    days = [(day, kind_of(one)) for one in statements if (day := day_of(one))]
    if not days:
        return []
    periods = _periods(sorted({day for day, _ in days}))
    length = len(periods[0])
    counted = Counter((day[:length], kind) for day, kind in days)
    totals = Counter(day[:length] for day, _ in days)
    highest = max(totals.values())
    return [
        Bar(
            period=period,
            total=totals[period],
            height=100 * totals[period] / highest,
            kinds=tuple(
                (kind, many, 100 * many / highest)
                for kind in KINDS
                if (many := counted[period, kind])
            ),
        )
        for period in periods
    ]


def kind_of(statement: Statement) -> str:
    """Tell what a statement counts as: one of KINDS."""
    if statement.polarity == "negative":
        return "denied"
    if statement.modality == "actual":
        return "said"
    return "planned" if statement.modality in PLANNED else "unsure"


def _periods(days: Sequence[str]) -> list[str]:
    """Every period from the first day to the last; the latest, if even years are too many."""
    for length in _LENGTHS:
        found = list(_between(days[0], days[-1], length))
        if len(found) <= _MOST:
            return found
    return sorted({day[:4] for day in days})[-_MOST:]


def _between(first: str, last: str, length: int) -> Iterator[str]:
    """ISO dates cut to a length, from the first to the last; no more than are of use."""
    day, period, many = date.fromisoformat(first), "", 0
    while day.isoformat()[:length] <= last[:length] and many <= _MOST:
        if day.isoformat()[:length] != period:
            period, many = day.isoformat()[:length], many + 1
            yield period
        day += timedelta({10: 1, 7: 28, 4: 365}[length])
