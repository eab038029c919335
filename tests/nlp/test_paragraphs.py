"""Texts cut into paragraphs: what is left out, what is joined, and that offsets slice back."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.nlp.paragraphs import LONGEST, Block, blocks


def _texts(text: str, title: str | None = None) -> list[str]:
    return [one.text for one in blocks(text, title=title) if not one.heading]


def _headings(text: str, title: str | None = None) -> list[str]:
    return [one.text for one in blocks(text, title=title) if one.heading]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("It rained.", ["It rained."]),
        ("It rained.\n\nHe left.", ["It rained.", "He left."]),
        ("It rained.\nHe left.", ["It rained.", "He left."]),  # one paragraph a line
        ("\n\n\nIt rained.\n \n\t\nHe left.\n\n", ["It rained.", "He left."]),
        ("  It rained.  \n\n\tHe left.\t", ["It rained.", "He left."]),
        ("It rained.\u2028He left.", ["It rained.\u2028He left."]),
    ],
)
def test_blank_lines_and_lines(text: str, paragraphs: list[str]) -> None:
    assert _texts(text) == paragraphs


WRAPPED = (
    "Russia launched a fleet of bombers bound for\n"
    "Syria on Tuesday from an Iranian air base, the\n"
    "first time a foreign military used it."
)


def test_lines_wrapped_by_an_editor_are_one_paragraph() -> None:
    assert _texts(WRAPPED) == [WRAPPED.replace("\n", " ")]


def test_wrapped_paragraphs_stay_apart() -> None:
    assert _texts(f"{WRAPPED}\n\n{WRAPPED}") == [WRAPPED.replace("\n", " ")] * 2


def test_long_lines_are_paragraphs() -> None:
    lines = [f"{'The delegates met again and talked about the ceasefire ' * 4}{i}." for i in "123"]
    assert _texts("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("PARIS — It rained.", "It rained."),
        ("PARIS (Reuters) — It rained.", "It rained."),
        ("PARIS (AP) -- It rained.", "It rained."),
        ("PARIS, Aug. 16 — It rained.", "It rained."),
        ("PARIS, Aug. 16 (Reuters) - It rained.", "It rained."),
        ("HAMADAN, Iran — It rained.", "It rained."),
        ("NEW YORK – It rained.", "It rained."),
        ("ST. PETERSBURG, Russia — It rained.", "It rained."),
        ("SÃO PAULO — It rained.", "It rained."),
        ("Oslo, Norway - It rained.", "It rained."),
        ("St. Paul, Minnesota, United States — It rained.", "It rained."),
        # No datelines: a sentence that happens to hold a dash.
        ("Paris — a city — slept.", "Paris — a city — slept."),
        ("Paris, Rome — both slept.", "Paris, Rome — both slept."),
        ("NATO is old — it met.", "NATO is old — it met."),
        ("He left — PARIS — it rained.", "He left — PARIS — it rained."),
    ],
)
def test_datelines(text: str, body: str) -> None:
    (one,) = blocks(text)
    assert (one.text, one.heading) == (body, False)
    assert text[one.start :] == body


@pytest.mark.parametrize(
    ("text", "title", "headings", "paragraphs"),
    [
        ("Bombers fly from Iran\n\nIt rained.", None, ["Bombers fly from Iran"], ["It rained."]),
        ("By Anna Reed\n\nIt rained.", None, ["By Anna Reed"], ["It rained."]),
        ("Aug. 16, 2016\n\nIt rained.", None, ["Aug. 16, 2016"], ["It rained."]),
        ("Iran hosts Russia!\n\nIt rained.", "Iran hosts Russia!", ["Iran hosts Russia!"],
         ["It rained."]),
        ("Iran hosts Russia!\n\nIt rained.", None, [], ["Iran hosts Russia!", "It rained."]),
        ("He said: “It rained.”\n\nHe said so.’", None, [],
         ["He said: “It rained.”", "He said so.’"]),
        ("It rained…", None, [], ["It rained…"]),
    ],
)  # fmt: skip
def test_headings_claim_nothing(
    text: str, title: str | None, headings: list[str], paragraphs: list[str]
) -> None:
    assert _headings(text, title) == headings
    assert _texts(text, title) == paragraphs


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("He said, “It rained\nall day.”", ["He said, “It rained all day.”"]),
        ('He said, "It rained\nall day."', ['He said, "It rained all day."']),
        # A quote that ends its sentence at the line's end opens the next paragraph anew.
        ("“It rained.\n“He left.”", ["“It rained.", "“He left.”"]),
    ],
)
def test_a_line_break_inside_a_quote(text: str, paragraphs: list[str]) -> None:
    assert _texts(text) == paragraphs


def test_a_quote_that_never_ends() -> None:
    assert _texts("He said, “It rained\nall day.\n\nHe left.") == [
        "He said, “It rained all day.",
        "He left.",
    ]


@pytest.mark.parametrize("unit", ["It rained all day. ", "rain ", "лил дождь. "])
def test_huge_paragraphs_are_cut_at_the_best_place(unit: str) -> None:
    text = (unit * (3 * LONGEST // len(unit))).strip() + "."
    found = list(blocks(text))
    assert len(found) >= 3
    assert all(len(one.text) <= LONGEST for one in found)
    assert "".join(one.text for one in found) == text
    if unit.endswith(". "):
        assert all(one.text.rstrip().endswith(".") for one in found)
    elif unit.endswith(" "):
        assert all(one.text.endswith((" ", ".")) for one in found)


def test_a_paragraph_of_the_longest_size_is_whole() -> None:
    text = "ab " * (LONGEST // 3) + "."
    assert len(text) == LONGEST - 1
    assert _texts(text) == [text]


def test_what_is_no_word_is_left_out() -> None:
    rubbish = "“(" * 200
    text = f"It rained. {rubbish} He left. {'ab' * 100}."
    first, last = blocks(text)
    assert (first.text, last.text) == ("It rained. ", f" He left. {'ab' * 100}.")
    assert text[last.start :] == last.text


@pytest.mark.parametrize(
    "text",
    [
        "a.\n" + " " * 300_000 + "\nb.",
        "\x0b" * 300_000 + "b.",
        "“a\n" * 100_000,
        '"\na\n' * 100_000,
        ".)" * 150_000 + " a",
        "PARIS" + " " * 300_000 + "a.",
        "ABC, D" * 50_000 + ".",
    ],
    ids=["blanks", "tabs", "quotes", "marks", "ends", "dateline", "capitals"],
)
def test_cutting_takes_time_in_proportion(text: str) -> None:
    started = process_time()
    assert sum(len(one.text) for one in blocks(text)) <= len(text)
    assert process_time() - started < 10


def test_offsets_are_code_points() -> None:
    text = "𝔘 Пари́ж 🎉\n\nIt rained.\n\nHe left."
    assert [text[b.start : b.start + len(b.text)] for b in blocks(text)] == [
        "𝔘 Пари́ж 🎉",
        "It rained.",
        "He left.",
    ]


_LINE = st.text(
    alphabet=st.sampled_from("abcAB  .,:!?\"“”'’()-—–1é🎉\t"), max_size=160
) | st.sampled_from(["PARIS — It rained.", "“It rained", "all day.”", "By Anna Reed", "", WRAPPED])


@given(lines=st.lists(_LINE, max_size=12), title=st.none() | _LINE)
@example(lines=["\x0b", "\x1c"], title=None)
def test_blocks_slice_back_in_order(lines: list[str], title: str | None) -> None:
    text = "\n".join(lines)
    end = 0
    for one in blocks(text, title=title):
        assert one.start >= end
        end = one.start + len(one.text)
        assert _same(text[one.start : end], one.text)
        assert one.text.strip()


@given(text=st.text(max_size=400))
def test_any_text_slices_back(text: str) -> None:
    end = 0
    for one in blocks(text):
        assert one.start >= end
        end = one.start + len(one.text)
        assert _same(text[one.start : end], one.text)


@given(lines=st.lists(_LINE, max_size=8))
def test_nothing_but_blanks_and_datelines_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = "".join(_bare(one) for one in blocks(text))
    left = "".join(text.split())
    if "—" not in text and "–" not in text and "-" not in text:
        assert kept == left


def _bare(one: Block) -> str:
    return "".join(one.text.split())


def _same(piece: str, block: str) -> bool:
    """Whether a block is its slice, but for line breaks that became blanks."""
    return len(piece) == len(block) and all(
        a == b or (a.isspace() and b == " ") for a, b in zip(piece, block, strict=True)
    )
