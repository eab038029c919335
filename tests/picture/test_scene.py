"""What a picture shows: every statement, every look in the legend, how much is left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from kg.looks import load_looks
from kg.picture import MOST, Net, Part, draw
from kg.picture.elements import elements, legend
from kg.vocabulary import is_class
from tests.export.graphs import IRAN, RUSSIA, rich_graph
from tests.picture.hostile import hostile_graph


def texts(picture, part):
    return {text.text for item in picture.items if item.part == part for text in item.texts}


def test_every_kind_of_statement_has_its_mark_and_its_row_in_the_legend():
    graph = rich_graph()
    picture = draw(Net(graph).around([RUSSIA, IRAN], hops=2))
    labels = texts(picture, "label")
    assert {"∴ hosts", "× hosts", "hosts", "» zaps in", "? zaps in"} <= labels
    told = " ".join(texts(picture, "legend"))
    for word in ("denied", "planned", "unsure", "inferred", "said to be so", "country"):
        assert word in told
    lines = [item for item in picture.items if item.part == "line"]
    assert {item.look for item in lines} == {"denied", "planned", "unsure", "inferred", "said"}
    dashes = {item.look: item.strokes[0].dash for item in lines}
    assert len(set(dashes.values())) == len(dashes)  # no two kinds differ by colour alone


def test_what_is_left_out_is_told():
    net = Net(rich_graph())
    assert "1 of 7 statements; 6 are left out" in texts(draw(net.most_important(most=1)), "note")
    everything = draw(net.around([RUSSIA, IRAN], hops=2))
    assert "7 statements" in texts(everything, "note")


def test_statements_alike_are_one_line():
    graph = rich_graph()
    [one] = [s for s in graph.statements if s.id == "0000000000000001"]
    twice = Part(statements=(one, replace(one, id="0" * 15 + "9")), of=2)
    assert "launches (2)" in texts(draw(twice), "label")


@pytest.mark.parametrize("graph", [rich_graph(), hostile_graph()], ids=["rich", "hostile"])
def test_no_label_lies_over_another_or_outside(graph):
    picture = draw(Net(graph).around(graph.entities, most=MOST))
    boxes = []
    for item in picture.items:
        if item.part in ("node", "label"):
            spots = [step[1:] for step in item.strokes[0].path if len(step) > 1]
            xs = [n for spot in spots for n in spot[::2]]
            ys = [n for spot in spots for n in spot[1::2]]
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    assert all(x >= 0 and r <= picture.width and b <= picture.height for x, _, r, b in boxes)


def test_an_empty_graph_has_a_picture():
    picture = draw(Part(statements=(), of=0, title="Nothing"))
    assert texts(picture, "note") == {"Nothing", "0 statements"}


def test_elements_hold_what_the_script_shows():
    net = Net(rich_graph())
    made = elements(net.around([RUSSIA]), net, address=lambda target: f"/{type(target).__name__}")
    told = {one["id"]: one for one in made["statements"]}
    denied = told["0000000000000003"]
    assert denied["look"] == "denied"
    assert denied["label"] == "× hosts"
    assert denied["href"] == "/Statement"
    assert denied["claimed"].endswith("person/x")
    assert {one["source"] for one in told.values()} <= made["nodes"].keys()
    read = told["0000000000000001"]["evidence"][1]
    assert [read["text"][a:b] for a, b in read["marks"]] == ["Russia", "bombers"]


def test_looks_name_classes_of_the_ontology():
    table = load_looks()
    for family in table.families:
        assert [name for name in family.classes if not is_class(name)] == []
    assert {row["name"] for row in legend()} == {
        one.name for one in (*table.families, *table.kinds)
    }
