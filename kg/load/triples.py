"""A graph as batches of triples. What may go in: what every target that keeps RDF needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

from kg.errors import InputError
from kg.export.rdf import generate
from kg.load.outcome import Access
from kg.model import Graph


def batches(graph: Graph, access: Access) -> Iterator[list[ox.Quad]]:
    """Give a graph's triples in the graph to load into, `access.batch` at a time.

    Raises:
        InputError: the name of the graph is no IRI.
    """
    name = graph_name(access)
    rest = generate(graph, text=access.text)
    while part := list(islice(rest, access.batch)):
        yield [ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in part]


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
