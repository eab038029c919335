"""A paragraph being read, and the turning of tokens into spans. What may go in: `Reader` only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from kg.model import Article, Mention, Source, Span
from kg.nlp.dates import TIME_NOUNS
from kg.nlp.tokens import Doc, Token, Tokens
from kg.nlp.tree import opening_that
from kg.ontology import Entry, Ontology

LONGEST_SENTENCE = 200  # tokens
NAMES = frozenset("PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW".split())
_TAKEN = ("PERSON", "ORG", "WORK_OF_ART", "PRODUCT")  # for which words in capitals are taken
TIMES = frozenset(("DATE", "TIME"))
_PARTICLES = frozenset("together apart aside away back forward".split())  # tagged as adverbs
_MARKS = ("“", "”", '"', "``", "''")
_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What every extractor is given: one parsed paragraph and all that is known of it.

    `entities` maps a token to the named entity it is part of; `speakers` the first token of a
    sentence that stands whole in quotation marks to whoever says it.
    """

    article: Article
    start: int
    doc: Doc
    ontology: Ontology
    published: date | None
    entities: Mapping[int, Tokens]
    tokens: tuple[Token, ...]  # of all sentences of readable length, in text order
    speakers: Mapping[int, Source | None] = field(default_factory=dict)
    quoted: frozenset[int] = frozenset()  # tokens between quotation marks
    said_after: tuple[Token, ...] = ()  # "according" after a comma, which tells of a sentence
    memo: dict[int, object] = field(default_factory=dict, compare=False)  # factuality by verb
    # who takes part, by token: several extractors ask
    participants: dict[int, Mention | None] = field(default_factory=dict, compare=False)

    @property
    def names(self) -> Iterator[Tokens]:
        """The named entities of these sentences, dates and amounts too, in text order."""
        readable = {token.i for token in self.tokens}
        return (entity for entity in self.doc.ents if entity.start in readable)

    def span(self, tokens: Iterable[Token]) -> Span:
        """The smallest slice of the article that holds all tokens."""
        starts = {t.idx: t for t in tokens}
        last = max(starts)
        return self.slice(min(starts), last + len(starts[last]))

    def slice(self, first: int, last: int) -> Span:
        """A slice of the paragraph, as a slice of the article."""
        start, end = self.start + first, self.start + last
        return Span(start=start, end=end, text=self.article.text[start:end])

    def sentence(self, token: Token) -> Span:
        """The sentence that a token stands in, without outer blanks."""
        sent = token.sent
        words = [t for t in sent if not t.is_space]
        return self.span(words or [token])

    def word(self, token: Token) -> Entry:
        """The lexicon's entry for a token, by lemma and part of speech."""
        return self.ontology.word(token.lemma_.lower(), _PARTS.get(token.pos_, token.pos_.lower()))

    def noun(self, token: Token) -> Entry:
        """The lexicon's entry for a token as a noun, whatever the tagger took it for."""
        return self.ontology.word(token.lemma_.lower(), "noun")

    def is_any(self, token: Token, classes: Iterable[str]) -> bool:
        """Whether a word means something of one of these classes."""
        kinds = self.word(token).classes
        return any(self.ontology.is_a(kind, wanted) for kind in kinds for wanted in classes)

    def verb(self, token: Token) -> Entry:
        """The lexicon's entry for a verb, with its particle where that has one."""
        particle = particle_of(token)
        entry = self.verb_with(token, particle.lower_) if particle else None
        return entry or self.ontology.word(token.lemma_.lower(), "verb")

    def verb_with(self, token: Token, word: str) -> Entry | None:
        """The lexicon's entry for a verb together with another word, if there is one.

        The word is a particle, an adverb, a preposition or the lemma of a noun: carry *out*,
        have *yet*, clear *of*, take *part*.
        """
        entry = self.ontology.word(f"{token.lemma_.lower()} {word}", "verb")
        return entry if entry.lemma else None

    def entity(self, token: Token) -> Tokens | None:
        """The named entity whose head the token is, times and numbers left out."""
        found = self.entities.get(token.i)
        if found is None or found.label_ not in NAMES:
            return None
        return found if found.root.i == token.i else None

    def is_time(self, token: Token) -> bool:
        """Whether the token is part of a date or time of day."""
        found = self.entities.get(token.i)
        named = found is not None and found.label_ in TIMES
        return named or token.lemma_.lower() in TIME_NOUNS


