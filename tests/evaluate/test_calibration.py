"""Confidence: the weights are those of the verdicts, and mean what they say."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from subprocess import run

import pytest

from kg.evaluate import evaluate
from kg.link.confidence import EVIDENCE, calibration
from tests.benchmarks.calibration import JUDGED, RULES, cross_validated, judged, weights
from tests.evaluate.made import SHARED, needs_shared


def test_the_weights_are_those_that_the_verdicts_give() -> None:
    fitted, used = weights(list(judged())), calibration()
    assert used.base == pytest.approx(fitted["base"], abs=0.011)
    for name in RULES:
        assert used.rules[name] == pytest.approx(fitted[name], abs=0.011), name
    for name in EVIDENCE:
        assert used.evidence[name] == pytest.approx(fitted[name], abs=0.011), name


@pytest.mark.parametrize(("threshold", "least"), [(0.5, 0.78), (0.7, 0.80), (0.9, 0.86)])
def test_who_is_surer_is_more_often_right(threshold: float, least: float) -> None:
    sample = list(judged())
    sure = cross_validated(sample) >= threshold
    right = [one.right for one, counts in zip(sample, sure, strict=True) if counts]
    assert len(right) > 50
    assert sum(right) / len(right) >= least


def test_the_verdicts_hold_no_text() -> None:
    for path in JUDGED.glob("*.tsv"):
        longest = max(
            len(field)
            for line in path.read_text(encoding="utf-8").splitlines()
            for field in line.split("\t")
        )
        assert longest < 150, path


@needs_shared
def test_the_judged_articles_are_read_no_worse(tmp_path: Path) -> None:
    """The build of today against the verdicts; skipped where the articles are not at hand."""
    said = tmp_path / "gum.jsonl"
    articles = SHARED / "bench" / "data" / "gum-news.jsonl"
    command = [sys.executable, "-m", "kg", "build", str(articles), "-o", str(said), "--quiet"]
    run(command, check=True)
    report = evaluate(JUDGED / "gum-news.tsv", said)
    made = sum(1 for line in said.read_text(encoding="utf-8").splitlines() if json.loads(line))
    assert report.figure("all", "judged") >= 0.9 * made
    assert report.figure("all", "precision") >= 0.84
    assert report.figure("confidence ≥ 0.9", "precision") >= 0.9
