"""Other programs read the property-graph formats: networkx, csv, DuckDB, pyarrow, dot, ArcadeDB."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import networkx as nx
import pyarrow.parquet
import pytest
from hypothesis import given

from kg.export import FORMATS, normal, read_graph, write_graph
from kg.export.cypher import generate, literal
from kg.export.property_rows import COLUMNS, tables
from kg.model import Entity
from tests.export.graphs import (
    BELL,
    HAMADAN,
    IRAN,
    RUSSIA,
    SPOKESMAN,
    ZAPS,
    rich_graph,
    texts,
)

HOSTILE = (
    "it's \"quoted\" `ticked` \\ \\n \\' \\\\' \\u0027 \\\\u0027; a;b",
    "'}) DETACH DELETE n; MATCH (n) //",
    '"; DROP TABLE nodes; --',
    "<b>bold</b> &amp; <![CDATA[x]]> &#x41;",
    "line\nfeed\r\nreturn\rtab\t",
    "".join(map(chr, range(32))) + "\x7f\x85\u2028\ufffe\uffff",
    "\ud800 half, \udfff half",
    "مرحبا \u202e right to left \U0001f6eb",
    "long " * 20_000,
    "",
    "\\u",
    "ends in \\",
)


def hostile_graph():
    """The rich graph with every hostile text as an entity's name, an alias and evidence's words."""
    graph = rich_graph()
    odd = replace(
        SPOKESMAN, aliases=HOSTILE, label="\n".join(HOSTILE), identity=(("apart", HOSTILE[0]),)
    )
    named = tuple(
        Entity(id=f"{SPOKESMAN.id}{n}", label=text or " ", type="Person")
        for n, text in enumerate(HOSTILE)
    )
    entities = (*(e for e in graph.entities if e.id != odd.id), odd, *named)
    return replace(graph, entities=tuple(sorted(entities, key=lambda e: e.id)))


@pytest.fixture(scope="module")
def graph():
    return normal(hostile_graph())


@pytest.fixture(scope="module")
def written(graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("property")

    def write(name):
        path = folder / f"graph{FORMATS[name].suffix}"
        if not path.exists():
            write_graph(graph, path)
        return path

    return write


# ── Cytoscape JSON ───────────────────────────────────────────────────────────────────────────────


def test_networkx_reads_cytoscape_json(graph, written):
    found = nx.cytoscape_graph(json.loads(written("cyjs").read_text("utf-8")), ident="id")
    assert (found.is_directed(), found.is_multigraph()) == (True, True)
    assert {n for n, d in found.nodes(data=True) if d["kind"] == "entity"} == {
        e.id for e in graph.entities
    }
    assert set(found.nodes[SPOKESMAN.id]["aliases"]) == set(HOSTILE)
    edges = {data["id"]: (s, t, data) for s, t, data in found.edges(data=True)}
    assert set(edges) == set(graph.by_id())
    source, target, denied = edges["0000000000000003"]
    assert (source, target) == (IRAN.id, RUSSIA.id)
    assert (denied["polarity"], denied["confidence"], denied["inferred"]) == (
        "negative",
        0.35,
        False,
    )
    assert edges["0000000000000002"][2]["premises"] == ["0000000000000001", "0000000000000007"]
    evidence = json.loads(denied["evidence"])[0]
    assert HAMADAN.text[evidence["start"] : evidence["end"]] == evidence["text"]


# ── CSV ──────────────────────────────────────────────────────────────────────────────────────────

# What neo4j-admin takes for a column: a name, a type, or one of its own words.
COLUMN = re.compile(r"\w+:(ID|string|int|double|boolean|string\[\])|:(LABEL|TYPE|START_ID|END_ID)")


def plain(text):
    """A text as the CSV holds it, undone by hand: not by the code under test."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), "" if text == "\\u" else text)


def rows_of(path):
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_the_headers_are_those_of_neo4j_admin(written):
    for path in sorted(written("csv").iterdir()):
        head = path.read_text("utf-8").split("\n")[0].split(",")
        assert all(COLUMN.fullmatch(column) for column in head), (path.name, head)
        ends = {":START_ID", ":END_ID", ":TYPE"}
        assert ends <= set(head) if path.name in ("edges.csv", "read_from.csv") else "id:ID" in head


