"""What a title says of its holder: the position, whom it belongs to, since or until when.

What may go in: reading a title and its surroundings; where titles stand by names is in `titles`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.extract.build import extraction
from kg.extract.markers import Factuality
from kg.extract.mentions import named
from kg.extract.participants import participant
from kg.extract.reading import Reader, children, conjuncts, head_of_conjuncts
from kg.extract.subjects import is_singled_out
from kg.extract.surfaces import clause_surface
from kg.extract.times import when
from kg.extract.verbs import is_infinitive
from kg.model import Extraction, Mention, Predicate, Surface, Value
from kg.nlp.tokens import Token, Tokens
from kg.ontology import Entry

_ACTORS = ("NORP", "GPE", "ORG", "LOC", "FAC")
_APART = ("PERSON", "ORG", "FAC", "WORK_OF_ART", "EVENT")  # no part of a title's words
_MODIFIERS = ("amod", "compound")
_TIES = ("Kinship", "Relational")  # who is an owner or a wife holds no position
_NAMING = ("Title", "Kinship", "Relational")  # nouns that name someone by a tie to someone else
_WIDEST = 4  # words of the longest title looked for


@dataclass(frozen=True, slots=True)
class Title:
    """A title found in the text: its lexicon entry and its tokens."""

    entry: Entry
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a position, how surely, by which rule, and the clause that says so, if any."""

    subject: Mention
    fact: Factuality
    rule: str
    verb: Token | None = None
    actor: Token | None = None  # the verb's subject


@dataclass(frozen=True, slots=True)
class Owner:
    """To whom a position belongs; `national` when only an adjective tells ("a Swedish doctor").

    `partly` when it is one of a part: of Ford, in "Ford's head of sales".
    """

    marker: str
    mention: Mention
    national: bool = False
    partly: bool = False


def title_at(token: Token, reader: Reader) -> Title | None:
    """Give the longest title of the lexicon that a noun is part of: "defense minister"."""
    doc, sent = token.doc, token.sent
    best: Title | None = None
    for first in range(max(sent.start, token.i - _WIDEST + 1), token.i + 1):
        for last in range(token.i, min(sent.end, first + _WIDEST)):
            words = doc[first : last + 1]
            entry = _entry(words, reader)
            if entry and (best is None or len(words) > len(best.tokens)):
                best = Title(entry, tuple(words))
    return best


def title_ending_at(last: int, reader: Reader) -> Title | None:
    """Give the longest title whose last word stands at an index."""
    doc = reader.doc
    for first in range(max(doc[last].sent.start, last - _WIDEST + 1), last + 1):
        words = doc[first : last + 1]
        entry = _entry(words, reader)
        if entry:
            return Title(entry, tuple(words))
    return None


def _entry(words: Tokens, reader: Reader) -> Entry | None:
    if words[-1].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None  # "armed" is no arm
    singular = " ".join([*(t.lower_ for t in words[:-1]), words[-1].lemma_.lower()])
    for text in (words.text.lower(), singular):
        entry = reader.ontology.word(text.replace(" - ", "-"), "noun")
        if any(entry.is_a(flag) for flag in _NAMING):
            return entry
    return None


def is_title(token: Token, reader: Reader) -> bool:
    """Tell whether a noun names a position, a relative, or a tie to somebody."""
    return title_at(token, reader) is not None


def listed(noun: Token, reader: Reader) -> list[Token]:
    """Give all nouns of a list that says who somebody is, in text order.

    "a businessman, chairman of Tolvane, director of Harlow, and former head of Kestrel": parsers
    hang the later ones on the noun before, or on the body that it names. With an article they are
    said of the body: "head of Kestrel, a leader in software".
    """
    found = [noun]
    for one in found:  # grows while it is gone through
        bodies = [
            t for p in children(one, "prep") for o in children(p, "pobj") for t in conjuncts(o)
        ]
        own = [child for child in one.children if child.dep_ in ("conj", "appos")]
        bodies += [t for t in own if reader.entity(t) is not None]
        bodies = [t for t in bodies if t.ent_type_ != "PERSON"]
        found += [t for t in own if not reader.entity(t) and t.pos_ in ("NOUN", "PROPN")]
        found += [
            t
            for body in bodies
            for t in children(body, "appos", "conj")
            if reader.noun(t).is_a("Title") and not reader.entity(t) and not children(t, "det")
        ]
    return sorted(dict.fromkeys(found), key=attrgetter("i"))


