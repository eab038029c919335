"""RDF that is only put in order: the same bytes as by way of a graph, or left to that way."""

from __future__ import annotations

import random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.edge import BROKEN
from kg.errors import GraphError
from kg.export import filter_graph, read_graph, write_graph
from kg.export.rdf import generate, rewrite_rdf
from kg.export.rdf_order import OtherShapeError, in_order
from kg.model import Graph
from kg.namespaces import RDF, RDFS
from kg.store import exporting
from kg.store.exporting import export_graph
from kg.vocabulary import TERMS
from tests.benchmarks.corpus import made_graph
from tests.cli.conftest import run
from tests.cli.sample import SAMPLE
from tests.export.graphs import graphs, rich_graph
from tests.export.test_round_trip import ANY_GRAPH

__all__ = ["run"]  # a fixture

ONE = [ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES]
TIDY = filter_graph(rich_graph())  # without the entities that no statement has


def shuffled(graph: Graph, seed: int, **form: object) -> list[ox.Quad]:
    """A graph's triples as a tool that keeps no order gives them, each once."""
    quads = sorted(set(generate(graph, **form)), key=str)
    random.Random(seed).shuffle(quads)
    return quads


@pytest.fixture
def only_by_sorting(monkeypatch):
    """Let nothing be exported by way of a graph."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("this was read into a graph")

    monkeypatch.setattr(exporting, "read_graph", refuse)


@pytest.mark.parametrize("graph", [TIDY, SAMPLE, made_graph(600)], ids=["rich", "sample", "made"])
@pytest.mark.parametrize("seed", range(3))
def test_triples_in_any_order_come_out_in_ours(graph, seed):
    graph = filter_graph(graph)
    assert list(in_order(shuffled(graph, seed))) == list(generate(graph))


@ANY_GRAPH
@given(graph=graphs(), seed=st.integers(0, 9))
def test_any_graph_is_sorted_as_it_is_written(graph, seed):
    graph = filter_graph(graph)
    expected = list(dict.fromkeys(generate(graph)))
    assert list(in_order(shuffled(graph, seed))) == expected


@pytest.mark.parametrize("source", ["ttl", "nt"])
@pytest.mark.parametrize("target", ["ttl", "nt"])
@pytest.mark.parametrize("text", [True, False])
def test_a_file_is_exported_by_sorting(tmp_path, only_by_sorting, source, target, text):
    write_graph(TIDY, tmp_path / f"in.{source}")
    export_graph(tmp_path / f"in.{source}", tmp_path / f"out.{target}", text=text)
    write_graph(TIDY, tmp_path / f"expected.{target}", text=text)
    out, expected = (tmp_path / f"{name}.{target}" for name in ("out", "expected"))
    assert out.read_bytes() == expected.read_bytes()


def other(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"https://other.example/{name}")


STATEMENT = ox.NamedNode(f"{TIDY.base}statement/{TIDY.statements[0].id}")
NOT_OURS = {
    "a node of another tool": [ox.Quad(other("a"), ox.NamedNode(RDFS["label"]), ox.Literal("a"))],
    "a property of another tool": [ox.Quad(STATEMENT, other("p"), ox.Literal("a"))],
    "a blank node": [ox.Quad(ox.BlankNode("b"), ox.NamedNode(RDF["type"]), other("C"))],
    "a second polarity": [
        ox.Quad(STATEMENT, ox.NamedNode(TERMS["polarity"]), ox.Literal("negative"))
    ],
    "a direct triple too many": [
        ox.Quad(
            ox.NamedNode(TIDY.statements[0].subject.id),
            ox.NamedNode(TIDY.statements[0].relation.id),
            other("object"),
        )
    ],
    "a triple term": [
        ox.Quad(
            STATEMENT, ox.NamedNode(RDF["reifies"]), ox.Triple(STATEMENT, other("p"), other("o"))
        )
    ],
}


@pytest.mark.parametrize("added", NOT_OURS.values(), ids=NOT_OURS)
def test_what_is_not_ours_alone_is_left_to_the_graph(added):
    with pytest.raises(OtherShapeError):
        in_order([*generate(TIDY), *added])


@pytest.mark.parametrize(
    "lost",
    [RDF["subject"], RDFS["label"], TERMS["Evidence"], TERMS["model"], TERMS["subjectMention"]],
)
def test_what_lacks_something_is_left_to_the_graph(lost):
    rest = [q for q in generate(TIDY) if lost not in (q.predicate.value, str(q.object)[1:-1])]
    with pytest.raises(OtherShapeError):
        in_order(rest)


def test_a_lost_statement_is_noticed_by_its_direct_triple():
    rest = [quad for quad in generate(SAMPLE) if "/statement/" not in quad.subject.value]
    with pytest.raises(OtherShapeError):
        in_order(rest)


@pytest.mark.parametrize("form", ["rdf12", "graph"])
def test_other_forms_of_statements_are_left_to_the_graph(form):
    quads = generate(TIDY, statements=form, named=form == "graph")
    with pytest.raises(OtherShapeError):
        in_order(ox.Quad(q.subject, q.predicate, q.object) for q in quads)


def test_a_format_of_several_graphs_is_left_to_the_graph():
    with pytest.raises(OtherShapeError):
        rewrite_rdf(generate(TIDY), format=ox.RdfFormat.TRIG)


def test_both_ways_give_the_same_bytes(tmp_path):
    quads = shuffled(TIDY, 1)
    ox.serialize(quads, str(tmp_path / "in.nt"), format=ox.RdfFormat.N_TRIPLES)
    export_graph(tmp_path / "in.nt", tmp_path / "sorted.ttl")
    write_graph(read_graph(tmp_path / "in.nt"), tmp_path / "read.ttl")
    assert (tmp_path / "sorted.ttl").read_bytes() == (tmp_path / "read.ttl").read_bytes()


def test_a_file_with_other_triples_is_still_exported(tmp_path):
    quads = [*generate(TIDY), *NOT_OURS["a node of another tool"]]
    ox.serialize(quads, str(tmp_path / "in.nt"), format=ox.RdfFormat.N_TRIPLES)
    export_graph(tmp_path / "in.nt", tmp_path / "out.ttl")
    write_graph(TIDY, tmp_path / "expected.ttl")
    assert (tmp_path / "out.ttl").read_bytes() == (tmp_path / "expected.ttl").read_bytes()


def test_a_broken_file_leaves_the_target_as_it_was(tmp_path, run):
    source, target = tmp_path / "in.nt", tmp_path / "out.ttl"
    write_graph(TIDY, source)
    source.write_bytes(source.read_bytes() + b"<https://x.example/a> .\n")
    target.write_text("before")
    done = run("export", source, "-o", target)
    assert done.exit_code == BROKEN
    lines = source.read_bytes().count(b"\n")
    assert f"in.nt:{lines}: not N-Triples" in done.stderr
    assert target.read_text() == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.nt", "out.ttl"]


def test_rdf_of_another_kind_is_refused(tmp_path):
    (tmp_path / "in.nt").write_text(
        "<https://x.example/a> <https://x.example/b> 'c' .\n".replace("'", '"')
    )
    with pytest.raises(GraphError, match="not a graph that kg wrote"):
        export_graph(tmp_path / "in.nt", tmp_path / "out.ttl")


def test_a_selection_is_read_into_a_graph(tmp_path):
    write_graph(TIDY, tmp_path / "in.ttl")
    export_graph(tmp_path / "in.ttl", tmp_path / "out.ttl", only=("negative",))
    kept = read_graph(tmp_path / "out.ttl").statements
    assert {s.polarity for s in kept} == {"negative"}
    assert len(kept) < len(TIDY.statements)
