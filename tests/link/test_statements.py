"""Extractions to statements: who is meant, which way round, and why not."""

from __future__ import annotations

import pytest

from kg.model import REASONS, Entity, LinkedMention, Reject, Statement, Time, Value
from tests.link.mentions import Text, label, mention, person, told

TUESDAY = Time(value="2016-08-16", start="2016-08-16", end="2016-08-16", text="Tuesday")


def _entity(text: Text, which: int = 0) -> Entity:
    return text.statements()[which].subject


# ── Countries, capitals, peoples ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Russia", "country/russia"),
        ("Russian Federation", "country/russia"),
        ("Moscow", "country/russia"),  # who acts is the government
        ("Washington", "country/united-states"),
        ("Tehran", "country/iran"),
        ("U.S.", "country/united-states"),
        ("America", "country/united-states"),
        ("Britain", "country/united-kingdom"),
        ("Hamadan", "city/hamadan"),  # no capital: stays the city
        ("Georgia", "country/georgia"),
    ],
)
def test_who_acts(words: str, key: str) -> None:
    assert _entity(told(words, "attack", "Kuwait")).id.endswith(f"/entity/{key}")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        # A capital is the city where something happens, lies, or is done.
        (told("Russia", "bomb", "Baghdad"), "city/baghdad"),
        (told("Kerry", "travel", "Moscow", preposition="to"), "city/moscow"),
        (told("Kerry", "meet", person("Lavrov"), roles=[("in", "Moscow")]), None),
        (told(mention("embassy", type="Facility"), "lie", "Moscow", pos="pattern",
              preposition="in", rule="place.inside"), "city/moscow"),
        # Where it is addressed, and acts elsewhere in the article, it is the government.
        (told("Moscow", "attack", "Kuwait").told("Iran", "warn", "Moscow"), "country/russia"),
        # Somebody is spoken with: a government.
        (told("Iran", "talk", "Moscow", pos="noun", preposition="with"), "country/russia"),
    ],
)  # fmt: skip
def test_where_and_to_whom(text: Text, key: str | None) -> None:
    last = text.statements()[-1]
    target = last.object if key else last.roles[0][1]
    assert isinstance(target, Entity)
    assert target.id.endswith(key or "city/moscow")


@pytest.mark.parametrize(
    ("one", "text", "key"),
    [
        ("Russian", mention("Russian"), "country/russia"),
        ("the Russians", mention("the Russians"), "country/russia"),
        ("Russians", mention("Russians"), "group/russians"),
    ],
)
def test_peoples(one: str, text, key: str) -> None:
    assert _entity(told(text, "attack", "Kuwait")).id.endswith(f"/entity/{key}"), one


def test_a_source_in_a_capital_is_its_government() -> None:
    (one,) = told("Iran", "attack", "Kuwait", source="Moscow").statements()
    assert one.attribution is not None
    assert one.attribution.entity.label == "Russia"
    assert one.attribution.text == "Moscow"


# ── Names ──────────────────────────────────────────────────────────────────────────────────────


def test_a_surname_is_the_full_name_of_the_article() -> None:
    text = Text()
    text.name(person("Anna Varley"))
    text.told(person("Varley"), "visit", "Iran")
    text.told(person("Ms. Varley"), "visit", "Iraq")
    first, second = text.statements()
    assert first.subject == second.subject
    assert first.subject.label == "Anna Varley"
    assert first.subject.id.endswith("/entity/person/anna-varley")
    assert "Varley" in first.subject.aliases


def test_two_of_a_surname_are_told_apart() -> None:
    text = Text()
    text.name(person("Anna Varley"))
    text.name(person("Otto Varley"))
    text.told(person("Varley"), "visit", "Iran")
    assert _entity(text).label == "Varley"


def test_an_acronym_is_its_body() -> None:
    text = Text()
    text.name(mention("Tolvane Grain Union", type="Organization"))
    text.told(mention("TGU", type="Organization"), "sue", mention("Harl", type="Organization"))
    assert _entity(text).label == "Tolvane Grain Union"


@pytest.mark.parametrize(
    ("words", "kind"),
    [("UN", "Organization"), ("U.N.", "Organization"), ("United Nations", "Organization")],
)
def test_one_body_one_iri(words: str, kind: str) -> None:
    text = told(mention(words, type=kind), "condemn", "Iran")
    assert _entity(text).label == "United Nations"


