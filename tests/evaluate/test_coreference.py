"""GUM's form, and coreference and linking against an article annotated by hand."""

import json

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate
from kg.evaluate.gum import read_folder
from kg.export.mentions import write_mentions
from kg.model import LinkedMention, Mention
from tests.evaluate.made import SHARED, named, needs_shared, nominal, span, statement, written

TEXT = "Ann Lee met Bob.\nShe saw the tall man in Ely. Lee left Bob."
# form, part of speech, note
TOKENS = [
    ("Ann", "PROPN", "(1-person-new-nnnnn-cf1-1,2-coref-Ann_Lee_%28judge%29"),
    ("Lee", "PROPN", "1)"),
    ("met", "VERB", ""),
    ("Bob", "PROPN", "(2-person-new-nnnnn-cf2-1-coref)"),
    (".", "PUNCT", ""),
    ("She", "PRON", "(1-person-giv:act-nnnnn-cf1-1-ana)"),
    ("saw", "VERB", ""),
    ("the", "DET", "(2-person-giv:act-nnnnn-cf2-3-coref"),
    ("tall", "ADJ", ""),
    ("man", "NOUN", ""),
    ("in", "ADP", ""),
    ("Ely", "PROPN", "(3-place-new-nnnnn-cf3-1-sgl-Ely%2C_Cambridgeshire)2)"),
    (".", "PUNCT", ""),
    ("Lee", "PROPN", "(1-person-giv:inact-nnnnn-cf1-1-coref)"),
    ("left", "VERB", ""),
    ("Bob", "PROPN", "(2-person-giv:inact-nnnnn-cf2-1-coref)"),
    (".", "PUNCT", ""),
]
HEADER = "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n"
TITLES = """#FormattedTitle\tURLTitle\tWikidataID
Ann_Lee_(judge)\tAnn_Lee_(judge)\tQ7
Annie_Lee\tAnnie_Lee\tQ7
"""
ANN, BOB, ELY = named("Ann Lee"), named("Bob"), named("Ely", "City")


def _conllu(tokens=TOKENS, header=HEADER):
    rows = [
        [
            str(n),
            form,
            form,
            tag,
            "_",
            "_",
            "0",
            "_",
            "_",
            note and f"Entity={note}",
        ]
        for n, (form, tag, note) in enumerate(tokens, 1)
    ]
    return header + "\n".join("\t".join(row) for row in rows) + "\n"


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gum"
    folder.mkdir()
    (folder / "a.conllu").write_text(_conllu(), encoding="utf-8")
    (folder / "wikidata.tab").write_text(TITLES, encoding="utf-8")
    return folder


@pytest.fixture
def score(gold, tmp_path):
    documents = tmp_path / "docs.jsonl"
    documents.write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")

    def score(*said):
        return evaluate(gold, written(tmp_path / "said.jsonl", said), documents=documents)

    return score


def _said(subject, object_, words, others):
    at = (span(TEXT, *words), span(TEXT, *others))
    return statement(subject, "meets", object_, text=TEXT, at=at)


ALL = [
    _said(ANN, BOB, ("Ann Lee",), ("Bob",)),
    _said(ANN, ELY, ("She",), ("Ely",)),
    _said(ANN, BOB, ("Lee", 1), ("Bob", 1)),
]


@pytest.fixture
def score_mentions(gold, tmp_path):
    documents, path = tmp_path / "docs.jsonl", tmp_path / "mentions.jsonl"
    documents.write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")

    def score(*found, article="a"):
        write_mentions([_linked(article, *one) for one in found], path)
        return evaluate(gold, path, documents=documents)

    return score


def _linked(article, entity, words, nth=0, kind="name"):
    at = span(TEXT, words, nth)
    found = Mention(start=at.start, end=at.end, text=words, kind=kind, type=entity.type, head=words)
    return LinkedMention(article=article, mention=found, entity=entity, reason="made by hand")


EVERY = [
    (ANN, "Ann Lee"),
    (BOB, "Bob"),
    (ANN, "She", 0, "pronoun"),
    (ELY, "Ely"),
    (ANN, "Lee", 1),
    (BOB, "Bob", 1),
]


def test_mentions_are_read_with_offsets_kind_and_title(gold):
    mentions = read_folder(gold, {"a": TEXT})["a"]
    assert all(TEXT[one.start : one.end] == one.text for one in mentions)
    told = {(one.text, one.kind, one.entity, one.title) for one in mentions}
    assert ("Ann Lee", "name", "1", "Ann_Lee_(judge)") in told
    assert ("She", "pronoun", "1", "") in told
    assert ("the tall man in Ely", "nominal", "2", "") in told
    assert ("Ely", "name", "3", "Ely,_Cambridgeshire") in told
    assert len(mentions) == 7


def test_perfect_statements(score):
    report = score(*ALL)
    assert {row.values[-1] for row in report.rows} == {1.0}
    assert report.findings == ()
    assert "6 of 6" in report.notes[0]
    assert len(report.notes) == 1


def test_a_split_chain_costs_recall(score):
    lee = named("Lee")
    report = score(*ALL[:2], _said(lee, BOB, ("Lee", 1), ("Bob", 1)))
    assert report.figure("MUC", "precision") == 1
    assert report.figure("MUC", "recall") == pytest.approx(2 / 3)
    # Ann Lee, she and Lee keep two, two and none; both Bobs are kept; Ely is no chain.
    assert report.figure("B³", "recall") == pytest.approx((2 / 3 + 2 / 3 + 0 + 1 + 1) / 5)
    assert report.figure("name to name", "recall") == pytest.approx(1 / 2)
    assert [one.verdict for one in report.findings] == ["split"]


