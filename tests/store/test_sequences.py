"""The law of the store: whatever was added, replaced and taken out, what is left is the graph that
a clean build of the remaining articles gives, byte for byte."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import Article, read_graph, write_graph
from kg.graph.folding import fold
from kg.model import Graph
from kg.pipeline import grow
from kg.reader import Reader
from kg.store import remove_articles
from tests.store.samples import TEXTS, article

FORMATS = ("turtle", "nquads", "jsonl", "graphml")

_names = st.sampled_from(sorted(TEXTS))
_added = st.dictionaries(_names, st.integers(min_value=0, max_value=1), min_size=1, max_size=3)
steps = st.lists(st.one_of(_added, st.sets(_names, min_size=1, max_size=2)), max_size=8)


def _bytes(graph: Graph, folder: Path) -> list[bytes]:
    found = []
    for name in FORMATS:
        write_graph(graph, folder / "graph", format=name)
        found.append((folder / "graph").read_bytes())
    return found


def _run(sequence: list[dict[str, int] | set[str]], reader: Reader) -> None:
    left: dict[str, Article] = {}
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        grow(store, [], reader=reader)
        for step in sequence:
            if isinstance(step, dict):
                several = [article(name, version) for name, version in step.items()]
                grow(store, several, reader=reader)
                left |= {one.id: one for one in several}
            else:
                gone = step & left.keys()
                if gone:
                    remove_articles(store, sorted(gone))
                left = {name: one for name, one in left.items() if name not in gone}
        grown = read_graph(store)
        clean = fold(
            reader.read(left.values()), base=grown.base, version=grown.version, model=reader.model
        )
        assert _bytes(grown, Path(folder)) == _bytes(clean, Path(folder))


_quiet = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=_quiet)
@given(sequence=steps)
def test_any_sequence_equals_a_clean_build(sequence, reader: Reader) -> None:
    _run(sequence, reader)


@pytest.mark.long
@settings(max_examples=200, deadline=None, suppress_health_check=_quiet)
@given(sequence=steps)
def test_two_hundred_sequences_equal_clean_builds(sequence, reader: Reader) -> None:
    _run(sequence, reader)
