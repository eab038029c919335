"""Inference within one article: what follows, on whose word, how surely, and what does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg.errors import OntologyError
from kg.graph.rules import Rule, infer, load_rules
from kg.model import Article, Attribution, Entity, Evidence, Reading, Relation, Statement
from kg.namespaces import DEFAULT_BASE, KG, ontologies_folder, relation_iri
from kg.ontology import load_ontology
from tests.cli.sample import evidence, statement

ONTOLOGY = load_ontology()
RULES = load_rules()
ARTICLE = Article.of(id="a", text="Russia launched bombers from an Iranian base in Hamadan, Iran.")


def _entity(label: str, kind: str) -> Entity:
    return Entity(id=f"{DEFAULT_BASE}entity/{label.lower()}", label=label, type=kind)


RUSSIA, IRAN, TURKEY = (_entity(name, "Country") for name in ("Russia", "Iran", "Turkey"))
HAMADAN, PROVINCE = _entity("Hamadan", "City"), _entity("Province", "Region")
BASE, BOMBERS = _entity("base", "Facility"), _entity("bombers", "Equipment")
KERRY, LAVROV = _entity("Kerry", "Person"), _entity("Lavrov", "Person")


def _told(subject: Entity, relation: str, target: Entity, **fields: object) -> Statement:
    confidence = fields.pop("confidence", 0.9)
    found = evidence(ARTICLE, ARTICLE.text, "Russia", "Hamadan", confidence=confidence)
    return statement(subject, relation, target, evidence=(found,), **fields)


def _said(by: Entity) -> Attribution:
    return Attribution(entity=by, text=by.label, cue="said")


LAUNCHES = _told(RUSSIA, "launches", BOMBERS, roles=(("from", BASE),))
IN_CITY = _told(BASE, "located_in", HAMADAN)
IN_IRAN = _told(HAMADAN, "located_in", IRAN)
USES, HOSTS = ("Russia", "uses", "base"), ("Iran", "hosts", "Russia")


def _inferred(*statements: Statement, rules: tuple[Rule, ...] = RULES) -> list[Statement]:
    reading = Reading(article=ARTICLE, statements=statements)
    found = infer(reading, rules=rules, ontology=ONTOLOGY, base=DEFAULT_BASE)
    assert found.statements[: len(statements)] == statements
    added = list(found.statements[len(statements) :])
    assert all(s.inferred for s in added)
    return added


def _triples(found: list[Statement]) -> set[tuple[str, str, str]]:
    return {
        (s.subject.label, s.relation.label, s.object.label)
        for s in found
        if isinstance(s.object, Entity)
    }


def test_the_rules_by_name() -> None:
    names = [rule.name for rule in RULES]
    assert names == sorted(names)
    assert {
        "rule.10-located-in",
        "rule.20-launching-is-using",
        "rule.30-foreign-base-is-hosting",
    } <= set(names)


def test_launching_from_a_base_in_a_foreign_country() -> None:
    assert _triples(_inferred(LAUNCHES, IN_CITY, IN_IRAN)) == {
        USES,
        HOSTS,
        ("base", "located in", "Iran"),
    }


@pytest.mark.parametrize(
    ("statements", "conclusions"),
    [
        # Launching something from a base is using it; from a city or by a thing it is not.
        ([LAUNCHES], {USES}),
        ([_told(RUSSIA, "launches", BOMBERS, roles=(("from", HAMADAN),))], set()),
        ([_told(RUSSIA, "launches", BOMBERS, roles=(("to", BASE),))], set()),
        ([_told(BOMBERS, "launches", BOMBERS, roles=(("from", BASE),))], set()),
        ([_told(RUSSIA, "operates_from", BASE)], {USES}),
        ([_told(RUSSIA, "operates_from", HAMADAN)], set()),
        # What lies in what lies in a third lies in the third, however far.
        ([IN_CITY, IN_IRAN], {("base", "located in", "Iran")}),
        (
            [IN_CITY, _told(HAMADAN, "located_in", PROVINCE), _told(PROVINCE, "located_in", IRAN)],
            {
                ("base", "located in", "Province"),
                ("base", "located in", "Iran"),
                ("Hamadan", "located in", "Iran"),
            },
        ),
        # Places in a ring.
        ([IN_IRAN, _told(IRAN, "located_in", HAMADAN)], set()),
        # A country hosts another that uses a base in it, not itself, not a city's.
        ([_told(RUSSIA, "uses", BASE), _told(BASE, "located_in", IRAN)], {HOSTS}),
        ([_told(IRAN, "uses", BASE), _told(BASE, "located_in", IRAN)], set()),
        ([_told(RUSSIA, "uses", BASE), IN_CITY], set()),
        ([_told(KERRY, "uses", BASE), _told(BASE, "located_in", IRAN)], set()),
        # Known already: nothing to add.
        ([LAUNCHES, _told(RUSSIA, "uses", BASE)], set()),
        ([], set()),
    ],
)
def test_what_follows(statements: list[Statement], conclusions: set[tuple[str, str, str]]) -> None:
    assert _triples(_inferred(*statements)) == conclusions


@pytest.mark.parametrize(
    "fields",
    [
        {"polarity": "negative"},
        {"modality": "future"},
        {"modality": "possible"},
        {"modality": "intended"},
        {"modality": "conditional"},
        {"polarity": "negative", "modality": "possible"},
    ],
)
def test_what_is_denied_or_planned_concludes_nothing(fields: dict[str, str]) -> None:
    launch = _told(RUSSIA, "launches", BOMBERS, roles=(("from", BASE),), **fields)
    assert _triples(_inferred(launch, _told(BASE, "located_in", IRAN))) == set()


def test_conclusions_point_to_their_premises() -> None:
    found = {s.relation.label: s for s in _inferred(LAUNCHES, IN_CITY, IN_IRAN)}
    assert found["uses"].premises == (LAUNCHES.id,)
    assert found["located in"].premises == tuple(sorted((IN_CITY.id, IN_IRAN.id)))
    assert found["hosts"].premises == tuple(sorted((found["uses"].id, found["located in"].id)))


def test_conclusions_show_the_words_of_their_premises_under_the_rules_name() -> None:
    (uses,) = _inferred(LAUNCHES)
    (one,) = uses.evidence
    assert one.rule == "rule.20-launching-is-using"
    assert (one.text, one.surface) == (ARTICLE.text, None)


def test_the_lowest_confidence_of_the_premises() -> None:
    low = _told(BASE, "located_in", IRAN, confidence=0.4)
    found = {s.relation.label: s.confidence for s in _inferred(LAUNCHES, low)}
    assert found == {"uses": 0.9, "hosts": 0.4}


def test_the_source_of_the_premises() -> None:
    launch = _told(RUSSIA, "launches", BOMBERS, roles=(("from", BASE),), attribution=_said(KERRY))
    found = _inferred(launch, _told(BASE, "located_in", IRAN))
    assert {s.attribution.entity.label for s in found if s.attribution} == {"Kerry"}
    assert all(s.attribution for s in found)


def test_premises_of_two_sources_are_claimed_by_nobody() -> None:
    uses = _told(RUSSIA, "uses", BASE, attribution=_said(KERRY))
    lies = _told(BASE, "located_in", IRAN, attribution=_said(LAVROV))
    assert _triples(_inferred(uses, lies)) == set()


def test_the_articles_own_premise_is_chosen_before_somebodys() -> None:
    said = _told(RUSSIA, "launches", BOMBERS, roles=(("from", BASE),), attribution=_said(KERRY))
    (uses,) = _inferred(said, _told(RUSSIA, "operates_from", BASE))
    assert uses.attribution is None


def test_the_surer_premise_is_chosen() -> None:
    unsure = _told(RUSSIA, "launches", BOMBERS, roles=(("from", BASE),), confidence=0.3)
    sure = _told(RUSSIA, "operates_from", BASE, confidence=0.8)
    (uses,) = _inferred(unsure, sure)
    assert (uses.confidence, uses.premises) == (0.8, (sure.id,))


def test_the_order_of_statements_is_of_no_matter() -> None:
    told = [LAUNCHES, IN_CITY, IN_IRAN]
    assert {s.id for s in _inferred(*told)} == {s.id for s in _inferred(*reversed(told))}


def test_inferring_again_adds_nothing() -> None:
    told = (LAUNCHES, IN_CITY, IN_IRAN)
    assert _inferred(*told, *_inferred(*told)) == []


def test_objects_that_are_words_or_nothing_are_no_premises() -> None:
    silent = replace(LAUNCHES, object=None)
    assert _inferred(silent) == []


def test_the_date_is_the_premises() -> None:
    dated = replace(LAUNCHES, published="2016-08-16")
    assert [s.published for s in _inferred(dated)] == ["2016-08-16"]


# ── Rules of one's own ─────────────────────────────────────────────────────────────────────────

OWN = f"""
PREFIX kg: <{KG}>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
CONSTRUCT {{ [] a kg:Inference ; rdf:subject ?b ; rdf:predicate kg:fears ; rdf:object ?a ;
  kg:premise ?s . }}
