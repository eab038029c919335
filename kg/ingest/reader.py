"""From INPUT to articles: which files there are, which reader each gets, which id and defaults.

What may go in here: finding, dispatch and what an archive's files are called. How a format is read
is the business of its own module; a new format is one line in READERS.
"""

from __future__ import annotations

import io
import math
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TextIO, TypeAlias

from kg.errors import ArticleError, InputError, LimitError
from kg.ingest.archives import UNPACKERS, Member, Unread
from kg.ingest.bounded import Budget, Overdrawn, whole
from kg.ingest.draft import Draft, one_line
from kg.ingest.feeds import read_feed
from kg.ingest.html import read_html
from kg.ingest.jsonlines import read_json, read_json_lines
from kg.ingest.markdown import read_markdown
from kg.ingest.options import Options
from kg.ingest.pdf import read_pdf
from kg.ingest.published import iso_date
from kg.ingest.screening import Found, Origin, admit
from kg.ingest.tables import read_csv, read_parquet
from kg.ingest.text import read_text
from kg.model import Article, Skip

Reader: TypeAlias = Callable[[BinaryIO, Options], Iterator[Draft | ArticleError]]


def _whole(read: Callable[[BinaryIO], Iterator[Draft | ArticleError]]) -> Reader:
    """A reader of files that are held as a whole."""
    return lambda stream, options: read(io.BytesIO(whole(stream, options.limits)))


def _seekable(read: Reader) -> Reader:
    """A reader that goes back and forth in its file; of what is packed the bytes are held."""

    def anywhere(stream: BinaryIO, options: Options) -> Iterator[Draft | ArticleError]:
        held = stream if stream.seekable() else io.BytesIO(whole(stream, options.limits))
        return read(held, options)

    return anywhere


READERS: dict[str, Reader] = {
    ".atom": _whole(read_feed),
    ".csv": read_csv,
    ".htm": _whole(read_html),
    ".html": _whole(read_html),
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".markdown": _whole(read_markdown),
    ".md": _whole(read_markdown),
    ".ndjson": read_json_lines,
    ".parquet": _seekable(read_parquet),
    ".pdf": read_pdf,
    ".rdf": _whole(read_feed),
    ".rss": _whole(read_feed),
    ".tsv": read_csv,
    ".txt": _whole(read_text),
    ".xml": _whole(read_feed),
}
_FEEDS = (".atom", ".rdf", ".rss", ".xml")
_COMPRESSED = (".gz", ".tgz", ".zst")  # one file, whose name is within the name
_DEFAULTS = Options()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A file to read (standard input: no path), its name for messages, its id if it gives none.

    `file` is its own name, whose suffix decides; `depth` how many archives it is in.
    """

    path: Path | None
    name: str
    file: str
    stem: str
    depth: int = 0

    @property
    def suffix(self) -> str:
        """The last suffix, which says how it is read."""
        return PurePosixPath(self.file).suffix.lower()

    @property
    def origin(self) -> Origin:
        """What an article of it is told of."""
        others = self.depth > 0 or self.suffix in _FEEDS
        return Origin(name=self.name, stem=self.stem, others=others)


def read_articles(
    inputs: Sequence[str],
    *,
    date: str | None = None,
    source: str | None = None,
    id: str | None = None,
    stdin: TextIO | BinaryIO | None = None,
    options: Options = _DEFAULTS,
) -> Iterator[Article | Skip]:
    """Read the articles of files, folders and standard input.

    A folder is read recursively in the order of its sorted paths: files with a suffix of READERS,
    and archives of them, no hidden ones, no linked folders. A file named itself may have any
    suffix: an unknown one is read as plain text. An article in an archive has the archive's id, a
    slash and its path in it without suffix.

    Args:
        inputs: paths; "-" stands for standard input, which is read as plain text.
        date: date of publication of the articles that tell none.
        source: source of the articles that tell none.
        id: the article's id; only where the inputs hold exactly one article.
        stdin: what to read for "-"; None for the process's own.
        options: limits, columns of tables, language, duplicates.

    Yields:
        Articles in the order of the inputs, and a Skip for each one that cannot be used.

    Raises:
        InputError: at once for no input, options that cannot be, and "-" without id; while reading
            for two articles of one id, or a second article where `id` is given.

    Example:
        >>> [article] = read_articles(["-"], id="a", stdin=io.StringIO("Iran hosts Russia."))
        >>> article.id, article.text
        ('a', 'Iran hosts Russia.')
    """
    if not inputs:
        raise InputError("no input: give files, folders or - for standard input")
    if "-" in inputs and id is None:
        raise InputError("-: standard input needs an id (--id)")
    if list(inputs).count("-") > 1:
        raise InputError("-: standard input can be read only once")
    defaults = _defaults(date=date, source=source, id=id)
    found = _drafts(inputs, stdin, options)
    return admit(found if id is None else _only_one(found), defaults, options)


def _defaults(**options: str | None) -> dict[str, str | None]:
    """Check the options, which are no article's fault, before anything is read."""
    checked: dict[str, str | None] = {}
    for name, value in options.items():
        try:
            checked[name] = one_line(value, name)
            if value is not None and checked[name] is None:
                raise ArticleError("it is empty")
            if name == "date" and value is not None:
                checked[name] = iso_date(value)
        except ArticleError as error:
            raise InputError(f"--{name}: {error}") from error
    return checked


