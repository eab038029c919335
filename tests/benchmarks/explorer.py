"""Time to the first byte of every page of `kg serve`, and what the pages cost when it starts.

    python -m tests.benchmarks.explorer [STATEMENTS]

Makes a graph of that many statements (100,000 unless told), whose actors are as unequal as those of
news, serves it with and without pages, and asks for each kind of page about several things. Exit
code 1 if the median of any page is 150 ms or more.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import accumulate, pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from kg import Article, Graph, write_graph
from kg.explore.addresses import address, article_address, entity_address, statement_address
from kg.model import (
    MODALITIES,
    Attribution,
    Entity,
    Evidence,
    Relation,
    Span,
    Statement,
    Time,
    statement_key,
)
from kg.namespaces import DEFAULT_BASE, named_iri, relation_iri

ALLOWED = 0.150  # seconds
ROUNDS = 15  # requests for each kind of page
EACH = 20  # statements in an article
SYLLABLES = "ba ke li mo nu ra si ta vo ze dor fen gal hin jor kas lum mar nor pel".split()
CLASSES = (
    "Person Country Company City GovernmentBody MilitaryForce Facility Equipment Group".split()
)
RELATIONS = "attacks supports hosts uses visits warns leads pays meets owns controls sells".split()


def main() -> int:
    """Print a table."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        graph = made(wanted)
        write_graph(graph, path)
        print(f"{len(graph.statements)} statements, {len(graph.entities)} entities")
        with _serving(path, "--no-pages") as (_, seconds, memory):
            print(f"without pages: {seconds:.0f} s to start, {memory} MB")
        with _serving(path) as (port, seconds, memory):
            print(f"with pages:    {seconds:.0f} s to start, {memory} MB")
            slowest = max(_measure(port, kind, paths) for kind, paths in _pages(graph).items())
    return 0 if slowest < ALLOWED else 1


def made(wanted: int) -> Graph:
    """Make a graph by chance, the same each time."""
    chance = random.Random(7)
    entities = [_entity(chance, number) for number in range(wanted // 8)]
    weights = list(accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(entities))))
    articles, statements = [], {}
    while len(statements) < wanted:
        ends = chance.choices(entities, cum_weights=weights, k=3 * EACH)
        article, found = _article(chance, len(articles), list(zip(*[iter(ends)] * 3, strict=True)))
        articles.append(article)
        statements |= {one.id: one for one in found}
    used = {e.id: e for s in statements.values() for e in _ends(s)}
    return Graph(
        articles=tuple(articles),
        entities=tuple(used[iri] for iri in sorted(used)),
        statements=tuple(statements.values()),
        base=DEFAULT_BASE,
    )


