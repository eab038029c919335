"""A reading as a row of the store. What may go in: making it, wherever the article is read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Reading
from kg.store.codec import digest_of, encode
from kg.store.details import encode_details


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A reading as it is kept: its article's id and digest, how many statements, and all of it.

    `details` are the mentions and rejects that the reading had.
    """

    article: str
    digest: str
    statements: int
    content: bytes
    details: bytes


def row_of(reading: Reading) -> Row:
    """Give the row of a reading."""
    return Row(
        article=reading.article.id,
        digest=digest_of(reading.article),
        statements=len(reading.statements),
        content=encode(reading),
        details=encode_details(reading),
    )
