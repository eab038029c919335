"""Formats of several files: a folder is written whole or not at all, and never another's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import GraphError, OutputError
from kg.export import FORMATS, normal, read_graph, write_graph
from kg.export.whole import write_folder
from kg.store import open_store
from kg.store import read_graph as read_any
from tests.export.graphs import rich_graph

FOLDERS = [name for name in FORMATS if FORMATS[name].files]


def test_the_formats_of_several_files():
    assert FOLDERS == ["csv", "parquet"]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_is_made_with_its_files_and_replaced(name, tmp_path):
    path = tmp_path / "new" / f"graph{FORMATS[name].suffix}"
    for _ in range(2):
        write_graph(rich_graph(), path)
        assert sorted(os.listdir(path)) == sorted(FORMATS[name].files)
        assert os.listdir(path.parent) == [path.name]
    assert read_graph(path) == normal(rich_graph())


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_of_other_files_is_left_alone(name, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"this folder holds mine\.txt, which would be lost"):
        write_graph(rich_graph(), tmp_path, format=name)
    assert os.listdir(tmp_path) == ["mine.txt"]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_file_in_the_way_is_left_alone(name, tmp_path):
    path = tmp_path / "graph"
    path.write_text("mine")
    for target in (path, "/dev/null"):
        with pytest.raises(OutputError, match="this format is a folder, and a file is there"):
            write_graph(rich_graph(), target, format=name)
    assert path.read_text() == "mine"


def test_a_failure_leaves_the_old_folder_alone(tmp_path):
    target = tmp_path / "graph"
    write_folder(target, lambda folder: (folder / "a").write_text("old") and None, files=("a", "b"))

    def fails(folder):
        (folder / "a").write_text("new")
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="graph: cannot be written: No space left"):
        write_folder(target, fails, files=("a", "b"))
    assert os.listdir(tmp_path) == ["graph"]
    assert (target / "a").read_text() == "old"


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("content", [None, b"", b"\xff\x00\n1,2", b"a,b\n1,2\n"])
def test_a_broken_or_missing_table_is_named(name, content, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path)
    broken = path / f"evidence{FORMATS[name].suffix}"
    if content is None:
        broken.unlink()
    else:
        broken.write_bytes(content)
    with pytest.raises(GraphError, match=f"evidence{FORMATS[name].suffix}:.*"):
        read_graph(path)
    with pytest.raises(GraphError, match=r"gone.*cannot be read"):
        read_graph(tmp_path / f"gone{FORMATS[name].suffix}")


def test_a_bad_cell_is_named_with_its_line(tmp_path):
    path = tmp_path / "graph.csv"
    write_graph(rich_graph(), path)
    table = path / "evidence.csv"
    table.write_text(table.read_text("utf-8").replace("0.35", "much"), "utf-8")
    with pytest.raises(GraphError, match=r"graph\.csv: evidence\.csv:\d+: not a row of evidence: "):
        read_graph(path)


def test_a_table_that_names_what_is_not_there_is_an_error(tmp_path):
    path = tmp_path / "graph.csv"
    write_graph(rich_graph(), path)
    table = path / "evidence.csv"
    table.write_text("".join(table.read_text("utf-8").splitlines(keepends=True)[:1]), "utf-8")
    with pytest.raises(GraphError, match=r"graph\.csv: .*not a graph that kg wrote: KeyError"):
        read_graph(path)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_of_tables_is_no_store(name, tmp_path):
    path, plain = tmp_path / f"graph{FORMATS[name].suffix}", tmp_path / "folder"
    for target in (path, plain):
        write_graph(rich_graph(), target, format=name)
        assert read_any(target, format=name) == normal(rich_graph())
    assert read_any(path) == normal(rich_graph())
    with pytest.raises(GraphError, match="folder: no store"):
        read_any(plain)
    with pytest.raises(GraphError, match=f"{name} cannot be queried: export it to one of .ttl"):
        open_store(path)
    Path(path / "readings.sqlite").write_bytes(b"x")
    with pytest.raises(GraphError, match="the store is empty"):
        read_any(path)


@pytest.mark.parametrize("name", [name for name in FORMATS if not FORMATS[name].read])
def test_what_is_only_written_says_so(name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path)
    with pytest.raises(GraphError, match=f"{name} is only written, not read: give one of .ttl"):
        read_graph(path)