def test_csv_is_read_by_the_standard_library(graph, written):
    nodes = {row["id:ID"]: row for row in rows_of(written("csv") / "nodes.csv")}
    assert nodes[RUSSIA.id][":LABEL"] == "Entity;Country"
    aliases = nodes[SPOKESMAN.id]["aliases:string[]"].split(";")
    assert [plain(alias) for alias in aliases] == sorted(HOSTILE)
    for number, text in enumerate(HOSTILE):
        assert plain(nodes[f"{SPOKESMAN.id}{number}"]["label:string"]) == (text or " ")
    edges = {row["id:string"]: row for row in rows_of(written("csv") / "edges.csv")}
    assert set(edges) == set(graph.by_id())
    first = edges["0000000000000001"]
    assert (first[":START_ID"], first[":TYPE"]) == (RUSSIA.id, "launches")
    assert [role.split("=")[0] for role in first["roles:string[]"].split(";")] == [
        "from",
        "in",
        "out of",
    ]
    assert edges["0000000000000003"]["attribution_cue:string"] == "denied"


def test_no_relationship_of_the_csv_is_without_its_ends(written):
    folder = written("csv")
    labels = {"nodes": "Entity", "evidence": "Evidence", "articles": "Article", "graph": "Graph"}
    nodes = set()
    for name, label in labels.items():
        rows = rows_of(folder / f"{name}.csv")
        assert label in {row[":LABEL"].split(";")[0] for row in rows}
        nodes |= {row["id:ID"] for row in rows}
    links = rows_of(folder / "edges.csv") + rows_of(folder / "read_from.csv")
    assert {row[end] for row in links for end in (":START_ID", ":END_ID")} <= nodes
    evidence = {row["id:ID"] for row in rows_of(folder / "evidence.csv")}
    named = {
        e for row in rows_of(folder / "edges.csv") for e in row["evidence:string[]"].split(";")
    }
    assert named == evidence == {row[":START_ID"] for row in rows_of(folder / "read_from.csv")}


def test_an_article_that_is_not_there_is_not_led_to(tmp_path):
    graph = replace(rich_graph(), articles=())
    write_graph(graph, tmp_path / "x.csv")
    assert rows_of(tmp_path / "x.csv" / "read_from.csv") == []
    assert not any("READ_FROM" in line for line in generate(graph))


@pytest.mark.parametrize("aliases", [(), ("",), ("", "a"), (";", "\\u", "\\u003b", "a;b")])
@pytest.mark.parametrize("name", ["csv", "parquet", "cyjs"])
def test_a_list_of_nothing_and_a_list_of_an_empty_text_differ(name, aliases, tmp_path):
    odd = Entity(id=SPOKESMAN.id, label="\\u", type="Person", aliases=aliases)
    article = replace(HAMADAN, title="", source=None)
    graph = replace(rich_graph(), statements=(), entities=(odd,), articles=(article,), copies=())
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(graph, path)
    assert read_graph(path) == normal(graph)


def test_no_character_of_the_csv_is_one_that_importers_refuse(written):
    text = b"".join(path.read_bytes() for path in written("csv").iterdir()).decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", text)
    assert "\\u0000" in text


def test_duckdb_reads_the_csv(graph, written):
    for table in COLUMNS:
        path = written("csv") / f"{table}.csv"
        read = "read_csv(?, all_varchar=true, quote='\"', escape='\"', max_line_size=10000000)"
        found = duckdb.execute(f"SELECT count(*) FROM {read}", [str(path)]).fetchone()
        assert found[0] == len(list(tables(graph)[table])), table


# ── Parquet ──────────────────────────────────────────────────────────────────────────────────────


def test_pyarrow_reads_typed_columns(graph, written):
    for table, columns in COLUMNS.items():
        read = pyarrow.parquet.read_table(written("parquet") / f"{table}.parquet")
        assert read.column_names == list(columns)
        assert read.num_rows == len(list(tables(graph)[table]))
    nodes = pyarrow.parquet.read_table(written("parquet") / "nodes.parquet")
    assert str(nodes.schema.field("aliases").type).startswith("list<")
    assert str(nodes.schema.field("named").type) == "bool"
    [aliases] = [r["aliases"] for r in nodes.to_pylist() if r["id"] == SPOKESMAN.id]
    assert [plain(text) for text in aliases] == sorted(HOSTILE)
    assert "it's" in "".join(aliases)


