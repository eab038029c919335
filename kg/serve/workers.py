"""Children that answer one question after the other. What may go in: making, asking, ending them.

To copy a process takes time in which nobody is answered: of a million triples 40 ms were measured,
which is more than most queries need. So a child is kept for the next query. It has the graph as it
was when it was made, and so ends when that changes; also when a limit ended its query, when the
query was slow, since its low priority cannot be raised again, and when the answer is long, since
that is read from its file while the next one would be written.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import pickle
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import IO, Any, NoReturn, TypeAlias

import pyoxigraph as ox

from kg.serve.child import (
    SHORT,
    Answer,
    Children,
    Place,
    Refused,
    close_all_but,
    confine,
    outcome,
    read_all,
    start_clock,
)

_MANY = 1000  # queries; what a child has lost of its memory by then is given back
_LONG = 2**20  # bytes of an answer

Question: TypeAlias = Callable[[ox.Store, IO[bytes]], str]
"""Writes what is answered and gives its media type; it can be pickled."""


class Workers:
    """Answers questions about one store; no more at a time than `children` allows."""

    def __init__(self, store: ox.Store, children: Children) -> None:
        self.store, self.children = store, children
        self._idle: list[_Worker] = []
        self._version = 0

    async def run(self, question: Question) -> Answer:
        """Answer a question in a child.

        Raises:
            Refused: the question raised, or a limit ended it.
        """
        async with self.children.places.one() as place:
            worker = self._ready()
            try:
                head = await worker.ask(question, place)
            except BaseException:
                worker.kill()
                raise
            if head is None:
                raise self.children.killed(worker.reap())
            try:
                return worker.answer(head)
            finally:
                self._put_back(worker)

    def renew(self) -> None:
        """Let nobody be answered from the store as it was."""
        self._version += 1
        while self._idle:
            self._idle.pop().end()

    def _ready(self) -> _Worker:
        while self._idle:
            worker = self._idle.pop()
            if not worker.has_ended():
                return worker
        return _Worker(self.store, self.children, self._version)

    def _put_back(self, worker: _Worker) -> None:
        if worker.is_spent or worker.version != self._version:
            worker.end()
        else:
            self._idle.append(worker)


class _Worker:
    """A child, the pipes to it and from it, and the file for a question and then its answer."""

    def __init__(self, store: ox.Store, children: Children, version: int) -> None:
        self.version, self.asked, self.is_spent = version, 0, False
        self.file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (as long as the child)
        asked, self.asking = os.pipe()
        self.telling, told = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _work(store, children, self.file.fileno(), asked, told)
        os.close(asked)
        os.close(told)

    async def ask(self, question: Question, place: Place) -> dict[str, Any] | None:
        """Have a question answered; None if the child ended over it."""
        later = asyncio.get_running_loop().call_later(SHORT, self._put_behind, place)
        try:
            _replace(self.file.fileno(), pickle.dumps(question))
            with suppress(BrokenPipeError):  # it has ended just now, which is read next
                os.write(self.asking, b"\n")
            line = await read_all(self.telling, until=b"\n")
        finally:
            later.cancel()
        self.asked += 1
        self.is_spent = self.is_spent or self.asked >= _MANY
        return json.loads(line) if line else None

    def answer(self, head: dict[str, Any]) -> Answer:
        """Give what was answered; a long answer takes the file with it."""
        if head["status"] != 200:
            raise Refused(head["status"], head["text"])
        length = os.fstat(self.file.fileno()).st_size
        if length <= _LONG:
            return Answer(head["text"], io.BytesIO(os.pread(self.file.fileno(), length, 0)))
        self.is_spent = True
        body, self.file = self.file, io.BytesIO()
        body.seek(0)
        return Answer(head["text"], body)

    def end(self) -> None:
        """Let the child end, and take notice when it has."""
        os.close(self.asking)
        self.file.close()
        asyncio.get_running_loop().add_reader(self.telling, self._ended)

    def kill(self) -> None:
        """End the child whatever it does."""
        os.kill(self.pid, signal.SIGKILL)
        self.reap()

    def reap(self) -> int:
        """Wait for the end of the child and let go of it; give the signal that ended it."""
        self._close()
        return -os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def has_ended(self) -> bool:
        """Tell whether something ended the child while it waited, and let go of it then."""
        ended = os.waitpid(self.pid, os.WNOHANG)[0] != 0
        if ended:
            self._close()
        return ended

    def _close(self) -> None:
        os.close(self.asking)
        os.close(self.telling)
        self.file.close()

    def _ended(self) -> None:
        asyncio.get_running_loop().remove_reader(self.telling)
        os.close(self.telling)
        os.waitpid(self.pid, 0)

    def _put_behind(self, place: Place) -> None:
        self.is_spent = True
        place.put_behind(self.pid)


def _work(store: ox.Store, children: Children, file: int, asked: int, told: int) -> NoReturn:
    """What the child does until the pipe is closed; it never returns into the loop."""
    try:
        close_all_but({file, asked, told})
        confine(children.limits)
        while os.read(asked, 1):
            question: Question = pickle.loads(os.pread(file, os.fstat(file).st_size, 0))
            _replace(file, b"")
            start_clock(children.limits.seconds)
            with open(file, "wb", closefd=False) as body:
                head = outcome(partial(question, store), body, children.limits)
            start_clock(0)
            os.write(told, json.dumps(head).encode() + b"\n")
    finally:
        os._exit(0)


def _replace(file: int, content: bytes) -> None:
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    while content:
        content = content[os.write(file, content) :]
    os.lseek(file, 0, os.SEEK_SET)
