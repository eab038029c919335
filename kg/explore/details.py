"""What a store knows beyond its graph: each article's mentions and rejects. What may go in: asking
the store for them, when the page of the article is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kg.errors import KGError
from kg.model import Article, LinkedMention
from kg.store.details import Details
from kg.store.readings import open_readings

Iris = Mapping[tuple[str, str], str]
"""The IRI in the graph of an entity of an article, by the article's id and its own IRI; those that
are the same are left out."""


class StoreDetails:
    """Reads mentions and rejects of articles from a store.

    Args:
        path: the folder of the store.
        iris: what each entity of each article is in the graph.
    """

    def __init__(self, path: Path, iris: Iris) -> None:
        self._path, self._iris = path, iris

    def __call__(self, article: Article) -> Details | None:
        """Give an article's; None if the store has it no longer as the graph has it."""
        try:
            with open_readings(self._path) as readings:
                found = readings.details(article)
        except KGError:  # it is gone by now: the graph in memory tells the rest
            return None
        return found and replace(found, mentions=tuple(map(self._renamed, found.mentions)))

    def _renamed(self, one: LinkedMention) -> LinkedMention:
        iri = self._iris.get((one.article, one.entity.id), one.entity.id)
        return replace(one, entity=replace(one.entity, id=iri))
