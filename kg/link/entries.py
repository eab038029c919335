"""The entries of the knowledge base and their reading from Turtle and CSV.

What may go in: records, and turning files into them; looking them up is in `knowledge`. The header
of `ontologies/knowledge-base.ttl` explains the form.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.link.gazetteer import ENTITY
from kg.namespaces import KG, PREFIXES, slug

_TERMS = ["country", "within", "population", "region_code", "capital_of", "demonym", "surname"]
_TERMS += ["position", "title", "of", "start", "end"]
# The properties of an entry, by the name that a record or a CSV column has for them.
_PROPERTIES = {
    PREFIXES["rdf"] + "type": "type",
    PREFIXES["rdfs"] + "label": "label",
    PREFIXES["skos"] + "altLabel": "alias",
    PREFIXES["skos"] + "exactMatch": "external",
    PREFIXES["skos"] + "definition": "description",
    **{KG + name: name for name in _TERMS},
}
_COLUMNS = ["key", "label", "type", "alias", "external", "description"]
_COLUMNS += [name for name in _TERMS if name not in ("position", "region_code")]
_KEY = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LINKS = frozenset(("country", "within", "capital_of"))

Fields: TypeAlias = dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A post someone held: its title, of which country or body, from when to when."""

    title: str
    of: str | None = None  # record key
    start: str | None = None  # ISO date
    end: str | None = None  # ISO date; None: still, or unknown

    def held(self, date: str) -> bool:
        """Tell whether the post was held on an ISO date, first and last day included.

        Example:
            >>> Position(title="president", start="2009-01-20", end="2017-01-20").held("2016-08-16")
            True
        """
        return (self.start or "") <= date <= (self.end or "9999")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something known. `key` is what follows `entity/` in its IRI: "country/iran"."""

    key: str
    label: str
    type: str  # ontology class
    aliases: tuple[str, ...] = ()
    external: tuple[str, ...] = ()  # IRIs of the same thing elsewhere
    country: str | None = None  # key of its country
    within: tuple[str, ...] = ()  # keys of the places it lies in, nearest first
    population: int = 0
    positions: tuple[Position, ...] = ()
    capital_of: str | None = None  # key of a country
    description: str | None = None


def entries(path: Path) -> Iterator[tuple[str, Fields, list[Fields]]]:
    """Read a file's entries: key, fields, posts; the file's name tells its form."""
    readers = {".ttl": _turtle, ".csv": _csv}
    if path.suffix not in readers:
        raise OntologyError(f"{path}: not a knowledge base: allowed are {', '.join(readers)}")
    try:
        yield from readers[path.suffix](path)
    except (OSError, SyntaxError, ValueError, csv.Error) as error:
        raise OntologyError(f"{path}: {error}") from error


def _turtle(path: Path) -> Iterator[tuple[str, Fields, list[Fields]]]:
    rows: dict[str, Fields] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value, _ in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        name = _PROPERTIES.get(predicate.value)
        if name is None:
            raise OntologyError(
                f"{path}: <{subject.value}>: no property <{predicate.value}> in a knowledge base; "
                f"allowed: {', '.join(_PROPERTIES)}"
            )
        rows[subject.value][name].append(value.value)
    for subject, fields in list(rows.items()):
        if subject.startswith(ENTITY):
            for name in _LINKS & fields.keys():
                fields[name] = [value.removeprefix(ENTITY) for value in fields[name]]
            fields["type"] = [value.removeprefix(KG) for value in fields.get("type", ())]
            posts = [rows[node] for node in fields.get("position", ())]
            yield subject.removeprefix(ENTITY), fields, posts
        elif ":" in subject:
            raise OntologyError(f"{path}: <{subject}>: entries start with <{ENTITY}>")


def _csv(path: Path) -> Iterator[tuple[str, Fields, list[Fields]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        unknown = sorted(set(rows.fieldnames or ["no header"]) - set(_COLUMNS))
        if unknown:
            raise OntologyError(f"{path}: no column {unknown[0]!r}; allowed: {', '.join(_COLUMNS)}")
        for row in rows:
            if None in row:
                raise OntologyError(f"{path}:{rows.line_num}: more cells than the header has")
            fields = {name: cell.split("|") for name, cell in row.items() if cell}
            made = f"{fields.get('type', ['?'])[0].lower()}/{slug(fields.get('label', ['?'])[0])}"
            yield fields.get("key", [made])[0], fields, [fields] if "title" in fields else []


def record_of(where: str, key: str, fields: Fields, positions: Iterable[Fields]) -> Record:
    """Make the record of an entry, and check it; `where` is for messages."""
    kind, label = _one(where, fields, "type"), _one(where, fields, "label")
    if not kind or not label:
        raise OntologyError(f"{where}: needs a class and a label")
    if not _KEY.fullmatch(key) or not key.startswith(kind.lower() + "/"):
        raise OntologyError(f"{where}: a {kind} has a key like {kind.lower()}/{slug(label)}")
    population = _one(where, fields, "population") or "0"
    if not re.fullmatch("[0-9]+", population):
        raise OntologyError(f"{where}: not a population: {population!r}; write a whole number")
    return Record(
        key=key,
        label=label,
        type=kind,
        aliases=tuple(fields.get("alias", ())),
        external=tuple(fields.get("external", ())),
        country=_one(where, fields, "country"),
        within=tuple(fields.get("within", ())),
        population=int(population),
        positions=tuple(position for post in positions for position in _positions(where, post)),
        capital_of=_one(where, fields, "capital_of"),
        description=_one(where, fields, "description"),
    )


def _positions(where: str, fields: Fields) -> Iterator[Position]:
    """Make a post of each of its titles."""
    start, end = _one(where, fields, "start"), _one(where, fields, "end")
    for date in (start, end):
        if date and not _DATE.fullmatch(date):
            raise OntologyError(f"{where}: not a date: {date!r}; write YYYY-MM-DD")
    if start and end and start > end:
        raise OntologyError(f"{where}: a post ends on {end}, before its start on {start}")
    if "title" not in fields:
        raise OntologyError(f"{where}: a post needs a kg:title")
    of = _one(where, fields, "of")
    for title in fields["title"]:
        yield Position(title=title, of=of and of.removeprefix(ENTITY), start=start, end=end)


def _one(where: str, fields: Fields, name: str) -> str | None:
    """Give the only value of a field, None without one."""
    values = fields.get(name)
    if values and len(values) > 1:
        raise OntologyError(f"{where}: one {name} at most, not {', '.join(values)}")
    return values[0] if values else None
