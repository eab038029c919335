"""Entities that the words around them contradict."""

from __future__ import annotations

import pytest

from kg.extract.entities import correct_entities
from kg.extract.surnames import Surnames
from tests.extract.parses import doc_of, ontology


def _entities(text: str, parse: str, surnames: Surnames | None = None) -> list[tuple[str, str]]:
    doc = doc_of(text, parse)
    correct_entities(doc, ontology(), surnames or Surnames())
    return [(e.text, e.label_) for e in doc.ents]


@pytest.mark.parametrize(
    ("text", "parse", "expected"),
    [
        (
            "Foreign minister Dayo Bello left.",
            "Foreign|JJ|amod|1 minister|NN|compound|3 Dayo|NNP|compound|3||ORG "
            "Bello|NNP|nsubj|4||+ORG left|VBD|ROOT|4 .|.|punct|4",
            [("Dayo Bello", "PERSON")],
        ),
        (
            "The minister Oslo Bank left.",  # a body stays a body
            "The|DT|det|3 minister|NN|compound|3 Oslo|NNP|compound|3||ORG "
            "Bank|NNP|nsubj|4||+ORG left|VBD|ROOT|4 .|.|punct|4",
            [("Oslo Bank", "ORG")],
        ),
        (
            "Reporters Without Borders left.",
            "Reporters|NNS|nsubj|3 Without|IN|prep|0 Borders|NNP|pobj|1 left|VBD|ROOT|3 "
            ".|.|punct|3",
            [("Reporters Without Borders", "ORG")],
        ),
        (
            "“Wars Without Borders” closed.",  # a play
            "“|``|punct|1 Wars|NNS|nsubj|5 Without|IN|prep|1 Borders|NNP|pobj|2 ”|''|punct|1 "
            "closed|VBD|ROOT|5 .|.|punct|5",
            [],
        ),
        (
            "Harlow Bank closed.",
            "Harlow|NNP|compound|1||PERSON Bank|NNP|nsubj|2||+PERSON closed|VBD|ROOT|2 .|.|punct|2",
            [("Harlow Bank", "ORG")],
        ),
        (
            "She won the Zeta Man of the Year prize.",
            "She|PRP|nsubj|1 won|VBD|ROOT|1 the|DT|det|4 Zeta|NNP|compound|4||PERSON "
            "Man|NNP|dobj|1||+PERSON of|IN|prep|4 the|DT|det|8 Year|NNP|compound|8 "
            "prize|NN|pobj|5 .|.|punct|1",
            [],
        ),
        (
            "Kim Lee of Oslo Bank left.",  # whom a body employs is a person
            "Kim|NNP|compound|1||PERSON Lee|NNP|nsubj|5||+PERSON of|IN|prep|1 "
            "Oslo|NNP|compound|4||ORG Bank|NNP|pobj|2||+ORG left|VBD|ROOT|5 .|.|punct|5",
            [("Kim Lee", "PERSON"), ("Oslo Bank", "ORG")],
        ),
        (
            "The Leeds and Northern Bank closed.",
            "The|DT|det|1 Leeds|NNP|nsubj|5||GPE and|CC|cc|1 Northern|NNP|compound|4||ORG "
            "Bank|NNP|conj|1||+ORG closed|VBD|ROOT|5 .|.|punct|5",
            [("Leeds and Northern Bank", "ORG")],
        ),
        (
            "Leeds and Northern Bank agreed.",  # without "the" they are two
            "Leeds|NNP|nsubj|4||GPE and|CC|cc|0 Northern|NNP|compound|3||ORG "
            "Bank|NNP|conj|0||+ORG agreed|VBD|ROOT|4 .|.|punct|4",
            [("Leeds", "GPE"), ("Northern Bank", "ORG")],
        ),
        (
            "Oslo beat Rome 3 – 0.",
            "Oslo|NNP|nsubj|1||GPE beat|VBD|ROOT|1 Rome|NNP|dobj|1||GPE 3|CD|nummod|2||+GPE "
            "–|:|punct|1 0|CD|npadvmod|1 .|.|punct|1",
            [("Oslo", "GPE"), ("Rome", "GPE")],
        ),
        (
            "It follows US 258 north.",  # a road
            "It|PRP|nsubj|1 follows|VBZ|ROOT|1 US|NNP|dobj|1||GPE 258|CD|nummod|2||+GPE "
            "north|RB|advmod|1 .|.|punct|1",
            [("US 258", "GPE")],
        ),
        (
            "Minister Ada Musa Aden, left.",  # a town that is a last name
            "Minister|NNP|compound|3 Ada|NNP|compound|3||PERSON Musa|NNP|compound|3||+PERSON "
            "Aden|NNP|nsubj|5||GPE ,|,|punct|3 left|VBD|ROOT|5 .|.|punct|5",
            [("Ada Musa Aden", "PERSON")],
        ),
        (
            "Ada Musa left Aden.",
            "Ada|NNP|compound|1||PERSON Musa|NNP|nsubj|2||+PERSON left|VBD|ROOT|2 "
            "Aden|NNP|dobj|2||GPE .|.|punct|2",
            [("Ada Musa", "PERSON"), ("Aden", "GPE")],
        ),
        (
            "Orland, 52, left.",
            "Orland|NNP|nsubj|4||GPE ,|,|punct|0 52|CD|appos|0 ,|,|punct|0 left|VBD|ROOT|4 "
            ".|.|punct|4",
            [("Orland", "PERSON")],
        ),
        (
            "Orland, 1952, left.",  # no age
            "Orland|NNP|nsubj|4||GPE ,|,|punct|0 1952|CD|appos|0 ,|,|punct|0 left|VBD|ROOT|4 "
            ".|.|punct|4",
            [("Orland", "GPE")],
        ),
        (
            "Burkina Faso left.",
            "Burkina|NNP|compound|1||GPE Faso|NNP|nsubj|2 left|VBD|ROOT|2 .|.|punct|2",
            [("Burkina Faso", "GPE")],
        ),
        (
            "Oslo Bank left.",  # a bank is no town
            "Oslo|NNP|compound|1||GPE Bank|NNP|nsubj|2 left|VBD|ROOT|2 .|.|punct|2",
            [("Oslo", "GPE")],
        ),
        (
            "He sold 0,5 Harlow shares.",
            "He|PRP|nsubj|1 sold|VBD|ROOT|1 0,5|CD|nummod|4||ORG Harlow|NNP|compound|4||+ORG "
            "shares|NNS|dobj|1 .|.|punct|1",
            [("Harlow", "ORG")],
        ),
        (
            "Mr Albanese left.",
            "Mr|NNP|compound|1 Albanese|NNP|nsubj|2||LANGUAGE left|VBD|ROOT|2 .|.|punct|2",
            [("Albanese", "PERSON")],
        ),
    ],
)
def test_corrected(text: str, parse: str, expected: list[tuple[str, str]]) -> None:
    assert _entities(text, parse) == expected


