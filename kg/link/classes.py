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
_DOUBTFUL = ("Organization", "Equipment", "Person")  # what single words are most often taken for


@dataclass(frozen=True, slots=True)
class Evidence:
    """The classes that the article's statements show for each full name."""

    shown: Mapping[str, frozenset[str]]

    def bears_out(self, name: str, kind: str) -> bool:
        """Whether a name may be said to be of a class.

        Args:
            name: the full name.
            kind: the class guessed.

        Example:
            >>> Evidence({}).bears_out("Kiara Perkins", "Person")
            True
            >>> Evidence({}).bears_out("Polaroid", "Person")
            False
        """
        if kind not in _DOUBTFUL or kind in self.shown.get(name, ()):
            return True
        if kind == "Person":
            return " " in name
        return kind == "Organization" and name.isupper() and len(name) in _ACRONYM


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
    if one.source is not None:
        yield one.source.mention, ("Person", "Organization")
    if one.rule.startswith("title."):
        yield one.subject, ("Person",)
        if isinstance(one.object, Mention):
            yield one.object, ("Organization",)
    elif _acts(one, ontology):
        yield one.subject, ("Person", "Organization")


def _acts(one: Extraction, ontology: Ontology) -> bool:
    """Whether the subject does what only people and bodies do: accuses, meets, says."""
    if one.predicate.pos != "verb" or one.predicate.passive:
        return False
    entry = ontology.word(one.predicate.lemma, "verb")
    events = (ontology.properties[sense.reference].event_type for sense in entry.senses)
    return entry.is_a("Attributing") or any(events)
