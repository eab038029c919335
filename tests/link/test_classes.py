"""Classes of unknown names: told where the article bears them out, "Entity" where it does not."""

from __future__ import annotations

import pytest

from kg.link.classes import class_evidence
from tests.link.mentions import mention, ontology, told


@pytest.mark.parametrize(
    ("name", "guess", "borne_out"),
    [
        ("Ulma Ferris", "Person", True),  # two words are mostly a person's
        ("Ferris", "Person", False),
        ("OSCE", "Organization", True),  # an acronym
        ("IT", "Organization", False),
        ("Veltro", "Organization", False),
        ("Veltro", "Equipment", False),
        ("Veltro", "Place", True),  # places are looked up
    ],
)
def test_nothing_said(name: str, guess: str, borne_out: bool) -> None:
    evidence = class_evidence([], full=str, ontology=ontology())
    assert evidence.bears_out(name, guess) is borne_out


@pytest.mark.parametrize(
    ("verb", "borne_out"), [("accuse", True), ("announce", True), ("increase", False)]
)
def test_what_it_does(verb: str, borne_out: bool) -> None:
    text = told(mention("Veltro", type="Organization"), verb, "Georgia")
    evidence = class_evidence(text.extractions, full=str, ontology=ontology())
    assert evidence.bears_out("Veltro", "Organization") is borne_out
