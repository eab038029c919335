"""Who does what a verb or a noun names: own subjects, shared and controlled ones.

What may go in: walks of the dependency tree from a verb, or an event noun, to who does it.
Labels are those of spaCy's English models (ClearNLP): https://spacy.io/models/en#en_core_web_md-labels
"""

from __future__ import annotations

from kg.extract.reading import (
    Reader,
    children,
    clause_of,
    conjuncts,
    head_of_conjuncts,
)
from kg.extract.verbs import (
    agents,
    coordinated,
    is_added,
    is_coordinated_complement,
    is_infinitive,
    is_passive,
    recipients,
)
from kg.nlp.tokens import Token
from kg.nlp.tree import FINITE, SUBJECTS

_WHILE = ("after", "before", "while", "when", "since", "on", "upon")
_THINGS = ("PRODUCT", "FAC", "LOC", "WORK_OF_ART", "EVENT", "LAW")
ACTORS = ("Person", "Agent")
_RELATIVE = ("that", "which", "who", "whom", "whose")


def own_subjects(verb: Token, reader: Reader | None = None) -> list[Token]:
    """The grammatical subjects written with the verb itself, relative pronouns resolved."""
    for child in children(verb, *SUBJECTS):
        if child.lower_ in _RELATIVE and child.tag_ in ("WDT", "WP", "IN"):
            told = verb.dep_ == "ccomp" and verb.head.dep_ == "relcl"  # "who it said led a gang"
            clause = verb.head if told else verb
            return [antecedent_of(clause, child, reader)] if clause.dep_ == "relcl" else []
        return conjuncts(child)
    return []


def antecedent_of(verb: Token, pronoun: Token | None = None, reader: Reader | None = None) -> Token:
    """What a relative clause is about: the noun it hangs on; "who" asks for somebody.

    In "a doctor reached by Viber, who said", who is the doctor, wherever the parser hung it.
    """
    noun = _not_a_time(verb.head)
    if _is_one_of_them(verb, noun):
        return noun.head.head  # "one of the worst disasters, which killed 200": not all of them
    if pronoun is None or pronoun.lower_ not in ("who", "whom"):
        body = noun.head.head
        seated = noun.ent_type_ == "GPE" and noun.dep_ == "pobj" and noun.head.lower_ == "in"
        deeds = [verb, *children(verb, "conj")]
        acts = seated and body.ent_type_ == "ORG" and any(children(v, "dobj") for v in deeds)
        return body if acts else noun  # "the Harlow Institute in Leeds, which built it"
    if reader is not None and (person := _person_above(noun, reader)) is not None:
        return person
    if reader is not None and (person := _person_tied_to(noun, reader)) is not None:
        return person
    above = noun if noun.ent_type_ in _THINGS else noun.doc[noun.sent.root.i]
    while above.dep_ != "ROOT":
        above = above.head
        if above.ent_type_ == "PERSON" or above.dep_ == "appos":
            return above
    return noun


def _person_tied_to(name: Token, reader: Reader) -> Token | None:
    """A commander linked to the Taliban, whom they sought: the commander, since "who" is one."""
    if name.ent_type_ not in ("ORG", "GPE", "NORP", "LOC") or name.dep_ != "pobj":
        return None
    for above in name.ancestors:
        if above.pos_ == "NOUN":
            return above if reader.is_any(above, ("Person",)) else None
        if above.pos_ in ("VERB", "AUX") and above.dep_ != "acl":
            return None
    return None


def _is_one_of_them(verb: Token, noun: Token) -> bool:
    """Whether a clause behind a comma is about one of many; "one of the rebels who left" is not."""
    above = noun.head.head
    return (
        is_added(verb)
        and noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and above.lower_ == "one"
    )


def _not_a_time(noun: Token) -> Token:
    """Floods, the worst in four years, which have killed ten: the years have killed nobody."""
    above = noun
    while above.ent_type_ in ("DATE", "TIME") and above.dep_ != "ROOT":
        above = above.head
        while above.pos_ not in ("NOUN", "PROPN") and above.dep_ != "ROOT":
            above = above.head
    return above if above.pos_ in ("NOUN", "PROPN") else noun


