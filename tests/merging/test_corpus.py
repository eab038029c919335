"""Who is who in sixty articles of which it is known: precision and recall of pairs."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.graph.builder import ends
from kg.graph.folding import fold
from kg.model import Graph
from kg.namespaces import DEFAULT_BASE
from kg.namespaces import fold as folded
from kg.reader import Reader
from tests.merging.corpus import Told, corpus

PRECISION, RECALL = 0.98, 0.90  # the least


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return corpus()


@pytest.fixture(scope="module")
def graph(told: list[Told], reader: Reader) -> Graph:
    return fold(reader.read(one.article for one in told), base=DEFAULT_BASE)


def _entities(graph: Graph) -> dict[str, dict[str, set[str]]]:
    """The IRIs that each article uses, with the folded names of each."""
    found: dict[str, dict[str, set[str]]] = {}
    for statement in graph.statements:
        for entity in ends(statement):
            names = {folded(name) for name in (entity.label, *entity.aliases)}
            for evidence in statement.evidence:
                if entity.named:
                    found.setdefault(evidence.article, {})[entity.id] = names
    return found


def scores(graph: Graph, told: list[Told]) -> tuple[float, float]:
    """Precision and recall of pairs of names of two articles: are both of one node?

    A name that is of no node, or of several, is in no pair that is found.
    """
    used = _entities(graph)
    items = []
    for one in told:
        for name, key in one.truth.items():
            mine = used.get(one.article.id, {})
            found = [iri for iri, names in mine.items() if folded(name) in names]
            items.append((one.article.id, key, found[0] if len(found) == 1 else None))
    right = wrong = missed = 0
    for (a, one, first), (b, two, second) in combinations(items, 2):
        if a != b:
            joined = first is not None and first == second
            right += joined and one == two
            wrong += joined and one != two
            missed += one == two and not joined
    return right / (right + wrong), right / (right + missed)


def test_pairs_are_joined_as_they_should_be(graph: Graph, told: list[Told]) -> None:
    precision, recall = scores(graph, told)
    print(f"pairwise merge precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= PRECISION
    assert recall >= RECALL


def test_the_measure_can_fail(told: list[Told], reader: Reader) -> None:
    """Joined by name alone, the two of one name are one, and the renamed are two."""
    from kg.graph.builder import fold_readings

    readings = reader.read(one.article for one in told)
    precision, recall = scores(fold_readings(readings, base=DEFAULT_BASE), told)
    assert precision < PRECISION
    assert recall < RECALL


def test_copies_are_one_source(graph: Graph, told: list[Told]) -> None:
    names = [one.article.id for one in told if one.article.id.startswith("copy-")]
    stories = {name.rsplit("-", 1)[0] for name in names}
    assert {group[0].rsplit("-", 1)[0] for group in graph.copies} == stories
    assert sorted(id for group in graph.copies for id in group) == sorted(names)


def test_common_nouns_are_never_joined(graph: Graph) -> None:
    nominals = [e for e in graph.entities if not e.named]
    assert nominals
    for entity in nominals:
        articles = {
            evidence.article
            for statement in graph.statements
            for evidence in statement.evidence
            if entity in ends(statement)
        }
        assert len(articles) == 1 or _are_copies(articles, graph), entity


def _are_copies(articles: set[str], graph: Graph) -> bool:
    return any(articles <= set(group) for group in graph.copies)
