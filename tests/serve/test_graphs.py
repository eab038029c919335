"""The service against the Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.namespaces import DEFAULT_BASE, article_iri
from tests.serve.service import TOKEN

DENIAL = article_iri(DEFAULT_BASE, "later/denial")
NEW = "http://x.example/graph"
TURTLE = '<http://x.example/a> <http://x.example/b> "c" .'


def _send(service, method, body=None, *, type_="text/turtle", token=TOKEN, **query):
    headers = {"Content-Type": type_, "Authorization": f"Bearer {token}"}
    return service.send(method, "/store", body=body, headers=headers, **query)


def _triples(service, **query) -> set[str]:
    headers = {"Accept": "application/n-triples"}
    reply = service.send("GET", "/store", headers=headers, **query)
    assert (reply.status, reply.type) == (200, "application/n-triples")
    return set(reply.text.splitlines())


def test_a_graph_is_what_the_file_has_in_it(service, trig):
    wanted = {}
    kept = ox.Store()
    kept.bulk_load(path=trig)  # it keeps numbers by their value: 30 is an xsd:integer in it
    for quad in kept:
        wanted.setdefault(quad.graph_name, set()).add(f"{quad.triple} .")
    assert _triples(service, graph=DENIAL) == wanted[ox.NamedNode(DENIAL)]
    assert _triples(service, default="") == wanted[ox.DefaultGraph()]


@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "application/ld+json"])
def test_a_graph_comes_in_the_format_asked_for(service, accept):
    reply = service.send("GET", "/store", headers={"Accept": accept}, graph=DENIAL)
    assert reply.type == accept
    parsed = ox.parse(reply.body, ox.RdfFormat.from_media_type(accept))
    assert {f"{quad.triple} ." for quad in parsed} == _triples(service, graph=DENIAL)


def test_what_is_not_there_or_not_named(service):
    assert service.send("GET", "/store", graph=NEW).status == 404
    assert service.send("GET", "/store").status == 400
    assert service.send("GET", "/store", graph="no iri").status == 400
    assert service.send("GET", "/store", pairs=[("default", ""), ("graph", NEW)]).status == 400
    assert service.send("GET", "/store", headers={"Accept": "text/csv"}, default="").status == 406
    head = service.send("HEAD", "/store", default="")
    assert (head.status, head.body) == (200, b"")


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_nothing_is_written_without_leave(service, writable, method):
    assert _send(service, method, TURTLE, graph=DENIAL).status == 403
    assert _send(writable, method, TURTLE, graph=DENIAL, token="wrong-token").status == 401
    assert _triples(writable, graph=DENIAL) == _triples(service, graph=DENIAL)


def test_put_replaces_and_post_extends(writable):
    assert _send(writable, "PUT", TURTLE, graph=NEW).status == 201
    assert _send(writable, "POST", TURTLE.replace("c", "d"), graph=NEW).status == 204
    assert len(_triples(writable, graph=NEW)) == 2
    assert _send(writable, "POST", TURTLE, graph=NEW).status == 204
    assert len(_triples(writable, graph=NEW)) == 2
    assert _send(writable, "PUT", TURTLE, graph=NEW).status == 204
    assert len(_triples(writable, graph=NEW)) == 1


def test_delete(writable):
    assert _send(writable, "DELETE", graph=DENIAL).status == 204
    assert writable.send("GET", "/store", graph=DENIAL).status == 404
    assert _send(writable, "DELETE", graph=DENIAL).status == 404
    assert _send(writable, "DELETE", default="").status == 204
    assert _triples(writable, default="") == set()


@pytest.mark.parametrize(
    ("body", "type_", "status"),
    [
        ("<http://x.example/a> oops .", "text/turtle", 400),
        ("<a> <b> <c> .", "text/turtle", 400),
        (TURTLE, "text/html", 415),
        (TURTLE, "application/trig", 415),
        (
            '{"@id":"http://x.example/g","@graph":[{"@id":"http://x.example/a","http://x.example/b":1}]}',
            "application/ld+json",
            400,
        ),
    ],
)
def test_what_cannot_be_read_changes_nothing(writable, body, type_, status):
    before = _triples(writable, graph=DENIAL)
    assert _send(writable, "PUT", body, type_=type_, graph=DENIAL).status == status
    assert _triples(writable, graph=DENIAL) == before


def test_blank_nodes_of_two_requests_are_not_one(writable):
    for name in ("one", "two"):
        _send(writable, "POST", f"_:x <http://x.example/b> '{name}' .", graph=NEW)
    assert len({line.split()[0] for line in _triples(writable, graph=NEW)}) == 2
