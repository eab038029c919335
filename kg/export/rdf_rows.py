"""Graph → RDF: which triples say what. What may go in: the shape of the graph in RDF.

A row is subject, predicate, object; an IRI is a `str`, a literal a pair of text and datatype IRI, a
triple term a row. There are no blank nodes. Evidence and mentions are NIF spans
(https://persistence.uni-leipzig.org/nlp2rdf/), origin is PROV-O (https://www.w3.org/TR/prov-o/),
events are SEM (https://semanticweb.cs.vu.nl/2009/11/sem/).

A statement is a node with its qualifiers. What it states has one of three forms:

- "rdf": it is a reified `rdf:Statement` (https://www.w3.org/TR/rdf11-mt/#reification);
- "rdf12": it `rdf:reifies` a triple term (https://www.w3.org/TR/rdf12-concepts/#dfn-triple-term);
- "graph": its IRI names a graph of one triple. A query over all graphs takes that for a fact, so
  only statements that become direct triples have one.

Where a form has nothing to offer (no object, no graph), the statement is an `rdf:Statement`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal as OneOf
from typing import TypeAlias

from kg.model import Article, Entity, Evidence, Graph, Span, Statement, Time, Value
from kg.namespaces import (
    NIF,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SKOS,
    XSD,
    article_iri,
    evidence_iri,
    graph_iri,
    relation_iri,
    role_iri,
    rule_iri,
    span_iri,
    statement_iri,
)
from kg.vocabulary import TERMS, is_below, is_declared

Form: TypeAlias = OneOf["rdf", "rdf12", "graph"]
Term: TypeAlias = str | tuple[str, str]
Object: TypeAlias = Term | tuple[str, str, Term]
Pair: TypeAlias = tuple[str, Object]
Row: TypeAlias = tuple[str, str, Object]

FORMS: tuple[Form, ...] = ("rdf", "rdf12", "graph")

_STRING, _DATE, _DECIMAL, _BOOLEAN, _COUNT = (
    XSD[name] for name in ("string", "date", "decimal", "boolean", "nonNegativeInteger")
)
_PLACE_ROLES = frozenset(("at", "in", "near"))


def asserted(statement: Statement, policy: str) -> bool:
    """Tell whether a statement's direct triple `s p o` is written under an `--assert` policy.

    Args:
        statement: a negative statement, or one without an object, never is.
        policy: "narrator" (actual, and the article says it itself), "reported" (actual, whoever
            says it) or "all" (any modality).
    """
    has_source = statement.attribution is not None
    return statement.object is not None and is_asserted(
        statement.polarity, statement.modality, has_source, policy
    )


def is_asserted(polarity: str, modality: str, has_source: bool, policy: str) -> bool:
    """Tell whether what has an object is a direct triple; see `asserted`."""
    if polarity == "negative":
        return False
    if policy == "all":
        return True
    return modality == "actual" and not (policy == "narrator" and has_source)


def _shared(graph: Graph) -> tuple[set[str], set[tuple[str, str]], set[str]]:
    """The rules, relations and roles of all statements, which are gone through once."""
    rules: set[str] = set()
    relations: set[tuple[str, str]] = set()
    roles: set[str] = set()
    for statement in graph.statements:
        rules.update(e.rule for e in statement.evidence)
        relations.add((statement.relation.id, statement.relation.label))
        roles.update(name for name, _ in statement.roles)
    return rules, relations, roles


def shared_rows(graph: Graph) -> Iterator[Row]:
    """Give what belongs to no single article: the graph's node, rules, relations, entities."""
    yield from _about(graph_iri(graph.base), _graph(graph))
    rules, relations, roles = _shared(graph)
    for rule in sorted(rules):
        yield from _about(rule_iri(graph.base, rule), _rule(rule, graph.version))
    labels: dict[str, str] = {}
    for relation in sorted(relations):
        labels.setdefault(*relation)
    for iri, label in labels.items():
        yield from _about(iri, _relation(iri, label))
    for role in sorted(roles):
        yield role_iri(role), RDFS["label"], (role, _STRING)
        yield role_iri(role), RDFS["subPropertyOf"], TERMS["role"]
    for entity in graph.entities:
        yield from _about(entity.id, _entity(entity))


def article_rows(
    article: Article, base: str, copied: Mapping[str, str], *, text: bool
) -> Iterator[Row]:
    """Describe an article; with `text=False` its full text is left out.

    Args:
        copied: for each article that is a copy, the first article of its text.
    """
    iri = article_iri(base, article.id)
    yield from _about(iri, _article(article, text))
    if article.id in copied:
        yield iri, TERMS["copyOf"], article_iri(base, copied[article.id])


