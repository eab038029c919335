"""The service beyond the protocols: programs as clients, its limits, its walls, its command."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from kg.cli import serving as command
from kg.errors import InputError
from kg.namespaces import KG, PREFIXES
from kg.serve import Settings
from kg.serve.child import Children, Limits, Refused
from tests.serve.service import ROOT, serving

HOSTS = "SELECT ?who { ?a kg:hosts ?b . ?a rdfs:label ?who }"
DECLARED = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("kg", "rdfs"))
QUERY = "application/sparql-query"
SLOW = "SELECT (COUNT(*) AS ?many) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


# ── clients ──────────────────────────────────────────────────────────────────────────────────────


def test_rdflib_is_a_client(service):
    store = SPARQLStore(service.address)
    assert [str(row[0]) for row in store.query(DECLARED + HOSTS)] == ["Iran"]
    hosts = URIRef(KG + "hosts")
    [((subject, _, object_), _)] = store.triples((None, hosts, None))
    assert (subject.rpartition("/")[2], object_.rpartition("/")[2]) == ("iran", "russia")
    assert bool(store.query(DECLARED + "ASK { ?a kg:hosts ?b }"))
    made = store.query(DECLARED + "CONSTRUCT WHERE { ?a kg:hosts ?b }")
    assert len(made.graph) == 1
    assert len(store) > 100


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_is_a_client(service, method):
    client = SPARQLWrapper(service.address)
    client.setMethod(method)
    client.setQuery(DECLARED + HOSTS)
    client.setReturnFormat(JSON)
    assert client.query().convert()["results"]["bindings"][0]["who"]["value"] == "Iran"
    client.setReturnFormat(XML)
    assert "Iran" in client.query().convert().toxml()
    client.setReturnFormat(CSV)
    assert client.query().convert().split() == [b"who", b"Iran"]
    client.setQuery(DECLARED + "CONSTRUCT WHERE { ?a kg:hosts ?b }")
    client.setReturnFormat(TURTLE)
    assert b"kg:hosts" in client.query().convert()


def test_a_page_of_another_site_cannot_read_unless_told(service, trig):
    asked = {"Origin": "https://news.example"}
    reply = service.send("GET", query=HOSTS, headers=asked)
    assert reply.headers["access-control-allow-origin"] is None
    with serving(trig, "--cors", "https://news.example") as open_:
        allowed = open_.send("GET", query=HOSTS, headers=asked).headers
        assert allowed["access-control-allow-origin"] == "https://news.example"
        other = open_.send("GET", query=HOSTS, headers={"Origin": "https://other.example"})
        assert other.headers["access-control-allow-origin"] is None


def test_a_page_cannot_reach_it_under_a_name_of_its_own(service):
    assert service.send("GET", query=HOSTS, headers={"Host": "evil.example"}).status == 400
    assert service.send("GET", query=HOSTS, headers={"Host": "localhost:1"}).status == 200


# ── limits and walls ─────────────────────────────────────────────────────────────────────────────


def test_a_slow_query_holds_up_nobody(service):
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(service.ask, SLOW)
        time.sleep(0.3)
        start = time.monotonic()
        assert service.ask(HOSTS).status == 200
        assert time.monotonic() - start < 1.5
        assert slow.result().status == 503


def test_a_slow_query_comes_after_the_others(service):
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(service.ask, SLOW)
        time.sleep(0.2)
        [child] = children(service, "R")
        at_first = os.getpriority(os.PRIO_PROCESS, int(child))
        time.sleep(0.8)
        assert (at_first, os.getpriority(os.PRIO_PROCESS, int(child))) == (0, 15)
        assert slow.result().status == 503


def test_many_clients_at_once(service):
    def ask(number):
        return service.ask(f"SELECT ?n {{ VALUES ?n {{ {number} }} }}").rows

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(ask, range(100))) == [[{"n": str(n)}] for n in range(100)]


def test_children_and_files_are_not_left_over(service):
    def count():
        """Files but for the three of each child, once the children that ended are gone."""
        wait_until(lambda: not children(service, "ZR"))
        held = children(service)
        assert 0 < len(held) <= Limits().workers
        return len(os.listdir(f"/proc/{service.pid}/fd")) - 3 * len(held)

    service.ask(HOSTS)
    before = count()
    for query in (HOSTS, SLOW, "SELECT * {", "SELECT * { ?s ?p ?o . ?a ?b ?c }") * 2:
        service.ask(query)
    wait_until(lambda: count() <= before)


def test_a_child_answers_one_query_after_the_other(service):
    service.ask(HOSTS)
    before = children(service)
    for _ in range(5):
        assert service.ask(HOSTS).rows == [{"who": "Iran"}]
        assert service.ask("SELECT * {").status == 400
    assert children(service) == before


def test_a_child_whose_query_was_slow_is_not_asked_again(service):
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(service.ask, SLOW)
        time.sleep(0.2)
        [child] = children(service, "R")
        assert slow.result().status == 503
    assert service.ask(HOSTS).status == 200
    assert child not in children(service)


def test_an_answer_longer_than_a_pipe_is_whole(trig):
    words = "SELECT ?n { VALUES ?n {" + "'0123456789abcdef' " * 150_000 + "} }"
    with serving(trig) as running:
        for _ in range(2):
            reply = running.send("POST", body=words, headers={"Content-Type": QUERY})
            assert [row["n"] for row in reply.rows] == ["0123456789abcdef"] * 150_000
            assert running.ask(HOSTS).rows == [{"who": "Iran"}]


def test_children_end_with_the_service(trig):
    with serving(trig) as running:
        running.ask(HOSTS)
        [child] = children(running)
        os.kill(running.pid, signal.SIGKILL)
        running.process.wait(5)
        wait_until(lambda: not Path(f"/proc/{child}").exists() or state(child) == "Z")


def test_a_child_that_was_killed_is_replaced(service):
    service.ask(HOSTS)
    for child in (killed := children(service)):
        os.kill(int(child), signal.SIGKILL)
    wait_until(lambda: all(state(child) in ("Z", "") for child in killed))
    for _ in range(Limits().workers + 1):
        assert service.ask(HOSTS).status == 200


def children(service, states=""):
    """The ids of a service's children; only those in one of some states."""
    listed = Path(f"/proc/{service.pid}/task/{service.pid}/children").read_text().split()
    return [child for child in listed if not states or state(child) in states]