def _only_one(found: Iterator[Found]) -> Iterator[Found]:
    held: list[Found] = []
    for item in found:
        if not isinstance(item, Skip) and any(not isinstance(other, Skip) for other in held):
            raise InputError(f"{item[0].name}: --id names one article, but there are more")
        held.append(item)
    yield from held


def _drafts(
    inputs: Sequence[str], stdin: TextIO | BinaryIO | None, options: Options
) -> Iterator[Found]:
    for place in _places(inputs):
        if isinstance(place, Skip):
            yield place
            continue
        try:
            yield from _file(place, stdin, options)
        except ArticleError as error:
            yield _skip(place.name, error)
        except OSError as error:
            yield Skip(place.name, _os_reason(error))


def _file(place: _Place, stdin: TextIO | BinaryIO | None, options: Options) -> Iterator[Found]:
    if place.path is None:
        stream = io.BytesIO(_stdin_bytes(sys.stdin if stdin is None else stdin, options))
        yield from _read(place, stream, Budget(0, options.limits), options)
        return
    one_line(place.stem, "the file's name")  # a name that is not UTF-8 can be no id
    with place.path.open("rb") as opened:
        size = os.fstat(opened.fileno()).st_size
        yield from _read(place, opened, Budget(size, options.limits), options)


def _read(place: _Place, stream: BinaryIO, budget: Budget, options: Options) -> Iterator[Found]:
    if place.suffix in UNPACKERS:
        yield from _unpacked(place, stream, budget, options)
        return
    read = READERS.get(place.suffix, READERS[".txt"])
    for draft in read(stream, options):
        if isinstance(draft, Draft):
            yield place.origin, draft
        else:
            yield _skip(place.name, draft)


def _unpacked(place: _Place, stream: BinaryIO, budget: Budget, options: Options) -> Iterator[Found]:
    depth = place.depth + 1
    options.limits.check("archive_depth", depth, f"{depth} archives in each other")
    empty = True
    for member in UNPACKERS[place.suffix](place.file, stream, budget, options.limits):
        inner = _inner(place, member)
        if place.suffix not in _COMPRESSED and not _is_wanted(PurePosixPath(member.name)):
            continue
        empty = False
        if isinstance(member, Unread):
            yield Skip(inner.name, member.reason)
            continue
        try:
            one_line(inner.stem, "the file's name")
            yield from _read(inner, member.stream, budget, options)
        except Overdrawn:
            raise
        except ArticleError as error:
            yield _skip(inner.name, error)
    if empty:
        yield Skip(place.name, f"no articles in this archive; read are {_suffixes()}")


