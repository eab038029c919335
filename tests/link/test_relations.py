"""Predicates to relations: the lexicon's, or ones named after the verb."""

from __future__ import annotations

import pytest

from kg.link.relations import map_predicate, minted_label, third_person
from kg.model import Predicate
from kg.namespaces import KG, PROPERTY_NAME
from tests.link.mentions import ontology


def _predicate(words: str, **fields: object) -> Predicate:
    """`attack`, `operate from`: lemma and preposition."""
    lemma, _, preposition = words.partition(" ")
    made = {"pos": "verb", "lemma": lemma, "preposition": preposition}
    return Predicate(**(made | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("attack", "attacks"), ("carry", "carries"), ("play", "plays"), ("watch", "watches"),
        ("push", "pushes"), ("pass", "passes"), ("fix", "fixes"), ("buzz", "buzzes"),
        ("veto", "vetoes"), ("be", "is"), ("have", "has"), ("do", "does"), ("go", "goes"),
        ("see", "sees"), ("use", "uses"), ("try", "tries"), ("buy", "buys"),
    ],
)  # fmt: skip
def test_third_person(lemma: str, form: str) -> None:
    assert third_person(lemma) == form


@pytest.mark.parametrize(
    ("predicate", "label"),
    [
        (_predicate("battle in"), "battles in"),
        (_predicate("zigzag"), "zigzags"),
        (_predicate("beam", particle="up", preposition="to"), "beams up to"),
        (_predicate("wary of", pos="adjective"), "is wary of"),
    ],
)
def test_minted_labels(predicate: Predicate, label: str) -> None:
    assert minted_label(predicate) == label


@pytest.mark.parametrize(
    ("predicate", "subject", "object_", "label", "inverse"),
    [
        (_predicate("attack"), "Country", "Country", "attacks", False),
        (_predicate("operate from"), "Country", "Facility", "operates from", False),
        (_predicate("operate in"), "Country", "Place", "operates in", False),
        (_predicate("shoot", particle="down"), "Country", "Equipment", "shoots down", False),
        (_predicate("attack on", pos="noun"), "Country", "City", "attacks", False),
        (_predicate("president", pos="noun"), "Person", "Country", "leads", False),
        (_predicate("president", pos="noun", particle="former"), "Person", "Country", "led", False),
        (_predicate("lie in", pos="pattern"), "Facility", "City", "located in", False),
        (_predicate("belong to", pos="pattern"), "GovernmentBody", "Country", "part of", False),
        # The lexicon lacks them: the relation is named after the word.
        (_predicate("zigzag"), "Country", "Country", "zigzags", False),
        (_predicate("zigzag over"), "Country", "Country", "zigzags over", False),
        (_predicate("zigzag"), "Country", None, "zigzags", False),
        (_predicate("teary about", pos="adjective"), "Country", "Place", "is teary about", False),
    ],
)
def test_relations(
    predicate: Predicate, subject: str, object_: str | None, label: str, inverse: bool
) -> None:
    found = map_predicate(predicate, subject=subject, object=object_, ontology=ontology())
    assert found is not None
    assert (found.relation.label, found.inverse) == (label, inverse)


@pytest.mark.parametrize(
    ("predicate", "subject", "object_"),
    [
        (_predicate("lie in", pos="pattern"), "Facility", "Person"),  # range is a place
        (_predicate("president", pos="noun"), "Equipment", "Country"),  # domain is an actor
        (_predicate("zigzag", pos="noun"), "Country", "Country"),  # nouns mint nothing
        (_predicate("zigzag", pos="pattern"), "Country", "Country"),
    ],
)
def test_what_domain_range_or_lexicon_forbid(
    predicate: Predicate, subject: str, object_: str
) -> None:
    assert map_predicate(predicate, subject=subject, object=object_, ontology=ontology()) is None


@pytest.mark.parametrize(
    ("predicate", "label", "event"),
    [
        (_predicate("arrest", passive=True, form="arrested"), "was arrested", "coerce"),
        (_predicate("arrest in", passive=True, form="arrested"), "was arrested in", "coerce"),
        (_predicate("zigzag", passive=True, form="zigzagged"), "was zigzagged", None),
        (_predicate("base in", passive=True, form="based"), "based in", None),  # a state
    ],
)
def test_passives_without_agent(predicate: Predicate, label: str, event: str | None) -> None:
    found = map_predicate(predicate, subject="Country", object="Place", ontology=ontology())
    assert found is not None
    assert (found.relation.label, found.event_type) == (label, event)


def test_a_passive_never_takes_the_active_relation() -> None:
    active = map_predicate(
        _predicate("arrest"), subject="Person", object="Person", ontology=ontology()
    )
    passive = map_predicate(
        _predicate("arrest", passive=True, form="arrested"),
        subject="Person",
        object="Person",
        ontology=ontology(),
    )
    assert active
    assert passive
    assert active.relation != passive.relation


@pytest.mark.parametrize("lemma", ["zigzag", "naïve", "re-arm", "3d", "лететь", "", "x_y"])
def test_minted_names_are_property_names(lemma: str) -> None:
    found = map_predicate(
        _predicate("x", lemma=lemma), subject="Country", object="Country", ontology=ontology()
    )
    assert found is not None
    assert PROPERTY_NAME.fullmatch(found.relation.id.removeprefix(KG))


def test_every_sense_of_the_lexicon_reaches_its_relation() -> None:
    missed = []
    words = ontology()
    for lemma, pos in words.entries:
        for sense in words.word(lemma, pos).senses:
            if pos not in ("verb", "noun", "adjective", "pattern") or " " in lemma:
                continue
            ends = [sense.subject_type or "Entity", sense.object_type or "Entity"]
            predicate = Predicate(lemma=lemma, pos=pos, preposition=sense.marker)  # type: ignore[arg-type]
            found = map_predicate(predicate, subject=ends[0], object=ends[1], ontology=words)
            if found is None or found.property is None:
                missed.append((lemma, pos, sense))
    assert missed == []
