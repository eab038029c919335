"""RDF → Graph: reads back the shape that `rdf_rows.py` writes. What may go in: nothing else.

Named graphs are read as one, but for those of one statement; direct triples, events' facts and what
other tools added are passed over, since the statements say it all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TypeAlias, TypeVar, cast

import pyoxigraph as ox

from kg.errors import GraphError
from kg.export.normal import normal
from kg.graph.sources import earliest, sources_of
from kg.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Evidence,
    Graph,
    Modality,
    Polarity,
    Relation,
    Span,
    Statement,
    Surface,
    Time,
    Value,
)
from kg.namespaces import KG, NIF, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, role_iri, statement_iri
from kg.vocabulary import TERMS

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
T = TypeVar("T")


def parse(quads: Iterable[ox.Quad]) -> Graph:
    """Make the graph of what `generate` gave.

    Raises:
        GraphError: the RDF is not a graph of this program, or a node of it lacks a property.
    """
    try:
        return _Reader(_Table(quads)).graph()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise GraphError(f"not a graph of this program as kg writes it: {error}") from error


def unescape(literal: ox.Literal) -> tuple[str, str]:
    """Give a literal's text and datatype, undoing `kg:escaped`."""
    if literal.datatype.value != TERMS["escaped"]:
        return literal.value, literal.datatype.value
    text, datatype = json.loads(literal.value)
    return str(text), str(datatype)


