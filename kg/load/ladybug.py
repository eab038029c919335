"""Into a Ladybug database, which is one file (https://docs.ladybugdb.com/).

What may go in: the tables, and filling them by COPY, which is a hundred times faster than CREATE.
Nodes are entities, literals and absent objects, edges are statements, both as `graph.networks` has
them; articles and evidence are nodes too. The database is made beside its place and moved there
when it is whole. What is deeper than a list of texts is JSON in a string. Half surrogate pairs,
which are no Unicode, are encoded as `export.escapes` tells; in JSON they are as JSON has them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeAlias

from kg.errors import InputError, LoadError
from kg.export.escapes import HALVES, SURROGATES, encode
from kg.graph.networks import JSON_ATTRIBUTES, to_networkx
from kg.load.outcome import Access, Loaded
from kg.model import Graph

Row: TypeAlias = dict[str, Any]

_LISTS = ("aliases", "external", "premises")
_COLUMNS = {
    "Graph": "base assertion version model copies",
    "Article": "id sha256 title text published source url",
    "Node": "id kind label type named:BOOL datatype aliases:STRING[] external:STRING[] identity",
    "Evidence": "id statement article start_offset:INT64 end_offset:INT64 text rule"
    " confidence:DOUBLE",
    "States": "statement label relation polarity modality confidence:DOUBLE inferred:BOOL"
    " premises:STRING[] sources roles evidence attribution attribution_id attribution_text"
    " attribution_cue time_value time_start time_end time_text claimed_value claimed_start"
    " claimed_end claimed_text published event event_type",
    "ReadFrom": "",
}
_EDGES = {"States": ("Node", "Node"), "ReadFrom": ("Evidence", "Article")}


def load_ladybug(
    graph: Graph, place: str, *, access: Access, progress: Callable[[int], None]
) -> Loaded:
    """Make a database of a graph; one that this program made before is replaced.

    Raises:
        InputError: Ladybug is missing, or a named graph is asked for; LoadError: another file
            stands there, or it cannot be written.
    """
    try:
        import ladybug
    except ImportError as error:
        told = "install the extra: pip install 'kg-news[ladybug]'"
        raise InputError(f"ladybug: needs {error.name}: {told}") from error
    if access.graph is not None:
        raise InputError("--graph is for databases of RDF: a Ladybug database is one graph")
    path = Path(place)
    _check(path)
    temporary = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        counts = _fill(ladybug, temporary, tables(graph, text=access.text), progress)
        temporary.replace(path)
    except (OSError, RuntimeError) as error:
        raise LoadError(f"{place}: cannot be written: {error}") from error
    finally:
        for left in path.parent.glob(f"{temporary.name}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    return Loaded(what=counts, batches=len(_COLUMNS), tries=len(_COLUMNS))


def tables(graph: Graph, *, text: bool = True) -> dict[str, list[Row]]:
    """Give the rows of each table.

    Args:
        text: False leaves the articles' full text out.
    """
    made = to_networkx(graph)
    about = {**made.graph}
    about.pop("articles")
    statements = graph.statements
    evidence = [(s.id, number, e) for s in statements for number, e in enumerate(s.evidence)]
    return {
        "Graph": [about],
        "Article": [asdict(a) | ({} if text else {"text": ""}) for a in graph.articles],
        "Node": [{"id": node, **_lists(data)} for node, data in made.nodes(data=True)],
        "Evidence": [
            {
                "id": f"{statement}-{number}",
                "statement": statement,
                "article": one.article,
                "start_offset": one.start,
                "end_offset": one.end,
                "text": one.text,
                "rule": one.rule,
                "confidence": round(one.confidence, 2),
            }
            for statement, number, one in evidence
        ],
        "States": [
            {"from": source, "to": target, **_lists(data)}
            for source, target, data in made.edges(data=True)
        ],
        "ReadFrom": [{"from": f"{s}-{number}", "to": one.article} for s, number, one in evidence],
    }


def _lists(data: Mapping[str, Any]) -> Row:
    """The attributes, with lists of texts as lists."""
    return {key: json.loads(v) if key in _LISTS else v for key, v in data.items()}


def _fill(
    ladybug: Any, path: Path, filled: Mapping[str, list[Row]], progress: Callable[[int], None]
) -> tuple[tuple[str, int], ...]:
    done = 0
    with ladybug.Database(str(path)) as database, ladybug.Connection(database) as connection:
        for name, rows in filled.items():
            columns = list(_typed(name))
            connection.execute(_create(name, columns))
            if rows:
                connection.execute(f"COPY {name} FROM $rows", {"rows": _arrow(name, columns, rows)})
            done += len(rows)
            progress(done)
    named = (("nodes", "Node"), ("statements", "States"), ("pieces of evidence", "Evidence"))
    return tuple((told, len(filled[name])) for told, name in named)


def _typed(table: str) -> Iterator[tuple[str, str]]:
    for column in _COLUMNS[table].split():
        name, _, kind = column.partition(":")
        yield name, kind or "STRING"


def _create(table: str, columns: Iterable[tuple[str, str]]) -> str:
    told = [f"`{name}` {kind}" for name, kind in columns]
    if table in _EDGES:
        ends = "FROM {} TO {}".format(*_EDGES[table])
        return f"CREATE REL TABLE {table} ({', '.join([ends, *told])})"
    return f"CREATE NODE TABLE {table} ({told[0]} PRIMARY KEY, {', '.join(told[1:])})"


def _arrow(table: str, columns: list[tuple[str, str]], rows: list[Row]) -> Any:
    """The rows as an Arrow table with a type for each column, be it empty."""
    import pyarrow as pa

    kinds = {
        "STRING": pa.string(),
        "STRING[]": pa.list_(pa.string()),
        "BOOL": pa.bool_(),
        "DOUBLE": pa.float64(),
        "INT64": pa.int64(),
    }
    ends = [("from", "STRING"), ("to", "STRING")] if table in _EDGES else []
    fields = [*ends, *columns]
    return pa.table(
        {
            name: pa.array([_held(name, row.get(name)) for row in rows], kinds[kind])
            for name, kind in fields
        }
    )


def _held(name: str, value: Any) -> Any:
    """The value as Unicode can hold it."""
    if isinstance(value, list):
        return [encode(text, SURROGATES) for text in value]
    if not isinstance(value, str):
        return value
    return encode(value, HALVES if name in JSON_ATTRIBUTES else SURROGATES)


def _check(path: Path) -> None:
    """Keep what is not ours: a database of other tables, or another file."""
    if not path.exists():
        return
    import ladybug

    if path.is_dir():
        raise LoadError(f"{path}: is a folder, and a Ladybug database is a file: name another")
    try:
        with ladybug.Database(str(path), read_only=True) as database:
            found = _names(database)
    except (OSError, RuntimeError) as error:
        raise LoadError(f"{path}: is no Ladybug database, or in use: {error}") from error
    if found != set(_COLUMNS):
        raise LoadError(f"{path}: holds another database: name another file")


def _names(database: Any) -> set[str]:
    import ladybug

    with ladybug.Connection(database) as connection:
        found: Any = connection.execute("CALL show_tables() RETURN name")
        return {row[0] for row in found}
