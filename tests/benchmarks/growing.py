"""What a store costs as it grows: adding an article, folding, and asking.

    python -m tests.benchmarks.growing [STATEMENTS]

Makes a store of that many statements (10,000 unless told) of copies of the readings of `seeds/`
under other names, adds one article to it, and prints what that costs beside parsing the article
alone with spaCy as it comes, in one process in which the model is warm.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from kg import Article, read_articles
from kg.model import Entity, Reading, Statement
from kg.pipeline import grow
from kg.reader import Reader
from kg.store import open_store, query, read_graph
from kg.store.readings import open_readings, writing
from tests.benchmarks.bare import load_bare, parse_bare

ROOT = Path(__file__).parent.parent.parent
WARM = 5  # runs of which the fastest counts
_PATTERNS = 100  # readings that are copied


def main() -> None:
    """Print a table."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    nlp = load_bare()
    reader = Reader()
    seeds = [a for a in read_articles([str(ROOT / "seeds")]) if isinstance(a, Article)]
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        grow(store, seeds, reader=reader)
        print(f"{fill(store, wanted)} articles, {wanted} statements or a few more")
        article = max(seeds, key=lambda one: len(one.text))
        parsing = _fastest(lambda n: parse_bare(nlp, [_other(article, n)]))
        adding = _fastest(lambda n: grow(store, [_other(article, n)], reader=reader))
        print(f"parsing one article           {parsing:8.3f} s")
        print(f"adding it to the store        {adding:8.3f} s   {adding / parsing:.2f} ×")
        print(f"folding and keeping triples   {_time(lambda: open_store(store)):8.3f} s")
        print(f"opening the kept triples      {_time(lambda: open_store(store)):8.3f} s")
        ask = "SELECT (count(*) AS ?n) { ?s a kg:Statement ; kg:polarity 'negative' }"
        opened = open_store(store)
        print(f"asking                        {_time(lambda: list(query(opened, ask))):8.3f} s")
        print(f"folding (show, explain)       {_time(lambda: read_graph(store)):8.3f} s")


def cost_by_size(sizes: Sequence[int]) -> list[tuple[int, float, float]]:
    """Measure what adding an article costs in a store that grows.

    Args:
        sizes: statements in the store, growing.

    Returns:
        For each size the processor's seconds of adding the article, and of parsing it alone.
    """
    nlp = load_bare()
    reader = Reader()
    seeds = [a for a in read_articles([str(ROOT / "seeds")]) if isinstance(a, Article)]
    article = max(seeds, key=lambda one: len(one.text))
    found = []
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        grow(store, seeds, reader=reader)
        for number, size in enumerate(sizes):
            fill(store, size, start=10_000 * number)
            new = [_other(article, 1000 * number + n) for n in range(WARM)]
            parsing = min(_cpu(lambda one=one: parse_bare(nlp, [one])) for one in new)  # type: ignore[misc]
            adding = min(_cpu(lambda one=one: grow(store, [one], reader=reader)) for one in new)  # type: ignore[misc]
            found.append((size, adding, parsing))
    return found


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def fill(store: Path, wanted: int, *, start: int = 0) -> int:
    """Put copies of a store's readings into it, until it has so many statements.

    Args:
        store: begun, with readings.
        wanted: statements.
        start: the copies are numbered from the one after it.

    Returns:
        How many articles it has.
    """
    with open_readings(store) as readings:
        patterns = list(islice(readings, _PATTERNS))
    with writing(store) as readings:
        readings._connection.execute("PRAGMA synchronous = OFF")  # a benchmark's store may be lost
        many, held = readings.counts()
        number = start
        while held < wanted:
            number += 1
            for one in patterns:
                readings.put(_copy(one, number))
                many, held = many + 1, held + len(one.statements)
    return many


def _copy(reading: Reading, number: int) -> Reading:
    """The reading as if of an article about others."""
    id = f"{reading.article.id}-{number}"
    return replace(
        reading,
        article=replace(reading.article, id=id),
        statements=tuple(_renamed(s, id, number) for s in reading.statements),
    )


def _renamed(statement: Statement, article: str, number: int) -> Statement:
    subject = statement.subject
    made = Entity(id=f"{subject.id}-{number}", label=f"{subject.label} {number}", type=subject.type)
    evidence = tuple(replace(e, article=article) for e in statement.evidence)
    return replace(statement, id=f"{statement.id[:10]}{number:06}", subject=made, evidence=evidence)


def _other(article: Article, number: int) -> Article:
    text = f"{article.text}\n\nThis was version {number}.\n"
    return Article.of(id=f"new-{number}", text=text, published=article.published)


def _fastest(work: Callable[[int], object]) -> float:
    return min(_time(lambda n=n: work(n)) for n in range(WARM))  # type: ignore[misc]


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
