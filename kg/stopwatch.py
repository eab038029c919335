"""How long each stage takes. What may go in: measuring; standard library only.

Stages are generators that pull from each other, so their times nest: what a stage waits for another
one is counted for that other one alone, and the times add up to the whole.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


class Stopwatch:
    """Adds up seconds by stage.

    Example:
        >>> watch = Stopwatch()
        >>> with watch.stage("outer"):
        ...     doubled = [2 * n for n in watch.each("inner", range(3))]
        >>> doubled, sorted(watch.seconds)
        ([0, 2, 4], ['inner', 'outer'])
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a block for a stage, and not for the one around it."""
        self._count()
        self._running.append(name)
        try:
            yield
        finally:
            self._count()
            self._running.pop()

    def each(self, name: str, items: Iterable[T]) -> Iterator[T]:
        """Give the items, and count the time of getting them for a stage."""
        iterator = iter(items)
        while True:
            with self.stage(name):
                try:
                    item = next(iterator)
                except StopIteration:
                    return
            yield item

    def _count(self) -> None:
        now = time.perf_counter()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now
