"""What becomes of what was read: which drafts become articles, and which are skipped.

What may go in here: ids and defaults, and the checks that need no format: length, language, and
whether an earlier article has the same words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.errors import InputError, LimitError
from kg.ingest.draft import Draft
from kg.ingest.language import foreign_language
from kg.ingest.options import Options
from kg.model import Article, Skip

_ENGLISH = re.compile(r"en(?:[-_].*)?|english", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a draft was read: the file's name for messages, and the id that it gives.

    `others` tells that others than the user chose the ids in it, as those of a feed.
    """

    name: str
    stem: str
    others: bool = False


Found: TypeAlias = tuple[Origin, Draft] | Skip


def admit(
    found: Iterator[Found], defaults: Mapping[str, str | None], options: Options
) -> Iterator[Article | Skip]:
    """Make articles of drafts.

    Args:
        found: drafts and where they are from, in the order of the inputs.
        defaults: `date` and `source` of those that tell none, and the `id` of the only one.
        options: what is read.

    Yields:
        Articles, and a Skip for each draft that is not read.

    Raises:
        InputError: two articles of one id that the user chose.
    """
    gate = _Gate(options)
    for item in found:
        yield item if isinstance(item, Skip) else gate.article(*item, defaults)


class _Gate:
    """Remembers the ids of a build's articles and, to skip duplicates, their words."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._ids: dict[str, str] = {}
        self._words: dict[bytes, str] = {}

    def article(
        self, origin: Origin, draft: Draft, defaults: Mapping[str, str | None]
    ) -> Article | Skip:
        """Make an article, or tell why it is skipped."""
        where = f"{origin.name} ({draft.place})" if draft.place else origin.name
        skip = self._skip(origin, draft)
        if skip:
            return skip
        article = _article(origin, draft, defaults)
        if article.id in self._ids:
            taken = f"article id {article.id!r} is taken by {self._ids[article.id]}"
            if origin.others:
                return Skip(where, taken, "id")
            raise InputError(
                f"{where}: {taken}; ids must differ: rename one, or give it its own id"
            )
        self._ids[article.id] = where
        if self._options.duplicates == "skip":
            same = self._words.setdefault(_digest(article.text), article.id)
            if same != article.id:
                return Skip(where, f"the same words as {same!r}", "duplicate")
        return article

    def _skip(self, origin: Origin, draft: Draft) -> Skip | None:
        """Tell what is wrong with a text, as the readers do: the place is part of the reason."""
        place = f"{draft.place}: " if draft.place else ""
        many = f"{len(draft.text):,} characters"
        try:
            self._options.limits.check("article_characters", len(draft.text), many)
        except LimitError as error:
            return Skip(origin.name, f"{place}{error}", "limit")
        reason = "" if self._options.language == "any" else _foreign(draft)
        return Skip(origin.name, f"{place}{reason}", "language") if reason else None


def _foreign(draft: Draft) -> str:
    told = draft.language
    if told and not _ENGLISH.fullmatch(told):
        return f"lang {told!r} is not read; only English (en) is (--language any reads all)"
    found = foreign_language(draft.text)
    if not found:
        return ""
    return f"its language is {found!r}; only English (en) is read (--language any reads all)"


def _digest(text: str) -> bytes:
    """Hash the words of a text; case, punctuation and layout do not count."""
    words = " ".join(_WORD.findall(text.casefold()))
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _article(origin: Origin, draft: Draft, defaults: Mapping[str, str | None]) -> Article:
    numbered = origin.stem if draft.number is None else f"{origin.stem}-{draft.number}"
    return Article.of(
        id=defaults["id"] or draft.id or numbered,
        text=draft.text,
        title=draft.title,
        published=draft.published or defaults["date"],
        source=draft.source or defaults["source"],
        url=draft.url,
    )
