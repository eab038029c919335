"""Loading by Bolt into ArcadeDB: found again by Cypher, twice is once, texts stay texts."""

from __future__ import annotations

import logging
import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kg import Graph, read_graph
from kg.errors import InputError, LoadError
from kg.export.normal import normal
from kg.export.property_graph import parse
from kg.export.property_rows import COLUMNS, evidence_id, type_name
from kg.load import Access, load
from kg.model import Article, Entity, Evidence, Relation, Statement, Value
from tests.cli.conftest import graph, run
from tests.cli.sample import SAMPLE
from tests.export.graphs import rich_graph
from tests.hostile import HOSTILE
from tests.load.arcadedb import USER, arcadedb_server
from tests.load.databases import SEEDS
from tests.load.proxy import Proxy

__all__ = ["graph", "run"]  # fixtures of the commands

ROOT = Path(__file__).parents[2]
WITH_NULL = (
    *(text for name, text in HOSTILE.items() if name != "halves"),  # these are told by number
    "null \x00 and \x00",
    "",
    "\\u0041 \\",
    "`]->() DELETE r //",
    "{{id: 1}} $rows",
)
EVERYTHING = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS cells"
RELATIONSHIPS = (
    "MATCH (s)-[r]->(o)"
    " RETURN type(r) AS type, s.id AS source, o.id AS target, properties(r) AS cells"
)


@pytest.fixture(scope="module")
def seeds() -> Graph:
    return read_graph(SEEDS)


@pytest.fixture
def place(arcadedb) -> str:
    """The address of an empty database."""
    return arcadedb.new()


@pytest.fixture(scope="module")
def loaded(arcadedb, seeds) -> str:
    """The address of a database that holds the graph of `seeds/`."""
    place = arcadedb.new()
    load(seeds, place, access=arcadedb.access)
    return place


@pytest.fixture
def soon(monkeypatch):
    """How long a load would have waited."""
    pauses = []
    monkeypatch.setattr("kg.load.bolt.time.sleep", pauses.append)
    return pauses


def held(server, place):
    """All that a database holds, in one order."""
    nodes = server.ask(place, EVERYTHING)
    links = server.ask(place, RELATIONSHIPS)
    return (
        sorted((sorted(n["labels"]), sorted(n["cells"].items())) for n in nodes),
        sorted((r["type"], r["source"], r["target"], sorted(r["cells"].items())) for r in links),
    )


def read(server, place) -> Graph:
    """The graph, asked for in Cypher."""
    kinds = {"Evidence": "evidence", "Article": "articles", "Graph": "graph"}
    tables = {table: [] for table in COLUMNS}
    for node in server.ask(place, EVERYTHING):
        [table] = {kinds.get(label, "nodes") for label in node["labels"]}
        tables[table].append(_row(table, node["cells"]))
    for link in server.ask(place, RELATIONSHIPS):
        if link["cells"]:
            ends = {"source": link["source"], "target": link["target"]}
            assert link["type"] == type_name(link["cells"]["relation"])
            tables["edges"].append(_row("edges", link["cells"] | ends))
    return parse(tables)


def _row(table, cells):
    assert cells.keys() <= COLUMNS[table].keys()
    empty = {name: [] if kind.endswith("[]") else None for name, kind in COLUMNS[table].items()}
    return empty | cells


# ── what is there ────────────────────────────────────────────────────────────────────────────────


def test_the_whole_graph_is_found_again_by_cypher(arcadedb, loaded, seeds):
    assert read(arcadedb, loaded) == normal(seeds)


def test_the_scheme_of_clusters_is_the_same(arcadedb, place):
    made = rich_graph()
    told = dict(load(made, place.replace("bolt", "neo4j", 1), access=arcadedb.access).what)
    assert read(arcadedb, place) == normal(made)
    assert told["statements"] == len(made.statements)
    assert told["pieces of evidence"] == len({e for s in made.statements for e in s.evidence})


