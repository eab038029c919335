"""A parsed paragraph as plain objects. What may go in: words, runs of words, and the tree of them.

Names and meanings are those of spaCy's `Doc`, `Token` and `Span` (https://spacy.io/api/token), as
far as they are used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import overload

_QUOTES = frozenset("\" ' ` « » ‘ ’ ‚ ‛ “ ” „ ‟ ‹ › ❮ ❯ '' ``".split())


class Token:
    """A word of a paragraph; `i` counts the words of it, `idx` its characters."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_space",
        "left_edge",
        "lemma_",
        "lower_",
        "pos_",
        "right_edge",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    is_punct: bool
    is_space: bool
    head: Token  # itself for a root; changed by `attach` alone
    children: list[Token]  # in text order
    left_edge: Token  # the first word below it, or itself
    right_edge: Token
    sent: Tokens

    def __len__(self) -> int:
        """Its characters."""
        return len(self.text)

    def __repr__(self) -> str:
        """The word, for whoever looks for an error."""
        return self.text

    def nbor(self, distance: int) -> Token:
        """The word so many words behind it, or before it.

        Raises:
            IndexError: there is none.
        """
        if self.i + distance < 0:
            raise IndexError(f"no word {-distance} before {self.text!r}")
        return self.doc.tokens[self.i + distance]

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [one for one in self.children if one.i < self.i]

    @property
    def subtree(self) -> list[Token]:
        """It and all below it, in text order."""
        found = [self]
        for one in found:  # grows while it is gone through
            found += one.children
        found.sort(key=attrgetter("i"))
        return found

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, and what that hangs on, up to the root."""
        one = self
        while one.head is not one:
            one = one.head
            yield one

    def is_ancestor(self, other: Token) -> bool:
        """Whether another word hangs below it."""
        return any(one is self for one in other.ancestors)

    @property
    def is_sent_start(self) -> bool:
        """Whether its sentence begins with it."""
        return self.sent.start == self.i

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether it is digits."""
        return self.text.isdigit()

    @property
    def is_lower(self) -> bool:
        """Whether it has small letters and no capitals."""
        return self.text.islower()

    @property
    def is_upper(self) -> bool:
        """Whether it has capitals and no small letters."""
        return self.text.isupper()

    @property
    def is_title(self) -> bool:
        """Whether it begins with a capital and goes on with small letters."""
        return self.text.istitle()

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.text in _QUOTES

    def attach(self, head: Token, label: str = "") -> None:
        """Hang it on another word, or make it a root by hanging it on itself; never below itself.

        Args:
            head: of the same paragraph.
            label: its new label; without one it keeps what it has.
        """
        if self is head or not self.is_ancestor(head):
            self.dep_ = label or self.dep_
            if head is not self.head:
                self.doc.hang(self, head)


class Tokens:
    """A run of words; a named entity has a label."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        """Its words."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """Its words in text order."""
        return iter(self.doc.tokens[self.start : self.end])

    def __repr__(self) -> str:
        """The words, for whoever looks for an error."""
        return self.text

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        """The word at a place of it, or a run of them."""
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Tokens(self.doc, self.start + first, self.start + max(first, last))
        return self.doc.tokens[self.start + at if at >= 0 else self.end + at]

    @property
    def text(self) -> str:
        """Its words and the blanks between them."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def start_char(self) -> int:
        """Where its first word begins."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where its last word ends."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def ents(self) -> list[Tokens]:
        """The named entities that are whole in it."""
        return [one for one in self.doc.ents if self.start <= one.start and one.end <= self.end]

    @property
    def sent(self) -> Tokens:
        """The sentence that its first word stands in."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The word that all others hang below, or the highest, or the first of those."""
        if self.end - self.start == 1:
            return self.doc.tokens[self.start]
        tops: list[Token] = []
        for one in self:
            if one.head is one:
                return one
            if not self.start <= one.head.i < self.end:
                tops.append(one)
        return tops[0] if len(tops) == 1 else min(tops, key=_depth)


def _depth(token: Token) -> tuple[bool, int]:
    """How far below its root a word hangs; a mark that nothing hangs on is below all others."""
    is_mark = (token.is_punct or token.is_space) and not token.children
    return is_mark, 0 if is_mark else sum(1 for _ in token.ancestors)


