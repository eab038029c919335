"""The sample articles: each is dated, sourced, short, and linked to others by its actors."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.ingest import read_articles
from kg.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES = [article for article in read_articles([str(SEEDS)]) if isinstance(article, Article)]


def test_every_file_is_an_article() -> None:
    assert sorted(a.id for a in ARTICLES) == sorted(path.stem for path in SEEDS.iterdir())
    assert 6 <= len(ARTICLES) <= 10


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: str(article.id))
def test_seed_is_complete(article: Article) -> None:
    assert article.title
    assert article.published
    assert article.source == "kg samples"
    assert 120 <= len(article.text.split()) <= 500
    assert all(line == line.strip() for line in article.text.split("\n"))


def test_actors_come_in_several_articles() -> None:
    actors = ("Russia", "Iran", "Syria", "Lavrov", "Kerry", "Konashenkov", "Assad", "Ban Ki-moon")
    counts = Counter(actor for a in ARTICLES for actor in actors if actor in a.text)
    assert all(counts[actor] >= 2 for actor in actors), counts
