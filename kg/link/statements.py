"""Extractions to statements. What may go in: putting linked ends, relation and qualifiers together,
or saying why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.link.confidence import calibration
from kg.link.ends import Context, Ends
from kg.link.entities import Linked, Linker, Use
from kg.link.knowledge import KnowledgeBase
from kg.link.objections import objection
from kg.link.relations import Mapped, map_predicate
from kg.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Evidence,
    Extraction,
    LinkedMention,
    Mention,
    Reference,
    Reject,
    Span,
    Statement,
    event_key,
    object_key,
    statement_key,
)
from kg.namespaces import event_iri
from kg.ontology import Ontology

_WRITTEN = 0.8  # an extraction of at least this has its subject written with the verb
_LONG = 200  # characters of a sentence


def link(
    article: Article,
    extractions: Sequence[Extraction],
    references: Sequence[Reference],
    *,
    ontology: Ontology,
    knowledge: KnowledgeBase,
    base: str,
) -> Iterator[Statement | Reject | LinkedMention]:
    """Link one article's extractions and mentions.

    Args:
        article: the article.
        extractions: in text order.
        references: all names and pronouns of the article, in text order.
        ontology: classes, relations, lexicon.
        knowledge: the knowledge base.
        base: the IRI that instance names start with.

    Yields:
        A statement or, with a reason, a reject for each extraction; several extractions may give
        the same statement. Then every mention of a named entity.
    """
    linker = Linker(
        article, references, extractions, ontology=ontology, knowledge=knowledge, base=base
    )
    context = Context(article, linker, ontology, knowledge, base)
    for one in extractions:
        yield _statement(one, context)
    yield from linker.mentions()


def _statement(one: Extraction, context: Context) -> Statement | Reject:
    ends = _linked(one, context)
    if ends is None:
        return Reject(extraction=one, reason="pronoun unresolved")
    mapped = map_predicate(
        one.predicate,
        subject=ends.subject.kind,
        object=_class_of(ends, one),
        ontology=context.ontology,
    )
    reason = objection(one, ends, mapped, context)
    if mapped is None or reason is not None:
        return Reject(extraction=one, reason=reason or "domain or range")
    return _made(one, ends, mapped, context)


def _linked(one: Extraction, context: Context) -> Ends | None:
    """The entities of both ends and of the source; None when a pronoun stays open."""
    linker = context.linker
    subject = linker.link(one.subject, _use_of_subject(one))
    source = linker.link(one.source.mention, "actor") if one.source else None
    if subject is None or (one.source and source is None):
        return None
    if not isinstance(one.object, Mention):
        return Ends(subject, None, one.object, source)
    target = linker.link(one.object, _use_of_object(one, context.ontology))
    return Ends(subject, target, target.entity, source) if target else None


def _class_of(ends: Ends, one: Extraction) -> str | None:
    """The object's class; a common noun of no known class is no owner of a post."""
    if ends.object is None:
        return "Value" if ends.target else None
    plain = isinstance(one.object, Mention) and one.object.kind == "nominal"
    unknown = plain and ends.object.kind == "Entity" and one.predicate.pos == "noun"
    return "Thing" if unknown else ends.object.kind


def _use_of_subject(one: Extraction) -> Use:
    if one.rule.startswith("place.") or one.predicate.pos in ("pattern", "adjective"):
        return "place" if one.rule.startswith("place.") else "target"
    return "target" if one.predicate.passive else "actor"


def _use_of_object(one: Extraction, ontology: Ontology) -> Use:
    if one.rule.startswith("place.") or _is_where(one.predicate.preposition, ontology):
        return "place"
    if one.predicate.pos == "noun" or one.predicate.preposition:
        return "actor"
    senses = ontology.word(one.predicate.lemma, "verb").senses
    kinds = {ontology.properties[sense.reference].event_type for sense in senses}
    return "actor" if kinds and kinds <= ontology.addressing else "target"


def _is_where(preposition: str, ontology: Ontology) -> bool:
    """Whether a phrase tells a place: where, or where to."""
    return preposition == "to" or ontology.is_locative(preposition)


def _roles(one: Extraction, linker: Linker, ontology: Ontology) -> Iterator[tuple[str, Linked]]:
    for name, mention in one.roles:
        found = linker.link(mention, "place" if _is_where(name, ontology) else "actor")
        if found is not None:
            yield name, found


