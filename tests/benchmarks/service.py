"""The SPARQL service under load: many clients with mixed queries, one of them pathological.

    python -m tests.benchmarks.service [STATEMENTS] [SECONDS]

Starts `kg serve` on a graph of that many statements (20,700 unless told, which are a million
triples) and asks it for that long each (60 s) with one client, with 49, and with the same 49 beside
one that asks for a cross product again and again. A client asks one query after the other, with a
pause of a second on average, as people do. "Unloaded" are the same 49 clients without the fiftieth.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from kg import write_graph
from tests.benchmarks.corpus import STATEMENTS_PER_MILLION, made_graph
from tests.serve.service import ROOT, Service, serving

CLIENTS = 49  # and the pathological one
PAUSE = 1.0  # seconds between an answer and the next query, on average
CROSS_PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (?c != ?i) }"
NAMED = ("events-by-type", "most-active-actors", "denied-statements")
# asked for one actor; the answers are short, as most that a page or a person asks for
ABOUT = (
    "SELECT ?p ?o {{ <{0}> ?p ?o }}",
    "SELECT ?type (COUNT(*) AS ?n) {{ ?e sem:hasActor <{0}> ; sem:eventType ?type }}"
    " GROUP BY ?type",
    "SELECT ?does ?whom {{ ?s rdf:subject <{0}> ; rdf:predicate/rdfs:label ?does ;"
    " rdf:object/rdfs:label ?whom ; kg:polarity 'positive' ; kg:modality 'actual' }}",
    "SELECT ?who ?said {{ ?s rdf:object <{0}> ; prov:wasAttributedTo/rdfs:label ?who ;"
    " prov:wasDerivedFrom/nif:anchorOf ?said }}",
    "ASK {{ <{0}> a kg:Person }}",
    "CONSTRUCT WHERE {{ ?s rdf:subject <{0}> ; kg:published ?day }}",
    "DESCRIBE <{0}>",
)


@dataclass
class Tally:
    """What clients were answered, and after how many seconds."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)  # the text of what is no answer

    @property
    def median(self) -> float:
        return median(self.times)

    def line(self, name: str) -> str:
        """One row of the table."""
        late = quantiles(self.times * 2, n=20)[-1]  # of one time, that time
        states = ", ".join(f"{many} × {status}" for status, many in sorted(self.statuses.items()))
        return f"{name:32} {self.median * 1000:9.1f} ms {late * 1000:9.1f} ms   {states}"


def main() -> None:
    """Print a table."""
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS_PER_MILLION
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    with TemporaryDirectory() as folder:
        graph = made_graph(statements)
        write_graph(graph, Path(folder) / "graph.ttl")
        actors = [entity.id for entity in graph.entities if entity.type != "City"]
        del graph
        with serving(Path(folder) / "graph.ttl") as service:
            print(f"{'':32} {'median':>12} {'95 of 100':>12}   answers")
            one, _ = load(service, actors, seconds=seconds, clients=1)
            print(one.line("1 client"))
            without, _ = load(service, actors, seconds=seconds, clients=CLIENTS)
            print(without.line(f"{CLIENTS} clients"))
            beside, slow = load(
                service, actors, seconds=seconds, clients=CLIENTS, pathological=True
            )
            print(beside.line(f"{CLIENTS} beside a cross product"))
            print(slow.line("the cross product"))
    for text, many in (beside.told + slow.told).items():
        print(f"{many} × {text}")
    print(f"{CLIENTS} clients, with : without it  {beside.median / without.median:.2f} ×")
    print(f"with it : 1 client alone         {beside.median / one.median:.2f} ×")


def load(
    service: Service,
    actors: list[str],
    *,
    seconds: float,
    clients: int,
    pathological: bool = False,
    pause: float = PAUSE,
) -> tuple[Tally, Tally]:
    """Ask for a while; give what the clients met, and the pathological one."""
    tally, slow = Tally(), Tally()
    end = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_ask, args=(service, _mixed(actors, n), end, pause, tally))
        for n in range(clients)
    ]
    if pathological:
        same = iter(lambda: CROSS_PRODUCT, None)
        threads.append(threading.Thread(target=_ask, args=(service, same, end, 0.0, slow)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally, slow


def _ask(service: Service, queries, end: float, pause: float, tally: Tally) -> None:
    chance = random.Random(0)
    time.sleep(chance.random() * pause)
    for query in queries:
        if time.monotonic() > end:
            return
        start = time.monotonic()
        reply = service.ask(query)
        tally.times.append(time.monotonic() - start)
        tally.statuses[reply.status] += 1
        if reply.status != 200:
            tally.told[reply.text.strip()] += 1
        time.sleep(chance.expovariate(1 / pause) if pause else 0)


def _mixed(actors: list[str], client: int):
    """Queries without end: one in twenty reads the whole graph, the others ask for an actor."""
    chance = random.Random(client)
    folder = ROOT / "ontologies" / "queries"
    named = [(folder / f"{name}.rq").read_text() for name in NAMED]
    while True:
        if chance.random() < 0.05:
            yield chance.choice(named)
        else:
            yield chance.choice(ABOUT).format(chance.choice(actors))


if __name__ == "__main__":
    main()
