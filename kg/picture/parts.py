"""Which part of a graph a picture shows. What may go in: choosing statements, never changing one.

Only statements between two entities make a net; those whose object is a value or absent are drawn
around an entity that was asked for, and elsewhere left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from kg.errors import InputError
from kg.graph.builder import ends
from kg.model import Entity, Graph, Statement

Among: TypeAlias = Set[str]  # ids of statements

MOST = 40  # statements that can be read in one picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some statements of a graph, the most important first, and of how many they were chosen.

    `centre` has the IRIs of the entities that it was asked around; `title` says what it is.
    """

    statements: tuple[Statement, ...]
    of: int
    title: str = ""
    centre: tuple[str, ...] = ()


class Net:
    """A graph's statements by the entities they are about: made once, asked often.

    `ranked` are all statements between two entities, the most important first.

    Args:
        graph: it must not change.

    Example:
        >>> from kg.model import Relation
        >>> iran, russia = (Entity(id=f"https://x.example/{n}", label=n, type="Country")
        ...                 for n in ("Iran", "Russia"))
        >>> hosts = Relation(id="https://kg.example/ontology#hosts", label="hosts")
        >>> one = Statement(id="s", subject=iran, relation=hosts, object=russia)
        >>> net = Net(Graph(articles=(), entities=(iran, russia), statements=(one,), base="x:/"))
        >>> [statement.id for statement in net.between(russia, iran).statements]
        ['s']
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._about: dict[str, list[Statement]] = defaultdict(list)
        for statement in graph.statements:
            for entity in net_ends(statement):
                self._about[entity.id].append(statement)
        order = sorted(graph.statements, key=self._weight)
        self._rank = {statement.id: rank for rank, statement in enumerate(order)}
        self.ranked = tuple(filter(_is_edge, order))

    def said_of(self, iri: str) -> int:
        """Count the statements with an entity as subject or object."""
        return len(self._about.get(iri, ()))

    def most_important(self, *, most: int = MOST, among: Among | None = None) -> Part:
        """Choose the statements between the entities that most is said of.

        Args:
            most: how many statements to choose at the most.
            among: the ids of the statements that count; without it, all.
        """
        many = len(self.graph.articles)
        counted = (s for s in self.ranked if among is None or s.id in among)
        return Part(
            statements=tuple(islice(counted, _checked("most", most))),
            of=len(self.graph.statements if among is None else among),
            title=f"Who does what to whom in {many:,} {'article' if many == 1 else 'articles'}",
        )

    def around(
        self,
        entities: Sequence[Entity],
        *,
        hops: int = 1,
        most: int = MOST,
        among: Among | None = None,
    ) -> Part:
        """Choose the statements around entities: the nearest first, then the most important.

        Args:
            entities: where to begin.
            hops: 1 takes the statements about them, 2 also those about what these lead to.
            most: how many statements to choose at the most.
            among: the ids of the statements that count; without it, all.

        Raises:
            InputError: less than one hop or statement.
        """
        chosen: dict[str, Statement] = {}
        reached: set[str] = set()
        edge = {entity.id for entity in entities}
        for _ in range(_checked("hops", hops)):
            about = (s for iri in sorted(edge) for s in self._about.get(iri, ()))
            here = {
                s.id: s for s in about if s.id not in chosen and (among is None or s.id in among)
            }
            chosen |= {s.id: s for s in sorted(here.values(), key=self._rank_of)}
            reached |= edge
            edge = {end.id for s in here.values() for end in net_ends(s)} - reached
        return _part(tuple(chosen.values()), entities, most)

    def between(
        self,
        one: Entity,
        two: Entity,
        *,
        most: int = MOST,
        among: Among | None = None,
    ) -> Part:
        """Choose the statements along the shortest ways between two entities, either direction.

        Args:
            most: how many statements to choose at the most.
            among: the ids of the statements that count; without it, all.

        Returns:
            A part without statements if there is no way.
        """
        from_one = self._distances(one.id, two.id, among)
        length = from_one.get(two.id)
        on_way: dict[str, Statement] = {}
        here = {two.id}
        for left in range(length or 0, 0, -1):
            steps = [
                (s, other)
                for iri in sorted(here)
                for s, other in self._steps(iri, among)
                if from_one.get(other) == left - 1
            ]
            on_way |= {s.id: s for s, _ in steps}
            here = {other for _, other in steps}
        ranked = tuple(sorted(on_way.values(), key=self._rank_of))
        return _part(ranked, [one, two], most)

    def _rank_of(self, statement: Statement) -> int:
        return self._rank[statement.id]

    def _weight(self, statement: Statement) -> tuple[int, int, float, str]:
        """How much is said of the lesser end, then of the other; ties by confidence and id."""
        said = sorted(self.said_of(end.id) for end in net_ends(statement))
        least = said[0] if _is_edge(statement) else 0
        return (-least, -said[-1], -statement.confidence, statement.id)

    def _distances(self, start: str, goal: str, among: Among | None) -> dict[str, int]:
        """How many statements entities are away from one, as far as to another."""
        found, edge = {start: 0}, [start]
        while edge and goal not in found:
            far = found[edge[0]] + 1
            near = {other for iri in edge for _, other in self._steps(iri, among)}
            edge = sorted(near - found.keys())
            found |= dict.fromkeys(edge, far)
        return found

    def _steps(self, iri: str, among: Among | None) -> Iterable[tuple[Statement, str]]:
        for statement in self._about.get(iri, ()):
            if _is_edge(statement) and (among is None or statement.id in among):
                a, b = net_ends(statement)
                yield statement, b.id if a.id == iri else a.id


def only(graph: Graph, part: Part) -> Graph:
    """Keep of a graph the statements of a part, and the entities they use; articles all stay."""
    chosen = {statement.id for statement in part.statements}
    kept = tuple(s for s in graph.statements if s.id in chosen)
    used = {entity.id for statement in kept for entity in ends(statement)}
    entities = tuple(e for e in graph.entities if e.id in used)
    return replace(graph, statements=kept, entities=entities)


def net_ends(statement: Statement) -> tuple[Entity, ...]:
    """Give the ends of a statement that are entities, each once."""
    if isinstance(statement.object, Entity) and statement.object.id != statement.subject.id:
        return (statement.subject, statement.object)
    return (statement.subject,)


def _is_edge(statement: Statement) -> bool:
    return len(net_ends(statement)) == 2


def _part(chosen: tuple[Statement, ...], entities: Sequence[Entity], most: int) -> Part:
    return Part(
        statements=chosen[: _checked("most", most)],
        of=len(chosen),
        title=" and ".join(entity.label for entity in entities),
        centre=tuple(entity.id for entity in entities),
    )


def _checked(option: str, number: int) -> int:
    if number < 1:
        raise InputError(f"{option} {number}: give 1 or more")
    return number