def _person_above(noun: Token, reader: Reader) -> Token | None:
    """A reporter for the station who left: the reporter did."""
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN" or reader.is_any(noun, ("Person",)):
        return None
    above = noun.head.head
    return above if above.pos_ == "NOUN" and reader.is_any(above, ("Person",)) else None


def subjects(verb: Token, reader: Reader) -> list[Token]:
    """Give the subjects of a verb, its own or the ones it shares or is controlled by.

    Args:
        verb: the head of a clause.
        reader: the paragraph.

    Returns:
        Heads of noun phrases, coordination spread out; empty when the text names none.
    """
    own = own_subjects(verb, reader)
    if own or children(verb, "expl", "csubj", "csubjpass"):
        return own
    dep = verb.dep_
    if is_coordinated_complement(verb):
        return subjects(verb.head, reader)
    if dep == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        # "Russia launched bombers and hit depots"
        return _misplaced_subject(verb) or subjects(coordinated(verb, reader), reader)
    if dep == "xcomp" or (dep == "ccomp" and is_infinitive(verb)):
        return _controller(verb, verb.head, reader)
    if dep == "relcl":
        # "the first military to operate from Iran"
        if is_infinitive(verb) and verb.head.pos_ == "PROPN" and _is_behind_verb(verb):
            return []  # "Lee, who called on them to leave": not Lee is to leave
        return _described(verb.head, reader) if is_infinitive(verb) else [verb.head]
    if dep == "acl":
        return _subject_of_noun_clause(verb, reader)
    if dep == "advcl":
        return _subjects_of_adverbial(verb, reader)
    if dep == "pcomp":
        return _subject_of_gerund(verb, reader)
    return []


def _subjects_of_adverbial(verb: Token, reader: Reader) -> list[Token]:
    """Who does what an infinitive or participle beside a main clause tells: its subject mostly."""
    main, infinitive = verb.head, is_infinitive(verb)
    if infinitive and is_passive(main):
        return []  # "areas were set up to try games": nobody in the clause tries them
    if verb.tag_ == "VBG" and verb.i > main.i and is_passive(main):
        return agents(main)  # "the camp was attacked by rebels, killing ten"
    if verb.tag_ == "VBN" and (children(verb, "mark") or _is_adrift(verb)):
        return []  # "as measured by two firms": nothing in the main clause is measured
    if infinitive and (other := _subjects_of_purpose(verb, main, reader)):
        return other
    if (listed := listed_gerund(verb, reader)) is not None:
        return subjects(listed, reader)
    if verb.tag_ == "VBG" and _describes(verb, reader):
        return [t for noun in children(main, "dobj") for t in conjuncts(noun)]
    if verb.tag_ == "VBG" and reader.verb(verb).is_a("Attributing"):
        return _speakers(verb, reader)
    acts = infinitive or verb.tag_ in ("VBG", "VBN")
    return _subjects_of_main(main, reader) if acts else []


def _subjects_of_purpose(verb: Token, main: Token, reader: Reader) -> list[Token]:
    """Who is to do something, where that is not the subject of the main clause."""
    undergoes = _undergoes(verb) if is_passive(verb) else []
    sent = undergoes or _given_to(verb) or _sent(main, reader)  # "sent troops to fight"
    return sent or _called_on(main, reader)


def _is_behind_verb(verb: Token) -> bool:
    """Whether another verb stands between a clause and what it is hung on."""
    return any(t.pos_ == "VERB" for t in verb.doc[verb.head.i + 1 : verb.left_edge.i])


def _given_to(verb: Token) -> list[Token]:
    """Approved a loan to Togo to build roads: Togo builds them."""
    first = verb.left_edge
    name = first.nbor(-1) if first.i > verb.sent.start else first
    gift = name.head.head
    given = name.dep_ == "pobj" and name.head.lower_ == "to" and gift.dep_ == "dobj"
    return [name] if given and gift.head == verb.head and can_act(name) else []


