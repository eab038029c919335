"""Checks the form of a graph with SHACL. What may go in: shapes, and running pySHACL on them.

The shapes of statements, evidence, articles and entities are `ontologies/shapes.ttl`; what a
relation may join is made into shapes here, from the domain and range that the ontology gives it.
(https://www.w3.org/TR/shacl/)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from rdflib import OWL, RDF, RDFS, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.errors import GraphError, OntologyError
from kg.namespaces import KG, PREFIXES, XSD, ontologies_folder
from kg.ontology import Ontology, Property, load_ontology

_SHAPES = Namespace(KG + "shapes/")
_KG = Namespace(KG)
_UNCLASSIFIED = _SHAPES["Unclassified"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One thing that a node of the graph does not do as its shape demands."""

    node: str  # its label, or its IRI when it has none
    path: str  # the property, shortened; "" when the node itself is wrong
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.node, self.path, self.message) if part)


def validate(quads: Iterable[ox.Quad], *, ontology: Sequence[Path] = ()) -> tuple[Violation, ...]:
    """Check a graph against the shapes; an empty answer means that it conforms.

    What a statement says must respect its relation's domain and range whatever its polarity and
    modality, and so must every direct triple. What is only a kg:Entity is of unknown class, and
    fits everywhere.

    Args:
        quads: the graph as RDF; named graphs count as one.
        ontology: further Turtle files with classes and relations, as given to the build.

    Raises:
        OntologyError: the shapes or the ontology cannot be read.
        GraphError: the quads hold no statement, article or entity: there is nothing to check.
    """
    known = load_ontology(ontology)
    data = _data(quads)
    shapes = _fixed_shapes()
    for relation in set(data.predicates()):
        name = str(relation).removeprefix(KG)
        if name in known.properties:
            _add_relation(shapes, known.properties[name], known)
    for triple in [*_hierarchy(known), *_unclassified(data)]:
        data.add(triple)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    if not isinstance(report, Graph):
        raise GraphError(f"the shapes cannot be applied: {report}")
    return tuple(sorted(set(_violations(report, data)), key=str))


def _data(quads: Iterable[ox.Quad]) -> Graph:
    """The triples for rdflib, with what every statement says as a triple of its own.

    What a statement states in a triple term, or in a graph of its own, is reified for the shapes.
    """
    data = Graph()
    reified: list[tuple[Node, ox.Triple]] = []
    graphs: dict[Node, list[ox.Triple]] = {}
    for quad in quads:
        if isinstance(quad.object, ox.Triple):  # RDF 1.2, which rdflib does not know
            if quad.predicate.value == PREFIXES["rdf"] + "reifies":
                reified.append((_node(quad.subject), quad.object))
            continue
        data.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
        if isinstance(quad.graph_name, ox.NamedNode):
            graphs.setdefault(_node(quad.graph_name), []).append(quad.triple)
    statements = list(data.subjects(RDF.type, _KG.Statement))
    reified += [(node, triple) for node in statements for triple in graphs.get(node, ())]
    for node, triple in reified:
        for term, part in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
            data.add((node, term, _node(part)))
    nothing = all(
        (None, RDF.type, kind) not in data for kind in (_KG.Statement, _KG.Evidence, _KG.Graph)
    )
    if nothing:
        raise GraphError("not a graph of this program: no kg:Graph, kg:Statement or kg:Evidence")
    for statement in statements:
        for relation in list(data.objects(statement, RDF.predicate)):
            for subject in list(data.objects(statement, RDF.subject)):
                for object_ in list(data.objects(statement, RDF.object)):
                    data.add((subject, relation, object_))
    return data


def _node(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        if term.datatype.value == XSD["string"]:  # to rdflib "a" and "a"^^xsd:string differ
            return Literal(term.value)
        return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    raise GraphError(f"not a term of RDF 1.1: {term}")


def _fixed_shapes() -> Graph:
    path = ontologies_folder() / "shapes.ttl"
    try:
        return Graph().parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: not Turtle: {error}") from error


def _add_relation(shapes: Graph, relation: Property, known: Ontology) -> None:
    """Demand that what a relation joins is of its domain and range."""
    for end, kind, target in (
        ("subject", relation.domain, SH.targetSubjectsOf),
        ("object", relation.range, SH.targetObjectsOf),
    ):
        if kind == "Entity":  # anything, a literal too
            continue
        shape = _SHAPES[f"{relation.name}/{end}"]
        label = known.class_labels.get(kind, kind)
        shapes.add((shape, RDF.type, SH.NodeShape))
        shapes.add((shape, target, _KG[relation.name]))
        fitting = [BNode(), BNode()]
        shapes.add((fitting[0], SH["class"], _KG[kind]))
        shapes.add((fitting[1], SH["class"], _UNCLASSIFIED))
        Collection(shapes, one_of := BNode(), fitting)  # type: ignore[arg-type]
        shapes.add((shape, SH["or"], one_of))
        message = f"the {end} of “{relation.label}” must be of class {label} (kg:{kind})"
        shapes.add((shape, SH.message, Literal(message)))


def _hierarchy(known: Ontology) -> Iterator[tuple[Node, Node, Node]]:
    for name, above in known.classes.items():
        yield _KG[name], RDF.type, OWL.Class
        for parent in above - {name}:
            yield _KG[name], RDFS.subClassOf, _KG[parent]


def _unclassified(data: Graph) -> list[tuple[Node, Node, Node]]:
    """Entities of no known class: they may be of any."""
    found = set(data.subjects(RDF.type, _KG.Entity))
    return [(n, RDF.type, _UNCLASSIFIED) for n in found if len(set(data.objects(n, RDF.type))) == 1]


def _violations(report: Graph, data: Graph) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        path = report.value(result, SH.resultPath)
        label = data.value(focus, RDFS.label) if focus is not None else None
        yield Violation(
            node=f"{label} <{focus}>" if label else f"<{focus}>",
            path=_curie(str(path)) if path else "",
            message=str(report.value(result, SH.resultMessage)),
        )


def _curie(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