def test_duckdb_joins_statements_with_their_evidence(graph, written):
    folder = written("parquet")
    found = duckdb.execute(
        f"""
        SELECT s.label, e.label, o.label, v.text, a.text[v.start + 1 : v."end"]
        FROM (SELECT *, unnest(evidence) AS piece FROM '{folder}/edges.parquet') e
        JOIN '{folder}/nodes.parquet' s ON s.id = e.source
        JOIN '{folder}/nodes.parquet' o ON o.id = e.target
        JOIN '{folder}/evidence.parquet' v ON v.id = e.piece
        JOIN '{folder}/articles.parquet' a ON a.article = v.article
        """
    ).fetchall()
    assert len(found) == sum(len(s.evidence) for s in graph.statements)
    # offsets are of the text itself: of what is encoded in it they are counted after decoding
    exact = [row for row in found if "\\u" not in row[3]]
    assert exact
    assert all(text == piece for *_, text, piece in exact)
    assert ("Russia", "launches", "bombers") in {row[:3] for row in found}


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch, tmp_path):
    from kg.errors import OutputError

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"x\.parquet: .*pip install 'kg-news\[parquet\]'"):
        write_graph(rich_graph(), tmp_path / "x.parquet")
    assert list(tmp_path.iterdir()) == []


# ── DOT ──────────────────────────────────────────────────────────────────────────────────────────

needs_dot = pytest.mark.skipif(not shutil.which("dot"), reason="needs Debian's graphviz")


def drawn(path, form):
    done = subprocess.run(["dot", f"-T{form}", path], capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout


def undo(text):
    """What an escString says, undone by hand."""
    text = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text)
    return text.replace("&amp;", "&")


@needs_dot
def test_dot_reads_every_node_edge_and_attribute(graph, tmp_path):
    path = tmp_path / "graph.dot"
    write_graph(graph, path)
    found = json.loads(drawn(path, "dot_json"), strict=False)
    nodes = {node["name"]: node for node in found["objects"]}
    assert {e.id for e in graph.entities} < set(nodes)
    for number, text in enumerate(HOSTILE):
        node = nodes[f"{SPOKESMAN.id}{number}"]
        assert plain(undo(node.get("full_label", node["label"]))) == (text or " ")
        assert len(node["label"]) < 500
    assert json.loads(undo(nodes[SPOKESMAN.id]["aliases"])) == sorted(HOSTILE)
    edges = {edge["statement"]: edge for edge in found["edges"]}
    assert set(edges) == set(graph.by_id())
    denied = edges["0000000000000003"]
    assert (denied["label"], denied["polarity"], denied["color"]) == ("hosts", "negative", "red")
    assert edges["0000000000000006"]["style"] == "dashed"
    evidence = json.loads(undo(denied["evidence"]))[0]
    assert HAMADAN.text[evidence["start"] : evidence["end"]] == evidence["text"]


@needs_dot
def test_a_drawing_shows_labels_as_text(tmp_path):
    graph = rich_graph()
    label = "<b>&amp; \\N it's</b>"
    odd = replace(IRAN, label=label)
    entities = tuple(odd if e.id == IRAN.id else e for e in graph.entities)
    path = tmp_path / "graph.dot"
    write_graph(replace(graph, entities=entities), path)
    svg = ElementTree.fromstring(drawn(path, "svg"))
    words = {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert {label, "hosts", "Russia"} <= words


# ── Cypher ───────────────────────────────────────────────────────────────────────────────────────

PIECE = re.compile(r"'((?:[^'\\]|\\.)*)'", re.DOTALL)
ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|.)", re.DOTALL)
CHARACTERS = {"n": "\n", "r": "\r", "t": "\t"}


def meant(text):
    """What a Cypher text says, by https://opencypher.org's grammar."""
    pieces = text.split(" + ") if PIECE.fullmatch(text) is None else [text]
    found = [PIECE.fullmatch(piece) for piece in pieces]
    assert all(found), text
    return "".join(
        ESCAPE.sub(
            lambda m: chr(int(m[1][1:], 16)) if m[1][0] == "u" else CHARACTERS.get(m[1], m[1]),
            piece[1],
        )
        for piece in found
    )