@pytest.mark.parametrize(
    ("words", "kind", "iri"),
    [
        ("Anna Varley", "Person", "person/anna-varley"),
        ("Mohamed al-Ahmed", "Person", "person/mohamed-al-ahmed"),
        ("Zwolm", "Place", "actor/zwolm"),
        ("Tolvane Grain", "Organization", "organization/tolvane-grain"),
        # The last word of a body's name tells its class.
        ("Zwolm Ministry", "Organization", "governmentbody/zwolm-ministry"),
        ("Tolvane University", "Organization", "institution/tolvane-university"),
    ],
)
def test_what_the_knowledge_base_lacks_gets_an_iri_of_its_name(
    words: str, kind: str, iri: str
) -> None:
    found = _entity(told(mention(words, type=kind), "sue", "Iran"))
    assert found.id == f"https://kg.example/id/entity/{iri}"
    assert found.external == ()


def test_the_base_of_iris_is_the_callers() -> None:
    one, *_ = told("Russia", "attack", "Iran").linked("https://news.example/")
    assert isinstance(one, Statement)
    assert one.subject.id == "https://news.example/entity/country/russia"


def test_known_entities_have_their_other_names_and_identifiers() -> None:
    found = _entity(told("Moscow", "attack", "Kuwait"))
    assert "Russian Federation" in found.aliases
    assert found.label not in found.aliases
    assert found.external == ("https://sws.geonames.org/2017370/",)


# ── Office holders ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("published", "name", "label"),
    [
        ("2016-08-16", "Obama", "Barack Obama"),
        ("2016-08-16", "Kerry", "John Kerry"),
        ("1990-08-16", "Obama", "Obama"),  # not in office then
        ("2016-08-16", "Morales", "Morales"),  # two were: of Bolivia and of Guatemala
        (None, "Obama", "Obama"),  # no date: nobody is known to be in office
    ],
)
def test_a_bare_surname_is_who_was_in_office(published: str | None, name: str, label: str) -> None:
    text = Text(published=published).told(person(name), "visit", "Iran")
    assert _entity(text).label == label


def test_a_relative_of_somebody_is_no_ruler() -> None:
    text = told(person("Obama"), "wife", person("John Reed"), pos="noun", rule="title.before_name")
    assert text.told(person("Obama"), "visit", "Iran").statements()[1].subject.label == "Obama"


def test_a_family_name_that_stands_first_needs_its_country() -> None:
    published = "2018-08-16"
    alone = Text(published=published).told(person("Kim"), "visit", "Iran")
    assert _entity(alone).label == "Kim"
    named = Text(published=published).told(person("Kim"), "visit", "North Korea")
    assert _entity(named).label == "Kim Jong Un"


@pytest.mark.parametrize(
    ("title", "rule", "owner", "kinds"),
    [
        ("son", "title.before_name", "Entity", ("Person", "Person")),
        ("senator", "title.copula", "Place", ("Person", "Entity")),  # nothing bears out a place
        ("founder", "title.copula", "Place", ("Agent", "Organization")),
        ("founder", "title.copula", "Person", ("Agent", "Organization")),
    ],
)
def test_titles_tell_classes(title: str, rule: str, owner: str, kinds: tuple[str, str]) -> None:
    text = told(
        mention("Zwolm", type="Organization"), title, mention("Harl", type=owner),
        pos="noun", rule=rule,
    )  # fmt: skip
    visit = text.told("Zwolm", "visit", "Harl").linked()[1]
    assert isinstance(visit, Statement)
    assert isinstance(visit.object, Entity)
    assert (visit.subject.type, visit.object.type) == kinds


def test_a_body_of_a_country_has_its_name_spelled_out() -> None:
    one = _entity(told(mention("US Park Service", type="Organization"), "visit", "Iran"))
    assert {"Park Service", "United States Park Service"} <= set(one.aliases)


def test_the_whole_name_tells_its_class_before_the_last_word() -> None:
    one = _entity(told(mention("Zwolm House of Representatives"), "visit", "Iran"))
    assert one.type == "GovernmentBody"


def test_mentions_are_given_of_what_no_statement_has() -> None:
    text = Text()
    text.name(person("Anna Varley"))
    text.told("he", "visit", "Iran")
    text.text += "Varley rests."
    found = [one for one in text.linked() if isinstance(one, LinkedMention)]
    assert [(m.mention.text, m.entity.label) for m in found] == [
        ("Anna Varley", "Anna Varley"), ("he", "Anna Varley"), ("Iran", "Iran"),
    ]  # fmt: skip


def test_a_title_is_its_holder_in_the_article() -> None:
    text = told(
        person("Anna Varley"), "hold position", Value(label="Zwolm defense minister"),
        pos="pattern", rule="title.apposition",
    )  # fmt: skip
    text.told(mention("the Zwolm defense minister", kind="nominal"), "visit", "Iran")
    assert [s.subject.label for s in text.statements()] == ["Anna Varley"] * 2


def test_a_title_of_two_holders_is_neither() -> None:
    text = Text()
    for name in ("Anna Varley", "Otto Harl"):
        text.told(person(name), "hold position", Value(label="envoy"), pos="pattern",
                  rule="title.apposition")  # fmt: skip
    text.told(mention("the envoy"), "visit", "Iran")
    assert _entity(text, 2).label == "envoy"