def listed_gerund(verb: Token, reader: Reader) -> Token | None:
    """The first of several deeds: "accused them of taking it, wounding two and burning the rest".

    Parsers hang the later ones on the accusing; but who goes on talking is the accuser ("…,
    calling it a crime").
    """
    deeds = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i
    if not deeds or reader.verb(verb).is_a("Attributing") or addresses(verb, reader):
        return None
    listed = [verb, *(t for t in verb.head.children if t.dep_ == "advcl" and t.tag_ == "VBG")]
    if not any(children(t, "cc") for t in listed):
        return None  # "convicted him of taking bribes, ending a long trial"
    entry = reader.verb(verb.head)
    tells = entry.governs
    for prep in children(verb.head, "prep") if tells else ():
        first = children(prep, "pcomp")
        if prep.lower_ == "of" and first and first[0].tag_ == "VBG" and first[0].i < verb.i:
            return first[0]
    return None


def addresses(verb: Token, reader: Reader) -> bool:
    """Tell whether a verb is of what is done by words: urging, demanding, warning, thanking."""
    properties = reader.ontology.properties
    kinds = {properties[s.reference].event_type for s in reader.verb(verb).senses} - {None}
    return bool(kinds) and kinds <= reader.ontology.addressing


def _is_adrift(verb: Token) -> bool:
    """Whether a participle stands behind a dash: "have the sanctions — in place since — lifted"."""
    before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    return before.text in ("—", "–", "--") and verb.i > verb.head.i


def _undergoes(verb: Token) -> list[Token]:
    """Shaved poles to be driven into the ground: the noun right before it is driven."""
    first = verb.left_edge
    before = first.nbor(-1) if first.i > verb.sent.start else first
    return [before] if before.pos_ == "NOUN" and before.dep_ in ("dobj", "pobj") else []


def _misplaced_subject(verb: Token) -> list[Token]:
    """The noun right before a coordinated verb group is its subject, whatever it hangs on.

    "It led to offers from Google, and Mohamed was invited": parsed as "from Google and Mohamed".
    """
    group = [t.i for t in children(verb, "aux", "auxpass", "neg", "advmod") if t.i < verb.i]
    first = min([*group, verb.i])
    before = verb.doc[first - 1] if first > verb.sent.start else verb
    finite = verb.tag_ in FINITE or bool(children(verb, "aux", "auxpass"))
    if finite and before.pos_ in ("NOUN", "PROPN") and before.dep_ == "conj":
        return [before]
    return []


def _described(noun: Token, reader: Reader) -> list[Token]:
    """Of "Russia became the first to operate", Russia; of "troops to guard the camp" the troops.

    What cannot act is acted with: who has "weapons to use against rebels" uses them.
    """
    if noun.dep_ == "attr" and noun.head.pos_ in ("VERB", "AUX"):
        return subjects(noun.head, reader) or [noun]
    if noun.dep_ == "dobj" and "Happening" in reader.word(noun).classes:
        # "began a strike to demand pay": not the strike demands
        return agents_of_noun(noun, reader)
    if is_somebody(noun, reader) or is_singled_out(noun):
        return [noun]
    main = clause_of(noun)
    return subjects(main, reader) if main is not None and noun.dep_ == "dobj" else []


def is_sufficient(noun: Token) -> bool:
    """Enough seats to form a government: whether it is formed or not hangs on having them."""
    return any(t.lower_ == "enough" for t in children(noun, "amod", "advmod", "det"))


def is_singled_out(noun: Token) -> bool:
    """The first, the only, the largest to do something."""
    if any(t.lower_ == "one" for t in children(noun, "appos")):
        return True  # "a carrier, one of many to spring up"
    marks = [noun, *children(noun, "amod")]
    return noun.tag_ == "JJ" or any(
        t.ent_type_ == "ORDINAL" or t.tag_ == "JJS" or t.lower_ in ("only", "last") for t in marks
    )


