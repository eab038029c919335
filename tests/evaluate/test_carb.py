"""Open tuples against a gold made by hand, and against the shared script."""

import json
import random
import re

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate
from kg.evaluate.carb import Tuple, match
from tests.evaluate.made import SHARED, needs_shared, script, statement, written

TEXT = "Ann met Bob in Rome ."
OTHER = "Eve sang ."
GOLD = f"{TEXT}\tmet\tAnn\tBob\tin Rome\n{TEXT}\tmet\tBob\tAnn\n{OTHER}\tsang\tEve\n"


@pytest.fixture
def score(tmp_path):
    """Score tuples (confidence, relation, first, …) of the first sentence."""
    gold, documents = tmp_path / "gold.tsv", tmp_path / "docs.jsonl"
    gold.write_text(GOLD, encoding="utf-8")
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": OTHER}]
    documents.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    def score(*found):
        said = [
            statement("Ann", "meets", text=TEXT, surface=tuple_, confidence=sure)
            for sure, *tuple_ in found
        ]
        return evaluate(gold, written(tmp_path / "said.jsonl", said), documents=documents)

    return score


def test_all_tuples_and_best_threshold(score):
    report = score((0.9, "met", "Ann", "Bob", "in Rome"), (0.3, "in", "Bob", "Rome"))
    # One of two is all right; of three gold tuples one is found whole, and one by its relation.
    assert report.figure("all tuples", "tuples") == 2
    assert report.figure("all tuples", "precision") == pytest.approx(1 / 2)
    assert report.figure("all tuples", "recall") == pytest.approx((1 + 1 / 3) / 3)
    assert report.figure("best threshold", "threshold") == 0.9
    assert report.figure("best threshold", "precision") == 1


def test_precision_pairs_one_to_one_and_recall_does_not(score):
    report = score((0.9, "met", "Ann", "Bob"), (0.8, "met", "Ann", "Bob"))
    # The second tuple has only the gold's "Bob met Ann" left: one word of three.
    assert report.figure("all tuples", "precision") == pytest.approx((1 + 1 / 3) / 2)
    assert report.figure("all tuples", "recall") == pytest.approx((3 / 5 + 1 / 3) / 3)


def test_errors(score):
    report = score((0.9, "in", "Bob", "Rome"))
    assert [one.verdict for one in report.findings] == ["missed", "missed", "wrong", "missed"]
    assert report.rules == (("clause.active", 0, 1),)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (("is", "Ann", "judge"), ("be", "Ann", "judge"), (1, 1)),
        (("met", "Ann", "Bob"), ("met", "Ann"), (0, 0)),  # an argument is missing
        (("said", "Ann", "no"), ("said", "no", "Ann"), (1, 1)),  # "no", said Ann
        (("met", "Ann", "Bob"), ("met", "Bob", "Ann"), (1 / 3, 1 / 3)),
        (("sang", "Eve"), ("sang", "Eve", "loudly"), (1, 1)),  # what the gold lacks is not judged
    ],
)
def test_matching(gold, found, expected):
    assert match(Tuple.of(gold[0], gold[1:]), Tuple.of(found[0], found[1:])) == expected


def test_documents_are_needed(tmp_path):
    (tmp_path / "gold.tsv").write_text(GOLD, encoding="utf-8")
    with pytest.raises(InputError, match="carb needs --documents"):
        evaluate(tmp_path / "gold.tsv", written(tmp_path / "said.jsonl", []))


@needs_shared
@pytest.mark.parametrize("seed", range(2))
def test_equals_the_shared_script(tmp_path, seed):
    bench = SHARED / "bench"
    gold, documents = bench / "data" / "carb-dev.tsv", bench / "data" / "carb-dev.jsonl"
    texts = [json.loads(line) for line in documents.read_text(encoding="utf-8").splitlines()]
    said = written(tmp_path / "said.jsonl", _guesses(texts, random.Random(seed)))
    told = script(bench / "carb.py", gold, said, "--documents", documents)
    report = evaluate(gold, said, documents=documents)
    for line, row in zip(told.splitlines(), ("all tuples", "best threshold"), strict=True):
        count, p, r, f = re.search(r"\((\d+).*P (\S+) R (\S+) F1 (\S+)", line).groups()
        assert report.figure(row, "tuples") == int(count)
        given = [f"{report.figure(row, name):.3f}" for name in ("precision", "recall", "F1")]
        assert given == [p, r, f]
    assert report.figure("best threshold", "threshold") > report.figure("all tuples", "threshold")


def _guesses(texts, chance):
    """Sentences cut at a few blanks, and surely wrong tuples of them; the likelier, the surer."""
    for text in chance.choices(texts, k=900):
        words = text["text"].split()
        cuts = sorted(chance.sample(range(len(words) + 1), k=min(4, len(words))))
        first, relation, *rest = (
            " ".join(words[a:b]) for a, b in zip([0, *cuts], cuts, strict=False)
        )
        order = [relation, first, *rest] if rest else [first, relation, ""]
        is_right = chance.random() < 0.4
        surface = order if is_right else ("was", *reversed(rest), first, "was")
        sure = chance.randrange(30 if is_right else 1, 100 if is_right else 40) / 100
        whole = {"article": text["id"], "text": text["text"]}
        yield statement("Ann", "meets", "Bob", surface=surface, confidence=sure, **whole)
