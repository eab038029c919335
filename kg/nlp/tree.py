"""A dependency tree taken apart: what its words are, and hanging one elsewhere.

What may go in: what the repairs of nouns, clauses and relative clauses share.
Labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.nlp.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
NOUNS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
OBJECTS = ("dobj", "pobj")
FINITE = ("VBD", "VBZ", "VBP")


def hang(token: Token, head: Token, label: str) -> None:
    """Hang a word elsewhere; never below itself, never in another sentence."""
    if head.sent.start == token.sent.start and head.i != token.i:
        token.attach(head, label)


def take_place(word: Token, other: Token) -> None:
    """Hang a word where another hangs, by its label; a root's place is that of a root."""
    word.attach(word if other.dep_ == "ROOT" else other.head, other.dep_)


def group(verb: Token) -> Iterator[Token]:
    """A verb and its auxiliaries."""
    yield verb
    yield from (t for t in verb.children if t.dep_ in ("aux", "auxpass"))


def subject_label(verb: Token) -> str:
    """The label of a subject of a verb, by its voice."""
    return "nsubjpass" if any(t.dep_ == "auxpass" for t in verb.children) else "nsubj"


def opening_that(clause: Token) -> Token | None:
    """The "that" which opens a clause."""
    marks = (t for t in clause.children if t.dep_ == "mark" and t.lower_ == "that")
    return next(marks, None)


def is_finite(verb: Token) -> bool:
    """Whether a verb group has tense, and so needs a subject."""
    return verb.pos_ in VERBS and any(t.tag_ in (*FINITE, "MD") for t in group(verb))


def is_bare_participle(verb: Token) -> bool:
    """Whether a verb can only be a participle: no auxiliary, and tagged one or with an agent."""
    if verb.pos_ != "VERB" or any(t.dep_ in ("aux", "auxpass") for t in verb.children):
        return False
    done_by = any(t.dep_ == "agent" for t in verb.children)
    return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and done_by)


def joins(first: Token, second: Token) -> bool:
    """Whether "and" stands between two verbs that are coordinated."""
    return any(t.dep_ == "cc" and first.i < t.i < second.i for t in first.children)
