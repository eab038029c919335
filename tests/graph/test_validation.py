"""What the shapes let pass and what they must not; the graph is made by hand, then broken."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import GraphError
from kg.export.rdf import generate
from kg.graph.validation import validate
from kg.model import Entity, Value
from kg.namespaces import (
    DEFAULT_BASE,
    KG,
    NIF,
    PREFIXES,
    PROV,
    RDF,
    SCHEMA,
    SEM,
    XSD,
    statement_iri,
)
from tests.cli.sample import BASE, BOMBERS, IRAN, LAUNCHES, MOSCOW, SAMPLE, SHOIGU, USES, statement

STATEMENT = statement_iri(DEFAULT_BASE, LAUNCHES.id)
INFERRED = statement_iri(DEFAULT_BASE, USES.id)
ARTICLE = f"{DEFAULT_BASE}article/hamadan"
DECIMAL = XSD["decimal"]


def _messages(quads):
    return [violation.message for violation in validate(quads)]


def _quads(*statements):
    return list(generate(replace(SAMPLE, statements=statements)))


def _broken(subject, predicate, *objects):
    """The sample's quads with other objects for one property of one node."""
    node, name = ox.NamedNode(subject), ox.NamedNode(predicate)
    kept = [q for q in generate(SAMPLE) if (q.subject, q.predicate) != (node, name)]
    assert len(kept) < len(list(generate(SAMPLE))), "the property is not in the sample"
    return kept + [ox.Quad(node, name, value) for value in objects]


def _read(**fields):
    """A statement about Iran that has evidence."""
    relation, object_ = fields.pop("relation"), fields.pop("object")
    return statement(IRAN, relation, object_, evidence=LAUNCHES.evidence, **fields)


def test_a_graph_as_it_is_written_conforms():
    assert validate(generate(SAMPLE)) == ()


def test_named_graphs_and_stores_conform_too():
    assert validate(generate(SAMPLE, named=True)) == ()
    store = ox.Store()
    store.extend(generate(SAMPLE, named=True))
    assert validate(store) == ()


@pytest.mark.parametrize(
    ("subject", "predicate", "objects", "message"),
    [
        (STATEMENT, RDF["subject"], [], "a statement has one subject"),
        (STATEMENT, RDF["predicate"], [], "a statement has one relation"),
        (
            STATEMENT,
            RDF["object"],
            [ox.NamedNode(BASE.id), ox.NamedNode(BOMBERS.id)],
            "a statement has at most one object",
        ),
        (STATEMENT, KG + "polarity", [ox.Literal("maybe")], "polarity is positive or negative"),
        (STATEMENT, KG + "polarity", [], "polarity is positive or negative"),
        (STATEMENT, KG + "modality", [ox.Literal("past")], "modality is actual, future"),
        (
            STATEMENT,
            KG + "confidence",
            [ox.Literal("1.5", datatype=ox.NamedNode(DECIMAL))],
            "confidence is one decimal from 0 to 1",
        ),
        (STATEMENT, KG + "confidence", [ox.Literal("high")], "confidence is one decimal"),
        (STATEMENT, KG + "inferred", [], "a statement is inferred (true) or read (false)"),
        (STATEMENT, PROV["wasDerivedFrom"], [], "a statement that was read has evidence"),
        (STATEMENT, PROV["wasDerivedFrom"], [ox.NamedNode(ARTICLE)], "is derived from evidence"),
        (
            STATEMENT,
            SEM["hasBeginTimeStamp"],
            [ox.Literal("2017-01-01", datatype=ox.NamedNode(XSD["date"]))],
            "a time begins on one date, not after it ends",
        ),
        (INFERRED, KG + "premise", [], "one that was inferred has premises"),
        (ARTICLE, SCHEMA["sha256"], [ox.Literal("0b5")], "an article has the SHA-256"),
        (ARTICLE, SCHEMA["identifier"], [], "an article has an id"),
        (f"{ARTICLE}#char=0,6", NIF["beginIndex"], [ox.Literal("0")], "a span begins"),
        (f"{ARTICLE}#char=0,6", NIF["beginIndex"], [ox.Literal(9)], "before it ends"),
        (f"{ARTICLE}#char=0,6", NIF["anchorOf"], [], "a span has its words"),
        (f"{ARTICLE}#char=0,6", NIF["referenceContext"], [], "a span is of one article"),
        (IRAN.id, PREFIXES["rdfs"] + "label", [], "an entity has one label"),
        (IRAN.id, RDF["type"], [], "subject of a statement is an entity with a class"),
        (MOSCOW.id, RDF["type"], [], "object of a statement is a literal or an entity"),
    ],
)
def test_what_is_broken_is_told(subject, predicate, objects, message):
    found = _messages(_broken(subject, predicate, *objects))
    assert any(message in told for told in found), found


