"""The command that shows a graph and answers SPARQL: serve. What may go in: that command."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kg.cli.edge import YES
from kg.cli.options import graph_argument
from kg.errors import InputError

_TOKEN = "KG_SERVE_TOKEN"


@click.command()
@graph_argument
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen on; the default is for this machine alone.",
)
@click.option(
    "--port",
    default=8765,
    show_default=True,
    type=click.IntRange(0, 65535),
    metavar="NUMBER",
    help="0 takes a free one.",
)
@click.option(
    "--update",
    is_flag=True,
    help=f"Take updates from whoever sends the token of the environment variable {_TOKEN}; they"
    " last as long as the service.",
)
@click.option(
    "--timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0.01),
    metavar="SECONDS",
    help="How long a query may take.",
)
@click.option(
    "--max-result",
    default=100,
    show_default=True,
    type=click.IntRange(1),
    metavar="MB",
    help="How large an answer may be.",
)
@click.option(
    "--cors",
    metavar="ORIGIN",
    multiple=True,
    help="A web page whose scripts may ask, like https://news.example, or * for all; may be given"
    " more than once.  [default: none]",
)
@click.option("--no-pages", is_flag=True, help="Answer SPARQL alone; the service starts sooner.")
def serve(
    graph: Path,
    host: str,
    port: int,
    update: bool,
    timeout: float,
    max_result: int,
    cors: tuple[str, ...],
    no_pages: bool,
) -> int:
    """Show a graph in the browser, and answer SPARQL over HTTP.

    GRAPH is an RDF file or a store. Its pages begin at the address that is told. It is asked at
    /sparql (SPARQL 1.1 Protocol); /store gives whole graphs (Graph Store Protocol). Only this
    machine can ask, and only read, unless you say so.

    Exit code: 0 never, since it runs until it is ended; 130 ended by Ctrl-C; 2 it cannot start.
    """
    from kg.serve import Limits, Settings
    from kg.serve import serve as start

    settings = Settings(
        token=_token() if update else None,
        origins=cors,
        limits=Limits(seconds=timeout, result_bytes=max_result * 2**20),
    )

    shown = not no_pages

    def unshown(reason: str) -> None:
        nonlocal shown
        shown = False
        click.echo(f"no pages: {reason}", err=True)

    def started(address: str, triples: int) -> None:
        click.echo(f"{graph}: {triples} triples at {address} (Ctrl-C ends it)")
        if shown:
            click.echo(f"to look at it: {address.removesuffix('sparql')}")

    start(
        graph,
        settings=settings,
        host=host,
        port=port,
        pages=shown,
        started=started,
        unshown=unshown,
    )
    return YES


def _token() -> str:
    token = os.environ.get(_TOKEN, "")
    if len(token) < 8:
        raise InputError(f"--update: put a token of 8 characters or more into {_TOKEN}")
    return token
