"""Relative clauses that a parser hung on the wrong noun, or that are none.

What may go in: one small function for each kind of error. No content words.
"""

from __future__ import annotations

from kg.nlp.tokens import Token
from kg.nlp.tree import (
    FINITE,
    NOUNS,
    OBJECTS,
    SUBJECTS,
    VERBS,
    group,
    hang,
    is_bare_participle,
    joins,
    subject_label,
)

# Prepositions that open what a verb asks for; "with", "after" as often end the relative clause.
_OF_MAIN = ("to", "for", "from", "against", "of", "into", "onto", "over", "as")


def hidden_relative(verb: Token) -> None:
    """Left Mali, a move Oslo called unwise: Oslo called the move that.

    A clause right behind a noun, without "and", comma or pronoun, tells of the noun.
    """
    subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
    if subject is None or verb.dep_ != "conj" or joins(verb.head, verb):
        return
    noun = subject.left_edge.nbor(-1) if subject.left_edge.i else subject
    if noun.pos_ != "NOUN" or noun.i <= verb.head.i:
        return
    hang(verb, noun, "relcl")
    for told in [t for t in verb.children if t.dep_ == "dobj"]:
        told.dep_ = "oprd"


def disagreeing_relative(verb: Token) -> None:
    """Photographs to Macedonia, which *is* preparing: Macedonia is.

    The relative pronoun's verb agrees in number with what the clause tells of.
    """
    pronoun = _relative_subject(verb)
    if pronoun is None or not _disagree(verb, verb.head):
        return
    nearest = _word_before(pronoun)
    if nearest.pos_ in NOUNS and nearest.i != verb.head.i and not _disagree(verb, nearest):
        hang(verb, nearest, "relcl")
        return
    if verb.head.ent_type_ or pronoun.nbor(-1).text == ",":
        return
    for above in verb.head.ancestors:  # "an inquiry into deals by firms that covers Mali"
        if above.pos_ in VERBS and above.dep_ not in ("acl", "relcl"):
            return
        if above.pos_ in NOUNS and not _disagree(verb, above):
            hang(verb, above, "relcl")
            return


def relative_behind_name(verb: Token) -> None:
    """He is the head of Harlow, which lies in Leeds: Harlow does.

    "Which" right behind a name tells of the name, not of a noun that says what somebody is.
    """
    pronoun = _relative_subject(verb)
    if pronoun is None or pronoun.lower_ != "which":
        return
    nearest = _word_before(pronoun)
    inside = nearest.pos_ == "PROPN" and nearest.dep_ == "pobj" and nearest.head.head == verb.head
    if inside and verb.head.pos_ == "NOUN" and nearest.head.lower_ == "of":
        hang(verb, nearest, "relcl")


def said_at_the_end(verb: Token) -> None:
    """He has ties with Togo, the state agency APT reported: the agency did, nobody reported ties.

    A relative clause without a pronoun has no comma before it.
    """
    noun, subject = verb.head, next((t for t in verb.children if t.dep_ == "nsubj"), None)
    if subject is None or any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in verb.subtree):
        return
    first = subject.left_edge
    before = first.nbor(-1) if first.i > noun.i + 1 else noun
    if before.dep_ == "appos" and before.pos_ == "NOUN" and before.head.i < before.i:
        title, first = before, before.left_edge
        before = first.nbor(-1)
    else:
        title = None
    if before.text != "," or before.i <= noun.i or any(t.dep_ == "dobj" for t in verb.children):
        return
    hang(verb, verb.sent.root, "parataxis")
    if title is not None and verb.dep_ == "parataxis":
        hang(title, subject, "nmod")


def said_between(told: Token) -> None:
    """Abel Orr, who it said led a gang and had paid bribes: who led and paid, and it said so.

    A verb has one subject: the pronoun's verb is the one that the verb of saying takes.
    """
    own = [t for t in told.children if t.dep_ in SUBJECTS and t.i < told.i]
    if len(own) != 2 or own[0].tag_ not in ("WP", "WDT"):
        return
    below = [t for t in told.children if t.dep_ in ("xcomp", "ccomp") and t.i > told.i]
    led = next((t for t in below if t.tag_ in FINITE or is_bare_participle(t)), None)
    if led is None or any(t.dep_ in (*SUBJECTS, "mark") for t in led.children):
        return
    hang(own[0], led, subject_label(led))
    led.dep_, led.tag_ = "ccomp", "VBD" if led.tag_ == "VBN" else led.tag_
    for later in [t for t in told.children if t.dep_ == "conj" and t.i > led.i]:
        if not any(t.dep_ in SUBJECTS for t in later.children):
            hang(later, led, "conj")


