"""The service described in RDF (https://www.w3.org/TR/sparql11-service-description/).

What may go in: the triples of that description.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import pyoxigraph as ox

from kg.namespaces import PREFIXES
from kg.serve.negotiation import GRAPHS, choose

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS = (
    "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV Turtle N-Triples"
    " RDF_XML JSON-LD N-Quads TriG"
).split()


def describe(
    store: ox.Store, output: IO[bytes], *, endpoint: str, updates: bool, accept: str | None
) -> str:
    """Write the description; this runs in a child.

    Args:
        endpoint: the address of the service.
        updates: whether it takes updates.

    Returns:
        The media type.

    Raises:
        Refused: 406.
    """
    media_type, syntax = choose(accept, GRAPHS)
    prefixes = {"sd": _SD, "void": _VOID, "xsd": PREFIXES["xsd"]}
    triples = _triples(store, endpoint, updates)
    ox.serialize(triples, output, format=syntax, prefixes=prefixes)
    return media_type


def _triples(store: ox.Store, endpoint: str, updates: bool) -> Iterator[ox.Triple]:
    service, dataset, union = ox.BlankNode("service"), ox.BlankNode("data"), ox.BlankNode("union")
    kind = ox.NamedNode(PREFIXES["rdf"] + "type")

    def triple(subject: ox.BlankNode, name: str, value: ox.NamedNode | ox.BlankNode) -> ox.Triple:
        return ox.Triple(subject, ox.NamedNode(_SD + name), value)

    yield ox.Triple(service, kind, ox.NamedNode(_SD + "Service"))
    yield triple(service, "endpoint", ox.NamedNode(endpoint))
    yield triple(service, "supportedLanguage", ox.NamedNode(_SD + "SPARQL11Query"))
    if updates:
        yield triple(service, "supportedLanguage", ox.NamedNode(_SD + "SPARQL11Update"))
    yield triple(service, "feature", ox.NamedNode(_SD + "UnionDefaultGraph"))
    for name in _RESULT_FORMATS:
        yield triple(service, "resultFormat", ox.NamedNode(_FORMATS + name))
    yield triple(service, "defaultDataset", dataset)
    yield ox.Triple(dataset, kind, ox.NamedNode(_SD + "Dataset"))
    yield triple(dataset, "defaultGraph", union)
    yield ox.Triple(union, kind, ox.NamedNode(_SD + "Graph"))
    yield ox.Triple(union, ox.NamedNode(_VOID + "triples"), ox.Literal(len(store)))
    for graph in sorted(store.named_graphs(), key=str):
        named = ox.BlankNode()
        yield triple(dataset, "namedGraph", named)
        yield ox.Triple(named, kind, ox.NamedNode(_SD + "NamedGraph"))
        if isinstance(graph, ox.NamedNode):
            yield triple(named, "name", graph)
