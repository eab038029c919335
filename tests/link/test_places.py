"""Which place a name means, and which country a capital stands for."""

from __future__ import annotations

import pytest

from kg.link.entries import Record
from kg.link.knowledge import Candidate
from kg.link.places import choose_place, government
from tests.link.mentions import knowledge


def _place(key: str, kind: str, *within: str) -> Candidate:
    country = next((k for k in within if k.startswith("country/")), None)
    record = Record(key=key, label=key, type=kind, within=within, country=country)
    return Candidate(record=record, how="label")


BIG = _place("city/paris", "City", "country/france")
SMALL = _place("city/paris-texas", "City", "region/texas", "country/united-states")
STATE = _place("country/georgia", "Country")
TOWN = _place("city/georgia", "City", "country/united-states")


@pytest.mark.parametrize(
    ("candidates", "around", "outer", "chosen"),
    [
        ([BIG, SMALL], (), (), BIG),
        ([BIG, SMALL], ("country/france",), (), BIG),
        ([BIG, SMALL], ("country/united-states",), (), SMALL),
        ([BIG, SMALL], ("country/france", "country/united-states"), (), BIG),
        ([BIG, SMALL], ("country/france",), ("region/texas",), SMALL),
        ([BIG, SMALL], ("country/united-states",), ("country/france",), BIG),
        ([BIG, SMALL], ("country/iran",), ("country/iraq",), BIG),
        # A country is meant before a town of its name in a country at hand.
        ([STATE, TOWN], ("country/united-states",), (), STATE),
        ([STATE, TOWN], (), ("country/united-states",), TOWN),
        ([], ("country/france",), (), None),
    ],
)
def test_choose_place(
    candidates: list[Candidate], around: tuple[str], outer: tuple[str], chosen: Candidate | None
) -> None:
    assert choose_place(candidates, around=around, outer=outer) == chosen


@pytest.mark.parametrize(
    ("city", "country"),
    [
        ("city/moscow", "country/russia"),
        ("city/tehran", "country/iran"),
        ("city/washington-dc", "country/united-states"),
        ("city/hamadan", None),
    ],
)
def test_government(city: str, country: str | None) -> None:
    record = knowledge().record(city)
    found = government(record, knowledge())
    assert (found.key if found else None) == country
