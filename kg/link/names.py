"""Names within one article: which names stand for one person or body. What may go in: grouping of
names by their words alone; the knowledge base comes after."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.model import Mention
from kg.namespaces import fold

_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady".split())
_WHOLE = ("Group", "Place", "Region")  # names that are no parts of others: Syrian, Syria
_ACRONYM = range(2, 8)  # letters
_ASIDE = re.compile(r"\([^()]*\)")  # dates of a life
_LONGEST_BETWEEN = 40  # characters


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article: for each folded form the full name and the voted class."""

    full: Mapping[str, str]
    types: Mapping[str, str]
    variants: Mapping[str, tuple[str, ...]]  # full name → all forms seen
    parts: frozenset[str]  # the words of people's full names, folded
    surnames: Mapping[str, tuple[str, ...]]  # folded → the full names of people that end in it

    def is_part(self, text: str) -> bool:
        """Whether a single name is part of a person's full name."""
        return fold(text) in self.parts

    def of(self, text: str) -> str:
        """The full name that a form stands for, in the article's writing."""
        key = fold(bare(text))
        if key not in self.full and " " not in key:
            # a surname that the model did not see as a name
            owners = self.surnames.get(key, ())
            if len(owners) == 1:
                return owners[0]
        return self.full.get(key, bare(text))


@lru_cache(maxsize=8192)  # the names of an article are compared with each other
def bare(text: str) -> str:
    """A name without honorific and possessive.

    Example:
        >>> bare("Mr. Putin's")
        'Putin'
    """
    words = text.replace("’", "'").removesuffix("'s").split()
    while len(words) > 1 and fold(words[0]) in _HONORIFICS:
        words = words[1:]
    return " ".join(words)


def group_names(
    mentions: Iterable[Mention],
    apart: Collection[frozenset[str]] = frozenset(),
    *,
    same: Iterable[tuple[str, str]] = (),
    known: Callable[[str], bool] = lambda name: False,
    sited: Callable[[str], bool] = lambda name: False,
) -> Names:
    """Group the names of one article.

    A surname stands for the only full name that ends in it, or for the one that it stood for before
    a second came up; an acronym for the only name with those initials; the first word of a body's
    name for the only such body.

    Args:
        mentions: the article's names, in text order.
        apart: pairs of folded names that some statement relates, and which so are two.
        same: pairs of names that the text says are of one, the usual first.
        known: tells whether a name is known to be that of something by itself: Google is, and so
            is not short for "Google Fair".
        sited: tells whether a name is that of a building, which is called after a town: Leigh is
            not short for "Leigh Hospital".
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    written: dict[str, str] = {}
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(mentions):
        text = bare(one.text)
        votes[fold(text)][one.type] += 1
        written.setdefault(fold(text), text)
        places[fold(text)].append(number)
    full = _full_forms(votes, written, apart, _Owners(votes, written, places, known, sited))
    full = _joined(full, same)
    types = _voted(votes, full)
    variants: dict[str, list[str]] = defaultdict(list)
    for key, name in full.items():
        variants[name].append(written[key])
    surnames: dict[str, list[str]] = defaultdict(list)
    for name in (n for n, kind in types.items() if kind == "Person" and " " in n):
        surnames[fold(name).split()[-1]].append(name)
    people = (fold(n).split() for n, kind in types.items() if kind == "Person")
    return Names(
        full,
        types,
        {name: tuple(sorted(set(v))) for name, v in variants.items()},
        frozenset(word for words in people if len(words) > 1 for word in words),
        {surname: tuple(names) for surname, names in surnames.items()},
    )


def _full_forms(
    votes: Mapping[str, Counter[str]],
    written: Mapping[str, str],
    apart: Collection[frozenset[str]],
    owners: _Owners,
) -> dict[str, str]:
    found = {}
    for key, text in written.items():
        kind = votes[key].most_common(1)[0][0]
        longer = owners.surname(key, text) if kind in _WHOLE else owners.of(key, text)
        joined = longer is not None and frozenset((key, longer)) not in apart
        found[key] = written[longer] if longer and joined else text
    return found


def _joined(full: Mapping[str, str], same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give what the text says are two names of one the first as their full form."""
    moved = {full[fold(bare(b))]: full[fold(bare(a))] for a, b in same if fold(bare(a)) in full}
    return {key: moved.get(name, name) for key, name in full.items()}


