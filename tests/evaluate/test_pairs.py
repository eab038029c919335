"""Pairs of actors against a gold made by hand, and against the shared script."""

import json
import random
import re

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate
from kg.evaluate.pairs import holds
from tests.evaluate.made import SHARED, named, needs_shared, script, statement, written

GOLD = [
    {"id": "1", "event": "AID", "source": ["Finland"], "target": ["Tanzania", "Kenya"]},
    {"id": "2", "event": "REJECT", "source": ["Libya"], "target": ["United States"]},
    {"id": "3", "event": "AGREE", "source": ["Jordan"], "target": []},
]
SAID = [
    statement("Finland", "gives", "grant", roles={"to": "Tanzania"}, article="1", event="aid"),
    statement(
        "Finland", "meets", named("Nairobi", "City", "Kenya"), article="x/1", event="consult"
    ),
    statement(named("Nairobi", "City", "Kenya"), "thanks", "Finland", article="1", rule="back"),
    statement("the United States", "rejects", "Libya", article="2", event="reject", rule="swap"),
    statement("Jordan", "agrees", article="3", event="agree"),
]


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, GOLD)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "right", "of"),
    [("directed", 2, 3), ("wrong way", 1, 3), ("event", 1, 2), ("statements a sentence", 5, 3)],
)
def test_figures(gold, tmp_path, row, right, of):
    report = evaluate(gold, written(tmp_path / "said.jsonl", SAID))
    assert (report.figure(row, "right"), report.figure(row, "of")) == (right, of)


def test_errors(gold, tmp_path):
    report = evaluate(gold, written(tmp_path / "said.jsonl", SAID))
    told = {(one.verdict, one.rule, one.place) for one in report.findings}
    assert told == {("wrong event", "clause.active", "1"), ("wrong way", "swap", "2")}


def test_statements_of_other_articles_are_refused(gold, tmp_path):
    said = written(tmp_path / "said.jsonl", [statement("Finland", "aids", "Kenya", article="b")])
    with pytest.raises(InputError, match="statements are of other articles"):
        evaluate(gold, said)


def test_nothing_said_scores_nothing(gold, tmp_path):
    report = evaluate(gold, written(tmp_path / "said.jsonl", []))
    assert report.figure("directed", "share") == 0


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("Libya", "the army and the navy of Libya", True),
        ("Libya", "one two three four Libya", False),
        ("Libya", "Libyan", False),
        ("United States", "States of the United", False),
        ("", "Libya", False),
    ],
)
def test_names(gold, found, expected):
    assert holds(gold, found) is expected


@needs_shared
@pytest.mark.parametrize("seed", range(3))
def test_equals_the_shared_script(tmp_path, seed):
    path = SHARED / "bench" / "data" / "plover-dev.gold.jsonl"
    coded = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    said = written(tmp_path / "said.jsonl", _guesses(coded, random.Random(seed)))
    told = re.findall(r"\.?\d+(?:\.\d+)?", script(SHARED / "bench" / "pairs.py", path, said))
    report = evaluate(path, said)
    pairs, directed, wrong, event, each = map(float, told)
    assert report.figure("directed", "of") == pairs
    assert report.figure("directed", "share") == pytest.approx(directed, abs=5e-4)
    assert report.figure("wrong way", "share") == pytest.approx(wrong, abs=5e-4)
    assert report.figure("event", "share") == pytest.approx(event, abs=5e-4)
    assert report.figure("statements a sentence", "share") == pytest.approx(each, abs=0.05)
    assert wrong > 0.05


def _guesses(coded, chance):
    for record in chance.choices(coded, k=400):
        actors = [*record["source"], *record["target"], "Nobody"]
        subject, object_, third = (chance.choice(actors) for _ in range(3))
        more = chance.choice(["", "the ", "great big ", "one two three four "])
        yield statement(
            more + subject,
            chance.choice(["aids", "meets"]),
            object_,
            article=chance.choice(["", "news/"]) + record["id"],
            roles={"to": third} if chance.random() < 0.5 else {},
            event=chance.choice([None, "aid", record["event"].lower()]),
        )
