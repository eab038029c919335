"""How the event is put that a noun names. What may go in: the scope of words over a noun; over a
verb it is `factuality`."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.asides import quoted_sentence
from kg.extract.claims import awaited, denied, hedged, is_changed, judged
from kg.extract.factuality import factuality
from kg.extract.markers import Factuality, denies
from kg.extract.reading import Reader, children, clause_of
from kg.nlp.tokens import Token


def scope(noun: Token, reader: Reader, *, state: bool = False) -> Factuality:
    """How the event that a noun names is put: as the clause around it.

    "hopes for talks", "would attend talks", "no talks": the governing verb decides, or the noun
    that the event is a complement of.

    Args:
        noun: it names what is done.
        reader: the paragraph.
        state: it names what lasts; somebody's holds whatever the clause does to it ("threatened
            to storm his residence").
    """
    found = Factuality()
    verb = clause_of(noun)
    if verb is not None and state and children(noun, "poss", "compound", "nmod"):
        found = factuality(verb, reader).source_only()
    elif verb is not None:
        found = factuality(verb, reader)
        entry = reader.verb(verb)
        if is_changed(noun, reader):
            return found.source_only()
        hoped_for = noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head == verb
        undergone = noun.dep_ in ("dobj", "nsubjpass")  # plans talks, talks are planned
        if not entry.is_a("SupportVerb") and (undergone or hoped_for):
            claimed = entry.is_a("Attributing") and noun.dep_ == "dobj"
            changes = entry.complement_modality if not claimed else None
            found = found.weakened(changes)
            spoken = reader.noun(noun).complement_modality
            # Who rejects an offer does not undo that it was made.
            if entry.complement_polarity and undergone and not spoken:
                found = found.negated(entry.complement_polarity)
                found = denied(found, verb, reader)
        elif noun.dep_ not in ("dobj", "nsubj", "nsubjpass", "attr"):
            found = replace(found, polarity="positive")
        elif noun.dep_ == "nsubj" and children(noun, "poss") and children(verb, "dobj"):
            found = found.source_only()  # "his support did not help them": he supported
    else:
        found = quoted_sentence(noun, reader)
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if governor.pos_ == "NOUN":
        entry = reader.noun(governor)
        found = found.weakened(entry.complement_modality)
        if not reader.noun(noun).complement_modality:
            # "refusal of a visit"; but "refusal of a request" was requested
            found = found.negated(entry.complement_polarity)
    found = judged(noun, hedged(noun, found, reader), reader)
    none = any(denies(t, reader) for t in children(noun, "det"))
    if none and noun.dep_ not in ("dobj", "nsubj", "nsubjpass", "attr"):
        found = found.negated("negative")
    for adjective in children(noun, "amod"):
        told = reader.ontology.word(adjective.lower_, "adjective").modality
        if told == "actual" and found.polarity == "positive":
            found = found.source_only()  # "would speed the growing cooperation": it grows
        found = found.weakened(told or reader.word(adjective).modality)
    return found.weakened(awaited(noun, noun, reader))  # "planned talks", "talks expected soon"


def narrated(token: Token, reader: Reader) -> Factuality:
    """What a noun phrase says by the way: the article's own, unless it stands inside a quote."""
    if token.i not in reader.quoted:
        return Factuality()
    clause = clause_of(token)
    found = factuality(clause, reader) if clause is not None else scope(token, reader)
    return found.source_only()
