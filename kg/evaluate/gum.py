"""Reads GUM's annotation of entities and coreference (Zeldes, "The GUM corpus", 2017;
https://gucorpling.org/gum/). What may go in: the CoNLL-U files, whose key `Entity` holds what the
WebAnno files hold, and the table of Wikidata ids, read into mentions with offsets into an article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from kg.errors import InputError
from kg.evaluate.gold import lines

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
_FIELDS = "GRP-etype-infstat-salience-centering-minspan-link-identity"
_NO_NAME = {"time"}  # dates are proper nouns, but nobody's names


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A mention: its offsets, and those of its head, with the words that give it its name.

    `kind` is "name", "pronoun" or "nominal", by the head's part of speech; `title` the page of
    the English Wikipedia, or "".
    """

    start: int
    end: int
    head: tuple[int, int]
    entity: str
    kind: str
    title: str
    text: str


@dataclass(slots=True)
class _Token:
    form: str
    tag: str
    note: str
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class _Open:
    """A mention whose end has not been read."""

    fields: Sequence[str]
    first: int
    tokens: list[_Token] = field(default_factory=list)


def read_folder(folder: Path, texts: Mapping[str, str]) -> dict[str, tuple[GoldMention, ...]]:
    """Read the mentions of every article of a folder.

    Args:
        folder: with a file `ID.conllu` for each article.
        texts: the articles' texts by id, to which the offsets refer.

    Raises:
        InputError: a file is not of this form, or not of the article's text.
    """
    found = {}
    for path in sorted(folder.glob("*.conllu")):
        if path.stem in texts:
            found[path.stem] = tuple(_mentions(path, texts[path.stem]))
    if not found:
        raise InputError(f"{folder}: no annotation of the documents' ids ({', '.join(texts)[:60]})")
    return found


def _mentions(path: Path, text: str) -> Iterator[GoldMention]:
    sentences = list(_sentences(path))
    _place([token for sentence in sentences for token in sentence], text, path)
    opened: dict[str, list[_Open]] = defaultdict(list)
    for sentence in sentences:
        for number, token in enumerate(sentence):
            done = _brackets(token, number, opened)
            for several in opened.values():
                for one in several:
                    one.tokens.append(token)
            for one in done:
                if token not in one.tokens:
                    one.tokens.append(token)
                yield _mention(one, text, path)


def _sentences(path: Path) -> Iterator[list[_Token]]:
    sentence: list[_Token] = []
    for _, line in lines(path):
        if line.startswith("# global.Entity") and _FIELDS not in line:
            raise InputError(f"{path}: Entity is not of the form {_FIELDS}")
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            entity = _ENTITY.search(columns[9])
            sentence.append(_Token(columns[1], columns[3], entity[1] if entity else ""))
        elif not line.strip() and sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _place(tokens: Sequence[_Token], text: str, path: Path) -> None:
    """Give every token its offsets; blanks may differ."""
    at = 0
    for token in tokens:
        while at < len(text) and text[at].isspace():
            at += 1
        token.start = at
        if not text.startswith(token.form, at):
            raise InputError(f"{path}: not of the document's text: {token.form!r} is not at {at}")
        at += len(token.form)
        token.end = at


def _brackets(token: _Token, number: int, opened: dict[str, list[_Open]]) -> list[_Open]:
    """Open and close what a token's note says; give what ends here."""
    done = []
    for start, at_once, end in _BRACKET.findall(token.note):
        if start:
            fields = start.split("-", 7)
            opened[fields[0]].append(_Open(fields, number))
        if at_once or end:
            stack = opened[end or start.split("-", 1)[0]]
            if stack:
                done.append(stack.pop())
    return done


def _mention(one: _Open, text: str, path: Path) -> GoldMention:
    entity, etype, _, _, _, minspan, *rest = one.fields
    try:
        kernel = [one.tokens[int(number) - 1] for number in minspan.split(",")]
    except (ValueError, IndexError) as error:
        raise InputError(f"{path}: no head {minspan!r} in a mention of {entity}") from error
    start, end = one.tokens[0].start, one.tokens[-1].end
    kind = {"PROPN": "name", "PRON": "pronoun", "DET": "pronoun"}.get(kernel[0].tag, "nominal")
    if etype in _NO_NAME:
        kind = "nominal"
    return GoldMention(
        start=start,
        end=end,
        head=(kernel[0].start, kernel[-1].end),
        entity=entity,
        kind=kind,
        title=unquote(rest[1]) if len(rest) > 1 else "",
        text=text[start:end],
    )


def read_titles(path: Path) -> dict[str, frozenset[str]]:
    """Read which titles have one Wikidata id: all titles of the same thing, and the id, by title.

    Raises:
        InputError: the file cannot be read.
    """
    same: dict[str, set[str]] = defaultdict(set)
    rows = [line.rstrip("\n").split("\t") for _, line in lines(path)] if path.exists() else []
    for formatted, title, id, *_ in (row for row in rows[1:] if len(row) > 2):
        same[id] |= {formatted, title, id}
    return {title: frozenset(titles) for titles in same.values() for title in titles}
