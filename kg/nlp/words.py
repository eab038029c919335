"""Reads spaCy's words of a paragraph once. What may go in: that reading.

Extraction asks each word many questions. spaCy makes a new object of a word at each, in C and back;
of the plain objects made here, asking reads an attribute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.nlp.tokens import Doc, Token

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc as SpacyDoc

_READ: list[int | str] = [
    "LENGTH", "SPACY", "LEMMA", "TAG", "POS", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START",
    "IS_PUNCT", "IS_SPACE",
]  # fmt: skip
_HEAD, _SENT_START = _READ.index("HEAD"), _READ.index("SENT_START")
_UNSIGNED = 2**64 - 1  # spaCy gives the distance to a head before as 2**64 less
_IOB = ("", "I", "O", "B")


def words_of(parsed: SpacyDoc) -> Doc:
    """Read what spaCy made of a paragraph.

    Args:
        parsed: with tags, lemmas, a dependency tree, sentences and entities; it stays as it is.

    Example:
        >>> import spacy
        >>> [token.text for token in words_of(spacy.blank("en")("Rain fell."))]
        ['Rain', 'fell', '.']
    """
    rows = parsed.to_array(_READ).tolist()
    text = parsed.text
    tokens = list(_tokens(text, rows, _Names(parsed.vocab.strings)))
    for token, row in zip(tokens, rows, strict=True):
        token.head = tokens[(token.i + row[_HEAD]) & _UNSIGNED]
    return Doc(text, tokens, [i for i, row in enumerate(rows) if row[_SENT_START] == 1])


class _Names(dict[int, str]):
    """What spaCy's numbers of strings stand for, looked up once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: int) -> str:
        found = self[key] = self._strings[key]
        return found


def _tokens(text: str, rows: Sequence[Sequence[int]], names: _Names) -> Iterator[Token]:
    """Make the words; those that they hang on are not known yet."""
    at = 0
    for i, (length, blank, lemma, tag, pos, dep, _, label, iob, _, punct, space) in enumerate(rows):
        one = Token()
        one.i, one.idx = i, at
        one.text = word = text[at : at + length]
        one.lower_ = word.lower()
        one.whitespace_ = " " if blank else ""
        one.lemma_, one.tag_, one.pos_, one.dep_ = names[lemma], names[tag], names[pos], names[dep]
        one.ent_type_, one.ent_iob_ = names[label], _IOB[iob]
        one.is_punct, one.is_space = bool(punct), bool(space)
        at += length + blank
        yield one
