"""Which statements a page shows. What may go in: reading that from an address, and cutting long
lists into pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Generic, TypeVar

from kg.errors import InputError
from kg.model import MODALITIES, POLARITIES

T = TypeVar("T")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
PARTS: Mapping[str, str] = {
    "subject": "as subject",
    "object": "as object",
    "role": "in a role",
    "source": "as the one who claims it",
}
PLANNED = ("future", "intended")
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "polarity": POLARITIES,
    "modality": (*MODALITIES, "planned"),
    "origin": ("read", "inferred"),
    "part": tuple(PARTS),
}
SIZE = 50  # statements on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What statements must have; None: no matter.

    `modality` is one of `kg.model.MODALITIES`, or "planned" for what is intended or to come;
    `claimed` the IRI of who claims it, or "article" for what articles say themselves; `since` and
    `until` are dates, of a day, month or year; `least` is a confidence.
    """

    polarity: str | None = None
    modality: str | None = None
    origin: str | None = None
    part: str | None = None
    relation: str | None = None
    article: str | None = None
    claimed: str | None = None
    since: str | None = None
    until: str | None = None
    least: str | None = None

    def __post_init__(self) -> None:
        for name, allowed in ALLOWED.items():
            value = getattr(self, name)
            if value is not None and value not in allowed:
                raise InputError(f"{name}={value}: choose from {', '.join(allowed)}")
        for name in ("since", "until"):
            value = getattr(self, name)
            if value is not None and not _DATE.fullmatch(value):
                raise InputError(f"{name}={value}: write a date like 2016, 2016-08 or 2016-08-16")
        if self.least is not None and not re.fullmatch(r"[01](\.\d+)?", self.least):
            raise InputError(f"least={self.least}: write a confidence from 0 to 1")

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Choice:
        """Read a choice from the parameters of an address; others are passed over.

        Raises:
            InputError: a value that cannot be; with what is allowed.

        Example:
            >>> Choice.of({"polarity": "negative", "q": "Iran"}).polarity
            'negative'
        """
        return cls(**{f.name: asked[f.name] for f in fields(cls) if asked.get(f.name)})

    def told(self) -> dict[str, str]:
        """Give what is chosen, as parameters of an address."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Part `number` of `pages` of a long list; `first` is the number of its first item, from 1."""

    items: Sequence[T]
    total: int
    number: int
    pages: int
    first: int


def page_of(items: Sequence[T], asked: Mapping[str, str], size: int = SIZE) -> Page[T]:
    """Cut the page that an address asks for out of a list; beyond the last there is the last.

    Raises:
        InputError: not a number.

    Example:
        >>> page_of(range(120), {"page": "3"}).items
        range(100, 120)
    """
    number = asked.get("page", "1")
    if not re.fullmatch(r"[1-9]\d{0,8}", number):
        raise InputError(f"page={number}: write a number from 1")
    pages = max(1, -(-len(items) // size))
    at = min(int(number), pages)
    part = items[(at - 1) * size : at * size]
    return Page(items=part, total=len(items), number=at, pages=pages, first=(at - 1) * size + 1)