def aliases(
    text: str, mentions: Sequence[Mention], tells: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """Give pairs of names that an article says are of one: "Harlow, formerly known as Ferrowick".

    Args:
        text: the article's.
        mentions: its names, in text order.
        tells: whether words between two names say that.
    """
    for one, other in pairwise(mentions):
        between = _ASIDE.sub("", text[one.end : other.start])
        words = " ".join(between.strip(" (,\n").lower().split())
        if len(words) < _LONGEST_BETWEEN and one.kind == other.kind == "name" and tells(words):
            yield one.text, other.text


class _Owners:
    """The full names of an article, by what news calls them for short."""

    def __init__(
        self,
        votes: Mapping[str, Counter[str]],
        written: Mapping[str, str],
        places: Mapping[str, Sequence[int]],
        known: Callable[[str], bool],
        sited: Callable[[str], bool],
    ) -> None:
        self._places, self._known = places, known
        self._people = {
            k: None
            for k, kinds in votes.items()
            if " " in k and kinds.most_common(1)[0][0] == "Person"
        }
        self._by_part: dict[str, set[str]] = defaultdict(set)
        self._by_ends: dict[tuple[str, str], set[str]] = defaultdict(set)
        for key in self._people:
            self._by_ends[_ends(key)].add(key)
            self._by_part[key.split()[-1]].add(key)
            self._by_part[key.split()[-1].split("-")[-1]].add(key)
        for key in (k for k in votes if " " in k and k not in self._people):
            self._by_part[_initials(written[key])].add(key)
            if not sited(written[key]):  # "Ferrowick" for "Ferrowick Group"
                self._by_part[f"{key.split()[0]} …"].add(key)
            if votes[key].most_common(1)[0][0] == "Organization":
                self._by_part[f"… {key.split()[-1]}"].add(key)  # "United" for "Leigh United"

    def of(self, key: str, text: str) -> str | None:
        """The full name that a form stands for, if it is short for exactly one."""
        if " " in key:
            return self._longer_writing(key)
        if _is_acronym(text):
            return _only(self._by_part.get(text.replace(".", ""), set()))
        people = {self._longer_writing(p) or p for p in self._by_part.get(key, set()) - {key}}
        if people:
            return _only(people) or self._bound(key, people)
        if self._known(text):
            return None
        bodies = self._by_part.get(f"{key} …") or self._by_part.get(f"… {key}") or set()
        return _only(bodies)

    def surname(self, key: str, text: str) -> str | None:
        """The person whose last name it is, though the model took it for a people's or a place's.

        What is known as one stays that: Jordan is a country, whoever is called so.
        """
        return None if " " in key or self._known(text) else _only(self._by_part.get(key, set()))

    def _longer_writing(self, key: str) -> str | None:
        """ "Andrey Kortunov" and "Andrey V. Kortunov"."""
        if key not in self._people:
            return None
        return _only({p for p in self._by_ends[_ends(key)] if len(p) > len(key)})

    def _bound(self, surname: str, people: Collection[str]) -> str | None:
        """The one whom a surname stood for before another of the name came up."""
        first, second, *_ = sorted(people, key=lambda name: self._places[name][0])
        between = range(self._places[first][0], self._places[second][0])
        return first if any(place in between for place in self._places[surname]) else None


def _ends(key: str) -> tuple[str, str]:
    """The first and the last word of a name."""
    words = key.split()
    return words[0], words[-1]


def _only(names: Collection[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return letters.isupper() and letters.isalpha() and len(letters) in _ACRONYM


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.replace("-", " ").split() if word[:1].isupper())


def _voted(votes: Mapping[str, Counter[str]], full: Mapping[str, str]) -> dict[str, str]:
    """The class most mentions of a name in full were given."""
    joined: dict[str, Counter[str]] = {}
    for key, kinds in votes.items():
        if fold(full[key]) == key:
            joined[full[key]] = kinds  # the full form knows best what it is
    return {
        name: min(kinds, key=lambda kind: (-kinds[kind], kind)) for name, kinds in joined.items()
    }
