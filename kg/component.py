"""The extractor as a component of spaCy: `nlp.add_pipe("kg")` fills `doc._.statements`.

What may go in: that component (https://spacy.io/usage/processing-pipelines#custom-components).
spaCy finds it by the entry point `spacy_factories` of the package, so that no import is needed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from kg import __version__
from kg.errors import InputError
from kg.graph.folding import fold
from kg.graph.rules import load_rules
from kg.link.knowledge import load_knowledge_base
from kg.model import Article, Reading, Statement
from kg.namespaces import DEFAULT_BASE, check_base
from kg.nlp import model_name, parse_again
from kg.ontology import load_ontology
from kg.reader import read_parsed
from kg.store.codec import decode, encode

NAME = "kg"
_KEY = "kg.statements"  # in `Doc.user_data`, as bytes, which spaCy can write to disk


class Component:
    """Reads statements from a Doc.

    Args:
        nlp: the pipeline that it is part of; it needs tagger, parser, ner and lemmatizer.
        name: its name in there.
        published: the day that "on Tuesday" is counted from, as YYYY-MM-DD, for each Doc that has
            no `doc._.published` of its own.
        base: the IRI that instance names start with.
    """

    def __init__(self, nlp: Language, name: str, published: str | None, base: str) -> None:
        self._nlp, self._name = nlp, name
        self._published, self._base = published, check_base(base)
        self._ontology, self._knowledge = load_ontology(), load_knowledge_base([])
        self._rules = load_rules()

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc._.statements`; offsets of the evidence are those of `doc.text`.

        Raises:
            ModelError: the pipeline lacks what extraction needs.
        """
        doc.user_data[_KEY] = encode(self._read(doc))
        return doc

    def _read(self, doc: Doc) -> Reading:
        published = doc._.published or self._published
        article = Article.of(id="doc", text=doc.text, published=published)
        reading = read_parsed(
            parse_again(doc, article, self._nlp, without=self._name),
            ontology=self._ontology,
            knowledge=self._knowledge,
            base=self._base,
            rules=self._rules,
        )
        # as a graph of one article has them, with their sources
        graph = fold([reading], base=self._base, version=__version__, model=model_name(self._nlp))
        return Reading(article=replace(article, text=""), statements=tuple(graph.statements))


@Language.factory(NAME, default_config={"published": None, "base": DEFAULT_BASE})
def make(nlp: Language, name: str, published: str | None, base: str) -> Component:
    """Make the component for `nlp.add_pipe("kg")`."""
    return Component(nlp, name, published, base)


def _statements(doc: Doc) -> tuple[Statement, ...]:
    if _KEY not in doc.user_data:
        raise InputError(f"no statements were read from this Doc: nlp.add_pipe({NAME!r}) first")
    return _decoded(doc.user_data[_KEY])


@lru_cache(maxsize=64)
def _decoded(content: bytes) -> tuple[Statement, ...]:
    return decode(content).statements


Doc.set_extension("statements", getter=_statements, force=True)
Doc.set_extension("published", default=None, force=True)
