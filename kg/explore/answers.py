"""Queries and their answers for a page. What may go in: reading a query from an address, and
answering it in a child: a part of the table, or all of it as a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.explore.addresses import article_address, entity_address, statement_address
from kg.explore.index import Index
from kg.namespaces import article_iri, statement_iri
from kg.store import NamedQuery, Results, ask_named, given, query, shorten

ROWS = 100  # of a table on a page
_GIVEN = "set-"  # what parameters of named queries begin with in an address
_CELL = 2000  # characters
FILES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/sparql-results+json",
    "ttl": "text/turtle; charset=utf-8",
}
_TABLES = {"csv": ox.QueryResultsFormat.CSV, "json": ox.QueryResultsFormat.JSON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query as an address has it: by name, or in SPARQL, with its parameters."""

    named: NamedQuery | None
    sparql: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A term of an answer: its text, and the page about it, if there is one."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A part of an answer. `files` are the formats that all of it can be had in; `truth` is the
    answer of ASK."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    total: int
    number: int
    pages: int
    files: Sequence[str]
    truth: bool | None = None


def read_asked(asked: Mapping[str, str], queries: Iterable[NamedQuery]) -> Asked | None:
    """Read a query from the parameters of an address; None if there is none.

    Raises:
        QueryError: no query has that name.
    """
    values = {
        name.removeprefix(_GIVEN): value
        for name, value in asked.items()
        if name.startswith(_GIVEN) and value
    }
    if asked.get("name"):
        known = {one.name: one for one in queries}
        if asked["name"] not in known:
            raise QueryError(f"no query {asked['name']!r}: choose from {'; '.join(known)}")
        named = known[asked["name"]]
        return Asked(named=named, sparql=named.sparql, values=values)
    if asked.get("sparql", "").strip():
        return Asked(named=None, sparql=asked["sparql"], values=values)
    return None


def needs(one: Asked) -> list[str]:
    """Give the parameters without which a named query has no answer, and that are not given."""
    wanted = one.named.parameters if one.named else ()
    return [p.name for p in wanted if p.needed and p.name not in one.values]


# ── in the child ─────────────────────────────────────────────────────────────────────────────────


def write_part(store: ox.Store, output: IO[bytes], *, one: Asked, page: int) -> str:
    """Answer a query and write the rows of one page, as JSON; give the media type.

    Raises:
        QueryError: the query is not SPARQL, or fails.
    """
    results = _ask(store, one)
    told: dict[str, Any] = {"truth": None, "columns": [], "rows": []}
    if isinstance(results, ox.QueryBoolean):
        told |= {"truth": bool(results), "total": 0, "files": ["json"]}
    else:
        names, rows, files = _rows(results)
        before = sum(1 for _ in islice(rows, (page - 1) * ROWS))
        part = [[_term(term) for term in row] for row in islice(rows, ROWS)]
        told |= {
            "columns": names,
            "rows": part,
            "total": before + len(part) + sum(1 for _ in rows),
            "files": files,
        }
    output.write(json.dumps(told).encode())
    return "application/json"


def write_whole(store: ox.Store, output: IO[bytes], *, one: Asked, file: str) -> str:
    """Answer a query and write all of it in one of FILES; give the media type.

    Raises:
        QueryError: the query is not SPARQL, fails, or has no answer in that format.
    """
    results = _ask(store, one)
    is_graph = isinstance(results, ox.QueryTriples)
    is_truth = isinstance(results, ox.QueryBoolean)
    if is_graph != (file == "ttl") or (is_truth and file == "csv"):
        told = "Turtle" if is_graph else "JSON" if is_truth else "CSV or JSON"
        raise QueryError(f"the answer of this query is to be had as {told}")
    if isinstance(results, ox.QueryTriples):
        ox.serialize(results, output, format=ox.RdfFormat.TURTLE)
    else:
        results.serialize(output, format=_TABLES[file])
    return FILES[file]


def _rows(
    results: ox.QuerySolutions | ox.QueryTriples,
) -> tuple[list[str], Iterator[Iterable[Any]], list[str]]:
    """The columns and rows of an answer, and the files that it can be had in."""
    if isinstance(results, ox.QuerySolutions):
        return [v.value for v in results.variables], iter(results), ["csv", "json"]
    rows = sorted(set(results), key=str)
    return ["subject", "predicate", "object"], iter(rows), ["ttl"]


def _ask(store: ox.Store, one: Asked) -> Results:
    if one.named:
        return ask_named(store, one.named, one.values)
    return query(store, one.sparql, functions=given(one.values))


def _term(term: Any) -> tuple[str, str] | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return "iri", term.value
    text = term.value if isinstance(term, ox.Literal) else str(term)
    return "text", text[:_CELL]


# ── back in the service ──────────────────────────────────────────────────────────────────────────


class Links:
    """The pages about what IRIs name.

    Args:
        index: of the graph.
    """

    def __init__(self, index: Index) -> None:
        base = index.graph.base
        self._index, self._statements = index, statement_iri(base, "")
        self._articles = {article_iri(base, id): id for id in index.articles}

    def cell(self, told: Sequence[str] | None) -> Cell:
        """Make a cell of what a child told."""
        if told is None:
            return Cell(text="")
        kind, text = told
        if kind != "iri":
            return Cell(text=text)
        if text in self._index.entities:
            return Cell(text=self._index.entities[text].label, address=entity_address(text))
        key = text.removeprefix(self._statements)
        if key != text and key in self._index.statements:
            return Cell(text=key, address=statement_address(key))
        if text in self._articles:
            id = self._articles[text]
            return Cell(text=id, address=article_address(id))
        return Cell(text=shorten(text))


def read_part(told: bytes, page: int, links: Links) -> Table:
    """Make a table of what `write_part` wrote."""
    found = json.loads(told)
    return Table(
        columns=found["columns"],
        rows=[[links.cell(cell) for cell in row] for row in found["rows"]],
        total=found["total"],
        number=page,
        pages=max(1, -(-found["total"] // ROWS)),
        files=found["files"],
        truth=found["truth"],
    )
