"""A graph in a notebook: what Jupyter shows, and the frame of pandas."""

from __future__ import annotations

import sys

import pytest

import kg
from kg.errors import InputError
from kg.frame import COLUMNS
from kg.model import Graph
from tests.export.graphs import rich_graph
from tests.picture.hostile import hostile_graph


def test_a_frame_has_a_row_for_each_statement():
    graph = rich_graph()
    frame = kg.to_frame(graph)
    assert list(frame.index) == [one.id for one in graph.statements]
    assert ["id", *frame.columns] == list(COLUMNS)
    denied = frame.loc["0000000000000003"]
    assert (denied.subject, denied.relation, denied.object) == ("Iran", "hosts", "Russia")
    assert (denied.polarity, denied.claimed_by, denied.cue) == (
        "negative",
        'a "spokesman"\t',
        "denied",
    )
    assert denied.start is None
    assert frame.loc["0000000000000001"].roles[0] == ("from", "Hamadan")
    assert frame[frame.inferred].index.tolist() == ["0000000000000002"]
    assert frame.confidence.max() == 1.0
    assert frame.query("polarity == 'positive' and modality == 'future'").subject.tolist() == [
        "bombers"
    ]


def test_an_empty_graph_has_an_empty_frame():
    frame = kg.to_frame(Graph(articles=(), entities=(), statements=(), base="x:/"))
    assert len(frame) == 0
    assert list(frame.columns) == list(COLUMNS[1:])


def test_without_pandas_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match=r"pip install 'kg-news\[notebook\]'"):
        kg.to_frame(rich_graph())


def test_a_notebook_shows_a_short_table():
    shown = rich_graph()._repr_html_()
    assert shown.startswith("<p>Graph: 7 statements, 5 entities, 2 articles</p><table>")
    assert shown.count("<tr>") == 8
    assert "<td>Iran</td><td>hosts</td><td>Russia</td><td>positive, actual, inferred</td>" in shown


def test_a_notebook_shows_texts_as_texts():
    shown = hostile_graph()._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown
    assert max(map(len, shown.split("<td>"))) < 800
    assert shown.isprintable()
