"""The commands for graphs that grow: remove and diff. What may go in: those commands."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.edge import NO, YES, tell, verbose
from kg.cli.options import quiet


@click.command()
@click.argument("store", type=click.Path(path_type=Path))
@click.argument("article", nargs=-1, required=True)
@quiet
@verbose
def remove(store: Path, article: tuple[str, ...], quiet: bool) -> int:
    """Take articles out of a store.

    ARTICLE is the id of an article. What no other article says leaves the graph with it.

    Exit code: 0 removed; 2 there is no such article or store, and nothing was removed.
    """
    from kg.store import remove_articles

    left = remove_articles(store, article)
    if not quiet:
        many = "1 article" if len(article) == 1 else f"{len(article)} articles"
        click.echo(f"{store}: {many} removed; it has {left}")
    return YES


@click.command()
@click.argument("first", metavar="A", type=click.Path(path_type=Path))
@click.argument("second", metavar="B", type=click.Path(path_type=Path))
@verbose
def diff(first: Path, second: Path) -> int:
    """Tell which statements two graphs differ in.

    A and B are graph files or stores. Lines begin with - for what only A has, + for what only B
    has, and ~ for a statement whose evidence is another.

    Exit code: 0 the same; 1 they differ; 2 one is unreadable.
    """
    from kg.graph.difference import compare, describe_difference
    from kg.store import read_graph

    found = compare(read_graph(first), read_graph(second))
    for line in describe_difference(found):
        tell(line)
    many = (len(found.removed), len(found.added), len(found.changed))
    click.echo("{} statements only in A, {} only in B, {} with other evidence".format(*many))
    return NO if found else YES
