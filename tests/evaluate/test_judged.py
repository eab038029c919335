"""Verdicts of strict readers, applied to later builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.gold import recognise
from kg.evaluate.judged import COLUMNS, score
from tests.evaluate.made import statement

HEAD = "\t".join(COLUMNS)


def _verdicts(folder: Path, *rows: str) -> Path:
    path = folder / "verdicts.tsv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path


def _row(subject: str, verdict: str, fault: str = "") -> str:
    said = (subject, "meets", "Bob", "", "positive", "actual", "", "clause.active", "roles")
    return "\t".join(("a", "0", *said, verdict, fault))


def test_precision_by_confidence(tmp_path: Path) -> None:
    gold = _verdicts(
        tmp_path, _row("Ann", "right"), _row("Eve", "wrong", "polarity"), _row("Zoe", "right")
    )
    said = [
        statement("Ann", "meets", "Bob", confidence=0.85),
        statement("Eve", "meets", "Bob", confidence=0.6, rule="clause.mutual"),
        statement("Kim", "meets", "Bob", confidence=0.95),  # nobody judged it
    ]
    report = score(gold, said)
    assert [report.figure("all", name) for name in report.columns] == [0.5, 1, 2]
    assert [report.figure("confidence ≥ 0.8", name) for name in report.columns] == [1.0, 1, 1]
    assert report.figure("confidence ≥ 0.9", "judged") == 0
    assert [(f.rule, f.text) for f in report.findings] == [
        ("clause.mutual", "Eve meets Bob: polarity")
    ]


@pytest.mark.parametrize("change", ["polarity", "relation", "says"])
def test_what_says_something_else_is_not_judged(tmp_path: Path, change: str) -> None:
    gold = _verdicts(tmp_path, _row("Ann", "right"))
    other = {
        "polarity": statement("Ann", "meets", "Bob", polarity="negative"),
        "relation": statement("Ann", "sues", "Bob"),
        "says": statement("Ann", "meets", "Bob", says="Eve"),
    }
    assert score(gold, [other[change]]).figure("all", "judged") == 0


def test_recognised_by_its_columns(tmp_path: Path) -> None:
    assert recognise(_verdicts(tmp_path, _row("Ann", "right"))) == "judged"


@pytest.mark.parametrize(
    ("row", "message"),
    [(_row("Ann", "maybe"), ":3: not 13 fields"), ("a\t0\tAnn", ":3: not 13 fields")],
)
def test_a_broken_table_is_told_of(tmp_path: Path, row: str, message: str) -> None:
    gold = _verdicts(tmp_path, _row("Eve", "right"), row)
    with pytest.raises(InputError, match=message):
        score(gold, [])


def test_other_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.tsv"
    path.write_text("document\tstart\tverdict\n", encoding="utf-8")
    with pytest.raises(InputError, match=":1: the columns are document, start"):
        score(path, [])
