"""Style sheets for pictures. What may go in: making CSS of the table of looks."""

from __future__ import annotations

from collections.abc import Iterator

from kg.looks import Looks

LIGHT = {"paper": "#FFFFFF", "text": "#16191D", "faint": "#5A6068", "none": "none"}
DARK = {"paper": "#14171A", "text": "#EEF1F4", "faint": "#A9B1BA", "none": "none"}


def style_sheet(looks: Looks) -> str:
    """Give the rules for pictures in a page, light and dark."""
    return f"{light(looks)}{dark_only(looks)}\n"


def light(looks: Looks) -> str:
    """Give the rules that draw a picture in light colours."""
    lines = {one.name: one.line for one in looks.families}
    lines |= {one.name: one.line for one in looks.kinds}
    return "".join(_rules(LIGHT, lines, {one.name: one.fill for one in looks.families}))


def dark_only(looks: Looks) -> str:
    """Give the style sheet of a picture that is light by itself."""
    return f"@media (prefers-color-scheme: dark) {{{dark(looks)}}}"


def dark(looks: Looks) -> str:
    """Give the rules that turn a picture dark."""
    lines = {one.name: one.dark_line for one in looks.families}
    lines |= {one.name: one.dark_line for one in looks.kinds}
    return "".join(_rules(DARK, lines, {one.name: one.dark_fill for one in looks.families}))


def _rules(inks: dict[str, str], lines: dict[str, str], fills: dict[str, str]) -> Iterator[str]:
    for ink in ("paper", "text", "faint"):
        yield f".picture .f-{ink}{{fill:{inks[ink]}}}"
    for name, colour in lines.items():
        yield f".picture .{name} .s-line{{stroke:{colour}}}"
        yield f".picture .{name} .f-line{{fill:{colour}}}"
    for name, colour in fills.items():
        yield f".picture .{name} .f-fill{{fill:{colour}}}"
