"""The page of an entity. What may go in: what that page tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.errors import InputError
from kg.explore.choice import Choice, Page, page_of
from kg.explore.index import PARTS, Index, day_of
from kg.explore.timeline import Bar, bars
from kg.model import Article, Entity, Relation, Statement
from kg.vocabulary import is_below, marks

VIEWS = ("relation", "time")
_UP = 6  # places that one lies in
_MOST = 12  # sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements of one relation in which an entity plays one part."""

    part: str
    relation: Relation
    total: int
    statements: Sequence[Statement] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """Everything that the page of an entity shows."""

    entity: Entity
    choice: Choice
    view: str
    groups: Sequence[Group]  # of all that is chosen
    shown: Sequence[Group]  # of this page, with statements
    page: Page[tuple[str, Statement]]
    bars: Sequence[Bar]
    sources: Sequence[tuple[Article, int]]
    articles: int
    location: Sequence[Statement]
    total: int


def entity_view(index: Index, entity: Entity, asked: Mapping[str, str]) -> EntityView:
    """Tell what is said about an entity, as an address asks for it.

    Raises:
        InputError: it asks for what cannot be.
    """
    choice, view = Choice.of(asked), asked.get("view", VIEWS[0])
    if view not in VIEWS:
        raise InputError(f"view={view}: choose from {', '.join(VIEWS)}")
    all_ = list(index.uses(entity.id))
    found = [(p, s) for p, s in all_ if choice.part in (None, p) and choice.holds(s)]
    groups = _groups(found)
    page = page_of(_sorted(found, groups, view), asked)
    sources = Counter(e for _, s in all_ for e in {e.article for e in s.evidence})
    told = [
        (index.articles[id], many) for id, many in sources.most_common() if id in index.articles
    ]
    return EntityView(
        entity=entity,
        choice=choice,
        view=view,
        groups=groups,
        shown=_shown(page.items, groups) if view == "relation" else (),
        page=page,
        bars=bars(statement for _, statement in found),
        sources=told[:_MOST],
        articles=len(told),
        location=_location(index, entity) if is_below(entity.type, "Place") else (),
        total=len(all_),
    )


def _groups(found: Sequence[tuple[str, Statement]]) -> list[Group]:
    """The relations in which an entity stands: by its part, what is most first."""
    counts = Counter((part, s.relation) for part, s in found)
    order = list(PARTS)
    ranked = sorted(
        counts.items(), key=lambda row: (order.index(row[0][0]), -row[1], row[0][1].label)
    )
    return [Group(part=p, relation=relation, total=many) for (p, relation), many in ranked]


def _sorted(
    found: Sequence[tuple[str, Statement]], groups: Sequence[Group], view: str
) -> list[tuple[str, Statement]]:
    if view == "time":
        return sorted(found, key=lambda row: (day_of(row[1]) or "9999", row[1].id))
    rank = {(group.part, group.relation): at for at, group in enumerate(groups)}
    return sorted(found, key=lambda row: (rank[row[0], row[1].relation], day_of(row[1]) or "9999"))


def _shown(items: Sequence[tuple[str, Statement]], groups: Sequence[Group]) -> list[Group]:
    totals = {(group.part, group.relation): group.total for group in groups}
    return [
        Group(
            part=part,
            relation=relation,
            total=totals[part, relation],
            statements=[statement for _, statement in rows],
        )
        for (part, relation), rows in groupby(items, key=lambda row: (row[0], row[1].relation))
    ]


def _location(index: Index, place: Entity) -> list[Statement]:
    """The statements that tell where a place lies, and where that lies, as far as they go."""
    within, seen = marks("location"), {place.id}
    found: list[Statement] = []
    at: Entity | None = place
    while at is not None and len(found) < _UP:
        here = [
            s
            for part, s in index.uses(at.id)
            if part == "subject"
            and s.relation.id.rpartition("#")[2] in within
            and (s.polarity, s.modality) == ("positive", "actual")
            and isinstance(s.object, Entity)
            and s.object.id not in seen
        ]
        at = None
        if here:
            best = max(here, key=lambda s: (_named(s), s.confidence))
            found.append(best)
            if isinstance(best.object, Entity):
                at = best.object
                seen.add(at.id)
    return found


def _named(statement: Statement) -> bool:
    return isinstance(statement.object, Entity) and statement.object.named
