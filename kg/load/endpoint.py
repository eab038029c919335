"""Into a database that is asked over HTTP.

What may go in: what is sent where. Triples go to a Graph Store
(https://www.w3.org/TR/sparql11-http-rdf-update/), `INSERT DATA` of them to an endpoint of updates
(https://www.w3.org/TR/sparql11-update/). Each batch is a set of triples without blank nodes, added
to what is there, so that one that arrives twice changes nothing. They are N-Triples as pyoxigraph
writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import cast
from urllib.parse import quote, urlsplit, urlunsplit

import pyoxigraph as ox

from kg.errors import InputError
from kg.load.delivery import Delivery
from kg.load.outcome import Access, Loaded
from kg.load.triples import batches, graph_name
from kg.model import Graph
from kg.namespaces import PREFIXES

_STORE, _UPDATE = "text/turtle", "application/sparql-update"
_HINTS = {
    _STORE: "does it take SPARQL updates? then give --update",
    _UPDATE: "is it a Graph Store? then leave --update out",
}
# Virtuoso looks for the kind of data in the data, and finds none in N-Triples with a long line
_HEAD = f"@prefix rdf: <{PREFIXES['rdf']}> .\n".encode()
_MOST = 2_000  # triples in an update: Virtuoso reads 4,000 of ours, and no 5,000


def load_endpoint(
    graph: Graph, place: str, *, access: Access, progress: Callable[[int], None]
) -> Loaded:
    """Add a graph to a graph store, or by updates if `access.update` says so.

    Args:
        place: the address of the Graph Store Protocol, like `http://localhost:7878/store`, or of
            updates, like `http://localhost:7878/update`.

    Raises:
        InputError: not such an address; LoadError: it is not there, or refuses a batch.
    """
    address = _address(place, access)
    kind = _UPDATE if access.update else _STORE
    size = min(access.batch, _MOST) if access.update else access.batch
    sent = many = tries = 0
    with Delivery(address, kind, access, hint=_HINTS[kind]) as delivery:
        for part in batches(graph, replace(access, batch=size)):
            tries += delivery.deliver(_body(part, access), after=sent)
            sent, many = sent + len(part), many + 1
            progress(sent)
    return Loaded(what=(("triples", sent),), batches=many, tries=tries)


def _address(place: str, access: Access) -> str:
    parts = urlsplit(place)
    if not parts.hostname:
        raise InputError(f"{place}: no host: write http://HOST:PORT/PATH")
    if parts.username is not None or parts.password is not None:
        # it would stand in the list of processes, and in the shell's history
        raise InputError("no user or password in the address: give --user, and it is asked for")
    if parts.query or parts.fragment:
        raise InputError(f"{place}: give the address without ? and #, and --graph IRI for a graph")
    graph_name(access)
    query = "default" if access.graph is None else f"graph={quote(access.graph, safe='')}"
    query = "" if access.update else query
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))


def _body(part: list[ox.Triple], access: Access) -> bytes:
    lines = cast("bytes", ox.serialize(part, format=ox.RdfFormat.N_TRIPLES))
    if not access.update:
        return _HEAD + lines
    name = graph_name(access)
    start, end = ("", "") if isinstance(name, ox.DefaultGraph) else (f"GRAPH {name} {{ ", " }")
    return f"INSERT DATA {{ {start}\n".encode() + as_sparql(lines) + f"{end} }}".encode()


def as_sparql(lines: bytes) -> bytes:
    r"""Write N-Triples so that SPARQL takes them for the same.

    SPARQL 1.1 undoes `\uXXXX` before it parses (section 19.2), some engines even after a backslash
    that is escaped: there a `u` is written as a code point itself.

    Example:
        >>> print(as_sparql(rb'"C:\\users \u0007"').decode())
        "C:\\\U00000075sers \u0007"
    """
    return re.sub(
        rb"\\(?:\\([uU])|.)",
        lambda found: rb"\\\U%08X" % ord(found[1]) if found[1] else found[0],
        lines,
    )
