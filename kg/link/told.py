"""What an article's extractions tell as a whole: of what class a name is, where places lie, who
holds a post. What may go in: gathering it before any mention is linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kg.link.knowledge import KnowledgeBase
from kg.link.names import bare
from kg.model import Extraction, Mention, Value
from kg.namespaces import fold
from kg.ontology import Ontology

_SURE = ("title.copula", "title.as", "title.before_name", "title.apposition")


def told_kinds(
    extractions: Iterable[Extraction],
    *,
    full: Callable[[str], str],
    knowledge: KnowledgeBase,
    ontology: Ontology,
) -> dict[str, str]:
    """Classes that the text tells of names that the knowledge base does not know.

    Baykar, a company, is no person; who is a son or senator is; what has a founder is a body.
    """
    found: dict[str, str] = {}
    for e in extractions:
        told = e.predicate.form
        body = any(ontology.is_a(told, sort) for sort in ("Organization", "Facility"))
        if e.rule == "apposition.kind" and told in ontology.classes and body:
            found[full(e.subject.text)] = told
        for end, kind in (*_kinds_by_title(e, ontology), *_kinds_by_verb(e, ontology)):
            name = full(end.text)
            known = knowledge.candidates(name)
            if not known or ontology.is_a(known[0].record.type, kind):
                found.setdefault(name, kind)
    return found


def _kinds_by_title(e: Extraction, ontology: Ontology) -> Iterator[tuple[Mention, str]]:
    """What a title tells of its holder and of its owner."""
    if not e.rule.startswith("title.") or e.predicate.pos != "noun":
        return
    entry = ontology.word(e.predicate.lemma, "noun")
    bodily = any(
        s.object_type and ontology.is_a(s.object_type, "Organization") for s in entry.senses
    )
    kin = entry.is_a("Kinship") and not (bodily and e.subject.type != "Person")
    person = kin or ("Person" in entry.classes and e.rule in _SURE and not entry.is_a("Kinship"))
    if person and e.subject.kind == "name":
        yield e.subject, "Person"
    if kin and isinstance(e.object, Mention) and e.object.kind == "name":
        yield e.object, "Person"
    senses = [s for s in entry.senses if s.marker == e.predicate.preposition]
    wanted = {s.object_type or ontology.properties[s.reference].range for s in senses}
    is_a = ontology.is_a
    bodies = sorted(kind for kind in wanted if is_a(kind, "Organization"))
    if isinstance(e.object, Mention) and e.object.kind == "name" and bodies:
        kind = e.object.type
        if not any(is_a(kind, one) or is_a(one, kind) for one in wanted):
            yield e.object, "Organization" if "Organization" in bodies else bodies[0]


def _kinds_by_verb(e: Extraction, ontology: Ontology) -> Iterator[tuple[Mention, str]]:
    """Who is born, marries or studies is a person, though the model took the name for a firm's."""
    subject, object_ = e.subject, e.object
    if not e.rule.startswith("clause.") or e.predicate.pos != "verb" or e.predicate.particle:
        return
    if subject.kind != "name" or (subject.type != "Person" and " " in subject.text):
        return
    senses = ontology.word(e.predicate.lemma, "verb").senses
    senses = tuple(s for s in senses if s.marker == e.predicate.preposition)
    kinds = {ontology.properties[s.reference].domain for s in senses}
    if kinds != {"Person"} or not isinstance(object_, Mention):
        return
    if any(s.object_type is None or ontology.is_a(object_.type, s.object_type) for s in senses):
        yield subject, "Person"


def with_unseen(names: Sequence[Mention], extractions: Iterable[Extraction]) -> list[Mention]:
    """The names that the model saw, and those that only grammar shows ("the Hamadan air base")."""
    seen = {m.start: m for m in names}
    for e in extractions:
        for one in (e.subject, e.object, *(m for _, m in e.roles)):
            if isinstance(one, Mention) and one.kind == "name":
                longer = seen.get(one.start)
                if longer is None or longer.end < one.end:
                    seen[one.start] = one
    return sorted(seen.values(), key=lambda m: m.start)


def related(extractions: Iterable[Extraction]) -> set[frozenset[str]]:
    """Pairs of names that a statement relates: "Bollore Inc. is a subsidiary of Bollore"."""
    return {
        frozenset((fold(bare(e.subject.text)), fold(bare(e.object.text))))
        for e in extractions
        if isinstance(e.object, Mention)
    }


def stated_places(
    extractions: Iterable[Extraction], mentions: Sequence[Mention], text: str
) -> Mapping[str, Collection[str]]:
    """What the text says that each place lies in or around: "Annapolis, Maryland" tells both."""
    pairs = [
        (e.subject.text, e.object.text)
        for e in extractions
        if e.rule == "place.chain" and isinstance(e.object, Mention)
    ]
    pairs += [
        (one.text, other.text)
        for one, other in pairwise(mentions)
        if text[one.end : other.start] == ", " and {one.type, other.type} <= {"Place", "Region"}
    ]
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for inner, outer in pairs:
        found[fold(inner)][outer] = found[fold(outer)][inner] = None
    return found


def nominals(extractions: Iterable[Extraction]) -> list[Mention]:
    found = []
    for e in extractions:
        ends = [
            e.subject,
            e.object,
            *(m for _, m in e.roles),
            e.source.mention if e.source else None,
        ]
        found += [m for m in ends if isinstance(m, Mention) and m.kind == "nominal"]
    return found


def titles(extractions: Iterable[Extraction]) -> dict[str, Mention]:
    """Positions that one person of the article holds: "the Russian defense minister"."""
    found: dict[str, set[Mention]] = defaultdict(set)
    for e in extractions:
        named = e.rule.startswith("title.") and e.subject.kind == "name"
        if named and isinstance(e.object, Value):
            found[fold(e.object.label)].add(e.subject)
    return {
        label: min(people, key=lambda m: m.start)
        for label, people in found.items()
        if len({fold(m.text) for m in people}) == 1
    }


def shown_sexes(
    extractions: Iterable[Extraction], ontology: Ontology
) -> Iterator[tuple[Mention, str]]:
    """Names that a noun tells the sex of: "his wife, Ann", "Congresswoman Lee"."""
    for e in extractions:
        if not e.rule.startswith("title.") or e.predicate.pos != "noun":
            continue
        entry = ontology.word(e.predicate.lemma, "noun")
        if e.subject.kind == "name" and (entry.is_a("Female") or entry.is_a("Male")):
            yield e.subject, "female" if entry.is_a("Female") else "male"
