"""Extractions written by hand, for tests of linking without a parser.

`told("Moscow", "attack", "Georgia")` puts the words into a text of their own, one sentence each, so
that every mention has its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.link.knowledge import KnowledgeBase, load_knowledge_base
from kg.link.statements import link
from kg.model import (
    Article,
    Entity,
    Extraction,
    LinkedMention,
    Mention,
    Modality,
    Polarity,
    Predicate,
    Reference,
    Reject,
    Source,
    Span,
    Statement,
    Time,
    Value,
)
from kg.namespaces import DEFAULT_BASE
from kg.ontology import Ontology, load_ontology

_REFERRING = ("name", "demonym", "pronoun")


@cache
def ontology() -> Ontology:
    """The project's ontology, read once."""
    return load_ontology()


@cache
def knowledge() -> KnowledgeBase:
    """The project's knowledge base, opened once."""
    return load_knowledge_base()


def mention(text: str, start: int = 0, **fields: object) -> Mention:
    """A mention; its kind and type follow from how it is written, unless told.

    "Russia" is a name of a place, "Iranian" a demonym, "he" a pronoun, "the air base" a definite
    noun.
    """
    words = text.removeprefix("the ")
    head = words.split()[-1]
    made: dict[str, object] = {
        "kind": "name" if words[:1].isupper() else "nominal",
        "type": "Place" if words[:1].isupper() else "Entity",
        "head": head,
        "definite": text != words,
        "modifiers": () if words[:1].isupper() else tuple(words.split()[:-1]),
    }
    if words.endswith(("ian", "ians", "ish", "ese")):
        made |= {"kind": "demonym", "type": "Group", "plural": words.endswith("s")}
    if words in ("he", "she", "it", "they", "him", "her", "his"):
        made |= {"kind": "pronoun", "type": "Entity"}
    return Mention(start=start, end=start + len(words), text=words, **(made | fields))  # type: ignore[arg-type]


def person(text: str, **fields: object) -> Mention:
    """A mention of a person by name."""
    return mention(text, kind="name", type="Person", **fields)


@dataclass
class Text:
    """An article that grows by a sentence for each extraction."""

    published: str | None = "2016-08-16"
    text: str = ""
    references: list[Reference] = field(default_factory=list)
    extractions: list[Extraction] = field(default_factory=list)

    def name(self, one: Mention | str) -> Mention:
        """Put a name into the text, without a statement about it."""
        placed = self._place(one if isinstance(one, Mention) else mention(one))
        self.text += ". "
        return placed

    def told(
        self,
        subject: Mention | str,
        verb: str,
        object: Mention | Value | str | None = None,
        *,
        pos: str = "verb",
        preposition: str = "",
        particle: str = "",
        passive: bool = False,
        form: str = "",
        roles: Sequence[tuple[str, Mention | str]] = (),
        polarity: Polarity = "positive",
        modality: Modality = "actual",
        source: Mention | str | None = None,
        time: Time | None = None,
        rule: str = "clause.active",
        confidence: float = 0.9,
    ) -> Text:
        """Add a sentence and the extraction that was read from it."""
        start = len(self.text)
        first = self._place(subject)
        second = object if object is None or isinstance(object, Value) else self._place(object)
        further = tuple((name, self._place(one)) for name, one in roles)
        speaker = Source(mention=self._place(source), cue="said") if source else None
        self.text += ". "
        sentence = Span(start=start, end=len(self.text) - 1, text=self.text[start:-1])
        self.extractions.append(
            Extraction(
                article="a",
                subject=first,
                predicate=Predicate(
                    lemma=verb,
                    pos=pos,  # type: ignore[arg-type]
                    particle=particle,
                    preposition=preposition,
                    passive=passive,
                    form=form,
                ),
                object=second,
                roles=further,
                time=time,
                polarity=polarity,
                modality=modality,
                source=speaker,
                claimed=None,
                rule=rule,
                sentence=sentence,
                surface=None,
                confidence=confidence,
            )
        )
        return self

    def _place(self, one: Mention | str) -> Mention:
        found = one if isinstance(one, Mention) else mention(one)
        start = len(self.text)
        self.text += found.text + " "
        fields = {f: getattr(found, f) for f in found.__dataclass_fields__}
        placed = Mention(**fields | {"start": start, "end": start + len(found.text)})
        if placed.kind in _REFERRING:
            self.references.append(self._reference(placed, start))
        return placed

    def _reference(self, placed: Mention, start: int) -> Reference:
        """Each extraction is a sentence: whoever stands first in it is its subject."""
        sentence = self.text.rfind(". ", 0, start) + 1
        first = not any(one.sentence == sentence for one in self.references)
        return Reference(
            mention=placed,
            role="subject" if first else "object",
            sentence=sentence,
            paragraph=0,
            clause=sentence,
        )

    def linked(self, base: str = DEFAULT_BASE) -> list[Statement | Reject | LinkedMention]:
        """Link what was told."""
        article = Article.of(id="a", text=self.text, published=self.published)
        return list(
            link(
                article,
                self.extractions,
                self.references,
                ontology=ontology(),
                knowledge=knowledge(),
                base=base,
            )
        )

    def statements(self) -> list[Statement]:
        """The statements, none rejected."""
        found = self.linked()
        rejected = [one.reason for one in found if isinstance(one, Reject)]
        assert not rejected, rejected
        return [one for one in found if isinstance(one, Statement)]

    def facts(self) -> list[tuple[str, str, str | None]]:
        """Subject, relation and object of each statement, as labels."""
        return [(s.subject.label, s.relation.label, label(s.object)) for s in self.statements()]

    def reasons(self) -> list[str]:
        """Why extractions were rejected."""
        return [one.reason for one in self.linked() if isinstance(one, Reject)]


def told(*args: object, **fields: object) -> Text:
    """A text of one extraction."""
    return Text().told(*args, **fields)  # type: ignore[arg-type]


def label(target: Entity | Value | None) -> str | None:
    """The words of an object."""
    return target.label if target else None
