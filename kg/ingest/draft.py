"""What a format's reader hands over: an article that has no id or defaults yet.

What may go in here: the draft value and the checks that hold for every format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from kg.errors import ArticleError
from kg.ingest.published import iso_date

# What may stand in an IRI (https://www.rfc-editor.org/rfc/rfc3987#section-2.2), so that the address
# of an article can be written into RDF; browsers are more lenient.
_WIDE = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd"
_HOST = re.compile(rf"https?://[A-Za-z0-9._~{_WIDE}-]+(?::\d+)?(?=[/?#]|\Z)", re.IGNORECASE)
_NOT_IRI = re.compile(rf"%(?![0-9A-Fa-f]{{2}})|[^%A-Za-z0-9._~!$&'()*+,;=:@/?{_WIDE}-]")
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as its file tells it.

    Texts are checked when the draft is made; title, source, url and id are stripped to one line,
    and become None when nothing is left; the date is brought to ISO 8601.

    Raises:
        ArticleError: for a text that is blank, characters that are no text, a date or a web address
            that cannot be read.

    Example:
        >>> Draft(text="Iran hosts Russia.", published="16 August 2016", title=" A  title ")
        Draft(text='Iran hosts Russia.', id=None, title='A title', published='2016-08-16', \
source=None, url=None, language=None, place='', number=None)
    """

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None  # as the article itself tells it
    place: str = ""  # where in its file: "line 3"
    number: int | None = None  # which of its file's articles; None in a file of one

    def __post_init__(self) -> None:
        for name in ("id", "title", "published", "source", "url", "language"):
            object.__setattr__(self, name, one_line(getattr(self, name), name))
        if self.published:
            object.__setattr__(self, "published", iso_date(self.published))
        if self.url:
            object.__setattr__(self, "url", web_address(self.url))
        check_text(self.text)


def check_text(text: str, name: str = "text") -> None:
    """Refuse a text without words or with characters that no file can hold.

    Args:
        text: the text as read.
        name: what it is, for the message.

    Raises:
        ArticleError: for blanks only, a NUL character or a lone surrogate.
    """
    wrong = _NOT_TEXT.search(text)
    if wrong:
        code = f"U+{ord(wrong[0]):04X}"
        raise ArticleError(
            f"{name} holds {code} at offset {wrong.start()}; NUL and lone surrogates are not text"
        )
    if not text or text.isspace():
        raise ArticleError(f"{name} is empty; an article needs words")


def one_line(value: str | None, name: str) -> str | None:
    """Strip a field and join its lines; None when nothing is left.

    Args:
        value: the field as read.
        name: its name, for the message.

    Raises:
        ArticleError: for characters that are no text.

    Example:
        >>> one_line(" Kerry\\n meets Lavrov ", "title")
        'Kerry meets Lavrov'
    """
    joined = " ".join((value or "").split())
    if not joined:
        return None
    check_text(joined, name)
    return joined


def web_address(value: str) -> str:
    """Escape what a web address holds and an IRI cannot.

    Args:
        value: an absolute address, http or https.

    Raises:
        ArticleError: for anything else.

    Example:
        >>> web_address("https://example.org/a b?q[]=1")
        'https://example.org/a%20b?q%5B%5D=1'
    """
    host = _HOST.match(value)
    if not host:
        raise ArticleError(f"url {value!r} is not a web address: http://… or https://…")
    path, mark, fragment = value[host.end() :].partition("#")
    return host[0] + _escaped(path) + mark + _escaped(fragment)


def _escaped(part: str) -> str:
    return _NOT_IRI.sub(lambda wrong: quote(wrong[0], safe=""), part)
