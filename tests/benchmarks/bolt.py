"""Wall time of a load by Bolt beside the bare driver sending the same batches, into ArcadeDB.

    python -m tests.benchmarks.bolt [NODES RELATIONSHIPS]

The graph is of our shape, 10,000 nodes and 50,000 relationships unless told: entities, evidence and
articles; statements with roles, time, attribution and sources, and READ_FROM. Both start from
memory, the graph as `kg.Graph`, the batches as the lists of dicts that the driver takes. Three runs
each, in turn, each into a new database with the same constraints and indexes; medians. Exit code 1
if the load takes more than twice the driver's time. Not run by pytest: it measures the machine too.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

import neo4j

from kg.load import load
from kg.load.bolt import Queries, _schema, _Sender
from kg.model import (
    Article,
    Attribution,
    Entity,
    Evidence,
    Graph,
    Relation,
    Span,
    Statement,
    Surface,
    Time,
)
from kg.namespaces import DEFAULT_BASE, named_iri, relation_iri
from tests.load.arcadedb import USER, Server, arcadedb_server

RUNS, ALLOWED = 3, 2.0
CLASSES = ("Country", "Person", "Organization", "City", "Facility", "Equipment", "Event")
VERBS = "a b c d e f g h i j k l m n o p q r s t u v w x y z".split()
TUESDAY = Time(value="2016-08-16", start="2016-08-16", end="2016-08-16", text="on Tuesday")


def main(nodes: int = 10_000, relationships: int = 50_000) -> int:
    """Measure, print both medians and their ratio."""
    made = _graph(nodes, relationships)
    times = []
    with TemporaryDirectory() as folder, arcadedb_server(Path(folder)) as server:
        batches = _batches(made, server)
        for _ in range(RUNS):
            times.append((_bare(batches, server), _load(made, server)))
            print("bare driver {:.1f} s, load {:.1f} s".format(*times[-1]), flush=True)
    bare, whole = (median(column) for column in zip(*times, strict=True))
    ratio = whole / bare
    print(f"medians: bare driver {bare:.1f} s, load {whole:.1f} s, ratio {ratio:.2f}")
    return 0 if ratio <= ALLOWED else 1


def _batches(made: Graph, server: Server) -> list[Queries]:
    """Every transaction of a load, as it is sent; what it makes is counted."""
    sent = []
    send = _Sender.send

    def keep(self: _Sender, queries: Queries) -> list[neo4j.Record]:
        sent.append(queries)
        return send(self, queries)

    place = server.new()
    with patch.object(_Sender, "send", keep):
        load(made, place, access=server.access)
    for what in ("MATCH (n)", "MATCH ()-[n]->()"):
        [found] = server.ask(place, f"{what} RETURN count(n) AS many")
        print(f"{what}: {found['many']:,}")
    return sent[len(list(_schema())) :]


def _load(made: Graph, server: Server) -> float:
    place = server.new()
    start = time.perf_counter()
    load(made, place, access=server.access)
    return time.perf_counter() - start


def _bare(batches: list[Queries], server: Server) -> float:
    place = server.new()
    start = time.perf_counter()
    with _session(place, server) as session:
        for query in _schema():
            session.run(query).consume()
        for queries in batches:
            with session.begin_transaction() as transaction:
                for query, rows in queries.items():
                    transaction.run(query, rows=rows).consume()
                transaction.commit()
    return time.perf_counter() - start


@contextmanager
def _session(place: str, server: Server) -> Iterator[neo4j.Session]:
    address, _, database = place.rpartition("/")
    with (
        neo4j.GraphDatabase.driver(address, auth=(USER, server.password)) as driver,
        driver.session(database=database) as session,
    ):
        yield session


def _graph(nodes: int, relationships: int) -> Graph:
    """A graph of so many nodes and relationships, a few entities in most of its statements.

    Half of the nodes are entities; the others are evidence, of several statements each, as a
    sentence that lists things is, but for an article in a hundred and the graph itself.
    """
    chance = random.Random(1)
    articles = tuple(_article(number) for number in range(nodes // 100))
    entities = [_entity(number) for number in range(nodes // 2)]
    evidence = [
        _evidence(articles[number % len(articles)], number)
        for number in range(nodes - len(entities) - len(articles) - 1)
    ]
    statements = tuple(
        _statement(number, entities, evidence, chance)
        for number in range(relationships - len(evidence))
    )
    return Graph(
        articles=articles, entities=tuple(entities), statements=statements, base=DEFAULT_BASE
    )


def _article(number: int) -> Article:
    return Article.of(
        id=f"wire/{number}",
        text="A sentence of an article, as long as sentences of news are. " * 100,
        title=f"Title {number}",
        published="2016-08-16",
        source="Wire",
        url=f"https://wire.example/{number}",
    )


def _entity(number: int) -> Entity:
    kind = CLASSES[number % len(CLASSES)]
    return Entity(
        id=named_iri(DEFAULT_BASE, kind, f"Name {number}"),
        label=f"Name {number}",
        type=kind,
        aliases=(f"Nám {number}", f"N. {number}"),
        external=(f"http://www.wikidata.org/entity/Q{number}",),
    )


def _evidence(article: Article, number: int) -> Evidence:
    start = number % 50 * 60
    words = article.text[start : start + 59]
    return Evidence(
        article=article.id,
        start=start,
        end=start + 59,
        text=words,
        rule=f"clause.active.{number}",
        subject=Span(start=start, end=start + 10, text=words[:10]),
        object=Span(start=start + 14, end=start + 24, text=words[14:24]),
        surface=Surface(
            subject=words[:10], relation="said", arguments=(words[14:24], "on Tuesday")
        ),
        confidence=0.87,
        links=(("object", "new: name"), ("subject", "knowledge base: alias")),
    )


def _statement(
    number: int, entities: list[Entity], evidence: list[Evidence], chance: random.Random
) -> Statement:
    def some() -> Entity:
        return entities[int(len(entities) * chance.random() ** 3)]

    verb = VERBS[int(len(VERBS) * chance.random() ** 2)] + chance.choice(VERBS[:4])
    read = evidence[number % len(evidence)]
    said = Attribution(entity=some(), text="the ministry", cue="said") if number % 3 else None
    return Statement(
        id=f"{number:016x}",
        subject=some(),
        relation=Relation(id=relation_iri(verb), label=verb),
        object=some(),
        roles=(("in", some()),) if number % 2 else (),
        attribution=said,
        time=TUESDAY if number % 2 else None,
        published="2016-08-16",
        evidence=(read,),
        sources=((read.article,),),
    )


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
