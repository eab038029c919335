"""Nouns, names and what stands with them that a parser hung on the wrong word.

What may go in: one small function for each kind of error. No content words.
"""

from __future__ import annotations

from kg.nlp.tokens import Token
from kg.nlp.tree import NOUNS, OBJECTS, SUBJECTS, VERBS, hang, is_finite, take_place

_BARE = ("help", "let", "make", "dare", "need", "go", "come", "see", "hear", "have", "do", "watch")

_HOW_OFTEN = ("never", "once", "twice", "already", "also", "always", "often", "since", "ever")
_OF_POST = ("of", "at", "for")


def behind_later_verb(noun: Token) -> None:
    """Attended the opening and spoke to donors, organizers: they are not attended but spoken to.

    A noun behind a coordinated verb cannot belong to the verb before it, nor to that one's object.
    """
    if noun.pos_ not in NOUNS or noun.head.i > noun.i:
        return
    verb = noun.head
    if verb.pos_ in NOUNS:
        if verb.dep_ not in OBJECTS:
            return
        verb = verb.head.head if verb.dep_ == "pobj" else verb.head
    later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i < noun.i]
    if verb.pos_ not in VERBS or not later or later[-1].i < noun.head.i:
        return
    before = [t for t in later[-1].subtree if t.i < noun.left_edge.i and t.dep_ in OBJECTS]
    joined = noun.doc[noun.left_edge.i - 1].text in (",", "and", "or")
    if before and joined:
        hang(noun, before[-1], "conj")
    elif not before and not joined:
        hang(noun, later[-1], "dobj")


def noun_beside_noun(noun: Token) -> None:
    """With her husband John and son Ed: the son goes with the husband, not with his name."""
    name = noun.head
    if noun.dep_ != "conj" or noun.pos_ != "NOUN" or name.dep_ != "appos":
        return
    described = name.head
    beside = name.pos_ == "PROPN" and name.left_edge.i == described.i + 1
    bare = all(t.dep_ == "appos" for t in noun.children)  # has no article of its own
    if beside and described.pos_ == "NOUN" and bare and noun.i > name.i:
        hang(noun, described, "conj")


def listed_name(name: Token) -> None:
    """By Ann Lee, Bob Ray and Tom Berg: a list of three, and no Ann who is called Bob."""
    head = name.head
    if name.dep_ != "appos" or name.ent_type_ != "PERSON" or head.ent_type_ != "PERSON":
        return
    between = name.doc[head.i + 1 : name.left_edge.i]
    listed = any(t.dep_ == "conj" and t.ent_type_ == "PERSON" for t in name.children)
    if listed and len(between) == 1 and between[0].text == ",":
        name.dep_ = "conj"


def verb_in_name(verb: Token) -> None:
    """Used stun guns: behind a finite verb stands no bare infinitive, but the first of two nouns.

    Only a few verbs take one, as in "helped build ships".
    """
    head = verb.head
    bare = verb.tag_ == "VB" and not any(t.dep_ in ("aux", *SUBJECTS) for t in verb.children)
    things = [t for t in verb.children if t.dep_ == "dobj" and t.i == verb.i + 1]
    if not bare or not things or head.tag_ not in ("VBD", "VBZ") or head.lemma_ in _BARE:
        return
    if verb.dep_ == "xcomp" and verb.i == head.i + 1:
        hang(things[0], head, "dobj")
    elif verb.dep_ == "conj" and (objects := [t for t in head.children if t.dep_ == "dobj"]):
        hang(things[0], objects[-1], "conj")
    else:
        return
    for child in [t for t in verb.children if t.i > verb.i]:
        hang(child, head, "advcl" if child.dep_ == "xcomp" else child.dep_)
    verb.tag_, verb.pos_ = "NN", "NOUN"
    hang(verb, things[0], "compound")


def town_before_state(name: Token) -> None:
    """Leeds, Yorkshire-based Harlow left: Harlow left, and the town is where it is based."""
    town = name.head
    based = [t for t in name.children if t.dep_ == "amod" and t.tag_ == "VBN" and t.i < name.i]
    if name.dep_ != "appos" or town.ent_type_ != "GPE" or name.pos_ != "PROPN" or not based:
        return
    state = [t for t in based[0].children if t.dep_ == "npadvmod" and t.ent_type_ == "GPE"]
    if state and [t.text for t in name.doc[town.i + 1 : state[0].left_edge.i]] == [","]:
        take_place(name, town)
        town.attach(state[0], "nmod")


