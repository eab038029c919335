"""How entities and statements look. What may go in: reading `ontologies/looks.toml`.

Colours are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), with a shape, a dash or a
mark that says the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from kg.errors import OntologyError
from kg.model import Entity, Statement, Value
from kg.namespaces import ontologies_folder
from kg.vocabulary import is_below

SHAPES = ("pill", "box", "round", "cut", "hexagon", "slant", "tag", "shelf")
_NAME = re.compile(r"[a-z]+")
_COLOUR = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of entity classes: its shape, letter and colours (`#RRGGBB`)."""

    name: str
    label: str
    classes: tuple[str, ...]
    shape: str
    letter: str
    line: str
    fill: str
    dark_line: str
    dark_fill: str

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise ValueError(f"shape {self.shape!r} is none of {', '.join(SHAPES)}")
        _check(self.name, self.line, self.fill, self.dark_line, self.dark_fill)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of statement: its mark, colours and dash; `when` says which statements are of it."""

    name: str
    label: str
    when: Mapping[str, tuple[object, ...]]
    mark: str
    line: str
    dark_line: str
    dash: tuple[int, ...]

    def __post_init__(self) -> None:
        _check(self.name, self.line, self.dark_line)

    def holds(self, statement: Statement) -> bool:
        """Tell whether a statement is of this kind."""
        return all(getattr(statement, name) in values for name, values in self.when.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """All families and kinds, each list in the order in which they are tried and shown."""

    families: tuple[Family, ...]
    kinds: tuple[Kind, ...]

    def family(self, target: Entity | Value | None) -> Family:
        """Give the family of an entity; values, and no object at all, have the last one.

        Example:
            >>> russia = Entity(id="https://x.example/r", label="Russia", type="Country")
            >>> load_looks().family(russia).name
            'country'
        """
        if not isinstance(target, Entity):
            return self.families[-1]
        return self._of_class(target.type)

    def of(self, statement: Statement) -> tuple[Kind, ...]:
        """Give the kinds of a statement, what weighs most first; a plain one has the last alone."""
        found = tuple(kind for kind in self.kinds if kind.when and kind.holds(statement))
        return found or self.kinds[-1:]

    def inks(self, name: str) -> dict[str, str]:
        """Give the light colours of a family or kind: of its line, and of what it fills."""
        families = {one.name: {"line": one.line, "fill": one.fill} for one in self.families}
        kinds = {one.name: {"line": one.line, "fill": "none"} for one in self.kinds}
        return (families | kinds)[name]

    def _of_class(self, name: str) -> Family:
        for family in self.families:
            if any(is_below(name, above) for above in family.classes):
                return family
        return next(family for family in self.families if "Entity" in family.classes)


@cache
def load_looks() -> Looks:
    """Read the table of looks.

    Raises:
        OntologyError: it is not there, or not what it should be.
    """
    path = ontologies_folder() / "looks.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Looks(
            families=tuple(_family(row) for row in data["family"]),
            kinds=tuple(_kind(row) for row in data["statement"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OntologyError(f"{path}: not a table of looks: {error}") from error


def _family(row: dict[str, Any]) -> Family:
    return Family(**{**row, "classes": tuple(row["classes"])})


def _kind(row: dict[str, Any]) -> Kind:
    when = MappingProxyType({name: tuple(values) for name, values in row["when"].items()})
    return Kind(**{**row, "when": when, "dash": tuple(row["dash"])})


def _check(name: str, *colours: str) -> None:
    if not _NAME.fullmatch(name):  # it becomes a class of CSS
        raise ValueError(f"name {name!r}: small letters only")
    for colour in colours:
        if not _COLOUR.fullmatch(colour):
            raise ValueError(f"colour {colour!r} of {name}: write #RRGGBB")
