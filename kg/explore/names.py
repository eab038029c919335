"""Search by name. What may go in: finding entities by the words of their labels and aliases.

Case, accents and the order of words do not count, the last letters of a word may be missing, and a
word that no name has stands for those that are spelt like it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz, process

from kg.explore.index import Index
from kg.model import Entity
from kg.namespaces import fold

_WORD = re.compile(r"[^\W_]+")
_ALIKE = 70.0  # per cent, from which a word is taken for another
_NEAR = 12  # words that one may be spelt like
_LONGEST = 200  # characters of what is searched, and of a name
_PREFIX = 0.9  # what a word that is only begun counts for


@dataclass(frozen=True, slots=True)
class Found:
    """An entity, and the name by which it was found."""

    entity: Entity
    name: str


class Names:
    """The words of all names.

    Args:
        index: of the graph.
    """

    def __init__(self, index: Index) -> None:
        self._entities = index.graph.entities
        self._degrees = array("I", (index.degree(e.id) for e in self._entities))
        self._names: list[str] = []
        self._owners = array("I")
        words: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for at, entity in enumerate(self._entities):
            for name in (entity.label, *entity.aliases):
                for word in set(_words(name)):
                    words[word].append(len(self._names))
                self._names.append(name)
                self._owners.append(at)
        self._words: Mapping[str, array[int]] = dict(words)
        self._sorted = sorted(words)
        order = sorted(range(len(self._entities)), key=lambda at: -self._degrees[at])
        self.by_degree: Sequence[Entity] = [self._entities[at] for at in order]

    def search(self, text: str, most: int | None = None) -> list[Found]:
        """Find entities by name, the best first: those of that very name, those whose name begins
        so, those with these words; of like ones, that which more is said about.

        Args:
            text: what a person typed.
            most: how many are wanted; all of them, if it is not told.
        """
        typed = _words(text)
        if not typed:
            return []
        scores = self._scores(typed)
        whole = " ".join(typed)
        ranks: dict[
            int, tuple[float, int]
        ] = {}  # of each entity the best name; its label comes first
        for name, score in scores.items():
            rank = (self._tier(name, whole, score), -name)
            owner = self._owners[name]
            ranks[owner] = max(rank, ranks.get(owner, rank))
        best = sorted(ranks, key=lambda at: (-ranks[at][0], -self._degrees[at], at))
        return [Found(self._entities[at], self._names[-ranks[at][1]]) for at in best[:most]]

    def _scores(self, typed: Sequence[str]) -> dict[int, float]:
        """The names that have all words, or else most of them, and how well they have them."""
        found: dict[int, float] = defaultdict(float)
        many: dict[int, int] = defaultdict(int)
        for word in dict.fromkeys(typed):
            for name, score in self._having(word).items():
                found[name] += score
                many[name] += 1
        most = max(many.values(), default=0)
        return {name: found[name] / len(typed) for name, n in many.items() if n == most}

    def _having(self, word: str) -> dict[int, float]:
        found: dict[int, float] = {}
        for other in self._beginning(word):
            score = 1.0 if other == word else _PREFIX
            for name in self._words[other]:
                found[name] = max(score, found.get(name, 0.0))
        return found or self._like(word)

    def _like(self, word: str) -> dict[int, float]:
        found: dict[int, float] = {}
        near = process.extract(
            word, self._sorted, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_NEAR
        )
        for other, score, _ in near:
            for name in self._words[other]:
                found[name] = max(_PREFIX * score / 100, found.get(name, 0.0))
        return found

    def _beginning(self, word: str) -> Iterator[str]:
        start = bisect_left(self._sorted, word)
        for other in islice(self._sorted, start, None):
            if not other.startswith(word):
                return
            yield other

    def _tier(self, name: int, whole: str, score: float) -> float:
        if score >= _PREFIX:
            folded = " ".join(_words(self._names[name]))
            return 3.0 if folded == whole else 2.0 if folded.startswith(whole) else 1.0
        return score


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text[:_LONGEST]))
