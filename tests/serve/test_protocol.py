"""The service against the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), section
by section, over HTTP.
"""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from kg.namespaces import DEFAULT_BASE, article_iri
from tests.serve.service import FORM, TOKEN

HOSTS = "SELECT ?who ?whom { ?a kg:hosts ?b . ?a rdfs:label ?who . ?b rdfs:label ?whom }"
ANSWER = [{"who": "Iran", "whom": "Russia"}]
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
HAMADAN, DENIAL = (article_iri(DEFAULT_BASE, name) for name in ("hamadan", "later/denial"))
INSERT = "INSERT DATA { <http://x.example/a> <http://x.example/b> 'c' }"
INSERTED = "ASK { <http://x.example/a> <http://x.example/b> 'c' }"


def _form(service, *pairs, **query):
    return service.send("POST", body=urlencode(pairs), headers={"Content-Type": FORM}, **query)


def _direct(service, text, type_=QUERY, **query):
    return service.send("POST", body=text, headers={"Content-Type": type_}, **query)


def _yes(service, query) -> bool:
    return json.loads(service.ask(query).body)["boolean"]


# ── 2.1.1 to 2.1.3: three ways to send a query ───────────────────────────────────────────────────


def test_2_1_1_query_by_get(service):
    assert service.ask(HOSTS).rows == ANSWER


def test_2_1_2_query_by_post_of_a_form(service):
    assert _form(service, ("query", HOSTS)).rows == ANSWER


def test_2_1_3_query_by_post_directly(service):
    assert _direct(service, HOSTS).rows == ANSWER
    assert _direct(service, HOSTS, QUERY + "; charset=UTF-8").rows == ANSWER


def test_2_1_3_the_body_is_utf_8(service):
    query = "SELECT ?x { VALUES ?x { 'Détente 日本' } }"
    assert _direct(service, query.encode()).rows == [{"x": "Détente 日本"}]
    assert _direct(service, query.encode("utf-16")).status == 400
    assert _direct(service, HOSTS, QUERY + "; charset=latin-1").status == 415


# ── 2.1.4: the dataset ───────────────────────────────────────────────────────────────────────────

MANY = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a kg:Statement }"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


def test_2_1_4_without_a_dataset_the_union_is_asked(service):
    assert service.ask(MANY).rows == [{"n": "4"}]
    assert service.ask(GRAPHS).rows == [{"g": HAMADAN}, {"g": DENIAL}]


@pytest.mark.parametrize("send", ["get", "form", "direct"])
def test_2_1_4_the_request_chooses_the_default_graphs(service, send):
    def many(*graphs):
        pairs = [("default-graph-uri", graph) for graph in graphs]
        if send == "get":
            reply = service.send("GET", pairs=[("query", MANY), *pairs])
        elif send == "form":
            reply = _form(service, ("query", MANY), *pairs)
        else:
            reply = _direct(service, MANY, pairs=pairs)
        return int(reply.rows[0]["n"])

    assert (many(HAMADAN), many(DENIAL), many(HAMADAN, DENIAL)) == (3, 1, 4)
    assert many("http://nowhere.example/") == 0


def test_2_1_4_the_request_chooses_the_named_graphs(service):
    found = service.send("GET", pairs=[("query", GRAPHS), ("named-graph-uri", DENIAL)])
    assert found.rows == [{"g": DENIAL}]
    of_default = service.send("GET", pairs=[("query", MANY), ("named-graph-uri", DENIAL)])
    assert of_default.rows == [{"n": "0"}]


def test_2_1_4_from_chooses_too_and_the_request_comes_first(service):
    asked = MANY.replace("{ ?s", f"FROM <{DENIAL}> {{ ?s")
    assert service.ask(asked).rows == [{"n": "1"}]
    both = service.send("GET", pairs=[("query", asked), ("default-graph-uri", HAMADAN)])
    assert both.rows == [{"n": "3"}]


def test_2_1_4_a_graph_that_is_no_iri_is_refused(service):
    reply = service.send("GET", pairs=[("query", MANY), ("default-graph-uri", "not an iri")])
    assert (reply.status, "not the IRI of a graph" in reply.text) == (400, True)


# ── 2.1.5 and 2.1.6: what is answered ────────────────────────────────────────────────────────────


