"""Other programs read what we write: rdflib, rapper, serdi, N3.js, jsonld.js, networkx, igraph.

What reads the other property-graph formats is in `test_property_graphs.py`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import warnings
from pathlib import Path
from xml.etree import ElementTree

import igraph
import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import to_isomorphic

from kg.export import FORMATS, normal, write_graph
from kg.export.rdf import generate
from kg.graph.networks import from_networkx, to_networkx
from kg.model import Entity
from tests.export.graphs import BASE, HAMADAN, HOSTS, IRAN, RUSSIA, rich_graph
from tests.export.test_statement_forms import PAIRS

RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "nquads": "nquads",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
RAPPER = {"turtle": "turtle", "ntriples": "ntriples", "rdfxml": "rdfxml", "trig": "trig"}

SERDI = {"turtle": "turtle", "ntriples": "ntriples", "nquads": "nquads", "trig": "trig"}

READERS = Path(__file__).with_name("readers.mjs")
# where .ci/run installs what npm gives
NPM = Path(os.environ.get("KG_NPM", Path(__file__).parents[2] / ".ci" / "npm")) / "node_modules"
needs_npm = pytest.mark.skipif(
    not (shutil.which("node") and (NPM / "n3").is_dir()), reason="needs npm's n3 and jsonld"
)


def written(name, folder):
    path = folder / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path)
    return path


def expected(name):
    """The triples that the file must hold, through N-Triples that rdflib reads by itself."""
    triples = (q.triple for q in generate(rich_graph(), xml=name == "rdfxml"))
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines, format="nt")


@pytest.fixture(autouse=True)
def keep_lexical_forms(monkeypatch):
    # rdflib would rewrite 0.90 as 0.9 and warn of 005,000, which is no integer on purpose
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    monkeypatch.setattr(rdflib.term, "_toPythonMapping", {})


@pytest.mark.parametrize("name", RDFLIB)
def test_rdflib_reads_the_same_graph(name, tmp_path):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        dataset = rdflib.Dataset().parse(written(name, tmp_path), format=RDFLIB[name])
        found = rdflib.Graph()
        for s, p, o, _ in dataset.quads():
            found.add((s, p, o))
    assert len(found) > 150
    assert to_isomorphic(found) == to_isomorphic(expected(name))


@pytest.mark.skipif(not shutil.which("rapper"), reason="needs Debian's raptor2-utils")
@pytest.mark.parametrize("name", RAPPER)
def test_rapper_reads_the_same_graph(name, tmp_path):
    command = ["rapper", "-q", "-i", RAPPER[name], "-o", "ntriples", written(name, tmp_path)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    found = rdflib.Graph().parse(data=done.stdout, format="nt")
    assert to_isomorphic(found) == to_isomorphic(expected(name))


@pytest.mark.skipif(not shutil.which("serdi"), reason="needs Debian's serdi")
@pytest.mark.parametrize("name", SERDI)
def test_serdi_reads_the_same_graph(name, tmp_path):
    command = ["serdi", "-i", SERDI[name], "-o", "nquads", written(name, tmp_path)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    found = ox.parse(done.stdout, format=ox.RdfFormat.N_QUADS)
    wanted = generate(rich_graph(), named=FORMATS[name].rdf.supports_datasets)
    assert set(found) == set(wanted)


@needs_npm
@pytest.mark.parametrize(("form", "name"), [pair for pair in PAIRS if pair[1] != "rdfxml"])
def test_programs_of_npm_read_every_form(form, name, tmp_path):
    """N3.js, and jsonld.js for JSON-LD."""
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path, statements=form)
    syntax = FORMATS[name].rdf
    reader = "jsonld" if name == "jsonld" else "n3"
    command = ["node", str(READERS), str(NPM), reader, str(path), syntax.media_type]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    found = ox.parse(done.stdout, format=ox.RdfFormat.N_QUADS)
    wanted = generate(rich_graph(), named=syntax.supports_datasets, statements=form)
    assert set(found) == set(wanted)


@needs_npm
def test_a_program_of_npm_refuses_what_is_no_rdf(tmp_path):
    (tmp_path / "x.ttl").write_text("<a> <b> .")
    command = ["node", str(READERS), str(NPM), "n3", str(tmp_path / "x.ttl"), "text/turtle"]
    assert subprocess.run(command, capture_output=True).returncode == 1


@pytest.mark.skipif(not shutil.which("rapper"), reason="needs Debian's raptor2-utils")
@pytest.mark.parametrize(("form", "name"), [("graph", "trig"), ("graph", "nquads")])
def test_rapper_reads_a_graph_for_each_statement(form, name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path, statements=form)
    command = ["rapper", "-q", "-i", name, "-o", "nquads", path]
    done = subprocess.run(command, capture_output=True, check=True)
    found = ox.parse(done.stdout, format=ox.RdfFormat.N_QUADS)
    assert set(found) == set(generate(rich_graph(), named=True, statements=form))


@pytest.mark.skipif(not shutil.which("serdi"), reason="needs Debian's serdi")
@pytest.mark.parametrize("name", ["nquads", "trig"])
def test_serdi_reads_a_graph_for_each_statement(name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path, statements="graph")
    command = ["serdi", "-i", SERDI[name], "-o", "nquads", path]
    done = subprocess.run(command, capture_output=True, check=True)
    found = ox.parse(done.stdout, format=ox.RdfFormat.N_QUADS)
    assert set(found) == set(generate(rich_graph(), named=True, statements="graph"))


@pytest.mark.parametrize("name", ["nquads", "trig", "jsonld"])
def test_rdflib_reads_a_graph_for_each_statement(name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path, statements="graph")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        dataset = rdflib.Dataset().parse(path, format=RDFLIB[name])
        named = {str(graph.identifier): set(graph) for graph in dataset.graphs()}
    fact = named[f"{BASE}statement/0000000000000002"]
    assert fact == {tuple(map(rdflib.URIRef, (IRAN.id, HOSTS.id, RUSSIA.id)))}


def test_networkx_reads_the_multigraph(tmp_path):
    found = nx.read_graphml(written("graphml", tmp_path), force_multigraph=True, edge_key_type=str)
    graph = rich_graph()
    assert found.is_directed()
    ends = sum(1 for s in graph.statements if not isinstance(s.object, Entity))
    assert len(found) == len(graph.entities) + ends
    assert found.nodes[RUSSIA.id]["label"] == "Russia"
    assert json.loads(found.nodes[RUSSIA.id]["aliases"]) == list(RUSSIA.aliases)
    edges = {key: data for *_, key, data in found.edges(keys=True, data=True)}
    assert set(edges) == {s.id for s in graph.statements}
    denied = edges["0000000000000003"]
    assert (denied["polarity"], denied["confidence"]) == ("negative", 0.35)
    assert denied["inferred"] is False
    assert edges["0000000000000002"]["inferred"] is True
    assert denied["attribution_cue"] == "denied"
    first = json.loads(edges["0000000000000001"]["roles"])
    assert [role["role"] for role in first] == ["from", "in", "out of"]
    evidence = json.loads(denied["evidence"])[0]
    assert HAMADAN.text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_igraph_reads_the_multigraph(tmp_path):
    found = igraph.Graph.Read_GraphML(str(written("graphml", tmp_path)))
    graph = rich_graph()
    assert found.is_directed()
    assert set(found.es["statement"]) == {s.id for s in graph.statements}
    denied = found.es.find(statement="0000000000000003")
    assert (denied["label"], denied["polarity"], denied["confidence"]) == (
        "hosts",
        "negative",
        0.35,
    )
    assert not denied["inferred"]
    assert found.es.find(statement="0000000000000002")["inferred"]
    ends = [found.vs[i]["id"] for i in (denied.source, denied.target)]
    assert ends == [IRAN.id, RUSSIA.id]
    assert found.vs.find(id=RUSSIA.id)["label"] == "Russia"


def test_the_view_is_exact_and_holds_only_simple_values():
    view = to_networkx(normal(rich_graph()))
    assert normal(from_networkx(view)) == normal(rich_graph())
    values = [v for _, data in view.nodes(data=True) for v in data.values()]
    values += [v for *_, data in view.edges(data=True) for v in data.values()]
    assert {type(v) for v in values} == {str, float, bool}


def test_literals_and_nothing_belong_to_one_statement():
    view = to_networkx(rich_graph())
    kinds = {node: data["kind"] for node, data in view.nodes(data=True) if data["kind"] != "entity"}
    assert kinds == {
        f"{BASE}statement/0000000000000005#object": "literal",
        f"{BASE}statement/0000000000000006#object": "none",
    }


def test_graphml_has_no_character_that_xml_forbids(tmp_path):
    text = written("graphml", tmp_path).read_text("utf-8")
    assert not re.search("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    assert "\\u0007" in text


def test_graphml_is_typed_as_xml_writes_it(tmp_path):
    text = written("graphml", tmp_path).read_text("utf-8")
    for scope, name, type_, values in (
        ("edge", "inferred", "boolean", {"true", "false"}),
        ("node", "named", "boolean", {"true", "false"}),
        ("edge", "confidence", "double", {"0.35", "0.9", "1.0"}),
    ):
        key = f"{scope}_{name}"
        assert f'<key id="{key}" for="{scope}" attr.name="{name}" attr.type="{type_}" />' in text
        assert set(re.findall(f'<data key="{key}">(.*?)</data>', text)) == values


# Gephi's importer (ImporterGraphML.java of 0.8 to 0.10) by hand: what it takes for a type, and the
# ids and names of keys that it takes for its own properties
GEPHI_TYPES = {"boolean", "int", "integer", "long", "float", "double", "string"}
GEPHI_NODE = {"label": "label", "d3": "label"} | {n: n for n in "x y z size r g b".split()}
GEPHI_NODE |= {"xpos": "x", "ypos": "y"}
GEPHI_EDGE = {"label": "label", "edgelabel": "label", "d7": "label", "weight": "weight"}
GEPHI_EDGE |= {"Edge Weight": "weight", "id": "id", "edgeid": "id", "r": "r", "g": "g", "b": "b"}


def test_gephi_finds_labels_columns_and_types(tmp_path):
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(written("graphml", tmp_path)).getroot()
    known = {"node": GEPHI_NODE, "edge": GEPHI_EDGE, "graph": {}}
    own, columns = {}, {}
    for key in root.iter(f"{space}key"):
        scope, name = key.get("for"), key.get("attr.name")
        assert key.get("attr.type") in GEPHI_TYPES
        found = known[scope].get(key.get("id")) or known[scope].get(name)
        (own if found else columns)[key.get("id")] = found or name
    assert own == {"node_label": "label", "edge_label": "label"}
    assert len(set(columns)) == len(columns)
    elements = [element.tag.removeprefix(space) for element in root.find(f"{space}graph")]
    first = elements.index("edge")
    assert "node" not in elements[first:]  # an edge's ends are looked up as it is read
    ids = [edge.get("id") for edge in root.iter(f"{space}edge")]
    assert sorted(ids) == sorted(s.id for s in rich_graph().statements)
    labels = {
        node.get("id"): data.text
        for node in root.iter(f"{space}node")
        for data in node
        if data.get("key") in own
    }
    assert labels[RUSSIA.id] == "Russia"