def _entity(chance: random.Random, number: int) -> Entity:
    words = ["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(3)]
    kind = CLASSES[number % len(CLASSES)]
    label = " ".join(words[:2])
    iri = named_iri(DEFAULT_BASE, kind, f"{label} {number}")
    return Entity(id=iri, label=label, type=kind, aliases=(words[2],))


def _article(
    chance: random.Random, number: int, triples: list[tuple[Entity, Entity, Entity]]
) -> tuple[Article, list[Statement]]:
    id = f"article-{number}"
    day = f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    at, lines, found = 0, [], []
    for subject, target, source in triples:
        relation = chance.choice(RELATIONS)
        head = f"{subject.label} {relation} {target.label}"
        line = f"{head} near the old harbour on Monday, {source.label} said to reporters."
        if subject.id != target.id:
            found.append(_statement(chance, id, day, (subject, relation, target, source), at, line))
        lines.append(line)
        at += len(line) + 1
    text = "\n".join(lines)
    return Article.of(id=id, text=text, title=f"News {number}", published=day), found


def _statement(
    chance: random.Random,
    article: str,
    day: str,
    words: tuple[Entity, str, Entity, Entity],
    at: int,
    line: str,
) -> Statement:
    subject, relation, target, source = words
    polarity = "negative" if chance.random() < 0.08 else "positive"
    modality = chance.choices(MODALITIES, [80, 6, 5, 6, 3])[0]
    second = at + len(f"{subject.label} {relation} ")
    key = statement_key(
        subject=subject.id,
        relation=relation_iri(relation),
        object=target.id,
        roles=(),
        polarity=polarity,
        modality=modality,
        attribution=source.id,
        time=(day, day),
    )
    evidence = Evidence(
        article=article,
        start=at,
        end=at + len(line),
        text=line,
        rule="clause.active",
        subject=Span(start=at, end=at + len(subject.label), text=subject.label),
        object=Span(start=second, end=second + len(target.label), text=target.label),
        surface=None,
        confidence=round(chance.uniform(0.5, 0.98), 2),
    )
    return Statement(
        id=key,
        subject=subject,
        relation=Relation(id=relation_iri(relation), label=relation),
        object=target,
        polarity=polarity,
        modality=modality,
        attribution=Attribution(entity=source, text=source.label, cue="said"),
        time=Time(value=day, start=day, end=day, text="Monday"),
        published=day,
        evidence=(evidence,),
        sources=((article,),),
    )


def _ends(one: Statement) -> Iterator[Entity]:
    yield one.subject
    if isinstance(one.object, Entity):
        yield one.object
    if one.attribution:
        yield one.attribution.entity


def _pages(graph: Graph) -> dict[str, list[str]]:
    """Addresses of each kind of page: of the busiest entity too, and of others."""
    some = graph.statements[:: max(1, len(graph.statements) // ROUNDS)]
    busiest = graph.statements[0].subject
    for one in graph.statements[:500]:
        busiest = min(busiest, one.subject, key=lambda e: int(e.id.rpartition("-")[2]))
    return {
        "overview": ["/"],
        "entity": [entity_address(one.subject.id) for one in some],
        "busiest entity": [entity_address(busiest.id)],
        "its denials, by time": [entity_address(busiest.id, polarity="negative", view="time")],
        "statement": [statement_address(one.id) for one in some],
        "statements": ["/statements"],
        "denied statements": [address("/statements", polarity="negative", page=3)],
        "articles": ["/articles"],
        "article": [article_address(one.evidence[0].article) for one in some],
        "conflicts": ["/conflicts"],
        "merges": ["/merges"],
        "search": [address("/search", q=one.subject.label) for one in some],
        "search, misspelt": [address("/search", q=one.subject.label[::-1]) for one in some],
        "search, one letter": [address("/search", q="b")],
        "completion": [address("/complete", q=one.subject.label[:3]) for one in some],
        "graph": ["/graph"],
        "graph, an entity": [address("/graph", entity=one.subject.id) for one in some],
        "graph, a path": [
            address("/graph", entity=one.subject.id, to=two.subject.id)
            for one, two in pairwise(some)
        ],
        "graph, denied": [address("/graph", polarity="negative")],
        "graph, data": [address("/graph.json", entity=one.subject.id) for one in some],
        "query page": ["/query"],
        "named query": [address("/query", name="events by type")],
    }


def _measure(port: int, kind: str, paths: list[str]) -> float:
    """Print the times of a kind of page, and give the median."""
    times = sorted(_first_byte(port, paths[at % len(paths)]) for at in range(ROUNDS))
    print(f"{kind:24}{median(times) * 1000:8.1f} ms median{times[-1] * 1000:8.1f} ms longest")
    return median(times)


def _first_byte(port: int, path: str) -> float:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.connect()
        start = time.perf_counter()
        connection.request("GET", path)
        reply = connection.getresponse()  # reads the status line, the first bytes there are
        taken = time.perf_counter() - start
        reply.read()
        assert reply.status == 200, f"{path}: {reply.status}"
        return taken
    finally:
        connection.close()


@contextmanager
def _serving(path: Path, *options: str) -> Iterator[tuple[int, float, int]]:
    """Run `kg serve`; give its port, the seconds until it answered, and its memory in MB."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "kg", "serve", str(path), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            seconds = time.perf_counter() - start
            port = int(line.split("http://127.0.0.1:")[1].split("/")[0])
            pages = Path(f"/proc/{process.pid}/statm").read_text().split()[1]
            yield port, seconds, int(pages) * 4096 // 2**20
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
