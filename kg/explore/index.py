"""What pages look up in a graph, found once when the service starts. What may go in: those tables.

They hold positions in the columns, so they cost little memory beside the graph.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from kg.explore.choice import PARTS, Choice
from kg.explore.columns import Columns, Numbers
from kg.graph.conflicts import Conflict, conflicts
from kg.model import Entity, Graph, Statement


class Index:
    """A graph, and where everything in it is used.

    Args:
        graph: it must not change.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph, self.columns = graph, Columns(graph.statements)
        self.statements = graph.by_id()
        self.entities = {entity.id: entity for entity in graph.entities}
        self.articles = {article.id: article for article in graph.articles}
        self._uses: dict[str, dict[str, array[int]]] = {}
        self._read: dict[str, array[int]] = defaultdict(_positions)
        self._concluded: dict[str, list[Statement]] = defaultdict(list)
        for position, statement in enumerate(self.columns.statements):
            self._add(position, statement)
        self._read_in_columns()
        self.conflicts = tuple(conflicts(graph))
        self._disputed: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in self.conflicts:
            self._disputed[conflict.first.id].append(conflict)
            self._disputed[conflict.second.id].append(conflict)

    def _add(self, position: int, statement: Statement) -> None:
        for entity, part in parts(statement):
            uses = self._uses.setdefault(entity.id, {})
            uses.setdefault(part, _positions()).append(position)
        for article in _articles(statement):
            self._read[article].append(position)
        for premise in statement.premises:
            self._concluded[premise].append(statement)

    def _read_in_columns(self) -> None:
        """Keep each statement's first article as a number, and which have more than one."""
        read = [_articles(statement) for statement in self.columns.statements]
        self._names = ["", *self._read]
        codes = {article: code for code, article in enumerate(self._names)}
        first = (codes[articles[0]] if articles else 0 for articles in read)
        self._first_read = np.fromiter(first, dtype=np.int64)
        several = (position for position, articles in enumerate(read) if len(articles) > 1)
        self._of_several = np.fromiter(several, dtype=np.int64)

    def uses(self, entity: str, choice: Choice | None = None) -> dict[str, Numbers]:
        """Give the positions of the statements about an entity by the part that it plays.

        A statement counts once, with the first part. The parts come in the order of PARTS.
        """
        found = self._uses.get(entity, {})
        chosen = choice or Choice()
        return {
            part: self._chosen(chosen, _as_numbers(found[part]))
            for part in PARTS
            if part in found and chosen.part in (None, part)
        }

    def chosen(self, choice: Choice) -> Numbers:
        """Give the positions of all statements that are chosen, the latest first."""
        if choice.article is None:
            return self.columns.chosen(choice, self.columns.all())
        return self.columns.chosen(choice, self._positions_in(choice.article))

    def _chosen(self, choice: Choice, among: Numbers) -> Numbers:
        if choice.article is not None:
            within = self._positions_in(choice.article)
            among = among[np.isin(among, within)]
        return self.columns.chosen(choice, among)

    def at(self, positions: Iterable[int]) -> list[Statement]:
        """Give the statements at positions."""
        return [self.columns.statements[position] for position in positions]

    def degree(self, entity: str) -> int:
        """Count the statements about an entity."""
        return sum(map(len, self._uses.get(entity, {}).values()))

    def sources(self, entity: str) -> Counter[str]:
        """Count the statements about an entity by article."""
        uses = [_as_numbers(positions) for positions in self._uses.get(entity, {}).values()]
        if not uses:
            return Counter()
        positions = np.concatenate(uses)
        codes, counts = np.unique(self._first_read[positions], return_counts=True)
        names = [self._names[code] for code in codes.tolist()]
        found = Counter(dict(zip(names, counts.tolist(), strict=True)))
        for position in positions[np.isin(positions, self._of_several)].tolist():
            found.update(_articles(self.columns.statements[position])[1:])
        found.pop("", None)
        return found

    def read_from(self, article: str) -> Sequence[Statement]:
        """Give the statements with evidence in an article."""
        return self.at(self._positions_in(article).tolist())

    def how_many_from(self, article: str) -> int:
        """Count the statements with evidence in an article."""
        return len(self._read[article]) if article in self._read else 0

    def _positions_in(self, article: str) -> Numbers:
        return _as_numbers(self._read[article] if article in self._read else _positions())

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


def _articles(statement: Statement) -> list[str]:
    """The articles with evidence for a statement, each once."""
    return list(dict.fromkeys(evidence.article for evidence in statement.evidence))


def _positions() -> array[int]:
    return array("q")


def _as_numbers(positions: array[int]) -> Numbers:
    return np.array(positions, dtype=np.int64)