def test_a_wrong_pronoun_costs_precision(score):
    report = score(ALL[0], _said(BOB, ELY, ("She",), ("Ely",)), ALL[2])
    assert report.figure("he, she", "precision") == 0
    assert report.figure("MUC", "precision") == pytest.approx(2 / 3)
    assert {one.verdict for one in report.findings} == {"joined", "split"}


def test_a_claimant_is_found_by_its_words_where_they_stand_once(score):
    said = statement(BOB, "sees", text=TEXT, at=(span(TEXT, "Bob"), None), says="Ely")
    assert score(said).figure("mentions", "recall") == pytest.approx(2 / 6)
    twice = statement(BOB, "sees", text=TEXT, at=(span(TEXT, "Bob"), None), says="Lee")
    assert score(twice).figure("mentions", "recall") == pytest.approx(1 / 6)


def test_what_is_inferred_shows_no_mention(score):
    at = (span(TEXT, "Ann Lee"), span(TEXT, "Ely"))
    inferred = statement(ANN, "visits", ELY, text=TEXT, at=at, inferred=True)
    assert score(ALL[0], inferred).figure("mentions", "recall") == pytest.approx(2 / 6)


@pytest.mark.parametrize(
    ("words", "met"),
    [("Ann Lee", True), ("Lee", True), ("Lee met Bob.\nShe saw", False), ("met", False)],
)
def test_a_mention_of_ours_lies_within_the_golds_or_is_most_of_it(score, words, met):
    report = score(statement(ANN, "meets", text=TEXT, at=(span(TEXT, words), None)))
    assert report.figure("mentions", "precision") == met


def test_few_mentions_are_told(score):
    report = score(ALL[0])
    assert report.figure("mentions", "recall") == pytest.approx(2 / 6)
    assert report.figure("mentions", "precision") == 1
    assert report.notes[1].startswith("too few for comparison")


def test_nouns_are_outside_the_measure_and_strangers_are_not(score):
    noun = _said(BOB, nominal("seeing"), ("the tall man",), ("saw",))
    stranger = _said(named("Left"), BOB, ("left",), ("Bob", 1))
    report = score(*ALL, noun, stranger)
    assert report.figure("mentions", "precision") == pytest.approx(6 / 7)
    assert report.figure("B³", "precision") == 1  # a chain of one is none
    again = score(*ALL, stranger, _said(named("Left"), BOB, ("met",), ("Bob",)))
    assert again.figure("B³", "precision") == pytest.approx(5 / 7)
    assert again.figure("B³, in both", "precision") == 1
    assert [one.verdict for one in report.findings] == ["spurious"]


def test_links_go_by_names_and_every_title_of_a_thing(score):
    other = _said(named("Annie Lee"), ELY, ("Ann Lee",), ("Ely",))
    assert score(other).figure("linking", "F1") == 1
    wrong = _said(named("Annabel"), named("Elyria", "City"), ("Ann Lee",), ("Ely",))
    report = score(wrong)
    assert report.figure("linking", "precision") == 0
    told = [one.text for one in report.findings if one.verdict == "wrong link"]
    assert "Ely is Ely,_Cambridgeshire, not Elyria" in told


def test_all_mentions_of_an_article_may_be_scored(score_mentions):
    report = score_mentions(*EVERY)
    assert {row.values[-1] for row in report.rows} == {1.0}
    assert (report.findings, report.notes) == ((), ())
    fewer = score_mentions(*EVERY[:-2])
    assert fewer.figure("mentions", "recall") == pytest.approx(4 / 6)
    assert fewer.figure("he, she", "recall") == 1


def test_adjectives_of_nationality_count_where_the_gold_has_them(score_mentions):
    dutch = named("Netherlands", "Country")
    assert (
        score_mentions(*EVERY, (dutch, "tall", 0, "demonym")).figure("mentions", "precision") == 1
    )
    stranger = score_mentions(*EVERY, (dutch, "saw", 0, "name"))
    assert stranger.figure("mentions", "precision") == pytest.approx(6 / 7)


def test_mentions_of_other_articles_or_texts_are_refused(score_mentions, gold, tmp_path):
    with pytest.raises(InputError, match="mentions are of other articles"):
        score_mentions(*EVERY, article="b")
    score_mentions(*EVERY)
    documents = tmp_path / "docs.jsonl"
    documents.write_text(json.dumps({"id": "a", "text": "x" + TEXT}), encoding="utf-8")
    with pytest.raises(InputError, match="not of the document's text"):
        evaluate(gold, tmp_path / "mentions.jsonl", documents=documents)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (_conllu(header="# global.Entity = GRP\n"), "Entity is not of the form GRP-etype"),
        (_conllu([("Anna", "PROPN", "")]), "not of the document's text: 'Anna' is not at 0"),
        (_conllu([("Ann", "PROPN", "(1-a-b-c-d-9-e)")]), "no head '9'"),
    ],
)
def test_annotation_that_does_not_fit_is_named(gold, score, content, told):
    (gold / "a.conllu").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        score(*ALL)


@needs_shared
def test_reads_the_shared_corpus():
    data = SHARED / "bench" / "data"
    rows = map(json.loads, (data / "gum-news.jsonl").read_text(encoding="utf-8").splitlines())
    found = read_folder(data / "gum-news", {row["id"]: row["text"] for row in rows})
    assert len(found) == 12
    assert any(one.title == "Barack_Obama" for one in found["clock"])
    assert sum(one.kind == "name" for several in found.values() for one in several) > 500
