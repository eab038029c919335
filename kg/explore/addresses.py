"""Addresses of pages, and which addresses of others may be linked. What may go in: making and
reading them. Everything that a page shows is told by its address, so that it can be shared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

from kg.errors import InputError

_MOST = 40  # parameters of an address
_OUTSIDE = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f\\]+", re.IGNORECASE)


def address(path: str, **parameters: str | int | None) -> str:
    """Make the address of a page; what is None or empty is left out.

    Half surrogate pairs, which ids of articles can hold, come back from `read_query`.

    Example:
        >>> address("/search", q="Détente & Iran", kind=None)
        '/search?q=D%C3%A9tente%20%26%20Iran'
    """
    told = (f"{name}={_quoted(str(value))}" for name, value in parameters.items() if value)
    query = "&".join(told)
    return f"{path}?{query}" if query else path


def entity_address(iri: str, **parameters: str | int | None) -> str:
    """Give the address of an entity's page.

    Example:
        >>> entity_address("https://kg.example/id/entity/country/iran")
        '/entity?id=https://kg.example/id/entity/country/iran'
    """
    return address("/entity", id=iri, **parameters)


def statement_address(key: str) -> str:
    """Give the address of a statement's page."""
    return address("/statement", id=key)


def article_address(article: str, at: int | None = None) -> str:
    """Give the address of an article's page, and in it of the sentence that begins at an offset."""
    anchor = "" if at is None else f"#at-{at}"
    return address("/article", id=article, at=at) + anchor


def read_query(query: str) -> dict[str, str]:
    """Read the parameters of an address; of several of one name the last counts.

    Raises:
        InputError: they are too many, or no UTF-8.
    """
    try:
        pairs = parse_qsl(query, errors="surrogatepass", max_num_fields=_MOST)
    except ValueError as error:
        raise InputError(f"not the address of a page: {error}") from error
    return dict(pairs)


def outside(iri: str | None) -> str | None:
    """Give an address of others if a page may link it: one of HTTP, never a script's.

    Example:
        >>> outside("https://news.example/a"), outside("javascript:alert(1)")
        ('https://news.example/a', None)
    """
    if not iri or not _OUTSIDE.fullmatch(iri):
        return None
    try:
        return iri if urlsplit(iri).hostname else None
    except ValueError:
        return None


def _quoted(text: str) -> str:
    return quote(text, safe="/:@,", errors="surrogatepass")


@dataclass(frozen=True, slots=True)
class Here:
    """Where a page is: its path and parameters, of which links to its other states are made."""

    path: str
    asked: Mapping[str, str]

    def to(self, **changes: str | int | None) -> str:
        """Give the address of this page with other parameters; its first part, unless it is told.

        Example:
            >>> Here("/entity", {"id": "x", "page": "2"}).to(polarity="negative")
            '/entity?id=x&polarity=negative'
        """
        kept = {name: value for name, value in self.asked.items() if name not in ("page", "at")}
        return address(self.path, **{**kept, **changes})
