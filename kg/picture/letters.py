"""How wide words are, and how they break into lines. What may go in: widths of letters.

The widths are those of DejaVu Sans, which Verdana shares and most other fonts stay below, so that a
label fits its box whatever the reader has installed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

FONT = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif"
_FIRST = 32  # the code of the first width: a blank
# fmt: off
_WIDTHS = (  # of " " to "~", in thousandths of the size
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)
# fmt: on
_OTHER, _WIDE, _NONE = 700, 1000, 0  # other letters; Chinese and the like; accents of their own


def width(text: str, size: int) -> int:
    """Give the width of a line of text, in pixels, rounded up.

    Example:
        >>> width("Iran", 13), width("伊朗", 13)
        (26, 26)
    """
    return -(-sum(map(_letter, text)) * size // 1000)


def lines(text: str, *, size: int, most: int, count: int) -> tuple[str, ...]:
    """Break a text between words; what is left over becomes an ellipsis.

    Args:
        text: control characters and line feeds become blanks.
        size: of the letters, in pixels.
        most: pixels of a line; a longer word is broken anywhere.
        count: lines there are at the most.

    Example:
        >>> lines("Russian Defense Ministry", size=13, most=100, count=2)
        ('Russian', 'Defense Mini…')
    """
    found: list[str] = []
    for line in _broken(shown(text), size, most):
        if len(found) == count:
            return (*found[:-1], _cut(found[-1] + " " + line, size, most))
        found.append(line)
    return tuple(found) or ("·",)


def shown(text: str) -> str:
    """Give a text as one line of what can be drawn: no controls, marks of direction or halves.

    Example:
        >>> shown("a\\x00b\\u202e  c")
        'a b c'
    """
    kept = (" " if unicodedata.category(c)[0] in "CZ" else c for c in text)
    return " ".join("".join(kept).split())


def _letter(letter: str) -> int:
    code = ord(letter) - _FIRST
    if 0 <= code < len(_WIDTHS):
        return _WIDTHS[code]
    if unicodedata.combining(letter):
        return _NONE
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def _broken(text: str, size: int, most: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        together = f"{line} {word}".strip()
        if width(together, size) <= most:
            line = together
            continue
        if line:
            yield line
        while width(word, size) > most:
            fitting = _fitting(word, size, most)
            yield word[:fitting]
            word = word[fitting:]
        line = word
    if line:
        yield line


def _cut(line: str, size: int, most: int) -> str:
    return line[: _fitting(line, size, most - width("…", size))].rstrip() + "…"


def _fitting(text: str, size: int, most: int) -> int:
    """How many letters fit, one at the least."""
    total = 0
    for count, letter in enumerate(text):
        total += _letter(letter) * size
        if total > most * 1000 and count:
            return count
    return len(text)