class _Table:
    """The objects by subject and predicate, with the questions the reader asks."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.rows: dict[str, dict[str, list[Term]]] = {}
        self.graphs: dict[str, ox.Quad] = {}  # the last triple of each named graph
        for quad in quads:
            if isinstance(quad.graph_name, ox.NamedNode):
                self.graphs[quad.graph_name.value] = quad
            if isinstance(quad.subject, ox.NamedNode):
                row = self.rows.setdefault(quad.subject.value, {})
                row.setdefault(sys.intern(quad.predicate.value), []).append(quad.object)

    def of_type(self, kind: str) -> list[str]:
        wanted, rdf_type = ox.NamedNode(kind), RDF["type"]
        return sorted(s for s, row in self.rows.items() if wanted in row.get(rdf_type, ()))

    def stated(self, statement: str) -> tuple[Term | None, Term | None, Term | None]:
        """What a statement states, in any of its three forms."""
        reified = self.term(statement, RDF["reifies"])
        triple = reified if isinstance(reified, ox.Triple) else self.graphs.get(statement)
        if triple:
            return triple.subject, triple.predicate, triple.object
        return (
            self.one(statement, RDF["subject"]),
            self.one(statement, RDF["predicate"]),
            self.term(statement, RDF["object"]),
        )

    def one(self, subject: str, predicate: str) -> ox.NamedNode:
        return ox.NamedNode(self.iri(subject, predicate))

    def iris(self, subject: str, predicate: str) -> list[str]:
        found = {t.value for t in self._terms(subject, predicate) if isinstance(t, ox.NamedNode)}
        return sorted(found)

    def iri(self, subject: str, predicate: str) -> str:
        return _one(self.iris(subject, predicate), subject, predicate)

    def texts(self, subject: str, predicate: str) -> list[str]:
        terms = self._terms(subject, predicate)
        return sorted({unescape(t)[0] for t in terms if isinstance(t, ox.Literal)})

    def text(self, subject: str, predicate: str) -> str:
        return _one(self.texts(subject, predicate), subject, predicate)

    def maybe(self, subject: str, predicate: str) -> str | None:
        return self.text(subject, predicate) if self._terms(subject, predicate) else None

    def term(self, subject: str, predicate: str) -> Term | None:
        found = list(dict.fromkeys(self._terms(subject, predicate)))
        return _one(found, subject, predicate) if found else None

    def _terms(self, subject: str, predicate: str) -> list[Term]:
        return self.rows.get(subject, {}).get(predicate, [])


def _one(found: list[T], subject: str, predicate: str) -> T:
    if len(found) != 1:
        raise GraphError(f"<{subject}> has {len(found) or 'no'} <{predicate}>: one is needed")
    return found[0]


class _Reader:
    """Values from the table; entities, articles and names are read first, statements need them."""

    def __init__(self, table: _Table) -> None:
        self.table = table
        nodes = table.of_type(TERMS["Graph"])
        if len(nodes) != 1:
            raise GraphError(
                "RDF, but not a graph that kg wrote: one node of the class "
                f"<{TERMS['Graph']}> is needed, it has {len(nodes) or 'none'}"
            )
        self.node = nodes[0]
        self.base = table.text(self.node, TERMS["base"])
        self.entities = {e.id: e for e in self._entities()}
        articles = table.of_type(SCHEMA["NewsArticle"])
        self.articles = {iri: self._article(iri) for iri in articles}
        self.copies = self._copies(articles)
        self.copied = {article: group for group in self.copies for article in group}
        rules = table.of_type(PROV["Activity"])
        self.rules = {iri: table.text(iri, RDFS["label"]) for iri in rules}
        self.roles = {
            iri: table.text(iri, RDFS["label"])
            for iri, row in table.rows.items()
            if ox.NamedNode(TERMS["role"]) in row.get(RDFS["subPropertyOf"], ())
        }

    def graph(self) -> Graph:
        table, node = self.table, self.node
        return normal(
            Graph(
                articles=tuple(self.articles.values()),
                entities=tuple(self.entities.values()),
                statements=tuple(map(self._statement, table.of_type(TERMS["Statement"]))),
                base=self.base,
                assertion=table.text(node, TERMS["assertion"]),
                version=table.text(node, SCHEMA["softwareVersion"]),
                model=table.text(node, TERMS["model"]),
                copies=self.copies,
            )
        )

    def _entities(self) -> Iterator[Entity]:
        table = self.table
        for iri, row in table.rows.items():
            if TERMS["named"] not in row:
                continue
            kinds = [kind for kind in table.iris(iri, RDF["type"]) if kind.startswith(KG)]
            yield Entity(
                id=iri,
                label=table.text(iri, RDFS["label"]),
                type=_one(kinds, iri, RDF["type"]).removeprefix(KG),
                aliases=tuple(table.texts(iri, SKOS["altLabel"])),
                external=tuple(table.iris(iri, SKOS["exactMatch"])),
                named=_boolean(table.text(iri, TERMS["named"])),
                identity=tuple(_link(text) for text in table.texts(iri, TERMS["identityReason"])),
            )

    def _copies(self, articles: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """The groups of copies, each with its first article first."""
        groups: dict[str, list[str]] = {}
        for iri in articles:
            for first in self.table.iris(iri, TERMS["copyOf"]):
                groups.setdefault(first, []).append(iri)
        found = [
            (self.articles[first], *sorted((self.articles[iri] for iri in others), key=earliest))
            for first, others in groups.items()
        ]
        return tuple(sorted(tuple(article.id for article in group) for group in found))

    def _article(self, iri: str) -> Article:
        table = self.table
        return Article(
            id=table.text(iri, SCHEMA["identifier"]),
            text=table.maybe(iri, NIF["isString"]) or "",
            sha256=table.maybe(iri, SCHEMA["sha256"]) or "",
            title=table.maybe(iri, SCHEMA["headline"]),
            published=table.maybe(iri, SCHEMA["datePublished"]),
            source=table.maybe(iri, SCHEMA["publisher"]),
            url=table.maybe(iri, SCHEMA["url"]),
        )

    def _statement(self, iri: str) -> Statement:
        table = self.table
        evidence = tuple(map(self._evidence, table.iris(iri, PROV["wasDerivedFrom"])))
        counted = table.term(iri, TERMS["independentSources"]) is not None
        subject, predicate, object_ = table.stated(iri)
        relation = _iri(predicate, iri)
        return Statement(
            id=self._key(iri),
            subject=self._entity(_iri(subject, iri), iri),
            relation=Relation(id=relation, label=table.text(relation, RDFS["label"])),
            object=self._object(object_, iri),
            roles=tuple(self._roles(iri)),
            # checked by Statement itself
            polarity=cast(Polarity, table.text(iri, TERMS["polarity"])),
            modality=cast(Modality, table.text(iri, TERMS["modality"])),
            attribution=self._attribution(iri),
            time=self._time(
                iri,
                SEM["hasBeginTimeStamp"],
                SEM["hasEndTimeStamp"],
                TERMS["timeValue"],
                TERMS["timeText"],
            ),
            claimed=self._time(
                iri,
                TERMS["claimedStart"],
                TERMS["claimedEnd"],
                TERMS["claimedValue"],
                TERMS["claimedText"],
            ),
            published=table.maybe(iri, TERMS["published"]),
            inferred=_boolean(table.text(iri, TERMS["inferred"])),
            premises=tuple(map(self._key, table.iris(iri, TERMS["premise"]))),
            event=self._event(iri),
            evidence=evidence,
            sources=sources_of(evidence, self.copied) if counted else (),
        )

    def _key(self, statement: str) -> str:
        prefix = statement_iri(self.base, "")
        if not statement.startswith(prefix):
            raise GraphError(f"<{statement}> is no statement under <{prefix}>")
        return statement.removeprefix(prefix)

    def _entity(self, iri: str, statement: str) -> Entity:
        if iri not in self.entities:
            raise GraphError(f"<{statement}> names <{iri}>, which is not described as an entity")
        return self.entities[iri]

    def _object(self, term: Term | None, statement: str) -> Entity | Value | None:
        if isinstance(term, ox.Literal):
            label, datatype = unescape(term)
            return Value(label=label, datatype=datatype)
        return self._entity(term.value, statement) if isinstance(term, ox.NamedNode) else None

    def _roles(self, statement: str) -> Iterator[tuple[str, Entity]]:
        prefix = role_iri("x").removesuffix("x")
        for predicate in self.table.rows[statement]:
            if predicate.startswith(prefix):
                name = self.roles.get(predicate, predicate.removeprefix(prefix))
                for iri in self.table.iris(statement, predicate):
                    yield name, self._entity(iri, statement)

    def _attribution(self, statement: str) -> Attribution | None:
        table = self.table
        if table.term(statement, PROV["wasAttributedTo"]) is None:
            return None
        return Attribution(
            entity=self._entity(table.iri(statement, PROV["wasAttributedTo"]), statement),
            text=table.text(statement, TERMS["attributionText"]),
            cue=table.text(statement, TERMS["cue"]),
        )

    def _time(self, iri: str, begin: str, end: str, value: str, words: str) -> Time | None:
        table = self.table
        if table.term(iri, begin) is None:
            return None
        return Time(
            start=table.text(iri, begin),
            end=table.text(iri, end),
            value=table.text(iri, value),
            text=table.text(iri, words),
        )

    def _event(self, statement: str) -> Event | None:
        if self.table.term(statement, TERMS["event"]) is None:
            return None
        iri = self.table.iri(statement, TERMS["event"])
        return Event(id=iri, type=self.table.iri(iri, SEM["eventType"]).removeprefix(KG))

    def _evidence(self, iri: str) -> Evidence:
        table = self.table
        article = table.iri(iri, NIF["referenceContext"])
        if article not in self.articles:
            raise GraphError(f"<{iri}> is read from <{article}>, which is not described")
        rule = table.iri(iri, PROV["wasGeneratedBy"])
        sentence = self._span(iri)
        return Evidence(
            article=self.articles[article].id,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            rule=self.rules[rule],
            subject=self._mention(iri, TERMS["subjectMention"]),
            object=self._mention(iri, TERMS["objectMention"]),
            surface=self._surface(iri),
            confidence=float(table.text(iri, TERMS["confidence"])),
            links=tuple(_link(text) for text in table.texts(iri, TERMS["linkReason"])),
        )

    def _mention(self, evidence: str, predicate: str) -> Span | None:
        if self.table.term(evidence, predicate) is None:
            return None
        return self._span(self.table.iri(evidence, predicate))

    def _span(self, iri: str) -> Span:
        table = self.table
        return Span(
            start=int(table.text(iri, NIF["beginIndex"])),
            end=int(table.text(iri, NIF["endIndex"])),
            text=table.text(iri, NIF["anchorOf"]),
        )

    def _surface(self, evidence: str) -> Surface | None:
        table = self.table
        if table.term(evidence, TERMS["surfaceSubject"]) is None:
            return None
        return Surface(
            subject=table.text(evidence, TERMS["surfaceSubject"]),
            relation=table.text(evidence, TERMS["surfaceRelation"]),
            arguments=tuple(json.loads(table.text(evidence, TERMS["surfaceArguments"]))),
        )


def _iri(term: Term | None, statement: str) -> str:
    if not isinstance(term, ox.NamedNode):
        raise GraphError(f"<{statement}> states {term}, which is no IRI")
    return term.value


def _boolean(text: str) -> bool:
    return text in ("true", "1")


def _link(text: str) -> tuple[str, str]:
    end, _, reason = text.partition(": ")
    return end, reason
