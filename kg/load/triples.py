"""A graph as triples, one by one or in batches. What may go in: what databases of RDF need."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

from kg.errors import InputError
from kg.export.rdf import generate
from kg.load.outcome import Access
from kg.model import Graph


def triples(graph: Graph, access: Access) -> Iterator[ox.Quad]:
    """Give a graph's triples in the graph to load into.

    Raises:
        InputError: the name of the graph is no IRI.
    """
    name, made = graph_name(access), generate(graph, text=access.text)
    if isinstance(name, ox.DefaultGraph):
        return made
    return (ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in made)


def batches(graph: Graph, access: Access) -> Iterator[list[ox.Triple]]:
    """Give a graph's triples `access.batch` at a time."""
    made = (quad.triple for quad in generate(graph, text=access.text))
    while part := list(islice(made, access.batch)):
        yield part


def graph_name(access: Access) -> ox.NamedNode | ox.DefaultGraph:
    """Give the node of the graph to load into.

    Raises:
        InputError: it is no IRI.
    """
    if access.graph is None:
        return ox.DefaultGraph()
    try:
        return ox.NamedNode(access.graph)
    except ValueError as error:
        raise InputError(f"--graph {access.graph}: not an absolute IRI") from error
