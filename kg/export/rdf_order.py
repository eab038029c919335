"""RDF as this program writes it, put in order without being read into values.

What may go in: the order of nodes and of their properties, which `rdf_rows.py` writes. A graph that
another tool rewrote has the same triples in another order; to sort them takes a third of the time
of reading them into a `Graph` and describing that again, and gives the same bytes.

Only what is exactly of that shape is sorted: statements in the form "rdf", each node of one kind,
each with the properties that it needs and no others, and none that no statement leads to. Whether
that is so is decided once for each sequence of properties that nodes have, of which there are few.
Literals stay as they are: a number that another tool wrote in another way is not written back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.export.rdf_graph import unescape
from kg.export.rdf_rows import is_asserted
from kg.graph.collector import collector_off
from kg.namespaces import NIF, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, role_iri
from kg.vocabulary import TERMS

# A quad without triple terms, so that each term has a `value`; where one has none, the shape is
# another, which is told once for all of them.
_Quad: TypeAlias = Any
_Row: TypeAlias = tuple[str, _Quad]  # the predicate, or a second type of a node; and all of it
_Key: TypeAlias = tuple[object, ...]
_ROLE = role_iri("x").removesuffix("x")
# looking a name up in a namespace takes longer than comparing it
_TYPE, _SUBJECT, _PREDICATE, _OBJECT = (
    RDF[name] for name in ("type", "subject", "predicate", "object")
)
_LABEL, _IDENTIFIER, _NAMED = RDFS["label"], SCHEMA["identifier"], TERMS["named"]
_POLARITY, _MODALITY, _INFERRED = (TERMS[n] for n in ("polarity", "modality", "inferred"))
_DERIVED, _GENERATED = PROV["wasDerivedFrom"], PROV["wasGeneratedBy"]
_CLAIMED_BY, _EVENT_OF = PROV["wasAttributedTo"], TERMS["event"]
_BEGIN, _END, _ARTICLE_OF = (NIF[n] for n in ("beginIndex", "endIndex", "referenceContext"))
_MENTIONS = (TERMS["subjectMention"], TERMS["objectMention"])


class OtherShapeError(Exception):
    """The triples are not, or not only, as `rdf_rows` writes them: read them into values."""


class _Kind:
    """A kind of node: its class, and its properties in the order in which they are written.

    Args:
        type: the class; None if that tells one node from another of the kind.
        properties: `?` marks what a node may lack, `*` what it may have any number of. A second
            class that all nodes of the kind have stands among them.
    """

    def __init__(self, type: str | None, *properties: str) -> None:
        self.type = type
        self.rank = {name.rstrip("?*"): place for place, name in enumerate(properties)}
        self.needed = {name for name in properties if name[-1] not in "?*"}
        self.several = {name[:-1] for name in properties if name[-1] == "*"}
        self._shapes: dict[tuple[str, ...], bool] = {}

    def is_ordered(self, rows: list[_Row]) -> bool:
        """Tell whether a node's properties are in order, as far as their names show it.

        Raises:
            OtherShapeError: it has others, or too few, or one too often.
        """
        shape = tuple([name for name, _ in rows])
        if shape not in self._shapes:
            self._shapes[shape] = self._check(shape)
        return self._shapes[shape]

    def _check(self, shape: tuple[str, ...]) -> bool:
        names = [_ROLE if name.startswith(_ROLE) else name for name in shape]
        if not self.needed <= set(names) <= self.rank.keys():
            raise OtherShapeError(f"a node with {', '.join(names)}")
        often = {name for name in names if names.count(name) > 1}
        if not often <= self.several:
            raise OtherShapeError(f"a node with several {', '.join(sorted(often))}")
        ranks = [self.rank[name] for name in names]
        return not often and self.type != SEM["Event"] and ranks == sorted(ranks)


_SPAN = tuple(NIF[n] for n in ("beginIndex", "endIndex", "anchorOf", "referenceContext"))
_GRAPH = _Kind(
    TERMS["Graph"],
    *(_TYPE, TERMS["assertion"], TERMS["base"], TERMS["model"], SCHEMA["softwareVersion"]),
)
_RULE = _Kind(PROV["Activity"], _TYPE, _LABEL, SCHEMA["softwareVersion"])
_ARTICLE = _Kind(
    SCHEMA["NewsArticle"],
    *(_TYPE, NIF["Context"], SCHEMA["identifier"]),
    *(SCHEMA[n] + "?" for n in ("sha256", "headline", "datePublished", "publisher", "url")),
    *(NIF["isString"] + "?", TERMS["copyOf"] + "?"),
)
_STATEMENT = _Kind(
    TERMS["Statement"],
    *(_TYPE, RDF["Statement"], _SUBJECT, _PREDICATE, _OBJECT + "?"),
    _ROLE + "*",
    *(TERMS[n] for n in ("polarity", "modality", "confidence", "inferred")),
    *(TERMS["independentSources"] + "?", TERMS["premise"] + "*"),
    *(PROV["wasAttributedTo"] + "?", TERMS["attributionText"] + "?", TERMS["cue"] + "?"),
    *(SEM[n] + "?" for n in ("hasBeginTimeStamp", "hasEndTimeStamp")),
    *(TERMS[n] + "?" for n in ("timeValue", "timeText", "claimedStart", "claimedEnd")),
    *(TERMS[n] + "?" for n in ("claimedValue", "claimedText", "published", "event")),
    *(PROV["wasDerivedFrom"] + "*", PROV["wasGeneratedBy"] + "*"),
)
_EVIDENCE = _Kind(
    TERMS["Evidence"],
    *(_TYPE, NIF["Sentence"], *_SPAN),
    *(TERMS[n] + "?" for n in ("subjectMention", "objectMention", "surfaceSubject")),
    *(TERMS[n] + "?" for n in ("surfaceRelation", "surfaceArguments")),
    *(PROV["wasGeneratedBy"], TERMS["confidence"], TERMS["linkReason"] + "*"),
)
_MENTION = _Kind(NIF["Phrase"], _TYPE, *_SPAN)
_EVENT = _Kind(
    SEM["Event"],
    *(_TYPE, SEM["eventType"]),
    *(SEM[n] + "*" for n in ("hasActor", "hasPlace", "hasBeginTimeStamp", "hasEndTimeStamp")),
)
_ENTITY = _Kind(
    None,
    *(_TYPE, _LABEL, _NAMED),
    *(SKOS["altLabel"] + "*", SKOS["exactMatch"] + "*", TERMS["identityReason"] + "*"),
)
_RELATION = _Kind(None, _LABEL, RDFS["subPropertyOf"] + "?")  # or the property of a role
_LINKS = {_SUBJECT, _PREDICATE, _EVENT_OF, _CLAIMED_BY, _DERIVED, _GENERATED, *_MENTIONS}
_REASONS = {TERMS["identityReason"], TERMS["linkReason"]}
_KINDS = (_GRAPH, _RULE, _RELATION, _ENTITY, _ARTICLE, _STATEMENT, _EVIDENCE, _EVENT, _MENTION)
_KIND_OF = {ox.NamedNode(kind.type): kind for kind in _KINDS if kind.type}
_SECOND = {ox.NamedNode(iri): iri for iri in (NIF["Context"], RDF["Statement"], NIF["Sentence"])}


def in_order(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Give the triples that `rdf.generate` gave for one graph, in its order.

    Args:
        quads: all of them, in any order; they are held in memory.

    Raises:
        OtherShapeError: they are not what `generate` gives; it is raised before any is given.
    """
    try:
        with collector_off():
            return iter(_Nodes(quads).in_order())
    except (KeyError, ValueError, AttributeError) as error:
        raise OtherShapeError(f"a node lacks {error}") from error


