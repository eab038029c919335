"""Archives and compressed files: gzip, Zstandard, zip and tar, read as streams.

What may go in here: what these formats are, and the files in them, in the order they stand in.
Nothing is ever written to disk, so a name cannot lead out of a folder; a name that tries is told
of nevertheless. Links, devices, encrypted and sparse files are told of and not read.

Formats: https://www.rfc-editor.org/rfc/rfc1952 (gzip), https://www.rfc-editor.org/rfc/rfc8878
(Zstandard), https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (zip), and
https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (tar).
"""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Self, TypeAlias, cast

from kg.errors import ArticleError
from kg.ingest.bounded import Allowance, Budget, damaged, unpacked, whole
from kg.limits import Limits

_LINK = 0o120000  # of a Unix mode: https://man7.org/linux/man-pages/man7/inode.7.html
_TYPE = 0o170000
_ENCRYPTED = 0x1
_LINKED = "a link; links are not followed"
# What the libraries raise for bytes that are none of their format, found by fuzzing them.
_DAMAGES = (
    EOFError, OSError, NotImplementedError, OverflowError, RuntimeError, UnicodeError, ValueError,
    LookupError, struct.error, tarfile.TarError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, and its bytes, which are read before the next file is asked for."""

    name: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True)
class Unread:
    """A file in an archive that is not read, and why."""

    name: str
    reason: str


Unpacker: TypeAlias = Callable[[str, BinaryIO, Budget, Limits], Iterator[Member | Unread]]


def gunzip(name: str, stream: BinaryIO, budget: Budget, limits: Limits) -> Iterator[Member]:
    """Give the one file of a gzip file; its name is that of the file without `.gz`."""
    with gzip.GzipFile(fileobj=stream) as packed:
        yield Member(_inner(name), unpacked(packed, budget, _DAMAGES))


def unzstd(name: str, stream: BinaryIO, budget: Budget, limits: Limits) -> Iterator[Member]:
    """Give the one file of a Zstandard file.

    Raises:
        ArticleError: the library is not installed.
    """
    try:
        from backports import zstd
    except ImportError as error:
        raise ArticleError("Zstandard needs a library: pip install 'kg-news[zstd]'") from error
    with zstd.ZstdFile(stream) as packed:
        yield Member(_inner(name), unpacked(packed, budget, (*_DAMAGES, zstd.ZstdError)))


def _inner(name: str) -> str:
    path = PurePosixPath(name)
    tarred = path.suffix.lower() == ".tgz"
    return f"{path.stem}.tar" if tarred else path.stem


def unzip(name: str, stream: BinaryIO, budget: Budget, limits: Limits) -> Iterator[Member | Unread]:
    """Give the files of a zip archive.

    Args:
        stream: one that can seek is used as it is; of any other the bytes are held.

    Raises:
        ArticleError: it is no zip archive, or is cut off: the table of its files stands at the end.
    """
    held = stream if stream.seekable() else io.BytesIO(whole(stream, limits))
    try:
        archive = zipfile.ZipFile(held)
    except _DAMAGES as error:
        raise damaged(error) from error
    with archive:
        files = [info for info in archive.infolist() if not info.filename.endswith("/")]
        limits.check("archive_files", len(files), f"{len(files):,} files in an archive")
        for info in _once_each(files):
            if isinstance(info, Unread):
                yield info
            else:
                yield _zipped(archive, info, budget)


def _once_each(files: list[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo | Unread]:
    names: set[str] = set()
    for info in files:
        reason = _wrong_name(info.filename) or _wrong_entry(info)
        if info.filename in names:
            reason = "a second file of this name in the archive"
        names.add(info.filename)
        yield Unread(info.filename, reason) if reason else info


def _wrong_entry(info: zipfile.ZipInfo) -> str:
    if info.external_attr >> 16 & _TYPE == _LINK:
        return _LINKED
    encrypted = info.flag_bits & _ENCRYPTED
    return "encrypted; unpack it with its password first" if encrypted else ""


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Member | Unread:
    try:
        packed = archive.open(info)
    except _DAMAGES as error:
        return Unread(info.filename, str(damaged(error)))
    return Member(info.filename, unpacked(packed, budget, _DAMAGES))


def untar(name: str, stream: BinaryIO, budget: Budget, limits: Limits) -> Iterator[Member | Unread]:
    """Give the files of a tar archive, which is read once from its start to its end.

    Raises:
        ArticleError: it is no tar archive, is cut off, or its headers are larger than `file_bytes`.
    """
    told = "a header larger than what is held at once, in bytes"
    source = Allowance(stream, lambda: limits.error("file_bytes", told))
    source.left = limits.file_bytes
    with _tar(source) as archive:
        member = _next(archive)
        count = 0
        while member is not None:
            count += 1
            limits.check("archive_files", count, f"more than {count - 1:,} files in an archive")
            source.left = member.size + limits.file_bytes
            if not member.isdir():
                yield _tarred(archive, member)
            source.left = member.size + limits.file_bytes
            member = _next(archive)


def _tar(source: Allowance) -> tarfile.TarFile:
    try:
        return tarfile.open(fileobj=cast("BinaryIO", source), mode="r|", tarinfo=_Header)
    except _DAMAGES as error:
        raise damaged(error) from error


class _Header(tarfile.TarInfo):
    """A header; the library takes a broken one in the middle for the archive's end."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(archive)
        except tarfile.HeaderError as error:
            if type(error).__name__ == "EOFHeaderError":  # the block of zeros that ends it
                raise
            raise damaged(error) from error


def _next(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    try:
        member = archive.next()
    except _DAMAGES as error:
        raise damaged(error) from error
    archive.members.clear()  # type: ignore[attr-defined]  # the library keeps them all
    return member


def _tarred(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Member | Unread:
    reason = _wrong_name(member.name)
    if member.issym() or member.islnk():
        reason = _LINKED
    elif not member.isreg() or member.issparse():
        reason = "not a plain file"
    if reason:
        return Unread(member.name, reason)
    packed = archive.extractfile(member)
    assert packed is not None, member.name
    # The archive's own size bounds it: a plain file of a tar archive is not compressed.
    return Member(member.name, unpacked(packed, Budget(member.size, Limits()), _DAMAGES))


def _wrong_name(name: str) -> str:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    leads_out = name.startswith(("/", "\\")) or ".." in parts or ":" in "".join(parts[:1])
    return "its name leads out of the archive" if leads_out else ""


UNPACKERS: dict[str, Unpacker] = {
    ".gz": gunzip,
    ".tar": untar,
    ".tgz": gunzip,
    ".zip": unzip,
    ".zst": unzstd,
}
