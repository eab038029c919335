"""Pronouns within one article: which name or noun each stands for. What may go in: rules that
choose an antecedent, or none when more than one is as likely.

After Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994), and the sieves of
Lee et al., "Deterministic coreference resolution" (2013): near sentences first, subjects before
the rest, agreement always; where they leave a doubt, nothing is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Entity, Mention, Reference

_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_SPEAKING = frozenset("i me my mine myself".split())
_NEUTER = frozenset("it its itself".split())
_HONORIFICS = {"mr": "male", "mrs": "female", "ms": "female", "miss": "female"}
_BACK = 3  # sentences with somebody in them
_FAR = 600  # characters


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The name or noun that a pronoun stands for, and why."""

    mention: Mention
    reason: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention gone by: where, and of which entity; "" is somebody not known."""

    reference: Reference
    entity: str
    name: Mention
    person: bool
    thing: bool  # one that has a name


class _Trail:
    """What was mentioned so far, by sentence, and the sex that words have shown of each person."""

    def __init__(self, sexes: Mapping[str, str]) -> None:
        self._sexes = sexes
        self._sentences: list[int] = []
        self._seen: dict[int, list[_Seen]] = defaultdict(list)

    def add(self, one: _Seen) -> None:
        sentence = one.reference.sentence
        if not self._sentences or self._sentences[-1] != sentence:
            self._sentences.append(sentence)
        self._seen[sentence].append(one)

    def before(self, pronoun: Reference) -> list[list[_Seen]]:
        """The mentions of this sentence and of those shortly before, the nearest sentence first."""
        near = list(reversed(self._sentences[-_BACK - 1 :]))
        return [self._seen[s] for s in near if s > pronoun.sentence - _FAR]

    def agrees(self, pronoun: Reference, entity: Entity) -> bool:
        """Whether nothing that words have shown of somebody speaks against a pronoun."""
        sex = _sex(pronoun)
        return not sex or self._sexes.get(entity.id, sex) == sex

    def fitting(self, seen: Iterable[_Seen], pronoun: Reference, speaker: str) -> list[_Seen]:
        """The mentions that a pronoun of a person may stand for."""
        said = speaker if pronoun.quoted else None
        return [one for one in seen if one.entity != said and self._fits(one, pronoun)]

    def _fits(self, one: _Seen, pronoun: Reference) -> bool:
        """Whether a mention may be what a pronoun of a person stands for."""
        if not one.person or self._sexes.get(one.entity, _sex(pronoun)) != _sex(pronoun):
            return False
        mention = one.reference.mention
        told = one.reference.sentence == pronoun.sentence and one.reference.quoted
        if told and not pronoun.quoted:
            return False  # "Lee must go," he said
        acts = any(mention.start <= place < mention.end for place in pronoun.actors)
        return not (acts and pronoun.role in ("object", "other", "place"))


def resolve_pronouns(
    references: Sequence[Reference],
    entity_of: Callable[[Mention], Entity | None],
    *,
    shown: Sequence[tuple[Mention, str]] = (),
) -> dict[int, Antecedent]:
    """Choose the antecedents of an article's pronouns.

    Args:
        references: the article's, in text order.
        entity_of: gives the entity of a name, and of a noun that a name is known for.
        shown: names of which a noun tells whether it is a man or a woman, "male" or "female".

    Returns:
        The antecedent of each pronoun that has one beyond doubt, by the pronoun's start.
    """
    trail = _Trail(_sexes(references, entity_of, shown))
    found: dict[int, Antecedent] = {}
    for one in references:
        if one.mention.kind == "pronoun":
            settled = entity_of(one.settled) if one.settled else None
            if settled is not None and not trail.agrees(one, settled):
                one = replace(one, settled=None)
            speaker = entity_of(one.speaker) if one.speaker else None
            chosen = _chosen(one, speaker.id if speaker else "", trail)
            if chosen is not None:
                found[one.mention.start] = chosen
            entity = entity_of(chosen.mention) if chosen else None
            name = chosen.mention if chosen else one.mention
        else:
            entity, name = entity_of(one.mention), one.mention
        trail.add(_seen(one, entity, name))
    return found


def _seen(one: Reference, entity: Entity | None, name: Mention) -> _Seen:
    person = _sex(one) != "" or one.mention.type == "Person"
    if entity is not None:
        person = entity.type == "Person" or (entity.type == "Agent" and person)
    several = one.mention.plural and one.mention.kind != "name"  # Guterres is one man
    thing = entity is not None and not person and not several
    return _Seen(one, entity.id if entity else "", name, person and not several, thing)


def _sex(one: Reference) -> str:
    head = one.mention.head
    return "male" if head in _MALE else "female" if head in _FEMALE else ""


def _sexes(
    references: Iterable[Reference],
    entity_of: Callable[[Mention], Entity | None],
    shown: Iterable[tuple[Mention, str]],
) -> dict[str, str]:
    """What honorifics, nouns, and pronouns that grammar settles show of each, if they agree."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name, sex in shown:
        entity = entity_of(name)
        if entity is not None:
            found[entity.id][sex] += 1
    for one in references:
        sex, mention = _sex(one), one.settled
        if mention is None:
            title = one.mention.text.split()[0].rstrip(".").lower()
            mention, sex = one.mention, _HONORIFICS.get(title, "")
        entity = entity_of(mention) if sex and mention.kind == "name" else None
        if entity is not None:
            found[entity.id][sex] += 1
    votes = {id: counts.most_common(2) for id, counts in found.items()}
    return {
        id: first[0]
        for id, (first, *others) in votes.items()
        if not others or first[1] > others[0][1]
    }


def _chosen(one: Reference, speaker: str, trail: _Trail) -> Antecedent | None:
    if one.settled is not None:
        return Antecedent(one.settled, f"{one.mention.text}: the subject of its sentence")
    if one.mention.head in _SPEAKING and one.speaker is not None:
        return Antecedent(one.speaker, f"{one.mention.text}: the speaker")
    if one.mention.head in _NEUTER and one.opens and not one.quoted:
        return _thing(one, trail)
    if not _sex(one) or (one.quoted and one.speaker is None):
        return None
    return _person(one, speaker, trail)


def _thing(one: Reference, trail: _Trail) -> Antecedent | None:
    """It, at the head of a sentence: the only subject of the one before, if that has a name."""
    before = next(
        (near for near in trail.before(one) if near[0].reference.sentence < one.sentence), []
    )
    subjects = _subjects(before)
    if not subjects or before[0].reference.paragraph != one.paragraph:
        return None
    last = subjects[-1]
    if len({s.entity for s in subjects}) != 1 or not last.thing:
        return None
    return Antecedent(last.name, f"{one.mention.text}: the subject of the sentence before")


def _person(one: Reference, speaker: str, trail: _Trail) -> Antecedent | None:
    """He: the only person of the nearest sentence with any, else the only subject among them.

    In a quote, its speaker is not he.
    """
    nearest = next(
        (fit for near in trail.before(one) if (fit := trail.fitting(near, one, speaker))), []
    )
    for group, reason in (
        (nearest, "the only person before"),
        (_subjects(nearest), "the subject before"),
    ):
        if len({s.entity for s in group}) == 1:
            chosen = group[-1]
            reason = f"{one.mention.text}: {reason}"
            return Antecedent(chosen.name, reason) if chosen.entity else None
    return None


def _subjects(seen: Iterable[_Seen]) -> list[_Seen]:
    return [one for one in seen if one.reference.role == "subject"]
