"""The first page, and the lists of articles and statements. What may go in: what these tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.explore.choice import Choice, Page, page_of
from kg.explore.columns import kind_of
from kg.explore.index import Index
from kg.explore.timeline import Bar, bars
from kg.looks import Family, load_looks
from kg.model import Article, Entity, Relation, Statement

_MOST = 12  # rows of a ranking
_FEW = 5  # statements of a kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the first page shows; rankings are pairs, the most first."""

    articles: int
    entities: int
    statements: int
    inferred: int
    kinds: Mapping[str, int]
    families: Sequence[tuple[Family, int]]
    actors: Sequence[tuple[Entity, int]]
    relations: Sequence[tuple[Relation, int]]
    claimants: Sequence[tuple[Entity, int]]
    latest: Sequence[Article]
    bars: Sequence[Bar]
    denied: Sequence[Statement]
    planned: Sequence[Statement]
    conflicts: int


def overview(index: Index) -> Overview:
    """Count what a graph holds; done once, since nothing changes it."""
    graph, looks = index.graph, load_looks()
    kinds: dict[str, list[Statement]] = {}
    for statement in graph.statements:
        kinds.setdefault(kind_of(statement), []).append(statement)
    families = Counter(looks.family(entity).name for entity in graph.entities)
    subjects = Counter(s.subject.id for s in graph.statements if s.subject.named)
    claims = Counter(s.attribution.entity.id for s in graph.statements if s.attribution)
    return Overview(
        articles=len(graph.articles),
        entities=len(graph.entities),
        statements=len(graph.statements),
        inferred=sum(s.inferred for s in graph.statements),
        kinds={kind: len(found) for kind, found in kinds.items()},
        families=[(f, families[f.name]) for f in looks.families if families[f.name]],
        actors=_ranked(index, subjects),
        relations=Counter(s.relation for s in graph.statements).most_common(_MOST),
        claimants=_ranked(index, claims),
        latest=articles_by_date(index)[:_MOST],
        bars=bars(index.columns, index.columns.all()),
        denied=_best(kinds.get("denied", [])),
        planned=_best(kinds.get("planned", [])),
        conflicts=len(index.conflicts),
    )


def articles_by_date(index: Index) -> list[Article]:
    """Give all articles, the latest first."""
    dated = sorted(index.graph.articles, key=lambda article: article.id)
    return sorted(dated, key=lambda article: article.published or "", reverse=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementList:
    """Statements of all entities, as they were chosen."""

    choice: Choice
    page: Page[int]
    statements: Sequence[Statement]  # of this page
    bars: Sequence[Bar]
    relation: Relation | None
    claimed: Entity | None


def statement_list(index: Index, asked: Mapping[str, str]) -> StatementList:
    """Choose statements of the whole graph, the latest first.

    Raises:
        InputError: an address asks for what cannot be.
    """
    choice = Choice.of(asked)
    found = index.chosen(choice)
    page: Page[int] = page_of(found.tolist(), asked)
    shown = index.at(page.items)
    return StatementList(
        choice=choice,
        page=page,
        statements=shown,
        bars=bars(index.columns, found),
        relation=shown[0].relation if shown and choice.relation else None,
        claimed=index.entities.get(choice.claimed or ""),
    )


def _ranked(index: Index, counts: Counter[str]) -> list[tuple[Entity, int]]:
    return [
        (index.entities[id], many) for id, many in counts.most_common(_MOST) if id in index.entities
    ]


def _best(statements: Sequence[Statement]) -> list[Statement]:
    """The surest, of which each says something about another subject."""
    found: dict[str, Statement] = {}
    for one in sorted(statements, key=lambda s: (-len(s.sources), -s.confidence)):
        found.setdefault(one.subject.id, one)
        if len(found) == _FEW:
            break
    return list(found.values())
