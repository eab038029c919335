"""Loading into databases that keep RDF: what is there afterwards, twice, in parts, and refused."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest

from kg import Graph, read_graph
from kg.errors import InputError, LoadError
from kg.export.normal import normal
from kg.export.rdf import parse
from kg.load import Access, Loaded, load
from kg.load import endpoint as endpoint_module
from tests.cli.sample import SAMPLE
from tests.load.servers import Recorder, oxigraph_server
from tests.serve.service import TOKEN, serving

SEEDS = Path(__file__).parents[2] / "output" / "seeds.ttl"
GRAPH = "http://x.example/graph?a=b&c=d"
HOSTILE = (
    'quote " and \' and """',
    "backslash \\ and \\u0041 and \\",
    "' } ; DROP ALL ; INSERT DATA { <a:b> <a:b> <a:b> } #",
    "'}) MATCH (n) DETACH DELETE n //",
    "<script>alert(1)</script> &amp; ]]>",
    "tab\tline\nreturn\rnull-like \x01 \x1b[31m \x7f",
    "\u202eright to left\u202c مرحبا",
    "emoji 👩‍👩‍👧 🇮🇷",
    "long " * 20_000,
)


@pytest.fixture(scope="module")
def seeds() -> Graph:
    return read_graph(SEEDS)


@pytest.fixture(scope="module")
def hostile() -> Graph:
    """The sample with labels that try to be something else."""
    first = SAMPLE.entities[0]
    named = replace(first, aliases=HOSTILE)
    names = ("entities", "statements")
    swapped = {
        name: tuple(_swap(one, first, named) for one in getattr(SAMPLE, name)) for name in names
    }
    return replace(SAMPLE, **swapped)


def _swap(value, old, new):
    """The same value with one entity exchanged wherever it stands."""
    if value == old:
        return new
    if isinstance(value, tuple):
        return tuple(_swap(one, old, new) for one in value)
    if hasattr(value, "__dataclass_fields__"):
        fields = {
            name: _swap(getattr(value, name), old, new) for name in value.__dataclass_fields__
        }
        return replace(value, **fields)
    return value


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory):
    """Oxigraph's server."""
    with oxigraph_server(tmp_path_factory.mktemp("database")) as address:
        yield f"{address}/store"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Our own service, over a graph without triples."""
    empty = tmp_path_factory.mktemp("empty") / "empty.ttl"
    empty.write_text("")
    with serving(empty, "--update") as running:
        yield running.address.replace("/sparql", "/store")


@pytest.fixture(params=["oxigraph", "own"])
def store(request):
    """A database that takes graphs over HTTP."""
    return request.getfixturevalue(request.param)


def _there(address: str, graph: str) -> Graph:
    """What a server has, read back by its own protocol and our reader."""
    asked = Request(f"{address}?graph={quote(graph, safe='')}", headers={"Accept": "text/turtle"})
    with urlopen(asked) as reply:
        return parse(ox.parse(reply.read(), ox.RdfFormat.TURTLE))


@pytest.mark.parametrize("name", ["seeds", "hostile"])
def test_every_statement_and_piece_of_evidence_is_there_once(store, name, request):
    graph = request.getfixturevalue(name)
    access = Access(graph=f"{GRAPH}{name}", token=TOKEN, batch=997)
    first = load(graph, store, access=access)
    assert _there(store, f"{GRAPH}{name}") == normal(graph)
    again = load(graph, store, access=access)
    assert _there(store, f"{GRAPH}{name}") == normal(graph)
    assert first == again
    [(what, many)] = first.what
    assert (what, first.batches, first.tries) == ("triples", -(-many // 997), -(-many // 997))


@pytest.mark.parametrize("name", ["seeds", "hostile"])
def test_a_folder_of_oxigraph(name, request, tmp_path):
    graph = request.getfixturevalue(name)
    for _ in range(2):
        told = load(graph, f"oxigraph:{tmp_path}/new/database", access=Access(batch=5000))
        kept = ox.Store.read_only(f"{tmp_path}/new/database")
        assert (("triples", len(kept)),) == told.what
        assert parse(iter(kept)) == normal(graph)
        del kept


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
    monkeypatch.setattr(endpoint_module.time, "sleep", pauses.append)
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


def test_who_loads_is_told_to_the_server_alone(soon):
    secret = "s3cret-päss:word"
    with Recorder(401).running() as server:
        access = Access(user="ann", password=secret, graph=GRAPH)
        with pytest.raises(LoadError) as caught:
            load(SAMPLE, server.address, access=access)
        load(SAMPLE, server.address, access=Access(token=secret.encode("ascii", "ignore").decode()))
    path, headers, _ = server.requests[0]
    assert headers["Authorization"] == "Basic " + b64encode(f"ann:{secret}".encode()).decode()
    assert path == f"/store?graph={quote(GRAPH, safe='')}"
    assert server.requests[1][1]["Authorization"] == "Bearer s3cret-pss:word"
    assert "s3cret" not in str(caught.value) + repr(access)


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
