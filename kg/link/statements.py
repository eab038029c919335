"""Extractions to statements. What may go in: putting linked ends, relation and qualifiers together,
or saying why not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from kg.link.entities import Linked, Linker, Use
from kg.link.knowledge import KnowledgeBase
from kg.link.relations import Mapped, map_predicate
from kg.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Evidence,
    Extraction,
    Mention,
    Reject,
    Span,
    Statement,
    Value,
    statement_key,
)
from kg.namespaces import event_iri
from kg.ontology import Ontology

_WHERE = frozenset("in at near to from outside inside into across around over through".split())
_CONCRETE = ("Agent", "Place", "Equipment", "Money")
_PRONOUN_COST = 0.1


def link(
    article: Article,
    extractions: Sequence[Extraction],
    names: Sequence[Mention],
    *,
    ontology: Ontology,
    knowledge: KnowledgeBase,
    base: str,
) -> Iterator[Statement | Reject]:
    """Link one article's extractions.

    Args:
        article: the article.
        extractions: in text order.
        names: all names of the article, in text order.
        ontology: classes, relations, lexicon.
        knowledge: the knowledge base.
        base: the IRI that instance names start with.

    Yields:
        A statement or, with a reason, a reject for each extraction; several extractions may give
        the same statement.
    """
    linker = Linker(article, names, extractions, ontology=ontology, knowledge=knowledge, base=base)
    for one in extractions:
        yield _statement(one, article, linker, ontology, knowledge, base)


def _statement(
    one: Extraction,
    article: Article,
    linker: Linker,
    ontology: Ontology,
    knowledge: KnowledgeBase,
    base: str,
) -> Statement | Reject:
    subject = linker.link(one.subject, _use_of_subject(one))
    object_ = (
        linker.link(one.object, _use_of_object(one)) if isinstance(one.object, Mention) else None
    )
    source = linker.link(one.source.mention, "actor") if one.source else None
    pronoun = isinstance(one.object, Mention) and object_ is None
    if subject is None or pronoun or (one.source and source is None):
        return Reject(extraction=one, reason="pronoun unresolved")
    target = object_.entity if object_ else one.object if isinstance(one.object, Value) else None
    mapped = map_predicate(
        one.predicate,
        subject=subject.entity.type,
        object=target.type if isinstance(target, Entity) else "Value" if target else None,
        ontology=ontology,
    )
    if mapped is None:
        return Reject(extraction=one, reason="domain or range")
    if not _says_something(one, linker, subject.entity, target, ontology):
        return Reject(extraction=one, reason="nobody and nothing in particular")
    if isinstance(target, Entity) and target.id == subject.entity.id:
        return Reject(extraction=one, reason="subject is object")
    if one.rule == "place.chain" and not _lies_in(subject.entity, target, knowledge, base):
        return Reject(extraction=one, reason="contradicts knowledge base")
    return _made(one, article, linker, mapped, subject, object_, target, source, base)


def _says_something(
    one: Extraction,
    linker: Linker,
    subject: Entity,
    target: Entity | Value | None,
    ontology: Ontology,
) -> bool:
    """Whether somebody or something concrete takes part: "pressure creates problems" has nobody."""
    mentions = [one.subject, one.object, *(mention for _, mention in one.roles)]
    if any(isinstance(m, Mention) and linker.names_within(m) for m in mentions):
        return True
    kinds = [e.type for e in (subject, target) if isinstance(e, Entity)]
    return any(ontology.is_a(kind, wanted) for kind in kinds for wanted in _CONCRETE)


def _lies_in(
    inner: Entity, outer: Entity | Value | None, knowledge: KnowledgeBase, base: str
) -> bool:
    """Whether the knowledge base lets one place lie in the other; unknown places may."""
    keys = [e.id.removeprefix(f"{base}entity/") for e in (inner, outer) if isinstance(e, Entity)]
    if len(keys) < 2 or any(key not in knowledge for key in keys):
        return True
    record = knowledge.record(keys[0])
    return keys[1] in (*record.within, record.country)


def _use_of_subject(one: Extraction) -> Use:
    if one.rule.startswith("place.") or one.predicate.pos in ("pattern", "adjective"):
        return "place" if one.rule.startswith("place.") else "target"
    return "target" if one.predicate.passive else "actor"


def _use_of_object(one: Extraction) -> Use:
    if one.rule.startswith("place.") or one.predicate.preposition in _WHERE:
        return "place"
    return "actor" if one.predicate.pos == "noun" or one.predicate.preposition else "target"


def _roles(one: Extraction, linker: Linker) -> Iterator[tuple[str, Linked]]:
    for name, mention in one.roles:
        found = linker.link(mention, "place" if name in _WHERE else "actor")
        if found is not None:
            yield name, found


def _made(
    one: Extraction,
    article: Article,
    linker: Linker,
    mapped: Mapped,
    subject: Linked,
    object_: Linked | None,
    target: Entity | Value | None,
    source: Linked | None,
    base: str,
) -> Statement:
    roles = list(_roles(one, linker))
    first, second = subject.entity, target
    spans: tuple[Mention | None, Mention | None]
    spans = (one.subject, one.object if isinstance(one.object, Mention) else None)
    if mapped.inverse and isinstance(target, Entity):
        first, second = target, subject.entity
        spans = (spans[1], spans[0])
    attribution = _attribution(one, source)
    pairs = tuple(dict.fromkeys((name, found.entity) for name, found in roles))
    key = statement_key(
        subject=first.id,
        relation=mapped.relation.id,
        object=object_key(second),
        roles=[(name, entity.id) for name, entity in pairs],
        polarity=one.polarity,
        modality=one.modality,
        attribution=attribution.entity.id if attribution else None,
        time=(one.time.start, one.time.end) if one.time else None,
    )
    links = [("subject", subject.reason)]
    links += [("object", object_.reason)] if object_ else []
    links += [("attribution", source.reason)] if source else []
    links += [(f"role {name}", found.reason) for name, found in roles]
    return Statement(
        id=key,
        subject=first,
        relation=mapped.relation,
        object=second,
        roles=pairs,
        polarity=one.polarity,
        modality=one.modality,
        attribution=attribution,
        time=one.time,
        claimed=one.claimed,
        published=article.published,
        event=_event(mapped, first, second, one, base),
        evidence=(_evidence(one, spans, links),),
    )


def object_key(target: Entity | Value | None) -> str | None:
    """What stands for an object in a statement's hash."""
    if isinstance(target, Value):
        return f'"{target.label}"^^{target.datatype}'
    return target.id if target else None


