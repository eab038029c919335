"""Decisions → TOML: adds what a person decided to the file of decisions. What may go in: writing;
reading is in `kg.graph.decisions`. Comments and the order of what stands there are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomlkit

from kg.errors import InputError
from kg.export.whole import write_text
from kg.graph.decisions import Decision, Decisions, parse_decisions, read_decisions


def add_decision(path: Path | str, decision: Decision) -> Decisions:
    """Add a decision to the end of a file, which is made if missing; it is written whole or not.

    Returns:
        All decisions of the file.

    Raises:
        InputError: the file is not one of decisions, or has this one already.
        OutputError: it cannot be written.
    """
    found = read_decisions(path) if Path(path).exists() else Decisions()
    if any(_same(one, decision) for one in found.items):
        raise InputError(f"{path}: has this decision already: {decision}")
    # An array of tables may go on further down, so what stands there is not touched.
    before = found.text.rstrip("\n") + "\n\n" if found.text.strip() else ""
    text = before + tomlkit.dumps({decision.kind: [_row(decision)]})
    made = parse_decisions(text)
    write_text(path, text)
    return made


def _same(one: Decision, other: Decision) -> bool:
    parts = (other.kind, other.entities, other.articles, other.value)
    return (one.kind, one.entities, one.articles, one.value) == parts


def _row(decision: Decision) -> dict[str, Any]:
    merged = decision.kind == "merge"
    row: dict[str, Any] = (
        {"entities": list(decision.entities)} if merged else {"entity": decision.entities[0]}
    )
    row["articles"] = list(decision.articles)
    row["label" if decision.kind == "rename" else "type"] = decision.value
    row["note"] = decision.note
    return {name: value for name, value in row.items() if value}
