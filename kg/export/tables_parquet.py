"""Graph ↔ a folder of Parquet tables (https://parquet.apache.org/), over pyarrow.

What may go in: Parquet in and out; which columns say what is in `property_rows.py`.

Limits: pyarrow is asked for when it is needed (`pip install 'kg-news[parquet]'`). Half surrogate
pairs, which UTF-8 cannot hold, stand as `\\u` and four hexadecimal digits (`escapes.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kg.errors import GraphError, KGError, OutputError
from kg.export.escapes import SURROGATES, decode, encode
from kg.export.property_graph import parse
from kg.export.property_rows import COLUMNS, Cell, Row, tables
from kg.model import Graph

PARQUET_FILES = tuple(f"{table}.parquet" for table in COLUMNS)


def write_parquet(graph: Graph, folder: Path, *, text: bool = True) -> None:
    """Write a graph's tables into a folder; equal graphs give equal bytes.

    Args:
        folder: it exists.
        text: False leaves the articles' full text out; evidence sentences stay.

    Raises:
        OutputError: pyarrow is not installed.
    """
    arrow, parquet = _pyarrow(OutputError)
    for name, rows in tables(graph, text=text).items():
        parquet.write_table(_table(arrow, name, rows), folder / f"{name}.parquet")


def read_parquet(folder: Path) -> Graph:
    """Read a graph that `write_parquet` wrote.

    Raises:
        GraphError: pyarrow is not installed, a file cannot be read, or is not of this program.
    """
    arrow, parquet = _pyarrow(GraphError)
    found = {}
    for name in COLUMNS:
        path = folder / f"{name}.parquet"
        try:
            rows = parquet.ParquetFile(path).read().to_pylist()
        except arrow.ArrowException as error:
            reason = " ".join(str(error).split())
            raise GraphError(f"{path}: not Parquet: {reason}") from error
        except OSError as error:
            reason = error.strerror or "it is broken"
            raise GraphError(f"{path}: cannot be read: {reason}") from error
        found[name] = [_changed(row, decode) for row in rows]
    try:
        return parse(found)
    except GraphError as error:
        raise GraphError(f"{folder}: {error}") from error


def _table(arrow: Any, name: str, rows: Iterable[Row]) -> Any:
    types = {
        "string": arrow.string(),
        "string[]": arrow.list_(arrow.string()),
        "int": arrow.int64(),
        "double": arrow.float64(),
        "boolean": arrow.bool_(),
    }
    schema = arrow.schema([(column, types[kind]) for column, kind in COLUMNS[name].items()])
    held = [_changed(row, lambda text: encode(text, SURROGATES)) for row in rows]
    return arrow.Table.from_pylist(held, schema=schema)


def _changed(row: Row, change: Callable[[str], str]) -> Row:
    return {name: _cell(cell, change) for name, cell in row.items()}


def _cell(cell: Cell, change: Callable[[str], str]) -> Cell:
    if isinstance(cell, list):
        return [change(item) for item in cell]
    return change(cell) if isinstance(cell, str) else cell


def _pyarrow(error: type[KGError]) -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as missing:
        raise error("Parquet needs pyarrow: pip install 'kg-news[parquet]'") from missing
    return pyarrow, pyarrow.parquet
