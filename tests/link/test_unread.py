"""Names that no parse shows, found by those that are known."""

from __future__ import annotations

import pytest

from kg.link.unread import in_other_script, places_within, written_again
from kg.model import Mention
from tests.link.mentions import knowledge


def _known(text: str, *names: str) -> list[Mention]:
    """`Person: Ann Lee` at its first place in the text."""
    found = []
    for one in names:
        kind, _, name = one.partition(": ")
        at = text.index(name)
        found.append(
            Mention(start=at, end=at + len(name), text=name, kind="name", type=kind, head=name)
        )
    return sorted(found, key=lambda m: m.start)


@pytest.mark.parametrize(
    ("text", "names", "again"),
    [
        ("Kestrel wins\nKestrel won.", ["Organization: Kestrel"], [(13, "Kestrel")]),
        ("Lee and Ann Lee met Lee.", ["Person: Ann Lee"], []),
        ("Google opened the Google Fair.", ["Organization: Google", "Happening: Google Fair"],
         [(18, "Google")]),
        # No man within his son's name, nor a name within a word.
        ("Ann met Ann Lee in Annville.", ["Person: Ann", "Person: Ann Lee"], []),
        ("Kestrel, #Kestrel and Kestrel-led firms", ["Organization: Kestrel"], []),
        ("Mr. Lee left. Later Lee spoke.", ["Person: Mr. Lee"], [(20, "Lee")]),
        ("It rained.", [], []),
    ],
)  # fmt: skip
def test_written_again(text: str, names: list[str], again: list[tuple[int, str]]) -> None:
    found = list(written_again(text, _known(text, *names)))
    assert [(one.start, one.text) for one in found] == again
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Organization: Bank of Japan", ["Japan"]),
        ("Organization: U.S. Department of Trade", ["U.S."]),
        ("Facility: Metro Toronto Centre", ["Toronto"]),
        ("Person: Jordan Reed", []),
        ("Organization: Georgia Works", []),  # the country or the state?
        ("Organization: Harlow Media", []),
        ("Organization: Japan", []),
    ],
)
def test_places_within(name: str, places: list[str]) -> None:
    text = name.partition(": ")[2]
    found = list(places_within(_known(text, name), knowledge()))
    assert [one.text for one in found] == places
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Wang Wei (王伟, born 1960) left.", ["王伟"]),
        ("Wang Wei (Chinese: 王伟) left.", ["王伟"]),
        ("Wang Wei (Ivan) left.", []),
        ("Wang Wei (Łódź) left.", []),
        ("Wang Wei left (王伟).", []),
    ],
)
def test_in_other_script(text: str, other: list[str]) -> None:
    found = list(in_other_script(text, _known(text, "Person: Wang Wei")))
    assert [name.text for _, name in found] == other
    assert all(text[name.start : name.end] == name.text for _, name in found)
