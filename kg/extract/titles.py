"""Positions, kinship and kinds: X, the president of Y; President X; X serves as head of Y.

What may go in: rules that find a noun which says who or what a name is.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.appointments import appointed, name_and_post
from kg.extract.build import extraction, located
from kg.extract.factuality import factuality
from kg.extract.families import families, shared_owners
from kg.extract.fronted import as_title, fronted, origin
from kg.extract.markers import Factuality
from kg.extract.mentions import mention, named
from kg.extract.noun_phrases import nominal
from kg.extract.participants import participant
from kg.extract.positions import (
    Holder,
    Owner,
    held,
    is_title,
    listed,
    national,
    nationality,
    of_body,
    owners_before_name,
    positions,
    title_at,
    title_ending_at,
)
from kg.extract.reading import Reader, children, conjuncts
from kg.extract.scope import narrated
from kg.extract.subjects import is_singled_out, own_subjects, subjects
from kg.extract.verbs import is_infinitive, is_passive
from kg.model import Extraction, Predicate, Surface, Value
from kg.nlp.tokens import Token, Tokens

_BODIES = ("ORG", "GPE", "FAC", "LOC")


def titles(reader: Reader) -> Iterator[Extraction]:
    """Read positions and kinds from appositions, titles before names, and copulas.

    Yields:
        The position as words ("holds position", "Russian defense minister"), the relation to whom
        it belongs ("represents", Russia), what a name is ("is a", "gas pipeline").
    """
    for entity in reader.names:
        if entity.label_ == "PERSON":
            yield from _before_name(entity, reader)
            yield from _of_body(entity, reader)
        elif entity.label_ == "ORG":
            yield from _tied_body(entity, reader)
    for token in reader.tokens:
        if token.dep_ == "appos":
            yield from _apposition(token, reader)
            yield from _a_national(token, reader)
        elif token.dep_ in ("attr", "oprd") and token.pos_ in ("NOUN", "PROPN"):
            yield from _copular(token, reader)
            yield from _a_national(token, reader)
        elif token.dep_ == "dobj" and _is_kin(token, reader):
            yield from _relatives(token, reader)
        elif token.dep_ == "dobj" and token.pos_ == "NOUN":
            yield from name_and_post(token, reader)
        elif token.dep_ == "prep" and token.lower_ == "as":
            yield from _as(token, reader)
            yield from as_title(token, reader)
        elif token.dep_ == "prep" and token.lower_ == "from":
            yield from origin(token, reader)
        elif token.is_sent_start:
            yield from fronted(token, reader)
        if token.lower_ == "one":
            yield from _one_of(token, reader)
        elif token.tag_ == "NNS" and _is_kin(token, reader):
            yield from families(token, reader)


# ── President Barack Obama; Russian Foreign Minister Sergei Lavrov; his wife Anne ──────────────


def _before_name(entity: Tokens, reader: Reader) -> Iterator[Extraction]:
    if entity.start == entity.sent.start:
        return
    title = title_ending_at(entity.start - 1, reader)
    if title is None:
        # "Swedish businessman Christer Svensson"
        before = entity.doc[entity.start - 1]
        holder = Holder(named(entity, reader), narrated(before, reader), "title.before_name")
        yield from _national_before(before, holder, reader)
        return
    fact = narrated(title.tokens[-1], reader)
    owners = list(owners_before_name(title, reader)) or shared_owners(title, reader)
    people = [entity]
    if title.tokens[-1].tag_ in ("NNS", "NNPS"):
        # "professors Abelson and Sussman"
        others = [reader.entity(token) for token in conjuncts(entity.root)[1:]]
        people += [e for e in others if e is not None and e.label_ == "PERSON"]
    for person in people:
        holder = Holder(named(person, reader), fact, "title.before_name")
        yield from held(title, owners, holder, reader)


def _national_before(noun: Token, holder: Holder, reader: Reader) -> Iterator[Extraction]:
    """The nationality or body right before a common noun that stands before a name."""
    if (
        noun.pos_ != "NOUN"
        or "Person" not in reader.word(noun).classes
        or noun.i == noun.sent.start
    ):
        return
    entity = reader.entities.get(noun.i - 1)
    if entity is not None and entity.label_ == "NORP":
        yield national(noun, holder, named(entity, reader), reader)
    elif entity is not None and entity.label_ == "ORG":
        yield of_body(noun, holder, named(entity, reader), reader)


def _tied_body(entity: Tokens, reader: Reader) -> Iterator[Extraction]:
    """Harlow's subsidiary Kestrel Broadcasting; the Kestrel subsidiary of Harlow."""
    noun = entity.root.head
    if entity.root.dep_ == "compound" and noun.i == entity.end and noun.tag_ == "NN":
        entry = reader.noun(noun)
        if entry.is_a("Relational") and "Person" not in entry.classes:
            holder = Holder(named(entity, reader), narrated(noun, reader), "title.before_name")
            yield from positions([noun], holder, reader)
        return
    title = title_ending_at(entity.start - 1, reader) if entity.start > entity.sent.start else None
    if title is None or not title.entry.is_a("Relational") or title.tokens[-1].tag_ != "NN":
        return
    fact = narrated(title.tokens[-1], reader)
    holder = Holder(named(entity, reader), fact, "title.before_name")
    owners = [one for one in owners_before_name(title, reader) if not one.national]
    owners = owners or shared_owners(title, reader)
    yield from held(title, owners, holder, reader)


