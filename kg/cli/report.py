"""What is told at the end of a build. What may go in: counting, and aligning what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Graph

if TYPE_CHECKING:
    from kg.pipeline import Growth

_SHOWN = 15  # relations; the rest is one line


def table(graph: Graph) -> Iterator[str]:
    """Count what a graph holds: articles, statements by relation, entities by class.

    Example:
        >>> graph = Graph(articles=(), entities=(), statements=(), base="https://x.example/")
        >>> print(*table(graph), sep="\\n")
        articles         0
        statements       0
        entities         0
    """
    rows = list(_rows(graph))
    width = max(len(name) for name, _, _ in rows)
    for name, count, remark in rows:
        yield f"{name:<{width}}{count:>8}" + (f"  ({remark})" if remark else "")


def _rows(graph: Graph) -> Iterator[tuple[str, int, str]]:
    relations: Counter[str] = Counter()
    inferred = 0
    for statement in graph.statements:  # once: they may have to be read from a file
        relations[statement.relation.label] += 1
        inferred += statement.inferred
    classes = Counter(entity.type for entity in graph.entities)
    yield "articles", len(graph.articles), ""
    yield "statements", len(graph.statements), f"{inferred} inferred" if inferred else ""
    yield from _counted(relations, "relations")
    yield "entities", len(graph.entities), ""
    yield from _counted(classes, "classes")


def _counted(counts: Counter[str], what: str) -> Iterator[tuple[str, int, str]]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for name, count in ordered[:_SHOWN]:
        yield f"  {name}", count, ""
    rest = ordered[_SHOWN:]
    if rest:
        yield f"  {len(rest)} other {what}", sum(count for _, count in rest), ""


def growth_lines(store: str, growth: Growth) -> tuple[str, ...]:
    """Tell what a build did to a store.

    Example:
        >>> from kg.pipeline import Growth
        >>> growth_lines("news", Growth(added=2, replaced=1, unchanged=0, articles=9))
        ('news: 2 articles added, 1 replaced, 0 unchanged; it has 9',)
    """
    added = f"{growth.added} article{'' if growth.added == 1 else 's'} added"
    rest = f"{growth.replaced} replaced, {growth.unchanged} unchanged"
    return (f"{store}: {added}, {rest}; it has {growth.articles}",)
