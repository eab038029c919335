"""The fold of readings into one graph: of no order, and nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.builder import ends, fold_readings, merge_entities, merge_statements, order
from kg.model import (
    Article,
    Attribution,
    Entity,
    Evidence,
    Graph,
    Reading,
    Relation,
    Statement,
    Time,
    statement_key,
)
from kg.namespaces import DEFAULT_BASE

RUSSIA = Entity(id="e/russia", label="Russia", type="Country", aliases=("Moscow",))
KREMLIN = Entity(id="e/russia", label="Kremlin", type="Place", aliases=("Moscow", "the Kremlin"))
IRAN = Entity(id="e/iran", label="Iran", type="Country", external=("http://x/1",))
TEHRAN = Entity(id="e/iran", label="Iran", type="Country", aliases=("Tehran",))
BASE = Entity(id="e/base", label="air base", type="Facility", named=False)


def _evidence(article: str, start: int = 0, **fields: object) -> Evidence:
    made = {"rule": "clause.active", "confidence": 0.9, "text": "x" * 10}
    return Evidence(
        article=article, start=start, end=start + 10, subject=None, object=None, surface=None,
        **(made | fields),  # type: ignore[arg-type]
    )  # fmt: skip


def _statement(
    subject: Entity, relation: str, target: Entity, *evidence: Evidence, **fields: object
) -> Statement:
    key = statement_key(
        subject=subject.id, relation=relation, object=target.id, roles=(), polarity="positive",
        modality="actual", attribution=None, time=None,
    )  # fmt: skip
    return Statement(
        id=key,
        subject=subject,
        relation=Relation(id=relation, label=relation),
        object=target,
        evidence=evidence,
        **fields,  # type: ignore[arg-type]
    )


def _reading(article: str, *statements: Statement) -> Reading:
    return Reading(article=Article.of(id=article, text="x"), statements=statements)


def _fold(*readings: Reading) -> Graph:
    return fold_readings(readings, base=DEFAULT_BASE)


READINGS = [
    _reading("a", _statement(RUSSIA, "uses", BASE, _evidence("a", 5), published="2016-08-16"),
             _statement(IRAN, "hosts", RUSSIA, _evidence("a", 40), published="2016-08-16")),
    _reading("b", _statement(KREMLIN, "uses", BASE, _evidence("b"), published="2016-08-14")),
    _reading("c", _statement(RUSSIA, "uses", BASE, _evidence("c", confidence=0.5)),
             _statement(TEHRAN, "leaves", KREMLIN, _evidence("c", 20), published="2017-01-01")),
    _reading("d", _statement(TEHRAN, "hosts", RUSSIA, _evidence("d"), inferred=True,
                             premises=("p",))),
    _reading("e"),
]  # fmt: skip


@given(st.permutations(READINGS))
def test_the_order_of_readings_is_of_no_matter(readings: list[Reading]) -> None:
    assert _fold(*readings) == _fold(*READINGS)


@given(st.sets(st.integers(min_value=0, max_value=4)))
def test_leaving_readings_out_is_folding_the_rest(kept: set[int]) -> None:
    rest = [READINGS[i] for i in sorted(kept)]
    found = _fold(*rest)
    assert [article.id for article in found.articles] == [r.article.id for r in rest]
    told = {s.id for r in rest for s in r.statements}
    assert {s.id for s in found.statements} == told
    articles = {e.article for s in found.statements for e in s.evidence}
    assert articles <= {r.article.id for r in rest}


def test_no_readings_give_an_empty_graph() -> None:
    found = _fold()
    assert (found.articles, found.entities, found.statements) == ((), (), ())


def test_an_article_without_statements_stays() -> None:
    assert [article.id for article in _fold(READINGS[4]).articles] == ["e"]


def test_the_graph_says_how_it_was_made() -> None:
    found = fold_readings([], base="b/", assertion="narrator", version="1", model="m")
    assert (found.base, found.assertion, found.version, found.model) == (
        "b/", "narrator", "1", "m",
    )  # fmt: skip


def test_one_statement_has_all_evidence_and_the_earliest_date() -> None:
    uses = next(s for s in _fold(*READINGS).statements if s.relation.id == "uses")
    assert [e.article for e in uses.evidence] == ["a", "b", "c"]
    assert uses.published == "2016-08-14"
    assert uses.confidence == 0.9


def test_evidence_is_a_set() -> None:
    one = _evidence("a", 5)
    found = merge_statements(
        [_statement(RUSSIA, "uses", BASE, one), _statement(RUSSIA, "uses", BASE, one)]
    )
    assert [s.evidence for s in found] == [(one,)]


def test_evidence_of_other_rules_or_places_is_kept() -> None:
    several = [_evidence("a"), _evidence("a", 50), _evidence("a", rule="place.chain")]
    (one,) = merge_statements(_statement(RUSSIA, "uses", BASE, e) for e in several)
    assert set(one.evidence) == set(several)


def test_what_was_read_outweighs_what_was_inferred() -> None:
    read = _statement(IRAN, "hosts", RUSSIA, _evidence("a"))
    concluded = _statement(
        IRAN, "hosts", RUSSIA, _evidence("d", rule="rule.x"), inferred=True, premises=("p",)
    )
    for group in ([read, concluded], [concluded, read]):
        (one,) = merge_statements(group)
        assert not one.inferred
        assert one.premises == ()
        assert [e.article for e in one.evidence] == ["a"]


def test_what_is_inferred_twice_has_both_premises() -> None:
    several = [
        _statement(IRAN, "hosts", RUSSIA, _evidence(a), inferred=True, premises=(p,))
        for a, p in (("a", "q"), ("b", "p"))
    ]
    (one,) = merge_statements(several)
    assert one.inferred
    assert one.premises == ("p", "q")


def test_the_earliest_claim_stays() -> None:
    days = [Time(value=d, start=d, end=d, text="then") for d in ("2016-08-16", "2016-08-14")]
    several = [
        _statement(RUSSIA, "uses", BASE, _evidence("a", i), claimed=day)
        for i, day in enumerate(days)
    ]
    (one,) = merge_statements(several)
    assert one.claimed == days[1]


@pytest.mark.parametrize(
    ("entities", "label", "kind", "aliases"),
    [
        ([RUSSIA], "Russia", "Country", ("Moscow",)),
        ([RUSSIA, RUSSIA, KREMLIN], "Russia", "Country", ("Kremlin", "Moscow", "the Kremlin")),
        ([KREMLIN, RUSSIA, KREMLIN], "Kremlin", "Place", ("Moscow", "Russia", "the Kremlin")),
        # A tie: the smaller string.
        ([RUSSIA, KREMLIN], "Kremlin", "Country", ("Moscow", "Russia", "the Kremlin")),
        ([KREMLIN, RUSSIA], "Kremlin", "Country", ("Moscow", "Russia", "the Kremlin")),
    ],
)
def test_entities_of_one_iri(
    entities: list[Entity], label: str, kind: str, aliases: tuple[str, ...]
) -> None:
    (one,) = merge_entities(entities).values()
    assert (one.label, one.type, one.aliases) == (label, kind, aliases)


def test_entities_join_identifiers_and_names() -> None:
    (one,) = merge_entities([IRAN, TEHRAN]).values()
    assert (one.external, one.aliases, one.named) == (("http://x/1",), ("Tehran",), True)
    unnamed = replace(IRAN, named=False)
    (one,) = merge_entities([unnamed, TEHRAN]).values()
    assert one.named


def test_statements_carry_the_merged_entities() -> None:
    found = _fold(*READINGS)
    merged = {e.id: e for e in found.entities}
    used = [e for s in found.statements for e in ends(s)]
    assert used
    assert all(e == merged[e.id] for e in used)
    assert set(merged) == {e.id for e in used}


def test_ends_are_subject_object_roles_and_source() -> None:
    full = replace(
        _statement(RUSSIA, "uses", BASE),
        roles=(("in", IRAN),),
        attribution=Attribution(entity=KREMLIN, text="Kremlin", cue="said"),
    )
    assert list(ends(full)) == [RUSSIA, BASE, IRAN, KREMLIN]
    assert list(ends(replace(full, object=None, roles=(), attribution=None))) == [RUSSIA]


def test_statements_come_by_article_and_offset_what_is_inferred_after_what_was_read() -> None:
    found = _fold(*READINGS).statements
    assert list(found) == sorted(found, key=order)
    places = [(s.evidence[0].article, s.evidence[0].start) for s in found]
    assert places == sorted(places)
    assert [entity.id for entity in _fold(*READINGS).entities] == sorted({"e/base", "e/iran",
                                                                          "e/russia"})  # fmt: skip
