"""Who somebody is said to be before he is named: A graduate of Harlow, Ann Lee left. What may go
in: rules on a noun phrase at the head of a sentence that describes its subject."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.build import extraction
from kg.extract.factuality import factuality
from kg.extract.mentions import mention
from kg.extract.participants import participant
from kg.extract.positions import Holder, is_title, listed, positions
from kg.extract.reading import Reader, children
from kg.extract.scope import narrated
from kg.extract.subjects import own_subjects
from kg.model import Extraction, Predicate
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS

_LOOSE = ("advcl", "npadvmod", "dep", "ccomp", "nsubj", "nsubjpass")


def fronted(first: Token, reader: Reader) -> Iterator[Extraction]:
    """Read a description that stands before the name.

    Args:
        first: the first token of a sentence.
        reader: the paragraph.

    Yields:
        The positions that it gives to the subject behind it: "A resident of Leeds, Ann Lee".
    """
    noun = first.head
    if first.dep_ != "det" or first.lower_ not in ("a", "an") or noun.dep_ not in _LOOSE:
        return
    subject = _subject_behind(noun, noun.head)
    if subject is not None and is_title(noun, reader):
        yield from _told(noun, subject, "title.apposition", reader)


def as_title(prep: Token, reader: Reader) -> Iterator[Extraction]:
    """As chairman of Harlow, Ann Lee left: she is that while she does it.

    Yields:
        The positions behind an "as" that opens a sentence.
    """
    if prep.i != prep.sent.start or prep.head.pos_ not in ("VERB", "AUX"):
        return
    fact = factuality(prep.head, reader)
    if fact.modality != "actual" or fact.polarity != "positive":
        return
    for noun in children(prep, "pobj"):
        subject = _subject_behind(noun, prep.head)
        if subject is not None and is_title(noun, reader):
            yield from _told(noun, subject, "title.as", reader)


def origin(prep: Token, reader: Reader) -> Iterator[Extraction]:
    """Originally from Leeds, Ann Lee left; Ann Lee, originally from Leeds; is originally from it.

    Yields:
        Where somebody is a native of.
    """
    before = prep.nbor(-1) if prep.i > prep.sent.start else prep
    if not reader.ontology.word(before.lower_, "adverb").is_a("Original"):
        return
    who = _who(prep, before)
    subject = participant(who, reader) if who is not None else None
    for place in children(prep, "pobj") if subject is not None else ():
        found = mention(place, reader)
        named_place = found is not None and found.kind == "name"
        if subject is not None and found is not None and named_place and subject.type == "Person":
            yield extraction(
                reader=reader,
                anchor=prep,
                subject=subject,
                predicate=Predicate(lemma="be from", pos="pattern"),
                object=found,
                fact=narrated(prep, reader),
                rule="title.origin",
                confidence=0.75,
            )


def _who(prep: Token, adverb: Token) -> Token | None:
    """Who is from a place: the name before, the subject of "be", or the one behind the comma."""
    head = prep.head
    if head.pos_ == "PROPN":
        return head
    if adverb.i == adverb.sent.start:
        return _subject_behind(prep, head)
    subject = own_subjects(head) if head.lemma_ == "be" else []
    return subject[0] if len(subject) == 1 and not children(head, "neg") else None


def _subject_behind(noun: Token, verb: Token) -> Token | None:
    """The verb's subject, where a comma stands right before it and the phrase right before that."""
    found = own_subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
    found = [t for t in found if t.dep_ in SUBJECTS and t.i > noun.right_edge.i]
    if len(found) != 1 or found[0].left_edge.i == 0:
        return None
    comma = found[0].doc[found[0].left_edge.i - 1]
    return found[0] if comma.text == "," else None


def _told(noun: Token, subject: Token, rule: str, reader: Reader) -> Iterator[Extraction]:
    who = participant(subject, reader)
    if who is not None and who.kind in ("name", "pronoun"):
        holder = Holder(who, narrated(noun, reader), rule)
        yield from positions(
            [n for n in listed(noun, reader) if is_title(n, reader)], holder, reader
        )
