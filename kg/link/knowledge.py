"""What is known before an article is read: people, organisations and places, by name.

What may go in: look-ups; records and their reading are in `entries`. Places come from
`ontologies/places.tsv`, made into records one by one when asked for; the rest, and what news calls
the best-known places, from `ontologies/knowledge-base.ttl`, whose header explains the form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal as OneOf
from typing import TypeAlias, cast

from kg.errors import OntologyError
from kg.link.entries import Fields, Record, entries, record_of
from kg.link.gazetteer import GEONAMES, Gazetteer
from kg.namespaces import fold, ontologies_folder

How: TypeAlias = OneOf["label", "alias", "demonym", "spelling"]
_HOWS: tuple[How, ...] = ("label", "alias", "demonym")

_REMEMBERED = 20_000  # names
_LONG_NAME = 5  # letters of a given name that one letter's difference leaves the same
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A record that a name may stand for, and how the name names it."""

    record: Record
    how: How


@dataclass(slots=True)
class _Index:
    """The curated records by key, folded name, surname and post."""

    records: dict[str, Record] = field(default_factory=dict)
    names: dict[str, dict[str, How]] = field(default_factory=lambda: defaultdict(dict))
    abbreviations: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    surnames: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    posts: dict[tuple[str, str], dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, record: Record, fields: Fields) -> None:
        """Take a record in; a second one of a key adds to the first."""
        if record.key in self.records:
            record = _merge(self.records[record.key], record)
        self.records[record.key] = record
        for how, names in zip(
            _HOWS, ([record.label], record.aliases, fields.get("demonym", ())), strict=True
        ):
            for name in names:
                self.names[fold(name)].setdefault(record.key, how)
                if len(name) <= 6 and any(letter.isupper() for letter in name[1:]):
                    self.abbreviations[fold(name)][record.key] = None
        if record.type == "Person":
            for name in fields.get("surname") or _surnames(record.label):
                self.surnames[fold(name)][record.key] = None
        for position in record.positions:
            self.posts[_post(position.title, position.of)][record.key] = None


class KnowledgeBase:
    """Records by name and by key; made with `load_knowledge_base`.

    Example:
        >>> base = load_knowledge_base()
        >>> base.candidates("Teheran")[0].record.key
        'city/tehran'
        >>> base.record("city/tehran").capital_of
        'country/iran'
    """

    def __init__(self, places: Gazetteer, index: _Index) -> None:
        self._places = places
        self._index = index
        self._made: dict[str, Record | None] = {}
        self._asked: dict[str, tuple[Candidate, ...]] = {}  # the same few names again and again

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Give what a name may stand for, likeliest first.

        Countries come first, then what is curated and regions, then the rest; in each of these a
        label before an alias before a demonym, the more populous before the less, then by key.

        Args:
            name: compared without regard to case, accents and dots, but an abbreviation is found
                in capitals only ("WHO", not "who"); a leading "the" may be missing or too many.

        Returns:
            The candidates; none if the name is unknown.
        """
        if name not in self._asked:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            self._asked[name] = self._look_up(name)
        return self._asked[name]

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        folded = fold(name)
        bare = folded.removeprefix("the ")
        hows = self._named(folded) or self._named(bare) or self._named("the " + bare)
        if _is_word(name):
            short = self._index.abbreviations.get(folded, {})
            hows = {k: h for k, h in hows.items() if k not in short}
        found = [Candidate(record=self.record(key), how=how) for key, how in hows.items()]
        return tuple(sorted(found, key=self._order))

    def record(self, key: str) -> Record:
        """Give the record of a key.

        Raises:
            OntologyError: there is none.
        """
        record = self._find(key)
        if record is None:
            raise OntologyError(f"no record {key!r} in the knowledge base or the list of places")
        return record

    def surname(self, name: str) -> tuple[Record, ...]:
        """Give the people of a last name, in the order of their files.

        Example:
            >>> [person.key for person in load_knowledge_base().surname("Shoigu")]
            ['person/sergei-shoigu']
        """
        return tuple(self.record(key) for key in self._index.surnames.get(fold(name), ()))

    def spelled(self, name: str) -> Candidate | None:
        """Give the one person whose given names differ from these by a letter each.

        "Sergey Shoigu" is Sergei Shoigu. The surname is the same, and given names of fewer letters
        are too: Joan is not John. Nobody, if two people fit.

        Args:
            name: given names and surname.

        Example:
            >>> base = load_knowledge_base()
            >>> base.spelled("Sergey Shoigu").record.label, base.spelled("Sergio Shoigu")
            ('Sergei Shoigu', None)
        """
        *given, surname = fold(name).split()
        people = self.surname(surname) if given else ()
        found = [p for p in people if _are_spellings(given, fold(p.label).split()[:-1])]
        return Candidate(record=found[0], how="spelling") if len(found) == 1 else None

    def holders(self, title: str, of: str | None, date: str | None = None) -> tuple[Record, ...]:
        """Give who held a post.

        Args:
            title: "president", "foreign minister".
            of: key of the country or body; None for a post that is of nothing.
            date: ISO date; None for holders at any time.

        Returns:
            The people, by the start of their time in the post.

        Example:
            >>> base = load_knowledge_base()
            >>> [p.label for p in base.holders("president", "country/russia", "2016-08-16")]
            ['Vladimir Putin']
        """
        post = _post(title, of)
        found = []
        for key in self._index.posts.get(post, ()):
            record = self.record(key)
            times = [p for p in record.positions if _post(p.title, p.of) == post]
            starts = [p.start or "" for p in times if date is None or p.held(date)]
            if starts:
                found.append((min(starts), key, record))
        return tuple(record for _, _, record in sorted(found, key=lambda item: item[:2]))

    def __contains__(self, key: str) -> bool:
        return self._find(key) is not None

    def _named(self, folded: str) -> dict[str, How]:
        hows = dict(self._index.names.get(folded, {}))
        for column, key, *_ in self._places.rows(folded):
            if column == "=":  # somebody asked for a key as a name
                continue
            how = cast(How, column)
            if key not in hows or _HOWS.index(hows[key]) > _HOWS.index(how):
                hows[key] = how
        return hows

    def _order(self, candidate: Candidate) -> tuple[int, int, int, str]:
        record = candidate.record
        tier = 2
        if record.type == "Country":
            tier = 0
        elif record.type == "Region" or record.key in self._index.records:
            tier = 1
        return (tier, _HOWS.index(candidate.how), -record.population, record.key)

    def _find(self, key: str) -> Record | None:
        if key not in self._made:
            curated, place = self._index.records.get(key), self._place(key)
            self._made[key] = _merge(curated, place) if curated and place else curated or place
        return self._made[key]

    def _place(self, key: str) -> Record | None:
        for _, label, kind, within, population, geonames, capital_of, aliases in (
            self._places.rows(key) if "/" in key else ()
        ):
            lies_in = tuple(within.split())
            return Record(
                key=key,
                label=label,
                type=kind,
                aliases=tuple(aliases.split("|")) if aliases else (),
                external=(f"{GEONAMES}{geonames}/",),
                country=next((k for k in lies_in if k.startswith("country/")), None),
                within=lies_in,
                population=int(population),
                capital_of=capital_of or None,
            )
        return None


def load_knowledge_base(
    extra: Sequence[Path] = (), *, classes: Collection[str] = ()
) -> KnowledgeBase:
    """Open the project's knowledge base, and add a user's files to it.

    Args:
        extra: Turtle of the form of `ontologies/knowledge-base.ttl` (.ttl), or CSV with a header
            (.csv); an entry with the key of a known one adds names and posts to it.
        classes: names of the classes that entries may have; if none are given, any.

    Returns:
        The knowledge base.

    Raises:
        OntologyError: a file cannot be read, or an entry is wrong.
    """
    folder = ontologies_folder()
    index = _Index()
    base = KnowledgeBase(Gazetteer(folder / "places.tsv"), index)
    for path in (folder / "knowledge-base.ttl", *extra):
        referred: dict[str, str] = {}  # key → the entry that refers to it
        for key, fields, positions in entries(path):
            record = record_of(f"{path}: {key}", key, fields, positions)
            if classes and record.type not in classes:
                allowed = ", ".join(sorted(classes))
                raise OntologyError(f"{path}: {key}: no class {record.type!r}; allowed: {allowed}")
            index.add(record, fields)
            referred.update((target, key) for target in _references(record))
        for target, key in referred.items():
            if target not in index.records and target not in base:
                raise OntologyError(f"{path}: {key}: refers to {target!r}, which is no known key")
    return base


def _are_spellings(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two lists of given names are the same but for a letter (Levenshtein 1966) in each."""
    if len(first) != len(second):
        return False
    for one, other in zip(first, second, strict=True):
        short = min(len(one), len(other)) < _LONG_NAME
        if one != other and (short or one[0] != other[0] or not _is_a_letter_apart(one, other)):
            return False
    return True