def positions(nouns: Sequence[Token], holder: Holder, reader: Reader) -> Iterator[Extraction]:
    """Read the positions that coordinated nouns give to one holder.

    Args:
        nouns: heads of titles; "founder and CEO of Ford" gives both to Ford.
        holder: who holds them.
        reader: the paragraph.

    Yields:
        The position as words, and its relation to each owner.
    """
    titled = [(n, title) for n in nouns if (title := title_at(n, reader)) and not _is_first_to(n)]
    found = [(n, title) for n, title in titled if not _is_counted(n, title)]
    behind = _shared(found, reader)
    for (_, title), after in zip(found, behind, strict=True):
        yield from held(title, [*_before(title, after, reader), *after], holder, reader)


def _is_first_to(noun: Token) -> bool:
    """The first minister to visit India: not the first minister."""
    return is_singled_out(noun) and any(is_infinitive(t) for t in children(noun, "relcl", "acl"))


def _is_counted(noun: Token, title: Title) -> bool:
    """Ann Lee, the first president of Mali: she need not be so today."""
    counted = any(t.ent_type_ == "ORDINAL" for t in children(noun, "amod"))
    beside = head_of_conjuncts(noun).dep_ == "appos" and bool(children(noun, "prep"))
    return counted and beside and not title.entry.is_a("Kinship")


def _shared(found: Sequence[tuple[Token, Title]], reader: Reader) -> list[list[Owner]]:
    """The owners behind each title; coordinated titles share those behind the last.

    "founder and CEO of Ford", also when it is parsed as founder of Ford, and CEO; but in "a lawyer,
    head of Ford" the lawyer is not Ford's.
    """
    behind = [_after(title, reader) for _, title in found]
    for i in reversed(range(len(found) - 1)):
        (first, title), (second, later) = found[i], found[i + 1]
        if head_of_conjuncts(first) != head_of_conjuncts(second):
            continue
        if later.entry.is_a("Kinship") and not any(title.entry.is_a(tie) for tie in _TIES):
            continue  # "a writer and the daughter of Ann Lee": not Ann Lee's writer
        if not behind[i]:
            behind[i] = behind[i + 1]
        elif behind[i][0].mention.start > reader.start + later.tokens[-1].idx:
            behind[i + 1] = behind[i + 1] or behind[i]
    return behind


def held(
    title: Title, owners: Sequence[Owner], holder: Holder, reader: Reader
) -> Iterator[Extraction]:
    """Give the position itself, and its relation to each owner."""
    status = _status(title, reader) | _was_once(title, holder, reader)
    label = _label(title, reader)
    subject = holder.subject
    if "unofficial" in status and not _is_told_unofficial(label, reader):
        return  # "the self-styled president": he is no president
    if title.entry.is_a("Title") and not any(title.entry.is_a(tie) for tie in _TIES):
        predicate = Predicate(lemma="hold position", pos="pattern", particle=_told(status))
        yield _made(title, holder, predicate, Value(label=label), label, reader)
    if "unofficial" in status:
        return
    whose = any(not owner.national for owner in owners)  # "its British rival" is its, and British
    for owner in owners:
        if owner.mention.start == subject.start:
            continue
        particle = _told(status | ({"subordinate"} if owner.partly else set()))
        predicate = Predicate(
            lemma=title.entry.lemma, pos="noun", particle=particle, preposition=owner.marker
        )
        one_of_many = title.entry.is_a("Relational") and _is_indefinite(title)
        one_of_many = one_of_many or (whose and title.entry.is_a("Relational"))
        if owner.national and (one_of_many or not _belongs_to_states(title.entry, reader)):
            predicate = Predicate(lemma="be national", pos="pattern")
        yield _made(title, holder, predicate, owner.mention, label, reader)


def _made(
    title: Title,
    holder: Holder,
    predicate: Predicate,
    target: Mention | Value,
    label: str,
    reader: Reader,
) -> Extraction:
    incoming = predicate.particle == "incoming"
    return extraction(
        reader=reader,
        anchor=title.tokens[-1],
        subject=holder.subject,
        predicate=predicate,
        object=target,
        fact=holder.fact.weakened("future") if incoming else holder.fact,
        time=when(holder.verb, reader) if holder.verb is not None else None,
        rule=holder.rule,
        confidence=0.9 if isinstance(target, Value) else 0.85,
        surface=_surface(title, holder, label, reader),
    )


def _surface(title: Title, holder: Holder, label: str, reader: Reader) -> Surface:
    """The clause that gives the position; of a noun phrase, that he is what it calls him."""
    if holder.verb is not None and holder.actor is not None:
        return clause_surface(holder.verb, holder.actor, title.tokens[-1], reader)
    return Surface(subject=holder.subject.text, relation="is", arguments=(label,))


