"""A statement in RDF as plain reification, as a triple term of RDF 1.2, or as a named graph."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import GraphError, InputError
from kg.export import FORMATS, FORMS, normal, read_graph, write_graph
from kg.export.rdf import asserted, generate, parse
from kg.graph.validation import validate
from kg.namespaces import KG, RDF, article_iri, statement_iri
from kg.store import open_store, query
from tests.export.graphs import BASE, HAMADAN, HOSTS, IRAN, RUSSIA, graphs, rich_graph

HELD = {  # what pyoxigraph and the syntaxes can hold
    "rdf": ["turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml"],
    "rdf12": ["turtle", "ntriples", "nquads", "trig", "rdfxml"],
    "graph": ["nquads", "trig", "jsonld"],
}
PAIRS = [(form, name) for form, names in HELD.items() for name in names]
REFUSED = [
    (form, name)
    for form in FORMS
    for name in FORMATS
    if FORMATS[name].rdf and (form, name) not in PAIRS
]
SUBJECT_OF_NOTHING = "0000000000000006"


@pytest.mark.parametrize(("form", "name"), PAIRS)
def test_every_form_is_read_back(form, name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path, statements=form)
    assert read_graph(path) == normal(rich_graph())


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_any_graph_is_read_back(form, graph):
    assert parse(generate(graph, named=True, statements=form)) == normal(graph)


@pytest.mark.parametrize(("form", "name"), REFUSED)
def test_a_syntax_that_holds_no_such_form_says_so_before_it_writes(form, name, tmp_path):
    path = tmp_path / "new" / f"graph{FORMATS[name].suffix}"
    with pytest.raises(InputError, match="triple terms" if form == "rdf12" else "holds one graph"):
        write_graph(rich_graph(), path, statements=form)
    assert list(tmp_path.iterdir()) == []


def test_forms_are_for_rdf_and_there_are_three(tmp_path):
    with pytest.raises(InputError, match=r"x\.csv: csv is not RDF"):
        write_graph(rich_graph(), tmp_path / "x.csv", statements="graph")
    with pytest.raises(InputError, match="'rdf13': choose from rdf, rdf12, graph"):
        write_graph(rich_graph(), tmp_path / "x.ttl", statements="rdf13")


@pytest.mark.parametrize(("form", "name"), PAIRS)
def test_every_form_states_the_same_direct_triples(form, name, tmp_path):
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path, statements=form)
    found = {(q.subject.value, q.predicate.value) for q in open_store(path) if is_fact(q)}
    facts = [s for s in rich_graph().statements if asserted(s, "reported")]
    assert found == {(s.subject.id, s.relation.id) for s in facts}
    # the negative statement, 3, says of the same ends what 2 affirms: leave 2 out and it is silent
    without = replace(rich_graph(), statements=rich_graph().statements[2:3])
    write_graph(without, path, statements=form)
    assert not any(map(is_fact, open_store(path)))


def is_fact(quad):
    relations = {s.relation.id for s in rich_graph().statements}
    return quad.predicate.value in relations


def test_a_triple_term_is_reified_and_not_asserted(tmp_path):
    path = tmp_path / "graph.ttl"
    write_graph(rich_graph(), path, statements="rdf12")
    store = open_store(path)
    asked = "SELECT ?s ?p { ?s rdf:reifies <<( ?a kg:hosts ?b )>> ; kg:polarity ?p }"
    found = {(row["s"].value, row["p"].value) for row in query(store, asked)}
    ids = {"2": "positive", "3": "negative", "4": "positive"}
    assert found == {(statement_iri(BASE, f"000000000000000{n}"), p) for n, p in ids.items()}
    plain = {
        q.subject.value for q in store.quads_for_pattern(None, ox.NamedNode(RDF["subject"]), None)
    }
    assert plain == {statement_iri(BASE, SUBJECT_OF_NOTHING)}


def test_a_graph_of_a_statement_holds_its_triple_and_the_articles_the_rest(tmp_path):
    path = tmp_path / "graph.trig"
    write_graph(rich_graph(), path, statements="graph")
    store = open_store(path)
    second = ox.NamedNode(statement_iri(BASE, "0000000000000002"))
    [fact] = store.quads_for_pattern(None, None, None, second)
    parts = (fact.subject.value, fact.predicate.value, fact.object.value)
    assert parts == (IRAN.id, HOSTS.id, RUSSIA.id)
    article = ox.NamedNode(article_iri(BASE, HAMADAN.id))
    assert list(store.quads_for_pattern(second, ox.NamedNode(KG + "polarity"), None, article))
    assert all(quad.graph_name == second for quad in store.quads_for_pattern(*fact.triple, None))
    graphs_of = {name.value for name in store.named_graphs()}
    facts = {statement_iri(BASE, s.id) for s in rich_graph().statements if asserted(s, "reported")}
    assert {name for name in graphs_of if "/statement/" in name} == facts


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_validated_alike(form):
    whole = tuple(generate(rich_graph(), named=True, statements=form))
    wanted = [str(v) for v in validate(generate(rich_graph()))]
    assert [str(v) for v in validate(whole)] == wanted
    one = statement_iri(BASE, "0000000000000002")
    broken = [q for q in whole if not states(q, one)]
    assert len(broken) < len(whole)
    found = {v.path for v in validate(broken) if one in v.node}
    assert {"rdf:subject", "rdf:predicate"} <= found


def states(quad, statement):
    named = getattr(quad.graph_name, "value", "") == statement
    terms = {RDF[name] for name in ("subject", "predicate", "object", "reifies")}
    return named or (quad.subject.value == statement and quad.predicate.value in terms)


def test_a_statement_that_states_a_literal_as_its_subject_is_an_error():
    quads = list(generate(rich_graph(), statements="rdf12"))
    odd = next(q for q in quads if isinstance(q.object, ox.Triple))
    inner = ox.Triple(ox.BlankNode("x"), odd.object.predicate, odd.object.object)
    changed = [ox.Quad(odd.subject, odd.predicate, inner) if q == odd else q for q in quads]
    with pytest.raises(GraphError, match="which is no IRI"):
        parse(changed)
