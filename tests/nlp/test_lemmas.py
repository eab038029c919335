"""Verb lemmas that the rule lemmatizer gets wrong, and those it gets right and must keep."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc as SpacyDoc

from kg.nlp.lemmas import correct_lemmas
from kg.nlp.words import words_of


def _corrected(form: str, tag: str, lemma: str) -> str:
    doc = words_of(SpacyDoc(spacy.blank("en").vocab, words=[form], tags=[tag], lemmas=[lemma]))
    correct_lemmas(doc)
    return doc[0].lemma_


@pytest.mark.parametrize(
    ("form", "tag", "given", "lemma"),
    [
        # A single consonant before the ending: the stem had an e.
        ("hoped", "VBD", "hop", "hope"),
        ("hoping", "VBG", "hop", "hope"),
        ("waging", "VBG", "wag", "wage"),
        ("bared", "VBN", "bar", "bare"),
        ("Hoped", "VBD", "hop", "hope"),
        # A doubled one: it had not.
        ("hopped", "VBD", "hop", "hop"),
        ("barred", "VBN", "bar", "bar"),
        ("bidding", "VBG", "bid", "bid"),
        # Longer stems, other endings, what is right already.
        ("visited", "VBD", "visit", "visit"),
        ("launched", "VBD", "launch", "launch"),
        ("attacked", "VBN", "attack", "attack"),
        ("bombing", "VBG", "bomb", "bomb"),
        ("played", "VBD", "play", "play"),
        ("showed", "VBD", "show", "show"),
        ("fixed", "VBD", "fix", "fix"),
        ("went", "VBD", "go", "go"),
        ("taken", "VBN", "take", "take"),
        ("said", "VBD", "say", "say"),
        ("need", "VB", "need", "need"),
        ("being", "VBG", "be", "be"),
        # The lemmatizer gave the form back: it is looked up.
        ("seizing", "VBG", "seizing", "seize"),
        ("demanded", "VBD", "demanded", "demand"),
        # The third person: -es follows only a hiss or an o.
        ("hopes", "VBZ", "hop", "hope"),
        ("passes", "VBZ", "pass", "pass"),
        ("goes", "VBZ", "go", "go"),
        # Unknown words stay.
        ("blorfed", "VBD", "blorf", "blorf"),
        ("bring", "VBG", "bring", "bring"),
    ],
)
def test_verbs(form: str, tag: str, given: str, lemma: str) -> None:
    assert _corrected(form, tag, given) == lemma


@pytest.mark.parametrize("tag", ["NN", "NNS", "JJ", "VB", "NNP"])
def test_only_inflected_verbs_are_touched(tag: str) -> None:
    assert _corrected("hoped", tag, "hop") == "hop"
