"""Compares a graph with the articles it was read from. What may go in: that comparison.

An article holds when its text has the hash that the graph keeps, when every span that the graph
quotes from it (sentence, subject, object) is still the same slice of the text, and when its title,
date, source and address are those of the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Article, Evidence, Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that does not hold, and the article it is about."""

    article: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was compared, and what did not hold."""

    articles: int
    spans: int
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether every article was given, is unchanged, and has every span."""
        return not self.findings


def verify(graph: Graph, articles: Iterable[Article]) -> Verification:
    """Compare a graph with its articles.

    Args:
        graph: as built or read; evidence may be of articles that `graph.articles` lacks.
        articles: those to compare with. One with another id but the hash of an article of the
            graph is that article: a file may be given alone that was read as part of a folder.

    Example:
        >>> article = Article.of(id="a", text="Iran hosts Russia.")
        >>> graph = Graph(articles=(article,), entities=(), statements=(), base="https://x.example/")
        >>> verify(graph, [article]).holds
        True
        >>> changed = Article.of(id="a", text="Iran hosts Russia!")
        >>> [finding.message for finding in verify(graph, [changed]).findings]
        ['the text is not the one that was read: its SHA-256 differs']
    """
    kept = {article.id: article for article in graph.articles}
    quoted = _spans(graph)
    given, unknown = _matched(articles, kept)
    findings = [Finding(article=name, message="not an article of the graph") for name in unknown]
    compared = 0
    for name in sorted({*kept, *quoted}):
        if name not in given:
            findings.append(Finding(article=name, message="an article of the graph, but not given"))
            continue
        spans = quoted.get(name, {})
        compared += len(spans)
        findings += _compared(name, given[name], kept.get(name), spans)
    return Verification(articles=len(given), spans=compared, findings=tuple(findings))


def _matched(
    articles: Iterable[Article], kept: Mapping[str, Article]
) -> tuple[dict[str, Article], list[str]]:
    """The given articles by their id in the graph, and the ids that the graph does not have."""
    others = list(articles)
    given = {article.id: article for article in others if article.id in kept}
    by_hash = {article.sha256: name for name, article in kept.items() if name not in given}
    unknown = []
    for article in others:
        if article.id in given:
            continue
        if article.sha256 in by_hash:
            given[by_hash[article.sha256]] = article
        else:
            unknown.append(article.id)
    return given, unknown


def _spans(graph: Graph) -> dict[str, dict[tuple[int, int, str], str]]:
    """What the graph quotes of each article: (start, end, text) → sentence, subject or object."""
    found: dict[str, dict[tuple[int, int, str], str]] = {}
    for statement in graph.statements:
        for evidence in statement.evidence:
            spans = found.setdefault(evidence.article, {})
            for key, what in _quoted(evidence):
                spans.setdefault(key, what)
    return found


def _quoted(evidence: Evidence) -> Iterator[tuple[tuple[int, int, str], str]]:
    yield (evidence.start, evidence.end, evidence.text), "sentence"
    for what, span in (("subject", evidence.subject), ("object", evidence.object)):
        if span is not None:
            yield (span.start, span.end, span.text), what


def _compared(
    name: str,
    article: Article,
    kept: Article | None,
    spans: Mapping[tuple[int, int, str], str],
) -> Iterator[Finding]:
    if kept is None:
        yield Finding(article=name, message="quoted by the graph, but not listed as its article")
    elif article.sha256 != kept.sha256:
        message = "the text is not the one that was read: its SHA-256 differs"
        yield Finding(article=name, message=message)
    if kept is not None:
        yield from _described(article, kept)
    for (start, end, text), what in sorted(spans.items()):
        now = article.text[start:end]
        if now != text:
            message = f"{what} {start}-{end} was {_around(text, now)} and is {_around(now, text)}"
            yield Finding(article=name, message=message)


def _described(article: Article, kept: Article) -> Iterator[Finding]:
    """What an article tells about itself, and differs. Options of the build may tell the rest."""
    fields = {
        "title": (kept.title, article.title),
        "date": (kept.published, article.published),
        "source": (kept.source, article.source),
        "address": (kept.url, article.url),
    }
    for what, (was, now) in fields.items():
        if now is not None and was != now:
            yield Finding(article=article.id, message=f"the {what} was {was!r} and is {now!r}")


def _around(text: str, other: str) -> str:
    """The words where two texts part, in quotes; blanks and line ends stay visible."""
    pairs = enumerate(zip(text, other, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(text), len(other)))
    first, last = max(0, at - 20), at + 40
    left, right = "…" if first else "", "…" if last < len(text) else ""
    return repr(f"{left}{text[first:last]}{right}")
