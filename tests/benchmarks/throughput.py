"""Time of the whole pipeline beside the bare spaCy parse of the same texts, in one process.

    python -m tests.benchmarks.throughput [ARTICLES.jsonl …]

Without arguments the texts are those of ../shared/bench/data, where that folder is; else the sample
articles, repeated. Models and ontologies are loaded before the clock starts; both runs are given
the same paragraphs, spaCy as it comes those of all articles in common batches. Exit code 1 if the
whole costs more than 1.25 times the parse.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg import Article, read_articles, write_graph
from kg.graph.folding import fold
from kg.link.knowledge import load_knowledge_base
from kg.namespaces import DEFAULT_BASE
from kg.nlp import load_model
from kg.ontology import load_ontology
from kg.reader import read
from tests.benchmarks.bare import load_bare, parse_bare

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "bench" / "data"
ALLOWED, ROUNDS, REPEATS = 1.25, 3, 10
# Files beside the texts that hold what is right, no articles.
_NO_TEXT = (".gold", ".facts")


def main(arguments: Sequence[str]) -> int:
    """Measure both in turn, print times and their ratio."""
    articles = _articles(arguments)
    words = sum(len(article.text.split()) for article in articles)
    nlp = load_model()
    bare, whole = load_bare(), _whole(nlp, articles)
    times = [(_seconds(lambda: parse_bare(bare, articles)), _seconds(whole)) for _ in range(ROUNDS)]
    parse, build = (min(column) for column in zip(*times, strict=True))
    print(
        f"{len(articles)} articles, {words} words: bare parse {parse:.1f} s, "
        f"whole pipeline {build:.1f} s ({words / build:.0f} words/s), ratio {build / parse:.2f}"
    )
    return 0 if build / parse <= ALLOWED else 1


def _articles(paths: Sequence[str]) -> list[Article]:
    if not paths and DATA.is_dir():
        found = sorted(DATA.glob("*.jsonl"))
        paths = [str(path) for path in found if not path.stem.endswith(_NO_TEXT)]
    if paths:
        return [one for one in read_articles(paths) if isinstance(one, Article)]
    seeds = [one for one in read_articles([str(ROOT / "seeds")]) if isinstance(one, Article)]
    return [
        Article.of(id=f"{one.id}-{i}", text=one.text, title=one.title, published=one.published)
        for i in range(REPEATS)
        for one in seeds
    ]


def _whole(nlp: Language, articles: Sequence[Article]) -> Callable[[], None]:
    words, known = load_ontology(), load_knowledge_base()

    def run() -> None:
        readings = read(articles, nlp=nlp, ontology=words, knowledge=known, base=DEFAULT_BASE)
        graph = fold(readings, base=DEFAULT_BASE)
        with tempfile.TemporaryDirectory() as folder:
            write_graph(graph, Path(folder) / "out.jsonl")

    return run


def _seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
