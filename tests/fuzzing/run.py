"""Fuzzes for a given time and keeps a log of how many inputs each target took.

    python -m tests.fuzzing.run --minutes 60 --log fuzzing.jsonl [TARGET…]

The targets take turns. Each turn is one line of the log: target, seed, inputs, seconds of the clock
and of the processor, the longest input in seconds, and what was found. A turn of a seed gives the
same inputs again. An input that takes the processor longer than ten seconds is a finding;
one that does not come back in a minute ends the program with the stack, after the log has the
turn's seed. Exit code 1: something was found.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import sys
import time
import warnings
from collections import Counter
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzzing.targets import TARGETS, Target

HANG = 10.0  # seconds
_LOST = 60.0  # seconds after which nothing is awaited any more
_TURN = 20_000  # milliseconds of inputs, by what targets say that they cost
_QUIET = settings(
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def turn(target: Target, number: int, inputs: int) -> dict[str, Any]:
    """Run a target on so many inputs, and tell what happened."""
    taken, longest, started, work = 0, 0.0, time.monotonic(), time.process_time()

    @seed(number)
    @settings(_QUIET, max_examples=inputs)
    @given(target.inputs)
    def run(value: Any) -> None:
        nonlocal taken, longest
        faulthandler.dump_traceback_later(_LOST, exit=True)
        began = time.process_time()  # a busy machine is no finding
        target.check(value)
        taken, took = taken + 1, time.process_time() - began
        longest = max(longest, took)
        assert took < HANG, f"{took:.0f} s"

    found = ""
    try:
        run()
    except Exception as error:
        notes = "\n".join(getattr(error, "__notes__", ()))
        found = f"{type(error).__name__}: {error}\n{notes}"[:4000]
    finally:
        faulthandler.cancel_dump_traceback_later()
    seconds = time.monotonic() - started
    told = {"seed": number, "inputs": taken, "seconds": round(seconds, 2)}
    told["cpu"] = round(time.process_time() - work, 2)
    return told | {"longest": round(longest, 2), "found": found}


def main(arguments: list[str]) -> int:
    """Take turns until the time is over; print the sums."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--log", type=Path, default=Path("fuzzing.jsonl"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    given = parser.parse_args(arguments)
    warnings.simplefilter("error")
    names = given.targets or list(TARGETS)
    end, sums, broken = time.monotonic() + 60 * given.minutes, Counter[str](), Counter[str]()
    for number in count(given.seed):
        for name in names:
            if time.monotonic() >= end:
                return _report(sums, broken)
            target = TARGETS[name]
            _log(given.log, {"target": name, "seed": number, "begun": True})
            told = turn(target, number, max(20, _TURN // target.cost // 4))
            _log(given.log, {"target": name, **told})
            sums[name] += told["inputs"]
            broken[name] += bool(told["found"])
    return 0


def _log(path: Path, row: dict[str, Any]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def _report(sums: Counter[str], broken: Counter[str]) -> int:
    for name, many in sums.items():
        print(f"{name:20} {many:>9,} inputs, {broken[name]} turns that found something")
    print(f"{'all':20} {sums.total():>9,} inputs")
    return 1 if broken.total() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
