"""The commands that read a graph: query, show and explain. What may go in: those commands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.edge import NO, YES, tell, verbose
from kg.cli.options import graph_argument
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.store import NamedQuery


@click.command()
@click.argument("graph", metavar="GRAPH", type=click.Path(path_type=Path), required=False)
@verbose
@click.argument("sparql", required=False)
@click.option(
    "-f", "--file", metavar="FILE", help="Read the query from a file; - is standard input."
)
@click.option("--name", metavar="NAME", help="Ask a named query instead.")
@click.option(
    "--set",
    "values",
    metavar="NAME=TEXT",
    multiple=True,
    help="A parameter of the named query; may be given more than once.",
)
@click.option("--examples", is_flag=True, help="List the named queries and end.")
@click.option(
    "--format",
    "format_",
    default="table",
    show_default=True,
    metavar="NAME",
    help="table, csv, tsv, json (SELECT, ASK) or turtle (CONSTRUCT, DESCRIBE).",
)
def query(
    graph: Path | None,
    sparql: str | None,
    file: str | None,
    name: str | None,
    values: tuple[str, ...],
    examples: bool,
    format_: str,
) -> int:
    """Ask a graph in SPARQL, or ask it a named query.

    GRAPH is an RDF file; the union of its graphs is asked. The prefixes kg: rdf: rdfs: owl: xsd:
    skos: prov: schema: nif: sem: dcterms: need no declaration.

    Exit code: 0 answered; 1 the answer to ASK is no; 2 the query or the graph is broken.
    """
    from kg.store import ask_named, find_query, load_queries, open_store, render
    from kg.store import query as ask

    if examples:
        click.echo("\n".join(_listed(load_queries())))
        return YES
    if graph is None:
        raise click.UsageError("give a GRAPH to ask, or --examples")
    if name is not None:
        _alone(sparql, file)
        results = ask_named(open_store(graph), find_query(name, load_queries()), _set(values))
    else:
        results = ask(open_store(graph), _sparql(sparql, file, values))
    no = not getattr(results, "__bool__", lambda: True)()
    # color: or click takes what looks like one out of the data
    click.echo(render(results, format_), nl=False, color=True)
    return NO if no else YES


def _listed(queries: Iterable[NamedQuery]) -> Iterator[str]:
    for one in queries:
        yield one.name
        yield f"    {one.description}"
        for parameter in one.parameters:
            needed = "; needed" if parameter.needed else ""
            yield f"    --set {parameter.name}=…  {parameter.meaning}{needed}"


def _alone(sparql: str | None, file: str | None) -> None:
    if sparql is not None or file is not None:
        raise click.UsageError("give one query: SPARQL, -f FILE or --name NAME")


def _set(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for given, (_, equals, _) in zip(values, pairs, strict=True):
        if not equals:
            raise click.UsageError(f"--set {given}: write NAME=TEXT")
    return {name: text for name, _, text in pairs}


def _sparql(given: str | None, file: str | None, values: tuple[str, ...]) -> str:
    if values:
        raise click.UsageError("--set is for a named query: give --name NAME")
    if (given is None) == (file is None):
        raise click.UsageError("give one query: SPARQL, -f FILE or --name NAME")
    if file is None:
        return str(given)
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 at byte {error.start}: save it as UTF-8") from error


@click.command()
@graph_argument
@click.argument("entity")
def show(graph: Path, entity: str) -> int:
    """Tell everything that a graph says about an entity.

    ENTITY is a label, an alias or an IRI; case, accents and dots do not count. Each statement comes
    with its polarity, modality, time, who claims it, its id, and the sentences it was read from.

    Exit code: 0 told; 1 the name is ambiguous and its choices are listed, or no entity has it; 2
    the graph is unreadable.
    """
    from kg.graph.description import closest_names, describe_choices, describe_entity, find_entities
    from kg.store import read_graph

    kept = read_graph(graph)
    found = find_entities(kept, entity)
    if len(found) == 1:
        tell(*describe_entity(kept, found[0]))
        return YES
    if found:
        tell(*describe_choices(entity, found))
        return NO
    near = closest_names(kept, entity)
    hint = f": the closest are {', '.join(near)}" if near else ""
    tell(f"{graph}: no entity {entity!r}{hint}", err=True)
    return NO


@click.command()
@graph_argument
@click.argument("statement")
def explain(graph: Path, statement: str) -> int:
    """Tell why a statement is in a graph.

    STATEMENT is its IRI, the id at the end of it, as kg show prints it, or the first digits of
    that. Told are the evidence with its offsets, the rule, the words, why the entities were linked
    as they were, and the premises, each in the same way.

    Exit code: 0 told; 2 there is no such statement, or the graph is unreadable.
    """
    from kg.graph.description import explain_statement, find_statement
    from kg.store import read_graph

    kept = read_graph(graph)
    tell(*explain_statement(kept, find_statement(kept, statement)))
    return YES
