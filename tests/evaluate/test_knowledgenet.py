"""Facts between two names against passages made by hand."""

import json
from dataclasses import replace

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate
from kg.evaluate.knowledgenet import readers
from kg.evaluate.report import Row
from kg.export.mentions import write_mentions
from kg.model import LinkedMention, Mention
from kg.ontology import load_ontology
from tests.evaluate.made import named, nominal, span, statement, written

WORK = "Ann Lee, chief executive of Acme, leads Acme. She is Dutch."
LOVE = "Bob Roe married Eve Roe. Bob belongs to the Greens and the club."
BEGIN = 100  # of the passage WORK in its document; the gold's offsets are into the document


def _fact(id, property_, begin, text, subject, object_, names=True):
    ends = [[begin + s.start, begin + s.end, s.text, None] for s in (subject, object_)]
    return {
        "id": id,
        "property": property_,
        "subject": ends[0],
        "object": ends[1],
        "names": names,
    }


def _gold():
    ann, acme, she = span(WORK, "Ann Lee"), span(WORK, "Acme"), span(WORK, "She")
    bob, eve = span(LOVE, "Bob Roe"), span(LOVE, "Eve Roe")
    yield _fact("d-100", "CEO", BEGIN, WORK, acme, ann)
    yield _fact("d-100", "NATIONALITY", BEGIN, WORK, she, span(WORK, "Dutch"), names=False)
    yield _fact("e-0", "SPOUSE", 0, LOVE, bob, eve)
    yield _fact("e-0", "POLITICAL_AFFILIATION", 0, LOVE, bob, span(LOVE, "Greens"))


PASSAGES = [
    {"id": "d-100", "text": WORK, "properties": ["CEO", "NATIONALITY"]},
    {"id": "e-0", "text": LOVE, "properties": ["SPOUSE", "POLITICAL_AFFILIATION"]},
]
ACME, DUTCH = named("Acme", "Company"), named("Netherlands", "Country")
GREENS, CLUB = named("Greens", "Party"), named("club", "Organization")


def _work(subject, relation, object_, *words, **more):
    at = [span(WORK, one) for one in words]
    return statement(subject, relation, object_, article="d-100", text=WORK, at=at, **more)


def _love(subject, relation, object_, *words, **more):
    at = [span(LOVE, one) for one in words]
    return statement(subject, relation, object_, article="e-0", text=LOVE, at=at, **more)


LEADS = _work(
    "Ann Lee", "leads", ACME, "Ann", "Acme", surface=("is", "Ann Lee", "chief executive of Acme")
)


@pytest.fixture
def score(tmp_path):
    gold, passages = tmp_path / "gold.jsonl", tmp_path / "passages.jsonl"
    gold.write_text("\n".join(map(json.dumps, _gold())), encoding="utf-8")
    passages.write_text("\n".join(map(json.dumps, PASSAGES)), encoding="utf-8")

    def score(*said):
        path = written(tmp_path / "said.jsonl", said)
        return evaluate(gold, path, documents=passages)

    return score


def _counts(report, row):
    return tuple(report.figure(row, name) for name in ("said", "right", "asked", "found"))


def test_overlapping_spans_and_the_passages_own_offsets(score):
    report = score(LEADS)
    assert _counts(report, "CEO") == (1, 1, 1, 1)
    assert _counts(report, "all") == (1, 1, 3, 1)  # the fact of "She" is not asked for
    expected = Row(name="all", values=(1, 1, 1.0, 3, 1, 1 / 3, 0.5))
    assert report.rows[-1] == expected


def test_a_chief_executive_is_told_by_the_words_or_a_position(score):
    surface = ("leads", "Ann Lee", "Acme")
    leads = _work("Ann Lee", "leads", ACME, "Ann", "Acme", surface=surface)
    assert _counts(score(leads), "CEO") == (0, 0, 1, 0)
    holds = _work("Ann Lee", "holds_position", nominal("CEO"), "Ann", "chief executive")
    assert _counts(score(leads, holds), "CEO") == (1, 1, 1, 1)
    other = _work("Acme", "holds_position", nominal("CEO"), "Acme", "chief executive")
    assert _counts(score(leads, other), "CEO") == (0, 0, 1, 0)


def test_a_position_told_elsewhere_does_not_count(score):
    surface = ("leads", "Ann Lee", "Acme")
    leads = _work("Ann Lee", "leads", ACME, "Ann", "Acme", surface=surface)
    holds = _work("Ann Lee", "holds_position", nominal("CEO"), "Ann", "chief executive")
    later = span(WORK, "She is Dutch.")
    (evidence,) = holds.evidence
    moved = replace(evidence, start=later.start, end=later.end, text=later.text)
    assert _counts(score(leads, replace(holds, evidence=(moved,))), "CEO") == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("property_", "relation", "kind", "said"),
    [
        ("HEADQUARTERS", "located_in", "Company", 1),
        ("HEADQUARTERS", "located_in", "City", 0),
        ("SUBSIDIARY_OF", "owns", "NewsMedia", 1),
        ("SUBSIDIARY_OF", "owns", "Person", 0),
    ],
)
def test_the_class_of_the_subject_counts(tmp_path, property_, relation, kind, said):
    passage = {"id": "p-0", "text": LOVE, "properties": [property_]}
    (tmp_path / "passages.jsonl").write_text(json.dumps(passage), encoding="utf-8")
    bob, eve = span(LOVE, "Bob Roe"), span(LOVE, "Eve Roe")
    fact = _fact("p-0", property_, 0, LOVE, bob, eve)
    (tmp_path / "gold.jsonl").write_text(json.dumps(fact), encoding="utf-8")
    stated = statement(
        named("Bob Roe", kind), relation, CLUB, article="p-0", text=LOVE, at=(bob, eve)
    )
    path = written(tmp_path / "said.jsonl", [stated])
    report = evaluate(tmp_path / "gold.jsonl", path, documents=tmp_path / "passages.jsonl")
    assert report.figure(property_, "said") == said


