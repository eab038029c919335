"""The services that the tests ask: one that only reads, and one that takes updates."""

from __future__ import annotations

import pytest

from kg import write_graph
from tests.cli.conftest import graph, run
from tests.cli.sample import SAMPLE
from tests.serve.service import serving

__all__ = ["graph", "run"]  # fixtures of the commands


@pytest.fixture(scope="session")
def trig(tmp_path_factory):
    """The sample graph with a named graph for each article."""
    path = tmp_path_factory.mktemp("graph") / "sample.trig"
    write_graph(SAMPLE, path)
    return path


@pytest.fixture(scope="session")
def service(trig):
    """A service that only reads, whose queries may take two seconds."""
    with serving(trig, "--timeout", "2", "--max-result", "1") as running:
        yield running


@pytest.fixture
def writable(trig):
    """A service of this test alone that takes updates."""
    with serving(trig, "--update", "--timeout", "2") as running:
        yield running
