"""How classes of entities look: `ontologies/looks.toml`. What may go in: reading that table.

Pages and pictures share it, so that a colour, letter and shape mean one thing everywhere.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from kg.errors import OntologyError
from kg.namespaces import ontologies_folder
from kg.vocabulary import is_below


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One row: colours are `#rrggbb`; `letter` and `shape` say the same without colour."""

    name: str
    label: str
    classes: tuple[str, ...]
    letter: str
    shape: str
    fill: str
    ink: str


@cache
def looks() -> tuple[Look, ...]:
    """Read the table.

    Raises:
        OntologyError: it cannot be read, or a row is not of the form.
    """
    path = ontologies_folder() / "looks.toml"
    try:
        rows = tomllib.loads(path.read_text("utf-8"))["look"]
        return tuple(Look(**{**row, "classes": tuple(row["classes"])}) for row in rows)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise OntologyError(f"{path}: {error}") from error


@cache
def look_of(kind: str) -> Look:
    """Give the look of a class, by its local name; one that is unknown looks like any entity.

    Example:
        >>> look_of("Court").letter, look_of("Team").name, look_of("Unheard-of").name
        ('B', 'organization', 'thing')
    """
    for look in looks():
        if any(is_below(kind, of) for of in look.classes):
            return look
    return looks()[-1]