def test_a_pronouns_fact_justifies_but_is_not_asked_for(score):
    said = _work("Ann Lee", "citizen_of", DUTCH, "She", "Dutch")
    assert _counts(score(said), "NATIONALITY") == (1, 1, 0, 0)


def test_only_positive_and_actual_statements_of_named_entities_count(score):
    ends = ("citizen_of", DUTCH, "Acme", "Dutch")
    wrong = _work("Acme", *ends, rule="bad")
    assert _counts(score(wrong), "NATIONALITY") == (1, 0, 0, 0)
    assert {one.rule for one in score(wrong).findings if one.verdict == "wrong"} == {"bad"}
    assert score(wrong).rules == (("bad", 0, 1),)
    assert _counts(score(_work("Acme", *ends, polarity="negative")), "all") == (0, 0, 3, 0)
    assert _counts(score(_work("Acme", *ends, modality="possible")), "all") == (0, 0, 3, 0)
    assert _counts(score(_work(nominal("firm"), *ends)), "all") == (0, 0, 3, 0)


def test_marriage_holds_both_ways_and_counts_once(score):
    there = _love("Bob Roe", "spouse_of", "Eve Roe", "Bob Roe", "Eve Roe")
    back = _love("Eve Roe", "spouse_of", "Bob Roe", "Eve Roe", "Bob Roe")
    assert _counts(score(back), "SPOUSE") == (1, 1, 1, 1)
    assert _counts(score(there, back), "SPOUSE") == (1, 1, 1, 1)


def test_direction_counts_elsewhere(score):
    surface = ("is", "Acme", "chief executive of Ann")
    said = _work(ACME, "leads", "Ann Lee", "Acme", "Ann", surface=surface)
    assert _counts(score(said), "CEO") == (1, 0, 1, 0)


def test_the_class_of_the_object_tells_a_party(score):
    party = _love("Bob Roe", "member_of", GREENS, "Bob Roe", "Greens")
    club = _love("Bob Roe", "member_of", CLUB, "Bob Roe", "club")
    assert _counts(score(party, club), "POLITICAL_AFFILIATION") == (1, 1, 1, 1)


def test_properties_of_which_a_passage_is_not_complete_are_not_judged(score):
    said = _love("Bob Roe", "works_for", CLUB, "Bob Roe", "club")
    assert _counts(score(said), "EMPLOYEE_OR_MEMBER_OF") == (0, 0, 0, 0)


def test_missed_facts_are_listed(score):
    missed = {one.text.partition(" |")[0] for one in score(LEADS).findings}
    assert missed == {"SPOUSE Bob Roe → Eve Roe", "POLITICAL_AFFILIATION Bob Roe → Greens"}


def test_other_texts_are_refused(score):
    said = statement("Ann Lee", "leads", ACME, article="d-100", text="Ann Lee leads Acme.")
    with pytest.raises(InputError, match="d-100 is not the text"):
        score(said)


def test_the_table_names_relations_and_classes_of_the_ontology():
    ontology = load_ontology()
    for _, rows in readers().values():
        for row in rows:
            assert row.relation in ontology.properties
            kinds = {row.subject_type, row.object_type, *row.not_subject} - {None}
            assert kinds <= set(ontology.classes)


def test_a_fact_is_found_by_any_name_of_its_ends(score, tmp_path):
    other = _love(
        "Bob Roe", "member_of", GREENS, "Bob Roe", "Greens"
    )  # the gold has it of the second "Bob"; the span of the first does not overlap
    again = span(LOVE, "Bob", 1)
    moved = replace(
        other,
        evidence=tuple(replace(e, subject=span(LOVE, "Bob Roe")) for e in other.evidence),
    )
    path = tmp_path / "mentions.jsonl"
    gold, passages = tmp_path / "gold.jsonl", tmp_path / "passages.jsonl"
    rows = [_fact("e-0", "POLITICAL_AFFILIATION", 0, LOVE, again, span(LOVE, "Greens"))]
    score(moved)
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    said = tmp_path / "said.jsonl"
    alone = evaluate(gold, said, documents=passages)
    assert _counts(alone, "POLITICAL_AFFILIATION")[2:] == (1, 0)
    words = Mention(
        start=again.start, end=again.end, text="Bob", kind="name", type="Person", head="Bob"
    )
    write_mentions(
        [LinkedMention(article="e-0", mention=words, entity=moved.subject, reason="by hand")], path
    )
    found = evaluate(gold, said, documents=passages, mentions=path)
    assert _counts(found, "POLITICAL_AFFILIATION")[2:] == (1, 1)


def test_mentions_are_for_this_measure_only(tmp_path):
    path = written(tmp_path / "said.jsonl", [LEADS])
    with pytest.raises(InputError, match="takes no --mentions"):
        evaluate(tmp_path, path, measure="facts", mentions=path)
