"""Whether an article bears out the class that the model guesses for an unknown name.

What may go in: evidence for classes, from what the article says of a name. A class that nothing
bears out is not told: a browser shown as an organisation misleads, a thing of unknown class does
not. The guess still serves to choose among the senses of a verb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Extraction, Mention
from kg.ontology import Ontology

_ACRONYM = range(3, 7)  # letters
_PLACES = ("Place", "Region", "Facility")
_DOUBTFUL = ("Organization", "Equipment", "Person", "Place", "Region")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The classes that the article's statements show for each full name."""

    shown: Mapping[str, frozenset[str]]

    def class_of(self, name: str, guess: str) -> str:
        """Give the class that a name may be said to be of.

        Args:
            name: the full name.
            guess: the model's class.

        Returns:
            The guess where the article bears it out; "Agent" of a single word that acts, which may
            be a person's name or a body's, "Actor" where it may be a place's too; else "Entity".

        Example:
            >>> Evidence({}).class_of("Kiara Perkins", "Person")
            'Person'
            >>> Evidence({}).class_of("Polaroid", "Person")
            'Entity'
        """
        shown = self.shown.get(name, frozenset())
        if guess not in _DOUBTFUL or guess in shown or (guess == "Person" and " " in name):
            return guess
        if guess == "Organization" and name.isupper() and len(name) in _ACRONYM:
            return guess
        if "Agent" in shown:
            if guess in _PLACES:
                return "Actor"  # a place that acts, or no place
            return guess if guess == "Organization" and " " in name else "Agent"
        return "Entity"


def class_evidence(
    extractions: Iterable[Extraction], *, full: Callable[[str], str], ontology: Ontology
) -> Evidence:
    """Gather what an article's statements show of the classes of its names.

    Args:
        extractions: of one article.
        full: gives the full name for a form of it.
        ontology: tells which verbs only people and bodies can be subject of.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for one in extractions:
        for mention, kinds in _shown(one, ontology):
            if mention.kind == "name":
                found[full(mention.text)].update(kinds)
    return Evidence({name: frozenset(kinds) for name, kinds in found.items()})


def _shown(one: Extraction, ontology: Ontology) -> Iterator[tuple[Mention, tuple[str, ...]]]:
    for name, mention in one.roles:
        if ontology.is_locative(name):
            yield mention, _PLACES
    if one.source is not None:
        yield one.source.mention, ("Agent",)
    if isinstance(one.object, Mention) and ontology.is_locative(one.predicate.preposition):
        yield one.object, _PLACES
    if one.rule.startswith("title."):
        yield one.subject, ("Person",)
        if isinstance(one.object, Mention):
            yield one.object, ("Organization",)
    elif one.rule.startswith("place."):
        yield one.subject, _PLACES
    elif _acts(one, ontology):
        yield one.subject, ("Agent",)


def _acts(one: Extraction, ontology: Ontology) -> bool:
    """Whether the subject does what only people and bodies do: accuses, meets, says."""
    if one.predicate.pos != "verb" or one.predicate.passive:
        return False
    entry = ontology.word(one.predicate.lemma, "verb")
    events = (ontology.properties[sense.reference].event_type for sense in entry.senses)
    return entry.is_a("Attributing") or any(events)
