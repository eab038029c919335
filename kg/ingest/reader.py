"""From INPUT to articles: which files there are, which reader each gets, which id and defaults.

What may go in here: finding, dispatch, ids and the fate of bad articles. How a format is read is
the business of its own module; a new format is one line in READERS.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, TypeAlias

from kg.errors import ArticleError, InputError
from kg.ingest.draft import Draft, one_line
from kg.ingest.html import read_html
from kg.ingest.jsonlines import read_json, read_json_lines
from kg.ingest.markdown import read_markdown
from kg.ingest.published import iso_date
from kg.ingest.text import read_text
from kg.model import Article

Reader: TypeAlias = Callable[[BinaryIO], Iterator[Draft | ArticleError]]

READERS: dict[str, Reader] = {
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".ndjson": read_json_lines,
    ".txt": read_text,
}


@dataclass(frozen=True, slots=True)
class Skip:
    """One article of a batch that cannot be used: which file, and one line that says why.

    Example:
        >>> print(Skip("a.jsonl", 'line 3: no "text"'))
        a.jsonl: line 3: no "text"
    """

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A file to read (standard input: no path), its name for messages, its id if it gives none."""

    path: Path | None
    name: str
    stem: str


def read_articles(
    inputs: Sequence[str],
    *,
    date: str | None = None,
    source: str | None = None,
    id: str | None = None,
    stdin: TextIO | BinaryIO | None = None,
) -> Iterator[Article | Skip]:
    """Read the articles of files, folders and standard input.

    A folder is read recursively in the order of its sorted paths: files with a suffix of READERS,
    no hidden ones, no linked folders. A file named itself may have any suffix: an unknown one is
    read as plain text.

    Args:
        inputs: paths; "-" stands for standard input, which is read as plain text.
        date: date of publication of the articles that tell none.
        source: source of the articles that tell none.
        id: the article's id; only where the inputs hold exactly one article.
        stdin: what to read for "-"; None for the process's own.

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
    found = _drafts(inputs, stdin)
    return _articles(found if id is None else _only_one(found), defaults)


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


def _articles(
    found: Iterator[tuple[_Place, Draft] | Skip], defaults: dict[str, str | None]
) -> Iterator[Article | Skip]:
    places: dict[str, str] = {}
    for item in found:
        if isinstance(item, Skip):
            yield item
            continue
        place, draft = item
        article = _article(place, draft, defaults)
        where = f"{place.name} ({draft.place})" if draft.place else place.name
        if article.id in places:
            raise InputError(
                f"{where}: article id {article.id!r} is taken by {places[article.id]}; "
                "ids must differ: rename one, or give it its own id"
            )
        places[article.id] = where
        yield article


def _article(place: _Place, draft: Draft, defaults: dict[str, str | None]) -> Article:
    numbered = place.stem if draft.number is None else f"{place.stem}-{draft.number}"
    return Article.of(
        id=defaults["id"] or draft.id or numbered,
        text=draft.text,
        title=draft.title,
        published=draft.published or defaults["date"],
        source=draft.source or defaults["source"],
        url=draft.url,
    )


def _only_one(
    found: Iterator[tuple[_Place, Draft] | Skip],
) -> Iterator[tuple[_Place, Draft] | Skip]:
    held: list[tuple[_Place, Draft] | Skip] = []
    for item in found:
        if not isinstance(item, Skip) and any(not isinstance(other, Skip) for other in held):
            raise InputError(f"{item[0].name}: --id names one article, but there are more")
        held.append(item)
    yield from held


def _drafts(
    inputs: Sequence[str], stdin: TextIO | BinaryIO | None
) -> Iterator[tuple[_Place, Draft] | Skip]:
    for place in _places(inputs):
        if isinstance(place, Skip):
            yield place
            continue
        try:
            for draft in _read(place, stdin):
                if isinstance(draft, Draft):
                    yield place, draft
                else:
                    yield Skip(place.name, str(draft))
        except ArticleError as error:
            yield Skip(place.name, str(error))
        except OSError as error:
            yield Skip(place.name, _os_reason(error))


def _read(place: _Place, stdin: TextIO | BinaryIO | None) -> Iterator[Draft | ArticleError]:
    if place.path is None:
        yield from read_text(io.BytesIO(_stdin_bytes(sys.stdin if stdin is None else stdin)))
        return
    one_line(place.stem, "the file's name")  # a name that is not UTF-8 can be no id
    with place.path.open("rb") as stream:
        yield from READERS.get(place.path.suffix.lower(), read_text)(stream)


def _stdin_bytes(stdin: TextIO | BinaryIO) -> bytes:
    data = getattr(stdin, "buffer", stdin).read()
    return data if isinstance(data, bytes) else str(data).encode("utf-8", "surrogatepass")


def _places(inputs: Sequence[str]) -> Iterator[_Place | Skip]:
    for given in inputs:
        path = Path(given)
        if given == "-":
            yield _Place(path=None, name="-", stem="-")
        elif not given or "\0" in given:
            yield Skip(repr(given), "not a path; a file, a folder or - is read")
        elif os.path.isdir(path):  # unlike Path.is_dir, False for what cannot be looked at
            yield from _folder(path)
        else:
            yield _Place(path=path, name=_printable(path), stem=path.stem)


def _folder(folder: Path) -> Iterator[_Place | Skip]:
    denied: list[OSError] = []
    paths: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=denied.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths.extend(Path(parent, name) for name in files if not name.startswith("."))
    known = sorted(
        (path.relative_to(folder) for path in paths if path.suffix.lower() in READERS),
        key=lambda path: path.parts,
    )
    for error in sorted(denied, key=lambda error: str(error.filename)):
        yield Skip(_printable(Path(str(error.filename))), _os_reason(error))
    # A pipe or a device would block; a link that leads nowhere is read, so that it is reported.
    usable = [path for path in known if _is_file_or_link(folder / path)]
    for path in usable:
        stem = path.with_suffix("").as_posix()
        yield _Place(path=folder / path, name=_printable(folder / path), stem=stem)
    if not usable and not denied:
        yield Skip(_printable(folder), f"no articles in this folder; read are {_suffixes()}")


def _is_file_or_link(path: Path) -> bool:
    return os.path.isfile(path) or os.path.islink(path)


def _suffixes() -> str:
    return " ".join(READERS)


def _printable(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _os_reason(error: OSError) -> str:
    reasons = {
        FileNotFoundError: f"no such file or folder; a folder, - or a file ({_suffixes()}) is read",
        PermissionError: "permission denied; the file must be readable",
        IsADirectoryError: "a folder, not a file",
    }
    return reasons.get(type(error), f"cannot be read: {error.strerror or error}")
