"""Clauses of which a parser took the wrong verb for the main one, or a wrong noun for the subject.

What may go in: one small function for each kind of error. No content words.
"""

from __future__ import annotations

from kg.nlp.tokens import Token
from kg.nlp.tree import (
    FINITE,
    NOUNS,
    SUBJECTS,
    VERBS,
    group,
    hang,
    is_bare_participle,
    is_finite,
    joins,
    subject_label,
    take_place,
)

_CLAUSAL = ("with", "without", "about", "despite")  # prepositions that take "X doing Y"


def trailing_clause(noun: Token) -> None:
    """Agreed to buy it, the firms announced: they announced, nobody agreed the firms.

    No comma stands before an object that is the only one.
    """
    verb, first = noun.head, noun.left_edge.i
    if noun.dep_ != "dobj" or verb.i > noun.i or noun.doc[first - 1].text != ",":
        return
    said = [t for t in noun.children if t.dep_ == "acl" and t.tag_ in ("VBN", "VBD")]
    if said and said[0].i == noun.i + 1 and not any(t.dep_ == "agent" for t in said[0].children):
        hang(said[0], verb, "parataxis")
        hang(noun, said[0], "nsubj")


def coordinated_before(verb: Token) -> None:
    """Some were hurt, none badly, and more were expected: the first clause is nobody's content.

    What is said, thought or expected stands before its verb without "and" between the two.
    """
    main = verb.head
    subject = next((t for t in reversed(main.children) if t.dep_ in SUBJECTS), None)
    if subject is None or not verb.i < subject.i < main.i or main.dep_ == "conj":
        return
    between = verb.doc[verb.right_edge.i + 1 : subject.left_edge.i]
    if any(t.tag_ == "CC" and t.lower_ in ("and", "but") for t in between[-1:]):
        take_place(verb, main)
        main.attach(verb, "conj")
        for one in [t for t in main.children if t.i < subject.left_edge.i]:
            if one.dep_ in ("cc", "punct", *SUBJECTS):  # "none badly" is of the first clause
                one.attach(verb, "dep" if one.dep_ in SUBJECTS else one.dep_)


def loose_participle(verb: Token) -> None:
    """Ann Lee (born 1950 in Leeds); Based in Leeds, Harlow left: they describe a noun or subject.

    A participle without subject or auxiliary is no clause beside another, and no preposition
    where a place follows its own.
    """
    if verb.tag_ != "VBN" or any(t.dep_ in (*SUBJECTS, "aux", "auxpass") for t in verb.children):
        return
    head = verb.head
    if verb.dep_ == "parataxis" and head.pos_ in NOUNS and head.i < verb.i:
        verb.dep_ = "acl"
    elif verb.dep_ == "prep" and head.pos_ in VERBS and verb.i == verb.sent.start:
        inside = [t for p in verb.children if p.dep_ == "prep" for t in p.children]
        if any(t.ent_type_ == "GPE" for t in inside):
            verb.dep_ = "advcl"


def coordinated_form(verb: Token) -> None:
    """Urged users to stop using it and update: stop and update, not using and update.

    What is coordinated has one form; an infinitive goes with an infinitive.
    """
    if verb.dep_ != "conj" or verb.tag_ != "VB" or verb.head.tag_ != "VBG":
        return
    if any(t.dep_ in ("aux", *SUBJECTS) for t in verb.children):
        return
    above = verb.head
    while above.dep_ in ("xcomp", "pcomp", "prep", "dobj") and above.tag_ != "VB":
        above = above.head
    if above.tag_ == "VB":
        hang(verb, above, "conj")


def second_preposition(preposition: Token) -> None:
    """Accused them of failing to act and of hiding it: of hiding, and not failing to hide.

    What is coordinated has one form: a preposition goes with the same one before.
    """
    deed = preposition.head
    while deed.dep_ in ("xcomp", "conj") and deed.pos_ == "VERB":
        deed = deed.head
    first, before = deed.head, preposition.nbor(-1) if preposition.i else preposition
    if deed.dep_ != "pcomp" or before.lower_ not in ("and", "or"):
        return
    if first.lower_ == preposition.lower_ and first.i < deed.i < preposition.i:
        hang(preposition, first.head, "prep")


