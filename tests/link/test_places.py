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
TEXAS, FRANCE, IRAQ, USA = (
    _place(key, "Region").record
    for key in ("region/texas", "country/france", "country/iraq", "country/united-states")
)
STATE_CITY = _place("city/new-york", "City", "country/united-states")
NEW_STATE = _place("region/new-york", "Region", "country/united-states")
UPSTATE = _place("city/saratoga-springs", "City", "region/new-york").record
TOWN = _place("city/georgia", "City", "country/united-states")


@pytest.mark.parametrize(
    ("candidates", "around", "beside", "chosen"),
    [
        ([BIG, SMALL], (), (), BIG),
        ([BIG, SMALL], ("country/france",), (), BIG),
        ([BIG, SMALL], ("country/united-states",), (), SMALL),
        ([BIG, SMALL], ("country/france", "country/united-states"), (), BIG),
        ([BIG, SMALL], ("country/france",), (TEXAS,), SMALL),
        ([BIG, SMALL], ("country/united-states",), (FRANCE,), BIG),
        ([BIG, SMALL], ("country/iran",), (IRAQ,), BIG),
        # A country is meant before a town of its name in a country at hand.
        ([STATE, TOWN], ("country/united-states",), (), STATE),
        ([STATE, TOWN], (), (USA,), TOWN),
        # The state is meant beside its town, as the town is beside its state.
        ([STATE_CITY, NEW_STATE], (), (UPSTATE,), NEW_STATE),
        ([], ("country/france",), (), None),
    ],
)
def test_choose_place(
    candidates: list[Candidate],
    around: tuple[str],
    beside: tuple[Record],
    chosen: Candidate | None,
) -> None:
    assert choose_place(candidates, around=around, beside=beside) == chosen


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