def _is_a_letter_apart(one: str, other: str) -> bool:
    """Whether a letter changed, added or left out makes the one of the other.

    rapidfuzz can tell, too, but to load it takes longer than to read an article.
    """
    pairs = zip(one, other, strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    rest, second = one[same:], other[same:]
    return second[1:] in (rest, rest[1:]) or rest[1:] == second


def _is_word(name: str) -> bool:
    """Tell whether a name is written like a word, not an abbreviation: "who", "us", "Us", "Let"."""
    return name[1:].islower() and (name[0].islower() or len(name) <= 3)


def _post(title: str, of: str | None) -> tuple[str, str]:
    """Give a post's form for comparison: British and American spelling are one."""
    return fold(title).replace("defence", "defense").replace("-", " "), of or ""


def _references(record: Record) -> Iterator[str]:
    yield from record.within
    for target in (record.country, record.capital_of, *(p.of for p in record.positions)):
        if target:
            yield target


def _merge(first: Record, second: Record) -> Record:
    """Add the second record to the first, which keeps its label."""
    aliases = dict.fromkeys((*first.aliases, second.label, *second.aliases))
    aliases.pop(first.label, None)
    return replace(
        first,
        aliases=tuple(aliases),
        external=tuple(dict.fromkeys((*first.external, *second.external))),
        country=first.country or second.country,
        within=first.within or second.within,
        population=first.population or second.population,
        positions=tuple(dict.fromkeys((*first.positions, *second.positions))),
        capital_of=first.capital_of or second.capital_of,
        description=first.description or second.description,
    )


def _surnames(label: str) -> Iterator[str]:
    """Give the last word of a name, and what follows its "al-".

    Example:
        >>> list(_surnames("Bashar al-Assad")), list(_surnames("Ferdinand Marcos Jr."))
        (['al-Assad', 'Assad'], ['Marcos'])
    """
    words = [word for word in label.split() if fold(word) not in _SUFFIXES]
    last = words[-1] if words else label
    yield last
    if re.match(r"(?i)[ae]l-", last):
        yield last[3:]
