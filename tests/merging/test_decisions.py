"""What people decide: read and written as TOML, replayed, and told when it no longer applies."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import Article
from kg.errors import InputError
from kg.export.decisions import add_decision
from kg.graph.decisions import Decision, Decisions, parse_decisions, read_decisions
from kg.graph.folding import fold
from kg.model import Graph, Reading
from kg.namespaces import DEFAULT_BASE
from kg.pipeline import build, grow
from kg.reader import Reader
from kg.store import read_graph

TEXTS = {
    "port": "Ann Colby, the head of Corvane Shipping, met Ines Moreau.",
    "match": "Ann Colby, the coach of Falkirk Rovers, blamed Jamie Struthers.",
    "war": "Georgia accused Russia.",
    "peach": "Georgia sued Ines Moreau.",
}


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[Reading]:
    return list(reader.read(Article.of(id=id, text=text) for id, text in TEXTS.items()))


def _fold(readings: list[Reading], text: str) -> tuple[Graph, list[str]]:
    told: list[str] = []
    decisions = parse_decisions(text)
    graph = fold(readings, base=DEFAULT_BASE, decisions=decisions, unapplied=told.append)
    return graph, told


def _colbys(graph: Graph) -> list[str]:
    names = (e for e in graph.entities if e.label == "Ann Colby")
    return [entity.id.removeprefix(f"{DEFAULT_BASE}entity/person/") for entity in names]


def test_a_merge_outweighs_the_context(readings: list[Reading]) -> None:
    assert len(_colbys(_fold(readings, "")[0])) == 2
    text = """
        [[merge]]
        entities = ["person/ann-colby@port", "person/ann-colby@match"]
        note = "she changed her job"
    """
    graph, told = _fold(readings, text)
    assert (_colbys(graph), told) == (["ann-colby"], [])
    [found] = (e for e in graph.entities if e.label == "Ann Colby")
    assert ("decided", "merged by decision: she changed her job") in found.identity


def test_an_iri_of_the_listing_is_understood(readings: list[Reading]) -> None:
    first, second = _colbys(_fold(readings, "")[0])
    text = f'[[merge]]\nentities = ["person/{first}", "{DEFAULT_BASE}entity/person/{second}"]'
    graph, told = _fold(readings, text)
    assert (_colbys(graph), told) == (["ann-colby"], [])


def test_a_split_outweighs_the_name(readings: list[Reading]) -> None:
    text = """
        [[split]]
        entity = "country/georgia"
        articles = ["peach"]
        note = "the state"

        [[rename]]
        entity = "country/georgia@peach"
        label = "Georgia (U.S.)"

        [[retype]]
        entity = "country/georgia@peach"
        type = "Region"
    """
    graph, told = _fold(readings, text)
    assert told == []
    found = {e.label: (e.id, e.type) for e in graph.entities if "Georgia" in e.label}
    assert found.keys() == {"Georgia", "Georgia (U.S.)"}
    assert found["Georgia"] == (f"{DEFAULT_BASE}entity/country/georgia", "Country")
    assert found["Georgia (U.S.)"][1] == "Region"
    assert found["Georgia (U.S.)"][0].startswith(f"{DEFAULT_BASE}entity/country/georgia_peach-")
    assert all(
        s.subject.label == "Georgia" for s in graph.statements if s.evidence[0].article == "war"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[merge]]\nentities = ["person/ann-colby", "person/nobody"]', "no entity person/nobody"),
        ('[[merge]]\nentities = ["person/ann-colby@gone", "city/x"]', "person/ann-colby@gone"),
        ('[[split]]\nentity = "country/georgia"\narticles = ["x"]', "country/georgia is not both"),
        ('[[rename]]\nentity = "person/nobody"\nlabel = "N"', "no entity person/nobody"),
        ('[[retype]]\nentity = "person/nobody"\ntype = "City"', "no entity person/nobody"),
        (
            '[[split]]\nentity = "person/ann-colby"\narticles = ["port"]\n[[merge]]\nentities = '
            '["person/ann-colby@port", "person/ann-colby@match"]',
            "another decision keeps them apart",
        ),
    ],
)
def test_what_no_longer_applies_is_told(readings: list[Reading], text: str, message: str) -> None:
    graph, told = _fold(readings, text)
    assert len(told) == 1
    assert "no longer applies" in told[0]
    assert message in told[0]
    assert len(graph.statements) == len(_fold(readings, "")[0].statements)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[merge", "not TOML: "),
        ("[[forget]]", "no decision 'forget': allowed are merge, split, rename, retype"),
        ("merge = 3", "merge: write each decision below a line .*merge"),
        ("[[merge]]\nentities = ['a']", "merge 1: needs two entities or more"),
        ("[[rename]]\nentity = 'a'", "rename 1: needs label"),
        ("[[rename]]\nentity = 'a'\nlabel = 3", "rename 1: label = 3: allowed are entity .text., "),
        ("[[split]]\nentity = 'a'\narticles = 'b'", "articles .a list., note .text."),
    ],
)
def test_what_is_no_decision_is_refused(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_decisions(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_what_is_written_can_be_read_and_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text('# ours\n[[rename]]\nentity = "a"  # odd\nlabel = "A"\n', encoding="utf-8")
    made = [
        Decision(kind="merge", entities=("a", "b@x y"), note='a "note"\n\x7f'),
        Decision(kind="split", entities=("c",), articles=("x",)),
        Decision(kind="merge", entities=("d", "e")),
        Decision(kind="retype", entities=("c",), value="City"),
    ]
    for one in made:
        add_decision(path, one)
    text = path.read_text("utf-8")
    assert text.startswith('# ours\n[[rename]]\nentity = "a"  # odd\n')
    assert set(read_decisions(path).items) == {
        *made,
        Decision(kind="rename", entities=("a",), value="A"),
    }
    with pytest.raises(InputError, match="has this decision already: merge d, e"):
        add_decision(path, made[2])
    assert path.read_text("utf-8") == text


def test_a_store_remembers_its_decisions(tmp_path: Path, reader: Reader) -> None:
    path, store = tmp_path / "decisions.toml", tmp_path / "store"
    text = '[[merge]]\nentities = ["person/ann-colby@port", "person/ann-colby@match"]\n'
    path.write_text(text, encoding="utf-8")
    articles = [Article.of(id=id, text=text) for id, text in TEXTS.items()]
    grow(store, articles[:2], reader=reader)
    assert len(_colbys(read_graph(store))) == 2
    grow(store, articles[:2], reader=reader, decisions=path)
    grow(store, articles[2:], reader=reader)
    assert _colbys(read_graph(store)) == ["ann-colby"]
    assert read_graph(store) == build(articles, decisions=path)
    path.write_text("", encoding="utf-8")
    grow(store, [], reader=reader, decisions=path)
    assert len(_colbys(read_graph(store))) == 2


def test_no_decisions_change_nothing(readings: list[Reading]) -> None:
    assert fold(readings, base=DEFAULT_BASE, decisions=Decisions()) == _fold(readings, "")[0]
