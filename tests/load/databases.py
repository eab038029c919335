"""The databases of RDF that graphs are loaded into, and how a test asks them. What may go in: that.

They are asked over SPARQL's own protocol, or by the database's own library.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest

from kg import Graph
from kg.export.rdf import parse
from kg.load import Access, Loaded, load
from kg.namespaces import PREFIXES
from tests.load.servers import oxigraph_server
from tests.load.virtuoso import PASSWORD, USER, virtuoso_server
from tests.serve.service import TOKEN, serving

Row = dict[str, ox.NamedNode | ox.Literal]

SEEDS = Path(__file__).parents[2] / "output" / "seeds.ttl"

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@dataclass(frozen=True)
class Database:
    """A database, where it takes graphs and how it is asked."""

    target: str
    select: Callable[[str], list[Row]]
    access: dict[str, Any] = field(default_factory=dict)

    def load(self, graph: Graph, name: str, **others: Any) -> Loaded:
        """Load a graph under a name."""
        return load(graph, self.target, access=Access(graph=name, **{**self.access, **others}))

    def rows(self, name: str, pattern: str) -> list[dict[str, str]]:
        """Find a pattern in a named graph; what is unbound is left out."""
        found = self.select(f"{_PREFIXES} SELECT * WHERE {{ GRAPH <{name}> {{ {pattern} }} }}")
        return [{key: term.value for key, term in row.items()} for row in found]

    def graph(self, name: str) -> Graph:
        """Give what it has under a name, asked for triple by triple."""
        found = self.select(f"SELECT * WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")
        return parse(ox.Quad(row["s"], row["p"], row["o"]) for row in found)


def _over_http(address: str) -> Callable[[str], list[Row]]:
    def select(query: str) -> list[Row]:
        # by form: Virtuoso never answers a POST of application/sparql-query
        form = urlencode({"query": query}).encode()
        asked = Request(address, form, {"Accept": "application/sparql-results+json"})
        with urlopen(asked, timeout=120) as reply:
            rows = json.loads(reply.read())["results"]["bindings"]
        return [{key: _term(**cell) for key, cell in row.items()} for row in rows]

    return select


def _term(type: str, value: str, datatype: str | None = None) -> ox.NamedNode | ox.Literal:
    """A cell of https://www.w3.org/TR/sparql11-results-json/, less blank nodes and languages."""
    if type == "uri":
        return ox.NamedNode(value)
    assert type in ("literal", "typed-literal"), type
    return ox.Literal(value, datatype=ox.NamedNode(datatype) if datatype else None)


def _of_folder(folder: Path) -> Callable[[str], list[Row]]:
    def select(query: str) -> list[Row]:
        found = ox.Store.read_only(str(folder)).query(query)
        names = [variable.value for variable in found.variables]
        cells = ({name: row[name] for name in names} for row in found)
        return [{name: term for name, term in row.items() if term is not None} for row in cells]

    return select


@contextmanager
def _oxigraph(folder: Path) -> Iterator[Database]:
    with oxigraph_server(folder) as address:
        yield Database(f"{address}/store", _over_http(f"{address}/query"))


@contextmanager
def _oxigraph_updates(folder: Path) -> Iterator[Database]:
    with oxigraph_server(folder) as address:
        yield Database(f"{address}/update", _over_http(f"{address}/query"), {"update": True})


@contextmanager
def _folder(folder: Path) -> Iterator[Database]:
    yield Database(f"oxigraph:{folder}/database", _of_folder(folder / "database"))


@contextmanager
def _own(folder: Path) -> Iterator[Database]:
    empty = folder / "empty.ttl"
    empty.write_text("")
    with serving(empty, "--update") as running:
        store = running.address.replace("/sparql", "/store")
        yield Database(store, _over_http(running.address), {"token": TOKEN})


@contextmanager
def _own_updates(folder: Path) -> Iterator[Database]:
    empty = folder / "empty.ttl"
    empty.write_text("")
    with serving(empty, "--update") as running:
        access = {"token": TOKEN, "update": True}
        yield Database(running.address, _over_http(running.address), access)


@contextmanager
def _virtuoso(folder: Path) -> Iterator[Database]:
    with _there(folder) as running:
        access = {"user": USER, "password": PASSWORD}
        yield Database(running.store, _over_http(f"{running.address}/sparql"), access)


@contextmanager
def _virtuoso_updates(folder: Path) -> Iterator[Database]:
    with _there(folder) as running:
        access = {"user": USER, "password": PASSWORD, "update": True}
        yield Database(running.updates, _over_http(f"{running.address}/sparql"), access)


def _there(folder: Path) -> Any:
    if not shutil.which("virtuoso-t"):
        pytest.skip("needs Debian's virtuoso-opensource-7-bin")
    return virtuoso_server(folder)


DATABASES = {
    "oxigraph": _oxigraph,
    "oxigraph updates": _oxigraph_updates,
    "oxigraph folder": _folder,
    "kg serve": _own,
    "kg serve updates": _own_updates,
    "virtuoso": _virtuoso,
    "virtuoso updates": _virtuoso_updates,
}
