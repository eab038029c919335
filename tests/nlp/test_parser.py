"""Loading a pipeline, and running it over articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Token

from kg.errors import ModelError
from kg.model import Article
from kg.nlp import load_model, model_name, parse
from kg.nlp.parser import BATCH, DEFAULT_MODEL


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


def test_the_default_model_has_a_name(nlp: Language) -> None:
    assert model_name(nlp) == "core_web_md 3.7.1"
    assert "senter" not in nlp.pipe_names


def test_an_absent_model_names_itself_and_the_default() -> None:
    with pytest.raises(ModelError, match=r"no_such_model.*installed") as error:
        load_model("no_such_model")
    assert DEFAULT_MODEL in str(error.value)
    assert error.value.__cause__ is not None


def test_a_folder_that_is_no_model(tmp_path) -> None:
    with pytest.raises(ModelError):
        load_model(str(tmp_path))


def test_a_model_without_a_parser_says_what_it_lacks(tmp_path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelError, match="lacks tagger, parser, ner, lemmatizer"):
        load_model(str(tmp_path))


def test_a_broken_model(tmp_path) -> None:
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 7\n", encoding="utf-8")
    with pytest.raises(ModelError):
        load_model(str(tmp_path))


def test_paragraphs_keep_their_place_and_headings_are_left_out(nlp: Language) -> None:
    text = "Bombers fly\n\nPARIS — Russia bombed Aleppo.\n\nIran hoped for peace."
    (parsed,) = _parsed(nlp, text)
    assert parsed == [
        (text.index("Russia"), "Russia bombed Aleppo."),
        (text.index("Iran"), "Iran hoped for peace."),
    ]


def _parsed(nlp: Language, *texts: str) -> Iterator[list[tuple[int, str]]]:
    articles = (Article.of(id=str(i), text=text) for i, text in enumerate(texts))
    for one in parse(articles, nlp):
        yield [(p.start, p.doc.text) for p in one.paragraphs]


def test_what_is_done_together_is_one_word(nlp: Language) -> None:
    tags = _tags(nlp, "Ann Lee co-founded Tolvane with Bob Reed.")
    assert ("co-founded", "VBD", "ROOT", "co-found", "", "2") in tags


def test_lemmas_are_corrected(nlp: Language) -> None:
    assert ("hoped", "VBD", "ROOT", "hope", "", "1") in _tags(nlp, "Iran hoped for peace.")


def test_an_empty_article_has_no_paragraphs(nlp: Language) -> None:
    assert list(_parsed(nlp, "", " \n ", "It rained.")) == [[], [], [(0, "It rained.")]]


def test_articles_are_read_a_few_at_a_time(nlp: Language) -> None:
    asked = []

    def endless() -> Iterator[Article]:
        for number in count():
            asked.append(number)
            yield Article.of(id=str(number), text="It rained.")

    first = next(parse(endless(), nlp))
    assert first.article.id == "0"
    assert asked == list(range(BATCH))


def test_each_article_keeps_its_own_paragraphs(nlp: Language) -> None:
    texts = ["It rained.\n\nIt snowed.", "", "Kerry left.", "Iran won.\n\nIt lost."]
    articles = [Article.of(id=str(i), text=text) for i, text in enumerate(texts)]
    found = [[p.doc.text for p in one.paragraphs] for one in parse(articles, nlp)]
    assert found == [["It rained.", "It snowed."], [], ["Kerry left."], ["Iran won.", "It lost."]]


def test_one_pipeline_reads_alike_whatever_came_before(nlp: Language) -> None:
    text = "Russia launched bombers from Iran on Tuesday, Kerry said."
    others = [f"Ahmed Massoud met number {i}." for i in range(20)]
    assert _tags(nlp, *others, text) == _tags(nlp, text)


def _tags(nlp: Language, *texts: str) -> list[tuple[str, ...]]:
    """What is known of each token of the last text."""
    articles = [Article.of(id=str(i), text=text) for i, text in enumerate(texts)]
    found = [[_tag(t) for p in one.paragraphs for t in p.doc] for one in parse(articles, nlp)]
    return found[-1]


def _tag(token: Token) -> tuple[str, ...]:
    return (token.text, token.tag_, token.dep_, token.lemma_, token.ent_type_, str(token.head.i))
