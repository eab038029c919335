"""Memory that ends, wrong clocks, two builds at once, damaged stores, no network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg import read_graph
from kg.errors import KGError
from kg.store import open_store, query
from tests.faults.command import ROOT, STORY, failed, kg, left_over, story

MEMORY = "import resource as r; r.setrlimit(r.RLIMIT_AS, ({0} * 2**20, {0} * 2**20))"
ASK = "ASK { ?a a kg:Country }"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store of two articles, whose triples are kept."""
    folder = tmp_path_factory.mktemp("store")
    two = (story(folder), story(folder, "second", "Iran hosts Russia, John Kerry said."))
    assert kg("build", *two, "--store", "store", cwd=folder).returncode == 0
    assert kg("query", "store", ASK, cwd=folder).stdout == "true\n"
    return folder / "store"


@pytest.fixture
def store(made, tmp_path):
    """A copy of the store that may be damaged."""
    shutil.copytree(made, tmp_path / "store")
    return tmp_path / "store"


# ── memory ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("megabytes", [200, 450, 550])
def test_memory_that_ends_leaves_nothing_half_written(megabytes: int, tmp_path: Path) -> None:
    article = story(tmp_path, "long", STORY * 2000)
    kept = tmp_path / "out.ttl"
    kept.write_text("what was there\n")
    one_thread = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = kg(
        "build", article, "-o", kept, cwd=tmp_path, before=MEMORY.format(megabytes),
        environment=one_thread,
    )  # fmt: skip
    if done.returncode == 0:  # this machine needs less
        read_graph(kept)
    else:
        assert kept.read_text() == "what was there\n"
        if done.returncode > 0:  # else a library of numbers gave up before Python could
            failed(done, "out of memory")
    assert left_over(tmp_path) == []


def test_memory_that_ends_in_python_is_told(tmp_path: Path) -> None:
    before = (
        "import kg.ingest\ndef full(*a, **k): raise MemoryError\nkg.ingest.read_articles = full"
    )
    done = kg("build", story(tmp_path), cwd=tmp_path, before=before)
    failed(done, "memory")
    assert sorted(os.listdir(tmp_path)) == ["story.txt"]


# ── clock ────────────────────────────────────────────────────────────────────────────────────────

CLOCK = """
import time, datetime
moved = {0} * 86400
real = time.time
time.time = lambda: real() + moved
class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(real() + moved)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(real() + moved, tz)
    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(real() + moved)
datetime.date, datetime.datetime = Date, Moment
"""
DATED = (
    "<html><head><title>A base</title></head><body><article><p>Published 16 August 2016</p>"
    "<p>Russia launched bombers last month, and will meet Iran on Friday. In 1990 Iran hosted"
    " Syria, and next year Russia will host it.</p></article></body></html>"
)


