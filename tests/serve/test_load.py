"""The service under load in short: a few seconds; the figures are for
`python -m tests.benchmarks.service`."""

from __future__ import annotations

from kg import write_graph
from tests.benchmarks.corpus import made_graph
from tests.benchmarks.service import load
from tests.serve.service import serving


def test_a_cross_product_is_refused_and_nobody_else(tmp_path):
    graph = made_graph(300)
    write_graph(graph, tmp_path / "graph.ttl")
    actors = [entity.id for entity in graph.entities]
    with serving(tmp_path / "graph.ttl", "--timeout", "2") as service:
        others, slow = load(service, actors, seconds=4, clients=10, pathological=True, pause=0.1)
    assert set(others.statuses) == {200}
    assert others.statuses[200] > 30
    assert set(slow.statuses) == {503}
    assert list(slow.told) == ["the time limit of 2 s was reached"]
