"""The command line `kg`. What may go in: commands, thin: each parses, calls, and prints.

Nothing heavy is imported before a command runs: `kg --help` loads neither spaCy nor rdflib.
"""

from __future__ import annotations

import click

from kg import __version__
from kg.cli.checking import conflicts, validate, verify
from kg.cli.edge import BROKEN, Edge, verbose
from kg.cli.entities import entities
from kg.cli.evaluating import evaluate
from kg.cli.growing import diff, remove
from kg.cli.loading import load
from kg.cli.reading import explain, query, show
from kg.cli.serving import serve
from kg.cli.writing import build, export

__all__ = ["main"]


@click.group(cls=Edge, invoke_without_command=True)
@click.version_option(__version__, prog_name="kg")
@verbose
@click.pass_context
def main(ctx: click.Context) -> int:
    """Build a knowledge graph of who does what to whom from English news, and read it.

    \b
    kg build seeds/                        write output/seeds.ttl and .graphml
    kg show output/seeds.ttl Russia        what is said about Russia, and by whom
    kg query output/seeds.ttl 'SELECT …'   ask in SPARQL

    Exit codes: 0 yes, done; 1 no (it does not hold or conform, no such entity), or some articles
    were skipped; 2 nothing could be done; 130 interrupted; 141 the reader of the output left.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        return BROKEN
    return 0


for _command in (
    *(
        build,
        remove,
        export,
        load,
        diff,
        query,
        serve,
        show,
        explain,
        entities,
        conflicts,
        verify,
        validate,
        evaluate,
    ),
):
    main.add_command(_command)
