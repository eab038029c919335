"""Loading into Ladybug: everything is found again by Cypher, twice is once, nothing is run over."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import ladybug
import networkx as nx
import pytest

from kg import Graph
from kg.errors import InputError, LoadError
from kg.export.normal import normal
from kg.graph.networks import JSON_ATTRIBUTES, from_networkx
from kg.load import Access, load
from kg.load.ladybug import _LISTS, tables
from tests.cli.sample import SAMPLE
from tests.export.graphs import rich_graph
from tests.hostile import HOSTILE, hostile_graph


@pytest.fixture
def place(tmp_path) -> Path:
    return tmp_path / "new" / "graph.lbug"


def _ask(place, query, **values):
    with (
        ladybug.Database(str(place), read_only=True) as database,
        ladybug.Connection(database) as connection,
    ):
        return connection.execute(query, values).get_all()


def _known(data):
    """The attributes that are known, lists of texts as the JSON that networkx has."""
    plain = {key: _whole(key, value) for key, value in data.items() if not key.startswith("_")}
    return {
        key: json.dumps(value) if key in _LISTS else value
        for key, value in plain.items()
        if value is not None
    }


def _whole(key, value):
    """A value as it was before half pairs and `\\u` were encoded; JSON undoes them itself."""
    if isinstance(value, list):
        return [_whole("", text) for text in value]
    if not isinstance(value, str) or key in JSON_ATTRIBUTES:
        return value
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), value)


def _read(place) -> Graph:
    """The graph, asked for in Cypher."""
    made = nx.MultiDiGraph()
    [[about]] = _ask(place, "MATCH (g:Graph) RETURN g")
    articles = [row[0] for row in _ask(place, "MATCH (a:Article) RETURN a ORDER BY a.id")]
    for article in articles:
        for key in [key for key in article if key.startswith("_")]:
            del article[key]
    articles = [{k: _whole(k, v) for k, v in article.items()} for article in articles]
    made.graph.update(_known(about), articles=json.dumps(articles))
    for (node,) in _ask(place, "MATCH (n:Node) RETURN n ORDER BY n.id"):
        made.add_node(node["id"], **{k: v for k, v in _known(node).items() if k != "id"})
    for source, target, edge in _ask(place, "MATCH (a)-[s:States]->(b) RETURN a.id, b.id, s"):
        made.add_edge(source, target, key=edge["statement"], **_known(edge))
    return from_networkx(made)


def test_the_graph_is_found_again_by_cypher(seeds, place):
    graph = seeds
    for _ in range(2):
        told = load(graph, f"ladybug:{place}")
        assert normal(_read(place)) == normal(graph)
    many = sum(len(s.evidence) for s in graph.statements)
    assert dict(told.what)["statements"] == len(graph.statements)
    assert dict(told.what)["pieces of evidence"] == many
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_every_piece_of_evidence_is_a_node_of_its_article(seeds, place):
    load(seeds, f"ladybug:{place}")
    asked = "MATCH (e:Evidence)-[:ReadFrom]->(a:Article)"
    asked += " RETURN e.statement, a.id, e.start_offset, e.end_offset, e.text"
    wanted = {
        (s.id, e.article, e.start, e.end, e.text) for s in seeds.statements for e in s.evidence
    }
    assert {tuple(row) for row in _ask(place, asked)} == wanted


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_text(place, text):
    graph = hostile_graph(text)
    load(graph, f"ladybug:{place}")
    assert normal(_read(place)) == normal(graph)
    asked = "MATCH (n:Node) WHERE list_contains(n.aliases, $text) RETURN n.id"
    stored = re.sub(r"\\(?=u)|[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)
    assert _ask(place, asked, text=stored) == [[graph.entities[0].id]]


def test_what_xml_and_rdf_find_hard_is_kept(place):
    graph = rich_graph()
    load(graph, f"ladybug:{place}")
    many = {name: len(rows) for name, rows in tables(graph).items()}
    for name in ("Node", "Evidence", "Article"):
        assert _ask(place, f"MATCH (n:{name}) RETURN COUNT(*)") == [[many[name]]]
    assert _ask(place, "MATCH ()-[s:States]->() RETURN COUNT(*)") == [[many["States"]]]


def test_without_text_and_without_anything(place):
    load(SAMPLE, f"ladybug:{place}", access=Access(text=False))
    assert _ask(place, "MATCH (a:Article) RETURN DISTINCT a.text") == [[""]]
    load(replace(SAMPLE, articles=(), entities=(), statements=()), f"ladybug:{place}")
    assert _ask(place, "MATCH (n:Node) RETURN COUNT(*)") == [[0]]


def test_what_is_not_ours_stays(tmp_path):
    (tmp_path / "notes.txt").write_text("notes")
    with pytest.raises(LoadError, match="is no Ladybug database, or in use"):
        load(SAMPLE, f"ladybug:{tmp_path / 'notes.txt'}")
    assert (tmp_path / "notes.txt").read_text() == "notes"
    with pytest.raises(LoadError, match="is a folder"):
        load(SAMPLE, f"ladybug:{tmp_path}")
    with ladybug.Database(str(tmp_path / "other")) as database:
        ladybug.Connection(database).execute("CREATE NODE TABLE Mine (id STRING PRIMARY KEY)")
    with pytest.raises(LoadError, match="holds another database: name another file"):
        load(SAMPLE, f"ladybug:{tmp_path / 'other'}")
    with pytest.raises(InputError, match="a Ladybug database is one graph"):
        load(SAMPLE, f"ladybug:{tmp_path / 'new'}", access=Access(graph="http://x.example/g"))
