"""Puts right the named entities of a paragraph where its own words contradict the model.

What may go in: relabelling, joining and dropping of entities by what the lexicon and the grammar
around them say. Which nouns name bodies or titles is data.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from kg.extract.reading import children
from kg.extract.surnames import Surnames
from kg.nlp.tokens import Doc, Token, Tokens
from kg.ontology import Entry, Ontology

_ROMAN = frozenset("IVX")
_OLDEST = 120  # years


def correct_entities(doc: Doc, ontology: Ontology, surnames: Surnames) -> None:
    """Correct the entities of a parsed paragraph, in place.

    Args:
        doc: with entities and a dependency tree.
        ontology: its lexicon.
        surnames: of the article's people so far.
    """
    before = list(doc.ents)
    seen = sorted((*before, *_around_preposition(doc)), key=attrgetter("start"))
    names = [one for entity in seen if (one := _judged(entity, ontology)) is not None]
    after = list(surnames.corrected(doc, list(_joined(list(_apart(names)), ontology))))
    if [(e.start, e.end, e.label_) for e in before] != [(e.start, e.end, e.label_) for e in after]:
        doc.ents = tuple(after)


def _around_preposition(doc: Doc) -> Iterator[Tokens]:
    """Doctors Without Borders: a preposition has a capital only inside a name."""
    for token in doc:
        if token.pos_ != "ADP" or not token.is_title or not 0 < token.i < len(doc) - 1:
            continue
        first, last = token.nbor(-1), token.nbor(1)
        outside = any(doc[i].is_quote for i in (first.i - 1, last.i + 1) if 0 <= i < len(doc))
        if not outside and first.sent is last.sent and _is_unnamed(first) and _is_unnamed(last):
            yield Tokens(doc, first.i, last.i + 1, "ORG")


def _is_unnamed(noun: Token) -> bool:
    """Whether a noun with a capital is part of no name so far."""
    return noun.tag_ in ("NNS", "NNPS", "NNP") and noun.is_title and not noun.ent_type_


def _apart(entities: list[Tokens]) -> Iterator[Tokens]:
    """The entities without those that are part of the one before by now."""
    end = 0
    for one in entities:
        if one.start >= end:
            end = one.end
            yield one


def _judged(entity: Tokens, ontology: Ontology) -> Tokens | None:
    """The entity, one of another label, or None where it is no name of anybody."""
    for completed in (_trimmed, _numbered, _with_letter, _with_place, _aged):
        entity = completed(entity)
    entity = _with_end(entity, ontology)
    if entity.label_ != "PERSON" and _is_addressed(entity, ontology):
        return _as(entity, "PERSON")
    if entity.label_ == "PERSON":
        if len(entity) > 1 and _is_body(entity[-1], ontology):
            return _as(entity, "ORG")  # "Deseret Bank"
        return None if _is_completed(entity) else entity
    if entity.label_ in ("ORG", "GPE", "FAC", "WORK_OF_ART") and _is_titled(entity, ontology):
        return _as(entity, "PERSON")  # "foreign minister Dubem Oniya"
    return entity


def _is_addressed(entity: Tokens, ontology: Ontology) -> bool:
    """Mr Albanese: whatever else the name could name."""
    before = entity.doc[entity.start - 1] if entity.start > entity.sent.start else None
    if before is None or entity.root.pos_ != "PROPN":
        return False
    title = ontology.word(before.lower_.rstrip("."), "noun")
    return title.is_a("Honorific") and before.dep_ == "compound" and before.text.istitle()


def _is_completed(entity: Tokens) -> bool:
    """Man of the Match: what goes on with "of the" is no person's name."""
    for of in children(entity.root, "prep"):
        if of.lower_ == "of" and of.i == entity.end:
            inner = children(of, "pobj")
            definite = any(t.lower_ == "the" for one in inner for t in children(one, "det"))
            return definite and not any(t.ent_type_ in ("ORG", "GPE", "NORP") for t in inner)
    return False


def _is_titled(entity: Tokens, ontology: Ontology) -> bool:
    """Whether a person's title stands right before the name, as one phrase with it."""
    if len(entity) < 2 or entity.start == entity.sent.start:
        return False
    if any(t.pos_ != "PROPN" for t in entity) or _is_body(entity[-1], ontology):
        return False
    title = entity.doc[entity.start - 1]
    joined = title.head.i == entity.root.i and title.dep_ in ("compound", "nmod")
    return joined and title.pos_ == "NOUN" and _is_person_title(_noun(title, ontology))


def _is_person_title(entry: Entry) -> bool:
    return entry.is_a("Title") and "Person" in entry.classes


