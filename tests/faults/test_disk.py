"""A disk that is full, and one that cannot be written: one line, exit code 2, nothing half-written,
and what was there stays."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kg import read_graph
from tests.faults.command import failed, fill, kg, left_over, small_disk, story

FORMATS = ("ttl", "graphml", "jsonl", "csv", "parquet", "nq")
LIMIT = "import resource as r, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
LIMIT += "r.setrlimit(r.RLIMIT_FSIZE, ({0}, {0}))"


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    """A graph file, larger than the small disk is free."""
    folder = tmp_path_factory.mktemp("graph")
    done = kg("build", story(folder), "-o", "graph.nq", "--quiet", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "graph.nq"


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_full_disk_when_a_graph_is_written(suffix: str, graph: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        good = disk / f"new.{suffix}"
        assert kg("export", graph, "-o", good, cwd=tmp_path).returncode == 0
        kept = read_graph(good)
        fill(disk, 4096)
        done = kg("export", graph, "-o", good, cwd=tmp_path)
        failed(done, "No space left on device", good.name)
        assert read_graph(good) == kept
        assert left_over(disk) == []


def test_a_full_disk_when_a_build_writes(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        fill(disk, 0)
        done = kg("build", story(tmp_path), "-o", disk / "a.ttl", "--quiet", cwd=tmp_path)
        failed(done, "a.ttl", "No space left on device")
        assert os.listdir(disk) == ["other"]


def test_a_full_disk_under_a_store(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        store = disk / "store"
        assert kg("build", story(tmp_path), "--store", store, cwd=tmp_path).returncode == 0
        before = read_graph(store)
        fill(disk, 0)
        second = story(tmp_path, "second", "Iran hosts Russia. " * 200)
        done = kg("build", second, "--store", store, cwd=tmp_path)
        failed(done, "store", "full")
        assert read_graph(store) == before
        (disk / "other").unlink()
        assert kg("build", second, "--store", store, cwd=tmp_path).returncode == 0
        assert len(read_graph(store).articles) == 2


def test_a_full_disk_when_a_store_is_asked(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        store = disk / "store"
        assert kg("build", story(tmp_path), "--store", store, cwd=tmp_path).returncode == 0
        fill(disk, 0)
        done = kg("query", store, "ASK { ?a a kg:Country }", cwd=tmp_path)
        if done.returncode:  # its triples may be kept beside it only if there is room
            failed(done, "store", "cannot be written")
        else:
            assert done.stdout == "true\n"
        assert left_over(store) == []


@pytest.mark.parametrize("most", [0, 1000, 5000])
def test_a_limit_on_the_size_of_files(most: int, graph: Path, tmp_path: Path) -> None:
    done = kg("export", graph, "-o", "a.ttl", cwd=tmp_path, before=LIMIT.format(most))
    failed(done, "a.ttl: cannot be written: File too large")
    assert os.listdir(tmp_path) == []


def test_a_disk_that_is_read_only(graph: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        assert kg("build", story(tmp_path), "--store", disk / "s", cwd=tmp_path).returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        done = kg("export", graph, "-o", disk / "a.ttl", cwd=tmp_path)
        failed(done, "a.ttl", "Read-only file system")
        second = story(tmp_path, "second")
        failed(kg("build", second, "--store", disk / "s", cwd=tmp_path), "disk/s: ")
        assert len(read_graph(disk / "s").articles) == 1
        asked = kg("query", disk / "s", "ASK { ?a a kg:Country }", cwd=tmp_path)
        assert (asked.returncode, asked.stdout) == (0, "true\n"), asked.stderr


@pytest.fixture
def plain() -> tuple[str, ...]:
    """What runs a command so that permissions count, for root too, who may override them."""
    if os.geteuid():
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root overrides permissions, and there is no setpriv to give that up")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


def test_permission_denied(plain: tuple[str, ...], graph: Path, tmp_path: Path) -> None:
    denied, source = tmp_path / "denied", tmp_path / "a.nq"
    denied.mkdir(mode=0o500)
    source.write_bytes(graph.read_bytes())
    done = kg("export", source, "-o", denied / "a.ttl", cwd=tmp_path, wrapper=plain)
    failed(done, "a.ttl", "Permission denied")
    assert os.listdir(denied) == []
    source.chmod(0)
    done = kg("export", source, "-o", "b.ttl", cwd=tmp_path, wrapper=plain)
    failed(done, "a.nq")  # click looks first, and says it in its own words
    assert not (tmp_path / "b.ttl").exists()


def test_an_article_that_may_not_be_read_is_skipped(plain: tuple[str, ...], tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    story(news, "open")
    story(news, "shut").chmod(0)
    done = kg("build", news, "-o", "a.jsonl", cwd=tmp_path, wrapper=plain)
    assert done.returncode == 1, done.stderr
    assert "shut.txt: permission denied" in done.stderr
    assert (tmp_path / "a.jsonl").read_text()


def test_a_store_that_may_not_be_written(plain: tuple[str, ...], tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert kg("build", story(tmp_path), "--store", store, cwd=tmp_path).returncode == 0
    before = (store / "readings.sqlite").read_bytes()
    for path in (store / "readings.sqlite", store / "lock", store):
        path.chmod(path.stat().st_mode & 0o555)
    failed(kg("remove", store, "story", cwd=tmp_path, wrapper=plain), "store")
    assert (store / "readings.sqlite").read_bytes() == before
    store.chmod(0o700)
