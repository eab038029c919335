"""PDF: the lines of its pages, put together to paragraphs.

What may go in here: running the program that reads the pages, and layout. A PDF can be made so that
reading it never ends or takes all memory, so its pages are read by a process of their own
(`kg.ingest.pdf_pages`), which has limits of time and memory that the system keeps.
"""

from __future__ import annotations

import json
import math
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import ArticleError
from kg.ingest.bounded import whole
from kg.ingest.draft import Draft
from kg.ingest.options import Options

_ENDED = re.compile(r"[.!?…:]['\"”’)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad]$")
_FOLIO = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.I)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_FILE_NAME = re.compile(r"\.\w{2,5}$|^(?:Microsoft Word|untitled)\b", re.IGNORECASE)
_SHORT = 0.75  # of the width of the text: a line that ends a paragraph, or is a title
_EDGE = 2  # lines at the head and foot of a page that may stand on every page
_PROGRAM = str(Path(__file__).with_name("pdf_pages.py"))
_TIME_IS_OVER = (getattr(signal, "SIGXCPU", 24), getattr(signal, "SIGKILL", 9))
_PATIENCE = 10  # times the processor's time that is waited for, since the machine may be busy
_PAGES = 3  # that have such a line


def read_pdf(stream: BinaryIO, options: Options) -> Iterator[Draft]:
    """Read one PDF as an article.

    Args:
        stream: the file.
        options: its limits: `article_seconds` and `article_characters` bound what is read.

    Yields:
        The article, once. Its date is not told: a PDF tells when the file was made.

    Raises:
        ArticleError: pypdf is not installed; a damaged or encrypted file, or one without text.
    """
    told = _pages(whole(stream, options.limits), options)
    text = paragraphs(told["pages"])
    if not text:
        raise ArticleError("no text in the PDF; scanned pages need character recognition first")
    title = (told["title"] or "").replace("\0", " ").strip()
    yield Draft(text=text, title=None if _FILE_NAME.search(title) else title)


def _pages(data: bytes, options: Options) -> dict[str, Any]:
    limits = options.limits
    seconds, characters = (
        0 if math.isinf(limit) else limit
        for limit in (limits.article_seconds, limits.article_characters)
    )
    # -P, or the modules beside it would hide those of Python: `html`, `text`.
    command = [sys.executable, "-P", _PROGRAM, str(seconds), str(characters)]
    wait = seconds * _PATIENCE or None
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=wait, check=False)
    except subprocess.TimeoutExpired as error:
        raise limits.error("article_seconds", "reading the PDF takes too long") from error
    if -done.returncode in _TIME_IS_OVER:
        raise limits.error("article_seconds", "reading the PDF takes too long")
    if done.returncode:
        raise ArticleError("not a PDF that can be read: its reader broke down")
    told: dict[str, Any] = json.loads(done.stdout)
    if told.get("too_long"):
        raise limits.error("article_characters", "the PDF has too many characters")
    if "error" in told:
        raise ArticleError(told["error"])
    return told


def paragraphs(pages: Sequence[str]) -> str:
    """Put the lines of pages together to paragraphs.

    Page numbers and lines that stand on the edge of most pages are left out. A line that is short
    ends its paragraph if a sentence ends there, or if a capital follows; a word that is divided at
    the end of a line is joined.

    Args:
        pages: the text of each page.

    Returns:
        A paragraph a line, an empty line between them.

    Example:
        >>> print(paragraphs(["A base\\nIran hosts Russian bom-\\nbers at a base in Hamadan.\\n1"]))
        A base
        <BLANKLINE>
        Iran hosts Russian bombers at a base in Hamadan.
    """
    lines = list(_without_edges([_lines(page) for page in pages]))
    widths = sorted(len(line) for line in lines if line)
    width = widths[len(widths) * 9 // 10] if widths else 0
    found = [""]
    for line, following in pairwise([*lines, ""]):
        if not line:
            found.append("")
            continue
        found[-1] = _joined(found[-1], line)
        ends = bool(_ENDED.search(line)) or following[:1].isupper()
        if len(line) < _SHORT * width and ends and not _HYPHEN.search(line):
            found.append("")
    return "\n\n".join(one for one in found if one)


def _lines(page: str) -> list[str]:
    cleaned = page.translate(_LIGATURES).replace("\0", " ").split("\n")
    return [" ".join(line.split()) for line in cleaned]


def _without_edges(pages: list[list[str]]) -> Iterator[str]:
    seen = Counter(key for page in pages for key in {_key(page[i]) for i in _edges(page)})
    for page in pages:
        dropped = {i for i in _edges(page) if _is_running(page[i], seen, len(pages))}
        yield from (line for i, line in enumerate(page) if i not in dropped)


def _edges(page: list[str]) -> list[int]:
    filled = [i for i, line in enumerate(page) if line]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _is_running(line: str, seen: Counter[str], pages: int) -> bool:
    many = seen[_key(line)]
    return bool(_FOLIO.fullmatch(line)) or (many >= _PAGES and many * 2 > pages)


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _joined(paragraph: str, line: str) -> str:
    if not paragraph:
        return line
    if _HYPHEN.search(paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}"
