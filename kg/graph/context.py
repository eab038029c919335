"""What one article tells of a named entity, for telling it from others of its name.

What may go in: collecting it from readings, and weighing two of them against each other. Which
relations count as tie, origin, post or fact is data: `kg:identity` in `ontologies/kg.ttl`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from kg.graph.builder import ends, merge_entities
from kg.model import Entity, Evidence, Reading, Span, Statement
from kg.namespaces import fold
from kg.vocabulary import marks

Local = tuple[str, str]  # an article's id, and the IRI that the entity has in it alone
# Whom an article names, one set for all of them, and the IRI of the one that they stand beside: a
# set for each would take memory with the square of the entities of an article.
Near = tuple[frozenset[str], str]

_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})
_HE = frozenset("he him his mr sir lord".split())
_SHE = frozenset("she her hers mrs ms miss dame lady".split())
_COMMON = 5  # articles: an entity in more of them, and in more than a tenth, tells nothing
SAME, OTHER = 2, -2  # weights from which two are one, or two
_DECISIVE = 9
_TIE, _ORIGIN, _POST, _NAMED, _BESIDE = 3, 1, 1, 2, 1  # for what agrees
_OTHER_TIE, _OTHER_ORIGIN, _OTHER_POST = 2, 2, 2  # against, for what does not
_MOST_BESIDE = 3
_MOST_NEAR = 8  # articles of one entity; the neighbours in more are put together but once


@dataclass(slots=True)
class Context:
    """What articles tell of an entity; contexts add up.

    There is one for each entity of each article, and of most nothing is told: an empty set that
    is not to be changed is always the same one, and takes no memory.
    """

    ties: frozenset[str] = frozenset()  # IRI, or the folded words of a common noun
    origins: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NOTHING)  # by class
    posts: frozenset[str] = frozenset()  # folded titles
    facts: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NOTHING)  # by relation
    genders: frozenset[str] = frozenset()
    near: tuple[Near, ...] = ()
    countries: frozenset[str] = frozenset()  # IRIs of the countries that the articles name

    @property
    def beside(self) -> frozenset[str]:
        """IRIs of who else the articles name: put together when it is asked for.

        What is named in many articles is seldom asked; then it keeps what was put together.
        """
        found: frozenset[str] = frozenset().union(*(named - {own} for named, own in self.near))
        if len(self.near) > _MOST_NEAR:
            self.near = ((found, ""),)
        return found

    def add(self, other: Context) -> None:
        """Take in what is told of what is the same entity."""
        self.ties = _joined(self.ties, other.ties)
        self.posts = _joined(self.posts, other.posts)
        self.genders = _joined(self.genders, other.genders)
        self.near += other.near
        self.countries = _joined(self.countries, other.countries)
        self.origins = _united(self.origins, other.origins)
        self.facts = _united(self.facts, other.facts)

    def tells(self) -> bool:
        """Whether anything but the neighbours is told."""
        return bool(self.ties or self.origins or self.posts or self.facts or self.genders)


def _joined(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """The one that holds all, if it is there: `|` makes a new one, even of nothing."""
    return mine | theirs if mine and theirs else mine or theirs


def _united(
    mine: Mapping[str, frozenset[str]], theirs: Mapping[str, frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    if not mine or not theirs:
        return mine or theirs
    names = dict.fromkeys((*mine, *theirs))
    return {n: mine.get(n, frozenset()) | theirs.get(n, frozenset()) for n in names}


@dataclass(frozen=True, slots=True)
class Weight:
    """How much speaks for one entity (from SAME up) or for two (from OTHER down), and what."""

    value: int
    reasons: tuple[str, ...]


def weigh(one: Context, two: Context, labels: Mapping[str, str]) -> Weight:
    """Weigh what two articles tell of entities of one name.

    Args:
        one: of the first; `two` of the second.
        labels: of IRIs, for the reasons.

    Example:
        >>> weigh(Context(ties={"a"}), Context(ties={"a"}), {"a": "Ferrowick"})
        Weight(value=3, reasons=('both tied to Ferrowick',))
    """
    found = list(_weights(one, two, labels))
    return Weight(sum(value for value, _ in found), tuple(reason for _, reason in found))


def _weights(one: Context, two: Context, labels: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for name in sorted(one.facts.keys() & two.facts.keys()):
        first, second = one.facts[name], two.facts[name]
        if not any(a.startswith(b) or b.startswith(a) for a in first for b in second):
            what = name.replace("_", " ")
            yield -_DECISIVE, f"{what} {min(first)}, the other {min(second)}"
    if one.genders and two.genders and not one.genders & two.genders:
        yield -_DECISIVE, "one is he, the other she"
    near, far = one.beside, two.beside
    yield from _ties(one.ties, two.ties, (near, far), labels)
    yield from _origins(one, two, labels)
    shared = one.posts & two.posts
    if shared:
        yield _POST, f"both {min(shared)}"
    elif one.posts and two.posts and not _last_words(one.posts) & _last_words(two.posts):
        yield -_OTHER_POST, f"one is {min(one.posts)}, the other {min(two.posts)}"
    beside = sorted(labels.get(iri, iri) for iri in near & far)
    if beside:
        shown = ", ".join(beside[:3])
        yield _BESIDE * min(len(beside), _MOST_BESIDE), f"both beside {shown}"


def _last_words(posts: Iterable[str]) -> set[str]:
    """Who was finance minister may be foreign minister now: that tells nothing."""
    return {post.split()[-1] for post in posts}


def _ties(
    one: frozenset[str],
    two: frozenset[str],
    beside: tuple[frozenset[str], frozenset[str]],
    labels: Mapping[str, str],
) -> Iterator[tuple[int, str]]:
    if one & two:
        yield _TIE, f"both tied to {_label(one & two, labels)}"
        return
    named = (one & beside[1]) | (two & beside[0])
    if named:
        yield _NAMED, f"one is tied to {_label(named, labels)}, which the other stands beside"
    elif one and two:
        first, second = _label(one, labels), _label(two, labels)
        yield -_OTHER_TIE, f"one is tied to {first}, the other to {second}"


def _origins(one: Context, two: Context, labels: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Places of one class agree or differ; a city and a country may both be right."""
    for kind in sorted(one.origins.keys() & two.origins.keys()):
        first, second = one.origins[kind], two.origins[kind]
        if first & second:
            yield _ORIGIN, f"both of {_label(first & second, labels)}"
        else:
            yield (
                -_OTHER_ORIGIN,
                f"one is of {_label(first, labels)}, the other of {_label(second, labels)}",
            )


