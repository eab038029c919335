"""Work over processes: its order, its errors, and workers that die."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, WorkerError
from kg.spread.processes import over_processes
from kg.spread.task import Task

WORKS = "tests.spread.works"


def _over(batches: Iterable[int], name: str, *arguments: Any, workers: int = 2) -> Iterator[Any]:
    task = Task(module=WORKS, name=name, arguments=arguments)
    return over_processes(batches, task, workers=workers, name=lambda number: f"number {number}")


@pytest.fixture(autouse=True)
def _leave_nothing() -> Iterator[None]:
    yield
    assert not multiprocessing.active_children()


def test_results_come_in_order_from_several_processes() -> None:
    found = list(_over(range(20), "doubling"))
    assert [doubled for doubled, _ in found] == [2 * n for n in range(20)]
    assert len({process for _, process in found} - {os.getpid()}) == 2


def test_no_work_is_no_result() -> None:
    assert list(_over([], "doubling")) == []


def test_batches_are_taken_as_results_are() -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    found = _over(source(), "doubling")
    next(found)
    time.sleep(0.5)
    assert len(taken) < 20
    found.close()  # type: ignore[attr-defined]


def test_a_worker_has_one_thread_for_numbers_and_we_what_we_had(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    assert list(_over([1], "threads")) == ["1"]
    assert os.environ["OMP_NUM_THREADS"] == "7"
    assert "MKL_NUM_THREADS" not in os.environ


def test_what_a_dead_worker_had_is_done_by_another(tmp_path: Path) -> None:
    assert list(_over(range(9), "dying_at", 4, str(tmp_path), 2)) == list(range(9))


def test_a_batch_that_kills_again_and_again_is_an_error(tmp_path: Path) -> None:
    found = _over(range(9), "dying_at", 4, str(tmp_path), 99)
    with pytest.raises(WorkerError, match="ended 3 times while it read number 4: memory"):
        list(found)


def test_an_error_of_ours_comes_back_after_what_was_before_it() -> None:
    found = _over(range(9), "refusing", 3)
    assert [next(found) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(InputError, match="not 3"):
        next(found)


def test_what_cannot_be_loaded_is_an_error() -> None:
    with pytest.raises(InputError, match="no such model"):
        list(_over(range(3), "unmakeable"))


PROGRAM = """
import multiprocessing, sys
from kg.spread.processes import over_processes
from kg.spread.task import Task

if __name__ == "__main__":
    task = Task(module="tests.spread.works", name="doubling")
    found = over_processes(iter(range(10**9)), task, workers=2, name=str)
    next(found)
    try:
        print(*[one.pid for one in multiprocessing.active_children()], flush=True)
        for _ in found: pass
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_the_program(how: signal.Signals, tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text(PROGRAM)
    running = subprocess.Popen(
        [sys.executable, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert running.stdout is not None
    workers = [int(pid) for pid in running.stdout.readline().split()]
    assert len(workers) == 2
    if how == signal.SIGINT:
        os.killpg(running.pid, how)  # as a terminal does
    else:
        running.kill()
    _, errors = running.communicate(timeout=30)
    assert "Traceback" not in errors
    assert running.returncode == (130 if how == signal.SIGINT else -how)
    end = time.monotonic() + 20
    while any(_runs(pid) for pid in workers):
        assert time.monotonic() < end, "a worker outlived the program"
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"
