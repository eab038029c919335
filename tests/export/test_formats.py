"""The table of formats, whole files or none, and errors that say where."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import GraphError, InputError, OutputError
from kg.export import CHOICES, FORMATS, filter_graph, format_for, read_graph, write_graph
from tests.export.graphs import BASE_OF, BOMBERS, IRAN, RUSSIA, SPOKESMAN, rich_graph


def test_the_table():
    assert {f.name: f.suffix for f in FORMATS.values()} == {
        "turtle": ".ttl",
        "ntriples": ".nt",
        "nquads": ".nq",
        "trig": ".trig",
        "jsonld": ".jsonld",
        "rdfxml": ".rdf",
        "graphml": ".graphml",
        "cyjs": ".cyjs",
        "dot": ".dot",
        "csv": ".csv",
        "cypher": ".cypher",
        "parquet": ".parquet",
        "jsonl": ".jsonl",
        "svg": ".svg",
        "png": ".png",
        "html": ".html",
    }
    assert list(FORMATS) == [f.name for f in FORMATS.values()]


@pytest.mark.parametrize("path", ["a.txt", "a", "a.ttl.gz"])
def test_unknown_suffix_lists_the_known(path):
    with pytest.raises(InputError, match=r"\.ttl \(turtle\).*\.jsonl \(jsonl\)"):
        format_for(path)


def test_unknown_name_lists_the_known():
    with pytest.raises(InputError, match="'n3': choose from turtle, ntriples"):
        format_for("a.ttl", "n3")


def test_the_name_wins_over_the_suffix(tmp_path):
    path = tmp_path / "graph.txt"
    write_graph(rich_graph(), path, format="jsonl")
    assert len(path.read_text("utf-8").splitlines()) == len(rich_graph().statements)
    assert read_graph(path, format="jsonl").statements
    assert format_for("GRAPH.TTL").name == "turtle"


def test_folders_are_made_and_permissions_are_ordinary(tmp_path):
    path = tmp_path / "a" / "b" / "graph.ttl"
    write_graph(rich_graph(), path)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
    assert os.listdir(path.parent) == ["graph.ttl"]


@pytest.mark.parametrize("name", [name for name in FORMATS if FORMATS[name].rdf])
def test_a_failure_leaves_the_old_file_alone(name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    path.write_text("old")
    bad = replace(rich_graph(), entities=(replace(IRAN, id="no iri"),))
    with pytest.raises(OutputError, match=r"graph\.\w+: .*no absolute IRI"):
        write_graph(bad, path)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == [path.name]


def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "real.ttl", tmp_path / "link.ttl"
    target.write_text("old")
    link.symlink_to(target)
    write_graph(rich_graph(), link)
    assert link.is_symlink()
    assert read_graph(target).statements


def test_a_device_is_written_to_and_not_replaced():
    write_graph(rich_graph(), "/dev/null", format="turtle")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_folder_or_a_file_in_the_way_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path, tmp_path / "file" / "graph.ttl"):
        with pytest.raises(OutputError, match=f"{path}: cannot be written: "):
            write_graph(rich_graph(), path, format="turtle")
    assert os.listdir(tmp_path) == ["file"]


BROKEN = {
    ".ttl": ("@prefix a: <http://a/> .\na:b a:c .\n", r":2: not Turtle: line 2"),
    ".nt": ("<http://a> <http://b> <c d> .\n", r":1: not N-Triples: "),
    ".nq": ("<http://a>\n", r":2: not N-Quads: "),
    ".trig": ("<http://a> {\n\n", r":\d: not TriG: "),
    ".jsonld": ('{"@id":\n}', r":2: not JSON-LD: "),
    ".rdf": ("<rdf>", r": not RDF/XML: "),
    ".graphml": ("<graphml>\n<a>\n</graphml>", r":3: not XML: "),
    ".cyjs": ('{"data":\n}', r":2: not JSON: "),
    ".jsonl": ('{"id": 1}\n', r":1: not a statement: no key"),
}


@pytest.mark.parametrize("suffix", BROKEN)
def test_a_broken_file_is_named_with_its_line(suffix, tmp_path):
    text, message = BROKEN[suffix]
    path = tmp_path / f"broken{suffix}"
    path.write_text(text)
    with pytest.raises(GraphError, match=f"broken{suffix}{message}") as caught:
        read_graph(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", BROKEN)
def test_a_binary_file_is_an_error(suffix, tmp_path):
    path = tmp_path / f"binary{suffix}"
    path.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(GraphError, match=f"binary{suffix}:") as caught:
        read_graph(path)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("suffix", BROKEN)
def test_a_file_that_is_not_there_is_an_error(suffix, tmp_path):
    with pytest.raises(GraphError, match=r"gone\.\w+: cannot be read: No such file or directory$"):
        read_graph(tmp_path / f"gone{suffix}")


def test_an_unknown_suffix_is_an_error(tmp_path):
    with pytest.raises(GraphError, match=r"graph\.txt: unknown suffix"):
        read_graph(tmp_path / "graph.txt")


FOREIGN = {
    ".ttl": "<http://a> <http://b> <http://c> .",
    ".nt": "",
    ".rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    ".jsonld": '{"@id": "http://a", "http://b": 1}',
    ".cyjs": '{"data": {}, "elements": {"nodes": []}}',
    ".graphml": '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph/></graphml>',
}


@pytest.mark.parametrize("suffix", FOREIGN)
def test_a_file_of_another_program_is_named_so(suffix, tmp_path):
    path = tmp_path / f"foreign{suffix}"
    path.write_text(FOREIGN[suffix])
    with pytest.raises(GraphError, match=f"foreign{suffix}: .*not a graph that kg wrote"):
        read_graph(path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("rdf:predicate", "has no <.*predicate>"),
        ("kg:polarity", "has no <.*polarity>"),
        ("rdfs:label", "has no <.*label>"),
        ("nif:endIndex", "has no <.*endIndex>"),
        ("kg:named", "not described as an entity"),
    ],
)
def test_a_graph_that_lacks_something_is_an_error(line, message, tmp_path):
    path = tmp_path / "graph.ttl"
    write_graph(rich_graph(), path)
    text = path.read_text("utf-8")
    start = text.index(line, text.index("entity/country"))
    end = min(text.index(" ;\n", start), text.index(" .\n", start))
    # a tool dropped one property: turn it into one that means nothing to us
    name = text[start:end].split(" ")[0]
    path.write_text(text[:start] + "<http://x.example/p>" + text[start + len(name) :], "utf-8")
    with pytest.raises(GraphError, match=f"graph.ttl: .*{message}"):
        read_graph(path)


def test_a_bad_value_is_an_error(tmp_path):
    path = tmp_path / "graph.ttl"
    write_graph(rich_graph(), path)
    text = path.read_text("utf-8").replace('kg:polarity "negative"', 'kg:polarity "maybe"')
    path.write_text(text, "utf-8")
    with pytest.raises(GraphError, match=r"graph.ttl: .*not a polarity: maybe"):
        read_graph(path)


def test_json_lines_have_the_keys_of_the_design(tmp_path):
    path = tmp_path / "graph.jsonl"
    write_graph(rich_graph(), path)
    lines = path.read_text("utf-8").split("\n")[:-1]
    found = {data["id"]: data for data in map(json.loads, lines)}
    plain = [json.dumps(json.loads(x), ensure_ascii=False, sort_keys=True) for x in lines]
    separators = str.maketrans({c: f"\\u{ord(c):04x}" for c in "\x85\u2028"})
    assert lines == [line.translate(separators) for line in plain]
    first = found["0000000000000001"]
    assert sorted(first) == sorted(
        (
            *("id", "subject", "relation", "object", "roles", "polarity", "modality"),
            *("attribution", "time", "claimed", "published", "confidence", "inferred"),
            *("premises", "event", "evidence", "sources"),
        )
    )
    assert first["subject"] == {
        "id": RUSSIA.id,
        "label": "Russia",
        "type": "Country",
        "aliases": ["Moscow", "Russian Federation", "Россия"],
    }
    assert first["time"]["value"] == "2016-08-16"
    assert sorted(first["roles"]) == ["from", "in", "out of"]
    assert first["evidence"][1]["document"] == "news/hamadan raid"
    assert first["evidence"][1]["surface"]["arguments"] == ["z “bombers”", "from a", ""]
    assert first["confidence"] == 1.0
    assert found["0000000000000005"]["object"]["datatype"].endswith("#integer")
    assert found["0000000000000006"]["object"] is None
    assert found["0000000000000003"]["attribution"]["cue"] == "denied"
    assert "".join(id[-1] for id in found) == "1567234"


def test_a_role_name_that_occurs_twice_gets_a_number(tmp_path):
    graph = rich_graph()
    twice = replace(graph.statements[0], roles=(("in", IRAN), ("in", BASE_OF)))
    path = tmp_path / "graph.jsonl"
    write_graph(replace(graph, statements=(twice,)), path)
    assert sorted(json.loads(path.read_text("utf-8"))["roles"]) == ["in", "in_2"]
    assert {name for name, _ in read_graph(path).statements[0].roles} == {"in"}


@pytest.mark.parametrize(
    ("only", "kept"),
    [
        ((), "1234567"),
        (("negative",), "3"),
        (("future", "possible"), "67"),
        (("actual", "positive"), "1245"),
        (("inferred",), "2"),
        (("read", "actual"), "1345"),
        (("positive", "negative"), "1234567"),
        (("conditional",), ""),
    ],
)
def test_only(only, kept):
    graph = filter_graph(rich_graph(), only=only)
    assert "".join(s.id[-1] for s in graph.statements) == kept


def test_filters_keep_the_entities_that_are_used():
    graph = filter_graph(rich_graph(), only=["negative"])
    assert set(graph.entities) == {IRAN, RUSSIA, SPOKESMAN}
    assert graph.articles == rich_graph().articles
    sure = filter_graph(rich_graph(), min_confidence=0.9)
    assert "".join(s.id[-1] for s in sure.statements) == "12567"
    assert set(sure.entities) == {IRAN, RUSSIA, BASE_OF, BOMBERS}


def test_a_choice_that_does_not_exist_is_an_error():
    with pytest.raises(InputError, match=r"'maybe': choose from actual, .*read"):
        filter_graph(rich_graph(), only=["maybe"])
    with pytest.raises(InputError, match="give 0 to 1"):
        filter_graph(rich_graph(), min_confidence=90)
    assert len(set(CHOICES)) == 9


def test_importing_loads_nothing_heavy():
    code = "import sys, kg.export, kg.store; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert not {"networkx", "rdflib", "spacy", "lxml", "pyarrow"} & set(done.stdout.split())


def test_a_key_without_a_type_is_not_ours(tmp_path):
    path = tmp_path / "graph.graphml"
    write_graph(rich_graph(), path)
    path.write_bytes(path.read_bytes().replace(b' attr.type="string"', b"", 1))
    with pytest.raises(GraphError, match=r"graph\.graphml: GraphML, but not a graph .* key type"):
        read_graph(path)
