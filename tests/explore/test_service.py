"""The explorer as `kg serve` runs it: queries in children, updates, stores, what has no pages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import read_articles
from kg.explore.addresses import address, article_address, entity_address, statement_address
from kg.namespaces import statement_iri
from kg.pipeline import grow
from kg.reader import Reader
from kg.store import load_queries
from tests.cli.sample import HOSTS, IRAN, SAMPLE
from tests.explore.pages import Found, parsed
from tests.serve.service import Reply, Service, serving

SEEDS = Path(__file__).parents[2] / "seeds"
HOSTED = "SELECT ?a ?s { ?s a kg:Statement ; rdf:subject ?a ; rdf:predicate kg:hosts }"


def _page(service: Service, path: str, status: int = 200, **query: str) -> Found:
    reply = service.send("GET", path, pairs=list(query.items()))
    assert (reply.status, reply.type) == (status, "text/html"), reply.text
    return parsed(reply.text)


def _file(service: Service, kind: str, **query: str) -> Reply:
    return service.send("GET", f"/query.{kind}", pairs=list(query.items()))


# ── queries ──────────────────────────────────────────────────────────────────────────────────────


def test_an_answer_is_a_table_that_leads_to_pages(service: Service) -> None:
    found = _page(service, "/query", sparql=HOSTED)
    assert "1 row" in found.text
    assert entity_address(IRAN.id) in found.links
    assert statement_address(HOSTS.id) in found.links


def test_a_named_query_takes_its_parameters(service: Service) -> None:
    known = {"name": "timeline of an actor"}
    assert "Give actor." in _page(service, "/query", **known).text
    found = _page(service, "/query", **known, **{"set-actor": "Tehran"})
    assert "hosts" in found.text
    [edit] = [link for link in found.links if link.startswith("/query?sparql=")]
    assert "set-actor=Tehran" in edit
    reply = service.send("GET", edit)
    assert "hosts" in parsed(reply.text).text


def test_every_named_query_has_a_page_that_answers(service: Service) -> None:
    links = [a for a in _page(service, "/query").links if a.startswith("/query?name=")]
    parameters = {
        address("/query", name=one.name): [p.name for p in one.parameters if p.needed]
        for one in load_queries()
    }
    assert sorted(links) == sorted(parameters)
    for link in links:
        given = "".join(f"&set-{one}=Iran" for one in parameters[link])
        reply = service.send("GET", link + given)
        assert reply.status == 200, link
        assert 'role="alert"' not in reply.text, link


@pytest.mark.parametrize(
    ("sparql", "status", "told"),
    [
        ("SELECT oops", 400, "not SPARQL: line 1"),
        ("SELECT ?s { SERVICE <http://x.example/> { ?s ?p ?o } }", 400, "SERVICE is not answered"),
        ("ASK { ?a kg:hosts ?b }", 200, "yes"),
        ("CONSTRUCT { ?a kg:uses ?b } WHERE { ?a kg:hosts ?b }", 200, "1 row"),
        ("SELECT ?x { VALUES ?x { '<script>alert(1)</script>' } }", 200, "<script>alert(1)"),
    ],
)
def test_queries_of_each_kind(service: Service, sparql: str, status: int, told: str) -> None:
    assert told in _page(service, "/query", status, sparql=sparql).text


def test_an_unknown_query_and_a_page_that_cannot_be(service: Service) -> None:
    assert "choose from" in _page(service, "/query", 400, name="nothing").text
    assert "a number from 1" in _page(service, "/query", 400, sparql=HOSTED, page="x").text


def test_long_answers_come_in_pages(service: Service) -> None:
    asked = "SELECT ?p ?o { ?s ?p ?o } ORDER BY ?p ?o"
    first = _page(service, "/query", sparql=asked)
    more, *_ = [link for link in first.links if link.endswith("page=2")]
    assert parsed(service.send("GET", more).text).all("tbody")
    assert len(first.all("tr")) == 101


def test_answers_are_downloaded_whole(service: Service) -> None:
    table = _file(service, "csv", sparql=HOSTED)
    assert table.headers["content-disposition"] == 'attachment; filename="query.csv"'
    [row] = csv.DictReader(io.StringIO(table.text))
    assert row == {"a": IRAN.id, "s": statement_iri(SAMPLE.base, HOSTS.id)}
    assert len(json.loads(_file(service, "json", sparql=HOSTED).body)["results"]["bindings"]) == 1
    made = _file(service, "ttl", sparql="CONSTRUCT WHERE { ?a kg:hosts ?b }")
    assert made.type == "text/turtle"
    assert IRAN.id in made.text


@pytest.mark.parametrize(
    ("kind", "query"),
    [("csv", "ASK {}"), ("ttl", HOSTED), ("json", "CONSTRUCT WHERE { ?s ?p ?o }"), ("exe", HOSTED)],
)
def test_what_an_answer_cannot_be_had_as(service: Service, kind: str, query: str) -> None:
    assert _file(service, kind, sparql=query).status == 400


# ── the rest of the service ──────────────────────────────────────────────────────────────────────


def test_an_update_is_told_on_every_page(service: Service) -> None:
    assert "was changed by updates" not in _page(service, "/").text
    assert (
        service.update("INSERT DATA { <http://x.example/a> a <http://x.example/b> }").status == 204
    )
    assert "was changed by updates" in _page(service, "/").text
    assert "was changed by updates" in _page(service, "/entity", id=IRAN.id).text


def test_without_pages_there_is_sparql_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.ttl"
    foreign.write_text("<http://x.example/a> a <http://x.example/b> .", encoding="utf-8")
    with serving(foreign) as running:  # RDF, but not a graph of kg
        assert running.send("GET", "/").status == 404
        assert len(running.ask("SELECT ?a { ?a a ?b }").rows) == 1


# ── stores ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    path = tmp_path_factory.mktemp("served") / "news"
    names = ("hamadan-bombers.txt", "hamadan-withdrawal.txt")
    grow(path, read_articles([str(SEEDS / name) for name in names]), reader=reader)
    return path


@pytest.fixture(scope="module")
def stored(store: Path) -> Iterator[Service]:
    with serving(store) as running:
        yield running


def test_an_article_of_a_store_tells_what_was_rejected_and_why(stored: Service) -> None:
    found = parsed(stored.send("GET", article_address("hamadan-withdrawal").partition("#")[0]).text)
    assert "that became no statement" in found.text
    assert found.all("tbody")
    assert any(reason in found.text for reason in ("pronoun unresolved", "nobody and nothing"))


def test_an_article_of_a_store_has_every_mention_marked(stored: Service, store: Path) -> None:
    shown = stored.send("GET", "/article", id="hamadan-bombers").text
    assert 'title="Russian Defense Ministry"' in shown
    assert "Names that no statement uses" not in shown


def test_an_article_that_was_removed_meanwhile_still_has_its_page(
    store: Path, reader: Reader, tmp_path: Path
) -> None:
    from kg.store import remove_articles

    path = tmp_path / "news"
    grow(path, read_articles([str(SEEDS / "hamadan-bombers.txt")]), reader=reader)
    with serving(path) as running:
        remove_articles(path, ["hamadan-bombers"])
        reply = running.send("GET", "/article", id="hamadan-bombers")
        assert reply.status == 200
        assert "has another text of this article by now" in reply.text
