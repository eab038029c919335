"""Which body a bare noun means: the last one named before that fits."""

from __future__ import annotations

from kg.link.bodies import Bodies
from kg.model import Mention
from tests.link.mentions import mention

NAMED = [
    mention("Zwolm Ministry", 10, type="Organization"),
    mention("Veltro", 40, type="Organization"),
    mention("Ulma Ministry", 70, type="Organization"),
]


def _sort(named: Mention) -> str | None:
    return "Company" if named.text == "Veltro" else None


def test_by_the_last_word_of_the_name() -> None:
    bodies = Bodies(NAMED, _sort)
    assert bodies.by_ending("ministry", 60) == NAMED[0]
    assert bodies.by_ending("ministry", 90) == NAMED[2]
    assert bodies.by_ending("ministry", 10) is None  # not the one that stands there
    assert bodies.by_ending("veltro", 90) is None  # a name of one word has no noun in it


def test_by_what_is_known_of_it() -> None:
    bodies = Bodies(NAMED, _sort)
    assert bodies.by_sort("Company", 90) == NAMED[1]
    assert bodies.by_sort("Company", 30) is None
    assert bodies.by_sort("Party", 90) is None


def test_each_name_is_looked_up_once() -> None:
    asked: list[str] = []

    def sort(named: Mention) -> str | None:
        asked.append(named.text)
        return "Company"

    bodies = Bodies([*NAMED, mention("Veltro", 100, type="Organization")], sort)
    assert bodies.by_sort("Company", 101) == mention("Veltro", 100, type="Organization")
    bodies.by_sort("Company", 50)
    assert sorted(asked) == ["Ulma Ministry", "Veltro", "Zwolm Ministry"]
