"""Parses written by hand, and extractions as one line each, for tables that need no model.

A parse is words with blanks between, each `text|TAG|dep|head` and, where they are not what the tag
and the text say, `|lemma|ENT|POS`. `head` is the index of the word it hangs on, its own for a root.
`ENT` starts an entity; with a `+` before it the word goes on with one. A line of the table is

    subject --relation--> object {role: mention, …} @time polarity modality, source (cue)

where a passive without agent is written `[passive] lemma`, a literal in quotes, no object `-`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pytest
import spacy
from _pytest.mark.structures import ParameterSet
from spacy.tokens import Doc as SpacyDoc
from spacy.vocab import Vocab

from kg.extract import extract, reader_of, speakers
from kg.extract.reading import Reader
from kg.model import Article, Extraction, Mention, Reference, Value
from kg.nlp import Paragraph
from kg.nlp.tokens import Doc
from kg.nlp.words import words_of
from kg.ontology import Ontology, load_ontology

_POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "WP$": "DET", "EX": "PRON", "DT": "DET", "PDT": "DET",
    "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "WRB": "SCONJ", "MD": "AUX", "CC": "CCONJ", "CD": "NUM",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
    "AFX": "ADJ", "$": "SYM", "_SP": "SPACE",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A paragraph, its parse and what is to be read from it."""

    text: str
    parse: str
    expected: tuple[str, ...]
    flaw: str = ""  # why the program does not do it yet


def case(text: str, parse: str, *expected: str, flaw: str = "") -> Case:
    """Make a case; further strings are the extractions, in any order."""
    return Case(text=text, parse=parse, expected=expected, flaw=flaw)


def params(cases: Iterable[Case]) -> list[ParameterSet]:
    """What pytest takes: known flaws are expected to fail, and to be told of when they do not."""
    return [
        pytest.param(
            one,
            id=one.text[:70],
            marks=pytest.mark.xfail(reason=one.flaw, strict=True) if one.flaw else (),
        )
        for one in cases
    ]


@cache
def ontology() -> Ontology:
    """The project's ontology, read once."""
    return load_ontology()


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab


def doc_of(text: str, parse: str) -> Doc:
    """Build the paragraph of a text from its parse in the notation above."""
    words, rows, at = [], [line.split("|") for line in parse.split()], 0
    spaces, entities = [], []
    for row in rows:
        word = row[0]
        assert text.startswith(word, at), f"{word!r} is not at {at} of {text!r}"
        at += len(word)
        spaces.append(text[at : at + 1] == " ")
        at += spaces[-1]
        words.append(word)
        entity = row[5] if len(row) > 5 else ""
        prefix = "I-" if entity.startswith("+") else "B-"
        entities.append(prefix + entity.removeprefix("+") if entity else "O")
    assert at == len(text), f"the parse ends at {at} of {text!r}"
    pos = [row[6] if len(row) > 6 else _POS.get(row[1], "PUNCT") for row in rows]
    parsed = SpacyDoc(
        _vocab(),
        words=words,
        spaces=spaces,
        tags=[row[1] for row in rows],
        pos=pos,
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=[_lemma(row, kind) for row, kind in zip(rows, pos, strict=True)],
        ents=entities,
    )
    return words_of(parsed)


def _lemma(row: Sequence[str], pos: str) -> str:
    given = row[4] if len(row) > 4 else ""
    return given or (row[0] if pos == "PROPN" else row[0].lower())


def readers_of(*cases: Case, published: str | None = "2016-08-16") -> list[Reader]:
    """Make the readers of an article whose paragraphs are the cases."""
    text = "\n\n".join(one.text for one in cases)
    article = Article.of(id="a", text=text, published=published)
    found, start = [], 0
    for one in cases:
        paragraph = Paragraph(start, doc_of(one.text, one.parse))
        found.append(reader_of(article, paragraph, ontology()))
        start += len(one.text) + 2
    return found


def read(one: Case, extractor: Callable[[Reader], Iterator[Extraction]]) -> list[str]:
    """Run one extractor over a case, its speakers known; one line an extraction."""
    (reader,) = readers_of(one)
    found, _ = speakers(reader, None)
    return lines(extractor(replace(reader, speakers=found)))


def read_all(*cases: Case) -> list[str]:
    """Run every extractor over the paragraphs of one article."""
    return lines(extractions_of(readers_of(*cases)))


def extractions_of(readers: Iterable[Reader]) -> list[Extraction]:
    """What every extractor reads."""
    return [one for one in extract(readers) if isinstance(one, Extraction)]


def references_of(*cases: Case) -> list[Reference]:
    """The names, pronouns and people of one article's paragraphs."""
    return [one for one in extract(readers_of(*cases)) if isinstance(one, Reference)]


def parsed(*cases: Case) -> tuple[Article, list[Extraction], list[Reference]]:
    """The article of the cases, what was read from it, and whom it names: what linking takes."""
    made = readers_of(*cases)
    return made[0].article, extractions_of(made), references_of(*cases)


def lines(extractions: Iterable[Extraction]) -> list[str]:
    """Write extractions as the table does, sorted."""
    return sorted(line(one) for one in extractions)


def line(one: Extraction) -> str:
    """Write one extraction as the table does."""
    kind = one.predicate
    words = (kind.lemma, kind.particle, kind.preposition)
    relation = " ".join(["[passive]"] * kind.passive + [word for word in words if word])
    roles = ", ".join(f"{name}: {mention.text}" for name, mention in one.roles)
    parts = [
        f"{one.subject.text} --{relation}--> {_object(one.object)}",
        f"{{{roles}}}" if roles else "",
        f"@{one.time.value}" if one.time else "",
        one.polarity,
        one.modality,
    ]
    source = f", {one.source.mention.text} ({one.source.cue})" if one.source else ""
    return " ".join(part for part in parts if part) + source


def _object(target: Mention | Value | None) -> str:
    if target is None:
        return "-"
    return f'"{target.label}"' if isinstance(target, Value) else target.text
