"""Work spread over machines: a Dask cluster (https://distributed.dask.org).

What may go in: connecting, and handing out batches. What a lost worker had, Dask gives to another.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import WorkerError
from kg.spread.task import Task, Work

if TYPE_CHECKING:
    from distributed import Client

B = TypeVar("B")

LOCAL = "local:"
_TRIES = 3  # of a batch that ends its worker
_AHEAD = 3  # batches a worker
_PATIENCE = 30  # seconds until a cluster answers, and has a worker


def over_cluster(batches: Iterable[B], task: Task, *, address: str) -> Iterator[Any]:
    """Do a task for each batch on a cluster.

    Args:
        batches: taken as workers become free, and a few ahead of what was yielded at most.
        task: what makes each worker's function.
        address: of the scheduler, as tcp://HOST:PORT; or "local:N" to start N workers here.

    Yields:
        What came of each batch, in their order.

    Raises:
        WorkerError: there is no such cluster, it has no worker, it lost a batch's worker four
            times, or `distributed` is not installed.
        Exception: whatever the function raises, for the first batch that it raises it for.
    """
    with _connected(address) as client:
        yield from _in_order(iter(batches), task, client)


def _in_order(source: Iterator[B], task: Task, client: Client) -> Iterator[Any]:
    from distributed import KilledWorker

    waiting: deque[Any] = deque()
    try:
        while True:
            room = _AHEAD * max(1, len(client.nthreads())) - len(waiting)
            for _, batch in zip(range(room), source, strict=False):
                waiting.append(client.submit(_done, task, batch, pure=False, retries=0))
            if not waiting:
                return
            yield waiting.popleft().result()
    except KilledWorker as error:
        raise WorkerError(
            f"the cluster lost the worker of one batch again and again ({error.last_worker}):"
            " memory may be short there"
        ) from error


def _done(task: Task, batch: Any) -> Any:
    """Do a batch, on a worker."""
    return _work(task)(batch)


@lru_cache(maxsize=1)  # one model a worker
def _work(task: Task) -> Work:
    return task.make()


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise WorkerError(
            "--cluster needs Dask: install it with pip install 'kg-news[dask]'"
        ) from error
    dask.config.set({"distributed.scheduler.allowed-failures": _TRIES})
    if address.startswith(LOCAL):
        with (
            LocalCluster(
                n_workers=_count(address),
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs="CRITICAL",
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(address, timeout=_PATIENCE)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise WorkerError(
            f"{address}: no Dask cluster with workers there ({error}): give tcp://HOST:PORT or "
            f"{LOCAL}N"
        ) from error
    with client:
        yield client


def _count(address: str) -> int:
    told = address.removeprefix(LOCAL)
    if not told.isdecimal() or int(told) < 1:
        raise WorkerError(f"{address}: {LOCAL}N needs a number of workers, as in {LOCAL}2")
    return int(told)