def read_early(text):
    """Some databases undo `\\uXXXX` before anything else, wherever it stands."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)


def as_stored(text):
    return re.sub("[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_a_value_and_nothing_else(text):
    assert "\n" not in literal(text)
    assert meant(literal(text)) == as_stored(text)
    assert meant(read_early(literal(text))) == as_stored(text)


@given(text=texts)
def test_any_text_is_a_value_and_nothing_else(text):
    if " + " not in text:
        assert meant(literal(text)) == as_stored(text)
        assert meant(read_early(literal(text))) == as_stored(text)


def test_a_name_of_a_type_is_letters_digits_and_underscores():
    odd = replace(ZAPS, id="http://x.example/`]-() DELETE r //ta`gs")
    graph = rich_graph()
    statements = (replace(graph.statements[4], relation=odd),)
    entities = (replace(RUSSIA, type="A`B"), *(e for e in graph.entities if e.id != RUSSIA.id))
    lines = list(generate(replace(graph, statements=statements, entities=entities)))
    assert any("-[r:`ta_gs` {id: " in line for line in lines)
    assert any(line.endswith("SET n:`A_B`;") for line in lines)
    assert all(line.endswith(";") and "\n" not in line for line in lines)


RUN_CYPHER = """
import json, sys
import arcadedb_embedded as arcadedb
database = arcadedb.create_database(sys.argv[1])
for _ in range(2):
    for stale in ("MATCH (n) SET n.stale = 1", "MATCH ()-[r]->() SET r.stale = 1"):
        with database.transaction():
            database.command("opencypher", stale)
    for line in open(sys.argv[2], encoding="utf-8", newline="\\n"):
        with database.transaction():
            database.command("opencypher", line.rstrip("\\n;"))
def ask(query):
    return [row.to_dict() for row in database.query("opencypher", query)]
print(json.dumps({
    "nodes": ask("MATCH (n) RETURN properties(n) AS cells, labels(n) AS labels"),
    "edges": ask("MATCH (s)-[r]->(o) WHERE r.id IS NOT NULL RETURN properties(r) AS cells,"
                 " type(r) AS type, s.id AS source, o.id AS target"),
    "read": ask("MATCH (:Evidence)-[r:READ_FROM]->(:Article) RETURN count(r) AS c"),
}))
"""


def test_arcadedb_runs_the_script_twice_and_holds_every_value(graph, tmp_path):
    pytest.importorskip("arcadedb_embedded", reason="needs pip's arcadedb-embedded")
    path = tmp_path / "graph.cypher"
    write_graph(graph, path)
    command = [sys.executable, "-c", RUN_CYPHER, str(tmp_path / "db"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    rows = tables(graph)
    ends = {row["id"]: row for table in COLUMNS if table != "edges" for row in rows[table]}
    assert {n["cells"]["id"]: n["cells"] for n in found["nodes"]} == {
        iri: known(row) for iri, row in ends.items()
    }
    assert len(found["nodes"]) == len(ends)
    edges = {e["cells"]["id"]: e for e in found["edges"]}
    assert len(edges) == len(found["edges"]) == len(graph.statements)
    for row in rows["edges"]:
        edge = edges[row["id"]]
        assert (edge["source"], edge["target"]) == (row.pop("source"), row.pop("target"))
        assert edge["cells"] == known(row)
    assert found["read"] == [{"c": len(list(tables(graph)["evidence"]))}]
    labels = {tuple(sorted(node["labels"])) for node in found["nodes"]}
    assert {("Country", "Entity"), ("Literal",), ("Nothing",), ("Evidence",)} <= labels


def known(row):
    """A row as a database holds it: without what is unknown, or an empty list."""
    return {
        name: [as_stored(item) for item in cell]
        if isinstance(cell, list)
        else as_stored(cell)
        if isinstance(cell, str)
        else cell
        for name, cell in row.items()
        if cell not in (None, [])
    }


def test_texts_can_be_left_out(tmp_path):
    for name in ("cyjs", "dot", "csv", "cypher"):
        path = tmp_path / f"graph{FORMATS[name].suffix}"
        write_graph(rich_graph(), path, text=False)
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        whole = "".join(Path(file).read_text("utf-8") for file in files)
        assert "5,000" in whole
        assert whole.count("a null") < 10
        assert BELL.sha256 in whole
