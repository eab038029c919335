"""Markdown: the prose without its markup.

What may go in here: the parts of CommonMark (https://spec.commonmark.org/0.31.2/) that news is
written in. Paragraphs become lines with an empty line between them; headings, list items and
quotes become paragraphs; links and emphasis keep their words; code blocks, tables, images,
comments, footnotes and struck-out words are dropped. The first heading of level 1 is the title
when front matter gives none and nothing precedes it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.ingest.draft import Draft
from kg.ingest.text import decode, draft_of, front_matter

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_QUOTE = re.compile(r"^(?: {0,3}>[ \t]?)+")
_BULLET = re.compile(r"[ \t]*[-*+](?:[ \t]+|$)")
_NUMBER = re.compile(r"[ \t]*\d{1,9}[.)](?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*|-+[ \t]*)")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*")
_DROPPED = re.compile(r" {0,3}(?:\[[^\]\n]+\]:|\|)")  # a link's or footnote's target; a table row
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?")
_INLINE = re.compile(
    r"(?P<ticks>(?<!`)`++)(?P<code>[^`]+)(?P=ticks)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\[\^[^\[\]]+\]"
    r"|\[(?P<link>[^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"
    r"|<(?P<address>https?://[^\s<>]+)>"
    r"|</?[A-Za-z][^<>]*>"
    r"|~~[^~]+~~"
    r"|(?<![\w*])\*{1,3}(?=\S)|(?<=[^\s*])\*{1,3}(?![\w*])"
    r"|(?<![\w_])_{1,3}(?=\S)|(?<=[^\s_])_{1,3}(?![\w_])"
)


def read_markdown(stream: BinaryIO) -> Iterator[Draft]:
    """Read one Markdown article.

    Args:
        stream: UTF-8 bytes, with or without front matter.

    Yields:
        The article, once.

    Raises:
        ArticleError: as for plain text; also when there is no prose.

    Example:
        >>> import io
        >>> [draft] = read_markdown(io.BytesIO(b"# A base\\n\\nIran *hosts* [Russia](ru.html)."))
        >>> draft.title, draft.text
        ('A base', 'Iran hosts Russia.')
    """
    fields, body = front_matter(decode(stream.read()))
    blocks = list(_blocks(body))
    if blocks and blocks[0][0] == 1:
        title = _prose(blocks[0][1])
        fields = {**fields, "title": fields.get("title") or title}
        blocks = blocks[1:]
    prose = (_prose(words) for _, words in blocks)
    yield draft_of(fields, "\n\n".join(words for words in prose if words))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield heading level (0 for other prose) and raw words of each block."""
    lines: list[str] = []
    listed = False
    for marked in _COMMENT.sub("", "\n".join(_without_code(text))).split("\n"):
        line = _QUOTE.sub("", marked)
        heading = _HEADING.fullmatch(line)
        marker = _marker(line, in_sentence=bool(lines) and not listed)
        apart = not line.strip() or heading or _RULE.fullmatch(line) or _DROPPED.match(line)
        if lines and (apart or marker):
            # A line of = below words makes them a heading: "A base\n======".
            yield int(bool(_UNDERLINE.fullmatch(line))), " ".join(lines)
            lines = []
        if heading:
            yield len(heading[1]), heading[2] or ""
        elif not apart:
            listed = bool(marker) or (listed and bool(lines))
            lines.append(line[marker:].strip().removesuffix("\\"))
    if lines:
        yield 0, " ".join(lines)


def _marker(line: str, *, in_sentence: bool) -> int:
    """Length of a list marker; in a sentence only 1 is one, for "… began in\\n2016. It ended"."""
    found = _BULLET.match(line) or _NUMBER.match(line)
    if not found or (in_sentence and found[0].strip().rstrip(".)") not in {"-", "*", "+", "1"}):
        return 0
    return found.end()


def _without_code(text: str) -> Iterator[str]:
    fence = ""
    after_blank, in_list = True, False
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if mark:
            fence = mark[1]
            yield ""
            continue
        indented = line.startswith(("    ", "\t"))
        if line.strip() and not indented:
            in_list = bool(_BULLET.match(line) or _NUMBER.match(line))
        if indented and after_blank and not in_list:
            continue
        after_blank = not line.strip()
        yield line


def _prose(words: str) -> str:
    return " ".join(html.unescape(_INLINE.sub(_inline, _IMAGE.sub("", words))).split())


def _inline(match: re.Match[str]) -> str:
    if match["link"] is not None:
        return _INLINE.sub(_inline, match["link"])
    return match["code"] or match["escaped"] or match["address"] or ""