def _describes(verb: Token, reader: Reader) -> bool:
    """Whether a participle tells of the object before it: "had guests ranging from …"."""
    main = verb.head
    told = [t for t in children(main, "dobj") if main.i < t.i < verb.i]
    apart = any(t.text == "," for t in verb.doc[main.i : verb.i])
    return bool(told) and not apart and reader.verb(verb).is_a("Stative")


def _speakers(saying: Token, reader: Reader) -> list[Token]:
    """It comes after Harlow refused, saying it was low: Harlow says so, as "it" says nothing."""
    main = _subjects_of_main(saying.head, reader)
    able = any(is_somebody(t, reader) and t.lower_ != "it" for t in main)
    if able or saying.i < saying.head.i:
        return main
    for verb in reversed(saying.doc[saying.head.i + 1 : saying.i]):
        own = own_subjects(verb, reader) if verb.pos_ == "VERB" else []
        if any(is_somebody(t, reader) and t.pos_ != "PRON" for t in own):
            return own
    return main


def _subjects_of_main(main: Token, reader: Reader) -> list[Token]:
    if main.pos_ in ("VERB", "AUX"):
        return subjects(main, reader)
    return []


def _sent(governor: Token, reader: Reader) -> list[Token]:
    """Who is sent somewhere, and so does what comes after."""
    if not reader.verb(governor).is_a("Sending") or is_passive(governor):
        return []
    found = [t for noun in children(governor, "dobj") for t in conjuncts(noun)]
    able = any(is_somebody(noun, reader) for noun in found)
    return found if able else []


def _does_it_to(verb: Token, noun: Token) -> bool:
    """Called Lee to thank him: who is thanked does not thank."""
    return noun.ent_type_ == "PERSON" and any(
        t.lower_ in ("him", "her") for t in children(verb, "dobj")
    )


def _controller(verb: Token, governor: Token, reader: Reader) -> list[Token]:
    """Who does an infinitive: the governor's object ("urged Iran to stop"), else its subject."""
    if governor.pos_ in ("ADJ", "NOUN"):
        if _is_impersonal(governor, reader):
            return []
        governor = governor.head
    if governor.lemma_ == "be":
        heads = subjects(governor, reader)
        aim = bool(heads) and reader.noun(heads[0]).complement_modality == "intended"
        return agents_of_noun(heads[0], reader) if aim else heads  # "its goal is to win"
    if is_passive(governor):
        # "was forced to leave", but not "was used to attack"
        entry = reader.verb(governor)
        shifts = entry.governs or entry.is_a("Attributing")
        return subjects(governor, reader) if shifts else []
    objects = children(governor, "dobj", "dative")
    if objects and objects[0].pos_ != "ADP":
        entry = reader.verb(governor)
        if entry.is_a("Contacting") and _does_it_to(verb, objects[0]):
            return subjects(governor, reader)
        sent = entry.is_a("Sending") and is_somebody(objects[0], reader)
        told = entry.governs or can_act(objects[0]) or sent
        # "urged them to film it", but "used phones to film it"
        return conjuncts(objects[0]) if told else subjects(governor, reader)
    return _called_on(governor, reader) or subjects(governor, reader)


def _is_impersonal(adjective: Token, reader: Reader) -> bool:
    """It is too early to tell: "it" stands for the telling, and who tells is anybody."""
    if not reader.word(adjective).is_a("Impersonal"):
        return False
    return any(t.lower_ == "it" for t in children(adjective.head, "nsubj"))


def _called_on(governor: Token, reader: Reader) -> list[Token]:
    """Called on Iran to leave, appealed to Iran to leave: Iran is to leave."""
    for prep in children(governor, "prep"):
        joined = reader.verb_with(governor, prep.lower_)
        entry = joined or reader.verb(governor)
        addressed = joined or any(sense.marker == prep.lower_ for sense in entry.senses)
        for noun in children(prep, "pobj") if addressed and entry.complement_modality else ():
            if is_somebody(noun, reader):
                return conjuncts(noun)
    return []


