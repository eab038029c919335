"""Surfaces: the open tuple of a clause, in the article's own words.

What may go in: slices of the text that show what a statement was read from. A surface keeps the
whole phrases; the statement keeps their heads. One clause has one surface, whatever the number of
statements read from it.
The form is that of open information extraction: https://aclanthology.org/D19-1651/ (CaRB).
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.reading import Reader, children, head_of_conjuncts
from kg.extract.subjects import antecedent_of
from kg.model import Surface
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS

_GROUP = ("aux", "auxpass", "neg", "prt")
_OUTSIDE = (*SUBJECTS, *_GROUP, "csubj", "expl", "cc", "conj", "mark", "punct", "preconj", "intj")
_RELATIVE = ("WDT", "WP")


def clause_surface(
    verb: Token,
    actor: Token,
    target: Token | None,
    reader: Reader,
    *,
    marker: str = "",
    also: Iterable[Token] = (),
) -> Surface:
    """Give the clause of a verb as an open tuple.

    Args:
        verb: the clause's.
        actor: its subject, where the clause writes none itself.
        target: the head of the statement's object; its phrase comes first.
        reader: the paragraph.
        marker: the preposition before the object, which goes to the relation.
        also: words of an idiom, which go to the relation too ("took *part* in").

    Returns:
        The subject's phrase; the verb group; the phrases of the object and of whatever else stands
        with the verb, in text order. Relative clauses are left out: they are clauses of their own.
    """
    words = [*_group(verb), *also]
    relation = " ".join(t.text for t in sorted(words, key=lambda t: t.i))
    subject = _subject(verb, actor)
    if target is not None and head_of_conjuncts(target).i == subject.i:
        target = None  # "Depots were destroyed by Russia": the object of the statement stands first
    first = _phrase(head_of_conjuncts(target), reader) if target is not None else ""
    taken = {t.i for t in words} | _path(target, verb)
    rest = [_phrase(t, reader) for t in verb.children if _is_argument(t, verb) and t.i not in taken]
    return Surface(
        subject=_phrase(subject, reader),
        relation=f"{relation} {marker}" if marker and target is not None else relation,
        arguments=tuple(dict.fromkeys(text for text in (first, *rest) if text)),
    )


def _group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle and the adverbs that stand beside it."""
    found = [verb, *children(verb, *_GROUP)]
    places = {t.i for t in found}
    for adverb in children(verb, "advmod"):
        beside = adverb.i + 1 in places or adverb.i - 1 == verb.i
        if adverb.tag_ == "RB" and beside and not list(adverb.children):
            found.append(adverb)
    return found


def _subject(verb: Token, actor: Token) -> Token:
    for subject in children(verb, *SUBJECTS):
        if subject.tag_ not in _RELATIVE:
            return subject
        if verb.dep_ == "relcl":
            return antecedent_of(verb)
    return head_of_conjuncts(actor)


def _path(target: Token | None, verb: Token) -> set[int]:
    """The tokens from the object up to the verb: what hangs on the last of them is the object."""
    found: set[int] = set()
    while target is not None and target.i != verb.i:
        found.add(target.i)
        target = target.head if target.dep_ != "ROOT" else None
    return found


def _is_argument(token: Token, verb: Token) -> bool:
    relative = token.tag_ in _RELATIVE and verb.dep_ == "relcl"
    return token.dep_ not in _OUTSIDE and not token.is_punct and not relative


def _phrase(head: Token, reader: Reader) -> str:
    """The words of everything below a token, without what a relative clause adds at its end."""
    tokens = [t for t in head.subtree if not t.is_space]
    apart = [t.left_edge.i for t in tokens if t.dep_ == "relcl" and t.i != head.i]
    end = min((i for i in apart if i > head.i), default=None)
    kept = [t for t in tokens if end is None or t.i < end]
    while kept and kept[-1].is_punct and kept[-1].text not in "\"”')":
        kept.pop()
    return reader.span(kept).text if kept else ""
