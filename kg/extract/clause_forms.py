"""How a clause is built and joined to what governs it: finite or not, with a comma, "only once".

What may go in: looks at a verb and its governor that decide nothing by themselves; what follows
from them for polarity, modality and source is in `factuality`.
"""

from __future__ import annotations

from kg.extract.reading import Reader, children
from kg.extract.subjects import is_somebody, subjects
from kg.extract.verbs import agents, is_added, is_infinitive, is_passive
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS

_MEANS = ("Document", "Concept", "Money")
_APART = frozenset("down behind ahead away apart adrift short shy".split())


def is_fronted_by(noun: Token, verb: Token) -> bool:
    """Once a stronghold, Harlow fell: a noun in front is no governor of the sentence."""
    return verb.dep_ == "parataxis" and noun.pos_ == "NOUN" and noun.i < verb.i


def is_parted(verb: Token, reader: Reader) -> bool:
    """Tell whether a clause only stands beside its governor: then it stands for itself.

    "Russia backs him; Turkey wants him gone." "It is near, so planes can carry more."
    """
    if verb.dep_ not in ("ccomp", "parataxis", "conj"):
        return False
    first, last = sorted((verb.i, verb.head.i))
    marks = (";", ":") if verb.i < verb.head.i else (";",)
    if any(t.text in marks for t in verb.doc[first:last]):
        return True
    before = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.pos_ in ("VERB", "AUX")
    entry = reader.verb(verb.head)
    # "India accused Pakistan, a charge Islamabad denies": not the accusing is denied
    return before and (not entry.is_a("Attributing") or entry.complement_polarity == "negative")


def goes_on_telling(verb: Token, said: Token, reader: Reader) -> bool:
    """They had armed, police said, and Lee had led them: the tense shows that police said this too.

    A narrator tells of what was before the saying by "had" only where somebody looks back.
    """
    if not reader.verb(said).is_a("Attributing") or not children(verb, *SUBJECTS):
        return False
    told = [t for t in children(said, "ccomp") if t.i < said.i]
    both = [*told[:1], verb]
    return len(both) > 1 and all(any(t.lower_ == "had" for t in children(v, "aux")) for v in both)


def was_to_be(verb: Token, head: Token) -> bool:
    """Had been expected to win: what was to be once, whatever came of it."""
    had = any(t.lower_ == "had" for t in children(head, "aux"))
    return had and is_passive(head) and is_infinitive(verb)


def predicating(predicate: Token) -> Token:
    """The verb that says something of its subject: the "is" of "is glad"; "is convinced" itself."""
    complement = predicate.dep_ in ("acomp", "attr", "oprd") or predicate.pos_ != "VERB"
    return predicate.head if complement else predicate


def is_minded(verb: Token, head: Token, reader: Reader) -> bool:
    """Lee is convinced that it rained: by nobody in particular, and so it is his belief."""
    believes = reader.ontology.word(head.lower_, "adjective").is_a("Attributing")
    somebody = [t for t in children(head, "nsubjpass") if t.lower_ != "it"]
    plain = is_passive(head) and somebody and not agents(head) and head.tag_ == "VBN"
    return believes and bool(plain) and verb.dep_ == "ccomp" and not is_infinitive(verb)


def asks_another(verb: Token, head: Token, reader: Reader) -> bool:
    """Urged Iran to leave, want Iran to leave: so says who urges, whatever Iran intends."""
    asks = reader.verb(head).complement_modality == "intended"
    if not asks or not is_infinitive(verb) or is_passive(head):
        return False
    done_by, asked_by = subjects(verb, reader), subjects(head, reader)
    somebody = all(any(is_somebody(t, reader) for t in one) for one in (done_by, asked_by))
    return somebody and not {t.i for t in done_by} & {t.i for t in asked_by}


def leaves_open(verb: Token) -> bool:
    """It is not clear whether they left: neither that they did, nor that they did not."""
    return any(t.lower_ in ("whether", "if") for t in children(verb, "mark"))


def is_indicative(verb: Token, head: Token) -> bool:
    """Tell whether a clause tells how things are: "told him that he left", not "that he leave"."""
    if verb.i < head.i:
        return True  # "they remain there," he told him
    if is_plainly_finite(verb):
        return True
    words = [verb, *children(verb, "aux", "auxpass")]
    now = head.tag_ in ("VBZ", "VBP")
    return any(t.tag_ == "VBP" and (now or t != verb or t.lower_ == "are") for t in words)


def is_plainly_finite(verb: Token) -> bool:
    """Tell whether a verb group has a form that no infinitive or subjunctive has."""
    words = [verb, *children(verb, "aux", "auxpass")]
    return any(t.tag_ in ("VBD", "VBZ", "MD") for t in words)


def is_told(verb: Token) -> bool:
    """Tell whether a clause without "that" tells what a noun claims: "reports it had left"."""
    return bool(children(verb, *SUBJECTS)) and is_plainly_finite(verb)


def is_whole(verb: Token) -> bool:
    """Tell whether a "relative" clause lacks nothing: the parser took a complement for it."""
    relative = any(t.tag_ in ("WDT", "WP", "WRB", "WP$") for t in verb.subtree)
    complete = children(verb, *SUBJECTS) and children(verb, "dobj", "attr", "acomp")
    return bool(complete) and not relative


def is_present(verb: Token) -> bool:
    """Tell whether a clause stands in the present: is sworn in, leaves; not "is leaving"."""
    auxiliaries = children(verb, "aux", "auxpass")
    if any(t.lemma_ != "be" for t in auxiliaries) or verb.tag_ == "VBG":
        return False
    return any(t.tag_ in ("VBZ", "VBP") for t in [verb, *auxiliaries])


def is_only_then(verb: Token) -> bool:
    """Only once they had gone, only if they leave."""
    return any(t.i and t.nbor(-1).lower_ == "only" for t in children(verb, "mark"))


def is_beyond(word: Token) -> bool:
    """Too ill to attend it, too early to tell: who is too much so does not."""
    return any(t.lower_ == "too" for t in children(word, "advmod"))


def is_contrasted(verb: Token) -> bool:
    """Whether a clause behind a comma only sets something beside the main one: ", while …"."""
    marks = children(verb, "mark")
    opened = any(t.lower_ in ("while", "whereas", "although", "though") for t in marks)
    return opened and is_added(verb) and bool(children(verb, *SUBJECTS))


def tells_result(main: Token, reader: Reader) -> bool:
    """Rose to close at 10, won the vote to become mayor, came from behind to win: it came about.

    What is won to do something with it is not yet used: a contract, money, support.
    """
    if any(_is_behind(prep) for prep in children(main, "prep")):
        return True
    if not reader.verb(main).is_a("Reaching"):
        return False
    won = children(main, "dobj")
    return all(
        children(noun, "nummod") or not reader.is_any(noun, _MEANS)
        for noun in won
        if noun.pos_ == "NOUN"
    )


def _is_behind(prep: Token) -> bool:
    """From behind, from a set down, from two goals behind."""
    behind = any(t.lower_ == "behind" for t in prep.children)
    return prep.lower_ == "from" and (behind or any(map(is_distance, children(prep, "pobj"))))


def is_distance(noun: Token) -> bool:
    """A set down, a couple of points away: how far, and no thing."""
    last = noun.right_edge
    after = last.nbor(1) if last.i + 1 < len(noun.doc) else last
    return any(t.lower_ in _APART for t in (last, after)) and not any(
        t.lower_ in ("the", "this", "that") for t in children(noun, "det")
    )
