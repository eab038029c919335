"""Statements against the verdicts of strict readers on earlier builds of the same articles.

What may go in: this measure: how many of the judged statements that a build still makes are right,
of all and of those at least so sure. The file holds labels and verdicts, none of the articles'
text: a table parted by tabs, with the columns of `COLUMNS` and a row for each judged statement.
`evidence` names what spoke for and against the reading, as `kg.link.confidence` knows it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kg.errors import InputError
from kg.evaluate.report import Finding, Report, Row, ratio, tally
from kg.model import Entity, Statement, Value

COLUMNS = (
    "document", "start", "subject", "relation", "object", "roles", "polarity", "modality",
    "attribution", "rule", "evidence", "verdict", "fault",
)  # fmt: skip
_KEY = COLUMNS.index("rule")  # the columns before it say which statement it is
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9)
_VERDICTS = ("right", "wrong")
Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Verdict:
    right: bool
    fault: str


def score(gold: Path, statements: Sequence[Statement], documents: Path | None = None) -> Report:
    """Tell how many judged statements are right, by confidence.

    Args:
        gold: the verdicts.
        statements: of the same articles; one that nobody judged counts nowhere.
        documents: not needed.

    Raises:
        InputError: the verdicts cannot be used, with the line.
    """
    verdicts = read_verdicts(gold)
    judged = [(one, verdicts[key]) for one in statements for key in keys(one) if key in verdicts]
    rows = tuple(_row(threshold, judged) for threshold in THRESHOLDS)
    return Report(
        measure="judged",
        columns=("precision", "right", "judged"),
        rows=rows,
        notes=(
            f"{len(statements)} statements, {len(judged)} of them judged; {len(verdicts)} verdicts",
        ),
        findings=tuple(_finding(one, verdict) for one, verdict in judged if not verdict.right),
        rules=tally((one.evidence[0].rule, verdict.right) for one, verdict in judged),
    )


def _row(threshold: float, judged: Sequence[tuple[Statement, _Verdict]]) -> Row:
    sure = [verdict.right for one, verdict in judged if round(one.confidence, 2) >= threshold]
    name = f"confidence ≥ {threshold}" if threshold else "all"
    return Row(name=name, values=(ratio(sum(sure), len(sure)), sum(sure), len(sure)))


def _finding(one: Statement, verdict: _Verdict) -> Finding:
    first = one.evidence[0]
    return Finding(
        verdict="wrong",
        rule=first.rule,
        place=first.article,
        text=f"{one.subject.label} {one.relation.label} {_label(one.object)}: {verdict.fault}",
    )


def read_verdicts(path: Path) -> Mapping[Key, _Verdict]:
    """Read judged statements.

    Raises:
        InputError: the file is no such table; with the line.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return dict(_verdicts(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}") from error


def _verdicts(rows: Iterator[list[str]], path: Path) -> Iterator[tuple[Key, _Verdict]]:
    head = next(rows, [])
    if tuple(head) != COLUMNS:
        raise InputError(f"{path}:1: the columns are {', '.join(COLUMNS)}; here: {', '.join(head)}")
    for number, row in enumerate(rows, 2):
        if len(row) != len(COLUMNS) or row[-2] not in _VERDICTS:
            raise InputError(f"{path}:{number}: not {len(COLUMNS)} fields with right or wrong")
        yield tuple(row[:_KEY]), _Verdict(row[-2] == "right", row[-1])


def keys(one: Statement) -> Iterator[Key]:
    """What a verdict knows a statement by, for each sentence that it was read from.

    Yields:
        The fields of `COLUMNS` up to the attribution.
    """
    roles = "; ".join(sorted(f"{name}: {entity.label}" for name, entity in one.roles))
    for evidence in one.evidence:
        yield (
            evidence.article,
            str(evidence.start),
            one.subject.label,
            one.relation.label,
            _label(one.object),
            roles,
            one.polarity,
            one.modality,
            one.attribution.entity.label if one.attribution else "",
        )


def _label(target: Entity | Value | None) -> str:
    return target.label if target else ""
