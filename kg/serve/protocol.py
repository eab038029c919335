"""Queries and updates over HTTP (https://www.w3.org/TR/sparql11-protocol/).

What may go in: reading an operation from a request, and doing it. Where the protocol leaves the
choice: the default graph is the union of all graphs; SERVICE and LOAD are refused; an update that
comes with `using-graph-uri` or `using-named-graph-uri` is refused.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO
from urllib.parse import parse_qsl

import pyoxigraph as ox

from kg.errors import QueryError
from kg.namespaces import PREFIXES
from kg.serve.characters import held
from kg.serve.child import Refused
from kg.serve.negotiation import GRAPHS, RESULTS, choose
from kg.store import query
from kg.store.sparql import check_size, mentions, syntax_error

_TOO_MANY_PARTS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A query or an update, as a request told it."""

    kind: str  # "query", "update" or "description"
    sparql: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def operation(method: str, url_query: str, content_type: str, body: bytes) -> Operation:
    """Read which operation a request asks for (sections 2.1 and 2.2).

    Args:
        method: GET, HEAD or POST.
        url_query: what stands after the `?` of the address, still encoded.
        content_type: the header; "" if there is none.

    Raises:
        Refused: 400, it asks for none or for several; 415, for a body that is no SPARQL.

    Example:
        >>> operation("GET", "query=ASK%20%7B%7D", "", b"").sparql
        'ASK {}'
    """
    parameters = _pairs(url_query)
    if method != "POST":
        if any(name == "update" for name, _ in parameters):
            raise Refused(400, "an update is sent by POST")
        if not any(name == "query" for name, _ in parameters):
            return Operation(kind="description")
        return _of(parameters)
    media_type, _, rest = content_type.partition(";")
    text = _decoded(body, rest)
    match media_type.strip().lower():
        case "application/x-www-form-urlencoded":
            return _of(parameters + _pairs(text))
        case "application/sparql-query":
            return _of([*parameters, ("query", text)])
        case "application/sparql-update":
            return _of([*parameters, ("update", text)])
    known = (
        "application/x-www-form-urlencoded, application/sparql-query or application/sparql-update"
    )
    raise Refused(415, f"no SPARQL in {media_type or 'a body without a type'}: send {known}")


def answer(store: ox.Store, output: IO[bytes], *, asked: Operation, accept: str | None) -> str:
    """Answer a query; this runs in a child.

    Returns:
        The media type.

    Raises:
        QueryError: it is no SPARQL; Refused: 406, or it has a SERVICE.
    """
    if mentions(asked.sparql, "SERVICE"):
        raise Refused(500, "SERVICE is not answered: kg does not use the network")
    results = query(
        store,
        asked.sparql,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
    )
    if isinstance(results, ox.QueryTriples):
        media_type, syntax = choose(accept, GRAPHS)
        prefixes = PREFIXES if syntax in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG) else None
        ox.serialize(results, held(output, syntax), format=syntax, prefixes=prefixes)
    else:
        media_type, form = choose(accept, RESULTS)
        results.serialize(held(output, form), format=form)
    return media_type


def update(store: ox.Store, asked: Operation, output: IO[bytes] | None = None) -> str:
    """Change the store: all of the update, or nothing.

    Args:
        output: not used; with it, this is a task that a child can try.

    Raises:
        QueryError: it is no SPARQL update, or nested too deep; Refused: it has LOAD or SERVICE, or
            fails.
    """
    if asked.default_graphs or asked.named_graphs:
        raise Refused(500, "using-graph-uri is not supported: write USING in the update")
    for keyword in ("LOAD", "SERVICE"):
        if mentions(asked.sparql, keyword):
            raise Refused(500, f"{keyword} is not done: kg uses neither network nor files")
    check_size(asked.sparql)
    try:
        with _nothing_opened():
            store.update(asked.sparql, prefixes=PREFIXES)
    except SyntaxError as error:
        raise QueryError(syntax_error(str(error), asked.sparql)) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise Refused(500, f"the update failed: {error}") from error
    return "text/plain"


@contextmanager
def _nothing_opened() -> Iterator[None]:
    """Let the process open neither files nor sockets for a while."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def _of(pairs: list[tuple[str, str]]) -> Operation:
    asked = [(name, value) for name, value in pairs if name in ("query", "update")]
    if len(asked) != 1:
        raise Refused(400, f"a request has one query or one update, this has {len(asked)}")
    [(kind, sparql)] = asked
    default, named = ("default-graph-uri", "named-graph-uri")
    if kind == "update":
        default, named = ("using-graph-uri", "using-named-graph-uri")
    return Operation(
        kind=kind,
        sparql=sparql,
        default_graphs=tuple(value for name, value in pairs if name == default),
        named_graphs=tuple(value for name, value in pairs if name == named),
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=_TOO_MANY_PARTS
        )
    except ValueError as error:
        raise Refused(400, f"the parameters cannot be read: {error}") from error


def _decoded(body: bytes, parameters: str) -> str:
    for one in parameters.split(";"):
        name, _, value = one.strip().partition("=")
        if name.lower() == "charset" and value.strip('"').lower() not in ("utf-8", "utf8"):
            raise Refused(415, f"charset {value}: send UTF-8")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"not UTF-8 at byte {error.start}") from error