def test_output_does_not_depend_on_the_clock(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "page.html").write_text(DATED)
    story(news, "dated", f"---\ndate: 2016-08-16\n---\n{STORY}They will meet on Friday.\n")
    story(news, "undated", f"{STORY}They met last year, and will meet on Friday.\n")
    found = []
    for days in (0, -9000, 9000):
        zone = {"TZ": "Pacific/Kiritimati" if days > 0 else "America/Adak"}
        done = kg(
            "build", news, "-o", f"{days}/", "--format", "jsonl", "--format", "turtle",
            cwd=tmp_path, before=CLOCK.format(days), environment=zone,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found.append([p.read_bytes() for p in sorted((tmp_path / str(days)).iterdir())])
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 2


def test_a_store_from_the_future_is_read(store: Path) -> None:
    before = read_graph(store)
    for path in (store, *store.rglob("*")):
        os.utime(path, (4e9, 4e9))
    assert read_graph(store) == before
    assert kg("query", store, ASK, cwd=store.parent).stdout == "true\n"


# ── two at once ──────────────────────────────────────────────────────────────────────────────────


def _start(*arguments: object, cwd: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=cwd, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_two_builds_at_once_into_one_store(tmp_path: Path) -> None:
    texts = (STORY, "Iran hosts Russia, John Kerry said.")
    several = [story(tmp_path, f"a{n}", text * 30) for n, text in enumerate(texts)]
    running = [_start("build", path, "--store", "store", cwd=tmp_path) for path in several]
    ended = [(one.communicate(timeout=300), one.returncode) for one in running]
    codes = sorted(code for _, code in ended)
    assert codes in ([0, 0], [0, 2]), ended
    for (_, told), code in ended:
        if code:
            assert "another kg is writing to this store: wait until it has ended" in told
            assert told.count("\n") == 1
    assert len(read_graph(tmp_path / "store").articles) == codes.count(0)
    for path in several:  # whoever was refused tries again
        assert kg("build", path, "--store", "store", cwd=tmp_path).returncode == 0
    assert len(read_graph(tmp_path / "store").articles) == 2


def test_two_builds_at_once_into_one_file(tmp_path: Path) -> None:
    several = [story(tmp_path, f"a{n}", STORY * (n + 1)) for n in range(2)]
    running = [_start("build", path, "-o", "out.jsonl", cwd=tmp_path) for path in several]
    for one in running:
        _, told = one.communicate(timeout=300)
        assert one.returncode == 0, told
    alone = []
    for path in several:
        assert kg("build", path, "-o", "alone.jsonl", cwd=tmp_path).returncode == 0
        alone.append((tmp_path / "alone.jsonl").read_bytes())
    assert (tmp_path / "out.jsonl").read_bytes() in alone
    assert left_over(tmp_path) == []


def test_ended_by_the_system(tmp_path: Path) -> None:
    """SIGTERM, as a machine sends that is shut down."""
    kept = tmp_path / "out.ttl"
    kept.write_text("what was there\n")
    article = story(tmp_path, "long", STORY * 3000)
    running = _start("build", article, "-o", kept, cwd=tmp_path)
    with pytest.raises(subprocess.TimeoutExpired):
        running.wait(3)
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=60)
    assert running.returncode not in (0, 1)
    assert kept.read_text() == "what was there\n"


# ── damaged stores ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_store_that_was_cut(store: Path, part: float) -> None:
    path = store / "readings.sqlite"
    path.write_bytes(path.read_bytes()[: int(part * path.stat().st_size)])
    before = path.read_bytes()
    for command in (("export", store, "-o", "a.ttl"), ("remove", store, "story")):
        line = failed(kg(*command, cwd=store.parent), "store")
        assert "damaged" in line
    assert path.read_bytes() == before
    assert not (store.parent / "a.ttl").exists()


@pytest.mark.parametrize("how", ["cut", "gone", "rubbish", "empty"])
def test_triples_that_were_damaged_are_made_again(store: Path, how: str) -> None:
    [folder] = store.glob("triples-*")
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        if how == "gone" and path.name in ("CURRENT", "LOCK"):
            path.unlink()
        elif how == "cut":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        elif how == "rubbish":
            path.write_bytes(b"\x55" * path.stat().st_size)
        elif how == "empty":
            path.unlink()
    done = kg("query", store, ASK, cwd=store.parent)
    assert (done.returncode, done.stdout) == (0, "true\n"), done.stderr


def test_any_byte_of_a_store_may_be_wrong(store: Path) -> None:
    path = store / "readings.sqlite"
    whole = path.read_bytes()
    graph = read_graph(store)
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        damaged = bytearray(whole)
        damaged[place] ^= 0x55
        path.write_bytes(damaged)
        try:
            found = {article.id for article in read_graph(store).articles}
        except KGError:
            continue  # anything else fails the test
        assert found <= {article.id for article in graph.articles}
    path.write_bytes(whole)
    assert [str(row[0]) for row in query(open_store(store), "SELECT ?a { ?a a kg:Country }")]


# ── network ──────────────────────────────────────────────────────────────────────────────────────


def test_a_build_needs_no_network(tmp_path: Path) -> None:
    alone = ("unshare", "--net", "--map-root-user")
    try:
        tried = subprocess.run([*alone, "cat", "/proc/net/dev"], capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("no program unshare here")
    if tried.returncode:
        pytest.skip(f"no namespace without network can be made: {tried.stderr.strip()}")
    assert "eth" not in tried.stdout
    (tmp_path / "page.html").write_text(DATED)
    story(tmp_path)
    done = kg("build", tmp_path, "-o", "out/", cwd=tmp_path, wrapper=alone)
    assert done.returncode == 0, done.stderr
    names = sorted(path.suffix for path in (tmp_path / "out").iterdir())
    assert names == [".graphml", ".ttl"]
