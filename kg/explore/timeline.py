"""Statements over time, as bars. What may go in: choosing the periods and counting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from kg.explore.columns import KINDS, Columns, Numbers

_MOST = 40  # bars
_STEPS = ((1, 1), (100, 28), (10_000, 365))  # what cuts 20160816 to a period, and days to the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many statements are of a period, by kind: its name, how many, per cent of the highest."""

    period: str
    total: int
    kinds: tuple[tuple[str, int, float], ...]


def bars(columns: Columns, positions: Numbers) -> list[Bar]:
    """Count statements by day, month or year: the shortest period that gives few bars.

    What has no date is left out. Periods without a statement between others have an empty bar.

    Args:
        columns: of all statements.
        positions: of those that count.
    """
    days, kinds = columns.days[positions], columns.kinds[positions]
    days, kinds = days[days > 0], kinds[days > 0]
    if not len(days):
        return []
    cut, periods = _periods(days)
    keys, counts = np.unique(days // cut * len(KINDS) + kinds, return_counts=True)
    told: dict[int, list[tuple[str, int]]] = {period: [] for period in periods}
    for key, many in zip(keys.tolist(), counts.tolist(), strict=True):
        period, kind = divmod(key, len(KINDS))
        if period in told:  # of too many years the latest are shown
            told[period].append((KINDS[kind], many))
    totals = {period: sum(many for _, many in found) for period, found in told.items()}
    highest = max(totals.values())
    return [
        Bar(
            period=_name(period),
            total=totals[period],
            kinds=tuple((kind, many, 100 * many / highest) for kind, many in found),
        )
        for period, found in told.items()
    ]


def _periods(days: Numbers) -> tuple[int, list[int]]:
    """Every period from the first day to the last; or the latest years that have a statement."""
    first, last = int(days.min()), int(days.max())
    for cut, step in _STEPS:
        found = list(_between(first, last, cut, step))
        if len(found) <= _MOST:
            return cut, found
    return cut, np.unique(days // cut).tolist()[-_MOST:]


def _between(first: int, last: int, cut: int, step: int) -> Iterator[int]:
    """Periods from the first day to the last; no more than are of use."""
    day, period, many = date(first // 10_000, first // 100 % 100, first % 100), 0, 0
    while (here := int(f"{day:%Y%m%d}") // cut) <= last // cut and many <= _MOST:
        if here != period:
            period, many = here, many + 1
            yield period
        day += timedelta(step)


def _name(period: int) -> str:
    """Write a period as ISO 8601 does.

    Example:
        >>> _name(20160816), _name(201608), _name(900)
        ('2016-08-16', '2016-08', '0900')
    """
    text = f"{period:04}" if period < 10_000 else str(period)
    return "-".join(part for part in (text[:4], text[4:6], text[6:8]) if part)
