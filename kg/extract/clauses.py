"""Clauses: who does what to whom, by verb. What may go in: rules whose head is a verb."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import objects, prepositional, shared_object
from kg.extract.asides import is_parenthetic, trails
from kg.extract.build import act_of, extraction
from kg.extract.copulas import copula
from kg.extract.factuality import factuality
from kg.extract.markers import Factuality, reached_by, tells_none
from kg.extract.mentions import mention
from kg.extract.nominals import carries_meaning, idiom_with
from kg.extract.participants import participant
from kg.extract.positions import is_title
from kg.extract.reading import (
    Reader,
    children,
    conjuncts,
    has_that,
    head_of_conjuncts,
    particle_of,
)
from kg.extract.roles import Role, argument, role_mentions, roles_of_object, roles_of_verb
from kg.extract.subjects import ACTORS, can_act, is_somebody, own_subjects, subjects
from kg.extract.surfaces import clause_surface
from kg.extract.times import when
from kg.extract.verbs import agents, disagrees, is_added, is_infinitive, is_passive
from kg.model import Extraction, Predicate
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS
from kg.ontology import Entry

# What the phrase of an object noun may add to its clause as a role.
_CONCRETE = frozenset({"Equipment"})
_TANGIBLE = ("Person", "Agent", "Facility", "Equipment")  # can be hit: guards, a bridge, bombers


def clauses(reader: Reader) -> Iterator[Extraction]:
    """Read the statements that verbs make, in text order.

    Args:
        reader: the paragraph.

    Yields:
        One extraction for each combination of subject and object; passives with an agent are
        turned round, those without keep the patient as subject.
    """
    for token in reader.tokens:
        if _heads_clause(token, reader) and not _asks(token):
            yield from _clause(token, reader)


def _heads_clause(token: Token, reader: Reader) -> bool:
    if token.pos_ == "VERB":
        if token.dep_ in ("amod", "compound", "aux", "auxpass", "csubj", "nsubj", "pobj"):
            return False
    elif token.pos_ != "AUX" or token.dep_ in ("aux", "auxpass"):
        return False
    inside = token.is_title and token.i > token.sent.start and not token.nbor(-1).is_punct
    # else it is a name that the tagger took for a verb
    return not inside or bool(reader.verb(token).lemma)


def _asks(token: Token) -> bool:
    """Questions state nothing."""
    return any(t.text == "?" for t in token.sent[-3:])


def _clause(verb: Token, reader: Reader) -> Iterator[Extraction]:
    fact = factuality(verb, reader)
    if fact.is_anonymous or disagrees(verb):
        return
    if is_parenthetic(verb, reader) or trails(verb, reader):
        return
    if fact.polarity == "negative" and fact.modality == "actual" and _has_end(verb):
        return  # "had not lost until Lee beat him"
    if children(verb, "attr", "acomp") and not children(verb, "dobj"):
        yield from copula(verb, fact, reader)
    elif is_passive(verb):
        yield from _passive(verb, fact, reader)
    else:
        yield from _requests(verb, fact, reader)
        if not _only_governs(verb, reader):
            yield from _active(verb, fact, reader)


def _has_end(verb: Token) -> bool:
    """Whether "until" tells when a clause that "not" denies ceases to be so."""
    if not children(verb, "neg"):
        return False
    ends = [t for clause in children(verb, "advcl") for t in children(clause, "mark")]
    return any(t.lower_ in ("until", "till") for t in [*ends, *children(verb, "prep")])


def _only_governs(verb: Token, reader: Reader) -> bool:
    """Whether a verb only introduces another: tries to, says that, seems to."""
    governed = children(verb, "xcomp", "ccomp")
    speaks = reader.verb(verb).is_a("Attributing") and not objects(verb, reader)
    quoted = speaks and any(t.i in reader.quoted for t in verb.sent)
    addressed = {s.marker for s in reader.verb(verb).senses} - {""}
    if addressed & {name for name, _ in prepositional(verb)}:
        return False  # "called on Germany to deliver tanks"
    return (bool(governed) and not objects(verb, reader)) or quoted


def _requests(verb: Token, fact: Factuality, reader: Reader) -> Iterator[Extraction]:
    """Demanded that Iran leave: of Iran, by the preposition that the verb asks with."""
    entry = reader.verb(verb)
    marker = next((s.marker for s in entry.senses if s.marker in ("from", "of")), None)
    if marker is None or entry.complement_modality != "intended":
        return
    for clause in children(verb, "ccomp"):
        asked = own_subjects(clause) if has_that(clause) and not is_passive(clause) else []
        for target in asked:  # not "that the crisis be settled"
            if is_somebody(target, reader):
                yield from _statements(verb, target, marker, [], fact, reader)


def _active(verb: Token, fact: Factuality, reader: Reader) -> Iterator[Extraction]:
    """Russia launched bombers; Russia operates from Iran; the president resigned."""
    roles = roles_of_verb(verb, reader)
    for noun in children(verb, "dobj"):
        idiom = idiom_with(verb, noun, reader)
        if idiom is None:
            continue
        together = list(_idiomatic(verb, noun, idiom, roles, fact, reader))
        yield from together
        if together or not _CONCRETE & set(reader.word(noun).classes):
            return
        break  # "fired missiles", at nobody: as plain as any verb
    if children(verb, "oprd") and not reader.verb(verb).is_a("Positional"):
        return  # "called the flights unfortunate" does not call flights
    found = objects(verb, reader) or shared_object(verb, reader)
    if any(_is_made(target, verb, reader) for target in found) or _only_lets(verb, reader):
        return
    for target in found:
        if not carries_meaning(target, verb, reader):
            more = roles + list(roles_of_object(target, reader))
            yield from _statements(verb, target, "", more, fact, reader)
    if not found:
        yield from _without_object(verb, roles, fact, reader)


def _only_lets(verb: Token, reader: Reader) -> bool:
    """The low water let them pass: what cannot act does nothing to them; they pass."""
    if not children(verb, "dobj") or not any(is_infinitive(t) for t in children(verb, "xcomp")):
        return False
    able = (
        t.pos_ != "NOUN" or t.ent_type_ or can_act(t) or reader.is_any(t, (*ACTORS, "Place"))
        for t in subjects(verb, reader)
    )
    return not any(able)


def _is_made(noun: Token, verb: Token, reader: Reader) -> bool:
    """Had areas set up; got it repaired: what was done counts, not the having."""
    if noun.dep_ != "dobj" or not reader.verb(verb).is_a("Resultative"):
        return False
    own = verb.doc[noun.i : noun.right_edge.i + 1]
    made = [t for t in own if t.dep_ == "acl" and t.nbor(-1).pos_ == "NOUN"]
    made += [t for t in children(verb, "ccomp", "xcomp", "advcl") if t.i == own.end]
    return any(t.tag_ in ("VBN", "VBG") for t in made)


def _without_object(
    verb: Token, roles: list[Role], fact: Factuality, reader: Reader
) -> Iterator[Extraction]:
    """Russia operates from Iran; Putin and Erdogan met in Sochi; the president resigned."""
    roles = roles or _shared_roles(verb, reader)
    first = argument(verb, roles, reader)
    if verb.lemma_ == "be" and not _states_place(first, reader):
        return
    entry = reader.verb(verb)
    known = first is not None and any(sense.marker == first[0] for sense in entry.senses)
    mutual = None if known else _mutual(verb, entry, roles, fact, reader)
    if mutual is not None:
        yield from mutual
    elif first:
        rest = [role for role in roles if role[0] != first[0]]
        for name, target in roles:
            post = name == "as" and entry.is_a("Positional") and is_title(target, reader)
            if name == first[0] and not post:  # "serves as minister" is told by the title
                yield from _statements(verb, target, name, rest, fact, reader)
    elif entry.complement_modality == "actual" and any(map(is_infinitive, verb.children)):
        return  # "went on to accuse them"
    elif any(t.lower_ == "for" for c in children(verb, "advcl") for t in children(c, "mark")):
        return  # "called for the law to be kept" does not just call
    elif not children(verb, "ccomp", "xcomp", "prep", "dative", "acomp", "advmod", "oprd"):
        yield from _statements(verb, None, "", roles, fact, reader)


def _mutual(
    verb: Token,
    entry: Entry,
    roles: list[Role],
    fact: Factuality,
    reader: Reader,
    particle: str = "",
) -> Iterator[Extraction] | None:
    """Putin and Erdogan met; India and Pakistan exchanged fire: with each other."""
    properties = reader.ontology.properties
    markers = [s.marker for s in entry.senses if properties[s.reference].symmetric]
    sides = subjects(verb, reader)
    if not markers or len(sides) != 2:
        return None
    return _one(
        verb, sides[0], sides[1], markers[0], roles, fact, reader,
        rule="clause.mutual", particle=particle,
    )  # fmt: skip


def _idiomatic(
    verb: Token, noun: Token, entry: Entry, roles: list[Role], fact: Factuality, reader: Reader
) -> Iterator[Extraction]:
    """Took part in the talks; opened fire on the crowd."""
    everything = roles + [(n, t) for n, t in prepositional(noun) if not reader.is_time(t)]
    for marker in {sense.marker: None for sense in entry.senses}:
        targets = [target for name, target in everything if name == marker]
        rest = [role for role in roles if role[0] != marker]
        for target in targets:
            for actor in subjects(verb, reader):
                yield from _one(
                    verb, actor, target, marker, rest, fact, reader,
                    rule="clause.idiom", particle=noun.lemma_.lower(),
                )  # fmt: skip
        if targets:
            return
    yield from _mutual(verb, entry, roles, fact, reader, noun.lemma_.lower()) or ()


def _states_place(role: Role | None, reader: Reader) -> bool:
    """The base is in Hamadan: the only prepositional predicate that means what it says."""
    found = mention(role[1], reader) if role else None
    place = found is not None and found.type in ("Place", "Region", "Facility")
    return place and role is not None and role[0] in ("in", "at", "near")


def _passive(verb: Token, fact: Factuality, reader: Reader) -> Iterator[Extraction]:
    """Depots were destroyed by bombers; the leader was arrested in Paris; was given a prize."""
    if children(verb, "oprd") and not reader.verb(verb).is_a("Positional"):
        return  # "a print called 'Marilyn'" calls nothing
    actors = agents(verb) or _shared_agents(verb)
    roles = roles_of_verb(verb, reader) or _shared_roles(verb, reader)
    patients = subjects(verb, reader)
    given = children(verb, "dobj", "oprd") if actors else []
    if given:
        # "Iran was given arms by Russia": Russia gives arms to Iran
        received = [*roles, *(("to", patient) for patient in patients)]
        for actor in actors:
            for thing in given:
                yield from _one(
                    verb, actor, thing, "", received, fact, reader, rule="clause.passive"
                )
        return
    if actors:
        for actor in actors:
            for patient in patients:
                yield from _one(
                    verb, actor, patient, "", roles, fact, reader, rule="clause.passive"
                )
        return
    if children(verb, "xcomp", "ccomp") and not roles:
        return
    if reader.verb(verb).is_a("SupportVerb") and any(
        t.dep_ == "pcomp" for t in verb.doc[verb.i : verb.right_edge.i + 1] if t.head.head == verb
    ):
        return  # "is engaged in rebuilding it"
    kept = children(verb, "dobj", "oprd")
    first = argument(verb, roles, reader)
    marker = first[0] if first and not kept else ""
    named_as = any(t.lower_ == "as" for t in children(verb, "prep"))
    if named_as and reader.verb(verb).is_a("Stative") and not (kept or first):
        return  # "BALPA, known as the pilots' union"
    goals: list[Token | None] = [*kept] if kept else [t for name, t in roles if name == marker]
    rest = [role for role in roles if role[0] != marker]
    for patient in patients:
        for goal in goals or [None]:
            yield from _one(
                verb, patient, goal, marker, rest, fact, reader, rule="clause.passive", passive=True
            )


def _shared_agents(verb: Token) -> list[Token]:
    """The agent that stands with a later passive: "was hit and destroyed by rebels"."""
    for child in children(verb, "conj"):
        adjacent = child.i - verb.i <= 2
        if adjacent and child.tag_ == "VBN" and not children(child, *SUBJECTS, "auxpass"):
            return agents(child)
    return []


def _shared_roles(verb: Token, reader: Reader) -> list[Role]:
    """Was born and raised in Leeds: so born there, as the lexicon has "born in"."""
    markers = {sense.marker for sense in reader.verb(verb).senses} - {""}
    if is_infinitive(verb):
        return []  # "the right to live and work in Leeds"
    for child in children(verb, "conj"):
        adjacent = child.i - verb.i <= 2 and child.tag_ == verb.tag_
        if adjacent and not children(child, *SUBJECTS, "auxpass", "dobj"):
            return [role for role in roles_of_verb(child, reader) if role[0] in markers]
    return []


def _statements(
    verb: Token,
    target: Token | None,
    marker: str,
    roles: list[Role],
    fact: Factuality,
    reader: Reader,
) -> Iterator[Extraction]:
    for actor in subjects(verb, reader):
        if target is None or actor.i != target.i:
            yield from _one(verb, actor, target, marker, roles, fact, reader, rule="clause.active")


def _one(
    verb: Token,
    actor: Token,
    target: Token | None,
    marker: str,
    roles: list[Role],
    fact: Factuality,
    reader: Reader,
    *,
    rule: str,
    passive: bool = False,
    particle: str = "",
) -> Iterator[Extraction]:
    subject = participant(actor, reader)
    goal = participant(target, reader) if target is not None else None
    if subject is None or (target is not None and goal is None):
        return
    if target is not None and (_is_apart(verb, target) or _is_narrowed(target, fact)):
        return
    suffers = bool(children(verb, "auxpass")) and reader.is_any(actor, _TANGIBLE)
    if goal is None and subject.kind == "nominal" and not suffers:
        return
    if target is not None and marker and tells_none(target, reader):
        if marker == "with" and passive:
            fact = fact.negated("negative")  # "left with no choice"
        elif not _is_reached(target, verb, reader):
            return
    if fact.polarity == "positive" and any(_is_either(t) for t in (actor, target) if t):
        fact = fact.weakened("possible")  # "will face either Lee or Orr"
    yield extraction(
        reader=reader,
        anchor=verb,
        subject=subject,
        predicate=_predicate(verb, marker, particle, reader, passive=passive),
        object=goal,
        roles=role_mentions(roles, reader),
        fact=fact,
        time=when(verb, reader),
        rule=rule,
        confidence=_confidence(verb, actor, fact),
        surface=clause_surface(
            verb, actor, target, reader, marker=marker, also=_idiom_noun(verb, particle)
        ),
    )


def _predicate(
    verb: Token, marker: str, particle: str, reader: Reader, *, passive: bool
) -> Predicate:
    own = particle_of(verb)
    return Predicate(
        lemma=verb.lemma_.lower(),
        pos="verb",
        particle=particle or (own.lower_ if own else ""),
        preposition=marker,
        passive=passive,
        form=verb.lower_,
        act=act_of(verb, reader),
    )


def _is_reached(none: Token, verb: Token, reader: Reader) -> bool:
    """Fired on no civilians: on nobody, unlike "landed with no bags" and "agreed at no cost"."""
    return any(none in reached_by(prep, reader) for prep in children(verb, "prep"))


def _is_either(noun: Token) -> bool:
    """Whether "or" joins a noun with another: it is one of the two."""
    if noun.dep_ != "conj" and not children(noun, "cc"):
        return False
    first = head_of_conjuncts(noun)
    if any(t.lower_ == "any" for t in children(first, "det")):
        return False  # "any attack or raid" are both
    joints = [t for one in conjuncts(first) for t in children(one, "cc") if t.lower_ == "or"]
    # "50 votes, or 45 percent": the same in other words
    return any(t.nbor(-1).text != "," or len(conjuncts(first)) > 2 for t in joints if t.i)


def _idiom_noun(verb: Token, particle: str) -> list[Token]:
    """The noun that makes an idiom of the verb: take *part*."""
    return [t for t in children(verb, "dobj") if t.lemma_.lower() == particle]


def _is_narrowed(noun: Token, fact: Factuality) -> bool:
    """Expects no trial that is fair: it is not the trial that is denied."""
    if fact.polarity == "positive" or noun.pos_ != "NOUN" or children(noun, "poss"):
        return False
    told = [t for t in children(noun, "relcl") if not is_added(t) and not is_infinitive(t)]
    definite = any(t.lower_ in ("the", "this", "that") for t in children(noun, "det"))
    return bool(told) and not definite


def _is_apart(verb: Token, noun: Token) -> bool:
    """Whether a semicolon, or a heading's colon, parts a noun from the verb it was hung on."""
    first, last = sorted((verb.i, noun.i))
    marks = (";", ":") if noun.i < verb.i else (";",)
    return any(t.text in marks for t in verb.doc[first:last])


def _confidence(verb: Token, actor: Token, fact: Factuality) -> float:
    """Written subjects of finite clauses are surest; shared and controlled ones less so."""
    value = 0.9 if actor.head == verb else 0.75
    if verb.dep_ in ("advcl", "pcomp", "acl", "relcl"):
        value -= 0.05
    return value - (0.05 if fact.modality != "actual" else 0.0)
