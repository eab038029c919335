"""Relatives and parent companies whose owner stands further off: with her husband John and son Ed;
with their children, Ann and Bob; for parent company Harlow. What may go in: rules that find whose
they are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.mentions import named
from kg.extract.participants import participant
from kg.extract.positions import Holder, Owner, Title, held, title_at
from kg.extract.reading import Reader, children, clause_of
from kg.extract.scope import narrated
from kg.extract.subjects import subjects
from kg.model import Extraction, Mention
from kg.nlp.tokens import Token, Tokens
from kg.nlp.tree import SUBJECTS

_MARKS = (",", ":", "(", "–", "—")


def families(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """Read the names behind a plural noun for relatives.

    Args:
        noun: "children" in "with their three children, Ann, Bob and Carl".
        reader: the paragraph.

    Yields:
        Of each person named right behind, whose child she is.
    """
    title, owners = title_at(noun, reader), _owners_of(noun, reader)
    if title is None or not owners:
        return
    fact = narrated(noun, reader)
    for name in _names_behind(noun, reader):
        holder = Holder(named(name, reader), fact, "title.kin")
        yield from held(title, owners, holder, reader)


def _names_behind(noun: Token, reader: Reader) -> Iterator[Tokens]:
    """The people listed right behind a noun and a comma or colon, each behind the one before."""
    doc, i = reader.doc, noun.i + 1
    if i >= len(doc) or doc[i].text not in _MARKS:
        return
    while i < noun.sent.end:
        while i < noun.sent.end and (doc[i].text in _MARKS or doc[i].lower_ == "and"):
            i += 1
        name = reader.entities.get(i)
        if name is None or name.label_ != "PERSON" or name.start != i:
            return
        closed = name.end < len(doc) and (doc[name.end].is_punct or doc[name.end].lower_ == "and")
        if not closed:
            return  # "their children, and Ann Lee came"
        yield name
        i = name.end


def _owners_of(noun: Token, reader: Reader) -> list[Owner]:
    """Whose relatives they are: a possessor's; "their" are those of both subjects."""
    owners: list[Token] = []
    for one in children(noun, "poss"):
        owners += _both(one, reader) or [one]
    found = [participant(one, reader) for one in owners]
    return [Owner("", one) for one in found if one is not None]


def _both(pronoun: Token, reader: Reader) -> list[Token]:
    """Ann and her husband Bob live with *their* children: Ann's and Bob's."""
    verb = clause_of(pronoun)
    if pronoun.tag_ != "PRP$" or pronoun.lower_ != "their" or verb is None or pronoun.i < verb.i:
        return []
    found = subjects(verb, reader)
    people = [m for t in found if (m := participant(t, reader)) and _is_person(m)]
    return found if len(found) == len(people) == 2 else []


def _is_person(one: Mention) -> bool:
    return one.type == "Person" or (one.kind == "pronoun" and one.head in ("he", "she"))


def shared_owners(title: Title, reader: Reader) -> list[Owner]:
    """Give whose a relative or parent company is that has no possessor of its own before its name.

    "with her husband John and son Peter", "money for parent company Harlow", "lives with wife Ann".
    """
    noun, first = title.tokens[-1], title.tokens[0]
    if not noun.is_lower or noun.tag_ != "NN" or first.i == first.sent.start:
        return []
    before = first.nbor(-1)
    if title.entry.is_a("Kinship") and before.lower_ == "and":
        return _of_relative_before(first, reader)
    tie = title.entry.is_a("Kinship") or title.entry.is_a("Relational")
    if not tie or before.pos_ not in ("ADP", "VERB"):
        return []
    verb = clause_of(noun)
    found = subjects(verb, reader) if verb is not None else []
    owner = participant(found[0], reader) if len(found) == 1 else None
    wanted = "Person" if title.entry.is_a("Kinship") else "Organization"
    if owner is None or not reader.ontology.is_a(owner.type, wanted):
        return []
    return [Owner("", owner)]


def _of_relative_before(token: Token, reader: Reader) -> list[Owner]:
    """Her husband John *and son* Peter: the possessor of the relative just before."""
    name = reader.entities.get(token.i - 2)
    if name is not None and name.label_ == "PERSON" and name.root.dep_ in SUBJECTS:
        return [Owner("", named(name, reader))]  # "Tom Berg and wife Ann"
    for i in range(token.i - 1, token.sent.start, -1):
        one = reader.doc[i]
        if one.pos_ == "NOUN":
            return _owners_of(one, reader) if reader.noun(one).is_a("Kinship") else []
        if one.pos_ not in ("PROPN", "CCONJ", "PUNCT"):
            return []
    return []
