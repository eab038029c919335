"""How articles are read: what a build's options say. What may go in: the values, their checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal as OneOf

from kg.errors import InputError
from kg.limits import Limits

FIELDS = ("text", "id", "title", "date", "source", "url")  # of an article, in JSON and tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is read of the inputs, and how.

    `columns` gives, for a field of an article, the name that it has in tables and JSON. `language`
    "en" skips what is not English; `duplicates` "skip" what has the words of an earlier article.

    Example:
        >>> Options(columns={"text": "body"}).column("text"), Options().column("text")
        ('body', 'text')
    """

    limits: Limits = field(default_factory=Limits)
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    language: OneOf["en", "any"] = "en"
    duplicates: OneOf["keep", "skip"] = "keep"

    def column(self, name: str) -> str:
        """Give the name that a field has in tables and JSON."""
        return self.columns.get(name, name)


def columns_of(given: Iterable[str]) -> Mapping[str, str]:
    """Read `FIELD=NAME`.

    Raises:
        InputError: no field of an article, or no name.

    Example:
        >>> dict(columns_of(["text=body", "title=headline"]))
        {'text': 'body', 'title': 'headline'}
    """
    found = {}
    for one in given:
        name, _, column = one.partition("=")
        if name not in FIELDS or not column:
            raise InputError(f"--column {one!r}: give FIELD=NAME, FIELD one of {', '.join(FIELDS)}")
        found[name] = column
    return MappingProxyType(found)
