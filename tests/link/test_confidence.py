"""Confidence: the weights are read, checked and add up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.link import confidence
from kg.link.confidence import EVIDENCE, Calibration, calibration


def test_the_weights_of_the_project() -> None:
    weights = calibration()
    assert set(weights.evidence) == set(EVIDENCE)
    assert 0.5 < weights.confidence("clause.active", []) < weights.confidence("title.as", []) < 1


def test_every_condition_counts_once_and_order_does_not_matter() -> None:
    weights = Calibration(0.5, {"title": 1.0}, {"minted": -1.0, "roles": 0.25})
    assert weights.confidence("clause.active", ["minted", "roles"]) == 0.44
    assert weights.confidence("clause.active", ["roles", "minted"]) == 0.44
    assert weights.confidence("title.as", ["roles"]) == 0.85


def test_nothing_is_certain() -> None:
    weights = Calibration(9.0, {}, {"minted": -99.0})
    assert weights.confidence("x", []) == 0.99
    assert weights.confidence("x", ["minted"]) == 0.05


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("base = 1", "lacks the weight 'evidence'"),
        ("base = 1\n[rules]\n[evidence]\nroles = 1", "lacks the weight 'shared_subject'"),
        ("base = [", "not TOML"),
        (None, "cannot be read"),
    ],
)
def test_a_broken_file_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, message: str
) -> None:
    if text is not None:
        (tmp_path / "confidence.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(confidence, "ontologies_folder", lambda: tmp_path)
    with pytest.raises(OntologyError, match=message):
        calibration.__wrapped__()
