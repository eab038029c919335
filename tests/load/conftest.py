"""The databases that the tests load into: each is started once, and when one is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from kg import Graph, read_graph
from tests.load.arcadedb import Server, arcadedb_server
from tests.load.databases import DATABASES, SEEDS, Database


@pytest.fixture(scope="session")
def arcadedb(tmp_path_factory) -> Iterator[Server]:
    """ArcadeDB's server, started once."""
    with arcadedb_server(tmp_path_factory.mktemp("arcadedb")) as server:
        yield server


@pytest.fixture(scope="session")
def databases(tmp_path_factory):
    """Give a database by name."""
    running: dict[str, Database] = {}
    with ExitStack() as stack:

        def start(name: str) -> Database:
            if name not in running:
                folder = tmp_path_factory.mktemp("database")
                running[name] = stack.enter_context(DATABASES[name](folder))
            return running[name]

        yield start


@pytest.fixture(scope="session", params=DATABASES)
def database(request, databases) -> Iterator[Database]:
    """Each database of RDF."""
    return databases(request.param)


@pytest.fixture(scope="session")
def seeds() -> Graph:
    """The graph of the sample articles."""
    return read_graph(SEEDS)