def _label(iris: Iterable[str], labels: Mapping[str, str]) -> str:
    return min(labels.get(iri, iri) for iri in iris)


# ── from readings ────────────────────────────────────────────────────────────────────────────────


class Contexts:
    """Collects what each article tells of each of its named entities; then it is asked.

    Countries, and entities that many articles name, are left out of what stands beside others.
    """

    def __init__(self) -> None:
        self._found: dict[Local, Context] = {}
        self._named: dict[str, frozenset[str]] = {}  # by article
        self._countries: dict[str, frozenset[str]] = {}
        self._spread: Counter[str] = Counter()

    def add(self, reading: Reading) -> None:
        """Take in what one article tells."""
        article = reading.article.id
        named = {e.id: e.type for s in reading.statements for e in ends(s) if e.named}
        self._named[article] = frozenset(named)
        self._countries[article] = frozenset(i for i, kind in named.items() if kind == "Country")
        self._spread.update(named.keys())
        told: dict[str, Context] = {iri: Context() for iri in named}
        for statement in reading.statements:
            _tell(statement, told)
        self._found |= {(article, iri): one for iri, one in told.items() if one.tells()}

    def articles(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Give each article, and the entities that it names."""
        return iter(self._named.items())

    def around(self, article: str) -> frozenset[str]:
        """Give the entities of an article that tell something of those beside them."""
        return self._named[article] - self._common - self._countries[article]

    def of(self, local: Local) -> Context:
        """Give what all that was added tells of an entity of an article, its neighbours left out.

        The countries are those of the article.
        """
        countries = self._countries[local[0]]
        return replace(self._found.get(local) or Context(), countries=countries)

    @cached_property
    def _common(self) -> frozenset[str]:
        spread, many = self._spread, len(self._named)
        return frozenset(i for i, count in spread.items() if count > _COMMON and count * 10 > many)


def _tell(statement: Statement, told: Mapping[str, Context]) -> None:
    _genders(statement, told)
    name = statement.relation.id.rpartition("#")[2]
    mark = marks("identity").get(name)
    said = statement.polarity == "positive" and statement.modality == "actual"
    context = told.get(statement.subject.id)
    if mark is not None and context is not None and said:
        context.add(_told(statement, name, mark))


def _told(statement: Statement, name: str, mark: str) -> Context:
    """What a statement of such a relation tells of its subject."""
    target, time = statement.object, statement.time
    if mark == "fact" and (target or time):
        value = target.label if target else time.value if time else ""
        return Context(facts={name: frozenset({value})})
    if target is not None and mark in ("post", "former post"):
        return Context(posts=frozenset({fold(target.label)}))
    if isinstance(target, Entity) and mark == "origin":
        return Context(origins={target.type: frozenset({target.id})})
    if isinstance(target, Entity):
        # a common noun is another node in each article: its words are what can be shared
        return Context(ties=frozenset({target.id if target.named else fold(target.label)}))
    return Context()


def _genders(statement: Statement, told: Mapping[str, Context]) -> None:
    for evidence in statement.evidence:
        for entity, words in _mentions(statement, evidence):
            _gender(told.get(entity.id), words)
    claim = statement.attribution
    if claim and claim.entity.type == "Person":
        _gender(told.get(claim.entity.id), claim.text)


def _mentions(statement: Statement, evidence: Evidence) -> Iterator[tuple[Entity, str]]:
    pairs: tuple[tuple[object, Span | None], ...]
    pairs = ((statement.subject, evidence.subject), (statement.object, evidence.object))
    for entity, span in pairs:
        if isinstance(entity, Entity) and entity.type == "Person" and span:
            yield entity, span.text


def _gender(context: Context | None, words: str) -> None:
    first = fold(words).split(" ")[0]
    if context is not None and first in _HE:
        context.genders |= {"he"}
    if context is not None and first in _SHE:
        context.genders |= {"she"}


def entities_of(reading: Reading) -> dict[Local, Entity]:
    """Give each named entity of an article as the article alone has it."""
    named = (e for statement in reading.statements for e in ends(statement) if e.named)
    return {(reading.article.id, iri): one for iri, one in merge_entities(named).items()}
