"""What the RDF says: statements, direct triples by policy, named graphs, labels, escapes."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import OutputError
from kg.export import asserted, normal
from kg.export.rdf import generate, parse, write_rdf
from kg.model import MODALITIES, Attribution, Statement
from kg.namespaces import KG, NIF, RDF, RDFS, SEM, article_iri, statement_iri
from kg.vocabulary import TERMS, is_declared
from tests.export.graphs import (
    BASE,
    BELL,
    BOMBERS,
    HAMADAN,
    HOSTS,
    IRAN,
    LAUNCHES,
    RUSSIA,
    ZAPS,
    rich_graph,
)


def triples(graph, **options):
    return {
        (q.subject.value, q.predicate.value, getattr(q.object, "value", None))
        for q in generate(graph, **options)
    }


def direct(graph):
    relations = {LAUNCHES.id, HOSTS.id, ZAPS.id}
    return {(s, p.removeprefix(KG), o) for s, p, o in triples(graph) if p in relations}


def test_every_term_is_declared_in_the_ontology():
    assert [name for name in sorted(TERMS.names) if not is_declared(KG + name)] == []


@pytest.mark.parametrize(
    ("polarity", "modality", "claimed", "policies"),
    [
        ("positive", "actual", False, {"narrator", "reported", "all"}),
        ("positive", "actual", True, {"reported", "all"}),
        *(("positive", m, False, {"all"}) for m in MODALITIES[1:]),
        *(("positive", m, True, {"all"}) for m in MODALITIES[1:]),
        *(("negative", m, c, set()) for m in MODALITIES for c in (False, True)),
    ],
)
def test_assert_policy(polarity, modality, claimed, policies):
    source = Attribution(entity=IRAN, text="Iran", cue="said") if claimed else None
    statement = Statement(
        id="1",
        subject=IRAN,
        relation=HOSTS,
        object=RUSSIA,
        polarity=polarity,
        modality=modality,
        attribution=source,
    )
    assert {p for p in ("narrator", "reported", "all") if asserted(statement, p)} == policies
    assert not asserted(replace(statement, object=None), "all")


def test_direct_triples_follow_the_policy_of_the_graph():
    number = "005,000 \x07\\u0041"
    narrated = {
        (RUSSIA.id, "launches", BOMBERS.id),
        (IRAN.id, "hosts", RUSSIA.id),
        (RUSSIA.id, "zaps_in", number),
    }
    reported = narrated | {(RUSSIA.id, "hosts", IRAN.id)}
    graph = rich_graph()
    assert direct(replace(graph, assertion="narrator")) == narrated
    assert direct(graph) == reported
    assert direct(replace(graph, assertion="all")) == reported | {(BOMBERS.id, "zaps_in", IRAN.id)}


def test_a_statement_without_object_has_none():
    node = statement_iri(BASE, "0000000000000006")
    assert not [o for s, p, o in triples(rich_graph()) if (s, p) == (node, RDF["object"])]


def test_only_a_minted_relation_is_put_below_related_to():
    below = {s for s, p, o in triples(rich_graph()) if o == TERMS["relatedTo"]}
    assert below == {ZAPS.id}
    labels = {(s, o) for s, p, o in triples(rich_graph()) if p == RDFS["label"]}
    assert {(r.id, r.label) for r in (LAUNCHES, HOSTS, ZAPS)} <= labels


def test_an_event_has_actors_and_time_of_asserted_statements_only():
    event = f"{BASE}event/e1"
    found = {(p, o) for s, p, o in triples(rich_graph()) if s == event}
    assert found == {
        (RDF["type"], SEM["Event"]),
        (SEM["eventType"], KG + "mobilize"),
        (SEM["hasActor"], RUSSIA.id),
        (SEM["hasActor"], BOMBERS.id),
        (SEM["hasPlace"], IRAN.id),
        (SEM["hasBeginTimeStamp"], "2016-08-16"),
        (SEM["hasEndTimeStamp"], "2016-08-16"),
    }


def test_named_graphs_hold_what_comes_of_their_article():
    found = {}
    for quad in generate(rich_graph(), named=True):
        name = getattr(quad.graph_name, "value", None)
        found.setdefault(name, set()).add(quad.triple)
    hamadan, bell = (article_iri(BASE, a.id) for a in (HAMADAN, BELL))
    assert set(found) == {None, hamadan, bell}
    both = ox.NamedNode(statement_iri(BASE, "0000000000000001"))
    for name in (hamadan, bell):
        mine = {t.object.value for t in found[name] if t.predicate.value == NIF["referenceContext"]}
        assert mine == {name}
        assert both in {t.subject for t in found[name]}
    once = {q.triple for q in generate(rich_graph())}
    assert set.union(*found.values()) == once


def test_nothing_is_said_twice_and_nothing_is_blank():
    quads = list(generate(rich_graph()))
    assert len(quads) == len(set(quads))
    assert not [q for q in quads if isinstance(q.subject, ox.BlankNode)]
    nodes = [q.subject.value for q in quads if q.predicate.value == RDF["type"]]
    assert len([n for n in nodes if n == article_iri(BASE, HAMADAN.id)]) == 2  # its two classes


@pytest.mark.parametrize(
    ("format", "declaration"),
    [
        (ox.RdfFormat.TURTLE, r"@prefix (\w+): "),
        (ox.RdfFormat.TRIG, r"@prefix (\w+): "),
        (ox.RdfFormat.RDF_XML, r" xmlns:(\w+)="),
    ],
)
def test_prefixes_are_declared_in_order(format, declaration):
    out = io.BytesIO()
    write_rdf(rich_graph(), out, format=format)
    names = re.findall(declaration, out.getvalue().decode())
    assert names == sorted(names)
    assert {"kg", "nif", "prov", "rdf", "rdfs", "schema", "sem", "skos", "xsd"} <= set(names)


def test_an_empty_graph_is_written_whole():
    out = io.BytesIO()
    empty = replace(rich_graph(), articles=(), entities=(), statements=(), copies=())
    write_rdf(empty, out, format=ox.RdfFormat.TURTLE)
    assert parse(ox.parse(out.getvalue(), format=ox.RdfFormat.TURTLE)) == empty


def test_only_xml_escapes_control_characters():
    def escaped(**options):
        wanted = TERMS["escaped"]
        literals = (q.object for q in generate(rich_graph(), **options))
        return {t.value for t in literals if getattr(t, "datatype", t).value == wanted}

    assert not [text for text in escaped() if "ufffe" not in text]
    assert [text for text in escaped(xml=True) if "ufffe" not in text and "\\u0007" in text]
    assert all(text.isascii() for text in escaped(xml=True))


def test_half_a_surrogate_pair_is_escaped_everywhere():
    graph = rich_graph()
    odd = replace(graph, model="half \ud800")
    assert '["half \\ud800", "' in next(o for s, p, o in triples(odd) if p == TERMS["model"])


def test_a_name_that_is_no_iri_is_an_error(tmp_path):
    graph = rich_graph()
    bad = replace(graph, entities=(*graph.entities, replace(IRAN, id="no iri")))
    with (tmp_path / "x").open("wb") as out, pytest.raises(OutputError, match="'no iri'"):
        write_rdf(bad, out, format=ox.RdfFormat.TURTLE)


def test_confidence_has_two_decimals_whatever_the_model_says():
    graph = rich_graph()
    raw = replace(graph.statements[3].evidence[0], confidence=0.123456789)
    changed = replace(graph, statements=(replace(graph.statements[3], evidence=(raw,)),))
    figures = {o for _, p, o in triples(changed) if p == TERMS["confidence"]}
    assert figures == {"0.12"}
    assert normal(changed).statements[0].confidence == 0.12