def _is_indefinite(title: Title) -> bool:
    """A French rival is a rival from France, not France's."""
    return any(t.dep_ == "det" and t.lower_ in ("a", "an") for t in title.tokens[-1].children)


def _belongs_to_states(entry: Entry, reader: Reader) -> bool:
    """Whether a state can have the position: "the Russian president", unlike a Russian doctor."""
    return any(
        sense.marker == ""
        and (sense.object_type is None or reader.ontology.is_a("Country", sense.object_type))
        for sense in entry.senses
    )


def _after(title: Title, reader: Reader) -> list[Owner]:
    """Of, at, for: the phrases behind a title."""
    last = title.tokens[-1].i
    found = [
        owner
        for child in _around(title)
        if child.dep_ == "prep" and child.i > last
        for owner in _owners_in(child, reader)
    ]
    where = [owner for owner in found if owner.marker == "at"]
    # "a professor of law at Harlow" is Harlow's, not the law's
    return [o for o in found if o.marker or o.mention.type != "Organization"] if where else found


def _around(title: Title) -> list[Token]:
    inside = {t.i for t in title.tokens}
    return [c for token in title.tokens for c in token.children if c.i not in inside]


def _owners_in(prep: Token, reader: Reader) -> Iterator[Owner]:
    for inner in children(prep, "pobj"):
        for noun in [*conjuncts(inner), *_listed_names(inner, reader)]:
            found = participant(noun, reader)
            subject = noun.ent_type_ == "LANGUAGE"  # "a teacher of English"
            part = noun.ent_type_ in ("GPE", "LOC") and children(noun, "amod")  # northern Syria
            if found is not None and not reader.is_time(noun) and not subject and not part:
                yield Owner("" if prep.lower_ == "of" else prep.lower_, found)


def _listed_names(name: Token, reader: Reader) -> list[Token]:
    """At Harlow College, Ely School, and Leeds University: a list parsed as appositions."""
    beside = [t for t in children(name, "appos") if reader.entity(t) is not None]
    joined = len(beside) > 1 or any(children(t, "conj") for t in beside)
    return [t for one in beside for t in conjuncts(one)] if joined else []


def _before(title: Title, after: Sequence[Owner], reader: Reader) -> Iterator[Owner]:
    """Syria's, the Russian, Facebook: what stands before a title.

    "The German head of Ford" heads Ford, and is German.
    """
    told = any(owner.marker in ("", "at") for owner in after)
    part = any(owner.marker == "" for owner in after)
    for child in _around(title):
        if child.dep_ == "poss":
            found = participant(child, reader)
            if found is not None:
                yield Owner("", found, partly=part)
        elif child.dep_ in ("nmod", "compound", "amod") and child.i < title.tokens[0].i:
            entity = reader.entities.get(child.i)
            if entity is None or entity.label_ not in (*_ACTORS, "PERSON"):
                continue
            national = entity.label_ == "NORP"
            if national or not told:
                yield Owner("", named(entity, reader), national)


def owners_before_name(title: Title, reader: Reader) -> Iterator[Owner]:
    """Give the owner right before a title that stands by a name: Syria's President, his wife."""
    first = title.tokens[0]
    i = first.i - 1
    while i >= first.sent.start and reader.doc[i].pos_ == "ADJ" and i not in reader.entities:
        i -= 1
    if i < first.sent.start:
        return
    if reader.doc[i].text == ")" and i - 3 >= first.sent.start and reader.doc[i - 2].text == "(":
        i -= 3  # "Harlow College (HC) professor Ann Lee"
    possessive = reader.doc[i].tag_ == "POS"
    i -= possessive
    token = reader.doc[i]
    if token.tag_ in ("PRP$", "WP$"):
        found = participant(token, reader)
        if found is not None:
            yield Owner("", found)
        return
    entity = reader.entities.get(i)
    wanted = (*_ACTORS, "PERSON") if possessive else _ACTORS
    if entity is not None and entity.label_ in wanted and entity.end <= first.i:
        national = entity.label_ == "NORP" and not possessive
        yield Owner("", named(entity, reader), national)


def nationality(noun: Token, holder: Holder, reader: Reader) -> Iterator[Extraction]:
    """A Swedish billionaire: the nationality of somebody whom a common noun describes."""
    classes = reader.word(noun).classes
    if "Person" not in classes and (classes or holder.subject.type != "Person"):
        return
    for child in children(noun, "amod", "nmod", "compound"):
        entity = reader.entities.get(child.i)
        if entity is not None and entity.label_ == "NORP":
            # who is to become the first Mali striker to win is from Mali already
            now = replace(holder, fact=holder.fact.source_only())
            yield national(noun, now, named(entity, reader), reader)


