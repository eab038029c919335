"""What stands with a verb and tells how its clause is put. What may go in: the value `Factuality`,
and the words beside a verb that change it; what governors add is in `factuality`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.reading import Reader, children, clause_of
from kg.extract.verbs import is_infinitive
from kg.model import Modality, Polarity, Source
from kg.nlp.tokens import Token

_MARKING = ("neg", "aux", "auxpass", "advmod", "mark", "preconj")
_BESIDE = ("with", "without", "for")
_SOLID = ("Person", "Agent", "Place", "Facility", "Equipment")
# Which modality wins when two are in scope: "said it might plan to" is possible.
_RANK: dict[Modality, int] = {
    "actual": 0,
    "future": 1,
    "intended": 2,
    "possible": 3,
    "conditional": 4,
}


@dataclass(frozen=True, slots=True)
class Factuality:
    """How a clause is put: negated or not, fact or plan, and on whose word."""

    polarity: Polarity = "positive"
    modality: Modality = "actual"
    source: Source | None = None
    said_by: Token | None = None  # the verb or noun of saying
    unsourced: bool = False  # attributed to somebody whom the text does not name here
    asked: bool = False  # the source wants it, and claims nothing

    @property
    def is_anonymous(self) -> bool:
        """Whether it is claimed, and the text does not name by whom: nothing is stated of it."""
        return self.unsourced and self.source is None

    def negated(self, polarity: Polarity | None) -> Factuality:
        """Add a negation (two cancel out)."""
        if polarity != "negative":
            return self
        return replace(self, polarity="positive" if self.polarity == "negative" else "negative")

    def source_only(self) -> Factuality:
        """Who says it, without polarity and modality: what reaches into a presupposed clause."""
        if self.asked:
            return Factuality()
        return Factuality(source=self.source, said_by=self.said_by, unsourced=self.unsourced)

    def weakened(self, modality: Modality | None) -> Factuality:
        """Add a modality; the weaker one stays."""
        if modality is None or _RANK[modality] <= _RANK[self.modality]:
            return self
        return replace(self, modality=modality)


def own_markers(verb: Token, found: Factuality, reader: Reader) -> Factuality:
    """Add what stands with the verb itself: auxiliaries, negation, adverbs, a subordinator.

    Args:
        verb: the head of a clause.
        found: what its governors say of it.
        reader: the paragraph.
    """
    for child in _markers(verb):
        found = _marked(child, found, reader)
    found = found.negated(_negative_argument(verb, reader))
    if found.polarity == "negative" and _is_of_whole(verb, reader):
        found = found.weakened("possible")  # "did not fully withdraw"
    if _is_inverted(verb):
        found = found.weakened("conditional")  # "had Iran attacked, Russia would have …"
    if found.polarity == "positive" and _is_alternative(verb):
        found = found.weakened("possible")  # "will raise fees or close"
    if found.modality == "future" and _has_condition(verb, reader):
        found = found.weakened("conditional")  # "will leave if asked"
    if verb.dep_ in ("acl", "relcl") and (is_none(verb.head, reader) or _is_any_at_all(verb.head)):
        found = found.negated("negative")  # "there are no casualties left"
    return _future_infinitive(verb, found)


def _marked(child: Token, found: Factuality, reader: Reader) -> Factuality:
    """What one marker adds."""
    if child.dep_ == "neg":
        return found.negated("negative")
    if child.dep_ in ("aux", "auxpass"):
        return found.weakened(_auxiliary(child, found, reader))
    if child.dep_ == "advmod" and child.lower_ != "neither":
        words = " ".join(t.lower_ for t in child.subtree)
        entry = reader.ontology.word(words, "adverb")
        entry = entry if entry.lemma else reader.ontology.word(child.lower_, "adverb")
    elif child.dep_ == "mark":
        entry = reader.ontology.word("" if _is_concessive(child) else child.lower_, "conjunction")
    else:
        entry = reader.ontology.word(child.lower_, "determiner")
    return found.negated(entry.polarity).weakened(entry.modality)


def _is_of_whole(verb: Token, reader: Reader) -> bool:
    """Whether an adverb tells of the whole, which is denied of a part of it only."""
    adverbs = children(verb, "advmod")
    return any(reader.ontology.word(t.lower_, "adverb").is_a("Whole") for t in adverbs)


def _has_condition(verb: Token, reader: Reader) -> bool:
    """Whether an if-clause hangs on the verb."""
    return any(
        reader.ontology.word(mark.lower_, "conjunction").modality == "conditional"
        for clause in children(verb, "advcl")
        for mark in children(clause, "mark")
        if not _is_concessive(mark)
    )


def _is_inverted(verb: Token) -> bool:
    """Had Iran attacked; should Iran attack: an auxiliary before the subject makes a condition."""
    auxiliaries, heads = children(verb, "aux", "auxpass"), children(verb, "nsubj", "nsubjpass")
    if verb.dep_ != "advcl" or not auxiliaries or not heads or children(verb, "mark"):
        return False
    return auxiliaries[0].i < heads[0].i and auxiliaries[0].lower_ in ("had", "should", "were")


def _is_concessive(mark: Token) -> bool:
    """Even if they failed, they tried: they failed; but who would try even if they failed?"""
    main = mark.head.head
    supposed = any(t.tag_ == "MD" for t in children(main, "aux")) and mark.head.i != main.i
    return mark.i > 0 and mark.nbor(-1).lower_ == "even" and not supposed


def _markers(verb: Token) -> list[Token]:
    """The verb's markers; a coordinated verb without its own auxiliary shares the first's.

    "will meet Assad and sign a treaty": will holds for both; "did not attack or kill" likewise.
    """
    own = [t for t in verb.children if t.dep_ in _MARKING or t.lower_ == "neither"]
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
        return own
    open_ended = [t for t in own if t.dep_ in ("aux", "auxpass")]
    if open_ended and all(t.lower_ in ("be", "been", "being") for t in open_ended):
        # "will step down and be succeeded": will be
        return own + [t for t in _markers(verb.head) if t.tag_ == "MD" or t.dep_ == "mark"]
    if children(verb, "aux", "auxpass", "nsubj", "nsubjpass"):
        # "if Iran leaves and Russia stays": the condition holds for both
        return own + [t for t in _markers(verb.head) if t.dep_ == "mark"]
    perfect = verb.tag_ == "VBD" and verb.head.tag_ == "VBN" and children(verb.head, "aux")
    if perfect or verb.tag_ in ("VB", "VBN", "VBG"):  # "will have taken it and cut the road"
        shared = ("aux", "neg", "mark", "preconj")
        own += [t for t in children(verb.head, "cc") if t.lower_ == "nor"]
        return own + [t for t in _markers(verb.head) if t.dep_ in shared and t.lower_ != "neither"]
    own += [t for t in children(verb.head, "cc") if t.lower_ == "nor"]
    return own + [t for t in _markers(verb.head) if t.dep_ == "mark"]


def _auxiliary(aux: Token, found: Factuality, reader: Reader) -> Modality | None:
    if _is_inability(aux, reader):
        return None
    modality = reader.ontology.word(aux.lower_, "modal").modality
    lemma = reader.ontology.word(aux.lemma_.lower(), "modal").modality
    modality = modality or lemma
    if modality == "conditional" and found.source is not None and _in_past(found.said_by):
        # "said it would": the future seen from the past
        return "future"
    return modality


def _is_inability(aux: Token, reader: Reader) -> bool:
    """Could not leave, neither could: who cannot does not; "may not" leaves it open."""
    able = reader.ontology.word(aux.lower_, "modal").is_a("Ability")
    perfect = any(t.lemma_ == "have" for t in children(aux.head, "aux"))  # "could not have seen it"
    nobody = any(tells_none(t, reader) for t in children(aux.head, "nsubj", "nsubjpass"))
    return able and not perfect and (nobody or bool(children(aux.head, "neg")))


def _in_past(token: Token | None) -> bool:
    return token is not None and (token.tag_ in ("VBD", "VBN") or token.pos_ == "NOUN")


def _is_alternative(verb: Token) -> bool:
    """Whether "or" offers another verb in its place."""
    pair = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    joined = any(c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") for c in verb.children)
    if verb.dep_ != "conj" and not joined:
        return False
    return any(t.lower_ == "or" for one in pair for t in children(one, "cc"))


def denies(word: Token, reader: Reader) -> bool:
    """Whether a word says that there is none: no, neither, nobody, few."""
    return reader.ontology.word(word.lower_, "determiner").polarity == "negative"


def is_none(noun: Token, reader: Reader) -> bool:
    """Whether a noun is none: no base, neither side."""
    return any(denies(w, reader) for w in children(noun, "det", "neg"))


def _is_any_at_all(noun: Token) -> bool:
    """Did not see any men crossing: "any" behind a negation is none."""
    above = clause_of(noun)
    if above is None or not any(t.lower_ == "any" for t in children(noun, "det")):
        return False
    return any(t.dep_ == "neg" and t.i < noun.i for t in above.subtree)


def _negative_argument(verb: Token, reader: Reader) -> Polarity | None:
    """No casualties were reported; nobody came; neither side attacked."""
    told = children(verb, "nsubj", "nsubjpass", "dobj", "attr")
    if any(tells_none(child, reader) for child in told):
        return "negative"
    for prep in children(verb, "prep", "agent", "dative"):
        none = [t for t in children(prep, "pobj") if tells_none(t, reader)]
        if none and reached_by(prep, reader):
            return "negative"
    return None


def reached_by(prep: Token, reader: Reader) -> list[Token]:
    """Who or what a clause reaches by a preposition: sold to no firm, but landed with no bags.

    What is no somebody or thing may go with what was done: "agreed at no cost".
    """
    if prep.lower_ in _BESIDE:
        return []
    reached = children(prep, "pobj")
    return [t for t in reached if t.pos_ == "PRON" or reader.is_any(t, _SOLID)]


def tells_none(noun: Token, reader: Reader) -> bool:
    """Whether an argument says that there was none: no casualties, nobody, few."""
    words = [noun, *children(noun, "det", "neg", "preconj")]
    words = [w for w in words if w.i == 0 or w.nbor(-1).lower_ != "a"]  # "a few" are some
    return any(denies(w, reader) for w in words)


def _future_infinitive(verb: Token, found: Factuality) -> Factuality:
    """Putin is to meet Assad: "be" and an infinitive is a plan for the future.

    He was to have met him: it did not come to that.
    """
    first = verb
    while first.dep_ == "conj" and first.tag_ == "VB":
        first = first.head  # "are to meet and sign it"
    if first.dep_ == "xcomp" and is_infinitive(first) and first.head.lemma_ == "be":
        missed = any(t.lemma_ == "have" for t in children(first, "aux"))
        return found.weakened("conditional" if missed else "future")
    return found
