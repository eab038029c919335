"""How sure a statement is. What may go in: the weights of what speaks for and against a reading.

The figure is calibrated: of the statements with confidence 0.8, strict readers found about 80 % to
be what the sentence says. It is the probability of a logistic regression on judged statements
(Hosmer and Lemeshow, "Applied Logistic Regression"); the weights are data.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from kg.errors import OntologyError
from kg.namespaces import ontologies_folder

EVIDENCE = (
    "shared_subject", "passive", "minted", "nominal_subject", "nominal_object", "unclassified",
    "no_object", "not_actual", "negative", "attributed", "long_sentence", "roles", "pronoun",
)  # fmt: skip
_LEAST, _MOST = 0.05, 0.99


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weights: of every statement, by extractor, and by what else is so."""

    base: float
    rules: Mapping[str, float]
    evidence: Mapping[str, float]

    def confidence(self, rule: str, holds: Iterable[str]) -> float:
        """Give the probability that a statement is right.

        Args:
            rule: as "clause.active"; what stands before the dot decides.
            holds: names of `EVIDENCE` that hold of the statement.

        Returns:
            Between 0 and 1, with two decimals.

        Example:
            >>> Calibration(0.0, {"title": 1.1}, {"minted": -1.1}).confidence("title.copula", [])
            0.75
        """
        total = self.base + self.rules.get(rule.partition(".")[0], 0.0)
        total += sum(self.evidence[name] for name in sorted(holds))
        return round(min(_MOST, max(_LEAST, 1 / (1 + exp(-total)))), 2)


@cache
def calibration() -> Calibration:
    """Read `ontologies/confidence.toml`.

    Raises:
        OntologyError: it is absent, no TOML, or lacks a weight.
    """
    path = ontologies_folder() / "confidence.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        evidence = {name: float(data["evidence"][name]) for name in EVIDENCE}
        rules = {name: float(weight) for name, weight in data["rules"].items()}
        return Calibration(float(data["base"]), rules, evidence)
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise OntologyError(f"{path}: not TOML with numbers: {error}") from error
    except KeyError as error:
        raise OntologyError(f"{path}: lacks the weight {error}") from error