def _subject_of_noun_clause(verb: Token, reader: Reader) -> list[Token]:
    noun = verb.head
    if noun.ent_type_ in ("DATE", "TIME"):
        return []  # "spent a night stuck in a valley"
    if not is_infinitive(verb):
        # "militants battling in Aleppo", "an officer stationed in Iran"
        return [noun] if noun.pos_ in ("NOUN", "PROPN", "PRON") else []
    led = noun.dep_ == "dobj" and reader.verb(noun.head).complement_modality
    if noun.dep_ == "dobj" and is_sufficient(noun):
        return subjects(noun.head, reader)
    if led and not reader.noun(noun).complement_modality:
        return [noun]  # "led smoke to spread"
    if reader.noun(noun).is_a("Directive"):
        return _addressed(noun, reader)
    return agents_of_noun(noun, reader)


def _addressed(noun: Token, reader: Reader) -> list[Token]:
    """Whom an order or appeal is to: "orders for troops to leave"; who rejects an appeal to leave.

    Who only makes the appeal ("issued an order to leave") is not the one who is to leave.
    """
    for prep in children(noun, "prep"):
        for inner in children(prep, "pobj"):
            if prep.lower_ in ("to", "on", "for") and can_act(inner):
                return conjuncts(inner)
    verb = noun.head
    reacts = reader.verb(verb).complement_polarity or reader.verb(verb).is_a("Receiving")
    return subjects(verb, reader) if noun.dep_ == "dobj" and reacts else []


def agents_of_noun(noun: Token, reader: Reader) -> list[Token]:
    """Who does what a noun names: possessor, nationality, "by" phrase, or a support verb's subject.

    "Iran's decision", "the Iranian decision", "an effort by Kerry", "Kerry made an effort".
    """
    entry = reader.noun(noun)
    asks = entry.complement_modality is not None or entry.is_a("Attributing")
    for by in children(noun, "prep"):
        if by.lower_ == "by" or (asks and by.lower_ == "from"):
            return [t for inner in children(by, "pobj") for t in conjuncts(inner)]
    owners = children(noun, "poss")
    if owners:
        return [t for owner in owners for t in conjuncts(owner)]
    nationals = [t for t in children(noun, "amod", "nmod", "compound") if is_actor_word(t, reader)]
    if nationals:
        return [t for one in nationals for t in [one, *hyphenated(one, reader)]]
    head = noun.head
    if noun.dep_ == "dobj" and head.pos_ == "VERB":
        # "gave Iran the option to leave": the one who is given it
        given = recipients(head)
        verb = reader.verb(head)
        own = verb.is_a("SupportVerb") or verb.is_a("Pursuing")
        own = own or (entry.is_a("Attributing") and verb.complement_polarity == "negative")
        # "denied claims of arming them" is of who denies; but "police foiled a plot to kill
        # him", "critics condemned the decision to sell": others'
        return given or (subjects(head, reader) if own else [])
    return []


def is_actor_word(token: Token, reader: Reader) -> bool:
    """Whether a word before a noun names who acts: a nationality, a country, an organisation."""
    entity = reader.entities.get(token.i)
    if token.text.rpartition("-")[2].islower() and "-" in token.text:
        return False  # "the U.S.-led attack": others take part
    return entity is not None and entity.label_ in ("NORP", "GPE", "ORG", "PERSON")


def hyphenated(token: Token, reader: Reader) -> list[Token]:
    """The other half of "Russian-American": both act."""
    return [
        t for t in token.children if t.dep_ in ("amod", "nmod", "conj") and is_actor_word(t, reader)
    ]


