"""Common nouns within one article: which of them stand for one thing. What may go in: clusters of
nominal mentions by head, number and modifiers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.model import Mention
from kg.namespaces import fold

_BACK = 20  # things of one head that "the" may point back over


@dataclass(slots=True)
class Cluster:
    """Nominal mentions of one thing; grows while the article is gone through."""

    label: str
    head: str
    type: str
    plural: bool
    modifiers: frozenset[str]
    restricted: bool
    key: str
    end: int = 0  # of its last mention
    aliases: set[str] = field(default_factory=set)


class _Clusters:
    """The clusters so far, found by label and by head.

    Args:
        contrasts: tells whether a modifier sets a thing off from the one that "the" means.
        is_rival: tells whether a bare noun may mean what is named behind an offset.
    """

    def __init__(
        self, contrasts: Callable[[str], bool], is_rival: Callable[[Mention, int], bool]
    ) -> None:
        self._contrasts, self._is_rival = contrasts, is_rival
        self._by_label: dict[tuple[str, bool], Cluster] = {}
        self._by_head: dict[tuple[str, bool], list[Cluster]] = defaultdict(list)
        self._taken: Counter[str] = Counter()

    def matching(self, one: Mention) -> Cluster | None:
        if one.restricted:
            return None
        same = self._by_label.get((fold(one.text), one.plural))
        if same is not None or not one.definite:
            return same
        modifiers = _modifiers(one)
        for cluster in reversed(self._by_head[one.head, one.plural][-_BACK:]):
            narrower = bool(modifiers) and cluster.modifiers <= modifiers
            fits = modifiers <= cluster.modifiers or narrower
            if not modifiers and cluster.modifiers and self._is_rival(one, cluster.end):
                return None
            if fits and not any(map(self._contrasts, modifiers ^ cluster.modifiers)):
                return cluster
        return None

    def add(self, one: Mention) -> Cluster:
        label = fold(one.text)
        self._taken[label] += 1
        number = self._taken[label]
        cluster = Cluster(
            label=one.text,
            head=one.head,
            type=one.type,
            plural=one.plural,
            modifiers=_modifiers(one),
            restricted=one.restricted,
            key=one.text if number == 1 else f"{one.text} {number}",
        )
        if not one.restricted:
            self._by_label[label, one.plural] = cluster
            self._by_head[one.head, one.plural].append(cluster)
        return cluster


def cluster_nominals(
    mentions: Iterable[Mention],
    contrasts: Callable[[str], bool] = lambda word: False,
    is_rival: Callable[[Mention, int], bool] = lambda one, end: False,
) -> dict[tuple[int, int], Cluster]:
    """Put nominal mentions of one article together.

    Same words are one thing, unless a clause after the noun tells a particular one apart ("the
    base Russia established"). A definite noun points back to the last of the same head and number
    whose modifiers do not disagree: "the air base" to "an Iranian air base".

    Args:
        mentions: of kind "nominal", in any order.
        contrasts: tells whether a modifier sets a thing off from the one that "the" means: "the
            government" is not the previous one.
        is_rival: tells whether a bare noun may mean what is named behind an offset: "the company"
            behind another company's name need not be the Oslo-based one.

    Returns:
        The cluster of each mention, by its start and end.
    """
    clusters = _Clusters(contrasts, is_rival)
    found: dict[tuple[int, int], Cluster] = {}
    for one in sorted(mentions, key=lambda m: (m.start, m.end)):
        if (one.start, one.end) in found:
            continue
        cluster = clusters.matching(one) or clusters.add(one)
        cluster.aliases.add(one.text)
        cluster.end = one.end
        cluster.modifiers |= _modifiers(one)
        if cluster.type == "Entity":
            cluster.type = one.type
        found[one.start, one.end] = cluster
    return found


def _modifiers(one: Mention) -> frozenset[str]:
    return frozenset(fold(word) for word in one.modifiers)
