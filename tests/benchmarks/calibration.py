"""Fits the weights of confidence to judged statements; prints them as ontologies/confidence.toml.

    python -m tests.benchmarks.calibration

What may go in: the regression, on the verdicts in `tests/judged/`. No text, model or network is
needed: the tables tell what spoke for and against each reading. The last lines show, by five-fold
cross-validation, how often statements of at least a confidence are right.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.link.confidence import EVIDENCE

JUDGED = Path(__file__).parents[1] / "judged"
RULES = ("title", "place", "nominal", "rule", "apposition")  # "clause" is the base
RIDGE = 1.0  # pulls weights of rare conditions to nothing
_STEPS, _FOLDS, _SEED = 50, 5, 0
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One verdict: the extractor, what spoke for and against, and whether it was right."""

    rule: str
    evidence: frozenset[str]
    right: bool


def judged(folder: Path = JUDGED) -> Iterator[Judged]:
    """Read every table of verdicts."""
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                family = row["rule"].partition(".")[0]
                yield Judged(family, frozenset(row["evidence"].split()), row["verdict"] == "right")


def weights(sample: Sequence[Judged]) -> dict[str, float]:
    """Fit a logistic regression with a ridge, by Newton's method.

    Returns:
        The weight of "base", of each rule and of each condition, with two decimals.
    """
    x, y = _table(sample), np.array([one.right for one in sample], dtype=float)
    fitted = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 0
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ fitted))
        slope = x.T @ (y - p) - ridge @ fitted
        fitted += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge, slope)
    names = ("base", *RULES, *EVIDENCE)
    return {name: round(float(w), 2) + 0.0 for name, w in zip(names, fitted, strict=True)}


def _table(sample: Sequence[Judged]) -> Floats:
    rows = [
        [1.0, *(one.rule == r for r in RULES), *(e in one.evidence for e in EVIDENCE)]
        for one in sample
    ]
    return np.array(rows, dtype=float)


def cross_validated(sample: Sequence[Judged]) -> Floats:
    """Give each statement the probability that the others' verdicts give it."""
    order = np.random.RandomState(_SEED).permutation(len(sample))
    found = np.zeros(len(sample))
    for fold in range(_FOLDS):
        held = order[fold::_FOLDS]
        rest = np.setdiff1d(order, held)
        fitted = np.array(list(weights([sample[i] for i in rest]).values()))
        found[held] = 1 / (1 + np.exp(-_table([sample[i] for i in held]) @ fitted))
    return found


def main() -> None:
    """Print the weights, then what the cross-validation finds."""
    sample = list(judged())
    found = weights(sample)
    print(f"base = {found['base']}\n\n[rules]")
    print("\n".join(f"{name} = {found[name]}" for name in RULES))
    print("\n[evidence]")
    print("\n".join(f"{name} = {found[name]}" for name in EVIDENCE))
    p, right = cross_validated(sample), np.array([one.right for one in sample])
    for threshold in (0.0, 0.5, 0.7, 0.8, 0.9):
        sure = p >= threshold
        share = right[sure].mean() if sure.any() else float("nan")
        print(f"# at least {threshold}: {share:.3f} of {sure.sum()} right")


if __name__ == "__main__":
    main()
