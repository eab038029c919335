"""The whole pipeline with the real model: few tests, on the sample articles."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg import Article, Graph, build, read_articles, reader
from kg.errors import KGError, ModelError, OntologyError
from kg.graph.builder import fold_readings
from kg.link.knowledge import load_knowledge_base
from kg.model import Entity, Statement
from kg.namespaces import DEFAULT_BASE
from kg.nlp import load_model
from kg.ontology import load_ontology

ROOT = Path(__file__).resolve().parents[1]
SEEDS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
FORMATS = ("turtle", "jsonl", "graphml")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build(_articles(SEEDS))


@pytest.fixture(scope="module")
def hamadan() -> Graph:
    return build(_articles([str(ROOT / "seeds" / "hamadan-bombers.txt")]))


def _articles(inputs: list[str]) -> list[Article]:
    return [one for one in read_articles(inputs) if isinstance(one, Article)]


def _facts(graph: Graph) -> dict[tuple[str, str, str], Statement]:
    return {
        (s.subject.label, s.relation.label, s.object.label): s
        for s in graph.statements
        if isinstance(s.object, Entity)
    }


@pytest.fixture(scope="module")
def read() -> Callable[..., Graph]:
    """`build` with everything loaded once."""
    parts = {
        "nlp": load_model(),
        "ontology": load_ontology(),
        "knowledge": load_knowledge_base(),
        "base": DEFAULT_BASE,
    }
    return lambda *articles: fold_readings(reader.read(articles, **parts), base=DEFAULT_BASE)


# ── What the story of the bombers gives ────────────────────────────────────────────────────────


def test_russia_uses_a_base(hamadan: Graph) -> None:
    found = _concluded(hamadan, "Russia", "uses")
    assert {s.object.type for s in found if isinstance(s.object, Entity)} == {"Facility"}


def test_iran_hosts_russia(hamadan: Graph) -> None:
    found = _concluded(hamadan, "Iran", "hosts")
    assert [s.object.label for s in found if isinstance(s.object, Entity)] == ["Russia"]


def _concluded(graph: Graph, subject: str, relation: str) -> list[Statement]:
    """Statements of one subject and relation, all of them inferred from facts of the graph."""
    labels = (subject, relation)
    found = [s for s in graph.statements if (s.subject.label, s.relation.label) == labels]
    known = graph.by_id()
    assert found
    for one in found:
        assert one.inferred
        assert one.premises
        premises = [known[premise] for premise in one.premises]
        assert one.confidence <= min(p.confidence for p in premises)
        assert all((p.polarity, p.modality) == ("positive", "actual") for p in premises)
    return found


def test_what_was_denied_is_nobodys_fact(graph: Graph) -> None:
    denied = [s for s in graph.statements if s.attribution and s.attribution.cue == "denied"]
    assert denied
    assert {s.polarity for s in denied} == {"negative"}


# ── What holds for every article ───────────────────────────────────────────────────────────────


def test_every_span_slices_back(graph: Graph) -> None:
    texts = {article.id: article.text for article in graph.articles}
    assert len(texts) == len(SEEDS)
    for statement in graph.statements:
        assert statement.evidence, statement
        for one in statement.evidence:
            spans = [span for span in (one.subject, one.object) if span]
            for span in (one, *spans):
                assert span.text == texts[one.article][span.start : span.end]
            for span in spans:
                assert span.text


def test_every_article_gives_statements(graph: Graph) -> None:
    told = {e.article for s in graph.statements for e in s.evidence}
    assert told == {Path(path).stem for path in SEEDS}


def test_articles_about_the_same_are_linked(graph: Graph) -> None:
    russia = [
        s
        for s in graph.statements
        if any(isinstance(e, Entity) and e.label == "Russia" for e in (s.subject, s.object))
    ]
    assert len({e.article for s in russia for e in s.evidence}) >= 3


def test_premises_and_entities_are_in_the_graph(graph: Graph) -> None:
    known = graph.by_id()
    entities = {e.id for e in graph.entities}
    assert len(known) == len(graph.statements)
    for one in graph.statements:
        assert set(one.premises) <= set(known)
        assert one.subject.id in entities
        assert bool(one.premises) == one.inferred


def test_an_article_is_read_the_same_alone_and_among_others(graph: Graph, hamadan: Graph) -> None:
    among = {
        s.id for s in graph.statements if any(e.article == "hamadan-bombers" for e in s.evidence)
    }
    assert {s.id for s in hamadan.statements} == among


def test_any_order_of_articles_is_one_graph(graph: Graph) -> None:
    articles = _articles(SEEDS)
    random.Random(7).shuffle(articles)
    assert build(articles) == graph


def _built(folder: Path, inputs: list[str], cwd: Path, seed: str) -> dict[str, bytes]:
    formats = [part for name in FORMATS for part in ("--format", name)]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "kg", "build", *inputs, *formats, "--quiet", "-o", f"{folder}/"],
        check=True,
        cwd=cwd,
        env=environment,
    )
    found = {path.suffix: path.read_bytes() for path in folder.iterdir()}
    assert len(found) == len(FORMATS)
    return found


def test_the_same_bytes_whatever_the_order_folder_and_hash_seed(tmp_path: Path) -> None:
    one = _built(tmp_path / "one", SEEDS, ROOT, "1")
    other = _built(tmp_path / "other", SEEDS[::-1], tmp_path, "4242")
    assert one.keys() == other.keys()
    for suffix, data in one.items():
        assert data == other[suffix], suffix


# ── Odd articles ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["", " \n\n ", "Bombers fly", "?!", "🎉", "\x00", "a" * 30_000])
def test_articles_that_say_nothing(text: str, read: Callable[..., Graph]) -> None:
    found = read(Article.of(id="a", text=text))
    assert [article.id for article in found.articles] == ["a"]
    assert found.statements == ()


def test_no_articles() -> None:
    assert build([]).articles == ()


def test_an_article_without_a_date(read: Callable[..., Graph]) -> None:
    text = "Russia attacked Georgia on Tuesday. Iraq invaded Kuwait in August 1990."
    found = _facts(read(Article.of(id="a", text=text)))
    assert found["Russia", "attacks", "Georgia"].time is None
    august = found["Iraq", "invades", "Kuwait"].time
    assert august is not None
    assert august.value == "1990-08"
    dated = _facts(read(Article.of(id="a", text=text, published="2016-08-18")))
    tuesday = dated["Russia", "attacks", "Georgia"].time
    assert tuesday is not None
    assert tuesday.value == "2016-08-16"


@pytest.mark.parametrize("id", ["../up", "a b", "päper", "x" * 300, "http://x/y?z#w"])
def test_any_id(id: str, read: Callable[..., Graph]) -> None:
    found = read(Article.of(id=id, text="Russia attacked Georgia."))
    assert {e.article for s in found.statements for e in s.evidence} == {id}


def test_articles_are_read_a_few_ahead() -> None:
    seen: list[int] = []

    def articles() -> Iterator[Article]:
        for i in range(70):
            assert i - len(seen) <= 32
            yield Article.of(id=str(i), text="Russia attacked Georgia.")

    build(articles(), progress=seen.append)
    assert seen == list(range(1, 71))


# ── What a caller may add or get wrong ─────────────────────────────────────────────────────────

OWN = """
@prefix kg: <https://kg.example/ontology#> .
@prefix lex: <https://kg.example/lexicon#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
kg:outflanks a kg:Relation ; rdfs:label "outflanks"@en ; rdfs:domain kg:Actor ;
    rdfs:range kg:Actor ; skos:definition "Gets round an opponent."@en ;
    rdfs:subPropertyOf kg:attacks .
