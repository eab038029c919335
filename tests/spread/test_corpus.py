"""The short form of tests/benchmarks/scale.py: made articles, what they cost, and the fold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import pytest

from kg.graph.folding import fold
from kg.model import Reading
from kg.namespaces import DEFAULT_BASE
from kg.reader import Reader
from kg.store.readings import temporary
from tests.benchmarks.scale import ratio, store
from tests.benchmarks.templates import Templates, corpus, templates
from tests.merging.corpus import corpus as told


@pytest.fixture(scope="module")
def made() -> Templates:
    """Templates of the development texts, or of the samples."""
    return templates()


def test_made_articles_differ_and_come_back(made: Templates) -> None:
    articles = list(islice(corpus(10**9, made), 50))
    assert len({article.sha256 for article in articles}) == len({a.id for a in articles}) == 50
    assert made.article(7) == articles[7]
    words = [len(article.text.split()) for article in articles]
    assert min(words) > 300
    assert sum(len(a.text.split()) for a in corpus(5000, made)) in range(5000, 6000)


def test_the_ratio_to_the_bare_parse() -> None:
    lines = ratio(4000)
    found = re.search(r"([0-9.]+) ×", lines[-1])
    assert found is not None
    assert 1 < float(found[1]) < 2.5  # of so few words; the bar is for a million


def test_what_an_article_costs_does_not_grow_with_the_store(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.benchmarks.scale._SIZES", (0, 5_000))
    found = re.search(r"(-?[0-9.]+)%", store(0)[-1])
    assert found is not None
    assert float(found[1]) < 50  # of one article, on a machine that others use


class _Counted:
    """Readings to go through, and how often that was done."""

    def __init__(self, readings: list[Reading]) -> None:
        self.readings, self.times = readings, 0

    def __iter__(self) -> Iterator[Reading]:
        self.times += 1
        return iter(self.readings)


def test_sorted_readings_are_gone_through_twice_and_not_held(reader: Reader) -> None:
    articles = [one.article for one in told()][:12]
    readings = sorted(reader.read(articles), key=lambda reading: reading.article.id)
    counted = _Counted(readings)
    found = fold(counted, base=DEFAULT_BASE, is_sorted=True)
    assert counted.times == 2
    assert found == fold(reversed(readings), base=DEFAULT_BASE)


def test_a_temporary_store_gives_readings_in_order(reader: Reader) -> None:
    articles = [one.article for one in told()][:6]
    with temporary() as readings:
        for reading in reversed(list(reader.read(articles))):
            readings.put(reading)
        found = readings.snapshot()
        assert [r.article.id for r in found] == sorted(a.id for a in articles)
        assert list(found) == list(found)