def apposed_to_last(noun: Token) -> None:
    """Neither Mars nor Venus, the nearest planet: Venus is, beside which it stands."""
    first = noun.head
    named = [t for t in first.children if t.dep_ == "conj" and first.i < t.i < noun.i]
    if noun.dep_ != "appos" or noun.tag_ != "NN" or not named or named[-1].ent_iob_ != "B":
        return
    between = noun.doc[named[-1].right_edge.i + 1 : noun.left_edge.i]
    if [t.text for t in between] == [","]:
        hang(noun, named[-1], "appos")


def joined_in_name(word: Token) -> None:
    """Bought Harlow Hotels & Resorts: one name that holds an "&", and no resorts beside it.

    The president & head of Harlow has no name but two posts, which "of" follows.
    """
    if word.dep_ != "conj" or word.ent_iob_ != "I":
        return
    first, last, count = word.head, word, len(word.doc)
    while last.i + 1 < count and last.nbor(1).ent_iob_ == "I":
        last = last.nbor(1)
    if last.i + 1 < count and last.nbor(1).lower_ in _OF_POST:
        return
    rest = word.doc[first.i + 1 : word.i + 1]
    inside = all(t.ent_iob_ == "I" and t.ent_type_ == first.ent_type_ for t in rest)
    if inside and first.ent_type_ and any(t.text == "&" for t in rest):
        word.dep_ = "compound"
        for child in [t for t in word.children if t.i > last.i]:
            hang(child, first, child.dep_)


def apposed_to_object(noun: Token) -> None:
    """Accuse Mali of it, a charge that Togo rejects; got $4 million, the largest sum ever paid.

    A verb has one object; a second one behind a comma says more of the first, or of the clause.
    """
    if noun.dep_ != "dobj":
        return
    verb, edge = noun.head, noun.left_edge
    if edge.i <= verb.i or edge.nbor(-1).text != ",":
        return
    first = [t for t in verb.children if t.dep_ == "dobj" and verb.i < t.i < edge.i]
    article = next((t.lower_ for t in noun.children if t.dep_ == "det"), "")
    told = any(t.dep_ in ("relcl", "acl") and t.i > noun.i for t in noun.children)
    if not told and (not first or any(t.dep_ in ("cc", "conj") for t in noun.children)):
        return
    if first and told and article == "the":
        hang(noun, first[-1], "appos")
    elif article in ("a", "an") or (told and not article and noun.tag_ == "NNS"):
        while not is_finite(verb) and verb.dep_ in ("pcomp", "xcomp", "advcl", "prep", "acl"):
            verb = verb.head
        hang(noun, verb, "npadvmod")


def name_of_second(name: Token) -> None:
    """The chief, Ann Lee, and the head, Bob Ray: Ray is the head, since Lee is the chief."""
    noun = name.head
    named = [t for t in noun.children if t.dep_ == "appos" and t.pos_ == "PROPN" and t.i < name.i]
    others = [t for t in noun.children if t.dep_ == "conj" and t.pos_ in NOUNS and t.i < name.i]
    if name.pos_ == "PROPN" and named and others and named[-1].i < others[-1].i:
        hang(name, others[-1], "appos")


def name_before_noun(name: Token) -> None:
    """Ended the U.S. waiting period: a period of the U.S.; a country has no article of its own.

    A singular noun without one goes with the article before the name.
    """
    if name.dep_ != "dobj" or name.ent_type_ != "GPE" or name.pos_ != "PROPN":
        return
    following = [t for t in name.head.children if t.dep_ == "dobj" and t.i > name.i]
    if not following or following[0].tag_ != "NN" or following[0].left_edge.i != name.i + 1:
        return
    own = [t for t in following[0].children if t.dep_ in ("det", "poss", "nummod")]
    if not own and any(t.lower_ == "the" for t in name.children if t.dep_ == "det"):
        noun = following[0]
        for child in name.children:
            hang(child, noun, child.dep_)
        hang(name, noun, "nmod")


def name_beside_name(name: Token) -> None:
    """Is the son of actor Tom Berg and singer Ann Lee: of both; he is no singer's name.

    What is coordinated is of one kind: a name goes with the name before, not with a noun that
    says what somebody is.
    """
    noun = name.head
    if name.dep_ != "conj" or name.pos_ != "PROPN" or noun.pos_ != "NOUN":
        return
    if noun.dep_ not in ("attr", "appos") or not name.ent_type_:
        return
    inside = [t for p in noun.children if p.dep_ == "prep" and p.i < name.i for t in p.children]
    last = inside[-1] if inside else None
    if last is not None and last.dep_ == "pobj" and last.ent_type_ == name.ent_type_:
        hang(name, last, "conj")


