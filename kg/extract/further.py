"""What a clause tells besides: studied law at Harlow, Ann and Bob married. What may go in:
statements that follow from another extraction's arguments and the lexicon alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Extraction
from kg.ontology import Ontology


def further(extractions: Iterable[Extraction], *, ontology: Ontology) -> Iterator[Extraction]:
    """Give what clauses tell besides, by their arguments.

    Args:
        extractions: those of one paragraph.
        ontology: its lexicon.

    Yields:
        The statement of a marked phrase of a verb that tells twice; that who does something with
        somebody is not alone; of two who do something mutual without an object, that they do it
        to each other.
    """
    waiting: list[Extraction] = []
    for one in list(extractions):
        if one.predicate.pos != "verb" or not one.rule.startswith("clause."):
            continue
        yield from _marked(one, ontology)
        yield from _joint(one, ontology)
        if one.object is None and _is_mutual(one, ontology):
            yield from (_mutual(other, one) for other in waiting if _is_joined(other, one))
            waiting.append(one)


def _marked(one: Extraction, ontology: Ontology) -> Iterator[Extraction]:
    """Studied law *at Harlow*; worked at Harlow and *for Kestrel*."""
    entry = ontology.word(one.predicate.lemma, "verb")
    markers = {sense.marker for sense in entry.senses if sense.marker}
    if not entry.is_a("Telling"):
        return
    for name, place in one.roles:
        if name in markers - {one.predicate.preposition}:
            rest = tuple(role for role in one.roles if role != (name, place))
            yield replace(
                one,
                predicate=replace(one.predicate, preposition=name),
                object=place,
                roles=rest,
                rule="clause.marked",
            )


def _joint(one: Extraction, ontology: Ontology) -> Iterator[Extraction]:
    """Founded it *with Ann Lee*: she founded it too."""
    if not ontology.word(one.predicate.lemma, "verb").is_a("Joint") or one.predicate.passive:
        return
    for name, partner in one.roles:
        if name.endswith("with") and partner.kind == "name" and partner.type == "Person":
            rest = tuple(role for role in one.roles if role[1] is not partner)
            yield replace(one, subject=partner, roles=rest, rule="clause.joint", confidence=0.75)


def _mutual(first: Extraction, second: Extraction) -> Extraction:
    """Ann and Bob married."""
    return replace(first, object=second.subject, rule="clause.mutual", confidence=0.75)


def _is_joined(first: Extraction, second: Extraction) -> bool:
    """Whether two clauses are one with both subjects, and nothing but "and" between these."""
    start = first.sentence.start
    between = first.sentence.text[first.subject.end - start : second.subject.start - start]
    same = (first.predicate, first.sentence, first.polarity, first.modality, first.source)
    others = (second.predicate, second.sentence, second.polarity, second.modality, second.source)
    return between.strip() == "and" and same == others


def _is_mutual(one: Extraction, ontology: Ontology) -> bool:
    """Whether a verb means something that two do to each other, and this one of them is named."""
    senses = ontology.word(one.predicate.lemma, "verb").senses
    mutual = any(ontology.properties[sense.reference].symmetric for sense in senses)
    return mutual and one.subject.kind == "name"
