"""Tells in words what a graph holds about an entity or a statement, for `kg show` and `kg explain`.

What may go in: finding an entity or statement by the name a person types, and lines of text.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from kg.errors import GraphError, InputError
from kg.graph.builder import ends
from kg.model import Entity, Evidence, Graph, Statement, Value
from kg.namespaces import fold, statement_iri

_GROUPS = ("as subject", "as object", "in a role", "as the one who claims it")


def find_entities(graph: Graph, name: str) -> tuple[Entity, ...]:
    """Find the entities that a label, an alias or an IRI stands for.

    Letters' case, accents and dots do not count. More than one means that the name is ambiguous.

    Example:
        >>> iran = Entity(id="https://x.example/iran", label="Iran", type="Country")
        >>> graph = Graph(articles=(), entities=(iran,), statements=(), base="https://x.example/")
        >>> [entity.label for entity in find_entities(graph, "IRAN")]
        ['Iran']
    """
    wanted = fold(name).removeprefix("the ")
    by_iri = tuple(entity for entity in graph.entities if entity.id == name)
    return by_iri or tuple(
        entity
        for entity in graph.entities
        if any(fold(known) == wanted for known in (entity.label, *entity.aliases))
    )


def closest_names(graph: Graph, name: str) -> list[str]:
    """Give up to five names of entities that are spelt like a name that is not there."""
    return closest(name, (known for e in graph.entities for known in (*e.aliases, e.label)))


def closest(name: str, known: Iterable[str]) -> list[str]:
    """Give up to five of some names that are spelt like one that is none of them.

    Example:
        >>> closest("Hamedan", ["Moscow", "Hamadan", "Tehran"])
        ['Hamadan']
    """
    names = {fold(one): one for one in known}
    near = difflib.get_close_matches(fold(name), sorted(names), n=5, cutoff=0.6)
    return [names[key] for key in near]


def find_entity(graph: Graph, name: str) -> Entity:
    """Find the one entity that a label, an alias or an IRI stands for.

    Raises:
        InputError: none has it, or more than one; the message lists those, or the closest names.
    """
    found = find_entities(graph, name)
    if len(found) == 1:
        return found[0]
    if found:
        iris = ", ".join(entity.id for entity in found[:5])
        raise InputError(f"{name!r} may be one of {len(found)} entities: give an IRI: {iris}")
    near = closest_names(graph, name)
    hint = f": the closest are {', '.join(near)}" if near else ""
    raise InputError(f"no entity {name!r}{hint}")


def describe_choices(name: str, entities: tuple[Entity, ...]) -> Iterator[str]:
    """List the entities that an ambiguous name stands for, one a line."""
    yield f"{name} may be one of {len(entities)}; ask again with an IRI:"
    for entity in entities:
        yield f"  {entity.label}  ({entity.type})  {entity.id}"


def describe_entity(graph: Graph, entity: Entity) -> Iterator[str]:
    """Tell everything that is said about an entity, grouped by the part that it plays.

    Each statement stands once, with its qualifiers and every sentence that it was read from.
    """
    yield f"{entity.label}  ({entity.type})"
    yield f"  {entity.id}"
    if entity.aliases:
        yield f"  also: {', '.join(entity.aliases)}"
    for iri in entity.external:
        yield f"  same as: {iri}"
    for kind, reason in entity.identity:
        yield f"  {kind}: {reason}"
    groups: dict[str, list[Statement]] = {name: [] for name in _GROUPS}
    for statement in graph.statements:
        part = _part(statement, entity)
        if part:
            groups[part].append(statement)
    for name, statements in groups.items():
        if statements:
            yield ""
            yield f"{name} ({len(statements)})"
            for statement in statements:
                yield from _told(statement)


def _part(statement: Statement, entity: Entity) -> str | None:
    """The first part that an entity plays in a statement."""
    if statement.subject.id == entity.id:
        return "as subject"
    if isinstance(statement.object, Entity) and statement.object.id == entity.id:
        return "as object"
    if any(other.id == entity.id for _, other in statement.roles):
        return "in a role"
    if statement.attribution and statement.attribution.entity.id == entity.id:
        return "as the one who claims it"
    return None


def _told(statement: Statement) -> Iterator[str]:
    yield f"  {sentence(statement)}"
    yield f"      {qualifiers(statement)}; {statement.id}"
    for article, text in dict.fromkeys((e.article, e.text) for e in statement.evidence):
        yield f"      {article}: “{_line(text)}”"


def sentence(statement: Statement) -> str:
    """Write a statement on one line: Russia –launches→ bombers (from Hamadan air base)."""
    arrow = f"{statement.subject.label} –{statement.relation.label}→"
    if statement.object is not None:
        arrow += f" {statement.object.label}"
    roles = ", ".join(f"{name} {entity.label}" for name, entity in statement.roles)
    return f"{arrow} ({roles})" if roles else arrow


def qualifiers(statement: Statement) -> str:
    """Write polarity, modality, time, source, confidence and inference on one line."""
    parts: list[str] = [statement.polarity, statement.modality]
    if statement.time:
        parts.append(f"{statement.time.value} (“{statement.time.text}”)")
    source = statement.attribution
    if source:
        when = f", {statement.claimed.value}" if statement.claimed else ""
        named = "" if source.text == source.entity.label else f" as “{source.text}”"
        parts.append(f"claimed by {source.entity.label}{named} (“{source.cue}”{when})")
    parts.append(f"confidence {statement.confidence:.2f}")
    if statement.inferred:
        parts.append("inferred")
    if len(statement.sources) > 1:
        parts.append(f"{len(statement.sources)} independent sources")
    return "; ".join(parts)


def find_statement(graph: Graph, key: str) -> Statement:
    """Find a statement by its id, its IRI, which ends in the id, or the first digits of the id.

    Raises:
        GraphError: none has it, or more than one begins with it.
    """
    wanted = key.rsplit("/", 1)[-1]
    by_id = graph.by_id()
    if wanted in by_id:
        return by_id[wanted]
    found = [statement for id, statement in by_id.items() if wanted and id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise GraphError(f"no statement {key!r} in the graph: give an id that `kg show` prints")
    ids = ", ".join(sorted(s.id for s in found)[:5])
    raise GraphError(f"statement {key!r} is one of {len(found)}: {ids}: give more of the id")


def explain_statement(graph: Graph, statement: Statement) -> Iterator[str]:
    """Tell why a statement is in the graph.

    Gives each evidence with its offsets, rule, open tuple and the reasons for the links, then
    the premises, each explained in the same way and set in.
    """
    yield from _explained(statement, graph.by_id(), base=graph.base, depth=0, above=())


def _explained(
    statement: Statement,
    by_id: Mapping[str, Statement],
    *,
    base: str,
    depth: int,
    above: tuple[str, ...],
) -> Iterator[str]:
    pad = "    " * depth
    yield f"{pad}{sentence(statement)}"
    yield f"{pad}  {qualifiers(statement)}"
    yield f"{pad}  <{statement_iri(base, statement.id)}>, relation <{statement.relation.id}>"
    if statement.event:
        yield f"{pad}  event <{statement.event.id}> ({statement.event.type})"
    yield from (f"{pad}  {line}" for line in _sources(statement))
    for evidence in statement.evidence:
        yield from (f"{pad}  {line}" for line in _evidence(evidence, statement))
    yield from (f"{pad}  {line}" for line in _identity(statement))
    if statement.premises:
        yield f"{pad}  follows from"
    for key in statement.premises:
        if key in above:  # rules that conclude each other's premises
            yield f"{pad}    {key}, explained above"
        elif key in by_id:
            path = (*above, statement.id)
            yield from _explained(by_id[key], by_id, base=base, depth=depth + 1, above=path)
        else:
            yield f"{pad}    {key}, which this graph does not hold"


def _sources(statement: Statement) -> Iterator[str]:
    """The independent sources, unless there is one article only."""
    if sum(map(len, statement.sources)) > 1:
        told = "; ".join(
            first + (f" (copied by {', '.join(others)})" if others else "")
            for first, *others in statement.sources
        )
        many = len(statement.sources)
        yield f"{many} independent {'source' if many == 1 else 'sources'}: {told}"


def _identity(statement: Statement) -> Iterator[str]:
    """Why the entities of a statement are one in several articles, and not others."""
    for entity in dict.fromkeys(ends(statement)):
        for kind, reason in entity.identity:
            yield f"{entity.label} {kind}: {reason}"


def _evidence(evidence: Evidence, statement: Statement) -> Iterator[str]:
    where = f"{evidence.article} {evidence.start}-{evidence.end}"
    yield f"{where}: rule {evidence.rule}, confidence {evidence.confidence:.2f}"
    yield f"  “{_line(evidence.text)}”"
    object_ = statement.object
    ends = {"subject": (evidence.subject, statement.subject), "object": (evidence.object, object_)}
    reasons = dict(evidence.links)
    for end, (span, target) in ends.items():
        if span is not None and target is not None:
            because = f": {reasons.pop(end)}" if end in reasons else ""
            place = f"{span.start}-{span.end} “{_line(span.text)}”"
            yield f"  {end} {place} is {_named(target)}{because}"
    for end, reason in reasons.items():
        yield f"  {end}: {reason}"
    if evidence.surface:
        words = (evidence.surface.subject, evidence.surface.relation, *evidence.surface.arguments)
        yield f"  words: {' | '.join(_line(part) for part in words)}"


def _named(target: Entity | Value) -> str:
    if isinstance(target, Entity):
        return f"{target.label} ({target.type})"
    return f"the value {target.label}"


def _line(text: str) -> str:
    return " ".join(text.split())
