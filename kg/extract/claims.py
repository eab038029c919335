"""What becomes of a claim that a noun names: reports of talks are untrue, rumours of a plan denied.

What may go in: looks up from a noun through the nouns it completes. Which nouns claim and which
words call a claim false is data (`ontologies/`: Attributing, complementPolarity).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.markers import Factuality
from kg.extract.mentions import mention
from kg.extract.quotes import cue
from kg.extract.reading import Reader, children
from kg.extract.subjects import subjects
from kg.extract.verbs import agents, is_passive
from kg.model import Modality, Source
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS

_TOLD_OF = ("of", "about", "on", "regarding", "concerning")


def judged(noun: Token, found: Factuality, reader: Reader, *, itself: bool = False) -> Factuality:
    """Add what is said of the claim that a noun is told in, or names itself.

    Args:
        noun: what it names is claimed: "reports of *talks*", "*rumours* of him leaving".
        found: how it is put so far.
        reader: the paragraph.
        itself: the noun is the claim, and what it tells of hangs on it.

    Example: "Reports about the army's willingness to talk are untrue": not willing.
    """
    for one in [noun, *above(noun)]:
        if not reader.noun(one).is_a("Attributing"):
            continue
        if _is_called_false(one, reader):
            return found.negated("negative")
        if (itself or one is not noun) and one.dep_ == "dobj":
            return _denied(found, one.head, reader)
    return found


def above(noun: Token) -> Iterator[Token]:
    """The nouns that a noun completes, from the nearest up: of a talk's start, of reports."""
    while noun.dep_ == "pobj" and noun.head.lower_ in _TOLD_OF:
        noun = noun.head.head
        if noun.pos_ != "NOUN":
            return
        yield noun


def hedged(noun: Token, found: Factuality, reader: Reader) -> Factuality:
    """Add what nouns further up make of an event: reports of the *potential* start of talks."""
    for one in above(noun):
        if one.head.lower_ in ("on", "about"):
            break
        found = found.weakened(reader.noun(one).complement_modality)
        for adjective in children(one, "amod"):
            found = found.weakened(reader.word(adjective).modality)
    return found


def is_changed(noun: Token, reader: Reader) -> bool:
    """Whether what is done to an event takes it for there: to end the war, its implementation."""
    if any(reader.noun(one).is_a("Changing") for one in above(noun)):
        return True
    verb = noun.head
    undergone = noun.dep_ in ("dobj", "nsubjpass") and reader.verb(verb).is_a("Changing")
    return verb.pos_ == "VERB" and undergone and not children(noun, "amod")


def awaited(noun: Token, other_than: Token, reader: Reader) -> Modality | None:
    """What a participle makes of a thing and what it does: laws banning strikes, expected soon."""
    for participle in children(noun, "acl", "amod"):
        if participle.tag_ == "VBN" and participle.i != other_than.i:
            return reader.ontology.word(participle.lemma_.lower(), "verb").complement_modality
    return None


def denied(found: Factuality, verb: Token, reader: Reader) -> Factuality:
    """Russia denied its attack on Georgia: on Russia's word."""
    entry = reader.verb(verb)
    by = agents(verb) if is_passive(verb) else subjects(verb, reader)
    who = by if entry.is_a("Attributing") and found.source is None else []
    claimant = mention(who[0], reader) if who else None
    if claimant is None:
        return found
    return replace(found, source=Source(mention=claimant, cue=cue(verb)), said_by=verb)


def _denied(found: Factuality, verb: Token, reader: Reader) -> Factuality:
    """Denied reports of talks."""
    entry = reader.verb(verb)
    if verb.pos_ != "VERB" or entry.complement_polarity != "negative":
        return found
    return denied(found.negated("negative"), verb, reader)


def _is_called_false(noun: Token, reader: Reader) -> bool:
    """Whether the clause says of its subject, a claim, that it is false, or a lie."""
    if noun.dep_ not in SUBJECTS:
        return False
    told = [reader.word(t) for t in children(noun.head, "acomp", "oprd")]
    told += [reader.noun(t) for t in children(noun.head, "attr")]
    return any(entry.complement_polarity == "negative" for entry in told)
