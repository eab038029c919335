"""Where things lie: "in Hamadan, northwest Iran", "an Iranian air base". What may go in: rules
that tie a place or a building to the place around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.build import extraction, located
from kg.extract.markers import Factuality
from kg.extract.mentions import mention, named
from kg.extract.noun_phrases import noun_class
from kg.extract.participants import participant
from kg.extract.reading import Reader, children
from kg.extract.scope import scope
from kg.model import Extraction, Mention, Predicate
from kg.nlp.tokens import Token, Tokens

_PLACES = ("GPE", "LOC", "FAC")
_BODIES = ("GovernmentBody", "MilitaryForce", "Equipment")  # what belongs to a state
_ARTICLES = ("a", "an")
_LOCATIVE = ("in", "near", "outside", "at")


def places(reader: Reader) -> Iterator[Extraction]:
    """Read where places, buildings and organisations lie, in text order.

    Yields:
        "Annapolis, Maryland"; "the academy in Annapolis"; "an Aleppo hospital"; "an Iranian base".
    """
    yield from _chains(reader)
    for noun in reader.tokens:
        if noun.pos_ in ("NOUN", "PROPN"):
            yield from _inside(noun, reader)
            yield from _national(noun, reader)
            yield from _body(noun, reader)
            yield from _seat(noun, reader)
            yield from _of_town(noun, reader)


def _chains(reader: Reader) -> Iterator[Extraction]:
    """Hamadan, northwest Iran: a smaller place, a comma, the larger, and no list."""
    found = [e for e in reader.names if e.label_ in _PLACES]
    listed = _listed(found)
    for inner, outer in pairwise(found):
        if outer.start not in listed and _is_chain(inner, outer, reader):
            yield located(
                named(inner, reader),
                named(outer, reader),
                inner.root,
                Factuality(),
                reader,
                rule="place.chain",
            )


def _listed(places: Sequence[Tokens]) -> set[int]:
    """Where places begin that are in a list: North West, Free State, and Eastern Cape."""
    found: set[int] = set()
    row: list[int] = []
    for one, other in pairwise(places):
        between = [t.lower_ for t in one.doc[one.end : other.start]]
        row = [*(row or [one.start]), other.start] if set(between) <= {",", "and"} else []
        if len(row) > 2 and between and between[-1] == "and":
            found.update(row)
    return found


def _is_chain(inner: Tokens, outer: Tokens, reader: Reader) -> bool:
    doc = reader.doc
    between = doc[inner.end : outer.start]
    if len(between) == 0 or between[0].text != "," or len(between) > 3 or outer.label_ == "FAC":
        return False
    if any(t.pos_ not in ("ADJ", "ADV", "NOUN") or not t.is_lower for t in between[1:]):
        return False
    after = doc[outer.end] if outer.end < len(doc) else None
    listed = after is not None and (_goes_on(outer) or after.tag_ == "POS")
    # "in Geneva, U.S. officials said": the second place belongs to what follows
    joined = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")
    return not (listed or joined) and outer.root.dep_ in (
        "appos",
        "npadvmod",
        "pobj",
        "conj",
        "nmod",
    )


def _goes_on(outer: Tokens) -> bool:
    """Whether "and" behind a place joins another: "in Leeds, Ohio and attended" ends the list."""
    after = outer.doc[outer.end]
    if after.lower_ not in ("and", "or"):
        return False
    following = after.nbor(1) if after.i + 1 < len(outer.doc) else after
    clausal = following.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "PRON", "ADV")
    return not (outer.root.dep_ == "appos" and clausal)


def _inside(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """The academy in Annapolis; the air base, in Hamadan."""
    subject = _locatable(noun, reader)
    if subject is None:
        return
    for prep in children(noun, "prep"):
        if prep.lower_ != "in":
            continue
        for place in children(prep, "pobj"):
            found = mention(place, reader)
            fact = _existing(noun, subject, reader)
            if fact is None or found is None or found.kind != "name":
                continue
            if found.type in ("Place", "Region"):
                yield located(subject, found, noun, fact, reader, rule="place.inside")


def _existing(noun: Token, subject: Mention, reader: Reader) -> Factuality | None:
    """How surely a building exists: "no base in Iran" and "plans a base in Iran" tell of none.

    What is known by name or "the" exists whatever the clause says.
    """
    if subject.kind == "name" or any(t.lower_ == "the" for t in children(noun, "det")):
        return Factuality()
    fact = scope(noun, reader)
    exists = fact.polarity == "positive" and fact.modality == "actual"
    none = any(t.lower_ == "no" for t in children(noun, "det"))
    return fact if exists and not none and not fact.unsourced else None


def _locatable(noun: Token, reader: Reader) -> Mention | None:
    """A building or organisation, by name or by noun."""
    entity = reader.entity(noun)
    if entity is not None:
        return named(entity, reader) if entity.label_ in ("FAC", "ORG") else None
    kind = noun_class(noun, reader) or ""
    if reader.ontology.is_a(kind, "Facility") and noun.tag_ == "NN":
        described = participant(noun, reader)  # "Harlow is a public school in Leeds"
        named_so = described is not None and described.kind == "name"
        return described if named_so and noun.dep_ == "attr" else mention(noun, reader)
    return None


def _national(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """An Iranian air base, an Aleppo hospital: of a building, nationality tells the place.

    A building that is said to lie elsewhere ("the Russian base in Syria") is owned, not located.
    """
    kind = noun_class(noun, reader) or ""
    if not reader.ontology.is_a(kind, "Facility") or noun.tag_ != "NN" or reader.entity(noun):
        return
    if reader.noun(noun).is_a("Abroad"):
        return  # the French embassy is where France is not
    elsewhere = [p for p in children(noun, "prep") if p.lower_ in _LOCATIVE]
    subject = mention(noun, reader)
    fact = _existing(noun, subject, reader) if subject is not None else None
    if elsewhere or fact is None:
        return
    for left in children(noun, "amod", "compound", "nmod"):
        entity = reader.entities.get(left.i)
        if entity is not None and entity.label_ in ("NORP", "GPE") and subject is not None:
            place = named(entity, reader)
            yield located(subject, place, noun, fact, reader, rule="place.national")
            return


def _seat(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """The Leeds-based company; Leeds-based Harlow Media; Leeds-born painter Ann Lee."""
    for word in children(noun, "amod"):
        towns = [t for t in children(word, "npadvmod", "compound") if t.i == word.i - 2]
        entity = reader.entities.get(word.i - 2) if towns else None
        stative = reader.ontology.word(word.lemma_.lower(), "verb").is_a("Stative")
        name = noun.head if noun.dep_ == "compound" and reader.entity(noun.head) else noun
        subject = participant(name, reader) if entity is not None and stative else None
        if entity is None or subject is None or entity.label_ != "GPE":
            continue
        yield extraction(
            reader=reader,
            anchor=noun,
            subject=subject,
            predicate=Predicate(
                lemma=word.lemma_.lower(), pos="verb", preposition="in", passive=True
            ),
            object=named(entity, reader),
            fact=Factuality(),
            rule="place.seat",
            confidence=0.8,
        )


def _of_town(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """Harlow is a Leeds bank: that is where it is."""
    kind = noun_class(noun, reader) or ""
    told = noun.dep_ in ("attr", "appos") and any(t.lower_ in _ARTICLES for t in noun.children)
    if not told or not reader.ontology.is_a(kind, "Organization"):
        return
    subject = participant(noun, reader)
    if subject is None or subject.kind != "name":
        return
    for word in children(noun, "compound", "nmod"):
        entity = reader.entities.get(word.i)
        if entity is not None and entity.label_ == "GPE" and not children(noun, "poss"):
            yield extraction(
                reader=reader,
                anchor=noun,
                subject=subject,
                predicate=Predicate(lemma="base", pos="verb", preposition="in", passive=True),
                object=named(entity, reader),
                fact=scope(noun, reader),
                rule="place.seat",
                confidence=0.75,
            )


def _body(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """The Russian Defense Ministry, the Syrian army, Russian bombers belong to their states."""
    kind = noun_class(noun, reader) or ""
    if not any(reader.ontology.is_a(kind, body) for body in _BODIES):
        return
    subject = mention(noun, reader)
    nation = _nation_of(noun, reader)
    if subject is None or nation is None:
        return
    yield extraction(
        reader=reader,
        anchor=noun,
        subject=subject,
        predicate=Predicate(lemma="belong", pos="pattern", preposition="to"),
        object=nation,
        fact=_as_described(noun, reader),
        rule="place.body",
        confidence=0.85,
    )


def _as_described(noun: Token, reader: Reader) -> Factuality:
    """A suspected Chinese balloon: it may be China's."""
    found = Factuality()
    for adjective in children(noun, "amod"):
        found = found.weakened(reader.ontology.word(adjective.lower_, "adjective").modality)
    return found


def _nation_of(noun: Token, reader: Reader) -> Mention | None:
    """The nationality inside or right before a body's name."""
    entity = reader.entity(noun)
    if entity is not None:
        words = [t for t in entity if t.lower_ not in ("the", "a", "an")]
        first = words[0] if len(words) > 1 else None
        return named(first.doc[first.i : first.i + 1], reader, "NORP") if first else None
    for left in children(noun, "poss", "amod", "nmod", "compound"):
        found = reader.entities.get(left.i)
        if found is not None and found.label_ in ("NORP", "GPE"):
            return named(found, reader)
    return None
