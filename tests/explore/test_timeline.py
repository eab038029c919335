"""Statements over time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.explore.columns import Columns
from kg.explore.timeline import Bar
from kg.explore.timeline import bars as bars_of
from kg.model import Time
from tests.cli.sample import LAUNCHES


def bars(statements) -> list[Bar]:
    columns = Columns(statements)
    return bars_of(columns, columns.all())


def _of(*days: str):
    return [
        replace(LAUNCHES, time=Time(value=day, start=day, end=day, text="then")) for day in days
    ]


@pytest.mark.parametrize(
    ("days", "first", "last", "many"),
    [
        (("2016-08-16", "2016-08-19"), "2016-08-16", "2016-08-19", 4),
        (("2016-01-31", "2016-03-01", "2016-12-31"), "2016-01", "2016-12", 12),
        (("2000-02-29", "2016-01-01"), "2000", "2016", 17),
        (("0900-01-01", "2016-01-01"), "0900", "2016", 2),
        (("2016-08-16",), "2016-08-16", "2016-08-16", 1),
    ],
)
def test_the_shortest_periods_that_are_few_are_chosen(days, first, last, many) -> None:
    found = bars(_of(*days))
    assert (found[0].period, found[-1].period, len(found)) == (first, last, many)
    assert sum(bar.total for bar in found) == len(days)


def test_heights_are_parts_of_the_highest_by_kind() -> None:
    denied = replace(LAUNCHES, polarity="negative")
    planned = replace(LAUNCHES, modality="intended")
    [bar] = bars([LAUNCHES, LAUNCHES, denied, planned])
    assert bar.kinds == (("said", 2, 50.0), ("planned", 1, 25.0), ("denied", 1, 25.0))


def test_without_a_date_there_is_no_bar() -> None:
    assert bars([replace(LAUNCHES, time=None, published=None)]) == []
