"""Loading into databases that keep RDF: what is there afterwards, twice, in parts, and refused."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from urllib.parse import quote

import pyoxigraph as ox
import pytest
import rdflib

from kg import Graph, write_graph
from kg.errors import GraphError, InputError, LoadError
from kg.export.normal import normal
from kg.export.rdf import parse
from kg.load import Access, Loaded, load, load_path
from kg.load import delivery as delivery_module
from kg.load.endpoint import as_sparql
from kg.store import open_store, read_graph
from tests.cli.sample import SAMPLE
from tests.hostile import HOSTILE
from tests.load.servers import Recorder

GRAPH = "http://x.example/graph?a=b&c=d"


def test_twice_is_once(database, seeds):
    name = f"{GRAPH}twice"
    found = []
    for _ in range(2):
        told = database.load(seeds, name, batch=997)
        [(what, many)] = told.what
        found.append(len(database.rows(name, "?s ?p ?o")))
        assert (what, many) == ("triples", found[0])
        if not database.target.startswith("oxigraph:"):
            assert told.batches == told.tries == -(-many // 997)
    assert found[0] == found[1]


def test_a_graph_of_another_name_stays(database):
    database.load(SAMPLE, f"{GRAPH}one")
    before = sorted(map(str, database.rows(f"{GRAPH}one", "?s ?p ?o")))
    database.load(replace(SAMPLE, statements=()), f"{GRAPH}other")
    assert sorted(map(str, database.rows(f"{GRAPH}one", "?s ?p ?o"))) == before
    assert database.graph(f"{GRAPH}other").statements == ()


@pytest.mark.parametrize("name", ["oxigraph", "oxigraph updates"])
def test_the_default_graph(name, databases):
    database = databases(name)
    [(_, many)] = database.load(SAMPLE, None).what
    [row] = database.select("SELECT (COUNT(*) AS ?many) WHERE { ?s ?p ?o }")
    assert int(row["many"].value) == many


def test_a_folder_of_oxigraph(seeds, tmp_path):
    for _ in range(2):
        told = load(seeds, f"oxigraph:{tmp_path}/new/database", access=Access(batch=5000))
        kept = ox.Store.read_only(f"{tmp_path}/new/database")
        assert (("triples", len(kept)),) == told.what
        assert parse(iter(kept)) == normal(seeds)
        del kept


@pytest.mark.parametrize("suffix", [".ttl", ".nt"])
@pytest.mark.parametrize("name", [None, GRAPH])
def test_a_file_makes_the_folder_that_its_graph_makes(suffix, name, seeds, tmp_path, monkeypatch):
    path, access = tmp_path / f"seeds{suffix}", Access(graph=name)
    write_graph(seeds, path)
    load(seeds, f"oxigraph:{tmp_path}/by-graph", access=access)
    monkeypatch.setattr("kg.store.read_graph", None)  # not called
    told, progress = [], []
    told.append(
        load_path(path, f"oxigraph:{tmp_path}/x/db", access=access, progress=progress.append)
    )
    monkeypatch.undo()
    by_file, by_graph = (ox.Store.read_only(str(tmp_path / p)) for p in ("x/db", "by-graph"))
    assert set(by_file) == set(by_graph)
    assert told[0].what == (("triples", len(by_file)),)
    assert progress == [len(by_file)]
    assert [p.name for p in (tmp_path / "x").iterdir()] == ["db"]
    told.append(load_path(path, f"oxigraph:{tmp_path}/x/db", access=access))  # twice is once
    assert told[0].what == told[1].what
    assert read_graph(tmp_path / "x/db") == normal(seeds)


@pytest.mark.parametrize("form", ["rdf12", "trig", "no text"])
def test_a_file_of_another_shape_is_read(form, seeds, tmp_path):
    path = tmp_path / ("seeds.trig" if form == "trig" else "seeds.ttl")
    write_graph(seeds, path, statements="rdf12" if form == "rdf12" else "rdf")
    access = Access(text=form != "no text")
    load_path(path, f"oxigraph:{tmp_path}/db", access=access)
    load(seeds, f"oxigraph:{tmp_path}/by-graph", access=access)
    found = (ox.Store.read_only(str(tmp_path / name)) for name in ("db", "by-graph"))
    assert len({frozenset(store) for store in found}) == 1


def _lines(path, keep):
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for n, line in enumerate(lines) if keep(n, len(lines), line)))


@pytest.mark.parametrize(
    ("keep", "told"),
    [
        (lambda n, many, line: n < many - 2, "has no"),
        (lambda n, many, line: n < many // 2, "has no|not described"),
        (lambda n, many, line: "#polarity>" not in line, "#polarity>: one is needed"),
        (lambda n, many, line: "#Graph>" not in line, "not a graph that kg wrote"),
        (lambda n, many, line: "#named>" not in line, "not described"),
    ],
)
def test_a_file_that_lacks_something_makes_no_folder(keep, told, seeds, tmp_path):
    path = tmp_path / "seeds.nt"
    write_graph(seeds, path)
    _lines(path, keep)
    with pytest.raises(GraphError, match=told):
        load_path(path, f"oxigraph:{tmp_path}/db")
    assert [p.name for p in tmp_path.iterdir()] == ["seeds.nt"]


def test_a_file_that_breaks_off_makes_no_folder(seeds, tmp_path):
    path = tmp_path / "seeds.ttl"
    write_graph(seeds, path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(GraphError, match=r"seeds\.ttl:\d+: not Turtle"):
        load_path(path, f"oxigraph:{tmp_path}/db")
    assert [p.name for p in tmp_path.iterdir()] == ["seeds.ttl"]
    path.write_text("<http://x.example/a> <http://x.example/b> 1 .")
    with pytest.raises(GraphError, match="not a graph that kg wrote"):
        load_path(path, f"oxigraph:{tmp_path}/db")


def test_a_damaged_database_is_told(tmp_path):
    load(SAMPLE, f"oxigraph:{tmp_path}/db")
    (tmp_path / "db" / "CURRENT").write_text("nothing\n")
    for opened in (open_store, read_graph):
        with pytest.raises(GraphError, match="db: cannot be read as an Oxigraph database"):
            opened(tmp_path / "db")


def test_a_folder_of_oxigraph_in_a_named_graph_without_text(tmp_path):
    load(SAMPLE, f"oxigraph:{tmp_path}", access=Access(graph=GRAPH, text=False))
    kept = ox.Store.read_only(str(tmp_path))
    assert list(kept.named_graphs()) == [ox.NamedNode(GRAPH)]
    assert {article.text for article in parse(iter(kept)).articles} == {""}


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(LoadError, match="holds other files, not an Oxigraph database"):
        load(SAMPLE, f"oxigraph:{tmp_path}")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(LoadError, match=r"mine\.txt.*: cannot be written: "):
        load(SAMPLE, f"oxigraph:{tmp_path}/mine.txt")


def test_a_folder_in_use_is_told(tmp_path):
    using = ox.Store(str(tmp_path))
    with pytest.raises(LoadError, match=r"cannot be written: .*lock"):
        load(SAMPLE, f"oxigraph:{tmp_path}")
    del using


def test_progress_is_told_after_each_batch(tmp_path):
    told = []
    done = load(SAMPLE, f"oxigraph:{tmp_path}", access=Access(batch=50), progress=told.append)
    [(_, many)] = done.what
    assert told == [*range(50, many, 50), many]


def test_progress_of_a_server_is_told_too():
    told = []
    with Recorder().running() as server:
        done = load(SAMPLE, server.address, access=Access(batch=50), progress=told.append)
    [(_, many)] = done.what
    assert told == [*range(50, many, 50), many]
    assert len(told) == done.batches == len(server.requests)


# ── a server that fails ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
def soon(monkeypatch):
    """No pause before another try; the pauses there would have been."""
    pauses = []
    monkeypatch.setattr(delivery_module.time, "sleep", pauses.append)
    return pauses


def test_a_batch_that_did_not_arrive_is_sent_again(soon):
    with Recorder(503, 502, 204, 429).running() as server:
        told = load(SAMPLE, server.address, access=Access(batch=100))
    bodies = [body for _, _, body in server.requests]
    assert bodies[0] == bodies[1] == bodies[2] != bodies[3] == bodies[4]
    assert told.tries == told.batches + 3
    assert soon == [0.5, 1.0, 0.5]


def test_what_stays_refused_is_told_with_what_is_there(soon):
    with (
        Recorder(204, *[503] * 4).running() as server,
        pytest.raises(LoadError) as caught,
    ):
        load(SAMPLE, server.address, access=Access(batch=100))
    told = f"{server.address}?default: 503 Service Unavailable: told by the server"
    assert str(caught.value) == f"{told}, 4 times; 100 triples before it are there"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 415])
def test_what_will_not_get_better_is_not_sent_again(soon, status):
    with Recorder(status).running() as server, pytest.raises(LoadError, match=f": {status} "):
        load(SAMPLE, server.address)
    assert len(server.requests) == 1


def test_nobody_there(soon):
    with Recorder().running() as server:
        gone = server.address
    with pytest.raises(LoadError, match=r"Connection refused, 4 times$"):
        load(SAMPLE, gone)


SECRET = "s3cret-päss:word"
ASKED = Access(user="ann", password=SECRET, graph=GRAPH)


def test_no_password_is_sent_before_it_is_asked_for(soon):
    with Recorder().running() as server:
        load(SAMPLE, server.address, access=ASKED)
    assert [body == b"" for _, _, body in server.requests] == [True, False]
    assert all("Authorization" not in headers for _, headers, _ in server.requests)


def test_basic_if_that_is_asked_for(soon):
    with Recorder(401, challenge='Basic realm="a, Digest b"').running() as server:
        with pytest.raises(LoadError) as caught:
            load(SAMPLE, server.address, access=ASKED)
        load(SAMPLE, server.address, access=ASKED)
    path, headers, body = server.requests[1]
    assert headers["Authorization"] == "Basic " + b64encode(f"ann:{SECRET}".encode()).decode()
    assert path == f"/store?graph={quote(GRAPH, safe='')}"
    assert body == b""
    assert "s3cret" not in str(caught.value) + repr(ASKED)


def test_digest_if_that_is_asked_for(soon):
    asked = 'Basic realm="b", Digest realm="r", nonce="n1", qop="auth", algorithm=SHA-256'
    with Recorder(challenge=asked).running() as server:
        load(SAMPLE, server.address, access=replace(ASKED, batch=100))
    proven = [request for request in server.requests if "Authorization" in request[1]]
    for number, (path, headers, _) in enumerate(proven, start=1):
        header = headers["Authorization"]
        kind, _, fields = header.partition(" ")
        told = {key: value.strip('"') for key, _, value in _pairs(fields)}
        assert (kind, told["username"], told["uri"]) == ("Digest", "ann", path)
        assert int(told["nc"], 16) == number
        # https://www.rfc-editor.org/rfc/rfc7616#section-3.4.1
        first, second = _hash(f"ann:r:{SECRET}"), _hash(f"POST:{path}")
        parts = (first, "n1", told["nc"], told["cnonce"], "auth", second)
        assert told["response"] == _hash(":".join(parts))
        assert "s3cret" not in header
    bodies = [body for _, headers, body in server.requests if "Authorization" not in headers]
    assert set(bodies) == {b""}
    assert len(proven) > 3


def _hash(text):
    return sha256(text.encode()).hexdigest()


def _pairs(fields):
    return [field.strip().partition("=") for field in fields.split(", ")]


def test_a_password_that_is_not_right_is_told_once(databases):
    virtuoso = databases("virtuoso")
    with pytest.raises(LoadError, match=r"sparql-graph-crud-auth\?graph=[^:]*: 401 Unauthorized$"):
        virtuoso.load(SAMPLE, f"{GRAPH}wrong", password="wrong")
    assert virtuoso.rows(f"{GRAPH}wrong", "?s ?p ?o") == []


def test_another_way_to_say_who_sends_is_told(soon):
    with (
        Recorder(challenge="Negotiate").running() as server,
        pytest.raises(LoadError, match="asks for 'Negotiate': only Digest and Basic are done"),
    ):
        load(SAMPLE, server.address, access=ASKED)
    assert all("Authorization" not in headers for _, headers, _ in server.requests)
    with (
        Recorder(challenge='Digest realm="r", nonce="n", qop="auth"').running() as server,
        pytest.raises(InputError, match="wants Digest, whose user names are ASCII"),
    ):
        load(SAMPLE, server.address, access=replace(ASKED, user="änn"))


def test_a_token_goes_as_a_bearers_and_no_netrc_is_read(soon, tmp_path, monkeypatch):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login mallory password s3cret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with Recorder().running() as server:
        load(SAMPLE, server.address, access=Access(token="s3cret-pss:word"))
        load(SAMPLE, server.address)
    assert server.requests[0][1]["Authorization"] == "Bearer s3cret-pss:word"
    assert "Authorization" not in server.requests[1][1]


# ── what a server says ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirection_is_told_and_nothing_passes_for_loaded(soon, status):
    with (
        Recorder(status, Location="http://127.0.0.1:1/new").running() as server,
        pytest.raises(LoadError, match=f"{status} .* to http://127.0.0.1:1/new: give the "),
    ):
        load(SAMPLE, server.address)
    assert len(server.requests) == 1


def test_a_page_is_told_as_text(soon):
    with Recorder(403).running() as server:
        server.told = b"<!DOCTYPE html>\n<html><head><title>No</title>\n<body>not\n you</html>"
        with pytest.raises(LoadError, match=r": 403 Forbidden: No not you$"):
            load(SAMPLE, server.address)


@pytest.mark.parametrize(
    ("name", "update", "hint"),
    [
        ("oxigraph", True, "then leave --update out"),
        ("oxigraph updates", False, "then give --update"),
        ("kg serve", True, "then leave --update out"),
        ("kg serve updates", False, "then give --update"),
    ],
)
def test_the_wrong_protocol_is_told(name, update, hint, databases):
    with pytest.raises(LoadError, match=hint):
        databases(name).load(SAMPLE, GRAPH, update=update)


def test_virtuoso_wants_a_named_graph(databases, soon):
    with pytest.raises(LoadError, match=r"not configured to have default graph, 4 times$"):
        databases("virtuoso").load(SAMPLE, None)


# ── updates ──────────────────────────────────────────────────────────────────────────────────────


def test_an_update_is_small_enough_for_virtuoso(soon, seeds):
    with Recorder().running() as server:
        told = load(seeds, server.address, access=Access(update=True, graph=GRAPH))
    [(_, many)] = told.what
    assert told.batches == -(-many // 2000) == len(server.requests)
    for path, headers, body in server.requests:
        assert (path, headers["Content-Type"]) == ("/store", "application/sparql-update")
        assert body.startswith(f"INSERT DATA {{ GRAPH <{GRAPH}> {{ \n<".encode())


# without control characters: rdflib takes eight digits after the u of \u0001 in any text
PRINTED = {n: t for n, t in HOSTILE.items() if not re.search("[\x00-\x1f\x7f]", t)}


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED)
def test_an_update_says_the_same_to_who_undoes_escapes_first(text):
    triple = ox.Triple(ox.NamedNode("a:b"), ox.NamedNode("a:b"), ox.Literal(_whole(text)))
    lines = ox.serialize([triple], format=ox.RdfFormat.N_TRIPLES)
    found = rdflib.Graph()
    found.update(f"INSERT DATA {{ {as_sparql(lines).decode()} }}")
    assert [str(value) for value in found.objects()] == [_whole(text)]
    store = ox.Store()
    store.update(f"INSERT DATA {{ {as_sparql(lines).decode()} }}")
    assert [quad.triple for quad in store] == [triple]


def _whole(text):
    return re.sub("[\ud800-\udfff]", "", text)


@pytest.mark.parametrize(
    ("target", "access", "message"),
    [
        (
            "paper:x",
            Access(),
            "paper:x: no such target: choose from http:, https:, oxigraph:, ladybug:, bolt:",
        ),
        ("oxigraph:", Access(), "no such target"),
        ("http://", Access(), "no host: write http://HOST:PORT/PATH"),
        ("http://h/store?default", Access(), "without ? and #"),
        ("http://ann:pass@h/store", Access(), "no user or password in the address"),
        ("http://h/store", Access(graph="no iri"), "--graph no iri: not an absolute IRI"),
        ("oxigraph:{}", Access(graph="no iri"), "--graph no iri: not an absolute IRI"),
    ],
)
def test_a_target_that_cannot_be(target, access, message, tmp_path):
    with pytest.raises(InputError) as caught:
        load(SAMPLE, target.format(tmp_path / "new"), access=access)
    assert message in str(caught.value)
    assert "pass@" not in str(caught.value)


def test_an_empty_graph_is_no_error(tmp_path):
    none = Graph(articles=(), entities=(), statements=(), base=SAMPLE.base)
    told = load(none, f"oxigraph:{tmp_path}")
    assert told == Loaded(what=told.what, batches=1, tries=1)