class _Nodes:
    """The properties of each node, and the nodes of each kind."""

    def __init__(self, quads: Iterable[_Quad]) -> None:
        self.rows: dict[str, list[_Row]] = {}
        self.kinds: dict[str, _Kind] = {}
        known: dict[str, str] = {}  # so that equal names are one object
        last, rows = "", list[_Row]()
        for quad in quads:
            subject, predicate = quad.subject.value, quad.predicate.value
            if subject != last:  # they mostly come together
                last, rows = subject, self.rows.setdefault(subject, [])
            name = known.setdefault(predicate, predicate)
            if name == _TYPE:
                type = quad.object
                name = _SECOND.get(type, name)
                if type in _KIND_OF:
                    self.kinds[subject] = _KIND_OF[type]
            elif name == _NAMED:
                self.kinds[subject] = _ENTITY
            rows.append((name, quad))
        self.of: dict[_Kind, list[str]] = {kind: [] for kind in _KINDS}
        for iri in self.rows:
            self.of[self.kinds.get(iri, _RELATION)].append(iri)
        self.facts = [row for iri in self.of[_ENTITY] for row in self._take_facts(iri)]

    def in_order(self) -> list[ox.Quad]:
        """Check that all is there, and nothing else, and sort it."""
        for kind in _KINDS:
            if kind is not _STATEMENT:
                self._sort_properties(kind, _within(kind))
        self.evidence = {iri: self._evidence(iri) for iri in self.of[_EVIDENCE]}
        self._sort_properties(_STATEMENT, self._within_statement)
        self._check_links()
        made = [quad for iri in self._shared() for _, quad in self.rows[iri]]
        made += sorted((quad for _, quad in self.facts), key=_written)
        made += [quad for iri in self._told() for _, quad in self.rows[iri]]
        return made

    def _shared(self) -> Iterator[str]:
        """The nodes that come before the direct triples."""
        roles = {name for iri in self.of[_STATEMENT] for name, _ in self.rows[iri]}
        roles &= set(self.of[_RELATION])
        yield from self.of[_GRAPH]
        yield from sorted(self.of[_RULE], key=self._label)
        yield from sorted(set(self.of[_RELATION]) - roles)
        yield from sorted(roles, key=self._label)
        yield from sorted(self.of[_ENTITY])
        yield from sorted(self.of[_ARTICLE], key=lambda i: self._text(i, _IDENTIFIER))

    def _told(self) -> Iterator[str]:
        """The nodes that come after them; evidence of several statements is with the first."""
        found: dict[str, None] = {}
        for iri in sorted(self.of[_STATEMENT], key=self._statement):
            found[iri] = None
            found.update(dict.fromkeys(self._iris(iri, _DERIVED)))
        yield from found
        yield from sorted(self.of[_EVENT])
        yield from sorted(self.of[_MENTION])

    def _take_facts(self, entity: str) -> Iterator[_Row]:
        """Part the direct triples from what describes an entity."""
        rows = self.rows[entity]
        if any(name not in _ENTITY.rank for name, _ in rows):
            self.rows[entity] = [row for row in rows if row[0] in _ENTITY.rank]
            yield from (row for row in rows if row[0] not in _ENTITY.rank)

    def _sort_properties(self, kind: _Kind, key: Callable[[_Row], _Key]) -> None:
        for iri in self.of[kind]:
            rows = self.rows[iri]
            if not kind.is_ordered(rows):
                rows.sort(key=key)

    def _within_statement(self, row: _Row) -> _Key:
        name, value = row[0], row[1].object.value
        if name.startswith(_ROLE):
            return _STATEMENT.rank[_ROLE], self._label(name), value
        if name == _DERIVED:
            return _STATEMENT.rank[name], self.evidence[value]
        if name == _GENERATED:
            return _STATEMENT.rank[name], self._label(value)
        return _STATEMENT.rank[name], value

    def _evidence(self, iri: str) -> _Key:
        """What `Evidence.order` gives, then the node."""
        row = dict(self.rows[iri])
        ends = (row.get(name) for name in _MENTIONS)
        return (
            self._text(row[_ARTICLE_OF].object.value, _IDENTIFIER),
            int(row[_BEGIN].object.value),
            int(row[_END].object.value),
            self._label(row[_GENERATED].object.value),
            *(int(self._text(end.object.value, _BEGIN)) if end else -1 for end in ends),
            iri,
        )

    def _statement(self, iri: str) -> _Key:
        """What `builder.order` gives."""
        keys = [self.evidence[one] for one in self._iris(iri, _DERIVED)]
        first = keys[0][:-1] if keys else ("",)
        inferred = self._text(iri, _INFERRED) == "true"
        return (*first[:2], inferred, *first[2:], iri)

    def _check_links(self) -> None:
        """Check that every node is there that another names, and none that nothing leads to."""
        [graph] = self.of[_GRAPH]
        named = {graph, *self.of[_ARTICLE], *self.of[_STATEMENT]}
        for kind in (_STATEMENT, _EVIDENCE):
            for iri in self.of[kind]:
                for name, quad in self.rows[iri]:
                    if name in _LINKS:
                        named.add(quad.object.value)
                    elif name.startswith(_ROLE):
                        named.update((name, quad.object.value))
                    elif name == _OBJECT and not isinstance(quad.object, ox.Literal):
                        named.add(quad.object.value)
        if named != self.rows.keys():
            raise OtherShapeError(f"{len(named ^ self.rows.keys())} nodes without links, or links")
        policy = self._text(graph, TERMS["assertion"])
        stated = filter(None, (self._fact(iri, policy) for iri in self.of[_STATEMENT]))
        if set(stated) != {quad.triple for _, quad in self.facts}:
            raise OtherShapeError("the direct triples are not those of the statements")

    def _fact(self, iri: str, policy: str) -> ox.Triple | None:
        """The direct triple that a statement becomes."""
        row = {name: quad.object for name, quad in self.rows[iri]}
        polarity, modality = (row[name].value for name in (_POLARITY, _MODALITY))
        has_source = _CLAIMED_BY in row
        if _OBJECT not in row or not is_asserted(polarity, modality, has_source, policy):
            return None
        return ox.Triple(*(row[name] for name in (_SUBJECT, _PREDICATE, _OBJECT)))

    def _label(self, iri: str) -> str:
        return self._text(iri, _LABEL)

    def _text(self, iri: str, predicate: str) -> str:
        for name, quad in self.rows[iri]:
            if name == predicate:
                return _value(quad.object)
        raise KeyError(predicate)

    def _iris(self, iri: str, predicate: str) -> list[str]:
        return [quad.object.value for name, quad in self.rows[iri] if name == predicate]


def _within(kind: _Kind) -> Callable[[_Row], _Key]:
    """The order of the properties of a node."""
    if kind is _EVENT:
        return lambda row: (row[0] != _TYPE, _written(row[1]))

    def key(row: _Row) -> _Key:
        name, value = row[0], _value(row[1].object)
        return kind.rank[name], value.partition(": ") if name in _REASONS else value

    return key


def _value(term: Any) -> str:
    return unescape(term)[0] if isinstance(term, ox.Literal) else str(term.value)


def _written(quad: _Quad) -> _Key:
    """What `rdf_rows.by_type_first` sorts by, of triples of which none tells a type."""
    object_ = quad.object
    value = unescape(object_) if isinstance(object_, ox.Literal) else object_.value
    return quad.subject.value, repr((quad.subject.value, quad.predicate.value, value))