def _of_body(entity: Tokens, reader: Reader) -> Iterator[Extraction]:
    """Cliff Kupchan of the Eurasia Group: of an organisation; Ann Lee, 45, of Leeds: of a town."""
    for prep in children(entity.root, "prep"):
        apart = reader.doc[prep.i - 1].text == ","
        if prep.lower_ != "of" or (prep.i != entity.end and not apart):
            continue
        for noun in (t for inner in children(prep, "pobj") for t in conjuncts(inner)):
            body = reader.entity(noun)
            if noun.dep_ == "conj" and any(t.lower_ == "of" for t in children(noun, "prep")):
                continue  # "Ann Lee of Harlow and Tom Berg of Veltro"
            if body is not None and body.label_ == ("GPE" if apart else "ORG"):
                yield extraction(
                    reader=reader,
                    anchor=noun,
                    subject=named(entity, reader),
                    predicate=Predicate(lemma="be of", pos="pattern"),
                    object=named(body, reader),
                    fact=narrated(noun, reader),
                    rule="title.of_body",
                    confidence=0.75,
                )


# ── Sergei Shoigu, the Russian defense minister; Syria's president, Bashar Assad ───────────────


def _apposition(token: Token, reader: Reader) -> Iterator[Extraction]:
    head = token.head
    if not _set_off(token, head):
        return
    fact = narrated(head, reader)
    if head.ent_type_ == "GPE" and token.pos_ == "NOUN":
        yield from _place_of(head, token, fact, reader)
        yield from _behind_place(head, token, reader)
    elif _is_name(head, reader) and token.pos_ in ("NOUN", "PROPN") and not reader.entity(token):
        subject = mention(head, reader)
        aside = _in_brackets(token) and not is_title(token, reader)  # "Ann Lee (tennis)"
        if subject is not None and not aside and not _is_in_list(token, head, reader):
            yield from _kinds(Holder(subject, fact, "title.apposition"), token, reader)
        for other in conjuncts(head) if token.tag_ == "NNS" and subject is not None else ():
            yield from _one_of_several(other, head, token, reader)
    elif _is_of_somebody(head, reader):
        return
    elif _is_name(token, reader) and head.pos_ == "NOUN" and not _in_brackets(token):
        for name in conjuncts(token) if head.tag_ == "NNS" else [token]:
            subject = mention(name, reader)
            if subject is not None and (head.tag_ == "NN" or _is_kin(head, reader)):
                yield from positions([head], Holder(subject, fact, "title.apposition"), reader)


def _is_of_somebody(noun: Token, reader: Reader) -> bool:
    """The widow of the mayor, Ann Lee: who knows which of the two she is."""
    above = noun.head.head
    both = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.pos_ == "NOUN"
    return both and all(reader.is_any(one, ("Person",)) for one in (noun, above))


def _behind_place(place: Token, noun: Token, reader: Reader) -> Iterator[Extraction]:
    """Kestrel Media in Leeds, a subsidiary of Harlow: Kestrel is, not Leeds."""
    name, entry = place.head.head, reader.noun(noun)
    if place.dep_ != "pobj" or entry.is_a("Title") or not entry.is_a("Relational"):
        return
    body = any(reader.ontology.is_a(kind, "Place") for kind in entry.classes)
    if name.ent_type_ == "ORG" and reader.entity(name) is not None and not body:
        subject = mention(name, reader)
        if subject is not None:
            holder = Holder(subject, narrated(name, reader), "title.apposition")
            yield from positions([noun], holder, reader)


def _one_of(one: Token, reader: Reader) -> Iterator[Extraction]:
    """Ann Lee, one of the founders of Harlow; she is one of its directors."""
    within = [t for prep in children(one, "prep") for t in children(prep, "pobj")]
    nouns = [t for t in within if t.tag_ == "NNS" and is_title(t, reader)]
    head = one.head
    if not nouns:
        return
    if one.dep_ == "appos" and _set_off(one, head) and _is_name(head, reader):
        subject = mention(head, reader)
        if subject is not None:
            holder = Holder(subject, narrated(head, reader), "title.apposition")
            yield from positions(nouns[:1], holder, reader)
    elif one.dep_ == "attr" and reader.verb(head).is_a("Copular"):
        yield from _said_to_be(nouns[0], head, reader, rule="title.copula")