# ── Pronouns ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_he_and_she_are_the_only_person_who_acted(pronoun: str) -> None:
    text = told(person("Anna Varley"), "visit", "Iran").told(pronoun, "visit", "Iraq")
    first, second = text.statements()
    assert second.subject == first.subject
    assert second.confidence < first.confidence  # a guess costs


def test_he_is_nobody_when_two_acted() -> None:
    text = told("Iran", "invite", person("Anna Varley"), roles=[("with", person("Otto Harl"))])
    assert text.told("he", "visit", "Iraq").reasons() == ["pronoun unresolved"]


def test_he_does_not_reach_far_back() -> None:
    text = told(person("Anna Varley"), "visit", "Iran")
    text.text += "It rained. " * 60
    assert text.told("he", "visit", "Iraq").reasons() == ["pronoun unresolved"]


def test_he_is_not_somebody_named_later() -> None:
    text = told("he", "visit", "Iraq").told(person("Anna Varley"), "visit", "Iran")
    assert text.reasons() == ["pronoun unresolved"]


@pytest.mark.parametrize(
    "text",
    [
        told("they", "attack", "Iran"),
        told("it", "attack", "Iran"),
        told("Iran", "attack", "it"),
        told("Iran", "attack", "Kuwait", source="he"),
    ],
)
def test_pronouns_that_nothing_settles(text: Text) -> None:
    assert text.reasons() == ["pronoun unresolved"]


def test_a_role_whose_pronoun_is_open_is_left_out() -> None:
    (one,) = told("Iran", "attack", "Kuwait", roles=[("with", "it"), ("in", "Basra")]).statements()
    assert [(name, entity.label) for name, entity in one.roles] == [("in", "Basra")]


# ── Nominals ───────────────────────────────────────────────────────────────────────────────────


def test_a_building_is_called_after_its_city() -> None:
    base = mention("air base", type="Facility", head="base")
    text = told(base, "lie", "Hamadan", pos="pattern", preposition="in", rule="place.inside")
    text.told("Russia", "use", mention("the base", type="Facility"))
    located, used = text.statements()
    assert located.subject.label == "Hamadan air base"
    assert used.object == located.subject
    assert located.subject.id.startswith("https://kg.example/id/article/a/thing/")
    assert not located.subject.named


def test_things_of_two_articles_have_two_iris() -> None:
    one = told("Russia", "use", mention("base", type="Facility")).statements()[0].object
    assert isinstance(one, Entity)
    assert "/article/a/" in one.id


# ── Which way round ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (told("Russia", "attack", "Georgia"), ("Russia", "attacks", "Georgia")),
        (
            told("Russia", "attack", "Georgia", pos="noun", preposition="on"),
            ("Russia", "attacks", "Georgia"),
        ),
        (
            told(person("Anna Varley"), "president", "Iran", pos="noun"),
            ("Anna Varley", "leads", "Iran"),
        ),
        (told("Iran", "zigzag", "Iraq"), ("Iran", "zigzags", "Iraq")),
    ],
)
def test_directions(text: Text, fact: tuple[str, str, str]) -> None:
    assert text.facts() == [fact]


def test_an_inverse_sense_changes_both_ends_and_their_evidence() -> None:
    parent, child = (mention(name, type="Company") for name in ("Harl", "Tolvane"))
    text = told(parent, "parent company", child, pos="noun")
    assert text.facts() == [("Tolvane", "subsidiary of", "Harl")]
    (evidence,) = text.statements()[0].evidence
    assert evidence.subject is not None
    assert evidence.object is not None
    assert (evidence.subject.text, evidence.object.text) == ("Tolvane", "Harl")


# ── Qualifiers, evidence, events ───────────────────────────────────────────────────────────────


def test_qualifiers_are_kept_and_part_of_the_id() -> None:
    plain = told("Russia", "attack", "Georgia")
    variants = [
        plain,
        told("Russia", "attack", "Georgia", polarity="negative"),
        told("Russia", "attack", "Georgia", modality="possible"),
        told("Russia", "attack", "Georgia", source="Iran"),
        told("Russia", "attack", "Georgia", time=TUESDAY),
        told("Russia", "attack", "Georgia", roles=[("from", "Armenia")]),
        told("Georgia", "attack", "Russia"),
    ]
    found = [text.statements()[0] for text in variants]
    assert len({one.id for one in found}) == len(variants)
    assert found[1].polarity == "negative"
    assert found[2].modality == "possible"
    assert found[4].time == TUESDAY


def test_the_same_said_twice_is_one_statement() -> None:
    text = told("Russia", "attack", "Georgia").told("Moscow", "attack", "Georgia")
    first, second = text.statements()
    assert first.id == second.id
    assert first.evidence != second.evidence


