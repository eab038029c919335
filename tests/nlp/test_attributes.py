"""The quick attribute ruler sets what spaCy's own does."""

from __future__ import annotations

import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.nlp.attributes import quicken

PATTERNS = [
    {"patterns": [[{"TAG": "VBD"}]], "attrs": {"POS": "VERB", "MORPH": "Tense=Past"}},
    {"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "NOUN"}},
    {"patterns": [[{"LOWER": "was", "TAG": "VBD"}]], "attrs": {"POS": "AUX", "LEMMA": "be"}},
    {"patterns": [[{"TAG": "NN", "DEP": "compound"}]], "attrs": {"MORPH": "Number=Sing"}},
    {"patterns": [[{"LOWER": "rain"}, {"TAG": "VBD"}]], "attrs": {"LEMMA": "storm"}, "index": 0},
    {"patterns": [[{"LOWER": "rain"}, {"LOWER": "fell"}]], "attrs": {"POS": "X"}, "index": -1},
    {"patterns": [[{"LOWER": {"IN": ["hail"]}}]], "attrs": {"POS": "PROPN"}},
    {"patterns": [[{"LOWER": {"REGEX": "^ra"}}]], "attrs": {"MORPH": "Case=Acc"}},
    {"patterns": [[{"IS_SPACE": True}]], "attrs": {"TAG": "_SP", "POS": "SPACE"}},
]
ROWS = [
    (["Rain", "fell", "and", "was", "\n", "hail"], ["NN", "VBD", "CC", "VBD", "", "NN"]),
    (["hail", "Rain", "was", "rain", "fell", "WAS"], ["NN", "NN", "NN", "NN", "VBD", "VBD"]),
]


def _set(quick: bool) -> list[tuple[str, ...]]:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add_patterns(PATTERNS)
    if quick:
        quicken(nlp)
        assert "match" in vars(ruler)
    docs = [
        Doc(nlp.vocab, words, tags=tags, deps=["compound", *["dep"] * (len(words) - 1)])
        for words, tags in ROWS * 2
    ]
    return [(t.text, t.tag_, t.pos_, t.lemma_, str(t.morph)) for doc in docs for t in ruler(doc)]


def test_the_quick_ruler_sets_what_the_slow_one_does() -> None:
    assert _set(quick=True) == _set(quick=False)
    assert len({row[2] for row in _set(quick=False)}) > 5


def test_a_pipeline_without_a_ruler_stays_as_it_is() -> None:
    quicken(spacy.blank("en"))
