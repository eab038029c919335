"""Readings with the graph's entities in place of their own. What may go in: putting them in, and
the ids of statements and events that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.graph.resolution import Identities
from kg.model import (
    Entity,
    Event,
    Reading,
    Statement,
    event_key,
    object_key,
    statement_key,
)
from kg.namespaces import event_iri


def rename(reading: Reading, identities: Identities, base: str) -> Reading:
    """Put the graph's entities into the statements of a reading.

    A statement whose subject became its object says nothing and is left out, and with it what was
    inferred from it.

    Args:
        reading: one article's.
        identities: what each entity of each article is.
        base: the IRI that instance names start with.
    """
    renamer = _Renamer(reading.article.id, identities, base)
    made = [(s, renamer.statement(s)) for s in reading.statements]
    if all(old is new for old, new in made):
        return reading
    ids: dict[str, str] = {}
    kept = []
    for old, new in made:  # premises come before what follows from them
        if new is not None and all(premise in ids for premise in new.premises):
            ids[old.id] = new.id
            kept.append(replace(new, premises=tuple(sorted({ids[p] for p in new.premises}))))
    return replace(reading, statements=tuple(kept))


@dataclass(frozen=True, slots=True)
class _Renamer:
    article: str
    identities: Identities
    base: str

    def entity(self, entity: Entity) -> Entity:
        """The graph's entity, which keeps the article's names as aliases."""
        iri = self.identities.iris.get((self.article, entity.id), entity.id)
        label = self.identities.labels.get(iri, entity.label)
        kind = self.identities.types.get(iri, entity.type)
        if (iri, label, kind) == (entity.id, entity.label, entity.type):
            return entity
        aliases = tuple(sorted({*entity.aliases, entity.label} - {label}))
        return replace(entity, id=iri, label=label, type=kind, aliases=aliases)

    def statement(self, one: Statement) -> Statement | None:
        """The statement with the graph's entities: itself if nothing changes, None if void."""
        subject = self.entity(one.subject)
        target = self.entity(one.object) if isinstance(one.object, Entity) else one.object
        roles = tuple((name, self.entity(entity)) for name, entity in one.roles)
        claim = one.attribution and replace(
            one.attribution, entity=self.entity(one.attribution.entity)
        )
        parts = (subject, target, roles, claim)
        if parts == (one.subject, one.object, one.roles, one.attribution):
            return one
        if isinstance(target, Entity) and target.id == subject.id:
            return None
        made = replace(one, subject=subject, object=target, roles=roles, attribution=claim)
        key = _key(made)
        return made if key == one.id else replace(made, id=key, event=self._event(made))

    def _event(self, one: Statement) -> Event | None:
        if one.event is None:
            return None
        key = event_key(
            type=one.event.type,
            ends=(one.subject.id, object_key(one.object) or ""),
            time=one.time.value if one.time else None,
            article=self.article,
        )
        return Event(id=event_iri(self.base, key), type=one.event.type)


def _key(one: Statement) -> str:
    return statement_key(
        subject=one.subject.id,
        relation=one.relation.id,
        object=object_key(one.object),
        roles=[(name, entity.id) for name, entity in one.roles],
        polarity=one.polarity,
        modality=one.modality,
        attribution=one.attribution.entity.id if one.attribution else None,
        time=(one.time.start, one.time.end) if one.time else None,
    )