_NAMED = (
    "Jack Selby left",
    "Jack|NNP|compound|1||PERSON Selby|NNP|nsubj|2||+PERSON left|VBD|ROOT|2",
)


@pytest.mark.parametrize(
    ("text", "parse", "expected"),
    [
        ("Selby won", "Selby|NNP|nsubj|1||ORG won|VBD|ROOT|1", [("Selby", "PERSON")]),
        ("Selby won", "Selby|NNP|nsubj|1 won|VBD|ROOT|1", [("Selby", "PERSON")]),
        ("Orr won", "Orr|NNP|nsubj|1||ORG won|VBD|ROOT|1", [("Orr", "ORG")]),
        ("Selby won", "Selby|NNP|nsubj|1||GPE won|VBD|ROOT|1", [("Selby", "GPE")]),  # the town
        ("Selby Lane won", "Selby|NNP|compound|1 Lane|NNP|nsubj|2 won|VBD|ROOT|2", []),
    ],
)
def test_who_was_told_in_full(text: str, parse: str, expected: list[tuple[str, str]]) -> None:
    surnames = Surnames()
    _entities(*_NAMED, surnames)
    assert _entities(text, parse, surnames) == expected


def test_a_surname_that_bodies_have_too_is_left() -> None:
    surnames = Surnames()
    _entities(*_NAMED, surnames)
    bank = "Selby|NNP|compound|1||ORG Bank|NNP|nsubj|2||+ORG won|VBD|ROOT|2"
    _entities("Selby Bank won", bank, surnames)
    assert _entities("Selby won", "Selby|NNP|nsubj|1||ORG won|VBD|ROOT|1", surnames) == [
        ("Selby", "ORG")
    ]
