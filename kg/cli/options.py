"""Arguments and options that several commands share. What may go in: click decorators."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli.edge import verbose

F = TypeVar("F", bound=Callable[..., Any])

_FORMATS = (
    "turtle, ntriples, nquads, trig, jsonld, rdfxml, graphml, cyjs, dot, csv, cypher, parquet,"
    " jsonl, svg, png or html"
)
_SUFFIXES = (
    ".ttl .nt .nq .trig .jsonld .rdf .graphml .cyjs .dot .csv .cypher .parquet .jsonl .svg"
    " .png .html (.csv and .parquet are folders)"
)


def graph_argument(command: F) -> F:
    """GRAPH: a graph file, and -v, which every command has."""
    return click.argument("graph", type=click.Path(path_type=Path))(verbose(command))


output_format = click.option(
    "--format",
    "format_",
    metavar="NAME",
    help=f"{_FORMATS}; without it the suffix decides: {_SUFFIXES}.",
)

output_formats = click.option(
    "--format",
    "formats",
    metavar="NAME",
    multiple=True,
    help=f"{_FORMATS}; may be given more than once.  [default: by the suffix of FILE]",
)

ontology_files = click.option(
    "--ontology",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A Turtle file with further classes, relations and words; may be given more than once.",
)

knowledge_files = click.option(
    "--knowledge-base",
    "knowledge",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A Turtle or CSV file with further people, organisations and places; may be given more"
    " than once.",
)

no_text = click.option(
    "--no-text", is_flag=True, help="Leave the articles' full text out; evidence sentences stay."
)

quiet = click.option("-q", "--quiet", is_flag=True, help="Show neither progress nor the table.")


def reading_options(command: F) -> F:
    """--column and --limit, for commands that read articles."""
    column = click.option(
        "--column",
        "columns",
        metavar="FIELD=NAME",
        multiple=True,
        help="The column of a table, or key in JSON, that holds an article's text, id, title, date,"
        " source or url, if it has another name.",
    )
    limit = click.option(
        "--limit",
        "limits",
        metavar="NAME=N",
        multiple=True,
        help="Raise or lower a limit; none lifts it. May be given more than once.",
    )
    return column(limit(command))