def statement_rows(
    statements: Iterable[tuple[Statement, tuple[Evidence, ...]]], graph: Graph, form: Form = "rdf"
) -> Iterator[Row]:
    """Give direct triples, statements, evidence, events and mentions, each node once.

    Args:
        statements: with the evidence to write of each (of one article, or all).
        graph: gives the base IRI and the assert policy.
        form: one of FORMS; what "graph" puts into graphs of their own, `fact_row` gives.
    """
    pairs = list(statements)
    facts = [s for s, _ in pairs if asserted(s, graph.assertion)]
    if form != "graph":
        yield from sorted({row for s in facts for row in fact_row(s)}, key=_by_type_first)
    seen: set[str] = set()
    mentions: dict[str, tuple[str, Span]] = {}
    for statement, evidence in pairs:
        keys = [evidence_iri(graph.base, evidence_key(e)) for e in evidence]
        iri = statement_iri(graph.base, statement.id)
        yield from _about(iri, _statement(statement, _stated(statement, graph, form)))
        yield from _about(iri, _origin(statement, evidence, keys, graph.base))
        for key, item in zip(keys, evidence, strict=True):
            if key not in seen:
                seen.add(key)
                yield from _about(key, _evidence(item, graph.base))
            for span in (item.subject, item.object):
                if span:
                    at = span_iri(graph.base, item.article, span.start, span.end)
                    mentions[at] = (item.article, span)
    events = {(s.event.id, s.event.type) for s, _ in pairs if s.event}
    happened = {row for s in facts for row in _event_facts(s)}
    yield from sorted(_events(events) | happened, key=_by_type_first)
    for iri, (article, span) in sorted(mentions.items()):
        yield from _about(iri, _span(article, span, NIF["Phrase"], graph.base))


def _about(subject: str, pairs: Iterable[Pair]) -> Iterator[Row]:
    for predicate, value in pairs:
        yield subject, predicate, value


def _by_type_first(row: Row) -> tuple[str, bool, str]:
    return row[0], row[1] != RDF["type"], repr(row)


def _graph(graph: Graph) -> Iterator[Pair]:
    yield RDF["type"], TERMS["Graph"]
    yield TERMS["assertion"], (graph.assertion, _STRING)
    yield TERMS["base"], (graph.base, _STRING)
    yield TERMS["model"], (graph.model, _STRING)
    yield SCHEMA["softwareVersion"], (graph.version, _STRING)


def _rule(rule: str, version: str) -> Iterator[Pair]:
    yield RDF["type"], PROV["Activity"]
    yield RDFS["label"], (rule, _STRING)
    yield SCHEMA["softwareVersion"], (version, _STRING)


def _relation(iri: str, label: str) -> Iterator[Pair]:
    yield RDFS["label"], (label, _STRING)
    if not is_declared(iri):
        yield RDFS["subPropertyOf"], TERMS["relatedTo"]


def _entity(entity: Entity) -> Iterator[Pair]:
    yield RDF["type"], relation_iri(entity.type)
    yield RDFS["label"], (entity.label, _STRING)
    yield TERMS["named"], ("true" if entity.named else "false", _BOOLEAN)
    for alias in entity.aliases:
        yield SKOS["altLabel"], (alias, _STRING)
    for iri in entity.external:
        yield SKOS["exactMatch"], iri
    for kind, reason in entity.identity:
        yield TERMS["identityReason"], (f"{kind}: {reason}", _STRING)


def _article(article: Article, text: bool) -> Iterator[Pair]:
    yield RDF["type"], SCHEMA["NewsArticle"]
    yield RDF["type"], NIF["Context"]
    yield SCHEMA["identifier"], (article.id, _STRING)
    for name, value, datatype in (
        ("sha256", article.sha256 or None, _STRING),
        ("headline", article.title, _STRING),
        ("datePublished", article.published, _DATE),
        ("publisher", article.source, _STRING),
        ("url", article.url, _STRING),
    ):
        if value is not None:
            yield SCHEMA[name], (value, datatype)
    if text and article.text:
        yield NIF["isString"], (article.text, _STRING)


def fact_row(statement: Statement) -> Iterator[Row]:
    """Give the direct triple of a statement, if it has an object."""
    if statement.object is not None:
        yield statement.subject.id, statement.relation.id, _object(statement.object)


def _stated(statement: Statement, graph: Graph, form: Form) -> Iterator[Pair]:
    """Tell what a statement states, in one of the forms."""
    target = statement.object
    if target is not None and form == "rdf12":
        triple = (statement.subject.id, statement.relation.id, _object(target))
        yield RDF["reifies"], triple
    elif form != "graph" or not asserted(statement, graph.assertion):
        yield RDF["type"], RDF["Statement"]
        yield RDF["subject"], statement.subject.id
        yield RDF["predicate"], statement.relation.id
        if target is not None:
            yield RDF["object"], _object(target)


def _object(value: Entity | Value) -> Term:
    return value.id if isinstance(value, Entity) else (value.label, value.datatype)


