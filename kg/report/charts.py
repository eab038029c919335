"""Bar charts as SVG (https://www.w3.org/TR/SVG11/). What may go in: drawing, and escaping.

The library for it, matplotlib, brings 60 MB for what are rectangles here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

_WIDTH, _LABEL, _VALUE, _ROW = 720, 260, 80, 22  # pixels
_LONGEST = 38  # letters of a label
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def bars(rows: Sequence[tuple[str, float]], *, about: str, unit: str = "") -> str:
    """Draw one bar a row.

    Args:
        rows: names and numbers, from top to bottom.
        about: what is shown, for who cannot see it.
        unit: after each number.

    Returns:
        An `svg` element; nothing in it comes from a row but as escaped text and as numbers.

    Example:
        >>> drawn = bars([("a < b", 3)], about="letters")
        >>> "a &lt; b" in drawn, drawn.count("<rect")
        (True, 1)
    """
    most = max((value for _, value in rows), default=0) or 1
    height = _ROW * len(rows)
    drawn = "".join(_bar(i, name, value, most, unit) for i, (name, value) in enumerate(rows))
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" role="img">'
        f"<title>{escaped(about)}</title>{drawn}</svg>"
    )


def _bar(row: int, name: str, value: float, most: float, unit: str) -> str:
    top = row * _ROW
    length = round((_WIDTH - _LABEL - _VALUE) * value / most, 1)
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return (
        f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end">{escaped(short)}'
        f"<title>{escaped(name)}</title></text>"
        f'<rect x="{_LABEL}" y="{top + 3}" width="{length}" height="{_ROW - 6}"/>'
        f'<text x="{_LABEL + length + 6}" y="{top + 15}">{value:,}{escaped(unit)}</text>'
    )


def escaped(text: object) -> str:
    """Give a text as HTML and XML hold it; what neither can hold is U+FFFD.

    Example:
        >>> escaped('<b> & "c"')
        '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return html.escape(_NOT_TEXT.sub("�", str(text)), quote=True)
