"""What pages look up in a graph, found once when the service starts. What may go in: those tables.

They hold references to the graph's own values, so they cost little memory beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.graph.conflicts import Conflict, conflicts
from kg.model import Entity, Graph, Statement

PARTS: Mapping[str, str] = {
    "subject": "as subject",
    "object": "as object",
    "role": "in a role",
    "source": "as the one who claims it",
}


class Index:
    """A graph, and where everything in it is used.

    Args:
        graph: it must not change.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.statements = graph.by_id()
        self.entities = {entity.id: entity for entity in graph.entities}
        self.articles = {article.id: article for article in graph.articles}
        self._uses: dict[str, dict[str, list[Statement]]] = {}
        self._read: dict[str, list[Statement]] = defaultdict(list)
        self._concluded: dict[str, list[Statement]] = defaultdict(list)
        for statement in graph.statements:
            self._add(statement)
        self.conflicts = tuple(conflicts(graph))
        self._disputed: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in self.conflicts:
            self._disputed[conflict.first.id].append(conflict)
            self._disputed[conflict.second.id].append(conflict)

    def _add(self, statement: Statement) -> None:
        for entity, part in parts(statement):
            self._uses.setdefault(entity.id, {}).setdefault(part, []).append(statement)
        for article in dict.fromkeys(evidence.article for evidence in statement.evidence):
            self._read[article].append(statement)
        for premise in statement.premises:
            self._concluded[premise].append(statement)

    def uses(self, entity: str) -> Iterator[tuple[str, Statement]]:
        """Give each statement about an entity once, with the first part that it plays in it."""
        for part, statements in self._uses.get(entity, {}).items():
            for statement in statements:
                yield part, statement

    def degree(self, entity: str) -> int:
        """Count the statements about an entity."""
        return sum(map(len, self._uses.get(entity, {}).values()))

    def claims(self, entity: str) -> int:
        """Count the statements that an entity claims, and has no other part in."""
        return len(self._uses.get(entity, {}).get("source", ()))

    def read_from(self, article: str) -> Sequence[Statement]:
        """Give the statements with evidence in an article, in the graph's order."""
        return self._read.get(article, ())

    def conclusions(self, statement: str) -> Sequence[Statement]:
        """Give the statements that follow from one."""
        return self._concluded.get(statement, ())

    def disputes(self, statement: str) -> Sequence[Conflict]:
        """Give the conflicts that a statement is in."""
        return self._disputed.get(statement, ())


def parts(statement: Statement) -> Iterator[tuple[Entity, str]]:
    """Give the entities of a statement, each with the first part that it plays in it."""
    seen = {statement.subject.id}
    yield statement.subject, "subject"
    others: list[tuple[Entity, str]] = []
    if isinstance(statement.object, Entity):
        others.append((statement.object, "object"))
    others += [(entity, "role") for _, entity in statement.roles]
    if statement.attribution:
        others.append((statement.attribution.entity, "source"))
    for entity, part in others:
        if entity.id not in seen:
            seen.add(entity.id)
            yield entity, part


def day_of(statement: Statement) -> str | None:
    """Give the day that a statement is sorted by: when it happened, else when it was published.

    Example:
        >>> from kg.model import Relation, Statement, Time
        >>> when = Time(value="2016", start="2016-01-01", end="2016-12-31", text="in 2016")
        >>> iran = Entity(id="i", label="Iran", type="Country")
        >>> hosts = Relation(id="h", label="hosts")
        >>> day_of(Statement(id="s", subject=iran, relation=hosts, object=None, time=when))
        '2016-01-01'
    """
    return statement.time.start if statement.time else statement.published
