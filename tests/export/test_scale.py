"""The measures at scale in short: the same works on a few thousand triples; the figures are for
`python -m tests.benchmarks.million`."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.export import read_graph
from tests.benchmarks.corpus import made_graph
from tests.benchmarks.million import bare_export, joins, make, works

FEW = 120  # statements


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scale")
    make(folder, FEW)
    return folder


def test_made_news_is_of_our_shape_and_always_the_same(place):
    graph = read_graph(place / "graph.ttl")
    assert len(graph.statements) == FEW
    assert all(one.evidence for one in graph.statements)
    texts = {article.id: article.text for article in graph.articles}
    for one in (evidence for s in graph.statements for evidence in s.evidence):
        assert texts[one.article][one.start : one.end] == one.text
        for span in (one.subject, one.object):
            assert texts[one.article][span.start : span.end] == span.text
    assert graph == made_graph(FEW)


def test_both_programs_write_the_same_triples(place):
    name, ours, _ = works(place)[0]
    assert name == "export .ttl to .ttl"
    took = ours()
    bare_export(str(place / "graph.ttl"), str(place / "b.ttl"))
    read = [set(ox.parse(path=place / f"{who}.ttl")) for who in "ab"]
    assert read[0] == read[1]
    assert len(read[0]) > 40 * FEW
    assert 0 < took.memory < 1000


def test_both_engines_join_alike(tmp_path):
    triples, *_ = joins(60, tmp_path / "graph.ttl")
    assert triples > 40 * 60
