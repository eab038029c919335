"""Garbage collection, turned off while a million lasting objects are made: it finds nothing to free
and looks at them all again and again. What may go in: that switch."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Collect no garbage inside; what was on is on again after it.

    Example:
        >>> with collector_off():
        ...     gc.isenabled()
        False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
