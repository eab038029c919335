"""Participles that a parser took for main verbs, and main verbs that it took for participles.

What may go in: one small function for each kind of error. No content words.
"""

from __future__ import annotations

from kg.nlp.tokens import Token
from kg.nlp.tree import (
    NOUNS,
    SUBJECTS,
    VERBS,
    hang,
    is_bare_participle,
    is_finite,
    joins,
    opening_that,
    subject_label,
    take_place,
)

_CLAUSAL = ("with", "without", "about", "despite")  # prepositions that take "X doing Y"


def loose_participle(verb: Token) -> None:
    """Ann Lee (born 1950 in Leeds); Based in Leeds, Harlow left: they describe a noun or subject.

    A participle without subject or auxiliary is no clause beside another, and no preposition
    where a place follows its own.
    """
    if verb.tag_ != "VBN" or any(t.dep_ in (*SUBJECTS, "aux", "auxpass") for t in verb.children):
        return
    head = verb.head
    if verb.dep_ == "parataxis" and head.pos_ in NOUNS and head.i < verb.i:
        verb.dep_ = "acl"
    elif verb.dep_ == "prep" and head.pos_ in VERBS and verb.i == verb.sent.start:
        inside = [t for p in verb.children if p.dep_ == "prep" for t in p.children]
        if any(t.ent_type_ == "GPE" for t in inside):
            verb.dep_ = "advcl"


def main_behind_participle(main: Token) -> None:
    """The men held by rebels left; the firm, set up in 1984, left: they left, and nobody held.

    A participle is no main verb: one with a finite verb behind it tells of the subject, and what
    the finite verb took from a clause between is that clause's object.
    """
    verb = main.head
    if verb.i > main.i or not is_bare_participle(verb) or not is_finite(main):
        return
    opened = any(t.dep_ in ("mark", "cc") or t.tag_ == "WRB" for t in main.children)
    if opened or joins(verb, main):
        return
    own = [t for t in main.children if t.dep_ in SUBJECTS]
    subject = [t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i]
    taker = own[0].doc[own[0].left_edge.i - 1] if own and own[0].left_edge.i else None
    if not subject or (own and (taker is None or not _takes_object(taker, verb))):
        return
    if taker is not None and own:
        hang(own[0], taker, "dobj")
    _put_above(main, verb, subject[0])
    verb.tag_ = "VBN"


def main_taken_for_participle(verb: Token) -> None:
    """A train carrying troops derailed in Mali: the train did; a sentence has a main verb."""
    told = verb.head
    carrying = told.head
    noun = carrying.head
    bare = is_bare_participle(verb) and not any(t.dep_ == "agent" for t in verb.children)
    if not bare or told.dep_ != "dobj" or carrying.tag_ != "VBG" or carrying.dep_ != "acl":
        return
    if noun.dep_ not in ("ROOT", "dep") or noun.pos_ not in NOUNS or noun.i > carrying.i:
        return
    if verb.left_edge.i != told.i + 1 or any(is_finite(t) for t in noun.children):
        return
    take_place(verb, noun)
    if verb.dep_ == "dep":
        verb.dep_ = "ccomp"
    verb.tag_ = "VBD"
    noun.attach(verb, "nsubj")


def said_around_participle(clause: Token) -> None:
    """Reported, citing two aides, that Mali left: that it left is reported, and no aide did."""
    mark = opening_that(clause)
    if mark is None or not mark.i or mark.nbor(-1).text != ",":
        return
    beside = next((t for t in clause.ancestors if t.tag_ == "VBG" and t.dep_ == "advcl"), None)
    if beside is None or not beside.head.i < beside.i < mark.i:
        return
    main = beside.head
    told = any(t.dep_ in ("ccomp", "dobj") for t in main.children)
    if is_finite(main) and not told and main.nbor(1).text == ",":
        hang(clause, main, "ccomp")


def result_behind_gerund(verb: Token) -> None:
    """Convicted him of taking bribes, ending a long trial: the conviction ended it.

    Without "and", what stands behind the comma is no second deed.
    """
    deed = verb.head
    first = verb.left_edge
    if verb.tag_ != "VBG" or deed.dep_ != "pcomp" or not deed.i < first.i:
        return
    listed = any(t.dep_ == "cc" for one in (deed, verb) for t in one.children)
    main = deed.head.head if deed.head.head.pos_ == "VERB" else deed.head.head.head
    if first.nbor(-1).text == "," and not listed and is_finite(main) and main.i < deed.i:
        hang(verb, main, "advcl")


def _put_above(main: Token, verb: Token, subject: Token) -> None:
    """Let a verb below another take its place and its subject, which the other then describes.

    All stay in one sentence, though on the way there the tree has two roots.
    """
    take_place(main, verb)
    subject.attach(main, subject_label(main))
    verb.attach(subject, "acl")
    for mark in [t for t in verb.children if t.is_punct]:
        mark.attach(main)


def _takes_object(verb: Token, above: Token) -> bool:
    """Whether a verb below another lacks the object that stands behind it."""
    if verb.pos_ != "VERB" or not above.is_ancestor(verb):
        return False
    return not any(t.dep_ in ("dobj", "ccomp", "xcomp") for t in verb.children)


def described_subject(main: Token) -> None:
    """Disgraced lawyer Lee has left: the lawyer is disgraced, and nobody disgraced anything."""
    first = main.head
    if first.i != first.sent.start or first.dep_ != "ROOT" or first.tag_ not in ("VBD", "VBN"):
        return
    subject = next((t for t in main.children if t.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge.i != first.i + 1 or not is_finite(main):
        return
    others = [t for t in first.children if t.i != main.i and not t.is_punct]
    if others or any(t.dep_ == "det" for t in subject.children):
        return
    main.attach(main, "ROOT")
    first.tag_ = "VBN"
    for mark in first.children:
        mark.attach(main)
    first.attach(subject, "amod")


def participle_of_noun(verb: Token) -> None:
    """Aid to people marooned in their homes: the people are marooned, and aid is to them.

    A preposition has an object; the "subject" of a participle right behind one is that.
    """
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if subject is None or not subject.left_edge.i or not is_bare_participle(verb):
        return
    preposition = subject.doc[subject.left_edge.i - 1]
    if preposition.dep_ != "prep" or any(t.dep_ == "pobj" for t in preposition.children):
        return
    nearest = verb.nbor(-1)
    hang(subject, preposition, "pobj")
    hang(verb, nearest if nearest.pos_ in NOUNS else subject, "acl")


def subject_of_main(verb: Token) -> None:
    """The firm, set up in 1984, left: its subject is that of the main verb, which has none."""
    main = verb.head
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if subject is None or not is_bare_participle(verb) or not verb.i < main.i:
        return
    if not is_finite(main) or any(t.dep_ in (*SUBJECTS, "expl", "csubj") for t in main.children):
        return
    hang(subject, main, subject.dep_)
    hang(verb, subject, "acl")


def object_of_preposition_acts(verb: Token) -> None:
    """Ended with Sweden winning three points: with the winning, and Sweden wins."""
    noun = verb.nbor(-1) if verb.i else verb
    preposition = noun.head
    if verb.tag_ != "VBG" or noun.dep_ != "pobj" or preposition.lower_ not in _CLAUSAL:
        return
    if preposition.head.i == verb.head.i and verb.head.i < preposition.i:
        hang(verb, preposition, "pcomp")
        hang(noun, verb, "nsubj")
