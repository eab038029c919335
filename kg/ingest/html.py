"""HTML pages: the main text without boilerplate, and the title, date and source of the page.

What may go in here: all use of trafilatura, which is imported when the first page is read.
"""

from __future__ import annotations

import codecs
import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import ArticleError
from kg.ingest.draft import Draft, web_address
from kg.ingest.text import decode

if TYPE_CHECKING:
    from configparser import ConfigParser

    from trafilatura.settings import Document

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
# Browsers read these labels as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
_LATIN = {"iso8859-1", "ascii"}
_ENCODINGS = re.compile(r"utf-8|cp125\d|iso8859-\d+|mac-roman|koi8-[ru]|gbk|gb18030|big5|euc_\w+")
# Without an upper bound of ours the date found would depend on the day of the build.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}


def read_html(stream: BinaryIO) -> Iterator[Draft]:
    """Read one page.

    Args:
        stream: bytes of UTF-8, or else of the encoding that the page declares.

    Yields:
        The article, once; its paragraphs are lines, and the headline is not among them.

    Raises:
        ArticleError: for bytes that cannot be decoded, and a page without main text.
    """
    page = _main(_page(stream.read()))
    if page is None or not page.text:
        raise ArticleError("no main text found in the HTML; a page with paragraphs is needed")
    yield Draft(
        text=_without_headline(page.text, page.title),
        title=page.title,
        published=page.date,
        source=page.sitename,
        url=_address(page.url),
    )


def _address(url: str | None) -> str | None:
    """A page's own address; one that is none is the page's mistake, not the article's."""
    try:
        return web_address(url) if url else None
    except ArticleError:
        return None


def _page(data: bytes) -> str:
    """Decode a page; a whole page is made of a fragment, which trafilatura refuses."""
    try:
        page = decode(data)
    except ArticleError:
        declared = _declared(data)
        if declared is None:
            raise
        page = decode(data, declared)
    whole = re.search(r"<(?:html|body|head)\b", page, re.IGNORECASE)
    return page if whole else f"<html><body>{page}</body></html>"


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:2048])
    if not match:
        return None
    label = match[1].decode("ascii")
    try:
        name = codecs.lookup(label).name
    except LookupError as error:
        raise ArticleError(f"unknown encoding {label!r}; save the page as UTF-8") from error
    if name in _LATIN:
        return "cp1252"
    # A declaration readable as ASCII cannot be true of UTF-16, and Python has stranger codecs.
    return name if _ENCODINGS.fullmatch(name) else None


def _main(page: str) -> Document | None:
    import trafilatura

    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dict(_DATES),
        config=_config(),
    )
    return None if isinstance(found, dict) else found


def _config() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG

    config = copy.deepcopy(DEFAULT_CONFIG)
    # Below this size its last resort runs, which joins headline, paragraphs and tables by blanks.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return config


def _without_headline(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest if rest and first.strip() == title else text
