"""Classes of unknown names: told where the article bears them out, "Entity" where it does not."""

from __future__ import annotations

import pytest

from kg.link.classes import class_evidence
from tests.link.mentions import mention, ontology, told


@pytest.mark.parametrize(
    ("name", "guess", "kind"),
    [
        ("Ulma Ferris", "Person", "Person"),  # two words are mostly a person's
        ("Ferris", "Person", "Entity"),
        ("OSCE", "Organization", "Organization"),  # an acronym
        ("IT", "Organization", "Entity"),
        ("Veltro", "Organization", "Entity"),
        ("Veltro", "Equipment", "Entity"),
        ("Veltro", "Place", "Entity"),
        ("Veltro", "Document", "Document"),
    ],
)
def test_nothing_said(name: str, guess: str, kind: str) -> None:
    evidence = class_evidence([], full=str, ontology=ontology())
    assert evidence.class_of(name, guess) == kind


@pytest.mark.parametrize(
    ("name", "verb", "kind"),
    [
        ("Veltro", "accuse", "Agent"),  # a person's name or a firm's
        ("Veltro", "announce", "Agent"),
        ("Veltro", "increase", "Entity"),
        ("Veltro Labs", "accuse", "Organization"),
        ("Veltro Labs", "increase", "Entity"),
    ],
)
def test_what_it_does(name: str, verb: str, kind: str) -> None:
    text = told(mention(name, type="Organization"), verb, "Georgia")
    evidence = class_evidence(text.extractions, full=str, ontology=ontology())
    assert evidence.class_of(name, "Organization") == kind


@pytest.mark.parametrize(("preposition", "kind"), [("in", "Place"), ("with", "Entity")])
def test_where_it_is(preposition: str, kind: str) -> None:
    text = told("Russia", "operate", "Veltro", preposition=preposition)
    evidence = class_evidence(text.extractions, full=str, ontology=ontology())
    assert evidence.class_of("Veltro", "Place") == kind
