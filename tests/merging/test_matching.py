"""Who is one and who is two, in articles of one sentence or two."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import Article
from kg.graph.builder import ends
from kg.graph.folding import fold
from kg.graph.groups import Groups
from kg.graph.identities import describe_identities
from kg.graph.merging import Matcher
from kg.graph.resolution import resolve
from kg.model import Entity, Graph, Reading
from kg.namespaces import DEFAULT_BASE
from kg.reader import Reader
from tests.merging.corpus import corpus


def _graph(reader: Reader, *texts: str) -> Graph:
    articles = [
        Article.of(id=f"a{number}", text=text, published=f"2021-03-{number + 1:02}")
        for number, text in enumerate(texts)
    ]
    return fold(reader.read(articles), base=DEFAULT_BASE)


def _named(graph: Graph, name: str) -> list[Entity]:
    return [e for e in graph.entities if name in (e.label, e.label.split()[-1], *e.aliases)]


SAME = [
    # a tie
    ("Ann Colby, the head of Corvane Shipping, met Ines Moreau.",
     "Ann Colby, the chairwoman of Corvane Shipping, left Leeds.", "Ann Colby"),
    # nothing against it
    ("Ann Colby praised the plan.", "Ann Colby attacked the plan.", "Ann Colby"),
    # a new office in the same country
    ("Ann Colby, the finance minister of Peru, met Ines Moreau.",
     "Ann Colby, the prime minister of Peru, thanked the police.", "Ann Colby"),
    # a surname, with a tie
    ("Ann Colby, the head of Corvane Shipping, met Ines Moreau.",
     "Mr. Colby, the head of Corvane Shipping, left Leeds. Colby praised Corvane Shipping.",
     "Colby"),
    # a middle initial
    ("Ann Colby praised the plan.", "Ann R. Colby attacked the plan.", "Ann R. Colby"),
    # a former name, a second name, an abbreviation
    ("Kestrel Holdings bought a mine.",
     "Norvane Group, formerly known as Kestrel Holdings, opened a mine.", "Kestrel Holdings"),
    ("The Dockers Union of Riga called a strike.",
     "The Riga Port Brotherhood, also known as the Dockers Union of Riga, sued Latvia.",
     "Riga Port Brotherhood"),
    ("The Northern Fisheries Council (NFC) met Russia.", "The NFC accused Russia.", "NFC"),
]  # fmt: skip

TWO = [
    ("Ann Colby, the head of Corvane Shipping, met Ines Moreau.",
     "Ann Colby, the coach of Falkirk Rovers, blamed Jamie Struthers.", "Ann Colby"),
    ("Ann Colby was born in 1950. Ann Colby met Ines Moreau.",
     "Ann Colby was born in 1981. Ann Colby met Ines Moreau.", "Ann Colby"),
    ("Robin Colby left Leeds. He thanked the police.",
     "Robin Colby left Leeds. She thanked the police.", "Robin Colby"),
    # a surname alone
    ("Ann Colby, the head of Corvane Shipping, met Ines Moreau.", "Colby praised the plan.",
     "Colby"),
    # every country has one
    ("The Interior Ministry of Peru blamed Lima. The Interior Ministry attacked Peru.",
     "The Interior Ministry accused Kenya. Kenya rejected it.", "Interior Ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "name"), SAME)
def test_one(reader: Reader, first: str, second: str, name: str) -> None:
    found = _named(_graph(reader, first, second), name)
    assert len(found) == 1
    assert any(kind == "merged" for kind, _ in found[0].identity), found


@pytest.mark.parametrize(("first", "second", "name"), TWO)
def test_two(reader: Reader, first: str, second: str, name: str) -> None:
    graph = _graph(reader, first, second)
    articles = [
        {e.article for s in graph.statements if entity in ends(s) for e in s.evidence}
        for entity in _named(graph, name)
    ]
    assert len(articles) > 1
    assert all(len(ids) < 2 for ids in articles), articles


def test_who_is_two_says_why(reader: Reader) -> None:
    first, second = _named(_graph(reader, *TWO[0][:2]), "Ann Colby")
    assert first.id.startswith(f"{DEFAULT_BASE}entity/person/ann-colby_a0-")
    assert second.id.startswith(f"{DEFAULT_BASE}entity/person/ann-colby_a1-")
    [(kind, reason)] = first.identity
    assert kind == "apart"
    assert f"<{second.id}>" in reason
    assert "one is tied to Corvane Shipping, the other to Falkirk Rovers" in reason


def test_the_name_of_today_is_the_label(reader: Reader) -> None:
    [found] = _named(_graph(reader, *SAME[5][:2]), "Kestrel Holdings")
    assert found.label == "Norvane Group"
    assert found.id.endswith("/norvane-group")


def test_what_renamed_itself_is_not_its_own_object(reader: Reader) -> None:
    graph = _graph(reader, "Kestrel Holdings has renamed itself Norvane Group.")
    assert all(s.object is None or s.object != s.subject for s in graph.statements)


LI = ("Wei Li, a student at Dalian University, was arrested. Wei Li left Dalian University.",
      "Wei Li, the mayor of Harbin, opened a bridge.")  # fmt: skip


@pytest.mark.parametrize(
    ("third", "with_whom"),
    [
        ("Wei Li won the race in Oslo.", set()),
        ("Wei Li thanked Dalian University.", {"a0"}),
    ],
)
def test_a_third_of_two_joins_whom_it_agrees_with(
    reader: Reader, third: str, with_whom: set[str]
) -> None:
    graph = _graph(reader, *LI, third)
    articles = [
        {e.article for s in graph.statements if entity in ends(s) for e in s.evidence}
        for entity in _named(graph, "Wei Li")
    ]
    assert {"a2"} | with_whom in articles


def test_two_records_of_the_knowledge_base_stay_two() -> None:
    groups = Groups({})
    one, two = ("", "e/france"), ("", "e/germany")
    assert not groups.join(one, two, "merged", "an article says so")
    assert groups.of(one) != groups.of(two)
    assert groups.join(one, two, "decided", "a person says so")
    assert groups.of(one) == groups.of(two)


def test_listing_tells_merges_splits_and_near_misses(reader: Reader) -> None:
    graph = _graph(reader, *SAME[0][:2], TWO[0][1], "Anne Colbey praised Ines Moreau.")
    told = "\n".join(describe_identities(graph))
    assert "because: same name; both tied to Corvane Shipping" in told
    assert "of one name, and kept apart (2)" in told
    assert "Ann Colby ~ Anne Colbey  (Person;" in told or "Anne Colbey ~ Ann Colby" in told


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[Reading]:
    return list(reader.read(told.article for told in corpus()))


@settings(max_examples=8, deadline=None, derandomize=True)
@given(order=st.randoms(use_true_random=False))
def test_the_order_of_readings_is_of_no_matter(order, readings: list[Reading]) -> None:
    mixed = list(readings)
    order.shuffle(mixed)
    assert fold(mixed, base=DEFAULT_BASE) == fold(readings, base=DEFAULT_BASE)


def test_no_two_groups_have_one_iri(readings: list[Reading]) -> None:
    matcher = Matcher(readings)
    matcher.match()
    found = resolve(matcher)
    iris = {}
    for article, iri in matcher.all_locals:
        group = matcher.groups.of(matcher.node((article, iri)))
        iris.setdefault(found.iris.get((article, iri), iri), set()).add(group)
    assert all(len(groups) == 1 for groups in iris.values())


def test_premises_are_statements_of_the_graph(readings: list[Reading]) -> None:
    graph = fold(readings, base=DEFAULT_BASE)
    known = graph.by_id()
    assert len(known) == len(graph.statements)
    assert all(premise in known for s in graph.statements for premise in s.premises)
