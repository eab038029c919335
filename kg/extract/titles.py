"""Positions, kinship and kinds: X, the president of Y; President X; X is a founder of Y.

What may go in: rules that tie a name to a noun that says who or what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.arguments import own_subjects
from kg.extract.build import extraction, participant, when
from kg.extract.factuality import Factuality, clause_of, factuality, scope
from kg.extract.mentions import mention, named, nominal
from kg.extract.reading import Reader, children, conjuncts
from kg.model import Extraction, Mention, Predicate, Surface, Value
from kg.ontology import Entry

_ACTORS = ("NORP", "GPE", "ORG", "LOC", "FAC")
_NAMING = ("Title", "Kinship", "Relational")  # nouns that name someone by a tie to someone else
_OWNERS_APART = ("PERSON", "ORG", "FAC", "WORK_OF_ART", "EVENT")  # no part of a title's words
_WIDEST = 4  # words of the longest title looked for


@dataclass(frozen=True, slots=True)
class Title:
    """A title found in the text: its lexicon entry and its tokens."""

    entry: Entry
    tokens: tuple[Token, ...]


def titles(reader: Reader) -> Iterator[Extraction]:
    """Read positions and kinds from appositions, titles before names, and copulas.

    Yields:
        The position as words ("holds position", "Russian defense minister") and the relation to
        whom it belongs ("represents", Russia).
    """
    for entity in reader.doc.ents:
        if entity.label_ == "PERSON":
            yield from _before_name(entity, reader)
    for token in reader.tokens:
        if token.dep_ == "appos":
            yield from _apposition(token, reader)
        elif token.dep_ == "attr" and token.pos_ == "NOUN":
            yield from _copular(token, reader)


def title_at(token: Token, reader: Reader) -> Title | None:
    """The longest title of the lexicon that a noun is part of: "defense minister"."""
    doc, sent = token.doc, token.sent
    best: Title | None = None
    for first in range(max(sent.start, token.i - _WIDEST + 1), token.i + 1):
        for last in range(token.i, min(sent.end, first + _WIDEST)):
            words = doc[first : last + 1]
            entry = _title_entry(words, reader)
            if entry and (best is None or len(words) > len(best.tokens)):
                best = Title(entry, tuple(words))
    return best


def _title_entry(words: Tokens, reader: Reader) -> Entry | None:
    for text in (words.text.lower(), _singular(words)):
        entry = reader.ontology.word(text.replace(" - ", "-"), "noun")
        if any(entry.is_a(flag) for flag in _NAMING):
            return entry
    return None


def _singular(words: Tokens) -> str:
    return " ".join([*(t.lower_ for t in words[:-1]), words[-1].lemma_.lower()])


def is_title(token: Token, reader: Reader) -> bool:
    """Whether a noun names a position of a person."""
    return title_at(token, reader) is not None


# ── President Barack Obama; Russian Foreign Minister Sergei Lavrov ─────────────────────────────


def _before_name(entity: Tokens, reader: Reader) -> Iterator[Extraction]:
    if entity.start == 0 or entity.start == entity.sent.start:
        return
    title = _title_ending_at(entity.start - 1, reader)
    if title is None:
        return
    person = named(entity, reader)
    fact = _narrated(title.tokens[-1], reader)
    owners = list(_owners_before(title.tokens[0], reader))
    yield from _positions(person, title, owners, fact, reader, rule="title.before_name")


def _title_ending_at(last: int, reader: Reader) -> Title | None:
    """The longest title whose last word stands at an index."""
    doc = reader.doc
    for first in range(max(doc[last].sent.start, last - _WIDEST + 1), last + 1):
        words = doc[first : last + 1]
        entry = _title_entry(words, reader)
        if entry:
            return Title(entry, tuple(words))
    return None


def _owners_before(first: Token, reader: Reader) -> Iterator[tuple[str, Mention]]:
    """The country or organisation directly before a title: Syria's President, Facebook founder."""
    i = first.i - 1
    while i >= first.sent.start and reader.doc[i].pos_ == "ADJ" and i not in reader.entities:
        i -= 1
    if i >= first.sent.start and reader.doc[i].tag_ == "POS":
        i -= 1
    entity = reader.entities.get(i) if i >= first.sent.start else None
    if entity is not None and entity.label_ in _ACTORS and entity.end <= first.i:
        yield "", named(entity, reader)