WHERE {{ ?s rdf:subject ?a ; rdf:predicate kg:attacks ; rdf:object ?b . }}
"""


def test_a_folder_of_rules(tmp_path) -> None:
    (tmp_path / "2.rq").write_text(OWN, encoding="utf-8")
    (tmp_path / "1.rq").write_text(OWN, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("none", encoding="utf-8")
    rules = load_rules(tmp_path)
    assert [rule.name for rule in rules] == ["rule.1", "rule.2"]
    found = _inferred(_told(RUSSIA, "attacks", TURKEY), rules=rules)
    assert _triples(found) == {("Turkey", "fears", "Russia")}


def test_a_rule_is_not_asked_without_a_statement_of_what_it_joins(tmp_path) -> None:
    (tmp_path / "own.rq").write_text(f"# joins: hosts uses\n{OWN}", encoding="utf-8")
    (rule,) = load_rules(tmp_path)
    assert rule.relations == {KG + "hosts", KG + "uses"}
    attacks = _told(RUSSIA, "attacks", TURKEY)
    assert _inferred(attacks, rules=(rule,)) == []
    found = _inferred(attacks, _told(IRAN, "hosts", RUSSIA), rules=(rule,))
    assert _triples(found) == {("Turkey", "fears", "Russia")}


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_what_a_rule_of_ours_joins_is_what_it_asks_for(rule: Rule) -> None:
    where = rule.query.partition("WHERE")[2]
    assert rule.relations
    assert all(f"kg:{iri.removeprefix(KG)} " in where for iri in rule.relations)


def test_a_folder_without_rules_infers_nothing(tmp_path) -> None:
    assert load_rules(tmp_path) == ()
    assert _inferred(LAUNCHES, rules=()) == []


@pytest.mark.parametrize("text", ["CONSTRUCT {", "not SPARQL", OWN.replace("kg:fears", "kk:fears")])
def test_a_rule_that_is_not_sparql(tmp_path, text: str) -> None:
    (tmp_path / "bad.rq").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"bad\.rq: not SPARQL"):
        load_rules(tmp_path)


@pytest.mark.parametrize("text", ["SELECT * WHERE { ?s ?p ?o }", "ASK { ?s ?p ?o }"])
def test_a_rule_that_constructs_nothing(tmp_path, text: str) -> None:
    (tmp_path / "bad.rq").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match="bad"):
        load_rules(tmp_path)


@pytest.mark.parametrize("missing", ["rdf:object ?a ;", "rdf:subject ?b ;", "kg:premise ?s ."])
def test_a_rule_whose_conclusion_lacks_a_part(missing: str) -> None:
    rule = Rule("rule.own", OWN.replace(missing, ""))
    with pytest.raises(OntologyError, match="own"):
        _inferred(_told(RUSSIA, "attacks", TURKEY), rules=(rule,))


def test_a_rule_that_is_not_text(tmp_path) -> None:
    (tmp_path / "bad.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(OntologyError, match="bad"):
        load_rules(tmp_path)


def test_our_rules_name_declared_terms_or_relations_that_verbs_mint() -> None:
    for path in sorted((ontologies_folder() / "rules").glob("*.rq")):
        words = path.read_text("utf-8").replace(";", " ").split()
        used = {w.removeprefix("kg:").rstrip(".") for w in words if w.startswith("kg:") and w[3:]}
        roles = {name for name in used if name.startswith("role_")}
        # A relation that kg.ttl lacks is named after its verb and preposition: flies_from.
        minted = {name for name in used if re.fullmatch(r"[a-z]+s_[a-z_]+", name)}
        assert used - roles - minted <= ONTOLOGY.terms


def test_a_conclusions_relation_has_its_label() -> None:
    (uses,) = _inferred(LAUNCHES)
    assert uses.relation == Relation(id=relation_iri("uses"), label="uses")
    assert isinstance(uses.evidence[0], Evidence)