def _statement(statement: Statement, stated: Iterable[Pair]) -> Iterator[Pair]:
    yield RDF["type"], TERMS["Statement"]
    yield from stated
    for role, entity in statement.roles:
        yield role_iri(role), entity.id
    yield TERMS["polarity"], (statement.polarity, _STRING)
    yield TERMS["modality"], (statement.modality, _STRING)
    yield TERMS["confidence"], (f"{statement.confidence:.2f}", _DECIMAL)
    yield TERMS["inferred"], ("true" if statement.inferred else "false", _BOOLEAN)
    if statement.sources:
        yield TERMS["independentSources"], (str(len(statement.sources)), _COUNT)


def _origin(
    statement: Statement, evidence: tuple[Evidence, ...], keys: list[str], base: str
) -> Iterator[Pair]:
    for premise in statement.premises:
        yield TERMS["premise"], statement_iri(base, premise)
    if statement.attribution:
        yield PROV["wasAttributedTo"], statement.attribution.entity.id
        yield TERMS["attributionText"], (statement.attribution.text, _STRING)
        yield TERMS["cue"], (statement.attribution.cue, _STRING)
    yield from _times(statement)
    if statement.event:
        yield TERMS["event"], statement.event.id
    yield from ((PROV["wasDerivedFrom"], key) for key in keys)
    for rule in sorted({e.rule for e in evidence}):
        yield PROV["wasGeneratedBy"], rule_iri(base, rule)


def _times(statement: Statement) -> Iterator[Pair]:
    if statement.time:
        yield from _bounds(statement.time)
        yield TERMS["timeValue"], (statement.time.value, _STRING)
        yield TERMS["timeText"], (statement.time.text, _STRING)
    if statement.claimed:
        yield TERMS["claimedStart"], (statement.claimed.start, _DATE)
        yield TERMS["claimedEnd"], (statement.claimed.end, _DATE)
        yield TERMS["claimedValue"], (statement.claimed.value, _STRING)
        yield TERMS["claimedText"], (statement.claimed.text, _STRING)
    if statement.published is not None:
        yield TERMS["published"], (statement.published, _DATE)


def _bounds(time: Time) -> Iterator[Pair]:
    yield SEM["hasBeginTimeStamp"], (time.start, _DATE)
    yield SEM["hasEndTimeStamp"], (time.end, _DATE)


def _events(events: Iterable[tuple[str, str]]) -> set[Row]:
    found: set[Row] = set()
    for iri, kind in events:
        found.add((iri, RDF["type"], SEM["Event"]))
        found.add((iri, SEM["eventType"], relation_iri(kind)))
    return found


def _event_facts(statement: Statement) -> Iterator[Row]:
    """What an asserted statement says of its event: who took part, where and when."""
    if not statement.event:
        return
    iri = statement.event.id
    yield iri, SEM["hasActor"], statement.subject.id
    if isinstance(statement.object, Entity):
        yield iri, SEM["hasActor"], statement.object.id
    for role, entity in statement.roles:
        if role in _PLACE_ROLES and is_below(entity.type, "Place"):
            yield iri, SEM["hasPlace"], entity.id
    if statement.time:
        yield from _about(iri, _bounds(statement.time))


def evidence_key(evidence: Evidence) -> str:
    """Give a name made of the content: equal evidence of two statements is one node."""
    ends = [span and (span.start, span.end) for span in (evidence.subject, evidence.object)]
    words = evidence.surface
    surface = words and (words.subject, words.relation, words.arguments)
    place = (evidence.article, evidence.start, evidence.end, evidence.rule, evidence.confidence)
    content = json.dumps((place, ends, surface, evidence.links))
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _evidence(evidence: Evidence, base: str) -> Iterator[Pair]:
    yield RDF["type"], TERMS["Evidence"]
    sentence = Span(start=evidence.start, end=evidence.end, text=evidence.text)
    yield from _span(evidence.article, sentence, NIF["Sentence"], base)
    for term, span in (("subjectMention", evidence.subject), ("objectMention", evidence.object)):
        if span:
            yield TERMS[term], span_iri(base, evidence.article, span.start, span.end)
    if evidence.surface:
        yield TERMS["surfaceSubject"], (evidence.surface.subject, _STRING)
        yield TERMS["surfaceRelation"], (evidence.surface.relation, _STRING)
        # RDF sets have no order: the arguments are one literal, a JSON list
        arguments = json.dumps(evidence.surface.arguments, ensure_ascii=False)
        yield TERMS["surfaceArguments"], (arguments, _STRING)
    yield PROV["wasGeneratedBy"], rule_iri(base, evidence.rule)
    yield TERMS["confidence"], (f"{evidence.confidence:.2f}", _DECIMAL)
    for end, reason in evidence.links:
        yield TERMS["linkReason"], (f"{end}: {reason}", _STRING)


def _span(article: str, span: Span, kind: str, base: str) -> Iterator[Pair]:
    yield RDF["type"], kind
    yield NIF["beginIndex"], (str(span.start), _COUNT)
    yield NIF["endIndex"], (str(span.end), _COUNT)
    yield NIF["anchorOf"], (span.text, _STRING)
    yield NIF["referenceContext"], article_iri(base, article)
