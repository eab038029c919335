"""What the tests of the explorer share: clients that ask pages without a network, and a service."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kg import write_graph
from kg.explore.index import Index
from kg.export.rdf import generate
from kg.model import Graph
from kg.serve.application import application
from kg.serve.pages import Pages
from kg.serve.settings import Settings
from tests.cli.sample import SAMPLE
from tests.explore.hostile import HOSTILE
from tests.serve.service import Service, serving


def client_of(graph: Graph, *, triples: bool = True) -> TestClient:
    """A client of a service over a graph; without triples queries are answered by nothing."""
    store = ox.Store()
    if triples:
        store.bulk_extend(generate(graph))
    pages = Pages(Index(graph), "news <graph>.ttl")
    app = application(store, Settings(), pages=pages)
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.fixture(scope="session")
def sample() -> TestClient:
    """The sample graph."""
    return client_of(SAMPLE)


@pytest.fixture(scope="session")
def hostile() -> TestClient:
    """A graph whose every text is hostile."""
    return client_of(HOSTILE, triples=False)


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The sample graph, served as a user does."""
    path = tmp_path_factory.mktemp("graph") / "sample.ttl"
    write_graph(SAMPLE, path)
    with serving(path, "--update", "--timeout", "5") as running:
        yield running
