"""Search by name."""

from __future__ import annotations

import pytest

from kg.explore.index import Index
from kg.explore.names import Names
from kg.model import Entity, Graph, Relation, Statement

NAMES = (
    ("Vladimir Putin", "Putin"),
    ("Recep Tayyip Erdoğan",),
    ("Putinland",),
    ("Łódź", "Lodz"),
    ("Hamadan air base", "Nojeh air base"),
    ("Hamadan",),
    ("São Paulo",),
    ("北京", "Beijing"),
)


@pytest.fixture(scope="module")
def names() -> Names:
    entities = tuple(
        Entity(id=f"x/{number}", label=label, type="Person", aliases=tuple(aliases))
        for number, (label, *aliases) in enumerate(NAMES)
    )
    says = Relation(id="says", label="says")
    statements = (Statement(id="1", subject=entities[4], relation=says, object=entities[0]),)
    graph = Graph(articles=(), entities=entities, statements=statements, base="x/")
    return Names(Index(graph))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("putin", "Vladimir Putin"),
        ("Putn", "Vladimir Putin"),
        ("vladimr putin", "Vladimir Putin"),
        ("putin vladimir", "Vladimir Putin"),
        ("erdogan", "Recep Tayyip Erdoğan"),
        ("Erdoǧan", "Recep Tayyip Erdoğan"),
        ("lodz", "Łódź"),
        ("sao paolo", "São Paulo"),
        ("hamadan", "Hamadan"),
        ("hamad", "Hamadan air base"),
        ("base nojeh", "Hamadan air base"),
        ("北京", "北京"),
        ("北", "北京"),
    ],
)
def test_the_best_comes_first(names: Names, typed: str, first: str) -> None:
    assert names.search(typed)[0].entity.label == first


def test_what_has_all_words_hides_what_has_some(names: Names) -> None:
    assert [f.entity.label for f in names.search("hamadan base")] == ["Hamadan air base"]


def test_the_label_is_told_rather_than_an_alias_like_it(names: Names) -> None:
    assert names.search("air base")[0].name == "Hamadan air base"
    assert names.search("nojeh")[0].name == "Nojeh air base"


@pytest.mark.parametrize("typed", ["", "  ", "!?", "_", "qqqqqqqq", "\x00", "x" * 100_000])
def test_what_no_name_is_like_finds_nothing(names: Names, typed: str) -> None:
    assert names.search(typed) == []


def test_no_more_are_given_than_wanted(names: Names) -> None:
    assert len(names.search("p")) == 3
    assert len(names.search("p", 2)) == 2