# ── Sergei Shoigu, the Russian defense minister; Syria's president, Bashar Assad ───────────────


def _apposition(token: Token, reader: Reader) -> Iterator[Extraction]:
    head = token.head
    if not _set_off(token, head):
        return
    fact = _narrated(head, reader)
    if _is_name(head, reader) and token.pos_ == "NOUN":
        subject = mention(head, reader)
        if subject is not None:
            for noun in conjuncts(token):
                yield from _kinds(subject, noun, fact, reader)
    elif _is_name(token, reader) and head.pos_ == "NOUN":
        subject = mention(token, reader)
        title = title_at(head, reader)
        if subject is not None and title is not None:
            owners = list(_owners(head, title, reader))
            yield from _positions(subject, title, owners, fact, reader, rule="title.apposition")


def _set_off(token: Token, head: Token) -> bool:
    """Commas or dashes round an apposition; the parser's label alone is unreliable."""
    if token.i < head.i:
        return False
    first = min(t.i for t in token.subtree)
    before = token.doc[first - 1]
    return before.is_punct and before.text in (",", "—", "–", "(", "-", "--")


def _is_name(token: Token, reader: Reader) -> bool:
    entity = reader.entities.get(token.i)
    return token.pos_ == "PROPN" and (entity is None or entity.label_ in ("PERSON", "ORG", "FAC"))


def _kinds(subject: Mention, noun: Token, fact: Factuality, reader: Reader) -> Iterator[Extraction]:
    """What an indefinite or definite noun says of a name: a position, else a kind."""
    title = title_at(noun, reader)
    if title is not None:
        if noun.tag_ not in ("NNS", "NNPS"):
            owners = list(_owners(noun, title, reader))
            yield from _positions(subject, title, owners, fact, reader, rule="title.apposition")
        return
    kind = nominal(noun, reader)
    if not noun.tag_.startswith("NN") or noun.tag_ == "NNS":
        return
    yield extraction(
        reader=reader,
        anchor=noun,
        subject=subject,
        predicate=Predicate(lemma="be", pos="pattern"),
        object=Value(label=kind.text),
        fact=fact,
        rule="apposition.kind",
        confidence=0.8,
        surface=Surface(subject=subject.text, relation="is", arguments=(kind.text,)),
    )
    for prep in children(noun, "prep"):
        for place in children(prep, "pobj"):
            found = mention(place, reader)
            if prep.lower_ == "in" and found is not None and found.type in ("Place", "Region"):
                yield located(subject, found, noun, fact, reader, rule="apposition.place")


def located(
    subject: Mention, place: Mention, anchor: Token, fact: Factuality, reader: Reader, *, rule: str
) -> Extraction:
    """The extraction that something lies in a place."""
    return extraction(
        reader=reader,
        anchor=anchor,
        subject=subject,
        predicate=Predicate(lemma="lie", pos="pattern", preposition="in"),
        object=place,
        fact=fact,
        rule=rule,
        confidence=0.8,
        surface=None,
    )


# ── He is the president of France ──────────────────────────────────────────────────────────────


def _copular(noun: Token, reader: Reader) -> Iterator[Extraction]:
    verb = noun.head
    title = title_at(noun, reader)
    if title is None or not reader.verb(verb).is_a("Copular") or verb.sent[-1].text == "?":
        return
    fact = factuality(verb, reader)
    if fact.unsourced and fact.source is None:
        return
    for actor in own_subjects(verb):
        subject = participant(actor, reader)
        if subject is not None and (subject.kind in ("name", "pronoun")):
            owners = list(_owners(noun, title, reader))
            yield from _positions(
                subject, title, owners, fact, reader, rule="title.copula", verb=verb
            )


# ── Shared ─────────────────────────────────────────────────────────────────────────────────────