def _subject_of_gerund(verb: Token, reader: Reader) -> list[Token]:
    """By attacking, without saying; "accused Iran of arming": the object of the governor."""
    preposition = verb.head
    governor = governor_of(preposition, reader)
    if governor.pos_ == "ADJ" and children(governor, "nsubj"):
        return own_subjects(governor)  # "found Lee guilty of stealing it"
    if governor.pos_ in ("ADV", "ADJ", "ADP", "SCONJ"):
        governor = governor.head  # "came close to leaving"
    if governor.pos_ == "NOUN" and preposition.lower_ == "for" and (who := _against(governor)):
        return who
    if governor.dep_ == "dobj" and preposition.lower_ == "for" and recipients(governor.head):
        return subjects(governor.head, reader)  # "gave Togo a reason for leaving": who gives it
    if governor.pos_ == "NOUN" and reader.noun(governor).complement_polarity:
        return []  # "lifted a ban on selling arms"
    if governor.pos_ not in ("VERB", "AUX"):
        return agents_of_noun(governor, reader) if governor.pos_ == "NOUN" else []
    if preposition.lower_ == "for" and _is_means(preposition.nbor(-1), reader):
        return []  # "turned to methods for uniting them"
    objects = children(governor, "dobj")
    entry = reader.verb(governor)
    follows = is_complement(preposition, governor)
    shifts = follows and (entry.governs)
    if preposition.lower_ in ("by", "through") and is_passive(governor) and not shifts:
        return []  # "crowds can be avoided by walking": nobody in the clause walks
    fronted = verb.i < governor.i and children(governor, "ccomp")
    aimed = follows and preposition.lower_ in ("of", "from", "against", "into", "as")
    if fronted and entry.is_a("Attributing") and preposition.lower_ not in _WHILE:
        return []  # "Besides helping Iran, he said, it hurts Syria": not he helps
    if shifts and is_passive(governor):
        return subjects(governor, reader)
    told = objects and is_somebody(objects[0], reader)
    given = preposition.lower_ in ("for", "on") and told
    if objects and (shifts or aimed or given):
        return conjuncts(objects[0])  # "criticized Russia for announcing it"
    return subjects(governor, reader)


def governor_of(preposition: Token, reader: Reader) -> Token:
    """Give what a preposition goes with: accused the junta of lying, not the junta of lying.

    Parsers hang "of" on the noun before it; a noun of people does nothing "of" doing it.
    """
    noun = head_of_conjuncts(preposition.head)
    if noun.dep_ not in ("dobj", "pobj") or preposition.lower_ not in ("of", "from", "against"):
        return preposition.head
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    if noun.dep_ == "pobj" and noun.head.dep_ != "agent":
        return preposition.head  # "was accused by his party of lying"
    entry = reader.verb(verb)
    tells = entry.governs
    given = tells and is_somebody(noun, reader)
    return verb if given and verb.pos_ == "VERB" else preposition.head


def _against(noun: Token) -> list[Token]:
    """The verdict against Lee for stealing it: Lee stole it."""
    for prep in children(noun, "prep"):
        if prep.lower_ == "against":
            return [t for inner in children(prep, "pobj") for t in conjuncts(inner)]
    return []


def _is_means(noun: Token, reader: Reader) -> bool:
    """Whether a noun in a prepositional phrase is no one who can have done something."""
    phrase = noun.dep_ == "pobj" or (noun.dep_ == "conj" and noun.head.dep_ == "pobj")
    return phrase and noun.pos_ == "NOUN" and not reader.is_any(noun, ACTORS)


def is_complement(preposition: Token, governor: Token) -> bool:
    """Whether a gerund's phrase completes its governor, and does not only stand beside it.

    "accused Iran of arming", but "After bombing Gaza, Israel accused Hamas".
    """
    beside = (*_WHILE, "without", "by", "through", "despite", "besides", "with")
    noun = head_of_conjuncts(preposition.head)
    on_object = noun.dep_ == "dobj" and noun.head == governor
    on_object = on_object or (noun.dep_ == "pobj" and noun.head.head == governor)
    straight = (preposition.head == governor or on_object) and preposition.i > governor.i
    return straight and preposition.lower_ not in beside and not children(preposition, "advmod")


def is_somebody(noun: Token, reader: Reader) -> bool:
    """Tell whether a word stands for who can act: by its name, or by what the lexicon has of it."""
    return can_act(noun) or reader.is_any(noun, ACTORS)


def can_act(noun: Token) -> bool:
    """Whether a word is a name or pronoun of somebody, whatever the lexicon has of it."""
    return noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or noun.pos_ == "PRON"
