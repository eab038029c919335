"""What was found in the texts of late, so that a copy under another id is not parsed again.

What may go in: remembering extractions. They depend on an article's text, title and day alone, and
name its id; so those of a copy are the same with its id, and the copy keeps all its evidence.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from kg.errors import LimitError
from kg.model import Article, Extraction, Reference

Found: TypeAlias = Extraction | Reference
_Key: TypeAlias = tuple[str, str | None, str | None]

_TEXTS = 512  # remembered; more than are parsed in one go
_SIZE = 20_000  # extractions and references of them all, which take some 40 MB


class Recent:
    """The extractions of the last texts, by text."""

    def __init__(self) -> None:
        self._held: OrderedDict[_Key, tuple[Found, ...] | LimitError | None] = OrderedDict()
        self._awaited = Counter[_Key]()  # by how many copies that are not read yet
        self._size = 0

    def expects(self, article: Article) -> bool:
        """Tell whether an article is a copy of one before it; else the next may be one of it.

        Called for each article in order, before it is parsed.
        """
        key = _key(article)
        known = key in self._held
        self._held.setdefault(key, None)
        self._held.move_to_end(key)
        self._awaited[key] += known
        return known

    def extractions(self, article: Article, fresh: Iterable[Found]) -> Iterator[Found]:
        """Give what was found in the text of an article, else find it and remember it.

        Raises:
            LimitError: reading it took too long, now or before.
        """
        key = _key(article)
        held = self._held.get(key)
        if held is None:
            held = self._found(key, fresh)
        else:
            self._awaited[key] -= 1
        if isinstance(held, LimitError):
            raise held
        for one in held:
            yield replace(one, article=article.id) if isinstance(one, Extraction) else one

    def _found(self, key: _Key, fresh: Iterable[Found]) -> tuple[Found, ...]:
        try:
            found = tuple(fresh)
        except LimitError as error:
            self._held[key] = error
            raise
        self._held[key] = found
        self._size += len(found)
        self._forget()
        return found

    def _forget(self) -> None:
        """Drop the oldest, but not what waits to be parsed, or to be copied."""
        while len(self._held) > _TEXTS or self._size > _SIZE:
            key, found = next(iter(self._held.items()))
            if found is None or self._awaited[key]:
                return
            del self._held[key], self._awaited[key]
            self._size -= len(found) if isinstance(found, tuple) else 0


def _key(article: Article) -> _Key:
    return (article.sha256, article.title, article.published)
