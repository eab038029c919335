"""Reports of matches, and the teams that countries' names mean in them."""

from __future__ import annotations

import pytest

from kg.link.sport import sport_of
from tests.link.mentions import Text, mention, ontology

MATCH = (
    "A penalty, a header and a late goal decided the football match. The goalkeeper saved one "
    "penalty; the referee gave another. The striker scored his second goal. "
)


@pytest.mark.parametrize(
    ("text", "sport"),
    [
        (MATCH, "football"),
        (MATCH.replace("football", "rugby"), "rugby"),
        (MATCH.replace("football", "long"), None),  # it names no sport
        ("The minister watched a football match and spoke of his goal.", None),
        (MATCH + "The talks went on without a result. " * 100, None),
        ("", None),
    ],
)
def test_sport_of(text: str, sport: str | None) -> None:
    assert sport_of(text, ontology()) == sport


def _match() -> Text:
    text = Text()
    text.text = MATCH
    return text


def test_a_country_that_plays_is_its_team() -> None:
    (one,) = _match().told("Sweden", "defeat", "South Korea").statements()
    assert one.subject.label == "Sweden national football team"
    assert one.subject.type == "Team"
    assert "Sweden" in one.subject.aliases
    assert one.subject.id.endswith("/entity/team/sweden-national-football-team")


def test_a_nation_without_a_state_has_a_team_of_the_knowledge_base() -> None:
    (one,) = _match().told("England", "defeat", "Tunisia").statements()
    assert one.subject.label == "England national football team"


def test_where_they_play_is_the_country() -> None:
    text = _match().told("Sweden", "play", preposition="", roles=[("in", "Russia")])
    (one,) = text.statements()
    assert dict(one.roles)["in"].label == "Russia"


def test_a_people_is_no_team_and_elsewhere_a_country_is_a_country() -> None:
    (one,) = _match().told(mention("Swedish"), "defeat", "Tunisia").statements()
    assert one.subject.label == "Sweden"
    (other,) = Text().told("Sweden", "defeat", "Tunisia").statements()
    assert other.subject.label == "Sweden"
