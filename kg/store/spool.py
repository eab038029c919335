"""The statements of a large graph in a file, so that memory holds its entities alone.

What may go in: that file. It has no name and goes with the sequence that reads it; a statement
stands in it in the form that readings are kept in (`codec`).
"""

from __future__ import annotations

import json
import tempfile
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from threading import Lock
from typing import overload

from kg.errors import OutputError
from kg.graph.builder import Keep
from kg.model import Entity, Statement
from kg.store.codec import Places, Table, row_of_value, value_of_row

_LARGE = 100_000  # statements, about 150 MB; fewer are quicker held in memory
_AT_ONCE = 500  # statements that are read together


def keep_many(count: int) -> Keep:
    """Give what keeps so many statements: in memory, or in a file.

    Example:
        >>> keep_many(1_000)([])
        ()
    """
    return Spool if count > _LARGE else tuple


class Spool(Sequence[Statement]):
    """Statements in a file, made anew whenever they are asked for.

    Args:
        statements: gone through once; their entities stay in memory.

    Raises:
        OutputError: the file cannot be written, as when the disk is full.

    Example:
        >>> from kg import Article, build
        >>> made = build([Article.of(id="a", text="Russia attacked Georgia in 2008.")]).statements
        >>> spool = Spool(made)
        >>> len(spool) == len(made) and tuple(spool) == made and spool[-1] == made[-1]
        True
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        places: Places = {}
        self._ends = array("Q", [0])
        self._lock = Lock()  # place and read are two calls
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (as long as the sequence)
        weakref.finalize(self, self._file.close)
        try:
            for statement in statements:
                line = json.dumps(row_of_value(statement, places), separators=(",", ":"))
                self._ends.append(self._ends[-1] + self._file.write(line.encode("ascii")))
            self._file.flush()
        except OSError as error:
            folder = tempfile.gettempdir()
            raise OutputError(f"{folder}: cannot be written: {error.strerror}") from error
        self._entities: list[Entity] = list(places)

    def __len__(self) -> int:
        """How many statements there are."""
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[Statement]:
        """Make the statements in their order."""
        for first in range(0, len(self), _AT_ONCE):
            yield from self._made(range(first, min(first + _AT_ONCE, len(self))))

    @overload
    def __getitem__(self, at: int) -> Statement: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Statement, ...]: ...
    def __getitem__(self, at: int | slice) -> Statement | tuple[Statement, ...]:
        """Make one statement, or some.

        Raises:
            IndexError: there is none at that place.
        """
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        place = range(len(self))[at]
        return self._made(range(place, place + 1))[0]

    def __eq__(self, other: object) -> bool:
        """Whether another sequence holds the same statements."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _made(self, places: range) -> list[Statement]:
        """Make the statements of neighbouring places."""
        start, ends = self._ends[places.start], self._ends[places.start + 1 : places.stop + 1]
        with self._lock:
            self._file.seek(start)
            content = self._file.read(ends[-1] - start)
        table, found, at = Table(self._entities, {}), [], 0
        for end in ends:
            found.append(value_of_row(Statement, json.loads(content[at : end - start]), table))
            at = end - start
        return found
