"""Facts between two names, against KnowledgeNet (Mesquita, Cannaviccio, Schmidek, Mirza and
Barbosa, "KnowledgeNet: A Benchmark Dataset for Knowledge Base Population", EMNLP 2019).

What may go in: this measure. Which relations of ours state which property is data:
`ontologies/evaluation/knowledgenet.toml`. Spans need only overlap, as in the paper's "span
overlap" evaluation; entities are not compared by their ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kg.errors import InputError, OntologyError
from kg.evaluate.gold import (
    Json,
    check_offsets,
    check_same_articles,
    read_records,
    settings,
    strings,
)
from kg.evaluate.report import Finding, Report, Row, f1, ratio, tally
from kg.evaluate.wording import spelled
from kg.model import Entity, Evidence, LinkedMention, Span, Statement
from kg.namespaces import KG
from kg.ontology import Ontology, load_ontology

_Span: TypeAlias = tuple[int, int]
_Pair: TypeAlias = tuple[_Span, _Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One way in which a property may be stated: a relation and its conditions."""

    relation: str
    inverse: bool = False
    subject_type: str | None = None
    object_type: str | None = None
    not_subject: tuple[str, ...] = ()
    title: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    id: str
    text: str
    properties: tuple[str, ...]  # those of which every fact is in the gold


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    passage: str
    property: str
    pair: _Pair
    names: bool  # both ends are names, no pronouns or nouns

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A statement read as a fact of a property."""

    pair: _Pair
    pairs: tuple[_Pair, ...]  # of all mentions of its two entities
    named: bool
    statement: Statement
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A passage and a property: what the gold has and what was said."""

    passage: _Passage
    symmetric: bool
    facts: tuple[_Fact, ...]
    claims: tuple[_Claim, ...]

    def asked(self) -> list[tuple[_Fact, bool]]:
        """The gold's facts between two names, and whether they were found."""
        pairs = [pair for claim in self.claims for pair in claim.pairs]
        return [(fact, self._among(fact.pair, pairs)) for fact in self.facts if fact.names]

    def said(self) -> list[tuple[_Claim, bool]]:
        """What was said of two named entities, each pair once, and whether the gold has it."""
        pairs = [fact.pair for fact in self.facts]
        once = {self._key(claim.pair): claim for claim in reversed(self.claims) if claim.named}
        return [(claim, self._among(claim.pair, pairs)) for claim in once.values()]

    def _among(self, pair: _Pair, pairs: Sequence[_Pair]) -> bool:
        ways = (pair, pair[::-1]) if self.symmetric else (pair,)
        return any(_overlap(a, c) and _overlap(b, d) for a, b in ways for c, d in pairs)

    def _key(self, pair: _Pair) -> tuple[_Span, ...]:
        return tuple(sorted(pair)) if self.symmetric else pair


def score(
    gold: Path,
    statements: Sequence[Statement],
    documents: Path | None = None,
    mentions: Sequence[LinkedMention] = (),
) -> Report:
    """Score statements against the facts of KnowledgeNet's passages.

    Recall is taken over the gold's facts between two names; precision over positive and actual
    statements between two named entities, of the properties for which the passage is complete;
    any fact of the property, between names or not, justifies them.

    Args:
        gold: JSON Lines: id, property, subject and object as [start, end, …], names.
        statements: of the passages, each an article.
        documents: the passages: id, text, and the properties each is complete for.
        mentions: of the passages; the gold has a fact once for each pair of names of the two, and
            with these a statement finds them all, by whichever names it was read.

    Raises:
        InputError: the passages are not given, or are not those of the statements.
    """
    if documents is None:
        raise InputError("the measure knowledgenet needs --documents: the passages")
    passages = read_records(documents, _passage)
    check_same_articles(statements, (passage.id for passage in passages), gold)
    check_offsets(statements, {passage.id: passage.text for passage in passages}, documents)
    cases = _cases(passages, read_records(gold, _fact), statements, mentions)
    return Report(
        measure="knowledgenet",
        columns=("said", "right", "precision", "asked", "found", "recall", "F1"),
        rows=tuple(_rows(cases)),
        notes=("spans overlapping; facts between two names; properties of dates left out",),
        findings=tuple(_findings(cases)),
        rules=tally((c.rule, ok) for case in _flat(cases) for c, ok in case.said()),
    )


def _passage(record: Json) -> _Passage:
    return _Passage(id=record["id"], text=record["text"], properties=strings(record["properties"]))


def _fact(record: Json) -> _Fact:
    """Make a fact; its offsets are into the document, whose part begins where the id ends."""
    begin = int(record["id"].rpartition("-")[2])
    subject, object_ = record["subject"], record["object"]
    ends = [(int(end[0]) - begin, int(end[1]) - begin) for end in (subject, object_)]
    return _Fact(
        passage=record["id"],
        property=record["property"],
        pair=(ends[0], ends[1]),
        names=bool(record["names"]),
        text=f"{subject[2]} → {object_[2]}",
    )


def readers() -> Mapping[str, tuple[bool, tuple[Reader, ...]]]:
    """Read the table: each property, whether it is symmetric, and the relations that state it.

    Raises:
        OntologyError: a relation has a condition that is not known.

    Example:
        >>> readers()["CEO"][1][0].inverse
        True
    """
    found = {}
    for name, table in settings("knowledgenet").items():
        try:
            rows = tuple(Reader(**_tuples(row)) for row in table["statements"])
        except (TypeError, KeyError) as error:
            raise OntologyError(f"evaluation/knowledgenet.toml: {name}: {error}") from error
        found[name] = (bool(table.get("symmetric")), rows)
    return found


