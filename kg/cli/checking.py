"""The commands that answer yes or no: verify, validate and conflicts. What may go in: these."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.edge import BROKEN, NO, YES, tell
from kg.cli.files import read_all, reading_of
from kg.cli.options import graph_argument, ontology_files, reading_options


@click.command()
@graph_argument
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@reading_options
def verify(
    graph: Path, articles: tuple[str, ...], columns: tuple[str, ...], limits: tuple[str, ...]
) -> int:
    """Compare a graph with the articles it was read from.

    ARTICLE is a file or folder, as given to kg build. The text must have the hash that the graph
    keeps, every sentence and mention must stand where the graph says, and title, date, source and
    address must be the same.

    Exit code: 0 everything holds; 1 something does not, or an article is missing; 2 the graph or
    every article is unreadable.
    """
    from kg.graph.verification import verify as compare
    from kg.store import read_graph

    kept = read_graph(graph)
    given, skipped = read_all(articles, options=reading_of(columns, limits))
    if skipped and not given:
        return BROKEN
    result = compare(kept, given)
    for finding in result.findings:
        tell(f"{finding.article}: {finding.message}")
    verdict = "all hold" if result.holds else f"{len(result.findings)} do not hold"
    click.echo(f"{result.articles} articles and {result.spans} spans compared: {verdict}")
    return YES if result.holds and not skipped else NO


@click.command()
@graph_argument
@ontology_files
def validate(graph: Path, ontology: tuple[Path, ...]) -> int:
    """Check the form of a graph, and what its relations join.

    GRAPH is a file that kg wrote, or that another tool changed, in any RDF format.
    It is checked with SHACL: ontologies/shapes.ttl, and domain and range from the ontology.

    Exit code: 0 it conforms; 1 it does not; 2 it is unreadable.
    """
    from kg.graph.validation import validate as check
    from kg.store import open_store

    violations = check(open_store(graph), ontology=ontology)
    for violation in violations:
        tell(str(violation))
    many = "1 violation" if len(violations) == 1 else f"{len(violations)} violations"
    click.echo(many if violations else "conforms")
    return NO if violations else YES


@click.command()
@graph_argument
def conflicts(graph: Path) -> int:
    """List statements that contradict each other.

    Told are what one statement affirms and another denies at one time, and two people who hold at
    one time a post of one holder (ontologies/posts.toml).

    Exit code: 0 there are none; 1 there are some; 2 the graph is unreadable.
    """
    from kg.graph.conflicts import conflicts as find
    from kg.graph.conflicts import describe_conflict
    from kg.store import read_graph

    found = find(read_graph(graph))
    for conflict in found:
        tell(*describe_conflict(conflict))
    many = "1 conflict" if len(found) == 1 else f"{len(found) or 'no'} conflicts"
    click.echo(many)
    return NO if found else YES