def test_evidence_slices_back_and_says_why() -> None:
    text = told("Moscow", "attack", "Georgia", roles=[("in", "Batumi")], source="Iran")
    (one,) = text.statements()
    (evidence,) = one.evidence
    for span in (evidence.subject, evidence.object):
        assert span is not None
        assert text.text[span.start : span.end] == span.text
    assert evidence.text == text.text[evidence.start : evidence.end]
    assert [end for end, _ in evidence.links] == ["subject", "object", "attribution", "role in"]
    assert "capital standing for its government" in dict(evidence.links)["subject"]


def test_one_happening_is_one_event() -> None:
    text = told("Russia", "attack", "Georgia", time=TUESDAY)
    text.told("Russia", "attack", "Georgia", time=TUESDAY, source="Iran")
    text.told("Russia", "attack", "Iraq", time=TUESDAY)
    events = [one.event for one in text.statements()]
    assert all(events)
    assert events[0] == events[1] != events[2]


def test_states_have_no_event() -> None:
    (one,) = told(person("Anna Varley"), "president", "Iran", pos="noun").statements()
    assert one.event is None


def test_what_speaks_against_a_reading_lowers_its_confidence() -> None:
    (sure,) = told("Russia", "attack", "Georgia").statements()
    (shared,) = told("Russia", "attack", "Georgia", confidence=0.75).statements()
    (denied,) = told("Russia", "attack", "Georgia", polarity="negative").statements()
    (unknown,) = told("Russia", "frobnicate", "Georgia").statements()
    assert 0.5 < max(shared.confidence, denied.confidence, unknown.confidence) < sure.confidence < 1
    assert round(sure.confidence, 2) == sure.confidence


# ── Rejects ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (told("it", "attack", "Iran"), "pronoun unresolved"),
        (
            told(mention("base", type="Facility"), "lie", person("Anna Varley"), pos="pattern",
                 preposition="in", rule="place.inside"),
            "domain or range",
        ),
        (told("Russia", "attack", "Moscow").told("Moscow", "attack", "Iran"), "subject is object"),
        (told("Russia", "attack", "Russia"), "subject is object"),
        (told("pressure", "create", "problem"), "nobody and nothing in particular"),
        (
            told(mention("the party", type="Organization"), "support", "idea"),
            "nobody and nothing in particular",
        ),
        (told("Russia", "define"), "empty argument"),
        (
            told("Paris", "lie", "London", pos="pattern", preposition="in", rule="place.chain"),
            "contradicts knowledge base",
        ),
    ],
)  # fmt: skip
def test_reasons(text: Text, reason: str) -> None:
    assert text.reasons() == [reason]
    assert reason in REASONS


@pytest.mark.parametrize(
    "text",
    [
        told(mention("the party", type="Organization"), "support", "tax idea"),
        told(mention("the parties", type="Organization", plural=True), "support", "idea"),
        told(mention("the party", type="Organization"), "support", "Iran"),
        told("Russia", "arrest", passive=True),
    ],
)
def test_enough_is_said(text: Text) -> None:
    assert text.reasons() == []


def test_every_extraction_becomes_a_statement_or_a_reject() -> None:
    text = told("Russia", "attack", "Georgia").told("it", "attack", "Iran")
    text.told("pressure", "create", "problem")
    found = [one for one in text.linked() if not isinstance(one, LinkedMention)]
    assert [type(one) for one in found] == [Statement, Reject, Reject]
    rejected = [one.extraction for one in found if isinstance(one, Reject)]
    assert rejected == text.extractions[1:]


def test_a_place_may_lie_where_the_knowledge_base_knows_nothing() -> None:
    text = told("Zwolm", "lie", "Iran", pos="pattern", preposition="in", rule="place.chain")
    assert text.facts() == [("Zwolm", "located in", "Iran")]


def test_a_stated_place_decides_which_city_is_meant() -> None:
    text = told("Annapolis", "lie", "Maryland", pos="pattern", preposition="in",
                rule="place.chain")  # fmt: skip
    (one,) = text.statements()
    assert (one.subject.type, label(one.object)) == ("City", "Maryland")


def test_the_company_is_the_last_one_named_though_no_parse_shows_it() -> None:
    text = told(mention("Facebook", type="Organization"), "visit", "Iran")
    text.told(mention("Google", type="Organization"), "visit", "Iraq")
    text.text += "Facebook founder "
    company = mention("the company", type="Company", head="company")
    text.told(person("Ann Lee"), "visit", company)
    found = [one for one in text.linked() if isinstance(one, LinkedMention)]
    assert [one.entity.label for one in found if one.mention.kind == "nominal"] == ["Facebook"]
