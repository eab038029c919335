"""JSON Lines and JSON: articles as objects.

What may go in here: the shape of an article in JSON. An object has `text`, and may have `id`,
`title`, `date`, `source` and `url`, or the keys that `Options.columns` names in their place; others
are ignored, null is the same as absent. `.jsonl` has one object a line and is read line by line;
`.json` is one object or a list of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import ArticleError, LimitError
from kg.ingest.bounded import lines, whole
from kg.ingest.draft import Draft
from kg.ingest.options import Options
from kg.ingest.text import decode, newlines

_DEFAULTS = Options()
_SHAPE = 'an article is {"text": …} with optional "id", "title", "date", "source", "url"'


def read_json_lines(
    stream: BinaryIO, options: Options = _DEFAULTS
) -> Iterator[Draft | ArticleError]:
    """Read one article a line; blank lines are passed over.

    Args:
        stream: UTF-8 bytes; never held as a whole.
        options: the names of its keys, and its limits.

    Yields:
        The article of each line, or, so that the next line is still read, what is wrong with it.

    Raises:
        ArticleError: when there is no line at all.

    Example:
        >>> import io
        >>> [one, two] = read_json_lines(io.BytesIO(b'{"text": "Iran hosts Russia."}\\n[]'))
        >>> one.text, one.place, str(two)[:38]
        ('Iran hosts Russia.', 'line 1', 'line 2: a list where an article was ex')
    """
    empty = True
    for number, line in enumerate(lines(stream, options.limits), start=1):
        if isinstance(line, LimitError):
            empty = False
            yield LimitError(f"line {number}: {line}")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            empty = False
            yield _draft_or_error(line, number, options)
    if empty:
        raise ArticleError(f"the file is empty; {_SHAPE}")


def read_json(stream: BinaryIO, options: Options = _DEFAULTS) -> Iterator[Draft | ArticleError]:
    """Read a file that is one article, or a list of articles.

    Args:
        stream: UTF-8 bytes.
        options: the names of its keys, and its limits.

    Yields:
        Each article, or what is wrong with it.

    Raises:
        ArticleError: when the file as a whole is not JSON, or an empty list.
    """
    value = _loads(whole(stream, options.limits))
    if not isinstance(value, list):
        yield _draft(value, options)
        return
    if not value:
        raise ArticleError(f"the list is empty; {_SHAPE}")
    for number, item in enumerate(value, start=1):
        place = f"item {number}"
        try:
            yield _draft(item, options, place=place, number=number)
        except ArticleError as error:
            yield ArticleError(f"{place}: {error}")


def _draft_or_error(line: bytes, number: int, options: Options) -> Draft | ArticleError:
    place = f"line {number}"
    try:
        return _draft(_loads(line.rstrip(b"\r\n")), options, place=place, number=number)
    except ArticleError as error:
        return ArticleError(f"{place}: {error}")


def _loads(data: bytes) -> object:
    text = decode(data)
    if not text.strip():
        raise ArticleError(f"empty; {_SHAPE}")
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise ArticleError(
            f"not JSON: {error.msg} at {where}column {error.colno}; {_SHAPE}"
        ) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, brackets nested without end.
        raise ArticleError(f"not JSON that can be read: {error}") from error
    return value


def _draft(value: object, options: Options, *, place: str = "", number: int | None = None) -> Draft:
    if not isinstance(value, dict):
        raise ArticleError(f"{_kind(value)} where an article was expected; {_SHAPE}")
    column = options.column
    if value.get(column("text")) is None:
        raise ArticleError(f'no "{column("text")}"; {_SHAPE}')
    return Draft(
        text=newlines(_string(value, column("text")) or ""),
        id=_identifier(value, column("id")),
        title=_string(value, column("title")),
        published=_string(value, column("date")),
        source=_string(value, column("source")),
        url=_string(value, column("url")),
        place=place,
        number=number,
    )


def _identifier(value: dict[str, object], key: str) -> str | None:
    given = value.get(key)
    # Many corpora number their articles; true and false are ints to Python, but no numbers.
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return _string(value, key)


def _string(value: dict[str, object], key: str) -> str | None:
    found = value.get(key)
    if found is None or isinstance(found, str):
        return found
    raise ArticleError(f'"{key}" is {_kind(found)}; it must be a string')


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return names.get(type(value), "null" if value is None else "a number")
