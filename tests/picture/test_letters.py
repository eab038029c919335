"""How wide words are, and how they break into lines."""

from __future__ import annotations

import pytest
from matplotlib.font_manager import findfont, get_font
from matplotlib.ft2font import LoadFlags

from kg.picture.letters import lines, shown, width


def test_widths_are_those_of_the_font_that_draws():
    font = get_font(findfont("DejaVu Sans"))
    font.set_size(1000, 72)
    for code in range(32, 127):
        advance = font.load_char(code, LoadFlags.NO_HINTING).linearHoriAdvance / 65536
        assert width(chr(code), 1000) == pytest.approx(advance, abs=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Iran", ("Iran",)),
        ("Russian Defense Ministry", ("Russian", "Defense", "Ministry")),
        ("one two three four five six seven", ("one two", "three", "four fiv…")),
        ("w" * 30, ("wwwwww", "wwwwww", "wwwww…")),
        ("", ("·",)),
        ("\x00\u202e", ("·",)),
    ],
)
def test_lines(text, told):
    found = lines(text, size=13, most=64, count=3)
    assert found == told
    assert all(width(line, 13) <= 70 for line in found)


def test_what_is_shown_has_nothing_that_steers():
    assert shown("a\x1b[31m\u202eb\u2028c\ud83dd\n\te") == "a [31m b c d e"
    assert shown("Ελλάδα 伊朗 e\u0301") == "Ελλάδα 伊朗 e\u0301"