lex:outfox_v a ontolex:Word ; rdfs:label "outfox"@en ; lexinfo:partOfSpeech lexinfo:verb ;
    ontolex:sense [ ontolex:reference kg:outflanks ] .
"""


def test_an_ontology_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(OWN, encoding="utf-8")
    article = Article.of(id="a", text="Turkey outfoxed Russia. Iran was outfoxed by Turkey.")
    plain, own = build([article]), build([article], ontology=[path])
    assert ("Turkey", "outfoxes", "Russia") in _facts(plain)
    found = _facts(own)
    assert set(found) == {("Turkey", "outflanks", "Russia"), ("Turkey", "outflanks", "Iran")}
    event = found["Turkey", "outflanks", "Russia"].event
    assert event is not None
    assert event.type == "assault"


def test_a_knowledge_base_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("key,label,type,alias\ncompany/harl,Harl Works,Company,Harl\n", "utf-8")
    article = Article.of(id="a", text="Turkey sued Harl Works. Iran praised Harl Works.")
    found = _facts(build([article], knowledge=[path]))
    assert {s.object.id for s in found.values() if isinstance(s.object, Entity)} == {
        "https://kg.example/id/entity/company/harl"
    }


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"base": "no base"}, OntologyError),
        ({"base": "https://news.example/id"}, OntologyError),
        ({"model": "no_such_model"}, ModelError),
        ({"ontology": [Path("absent.ttl")]}, OntologyError),
        ({"knowledge": [Path("absent.ttl")]}, OntologyError),
    ],
)
def test_options_that_cannot_be_used(options: dict[str, object], error: type[KGError]) -> None:
    with pytest.raises(error):
        build([], **options)  # type: ignore[arg-type]


def test_the_base_starts_every_iri() -> None:
    found = build(
        [Article.of(id="a", text="Russia attacked Georgia from a base.")],
        base="https://news.example/",
    )
    assert found.entities
    assert all(e.id.startswith("https://news.example/") for e in found.entities)


@pytest.mark.long
def test_twenty_megabytes() -> None:
    texts = [article.text for article in _articles(SEEDS)]
    text = "\n\n".join(texts)
    found = build([Article.of(id="huge", text="\n\n".join([text] * (20_000_000 // len(text) + 1)))])
    assert len(found.articles[0].text) >= 20_000_000
    assert len(found.statements) >= len(_facts(build([Article.of(id="once", text=text)])))
