"""Whatever a graph holds is text on every page, and pages reach nothing but themselves."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.explore.hostile import BROKEN, CONTROL, HANDLER, HOSTILE, LINK, LONG, SCRIPT
from tests.explore.pages import crawl, parsed

OWN = re.compile(r"(/|https?://)")
ASKED = (
    "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/entity?id=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/statements?polarity=%3Cscript%3Ealert(1)%3C/script%3E",
    "/statements?relation=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "/merges?kind=%3Cscript%3E",
    "/article?id=%00%ED%A0%80",
)


@pytest.fixture(scope="module")
def pages(hostile: TestClient) -> dict[str, str]:
    """Every page of the hostile graph, and pages about hostile addresses."""
    found = {address: html for address, status, html in crawl(hostile) if status < 500}
    return found | {address: hostile.get(address).text for address in ASKED}


def test_the_walk_comes_to_every_kind_of_page(pages: dict[str, str]) -> None:
    kinds = {address.partition("?")[0] for address in pages}
    lists = "/ /search /statements /articles /conflicts /merges /query"
    assert kinds == {*lists.split(), "/entity", "/statement", "/article"}
    assert len([a for a in pages if a.startswith("/entity")]) > len(HOSTILE.entities)


def test_nothing_of_the_graph_becomes_an_element_or_a_handler(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        found = parsed(html)
        scripts = {attributes.get("src") for attributes in found.all("script")}
        assert scripts == {"/static/explorer.js"}, address
        assert {tag for tag, _ in found.tags}.isdisjoint(("img", "style", "b")), address
        for tag, attributes in found.tags:
            assert not [n for n in attributes if n.startswith("on") or n == "style"], (address, tag)


def test_links_lead_to_pages_and_to_the_web_only(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        for link in parsed(html).links:
            assert OWN.match(link) or link.startswith("#"), (address, link)
            if not link.startswith(("/", "#")):
                assert "noopener noreferrer" in html


def test_texts_are_shown_as_they_are(hostile: TestClient) -> None:
    entities = {
        e.label: parsed(hostile.get(f"/entity?id={e.id}").text).text for e in HOSTILE.entities
    }
    for label in (SCRIPT, HANDLER, BROKEN, LINK):
        assert label in entities[label]
    assert "bell ␇ null ␀ ␛[31m �gnp.exe � � end" in entities[CONTROL]
    assert "{{ 7 * 7 }}" in entities[BROKEN]
    assert "49" not in entities[BROKEN]


def test_a_label_of_100_kb_is_cut_where_it_is_one_of_many(hostile: TestClient) -> None:
    whole = hostile.get(f"/entity?id={HOSTILE.entities[5].id}").text
    assert LONG.strip() in whole
    assert len(whole) < 3 * len(LONG)
    assert len(hostile.get("/statements").text) < len(LONG)


def test_an_article_address_that_is_a_script_is_no_link(pages: dict[str, str]) -> None:
    [html] = [html for address, html in pages.items() if address.startswith("/article?id=../")]
    assert "javascript:alert(document.domain)" in parsed(html).text
    assert "no link" in html


@pytest.mark.parametrize(
    "address", ["/", "/statements", "/static/explorer.css", "/complete?q=a", "/entity?id=x"]
)
def test_every_answer_carries_the_headers(sample: TestClient, address: str) -> None:
    headers = sample.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "address",
    [
        "/static/../pages.py",
        "/static/..%2f..%2fpages.py",
        "/static/%2e%2e/index.py",
        "/static//etc/passwd",
        "/article?id=/etc/passwd",
        "/article?id=../../../../etc/passwd",
        "/query.csv/../../../etc/passwd",
    ],
)
def test_no_address_reads_a_file(sample: TestClient, address: str) -> None:
    reply = sample.get(address)
    assert reply.status_code == 404
    assert "root:" not in reply.text
    assert "import" not in reply.text


def test_another_name_of_this_machine_is_refused(sample: TestClient) -> None:
    assert sample.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_only_read(sample: TestClient, method: str) -> None:
    assert sample.request(method, "/").status_code == 405
    assert sample.request(method, "/merges").status_code == 405
