"""Puts an extraction together from its parts. What may go in: the assembly all extractors share."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.markers import Factuality
from kg.extract.reading import Reader
from kg.extract.times import claimed
from kg.model import Extraction, Mention, Predicate, Surface, Time, Value
from kg.nlp.tokens import Token

_FIRST = ("i", "me", "my")


def extraction(
    *,
    reader: Reader,
    anchor: Token,
    subject: Mention,
    predicate: Predicate,
    object: Mention | Value | None,
    fact: Factuality,
    rule: str,
    confidence: float,
    roles: Iterable[tuple[str, Mention]] = (),
    time: Time | None = None,
    surface: Surface | None = None,
) -> Extraction:
    """Make the extraction that a rule read at a token.

    Args:
        reader: the paragraph.
        anchor: the verb or noun that the statement hangs on; gives the sentence.
        subject: who; `predicate` and `object`: does what to whom.
        fact: polarity, modality and source of the clause.
        rule: the rule's name, as "clause.active".
        confidence: between 0 and 1.
        roles: further arguments by their preposition.
        time: when it happens.
        surface: the open tuple in the text's words.
    """
    first_person = fact.source.mention if fact.source else None
    return Extraction(
        article=reader.article.id,
        subject=_speaking(subject, first_person),
        predicate=predicate,
        object=_speaking(object, first_person) if isinstance(object, Mention) else object,
        roles=tuple(roles),
        time=time,
        polarity=fact.polarity,
        modality=fact.modality,
        source=fact.source,
        claimed=claimed(fact, reader),
        rule=rule,
        sentence=reader.sentence(anchor),
        surface=surface,
        confidence=confidence,
    )


def located(
    subject: Mention, place: Mention, anchor: Token, fact: Factuality, reader: Reader, *, rule: str
) -> Extraction:
    """The extraction that something lies in a place."""
    return extraction(
        reader=reader,
        anchor=anchor,
        subject=subject,
        predicate=Predicate(lemma="lie", pos="pattern", preposition="in"),
        object=place,
        fact=fact,
        rule=rule,
        confidence=0.8,
    )


def _speaking(found: Mention, speaker: Mention | None) -> Mention:
    """The I of a quote is its speaker; the words keep their place."""
    if found.kind == "pronoun" and found.head in _FIRST and speaker is not None:
        return speaker
    return found


def act_of(verb: Token, reader: Reader) -> str:
    """The verb that makes a clause a threat, promise, demand or refusal, by its lemma."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ == "VERB":
        return act_of(head, reader)
    if verb.dep_ not in ("xcomp", "ccomp", "pcomp"):
        return ""
    return _act(head.head if verb.dep_ == "pcomp" else head, reader)


def act_of_noun(noun: Token, reader: Reader) -> str:
    """The verb that makes an event a threat or promise: "promised aid to Mozambique"."""
    return _act(noun.head, reader) if noun.dep_ == "dobj" else ""


def _act(governor: Token, reader: Reader) -> str:
    entry = reader.verb(governor) if governor.pos_ == "VERB" else None
    if entry is None or entry.complement_modality in ("actual", None):
        return entry.lemma if entry and entry.complement_polarity else ""
    return entry.lemma
