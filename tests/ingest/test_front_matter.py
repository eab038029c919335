"""Plain text: what counts as front matter, what offsets count in, what is refused."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ArticleError
from kg.ingest.draft import Draft
from kg.ingest.text import decode, front_matter, newlines, read_text


def draft(data: bytes) -> Draft:
    [only] = read_text(io.BytesIO(data))
    return only


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("Iran.", {}, "Iran."),
        ("---\n---\nIran.", {}, "Iran."),
        ("---\ntitle: A\n---\nIran.", {"title": "A"}, "Iran."),
        ("---\ntitle: A\n---\n\nIran.\n", {"title": "A"}, "\nIran.\n"),
        ("---\ntitle: A\n---", {"title": "A"}, ""),
        ("--- \nTitle:  A: b \n---  \nIran.", {"title": "A: b"}, "Iran."),
        ("---\n# a comment\n\ndate: 2016-08-16\n---\nI.", {"date": "2016-08-16"}, "I."),
        ("---\ntitle: 'A'\nsource: \"B\"\n---\nI.", {"title": "A", "source": "B"}, "I."),
        ("---\ntitle: It's\nurl:\n---\nI.", {"title": "It's", "url": ""}, "I."),
        ("---\ntags:\n  - a\n- b\nlang: en\n---\nI.", {"tags": "", "lang": "en"}, "I."),
        # A rule under which no second one follows, and one that is not at the top, are text.
        ("---\nIran hosts Russia.", {}, "---\nIran hosts Russia."),
        ("Iran.\n---\ntitle: A\n---\n", {}, "Iran.\n---\ntitle: A\n---\n"),
        ("----\ntitle: A\n----\n", {}, "----\ntitle: A\n----\n"),
    ],
)
def test_front_matter_is_split_off(text: str, fields: dict[str, str], body: str) -> None:
    assert front_matter(text) == (fields, body)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: A\nno pair\n---\nI.", "line 3 of the front matter is not 'key: value'"),
        ("---\ndate:2016-08-16\n---\nI.", "line 2 of the front matter is not 'key: value'"),
        ("---\ntitle: A\n - b\n---\nI.", "line 3 of the front matter is not 'key: value'"),
        ("---\ntitle: A\nTitle: B\n---\nI.", "line 3 of the front matter gives 'title' again"),
        ("---\ntitle: A\nIran.", "line 1 opens front matter that no second line '---' closes"),
    ],
)
def test_broken_front_matter_names_the_line(text: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        front_matter(text)


def test_fields_reach_the_draft() -> None:
    data = (
        b"---\ntitle: A base\ndate: 16 Aug 2016\nsource: Desk\nid: one\n"
        b"url: https://example.org/a\nlang: en-GB\nauthor: nobody\n---\nIran."
    )
    assert draft(data) == Draft(
        text="Iran.",
        id="one",
        title="A base",
        published="2016-08-16",
        source="Desk",
        url="https://example.org/a",
        language="en-GB",
    )


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Iran.", "Iran."),
        (b"\xef\xbb\xbfIran.", "Iran."),
        (
            b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nIran.\r\nRussia.\rSyria.\n",
            "Iran.\nRussia.\nSyria.\n",
        ),
        (
            "  d\u00e9tente\u00a0\u2028 \U0001f6e9\tx ".encode(),
            "  d\u00e9tente\u00a0\u2028 \U0001f6e9\tx ",
        ),
        ("e\u0301".encode(), "e\u0301"),
    ],
)
def test_text_is_otherwise_unchanged(data: bytes, text: str) -> None:
    assert draft(data).text == text


def test_offsets_are_code_points_below_the_front_matter() -> None:
    text = draft("---\ntitle: A\n---\n\U0001f6e9 Iran\r\nhosts Russia.".encode()).text
    assert (text.index("Iran"), text.index("Russia")) == (2, 13)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "text is empty"),
        (b" \n\t\r\n", "text is empty"),
        (b"\xef\xbb\xbf", "text is empty"),
        (b"---\ntitle: A\n---\n \n", "text is empty"),
        (b"PK\x03\x04\x00\x01", "binary file: PDF, zip"),
        (b"caf\xe9 in Paris", "not UTF-8: byte 0xe9 at offset 3"),
        (b"\xef\xbb\xbfab\xff", "not UTF-8: byte 0xff at offset 5"),
        (b"Iran\xe2\x82", "not UTF-8: byte 0xe2 at offset 4"),
        ("Iran.".encode("utf-16"), "UTF-16, not UTF-8"),
        (b"---\ndate: yesterday\n---\nI.", "date 'yesterday' cannot be read; allowed: 2016-08-16"),
        (b"---\nurl: example.org/a\n---\nI.", "is not a web address"),
        (b"---\nurl: http://[a.org/x\n---\nI.", "is not a web address"),
    ],
)
def test_bad_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        draft(data)


_LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"))


@given(_LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_newlines_and_byte_order_mark_round_trip(text: str, newline: str, mark: bool) -> None:
    data = ("\ufeff" if mark else "") + text.removeprefix("\ufeff").replace("\n", newline)
    assert decode(data.encode()) == newlines(text.removeprefix("\ufeff"))


@given(
    st.dictionaries(
        st.from_regex(r"[a-z][a-z0-9_-]{0,9}", fullmatch=True),
        st.from_regex(r"[A-Za-z0-9][A-Za-z0-9:#' -]{0,20}[A-Za-z0-9]", fullmatch=True),
    ),
    _LINES,
)
def test_front_matter_round_trips(fields: dict[str, str], body: str) -> None:
    block = "".join(f"{key}: {value}\n" for key, value in fields.items())
    assert front_matter(f"---\n{block}---\n{body}") == (fields, body)