def _made(one: Extraction, ends: Ends, mapped: Mapped, context: Context) -> Statement:
    roles = list(_roles(one, context.linker, context.ontology))
    first, second = ends.subject.entity, ends.target
    spans: tuple[Mention | None, Mention | None]
    spans = (one.subject, one.object if isinstance(one.object, Mention) else None)
    if mapped.inverse and isinstance(ends.target, Entity):
        first, second = ends.target, ends.subject.entity
        spans = (spans[1], spans[0])
    attribution = _attribution(one, ends.source)
    pairs = tuple(dict.fromkeys((name, found.entity) for name, found in roles))
    return Statement(
        id=statement_key(
            subject=first.id,
            relation=mapped.relation.id,
            object=object_key(second),
            roles=[(name, entity.id) for name, entity in pairs],
            polarity=one.polarity,
            modality=one.modality,
            attribution=attribution.entity.id if attribution else None,
            time=(one.time.start, one.time.end) if one.time else None,
        ),
        subject=first,
        relation=mapped.relation,
        object=second,
        roles=pairs,
        polarity=one.polarity,
        modality=one.modality,
        attribution=attribution,
        time=one.time,
        claimed=one.claimed,
        published=context.article.published,
        event=_event(one, mapped, (first.id, object_key(second) or ""), context),
        evidence=(_evidence(one, spans, _reasons(ends, roles), _confidence(one, ends, mapped)),),
    )


def _reasons(ends: Ends, roles: Iterable[tuple[str, Linked]]) -> Iterator[tuple[str, str]]:
    yield "subject", ends.subject.reason
    if ends.object:
        yield "object", ends.object.reason
    if ends.source:
        yield "attribution", ends.source.reason
    for name, found in roles:
        yield f"role {name}", found.reason


def _attribution(one: Extraction, source: Linked | None) -> Attribution | None:
    if one.source is None or source is None:
        return None
    return Attribution(entity=source.entity, text=one.source.mention.text, cue=one.source.cue)


def _event(
    one: Extraction, mapped: Mapped, ends: tuple[str, str], context: Context
) -> Event | None:
    """One node for one happening: same type, participants and day.

    What is only promised or announced is an agreement or a threat, as PLOVER counts it.
    """
    kind = mapped.event_type
    if kind is None:
        return None
    if one.modality in ("future", "intended") and one.polarity == "positive":
        kind = context.ontology.plans.get(kind, kind)
    time = one.time.value if one.time else None
    key = event_key(type=kind, ends=ends, time=time, article=one.article)
    return Event(id=event_iri(context.base, key), type=kind)


def _confidence(one: Extraction, ends: Ends, mapped: Mapped) -> float:
    return calibration().confidence(one.rule, _evidence_for(one, ends, mapped))


def _evidence_for(one: Extraction, ends: Ends, mapped: Mapped) -> Iterator[str]:
    """What speaks for or against a statement, by the names that the weights have."""
    linked = [end for end in (ends.subject, ends.object) if end is not None]
    mentions = [m for m in (one.subject, one.object) if isinstance(m, Mention)]
    found = {
        "unclassified": any(end.entity.type == "Entity" for end in linked),
        "negative": one.polarity == "negative",
        "attributed": one.source is not None,
        "pronoun": any(m.kind == "pronoun" for m in mentions),
    }
    if one.rule.startswith("clause."):
        found |= {
            "shared_subject": one.confidence < _WRITTEN,
            "passive": one.rule == "clause.passive",
            "minted": mapped.property is None,
            "nominal_subject": not ends.subject.entity.named,
            "nominal_object": ends.object is not None and not ends.object.entity.named,
            "no_object": ends.target is None,
            "not_actual": one.modality != "actual",
            "long_sentence": len(one.sentence.text) > _LONG,
            "roles": bool(one.roles),
        }
    yield from (name for name, holds in found.items() if holds)


def _evidence(
    one: Extraction,
    spans: tuple[Mention | None, Mention | None],
    links: Iterable[tuple[str, str]],
    confidence: float,
) -> Evidence:
    return Evidence(
        article=one.article,
        start=one.sentence.start,
        end=one.sentence.end,
        text=one.sentence.text,
        rule=one.rule,
        subject=_span(spans[0]),
        object=_span(spans[1]),
        surface=one.surface,
        confidence=confidence,
        links=tuple(links),
    )


def _span(mention: Mention | None) -> Span | None:
    if mention is None:
        return None
    return mention.phrase or Span(start=mention.start, end=mention.end, text=mention.text)
