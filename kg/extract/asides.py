"""Who says so beside the clause: "Kerry said" between commas, "according to", a quoted sentence.

What may go in: sources that no governor of the clause names; those are in `factuality`.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.markers import Factuality
from kg.extract.mentions import mention
from kg.extract.participants import participant
from kg.extract.quotes import cue
from kg.extract.reading import Reader, children
from kg.extract.subjects import is_somebody, subjects
from kg.model import Source
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS


def sentence_source(verb: Token, found: Factuality, reader: Reader) -> Factuality:
    """The source that "according to" gives a whole sentence, wherever the parser hung it."""
    for token in reader.said_after:
        if token.sent.start == verb.sent.start and not token.is_ancestor(verb):
            named = according_to(token.head, reader)
            if named.source is not None:
                return replace(found, source=named.source, said_by=named.said_by)
    return found


def is_aside(verb: Token, said_by: Token | None) -> bool:
    """Tell whether dashes set the clause off from the saying: an aside is the article's own."""
    if said_by is None or said_by.sent.start != verb.sent.start:
        return False
    dashes = [t.i for t in verb.sent if t.text in ("—", "–", "--")]
    within = [(a, b) for a, b in zip(dashes[::2], dashes[1::2], strict=False) if a < verb.i < b]
    return any(not a < said_by.i < b for a, b in within)


def parenthetic(verb: Token, reader: Reader) -> Factuality | None:
    """Russia, Kerry said, bombed Aleppo; as Kerry said, Russia bombed Aleppo."""
    for child in children(verb, "conj"):
        who = mention(children(child, "dobj")[0], reader) if trails(child, reader) else None
        if who is not None:
            return Factuality(source=Source(mention=who, cue=cue(child)), said_by=child)
    for child in children(verb, "parataxis", "advcl", "ccomp"):
        if is_parenthetic(child, reader):
            who = participant(children(child, *SUBJECTS)[0], reader)
            if who is not None:
                return Factuality(source=Source(mention=who, cue=cue(child)), said_by=child)
    return None


def trails(verb: Token, reader: Reader) -> bool:
    """Tell whether a verb of saying at the end stands before its subject: "…, reported APT"."""
    alone = verb.dep_ == "conj" and not children(verb, *SUBJECTS, "ccomp")
    if not alone or not children(verb, "dobj") or not reader.verb(verb).is_a("Attributing"):
        return False
    after_comma = verb.i > verb.sent.start and verb.nbor(-1).text == ","
    return after_comma and not children(verb.head, "cc") and verb.right_edge.i >= verb.sent.end - 2


def is_parenthetic(verb: Token, reader: Reader) -> bool:
    """Tell whether a clause only says who says so: "Kerry said" between commas, "as Kerry said"."""
    if not children(verb, *SUBJECTS) or children(verb, "ccomp", "xcomp", "dobj"):
        return False
    as_said = any(t.lower_ == "as" for t in children(verb, "mark", "advmod"))
    if as_said and not any(is_somebody(t, reader) for t in subjects(verb, reader)):
        return False  # "as the counting continues"
    beside = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and as_said)
    return beside and reader.verb(verb).is_a("Attributing")


def quoted_sentence(verb: Token, reader: Reader) -> Factuality:
    """A sentence that stands whole in quotation marks is its speaker's."""
    start = verb.sent.start
    if start not in reader.speakers:
        return according_to(verb, reader)
    source = reader.speakers[start]
    return Factuality(source=source, unsourced=source is None)


def according_to(verb: Token, reader: Reader) -> Factuality:
    """Iran, according to officials, hosts Russia; in Putin's words."""
    for child in children(verb, "prep"):
        inner = [t for to in children(child, "prep") for t in children(to, "pobj")]
        words = " ".join([child.lower_, *(t.lower_ for t in children(child, "prep"))])
        if inner and reader.ontology.word(words, "preposition").is_a("Attributing"):
            who = mention(inner[0], reader)
            if who is not None:
                return Factuality(source=Source(mention=who, cue=words), said_by=child)
    return Factuality()


def names_source(prep: Token, reader: Reader) -> bool:
    """According to, and the like."""
    words = [f"{prep.lower_} {to.lower_}" for to in children(prep, "prep")]
    return prep.dep_ == "prep" and any(
        reader.ontology.word(one, "preposition").is_a("Attributing") for one in words
    )