def speaker_between_quotes(verb: Token) -> None:
    """ "This law," said Lee, "helps them": Lee says so of the law, and not the law of him.

    Between the two parts of a quotation stands who says it.
    """
    said = verb.head
    if verb.dep_ != "ccomp" or verb.i < said.i:
        return
    quoted = [t for t in said.children if t.dep_ in SUBJECTS and t.i < said.i]
    either = [t for one in (verb, said) for t in one.children if t.dep_ in SUBJECTS]
    speaker = [t for t in either if said.i < t.i < verb.i]
    if not quoted or not speaker:
        return
    closed = any(t.is_quote for t in verb.doc[quoted[-1].i : said.i])
    opened = any(t.is_quote for t in verb.doc[speaker[0].i : verb.i])
    if closed and opened:
        hang(speaker[0], said, "nsubj")
        hang(quoted[-1], verb, subject_label(verb))


def behind_saying(verb: Token) -> None:
    """Rejected it, saying it was low, and chose another: chose goes with rejected.

    A clause of saying that commas set off ends at the second of them.
    """
    said = verb.head
    saying = said.head
    if verb.dep_ != "conj" or said.dep_ != "ccomp" or saying.dep_ != "advcl":
        return
    main, before = saying.head, verb.doc[said.i : verb.i]
    joined = any(t.lower_ == "and" and t.nbor(-1).text == "," for t in before[1:])
    set_off = saying.tag_ == "VBG" and saying.nbor(-1).text == "," and main.i < saying.i
    alike = verb.tag_ == main.tag_ and is_finite(verb)
    if joined and set_off and alike and not any(t.dep_ in SUBJECTS for t in verb.children):
        hang(verb, main, "conj")


