"""Common nouns of one article: which stand for one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.link.nominals import cluster_nominals
from kg.model import Mention


def _noun(text: str, start: int, **fields: object) -> Mention:
    words = text.removeprefix("the ").split()
    made = {
        "kind": "nominal",
        "type": "Facility",
        "head": words[-1].removesuffix("s"),
        "definite": text.startswith("the "),
        "plural": words[-1].endswith("s"),
        "modifiers": tuple(words[:-1]),
    }
    text = " ".join(words)
    return Mention(start=start, end=start + len(text), text=text, **(made | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Iranian air base", "Iranian air base", True),
        ("Iranian air base", "the air base", True),
        ("Iranian air base", "the base", True),
        ("base", "the air base", True),
        ("Iranian air base", "air base", False),  # indefinite: another one
        ("Iranian air base", "the Russian air base", False),
        ("Iranian air base", "the bases", False),
        ("bases", "the base", False),
        ("Iranian air base", "the airport", False),
        ("air bases", "the bases", True),
        ("Air Base", "air base", True),
    ],
)
def test_pairs(first: str, second: str, same: bool) -> None:
    one, other = _noun(first, 0), _noun(second, 50)
    found = cluster_nominals([one, other])
    assert (found[one.start, one.end] is found[other.start, other.end]) is same


def test_a_definite_noun_means_the_last_that_agrees() -> None:
    mentions = [_noun("Iranian base", 0), _noun("Syrian base", 50), _noun("the base", 100)]
    found = [cluster_nominals(mentions)[m.start, m.end].label for m in mentions]
    assert found == ["Iranian base", "Syrian base", "Syrian base"]


def test_what_a_clause_tells_apart_is_a_thing_of_its_own() -> None:
    mentions = [
        _noun("base", 0, restricted=True),
        _noun("base", 50, restricted=True),
        _noun("the base", 100),
    ]
    found = cluster_nominals(mentions)
    assert len({id(one) for one in found.values()}) == 3
    assert len({one.key for one in found.values()}) == 3


def test_what_a_clause_tells_apart_is_not_what_was_named_before() -> None:
    plain, told_apart = _noun("base", 0), _noun("the base", 50, restricted=True)
    found = cluster_nominals([plain, told_apart])
    assert found[plain.start, plain.end] is not found[told_apart.start, told_apart.end]


def test_a_cluster_takes_the_class_and_the_words_of_all() -> None:
    mentions = [_noun("air base", 0, type="Entity"), _noun("the base", 50)]
    (one,) = {id(c): c for c in cluster_nominals(mentions).values()}.values()
    assert (one.label, one.type, one.aliases) == ("air base", "Facility", {"air base", "base"})


@given(st.permutations([("air base", 0), ("the base", 50), ("bases", 90), ("the air base", 130)]))
def test_the_order_of_mentions_is_of_no_matter(order: list[tuple[str, int]]) -> None:
    found = cluster_nominals(_noun(text, start) for text, start in order)
    labels = {place: cluster.label for place, cluster in sorted(found.items())}
    assert list(labels.values()) == ["air base", "air base", "bases", "air base"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("previous government", "the government", False),
        ("government", "the previous government", False),
        ("the previous government", "the previous government", True),
        ("Malian government", "the government", True),
    ],
)
def test_the_government_is_not_the_previous_one(first: str, second: str, same: bool) -> None:
    one, other = _noun(first, 0), _noun(second, 50)
    found = cluster_nominals([one, other], {"previous"}.__contains__)
    assert (found[one.start, one.end] is found[other.start, other.end]) is same


def test_behind_another_name_the_bare_noun_may_mean_that() -> None:
    first, bare = _noun("Oslo-based firm", 0), _noun("the firm", 60)
    alone = cluster_nominals([first, bare])
    assert alone[0, first.end].key == alone[60, bare.end].key
    asked: list[int] = []

    def is_rival(one: Mention, end: int) -> bool:
        asked.append(end)
        return True

    apart = cluster_nominals([first, bare], is_rival=is_rival)
    assert apart[0, first.end].key != apart[60, bare.end].key
    assert asked == [first.end]
