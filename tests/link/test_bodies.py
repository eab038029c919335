"""Which body a bare noun means: the one named before that fits."""

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


def _name(named: Mention) -> str:
    return named.text


def _is_body(named: Mention, kind: str) -> bool | None:
    return None if named.text == "Ulma Ministry" else _sort(named) == kind


def test_by_the_last_word_of_the_name() -> None:
    bodies = Bodies(NAMED, _sort, _name, _is_body)
    assert bodies.by_ending("ministry", 60) == NAMED[0]
    assert bodies.by_ending("ministry", 90) == NAMED[2]
    assert bodies.by_ending("ministry", 10) is None  # not the one that stands there
    assert bodies.by_ending("veltro", 90) is None  # a name of one word has no noun in it


def test_by_what_is_known_of_it() -> None:
    again = mention("Veltro", 100, type="Organization")
    bodies = Bodies([*NAMED, again], _sort, _name, _is_body)
    assert bodies.by_sort("Company", 90) == NAMED[1]
    assert bodies.by_sort("Company", 110) == again
    assert bodies.by_sort("Company", 30) is None
    assert bodies.by_sort("Party", 90) is None


def test_what_is_named_once_is_not_what_a_text_is_about() -> None:
    assert Bodies(NAMED, _sort, _name, _is_body).by_sort("Company", 90) is None


def test_each_name_is_asked_of_once() -> None:
    asked: list[str] = []

    def is_body(named: Mention, kind: str) -> bool:
        asked.append(named.text)
        return False

    bodies = Bodies([*NAMED, mention("Veltro", 100, type="Organization")], _sort, _name, is_body)
    assert bodies.only("Company", 101) is None
    assert bodies.only("Company", 50) is None
    assert asked == ["Zwolm Ministry", "Veltro", "Ulma Ministry"]


def test_the_only_one_that_may_be_it() -> None:
    bodies = Bodies(NAMED, _sort, _name, _is_body)
    assert bodies.only("Company", 60) == NAMED[1]
    assert bodies.only("Company", 30) is None  # none so far
    assert bodies.only("Company", 90) is None  # of another nothing is known


def test_one_of_two_is_not_the_only_one() -> None:
    two = [NAMED[1], mention("Zeltro", 45, type="Organization"), *NAMED[2:]]
    assert Bodies(two, _sort, _name, lambda one, kind: True).only("Company", 60) is None
    again = [NAMED[1], mention("Veltro", 45, type="Organization")]
    assert Bodies(again, _sort, _name, _is_body).only("Company", 60) == NAMED[1]
