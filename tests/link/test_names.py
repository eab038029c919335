"""Names of one article put together by their words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.link.names import aliases, bare, group_names
from kg.model import Mention


def _names(*written: str) -> list[Mention]:
    """`Person: John Limbert`, one after the other."""
    found = []
    for i, one in enumerate(written):
        kind, _, text = one.partition(": ")
        found.append(
            Mention(start=100 * i, end=100 * i + len(text), text=text, kind="name", type=kind,
                    head=text.split()[-1])
        )  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Putin's", "Putin"),
        ("Mr Putin", "Putin"),
        ("Dr. Anna Reed", "Anna Reed"),
        ("Lady Ashton", "Ashton"),
        ("Iran’s", "Iran"),
        ("United  Nations", "United Nations"),
        ("Mr.", "Mr."),  # nothing else is left
        ("Drake", "Drake"),
    ],
)
def test_bare(text: str, name: str) -> None:
    assert bare(text) == name


@pytest.mark.parametrize(
    ("written", "form", "full"),
    [
        # A surname stands for the only full name that ends in it, wherever it stands.
        (["Person: John Limbert", "Person: Limbert"], "Limbert", "John Limbert"),
        (["Person: Limbert", "Person: John Limbert"], "Limbert", "John Limbert"),
        (["Person: John Limbert", "Person: Limbert"], "Mr. Limbert's", "John Limbert"),
        (["Person: Anna Reed-Shaw", "Person: Shaw"], "Shaw", "Anna Reed-Shaw"),
        (["Person: John Kerry", "Person: Ban Kerry", "Person: Kerry"], "Kerry", "Kerry"),
        # It stays with whom it was first given to, before a second of the name came up.
        (["Person: John Kerry", "Person: Kerry", "Person: Ban Kerry"], "Kerry", "John Kerry"),
        (["Person: Kerry", "Person: John Kerry", "Person: Ban Kerry"], "Kerry", "Kerry"),
        (["Person: John Kerry", "Person: Kerry", "Person: John F. Kerry"], "Kerry",
         "John F. Kerry"),
        (["Person: John Kerry", "Person: John"], "John", "John"),
        # The longer of two writings of one name.
        (["Person: Andrey Kortunov", "Person: Andrey V. Kortunov"], "Andrey Kortunov",
         "Andrey V. Kortunov"),
        # An acronym stands for the only name with those initials.
        (["Organization: United Nations", "Organization: UN"], "UN", "United Nations"),
        (["Organization: United Nations", "Organization: U.N."], "U.N.", "United Nations"),
        (["Organization: United Nations", "Organization: Union Nationale", "Organization: UN"],
         "UN", "UN"),
        (["Organization: United Nations", "Organization: un"], "un", "un"),
        # The first word of a body's name.
        (["Organization: Eurasia Group", "Organization: Eurasia"], "Eurasia", "Eurasia Group"),
        # Its last word: "United" of a club.
        (["Organization: Leigh United", "Organization: United"], "United", "Leigh United"),
        (["Organization: Leigh United", "Organization: Ely United", "Organization: United"],
         "United", "United"),
        # A surname that was taken for a people or a place.
        (["Person: Jackie Selden", "Group: Selden"], "Selden", "Jackie Selden"),
        (["Person: Jackie Selden", "Place: Selden"], "Selden", "Jackie Selden"),
        (["Person: Jackie Selden", "Person: Ann Selden", "Group: Selden"], "Selden", "Selden"),
        # Places and peoples stand for themselves.
        (["Organization: Syria Group", "Place: Syria"], "Syria", "Syria"),
        (["Organization: Syrian Army", "Group: Syrian"], "Syrian", "Syrian"),
        # Unknown forms stay as they are.
        (["Person: John Kerry"], "Lavrov", "Lavrov"),
        ([], "Mr. Lavrov", "Lavrov"),
    ],
)  # fmt: skip
def test_full_names(written: list[str], form: str, full: str) -> None:
    assert group_names(_names(*written)).of(form) == full


def test_the_class_most_mentions_have() -> None:
    found = group_names(
        _names("Person: Hamas", "Organization: Hamas", "Organization: Hamas", "Person: Kerry")
    )
    assert found.types == {"Hamas": "Organization", "Kerry": "Person"}


def test_a_full_name_outweighs_one_part_of_it() -> None:
    found = group_names(_names("Person: John Kerry", "Organization: Kerry"))
    assert found.types["John Kerry"] == "Person"


def test_variants_are_all_forms_seen() -> None:
    found = group_names(_names("Person: John Kerry", "Person: Mr. Kerry", "Person: Kerry's"))
    assert found.variants == {"John Kerry": ("John Kerry", "Kerry")}


_POOL = [
    "Person: John Kerry", "Person: Kerry", "Person: John F. Kerry", "Organization: United Nations",
    "Organization: UN", "Place: Syria", "Group: Syrians", "Person: Assad", "Organization: Assad",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(_POOL), max_size=9).flatmap(
        lambda found: st.tuples(st.just(found), st.permutations(found))
    )
)
def test_the_order_of_names_is_of_no_matter(lists: tuple[list[str], list[str]]) -> None:
    first, second = (group_names(_names(*one)) for one in lists)
    assert (first.full, first.types, first.variants) == (
        second.full,
        second.types,
        second.variants,
    )


@pytest.mark.parametrize(
    ("between", "same"),
    [
        (", formerly known as ", True),
        (" (formerly ", True),
        (" (1856 – 1902), known as ", True),
        (" and ", False),
        (", ", False),
    ],
)
def test_two_names_that_the_text_calls_one(between: str, same: bool) -> None:
    text = f"Harlow Media{between}Tolvane Ltd closed."
    first = Mention(start=0, end=12, text="Harlow Media", kind="name", type="Organization", head="")
    at = text.index("Tolvane")
    second = replace(first, start=at, end=at + 11, text="Tolvane Ltd")
    words = {"formerly known as", "formerly", "known as"}
    pairs = list(aliases(text, [first, second], words.__contains__))
    assert pairs == ([("Harlow Media", "Tolvane Ltd")] if same else [])
    found = group_names([first, second], same=pairs)
    assert found.of("Tolvane Ltd") == ("Harlow Media" if same else "Tolvane Ltd")


def test_what_is_known_by_itself_is_short_for_nothing() -> None:
    names = _names("Organization: Google Fair", "Organization: Google")
    assert group_names(names).of("Google") == "Google Fair"
    assert group_names(names, known=lambda name: name == "Google").of("Google") == "Google"


def test_a_country_is_nobodys_surname() -> None:
    names = _names("Person: Ann Jordan", "Place: Jordan")
    assert group_names(names).of("Jordan") == "Ann Jordan"
    assert group_names(names, known=lambda name: name == "Jordan").of("Jordan") == "Jordan"


def test_a_town_is_not_short_for_its_hospital() -> None:
    names = _names("Organization: Leigh Hospital", "Organization: Leigh")
    assert group_names(names).of("Leigh") == "Leigh Hospital"
    assert group_names(names, sited=lambda name: name.endswith("Hospital")).of("Leigh") == "Leigh"
