"""A million triples of our shape: what the program takes beside pyoxigraph called bare.

    python -m tests.benchmarks.million [STATEMENTS] [--slow-join]

Makes a graph of that many statements (20,700 unless told, which are a million triples), and does
each work twice, each time in a process of its own and from start to end: as a user does it, and as
a short program over pyoxigraph does it that knows nothing of our graphs. Both sort what they write:
the one in its own order, in which descriptions come together, the other by the text of the triples.
Beside the ratio of the seconds stands that of processor time, which other programs disturb less.
With `--slow-join` the join is done by rdflib's engine too, at 100,000 triples; that takes minutes.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg import write_graph
from kg.namespaces import PREFIXES
from kg.store import open_store, query
from tests.benchmarks.corpus import STATEMENTS_PER_MILLION, fill_store, made_graph

ROOT = Path(__file__).parents[2]
TENTH = STATEMENTS_PER_MILLION // 10  # statements that are about 100,000 triples
RUNS = 3  # of which the fastest counts
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
# three actors, each of a class, in a chain of two statements: who does what to whom who does what
JOIN = """SELECT ?one ?does ?two ?then ?three (COUNT(*) AS ?many) {
  ?s a kg:Statement ; rdf:subject ?a ; rdf:predicate ?does ; rdf:object ?b .
  ?t a kg:Statement ; rdf:subject ?b ; rdf:predicate ?then ; rdf:object ?c .
  ?a a ?one . ?b a ?two . ?c a ?three .
} GROUP BY ?one ?does ?two ?then ?three ORDER BY DESC(?many) ?one ?does ?two ?then ?three"""
_SYNTAX = {f".{s.file_extension}": s for s in (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES)}
_SYNTAX |= {f".{s.file_extension}": s for s in (ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG)}


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds by the clock, seconds of processor, and MB of memory."""

    wall: float
    cpu: float
    memory: float


def bare_export(source: str, target: str) -> None:
    """Read, sort and write RDF with pyoxigraph alone."""
    quads = sorted(ox.parse(path=source, format=_SYNTAX[Path(source).suffix]), key=str)
    syntax = _SYNTAX[Path(target).suffix]
    ox.serialize(quads, target, format=syntax, prefixes=PREFIXES)


def bare_load(source: str, target: str) -> None:
    """Load RDF into a folder with pyoxigraph alone."""
    store = ox.Store(target)
    store.bulk_load(path=source, format=_SYNTAX[Path(source).suffix])
    store.flush()


def bare_ask(source: str, sparql: str) -> None:
    """Ask a folder a query with pyoxigraph alone."""
    store = ox.Store.read_only(source)
    found = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
    print(found.serialize(format=ox.QueryResultsFormat.CSV).decode())


