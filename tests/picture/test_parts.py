"""Which part of a graph is drawn."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.model import Entity, Graph, Relation, Statement, Value
from kg.picture import Net, only

ENTITY = {n: Entity(id=f"https://x.example/{n}", label=n.upper(), type="Person") for n in "abcdef"}


def statement(key, subject, target, **others):
    return Statement(
        id=key,
        subject=ENTITY[subject],
        relation=Relation(id="https://kg.example/ontology#meets", label="meets"),
        object=ENTITY.get(target) or (Value(label=target) if target else None),
        **others,
    )


# a – b – c – d, a – e – d, and what is no edge
STATEMENTS = (
    statement("ab", "a", "b"),
    statement("bc", "b", "c", polarity="negative"),
    statement("dc", "d", "c"),
    statement("ae", "a", "e"),
    statement("ed", "e", "d"),
    statement("a7", "a", "seven"),
    statement("f-", "f", None),
)
NET = Net(
    Graph(
        articles=(),
        entities=tuple(ENTITY.values()),
        statements=STATEMENTS,
        base="https://x.example/",
    )
)


def ids(part):
    return [one.id for one in part.statements]


def test_the_whole_graph_shows_edges_only_and_counts_all():
    part = NET.most_important()
    assert set(ids(part)) == {"ab", "bc", "dc", "ae", "ed"}
    assert part.of == 7
    assert ids(part)[0] in ("ab", "ae")  # of A three statements tell, of the others two
    assert len(NET.most_important(most=2).statements) == 2


def test_a_neighbourhood_grows_hop_by_hop():
    assert set(ids(NET.around([ENTITY["a"]]))) == {"ab", "ae", "a7"}
    further = NET.around([ENTITY["a"]], hops=2)
    assert set(ids(further)[:3]) == {"ab", "ae", "a7"}
    assert set(ids(further)[3:]) == {"bc", "ed"}
    assert ids(NET.around([ENTITY["f"]])) == ["f-"]


def test_what_is_filtered_is_no_way():
    positive = {one.id for one in STATEMENTS if one.polarity == "positive"}
    assert set(ids(NET.around([ENTITY["b"]], among=positive))) == {"ab"}
    assert set(ids(NET.between(ENTITY["a"], ENTITY["c"]))) == {"ab", "bc"}
    assert set(ids(NET.between(ENTITY["a"], ENTITY["c"], among=positive))) == {"ae", "ed", "dc"}


def test_paths_are_all_the_shortest():
    assert set(ids(NET.between(ENTITY["a"], ENTITY["d"]))) == {"ae", "ed"}
    assert set(ids(NET.between(ENTITY["d"], ENTITY["a"]))) == {"ae", "ed"}
    assert ids(NET.between(ENTITY["a"], ENTITY["f"])) == []
    assert ids(NET.between(ENTITY["a"], ENTITY["a"])) == []


def test_numbers_below_one_are_refused():
    with pytest.raises(InputError, match="hops 0: give 1 or more"):
        NET.around([ENTITY["a"]], hops=0)
    with pytest.raises(InputError, match="most 0"):
        NET.most_important(most=0)


def test_only_keeps_a_part_and_its_entities():
    kept = only(NET.graph, NET.around([ENTITY["f"]]))
    assert [one.id for one in kept.statements] == ["f-"]
    assert [one.label for one in kept.entities] == ["F"]
