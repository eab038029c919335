"""What was loaded is found again by query: every statement, qualifier, role and evidence span.

A graph is compared twice: read back whole, and by queries as a user writes them, whose answers are
worked out here from the graph alone.
"""

from __future__ import annotations

import pytest

from kg.export.normal import normal
from kg.model import Entity
from kg.namespaces import article_iri, role_iri, span_iri, statement_iri

GRAPH = "http://x.example/graph?a=b&c=d#e"

QUALIFIERS = """
    ?s a kg:Statement ; rdf:subject ?subject ; rdf:predicate ?relation ; kg:polarity ?polarity ;
       kg:modality ?modality ; kg:confidence ?confidence ; kg:inferred ?inferred .
    OPTIONAL { ?s rdf:object ?object }
    OPTIONAL { ?s prov:wasAttributedTo ?who ; kg:attributionText ?words ; kg:cue ?cue }
    OPTIONAL { ?s sem:hasBeginTimeStamp ?begin ; sem:hasEndTimeStamp ?end ; kg:timeText ?time }
    OPTIONAL { ?s kg:claimedStart ?from ; kg:claimedEnd ?to ; kg:claimedText ?claimed }
    OPTIONAL { ?s kg:published ?published }
    OPTIONAL { ?s kg:event/sem:eventType ?event }
"""
ROLES = "?role rdfs:subPropertyOf kg:role . ?s ?role ?entity"
PREMISES = "?s kg:premise ?premise"
EVIDENCE = """
    ?s prov:wasDerivedFrom ?e .
    ?e nif:referenceContext ?article ; nif:beginIndex ?start ; nif:endIndex ?end ;
       nif:anchorOf ?text ; kg:confidence ?confidence ; prov:wasGeneratedBy/rdfs:label ?rule .
    OPTIONAL { ?e kg:subjectMention ?subject }
    OPTIONAL { ?e kg:objectMention ?object }
"""
SPANS = "?span nif:referenceContext/nif:isString ?text ; nif:beginIndex ?start ; nif:endIndex ?end"
NAMES = "?entity kg:named ?named ; rdfs:label ?label ; skos:altLabel ?alias"


def bag(rows):
    return sorted(sorted(row.items()) for row in rows)


def plain(row, *, numbers=(), truths=()):
    """A row with its numbers and truth values by value: databases write them as they like."""
    return (
        row
        | {name: float(row[name]) for name in numbers}
        | {name: row[name] in ("true", "1") for name in truths}
    )


def known(**cells):
    return {name: value for name, value in cells.items() if value is not None}


def qualifiers(statement, base):
    """What QUALIFIERS finds of a statement."""
    target, claim = statement.object, statement.attribution
    time, claimed = statement.time, statement.claimed
    return known(
        s=statement_iri(base, statement.id),
        subject=statement.subject.id,
        relation=statement.relation.id,
        polarity=statement.polarity,
        modality=statement.modality,
        confidence=round(statement.confidence, 2),
        inferred=statement.inferred,
        object=target and (target.id if isinstance(target, Entity) else target.label),
        who=claim and claim.entity.id,
        words=claim and claim.text,
        cue=claim and claim.cue,
        begin=time and time.start,
        end=time and time.end,
        time=time and time.text,
        published=statement.published,
        event=statement.event and statement.event.type,
        **{"from": claimed and claimed.start, "to": claimed and claimed.end},
        claimed=claimed and claimed.text,
    )


@pytest.fixture(scope="module")
def loaded(database, seeds):
    """A database with the graph in it, loaded twice."""
    first, second = (database.load(seeds, GRAPH, batch=997) for _ in range(2))
    assert first == second
    return database


def test_the_whole_graph(loaded, seeds):
    assert loaded.graph(GRAPH) == normal(seeds)


def test_every_statement_with_its_qualifiers(loaded, seeds):
    found = [
        plain(row, numbers=["confidence"], truths=["inferred"])
        for row in loaded.rows(GRAPH, QUALIFIERS)
    ]
    for row in found:
        if "event" in row:
            row["event"] = row["event"].rpartition("#")[2]
    assert bag(found) == bag(qualifiers(s, seeds.base) for s in seeds.statements)


def test_every_role_and_premise(loaded, seeds):
    roles = [
        {"s": statement_iri(seeds.base, s.id), "role": role_iri(name), "entity": entity.id}
        for s in seeds.statements
        for name, entity in s.roles
    ]
    premises = [
        {"s": statement_iri(seeds.base, s.id), "premise": statement_iri(seeds.base, premise)}
        for s in seeds.statements
        for premise in s.premises
    ]
    assert roles
    assert premises
    assert bag(loaded.rows(GRAPH, ROLES)) == bag(roles)
    assert bag(loaded.rows(GRAPH, PREMISES)) == bag(premises)


def test_every_piece_of_evidence(loaded, seeds):
    def mention(article, span):
        return span and span_iri(seeds.base, article, span.start, span.end)

    wanted = [
        known(
            s=statement_iri(seeds.base, s.id),
            article=article_iri(seeds.base, e.article),
            start=float(e.start),
            end=float(e.end),
            text=e.text,
            confidence=round(e.confidence, 2),
            rule=e.rule,
            subject=mention(e.article, e.subject),
            object=mention(e.article, e.object),
        )
        for s in seeds.statements
        for e in s.evidence
    ]
    found = [
        plain(row, numbers=["start", "end", "confidence"]) for row in loaded.rows(GRAPH, EVIDENCE)
    ]
    for row in found:
        row.pop("e")
    assert bag(found) == bag(wanted)


def test_every_span_is_in_the_text_that_the_database_has(loaded, seeds):
    rows = loaded.rows(GRAPH, "?span nif:anchorOf ?words . " + SPANS)
    assert len(rows) > len(seeds.statements)
    assert all(r["text"][int(r["start"]) : int(r["end"])] == r["words"] for r in rows)


def test_every_name_of_every_entity(loaded, seeds):
    wanted = [
        {"entity": e.id, "label": e.label, "alias": alias, "named": e.named}
        for e in seeds.entities
        for alias in e.aliases
    ]
    found = [plain(row, truths=["named"]) for row in loaded.rows(GRAPH, NAMES)]
    assert bag(found) == bag(wanted)
