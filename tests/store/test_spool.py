"""A graph whose statements are in a file is the graph, in every format."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from kg import read_articles
from kg.errors import OutputError
from kg.export import FORMATS, write_graph
from kg.graph.folding import fold
from kg.model import Article, Graph, Reading
from kg.namespaces import DEFAULT_BASE
from kg.reader import Reader
from kg.store import spool as spool_module
from kg.store.readings import temporary
from kg.store.spool import Spool

ROOT = Path(__file__).parents[2]
SECOND = (
    "Russia attacked Georgia in 2008. Officials in Tbilisi said that Georgia had left the pact."
)


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[Reading]:
    """Of the samples, and of two articles that say one thing."""
    texts = {"one": SECOND, "two": f"{SECOND} Iran left Homs."}
    told = [Article.of(id=id, text=text) for id, text in texts.items()]
    seeds = [one for one in read_articles([str(ROOT / "seeds")]) if isinstance(one, Article)]
    return sorted(reader.read([*seeds, *told]), key=lambda reading: reading.article.id)


@pytest.fixture(scope="module")
def graphs(readings: list[Reading]) -> tuple[Graph, Graph]:
    """The graph with its statements in memory, and in a file."""
    held = fold(readings, base=DEFAULT_BASE, is_sorted=True)
    return held, fold(readings, base=DEFAULT_BASE, is_sorted=True, keep=Spool)


def test_the_graph_is_the_same(graphs: tuple[Graph, Graph]) -> None:
    held, spooled = graphs
    assert isinstance(spooled.statements, Spool)
    assert any(len({e.article for e in s.evidence}) > 1 for s in held.statements)
    assert spooled == replace(held, statements=spooled.statements)
    assert tuple(spooled.statements) == held.statements
    assert spooled.statements == held.statements
    assert spooled.statements != held.statements[1:]


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"png", "parquet"}))
def test_every_format_is_the_same(name: str, graphs: tuple[Graph, Graph], tmp_path: Path) -> None:
    files = [tmp_path / f"{i}{FORMATS[name].suffix}" for i in range(2)]
    for graph, path in zip(graphs, files, strict=True):
        write_graph(graph, path, format=name)
    first, second = ([one] if one.is_file() else sorted(one.iterdir()) for one in files)
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]


def test_places_and_slices_are_those_of_a_tuple(graphs: tuple[Graph, Graph]) -> None:
    held, spooled = (graph.statements for graph in graphs)
    assert (spooled[0], spooled[-1], len(spooled)) == (held[0], held[-1], len(held))
    assert spooled[3:9:2] == held[3:9:2]
    assert spooled.index(held[5]) == 5
    with pytest.raises(IndexError):
        spooled[len(held)]


def test_two_go_through_it_at_once(
    graphs: tuple[Graph, Graph], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool_module, "_AT_ONCE", 3)
    held, spooled = (graph.statements for graph in graphs)
    assert list(zip(spooled, spooled, strict=True)) == [(s, s) for s in held]


def test_a_large_build_keeps_its_statements_in_a_file(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.pipeline import build

    monkeypatch.setattr(spool_module, "_LARGE", 1)
    made = build([Article.of(id="a", text=SECOND)])
    assert isinstance(made.statements, Spool)
    assert isinstance(build([Article.of(id="a", text="Rain.")]).statements, tuple)


def test_a_full_disk_is_told(graphs: tuple[Graph, Graph], monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, data: bytes) -> int:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            """Nothing is open."""

    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    with pytest.raises(OutputError, match=r"cannot be written: No space left on device"):
        Spool(graphs[0].statements)


def test_readings_are_gone_through_again(readings: list[Reading]) -> None:
    """A store's readings are made anew for each use; here they come from a file of rows."""
    with temporary() as rows:
        for reading in readings:
            rows.put(reading)
        made = fold(rows.snapshot(), base=DEFAULT_BASE, is_sorted=True, keep=Spool)
    assert made.statements == fold(readings, base=DEFAULT_BASE).statements
