"""Names, pronouns and people in an article, whether a statement uses them or not.

What may go in: finding them, and what grammar tells coreference of each.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.factuality import factuality
from kg.extract.mentions import mention, named
from kg.extract.noun_phrases import noun_class
from kg.extract.participants import participant
from kg.extract.reading import Reader, children, clause_of, head_of_conjuncts
from kg.extract.subjects import subjects
from kg.model import Mention, Reference, Role
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS

_ROLES: dict[str, Role] = {
    "dobj": "object",
    "dative": "object",
    "attr": "object",
    "poss": "owner",
}
_SPOKEN = ("PRP", "PRP$")


def references(reader: Reader) -> Iterator[Reference]:
    """Give the names, pronouns and people of a paragraph.

    Args:
        reader: the paragraph, its speakers known.

    Yields:
        References in text order, but of sentences too long to be read; people are those that a
        common noun of the lexicon names.
    """
    for token in reader.tokens:
        entity = reader.entity(token)
        if entity is not None:
            yield _reference(named(entity, reader), token, reader)
        else:
            found = _without_name(token, reader)
            if found is not None:
                yield _reference(found, token, reader)


def _without_name(token: Token, reader: Reader) -> Mention | None:
    """A pronoun, or a noun for somebody whom no name beside it names."""
    if token.tag_ in _SPOKEN:
        return mention(token, reader)
    if token.pos_ != "NOUN" or not _is_person(token, reader):
        return None
    found = participant(token, reader)
    return found if found is not None and found.kind == "nominal" else None


def _is_person(token: Token, reader: Reader) -> bool:
    return token.dep_ != "compound" and noun_class(token, reader) == "Person"


def _reference(found: Mention, token: Token, reader: Reader) -> Reference:
    clause = clause_of(token)
    pronoun = found.kind == "pronoun"
    quoted = token.i in reader.quoted
    return Reference(
        mention=found,
        role=_role(token, reader),
        sentence=reader.start + token.sent.start_char,
        paragraph=reader.start,
        clause=reader.start + clause.idx if clause is not None else -1,
        quoted=quoted,
        opens=pronoun and clause is not None and _opens(token, clause, reader),
        actors=tuple(_actors(clause, reader)) if pronoun and clause is not None else (),
        settled=_settled(found, token, reader) if pronoun else None,
        speaker=_speaker(clause, reader) if pronoun and quoted else None,
    )


def _role(token: Token, reader: Reader) -> Role:
    token = head_of_conjuncts(token)
    if token.dep_ == "appos":
        token = head_of_conjuncts(token.head)
    if token.dep_ in SUBJECTS:
        return "subject"
    if token.dep_ == "pobj" and reader.ontology.is_locative(token.head.lower_):
        return "place"
    return _ROLES.get(token.dep_, "other")


def _actors(clause: Token, reader: Reader) -> Iterator[int]:
    """Erdogan, in "Erdogan thanked Putin and referred to him": he is not referred to."""
    yield from (reader.start + token.idx for token in subjects(clause, reader))


def _opens(token: Token, clause: Token, reader: Reader) -> bool:
    """Whether a pronoun is the subject at the head of a sentence, and stands for something.

    In "It is clear that Iran left" and "It took years to build" it stands for the clause, in "It
    was the first time" for what happened.
    """
    if reader.verb(clause).is_a("Copular"):
        return False
    empty = children(clause, "ccomp", "csubj", "xcomp", "acomp", "advcl", "expl")
    first = all(t.is_punct or t.is_space for t in token.sent if t.i < token.i)
    return first and token.dep_ in SUBJECTS and clause.dep_ == "ROOT" and not empty


def _settled(found: Mention, token: Token, reader: Reader) -> Mention | None:
    """What grammar alone makes of a pronoun: "Iran said *it* would leave"."""
    other = participant(token, reader)
    return None if other is None or other.kind == "pronoun" else other


def _speaker(clause: Token | None, reader: Reader) -> Mention | None:
    source = factuality(clause, reader).source if clause is not None else None
    return source.mention if source is not None else None