def _json(text):
    return [
        tuple(b[n]["value"] for n in ("who", "whom"))
        for b in json.loads(text)["results"]["bindings"]
    ]


def _xml(text):
    found = ox.parse_query_results(text, ox.QueryResultsFormat.XML)
    return [tuple(term.value for term in row) for row in found]


def _csv(text):
    return [tuple(row) for row in csv.reader(io.StringIO(text))][1:]


def _tsv(text):
    return [tuple(cell.strip('"') for cell in line.split("\t")) for line in text.splitlines()][1:]


@pytest.mark.parametrize(
    ("accept", "told", "read"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", _json),
        ("application/sparql-results+xml", "application/sparql-results+xml", _xml),
        ("text/csv", "text/csv", _csv),
        ("text/tab-separated-values", "text/tab-separated-values", _tsv),
        ("application/json", "application/json", _json),
        ("*/*", "application/sparql-results+json", _json),
        ("text/turtle, text/*;q=0.5", "text/csv", _csv),
        (
            "text/csv;q=0.1, application/sparql-results+xml;q=0.2",
            "application/sparql-results+xml",
            _xml,
        ),
    ],
)
def test_2_1_5_the_results_of_select_in_each_format(service, accept, told, read):
    reply = service.ask(HOSTS, accept)
    assert (reply.status, reply.type) == (200, told)
    assert read(reply.text) == [("Iran", "Russia")]


@pytest.mark.parametrize(
    "accept", ["application/sparql-results+json", "application/sparql-results+xml"]
)
def test_2_1_5_the_results_of_ask(service, accept):
    for query, answer in (("ASK { ?s kg:hosts ?o }", True), ("ASK { ?s kg:attacks ?o }", False)):
        reply = service.ask(query, accept)
        form = ox.QueryResultsFormat.from_media_type(accept)
        assert reply.type == accept
        assert bool(ox.parse_query_results(reply.body, form)) is answer


@pytest.mark.parametrize(
    "accept",
    [
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json",
        "application/n-quads",
        "application/trig",
    ],
)
@pytest.mark.parametrize(
    "query", ["CONSTRUCT WHERE { ?a kg:hosts ?b }", "DESCRIBE ?a { ?a kg:hosts ?b }"]
)
def test_2_1_5_graphs_in_each_format(service, accept, query):
    reply = service.ask(query, accept)
    assert (reply.status, reply.type) == (200, accept)
    form = ox.RdfFormat.from_media_type(accept)
    found = {quad.predicate.value.rpartition("#")[2] for quad in ox.parse(reply.body, form)}
    assert "hosts" in found


def test_2_1_5_what_cannot_be_answered_is_406(service):
    assert service.ask(HOSTS, "image/png").status == 406
    assert service.ask(HOSTS, "text/turtle").status == 406
    assert service.ask("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status == 406
    assert service.ask(HOSTS, "text/csv;q=high").status == 400


def test_2_1_6_head_tells_the_same_without_a_body(service):
    got, head = service.ask(HOSTS), service.send("HEAD", query=HOSTS)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"] == str(len(got.body))


# ── 2.1.7: what fails ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("SELECT * {", 400, "not SPARQL: line 1, column 11: incomplete"),
        ("", 400, "incomplete"),
        (INSERT, 400, "not SPARQL: line 1"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 500, "SERVICE is not answered"),
        ("SELECT * { ?s ?p ?o . ?a ?b ?c }", 413, "larger than 1,048,576 bytes: add a LIMIT"),
        (
            "SELECT (COUNT(*) AS ?z) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
            503,
            "time limit of 2 s",
        ),
    ],
)
def test_2_1_7_a_query_that_cannot_be_answered(service, query, status, told):
    reply = service.ask(query)
    assert (reply.status, reply.type) == (status, "text/plain")
    assert told in reply.text
    assert reply.text.count("\n") == 1


def test_2_1_7_one_query_a_request(service):
    two = [("query", HOSTS), ("query", HOSTS)]
    assert service.send("GET", pairs=two).status == 400
    assert _form(service, *two).status == 400
    assert _form(service, ("query", HOSTS), ("update", INSERT)).status == 400
    assert _form(service, ("other", HOSTS)).status == 400
    assert _direct(service, HOSTS, query=HOSTS).status == 400


