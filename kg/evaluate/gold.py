"""Reads what statements are scored against. What may go in: reading files of gold, of documents
and of settings, checking their form, and telling which measure a gold is made for.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from kg.errors import InputError, OntologyError
from kg.model import Statement
from kg.namespaces import ontologies_folder

Json: TypeAlias = dict[str, Any]
T = TypeVar("T")

# The keys by which the first record of a gold in JSON Lines is recognised.
_SIGNS = {
    "facts": {"tier", "subject", "relation", "object"},
    "pairs": {"event", "source", "target"},
    "knowledgenet": {"property", "subject", "object"},
}


def recognise(path: Path) -> str:
    """Tell by its content which measure a gold is made for.

    Raises:
        InputError: it is of no known kind, or cannot be read.
    """
    if path.is_dir():
        if any(path.glob("*.conllu")):
            return "coreference"
        raise InputError(f"{path}: not a gold: a folder needs GUM's .conllu files")
    line = next((line for _, line in lines(path) if line.strip()), "")
    if not line.lstrip().startswith("{"):
        if line.startswith("document\tstart\t"):
            return "judged"
        if line.count("\t") >= 2:
            return "carb"
        raise InputError(f"{path}: not a gold: neither JSON Lines nor tuples parted by tabs")
    keys = set(_object(line, f"{path}:1"))
    for measure, signs in _SIGNS.items():
        if signs <= keys:
            return measure
    raise InputError(f"{path}: no known kind of gold has the keys {', '.join(sorted(keys))}")


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Give a text file's lines with their numbers.

    Raises:
        InputError: it cannot be read, or is not UTF-8.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as opened:
            yield from enumerate(opened, 1)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}") from error


def read_records(path: Path, make: Callable[[Json], T]) -> tuple[T, ...]:
    """Read JSON Lines, each line made into a value.

    Args:
        path: the file; blank lines are passed over.
        make: what a record becomes; a KeyError, TypeError or ValueError says that it cannot.

    Raises:
        InputError: a line is not of this form, with its number; or there is none.
    """
    found = []
    for number, line in lines(path):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            found.append(make(_object(line, where)))
        except KeyError as error:
            raise InputError(f"{where}: no key {error}") from error
        except (TypeError, ValueError, IndexError) as error:
            raise InputError(f"{where}: not of this form: {error}") from error
    if not found:
        raise InputError(f"{path}: is empty")
    return tuple(found)


def _object(line: str, where: str) -> Json:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, brackets nested without end.
        raise InputError(f"{where}: not JSON that can be read: {error}") from error
    if not isinstance(record, dict):
        raise InputError(f"{where}: not a JSON object")
    return record


def strings(value: object) -> tuple[str, ...]:
    """Check a list of strings of a record.

    Example:
        >>> strings(["Russia", "Moscow"])
        ('Russia', 'Moscow')
    """
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError(f"a list of strings is needed, not {value!r}")
    return tuple(value)


def read_texts(path: Path | None, measure: str) -> dict[str, str]:
    """Read the documents that statements were built from: their texts by id.

    Raises:
        InputError: no file was given, or a line has no `id` and `text`.
    """
    if path is None:
        raise InputError(
            f"the measure {measure} needs --documents: the articles as they were built"
        )
    return dict(read_records(path, lambda record: (str(record["id"]), str(record["text"]))))


def check_same_articles(statements: Sequence[Statement], ids: Iterable[str], path: Path) -> None:
    """Refuse statements none of which is of the gold's articles: a score of 0 would tell nothing.

    Raises:
        InputError: they have no article in common.
    """
    known = set(ids)
    built = [evidence.article for s in statements for evidence in s.evidence]
    if built and known and not any({a, last_part(a)} & known for a in built):
        raise InputError(
            f"{path}: the statements are of other articles ({built[0]}, not {min(known)})"
        )


def check_offsets(statements: Sequence[Statement], texts: dict[str, str], path: Path) -> None:
    """Refuse documents that are not what the statements were read from.

    Raises:
        InputError: a piece of evidence does not stand where it says.
    """
    for evidence in (e for s in statements for e in s.evidence if e.article in texts):
        if texts[evidence.article][evidence.start : evidence.end] != evidence.text:
            raise InputError(
                f"{path}: {evidence.article} is not the text that the statements were read from:"
                f" other words at {evidence.start}"
            )


def last_part(id: str) -> str:
    """Give what follows the last /, # or : of an id, by which a gold may call an article.

    Example:
        >>> last_part("news/plover-1")
        'plover-1'
    """
    return id.replace("#", "/").replace(":", "/").rpartition("/")[2]


@cache
def settings(name: str) -> Json:
    """Read a file of ontologies/evaluation/.

    Raises:
        OntologyError: it is absent or not TOML.

    Example:
        >>> sorted(settings("wording"))
        ['carb', 'coreference', 'facts', 'pairs']
    """
    path = ontologies_folder() / "evaluation" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: not TOML: {error}") from error


@cache
def word_set(measure: str, name: str) -> frozenset[str]:
    """Give a list of words of ontologies/evaluation/wording.toml.

    Example:
        >>> "the" in word_set("pairs", "small")
        True
    """
    return frozenset(settings("wording")[measure][name].split())
