"""The commands about who is who: entities and below it merge, split, rename, retype. What may go
in: those commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.edge import YES, tell
from kg.cli.options import graph_argument
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.model import Entity, Graph

F = TypeVar("F", bound=Callable[..., Any])


class _Listing(click.Group):
    """A group that lists when its first word is no command but a graph."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Put `list` before a graph."""
        known = args and (args[0] in self.commands or args[0].startswith("-"))
        return super().resolve_command(ctx, args if known else ["list", *args])


@click.group(cls=_Listing, subcommand_metavar="GRAPH|COMMAND ...")
def entities() -> None:
    """Tell who is who, and decide it.

    \b
    kg entities GRAPH                     list merges and near misses
    kg entities merge GRAPH A B           two entities are one
    kg entities split GRAPH A ARTICLE...  the A of these articles is another
    kg entities rename GRAPH A LABEL      A is called otherwise
    kg entities retype GRAPH A CLASS      A is of another class

    A and B are labels, aliases or IRIs, as for kg show. A decision is written to a file, and holds
    for every build that is given the file with --decisions.

    Exit code: 0 told or written; 2 the graph is unreadable, or nothing could be decided.
    """


def _deciding(command: F) -> F:
    """--decisions and --note, which every command that decides has."""
    for option in (
        click.option("--note", default="", metavar="TEXT", help="Why, for those who come later."),
        click.option(
            "--decisions",
            default="decisions.toml",
            show_default=True,
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="The file to write to; it is made if missing.",
        ),
    ):
        command = option(command)
    return command


@entities.command("list")
@graph_argument
def list_(graph: Path) -> int:
    """List entities of several articles, of one name, and of nearly one name, with the reasons.

    A graph of JSON Lines holds no reasons.

    Exit code: 0 told; 2 the graph is unreadable.
    """
    from kg.graph.identities import describe_identities
    from kg.store import read_graph

    for line in describe_identities(read_graph(graph)):
        tell(line)
    return YES


@entities.command()
@graph_argument
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@_deciding
def merge(graph: Path, first: str, second: str, decisions: Path, note: str) -> int:
    """Decide that two entities are one.

    Exit code: 0 written; 2 an entity is unknown or ambiguous, or the decision stands already.
    """
    kept = _read(graph)
    found = [reference for name in (first, second) for reference in _references(kept, name)]
    return _decide(decisions, kind="merge", entities=tuple(dict.fromkeys(found)), note=note)


@entities.command()
@graph_argument
@click.argument("entity", metavar="A")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@_deciding
def split(graph: Path, entity: str, articles: tuple[str, ...], decisions: Path, note: str) -> int:
    """Decide that the entity of some articles is another than elsewhere.

    Exit code: 0 written; 2 the entity is unknown or ambiguous, or not in these articles.
    """
    from kg.graph.identities import articles_of

    kept = _read(graph)
    found = _entity(kept, entity)
    missing = sorted(set(articles) - set(articles_of(kept, found)))
    if missing:
        raise InputError(f"{found.label} is not in {missing[0]}: give ids that kg entities lists")
    [reference, *_] = _references(kept, entity)
    return _decide(decisions, kind="split", entities=(reference,), articles=articles, note=note)


@entities.command()
@graph_argument
@click.argument("entity", metavar="A")
@click.argument("label")
@_deciding
def rename(graph: Path, entity: str, label: str, decisions: Path, note: str) -> int:
    """Decide what an entity is called.

    Exit code: 0 written; 2 the entity is unknown or ambiguous.
    """
    [reference, *_] = _references(_read(graph), entity)
    return _decide(decisions, kind="rename", entities=(reference,), value=label, note=note)


@entities.command()
@graph_argument
@click.argument("entity", metavar="A")
@click.argument("class_", metavar="CLASS")
@_deciding
def retype(graph: Path, entity: str, class_: str, decisions: Path, note: str) -> int:
    """Decide of which class an entity is: Person, Company, City …

    Exit code: 0 written; 2 the entity is unknown or ambiguous, or there is no such class.
    """
    from kg.vocabulary import is_class

    if not is_class(class_):
        raise InputError(f"no class {class_!r}: give one of ontologies/kg.ttl, such as Company")
    [reference, *_] = _references(_read(graph), entity)
    return _decide(decisions, kind="retype", entities=(reference,), value=class_, note=note)


def _read(graph: Path) -> Graph:
    from kg.store import read_graph

    return read_graph(graph)


def _entity(graph: Graph, name: str) -> Entity:
    """The one entity of a name.

    Raises:
        InputError: none has it, or several.
    """
    from kg.graph.description import closest_names, find_entities

    found = find_entities(graph, name)
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(entity.id for entity in found)
        raise InputError(f"{name!r} may be one of {len(found)}: give an IRI: {choices}")
    near = closest_names(graph, name)
    hint = f": the closest are {', '.join(near)}" if near else ""
    raise InputError(f"no entity {name!r}{hint}")


def _references(graph: Graph, name: str) -> list[str]:
    from kg.graph.decisions import references
    from kg.graph.identities import articles_of

    found = _entity(graph, name)
    return references(found, articles_of(graph, found), graph.base)


def _decide(path: Path, **decision: Any) -> int:
    from kg.export.decisions import add_decision
    from kg.graph.decisions import Decision

    made = Decision(**decision)
    add_decision(path, made)
    click.echo(f"{path}: {made}")
    return YES
