"""Which format an answer has (https://www.rfc-editor.org/rfc/rfc9110#name-accept).

What may go in: media types, and choosing one of those that a request accepts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import pyoxigraph as ox

from kg.serve.child import Refused

T = TypeVar("T")

# The first is given to whoever accepts everything alike.
RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
GRAPHS: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG,
    "application/x-turtle": ox.RdfFormat.TURTLE,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}


def choose(accept: str | None, offered: Mapping[str, T]) -> tuple[str, T]:
    """Choose the media type that a request likes best; of several, the first that is offered.

    Args:
        accept: the header; None accepts all.
        offered: formats by media type, the best first.

    Raises:
        Refused: with 406; it accepts none of them.

    Example:
        >>> choose("text/csv;q=0.5, application/xml", RESULTS)[0]
        'application/xml'
    """
    wanted = list(_ranges(accept)) if accept else [("*/*", 1.0)]
    weights = {name: _weight(name, wanted) for name in offered}
    best = max(offered, key=lambda name: weights[name])  # max gives the first of equals
    if weights[best] <= 0:
        raise Refused(406, f"no such format: accept one of {', '.join(offered)}")
    return best, offered[best]


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        name, *parameters = (one.strip().lower() for one in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            yield name, float(quality)
        except ValueError:
            raise Refused(400, f"Accept: not a quality: {quality!r}") from None


def _weight(name: str, wanted: list[tuple[str, float]]) -> float:
    """The quality that the narrowest range gives."""
    for range_ in (name, f"{name.split('/')[0]}/*", "*/*"):
        found = [quality for one, quality in wanted if one == range_]
        if found:
            return max(found)
    return 0.0
