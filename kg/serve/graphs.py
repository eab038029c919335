"""Whole graphs over HTTP (https://www.w3.org/TR/sparql11-http-rdf-update/).

What may go in: reading, replacing, extending and removing a graph that a request names with
`?default` or `?graph=IRI`.
"""

from __future__ import annotations

from typing import IO, TypeAlias
from urllib.parse import parse_qsl

import pyoxigraph as ox

from kg.errors import GraphError
from kg.export.rdf import check_entities
from kg.namespaces import PREFIXES
from kg.serve.characters import held
from kg.serve.child import Refused
from kg.serve.negotiation import GRAPHS, choose

_Name: TypeAlias = ox.NamedNode | ox.DefaultGraph
_TRIPLES = {name: form for name, form in GRAPHS.items() if not form.supports_datasets} | {
    "application/ld+json": ox.RdfFormat.JSON_LD
}


def named(url_query: str) -> _Name:
    """Tell which graph a request is about (section 4.2).

    Raises:
        Refused: 400, it names none, or several, or something that is no absolute IRI.

    Example:
        >>> named("graph=http%3A%2F%2Fa.example%2Fg")
        <NamedNode value=http://a.example/g>
    """
    pairs = parse_qsl(url_query, keep_blank_values=True)
    graphs = [(name, value) for name, value in pairs if name in ("default", "graph")]
    if len(graphs) != 1:
        raise Refused(400, "name one graph: ?default or ?graph=IRI")
    [(name, value)] = graphs
    if name == "default":
        return ox.DefaultGraph()
    try:
        return ox.NamedNode(value)
    except ValueError as error:
        raise Refused(400, f"graph={value}: not an absolute IRI") from error


def exists(store: ox.Store, name: _Name) -> bool:
    """Tell whether a store has a graph; the default graph is always there."""
    return isinstance(name, ox.DefaultGraph) or store.contains_named_graph(name)


def read(store: ox.Store, output: IO[bytes], *, name: _Name, accept: str | None) -> str:
    """Write a graph; this runs in a child.

    Returns:
        The media type.

    Raises:
        Refused: 404, there is no such graph; 406, in no format that is accepted.
    """
    if not exists(store, name):
        raise Refused(404, f"no graph {name}")
    media_type, syntax = choose(accept, _TRIPLES)
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, name))
    prefixes = PREFIXES if syntax == ox.RdfFormat.TURTLE else None
    ox.serialize(triples, held(output, syntax), format=syntax, prefixes=prefixes)
    return media_type


def write(store: ox.Store, name: _Name, body: bytes, content_type: str, *, replace: bool) -> bool:
    """Put triples into a graph: all of them, or none.

    Args:
        content_type: of the body; Turtle, N-Triples, RDF/XML or JSON-LD.
        replace: take out what the graph had.

    Returns:
        Whether the graph is new.

    Raises:
        Refused: 415, another type; 400, the body is not that.
    """
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type not in _TRIPLES:
        raise Refused(415, f"{media_type or 'no type'}: send one of {', '.join(_TRIPLES)}")
    try:
        check_entities(body, _TRIPLES[media_type])
        quads = list(ox.parse(body, _TRIPLES[media_type], rename_blank_nodes=True))
    except SyntaxError as error:
        raise Refused(400, f"line {error.lineno}: not {media_type}: {error.msg}") from error
    except (ValueError, GraphError) as error:
        raise Refused(400, f"not {media_type}: {error}") from error
    if any(not isinstance(quad.graph_name, ox.DefaultGraph) for quad in quads):
        raise Refused(400, "the body names graphs; one graph is written at a time")
    new = not exists(store, name)
    if replace:
        store.clear_graph(name)
    if isinstance(name, ox.NamedNode):
        store.add_graph(name)
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads)
    return new


def remove(store: ox.Store, name: _Name) -> None:
    """Remove a graph; the default graph is emptied.

    Raises:
        Refused: 404, there is no such graph.
    """
    if not exists(store, name):
        raise Refused(404, f"no graph {name}")
    store.remove_graph(name)
