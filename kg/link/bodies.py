"""The bodies and buildings that an article names: which of them a bare noun means.

What may go in: finding the last one named before, by the last word of its name or by its sort. Each
is looked up in lists made once, so that a long article costs no more for each noun.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from kg.model import Mention
from kg.namespaces import fold

_EVER = 1 << 60


class Bodies:
    """The named bodies of one article.

    Args:
        mentions: of bodies and buildings, in text order.
        sort: gives the class that the knowledge base knows a name to have.
        name: gives the full name that a mention stands for.
        is_body: tells of a body whether it is of a class; None if nothing tells.
    """

    def __init__(
        self,
        mentions: Iterable[Mention],
        sort: Callable[[Mention], str | None],
        name: Callable[[Mention], str],
        is_body: Callable[[Mention, str], bool | None],
    ) -> None:
        self._mentions, self._sort = list(mentions), sort
        self._name, self._is_body = name, is_body
        self._only: dict[str, tuple[Mention, int] | None] = {}

    def by_ending(self, noun: str, start: int) -> Mention | None:
        """The ministry: the last body before an offset whose name ends in the noun."""
        return _last_before(self._endings.get(noun, ()), start)

    def by_sort(self, kind: str, start: int) -> Mention | None:
        """The company: the last body before an offset that is known to be one.

        One that is named once, like the site that somebody wrote on, is not what a text is about.
        """
        return _last_before(self._sorts.get(kind, ()), start)

    def only(self, kind: str, start: int) -> Mention | None:
        """The agency: the one body before an offset that is of a class, if no other may be."""
        if kind not in self._only:
            self._only[kind] = self._first(kind)
        found = self._only[kind]
        return found[0] if found is not None and found[0].start < start <= found[1] else None

    def _first(self, kind: str) -> tuple[Mention, int] | None:
        """The first body of a class, and the offset from which on it is not the only one."""
        told: dict[str, bool | None] = {}
        first: Mention | None = None
        for one in self._mentions:
            name = self._name(one)
            if name not in told:
                told[name] = self._is_body(one, kind)
                if told[name] is not False and first is not None:
                    return first, one.start
                if told[name] is None:
                    return None
                first = one if told[name] else first
        return None if first is None else (first, _EVER)

    @cached_property
    def _endings(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for named in self._mentions:
            if " " in named.text:
                found[fold(named.text).split()[-1]].append(named)
        return found

    @cached_property
    def _sorts(self) -> dict[str, list[Mention]]:
        often = Counter(self._name(named) for named in self._mentions)
        names = {named.text: named for named in self._mentions}
        known = {text: self._sort(named) for text, named in names.items()}
        found: dict[str, list[Mention]] = defaultdict(list)
        for named in self._mentions:
            if often[self._name(named)] > 1:
                found[known[named.text] or ""].append(named)
        return found


def _last_before(mentions: Sequence[Mention], start: int) -> Mention | None:
    behind = bisect_left(mentions, start, key=_start)
    return mentions[behind - 1] if behind else None


def _start(mention: Mention) -> int:
    return mention.start
