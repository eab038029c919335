"""What a store keeps of an article beside its reading: every mention, and what became no statement.

What may go in: the form in which it is kept. It is compressed JSON Lines, as `kg build --mentions`
and `--rejects` write them; folding never reads it.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass

from kg.export.mentions import generate as generate_mentions
from kg.export.mentions import parse_mention
from kg.export.rejects import generate as generate_rejects
from kg.model import LinkedMention, Reading

_LEVEL = 6  # of compression


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A candidate that became no statement: the sentence, the words, the rule and the reason."""

    document: str
    start: int
    end: int
    text: str
    reason: str
    rule: str
    subject: str
    relation: str
    object: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What was found in an article: all mentions, and what was rejected, in text order."""

    mentions: tuple[LinkedMention, ...] = ()
    rejects: tuple[Rejected, ...] = ()


def encode_details(reading: Reading) -> bytes:
    """Give the bytes of a reading's mentions and rejects; equal ones give equal bytes.

    Example:
        >>> from kg.model import Article
        >>> reading = Reading(article=Article.of(id="a", text="Rain."), statements=())
        >>> decode_details(encode_details(reading)) == Details()
        True
    """
    lines = (*generate_mentions(reading.mentions), "\n", *generate_rejects(reading.rejects))
    return zlib.compress("".join(lines).encode("utf-8", "surrogatepass"), _LEVEL)


def decode_details(content: bytes) -> Details:
    """Make them again; of a mention's words only the class and head are lost.

    Raises:
        ValueError: the bytes are damaged, or of another form.
    """
    try:
        text = zlib.decompress(content).decode("utf-8", "surrogatepass")
        mentions, rejects = ("\n" + text).split("\n\n", 1)
        return Details(
            mentions=tuple(parse_mention(json.loads(line)) for line in _lines(mentions)),
            rejects=tuple(Rejected(**json.loads(line)) for line in _lines(rejects)),
        )
    except (zlib.error, TypeError, KeyError) as error:
        raise ValueError(str(error)) from error


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]
