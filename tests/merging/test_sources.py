"""Copies of one text are one source; two texts about one thing are two."""

from __future__ import annotations

import random

import pytest

from kg import Article
from kg.graph.folding import fold
from kg.graph.sources import copies, overlap, sketch
from kg.model import Reading
from kg.namespaces import DEFAULT_BASE
from kg.reader import Reader

WORDS = [f"word{i}" for i in range(400)]


def _text(seed: int, length: int) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) for _ in range(length))


def _reading(id: str, text: str, published: str | None = None) -> Reading:
    article = Article.of(id=id, text=text, published=published)
    return Reading(article=article, statements=(), sketch=sketch(text))


LONG = _text(1, 900)
COPIES = [
    LONG,
    LONG.upper().replace(" ", "  "),
    "LEEDS (Wire) - " + LONG + " Our reporters contributed to this article.",
    " ".join(LONG.split()[:500]),  # cut at the end
    " ".join(word for i, word in enumerate(LONG.split()) if i % 60),  # edited here and there
]
OTHERS = [
    _text(2, 900),
    _text(3, 300) + " " + " ".join(LONG.split()[:120]),  # quotes a part
    "a short text",
    "another short text",
    "",
]


@pytest.mark.parametrize("copy", COPIES[1:], ids=["case", "frame", "cut", "edited"])
def test_a_copy_is_seen(copy: str) -> None:
    assert copies([_reading("a", LONG), _reading("b", copy)]) == (("a", "b"),)


@pytest.mark.parametrize("other", OTHERS, ids=["other", "quote", "short", "short2", "empty"])
def test_another_text_is_no_copy(other: str) -> None:
    assert copies([_reading("a", LONG), _reading("b", other)]) == ()


def test_groups_are_those_of_any_order() -> None:
    readings = [_reading(f"c{i}", text) for i, text in enumerate(COPIES)]
    readings += [_reading(f"o{i}", text) for i, text in enumerate(OTHERS)]
    readings += [_reading(f"n{i}", "a note of few words") for i in range(50)]
    found = copies(readings)
    assert found == copies(reversed(readings))
    notes = tuple(sorted(f"n{i}" for i in range(50)))
    assert found == (tuple(f"c{i}" for i in range(len(COPIES))), notes)


def test_the_earliest_comes_first() -> None:
    readings = [_reading("a", LONG, "2021-03-02"), _reading("b", LONG, "2021-03-01")]
    assert copies([*readings, _reading("c", LONG)]) == (("b", "a", "c"),)


def test_the_estimate_is_near_the_truth() -> None:
    half = " ".join(LONG.split()[:450]) + " " + _text(9, 450)
    assert overlap(sketch(LONG), sketch(half)) == pytest.approx(0.5, abs=0.1)


def test_a_statement_tells_its_independent_sources(reader: Reader) -> None:
    story = (
        "Russia attacked Georgia on Monday. The Russian Defense Ministry said that the attack had"
        " lasted two hours, and showed a film of it."
    )
    texts = {"wire": story, "paper": "MOSCOW - " + story, "other": "Russia attacked Georgia."}
    articles = [Article.of(id=id, text=text, published="2016-08-16") for id, text in texts.items()]
    graph = fold(reader.read(articles), base=DEFAULT_BASE)
    assert graph.copies == (("paper", "wire"),)
    told = {s.time and s.time.value: s.sources for s in graph.statements if s.object and
            s.relation.label == "attacks"}  # fmt: skip
    assert told == {"2016-08-15": (("paper", "wire"),), None: (("other",),)}


def test_two_texts_are_two_sources(reader: Reader) -> None:
    texts = {"a": "Russia attacked Georgia.", "b": "Russia attacked Georgia. Georgia fled."}
    graph = fold(
        reader.read(Article.of(id=id, text=text) for id, text in texts.items()), base=DEFAULT_BASE
    )
    [found] = (s for s in graph.statements if s.relation.label == "attacks")
    assert found.sources == (("a",), ("b",))
