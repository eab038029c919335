"""A report as one page of HTML. What may go in: its layout.

It is made of the same JSON as the other form, loads nothing, and has no script.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.report.charts import bars, escaped

_SHOWN = 25  # bars of a chart
_LISTED = 1_000  # rows of a table
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse } th, td { text-align: left; padding: .15rem 1rem .15rem 0;
vertical-align: top; overflow-wrap: anywhere } td.n { text-align: right }
svg { max-width: 100%; height: auto; font-size: 13px } svg rect { fill: #4a78a8 }
svg text { fill: #222 } h2 { margin-top: 2rem; font-size: 1.1rem } p.note { color: #666 }
"""
_CHARTS = (
    ("relations", "Statements by relation"),
    ("rules", "Evidence by the rule that read it"),
    ("qualifiers", "Statements by polarity and modality"),
    ("confidence", "Statements by confidence"),
    ("classes", "Entities by class"),
    ("rejected", "Candidates that became no statement, by reason"),
    ("skipped", "Articles that were skipped, by kind"),
)


def page(content: Mapping[str, Any]) -> str:
    """Make the page.

    Args:
        content: from `Tally.content`, or read back from its JSON.
    """
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            f"<title>kg build: report</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            *_body(content),
            "</body>\n</html>\n",
        )
    )


def _body(content: Mapping[str, Any]) -> Iterator[str]:
    inputs = ", ".join(content["inputs"])
    yield f"<h1>{escaped(inputs)}</h1>\n"
    yield f"<p>{escaped(content['program'])}, model {escaped(content['model'])}</p>\n"
    yield "<h2>Read</h2>\n" + _numbers({**content["read"], **content["rates"]})
    yield "<h2>The graph</h2>\n" + _numbers(content["graph"])
    yield _chart(content["seconds"]["stages"], "Seconds by stage", unit=" s")
    for name, heading in _CHARTS:
        yield _chart(content["histograms"][name], heading)
    yield _table("Skipped", ("article", "kind", "reason"), _skipped(content["skipped"]))
    copies = [(first, ", ".join(others)) for first, *others in content["copies"]]
    yield _table("Copies of one text", ("the first", "its copies"), copies)


def _numbers(counts: Mapping[str, float]) -> str:
    rows = (
        f'<tr><th>{escaped(name)}</th><td class="n">{value:,}</td></tr>\n'
        for name, value in counts.items()
    )
    return f"<table>\n{''.join(rows)}</table>\n"


def _chart(counts: Mapping[str, float], heading: str, *, unit: str = "") -> str:
    if not counts:
        return ""
    rows = list(counts.items())
    rest = f'<p class="note">and {len(rows) - _SHOWN:,} more</p>\n' if len(rows) > _SHOWN else ""
    drawn = bars(rows[:_SHOWN], about=heading, unit=unit)
    return f"<h2>{escaped(heading)}</h2>\n{drawn}\n{rest}"


def _skipped(rows: Sequence[Mapping[str, str]]) -> list[tuple[str, ...]]:
    return [(row["path"], row["kind"], row["reason"]) for row in rows]


def _table(heading: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escaped(name)}</th>" for name in names)
    body = "".join(
        f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in row)}</tr>\n"
        for row in rows[:_LISTED]
    )
    rest = f'<p class="note">and {len(rows) - _LISTED:,} more</p>\n' if len(rows) > _LISTED else ""
    return f"<h2>{escaped(heading)}</h2>\n<table>\n<tr>{head}</tr>\n{body}</table>\n{rest}"
