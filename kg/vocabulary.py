"""The graph's own words in RDF, and what `ontologies/kg.ttl` declares.

What may go in: the closed list of `kg:` terms that the exporters write and read, and cheap
questions about `kg.ttl` alone; the lexicon is never parsed for an export or a fold.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

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
        # entities and articles put together
        *("identityReason", "copyOf", "independentSources"),
    ),
)


@cache
def _quads() -> tuple[tuple[str, ox.Quad], ...]:
    path = ontologies_folder() / "kg.ttl"
    try:
        found = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        return tuple((q.subject.value, q) for q in found if isinstance(q.subject, ox.NamedNode))
    except (SyntaxError, OSError) as error:
        raise OntologyError(f"{path}: not Turtle: {error}") from error


@cache
def _parents() -> dict[str, tuple[str, ...]]:
    """Every term of `kg.ttl`, with the classes right above it."""
    found: dict[str, tuple[str, ...]] = {}
    for subject, quad in _quads():
        above = found.setdefault(subject, ())
        if quad.predicate.value == RDFS["subClassOf"] and isinstance(quad.object, ox.NamedNode):
            found[subject] = (*above, quad.object.value)
    return found


def is_declared(iri: str) -> bool:
    """Tell whether `kg.ttl` has this term; a relation that it lacks was minted from the text.

    Example:
        >>> is_declared(KG + "Country"), is_declared(KG + "zaps")
        (True, False)
    """
    return iri in _parents()


def is_class(name: str) -> bool:
    """Tell whether `kg.ttl` has a class of entities of this local name.

    Example:
        >>> is_class("Company"), is_class("hosts")
        (True, False)
    """
    return is_declared(KG + name) and is_below(name, "Entity")


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


@cache
def marks(name: str) -> Mapping[str, str]:
    """Give what `kg.ttl` says with one `kg:` property: local name of the subject → text.

    Example:
        >>> marks("identity")["born_on"]
        'fact'
    """
    return MappingProxyType(
        {
            subject.removeprefix(KG): quad.object.value
            for subject, quad in _quads()
            if quad.predicate.value == KG + name and isinstance(quad.object, ox.Literal)
        }
    )
