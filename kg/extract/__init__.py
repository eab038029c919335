"""Parses to open extractions, in the text's words.

What may go in: extractors, one module for each grammatical source, and what they share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from kg.extract.clauses import clauses
from kg.extract.entities import correct_entities
from kg.extract.further import further
from kg.extract.nominals import nominals
from kg.extract.places import places
from kg.extract.quotes import speakers
from kg.extract.reading import (
    Reader,
    entities_by_token,
    quoted_tokens,
    readable,
    sentence_prepositions,
)
from kg.extract.references import references
from kg.extract.surnames import Surnames
from kg.extract.titles import titles
from kg.model import Article, Extraction, Reference, Source
from kg.nlp.parser import Paragraph, Parsed
from kg.ontology import Ontology

# Every extractor, by the first part of its rules' names. A test holds the list.
EXTRACTORS: dict[str, Callable[[Reader], Iterator[Extraction]]] = {
    "clause": clauses,
    "nominal": nominals,
    "title": titles,
    "place": places,
}


def readers(parsed: Parsed, *, ontology: Ontology) -> Iterator[Reader]:
    """Make the readers of an article's paragraphs, in order."""
    surnames = Surnames()
    for one in parsed.paragraphs:
        yield reader_of(parsed.article, one, ontology, surnames)


def extract(paragraphs: Iterable[Reader]) -> Iterator[Extraction | Reference]:
    """Read all statements of an article, and all that it names.

    Args:
        paragraphs: from `readers`, in the order of the text.

    Yields:
        Paragraph by paragraph: its names, pronouns and people in text order, then its extractions
        in the order of their sentences.
    """
    speaker: Source | None = None
    for reader in paragraphs:
        found, speaker = speakers(reader, speaker)
        reader = replace(reader, speakers=found, memo={}, participants={})
        yield from references(reader)
        read = [e for extractor in EXTRACTORS.values() for e in extractor(reader)]
        read += further(read, ontology=reader.ontology)
        yield from sorted(read, key=lambda e: (e.sentence.start, e.subject.start))


def reader_of(
    article: Article, paragraph: Paragraph, ontology: Ontology, surnames: Surnames | None = None
) -> Reader:
    """Make the reader of one paragraph; `surnames` are those of the paragraphs before."""
    correct_entities(paragraph.doc, ontology, surnames or Surnames())
    return Reader(
        article=article,
        start=paragraph.start,
        doc=paragraph.doc,
        ontology=ontology,
        published=date.fromisoformat(article.published) if article.published else None,
        entities=entities_by_token(paragraph.doc, ontology),
        tokens=readable(paragraph.doc),
        quoted=quoted_tokens(paragraph.doc),
        said_after=sentence_prepositions(paragraph.doc),
    )