def named_post(noun: Token) -> None:
    """Elected Ann Lee speaker: they elected Lee."""
    name = noun.nbor(-1) if noun.i else noun
    if name.dep_ == "compound" and name.head.i == noun.i and name.ent_type_ == "PERSON":
        hang(name, noun.head, "dobj")


def predicate_adjective(adjective: Token) -> None:
    """He was certain President Lee would win: he was certain, and Lee is no certain president."""
    name, verb = adjective.head, adjective.doc[adjective.i - 1]
    clause = name.head
    told = name.dep_ == "nsubj" and clause.dep_ == "ccomp" and clause.head.i == verb.i
    if told and name.pos_ == "PROPN" and verb.pos_ == "AUX" and verb.i == adjective.i - 1 >= 0:
        hang(adjective, verb, "acomp")
        hang(clause, adjective, "ccomp")


def perfect_before_noun(verb: Token) -> None:
    """Who had twice failed tests: had failed them; nobody has tests that are twice failed."""
    noun = verb.head
    had = noun.head
    auxiliary = had.tag_ == "VBD" and had.lower_ == "had" and had.dep_ not in ("aux", "auxpass")
    if verb.tag_ != "VBN" or noun.dep_ != "dobj" or not auxiliary or not had.i < verb.i < noun.i:
        return
    adverbs = verb.doc[had.i + 1 : verb.i]
    if not len(adverbs) or any(t.lower_ not in _HOW_OFTEN for t in adverbs):
        return
    if any(t.dep_ in ("det", "poss") and t.i < verb.i for t in noun.children):
        return
    take_place(verb, had)
    verb.pos_ = "VERB"
    for child in [t for t in had.children if t.i != verb.i]:
        child.attach(verb, child.dep_)
    for adverb in adverbs:
        adverb.attach(verb, "advmod")
    had.attach(verb, "aux")
    had.pos_ = "AUX"
    noun.attach(verb, "dobj")


def gerund_before_name(noun: Token) -> None:
    """Denied bombing Oslo: right behind a verb and before its object, the noun is a gerund."""
    if noun.tag_ != "NN" or not noun.text.endswith("ing") or noun.i + 1 == len(noun.doc):
        return
    name, verb = noun.nbor(1), noun.doc[noun.i - 1]
    compound = noun.dep_ == "compound" and name.dep_ == "dobj" and name.head.i == verb.i
    taken = noun.dep_ == "dobj" and name.dep_ == "dobj" and name.head.i == noun.i
    if (compound or taken) and name.ent_type_ == "GPE" and verb.pos_ == "VERB":
        noun.tag_, noun.pos_ = "VBG", "VERB"
        hang(noun, verb, "xcomp")
        hang(name, noun, "dobj")


def participle_before_title(verb: Token) -> None:
    """Beat defending champion Ann Lee: she is the champion, whom nobody defends.

    A singular noun has no article only before the name whose title it is.
    """
    main, name = verb.head, next((t for t in verb.children if t.dep_ == "dobj"), None)
    if verb.tag_ != "VBG" or name is None or main.pos_ != "VERB" or not main.i < verb.i < name.i:
        return
    title, before = verb.nbor(1), verb.nbor(-1)
    before = before.nbor(-1) if before.lower_ in ("either", "both") else before
    titled = title.tag_ in ("NN", "NNS") and title.head.i == name.i and title.dep_ == "compound"
    beside = before.i == main.i or (before.dep_ == "prt" and before.head.i == main.i)
    own = any(t.dep_ in ("aux", "mark", *SUBJECTS) for t in verb.children)
    if not titled or not beside or own or name.pos_ != "PROPN" or not name.ent_type_:
        return
    for child in [t for t in verb.children if t.i > name.i]:
        hang(child, main, child.dep_)
    hang(name, main, "dobj")
    hang(verb, name, "amod")
    verb.pos_ = "ADJ"


def far_particle(particle: Token) -> None:
    """Caught with their headset off: off tells of the headset.

    A particle does not stand behind a phrase that a preposition opens.
    """
    verb = particle.head
    between = [t for t in verb.children if t.dep_ == "prep" and verb.i < t.i < particle.i]
    if between and particle.nbor(-1).pos_ in NOUNS:
        hang(particle, particle.nbor(-1), "advmod")
