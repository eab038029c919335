"""The further arguments of a clause by their prepositions. What may go in: finding them around the
verb, and leaving out what is none of its arguments."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import ADJUNCTS, phrase, prepositional
from kg.extract.clause_forms import is_distance
from kg.extract.factuality import factuality
from kg.extract.markers import tells_none
from kg.extract.participants import participant
from kg.extract.reading import Reader, children, conjuncts
from kg.extract.subjects import antecedent_of
from kg.extract.times import raised
from kg.extract.verbs import is_passive, recipients
from kg.model import Mention
from kg.nlp.tokens import Token

_OBJECT_ROLES = frozenset("in at on against with for to from by between among into".split())
_WEAK = ("of", "by")  # no object of a verb that the lexicon does not know with it
Role = tuple[str, Token]


def argument(verb: Token, roles: list[Role], reader: Reader) -> Role | None:
    """The prepositional phrase that is the verb's object: one the lexicon knows, else the first."""
    markers = {sense.marker for sense in reader.verb(verb).senses}
    # "With the signing of a treaty, they agreed" does not agree with the signing
    near = [role for role in roles if role[1].i > verb.i or role[0] != "with"]
    spans = children(verb, "dobj", "npadvmod") if reader.verb(verb).is_a("Changing") else []
    if any(reader.is_time(t) for t in spans):
        return None  # "ends eight years in power" ends nothing in power
    known = [role for role in near if role[0] in markers]
    plain = [role for role in near if role[0] not in _WEAK]
    plain = [role for role in plain if role[0].split()[0] not in ADJUNCTS]
    behind = [role for role in plain if role[1].i > verb.i]  # "In a game, he fell down a hole"
    return next(iter(known or behind or plain), None)


def roles_of_verb(verb: Token, reader: Reader) -> list[Role]:
    """The prepositional arguments that are no times; a recipient ("gave Iran arms") is "to"."""
    found: list[Role] = []
    given = [] if reader.verb(verb).is_a("Charging") else recipients(verb)
    if any(t.tag_ in ("WDT", "WP") for t in given):
        given = children(verb, "dobj")  # "the prize which they gave Mali"
    found += [("to", noun) for child in given for noun in conjuncts(child)]
    found += list(prepositional(verb))
    found += list(_roles_on_names(verb, reader))
    found += list(_roles_on_company(verb, reader))
    found += list(_raised_roles(verb, reader))
    found += list(_fronted_relative(verb))
    return [
        (name, noun)
        for name, noun in found
        if not reader.is_time(noun) and not _belongs_elsewhere(name, noun, verb, reader)
    ]


def _belongs_elsewhere(name: str, noun: Token, verb: Token, reader: Reader) -> bool:
    """Whether a phrase is none of the verb's, whatever the parser hung it on.

    An active verb has no agent behind "by" ("banned from worshipping by the ministry"), and takes
    "of" only where the lexicon says so. What was said "in a statement" is no part of what it says.
    "For example" is no argument at all.
    """
    if is_distance(noun):
        return True  # "came from a set down"
    after = noun.head.nbor(1) if noun.dep_ == "pobj" else noun  # "by *far* the biggest"
    for word in (noun.lemma_.lower(), after.lower_):
        if reader.ontology.word(f"{name} {word}", "adverb").is_a("Connective"):
            return True
    speech = reader.noun(noun).is_a("Speech") and not reader.verb(verb).is_a("Attributing")
    if speech and name in ("in", "during", "on") and factuality(verb, reader).source is not None:
        return True
    if reader.ontology.word(name, "preposition").is_a("Attributing"):
        return True
    if name == "of":
        return all(sense.marker != "of" for sense in reader.verb(verb).senses)
    acts = noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    return name == "by" and acts and not is_passive(verb)


def _roles_on_names(verb: Token, reader: Reader) -> Iterator[Role]:
    """Met Putin in St. Petersburg: a person's name takes no place, so the verb does."""
    for noun in children(verb, "dobj"):
        for one in conjuncts(noun):
            if one.ent_type_ == "PERSON":
                yield from prepositional(one)


def _roles_on_company(verb: Token, reader: Reader) -> Iterator[Role]:
    """Lives with her husband and two sons in Leeds: so it is she who lives in Leeds."""
    known = {sense.marker for sense in reader.verb(verb).senses}
    for prep in children(verb, "prep"):
        for noun in children(prep, "pobj") if prep.lower_ == "with" else ():
            for one in conjuncts(noun):
                if reader.noun(one).is_a("Kinship") or one.ent_type_ == "PERSON":
                    yield from (role for role in prepositional(one) if role[0] in known)


def roles_of_object(noun: Token, reader: Reader) -> Iterator[Role]:
    """Suspended an aid program for Bosnia: what narrows down the object takes part too."""
    if noun.pos_ != "NOUN":
        return
    for name, inner in prepositional(noun):
        if name in _OBJECT_ROLES and not reader.is_time(inner):
            yield name, inner


def _raised_roles(verb: Token, reader: Reader) -> Iterator[Role]:
    """What follows a time inside a stative participle belongs to the clause: see `raised`."""
    for noun in children(verb, "dobj"):
        for token in noun.subtree:
            if token.dep_ != "acl" or raised(token, reader) != verb:
                continue
            preps = children(token, "prep")
            timed = [i for i, p in enumerate(preps) if any(reader.is_time(t) for t in p.children)]
            for prep in preps[timed[0] + 1 :] if timed else []:
                yield from phrase(prep)


def _fronted_relative(verb: Token) -> Iterator[Role]:
    """The country from which they fled; the town where he was born."""
    if verb.dep_ != "relcl":
        return
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ == "where":
            yield "in", antecedent_of(verb)
        if child.dep_ == "prep" and any(t.tag_ in ("WDT", "WP") for t in children(child, "pobj")):
            yield child.lower_, antecedent_of(verb)


def role_mentions(roles: list[Role], reader: Reader) -> Iterator[tuple[str, Mention]]:
    for name, noun in roles:
        found = participant(noun, reader)
        attributes = reader.ontology.word(name, "preposition").is_a("Attributing")
        adjunct = attributes or name.split()[0] in ADJUNCTS
        none = tells_none(noun, reader)  # "fled with no money"
        if found is not None and found.kind != "pronoun" and not adjunct and not none:
            yield name, found
