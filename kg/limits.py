"""How much one article, file or archive may take. What may go in: the limits, their defaults, and
reading them from `NAME=VALUE`; standard library only.

Whatever is over a limit is reported and skipped, and the rest is built. All limits but the time
are counts, so that they skip the same on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from kg.errors import InputError, LimitError


def _limit(default: float, about: str) -> float:
    made: float = field(default=default, metadata={"about": about})
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is read; `about` of each field tells what is counted.

    Example:
        >>> Limits().archive_depth
        4
    """

    article_characters: float = _limit(500_000, "characters of an article's text")
    article_statements: float = _limit(10_000, "statements that are read from an article")
    article_seconds: float = _limit(120, "seconds of processor time that reading an article takes")
    file_bytes: float = _limit(
        50_000_000, "bytes held at once: a file that is one article, a line, a packed file"
    )
    archive_depth: float = _limit(4, "archives in each other; `.tar.gz` is two")
    archive_ratio: float = _limit(200, "times its size on disk that an archive unpacks to")
    archive_files: float = _limit(1_000_000, "files in an archive")

    def check(self, name: str, amount: float, what: str) -> None:
        """Refuse an amount above a limit.

        Args:
            name: the limit, by its field.
            amount: what there is.
            what: the same in words, for the message.

        Raises:
            LimitError: it is above.
        """
        if amount > getattr(self, name):
            raise self.error(name, what)

    def error(self, name: str, what: str) -> LimitError:
        """Make the error that tells of a limit and of how it is raised."""
        limit = getattr(self, name)
        return LimitError(f"{what}; the limit is {limit:,} (--limit {option_name(name)}=N)")


def option_name(name: str) -> str:
    """Give a limit's name as an option has it.

    Example:
        >>> option_name("archive_depth")
        'archive-depth'
    """
    return name.replace("_", "-")


def limits_of(given: Iterable[str]) -> Limits:
    """Make limits of the defaults and of what `NAME=VALUE` says; `none` lifts one.

    Raises:
        InputError: no such limit, or no number.

    Example:
        >>> limits_of(["archive-depth=2", "article-seconds=none"]).archive_depth
        2
    """
    known = {option_name(one.name): one.name for one in fields(Limits)}
    chosen: dict[str, float] = {}
    for one in given:
        name, _, value = one.partition("=")
        if name not in known:
            raise InputError(f"--limit {one!r}: no such limit; there are {', '.join(known)}")
        chosen[known[name]] = _number(value, one)
    return Limits(**chosen)


def _number(value: str, given: str) -> float:
    if value == "none":
        return math.inf
    try:
        number = float(value.replace("_", ""))
    except ValueError:
        number = -1.0
    if not 0 < number < math.inf:
        raise InputError(f"--limit {given!r}: give a number above 0, or none")
    return int(number) if number.is_integer() else number