def particle_of(verb: Token) -> Token | None:
    """The particle of a particle verb (carry *out*)."""
    for child in verb.children:
        if child.dep_ == "prt":
            return child
        if child.dep_ == "advmod" and child.i == verb.i + 1 and child.lower_ in _PARTICLES:
            return child
    return None


def children(token: Token, *deps: str) -> list[Token]:
    """The children of a token that have one of these dependency labels, in text order."""
    return [child for child in token.children if child.dep_ in deps]


def has_that(clause: Token) -> bool:
    """Whether a clause begins with "that"."""
    return opening_that(clause) is not None


def clause_of(token: Token) -> Token | None:
    """The verb of the clause that a noun stands in."""
    while token.dep_ != "ROOT":
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


def conjuncts(token: Token) -> list[Token]:
    """A token and everything coordinated with it, in text order.

    Example: in "Russia, Iran and Turkey met", Russia gives all three.
    """
    found = [token]
    for one in found:  # grows while it is gone through: a list may be as long as the sentence
        found += [
            child
            for child in one.children
            if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        ]
    return sorted(found, key=attrgetter("i"))


def head_of_conjuncts(token: Token) -> Token:
    """The first of a coordination, which carries the label of them all."""
    while token.dep_ == "conj":
        token = token.head
    return token


def readable(doc: Doc) -> tuple[Token, ...]:
    """The tokens of all sentences of readable length, in text order.

    Longer ones are lists or noise; their parse is too deep to climb.
    """
    return tuple(t for sent in doc.sents if len(sent) <= LONGEST_SENTENCE for t in sent)


def entities_by_token(doc: Doc, ontology: Ontology) -> dict[int, Tokens]:
    """Map each token to the named entity it is part of.

    Titles by themselves are no name, though the model takes "Founder & CEO" for a company.
    """
    return {
        token.i: entity for entity in doc.ents if not _is_word(entity, ontology) for token in entity
    }


def _is_word(entity: Tokens, ontology: Ontology) -> bool:
    """Whether the model took titles, or degrees, for a name: "Founder & CEO", "PhD degrees"."""
    if entity.label_ not in _TAKEN:
        return False
    if len(entity) == 1 and entity[0].pos_ == "NOUN" and entity[0].is_lower:
        return True  # "Mali's navy"
    words = [t.lemma_.lower() for t in entity if t.dep_ != "cc"]
    return any(
        all(
            any(ontology.word(word, "noun").is_a(flag) for flag in ("Title", "EventNoun"))
            for word in parts
        )
        for parts in ([entity.text.lower()], words)
    )


def sentence_prepositions(doc: Doc) -> tuple[Token, ...]:
    """Participles used as prepositions after a comma: ", according to the ministry"."""
    return tuple(
        token
        for token in doc
        if token.tag_ == "VBG" and token.dep_ == "prep" and token.i and _opens_phrase(token)
    )


def _opens_phrase(token: Token) -> bool:
    """After a comma, or with a preposition of its own: according *to*."""
    return token.nbor(-1).text == "," or any(t.dep_ == "prep" for t in token.children)


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Indexes of tokens inside quotation marks; an unclosed mark runs to the end."""
    inside: set[int] = set()
    opened = False
    text = doc.text
    if not any(mark in text for mark in _MARKS):
        return frozenset()
    for token in doc:
        if token.text in _MARKS:
            opened = {"“": True, "”": False}.get(token.text, not opened)
        elif opened:
            inside.add(token.i)
    return frozenset(inside)
