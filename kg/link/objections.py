"""Why an extraction becomes no statement. What may go in: the checks, each with its reason code
(`kg.model.REASONS`)."""

from __future__ import annotations

from kg.link.ends import Context, Ends
from kg.link.entities import Linked
from kg.link.relations import Mapped
from kg.model import Entity, Extraction, Mention, Value

_CONCRETE = ("Agent", "Place", "Equipment", "Money")
_OWN = ("his", "her", "its", "their", "both")


def objection(one: Extraction, ends: Ends, mapped: Mapped | None, context: Context) -> str | None:
    """Why an extraction is no statement; None when nothing speaks against it."""
    if mapped is None:
        return "domain or range"
    if _says_nothing(one, context) or (mapped.property is None and _is_empty(one, ends, context)):
        return "empty argument"
    if not _says_something(one, ends, context):
        return "nobody and nothing in particular"
    if isinstance(ends.target, Entity) and ends.target.id == ends.subject.entity.id:
        return "subject is object"
    if one.rule == "place.chain" and _is_one_name(one, ends):
        return "subject is object"
    if one.rule == "place.chain" and not _lies_in(ends.subject.entity, ends.target, context):
        return "contradicts knowledge base"
    return None


def _is_one_name(one: Extraction, ends: Ends) -> bool:
    """Washington, D.C.: both parts are the name of one place."""
    parts = (one.subject.text, getattr(one.object, "text", ""))
    return ends.subject.entity.label == ", ".join(parts)


def _says_something(one: Extraction, ends: Ends, context: Context) -> bool:
    """Whether somebody or something concrete takes part: "pressure creates problems" has nobody."""
    mentions = [one.subject, one.object, *(mention for _, mention in one.roles)]
    if _points_back(one.subject, ends.subject) and _adds_nothing(one.object, ends.object):
        return False  # "the party backs the idea": which party, which idea?
    if any(isinstance(m, Mention) and context.linker.names_within(m) for m in mentions):
        return True
    kinds = [e.type for e in (ends.subject.entity, ends.target) if isinstance(e, Entity)]
    return any(context.ontology.is_a(kind, wanted) for kind in kinds for wanted in _CONCRETE)


def _points_back(mention: Mention, linked: Linked, *, bare: bool = False) -> bool:
    """Whether words only point at something told elsewhere, and nothing tells at what."""
    plain = mention.kind == "nominal" and not mention.modifiers and not mention.restricted
    alone = plain and mention.amount is None and not linked.entity.named
    first = mention.phrase.text.split()[0].lower() if mention.phrase else ""
    definite = mention.definite or first in _OWN
    return alone and not mention.plural and (definite or bare)


def _adds_nothing(target: Mention | Value | None, linked: Linked | None) -> bool:
    """Whether an object is not there, or a bare noun."""
    if linked is None or not isinstance(target, Mention):
        return target is None
    return _points_back(target, linked, bare=True)


def _says_nothing(one: Extraction, context: Context) -> bool:
    """Whether somebody says, and not what: "says"."""
    speaks = context.ontology.word(one.predicate.lemma, "verb").is_a("Attributing")
    return speaks and one.object is None and not one.predicate.passive


def _is_empty(one: Extraction, ends: Ends, context: Context) -> bool:
    """Whether a verb says nothing with what it has here.

    "Was arrested" does, as the lexicon knows it; "defines" does not. "Puts Sweden", of a light
    verb, needs a phrase ("puts Sweden under pressure").
    """
    words = f"{one.predicate.lemma} {one.predicate.particle}".strip()
    entry = context.ontology.word(words, "verb")
    if ends.target is None:
        return not entry.senses
    return entry.is_a("Light") and not one.predicate.preposition and not one.roles


def _lies_in(inner: Entity, outer: Entity | Value | None, context: Context) -> bool:
    """Whether the knowledge base lets one place lie in the other; unknown places may."""
    prefix = f"{context.base}entity/"
    keys = [e.id.removeprefix(prefix) for e in (inner, outer) if isinstance(e, Entity)]
    if len(keys) < 2 or any(key not in context.knowledge for key in keys):
        return True
    record = context.knowledge.record(keys[0])
    return keys[1] in (*record.within, record.country)
