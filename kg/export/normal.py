"""The one order in which a graph is written. What may go in: sorting a graph's values.

RDF holds sets, so roles, aliases and links come back sorted; sorting them first makes every
format hold the same graph, and the bytes independent of the order in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import overload

from kg.export.rdf_rows import evidence_key
from kg.graph.builder import ends, order
from kg.model import Entity, Evidence, Graph, Statement


def normal(graph: Graph, *, text: bool = True) -> Graph:
    """Sort everything that has no order of its own, and round confidence to two decimals.

    Entities that only a statement holds join the graph's; the graph's own version of an entity
    wins over a statement's.

    Args:
        text: False leaves the articles' full text out.

    Example:
        >>> a, b = (Entity(id=f"https://kg.example/id/{n}", label=n, type="Person") for n in "ab")
        >>> graph = Graph(articles=(), entities=(b, a), statements=(), base="https://kg.example/")
        >>> [e.label for e in normal(graph).entities]
        ['a', 'b']
    """
    is_held = isinstance(graph.statements, tuple)  # else they are in order, of its entities alone
    loose = (e for s in graph.statements for e in ends(s)) if is_held else ()
    entities = {e.id: _entity(e) for e in loose} | {e.id: _entity(e) for e in graph.entities}
    made = partial(_statement, entities=entities)
    articles = graph.articles if text else (replace(a, text="") for a in graph.articles)
    return replace(
        graph,
        articles=tuple(sorted(articles, key=lambda a: a.id)),
        entities=tuple(entities[iri] for iri in sorted(entities)),
        statements=tuple(sorted(map(made, graph.statements), key=order))
        if is_held
        else _Made(graph.statements, made),
    )


@dataclass(frozen=True)
class _Made(Sequence[Statement]):
    """The statements of a graph too large for memory, which are in order, put right one by one."""

    statements: Sequence[Statement]
    made: Callable[[Statement], Statement]

    def __len__(self) -> int:
        return len(self.statements)

    def __iter__(self) -> Iterator[Statement]:
        return map(self.made, self.statements)

    @overload
    def __getitem__(self, at: int) -> Statement: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Statement, ...]: ...
    def __getitem__(self, at: int | slice) -> Statement | tuple[Statement, ...]:
        if isinstance(at, slice):
            return tuple(map(self.made, self.statements[at]))
        return self.made(self.statements[at])


def _entity(entity: Entity) -> Entity:
    found = {
        name: tuple(sorted(set(getattr(entity, name))))
        for name in ("aliases", "external", "identity")
    }
    if all(getattr(entity, name) == values for name, values in found.items()):
        return entity
    return replace(entity, **found)  # type: ignore[arg-type]


def _statement(statement: Statement, entities: dict[str, Entity]) -> Statement:
    object_, source = statement.object, statement.attribution
    roles = sorted({(name, entity.id) for name, entity in statement.roles})
    return replace(
        statement,
        subject=entities[statement.subject.id],
        object=entities[object_.id] if isinstance(object_, Entity) else object_,
        roles=tuple((name, entities[iri]) for name, iri in roles),
        attribution=source and replace(source, entity=entities[source.entity.id]),
        premises=tuple(sorted(set(statement.premises))),
        evidence=tuple(sorted({_evidence(e) for e in statement.evidence}, key=_full_order)),
    )


def _evidence(evidence: Evidence) -> Evidence:
    links = tuple(sorted(set(evidence.links)))
    return replace(evidence, confidence=round(evidence.confidence, 2), links=links)


def _full_order(evidence: Evidence) -> tuple[object, ...]:
    return (*evidence.order(), evidence_key(evidence))
