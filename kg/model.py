"""The frozen values that every stage hands to the next; standard library only.

What may go in here: plain data, its checks, and nothing that reads, parses, links or writes.
Offsets are code points of `Article.text`; ends are exclusive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Literal as OneOf
from typing import TypeAlias

Polarity: TypeAlias = OneOf["positive", "negative"]
Modality: TypeAlias = OneOf["actual", "future", "possible", "intended", "conditional"]
Role: TypeAlias = OneOf["subject", "object", "owner", "place", "other"]

POLARITIES: tuple[Polarity, ...] = ("positive", "negative")
MODALITIES: tuple[Modality, ...] = ("actual", "future", "possible", "intended", "conditional")
ASSERT_POLICIES = ("narrator", "reported", "all")


def _check(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article as read: front matter removed, newlines LF, NFC left as it was.

    Example:
        >>> Article.of(id="a", text="Iran hosts Russia.").sha256[:8]
        'e83258fe'
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    published: str | None = None  # ISO 8601 date, YYYY-MM-DD
    source: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        _check(bool(self.id), "an article needs an id")

    @classmethod
    def of(
        cls,
        *,
        id: str,
        text: str,
        title: str | None = None,
        published: str | None = None,
        source: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Make an article and take the SHA-256 of its text (UTF-8)."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(
            id=id,
            text=text,
            sha256=digest,
            title=title,
            published=published,
            source=source,
            url=url,
        )


@dataclass(frozen=True, slots=True)
class Skip:
    """An article of a batch that is not read: which file or article, and one line that says why.

    Example:
        >>> print(Skip("a.jsonl", 'line 3: no "text"'))
        a.jsonl: line 3: no "text"
    """

    path: str
    reason: str
    kind: OneOf["unreadable", "limit", "language", "duplicate", "id"] = "unreadable"

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A slice of an article: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        _check(0 <= self.start < self.end, f"not a span: {self.start}-{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of an article that stand for an entity.

    `kind` tells how they do: "name" (Vladimir Putin), "demonym" (Iranian, the Russians),
    "nominal" (the air base) or "pronoun" (he). `type` is an ontology class, as far as the
    words alone show it; `head` the lemma of the head noun, `modifiers` the words before it.
    """

    start: int
    end: int
    text: str
    kind: OneOf["name", "demonym", "nominal", "pronoun"]
    type: str
    head: str
    definite: bool = False  # "the", and nothing after the noun says which
    restricted: bool = False  # a clause or phrase after the noun says which
    plural: bool = False
    modifiers: tuple[str, ...] = ()
    amount: str | None = None
    phrase: Span | None = None  # the whole noun phrase: "a fleet of bombers"

    def __post_init__(self) -> None:
        _check(0 <= self.start < self.end, f"not a mention: {self.start}-{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A mention as its sentence uses it: what coreference has to know of it.

    `role` is what it is to the verb of its clause: "subject", "object", "owner" (within another
    noun phrase), "place" or "other".
    """

    mention: Mention
    role: Role
    sentence: int  # where its sentence starts
    paragraph: int  # where its paragraph starts
    clause: int  # where the verb of its clause starts; -1: there is none
    quoted: bool = False
    opens: bool = False  # a subject that stands before everything else of its sentence
    actors: tuple[int, ...] = ()  # where the subjects of its verb have their heads
    settled: Mention | None = None  # what grammar alone says that a pronoun stands for
    speaker: Mention | None = None  # who says the quote that it stands in


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A literal object: a number, an amount of money, a date, words."""

    label: str
    datatype: str = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When: the bounds as ISO 8601 dates (inclusive), and the words they were read from."""

    value: str  # the coarsest exact form: 2016, 2016-08 or 2016-08-16
    start: str
    end: str
    text: str

    def __post_init__(self) -> None:
        _check(self.start <= self.end, f"time ends before it starts: {self.start}/{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """The relation in the text's terms: lemma, particle and the preposition before its object."""

    lemma: str
    pos: OneOf["verb", "noun", "adjective", "pattern"]
    particle: str = ""
    preposition: str = ""
    passive: bool = False
    form: str = ""  # the word as it stands, in lower case: "launched"
    act: str = ""  # the verb that makes it a threat, promise or refusal: "threaten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """The open tuple: the article's own words."""

    subject: str
    relation: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who claimed a statement, as a mention, and the words that say so ("said", "denied")."""

    mention: Mention
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """One open statement, read from one sentence, before linking."""

    article: str
    subject: Mention
    predicate: Predicate
    object: Mention | Value | None
    roles: tuple[tuple[str, Mention], ...]
    time: Time | None
    polarity: Polarity
    modality: Modality
    source: Source | None
    claimed: Time | None
    rule: str
    sentence: Span
    surface: Surface | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A node: a person, place, organisation, thing or group.

    `identity` gives one reason for each way in which articles' entities were put together or kept
    apart: ("merged", "same name; both tied to Ferrowick Group").

    Example:
        >>> Entity(id="https://kg.example/id/country/iran", label="Iran", type="Country").label
        'Iran'
    """

    id: str
    label: str
    type: str
    aliases: tuple[str, ...] = ()
    external: tuple[str, ...] = ()  # IRIs of the same thing elsewhere (Wikidata, GeoNames)
    named: bool = True
    identity: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        _check(bool(self.label), f"entity {self.id} needs a label")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedMention:
    """A mention of an article with its entity, whether a statement uses it or not, and why."""

    article: str
    mention: Mention
    entity: Entity
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A property: its IRI and label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who claimed a statement: an entity, the words that name it and the cue ("said")."""

    entity: Entity
    text: str
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A happening and its PLOVER type; None of it for states."""

    id: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a statement was read: the sentence, both mentions, the open tuple, the rule.

    `links` gives one reason for each linked end: ("subject", "knowledge base: alias Moscow").
    """

    article: str
    start: int
    end: int
    text: str
    rule: str
    subject: Span | None
    object: Span | None
    surface: Surface | None
    confidence: float
    links: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        _check(0 <= self.start < self.end, f"not evidence: {self.start}-{self.end}")

    def order(self) -> tuple[str, int, int, str, int, int]:
        """Sort key: article, sentence, rule, then the mentions."""
        subject = self.subject.start if self.subject else -1
        object_ = self.object.start if self.object else -1
        return (self.article, self.start, self.end, self.rule, subject, object_)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One linked actor–relation statement with its qualifiers and all evidence for it."""

    subject: Entity
    relation: Relation
    object: Entity | Value | None
    roles: tuple[tuple[str, Entity], ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    attribution: Attribution | None = None
    time: Time | None = None
    claimed: Time | None = None
    published: str | None = None  # date of the earliest article that carries it
    inferred: bool = False
    premises: tuple[str, ...] = ()  # ids of statements
    event: Event | None = None
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()  # articles that carry it; copies of one text together
    id: str = field(default="")

    def __post_init__(self) -> None:
        _check(self.polarity in POLARITIES, f"not a polarity: {self.polarity}")
        _check(self.modality in MODALITIES, f"not a modality: {self.modality}")
        _check(bool(self.id), "a statement needs its id: use statement_id()")

    @property
    def confidence(self) -> float:
        """The highest of the evidence's."""
        return max((e.confidence for e in self.evidence), default=0.0)


def statement_key(
    *,
    subject: str,
    relation: str,
    object: str | None,
    roles: Iterable[tuple[str, str]],
    polarity: str,
    modality: str,
    attribution: str | None,
    time: tuple[str, str] | None,
) -> str:
    """Hash what makes a statement the statement it is, as 16 hexadecimal digits.

    Args:
        subject: IRI of the subject; `relation`, `attribution` likewise.
        object: IRI of the object, or a literal as `"label"^^datatype`, or None.
        roles: pairs of role name and IRI, in any order.
        polarity: one of POLARITIES.
        modality: one of MODALITIES.
        attribution: IRI of who claimed it; None for the article itself.
        time: first and last ISO date.

    Example:
        >>> statement_key(subject="s", relation="p", object="o", roles=(), polarity="positive",
        ...               modality="actual", attribution=None, time=None)
        'f8dec0c9105200e1'
    """
    parts = [
        subject,
        relation,
        object or "",
        ";".join(f"{name}={iri}" for name, iri in sorted(roles)),
        polarity,
        modality,
        attribution or "",
        "/".join(time) if time else "",
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def object_key(target: Entity | Value | None) -> str | None:
    """Give what stands for an object in a statement's hash.

    Example:
        >>> object_key(Value(label="12")), object_key(None)
        ('"12"^^http://www.w3.org/2001/XMLSchema#string', None)
    """
    if isinstance(target, Value):
        return f'"{target.label}"^^{target.datatype}'
    return target.id if target else None


def event_key(*, type: str, ends: tuple[str, str], time: str | None, article: str) -> str:
    """Hash what makes a happening one: its type, who takes part, and the day, else the article.

    Example:
        >>> event_key(type="assault", ends=("a", "b"), time="2016", article="x") == event_key(
        ...     type="assault", ends=("b", "a"), time="2016", article="y")
        True
    """
    parts = [type, *sorted(ends), time or article]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What an article says of an entity's names: `name` is also, or was once, called `other`."""

    entity: str  # IRI of the entity in this article
    name: str
    other: str
    kind: OneOf["former", "also"]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A candidate that became no statement, and why: one of the codes in `REASONS`."""

    extraction: Extraction
    reason: str


REASONS = (
    "pronoun unresolved",
    "empty argument",
    "domain or range",
    "subject is object",
    "nobody and nothing in particular",
    "contradicts knowledge base",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article gave: its statements, already linked, in the order of the text.

    `mentions` are all its names, and what pronouns and nouns were put back to a name. Then comes
    what putting articles together needs: the IRIs of the entities that the knowledge base has, the
    other names that the text states, and the sketch of the text.
    """

    article: Article
    statements: tuple[Statement, ...]
    rejects: tuple[Reject, ...] = ()
    known: tuple[str, ...] = ()
    namings: tuple[Naming, ...] = ()
    sketch: tuple[int, ...] = ()
    mentions: tuple[LinkedMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Articles, entities and statements, folded from readings; the order of readings is lost.

    Articles and entities are sorted by id, statements by the first evidence (article, offset).
    """

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    statements: Sequence[Statement]  # a tuple, or one that reads them from a file
    base: str
    assertion: str = "reported"  # the --assert policy, one of ASSERT_POLICIES
    version: str = ""  # the program that extracted
    model: str = ""  # the spaCy pipeline, name and version
    copies: tuple[tuple[str, ...], ...] = ()  # ids of articles of one text, the first one first

    def __post_init__(self) -> None:
        _check(self.assertion in ASSERT_POLICIES, f"not an assert policy: {self.assertion}")

    def by_id(self) -> Mapping[str, Statement]:
        """The statements by their id."""
        return {s.id: s for s in self.statements}

    def _repr_html_(self) -> str:
        """What Jupyter shows: how much there is, and a table of the first statements.

        Example:
            >>> Graph(articles=(), entities=(), statements=(), base="x:/")._repr_html_()
            '<p>Graph: 0 statements, 0 entities, 0 articles</p>'
        """
        many = ("statements", "entities", "articles")
        told = ", ".join(f"{len(getattr(self, name)):,} {name}" for name in many)
        if not self.statements:
            return f"<p>Graph: {told}</p>"
        head = "".join(f"<th>{name}</th>" for name in _SHOWN)
        rows = "".join(map(_table_row, self.statements[:_ROWS]))
        left = len(self.statements) - _ROWS
        more = f"<p>… and {left:,} more</p>" if left > 0 else ""
        return f"<p>Graph: {told}</p><table><tr>{head}</tr>{rows}</table>{more}"


_SHOWN = ("subject", "relation", "object", "said to be", "claimed by", "when", "words")
_ROWS, _CELL = 20, 120  # statements and characters that a notebook is shown


def _table_row(statement: Statement) -> str:
    target, claim, time = statement.object, statement.attribution, statement.time
    cells = (
        statement.subject.label,
        statement.relation.label,
        target.label if target else "",
        f"{statement.polarity}, {statement.modality}" + (", inferred" * statement.inferred),
        claim.entity.label if claim else "",
        time.value if time else "",
        statement.evidence[0].text if statement.evidence else "",
    )
    return f"<tr>{''.join(f'<td>{_table_cell(cell)}</td>' for cell in cells)}</tr>"


def _table_cell(text: str) -> str:
    cut = text if len(text) <= _CELL else text[: _CELL - 1] + "…"
    return escape("".join(c if c.isprintable() else " " for c in cut))
