"""What is written is read back equal, whatever the order in memory and the hash seed."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kg.export import FORMATS, normal, read_graph, write_graph
from kg.export.jsonl import generate as jsonl_lines
from kg.export.jsonl import parse as parse_jsonl
from kg.model import Article, Graph
from tests.export.graphs import graphs, rich_graph

# The exceptions, whose reasons the README tells: all but jsonl are only written.
NOT_EXACT = ("dot", "cypher", "jsonl", "svg", "png", "html")
EXACT = [name for name in FORMATS if name not in NOT_EXACT]
READ = [name for name in FORMATS if FORMATS[name].read]
ANY_GRAPH = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def content(path: Path) -> list[bytes]:
    """The bytes of a file, or of every file of a folder."""
    return [p.read_bytes() for p in (sorted(path.iterdir()) if path.is_dir() else [path])]


def without_texts(graph: Graph) -> Graph:
    return replace(graph, articles=tuple(replace(a, text="") for a in graph.articles))


def as_jsonl_holds_it(graph: Graph) -> Graph:
    """The graph less what `kg/export/jsonl.py` says it cannot hold."""
    statements = tuple(
        replace(s, evidence=tuple(replace(e, confidence=s.confidence) for e in s.evidence))
        for s in graph.statements
    )
    used = {e.id for s in statements for e in entities_of(s)}
    lost = {"external": (), "named": True, "identity": ()}
    plain = {e.id: replace(e, **lost) for e in graph.entities if e.id in used}
    read = {e.article for s in statements for e in s.evidence}
    return normal(
        Graph(
            articles=tuple(Article(id=id, text="", sha256="") for id in read),
            entities=tuple(plain.values()),
            statements=statements,
            base=graph.base,
        )
    )


def entities_of(statement):
    yield statement.subject
    if hasattr(statement.object, "aliases"):
        yield statement.object
    yield from (entity for _, entity in statement.roles)
    if statement.attribution:
        yield statement.attribution.entity


def test_normal_changes_order_and_nothing_else():
    graph = rich_graph()
    found = normal(graph)
    assert found != graph
    assert normal(found) == found
    assert (found.articles, found.entities) == (graph.articles, graph.entities)
    for statement in graph.statements:
        again = found.by_id()[statement.id]
        assert set(again.evidence) == set(statement.evidence)
        assert replace(again, evidence=statement.evidence) == statement


@pytest.mark.parametrize("name", EXACT)
def test_round_trip(name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path)
    assert read_graph(path) == normal(rich_graph())


@pytest.mark.parametrize("name", EXACT)
def test_round_trip_without_text_keeps_the_hash(name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path, text=False)
    found = read_graph(path)
    assert found == without_texts(normal(rich_graph()))
    assert all(len(article.sha256) == 64 for article in found.articles)
    # a control character is written differently everywhere, so look for words
    whole = rich_graph().articles[1].text.splitlines()
    if name != "parquet":  # which is compressed
        found_text = b"".join(content(path)).decode().replace('\\"', '"').replace('""', '"')
        assert whole[0] + "\n" + whole[1] not in found_text


def test_round_trip_of_json_lines(tmp_path):
    path = tmp_path / "graph.jsonl"
    write_graph(rich_graph(), path)
    assert read_graph(path) == as_jsonl_holds_it(rich_graph())


@pytest.mark.parametrize("name", EXACT)
@ANY_GRAPH
@given(graph=graphs())
def test_any_graph_round_trips(name, graph, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(graph, path)
    assert read_graph(path) == normal(graph)


@ANY_GRAPH
@given(graph=graphs())
def test_any_graph_round_trips_through_json_lines(graph):
    lines = list(jsonl_lines(graph))
    found = parse_jsonl(lines)
    assert found == replace(as_jsonl_holds_it(graph), base=found.base)
    assert all(line.encode() and len(line.splitlines()) == 1 for line in lines)


@pytest.mark.parametrize("name", READ)
def test_a_graph_that_was_read_is_written_to_the_same_bytes(name, tmp_path):
    first, second = (tmp_path / f"{n}{FORMATS[name].suffix}" for n in "ab")
    write_graph(rich_graph(), first)
    write_graph(read_graph(first), second)
    assert content(first) == content(second)


@pytest.mark.parametrize("name", FORMATS)
def test_order_in_memory_changes_no_byte(name, tmp_path):
    graph = rich_graph()
    digests = set()
    for seed in range(5):
        shuffled = random.Random(seed)

        def mixed(items, shuffled=shuffled):
            return tuple(shuffled.sample(items, len(items)))

        statements = [
            replace(s, roles=mixed(s.roles), evidence=mixed(s.evidence), premises=mixed(s.premises))
            for s in graph.statements
        ]
        again = replace(
            graph,
            articles=mixed(graph.articles),
            entities=mixed(graph.entities),
            statements=mixed(statements),
        )
        path = tmp_path / f"graph{FORMATS[name].suffix}"
        write_graph(again, path)
        digests.add(hashlib.sha256(b"".join(content(path))).hexdigest())
    assert len(digests) == 1


HASHES = """
import hashlib, tempfile
from pathlib import Path
from kg.export import FORMATS, write_graph
from tests.export.graphs import rich_graph
with tempfile.TemporaryDirectory() as folder:
    for format in FORMATS.values():
        path = Path(folder) / f"graph{format.suffix}"
        write_graph(rich_graph(), path)
        files = sorted(path.iterdir()) if format.files else [path]
        content = b"".join(file.read_bytes() for file in files)
        print(format.name, hashlib.sha256(content).hexdigest())
"""


def test_the_hash_seed_changes_no_byte():
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", HASHES],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "12345")
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == len(FORMATS)