def of_body(noun: Token, holder: Holder, body: Mention, reader: Reader) -> Extraction:
    """Give the extraction that somebody is of a body: "Harvard mathematician Ann Lee"."""
    return _belonging("be of", 0.75, noun, holder, body, reader)


def national(noun: Token, holder: Holder, nation: Mention, reader: Reader) -> Extraction:
    """Give the extraction that somebody is of a nation."""
    return _belonging("be national", 0.85, noun, holder, nation, reader)


def _belonging(
    lemma: str, confidence: float, noun: Token, holder: Holder, whole: Mention, reader: Reader
) -> Extraction:
    return extraction(
        reader=reader,
        anchor=noun,
        subject=holder.subject,
        predicate=Predicate(lemma=lemma, pos="pattern"),
        object=whole,
        fact=holder.fact,
        rule=holder.rule,
        confidence=confidence,
    )


def _status(title: Title, reader: Reader) -> set[str]:
    """Whether a position is past, coming, a deputy's or unofficial."""
    first, last = title.tokens[0], title.tokens[-1]
    words = [t for t in last.children if t.i < first.i]
    words += [t for t in first.sent if first.i - 3 <= t.i < first.i and t.dep_ in _MODIFIERS]
    words += [last.nbor(1)] if last.i + 1 < len(reader.doc) else []
    entries = [reader.ontology.word(word.lower_, "adjective") for word in words]
    found = {
        flag.lower()
        for flag in ("Former", "Incoming", "Subordinate", "Unofficial")
        if any(entry.is_a(flag) for entry in entries)
    }
    return found | ({"subordinate"} if _is_narrowed(title, reader) else set())


def _is_told_unofficial(label: str, reader: Reader) -> bool:
    """Whether a position's words tell that it is not a body's own."""
    words = label.lower().split()
    return any(reader.ontology.word(word, "adjective").is_a("Unofficial") for word in words)


def _told(status: set[str]) -> str:
    """A status as the particle of a predicate; who is to come has nothing yet."""
    return "incoming" if "incoming" in status else " ".join(sorted(status - {"unofficial"}))


def _was_once(title: Title, holder: Holder, reader: Reader) -> set[str]:
    """Who was something, by the article's own words, may not be it any more; who was once, is not.

    In what somebody says, the tense is that of saying: "he said that he was the head". Relatives
    stay what they are, and of a wife who "was" one nobody knows whether she left or died.
    """
    verb = holder.verb
    if verb is None or verb.tag_ != "VBD":
        return set()
    beside = (reader.ontology.word(t.lower_, "adverb") for t in children(verb, "advmod"))
    lasts = verb.lemma_ == "be" or reader.verb(verb).is_a("Durative")  # "served as its head"
    kin = title.entry.is_a("Kinship")
    by_tense = lasts and holder.fact.source is None and not kin
    return {"former"} if by_tense or any(entry.is_a("Former") for entry in beside) else set()


def _is_narrowed(title: Title, reader: Reader) -> bool:
    """Israel's military chief, a rebel leader: at the head of a part, not of the whole.

    So is a finance director, and a humanitarian chief.
    """
    lefts = [t for end in (title.tokens[0], title.tokens[-1]) for t in end.lefts]
    before = [t for t in lefts if t.i < title.tokens[0].i and not t.ent_type_]
    kinds = [k for t in before if t.dep_ in _MODIFIERS for k in reader.noun(t).classes]
    field = any(
        (t.dep_ == "compound" and t.pos_ == "NOUN" and not is_title(t, reader))
        or reader.ontology.word(t.lower_, "adjective").is_a("Field")
        for t in before
    )
    return field or any(reader.ontology.is_a(kind, "Agent") for kind in kinds)


def _label(title: Title, reader: Reader) -> str:
    """The title in the text's words with the nationality or field directly before it."""
    first = title.tokens[0]
    words = list(title.tokens)
    for token in reversed(list(reader.doc[first.sent.start : first.i])):
        if token.pos_ not in ("ADJ", "PROPN", "NOUN") or token.ent_type_ in _APART:
            break
        if token.is_punct or token.text == "-" or (token.pos_ == "ADJ" and token.head.i < token.i):
            break  # "ex-minister"; "was certain Prime Minister Lee would win"
        told = reader.ontology.word(token.lower_, "adjective")
        if told.is_a("Former") or (told.is_a("Tenure") and token.i not in reader.entities):
            break
        words.insert(0, token)
    return reader.span(words).text
