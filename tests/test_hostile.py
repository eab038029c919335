"""Texts that try to be something else are text in every format, database and answer.

Cypher scripts and DOT, which are only written, are in `export/test_property_graphs.py`, Ladybug in
`load/test_ladybug.py`.
"""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from urllib.parse import quote
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kg.export import FORMATS, normal, read_graph, write_graph
from kg.load import Access, load
from kg.namespaces import KG, RDFS
from tests.cli.conftest import run
from tests.export.test_round_trip import as_jsonl_holds_it
from tests.hostile import HOSTILE, hostile_graph
from tests.load.conftest import database, databases
from tests.serve.service import TOKEN, serving

__all__ = ["database", "databases", "run"]  # fixtures

READ = [name for name in FORMATS if FORMATS[name].read]
each_text = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)

# RDF and SPARQL have no halves of pairs and no U+FFFE: those are JSON there (`kg:escaped`)
UNICODE = {n: t for n, t in HOSTILE.items() if not re.search("[\ud800-\udfff\ufffe\uffff]", t)}
each_unicode_text = pytest.mark.parametrize("text", UNICODE.values(), ids=UNICODE)
LABELS = "SELECT ?label { ?x a kg:Person ; rdfs:label ?label }"
LABEL = RDFS["label"]
RESULTS = "{http://www.w3.org/2005/sparql-results#}"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def label_of(text):
    return hostile_graph(text).entities[0].label


@each_text
@pytest.mark.parametrize("name", READ)
def test_a_format_holds_it(name, text, tmp_path):
    graph, path = hostile_graph(text), tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(graph, path)
    wanted = as_jsonl_holds_it(graph) if name == "jsonl" else normal(graph)
    assert read_graph(path) == wanted


@each_text
def test_every_reader_of_xml_takes_it(text, tmp_path):
    for name in ("rdfxml", "graphml"):
        path = tmp_path / f"graph{FORMATS[name].suffix}"
        write_graph(hostile_graph(text), path)
        ElementTree.parse(path)


@each_text
def test_a_database_holds_it(database, text):
    name = f"http://x.example/hostile/{quote(text[:40], safe='', errors='replace')}"
    for _ in range(2):
        database.load(hostile_graph(text), name)
        assert database.graph(name) == normal(hostile_graph(text))


def test_nothing_that_was_loaded_was_run(database):
    graph, name = hostile_graph("kept"), "http://x.example/kept"
    database.load(graph, name)
    for number, text in enumerate(HOSTILE.values()):
        database.load(hostile_graph(text), f"http://x.example/loaded/{number}")
    assert database.graph(name) == normal(graph)
    assert database.select("SELECT ?g { GRAPH ?g { <a:b> <a:b> ?x } }") == []


@pytest.fixture
def file(tmp_path):
    """Write a text's graph as Turtle."""

    def write(text):
        path = tmp_path / "graph.ttl"
        write_graph(hostile_graph(text), path)
        return path

    return write


@each_unicode_text
def test_a_query_answers_it_in_json_csv_and_tsv(run, file, text):
    path = file(text)
    answer = run("query", path, LABELS, "--format", "json")
    [row] = json.loads(answer.output)["results"]["bindings"]
    assert row["label"]["value"] == label_of(text)
    lines = run("query", path, LABELS, "--format", "csv").stdout_bytes.decode()
    assert [cell for [cell] in csv.reader(StringIO(lines, newline=""))] == ["label", label_of(text)]


@each_text
@pytest.mark.parametrize(
    "command",
    [("query", LABELS), ("show", "Iran"), ("explain", "0000"), ("entities",), ("conflicts",)],
    ids=lambda command: command[0],
)
def test_a_terminal_is_told_and_not_steered(run, file, command, text):
    name, *others = command
    told = run(name, file(text), *others)
    assert told.exit_code in (0, 1), told.output
    assert not CONTROLS.search(told.output)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", told.output)


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """Our service over nothing, which takes updates."""
    empty = tmp_path_factory.mktemp("service") / "empty.ttl"
    empty.write_text("")
    with serving(empty, "--update") as running:
        yield running


@each_unicode_text
def test_the_service_answers_it_in_every_form(service, text):
    name = f"http://x.example/{hash(text)}"
    access = Access(graph=name, token=TOKEN)
    load(hostile_graph(text), service.address.replace("/sparql", "/store"), access=access)
    asked = f"SELECT ?l {{ GRAPH <{name}> {{ ?x a <{KG}Person> ; <{LABEL}> ?l }} }}"
    wanted = label_of(text)
    [row] = service.ask(asked, "application/sparql-results+json").rows
    assert row["l"] == wanted
    lines = service.ask(asked, "text/csv").body.decode()
    assert [cell for [cell] in csv.reader(StringIO(lines, newline=""))] == ["l", wanted]
    [_, cell] = service.ask(asked, "text/tab-separated-values").body.decode().split("\n")[:2]
    assert ox.parse(f"<a:b> <a:b> {cell} .", ox.RdfFormat.TURTLE).__next__().object.value == wanted
    page = service.ask(asked, "application/sparql-results+xml")
    [found] = ElementTree.fromstring(page.body).iter(f"{RESULTS}literal")
    # as `kg/serve/characters.py` tells
    assert found.text == re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", encoded, wanted)
    built = asked.replace("SELECT ?l", "CONSTRUCT { <a:b> <a:b> ?l }")
    graph = service.ask(built, "application/rdf+xml")
    [_] = ox.parse(graph.body, ox.RdfFormat.RDF_XML)


def encoded(found):
    return f"\\u{ord(found[0]):04x}"
