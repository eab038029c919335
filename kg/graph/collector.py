"""Garbage collection, turned off while a million lasting objects are made: it finds nothing to free
and looks at them all again and again. What may go in: that switch, and one that makes it rare."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# The words of some thirty paragraphs between two looks at what is young.
_RARE = (20_000, 20, 10)


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


@contextmanager
def collector_rare() -> Iterator[None]:
    """Look for garbage less often inside, where articles come and go beside much that stays.

    By Python's own numbers a twenty-fifth of a long build is spent looking through the language
    model and the ontology again.

    Example:
        >>> with collector_rare():
        ...     gc.get_threshold() == _RARE
        True
    """
    before = gc.get_threshold()
    gc.set_threshold(*max(before, _RARE))
    try:
        yield
    finally:
        if before < _RARE:  # else one that began earlier puts it back
            gc.set_threshold(*before)
