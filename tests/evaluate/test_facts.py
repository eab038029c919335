"""Facts against a gold made by hand, and against the shared script."""

import json
import random
import re

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate
from kg.evaluate.wording import same_name, same_relation
from tests.evaluate.made import SHARED, named, needs_shared, script, statement, written

GOLD = [
    {
        "id": "1",
        "tier": "core",
        "subject": ["Russia"],
        "relation": ["uses", "operates from"],
        "object": ["Hamadan air base"],
        "attribution": None,
    },
    {
        "id": "2",
        "tier": "core",
        "subject": ["Iran"],
        "relation": ["criticizes"],
        "object": ["Turkey"],
        "modality": "uncertain",
        "time": "2016-08",
    },
    {"id": "3", "tier": "full", "subject": ["Ann"], "relation": ["hires"], "object": ["Bob"]},
    {"id": "4", "tier": "full", "subject": ["Bob"], "relation": ["meets"], "object": ["Eve"]},
]
EVE = named("Eve", "Person", "Bob")
SAID = [
    statement("Russia", "uses", "the Hamadan airbase", rule="good"),
    statement("Russia", "operates_from", "Hamadan air base", says="Iran", rule="bad"),
    statement("Iran", "criticizes", "Turkey", time="2016-08-16"),
    statement("Bob", "hires", "Ann", rule="swap"),
    statement("Bob", "refuses_to_meet", "Eve"),
    statement(EVE, "meets", EVE),
]


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, GOLD)), encoding="utf-8")
    return path


@pytest.fixture
def report(gold, tmp_path):
    return evaluate(gold, written(tmp_path / "said.jsonl", SAID))


@pytest.mark.parametrize(
    ("row", "right", "of"),
    [
        ("core", 2, 2),
        ("full", 0, 2),
        ("recall", 2, 4),
        ("wrong way", 1, 4),
        # Of fact 1, the second statement's attribution is wrong; of fact 2, the modality.
        ("qualifiers", 1 + 1 + 0.5 + 1 + 0 + 1, 6),
        ("  polarity", 2, 2),
        ("  modality", 1, 2),
        ("  attribution", 0.5, 1),
        ("  time", 1, 1),
    ],
)
def test_figures(report, row, right, of):
    assert (report.figure(row, "right"), report.figure(row, "of")) == (right, of)


def test_errors_name_the_fact_and_the_rule(report):
    told = {(one.verdict, one.rule, one.place) for one in report.findings}
    assert told == {
        ("wrong attribution", "bad", "1"),
        ("wrong modality", "clause.active", "2"),
        ("wrong way", "swap", "3"),
        ("missed", "", "4"),
    }
    assert ("good", 1, 1) in report.rules
    assert ("swap", 0, 1) in report.rules


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("air base", "the Hamadan air base", True),
        ("Hamadan airbase", "Hamadan air base", True),
        ("Iran", "Iran army", False),  # another head
        ("Iran", "one two three Iran", True),
        ("Iran", "one two three four Iran", False),
        ("Détente", "the detente", True),
        ("Iran", "Iran's", True),
        ("the", "the", False),
    ],
)
def test_names(gold, found, expected):
    assert same_name(gold, found) is expected


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("use", "was used by", True),
        ("operates from", "operatesFrom", True),
        ("fights", "fought_against", True),
        ("use", "refuses to use", False),
        ("based at", "base", False),
    ],
)
def test_relations(gold, found, expected):
    assert same_relation(gold, found) is expected


def test_a_gold_that_is_not_of_this_form_is_named_with_its_line(gold, tmp_path):
    said = written(tmp_path / "said.jsonl", SAID)
    gold.write_text(json.dumps(GOLD[0]) + '\n\n{"id": "2", "tier": "core"}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"gold.jsonl:3: no key 'subject'"):
        evaluate(gold, said)
    gold.write_text(json.dumps(GOLD[2] | {"subject": "Ann"}), encoding="utf-8")
    with pytest.raises(InputError, match=r":1: .*a list of strings is needed, not 'Ann'"):
        evaluate(gold, said)


@needs_shared
@pytest.mark.parametrize("seed", range(3))
def test_equals_the_shared_script(tmp_path, seed):
    path = SHARED / "gold" / "hamadan.jsonl"
    facts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    said = written(tmp_path / "said.jsonl", _guesses(facts, random.Random(seed)))
    told = script(SHARED / "gold" / "score.py", path, said)
    report = evaluate(path, said)
    for tier in ("core", "full"):
        assert f"{tier}: {report.figure(tier, 'right')}/{report.figure(tier, 'of')} =" in told
    right, asked = (report.figure("qualifiers", column) for column in ("right", "of"))
    assert f"where found: {right:.1f}/{asked} =" in told
    assert f"recall: {report.figure('recall', 'share'):.3f}" in told
    assert 0 < report.figure("core", "share") < 1


def _guesses(facts, chance):
    """Statements that are the gold's, more or less."""
    for fact in chance.choices(facts, k=90):
        parts = [chance.choice(fact[key]) for key in ("subject", "relation", "object")]
        subject, relation, object_ = parts if chance.random() < 0.8 else parts[::-1]
        more = chance.choice(["", "the ", "big old ", "one two three four "])
        extra = chance.choice(["", "", "was ", "refused to "])
        yield statement(
            named(more + subject, "Person", chance.choice(["he", "Kremlin"])),
            re.sub("[^A-Za-z]+", "_", extra + relation),
            object_,
            polarity=chance.choice(["positive", "negative"]),
            modality=chance.choice(["actual", "possible", "future"]),
            says=chance.choice([None, "Iran", *(fact.get("attribution") or [])]),
            time=chance.choice([None, "2016-08-16", "1979-01-01"]),
        )
