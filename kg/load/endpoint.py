"""Into a database that takes graphs over HTTP (https://www.w3.org/TR/sparql11-http-rdf-update/).

What may go in: sending batches, and sending one again that did not arrive. What is sent is
N-Triples, added to what is there: a set of triples without blank nodes, so that a batch that
arrives twice changes nothing.
"""

from __future__ import annotations

import base64
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from typing import cast
from urllib.parse import quote, urlsplit, urlunsplit

import pyoxigraph as ox

from kg.errors import InputError, LoadError
from kg.load.outcome import Access, Loaded
from kg.load.triples import batches, graph_name
from kg.model import Graph

_SECONDS = 120.0  # for one batch
_PAUSE = 0.5  # seconds before the second try; then twice as long each time
_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))


def load_endpoint(
    graph: Graph, place: str, *, access: Access, progress: Callable[[int], None]
) -> Loaded:
    """Add a graph to a graph store.

    Args:
        place: the address of the Graph Store Protocol, like `http://localhost:7878/store`.

    Raises:
        InputError: not such an address; LoadError: it is not there, or refuses a batch.
    """
    address = _address(place, access)
    sent = many = tries = 0
    for part in batches(graph, access):
        body = cast("bytes", ox.serialize(part, format=ox.RdfFormat.N_TRIPLES))
        tries += _deliver(address, body, access, after=sent)
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
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))


def _deliver(address: str, body: bytes, access: Access, *, after: int) -> int:
    """Send a batch until it arrives; tell how often it was sent."""
    pause = _PAUSE
    for count in range(1, access.tries + 1):
        try:
            _send(address, body, access)
            return count
        except urllib.error.HTTPError as error:
            with error:
                told = _reason(error)
            last = error.code not in _AGAIN
        except (urllib.error.URLError, HTTPException, OSError) as error:
            told, last = str(getattr(error, "reason", error)), False
        if last or count == access.tries:
            before = f"; {after:,} triples before it are there" if after else ""
            times = "" if count == 1 else f", {count} times"
            raise LoadError(f"{address}: {told}{times}{before}")
        time.sleep(pause)
        pause *= 2
    raise LoadError(f"{address}: a batch is sent at least once, not {access.tries} times")


def _send(address: str, body: bytes, access: Access) -> None:
    headers = {"Content-Type": "application/n-triples", **_authorization(access)}
    request = urllib.request.Request(address, data=body, headers=headers, method="POST")
    with urllib.request.urlopen(request, timeout=_SECONDS) as reply:
        reply.read()


def _authorization(access: Access) -> dict[str, str]:
    if access.token is not None:
        return {"Authorization": f"Bearer {access.token}"}
    if access.user is None:
        return {}
    pair = base64.b64encode(f"{access.user}:{access.password or ''}".encode()).decode()
    return {"Authorization": f"Basic {pair}"}


def _reason(error: urllib.error.HTTPError) -> str:
    """The status, and the first line of what the server says of it."""
    text = error.read(2000).decode("utf-8", "replace").strip()
    line = "".join(c if c.isprintable() else " " for c in text.partition("\n")[0])[:300]
    return f"{error.code} {error.reason}" + (f": {line}" if line else "")
