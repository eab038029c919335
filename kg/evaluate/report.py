"""What every measure gives back, and how it is shown. What may go in: the values of a report, the
ratios that all measures share, and their form as lines of text and as JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

Number: TypeAlias = int | float | None
Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: whole numbers are counts, fractions are shares, None is unknown."""

    name: str
    values: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was missed or found wrong.

    `verdict` is a word of the measure ("missed", "wrong", "wrong way"); `rule` is the rule of the
    statement that is to blame, or "" where there is none; `place` the article or the gold's id.
    """

    verdict: str
    rule: str
    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The figures of one measure, what to know when reading them, and what went wrong.

    `rules` counts, by rule, the statements that the gold confirms, and all that it can judge.
    """

    measure: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    rules: tuple[tuple[str, int, int], ...] = ()

    def figure(self, row: str, column: str) -> Number:
        """Give one figure of the table.

        Example:
            >>> row = Row(name="core", values=(28, 30))
            >>> Report(measure="facts", columns=("right", "of"), rows=(row,)).figure("core", "of")
            30
        """
        found = next(one for one in self.rows if one.name == row)
        return found.values[self.columns.index(column)]


def ratio(part: float, whole: float) -> float:
    """Divide; of nothing, nothing.

    Example:
        >>> ratio(1, 4), ratio(0, 0)
        (0.25, 0.0)
    """
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Give the harmonic mean of precision and recall (van Rijsbergen 1979).

    Example:
        >>> f1(1.0, 0.5)
        0.6666666666666666
    """
    return ratio(2 * precision * recall, precision + recall)


def share(name: str, part: float, whole: float) -> Row:
    """Make a row of the columns "right", "of" and "share"."""
    return Row(name=name, values=(part, whole, ratio(part, whole)))


def tally(judged: Iterable[tuple[str, bool]]) -> tuple[tuple[str, int, int], ...]:
    """Count right and all by rule; the rule with most errors first.

    Example:
        >>> tally([("a", True), ("b", False), ("a", False), ("a", True)])
        (('a', 2, 3), ('b', 0, 1))
    """
    kept = list(judged)
    every = Counter(rule for rule, _ in kept)
    right = Counter(rule for rule, is_right in kept if is_right)
    order = sorted(every, key=lambda rule: (right[rule] - every[rule], rule))
    return tuple((rule, right[rule], every[rule]) for rule in order)


def table(report: Report) -> Iterator[str]:
    """Show a report's figures as aligned lines, and its notes below them."""
    cells = [(report.measure, *report.columns)]
    cells += [(row.name, *map(_shown, row.values)) for row in report.rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for name, *values in cells:
        right = (value.rjust(width) for value, width in zip(values, widths[1:], strict=True))
        yield "  ".join((name.ljust(widths[0]), *right))
    yield from (f"note: {note}" for note in report.notes)


def _shown(value: Number) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def errors(report: Report) -> Iterator[str]:
    """Show how often each rule was right, then everything missed and wrong, by verdict and rule."""
    for rule, right, every in report.rules:
        yield f"rule {rule}: {right} of {every} right"
    for finding in sorted(report.findings, key=lambda one: (one.verdict, one.rule)):
        rule = f" [{finding.rule}]" if finding.rule else ""
        yield f"{finding.verdict}{rule} {finding.place}: {finding.text}"


def as_json(report: Report, *, with_errors: bool = False) -> Json:
    """Give a report as one JSON object; `with_errors` adds rules and findings."""
    rows = {row.name: dict(zip(report.columns, row.values, strict=True)) for row in report.rows}
    told: Json = {"measure": report.measure, "rows": rows, "notes": list(report.notes)}
    if with_errors:
        told["rules"] = {rule: {"right": right, "of": all_} for rule, right, all_ in report.rules}
        told["errors"] = [
            {"verdict": one.verdict, "rule": one.rule, "place": one.place, "text": one.text}
            for one in report.findings
        ]
    return told
