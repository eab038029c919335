"""What the build of a verb group shows: voice, form, agreement, coordination, agents.

What may go in: looks at a verb and what hangs on it, without its subject.
"""

from __future__ import annotations

from kg.extract.reading import Reader, children, clause_of, conjuncts
from kg.nlp.tokens import Token
from kg.nlp.tree import FINITE, SUBJECTS

_SILENT = ("Concept", "Money", "Goods", "Equipment", "Facility", "Region")
_NUMBER = ("VBZ", "VBP")


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was hit", "the base hit by rockets".

    A coordinated participle without its own auxiliary shares the first's voice.
    """
    if children(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag_ != "VBN":
        return False
    if children(verb, "agent") and not children(verb, "aux", "nsubj"):
        return True  # "arms given Iran by Russia"
    if verb.dep_ == "conj" and not children(verb, "aux", "nsubj") and verb.head.tag_ == "VBN":
        return is_passive(verb.head)
    above = verb.head if verb.dep_ == "conj" else verb
    if above.tag_ == "VBD" and above.lemma_ != "be" and not is_passive(above):
        return False  # "chose a name and posted to Twitter"; not "were ready and displayed"
    # a past participle that stands alone is passive, whatever the parser calls it
    return not children(verb, "aux", "nsubj", "dobj")


def recipients(verb: Token) -> list[Token]:
    """To whom something is given, without a preposition: gave *Togo* arms."""
    return [t for t in children(verb, "dative") if t.pos_ != "ADP"]


def is_added(verb: Token) -> bool:
    """Tell whether a comma parts a relative clause from its noun."""
    first = verb.left_edge
    return first.i > verb.sent.start and first.nbor(-1).text == ","


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(t.lower_ == "to" and t.tag_ == "TO" for t in children(verb, "aux"))


def is_coordinated_complement(verb: Token) -> bool:
    """Whether a finite verb labelled a complement has no subject, and so is coordinated.

    In "Russia denied that and imposed sanctions", imposed is no complement of denied. Without
    "and" or a comma between, the parser took a participle for it ("a table with soup served hot").
    """
    finite = verb.tag_ in FINITE and verb.dep_ == "ccomp" and verb.i > verb.head.i
    if not finite or children(verb, *SUBJECTS, "expl", "csubj"):
        return False
    return any(t.dep_ == "cc" or t.text in (",", ";") for t in verb.doc[verb.head.i : verb.i])


def coordinated(verb: Token, reader: Reader) -> Token:
    """The verb that another is coordinated with.

    In "she thought it rained, and said that …", said goes with thought, not with rained, though
    parsers hang it there: a verb of saying with a that-clause goes with one of its tense.
    """
    head = verb.head
    if verb.tag_ in FINITE and head.dep_ in ("pcomp", "xcomp", "acl", "advcl"):
        # "accused them of lying and called it a shame": called goes with accused
        above = head
        while above.dep_ != "ROOT" and (above.tag_ in ("VBG", "VB") or above.pos_ == "ADP"):
            above = above.head
        if above.pos_ in ("VERB", "AUX") and above.i != verb.i and above.tag_ == verb.tag_:
            return above
    speaks = reader.verb(verb).is_a("Attributing") and children(verb, "ccomp")
    above = head.head
    if verb.tag_ in FINITE and head.dep_ == "ccomp" and above.tag_ in FINITE and _is_wished(head):
        return above  # "ordered that it be halted and began to clear the square"
    if verb.tag_ in FINITE and not children(verb, *SUBJECTS) and _has_modal(head):
        # "vetoed a law that would hurt them and said": said is no more what it would do
        for above in head.ancestors:
            if above.tag_ == verb.tag_ and above.pos_ == "VERB":
                return above
        return (clause_of(head.head) if head.dep_ == "relcl" else None) or head
    addressed = reader.verb(verb).is_a("Attributing") and verb.tag_ == above.tag_
    told_of = children(head, *SUBJECTS) if addressed and head.dep_ == "ccomp" else []
    if any(_is_silent(t, reader) for t in told_of):
        return above  # "argued that the fees were low and accused Lee": fees accuse nobody
    if speaks and head.dep_ == "relcl" and (main := _of_speaker(verb, head, reader)) is not None:
        return main
    if speaks and head.dep_ == "ccomp" and head.tag_ != verb.tag_ == above.tag_:
        return above
    if head.dep_ == "ccomp" and verb.tag_ == above.tag_ == "VBD" and _parted_by_comma(head, verb):
        # "ruled that they would stay, and set a hearing": would does not go with set
        modal = any(t.tag_ == "MD" for t in children(head, "aux"))
        return above if modal and not children(verb, *SUBJECTS) else head
    return head


def _is_silent(noun: Token, reader: Reader) -> bool:
    """Whether what a noun stands for can say nothing: fees, a profit."""
    return reader.is_any(noun, _SILENT) and not noun.ent_type_


def _has_modal(verb: Token) -> bool:
    return any(t.tag_ == "MD" for t in children(verb, "aux"))


def _is_wished(verb: Token) -> bool:
    """Whether a clause stands in the subjunctive: that it be halted."""
    return verb.tag_ == "VBN" and any(t.lower_ == "be" for t in children(verb, "auxpass"))


def _of_speaker(verb: Token, told: Token, reader: Reader) -> Token | None:
    """Reported a profit that fell and said it was sorry: a profit says nothing."""
    noun = told.head
    main = noun.head
    silent = noun.dep_ == "dobj" and _is_silent(noun, reader)
    return main if silent and main.pos_ == "VERB" and main.tag_ == verb.tag_ else None


def _parted_by_comma(first: Token, second: Token) -> bool:
    """Whether a comma stands before the "and" between two verbs."""
    joints = [t for t in children(first, "cc") if first.i < t.i < second.i]
    return any(t.nbor(-1).text == "," for t in joints)


def disagrees(verb: Token) -> bool:
    """Whether verb and written subject differ in number, which shows a wrong parse."""
    finite = next((t for t in [verb, *children(verb, "aux", "auxpass")] if t.tag_ in _NUMBER), None)
    heads = [t for t in children(verb, *SUBJECTS) if t.tag_ in ("NN", "NNP", "NNS")]
    if finite is None or not heads or len(conjuncts(heads[0])) > 1:
        return False
    return finite.tag_ == "VBZ" and heads[0].tag_ == "NNS" and not heads[0].ent_type_


def agents(verb: Token) -> list[Token]:
    """The "by" phrase of a passive; "by Thursday" is none."""
    return [
        noun
        for agent in children(verb, "agent")
        for inner in children(agent, "pobj")
        for noun in conjuncts(inner)
        if not any(t.ent_type_ in ("DATE", "TIME") for t in [noun, *children(noun, "compound")])
    ]
