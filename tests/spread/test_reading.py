"""Builds that read in several processes or on a cluster: the same bytes as one."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg import Article, build, read_graph, write_graph
from kg.cli import main
from kg.errors import LimitError, ModelError, WorkerError
from kg.limits import Limits
from kg.model import Graph
from kg.pipeline import grow
from kg.reader import Reader
from tests.merging.corpus import corpus

ARTICLES = [told.article for told in corpus()][:24]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reader._SPREAD", 400)  # two or three articles


@pytest.fixture(scope="module")
def told() -> tuple[Graph, list[Any], list[Any]]:
    """The graph, rejects and mentions that one process gives."""
    return _built()


def _built(**how: Any) -> tuple[Graph, list[Any], list[Any]]:
    rejects: list[Any] = []
    mentions: list[Any] = []
    graph = build(ARTICLES, rejected=rejects.append, mentioned=mentions.append, **how)
    return graph, rejects, mentions


@pytest.mark.parametrize("workers", [2, 4])
def test_any_number_of_workers_gives_the_same(workers: int, told: Any, tmp_path: Path) -> None:
    found = _built(workers=workers)
    assert found == told
    for name, graph in (("one.ttl", told[0]), ("several.ttl", found[0])):
        write_graph(graph, tmp_path / name)
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "several.ttl").read_bytes()


def test_progress_and_skips_are_told_in_order() -> None:
    counts: list[int] = []
    skips: list[Any] = []
    limits = Limits(article_statements=4)
    for workers in (1, 2):
        build(
            ARTICLES, workers=workers, limits=limits, progress=counts.append, skipped=skips.append
        )
    half = len(skips) // 2
    assert half > 0
    assert skips[:half] == skips[half:]
    assert counts == 2 * list(range(1, len(ARTICLES) - half + 1))


def test_an_article_over_a_limit_is_an_error_without_skips() -> None:
    with pytest.raises(LimitError, match=ARTICLES[0].id):
        build(ARTICLES, workers=2, limits=Limits(article_statements=1))


def test_a_model_that_is_not_there_is_told() -> None:
    with pytest.raises(ModelError, match="'no_such_model' cannot be loaded"):
        build(ARTICLES, workers=2, model="no_such_model")


def test_a_store_grows_with_workers(told: Any, tmp_path: Path) -> None:
    store = tmp_path / "store"
    grow(store, ARTICLES[:9], workers=2)
    growth = grow(store, ARTICLES, workers=2)
    assert (growth.added, growth.unchanged) == (15, 9)
    assert read_graph(store) == told[0]
    assert read_graph(store).model == Reader().model


# ── a cluster ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A Dask cluster of two processes."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
    ) as cluster:
        yield cluster


def test_a_cluster_gives_the_same(told: Any, cluster: Any) -> None:
    assert _built(cluster=cluster.scheduler_address) == told


def test_a_lost_machine_is_made_up_for(told: Any, cluster: Any) -> None:
    lost: list[int] = []

    def kill() -> None:
        pid = next(iter(cluster.workers.values())).pid
        os.kill(pid, signal.SIGKILL)
        lost.append(pid)

    def progress(count: int) -> None:
        if not lost and count > 2:
            killing = threading.Thread(target=kill)
            killing.start()
            killing.join()

    assert _built(cluster=cluster.scheduler_address, progress=progress) == told
    assert lost


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("local:", "local:N needs a number of workers"),
        ("local:0", "local:N needs a number of workers"),
        ("nowhere", "no Dask cluster with workers there"),
        ("tcp://127.0.0.1:9", "no Dask cluster with workers there"),
    ],
)
def test_a_cluster_that_is_not_there_is_told(
    address: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.spread.cluster._PATIENCE", 1)
    with pytest.raises(WorkerError, match=message):
        build(ARTICLES, cluster=address)


def test_articles_stay_what_they_are_on_the_way() -> None:
    odd = Article.of(id="odd/\ud800", text="Iran hosts Russia. \x00 \U0001f600", title="T")
    assert build([odd], workers=2) == build([odd])


def test_the_command_tells_what_it_cannot_use(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Iran hosts Russia.\n")
    for options, message in (
        (["--workers", "0"], "0 is not in the range x>=1"),
        (["--cluster", "local:x"], "Error: local:x: local:N needs a number of workers"),
    ):
        found = CliRunner().invoke(main, ["build", str(path), "-o", str(tmp_path), *options])
        assert found.exit_code == 2
        assert message in found.output
        assert "Traceback" not in found.output
    assert not list(tmp_path.glob("*.ttl"))