def _tuples(row: Json) -> Json:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in row.items()}


def _cases(
    passages: Sequence[_Passage],
    facts: Sequence[_Fact],
    statements: Sequence[Statement],
    mentions: Sequence[LinkedMention] = (),
) -> Mapping[str, list[_Case]]:
    """Put together, by property, what each passage that is complete for it has and says."""
    ontology, table = load_ontology(), readers()
    asked: dict[tuple[str, str], list[_Fact]] = defaultdict(list)
    for fact in facts:
        asked[fact.passage, fact.property].append(fact)
    said: dict[str, list[tuple[Statement, Evidence]]] = defaultdict(list)
    for statement in statements:
        for evidence in statement.evidence:
            said[evidence.article].append((statement, evidence))
    places: dict[str, dict[str, list[_Span]]] = defaultdict(lambda: defaultdict(list))
    for one in mentions:
        places[one.article][one.entity.id].append((one.mention.start, one.mention.end))
    return {
        name: [
            _Case(
                passage=passage,
                symmetric=symmetric,
                facts=tuple(asked.get((passage.id, name), ())),
                claims=tuple(_claims(said.get(passage.id, ()), rows, places[passage.id], ontology)),
            )
            for passage in passages
            if name in passage.properties
        ]
        for name, (symmetric, rows) in table.items()
    }


def _claims(
    said: Sequence[tuple[Statement, Evidence]],
    rows: Sequence[Reader],
    places: Mapping[str, Sequence[_Span]],
    ontology: Ontology,
) -> Iterator[_Claim]:
    for statement, evidence in said:
        if (statement.polarity, statement.modality) != ("positive", "actual"):
            continue
        subject, object_ = evidence.subject, evidence.object
        row = next((row for row in rows if _states(row, statement, evidence, said, ontology)), None)
        if row is None or subject is None or object_ is None:
            continue
        ends = (_span(subject), _span(object_))
        first, second = (
            [span, *places.get(getattr(entity, "id", ""), ())]
            for span, entity in zip(ends, (statement.subject, statement.object), strict=True)
        )
        yield _Claim(
            pair=ends[::-1] if row.inverse else ends,
            pairs=tuple((b, a) if row.inverse else (a, b) for a in first for b in second),
            named=_is_named(statement.subject) and _is_named(statement.object),
            statement=statement,
            rule=evidence.rule,
        )


def _states(
    row: Reader,
    statement: Statement,
    evidence: Evidence,
    said: Sequence[tuple[Statement, Evidence]],
    ontology: Ontology,
) -> bool:
    """Tell whether a statement meets a row's conditions."""
    object_ = statement.object
    if statement.relation.id != KG + row.relation or not isinstance(object_, Entity):
        return False
    kind = statement.subject.type
    return (
        (row.subject_type is None or ontology.is_a(kind, row.subject_type))
        and (row.object_type is None or ontology.is_a(object_.type, row.object_type))
        and kind not in row.not_subject
        and (not row.title or _has_title(row.title, statement, evidence, said))
    )


def _has_title(
    titles: Sequence[str],
    statement: Statement,
    evidence: Evidence,
    said: Sequence[tuple[Statement, Evidence]],
) -> bool:
    """Look for a title in the statement's words, and in the positions told of its subject."""
    surface = evidence.surface
    told = [surface.subject, surface.relation, *surface.arguments] if surface else []
    told += [
        other.object.label
        for other, beside in said
        if other.object is not None
        and other.relation.id in (KG + "holds_position", KG + "is_a")
        and other.subject.id == statement.subject.id
        and (beside.start, beside.end) == (evidence.start, evidence.end)
    ]
    words = f" {' '.join(told)} ".lower()
    return any(title in words for title in titles)


def _is_named(entity: object) -> bool:
    return isinstance(entity, Entity) and "/entity/" in entity.id


def _span(span: Span) -> _Span:
    return span.start, span.end


def _overlap(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _flat(cases: Mapping[str, list[_Case]]) -> list[_Case]:
    return [case for several in cases.values() for case in several]


def _rows(cases: Mapping[str, list[_Case]]) -> Iterator[Row]:
    for name, several in cases.items():
        yield _row(name, several)
    yield _row("all", _flat(cases))


def _row(name: str, cases: Sequence[_Case]) -> Row:
    said = [is_right for case in cases for _, is_right in case.said()]
    asked = [is_found for case in cases for _, is_found in case.asked()]
    precision, recall = ratio(sum(said), len(said)), ratio(sum(asked), len(asked))
    counts = (len(said), sum(said), precision, len(asked), sum(asked), recall)
    return Row(name=name, values=(*counts, f1(precision, recall)))


def _findings(cases: Mapping[str, list[_Case]]) -> Iterator[Finding]:
    for name, several in cases.items():
        for case in several:
            place = case.passage.id
            for fact, is_found in case.asked():
                if not is_found:
                    text = f"{name} {fact.text} | {case.passage.text}"
                    yield Finding(verdict="missed", rule="", place=place, text=text)
            for claim, is_right in case.said():
                if not is_right:
                    text = f"{name} ← {spelled(claim.statement)} | {case.passage.text}"
                    yield Finding(verdict="wrong", rule=claim.rule, place=place, text=text)
