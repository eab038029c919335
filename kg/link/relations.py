"""Predicates to relations of the ontology, or to new ones. What may go in: choosing a property."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Predicate, Relation
from kg.namespaces import relation_iri, relation_name
from kg.ontology import Ontology, Property, Sense

_GENERAL = ("Organization", "Place")  # classes that the language model gives without detail
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """A relation for a predicate; `inverse` tells that subject and object change places."""

    relation: Relation
    property: Property | None
    inverse: bool = False
    event_type: str | None = None


def map_predicate(
    predicate: Predicate, *, subject: str, object: str | None, ontology: Ontology
) -> Mapped | None:
    """Give the relation that a predicate stands for between two classes.

    Args:
        predicate: lemma, particle, preposition and voice.
        subject: class of the grammatical subject; `object` that of the object, if there is one.
        ontology: its lexicon and properties.

    Returns:
        The canonical relation whose conditions hold; a relation named after the verb when the
        lexicon has no sense for it; None when it has one and domain or range forbid it.
    """
    mapped = _mapped(predicate, subject, object, ontology)
    act = _act_type(predicate, ontology)
    return replace(mapped, event_type=act) if mapped is not None and act else mapped


def _act_type(predicate: Predicate, ontology: Ontology) -> str | None:
    """Who threatens to ban something threatens: the event is the threat."""
    senses = ontology.word(predicate.act, "verb").senses if predicate.act else ()
    kinds = (ontology.properties[sense.reference].event_type for sense in senses)
    return next((kind for kind in kinds if kind), None)


def _mapped(
    predicate: Predicate, subject: str, object: str | None, ontology: Ontology
) -> Mapped | None:
    senses = sorted(_senses(predicate, ontology), key=_specific_first)
    fitting = [s for s in senses if _fits(s, subject, object, predicate, ontology)]
    if predicate.passive:
        return _passive(predicate, fitting, ontology)
    if fitting:
        return _canonical(predicate, fitting[0], ontology)
    if predicate.pos in ("noun", "pattern") or (senses and _is_idiom(predicate, ontology)):
        return None
    name = relation_name(minted_label(predicate))
    if name in ontology.properties:
        own = Sense(reference=name)
        if not _fits(own, subject, object, predicate, ontology):
            return None
        return _canonical(predicate, own, ontology)
    return Mapped(
        relation=Relation(id=relation_iri(name), label=minted_label(predicate)), property=None
    )


def _is_idiom(predicate: Predicate, ontology: Ontology) -> bool:
    """Whether verb and noun mean one thing together, which a name of the verb would not tell."""
    return ontology.word(f"{predicate.lemma} {predicate.particle}", "verb").is_a("Idiom")


def _senses(predicate: Predicate, ontology: Ontology) -> Iterator[Sense]:
    """The senses of the word whose marker is the predicate's preposition."""
    lemmas = [predicate.lemma]
    if predicate.particle and predicate.pos == "verb":
        # a particle verb, or an idiom with its noun: "carry out", "take part"
        lemmas = [f"{predicate.lemma} {predicate.particle}"]
    for lemma in lemmas:
        for sense in ontology.word(lemma, predicate.pos).senses:
            if sense.marker == predicate.preposition:
                yield sense


def _specific_first(sense: Sense) -> int:
    return -((sense.subject_type is not None) + (sense.object_type is not None))


def _fits(
    sense: Sense, subject: str, object: str | None, predicate: Predicate, ontology: Ontology
) -> bool:
    """Whether classes satisfy the sense's conditions and the relation's domain and range."""
    # What a title asks for is told by the title: "founder of Zanoma" founded something like a firm.
    holds = _may_be if predicate.pos == "noun" else _is
    if not holds(subject, sense.subject_type, ontology):
        return False
    if not holds(object, sense.object_type, ontology):
        return False
    found = ontology.properties[_reference(predicate, sense, ontology)]
    ends = (object, subject) if sense.inverse else (subject, object)
    return _may_be(ends[0], found.domain, ontology) and _may_be(ends[1], found.range, ontology)


def _is(kind: str | None, wanted: str | None, ontology: Ontology) -> bool:
    """Whether a condition of a sense holds; of an unknown class it does not.

    An organisation of no known sort may be the newspaper that is asked for.
    """
    if wanted is None or kind is None:
        return wanted is None
    return ontology.is_a(kind, wanted) or (kind in _GENERAL and ontology.is_a(wanted, kind))


def _may_be(kind: str | None, wanted: str | None, ontology: Ontology) -> bool:
    """Whether something of class `kind` can be a `wanted`; an unknown class can be anything."""
    if kind is None or wanted is None or kind in ("Entity", "Value"):
        return True
    return ontology.is_a(kind, wanted) or ontology.is_a(wanted, kind)


def _reference(predicate: Predicate, sense: Sense, ontology: Ontology) -> str:
    """The property of a sense; of former holders and deputies another one."""
    status, name = predicate.particle.split(), sense.reference
    if "subordinate" in status:
        name = ontology.properties[name].deputy or name
    if "former" in status:
        name = ontology.properties[name].former or name
    return name


def _canonical(predicate: Predicate, sense: Sense, ontology: Ontology) -> Mapped:
    found = ontology.properties[_reference(predicate, sense, ontology)]
    return Mapped(
        relation=Relation(id=relation_iri(found.name), label=found.label),
        property=found,
        inverse=sense.inverse,
        event_type=found.event_type,
    )


def _passive(predicate: Predicate, fitting: list[Sense], ontology: Ontology) -> Mapped:
    """A passive without agent: "was arrested", of the event type of "arrests".

    A stative participle keeps the relation that its preposition marks: "based in".
    """
    if fitting and ontology.word(predicate.lemma, "verb").is_a("Stative"):
        return _canonical(predicate, fitting[0], ontology)
    label = " ".join(
        part for part in ("was", predicate.form, predicate.particle, predicate.preposition) if part
    )
    direct = ontology.word(predicate.lemma, "verb").senses or tuple(fitting)
    kinds = [ontology.properties[s.reference].event_type for s in direct]
    name = relation_name(label)
    return Mapped(
        relation=Relation(id=relation_iri(name), label=label),
        property=ontology.properties.get(name),
        event_type=next((k for k in kinds if k), None),
    )


def minted_label(predicate: Predicate) -> str:
    """Name a relation after its verb or adjective.

    Example:
        >>> minted_label(Predicate(lemma="battle", pos="verb", preposition="in"))
        'battles in'
        >>> minted_label(Predicate(lemma="suspicious", pos="adjective", preposition="of"))
        'is suspicious of'
    """
    if predicate.pos == "adjective":
        words = ["is", predicate.lemma, predicate.preposition]
    else:
        words = [third_person(predicate.lemma), predicate.particle, predicate.preposition]
    return " ".join(word for word in words if word)


def third_person(lemma: str) -> str:
    """Inflect a verb for the third person singular.

    Example:
        >>> third_person("carry"), third_person("launch"), third_person("have")
        ('carries', 'launches', 'has')
    """
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"
