"""Which files a command reads and writes. What may go in: reading a command's articles, telling
which were skipped, and deciding the paths and formats of output before the work begins.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.cli.edge import tell
from kg.errors import OutputError
from kg.model import Article, Skip

if TYPE_CHECKING:
    from kg.ingest import Options

Language: TypeAlias = Literal["en", "any"]
Duplicates: TypeAlias = Literal["keep", "skip"]
DEFAULT_FOLDER = Path("output")
DEFAULT_FORMATS = ("turtle", "graphml")
_log = logging.getLogger(__name__)


def reading_of(
    columns: Sequence[str],
    limits: Sequence[str],
    *,
    language: Language = "any",
    duplicates: Duplicates = "keep",
) -> Options:
    """Make what the options of a command say of reading articles.

    Raises:
        InputError: a field or a limit that there is not.
    """
    from kg.ingest import Options, columns_of
    from kg.limits import limits_of

    return Options(
        columns=columns_of(columns),
        limits=limits_of(limits),
        language=language,
        duplicates=duplicates,
    )


def read_all(
    inputs: Sequence[str],
    *,
    options: Options,
    date: str | None = None,
    source: str | None = None,
    id: str | None = None,
) -> tuple[list[Article], list[Skip]]:
    """Read every article; tell on standard error which cannot be used.

    Args:
        inputs: files, folders or "-".
        options: how they are read.
        date: of the articles that tell none; `source` likewise.
        id: of the one article there is.

    Raises:
        InputError: options that cannot be, or two articles of one id.
    """
    from kg.ingest import read_articles

    articles: list[Article] = []
    skips: list[Skip] = []
    for found in read_articles(inputs, date=date, source=source, id=id, options=options):
        if isinstance(found, Article):
            _log.info("read %s: %d characters", found.id, len(found.text))
            articles.append(found)
        else:
            tell_skip(found)
            skips.append(found)
    return articles, skips


def tell_skip(skip: Skip) -> None:
    """Tell on standard error that an article is skipped, and why."""
    tell(f"skipped {skip}", err=True)


def plan_outputs(
    inputs: Sequence[str], output: str | None, formats: Sequence[str], *, id: str | None = None
) -> list[tuple[Path, str]]:
    """Decide which files a build writes, each with the name of its format.

    Args:
        inputs: as given; the first one's file or folder names the files.
        output: a file; a folder, if it exists or ends in a slash; None for `output/`.
        formats: names; without any, a file's suffix decides, and a folder gets Turtle and GraphML.
        id: names the files when standard input is read first.

    Raises:
        InputError: an unknown format or suffix.
        OutputError: the file's place is a folder, or the folder's place a file.

    Example:
        >>> [str(path) for path, _ in plan_outputs(["seeds/"], None, ())]
        ['output/seeds.ttl', 'output/seeds.graphml']
        >>> plan_outputs(["a.txt"], "graph.v2", ["turtle"])
        [(PosixPath('graph.v2'), 'turtle')]
    """
    from kg.export import FORMATS, format_for

    chosen = [format_for("", name) for name in dict.fromkeys(formats)]
    if output is None or output.endswith(("/", os.sep)) or _holds_files(output):
        folder = DEFAULT_FOLDER if output is None else Path(output)
        _check_folder(folder)
        name = _name(inputs[0], id)
        several = chosen or [FORMATS[name] for name in DEFAULT_FORMATS]
        return [(folder / f"{name}{one.suffix}", one.name) for one in several]
    path = Path(output)
    _check_folder(path.parent)
    if len(chosen) < 2:
        return [(path, chosen[0].name if chosen else format_for(path).name)]
    known = {one.suffix for one in FORMATS.values()}
    stem = path.stem if path.suffix.lower() in known else path.name
    return [(path.with_name(stem + one.suffix), one.name) for one in chosen]


def _holds_files(output: str) -> bool:
    """Tell a folder to write into from one that a format of several files made."""
    from kg.export import has_files

    return Path(output).is_dir() and not has_files(output)


def _check_folder(folder: Path) -> None:
    """Find out before the work, not after it, that nothing can be written there."""
    above = next(path for path in (folder, *folder.parents, Path("/")) if path.exists())
    if not above.is_dir():
        raise OutputError(f"{folder}: cannot be written: {above} is a file, not a folder")


def _name(first: str, id: str | None) -> str:
    if first == "-":
        return (id or "stdin").replace("/", "-")
    path = Path(first)
    if path.is_dir():
        return path.resolve().name or "graph"
    return path.stem
