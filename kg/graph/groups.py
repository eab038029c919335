"""Groups of entities that are one. What may go in: a union–find over entities of articles, which
keeps what each group is told of, why it was joined, and which pairs must stay apart.

(R. Tarjan, "Efficiency of a Good But Not Linear Set Union Algorithm", 1975.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.graph.context import Context, Local, Weight, weigh


class Groups:
    """Disjoint groups of entities; a group goes by its smallest member.

    Args:
        labels: of IRIs, for reasons.
    """

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._above: dict[Local, Local] = {}
        self._told: dict[Local, Context] = {}
        self._labels = labels
        self._members: dict[Local, list[Local]] = {}
        self._reasons: dict[Local, dict[tuple[str, str], None]] = {}
        self._apart: dict[Local, dict[Local, str]] = {}

    def of(self, one: Local) -> Local:
        """Give the group of an entity, by its smallest member."""
        path = []
        while one in self._above:
            path.append(one)
            one = self._above[one]
        self._above.update((passed, one) for passed in path)
        return one

    def members(self, group: Local) -> list[Local]:
        """Give the entities of a group, sorted."""
        return sorted(self._members.get(group, [group]))

    def reasons(self, group: Local) -> list[tuple[str, str]]:
        """Give why the members of a group are one, each reason once, sorted."""
        return sorted(self._reasons.get(group, ()))

    def tell(self, one: Local, context: Context) -> None:
        """Add what an article tells of an entity."""
        self.told(self.of(one)).add(context)

    def told(self, group: Local) -> Context:
        """Give what is told of a group."""
        return self._told.setdefault(group, Context())

    def weight(self, one: Local, two: Local) -> Weight:
        """Weigh what is told of two groups."""
        return weigh(self.told(one), self.told(two), self._labels)

    def keep_apart(self, one: Local, two: Local, note: str) -> None:
        """Forbid that two groups are joined."""
        one, two = self.of(one), self.of(two)
        if one != two:
            self._apart.setdefault(one, {})[two] = note
            self._apart.setdefault(two, {})[one] = note

    def kept_apart(self, one: Local, two: Local) -> str | None:
        """Give why two groups must stay two; None when nobody forbade it."""
        return self._apart.get(self.of(one), {}).get(self.of(two))

    def join(self, one: Local, two: Local, kind: str, reason: str) -> bool:
        """Make one of two groups, unless that is forbidden; tell whether they are one now.

        Two records of the knowledge base, which are of no article, are one by decision only.
        """
        first, second = sorted((self.of(one), self.of(two)))
        if first == second:
            return True
        known = not first[0] and not second[0]
        if self.kept_apart(first, second) is not None or (known and kind != "decided"):
            return False
        self._above[second] = first
        members = self._members.setdefault(first, [first])
        members += self._members.pop(second, [second])
        self.told(first).add(self._told.pop(second, Context()))
        reasons = self._reasons.setdefault(first, {})
        reasons.update(self._reasons.pop(second, {}))
        reasons[kind, reason] = None
        for other, note in self._apart.pop(second, {}).items():
            del self._apart[other][second]
            self.keep_apart(first, other, note)
        return True

    def distinct(self, entities: Iterable[Local]) -> list[Local]:
        """Give the groups of entities, each once, sorted."""
        return sorted({self.of(one) for one in entities})
