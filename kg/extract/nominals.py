"""Events named by nouns: talks with Turkey, the Russian entry. What may go in: rules on nouns
that name what is done; positions of persons are in `titles`, places in `places`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.build import act_of_noun, extraction
from kg.extract.participants import participant, phrase_text
from kg.extract.reading import Reader, children, conjuncts, head_of_conjuncts
from kg.extract.scope import scope
from kg.extract.subjects import agents_of_noun, hyphenated, is_actor_word, subjects
from kg.extract.surfaces import clause_surface
from kg.extract.times import when
from kg.extract.verbs import is_passive
from kg.model import Extraction, Predicate, Surface
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS
from kg.ontology import Entry, Sense


def nominals(reader: Reader) -> Iterator[Extraction]:
    """Read the statements that event nouns make, in text order.

    Yields:
        "Russia's strikes on Aleppo", "talks between Iran and Turkey", "Russian-American talks",
        "Kerry held talks with Lavrov". Nothing where the text does not name both sides.
    """
    for noun in reader.tokens:
        if noun.pos_ in ("NOUN", "PROPN"):
            yield from _event(noun, reader)


def _senses(noun: Token, reader: Reader) -> tuple[Sense, ...]:
    entry = reader.noun(noun)
    if not entry.is_a("EventNoun") or reader.entity(noun) or _is_in_name(noun, reader):
        return ()
    return entry.senses


def _is_in_name(noun: Token, reader: Reader) -> bool:
    """The Committee on Foreign Investment: a word of a body's name, and nobody invests."""
    entity = reader.entities.get(noun.i)
    return entity is not None and entity.label_ in ("ORG", "FAC", "LAW", "WORK_OF_ART")


def carries_meaning(noun: Token, verb: Token, reader: Reader) -> bool:
    """Whether a verb only supports this noun: in "held talks with Turkey" the talks count."""
    supports = reader.verb(verb).is_a("SupportVerb")
    return supports and any(True for s in _senses(noun, reader) for _ in _targets(noun, s, verb))


def _degree_of(noun: Token, reader: Reader) -> Token | None:
    """Graduated *with a degree* in law from Leeds: verb and noun have one meaning together."""
    prep = noun.head
    verb = prep.head
    if noun.dep_ != "pobj" or prep.lower_ != "with" or verb.pos_ != "VERB":
        return None
    meant = {sense.reference for sense in reader.verb(verb).senses}
    return verb if meant & {sense.reference for sense in _senses(noun, reader)} else None


def _event(noun: Token, reader: Reader) -> Iterator[Extraction]:
    senses = _senses(noun, reader)
    if not senses or any(t.text == "?" for t in noun.sent[-3:]):
        return
    if noun.dep_ == "dobj" and idiom_with(noun.head, noun, reader) is not None:
        return  # the verb says it
    for sense in senses:
        verb = _supporting(noun, reader)
        pairs = list(_sides(noun, sense, verb, reader))
        if not pairs:
            continue
        state = reader.ontology.properties[sense.reference].event_type is None
        fact = scope(noun, reader, state=state)
        if fact.is_anonymous:
            continue
        for actor, target, marker in pairs:
            subject, goal = participant(actor, reader), participant(target, reader)
            if subject is None or goal is None or actor.i == target.i:
                continue
            yield extraction(
                reader=reader,
                anchor=noun,
                subject=subject,
                predicate=Predicate(
                    lemma=noun.lemma_.lower(),
                    pos="noun",
                    preposition=marker,
                    act=act_of_noun(noun, reader),
                ),
                object=goal,
                fact=fact,
                time=when(verb, reader) if verb is not None else None,
                rule="nominal.support" if verb is not None else "nominal.event",
                confidence=0.8 if verb is not None else 0.75,
                surface=_surface(noun, verb, actor, target, marker, reader),
            )
        return


def _surface(
    noun: Token, verb: Token | None, actor: Token, target: Token, marker: str, reader: Reader
) -> Surface:
    """The clause of the support verb; without one, the noun between the words for both sides."""
    if verb is not None:
        return clause_surface(verb, actor, noun, reader)
    return Surface(
        subject=phrase_text(actor, reader),
        relation=f"{noun.text} {marker}".strip(),
        arguments=(phrase_text(target, reader),),
    )