def state(process):
    """R runs, S waits, Z has ended and nobody took notice."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def wait_until(holds, seconds=5.0):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_client_that_leaves_does_not_end_the_service(service):
    made = socket.create_connection(("127.0.0.1", service.port))
    made.sendall(b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: localhost\r\n\r\n")
    made.close()
    assert service.ask(HOSTS).status == 200


def test_memory_is_bounded(trig):
    def task(output):
        bytearray(600 * 2**20)
        return "text/plain"

    with pytest.raises(Refused, match="more memory than it may use"):
        asyncio.run(Children(Limits(memory_bytes=500 * 2**20)).run(task))


def test_a_child_opens_neither_files_nor_sockets():
    store = ox.Store()
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.5)
    port = listening.getsockname()[1]

    def file(output):
        return open("/etc/hostname").name

    def service(output):
        # past the check of the text, which is not what keeps it from the network
        asked = f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
        return str(list(store.query(asked)))

    def load(output):
        store.update(f"LOAD <http://127.0.0.1:{port}/>")
        return "text/plain"

    for task in (file, service, load):
        with pytest.raises(Refused, match="failed"):
            asyncio.run(Children(Limits()).run(task))
    with pytest.raises(TimeoutError):
        listening.accept()
    listening.close()


# ── the command ──────────────────────────────────────────────────────────────────────────────────


def test_it_serves_a_store_too(tmp_path):
    (tmp_path / "news.txt").write_text("Iran hosts Russia.", encoding="utf-8")
    run = [sys.executable, "-m", "kg", "build", "news.txt", "--store", "kept", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(run, cwd=tmp_path, env=environment, check=True)
    with serving(tmp_path / "kept") as running:
        assert running.ask(HOSTS).rows == [{"who": "Iran"}]


def test_ctrl_c_ends_it_as_any_command(trig):
    with serving(trig) as running:
        os.kill(running.pid, signal.SIGINT)
        assert running.process.wait(10) == 130


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_what_it_is_doing(trig, by):
    with serving(trig, "--timeout", "60") as running:
        slow = threading.Thread(target=_quietly, args=(running, SLOW))
        slow.start()
        time.sleep(0.5)
        os.kill(running.pid, by)
        slow.join(10)
        assert not slow.is_alive()


def _quietly(running, query):
    with suppress(OSError, HTTPException):
        running.ask(query)


def test_what_cannot_start_is_told(run, graph, monkeypatch):
    monkeypatch.delenv("KG_SERVE_TOKEN", raising=False)
    told = run("serve", graph, "--update")
    assert (told.exit_code, "8 characters or more into KG_SERVE_TOKEN" in told.stderr) == (2, True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = run("serve", graph, "--port", port)
        assert told.exit_code == 2
        assert f"127.0.0.1 port {port}: cannot listen there: Address already in use" in told.stderr
    assert run("serve", "missing.ttl").exit_code == 2


def test_without_the_extra_it_says_what_to_install(run, graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    told = run("serve", graph)
    assert told.exit_code == 2
    assert "kg serve needs uvicorn: install the extra: pip install 'kg-news[serve]'" in told.stderr


def test_the_token_is_never_shown():
    assert "secret-token" not in repr(Settings(token="secret-token"))
    with pytest.raises(InputError):
        command._token()
