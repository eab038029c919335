"""What linking one article needs, and what it finds for one extraction. What may go in: the values
that the choice of a relation, the objections and the statements share."""

from __future__ import annotations

from dataclasses import dataclass

from kg.link.entities import Linked, Linker
from kg.link.knowledge import KnowledgeBase
from kg.model import Article, Entity, Value
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Context:
    """What linking one article needs."""

    article: Article
    linker: Linker
    ontology: Ontology
    knowledge: KnowledgeBase
    base: str


@dataclass(frozen=True, slots=True)
class Ends:
    """The linked ends of one extraction."""

    subject: Linked
    object: Linked | None
    target: Entity | Value | None
    source: Linked | None