def test_every_statement_is_a_relationship_with_its_qualifiers(arcadedb, loaded, seeds):
    asked = (
        "MATCH (s:Entity)-[r]->(o) WHERE NOT o:Evidence RETURN s.label AS subject, type(r) AS type,"
        " CASE WHEN o:Nothing THEN null ELSE o.label END AS object, r.polarity AS polarity,"
        " r.modality AS modality, r.attribution AS source, r.attribution_cue AS cue,"
        " r.time_start AS start, r.time_end AS end, r.confidence AS confidence, r.id AS id"
    )
    found = {tuple(row.values()) for row in arcadedb.ask(loaded, asked)}
    assert found == {
        (
            s.subject.label,
            s.relation.id.rpartition("#")[2],
            s.object and s.object.label,
            s.polarity,
            s.modality,
            s.attribution and s.attribution.entity.label,
            s.attribution and s.attribution.cue,
            s.time and s.time.start,
            s.time and s.time.end,
            round(s.confidence, 2),
            s.id,
        )
        for s in seeds.statements
    }
    assert any(s.object is None for s in seeds.statements)
    assert any(isinstance(s.object, Value) for s in seeds.statements)


def test_every_role_leads_to_its_entity(arcadedb, loaded, seeds):
    asked = (
        "MATCH ()-[r]->() WHERE r.roles IS NOT NULL UNWIND r.roles AS role"
        " WITH r.id AS id, split(role, '=')[0] AS name, role"
        " MATCH (e:Entity {id: substring(role, size(name) + 1)})"
        " RETURN id, name, e.label AS label"
    )
    found = {tuple(row.values()) for row in arcadedb.ask(loaded, asked)}
    wanted = {(s.id, name, e.label) for s in seeds.statements for name, e in s.roles}
    assert found == wanted != set()


def test_every_piece_of_evidence_is_a_span_of_its_article(arcadedb, loaded, seeds):
    asked = (
        "MATCH ()-[r]->() WHERE r.evidence IS NOT NULL UNWIND r.evidence AS iri"
        " MATCH (e:Evidence {id: iri})-[:READ_FROM]->(a:Article)"
        " RETURN r.id AS id, a.article AS article, e.start AS start, e.end AS end, e.text AS text,"
        " e.rule AS rule, e.subject_start AS subject, e.object_start AS object, a.text AS whole"
    )
    rows = arcadedb.ask(loaded, asked)
    assert all(row["whole"][row["start"] : row["end"]] == row.pop("text") for row in rows)
    assert {tuple(row.values())[:-1] for row in rows} == {
        (
            s.id,
            e.article,
            e.start,
            e.end,
            e.rule,
            e.subject and e.subject.start,
            e.object and e.object.start,
        )
        for s in seeds.statements
        for e in s.evidence
    }


def test_classes_are_labels_with_constraints_and_indexes(arcadedb, loaded, seeds):
    asked = "MATCH (n:Entity) RETURN n.type AS type, labels(n) AS labels"
    for row in arcadedb.ask(loaded, asked):
        assert sorted(row["labels"]) == sorted({"Entity", row["type"]})
    constraints = arcadedb.ask(loaded, "SHOW CONSTRAINTS")
    kinds = ("Entity", "Literal", "Nothing", "Evidence", "Article", "Graph")
    assert {(k, "id") for k in kinds} <= {
        (*c["labelsOrTypes"], *c["properties"]) for c in constraints
    }
    indexes = {
        (*i["labelsOrTypes"], *i["properties"]) for i in arcadedb.ask(loaded, "SHOW INDEXES")
    }
    assert {("Article", "article"), ("Article", "published"), ("Evidence", "article")} <= indexes
    made = "CREATE (:Entity {id: $id})"
    with pytest.raises(Exception, match="ConstraintValidationFailed"):
        arcadedb.ask(loaded, made, id=seeds.entities[0].id)


def test_without_text(arcadedb, place):
    load(SAMPLE, place, access=replace(arcadedb.access, text=False))
    assert arcadedb.ask(place, "MATCH (a:Article) RETURN DISTINCT a.text AS text") == [{"text": ""}]
    nothing = replace(SAMPLE, articles=(), entities=(), statements=())
    assert load(nothing, arcadedb.new(), access=arcadedb.access).what[1:] == (
        ("statements", 0),
        ("pieces of evidence", 0),
    )


