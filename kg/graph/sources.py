"""Which articles are copies of one text, and so one source. What may go in: sketches of texts, and
comparing them.

A text is the set of its runs of five words; a sketch holds the smallest hashes of these runs, which
are a random sample of them (bottom-k MinHash: A. Broder, "On the resemblance and containment of
documents", 1997; E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches", 2007). The
library for it, datasketch, brings scipy for what are twenty lines here.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from kg.model import Article, Evidence, Reading
from kg.namespaces import fold

_RUN = 5  # words
_SIZE = 256  # hashes in a sketch
_COPIED = 0.7  # the part of the shorter text that stands in the longer
_MANY = 20  # articles with one run: beyond them it is a stock phrase, or they have other pairs
_LEAST = 12  # runs: less is a stock phrase, and only the same text is a copy


def sketch(text: str) -> tuple[int, ...]:
    """Give the sketch of a text: up to 256 hashes, sorted.

    Example:
        >>> one = sketch("The port of Leeds was closed on Monday after a storm.")
        >>> two = sketch("LEEDS - The port of Leeds was closed on Monday, after a storm")
        >>> len(one), len(set(one) & set(two))
        (7, 7)
    """
    words = re.findall(r"\w+", fold(text))
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
    return tuple(sorted(map(_hash, runs)))[:_SIZE] if words else ()


def _hash(run: str) -> int:
    # 53 bits: what every reader of JSON holds exactly
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) >> 11


def overlap(one: Sequence[int], two: Sequence[int]) -> float:
    """Estimate what part of the shorter of two texts stands in the longer, 0 to 1.

    Example:
        >>> overlap((1, 2, 3), (2, 3, 4, 5))
        0.6666666666666666
    """
    if not one or not two:
        return 0.0
    # A full sketch tells nothing of hashes above its last; below it, both are complete.
    last = min([s[-1] for s in (one, two) if len(s) == _SIZE], default=None)
    first, second = (_until(np.asarray(s, dtype=np.int64), last) for s in (one, two))
    if not len(first) or not len(second):
        return 0.0
    places = np.minimum(np.searchsorted(second, first), len(second) - 1)
    shared = np.count_nonzero(second[places] == first)
    return float(shared / min(len(first), len(second)))


def _until(hashes: NDArray[np.int64], last: int | None) -> NDArray[np.int64]:
    return hashes if last is None else hashes[: np.searchsorted(hashes, last, side="right")]


class Sketches:
    """Readings to go through, of which the sketches are kept: reading them twice costs time.

    Args:
        readings: at most one an article.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = readings
        self._held: dict[str, array[int]] = {}
        self._published: dict[str, str] = {}

    def __iter__(self) -> Iterator[Reading]:
        for reading in self._readings:
            self._held[reading.article.id] = array("q", reading.sketch)
            self._published[reading.article.id] = reading.article.published or "9999"
            yield reading

    def copies(self) -> tuple[tuple[str, ...], ...]:
        """Find the articles, of those gone through, that are copies of one text.

        Returns:
            Groups of two or more article ids, the earliest published first, then by id; sorted.
        """
        held = {id: self._held[id] for id in sorted(self._held)}
        above = {id: id for id in held}
        for first, second in _candidates(held):
            if _is_copy(held[first], held[second]):
                above[_top(above, second)] = _top(above, first)
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for id in held:
            groups[_top(above, id)].append((self._published[id], id))
        found = (sorted(group) for group in groups.values() if len(group) > 1)
        return tuple(sorted(tuple(id for _, id in group) for group in found))


def copies(readings: Iterable[Reading]) -> tuple[tuple[str, ...], ...]:
    """Find the articles that are copies of one text, whole or in great part; see `Sketches`."""
    sketches = Sketches(readings)
    for _ in sketches:
        pass
    return sketches.copies()


def _candidates(held: Mapping[str, Sequence[int]]) -> list[tuple[str, str]]:
    """Pairs of articles that share a run of words; a run that many have gives few of its pairs.

    The hashes are sorted as one array: a list of articles for each of them would take ten times
    the memory, and most have one.
    """
    names = sorted(held)
    if not names:
        return []
    hashes = np.concatenate([np.asarray(held[name], dtype=np.int64) for name in names])
    owners = np.repeat(np.arange(len(names)), [len(held[name]) for name in names])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else order
    ends = np.append(starts[1:], len(hashes))
    several = ends - starts > 1
    pairs: set[tuple[int, int]] = set()
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        ids = owners[start:end].tolist()
        pairs.update(combinations(ids[:_MANY], 2))
        pairs.update((ids[0], other) for other in ids[_MANY:])
    return [(names[one], names[two]) for one, two in sorted(pairs)]


def _is_copy(one: Sequence[int], two: Sequence[int]) -> bool:
    if min(len(one), len(two)) < _LEAST:
        return bool(one) and list(one) == list(two)
    return overlap(one, two) >= _COPIED


def _top(above: dict[str, str], id: str) -> str:
    while above[id] != id:
        above[id] = above[above[id]]
        id = above[id]
    return id


def earliest(article: Article) -> tuple[str, str]:
    """Sort key: the day of publication, then the id."""
    return (article.published or "9999", article.id)


def sources_of(
    evidence: Iterable[Evidence], copied: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Group the articles of evidence: those that are copies of one text are one source.

    Args:
        evidence: of one statement.
        copied: the group of each article that has copies.
    """
    groups: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for article in {one.article for one in evidence}:
        groups[copied.get(article, (article,))].add(article)
    return tuple(sorted(tuple(a for a in group if a in here) for group, here in groups.items()))
