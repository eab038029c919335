"""Graph ↔ a folder of CSV (RFC 4180) with the headers of `neo4j-admin database import`.

What may go in: CSV in and out; which columns say what is in `property_rows.py`. The headers are
those of https://neo4j.com/docs/operations-manual/current/import/.

Limits: an empty field is an unknown value, and an empty text stands as `\\u` alone. The items of a
list are joined with `;`. A `;` in an item, and what XML cannot hold (control characters but tab and
line feed, half surrogate pairs), stand as `\\u` and four hexadecimal digits (`escapes.py`). Texts
keep their line feeds: give the import `--multiline-fields=true`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.export.escapes import NOT_XML, decode, encode
from kg.export.property_graph import parse
from kg.export.property_rows import COLUMNS, Cell, Row, labels, tables, type_name
from kg.model import Graph
from kg.namespaces import article_iri

_LABELS = {"evidence": ["Evidence"], "articles": ["Article"], "graph": ["Graph"]}
_READ_FROM = "read_from.csv"  # evidence → article; it repeats a column of the evidence
CSV_FILES = (*(f"{table}.csv" for table in COLUMNS), _READ_FROM)
_NOT_IN_LIST = re.compile(f"{NOT_XML.pattern}|;")
_EMPTY = "\\u"
_LONGEST = 2**31 - 1  # characters; the module's own limit of 128 kB is less than an article


def write_csv(graph: Graph, folder: Path, *, text: bool = True) -> None:
    """Write a graph's tables into a folder; equal graphs give equal bytes.

    Args:
        folder: it exists.
        text: False leaves the articles' full text out; evidence sentences stay.
    """
    for name, rows in tables(graph, text=text).items():
        _write(folder / f"{name}.csv", [_header(name), *(_fields(name, row) for row in rows)])
    known = {article.id for article in graph.articles}
    links = (
        (row["id"], article_iri(graph.base, str(row["article"])), "READ_FROM")
        for row in tables(graph)["evidence"]
        if row["article"] in known
    )
    _write(folder / _READ_FROM, [(":START_ID", ":END_ID", ":TYPE"), *links])


def read_csv(folder: Path) -> Graph:
    """Read a graph that `write_csv` wrote.

    Raises:
        GraphError: a file cannot be read, or is not a table of this program.
    """
    try:
        return parse({name: list(_read(folder / f"{name}.csv", name)) for name in COLUMNS})
    except OSError as error:
        raise GraphError(f"{error.filename}: cannot be read: {error.strerror}") from error
    except GraphError as error:
        raise GraphError(f"{folder}: {error}") from error


def _write(path: Path, rows: Iterable[Iterable[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(rows)


def _header(table: str) -> list[str]:
    columns = [f"{name}:{kind}" for name, kind in COLUMNS[table].items()]
    if table == "edges":
        return [":TYPE", "id:string", ":START_ID", ":END_ID", *columns[3:]]
    return [":LABEL", "id:ID", *columns[1:]]


def _fields(table: str, row: Row) -> list[str]:
    if table == "edges":
        first = type_name(str(row["relation"]))
    else:
        first = ";".join(labels(row) if table == "nodes" else _LABELS[table])
    return [first, *map(_field, row.values())]


def _field(cell: Cell) -> str:
    if isinstance(cell, list):
        return ";".join(encode(item, _NOT_IN_LIST) or _EMPTY for item in cell)
    if isinstance(cell, str):
        return encode(cell, NOT_XML) or _EMPTY
    return "" if cell is None else str(cell).lower()


def _read(path: Path, table: str) -> Iterator[dict[str, Cell]]:
    limit = csv.field_size_limit(_LONGEST)
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            rows = csv.reader(opened, strict=True)
            if next(rows, None) != _header(table):
                raise GraphError(f"{path.name}:1: not a graph that kg wrote: other columns")
            for fields in rows:
                yield _cells(table, fields[1:], f"{path.name}:{rows.line_num}")
    except (csv.Error, UnicodeDecodeError) as error:
        raise GraphError(f"{path.name}: not CSV in UTF-8: {error}") from error
    finally:
        csv.field_size_limit(limit)


def _cells(table: str, fields: list[str], place: str) -> dict[str, Cell]:
    try:
        pairs = zip(COLUMNS[table].items(), fields, strict=True)
        return {name: _cell(field, kind) for (name, kind), field in pairs}
    except ValueError as error:
        raise GraphError(f"{place}: not a row of {table}: {error}") from error


def _cell(field: str, kind: str) -> Cell:
    if kind == "string[]":
        return (
            ["" if item == _EMPTY else decode(item) for item in field.split(";")] if field else []
        )
    if not field:
        return None
    if kind == "string":
        return "" if field == _EMPTY else decode(field)
    if kind == "boolean":
        return field == "true"
    return int(field) if kind == "int" else float(field)