def test_2_1_7_other_methods_and_bodies(service):
    assert service.send("PUT", body=HOSTS).status == 405
    assert service.send("DELETE").status == 405
    assert _direct(service, HOSTS, "text/plain").status == 415
    assert service.send("POST", body=HOSTS).status == 415
    assert _direct(service, b"query=%FF", FORM).status == 400


# ── 2.2: updates ─────────────────────────────────────────────────────────────────────────────────


def test_2_2_a_service_only_reads_unless_told(service):
    reply = service.update(INSERT)
    assert (reply.status, reply.text) == (403, "this service is read-only\n")
    assert not _yes(service, INSERTED)


@pytest.mark.parametrize("token", [None, "", "another-token", TOKEN + "x", TOKEN.upper()])
def test_2_2_an_update_needs_the_token(writable, token):
    reply = writable.update(INSERT, token)
    assert (reply.status, reply.headers["www-authenticate"]) == (401, "Bearer")
    assert TOKEN not in reply.text
    assert not _yes(writable, INSERTED)


def test_2_2_1_update_by_post_of_a_form(writable):
    headers = {"Content-Type": FORM, "Authorization": f"Bearer {TOKEN}"}
    reply = writable.send("POST", body=urlencode({"update": INSERT}), headers=headers)
    assert (reply.status, reply.body) == (204, b"")
    assert _yes(writable, INSERTED)


def test_2_2_2_update_by_post_directly(writable):
    assert writable.update(INSERT).status == 204
    assert _yes(writable, INSERTED)
    assert writable.update(INSERT.replace("INSERT", "DELETE")).status == 204
    assert not _yes(writable, INSERTED)


def test_2_2_3_the_dataset_of_an_update_is_written_in_it(writable):
    assert writable.update(INSERT, pairs=[("using-graph-uri", HAMADAN)]).status == 500
    copy = f"INSERT {{ ?s <http://x.example/p> 1 }} USING <{DENIAL}> WHERE {{ ?s a kg:Statement }}"
    assert writable.update(copy).status == 204
    found = writable.ask("SELECT ?s { ?s <http://x.example/p> 1 }").rows
    assert len(found) == 1


def test_2_2_4_an_update_is_done_whole_or_not_at_all(writable):
    reply = writable.update(INSERT + " ; INSERT DATA {")
    assert reply.status == 400
    assert not _yes(writable, INSERTED)


def test_2_2_4_no_update_by_get(writable):
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert writable.send("GET", update=INSERT, headers=headers).status == 400
    assert not _yes(writable, INSERTED)


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <file:///etc/passwd>",
        "LOAD SILENT <http://127.0.0.1:9/x>",
        "load silent <http://127.0.0.1:9/x> into graph <http://x.example/g>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_2_2_4_an_update_reads_neither_files_nor_the_network(writable, text):
    reply = writable.update(text)
    assert reply.status == 500
    assert "is not done: kg uses neither network nor files" in reply.text


def test_2_2_4_an_update_that_takes_too_long_changes_nothing(writable):
    slow = "INSERT { ?a <http://x.example/b> ?l }"
    slow += " WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    assert writable.update(slow).status == 503
    assert writable.ask(HOSTS).rows == ANSWER
    assert not _yes(writable, "ASK { ?a <http://x.example/b> ?i }")


# ── the service description ──────────────────────────────────────────────────────────────────────

SD = "http://www.w3.org/ns/sparql-service-description#"


def test_a_get_without_a_query_describes_the_service(service, writable):
    for one, updates in ((service, False), (writable, True)):
        reply = one.send("GET", headers={"Accept": "text/turtle"})
        assert reply.type == "text/turtle"
        described = ox.Store()
        described.load(reply.body, ox.RdfFormat.TURTLE)
        found = {(q.predicate.value, str(q.object)) for q in described}
        assert (SD + "endpoint", f"<{one.address}>") in found
        assert (SD + "name", f"<{DENIAL}>") in found
        assert (SD + "feature", f"<{SD}UnionDefaultGraph>") in found
        update = (SD + "supportedLanguage", f"<{SD}SPARQL11Update>")
        assert (update in found) is updates