class Doc:
    """A parsed paragraph.

    Args:
        text: of all of it.
        tokens: its words, each with what it hangs on and the marks of entities.
        starts: the words that sentences begin with.
    """

    __slots__ = ("_entities", "_starts", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], starts: Iterable[int]) -> None:
        self.text, self.tokens = text, tokens
        self._starts = set(starts)
        for token in tokens:
            token.doc = self
        _grow(tokens)
        self._cut()
        self._entities = tuple(_entities(self))

    def __len__(self) -> int:
        """Its words."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Its words in text order."""
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        """The word at a place, or a run of words."""
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self.tokens))
            return Tokens(self, first, max(first, last))
        return self.tokens[at]

    @property
    def sents(self) -> Iterator[Tokens]:
        """Its sentences in text order."""
        start = 0
        while start < len(self.tokens):
            sentence = self.tokens[start].sent
            yield sentence
            start = sentence.end

    @property
    def ents(self) -> tuple[Tokens, ...]:
        """The named entities in text order."""
        return self._entities

    @ents.setter
    def ents(self, entities: Iterable[Tokens]) -> None:
        self._entities = tuple(entities)
        for token in self.tokens:
            token.ent_type_, token.ent_iob_ = "", "O"
        for entity in self._entities:
            for token in entity:
                token.ent_type_, token.ent_iob_ = entity.label_, "I"
            entity[0].ent_iob_ = "B"

    def hang(self, token: Token, head: Token) -> None:
        """Hang a word on another, or on itself; each root of the trees it leaves has a sentence."""
        old = token.head
        before = _edges(token, head)
        if old is not token:
            old.children = [one for one in old.children if one is not token]
        token.head = head
        if head is not token:  # new lists, since whoever hangs words may go through the old
            head.children = sorted([*head.children, token], key=attrgetter("i"))
        for above in (old, head):
            for one in (above, *above.ancestors):
                _widen(one)
        if before != _edges(token, old):
            self._starts_again(min(b[1] for b in before), max(b[2] for b in before) + 1)

    def _starts_again(self, first: int, last: int) -> None:
        """Find anew where the sentences begin between two words."""
        self._starts.difference_update(range(first, last))
        own = self.tokens[first:last]
        self._starts.update(one.left_edge.i for one in own if one.head is one)
        self._cut()

    def _cut(self) -> None:
        """Tell each word of its sentence."""
        bounds = [0, *sorted(self._starts - {0}), len(self.tokens)]
        for start, end in pairwise(bounds):
            sentence = Tokens(self, start, end)
            for token in sentence:
                token.sent = sentence


def _edges(*tokens: Token) -> set[tuple[int, int, int]]:
    """The roots of the trees that words stand in, with the first and last word of each tree."""
    roots = [[one, *one.ancestors][-1] for one in tokens]
    return {(one.i, one.left_edge.i, one.right_edge.i) for one in roots}


def _widen(token: Token) -> None:
    """Find the edges of what is below a word from those of its children."""
    firsts = [child.left_edge for child in token.children]
    lasts = [child.right_edge for child in token.children]
    token.left_edge = min(token, *firsts, key=attrgetter("i")) if firsts else token
    token.right_edge = max(token, *lasts, key=attrgetter("i")) if lasts else token


def _grow(tokens: Sequence[Token]) -> None:
    """Tell each word of its children and of the edges of what is below it."""
    for token in tokens:
        token.children = []
        token.left_edge = token.right_edge = token
    for token in tokens:
        one = token
        if one.head is not one:
            one.head.children.append(one)
        while one.head.left_edge.i > token.i:
            one = one.head
            one.left_edge = token
    for token in reversed(tokens):
        one = token
        while one.head.right_edge.i < token.i:
            one = one.head
            one.right_edge = token


def _entities(doc: Doc) -> Iterator[Tokens]:
    """The entities by the marks of their words: B begins one, I goes on with it."""
    starts = [one.i for one in doc.tokens if one.ent_iob_ == "B" and one.ent_type_]
    for start in starts:
        end = start + 1
        while end < len(doc) and doc.tokens[end].ent_iob_ == "I":
            end += 1
        yield Tokens(doc, start, end, doc.tokens[start].ent_type_)
