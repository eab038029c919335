"""The command that puts a graph into a database: load. What may go in: that command."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kg.cli.edge import YES
from kg.cli.options import graph_argument, no_text, quiet

_PASSWORD, _TOKEN = "KG_LOAD_PASSWORD", "KG_LOAD_TOKEN"


@click.command()
@graph_argument
@click.argument("target")
@click.option(
    "--graph",
    "graph_name",
    metavar="IRI",
    help="The named graph to load into.  [default: the default graph]",
)
@click.option(
    "--user",
    metavar="NAME",
    help=f"Who loads; the password comes from the environment variable {_PASSWORD}, or is asked"
    " for.",
)
@click.option(
    "--batch",
    default=10_000,
    show_default=True,
    type=click.IntRange(1),
    metavar="NUMBER",
    help="How many triples, or nodes and relationships, are sent at once.",
)
@click.option(
    "--update",
    is_flag=True,
    help="TARGET takes SPARQL updates, not graphs.",
)
@no_text
@quiet
def load(
    graph: Path,
    target: str,
    graph_name: str | None,
    user: str | None,
    batch: int,
    update: bool,
    no_text: bool,
    quiet: bool,
) -> int:
    """Put a graph into a database.

    GRAPH is a file that kg wrote, a store, or a folder of oxigraph:. TARGET is the address of a
    graph store (http://localhost:7878/store), or with --update of SPARQL updates;
    bolt://HOST:PORT/DATABASE, oxigraph:DIR or ladybug:FILE. To load twice changes nothing. A token
    in KG_LOAD_TOKEN is sent as a bearer's.

    Exit code: 0 loaded; 2 not, or only a part, which to load again completes.
    """
    from kg.load import Access, load_path

    access = Access(
        user=user,
        password=_password(user),
        token=os.environ.get(_TOKEN) or None,
        graph=graph_name,
        update=update,
        text=not no_text,
        batch=batch,
    )
    start = time.monotonic()
    with _progress(quiet) as progress:
        loaded = load_path(graph, target, access=access, progress=progress)
    if not quiet:
        what = ", ".join(f"{many} {name}" for name, many in loaded.what)
        again = loaded.tries - loaded.batches
        tried = f", {again} sent again" if again else ""
        batches = "1 batch" if loaded.batches == 1 else f"{loaded.batches} batches"
        click.echo(f"{target}: {what} in {batches}{tried}, {time.monotonic() - start:.1f} s")
    return YES


def _password(user: str | None) -> str | None:
    if user is None:
        return None
    given = os.environ.get(_PASSWORD)
    return given if given is not None else click.prompt("Password", hide_input=True, err=True)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how much is loaded."""
    if quiet or not sys.stderr.isatty():
        yield lambda count: None
        return
    yield lambda count: click.echo(f"\rLoading: {count:,}", nl=False, err=True)
    click.echo(err=True)
