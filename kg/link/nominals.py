"""Common nouns within one article: which of them stand for one thing. What may go in: clusters of
nominal mentions by head, number and modifiers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model import Mention
from kg.namespaces import fold


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
    aliases: set[str] = field(default_factory=set)


def cluster_nominals(mentions: Iterable[Mention]) -> dict[tuple[int, int], Cluster]:
    """Put nominal mentions of one article together.

    Same words are one thing, unless a clause after the noun tells a particular one apart ("the
    base Russia established"). A definite noun points back to the last of the same head and number
    whose modifiers do not disagree: "the air base" to "an Iranian air base".

    Args:
        mentions: of kind "nominal", in any order.

    Returns:
        The cluster of each mention, by its start and end.
    """
    clusters: list[Cluster] = []
    found: dict[tuple[int, int], Cluster] = {}
    for one in sorted(set(mentions), key=lambda m: (m.start, m.end)):
        if (one.start, one.end) in found:
            continue
        cluster = _matching(one, clusters)
        if cluster is None:
            cluster = _new(one, clusters)
            clusters.append(cluster)
        cluster.aliases.add(one.text)
        cluster.modifiers |= _modifiers(one)
        if cluster.type == "Entity":
            cluster.type = one.type
        found[(one.start, one.end)] = cluster
    return found


def _modifiers(one: Mention) -> frozenset[str]:
    return frozenset(fold(word) for word in one.modifiers)


def _matching(one: Mention, clusters: list[Cluster]) -> Cluster | None:
    if one.restricted:
        return None
    label, modifiers = fold(one.text), _modifiers(one)
    for cluster in reversed(clusters):
        if cluster.restricted or cluster.plural != one.plural:
            continue
        if fold(cluster.label) == label:
            return cluster
        agrees = modifiers <= cluster.modifiers or (cluster.modifiers <= modifiers and modifiers)
        if one.definite and cluster.head == one.head and agrees:
            return cluster
    return None


def _new(one: Mention, clusters: list[Cluster]) -> Cluster:
    taken = sum(fold(c.label) == fold(one.text) for c in clusters)
    return Cluster(
        label=one.text,
        head=one.head,
        type=one.type,
        plural=one.plural,
        modifiers=_modifiers(one),
        restricted=one.restricted,
        key=one.text if not taken else f"{one.text} {taken + 1}",
    )
