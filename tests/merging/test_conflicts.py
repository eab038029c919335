"""Statements that contradict each other, and those that only seem to."""

from __future__ import annotations

import pytest

from kg import Article
from kg.graph.conflicts import Conflict, conflicts, describe_conflict, has_one_holder
from kg.graph.folding import fold
from kg.namespaces import DEFAULT_BASE
from kg.reader import Reader


def _found(reader: Reader, *texts: tuple[str, str]) -> list[Conflict]:
    articles = [
        Article.of(id=f"a{i}", text=text, published=day) for i, (day, text) in enumerate(texts)
    ]
    return conflicts(fold(reader.read(articles), base=DEFAULT_BASE))


MAY, JUNE, YEAR_ON = "2016-05-10", "2016-06-01", "2017-06-01"
COLBY = "Ann Colby, the president of Peru, visited Iran."
MOREAU = "Ines Moreau, the president of Peru, visited Iran."


def test_what_is_affirmed_and_denied(reader: Reader) -> None:
    [found] = _found(reader, (MAY, "Russia bombed Aleppo."), (JUNE, "Russia did not bomb Aleppo."))
    assert {found.first.polarity, found.second.polarity} == {"positive", "negative"}
    told = "\n".join(describe_conflict(found))
    assert "Russia –bombs→ Aleppo" in told
    assert "a0: “Russia bombed Aleppo.”" in told


@pytest.mark.parametrize(
    "texts",
    [
        ((MAY, "Russia bombed Aleppo."), (YEAR_ON, "Russia did not bomb Aleppo.")),
        ((MAY, "Russia bombed Aleppo."), (MAY, "Turkey did not bomb Aleppo.")),
        ((MAY, "Russia will bomb Aleppo."), (MAY, "Russia did not bomb Aleppo.")),
        ((MAY, "Russia bombed Aleppo on Monday."), (MAY, "Russia did not bomb Aleppo on Tuesday.")),
        ((MAY, "Russia met Iran."), (MAY, "Russia did not meet Iran in Geneva.")),
    ],
)
def test_what_only_seems_to_contradict(reader: Reader, texts: tuple[tuple[str, str], ...]) -> None:
    assert _found(reader, *texts) == []


def test_the_general_denies_the_particular(reader: Reader) -> None:
    texts = ((MAY, "Russia met Iran in Geneva."), (MAY, "Russia did not meet Iran."))
    assert len(_found(reader, *texts)) == 1


def test_two_holders_of_one_post(reader: Reader) -> None:
    [found] = _found(reader, (MAY, COLBY), (MAY, MOREAU))
    assert found.reason.endswith("president (Peru)")
    # she is told to be it before and after the other
    assert len(_found(reader, (MAY, COLBY), (JUNE, MOREAU), (YEAR_ON, COLBY))) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ((MAY, COLBY), (JUNE, MOREAU)),
        ((MAY, COLBY), (MAY, MOREAU.replace("Peru", "Kenya"))),
        ((MAY, COLBY), (MAY, MOREAU.replace("the president", "a former president"))),
        ((MAY, COLBY), (MAY, MOREAU.replace("the president", "a vice president"))),
        ((MAY, COLBY), (MAY, MOREAU.replace("the president", "the ambassador"))),
        ((MAY, COLBY), (MAY, COLBY)),
    ],
)
def test_posts_that_both_may_hold(reader: Reader, texts: tuple[tuple[str, str], ...]) -> None:
    assert _found(reader, *texts) == []


def test_the_country_in_a_title_does_not_count(reader: Reader) -> None:
    texts = (
        (MAY, "Peruvian President Ann Colby visited Iran."),
        (MAY, "Ines Moreau, the president of Peru, visited Iran."),
    )
    assert len(_found(reader, *texts)) == 1


def test_titles_of_one_holder() -> None:
    one = ["president", "foreign minister", "prime minister", "chief executive", "head coach"]
    several = ["minister", "vice president", "deputy foreign minister", "spokesman", "senator", ""]
    assert [title for title in [*one, *several] if has_one_holder(title)] == one
