"""What workers are given. What may go in: that value, which goes over pipes and networks.

A task names the function that makes a worker's own function, so that whatever is heavy (a language
model) is loaded where it is used and once there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

Work: TypeAlias = Callable[[Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The function `name` of `module`, called with `arguments`, makes what is called with a batch.

    Example:
        >>> work = Task(module="functools", name="partial", arguments=(max, 3)).make()
        >>> work(5)
        5
    """

    module: str
    name: str
    arguments: tuple[Any, ...] = ()

    def make(self) -> Work:
        """Import the function and call it."""
        made: Work = getattr(import_module(self.module), self.name)(*self.arguments)
        return made