def _is_kin(noun: Token, reader: Reader) -> bool:
    """Her children, Ann and Bob: of several relatives each is one; of several posts, who knows."""
    return reader.noun(noun).is_a("Kinship")


def _one_of_several(name: Token, first: Token, noun: Token, reader: Reader) -> Iterator[Extraction]:
    """Ann Lee and Bob Ray (both Labour candidates); Ann and Bob, natives of Leeds."""
    subject = mention(name, reader)
    if subject is not None and reader.entity(name) is not None and len(conjuncts(first)) > 1:
        holder = Holder(subject, narrated(name, reader), "title.apposition")
        yield from positions([noun], holder, reader)


def _is_in_list(token: Token, head: Token, reader: Reader) -> bool:
    """Whether a title that hangs on a body is rather the next in a list of somebody's posts.

    "a businessman, chairman of Tolvane, director of Harlow": Tolvane is no director.
    """
    entity = reader.entity(head)
    entry = reader.noun(token)
    told = entity is not None and entity.label_ != "PERSON" and entry.is_a("Title")
    return told and not entry.is_a("Kinship") and head.dep_ in ("pobj", "conj")


def _place_of(head: Token, noun: Token, fact: Factuality, reader: Reader) -> Iterator[Extraction]:
    """Hamadan, a city in western Iran; Malé, the capital of Maldives."""
    subject = mention(head, reader)
    for prep in children(noun, "prep"):
        for place in children(prep, "pobj"):
            found = mention(place, reader)
            if subject is None or found is None or prep.lower_ not in ("in", "of"):
                continue
            if found.type in ("Place", "Region"):
                yield located(subject, found, noun, fact, reader, rule="place.chain")


def _set_off(token: Token, head: Token) -> bool:
    """Commas, dashes or brackets round an apposition; the parser's label alone is unreliable."""
    if token.i < head.i:
        return False
    first = min(t.i for t in token.subtree)
    before = token.doc[first - 1]
    if before == head:
        # "Ann Lee the head of Harlow", but not "Is Ann Lee the head of Harlow?"
        return token.doc[first].lower_ == "the" and token.sent[-1].text != "?"
    return before.is_punct and before.text in (",", "—", "–", "-", "--", "(")


def _in_brackets(token: Token) -> bool:
    first = min(t.i for t in token.subtree)
    return first > 0 and token.doc[first - 1].text == "("


def _is_name(token: Token, reader: Reader) -> bool:
    entity = reader.entities.get(token.i)
    if entity is None:
        return token.pos_ == "PROPN" and not is_title(token, reader)
    return token.pos_ == "PROPN" and entity.label_ in ("PERSON", "ORG", "FAC")


def _kinds(holder: Holder, noun: Token, reader: Reader) -> Iterator[Extraction]:
    """What a common noun says of a name: positions, else a kind."""
    nouns = listed(noun, reader)
    named_by = [n for n in nouns if n.tag_ not in ("NNS", "NNPS") and is_title(n, reader)]
    yield from positions(named_by, holder, reader)
    if noun in named_by:
        return
    yield from nationality(noun, holder, reader)
    for one in conjuncts(noun) if not named_by else ():
        if one.tag_ == "NN":
            yield from _kind(holder, one, reader)


def _kind(holder: Holder, noun: Token, reader: Reader) -> Iterator[Extraction]:
    if is_singled_out(noun) and children(noun, "relcl", "acl"):
        return  # "Harlow, the only bank that left"
    kind, subject = nominal(noun, reader), holder.subject
    if subject.type == "Person" and reader.noun(noun).is_a("Attributing"):
        return  # "is led by Lee, an accusation he rejects"
    lost = (t for t in children(noun, "amod") if t.text not in kind.text)
    if any(reader.ontology.word(t.lower_, "adjective").is_a("Former") for t in lost):
        return  # "a former Leeds quarter-finalist", cut
    yield extraction(
        reader=reader,
        anchor=noun,
        subject=subject,
        predicate=Predicate(lemma="be", pos="pattern", form=kind.type),
        object=Value(label=kind.text),
        fact=holder.fact,
        rule="apposition.kind",
        confidence=0.8,
        surface=Surface(subject=subject.text, relation="is", arguments=(kind.text,)),
    )
    for prep in children(noun, "prep"):
        for place in children(prep, "pobj"):
            found = mention(place, reader)
            if prep.lower_ == "in" and found is not None and found.type in ("Place", "Region"):
                yield located(subject, found, noun, holder.fact, reader, rule="apposition.place")


