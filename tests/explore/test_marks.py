"""Texts with marks that overlap in any way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.explore.marks import Mark, pieces

TEXT = "abcdefghij"
SPANS = st.tuples(st.integers(0, 14), st.integers(1, 8), st.sampled_from("xyz"))


@given(st.lists(SPANS, max_size=8), st.integers(0, 4))
def test_pieces_make_the_text_and_each_knows_what_covers_it(spans, start) -> None:
    marks = [Mark(start=a, end=a + n, kind=k) for a, n, k in spans]
    found = pieces(TEXT, marks, start=start)
    assert "".join(piece.text for piece in found) == TEXT
    at = start
    for piece in found:
        for offset in range(at, at + len(piece.text)):
            assert set(piece.marks) == {m for m in marks if m.start <= offset < m.end}
        assert set(piece.opened) == {m for m in marks if m.start == at and m in piece.marks}
        end = at + len(piece.text)
        assert set(piece.closed) == {m for m in marks if m.end == end and m in piece.marks}
        at = end


def test_the_innermost_mark_leads_and_the_others_are_told() -> None:
    outer = Mark(start=0, end=8, kind="mention", target="/out")
    inner = Mark(start=2, end=4, kind="mention", target="/in")
    piece = pieces(TEXT, [inner, outer])[1]
    assert (piece.text, piece.last("mention"), piece.others("mention")) == ("cd", inner, (outer,))


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", [Mark(start=0, end=3, kind="x")]) == []