# ── twice ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("which", ["seeds", "rich"])
def test_twice_and_in_other_batches_is_the_same_database(arcadedb, place, seeds, which):
    made = seeds if which == "seeds" else rich_graph()
    counts = []
    first = load(made, place, access=replace(arcadedb.access, batch=97), progress=counts.append)
    once = held(arcadedb, place)
    again = load(made, place, access=arcadedb.access)
    assert held(arcadedb, place) == once
    other = arcadedb.new()
    load(made, other, access=replace(arcadedb.access, batch=11))
    assert held(arcadedb, other) == once
    assert first.what == again.what
    assert (first.batches, first.tries) == (len(counts), len(counts))
    assert counts == sorted(counts)
    assert counts[-1] == sum(map(len, once))


def test_what_changed_is_replaced_and_what_is_gone_or_not_ours_stays(arcadedb, place):
    load(SAMPLE, place, access=arcadedb.access)
    arcadedb.ask(place, "CREATE (:Entity {id: 'mine', type: 'Note'})")
    arcadedb.ask(place, "MATCH (n:Entity {label: 'Iran'}) SET n.stale = 1")
    old = next(e for e in SAMPLE.entities if e.label == "Iran")
    new = replace(old, type="Region", label="Persia")
    without = replace(
        SAMPLE, statements=(), entities=tuple(new if e == old else e for e in SAMPLE.entities)
    )
    for _ in range(2):
        load(without, place, access=arcadedb.access)
        asked = "MATCH (n:Entity {id: $id}) RETURN labels(n) AS labels, properties(n) AS cells"
        [found] = arcadedb.ask(place, asked, id=old.id)
        assert sorted(found["labels"]) == ["Entity", "Region"]
        assert found["cells"]["label"] == "Persia"
        assert "stale" not in found["cells"]
    asked = "MATCH ()-[r]->() WHERE r.relation IS NOT NULL RETURN count(r) AS many"
    assert arcadedb.ask(place, asked) == [{"many": len(SAMPLE.statements)}]
    assert arcadedb.ask(place, "MATCH (n {id: 'mine'}) RETURN labels(n) AS l") == [
        {"l": ["Entity"]}
    ]


