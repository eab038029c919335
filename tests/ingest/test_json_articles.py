"""JSON Lines and JSON: one article an object; a bad one does not hide the next."""

from __future__ import annotations

import io

import pytest

from kg.errors import ArticleError
from kg.ingest.draft import Draft
from kg.ingest.jsonlines import read_json, read_json_lines


def lines(data: bytes) -> list[Draft | ArticleError]:
    return list(read_json_lines(io.BytesIO(data)))


def test_every_field_is_read() -> None:
    [draft] = lines(
        b'\xef\xbb\xbf{"id":"a","text":"One.\\r\\nTwo.","title":" T ","date":"16 Aug 2016",'
        b'"source":"S","url":"http://a.org/b","other":[1]}\n'
    )
    assert draft == Draft(
        id="a",
        text="One.\nTwo.",
        title="T",
        published="2016-08-16",
        source="S",
        url="http://a.org/b",
        place="line 1",
        number=1,
    )


def test_blank_lines_count_but_are_no_articles() -> None:
    found = lines(b'\n{"text":"One."}\r\n  \n{"text":"Two.","id":7,"title":null}')
    assert [(d.text, d.id, d.number) for d in found if isinstance(d, Draft)] == [
        ("One.", None, 2),
        ("Two.", "7", 4),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text":', "line 2: not JSON: Expecting value at column 9; an article is"),
        (b"Iran hosts Russia.", "line 2: not JSON: Expecting value at column 1"),
        (b'{"text":"a"}{"text":"b"}', "line 2: not JSON: Extra data at column 13"),
        (b"[]", "line 2: a list where an article was expected"),
        (b'"text"', "line 2: a string where an article was expected"),
        (b"null", "line 2: null where an article was expected"),
        (b"{}", 'line 2: no "text"'),
        (b'{"text":null}', 'line 2: no "text"'),
        (b'{"text":5}', 'line 2: "text" is a number; it must be a string'),
        (b'{"text":["a"]}', 'line 2: "text" is a list; it must be a string'),
        (b'{"text":" \\n"}', "line 2: text is empty"),
        (b'{"text":"a","title":{}}', 'line 2: "title" is an object; it must be a string'),
        (b'{"text":"a","id":true}', 'line 2: "id" is true or false; it must be a string'),
        (b'{"text":"a","id":1.5}', 'line 2: "id" is a number; it must be a string'),
        (b'{"text":"a","date":20160816}', 'line 2: "date" is a number; it must be a string'),
        (b'{"text":"a","date":"soon"}', "line 2: date 'soon' cannot be read; allowed"),
        (b'{"text":"Iran \\ud800."}', "line 2: text holds U\\+D800 at offset 5"),
        (b'{"text":"a","title":"\\udfff"}', "line 2: title holds U\\+DFFF at offset 0"),
        (b'{"text":"a\\u0000"}', "line 2: text holds U\\+0000 at offset 1"),
        (b'{"text":"caf\xe9"}', "line 2: not UTF-8: byte 0xe9 at offset 12"),
        (b'{"text":"\0"}', "line 2: binary file: NUL byte at offset 9"),
        (b"[" * 100_000, "line 2: not JSON that can be read"),
        (b'{"text":' + b"9" * 5000 + b"}", "line 2: not JSON that can be read"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(line: bytes, message: str) -> None:
    good = b'{"text":"Good."}'
    before, error, after = lines(b"\n".join([good, line, good]))
    assert isinstance(before, Draft)
    assert isinstance(after, Draft)
    assert after.number == 3
    assert isinstance(error, ArticleError)
    with pytest.raises(ArticleError, match=f"^{message}"):
        raise error


def test_a_surrogate_pair_is_one_character() -> None:
    [draft] = lines(b'{"text":"\\ud83d\\udee9 Iran"}')
    assert isinstance(draft, Draft)
    assert draft.text == "\U0001f6e9 Iran"


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_no_line_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError, match="the file is empty; an article is"):
        lines(data)


def test_lines_are_read_one_by_one() -> None:
    stream = io.BytesIO(b'{"text":"One."}\n' * 3)
    found = read_json_lines(stream)
    next(found)
    assert stream.tell() == 16


def test_json_is_one_object_or_a_list() -> None:
    assert list(read_json(io.BytesIO(b'{\n "text": "One."\n}'))) == [Draft(text="One.")]
    first, error, third = read_json(io.BytesIO(b'[{"text":"One."}, 2, {"text":"Three."}]'))
    assert first == Draft(text="One.", place="item 1", number=1)
    assert str(error).startswith("item 2: a number where an article was expected")
    assert third == Draft(text="Three.", place="item 3", number=3)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty; an article is"),
        (b"[]", "the list is empty"),
        (b'{"text":\n}', "not JSON: Expecting value at line 2, column 1"),
        (b"7", "a number where an article was expected"),
    ],
)
def test_bad_json_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        list(read_json(io.BytesIO(data)))
