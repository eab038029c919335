"""The graph over HTTP: its page, its data, its picture, and the one file of the library."""

from __future__ import annotations

import base64
import hashlib
import re
import xml.etree.ElementTree as ET

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kg import write_graph
from kg.errors import InputError
from kg.explore.index import Index
from kg.picture.panel import library_file
from kg.serve import drawing
from kg.serve.application import application
from kg.serve.pages import Pages
from kg.serve.settings import Settings
from tests.cli.sample import SAMPLE
from tests.picture.hostile import ATTACKS, hostile_graph
from tests.serve.service import serving


def client_of(graph):
    app = application(ox.Store(), Settings(), pages=Pages(Index(graph), "sample.ttl"))
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def client():
    return client_of(SAMPLE)


def told(client, **query):
    """The sentences that the page's script would draw."""
    answer = client.get("/graph.json", params=query)
    assert answer.status_code == 200, answer.text
    return {one["sentence"] for one in answer.json()["statements"]}


def test_the_page_has_a_form_a_legend_the_picture_and_a_list(client):
    page = client.get("/graph", params={"entity": "Iran", "polarity": "negative"}).text
    assert 'value="Iran"' in page
    assert '<option value="negative" selected>' in page
    assert "denied: said not to be so" in page
    assert '<noscript><img src="/graph.svg?entity=Iran&amp;polarity=negative"' in page
    assert 'href="/statement?id=' in page
    assert "<script>" not in page
    assert "style=" not in page


def test_every_field_chooses(client):
    everything = told(client)
    assert len(everything) > 2
    assert told(client, polarity="negative") | told(client, polarity="positive") == everything
    assert "Iran –hosts→ Russia" in told(client, origin="inferred") < everything
    assert told(client, family="mobilize") < everything
    assert told(client, article="later/denial") < everything
    assert told(client, claimed="Shoigu") < everything
    assert told(client, until="2015") == set()
    assert told(client, least="0.99") < everything
    assert len(told(client, most="1")) == 1


def test_entities_are_found_by_name_or_iri_and_expanded(client):
    iran = told(client, entity="Tehran")
    assert iran == told(client, entity="https://kg.example/id/entity/country/iran")
    assert iran < told(client, entity="Iran", hops="2")
    both = told(client, entity="Iran", also="https://kg.example/id/entity/country/russia")
    assert iran < both


def test_a_path_leads_from_one_to_the_other(client):
    assert any(
        "Iran" in one and "Russia" in one for one in told(client, entity="Iran", to="Russia")
    )


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"entity": "Qqqqqqqqqqqqq"}, "no entity 'Qqqqqqqqqqqqq'"),
        ({"hops": "9"}, "hops=9: write a number from 1 to 3"),
        ({"most": "0"}, "most=0: write a number from 1 to 2000"),
        ({"polarity": "maybe"}, "polarity=maybe: choose from positive, negative"),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_allowed(client, query, message):
    if "hops" in query:
        query = {**query, "entity": "Iran"}
    answer = client.get("/graph.json", params=query)
    assert (answer.status_code, answer.text.strip()[: len(message)]) == (400, message)
    page = client.get("/graph", params=query)
    assert page.status_code == 400
    assert "<h1>" in page.text


def test_the_library_is_that_one_file(client):
    found = client.get("/graph/d3.js")
    assert found.content == library_file().read_bytes()
    assert found.headers["content-type"].startswith("text/javascript")
    for name in ("d3.v5.min.js", "mpld3.v0.5.12.js", "..%2f__init__.py", "graph.html"):
        assert client.get(f"/graph/{name}").status_code == 404, name


def test_without_the_library_the_page_shows_the_picture(monkeypatch):
    def missing():
        raise InputError("no library")

    monkeypatch.setattr(drawing, "library_file", missing)
    page = client_of(SAMPLE).get("/graph").text
    assert "<noscript>" not in page
    assert '<img src="/graph.svg"' in page
    assert "d3.js" not in page


def test_hostile_texts_stay_texts():
    client = client_of(hostile_graph())
    page = client.get("/graph", params={"entity": ATTACKS[0]}).text
    assert not re.search(r"<(script|img|b|style|svg)[^>]*(title='hit'|title=1|display)", page)
    answer = client.get("/graph.json")
    assert answer.status_code == 200
    for one in answer.json()["statements"]:
        assert one["href"].startswith("/statement?id=")
        assert "\x00" not in one["sentence"]


def test_a_child_draws_the_picture(tmp_path):
    write_graph(SAMPLE, tmp_path / "sample.ttl")
    with serving(tmp_path / "sample.ttl") as service:
        reply = service.send("GET", "/graph.svg", entity="Iran")
    assert reply.type == "image/svg+xml"
    tree = ET.fromstring(reply.text)
    assert "Iran" in "".join(tree.itertext())
    style = tree.findtext("{http://www.w3.org/2000/svg}style")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert reply.headers["content-security-policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'"
    )
