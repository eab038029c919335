"""The bodies and buildings that an article names: which of them a bare noun means.

What may go in: finding the last one named before, by the last word of its name or by its sort. Each
is looked up in lists made once, so that a long article costs no more for each noun.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from kg.model import Mention
from kg.namespaces import fold


class Bodies:
    """The named bodies of one article.

    Args:
        mentions: of bodies and buildings, in text order.
        sort: gives the class that the knowledge base knows a name to have.
        name: gives the full name that a mention stands for.
    """

    def __init__(
        self,
        mentions: Iterable[Mention],
        sort: Callable[[Mention], str | None],
        name: Callable[[Mention], str],
    ) -> None:
        self._mentions, self._sort, self._name = list(mentions), sort, name

    def by_ending(self, noun: str, start: int) -> Mention | None:
        """The ministry: the last body before an offset whose name ends in the noun."""
        return _last_before(self._endings.get(noun, ()), start)

    def by_sort(self, kind: str, start: int) -> Mention | None:
        """The company: the last body before an offset that is known to be one."""
        return _last_before(self._sorts.get(kind, ()), start)

    def only(
        self, kind: str, start: int, may_be: Callable[[Mention, str], bool | None]
    ) -> Mention | None:
        """The agency: the one body of those before an offset that is one, if no other may be.

        Args:
            kind: the class of the noun.
            start: where it stands.
            may_be: tells of a body whether it is of a class; None if nothing tells.
        """
        before = self._mentions[: bisect_left(self._mentions, start, key=_start)]
        fitting = {self._name(one): may_be(one, kind) for one in before}
        named = [name for name, fits in fitting.items() if fits is not False]
        if len(named) != 1 or not fitting[named[0]]:
            return None
        return next(one for one in before if self._name(one) == named[0])

    @cached_property
    def _endings(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for named in self._mentions:
            if " " in named.text:
                found[fold(named.text).split()[-1]].append(named)
        return found

    @cached_property
    def _sorts(self) -> dict[str, list[Mention]]:
        names = {named.text: named for named in self._mentions}
        known = {text: self._sort(named) for text, named in names.items()}
        found: dict[str, list[Mention]] = defaultdict(list)
        for named in self._mentions:
            found[known[named.text] or ""].append(named)
        return found


def _last_before(mentions: Sequence[Mention], start: int) -> Mention | None:
    behind = bisect_left(mentions, start, key=_start)
    return mentions[behind - 1] if behind else None


def _start(mention: Mention) -> int:
    return mention.start
