"""Common nouns to mentions: which of the words around a noun narrow it down.

What may go in: cutting the phrase of a common noun, minimal yet whole, and what its head says of
its class.
"""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from kg.extract.reading import Reader, children, conjuncts
from kg.model import Mention
from kg.nlp.tokens import Token

_BEFORE = ("amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "punct", "case")
_OWNERS = ("ORG", "NORP")  # "the NATO base" is one of many
LONGEST_OF = 9  # words of a phrase that completes a noun
_WHOLE = ("all", "both", "such", "what", "quite", "rather")


def nominal(token: Token, reader: Reader) -> Mention:
    """Give the mention of a common noun with the words that narrow it down."""
    share = _share(token)
    parts = [*_modifiers(token, reader), token, *_torn_off(token), *of_phrase(token, reader)]
    words = sorted(parts, key=attrgetter("i"))
    words = [*share, *(t for t in words if words[0].i <= t.i)]
    span = reader.span(words)
    return Mention(
        start=span.start,
        end=span.end,
        text=span.text,
        kind="name" if _is_place_name(token, words, reader) else "nominal",
        type=_sort_of(token, reader),
        head=token.lemma_.lower(),
        definite=_is_definite(token) and not _is_restricted(token) and not share,
        restricted=_is_restricted(token),
        plural=token.tag_ in ("NNS", "NNPS"),
        modifiers=tuple(t.text for t in words if t.i < token.i and not t.is_punct),
        amount=next((t.text for t in children(token, "nummod")), None),
    )


def _share(token: Token) -> list[Token]:
    """Half the soldiers, nearly a third the price: the words that say how much of it."""
    before = [t for t in children(token, "nummod", "predet") if t.tag_ in ("PDT", "CD")]
    article = next((t for t in children(token, "det")), None)
    if article is None or not before or before[-1].i > article.i or before[-1].lower_ in _WHOLE:
        return []
    return list(before[-1].subtree)


def _sort_of(token: Token, reader: Reader) -> str:
    """The class of a common noun; a state of affairs is no state, and grounds for it no place."""
    kind = noun_class(token, reader) or "Entity"
    if not reader.ontology.is_a(kind, "Place"):
        return kind
    inner = [t for of in children(token, "prep") if of.lower_ in ("of", "for") for t in of.children]
    things = [t for t in inner if t.pos_ == "NOUN" and not t.ent_type_ and noun_class(t, reader)]
    abstract = ("Concept", "Happening", "Document")
    return "Entity" if any(reader.is_any(t, abstract) for t in things) else kind


def _is_place_name(token: Token, words: list[Token], reader: Reader) -> bool:
    """The Hamadan air base: a building that is called after its town has a name."""
    first = words[0]
    town = first.pos_ == "PROPN" and first.dep_ == "compound" and first.ent_type_ not in _OWNERS
    kind = noun_class(token, reader) or ""
    definite = any(t.lower_ == "the" for t in children(token, "det"))
    return town and definite and token.tag_ == "NN" and reader.ontology.is_a(kind, "Facility")


def _is_definite(token: Token) -> bool:
    return any(
        t.lower_ in ("the", "that", "this", "these", "those") for t in children(token, "det")
    )


def _is_restricted(token: Token) -> bool:
    """Whether a clause or phrase right after the noun says which one is meant."""
    return any(
        child.i > token.i and not token.doc[child.left_edge.i - 1].is_punct
        for child in children(token, "relcl", "acl", "prep")
    )


def _modifiers(token: Token, reader: Reader) -> list[Token]:
    """Adjectives, compounds and possessors directly before the noun, in one piece."""
    found: list[Token] = []
    for left in reversed(list(token.lefts)):
        if left.dep_ not in _BEFORE:
            break
        if reader.is_time(left) and not reader.is_time(token) and not _is_tied(left):
            break
        subtree = list(left.subtree)
        if any(t.dep_ in ("relcl", "appos") or t.tag_ == "," for t in subtree):
            break
        if any(t.dep_ == "cc" for t in subtree) and not _are_adjectives(subtree):
            break
        if left.tag_ in ("PRP$", "WP$"):
            break
        edge = found[0].i if found else token.i
        if subtree[-1].i != edge - 1:
            break
        found = subtree + found
    while found and (found[0].is_punct or found[0].lower_ in ("the", "a", "an")):
        found = found[1:]
    while len(found) > 1 and _is_only_said(found[0], reader) and not found[1].is_punct:
        found = found[1:]
    return _nation_before(found[0] if found else token, reader) + found


def _is_tied(word: Token) -> bool:
    """Whether a hyphen ties a word to the next: a *quarter*-finalist."""
    hyphen = word.nbor(1) if word.i + 1 < len(word.doc) else word
    return hyphen.text == "-" and not word.whitespace_ and not hyphen.whitespace_


def _is_only_said(adverb: Token, reader: Reader) -> bool:
    """Whether an adverb narrows nothing down: "only 20 men", but not "at least 20 men"."""
    if adverb.pos_ != "ADV":
        return False
    counts = any(t.tag_ == "CD" or t.dep_ == "nummod" for t in adverb.ancestors)
    return not counts or reader.ontology.word(adverb.lower_, "adverb").is_a("Focusing")


def _are_adjectives(words: list[Token]) -> bool:
    """Quicker and fairer, of decisions."""
    joined = [t for t in words if t.dep_ in ("cc", "conj")]
    return all(t.pos_ in ("ADJ", "CCONJ") for t in joined) and not any(t.ent_type_ for t in words)


def _nation_before(first: Token, reader: Reader) -> list[Token]:
    """A country or nationality right before the phrase, whatever the parser hung it on."""
    entity = reader.entities.get(first.i - 1) if first.i > first.sent.start else None
    if entity is None or entity.label_ not in ("GPE", "NORP") or first.i in reader.entities:
        return []
    belongs = entity.root.dep_ in ("conj", "nmod", "compound", "amod")
    return list(entity) if belongs and entity.root.head.i <= first.sent.end else []


def _torn_off(token: Token) -> list[Token]:
    """The rest of a hyphenated word: cross-*section*."""
    found: list[Token] = []
    after = token
    while after.i + 2 < len(token.doc) and not after.whitespace_ and after.nbor(1).text == "-":
        if after.nbor(1).whitespace_:
            break
        found += [after.nbor(1), after.nbor(2)]
        after = after.nbor(2)
    return found


def of_phrase(token: Token, reader: Reader) -> list[Token]:
    """A short phrase that completes the noun: collapse of the Union, a spokesman for NATO."""
    title = reader.noun(token).is_a("Title")
    for of in children(token, "prep"):
        if token.dep_ == "dobj" and _is_charged(token, of, reader):
            return []
        joins = of.lower_ in (("of", "for") if title else ("of",)) or _is_held_in(token, of, reader)
        if joins and of.i == token.i + 1:
            last = _last_of(of)
            whole = [t for t in of.subtree if last is not None and t.i <= last.i]
            extra = any(t.dep_ in ("relcl", "acl", "appos") or t.tag_ == "PRP" for t in whole)
            if whole and len(whole) <= LONGEST_OF + 1 and not extra:
                return whole
    return []


def _is_held_in(noun: Token, prep: Token, reader: Reader) -> bool:
    """Shares in Harlow: which shares they are."""
    if prep.lower_ != "in" or not reader.noun(noun).is_a("Holding"):
        return False
    return any(t.ent_type_ in ("ORG", "PERSON") for t in children(prep, "pobj"))


def _is_charged(noun: Token, of: Token, reader: Reader) -> bool:
    """Accused the firm of hiding losses, a gerund taken for a noun: there is no firm of such."""
    if of.i + 1 >= len(of.doc) or not of.nbor(1).text.endswith("ing"):
        return False
    marked = reader.verb_with(noun.head, "of")
    entry = marked or reader.verb(noun.head)
    tells = entry.governs
    return bool(tells) and noun.head.pos_ == "VERB" and reader.is_any(noun, ("Agent",))


def _last_of(of: Token) -> Token | None:
    """The last noun of a chain: of the population *of Leigh*."""
    nouns = children(of, "pobj")
    if not nouns:
        return None
    inner = [t for t in children(nouns[-1], "prep") if t.lower_ == "of" and t.i == nouns[-1].i + 1]
    if inner:
        return _last_of(inner[0]) or nouns[-1]
    return _last_listed(conjuncts(nouns[-1]))


def _last_listed(nouns: list[Token]) -> Token:
    """Ministers of Iran, Iraq and Mali; the funeral of a mother and her son: all, if of a kind."""
    for first, second in pairwise(nouns):
        between = [t.lower_ for t in second.doc[first.i + 1 : second.left_edge.i]]
        alike = (first.pos_, first.ent_type_) == (second.pos_, second.ent_type_)
        if not alike or between not in ([","], ["and"], [",", "and"]):
            return nouns[0]
    ends = len(nouns) > 1 and any(t.lower_ == "and" for t in nouns[-2].children)
    return nouns[-1] if ends else nouns[0]


def noun_class(token: Token, reader: Reader) -> str | None:
    """The class that a common noun names in the lexicon: base is a Facility.

    Longer names win: "news agency" before "agency".
    """
    compounds = [t.lemma_.lower() for t in children(token, "compound")]
    for i in range(len(compounds) + 1):
        entry = reader.ontology.word(" ".join([*compounds[i:], token.lemma_.lower()]), "noun")
        if entry.classes:
            kind = entry.classes[0]
            return "Group" if kind == "Person" and token.tag_ in ("NNS", "NNPS") else kind
    return None
