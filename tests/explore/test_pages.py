"""What each page shows of a graph made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from kg.explore.addresses import article_address, entity_address, statement_address
from kg.model import Article, Statement
from kg.serve.pages import Pages
from tests.cli.sample import (
    ATTACKS,
    BASE,
    DENIAL,
    HAMADAN,
    HOSTS,
    IRAN,
    LAUNCHES,
    MOSCOW,
    RUSSIA,
    SAMPLE,
    SHOIGU,
    USES,
    WIKIDATA,
)
from tests.explore.conftest import client_of
from tests.explore.pages import Found, crawl, parsed


def page(client: TestClient, address: str, status: int = 200) -> Found:
    """Ask for a page and parse it."""
    reply = client.get(address)
    assert reply.status_code == status, reply.text
    return parsed(reply.text)


def flat(found: Found) -> str:
    """The text of a page on one line."""
    return " ".join(found.text.split())


def test_every_link_of_every_page_leads_to_a_page(sample: TestClient) -> None:
    asked = list(crawl(sample, 400))
    assert [(address, status) for address, status, _ in asked if status != 200] == []
    assert len(asked) > 40


def test_the_overview_counts_and_ranks(sample: TestClient) -> None:
    found = page(sample, "/")
    text = flat(found)
    for told in ("2 articles", "6 entities", "4 statements", "1 denied", "0 planned", "2 inferred"):
        assert told in text
    assert entity_address(RUSSIA.id) in found.links
    assert "/statements?polarity=negative" in found.links
    assert "Bombers fly from Iran" in text


def test_an_entity_page_tells_names_ids_and_statements_by_part(sample: TestClient) -> None:
    found = page(sample, entity_address(RUSSIA.id))
    text = flat(found)
    assert "Moscow, Russian Federation" in text
    assert WIKIDATA in found.links
    order = [
        text.index(t)
        for t in ("as subject: launches 1", "as subject: uses 1", "as object: hosts 1")
    ]
    assert order == sorted(order)
    assert "“Russia launched bombers on Tuesday from an Iranian air base.”" in text


@pytest.mark.parametrize(
    ("entity", "asked", "shown", "hidden"),
    [
        (IRAN, "polarity=negative", ATTACKS, HOSTS),
        (IRAN, "polarity=positive", HOSTS, ATTACKS),
        (IRAN, "origin=inferred", HOSTS, ATTACKS),
        (IRAN, "origin=read", ATTACKS, HOSTS),
        (IRAN, "article=later/denial", ATTACKS, HOSTS),
        (IRAN, f"claimed={SHOIGU.id}", ATTACKS, HOSTS),
        (IRAN, "claimed=article", HOSTS, ATTACKS),
        (IRAN, "since=2016-08-17", ATTACKS, HOSTS),
        (IRAN, "until=2016-08-16", HOSTS, ATTACKS),
        (IRAN, "least=0.8", HOSTS, ATTACKS),
        (RUSSIA, "part=object", HOSTS, USES),
        (RUSSIA, "view=time&part=subject", USES, HOSTS),
    ],
)
def test_an_entity_page_shows_what_is_chosen(
    sample: TestClient, entity, asked: str, shown: Statement, hidden: Statement
) -> None:
    links = page(sample, f"{entity_address(entity.id)}&{asked}").links
    assert statement_address(shown.id) in links
    assert statement_address(hidden.id) not in links


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/statements?polarity=maybe", "polarity=maybe: choose from positive, negative"),
        ("/statements?modality=sure", "choose from actual, future"),
        ("/statements?since=yesterday", "write a date like 2016"),
        ("/statements?least=2.5", "from 0 to 1"),
        ("/statements?page=0", "a number from 1"),
        ("/search?family=fish", "choose from person"),
        ("/merges?kind=all", "choose from merged, apart, near"),
        (f"{entity_address(IRAN.id)}&view=map", "choose from relation, time"),
        (f"{article_address('hamadan')}&page=x", "write a number"),
    ],
)
def test_what_cannot_be_is_told_with_what_can(sample: TestClient, address: str, told: str) -> None:
    assert told in flat(page(sample, address, 400))


def test_what_the_graph_lacks_is_not_found_and_its_like_is_named(sample: TestClient) -> None:
    found = page(sample, entity_address("https://kg.example/id/entity/country/irann"), 404)
    assert entity_address(IRAN.id) in found.links
    page(sample, statement_address("0" * 16), 404)
    page(sample, article_address("nothing"), 404)


def test_an_address_that_leads_nowhere_has_a_page_too(sample: TestClient) -> None:
    found = page(sample, "/nothing/<b>", 404)
    assert "no page '/nothing/<b>' here" in flat(found)


def test_a_statement_of_several_articles_counts_for_each() -> None:
    both = replace(LAUNCHES, evidence=(*LAUNCHES.evidence, *ATTACKS.evidence))
    client = client_of(replace(SAMPLE, statements=(both, USES)), triples=False)
    assert "2 articles: hamadan (2), later/denial (1)" in flat(
        page(client, entity_address(RUSSIA.id))
    )


def test_a_statement_page_tells_all_of_a_denial(sample: TestClient) -> None:
    found = page(sample, statement_address(ATTACKS.id))
    text = flat(found)
    assert "× denied" in text
    assert "negative: said not to be so" in text
    assert "Sergei Shoigu, as “Sergei Shoigu”, with the word “denied”" in text
    assert "When it happened not told" in text
    assert "When it was published 2016-08-18" in text
    assert "quote.reported" in text
    assert "0.75" in text
    marked = {(a["class"].split()[0]) for a in found.all("mark")}
    assert {"mark-subject", "mark-object", "mark-source", "mark-cue"} <= marked


def test_a_statement_page_shows_premises_as_a_tree_and_what_follows(sample: TestClient) -> None:
    found = page(sample, statement_address(HOSTS.id))
    assert "∴ inferred" in flat(found)
    premises = [a["href"] for a in found.all("a") if a["href"].startswith("/statement?")]
    assert premises.index(statement_address(USES.id)) < premises.index(
        statement_address(LAUNCHES.id)
    )
    follows = page(sample, statement_address(USES.id))
    assert statement_address(HOSTS.id) in follows.links


def test_premises_that_go_round_or_are_missing_are_told(sample: TestClient) -> None:
    round_ = replace(LAUNCHES, inferred=True, premises=(HOSTS.id, "0" * 16))
    client = client_of(replace(SAMPLE, statements=(round_, USES, HOSTS, ATTACKS)), triples=False)
    text = flat(page(client, statement_address(HOSTS.id)))
    assert "told above" in text
    assert "which this graph does not hold" in text


def test_an_article_page_marks_mentions_and_leads_to_statements(sample: TestClient) -> None:
    found = page(sample, article_address("hamadan"))
    assert "Russia launched bombers on Tuesday from" in flat(found).replace(" .", ".")
    assert entity_address(RUSSIA.id) in found.links
    assert {statement_address(s.id) for s in (LAUNCHES, USES, HOSTS)} <= set(found.links)
    # "Iranian" lies within "an Iranian air base": the piece leads to the inner, and names the outer
    [inner] = [a for a in found.all("a") if "; within " in a.get("title", "")]
    assert inner["title"] == "Iran; within Hamadan air base"
    assert inner["href"] == entity_address(IRAN.id)


def test_an_article_without_text_shows_its_sentences(sample: TestClient) -> None:
    bare = tuple(replace(article, text="") for article in SAMPLE.articles)
    client = client_of(replace(SAMPLE, articles=bare), triples=False)
    found = page(client, article_address("later/denial"))
    assert "--no-text" in flat(found)
    assert "denied that" in flat(found)
    assert entity_address(MOSCOW.id) in found.links


def test_a_long_article_comes_in_parts_and_an_offset_finds_its_part() -> None:
    text = HAMADAN.text + "\n\n" + "Nothing was said.\n" * 3000 + "\n" + HAMADAN.text
    at = text.rindex("Russia launched")
    evidence = replace(LAUNCHES.evidence[0], start=at, end=at + 60, subject=None, object=None)
    late = replace(LAUNCHES, evidence=(evidence,))
    article = replace(Article.of(id="hamadan", text=text), title="Long")
    client = client_of(
        replace(SAMPLE, articles=(article, DENIAL), statements=(late,)), triples=False
    )
    first = page(client, article_address("hamadan"))
    assert "part 1 of 4" in flat(first)
    assert statement_address(late.id) not in first.links
    last = page(client, article_address("hamadan", at))
    assert "part 4 of 4" in flat(last)
    assert statement_address(late.id) in last.links
    assert [a for a in last.all("span") if a.get("id") == f"at-{at}"]


def test_conflicts_come_with_the_command_that_decides_them() -> None:
    denied = replace(USES, polarity="negative", inferred=False, premises=(), id="1" * 16)
    denied = replace(denied, evidence=ATTACKS.evidence)
    client = client_of(replace(SAMPLE, statements=(LAUNCHES, USES, denied)), triples=False)
    text = flat(page(client, "/conflicts"))
    assert "1 conflict" in text
    assert "one affirms and the other denies it" in text
    assert f"kg entities split 'news <graph>.ttl' {RUSSIA.id} later/denial" in text
    assert "Contradicted" in flat(page(client, statement_address(USES.id)))


def test_merges_come_with_reasons_and_the_command_that_decides_them() -> None:
    other = replace(SHOIGU, id=SHOIGU.id + "_x", label="Sergei Shoygu", aliases=())
    apart = replace(MOSCOW, identity=(("apart", f"from <{RUSSIA.id}>: same name"),))
    graph = replace(SAMPLE, entities=(BASE, IRAN, apart, RUSSIA, SHOIGU, other))
    client = client_of(graph, triples=False)
    merged = flat(page(client, "/merges"))
    assert "Iran Country in hamadan, later/denial" in merged
    assert f"kg entities split 'news <graph>.ttl' {IRAN.id} later/denial" in merged
    near = flat(page(client, "/merges?kind=near"))
    assert f"kg entities merge 'news <graph>.ttl' {SHOIGU.id} {other.id}" in near
    kept = flat(page(client, "/merges?kind=apart"))
    assert f"kg entities merge 'news <graph>.ttl' {MOSCOW.id} {RUSSIA.id}" in kept


@pytest.mark.parametrize("typed", ["Iran", "iran", "TEHRAN", "teh", "Irann", "Íran", "iran tehran"])
def test_search_finds_by_any_name_however_it_is_spelt(sample: TestClient, typed: str) -> None:
    assert entity_address(IRAN.id) in page(sample, f"/search?q={typed}").links
    rows = sample.get("/complete", params={"q": typed}).json()
    assert rows[0]["address"] == entity_address(IRAN.id)
    assert rows[0].keys() == {"label", "name", "type", "family", "letter", "address"}


def test_search_without_a_name_lists_all_and_by_family(sample: TestClient) -> None:
    everything = page(sample, "/search").links
    assert {entity_address(e.id) for e in SAMPLE.entities} <= set(everything)
    countries = page(sample, "/search?family=country").links
    assert entity_address(IRAN.id) in countries
    assert entity_address(BASE.id) not in countries
    assert sample.get("/complete").json() == []


def test_a_place_tells_where_it_lies() -> None:
    within = replace(USES, subject=BASE, object=IRAN, inferred=False, premises=())
    within = replace(within, relation=replace(USES.relation, id=LOCATED, label="located in"))
    client = client_of(replace(SAMPLE, statements=(within,)), triples=False)
    text = flat(page(client, entity_address(BASE.id)))
    assert "Where it lies Hamadan air base located in C Iran" in text


LOCATED = "https://kg.example/ontology#located_in"


def test_pages_of_a_list_hold_all_of_it_once() -> None:
    many = tuple(
        replace(LAUNCHES, id=f"{number:016x}", published="2016-08-16") for number in range(120)
    )
    client = client_of(replace(SAMPLE, statements=many), triples=False)
    shown: list[str] = []
    for number in (1, 2, 3):
        links = page(client, f"{entity_address(RUSSIA.id)}&page={number}").links
        shown += {link for link in links if link.startswith("/statement?")}
    assert sorted(shown) == sorted(statement_address(s.id) for s in many)


def test_the_pages_say_that_an_update_came_after_them(sample: TestClient) -> None:
    assert "was changed by updates" not in sample.get("/").text


def test_an_empty_graph_has_pages() -> None:
    client = client_of(replace(SAMPLE, articles=(), entities=(), statements=()), triples=False)
    for address in ("/", "/statements", "/articles", "/conflicts", "/merges", "/search", "/query"):
        page(client, address)


def test_the_routes_are_those_that_the_pages_name(sample: TestClient) -> None:
    names = {a["href"] for a in page(sample, "/").all("a") if a["href"].count("/") == 1}
    paths = {r.path for r in sample.app.routes}  # type: ignore[attr-defined]
    assert {n.partition("?")[0].partition("#")[0] for n in names if n != "/graph"} - {""} <= paths
    assert Pages.__doc__
