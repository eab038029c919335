"""kg export: an entity's neighbourhood in any format, and as a picture."""

from __future__ import annotations

import pytest

from kg import read_graph
from tests.cli.conftest import graph, run

__all__ = ["graph", "run"]


def test_an_entity_keeps_what_is_said_about_it(run, graph, tmp_path):
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert run("export", graph, "-o", one, "--entity", "hamadan air base").exit_code == 0
    kept = read_graph(one).statements
    assert {s.relation.label for s in kept} == {"uses"}
    assert run("export", graph, "-o", two, "--entity", BASE, "--hops", "2").exit_code == 0
    assert {s.relation.label for s in read_graph(two).statements} > {"uses", "hosts"}


BASE = "https://kg.example/id/entity/facility/hamadan-air-base"


def test_a_picture_says_what_it_leaves_out(run, graph, tmp_path):
    path = tmp_path / "x.svg"
    assert run("export", graph, "-o", path, "--most", "1").exit_code == 0
    assert "1 of 4 statements; 3 are left out" in path.read_text("utf-8")
    assert run("export", graph, "-o", path, "--entity", "Iran").exit_code == 0
    assert ">Iran: 2 statements</title>" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Hamadan base", "no entity 'Hamadan base': the closest are Hamadan air base"),
        ("Moscow", "'Moscow' may be one of 2 entities: give an IRI: https://"),
    ],
)
def test_an_unclear_entity_writes_nothing(run, graph, tmp_path, name, message):
    result = run("export", graph, "-o", tmp_path / "x.svg", "--entity", name)
    assert result.exit_code == 2
    assert message in result.output
    assert not (tmp_path / "x.svg").exists()
