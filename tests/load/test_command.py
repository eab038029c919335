"""kg load: what it prints, where the password comes from, exit codes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.cli.conftest import graph, run
from tests.load.servers import Recorder

__all__ = ["graph", "run"]  # fixtures of the commands


@pytest.fixture(autouse=True)
def without_passwords(monkeypatch):
    for name in ("KG_LOAD_PASSWORD", "KG_LOAD_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def test_a_summary_is_told(run, graph):
    told = run("load", graph, "oxigraph:database", "--batch", "100")
    many = len(ox.Store.read_only("database"))
    assert told.exit_code == 0
    assert told.output.startswith(f"oxigraph:database: {many} triples in 1 batch, ")
    assert run("load", graph, "oxigraph:database", "-q").output == ""


def test_a_database_is_a_graph(run, graph):
    run("load", graph, "oxigraph:database", "-q")
    run("export", graph, "-o", "one.jsonl")
    assert run("export", "database", "-o", "two.jsonl").exit_code == 0
    assert Path("one.jsonl").read_bytes() == Path("two.jsonl").read_bytes()
    asked = [run("query", g, "--name", "who did what to whom").output for g in (graph, "database")]
    assert asked[0] == asked[1] != ""


def test_what_was_sent_again_is_told(run, graph, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with Recorder(503).running() as server:
        told = run("load", graph, server.address)
    assert "triples in 1 batch, 1 sent again, " in told.output


def test_the_password_is_asked_for_or_in_the_environment(run, graph, monkeypatch):
    with Recorder(challenge='Basic realm="x"').running() as server:
        asked = run("load", graph, server.address, "--user", "ann", input="asked-for\n")
        monkeypatch.setenv("KG_LOAD_PASSWORD", "from-outside")
        given = run("-vv", "load", graph, server.address, "--user", "ann", "-v")
        monkeypatch.setenv("KG_LOAD_TOKEN", "a-token")
        run("load", graph, server.address)
    sent = [headers.get("Authorization") for _, headers, _ in server.requests]
    assert sent == [
        *(None, "Basic YW5uOmFza2VkLWZvcg==", "Basic YW5uOmFza2VkLWZvcg=="),
        *(None, "Basic YW5uOmZyb20tb3V0c2lkZQ==", "Basic YW5uOmZyb20tb3V0c2lkZQ=="),
        "Bearer a-token",
    ]
    assert "Password: " in asked.output
    assert "asked-for" not in asked.output
    assert "from-outside" not in given.output


def test_what_fails_is_one_line(run, graph, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with Recorder(403).running() as server:
        told = run("load", graph, server.address)
    assert told.exit_code == 2
    assert told.stderr == f"Error: {server.address}?default: 403 Forbidden: told by the server\n"
    assert run("load", graph, "paper:x").exit_code == 2
