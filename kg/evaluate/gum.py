"""Reads GUM's annotation of entities and coreference (Zeldes, "The GUM corpus", 2017;
https://gucorpling.org/gum/). What may go in: the CoNLL-U files, whose key `Entity` holds what the
WebAnno files hold, and the table of Wikidata ids, read into mentions with offsets into an article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    """Follow the brackets of the notes: each that closes gives a mention."""
    tokens = list(_tokens(path))
    _place(tokens, text, path)
    opened: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, token in enumerate(tokens):
        for fields, at_once, closed in _BRACKET.findall(token.note):
            entity = closed or fields.split("-", 1)[0]
            if fields:
                opened[entity].append((fields, number))
            if (at_once or closed) and opened[entity]:
                fields, first = opened[entity].pop()
                yield _mention(fields, tokens[first : number + 1], text, path)


def _tokens(path: Path) -> Iterator[_Token]:
    for _, line in lines(path):
        if line.startswith("# global.Entity") and _FIELDS not in line:
            raise InputError(f"{path}: Entity is not of the form {_FIELDS}")
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            note = _ENTITY.search(columns[9])
            yield _Token(columns[1], columns[3], note[1] if note else "")


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


def _mention(fields: str, tokens: Sequence[_Token], text: str, path: Path) -> GoldMention:
    entity, etype, _, _, _, minspan, *rest = fields.split("-", 7)
    try:
        kernel = [tokens[int(number) - 1] for number in minspan.split(",")]
    except (ValueError, IndexError) as error:
        raise InputError(f"{path}: no head {minspan!r} in a mention of {entity}") from error
    start, end = tokens[0].start, tokens[-1].end
    return GoldMention(
        start=start,
        end=end,
        head=(kernel[0].start, kernel[-1].end),
        entity=entity,
        kind=_kind(etype, {token.tag for token in kernel}),
        title=unquote(rest[1]) if len(rest) > 1 else "",
        text=text[start:end],
    )


def _kind(etype: str, tags: set[str]) -> str:
    if "PROPN" in tags and etype not in _NO_NAME:
        return "name"
    return "pronoun" if tags == {"PRON"} else "nominal"


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