def relative_of_second(verb: Token) -> None:
    """The chief, Ann Lee, and the head, Bob Ray, who left: Bob Ray did, who stands beside it."""
    pronoun = _relative_subject(verb, "WP")
    if pronoun is None or verb.head.ent_type_ != "PERSON":
        return
    nearest = _word_before(pronoun)
    if nearest.text == ")":  # Bob Ray (Labour), who
        while nearest.text != "(" and nearest.i > verb.head.i:
            nearest = nearest.nbor(-1)
        nearest = nearest.nbor(-1)
    if nearest.ent_type_ != "PERSON" or nearest.i <= verb.head.i:
        return
    between, above = False, nearest
    while above.i != verb.head.i and above.dep_ != "ROOT":
        between, above = between or above.dep_ == "conj", above.head
    if between and above.i == verb.head.i:
        hang(verb, nearest, "relcl")


def who_of_party(verb: Token) -> None:
    """The party of Ann Lee, who left: Lee did; "who" right behind a person asks for no party."""
    pronoun = _relative_subject(verb, "WP")
    if pronoun is None or verb.head.ent_type_ in ("", "PERSON"):
        return
    nearest = _word_before(pronoun)
    if nearest.ent_type_ == "PERSON" and verb.head.is_ancestor(nearest):
        hang(verb, nearest, "relcl")


def behind_closing_comma(preposition: Token) -> None:
    """Jailed Ann Lee, who ran Mali from 2007, for graft: jailed for graft, not ran it for graft.

    The second of the commas around a relative clause ends it: what a preposition opens there
    goes with the verb that the noun is an object of.
    """
    if preposition.lower_ not in _OF_MAIN or not preposition.i:
        return
    comma = preposition.nbor(-1)
    if comma.text != ",":
        return
    clause = next((t for t in preposition.ancestors if t.dep_ == "relcl"), None)
    if clause is None:
        return
    noun, first = clause.head, clause.left_edge
    inside = clause.doc[first.i : comma.i]
    opened = first.i > noun.i and first.nbor(-1).text == "," and not preposition.i < first.i
    if not opened or any(t.text == "," for t in inside) or noun.dep_ not in OBJECTS:
        return
    main = noun.head if noun.dep_ == "dobj" else noun.head.head
    if main.pos_ != "VERB" or main.i > noun.i:
        return
    below = preposition.head
    later = [t for t in below.children if t.dep_ == "prep" and t.i >= preposition.i]
    for one in later:
        hang(one, main, "prep")


def told_by_that(verb: Token) -> None:
    """A charge that Mali denies: what "that" is an object or subject in tells of the noun."""
    pronoun = next((t for t in verb.children if t.lower_ == "that" and t.i < verb.i), None)
    if verb.pos_ == "VERB" and pronoun is not None and pronoun.dep_ in ("dobj", *SUBJECTS):
        verb.dep_, pronoun.tag_ = "relcl", "WDT"


def _relative_subject(verb: Token, tag: str = "WDT") -> Token | None:
    """The "which" or "that" which a verb has for subject, or "who", if words stand before it."""
    found = next((t for t in verb.children if t.dep_ in SUBJECTS and t.tag_ == tag), None)
    return found if found is not None and found.i > 0 else None


def _word_before(token: Token) -> Token:
    """The word before another, over one mark of punctuation."""
    before = token.nbor(-1)
    return before.nbor(-1) if before.is_punct and before.i > 0 else before


def _disagree(verb: Token, noun: Token) -> bool:
    finite = next((t for t in group(verb) if t.tag_ in ("VBZ", "VBP")), None)
    if finite is None or any(t.dep_ == "conj" for t in noun.children) or noun.dep_ == "conj":
        return False
    singular = finite.tag_ == "VBZ"
    return noun.tag_ == ("NNS" if singular else "NN")
