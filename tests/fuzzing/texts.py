"""Strategies of hostile texts and files. What may go in: making inputs, no judging of them.

Words are such that extraction finds statements in them; between them stands what breaks readers:
quotes and brackets without ends, markup, all planes of Unicode, control characters, huge tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

WORDS = (
    "Russia",
    "Iran",
    "Mr. Calloway",
    "Ines Calloway, the chief executive of Corvane Shipping,",
    "the Iranian foreign minister",
    "President",
    "the U.S.",
    "its air base near Hamadan",
    "a fleet of bombers",
    "5,000 troops",
    "$5 billion",
    "30%",
    "he",
    "they",
    "who",
    "which",
    "said",
    "denied that",
    "according to",
    "attacked",
    "will meet",
    "was arrested by",
    "has not renamed itself",
    "co-founded",
    "did not",
    "may",
    "if",
    "plans to",
    "failed to host",
    "and",
    "or",
    "of",
    "in",
    "from",
    "against",
    "on Tuesday",
    "on August 16, 2016",
    "last month",
    "from 1941 to 1979",
    "31 February",
    "formerly known as",
    "his",
    "'s",
    "ambassador to",
    "MOSCOW —",
    "PARIS (Wire) -",
    "Photo by: ",
)
MARKS = (*"“”\"'‘’«»()[]{}<>*_`~#|\\/&;:!?.,-—…=+^$%@", "--", "``", "''", "...", ". ", "! ", "[1]")
GAPS = (" ", " ", " ", "", "\n", "\n\n", "\t", "\r\n", "\r", "\u00a0", "\u2028", "\x85", "\x0b")
MARKUP = (
    "---\n",
    "title: ",
    "date: ",
    "lang: ",
    "# ",
    "> ",
    "- ",
    "1. ",
    "```\n",
    "    ",
    "![",
    "](",
    "[^1]",
    "<!--",
    "-->",
    "<p>",
    "</p>",
    "<div",
    "<script>",
    "<![CDATA[",
    "&#0;",
    "&#xD800;",
    "&amp",
    "&nbsp;",
    "<a href='",
    "<br/>",
    "<meta charset=",
    "\ufeff",
)
STRANGE = (
    "\u202e",
    "\u200d",
    "\ufffe",
    "\U0010ffff",
    "e\u0301",
    "\u0130",
    "\u1e9e",
    "\U0001f468\u200d\U0001f469",
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x7f",
    "\ufdd0",
)

words, gaps = st.sampled_from(WORDS), st.sampled_from(GAPS)
letters = st.text(st.characters(codec="utf-8"), max_size=8)  # any plane; no half surrogate pairs
numbers = st.one_of(
    st.integers().map(str),
    st.floats().map(str),
    st.integers(0, 400).map(lambda many: "9" * many),
    st.dates().map(str),
)
huge = st.builds(
    lambda piece, many: piece * many,
    st.sampled_from((*"a\"“([<*`_.-' \n&#", "ab", "Iran ", "“(", "['", "![", "0,", "é", "\u0301")),
    st.integers(0, 300),
)
pieces = st.one_of(
    words, words, words, st.sampled_from(MARKS), gaps, numbers, letters, huge,
    st.sampled_from(MARKUP), st.sampled_from(STRANGE),
)  # fmt: skip


@st.composite
def articles(draw: st.DrawFn, *, longest: int = 24) -> str:
    """The text of an article: words that mean something, and what breaks it."""
    parts = draw(st.lists(st.tuples(pieces, gaps), min_size=1, max_size=longest))
    return "".join(part + gap for part, gap in parts)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """What a parser takes for prose, and extraction works on."""
    mark = st.sampled_from(("", "", "", "", *MARKS))
    parts = draw(st.lists(st.tuples(words, mark), min_size=2, max_size=14))
    end = draw(st.sampled_from((".", "?", ".”", '."', "", ")")))
    return " ".join(word + sign for word, sign in parts) + end


prose = st.lists(sentences(), min_size=1, max_size=3).map(" ".join)


@st.composite
def mutated(draw: st.DrawFn, contents: Sequence[bytes]) -> bytes:
    """A good file with a few bytes changed, taken out, put in or doubled."""
    data = bytearray(draw(st.sampled_from(contents)))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.sampled_from((0, 0, 1, 2, 8, 100, 10_000)))
        new = draw(
            st.one_of(
                st.binary(max_size=4),
                st.sampled_from(MARKUP).map(str.encode),
                numbers.map(str.encode),
                st.sampled_from((b"[" * 3000, b"{" * 3000, b'"', b"null", b"\xff", b"\0", b"<a/>")),
                st.just(bytes(data[start:end] * 2)),
            )
        )
        data[start:end] = new
    return bytes(data)


def files(contents: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Bytes for a reader: changed good files, hostile text, or anything."""
    hostile = articles().map(lambda text: text.encode("utf-8", "surrogatepass"))
    return st.one_of(mutated(contents), mutated(contents), hostile, st.binary(max_size=200))