def test_two_loads_at_once_are_one(arcadedb, place, seeds):
    failed = []

    def run_load():
        try:
            load(seeds, place, access=replace(arcadedb.access, batch=50, tries=12))
        except LoadError as error:
            failed.append(error)

    threads = [threading.Thread(target=run_load) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failed == []
    assert read(arcadedb, place) == normal(seeds)


# ── texts that try to be something else ──────────────────────────────────────────────────────────


def hostile(text: str) -> Graph:
    """A graph in which a text stands wherever a text can stand."""
    words = text or "x"
    article = Article.of(
        id=words[:500], text=words, title=text, source=text, url=text, published="2016-08-16"
    )
    entity = Entity(
        id="https://x.example/a",
        label=words,
        type=words[:100],
        aliases=(text,),
        external=(text,),
        identity=((words[:9].replace(":", ""), text),),
    )
    evidence = Evidence(
        article=article.id,
        start=0,
        end=len(words),
        text=words,
        rule=words[:50],
        subject=None,
        object=None,
        surface=None,
        confidence=0.5,
    )
    statement = Statement(
        id="0123456789abcdef",
        subject=entity,
        relation=Relation(id=f"https://x.example/#{words[:100]} does", label=text),
        object=Value(label=text, datatype=text),
        roles=(("in", entity),),
        evidence=(evidence,),
    )
    return Graph(
        articles=(article,), entities=(entity,), statements=(statement,), base="https://x.example/"
    )


@pytest.mark.parametrize("text", WITH_NULL, ids=range(len(WITH_NULL)))
def test_a_hostile_text_is_text_wherever_it_stands(arcadedb, place, text):
    arcadedb.ask(place, "CREATE (:Witness {id: 'stays'})")
    made = hostile(text)
    for _ in range(2):
        load(made, place, access=arcadedb.access)
        [witness] = arcadedb.ask(place, "MATCH (n:Witness) DETACH DELETE n RETURN 1 AS one")
        assert witness == {"one": 1}
        assert read(arcadedb, place) == normal(made)
        asked = (
            "MATCH (n:Entity)-[r]->(:Literal {label: $text}) WHERE $text IN n.aliases RETURN n.id"
        )
        assert len(arcadedb.ask(place, asked, text=text)) == 1
        arcadedb.ask(place, "CREATE (:Witness {id: 'stays'})")
    names = arcadedb.ask(place, "MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name")
    types = arcadedb.ask(place, "MATCH ()-[r]->() RETURN DISTINCT type(r) AS name")
    assert all(re.fullmatch(r"[A-Za-z0-9_]+", row["name"]) for row in [*names, *types])


def test_half_a_surrogate_pair_is_told_by_its_number(arcadedb, place):
    made = replace(SAMPLE, version="\ud83d and \udeeb, \\u0041")
    load(made, place, access=arcadedb.access)
    assert arcadedb.ask(place, "MATCH (g:Graph) RETURN g.version AS text") == [
        {"text": "\\ud83d and \\udeeb, \\u0041"}
    ]


# ── failures ─────────────────────────────────────────────────────────────────────────────────────


def test_a_wrong_password_is_one_line_without_it(arcadedb, place, soon, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(LoadError) as caught:
        load(SAMPLE, place, access=Access(user=USER, password="s3cret-wrong"))
    told = f"{place}: Neo.ClientError.Security.Unauthorized: Authentication failed"
    assert str(caught.value) == told
    assert soon == []
    load(SAMPLE, place, access=arcadedb.access)
    secrets = ("s3cret", arcadedb.password)
    assert caplog.text
    assert not any(s in caplog.text + repr(caught.value.__cause__) for s in secrets)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s"])
def test_nobody_there(soon, scheme, capfd):
    proxy = Proxy(0)
    proxy.shut()
    gone = f"{scheme}://127.0.0.1:{proxy.port}"
    with pytest.raises(LoadError) as caught:
        load(SAMPLE, gone)
    assert str(caught.value).startswith(f"{gone}: nothing there speaks Bolt, or it went away: ")
    assert "\n" not in str(caught.value)
    assert soon == [0.5, 1.0, 2.0]
    assert capfd.readouterr() == ("", "")


def test_another_protocol_or_database(arcadedb, soon):
    with pytest.raises(LoadError, match="nothing there speaks Bolt, or it went away"):
        load(SAMPLE, f"bolt://127.0.0.1:{arcadedb.http}", access=arcadedb.access)
    with pytest.raises(LoadError, match="DatabaseNotFound"):
        load(SAMPLE, f"bolt://127.0.0.1:{arcadedb.port}/none", access=arcadedb.access)


def test_a_connection_that_breaks_is_made_again(arcadedb, place, seeds, soon):
    with Proxy(arcadedb.port).running() as proxy:
        cuts = iter((True, False, True))
        through = place.replace(str(arcadedb.port), str(proxy.port))
        told = load(
            seeds,
            through,
            access=replace(arcadedb.access, batch=200),
            progress=lambda count: proxy.cut_after(next(cuts, None)),
        )
    assert proxy.connections >= 3
    assert told.tries == told.batches + len(soon) > told.batches
    assert read(arcadedb, place) == normal(seeds)


def test_a_server_that_dies_in_the_middle_is_told_with_what_is_there(seeds, soon, tmp_path):
    with arcadedb_server(tmp_path) as server:
        place = server.new()
        access = replace(server.access, batch=300)
        with pytest.raises(LoadError) as caught:
            load(seeds, place, access=access, progress=lambda count: server.process.kill())
    told = str(caught.value)
    assert told.startswith(f"{place}: nothing there speaks Bolt, or it went away: ")
    assert told.endswith("; 300 nodes and relationships before it are there")
    assert "\n" not in told
    assert server.password not in told


def test_what_another_takes_away_meanwhile_is_missed(arcadedb, place, seeds):
    def remove(count):
        if count < sum(map(len, (seeds.entities, seeds.articles))) + 400:
            arcadedb.ask(place, "MATCH (n:Entity) DETACH DELETE n")

    with pytest.raises(
        LoadError, match="are there: something else changes the database: load again"
    ):
        load(seeds, place, access=replace(arcadedb.access, batch=150), progress=remove)


@pytest.mark.parametrize(
    ("target", "access", "message"),
    [
        ("bolt:here", Access(), "write bolt://HOST:PORT or …/DATABASE after it"),
        ("bolt://", Access(), "write bolt://HOST:PORT"),
        ("bolt://h:99999", Access(), "write bolt://HOST:PORT"),
        ("bolt://h/a/b", Access(), "write bolt://HOST:PORT"),
        ("neo4j+s://h/a?b=c", Access(), "write neo4j+s://HOST:PORT"),
        ("bolt://ann:pass@h", Access(), "no user or password in the address"),
        ("bolt://h", Access(graph="http://x.example/g"), "--graph is for databases of RDF"),
        ("bolt://h", Access(tries=0), "sent at least once, not 0 times"),
    ],
)
def test_a_target_that_cannot_be(target, access, message):
    with pytest.raises((InputError, LoadError)) as caught:
        load(SAMPLE, target, access=access)
    assert message in str(caught.value)
    assert "pass@" not in str(caught.value)


def test_without_the_driver_the_extra_is_told(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "kg.load.bolt", None)
    with pytest.raises(InputError, match=r"install the extra: pip install 'kg-news\[bolt\]'"):
        load(SAMPLE, "bolt://h")


# ── the command, and the README's recipe ─────────────────────────────────────────────────────────


def test_the_command_asks_for_the_password_and_tells_a_summary(
    arcadedb, place, run, graph, monkeypatch
):
    monkeypatch.delenv("KG_LOAD_TOKEN", raising=False)
    monkeypatch.delenv("KG_LOAD_PASSWORD", raising=False)
    asked = run("load", graph, place, "--user", USER, input=f"{arcadedb.password}\n")
    monkeypatch.setenv("KG_LOAD_PASSWORD", arcadedb.password)
    given = run("-vv", "load", graph, place, "--user", USER, "--batch", "20")
    for told in (asked, given):
        assert told.exit_code == 0, told.output
        assert re.search(
            rf"{place}: \d+ nodes, \d+ statements, \d+ pieces of evidence in \d+ batch", told.output
        )
        assert arcadedb.password not in told.output
    monkeypatch.setenv("KG_LOAD_PASSWORD", "s3cret-wrong")
    refused = run("load", graph, place, "--user", USER)
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1
    assert "s3cret" not in refused.output


def test_the_queries_of_the_readme_answer_what_it_shows(arcadedb, loaded):
    blocks = re.findall(
        r"^```cypher\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S
    )
    parts = [part for block in blocks for part in block.strip().split("\n\n")]
    assert parts
    for part in parts:
        lines = part.splitlines()
        query = " ".join(line for line in lines if not line.startswith("// "))
        shown = [line.removeprefix("// ") for line in lines if line.startswith("// ")]
        found = [", ".join(map(str, row.values())) for row in arcadedb.ask(loaded, query)]
        assert found == shown, query


def test_evidence_of_two_statements_is_one_node(arcadedb, place):
    first, *others = SAMPLE.statements
    shared = replace(others[0], evidence=first.evidence)
    made = replace(SAMPLE, statements=(first, shared, *others[1:]))
    load(made, place, access=arcadedb.access)
    iri = evidence_id(normal(made).statements[0].evidence[0], SAMPLE.base)
    asked = "MATCH (e:Evidence {id: $iri}) RETURN count(e) AS many"
    assert arcadedb.ask(place, asked, iri=iri) == [{"many": 1}]
    assert read(arcadedb, place) == normal(made)
