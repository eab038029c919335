"""The page of an entity. What may go in: what that page tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kg.errors import InputError
from kg.explore.choice import Choice, Page, page_of
from kg.explore.columns import Numbers
from kg.explore.index import Index
from kg.explore.timeline import Bar, bars
from kg.model import Article, Entity, Relation, Statement
from kg.vocabulary import is_below, marks

VIEWS = ("relation", "time")
_UP = 6  # places that one lies in
_MOST = 12  # sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements of one relation in which an entity plays one part; `statements` are of a page."""

    part: str
    relation: Relation
    positions: Numbers
    statements: Sequence[Statement] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.positions)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """Everything that the page of an entity shows."""

    entity: Entity
    choice: Choice
    view: str
    groups: Sequence[Group]  # of all that is chosen
    shown: Sequence[Group]  # of this page, with statements
    page: Page[int]
    statements: Sequence[Statement]  # of this page, if they are told by time
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
    uses = index.uses(entity.id, choice)
    groups = _groups(index, uses)
    places = np.concatenate([np.empty(0, np.int64), *(g.positions for g in groups)])
    if view == "time":
        places = _by_time(index, places)
    page: Page[int] = page_of(places.tolist(), asked)
    sources = index.sources(entity.id)
    told = [(index.articles[a], many) for a, many in sources.most_common() if a in index.articles]
    return EntityView(
        entity=entity,
        choice=choice,
        view=view,
        groups=groups,
        shown=list(_shown(index, groups, page)) if view == "relation" else (),
        page=page,
        statements=index.at(page.items) if view == "time" else (),
        bars=bars(index.columns, places),
        sources=told[:_MOST],
        articles=len(told),
        location=_location(index, entity) if is_below(entity.type, "Place") else (),
        total=index.degree(entity.id),
    )


def _groups(index: Index, uses: Mapping[str, Numbers]) -> list[Group]:
    """The relations in which an entity stands: by its part, what is most first."""
    found: list[Group] = []
    for part, positions in uses.items():
        codes = index.columns.relations[positions]
        groups = []
        for code in np.unique(codes).tolist():
            within = positions[codes == code]
            [first] = index.at(within[:1].tolist())
            groups.append(Group(part=part, relation=first.relation, positions=within))
        found += sorted(groups, key=lambda group: (-group.total, group.relation.label))
    return found


def _by_time(index: Index, positions: Numbers) -> Numbers:
    """The earliest first; what has no date comes last."""
    days = index.columns.days[positions]
    return positions[np.lexsort((positions, np.where(days == 0, np.iinfo(np.int64).max, days)))]


def _shown(index: Index, groups: Sequence[Group], page: Page[int]) -> Iterator[Group]:
    """What of the groups is on a page."""
    start, end, at = page.first - 1, page.first - 1 + len(page.items), 0
    for group in groups:
        part = group.positions[max(0, start - at) : max(0, end - at)]
        at += group.total
        if len(part):
            yield replace(group, statements=index.at(part.tolist()))


def _location(index: Index, place: Entity) -> list[Statement]:
    """The statements that tell where a place lies, and where that lies, as far as they go."""
    within, seen = marks("location"), {place.id}
    found: list[Statement] = []
    at: Entity | None = place
    while at is not None and len(found) < _UP:
        here = [
            s
            for s in index.at(index.uses(at.id, Choice(part="subject")).get("subject", ()))
            if s.relation.id.rpartition("#")[2] in within
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
