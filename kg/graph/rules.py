"""Inference: SPARQL CONSTRUCT rules to a fixed point. What may go in: running them; the rules
themselves are files of `ontologies/rules/`.

A rule gives nodes of class kg:Inference with rdf:subject, rdf:predicate, rdf:object and one
kg:premise for each statement it rests on. It sees, of one article, the positive actual statements
as nodes and as direct triples, and every entity with all its classes. A line `# joins: uses hosts`
says that nothing follows where no statement has one of these relations; the rule is not asked then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph.builder import ends
from kg.limits import Limits
from kg.model import (
    Attribution,
    Entity,
    Evidence,
    Reading,
    Relation,
    Span,
    Statement,
    statement_key,
)
from kg.namespaces import KG, RDF, ontologies_folder, relation_iri, relation_name, statement_iri
from kg.ontology import Ontology

_LIMITS = Limits()
_JOINED = re.compile(r"(?m)^# joins: (.+)$")
_ROUNDS = 10  # a chain of ten conclusions in one article is a rule that runs away


@dataclass(frozen=True, slots=True)
class Rule:
    """A CONSTRUCT query, the name its conclusions carry, and what it joins.

    `relations` are those of which a statement must be there for anything to follow, one of them;
    none if the query does not say.
    """

    name: str
    query: str
    relations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Conclusion:
    subject: str
    predicate: str
    object: str
    premises: tuple[str, ...]
    rule: str


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """Read the rules, sorted by file name.

    Args:
        folder: of `.rq` files; ours by default.

    Raises:
        OntologyError: a rule is not SPARQL.
    """
    paths = sorted((folder or ontologies_folder() / "rules").glob("*.rq"))
    return tuple(_rule(path) for path in paths)


def _rule(path: Path) -> Rule:
    try:
        query = path.read_text("utf-8")
        named = frozenset(KG + name for name in " ".join(_JOINED.findall(query)).split())
        rule = Rule(f"rule.{path.stem}", query, named)
        found = ox.Store().query(rule.query)
    except SyntaxError as error:
        raise OntologyError(f"{path}: not SPARQL: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    if not isinstance(found, ox.QueryTriples):
        raise OntologyError(f"{path}: a rule is a CONSTRUCT query")
    return rule


def infer(
    reading: Reading,
    *,
    rules: Sequence[Rule],
    ontology: Ontology,
    base: str,
    limits: Limits = _LIMITS,
) -> Reading:
    """Add what follows from one article's statements.

    Args:
        reading: the article's statements.
        rules: from `load_rules`.
        ontology: gives labels and classes.
        base: the IRI that instance names start with.
        limits: `article_statements` bounds what follows, too: a join can make millions.

    Returns:
        The reading with inferred statements after the read ones, each pointing to its premises.

    Raises:
        LimitError: more follows than is read from an article.
    """
    known = {
        s.id: s for s in reading.statements if s.polarity == "positive" and s.modality == "actual"
    }
    if not known:
        return reading
    entities = {e.id: e for s in known.values() for e in ends(s)}
    store = ox.Store()
    store.extend(_classes(entities.values(), ontology))
    added: list[Statement] = []
    fresh: list[Statement] = list(known.values())
    for _ in range(_ROUNDS):
        for statement in fresh:
            store.extend(_triples(statement, base))
        fresh = list(_new(store, rules, known, entities, ontology, base, limits))
        if not fresh:
            break
        added += fresh
        known.update((s.id, s) for s in fresh)
    return replace(reading, statements=(*reading.statements, *added))


def _classes(entities: Iterable[Entity], ontology: Ontology) -> Iterator[ox.Quad]:
    for entity in entities:
        for name in ontology.classes.get(entity.type, ()):
            yield _quad(entity.id, RDF["type"], KG + name)


def _triples(statement: Statement, base: str) -> Iterator[ox.Quad]:
    if not isinstance(statement.object, Entity):
        return
    node = statement_iri(base, statement.id)
    yield _quad(statement.subject.id, statement.relation.id, statement.object.id)
    yield _quad(node, RDF["type"], RDF["Statement"])
    yield _quad(node, RDF["subject"], statement.subject.id)
    yield _quad(node, RDF["predicate"], statement.relation.id)
    yield _quad(node, RDF["object"], statement.object.id)
    for name, entity in statement.roles:
        yield _quad(node, relation_iri(relation_name("role", name)), entity.id)


def _quad(subject: str, predicate: str, object: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(object))


def _new(
    store: ox.Store,
    rules: Sequence[Rule],
    known: dict[str, Statement],
    entities: dict[str, Entity],
    ontology: Ontology,
    base: str,
    limits: Limits,
) -> Iterator[Statement]:
    """The conclusions that no statement holds yet, one a triple: the best founded."""
    held = {(s.subject.id, s.relation.id, s.object.id)
            for s in known.values() if isinstance(s.object, Entity)}  # fmt: skip
    options: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    there = {s.relation.id for s in known.values()}
    fitting = [rule for rule in rules if not rule.relations or rule.relations & there]
    for conclusion in _conclusions(store, fitting, base, limits):
        triple = (conclusion.subject, conclusion.predicate, conclusion.object)
        if triple in held or conclusion.subject == conclusion.object:
            continue
        premises = [known[p] for p in conclusion.premises if p in known]
        made = _inferred(conclusion, premises, entities, ontology)
        if made is not None:
            options[triple].append(made)
    for triple in sorted(options):
        yield min(options[triple], key=_worth)


def _worth(statement: Statement) -> tuple[object, ...]:
    return (statement.attribution is not None, -statement.confidence, statement.premises)


def _conclusions(
    store: ox.Store, rules: Sequence[Rule], base: str, limits: Limits
) -> Iterator[_Conclusion]:
    prefix = statement_iri(base, "")
    for rule in rules:
        rows: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        found = store.query(rule.query)
        assert isinstance(found, ox.QueryTriples), rule.name
        for triple in found:
            rows[str(triple.subject)][triple.predicate.value].append(_value(triple.object))
            limits.check("article_statements", len(rows), "more follows from what is said in it")
        for row in rows.values():
            premises = sorted(iri.removeprefix(prefix) for iri in row[KG + "premise"])
            parts = [row[RDF[end]][:1] for end in ("subject", "predicate", "object")]
            if not premises or not all(parts):
                raise OntologyError(
                    f"{rule.name}: a conclusion needs rdf:subject, rdf:predicate, rdf:object and "
                    "kg:premise"
                )
            subject, predicate, target = (part[0] for part in parts)
            yield _Conclusion(subject, predicate, target, tuple(premises), rule.name)


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _inferred(
    conclusion: _Conclusion,
    premises: list[Statement],
    entities: dict[str, Entity],
    ontology: Ontology,
) -> Statement | None:
    """The statement; None when its premises have different sources, so that nobody claims it."""
    claims = {s.attribution.entity.id: s.attribution for s in premises if s.attribution}
    if len(claims) > 1:
        return None
    claim: Attribution | None = next(iter(claims.values()), None)
    name = conclusion.predicate.removeprefix(KG)
    label = ontology.properties[name].label if name in ontology.properties else name
    key = statement_key(
        subject=conclusion.subject,
        relation=conclusion.predicate,
        object=conclusion.object,
        roles=(),
        polarity="positive",
        modality="actual",
        attribution=claim.entity.id if claim else None,
        time=None,
    )
    mentions = (
        _mention_of(conclusion.subject, premises),
        _mention_of(conclusion.object, premises),
    )
    lowest = min(s.confidence for s in premises)
    evidence = {e.order()[:3]: e for s in premises for e in s.evidence}
    return Statement(
        id=key,
        subject=entities[conclusion.subject],
        relation=Relation(id=conclusion.predicate, label=label),
        object=entities[conclusion.object],
        attribution=claim,
        published=min((s.published for s in premises if s.published), default=None),
        inferred=True,
        premises=conclusion.premises,
        evidence=tuple(
            _borrowed(e, conclusion.rule, lowest, mentions)
            for e in sorted(evidence.values(), key=Evidence.order)
        ),
    )


def _mention_of(iri: str, premises: list[Statement]) -> Span | None:
    """Where the premises mention an entity."""
    for statement in premises:
        for evidence in statement.evidence:
            if statement.subject.id == iri and evidence.subject:
                return evidence.subject
            if isinstance(statement.object, Entity) and statement.object.id == iri:
                return evidence.object
    return None


def _borrowed(
    evidence: Evidence, rule: str, confidence: float, mentions: tuple[Span | None, Span | None]
) -> Evidence:
    """The words a premise was read from, as evidence of the conclusion."""
    return replace(
        evidence,
        rule=rule,
        confidence=confidence,
        subject=mentions[0],
        object=mentions[1],
        surface=None,
        links=(),
    )
