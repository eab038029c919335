"""The store: loading, SPARQL over all graphs, answers as text, errors in one line."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from kg.errors import GraphError, QueryError
from kg.export import FORMATS, write_graph
from kg.store import RESULT_FORMATS, open_store, query, render
from tests.export.graphs import rich_graph

RDF = [name for name in FORMATS if FORMATS[name].rdf]
HOSTS = """
SELECT ?who ?whom WHERE {
  ?s a kg:Statement ; rdf:subject ?a ; rdf:predicate kg:hosts ; rdf:object ?b .
  ?s kg:polarity "negative" .
  ?a rdfs:label ?who . ?b rdfs:label ?whom
}"""


@pytest.fixture
def store(tmp_path):
    write_graph(rich_graph(), tmp_path / "graph.trig")
    return open_store(tmp_path / "graph.trig")


@pytest.mark.parametrize("name", RDF)
def test_every_rdf_format_answers_alike(name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path)
    assert render(query(open_store(path), HOSTS), "csv") == "who,whom\r\nIran,Russia\r\n"


def test_the_format_may_be_named(tmp_path):
    write_graph(rich_graph(), tmp_path / "graph.txt", format="turtle")
    assert len(open_store(tmp_path / "graph.txt", format="turtle")) > 100


def test_direct_triples_are_found(store):
    assert render(query(store, "ASK { ?x rdfs:label 'Iran' . ?x kg:hosts ?y }")) == "true\n"
    assert render(query(store, "ASK { ?x rdfs:label 'Iran' . ?x kg:attacks ?y }")) == "false\n"


def test_articles_are_told_apart_by_graph(store):
    found = query(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s a kg:Statement } }")
    assert len(list(found)) == 2


def test_a_query_may_declare_a_prefix_itself(store):
    own = "PREFIX kg: <http://other.example/> SELECT ?s { ?s a kg:Statement }"
    assert list(query(store, own)) == []
    with pytest.raises(QueryError, match="prefix kg: is not declared"):
        query(store, "SELECT ?s { ?s a kg:Statement }", prefixes=False)


def test_the_table_is_aligned_and_each_row_is_one_line():
    store = ox.Store()
    for text in ("two\nlines\x1b[31m", "日本"):
        subject = ox.NamedNode("https://kg.example/ontology#uses")
        store.add(ox.Quad(subject, ox.NamedNode("http://x.example/p"), ox.Literal(text)))
    shown = render(query(store, "SELECT ?s ?o ?none { ?s ?p ?o } ORDER BY ?o"))
    assert shown.splitlines() == [
        "s        o               none",
        "───────  ──────────────  ────",
        "kg:uses  two lines [31m",
        "kg:uses  日本",
    ]


def test_no_answer_is_a_table_without_rows(store):
    assert render(query(store, "SELECT ?x { ?x kg:none ?y }")) == "x\n─\n"


def test_json_and_tsv(store):
    found = json.loads(render(query(store, HOSTS), "json"))
    assert found["results"]["bindings"][0]["who"] == {"type": "literal", "value": "Iran"}
    assert render(query(store, HOSTS), "tsv") == '?who\t?whom\n"Iran"\t"Russia"\n'


def test_turtle_is_sorted_with_the_prefixes_it_uses(store):
    construct = "CONSTRUCT { ?a kg:hosts ?b } WHERE { ?a kg:hosts ?b }"
    assert render(query(store, construct), "turtle").splitlines() == [
        "@prefix kg: <https://kg.example/ontology#> .",
        "<https://kg.example/id/entity/country/iran> kg:hosts "
        "<https://kg.example/id/entity/country/russia> .",
        "<https://kg.example/id/entity/country/russia> kg:hosts "
        "<https://kg.example/id/entity/country/iran> .",
    ]
    assert render(query(store, construct)).startswith("subject")


@pytest.mark.parametrize(
    ("sparql", "fits"),
    [
        ("SELECT ?s { ?s ?p ?o }", {"table", "csv", "tsv", "json"}),
        ("ASK { ?s ?p ?o }", {"table", "csv", "tsv", "json"}),
        ("CONSTRUCT WHERE { ?s ?p ?o }", {"table", "turtle"}),
        ("DESCRIBE ?s { ?s a kg:Graph }", {"table", "turtle"}),
    ],
)
@pytest.mark.parametrize("format", RESULT_FORMATS)
def test_a_format_that_does_not_fit_says_which_do(format, sparql, fits, store):
    if format in fits:
        assert render(query(store, sparql), format).endswith("\n")
        return
    with pytest.raises(QueryError, match=f"{format} is for .* choose from ") as caught:
        render(query(store, sparql), format)
    assert all(name in str(caught.value) for name in fits)


def test_an_unknown_format_lists_the_known(store):
    with pytest.raises(QueryError, match="'xml': choose from table, csv, tsv, json, turtle"):
        render(query(store, "ASK {}"), "xml")


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT * {\n  ?s kg:hosts }", "line 2, column 15: unexpected '}'"),
        ("SELECT * {\n?s foo:bar ?o }", "line 2, .*prefix foo: is not declared: .* kg, rdf"),
        ("SELECT * { ?s ?p ", "line 1, column 18: incomplete"),
        ("", "line 1, column 1: incomplete"),
        ("INSERT DATA { <http://a> <http://b> <http://c> }", "line 1"),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", "variable that is unbound"),
        ("SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }", "does not use the network"),
        ("SELECT * { ?s ?p 'x' . service silent ?o { } }", "does not use the network"),
    ],
)
def test_a_broken_query_says_where(sparql, message, store):
    with pytest.raises(QueryError, match=message) as caught:
        query(store, sparql)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service ?p 'service' }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://x.example/>",
        'SELECT * { ?s kg:service <http://service.example/> , """a "service" \n b""" }',
        "SELECT * { ?s ?p ?o . FILTER(?o < 3 && 'service' > ?p) }",
    ],
)
def test_the_word_service_elsewhere_is_no_service(sparql, store):
    query(store, sparql)


def test_a_broken_file_is_named_with_its_line(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text("<http://a> <http://b> <http://c> .\n<http://a> oops .\n")
    with pytest.raises(GraphError, match=r"graph\.ttl:2: not Turtle: "):
        open_store(path)
    with pytest.raises(GraphError, match=r"gone\.ttl: cannot be read: No such file or directory$"):
        open_store(tmp_path / "gone.ttl")


@pytest.mark.parametrize("name", ["graph.jsonl", "graph.graphml", "graph.txt"])
def test_what_is_not_rdf_says_what_is(name, tmp_path):
    with pytest.raises(GraphError, match=rf"{name}: .*\.ttl.*\.rdf"):
        open_store(tmp_path / name)


# ── what would end the program ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        ("ASK " + "{" * 201 + "}" * 201, "nested 201 deep: at most 200"),
        ("ASK {FILTER(" + "STR(" * 3000 + "1" + ")" * 3000 + ")}", "nested 3002 deep"),
        ("ASK {" + "OPTIONAL {?s ?p ?o} " * 3000 + "}", "joins 3000 parts by operators"),
        ("ASK {FILTER(" + "!" * 10_000 + "true)}", "joins 10001 parts"),
        ("ASK {{}" + " union {}" * 501 + "}", "joins 501 parts"),
        ("ASK {FILTER(1" + "+?x" * 10_000 + ")}", "joins 10001 parts"),
    ],
)
def test_what_oxigraph_has_no_stack_for_is_refused(sparql, told):
    with pytest.raises(QueryError, match=told):
        query(ox.Store(), sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK " + "{" * 200 + "}" * 200,
        "ASK {FILTER(1" + "+?x" * 400 + ")}",
        "ASK { VALUES ?x {" + "-1 " * 5000 + "} }",
        "ASK { VALUES ?x {" + "'1'^^xsd:integer " * 5000 + "} }",
        "ASK { FILTER('" + "{" * 5000 + "' != '')}",
        "ASK { ?s <http://x.example/" + "-" * 900 + "> ?o }",
    ],
)
def test_what_it_has_stack_for_is_asked(sparql):
    assert bool(query(ox.Store(), sparql)) in (True, False)