def _trimmed(entity: Tokens) -> Tokens:
    """A name without what cannot end it: "the University of Leeds and", "Rome 3" of "Rome 3–0"."""
    start, end = entity.start, entity.end
    first = entity.doc[start]
    if end - start > 1 and first.tag_ == "CD" and not first.text.isdecimal():
        start += 1  # "0.16 Harlow shares"
    after = entity.doc[end] if end < len(entity.doc) else None
    score = after is not None and after.text in ("-", "–", "—")
    while end - start > 1 and (
        entity.doc[end - 1].pos_ in ("ADP", "CCONJ", "DET")
        or (score and entity.doc[end - 1].tag_ == "CD")
    ):
        end -= 1
    if (start, end) == (entity.start, entity.end):
        return entity
    return Tokens(entity.doc, start, end, label=entity.label_)


def _numbered(entity: Tokens) -> Tokens:
    """Osman I: the numeral behind a king's name, which the name is hung on, is part of it."""
    doc, end = entity.doc, entity.end
    if entity.label_ != "PERSON" or end >= len(doc) or doc[end].ent_type_:
        return entity
    numeral = doc[end]
    if not set(numeral.text) <= _ROMAN or entity.root.dep_ != "compound":
        return entity
    return (
        Tokens(doc, entity.start, end + 1, label="PERSON")
        if entity.root.head == numeral
        else entity
    )


def _with_place(entity: Tokens) -> Tokens:
    """Ann Lee Aden, Harlow Bank UK: the name of a place that a name is hung on ends that name."""
    doc, end = entity.doc, entity.end
    if entity.label_ not in ("PERSON", "ORG") or end >= len(doc) or doc[end].ent_type_ != "GPE":
        return entity
    last = doc[end]
    alone = last.pos_ == "PROPN" and (end + 1 == len(doc) or doc[end + 1].ent_iob_ != "I")
    joined = alone and entity.root.dep_ == "compound" and entity.root.head.i == end
    return Tokens(doc, entity.start, end + 1, label=entity.label_) if joined else entity


def _with_letter(entity: Tokens) -> Tokens:
    """SPLM-N: a letter that a hyphen ties to an abbreviation is part of it."""
    doc, end = entity.doc, entity.end
    if entity.label_ != "ORG" or not entity[-1].is_upper or end + 1 >= len(doc):
        return entity
    letter = doc[end + 1]
    tied = doc[end].text == "-" and not entity[-1].whitespace_ and not doc[end].whitespace_
    single = len(letter) == 1 and letter.is_upper
    return Tokens(doc, entity.start, end + 2, label="ORG") if tied and single else entity


def _with_end(entity: Tokens, ontology: Ontology) -> Tokens:
    """Burkina Faso: a place's name goes on with a word that is a name too, and no common noun."""
    doc, end = entity.doc, entity.end
    if entity.label_ != "GPE" or end >= len(doc) or doc[end].ent_type_ or doc[end].tag_ != "NNP":
        return entity
    joined = entity.root.dep_ == "compound" and entity.root.head.i == end
    if not joined or _noun(doc[end], ontology).lemma:
        return entity
    return Tokens(doc, entity.start, end + 1, label="GPE")


def _aged(entity: Tokens) -> Tokens:
    """Lee, 52, said: who has an age is a person."""
    doc, end = entity.doc, entity.end
    if entity.label_ not in ("GPE", "ORG", "NORP") or end + 2 >= len(doc):
        return entity
    age = doc[end + 1].text
    between = doc[end].text == "," and doc[end + 2].text == ","
    aged = between and age.isdecimal() and int(age) < _OLDEST and entity.root.pos_ == "PROPN"
    return _as(entity, "PERSON") if aged else entity


def _joined(entities: list[Tokens], ontology: Ontology) -> Iterator[Tokens]:
    """The London and South Western Railway is one name: no town takes "the"."""
    waiting: Tokens | None = None
    for one in entities:
        if waiting is not None and _goes_on(waiting, one, ontology):
            waiting = Tokens(one.doc, waiting.start, one.end, label="ORG")
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _goes_on(first: Tokens, second: Tokens, ontology: Ontology) -> bool:
    doc = first.doc
    between = [t.lower_ for t in doc[first.end : second.start]]
    if between not in (["and"], ["&"], [",", "and"]) or second.label_ not in ("ORG", "FAC"):
        return False
    article = first[0].lower_ == "the" or (first.start and doc[first.start - 1].lower_ == "the")
    town = first.label_ == "GPE" and len([t for t in first if t.lower_ != "the"]) == 1
    plural = first[-1].tag_ == "NNPS"
    return bool(article) and town and not plural and _is_body(second[-1], ontology)


def _is_body(token: Token, ontology: Ontology) -> bool:
    """Whether a name's last word says that it is an organisation."""
    entry = _noun(token, ontology)
    kinds = ("Organization", "Facility") if token.i and token.nbor(-1).pos_ == "PROPN" else ()
    return any(ontology.is_a(kind, wanted) for kind in entry.classes[:1] for wanted in kinds)


def _noun(token: Token, ontology: Ontology) -> Entry:
    return ontology.word(token.lower_.rstrip("."), "noun")


def _as(entity: Tokens, label: str) -> Tokens:
    return Tokens(entity.doc, entity.start, entity.end, label=label)
