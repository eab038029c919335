"""Plain text and what every format shares: decoding, newlines, front matter.

What may go in here: how bytes become the text that offsets count in. A text loses its byte order
mark, its carriage returns and its front matter; nothing else is changed.

Front matter is a block of `key: value` lines between two lines `---` at the very top. The keys
`title`, `date`, `source`, `url`, `id` and `lang` are used, others are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.errors import ArticleError
from kg.ingest.draft import Draft

_KEY_VALUE = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PACKED = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")


def read_text(stream: BinaryIO) -> Iterator[Draft]:
    """Read one plain-text article.

    Args:
        stream: UTF-8 bytes, with or without front matter.

    Yields:
        The article, once.

    Raises:
        ArticleError: for bytes that are not UTF-8 text, broken front matter, an empty text.

    Example:
        >>> import io
        >>> [draft] = read_text(io.BytesIO(b"---\\ntitle: A base\\n---\\nIran hosts Russia.\\r\\n"))
        >>> draft.title, draft.text
        ('A base', 'Iran hosts Russia.\\n')
    """
    fields, body = front_matter(decode(stream.read()))
    yield draft_of(fields, body)


def draft_of(fields: Mapping[str, str], text: str) -> Draft:
    """Make a draft from front matter and the text below it.

    Raises:
        ArticleError: for values that a Draft refuses.
    """
    return Draft(
        text=text,
        id=fields.get("id"),
        title=fields.get("title"),
        published=fields.get("date"),
        source=fields.get("source"),
        url=fields.get("url"),
        language=fields.get("lang"),
    )


def decode(data: bytes, encoding: str = "utf-8") -> str:
    """Decode an article's bytes, without its byte order mark and with LF newlines.

    Args:
        data: the whole file.
        encoding: what the file says of itself; only HTML can say other than UTF-8.

    Raises:
        ArticleError: for binary data, and for a byte that the encoding does not allow.

    Example:
        >>> decode(b"\\xef\\xbb\\xbfone\\r\\ntwo")
        'one\\ntwo'
    """
    if data.startswith(_UTF16):
        raise ArticleError("UTF-16, not UTF-8; save the file as UTF-8 text")
    if data.startswith(_PACKED):
        raise ArticleError("binary file: PDF, zip or office document; save it as plain text")
    nul = data.find(b"\0")
    if nul >= 0:
        raise ArticleError(f"binary file: NUL byte at offset {nul}; only UTF-8 text is read")
    try:
        return newlines(data.decode(encoding))
    except UnicodeDecodeError as error:
        name = encoding.upper()
        raise ArticleError(
            f"not {name}: byte 0x{data[error.start]:02x} at offset {error.start}; "
            "save the file as UTF-8 text"
        ) from error


def newlines(text: str) -> str:
    """Drop the byte order mark and make every line end LF."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split a text into the fields of its front matter and the text below.

    A text that opens with a line `---` which no second one follows has no front matter, unless
    its next line is of the form `key: value`: then the closing line was forgotten.

    Args:
        text: the text with LF newlines.

    Raises:
        ArticleError: names the line that is not `key: value`, or repeats a key.

    Example:
        >>> front_matter("---\\ntitle: 'Talks: day two'\\n---\\nThey met.")
        ({'title': 'Talks: day two'}, 'They met.')
    """
    if not re.match(r"---[ \t]*\n", text):
        return {}, text
    start = text.index("\n") + 1
    end = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, start)
    if end:
        return _fields(text[start : end.start()].split("\n")), text[end.end() :]
    if _KEY_VALUE.fullmatch(text[start:].split("\n", 1)[0].rstrip()):
        raise ArticleError("line 1 opens front matter that no second line '---' closes")
    return {}, text


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = ""
    for number, line in enumerate(lines, start=2):
        if not line.strip() or line.startswith("#"):
            continue
        if key and not fields[key] and line.startswith((" ", "\t", "-")):
            continue  # YAML's list or mapping below "tags:", a key that is not used
        match = _KEY_VALUE.fullmatch(line.rstrip())
        if not match:
            raise ArticleError(f"line {number} of the front matter is not 'key: value': {line!r}")
        key = match["key"].lower()
        if key in fields:
            raise ArticleError(f"line {number} of the front matter gives {key!r} again")
        fields[key] = _unquoted((match["value"] or "").strip())
    return fields


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value
