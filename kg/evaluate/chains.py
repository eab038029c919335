"""Scores of coreference: how well one partition of mentions into entities meets another.

What may go in: metrics over sets of hashable mentions, no reading of files. MUC: Vilain, Burger,
Aberdeen, Connolly and Hirschman, "A model-theoretic coreference scoring scheme", MUC-6, 1995.
B³: Bagga and Baldwin, "Algorithms for scoring coreference chains", LREC 1998. CEAFe: Luo, "On
coreference resolution performance metrics", HLT-EMNLP 2005, with the entity similarity φ4. Their
mean is CoNLL's (Pradhan et al. 2012).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from kg.evaluate.report import ratio

M = TypeVar("M", bound=Hashable)
Sums: TypeAlias = tuple[float, float, float, float]  # precision's parts, then recall's


def muc(key: Sequence[frozenset[M]], response: Sequence[frozenset[M]]) -> Sums:
    """Count links: what is missing to join each chain's parts in the other partition.

    Example:
        >>> muc([frozenset("abc")], [frozenset("ab"), frozenset("c")])
        (1, 1, 1, 2)
    """
    return (*_links(response, key), *_links(key, response))


def _links(of: Sequence[frozenset[M]], by: Sequence[frozenset[M]]) -> tuple[int, int]:
    place = {mention: number for number, chain in enumerate(by) for mention in chain}
    kept = wanted = 0
    for chain in of:
        parts = {place[mention] for mention in chain if mention in place}
        alone = sum(mention not in place for mention in chain)
        kept += len(chain) - len(parts) - alone
        wanted += len(chain) - 1
    return kept, wanted


def b_cubed(key: Sequence[frozenset[M]], response: Sequence[frozenset[M]]) -> Sums:
    """Sum over mentions the share of their chain that the other partition keeps with them.

    Example:
        >>> b_cubed([frozenset("ab")], [frozenset("abcd")])
        (1.0, 4, 2.0, 2)
    """
    return (*_kept(response, key), *_kept(key, response))


def _kept(of: Sequence[frozenset[M]], by: Sequence[frozenset[M]]) -> tuple[float, int]:
    place = {mention: chain for chain in by for mention in chain}
    nothing: frozenset[M] = frozenset()
    shares = (len(c & place.get(mention, nothing)) / len(c) for c in of for mention in c)
    return float(sum(shares)), sum(len(chain) for chain in of)


def ceaf(key: Sequence[frozenset[M]], response: Sequence[frozenset[M]]) -> Sums:
    """Align chains one to one at the greatest similarity; the sum is shared by both sides.

    Example:
        >>> ceaf([frozenset("ab"), frozenset("c")], [frozenset("ab")])
        (1.0, 1, 1.0, 2)
    """
    similar = _alignment(key, response)
    return (similar, len(response), similar, len(key))


def _alignment(key: Sequence[frozenset[M]], response: Sequence[frozenset[M]]) -> float:
    from networkx import Graph, max_weight_matching

    graph: Graph[tuple[str, int]] = Graph()
    for i, one in enumerate(key):
        for j, other in enumerate(response):
            common = len(one & other)
            if common:
                graph.add_edge(
                    ("key", i), ("response", j), weight=2 * common / (len(one) + len(other))
                )
    pairs = max_weight_matching(graph)
    return float(sum(graph.edges[pair]["weight"] for pair in pairs))


METRICS: Mapping[str, Callable[[Sequence[frozenset[M]], Sequence[frozenset[M]]], Sums]] = (
    MappingProxyType({"MUC": muc, "B³": b_cubed, "CEAFe": ceaf})
)


def total(parts: Sequence[Sums]) -> tuple[float, float]:
    """Add up the articles' sums and give precision and recall.

    Example:
        >>> total([(1, 1, 1, 2), (1, 1, 0, 0)])
        (1.0, 0.5)
    """
    right, given, found, wanted = (sum(part) for part in zip(*parts, strict=True))
    return ratio(right, given), ratio(found, wanted)
