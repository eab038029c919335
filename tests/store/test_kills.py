"""Builds that are killed with no time to tidy up: the store opens, and holds exactly what was
committed."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import build, read_graph, write_graph
from kg.errors import GraphError
from kg.graph.folding import fold
from kg.pipeline import grow
from kg.reader import Reader
from kg.store.codec import digest_of
from kg.store.readings import READINGS, open_readings
from tests.merging.corpus import corpus

ARTICLES = [told.article for told in corpus()]
PROGRAM = """
import sys
from kg.pipeline import grow
from kg.reader import Reader
from kg.store.readings import Readings
from tests.merging.corpus import corpus

keep = Readings.keep
def kept(self, row):
    keep(self, row)
    print(row.article, flush=True)
Readings.keep = kept
reader = Reader(workers=int(sys.argv[2]))
reader.model
print("ready", flush=True)
grow(sys.argv[1], [told.article for told in corpus()], reader=reader)
print("done", flush=True)
"""


def _killed(store: Path, moment: float) -> list[str]:
    """Kill a build a while after its model is loaded, and give what it said it committed."""
    program = [sys.executable, "-c", PROGRAM, str(store), "1"]
    running = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stdout.readline() == "ready\n"
    time.sleep(moment)
    running.kill()
    told = running.stdout.read().split()
    running.wait()
    running.stdout.close()
    return told


def _check(store: Path, told: list[str]) -> int:
    """What was committed is there, in order and whole; at most one more that could not be told."""
    if not told and _has_nothing(store):
        return 0
    with open_readings(store) as readings:
        kept = readings.digests()
        assert [r.article.id for r in readings] == sorted(kept)
    order = [article.id for article in ARTICLES]
    assert set(kept) in ({*order[: len(told)]}, {*order[: len(told) + 1]})
    assert kept == {a.id: digest_of(a) for a in ARTICLES if a.id in kept}
    if kept:
        assert [article.id for article in read_graph(store).articles] == sorted(kept)
    return len(kept)


def _has_nothing(store: Path) -> bool:
    """Whether the store was not begun when the build was killed, and says so."""
    if not (store / READINGS).exists():
        return True
    try:
        read_graph(store)
    except GraphError as error:
        return bool(re.search("no store: |the store is empty: ", str(error)))
    return False


def _kill_often(times: int, folder: Path, reader: Reader) -> None:
    rng = random.Random(20260101)
    counts = []
    for number in range(times):
        store = folder / f"store-{number}"
        told = _killed(store, rng.uniform(0, 1.5))
        done = bool(told) and told[-1] == "done"
        counts.append(_check(store, told[:-1] if done else told))
    assert len(set(counts)) > 1 or times < 10, "every build was killed at the same place"
    # and the last is finished by the next build
    grow(store, ARTICLES, reader=reader)
    grown = read_graph(store)
    clean = fold(reader.read(ARTICLES), base=grown.base, version=grown.version, model=reader.model)
    assert grown == clean


def test_a_killed_build_leaves_what_was_committed(tmp_path: Path, reader: Reader) -> None:
    _kill_often(3, tmp_path, reader)


@pytest.mark.long
def test_fifty_killed_builds_leave_what_was_committed(tmp_path: Path, reader: Reader) -> None:
    _kill_often(50, tmp_path, reader)


def _resume_often(times: int, workers: int, folder: Path, reader: Reader) -> None:
    """Kill one build again and again, each time going on from where it was."""
    rng = random.Random(20260102 + workers)
    store, read = folder / "store", list[str]()
    program = [sys.executable, "-c", PROGRAM, str(store), str(workers)]
    for _ in range(times):
        running = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        for _ in range(rng.randrange(5)):
            read.append(running.stdout.readline().strip())
        time.sleep(rng.uniform(0, 0.05))
        running.kill()
        read += running.stdout.read().split()
        running.wait()
        running.stdout.close()
    grow(store, ARTICLES, reader=reader)
    read = [article for article in read if article not in ("", "done")]
    assert len(read) == len(set(read)), "an article was read twice"
    assert len(read) > times // 4
    grown = read_graph(store)
    assert grown == fold(
        reader.read(ARTICLES), base=grown.base, version=grown.version, model=reader.model
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_a_build_goes_on_where_it_was_killed(workers: int, tmp_path: Path, reader: Reader) -> None:
    _resume_often(2, workers, tmp_path, reader)


@pytest.mark.long
@pytest.mark.parametrize("workers", [1, 2])
def test_a_build_killed_thirty_times_is_a_clean_build(
    workers: int, tmp_path: Path, reader: Reader
) -> None:
    _resume_often(30, workers, tmp_path, reader)


def test_a_store_exports_what_a_build_writes(tmp_path: Path, reader: Reader) -> None:
    few = ARTICLES[:9]
    grow(tmp_path / "store", few, reader=reader)
    write_graph(read_graph(tmp_path / "store"), tmp_path / "grown.ttl")
    write_graph(build(few), tmp_path / "built.ttl")
    assert (tmp_path / "grown.ttl").read_bytes() == (tmp_path / "built.ttl").read_bytes()
