"""What `kg show` and `kg explain` say, over a graph made by hand."""

from dataclasses import replace

import pytest

from kg.errors import GraphError
from kg.graph.description import (
    closest_names,
    describe_choices,
    describe_entity,
    explain_statement,
    find_entities,
    find_statement,
)
from kg.model import Value
from kg.namespaces import statement_iri
from tests.cli.sample import (
    ATTACKS,
    HOSTS,
    IRAN,
    LAUNCHES,
    MOSCOW,
    RUSSIA,
    SAMPLE,
    SHOIGU,
    USES,
    WIKIDATA,
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Russia", (RUSSIA,), id="label"),
        pytest.param("russian  FEDERATION", (RUSSIA,), id="alias, folded"),
        pytest.param("Sérgei Shoigu.", (SHOIGU,), id="accents and dots"),
        pytest.param(MOSCOW.id, (MOSCOW,), id="IRI"),
        pytest.param("moscow", (MOSCOW, RUSSIA), id="label of one, alias of another"),
    ],
)
def test_finds_entities_by_what_they_are_called(name, found):
    assert find_entities(SAMPLE, name) == found


def test_unknown_entity_has_closest_names():
    assert find_entities(SAMPLE, "Rusia") == ()
    assert closest_names(SAMPLE, "RUSIA")[0] == "Russia"
    assert closest_names(SAMPLE, "xyzzy") == []


def test_choices_give_what_tells_them_apart():
    lines = list(describe_choices("Moscow", (MOSCOW, RUSSIA)))
    assert lines[1:] == [f"  Moscow  (City)  {MOSCOW.id}", f"  Russia  (Country)  {RUSSIA.id}"]


def test_shows_everything_said_about_an_entity():
    text = "\n".join(describe_entity(SAMPLE, RUSSIA))
    assert (
        text
        == f"""\
Russia  (Country)
  {RUSSIA.id}
  also: Moscow, Russian Federation
  same as: {WIKIDATA}

as subject (2)
  Russia –launches→ bombers (from Hamadan air base)
      positive; actual; 2016-08-16 (“on Tuesday”); confidence 0.90; {LAUNCHES.id}
      hamadan: “Russia launched bombers on Tuesday from an Iranian air base.”
  Russia –uses→ Hamadan air base
      positive; actual; 2016-08-16 (“on Tuesday”); confidence 0.90; inferred; {USES.id}
      hamadan: “Russia launched bombers on Tuesday from an Iranian air base.”

as object (1)
  Iran –hosts→ Russia
      positive; actual; 2016-08-16 (“on Tuesday”); confidence 0.90; inferred; {HOSTS.id}
      hamadan: “Russia launched bombers on Tuesday from an Iranian air base.”"""
    )


def test_shows_roles_claims_and_denials():
    base = find_entities(SAMPLE, "hamadan air base")[0]
    assert "in a role (1)" in list(describe_entity(SAMPLE, base))
    claimed = list(describe_entity(SAMPLE, SHOIGU))
    assert "as the one who claims it (1)" in claimed
    assert any("negative; actual; claimed by Sergei Shoigu (“denied”)" in line for line in claimed)


def test_a_statement_with_two_parts_of_one_entity_stands_once():
    twice = replace(LAUNCHES, roles=(("from", RUSSIA),))
    lines = list(describe_entity(replace(SAMPLE, statements=(twice,)), RUSSIA))
    assert sum("–launches→" in line for line in lines) == 1


def test_literal_and_missing_objects_are_told():
    paid = replace(LAUNCHES, object=Value(label="5 million dollars"), roles=())
    alone = replace(LAUNCHES, object=None, roles=())
    lines = list(describe_entity(replace(SAMPLE, statements=(paid, alone)), RUSSIA))
    assert "  Russia –launches→ 5 million dollars" in lines
    assert "  Russia –launches→" in lines


@pytest.mark.parametrize(
    "key",
    [HOSTS.id, statement_iri(SAMPLE.base, HOSTS.id), HOSTS.id[:6]],
    ids=["id", "IRI", "start"],
)
def test_finds_a_statement(key):
    assert find_statement(SAMPLE, key) == HOSTS


def test_unknown_and_ambiguous_statements_are_told():
    with pytest.raises(GraphError, match="no statement 'zzz'"):
        find_statement(SAMPLE, "zzz")
    with pytest.raises(GraphError, match="no statement ''"):
        find_statement(SAMPLE, "")
    same = replace(SAMPLE, statements=(HOSTS, replace(HOSTS, id=HOSTS.id[:-1] + "x")))
    with pytest.raises(GraphError, match=r"is one of 2: .*give more of the id"):
        find_statement(same, HOSTS.id[:10])


def test_explains_down_to_the_words_and_the_links():
    lines = list(explain_statement(SAMPLE, HOSTS))
    depths = {
        s: next(i for i in lines if s in i).index(s) for s in ("Iran –", "–uses", "–launches")
    }
    assert depths["Iran –"] < depths["–uses"] < depths["–launches"]
    text = "\n".join(line.strip() for line in lines)
    assert "hamadan 0-60: rule clause.active, confidence 0.90" in text
    assert "subject 0-6 “Russia” is Russia (Country): knowledge base: name Russia" in text
    assert "words: Russia | launched | bombers | on Tuesday | from an Iranian air base" in text
    assert "hamadan 0-60: rule rule.use_means_host" in text


def test_explaining_premises_that_go_round_or_are_missing_ends():
    round_ = (
        replace(USES, premises=(HOSTS.id,)),
        replace(HOSTS, premises=(USES.id, ATTACKS.id)),
    )
    lines = list(explain_statement(replace(SAMPLE, statements=round_), round_[1]))
    assert any(f"{HOSTS.id}, explained above" in line for line in lines)
    assert any(f"{ATTACKS.id}, which this graph does not hold" in line for line in lines)


def test_other_names_for_the_source_are_told():
    text = "\n".join(explain_statement(SAMPLE, ATTACKS))
    assert "claimed by Sergei Shoigu (“denied”)" in text
    assert "object" in text
    assert IRAN.label in text