def idiom_with(verb: Token, noun: Token, reader: Reader) -> Entry | None:
    """The entry of a verb and its object noun that mean one thing together: take *part*."""
    entry = reader.verb_with(verb, noun.lemma_.lower())
    return entry if entry is not None and entry.is_a("Idiom") else None


def _supporting(noun: Token, reader: Reader) -> Token | None:
    """The support verb whose object the noun is: "held talks", "holds an M.A. and a doctorate"."""
    noun = head_of_conjuncts(noun)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and reader.verb(verb).is_a("SupportVerb"):
        return verb
    return _degree_of(noun, reader) or _lies(noun, reader)


def _lies(noun: Token, reader: Reader) -> Token | None:
    """Harlow's headquarters are in Leeds, or are located there: what the noun means by "in"."""
    verb = noun.head
    placed = verb.lemma_ == "be" or (reader.verb(verb).is_a("Stative") and is_passive(verb))
    if noun.dep_ not in SUBJECTS or not placed or children(verb, "attr", "acomp"):
        return None
    return verb if any(sense.marker for sense in _senses(noun, reader)) else None


def _sides(
    noun: Token, sense: Sense, verb: Token | None, reader: Reader
) -> Iterator[tuple[Token, Token, str]]:
    """Who and whom: (actor, target, marker)."""
    yield from ((a, b, sense.marker) for a, b in _between(noun, reader))
    actors = _actors(noun, verb, reader)
    for target in _targets(noun, sense, verb):
        for actor in actors:
            yield actor, target, sense.marker
    if sense.marker:
        for one in children(noun, "amod", "nmod", "compound"):
            if is_actor_word(one, reader):
                # "Russian-American talks"
                yield from (
                    (other, one, sense.marker)
                    for other in hyphenated(one, reader)
                    if one.ent_type_ == "NORP" or not _is_one_name(one, other, reader)
                )


def _is_one_name(one: Token, other: Token, reader: Reader) -> bool:
    """The Liberal-National coalition: two words, and one party."""
    entity = reader.entities.get(one.i)
    return entity is not None and entity.start <= other.i < entity.end


def _actors(noun: Token, verb: Token | None, reader: Reader) -> list[Token]:
    own = [t for t in agents_of_noun(noun, reader) if not _is_event_word(t, reader)]
    if own and noun.left_edge.i <= own[0].i <= noun.right_edge.i:
        return own
    if verb is not None and noun.dep_ in SUBJECTS:
        of = [p for p in children(noun, "prep") if p.lower_ == "of"]
        return [t for p in of for inner in children(p, "pobj") for t in conjuncts(inner)]
    # The subject of another verb than a support verb does not say who takes part.
    return subjects(verb, reader) if verb is not None else _with(noun)


def _is_event_word(token: Token, reader: Reader) -> bool:
    """A bachelor's degree, MA and PhD degrees: part of what the noun names, and nobody."""
    return any(reader.noun(t).is_a("EventNoun") for t in conjuncts(token))


def _with(noun: Token) -> list[Token]:
    """A company with its seat in Leeds: the company has it there."""
    prep = noun.head
    phrase = noun.dep_ == "pobj" and prep.lower_ == "with" and prep.i < noun.i
    return [prep.head] if phrase and prep.head.pos_ in ("NOUN", "PROPN") else []


def _between(noun: Token, reader: Reader) -> Iterator[tuple[Token, Token]]:
    """Talks between Iran and Turkey."""
    for prep in children(noun, "prep"):
        if prep.lower_ in ("between", "among"):
            sides = [t for inner in children(prep, "pobj") for t in conjuncts(inner)]
            for i, one in enumerate(sides):
                yield from ((one, other) for other in sides[i + 1 :])


def _targets(noun: Token, sense: Sense, verb: Token | None) -> list[Token]:
    """The object by the sense's preposition, "of" by default, also after a support verb.

    A strike on Monday is on no target.
    """
    marker = sense.marker or "of"
    heads = [noun] if verb is None else [noun, verb]
    found = [
        target
        for head in heads
        for prep in children(head, "prep", "dative")
        if prep.lower_ == marker
        for inner in children(prep, "pobj")
        for target in conjuncts(inner)
        if target.ent_type_ not in ("DATE", "TIME")
    ]
    return found
