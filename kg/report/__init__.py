"""What a build did, for people who look after a corpus: JSON, and a page made of the same JSON.

What may go in: counting what was read, skipped and found, and showing it. Times are told here and
nowhere else, so that the graph is the same bytes every time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.report.page import page
from kg.report.tally import Tally

__all__ = ["Tally", "check_report", "write_report"]

_SUFFIXES = (".json", ".html")


def check_report(path: str) -> None:
    """Find out before the work whether a report of that name can be made.

    Raises:
        InputError: its suffix is neither .json nor .html.
    """
    if Path(path).suffix.lower() not in _SUFFIXES:
        raise InputError(f"--report {path}: a report is a .json or an .html file")


def write_report(content: Mapping[str, Any], path: str) -> None:
    """Write a report whole, or not at all; the suffix decides its form.

    Args:
        content: from `Tally.content`.
        path: a .json or .html file.

    Raises:
        InputError: another suffix.
        OutputError: the file cannot be written.
    """
    from kg.export.whole import write_text  # a build that makes no report does not wait for it

    check_report(path)
    if Path(path).suffix.lower() == ".html":
        write_text(path, page(content))
    else:
        write_text(path, json.dumps(content, indent=2) + "\n")
