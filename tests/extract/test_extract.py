"""What holds for every extractor: the registry, text order, slices of the article, speakers."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import EXTRACTORS, extract, readers
from kg.extract.reading import quoted_tokens
from kg.model import Article, Extraction, Mention
from kg.nlp import Paragraph, Parsed
from tests.extract import test_clauses, test_factuality, test_nominals, test_places, test_quotes
from tests.extract import test_titles as titles
from tests.extract.parses import (
    Case,
    case,
    doc_of,
    extractions_of,
    lines,
    ontology,
    read_all,
    readers_of,
    references_of,
)

TABLES = [
    *test_clauses.CASES,
    *test_factuality.CASES,
    *test_nominals.CASES,
    *test_places.CASES,
    *test_quotes.CASES,
    *titles.CASES,
]
SAID = case(
    '"Russia bombed Aleppo," Kerry said.',
    """
    "|``|punct|7 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|7|bomb Aleppo|NNP|dobj|2||GPE
    ,|,|punct|7 "|''|punct|7 Kerry|NNP|nsubj|7||PERSON said|VBD|ROOT|7|say .|.|punct|7
    """,
)
QUOTED = case(
    '"Iran left Homs."',
    """
    "|``|punct|2 Iran|NNP|nsubj|2||GPE left|VBD|ROOT|2|leave Homs|NNP|dobj|2||GPE
    .|.|punct|2 "|''|punct|2
    """,
)
NARRATED = case(
    "Iran left Homs.",
    "Iran|NNP|nsubj|1||GPE left|VBD|ROOT|1|leave Homs|NNP|dobj|1||GPE .|.|punct|1",
)


def test_extractors() -> None:
    assert list(EXTRACTORS) == ["clause", "nominal", "title", "place"]


def test_rules_are_named_after_their_extractor_or_what_it_reads() -> None:
    rules = {one.rule.split(".")[0] for one in _everything()}
    assert rules == {*EXTRACTORS, "apposition"}


def _everything() -> list[Extraction]:
    return extractions_of(readers_of(*TABLES))


def test_mentions_and_sentences_are_slices_of_the_article() -> None:
    text = readers_of(*TABLES)[0].article.text
    found = _everything()
    assert len(found) > 300
    for one in found:
        assert one.sentence.text == text[one.sentence.start : one.sentence.end]
        source = [one.source.mention] if one.source else []
        roles = [mention for _, mention in one.roles]
        for mention in (one.subject, one.object, *roles, *source):
            if isinstance(mention, Mention):
                assert mention.text == text[mention.start : mention.end]


def test_surfaces_are_words_of_the_article() -> None:
    text = readers_of(*TABLES)[0].article.text
    surfaces = [one.surface for one in _everything() if one.surface]
    assert surfaces
    for surface in surfaces:
        assert surface.subject in text
        assert all(argument in text for argument in surface.arguments)


def test_confidence_is_a_probability() -> None:
    assert {0 < one.confidence <= 1 for one in _everything()} == {True}


def test_sentences_come_in_text_order() -> None:
    starts = [one.sentence.start for one in _everything()]
    assert starts == sorted(starts)


def test_reading_twice_gives_the_same() -> None:
    assert _everything() == _everything()


def test_names_are_given_in_text_order() -> None:
    found = [one.mention for one in references_of(SAID, NARRATED)]
    assert [(one.text, one.type) for one in found if one.kind == "name"] == [
        ("Russia", "Place"),
        ("Aleppo", "Place"),
        ("Kerry", "Person"),
        ("Iran", "Place"),
        ("Homs", "Place"),
    ]


def test_readers_of_a_parsed_article_know_its_date() -> None:
    article = Article.of(id="a", text=NARRATED.text, published="2016-08-16")
    paragraph = Paragraph(0, doc_of(NARRATED.text, NARRATED.parse))
    (reader,) = readers(Parsed(article, (paragraph,)), ontology=ontology())
    assert reader.published == date(2016, 8, 16)
    assert lines(extractions_of([reader])) == ["Iran --leave--> Homs positive actual"]


def test_no_paragraphs_give_nothing() -> None:
    assert list(extract([])) == []


# ── Speakers from paragraph to paragraph ───────────────────────────────────────────────────────

SPLIT = case(
    '"Russia bombed Aleppo," Kerry said. "Assad left Homs."',
    """
    "|``|punct|7 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|7|bomb Aleppo|NNP|dobj|2||GPE
    ,|,|punct|7 "|''|punct|7 Kerry|NNP|nsubj|7||PERSON said|VBD|ROOT|7|say .|.|punct|7
    "|``|punct|11 Assad|NNP|nsubj|11||PERSON left|VBD|ROOT|11|leave Homs|NNP|dobj|11||GPE
    .|.|punct|11 "|''|punct|11
    """,
)


def test_a_paragraph_that_ends_quoted_hands_its_speaker_on() -> None:
    assert "Iran --leave--> Homs positive actual, Kerry (said)" in read_all(SPLIT, QUOTED)


def test_a_speaker_goes_on_over_several_paragraphs() -> None:
    found = read_all(SPLIT, QUOTED, QUOTED)
    assert found.count("Iran --leave--> Homs positive actual, Kerry (said)") == 2


def test_narration_between_ends_a_speaker() -> None:
    found = read_all(SPLIT, NARRATED, QUOTED)
    assert "Iran --leave--> Homs positive actual" in found  # the article's own
    assert "Iran --leave--> Homs positive actual, Kerry (said)" not in found


def test_a_quote_of_nobody_states_nothing() -> None:
    assert read_all(QUOTED) == []


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (SAID, ["Russia", "bombed", "Aleppo", ","]),
        (QUOTED, ["Iran", "left", "Homs", "."]),
        (NARRATED, []),
        (case("Iran “left Homs.", "Iran|NNP|x|0 “|``|x|0 left|VBD|x|0 Homs|NNP|x|0 .|.|x|0"),
         ["left", "Homs", "."]),
    ],
)  # fmt: skip
def test_quoted_tokens(one: Case, words: list[str]) -> None:
    doc = doc_of(one.text, one.parse)
    assert [doc[i].text for i in sorted(quoted_tokens(doc))] == words