def _attribution(one: Extraction, source: Linked | None) -> Attribution | None:
    if one.source is None or source is None:
        return None
    return Attribution(entity=source.entity, text=one.source.mention.text, cue=one.source.cue)


def _event(
    mapped: Mapped, subject: Entity, target: Entity | Value | None, one: Extraction, base: str
) -> Event | None:
    """One node for one happening: same type, participants and day."""
    if mapped.event_type is None:
        return None
    ends = sorted([subject.id, object_key(target) or ""])
    parts = [mapped.event_type, *ends, one.time.value if one.time else one.article]
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return Event(id=event_iri(base, digest), type=mapped.event_type)


def _evidence(
    one: Extraction,
    spans: tuple[Mention | None, Mention | None],
    links: Iterable[tuple[str, str]],
) -> Evidence:
    guessed = sum(m.kind == "pronoun" for m in (one.subject, one.object) if isinstance(m, Mention))
    return Evidence(
        article=one.article,
        start=one.sentence.start,
        end=one.sentence.end,
        text=one.sentence.text,
        rule=one.rule,
        subject=_span(spans[0]),
        object=_span(spans[1]),
        surface=one.surface,
        confidence=round(max(0.1, one.confidence - _PRONOUN_COST * guessed), 2),
        links=tuple(links),
    )


def _span(mention: Mention | None) -> Span | None:
    if mention is None:
        return None
    return mention.phrase or Span(start=mention.start, end=mention.end, text=mention.text)