def opened_clause(verb: Token) -> None:
    """Is ready to talk, but only once they have gone: a clause of its own, and no second verb."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBS:
        return
    opened = [t for t in verb.children if t.dep_ == "mark" and t.tag_ == "IN"]
    marks = [t for t in verb.head.children if t.dep_ == "mark"]
    if opened and not marks and opened[0].lower_ not in ("that", "whether", "for"):
        verb.dep_ = "advcl"


def stolen_subject(verb: Token) -> None:
    """Believed the movement helped: that it helped; nobody believed the movement.

    A finite verb has a subject. One without, right behind an object, has that for its own.
    """
    governor = verb.head
    if verb.tag_ not in FINITE or verb.i < governor.i:
        return
    if any(t.dep_ in (*SUBJECTS, "expl", "csubj", "mark") for t in verb.children):
        return
    before = [t for t in governor.children if t.dep_ == "dobj" and governor.i < t.i < verb.i]
    between = verb.doc[before[-1].i : verb.left_edge.i] if before else ()
    if not before or any(t.is_punct or t.dep_ == "cc" for t in between):
        return
    for phrase in [t for t in governor.children if before[-1].i < t.i < verb.i]:
        hang(phrase, before[-1], phrase.dep_)
    hang(before[-1], verb, "nsubj")


def clause_behind_gerund(verb: Token) -> None:
    """Said hopes of finding them were fading: the hopes were, and nobody finds that they were.

    A finite verb without a subject, hung on the gerund inside an object, has that for its own.
    """
    gerund = verb.head
    preposition = gerund.head
    noun = preposition.head
    if gerund.dep_ != "pcomp" or not is_finite(verb) or noun.dep_ != "dobj" or verb.i < gerund.i:
        return
    if any(t.dep_ in (*SUBJECTS, "expl", "csubj", "mark", "cc") for t in verb.children):
        return
    if any(t.is_punct or t.dep_ == "cc" for t in verb.doc[noun.i : verb.i]):
        return
    hang(verb, noun.head, "ccomp")
    hang(noun, verb, subject_label(verb))


def second_that(verb: Token) -> None:
    """Said that it was built to last and that it fell: what follows one "that" is like the other.

    What is coordinated has one form.
    """
    mark = next((t for t in verb.children if t.dep_ == "mark" and t.lower_ == "that"), None)
    if mark is None or mark.i == 0 or mark.nbor(-1).lower_ not in ("and", "or", "but"):
        return
    for above in verb.ancestors:
        if any(t.dep_ == "mark" and t.lower_ == "that" for t in above.children):
            if above.i != verb.head.i and above.i < verb.i:
                hang(verb, above, "conj")
            return


def main_behind_participle(main: Token) -> None:
    """The men held by rebels left; the firm, set up in 1984, left: they left, and nobody held.

    A participle is no main verb: one with a finite verb behind it tells of the subject, and what
    the finite verb took from a clause between is that clause's object.
    """
    verb = main.head
    if verb.i > main.i or not is_bare_participle(verb) or not is_finite(main):
        return
    opened = any(t.dep_ in ("mark", "cc") or t.tag_ == "WRB" for t in main.children)
    if opened or joins(verb, main):
        return
    own = [t for t in main.children if t.dep_ in SUBJECTS]
    subject = [t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i]
    taker = own[0].doc[own[0].left_edge.i - 1] if own and own[0].left_edge.i else None
    if not subject or (own and (taker is None or not _takes_object(taker, verb))):
        return
    if taker is not None and own:
        hang(own[0], taker, "dobj")
    _put_above(main, verb, subject[0])
    verb.tag_ = "VBN"


def main_taken_for_participle(verb: Token) -> None:
    """A train carrying troops derailed in Mali: the train did; a sentence has a main verb."""
    told = verb.head
    carrying = told.head
    noun = carrying.head
    bare = is_bare_participle(verb) and not any(t.dep_ == "agent" for t in verb.children)
    if not bare or told.dep_ != "dobj" or carrying.tag_ != "VBG" or carrying.dep_ != "acl":
        return
    if noun.dep_ not in ("ROOT", "dep") or noun.pos_ not in NOUNS or noun.i > carrying.i:
        return
    if verb.left_edge.i != told.i + 1 or any(is_finite(t) for t in noun.children):
        return
    verb.attach(verb if noun.dep_ == "ROOT" else noun.head, noun.dep_)
    if verb.dep_ == "dep":
        verb.dep_ = "ccomp"
    verb.tag_ = "VBD"
    noun.attach(verb, "nsubj")


def subject_of_several(verb: Token) -> None:
    """Charges against Orr and Lee were filed: the charges were, since one is not "were"."""
    noun = verb.head
    own = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    plural = any(t.lower_ in ("were", "are", "have") for t in group(verb))
    if own is None or not plural or noun.pos_ != "NOUN" or noun.dep_ != "ROOT":
        return
    single = own.tag_ in ("NN", "NNP") and not any(t.dep_ == "conj" for t in own.children)
    inside = [t for p in noun.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
    joined = any(t.dep_ == "cc" and own.i - 2 <= t.i < own.i for t in noun.children)
    if not single or not joined or not inside or noun.tag_ != "NNS" or own.i < inside[-1].i:
        return
    verb.attach(verb, "ROOT")
    own.attach(inside[-1], "conj")
    noun.attach(verb, subject_label(verb))


def said_around_participle(clause: Token) -> None:
    """Reported, citing two aides, that Mali left: that it left is reported, and no aide did."""
    mark = next((t for t in clause.children if t.dep_ == "mark" and t.lower_ == "that"), None)
    if mark is None or not mark.i or mark.nbor(-1).text != ",":
        return
    beside = next((t for t in clause.ancestors if t.tag_ == "VBG" and t.dep_ == "advcl"), None)
    if beside is None or not beside.head.i < beside.i < mark.i:
        return
    main = beside.head
    told = any(t.dep_ in ("ccomp", "dobj") for t in main.children)
    if is_finite(main) and not told and main.nbor(1).text == ",":
        hang(clause, main, "ccomp")


def _put_above(main: Token, verb: Token, subject: Token) -> None:
    """Let a verb below another take its place and its subject, which the other then describes.

    All stay in one sentence, though on the way there the tree has two roots.
    """
    take_place(main, verb)
    subject.attach(main, subject_label(main))
    verb.attach(subject, "acl")
    for mark in [t for t in verb.children if t.is_punct]:
        mark.attach(main)


def _takes_object(verb: Token, above: Token) -> bool:
    """Whether a verb below another lacks the object that stands behind it."""
    if verb.pos_ != "VERB" or not above.is_ancestor(verb):
        return False
    return not any(t.dep_ in ("dobj", "ccomp", "xcomp") for t in verb.children)


def described_subject(main: Token) -> None:
    """Disgraced lawyer Lee has left: the lawyer is disgraced, and nobody disgraced anything."""
    first = main.head
    if first.i != first.sent.start or first.dep_ != "ROOT" or first.tag_ not in ("VBD", "VBN"):
        return
    subject = next((t for t in main.children if t.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge.i != first.i + 1 or not is_finite(main):
        return
    others = [t for t in first.children if t.i != main.i and not t.is_punct]
    if others or any(t.dep_ == "det" for t in subject.children):
        return
    main.attach(main, "ROOT")
    first.tag_ = "VBN"
    for mark in first.children:
        mark.attach(main)
    first.attach(subject, "amod")


def participle_of_noun(verb: Token) -> None:
    """Aid to people marooned in their homes: the people are marooned, and aid is to them.

    A preposition has an object; the "subject" of a participle right behind one is that.
    """
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if subject is None or not subject.left_edge.i or not is_bare_participle(verb):
        return
    preposition = subject.doc[subject.left_edge.i - 1]
    if preposition.dep_ != "prep" or any(t.dep_ == "pobj" for t in preposition.children):
        return
    nearest = verb.nbor(-1)
    hang(subject, preposition, "pobj")
    hang(verb, nearest if nearest.pos_ in NOUNS else subject, "acl")


def subject_of_main(verb: Token) -> None:
    """The firm, set up in 1984, left: its subject is that of the main verb, which has none."""
    main = verb.head
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if subject is None or not is_bare_participle(verb) or not verb.i < main.i:
        return
    if not is_finite(main) or any(t.dep_ in (*SUBJECTS, "expl", "csubj") for t in main.children):
        return
    hang(subject, main, subject.dep_)
    hang(verb, subject, "acl")


def object_before_speaker(clause: Token) -> None:
    """Iran hosts Russia, Lee said: Lee said so, and Russia is what Iran hosts."""
    said = clause.head
    taken = next((t for t in said.children if t.dep_ == "nsubj"), None)
    if taken is None or not clause.i < taken.left_edge.i < said.i or not is_finite(clause):
        return
    speakers = [t for t in taken.children if t.dep_ == "conj" and t.right_edge.i == said.i - 1]
    joined = any(t.dep_ == "cc" for t in taken.children)
    lacks = not any(t.dep_ in ("dobj", "attr", "acomp", "prep", "ccomp") for t in clause.children)
    apart = speakers and speakers[0].doc[speakers[0].left_edge.i - 1].text == ","
    if apart and lacks and not joined and taken.left_edge.i == clause.i + 1:
        hang(speakers[0], said, "nsubj")
        hang(taken, clause, "dobj")


def clause_behind_object(verb: Token) -> None:
    """Alleges dozens of men were fined: the men were, and that is what it alleges.

    A finite verb without a subject, right behind another's object, has that for its own.
    """
    first = min(t.i for t in group(verb))
    if not is_finite(verb) or first == verb.i or first == verb.sent.start:
        return
    if any(t.dep_ in (*SUBJECTS, "expl", "csubj", "mark") for t in verb.children):
        return
    noun = verb.doc[first - 1]
    if noun.pos_ not in NOUNS:
        return
    while noun.dep_ == "pobj" and noun.head.head.pos_ in (*NOUNS, "NUM"):
        noun = noun.head.head
    governor = noun.head
    if noun.dep_ == "dobj" and governor.i < noun.i and governor.pos_ == "VERB":
        hang(verb, governor, "ccomp")
        hang(noun, verb, subject_label(verb))


def verb_taken_for_noun(root: Token) -> None:
    """The firms allege that he left: what has a subject and a that-clause is a verb."""
    has = [t.dep_ for t in root.children]
    said = [t for t in root.children if t.dep_ == "ccomp" and t.i > root.i]
    stated = said and any(t.dep_ == "mark" and t.lower_ == "that" for t in said[0].children)
    if root.tag_ in ("NN", "NNS") and "nsubj" in has and "cop" not in has and stated:
        root.tag_, root.pos_ = "VBP" if root.tag_ == "NN" else "VBZ", "VERB"


def headless(noun: Token) -> None:
    """Ann Lee, the lawyer, claimed in court that he left: she claimed, not "the lawyer claimed".

    Behind the comma that closes an apposition comes the main verb, if there is no other.
    """
    if noun.pos_ not in NOUNS or any(t.pos_ in VERBS for t in noun.children):
        return
    for beside in [t for t in noun.children if t.dep_ == "appos" and t.i > noun.i]:
        for verb in [t for t in beside.children if t.dep_ == "acl" and t.tag_ in ("VBN", "VBD")]:
            told = [t for t in beside.children if t.dep_ == "relcl" and t.i > verb.i]
            if verb.i and verb.nbor(-1).text == "," and told and _tells_all(told[0]):
                verb.attach(verb, "ROOT")
                verb.tag_ = "VBD"
                noun.attach(verb, "nsubj")
                told[0].attach(verb, "ccomp")
                for mark in [t for t in noun.children if t.is_punct and t.i > verb.i]:
                    mark.attach(verb)


def _tells_all(clause: Token) -> bool:
    """Whether a clause begins with "that" and has a subject besides."""
    labels = [t.dep_ for t in clause.children]
    return "mark" in labels and any(label in SUBJECTS for label in labels)


def object_of_preposition_acts(verb: Token) -> None:
    """Ended with Sweden winning three points: with the winning, and Sweden wins."""
    noun = verb.nbor(-1) if verb.i else verb
    preposition = noun.head
    if verb.tag_ != "VBG" or noun.dep_ != "pobj" or preposition.lower_ not in _CLAUSAL:
        return
    if preposition.head.i == verb.head.i and verb.head.i < preposition.i:
        hang(verb, preposition, "pcomp")
        hang(noun, verb, "nsubj")


def overtaken_subject(subject: Token) -> None:
    """On a new website, "The Countdown", Microsoft has launched: Microsoft has.

    A verb has one subject, the one that stands next to it without a comma between. What stands
    before that in commas belongs to the phrase before; where there is none, it describes the
    subject ("Qatar's emir, Sheikh Hamad launched").
    """
    verb = subject.head
    first = min(t.i for t in group(verb))
    last = subject.doc[first - 1] if first > subject.sent.start else subject
    while last.dep_ in ("neg", "advmod") and last.head.i == verb.i and last.i > subject.i:
        last = last.nbor(-1)
    rival = _top_of_phrase(last, subject, verb)
    if rival is None or not any(t.text == "," for t in subject.doc[subject.i : rival.left_edge.i]):
        return
    if any(t.dep_ == "acl" and t.tag_ == "VBG" for t in subject.children):
        hang(rival, verb, subject.dep_)  # "Both teams being tired, the guests won"
        subject.dep_ = "npadvmod"
        return
    if subject.left_edge.i == subject.sent.start and subject.pos_ == "NOUN":
        hang(rival, subject, "appos")
        return
    hang(rival, verb, subject.dep_)
    before = subject.doc[subject.left_edge.i - 1] if subject.left_edge.i else subject
    while before.is_punct and before.i > subject.sent.start:
        before = before.nbor(-1)
    if before.pos_ in NOUNS and before.i != subject.i and before.i > subject.sent.start:
        hang(subject, before, "appos")
    else:
        subject.dep_ = "dep"


def _top_of_phrase(last: Token, subject: Token, verb: Token) -> Token | None:
    """The noun right before the verb, when it is a second subject or an apposition left open."""
    if last.pos_ not in NOUNS or last.i <= subject.i:
        return None
    if last.head.i == verb.i and last.dep_ in SUBJECTS:
        return last
    listed = any(t.dep_ in ("conj", "cc") for t in last.children)
    open_ended = last.dep_ == "appos" and last.head.i == subject.i and not listed
    absolute = any(t.dep_ == "acl" and t.tag_ == "VBG" for t in subject.children)
    fronted = subject.left_edge.i > subject.sent.start
    return last if open_ended and (fronted or absolute) else None
