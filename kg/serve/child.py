"""Work in a child process that has limits. What may go in: making the child, ending it, its answer.

A query cannot be stopped from outside while Oxigraph evaluates it, a process can. The service has
one thread and the graph in memory, so a fork is a snapshot of it. In the child the kernel keeps the
limits: a timer ends it, its memory is bounded, and it can open neither a file nor a socket,
whatever a query says.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import IO, NoReturn, TypeAlias

from kg.errors import KGError, QueryError

SHORT = 0.5  # seconds; what takes longer comes after what does not
_PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one query may use. Not all of `workers` are taken by the slow ones of one client."""

    seconds: float = 30.0
    result_bytes: int = 100 * 2**20
    memory_bytes: int = 2 * 2**30  # beyond what the graph takes
    workers: int = 8  # quick queries, and slow ones, answered at a time; further ones wait


@dataclass(frozen=True, slots=True)
class Answer:
    """The media type, and a file with what is answered, at its start."""

    media_type: str
    body: IO[bytes]


class Refused(KGError):
    """A request that is understood but not answered; `status` is that of HTTP."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


Task: TypeAlias = Callable[[IO[bytes]], str]
"""Writes what is answered and gives its media type; may raise `Refused` or `QueryError`."""


class Places:
    """How many may be answered at a time; those that are slow do not take the places of others."""

    def __init__(self, many: int) -> None:
        self.quick, self.slow = asyncio.Semaphore(many), many

    @asynccontextmanager
    async def one(self) -> AsyncIterator[Place]:
        """Wait for a place, and give it back."""
        await self.quick.acquire()
        place = Place(self)
        try:
            yield place
        finally:
            if place.is_slow:
                self.slow += 1
            else:
                self.quick.release()


class Place:
    """A place that one task has."""

    def __init__(self, places: Places) -> None:
        self.places, self.is_slow = places, False

    def put_behind(self, pid: int) -> None:
        """Let a child wait for those that have not taken long yet, and make room for another."""
        os.setpriority(os.PRIO_PROCESS, pid, 15)
        if self.places.slow:
            self.is_slow = True
            self.places.slow -= 1
            self.places.quick.release()


class Children:
    """Runs tasks in children, of quick and slow ones no more than `limits.workers` each."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.places = Places(limits.workers)

    async def run(self, task: Task) -> Answer:
        """Do a task in a child and wait for it.

        Raises:
            Refused: the task raised, or a limit ended it.
        """
        async with self.places.one() as place:
            body = tempfile.TemporaryFile()  # noqa: SIM115 (the answer is read from it later)
            try:
                media_type = await self._wait(task, body, place)
                body.seek(0)
                return Answer(media_type, body)
            except BaseException:
                body.close()
                raise

    async def _wait(self, task: Task, body: IO[bytes], place: Place) -> str:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            _child(task, body, writing, self.limits)
        os.close(writing)
        later = asyncio.get_running_loop().call_later(SHORT, place.put_behind, pid)
        try:
            told = await read_all(reading)
        except BaseException:
            os.kill(pid, signal.SIGKILL)
            raise
        finally:
            later.cancel()
            os.close(reading)
            ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if not told:
            raise self.killed(-ended)
        head = json.loads(told)
        if head["status"] != 200:
            raise Refused(head["status"], head["text"])
        return str(head["text"])

    def killed(self, by: int) -> Refused:
        """Tell which limit ended a child."""
        if by == signal.SIGALRM:
            return Refused(503, f"the time limit of {self.limits.seconds:g} s was reached")
        many = self.limits.memory_bytes // 2**20
        return Refused(500, f"the query ended early (signal {by}); it may use {many} MB of memory")


async def read_all(descriptor: int, *, until: bytes = b"") -> bytes:
    """What is written to a pipe until its other end is closed, which the end of a process does.

    Args:
        until: what ends it too; b"" is nothing.
    """
    loop, parts = asyncio.get_running_loop(), []
    ended = loop.create_future()

    def read() -> None:
        part = os.read(descriptor, 65536)
        parts.append(part)
        is_last = not part or (until and part.endswith(until))
        if is_last and not ended.done():
            ended.set_result(None)

    loop.add_reader(descriptor, read)
    try:
        await ended
    finally:
        loop.remove_reader(descriptor)
    return b"".join(parts)


def _child(task: Task, body: IO[bytes], writing: int, limits: Limits) -> NoReturn:
    """What the child does; it never returns into the loop that it is a copy of."""
    try:
        close_all_but({body.fileno(), writing})
        confine(limits)
        start_clock(limits.seconds)
        head = outcome(task, body, limits)
        os.write(writing, json.dumps(head).encode())
    finally:
        os._exit(0)


def outcome(task: Task, body: IO[bytes], limits: Limits) -> dict[str, object]:
    """Do a task, and tell how it went: a status of HTTP, and the media type or what is wrong."""
    try:
        media_type = task(_Bounded(body, limits.result_bytes))  # type: ignore[arg-type]
        body.flush()
        return {"status": 200, "text": media_type}
    except Refused as refused:
        return {"status": refused.status, "text": str(refused)}
    except QueryError as error:
        return {"status": 400, "text": str(error)}
    except MemoryError:
        return {"status": 500, "text": "the query needs more memory than it may use"}
    except Exception as error:  # of Oxigraph: the query was understood and failed
        return {"status": 500, "text": f"the query failed: {error}"}


def close_all_but(kept: set[int]) -> None:
    """Let go of what belongs to the parent and its other children, but for the standard streams.

    A connection, like a pipe, ends when the last one closes it.
    """
    signal.set_wakeup_fd(-1)
    for one in (signal.SIGALRM, signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)
    for descriptor in map(int, os.listdir("/proc/self/fd")):
        if descriptor > 2 and descriptor not in kept:
            with suppress(OSError):  # the listing's own is closed by now
                os.close(descriptor)


def start_clock(seconds: float) -> None:
    """End this process after so many seconds; 0 stops the clock."""
    signal.setitimer(signal.ITIMER_REAL, seconds)


def confine(limits: Limits) -> None:
    """Bound this process's memory, and let it open neither files nor sockets."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    bound = _memory() + limits.memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _memory() -> int:
    """How much memory this process has taken of the system, in bytes."""
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[0]) * _PAGE


class _Bounded:
    """A file to write to that takes so many bytes and no more."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self.file, self.left, self.most = file, most, most

    def write(self, data: bytes) -> int:
        self.left -= len(data)
        if self.left < 0:
            raise Refused(413, f"the result is larger than {self.most:,} bytes: add a LIMIT")
        return self.file.write(data)

    def flush(self) -> None:
        self.file.flush()
