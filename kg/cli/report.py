"""The table at the end of a build. What may go in: counting, and aligning what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.model import Graph

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
    inferred = sum(statement.inferred for statement in graph.statements)
    relations = Counter(statement.relation.label for statement in graph.statements)
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