def main() -> None:
    """Print a table."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    statements = numbers[0] if numbers else STATEMENTS_PER_MILLION
    with TemporaryDirectory() as folder:
        place = Path(folder)
        triples = make(place, statements)
        print(f"{statements:,} statements, {triples:,} triples\n")
        print(f"{'':34} {'kg':>8} {'bare':>8} {'ratio':>7} {'of CPU':>7} {'kg, MB':>8} {'bare':>6}")
        for name, ours, theirs in works(place):
            print(row(name, fastest(ours), fastest(theirs) if theirs else None))
        if "--slow-join" in sys.argv:
            told = "\nthe join at {:,} triples: {:.3f} s, by rdflib {:.1f} s: {:,.0f} ×"
            print(told.format(*joins(TENTH, place / "tenth.ttl")))


def make(place: Path, statements: int) -> int:
    """Write the graph as files and as a store; give the number of its triples."""
    graph = made_graph(statements)
    for suffix in _SYNTAX:
        write_graph(graph, place / f"graph{suffix}")
    fill_store(place / "store", statements)
    with (place / "graph.nt").open("rb") as lines:
        return sum(1 for _ in lines)


Work = tuple[str, Callable[[], "Cost"], Callable[[], "Cost"] | None]


def works(place: Path) -> list[Work]:
    """What is done, by us and bare; the later work needs what the earlier has made."""
    made: list[Work] = []
    for source, target in (
        *((".ttl", ".ttl"), (".nt", ".ttl"), (".ttl", ".nt"), (".nt", ".nt")),
        *((".nq", ".nq"), (".trig", ".trig")),
    ):
        given, ours, theirs = place / f"graph{source}", place / f"a{target}", place / f"b{target}"
        made.append(
            (
                f"export {source} to {target}",
                lambda g=given, o=ours: kg("export", g, "-o", o),
                lambda g=given, o=theirs: bare("bare_export", g, o),
            )
        )
    store, turtle = place / "store", place / "graph.ttl"
    made.append(
        ("export a store to .ttl", lambda: kg("export", store, "-o", place / "a.ttl"), None)
    )
    numbers, others = count(), count()
    made.append(
        (
            "load .ttl into oxigraph:DIR",
            lambda: kg("load", turtle, f"oxigraph:{place / f'ours-{next(numbers)}'}", "--quiet"),
            lambda: bare("bare_load", turtle, place / f"bare-{next(others)}"),
        )
    )
    asked = (("count", COUNT), ("join and group", JOIN))
    for name, sparql in asked:
        made.append(
            (
                f"{name}, of that folder",
                lambda q=sparql: kg("query", place / "ours-0", q, "--format", "csv"),
                lambda q=sparql: bare("bare_ask", place / "bare-0", q),
            )
        )
    for name, sparql in asked:
        again = lambda q=sparql: kg("query", store, q, "--format", "csv")  # noqa: E731
        made.append((f"{name}, of a store", again, None))
    return made


def kg(*words: object) -> Cost:
    """Run a command of the program."""
    return cost([sys.executable, "-m", "kg", *map(str, words)])


def bare(function: str, *words: object) -> Cost:
    """Run one of the functions above, in a process that imports pyoxigraph and this file alone."""
    code = f"import sys; from tests.benchmarks.million import {function} as f; f(*sys.argv[1:])"
    return cost([sys.executable, "-c", code, *map(str, words)])


def cost(command: list[str]) -> Cost:
    """Run a command and measure it; it must succeed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    code = (
        "import json, os, resource, subprocess, sys, time\n"
        "start = time.perf_counter()\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
        "wall, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        check=True,
        stdout=subprocess.PIPE,
        env=environment,
    )
    return Cost(*json.loads(done.stdout))


def fastest(work: Callable[[], Cost]) -> Cost:
    """Do a work a few times."""
    return min((work() for _ in range(RUNS)), key=lambda one: one.wall)


def row(name: str, ours: Cost, theirs: Cost | None) -> str:
    """One row of the table."""
    if theirs is None:
        return f"{name:34} {ours.wall:6.2f} s {'':8} {'':15} {ours.memory:8.0f}"
    ratios = f"{ours.wall / theirs.wall:5.2f} × {ours.cpu / theirs.cpu:5.2f} ×"
    times = f"{ours.wall:6.2f} s {theirs.wall:6.2f} s {ratios}"
    return f"{name:34} {times} {ours.memory:8.0f} {theirs.memory:6.0f}"


def joins(statements: int, path: Path) -> tuple[int, float, float, float]:
    """Do the join by both engines, of one file; give its triples, the seconds, and the ratio."""
    import rdflib

    write_graph(made_graph(statements), path)
    store = open_store(path)
    fast, ours = _timed(lambda: list(query(store, JOIN)))
    slow_graph = rdflib.Graph().parse(path)
    slow, theirs = _timed(lambda: list(slow_graph.query(JOIN, initNs=PREFIXES)))
    assert {tuple(t.value for t in r) for r in ours} == {tuple(map(str, r)) for r in theirs}
    return len(slow_graph), fast, slow, slow / fast


def _timed(work: Callable[[], list]) -> tuple[float, list]:
    start = time.process_time()  # both are busy all the time, and others may be too
    found = work()
    return time.process_time() - start, found


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
