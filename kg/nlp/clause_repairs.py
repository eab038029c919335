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
    is_finite,
    opening_that,
    subject_label,
    take_place,
)


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
    if not preposition.i or preposition.nbor(-1).lower_ not in ("and", "or"):
        return
    deed = preposition.head
    while deed.dep_ in ("xcomp", "conj") and deed.pos_ == "VERB":
        deed = deed.head
    first = deed.head
    if deed.dep_ != "pcomp":
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
    mark = opening_that(verb)
    if mark is None or mark.i == 0 or mark.nbor(-1).lower_ not in ("and", "or", "but"):
        return
    for above in verb.ancestors:
        if opening_that(above) is not None:
            if above.i != verb.head.i and above.i < verb.i:
                hang(verb, above, "conj")
            return


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
