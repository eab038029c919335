"""The page of an article. What may go in: what that page tells: its text with every mention and
statement marked, or its sentences if the graph has no text, and what became no statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.explore.addresses import entity_address
from kg.explore.choice import Page
from kg.explore.index import Index
from kg.explore.marks import Mark, Piece, pieces
from kg.model import Article, Entity, Evidence, Statement
from kg.store.details import Details, Rejected

_PART = 15_000  # characters of text on a page, and on to the end of the paragraph
_MOST = 200  # statements, and rejects, under the text


Detailed = Callable[[Article], Details | None]
"""Gives what the store knows of an article; None: there is no store, or it has another text now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of an article that is shown, where it begins, and its pieces."""

    start: int
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """Everything that the page of an article shows."""

    article: Article
    passages: Sequence[Passage]
    has_text: bool
    page: Page[None]
    statements: Mapping[str, tuple[int, Statement]]  # of this page, with a number for each
    more: int  # statements that are not listed
    total: int
    copies: Sequence[str]
    details: Details | None
    rejects: Sequence[Rejected]  # of this page

    def ending(self, piece: Piece) -> list[tuple[int, Statement]]:
        """Give the statements whose sentence ends with a piece, in the order of their numbers."""
        keys = {mark.key for mark in piece.closed if mark.kind == "sentence"}
        found = (self.statements[key] for key in keys if key in self.statements)
        return sorted(found, key=lambda row: row[0])


def article_view(
    index: Index, article: Article, asked: Mapping[str, str], detailed: Detailed
) -> ArticleView:
    """Tell what was read from an article.

    Raises:
        InputError: the address asks for a page or a place that cannot be.
    """
    told = index.read_from(article.id)
    found = [(e, s) for s in told for e in s.evidence if e.article == article.id]
    details = detailed(article)
    cuts = _cuts(article.text)
    number = _number(asked, cuts)
    start, end = cuts[number - 1], cuts[number]
    if article.text:
        found = [(e, s) for e, s in found if e.start < end and e.end > start]
    numbers: dict[str, tuple[int, Statement]] = {}
    for _, statement in sorted(found, key=lambda row: (row[0].start, row[0].end, row[1].id)):
        numbers.setdefault(statement.id, (len(numbers) + 1, statement))
    marks = [*_marks(found), *_mentions(details, index)]
    return ArticleView(
        article=article,
        passages=list(_passages(article, found, marks, start, end)),
        has_text=bool(article.text),
        page=Page(items=(), total=len(cuts) - 1, number=number, pages=len(cuts) - 1, first=1),
        statements=dict(list(numbers.items())[:_MOST]),
        more=max(0, len(numbers) - _MOST),
        total=len(told),
        copies=[id for group in index.graph.copies if article.id in group for id in group],
        details=details,
        rejects=_rejects(details, start, end) if article.text else _rejects(details, 0, None),
    )


def _cuts(text: str) -> list[int]:
    """Where the parts of a text begin, and where the last one ends."""
    found = [0]
    while len(text) - found[-1] > _PART:
        end = text.find("\n", found[-1] + _PART)
        if end < 0 or end - found[-1] > 2 * _PART:  # no end of a paragraph: that of a word will do
            blank = text.rfind(" ", found[-1] + 1, found[-1] + 2 * _PART)
            end = blank if blank > 0 else found[-1] + 2 * _PART - 1
        if end + 1 >= len(text):
            break
        found.append(end + 1)
    return [*found, len(text)]


def _number(asked: Mapping[str, str], cuts: Sequence[int]) -> int:
    """Which part is asked for, by its number or by an offset in it."""
    for name, value in asked.items():
        if name in ("page", "at") and not (value.isdecimal() and value.isascii()):
            raise InputError(f"{name}={value}: write a number")
    if "page" in asked:
        return max(1, min(int(asked["page"][:9]), len(cuts) - 1))
    at = int(asked.get("at", "0")[:12])
    return next((n for n, cut in enumerate(cuts[1:], 1) if at < cut), len(cuts) - 1)


def _marks(found: Iterable[tuple[Evidence, Statement]]) -> Iterator[Mark]:
    for evidence, statement in found:
        yield Mark(start=evidence.start, end=evidence.end, kind="sentence", key=statement.id)
        target = statement.object
        if evidence.subject:
            yield _mention(evidence.subject.start, evidence.subject.end, statement.subject)
        if evidence.object and isinstance(target, Entity):
            yield _mention(evidence.object.start, evidence.object.end, target)


def _mentions(details: Details | None, index: Index) -> Iterator[Mark]:
    for one in details.mentions if details else ():
        entity = index.entities.get(one.entity.id)
        if entity:
            yield _mention(one.mention.start, one.mention.end, entity)


def _mention(start: int, end: int, entity: Entity) -> Mark:
    target = entity_address(entity.id)
    return Mark(start=start, end=end, kind="mention", target=target, title=entity.label)


def _passages(
    article: Article,
    found: Sequence[tuple[Evidence, Statement]],
    marks: Sequence[Mark],
    start: int,
    end: int,
) -> Iterator[Passage]:
    if article.text:
        yield Passage(start=start, pieces=pieces(article.text[start:end], marks, start=start))
        return
    for at, text in sorted({(evidence.start, evidence.text) for evidence, _ in found}):
        inside = [m for m in marks if m.start >= at and m.end <= at + len(text)]
        yield Passage(start=at, pieces=pieces(text, inside, start=at))


def _rejects(details: Details | None, start: int, end: int | None) -> list[Rejected]:
    rejects = details.rejects if details else ()
    return [r for r in rejects if r.start >= start and (end is None or r.start < end)][:_MOST]