def _owners(noun: Token, title: Title, reader: Reader) -> Iterator[tuple[str, Mention]]:
    """To whom a position belongs: (preposition, mention)."""
    inside = {t.i for t in title.tokens}
    around = [c for token in title.tokens for c in token.children if c.i not in inside]
    after = [
        found
        for child in around
        if child.dep_ == "prep" and child.i > title.tokens[-1].i
        for found in _owner_after(child, reader)
    ]
    # "the German head of Ford" heads Ford, not Germany
    told = any(marker in ("", "at", "for") for marker, _ in after)
    for child in around:
        if child.dep_ == "poss" or (child.dep_ in ("nmod", "compound", "amod") and not told):
            yield from _owner_before(child, reader)
    yield from after


def _owner_before(child: Token, reader: Reader) -> Iterator[tuple[str, Mention]]:
    entity = reader.entities.get(child.i)
    if entity is not None and (entity.label_ in _ACTORS or child.dep_ == "poss"):
        yield "", named(entity, reader)
    elif child.dep_ == "poss":
        found = participant(child, reader)
        if found is not None:
            yield "", found


def _owner_after(prep: Token, reader: Reader) -> Iterator[tuple[str, Mention]]:
    for inner in children(prep, "pobj"):
        for noun in conjuncts(inner):
            found = participant(noun, reader)
            if found is not None and not reader.is_time(noun):
                yield ("" if prep.lower_ == "of" else prep.lower_), found


def _positions(
    subject: Mention,
    title: Title,
    owners: list[tuple[str, Mention]],
    fact: Factuality,
    reader: Reader,
    *,
    rule: str,
    verb: Token | None = None,
) -> Iterator[Extraction]:
    """The position itself, and its relation to each owner that the lexicon has a sense for."""
    status = _status(title, reader)
    if status == "incoming":
        fact = fact.weakened("future")
    time = when(verb, reader) if verb is not None else None
    anchor = title.tokens[-1]
    label = _label(title, reader)
    surface = Surface(subject=subject.text, relation="is", arguments=(label,))
    if title.entry.is_a("Title"):
        yield extraction(
            reader=reader,
            anchor=anchor,
            subject=subject,
            predicate=Predicate(lemma="hold position", pos="pattern", particle=status),
            object=Value(label=label),
            fact=fact,
            time=time,
            rule=rule,
            confidence=0.9,
            surface=surface,
        )
    for marker, owner in owners:
        if owner.start == subject.start:
            continue
        yield extraction(
            reader=reader,
            anchor=anchor,
            subject=subject,
            predicate=Predicate(
                lemma=title.entry.lemma, pos="noun", particle=status, preposition=marker
            ),
            object=owner,
            fact=fact,
            time=time,
            rule=rule,
            confidence=0.85,
            surface=surface,
        )


def _status(title: Title, reader: Reader) -> str:
    """Whether a position is past, coming or a deputy's: former, incoming, subordinate."""
    words = [t for t in title.tokens[-1].children if t.i < title.tokens[0].i]
    first = title.tokens[0].i
    words += [t for t in title.tokens[0].sent if first - 3 <= t.i < first and t.dep_ == "amod"]
    words += [title.tokens[-1].nbor(1)] if title.tokens[-1].i + 1 < len(reader.doc) else []
    for word in words:
        entry = reader.ontology.word(word.lower_, "adjective")
        for flag in ("Former", "Incoming", "Subordinate"):
            if entry.is_a(flag):
                return flag.lower()
    return ""


def _label(title: Title, reader: Reader) -> str:
    """The title in the text's words with the nationality or field directly before it."""
    first = title.tokens[0]
    words = list(title.tokens)
    for token in reversed(list(reader.doc[first.sent.start : first.i])):
        if token.pos_ not in ("ADJ", "PROPN", "NOUN") or token.ent_type_ in _OWNERS_APART:
            break
        if reader.ontology.word(token.lower_, "adjective").is_a("Former"):
            break
        words.insert(0, token)
    return reader.span(words).text


def _narrated(token: Token, reader: Reader) -> Factuality:
    """What a noun phrase says by the way is the article's own, unless it stands inside a quote."""
    if token.i not in reader.quoted:
        return Factuality()
    clause = clause_of(token)
    found = factuality(clause, reader) if clause is not None else scope(token, reader)
    return Factuality(source=found.source, said_by=found.said_by, unsourced=found.unsourced)
