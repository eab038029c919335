"""Work spread over processes of this machine.

What may go in: starting workers, handing them one batch each, and replacing those that die. A
worker starts from nothing (`spawn`), so that it has no lock or thread of the program in it; it ends
when its pipe does, so that none is left over however the program ends.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar, cast

from kg.errors import WorkerError
from kg.spread.task import Task, Work

B = TypeVar("B")

_TRIES = 3  # of a batch that ends its worker
_AHEAD = 4  # batches a worker that may be done and wait for one before them
# One thread a worker: more of them wait for each other.
_ONE_THREAD = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def over_processes(
    batches: Iterable[B], task: Task, *, workers: int, name: Callable[[B], str]
) -> Iterator[Any]:
    """Do a task for each batch, in several processes.

    Args:
        batches: taken as workers become free, and a few ahead of what was yielded at most.
        task: what makes each worker's function.
        workers: how many processes, at least one.
        name: tells a batch in messages.

    Yields:
        What came of each batch, in their order.

    Raises:
        WorkerError: a batch ended its worker three times.
        Exception: whatever the function raises, for the first batch that it raises it for.
    """
    with _started(task, workers) as pool:
        yield from _in_order(enumerate(batches), pool, workers * _AHEAD, name)


def _in_order(
    source: Iterator[tuple[int, B]], pool: _Pool, ahead: int, name: Callable[[B], str]
) -> Iterator[Any]:
    done: dict[int, Any] = {}
    deaths = Counter[int]()
    following = 0
    while True:
        while pool.idle and len(done) + len(pool.busy) < ahead:
            given = next(source, None)
            if given is None:
                break
            pool.give(*given)
        if following in done:
            yield _unpacked(done.pop(following))
            following += 1
        elif not pool.busy:
            return
        else:
            for number, batch, result in pool.collect():
                if result is not None:
                    done[number] = result
                    continue
                deaths[number] += 1
                if deaths[number] == _TRIES:
                    raise WorkerError(
                        f"a worker process ended {_TRIES} times while it read {name(batch)}: memory"
                        " may be short; give fewer --workers, or leave the article out"
                    )
                pool.give(number, batch)


def _unpacked(result: tuple[bool, Any]) -> Any:
    is_well, value = result
    if not is_well:
        raise value
    return value


class _Worker:
    """A process and the pipe to it."""

    def __init__(self, task: Task) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, task), daemon=True)
        with _one_thread(), _deaf():
            self._process.start()
        theirs.close()
        self.pid = self._process.pid

    def end(self) -> None:
        """End the process, whatever it does."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


class _Pool:
    """Workers: those that have nothing to do, and what the others do."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self.idle: list[_Worker] = []
        self.busy: dict[Connection, tuple[_Worker, int, Any]] = {}

    def start(self) -> None:
        """Add a worker."""
        self.idle.append(_Worker(self._task))

    def give(self, number: int, batch: Any) -> None:
        """Give a batch to an idle worker."""
        worker = self.idle.pop()
        self.busy[worker.pipe] = (worker, number, batch)
        with suppress(ConnectionError):  # it has died; its pipe tells so when it is read
            worker.pipe.send(batch)

    def collect(self) -> Iterator[tuple[int, Any, tuple[bool, Any] | None]]:
        """Wait until a worker is done; give batches with results, or None where it has died."""
        for pipe in wait(list(self.busy)):
            worker, number, batch = self.busy.pop(cast("Connection", pipe))
            try:
                result = worker.pipe.recv()
                self.idle.append(worker)
            except (EOFError, OSError):  # it ended, perhaps while it told what came of it
                result = None
                worker.end()
                self.start()
            yield number, batch, result

    def end(self) -> None:
        """End all workers."""
        for worker in (*self.idle, *(worker for worker, _, _ in self.busy.values())):
            worker.end()


@contextmanager
def _started(task: Task, workers: int) -> Iterator[_Pool]:
    pool = _Pool(task)
    try:
        for _ in range(workers):
            pool.start()
        yield pool
    finally:
        pool.end()


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let a process that is started now have one thread for numbers; ours has what it had."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _deaf() -> Iterator[None]:
    """Let a process that is started now not hear Ctrl-C, which reaches all: we shall end it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: Connection, task: Task) -> None:
    """Do what comes through the pipe until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # also if a thread has started us
    work: Work | None = None
    with suppress(EOFError, ConnectionError):
        while True:
            batch = pipe.recv()
            try:
                work = work or task.make()
                result = (True, work(batch))
            except Exception as error:
                result = (False, error)
            pipe.send(result)
