"""Comparing a graph with its articles: every change of an article must be seen."""

from dataclasses import replace

import pytest

from kg.graph.verification import verify
from kg.model import Article
from tests.cli.sample import DENIAL, HAMADAN, SAMPLE


def _messages(articles):
    return [(f.article, f.message) for f in verify(SAMPLE, articles).findings]


def test_unchanged_articles_hold():
    result = verify(SAMPLE, [DENIAL, HAMADAN])
    assert result.holds
    assert (result.articles, result.spans) == (2, 8)


@pytest.mark.parametrize("at", range(len(HAMADAN.text)))
def test_a_change_of_any_character_is_seen(at):
    text = HAMADAN.text[:at] + "¤" + HAMADAN.text[at + 1 :]
    result = verify(SAMPLE, [Article.of(id="hamadan", text=text), DENIAL])
    assert not result.holds
    assert result.findings[0].message.startswith("the text is not the one")


def test_a_moved_span_is_named_with_its_old_and_new_words():
    text = "In August, " + HAMADAN.text
    messages = dict(_messages([Article.of(id="hamadan", text=text), DENIAL])[1:])
    assert messages
    moved = [m for _, m in _messages([Article.of(id="hamadan", text=text), DENIAL])]
    assert "subject 0-6 was 'Russia' and is 'In Aug'" in moved


def test_wrong_offsets_in_the_graph_are_seen_though_the_hash_holds():
    first, *others = SAMPLE.statements
    evidence = first.evidence[0]
    shifted = replace(evidence.object, start=evidence.object.start + 1, end=evidence.object.end + 1)
    broken = replace(first, evidence=(replace(evidence, object=shifted),))
    graph = replace(SAMPLE, statements=(broken, *others))
    [finding] = verify(graph, [HAMADAN, DENIAL]).findings
    assert finding.message == "object 17-24 was 'bombers' and is 'ombers '"


def test_an_article_not_given_is_named():
    assert _messages([HAMADAN]) == [("later/denial", "an article of the graph, but not given")]


def test_an_article_that_is_not_of_the_graph_is_named():
    other = Article.of(id="other", text="Something else.")
    assert _messages([HAMADAN, DENIAL, other]) == [("other", "not an article of the graph")]


def test_an_article_under_another_id_is_known_by_its_hash():
    alone = Article.of(id="denial", text=DENIAL.text)
    assert verify(SAMPLE, [HAMADAN, alone]).holds


def test_an_article_that_only_evidence_names_is_told():
    graph = replace(SAMPLE, articles=(HAMADAN,))
    [finding] = verify(graph, [HAMADAN]).findings
    assert finding.article == "later/denial"


def test_the_graph_need_not_hold_the_texts():
    bare = tuple(replace(article, text="") for article in SAMPLE.articles)
    assert verify(replace(SAMPLE, articles=bare), [HAMADAN, DENIAL]).holds


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("title", "the title was None and is 'Other'"),
        ("published", "the date was '2016-08-16' and is 'Other'"),
        ("source", "the source was None and is 'Other'"),
        ("url", "the address was None and is 'Other'"),
    ],
)
def test_a_change_of_what_is_told_about_an_article_is_seen(field, message):
    bare = replace(HAMADAN, title=None, published="2016-08-16", source=None, url=None)
    graph = replace(SAMPLE, articles=(bare, DENIAL))
    assert verify(graph, [replace(bare, published=None), DENIAL]).holds
    [finding] = verify(graph, [replace(bare, **{field: "Other"}), DENIAL]).findings
    assert finding.message == message
