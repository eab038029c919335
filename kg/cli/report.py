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
        articles           0
        statements         0
        entities           0
    """
    inferred = sum(statement.inferred for statement in graph.statements)
    relations = Counter(statement.relation.label for statement in graph.statements)
    classes = Counter(entity.type for entity in graph.entities)
    yield _row("articles", len(graph.articles))
    yield _row("statements", len(graph.statements), f"{inferred} inferred" if inferred else "")
    yield from _counted(relations, "relations")
    yield _row("entities", len(graph.entities))
    yield from _counted(classes, "classes")


def _counted(counts: Counter[str], what: str) -> Iterator[str]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for name, count in ordered[:_SHOWN]:
        yield _row(f"  {name}", count)
    rest = ordered[_SHOWN:]
    if rest:
        yield _row(f"  {len(rest)} other {what}", sum(count for _, count in rest))


def _row(name: str, count: int, remark: str = "") -> str:
    return f"{name:<14}{count:>6}" + (f"  ({remark})" if remark else "")
