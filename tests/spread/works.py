"""What the workers of tests do. What may go in: functions that make them, found by name."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from kg.errors import InputError


def doubling() -> Callable[[int], tuple[int, int]]:
    """Doubles, in a process that tells its id; odd numbers take longer."""

    def work(number: int) -> tuple[int, int]:
        time.sleep(0.02 * (number % 2))
        return 2 * number, os.getpid()

    return work


def dying_at(number: int, trace: str, times: int) -> Callable[[int], int]:
    """Is killed at a number, as often as is told."""

    def work(given: int) -> int:
        deaths = len(list(Path(trace).iterdir()))
        if given == number and deaths < times:
            (Path(trace) / str(deaths)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return given

    return work


def refusing(number: int) -> Callable[[int], int]:
    """Raises an error of ours at a number."""

    def work(given: int) -> int:
        if given == number:
            raise InputError(f"not {given}")
        return given

    return work


def threads() -> Callable[[int], str | None]:
    """Tells how many threads numbers may have."""
    return lambda _: os.environ.get("OMP_NUM_THREADS")


def unmakeable() -> Callable[[int], int]:
    """Cannot be made."""
    raise InputError("no such model")