def test_a_violation_names_node_and_property_on_one_line():
    [violation] = validate(_broken(IRAN.id, PREFIXES["rdfs"] + "label"))
    assert str(violation) == f"<{IRAN.id}>: rdfs:label: an entity has one label"


def test_a_person_is_no_place_to_be_located_in():
    [violation] = validate(_quads(_read(relation="located_in", object=SHOIGU)))
    assert violation.node == f"Sergei Shoigu <{SHOIGU.id}>"
    assert violation.message == "the object of “located in” must be of class place (kg:Place)"


@pytest.mark.parametrize("polarity", ["positive", "negative"])
@pytest.mark.parametrize("modality", ["actual", "possible"])
def test_what_is_denied_or_possible_must_make_sense_too(polarity, modality):
    wrong = _read(relation="located_in", object=SHOIGU, polarity=polarity, modality=modality)
    assert validate(_quads(wrong))


def test_a_direct_triple_alone_is_checked():
    located = ox.NamedNode(KG + "located_in")
    direct = ox.Quad(ox.NamedNode(IRAN.id), located, ox.NamedNode(SHOIGU.id))
    assert _messages([*generate(SAMPLE), direct]) == [
        "the object of “located in” must be of class place (kg:Place)"
    ]


def test_a_class_below_the_range_conforms():
    assert validate(_quads(_read(relation="located_in", object=MOSCOW))) == ()


def test_a_literal_is_no_place():
    wrong = replace(_read(relation="located_in", object=MOSCOW), object=Value(label="10 miles"))
    assert "must be of class place" in _messages(_quads(wrong))[0]


def test_a_relation_that_no_ontology_has_may_join_anything():
    assert validate(_quads(_read(relation="zaps", object=SHOIGU))) == ()


def test_classes_and_relations_of_a_users_file_count(tmp_path):
    path = tmp_path / "sea.ttl"
    path.write_text(
        """
        @prefix kg: <https://kg.example/ontology#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        kg:Harbour a owl:Class ; rdfs:subClassOf kg:Facility ; rdfs:label "harbour" .
        kg:moors_at a kg:Relation ; rdfs:label "moors at" ; rdfs:range kg:Harbour .
        """,
        encoding="utf-8",
    )
    harbour = Entity(id=f"{DEFAULT_BASE}x", label="Tartus", type="Harbour")
    good = _quads(_read(relation="moors_at", object=harbour))
    assert validate(good, ontology=[path]) == ()
    wrong = _quads(_read(relation="moors_at", object=MOSCOW))
    [violation] = validate(wrong, ontology=[path])
    assert violation.message == "the object of “moors at” must be of class harbour (kg:Harbour)"
    assert validate(good), "a class that nothing declares is none"


def test_rdf_of_something_else_is_an_error():
    thing = ox.NamedNode("https://example.org/thing")
    with pytest.raises(GraphError, match="not a graph of this program"):
        validate([ox.Quad(thing, thing, thing)])


def test_an_entity_of_no_known_class_may_be_anything():
    unknown = Entity(id=f"{DEFAULT_BASE}entity/entity/veltro", label="Veltro", type="Entity")
    person = replace(unknown, id=f"{DEFAULT_BASE}entity/person/veltro", type="Person")
    assert _messages(_quads(_read(relation="located_in", object=unknown))) == []
    assert _messages(_quads(_read(relation="located_in", object=person))) != []