# ── He is the president of France; she was elected president; he served as minister ───────────


def _copular(noun: Token, reader: Reader) -> Iterator[Extraction]:
    verb = noun.head
    entry = reader.verb(verb)
    if entry.is_a("Copular") and reader.entity(noun) is not None:
        yield from _inverted(noun, verb, reader)
    elif entry.is_a("Copular") or (entry.is_a("Positional") and is_passive(verb)):
        yield from _said_to_be(noun, verb, reader, rule="title.copula")


def _a_national(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """She is a Swede; Ann Lee, a Swede."""
    nation, verb = reader.entity(noun), noun.head
    single = noun.tag_ in ("NN", "NNP") and any(
        t.lower_ in ("a", "an") for t in children(noun, "det")
    )
    if nation is None or nation.label_ != "NORP" or not single or verb.sent[-1].text == "?":
        return
    if noun.dep_ == "appos":
        subject = mention(verb, reader) if verb.ent_type_ == "PERSON" else None
        if subject is not None and _set_off(noun, verb):
            holder = Holder(subject, narrated(verb, reader), "title.apposition")
            yield national(noun, holder, named(nation, reader), reader)
        return
    fact = factuality(verb, reader)
    for actor in own_subjects(verb) if not fact.is_anonymous else ():
        subject = participant(actor, reader)
        if subject is not None and subject.kind in ("name", "pronoun"):
            holder = Holder(subject, fact, "title.copula", verb, actor)
            yield national(noun, holder, named(nation, reader), reader)


def _inverted(name: Token, verb: Token, reader: Reader) -> Iterator[Extraction]:
    """The head of Tolvane is Ann Lee; Tolvane's head is Ann Lee."""
    if verb.sent[-1].text == "?" or reader.doc[name.left_edge.i : name.i + 1][0].tag_ == "IN":
        return
    subject = mention(name, reader)
    fact = factuality(verb, reader)
    owned = [t for t in own_subjects(verb) if t.tag_ == "NN" and is_title(t, reader)]
    if subject is not None and not fact.is_anonymous:
        yield from positions(owned, Holder(subject, fact, "title.copula", verb), reader)


def _relatives(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """Ann Lee has two children, Bob and Carl."""
    verb = noun.head
    if not reader.verb(verb).is_a("Possessing") or verb.sent[-1].text == "?":
        return
    owners = [Owner("", found) for t in subjects(verb, reader) if (found := participant(t, reader))]
    fact = factuality(verb, reader)
    title = title_at(noun, reader)
    for name in (t for child in children(noun, "appos") for t in conjuncts(child)):
        subject = mention(name, reader) if reader.entity(name) is not None else None
        if subject is not None and title is not None and not fact.is_anonymous:
            yield from held(title, owners, Holder(subject, fact, "title.kin"), reader)


def _as(prep: Token, reader: Reader) -> Iterator[Extraction]:
    verb = prep.head
    if verb.pos_ != "VERB" or not reader.verb(verb).is_a("Positional"):
        return
    given = [] if is_passive(verb) else children(verb, "dobj", "oprd")
    for noun in children(prep, "pobj"):
        if reader.noun(noun).is_a("Partitive") and not children(noun, "det"):
            continue  # "as part of the deal, he agreed"
        if given:  # "appointed him as minister": the object holds it
            yield from appointed(noun, given[0], verb, reader)
            continue
        yield from _said_to_be(noun, verb, reader, rule="title.as")


def _said_to_be(noun: Token, verb: Token, reader: Reader, *, rule: str) -> Iterator[Extraction]:
    if verb.sent[-1].text == "?":
        return
    fact = factuality(verb, reader)
    if fact.is_anonymous:
        return
    nouns = listed(noun, reader)
    who = own_subjects(verb) if rule == "title.copula" else subjects(verb, reader)
    for actor in who or _controllers(verb, reader):
        subject = participant(actor, reader)
        if subject is None or subject.kind not in ("name", "pronoun"):
            continue
        holder = Holder(subject, fact, rule, verb, actor)
        found = [n for n in nouns if is_title(n, reader)]
        yield from positions(found, holder, reader)
        if noun not in found:
            yield from nationality(noun, holder, reader)


def _controllers(verb: Token, reader: Reader) -> list[Token]:
    """Who comes to have a post; "Lee left Harlow to become a minister": no body does."""
    found = subjects(verb, reader)
    above = verb.head
    if is_infinitive(verb) and any(t.ent_type_ in _BODIES for t in found) and above.pos_ == "VERB":
        return subjects(above, reader)
    return found