def _inner(place: _Place, member: Member | Unread) -> _Place:
    """Where a file of an archive is. One that is alone in it has its name and id."""
    path = PurePosixPath(member.name)
    if place.suffix in _COMPRESSED:
        folder, slash, _ = place.stem.rpartition("/")
        name, stem = place.name, f"{folder}{slash}{path.stem}"
    else:
        name = f"{place.name}/{_shown(member.name)}"
        stem = f"{place.stem}/{path.parent / path.stem}"
    return _Place(path=None, name=name, file=path.name, stem=stem, depth=place.depth + 1)


def _is_wanted(path: PurePosixPath | Path) -> bool:
    """Whether a file that is not named itself is read: it is not hidden, its suffix is known."""
    if any(part.startswith(".") or part == "__MACOSX" for part in path.parts if part != ".."):
        return False
    suffix = path.suffix.lower()
    if suffix in (".gz", ".zst"):
        return PurePosixPath(path.stem).suffix.lower() in {*READERS, *UNPACKERS}
    return suffix in READERS or suffix in UNPACKERS


def _skip(name: str, error: ArticleError) -> Skip:
    reason = " ".join(str(error).split())  # a library's message may have several lines
    return Skip(name, reason, "limit" if isinstance(error, LimitError) else "unreadable")


def _stdin_bytes(stdin: TextIO | BinaryIO, options: Options) -> bytes:
    longest = options.limits.file_bytes
    data = getattr(stdin, "buffer", stdin).read(-1 if longest == math.inf else int(longest) + 1)
    found = data if isinstance(data, bytes) else str(data).encode("utf-8", "surrogatepass")
    return whole(io.BytesIO(found), options.limits)


def _places(inputs: Sequence[str]) -> Iterator[_Place | Skip]:
    for given in inputs:
        path = Path(given)
        if given == "-":
            yield _Place(path=None, name="-", file="-", stem="-")
        elif not given or "\0" in given:
            yield Skip(repr(given), "not a path; a file, a folder or - is read")
        elif os.path.isdir(path):  # unlike Path.is_dir, False for what cannot be looked at
            yield from _folder(path)
        else:
            yield _Place(path=path, name=_printable(path), file=path.name, stem=path.stem)


def _folder(folder: Path) -> Iterator[_Place | Skip]:
    denied: list[OSError] = []
    paths: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=denied.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths.extend(Path(parent, name) for name in files)
    known = sorted(
        (inside for path in paths if _is_wanted(inside := path.relative_to(folder))),
        key=lambda path: path.parts,
    )
    for error in sorted(denied, key=lambda error: str(error.filename)):
        yield Skip(_printable(Path(str(error.filename))), _os_reason(error))
    # A pipe or a device would block; a link that leads nowhere is read, so that it is reported.
    usable = [path for path in known if _is_file_or_link(folder / path)]
    for path in usable:
        stem = path.with_suffix("").as_posix()
        name = _printable(folder / path)
        yield _Place(path=folder / path, name=name, file=path.name, stem=stem)
    if not usable and not denied:
        yield Skip(_printable(folder), f"no articles in this folder; read are {_suffixes()}")


def _is_file_or_link(path: Path) -> bool:
    return os.path.isfile(path) or os.path.islink(path)


def _suffixes() -> str:
    return " ".join([*READERS, *UNPACKERS])


def _printable(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _shown(name: str) -> str:
    """An archive's name for a file, which may hold anything, on one line."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name[:200])


def _os_reason(error: OSError) -> str:
    reasons = {
        FileNotFoundError: f"no such file or folder; a folder, - or a file ({_suffixes()}) is read",
        PermissionError: "permission denied; the file must be readable",
        IsADirectoryError: "a folder, not a file",
    }
    return reasons.get(type(error), f"cannot be read: {error.strerror or error}")
