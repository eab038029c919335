"""News feeds: RSS and Atom, one article an entry.

What may go in here: all use of feedparser, imported when the first feed is read. It is
given bytes, never an address, so it opens nothing; it drops the entities that a feed declares.

Formats: https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec,
https://www.rfc-editor.org/rfc/rfc4287 (Atom).
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from kg.errors import ArticleError
from kg.ingest.draft import Draft, web_address
from kg.ingest.published import iso_date

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b")
_ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
_NOT_XML = re.compile("[\x00\ud800-\udfff]")  # which the parser refuses
_START = 4096  # bytes in which a feed shows that it is one
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 header hr li main ol p"
    " section td th tr ul".split()
)
_DROPPED = frozenset("script style figure figcaption pre table iframe object svg template".split())


def read_feed(stream: BinaryIO) -> Iterator[Draft | ArticleError]:
    """Read the entries of a feed.

    Args:
        stream: the feed.

    Yields:
        The article of each entry, or what is wrong with it. Its text is the entry's content, else
        its summary; its id is the entry's own (`guid`, `id`), else its address, else a hash of its
        words, so that it is the same when the feed is fetched again.

    Raises:
        ArticleError: feedparser is not installed; no feed, or one without entries.
    """
    feed = _parsed(stream.read())
    entries = feed["entries"]
    if not entries:
        broken = feed.get("bozo_exception")
        raise ArticleError(f"no entries in the feed{f': {broken}' if broken else ''}")
    source = feed["feed"].get("title")
    for number, entry in enumerate(entries, start=1):
        place = f"entry {number}"
        try:
            yield _draft(entry, source, place)
        except ArticleError as error:
            yield ArticleError(f"{place}: {error}")


def _parsed(data: bytes) -> Any:
    if _ENTITY.search(data):
        # No feed needs them, and they are how a small file becomes a large one.
        raise ArticleError("the feed declares entities; such feeds are not read")
    if not _FEED.search(data[:_START]):
        raise ArticleError("not a feed: RSS or Atom is read")
    try:
        import feedparser
    except ImportError as error:
        raise ArticleError("feeds need a library: pip install 'kg-news[feeds]'") from error
    try:
        return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser lets through what a broken feed makes it do
        raise ArticleError(f"not a feed that can be read: {error!r}") from error


def _draft(entry: Mapping[str, Any], source: str | None, place: str) -> Draft:
    text = paragraphs(_content(entry))
    title = paragraphs(entry.get("title", "")).replace("\n", " ")
    words = hashlib.sha256(f"{title}\n{text}".encode("utf-8", "surrogatepass"))
    return Draft(
        text=text,
        id=entry.get("id") or entry.get("link") or f"entry-{words.hexdigest()[:16]}",
        title=title,
        published=_published(entry),
        source=source,
        url=_address(entry.get("link")),
        place=place,
    )


def _content(entry: Mapping[str, Any]) -> str:
    for content in entry.get("content", ()):
        if str(content.get("value", "")).strip():
            return str(content["value"])
    return str(entry.get("summary", ""))


def _published(entry: Mapping[str, Any]) -> str | None:
    """The day as the feed writes it; in another form, as feedparser reads it, in UTC."""
    for name in ("published", "updated"):
        if name not in entry:
            continue
        try:
            return iso_date(entry[name])
        except ArticleError:
            read = entry.get(f"{name}_parsed") if f"{name}_parsed" in entry else None
            return f"{read[0]:04}-{read[1]:02}-{read[2]:02}" if read else None
    return None


def _address(link: str | None) -> str | None:
    """An entry's address; one that is none is the feed's mistake, not the article's."""
    try:
        return web_address(link) if link else None
    except ArticleError:
        return None


def paragraphs(fragment: str) -> str:
    """Turn a fragment of HTML into text: a paragraph a line, an empty line between them.

    Example:
        >>> paragraphs("<p>Iran <b>hosts</b>\\n Russia.</p><p>So it &amp; they say.</p>")
        'Iran hosts Russia.\\n\\nSo it & they say.'
        >>> paragraphs("Plain words, 3 &lt; 5.")
        'Plain words, 3 < 5.'
    """
    from lxml import etree

    # A whole page, or the parser would take the first words for its head. Nothing is looked up.
    parser = etree.HTMLParser(target=_Paragraphs(), no_network=True, remove_comments=True)
    parser.feed("<html><body>")
    parser.feed(_NOT_XML.sub(" ", fragment))
    return str(parser.close())


class _Paragraphs:
    """Collects the words of a fragment between the ends of its blocks, as a parser tells them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._dropped: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag begins."""
        if tag in _BLOCKS:
            self._parts.append("\n")
        if tag in _DROPPED:
            self._dropped.append(tag)

    def end(self, tag: str) -> None:
        """A tag ends."""
        if tag in _BLOCKS:
            self._parts.append("\n")
        if self._dropped and self._dropped[-1] == tag:
            self._dropped.pop()

    def data(self, data: str) -> None:
        """Words; a line break of the source is a blank, those of blocks stand alone."""
        if not self._dropped:
            self._parts.append(data.replace("\n", " "))

    def close(self) -> str:
        """Give the paragraphs."""
        found = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        return "\n\n".join(line for line in found if line)
