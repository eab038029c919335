"""The content of a report. What may go in: counting a build; how it is shown is told elsewhere."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model import Article, Graph, Reject, Skip
from kg.stopwatch import Stopwatch

FORM = 1  # of the JSON; later versions only add keys


class Tally:
    """Counts of a build; made before it reads its first article, since its watch starts then."""

    def __init__(self) -> None:
        self.watch = Stopwatch()
        self._skips: list[Skip] = []
        self._rejects: Counter[str] = Counter()
        self._read: Counter[str] = Counter()
        self._start = time.perf_counter()

    def add(
        self, *, articles: Iterable[Article], skips: Iterable[Skip], rejects: Iterable[Reject]
    ) -> None:
        """Count articles that were found, those that were skipped, and what was rejected."""
        self._skips += skips
        self._rejects.update(reject.reason for reject in rejects)
        for article in articles:
            size = {"characters": len(article.text), "words": len(article.text.split())}
            self._read.update(articles=1, **size)

    def content(self, graph: Graph, *, inputs: Sequence[str]) -> dict[str, Any]:
        """Give all that is told of the build.

        Args:
            graph: what was built; of a store, all that it holds.
            inputs: as they were given.

        Returns:
            What JSON can hold; the most frequent name of a histogram comes first.
        """
        seconds = time.perf_counter() - self._start
        evidence = (one for s in graph.statements for one in s.evidence)
        return {
            "form": FORM,
            "program": f"kg {graph.version}",
            "model": graph.model,
            "inputs": list(inputs),
            "read": {
                **{name: self._read[name] for name in ("articles", "characters", "words")},
                "skipped": len(self._skips),
            },
            "graph": _sizes(graph),
            "seconds": {"all": round(seconds, 3), "stages": _rounded(self.watch.seconds)},
            "rates": _rates(seconds, articles=self._read["articles"], words=self._read["words"]),
            "skipped": [
                {"path": one.path, "kind": one.kind, "reason": one.reason} for one in self._skips
            ],
            "copies": [list(group) for group in graph.copies],
            "histograms": {
                "skipped": _counted(one.kind for one in self._skips),
                "rejected": _ordered(self._rejects),
                "relations": _counted(s.relation.label for s in graph.statements),
                "rules": _counted(one.rule for one in evidence),
                "classes": _counted(entity.type for entity in graph.entities),
                "qualifiers": _counted(f"{s.polarity}, {s.modality}" for s in graph.statements),
                "confidence": _confidence(graph),
            },
        }


def _sizes(graph: Graph) -> dict[str, int]:
    return {
        "articles": len(graph.articles),
        "statements": len(graph.statements),
        "inferred": sum(s.inferred for s in graph.statements),
        "entities": len(graph.entities),
        "evidence": sum(len(s.evidence) for s in graph.statements),
        "copies": sum(len(group) - 1 for group in graph.copies),
    }


def _rates(seconds: float, **counts: int) -> dict[str, float]:
    return {f"{name} a second": round(count / seconds, 2) for name, count in counts.items()}


def _rounded(seconds: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in seconds.items()}


def _counted(names: Iterable[str]) -> dict[str, int]:
    return _ordered(Counter(names))


def _ordered(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda row: (-row[1], row[0])))


def _confidence(graph: Graph) -> dict[str, int]:
    """Statements by tenth of confidence, from low to high."""
    tenths = Counter(min(int(s.confidence * 10), 9) for s in graph.statements)
    return {f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}": tenths[tenth] for tenth in range(10)}
