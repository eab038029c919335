"""The graph's own words in RDF, and what `ontologies/kg.ttl` declares.

What may go in: the closed list of `kg:` terms that the exporters write and read, and cheap
questions about `kg.ttl` alone; the lexicon is never parsed for an export.
"""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.namespaces import KG, RDFS, Namespace, ontologies_folder

TERMS = Namespace(
    KG,
    (
        # the graph, and statements
        *("Graph", "assertion", "base", "model", "Statement", "polarity", "modality"),
        *("confidence", "inferred", "premise", "cue", "attributionText", "published", "event"),
        *("timeValue", "timeText", "role", "relatedTo"),
        *("claimedStart", "claimedEnd", "claimedValue", "claimedText"),
        # evidence, entities, literals
        *("Evidence", "subjectMention", "objectMention", "linkReason"),
        *("surfaceSubject", "surfaceRelation", "surfaceArguments", "named", "escaped"),
    ),
)


@cache
def _parents() -> dict[str, tuple[str, ...]]:
    """Every term of `kg.ttl`, with the classes right above it."""
    path = ontologies_folder() / "kg.ttl"
    found: dict[str, tuple[str, ...]] = {}
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode):
                continue
            above = found.setdefault(quad.subject.value, ())
            if quad.predicate.value == RDFS["subClassOf"] and isinstance(quad.object, ox.NamedNode):
                found[quad.subject.value] = (*above, quad.object.value)
    except (SyntaxError, OSError) as error:
        raise OntologyError(f"{path}: not Turtle: {error}") from error
    return found


def is_declared(iri: str) -> bool:
    """Tell whether `kg.ttl` has this term; a relation that it lacks was minted from the text.

    Example:
        >>> is_declared(KG + "Country"), is_declared(KG + "zaps")
        (True, False)
    """
    return iri in _parents()


@cache
def is_below(kind: str, of: str) -> bool:
    """Tell whether a class of `kg.ttl` is another or below it, both by local name.

    Example:
        >>> is_below("Country", "Place"), is_below("Person", "Place")
        (True, False)
    """
    if kind == of:
        return True
    return any(is_below(p.removeprefix(KG), of) for p in _parents().get(KG + kind, ()))
