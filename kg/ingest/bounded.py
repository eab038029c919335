"""Streams that cannot take all memory. What may go in: reading whole files, lines and what is
unpacked, each up to a limit.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Protocol

from kg.errors import ArticleError, LimitError
from kg.limits import Limits

_CHUNK = 1 << 16
_ALWAYS = 1_000_000  # bytes that any file may unpack to, since a short text may repeat itself


class Overdrawn(LimitError):
    """An archive that unpacks too far; nothing more of it is read."""


class Budget:
    """How many bytes may still be unpacked from one file, archives within it included.

    Args:
        size: of the file on disk, in bytes.
        limits: `archive_ratio` is used.
    """

    def __init__(self, size: int, limits: Limits) -> None:
        self._limits = limits
        self._left = max(_ALWAYS, size * limits.archive_ratio)

    def spend(self, count: int) -> None:
        """Take `count` bytes.

        Raises:
            Overdrawn: there are not so many left.
        """
        self._left -= count
        if self._left < 0:
            times = f"{self._limits.archive_ratio:,}"
            told = self._limits.error(
                "archive_ratio", f"unpacks to more than {times} times its size"
            )
            raise Overdrawn(str(told))


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Unpacked(io.RawIOBase):
    """The bytes that a decompressor gives: counted, its errors told in one way."""

    def __init__(self, packed: _Readable, budget: Budget, damages: tuple[type[Exception], ...]):
        self._packed, self._budget, self._damages = packed, budget, damages

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._packed.read(len(buffer))
        except self._damages as error:
            raise damaged(error) from error
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def damaged(error: Exception) -> ArticleError:
    """Tell that an archive cannot be read on, and why."""
    reason = " ".join(str(error).split()) or type(error).__name__
    return ArticleError(f"damaged or cut off: {reason}")


def unpacked(
    packed: _Readable, budget: Budget, damages: tuple[type[Exception], ...]
) -> io.BufferedReader:
    """Make a stream of what a decompressor gives.

    Args:
        packed: what decompresses.
        budget: of the file that all this is in.
        damages: what the decompressor raises for bytes that are none of its format.
    """
    return io.BufferedReader(_Unpacked(packed, budget, damages), _CHUNK)


def whole(stream: BinaryIO, limits: Limits) -> bytes:
    """Read a stream to its end.

    Raises:
        LimitError: it has more bytes than `file_bytes`.

    Example:
        >>> whole(io.BytesIO(b"Iran"), Limits())
        b'Iran'
    """
    parts, size = [], 0
    while part := stream.read(_CHUNK):
        parts.append(part)
        size += len(part)
        limits.check("file_bytes", size, "larger than what is held at once, in bytes")
    return b"".join(parts)


def lines(stream: BinaryIO, limits: Limits) -> Iterator[bytes | LimitError]:
    """Give the lines of a stream with their ends; an error in place of one that is too long.

    Example:
        >>> [str(one)[:7] for one in lines(io.BytesIO(b"ab\\nabcdef\\n"), Limits(file_bytes=4))]
        ["b'ab\\\\n'", 'a line ']
    """
    longest = int(min(limits.file_bytes, 1 << 40))
    while line := stream.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
            pass
        yield limits.error("file_bytes", "a line longer than what is held at once, in bytes")


class Allowance:
    """A stream of which a reader may take only so much at a time.

    The library that reads an archive holds what the archive calls a header, however long.
    """

    def __init__(self, stream: BinaryIO, error: Callable[[], LimitError]) -> None:
        self._stream, self._error = stream, error
        self.left: float = 0

    def read(self, size: int) -> bytes:
        """Read up to `size` bytes.

        Raises:
            LimitError: nothing is left.
        """
        data = self._stream.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise self._error()
        return data
