"""Is it said to be so? Polarity, modality and who claims it. What may go in: scope, no verbs.

Which words plan, deny or doubt is data (`ontologies/lexicon.ttl`: complementModality, modality,
complementPolarity, polarity, Attributing). This module knows only how far a word reaches:
up from a verb through complements, never across an independent clause.
The scheme follows FactBank (Saurí and Pustejovsky 2009): polarity, certainty, source.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.asides import (
    is_aside,
    is_parenthetic,
    names_source,
    parenthetic,
    quoted_sentence,
    sentence_source,
)
from kg.extract.claims import awaited, judged
from kg.extract.clause_forms import (
    asks_another,
    goes_on_telling,
    is_beyond,
    is_contrasted,
    is_fronted_by,
    is_indicative,
    is_minded,
    is_only_then,
    is_parted,
    is_present,
    is_told,
    is_whole,
    leaves_open,
    predicating,
    tells_result,
    was_to_be,
)
from kg.extract.markers import Factuality, own_markers
from kg.extract.mentions import mention
from kg.extract.participants import participant
from kg.extract.quotes import cue, spoken
from kg.extract.reading import Reader, children, clause_of, has_that
from kg.extract.subjects import (
    agents_of_noun,
    governor_of,
    is_complement,
    is_singled_out,
    is_sufficient,
    listed_gerund,
    subjects,
)
from kg.extract.verbs import (
    agents,
    coordinated,
    is_added,
    is_coordinated_complement,
    is_infinitive,
    is_passive,
)
from kg.model import Source
from kg.nlp.tokens import Token
from kg.nlp.tree import SUBJECTS
from kg.ontology import Entry

_PRESUPPOSING = ("how", "why", "where")
_TEMPORAL = frozenset(("when", "once", "until", "till", "before", "after"))
_SAID_IN = ("in", "on", "at", "during", "by", "via", "through", "with")  # not "amid reports that"


def factuality(verb: Token, reader: Reader) -> Factuality:
    """Give polarity, modality and source of the clause that a verb heads.

    Args:
        verb: the head of a clause.
        reader: the paragraph.

    Example: in "Iran denied that it would host bombers", host is negative, future, of Iran.
    """
    known = reader.memo.get(verb.i)
    if isinstance(known, Factuality):
        return known
    found = _read(verb, reader)
    reader.memo[verb.i] = found
    return found


def _read(verb: Token, reader: Reader) -> Factuality:
    found = own_markers(verb, _inherited(verb, reader), reader)
    if found.said_by is None and found.source is not None and verb.i not in reader.quoted:
        return replace(found, source=None)  # its governor is quoted, it is not
    if found.source is None and verb.i in reader.quoted:
        # whatever the parser made of it, what stands in quotation marks is somebody's
        speaker = next(spoken(verb.sent, reader), None)
        return replace(found, source=speaker, unsourced=speaker is None)
    if found.source is None and not found.unsourced and verb.i not in reader.quoted:
        found = sentence_source(verb, found, reader)
    if found.source is not None and is_aside(verb, found.said_by):
        return replace(found, source=None, said_by=None)
    return found


def _inherited(verb: Token, reader: Reader) -> Factuality:
    """What a governing word says of the clause."""
    dep, head = verb.dep_, verb.head
    if dep == "parataxis" and is_parenthetic(verb, reader):
        return Factuality()  # who says so says so
    if dep == "ROOT" or is_parted(verb, reader) or is_fronted_by(head, verb):
        return parenthetic(verb, reader) or quoted_sentence(verb, reader)
    if is_coordinated_complement(verb):
        return _inherited(head, reader)
    if dep == "conj":
        if goes_on_telling(verb, head, reader):
            return _said(verb, head, reader)
        above = coordinated(verb, reader) if head.pos_ in ("VERB", "AUX") else head
        return _inherited(above, reader)
    if dep in ("ccomp", "xcomp", "parataxis", "csubj", "csubjpass", "oprd"):
        found = _complement(verb, head, reader)
        return found.weakened("possible") if was_to_be(verb, head) else found
    if dep in ("acl", "relcl") and is_infinitive(verb) and is_sufficient(head):
        return _around(head, reader).weakened("possible")  # "won enough seats to govern"
    if dep == "acl" and head.pos_ in ("NOUN", "PROPN"):
        return _noun_clause(verb, head, reader)
    if dep == "relcl":
        return _relative_clause(verb, head, reader)
    if dep == "pcomp":
        return _gerund(verb, head, reader)
    if dep == "advcl":
        return _adverbial(verb, head, reader)
    return _source_only(head, reader)


def _complement(verb: Token, head: Token, reader: Reader) -> Factuality:
    """The clause is a complement: said that, seeks to, is likely to, refused to."""
    participle = head.tag_ == "VBN" and head.dep_ == "acomp"  # "are concerned that"
    predicate = head.pos_ in ("ADJ", "NOUN", "ADV") and head.dep_ in ("acomp", "attr", "oprd")
    if participle or predicate or is_minded(verb, head, reader):
        return _of_predicate(verb, head, reader)
    if head.pos_ not in ("VERB", "AUX"):
        return Factuality(modality="possible")
    beside = (reader.verb_with(head, adverb.lower_) for adverb in children(head, "advmod"))
    entry = next(filter(None, beside), None) or reader.verb(head)  # "has yet to leave"
    forms = [verb.tag_, *(t.tag_ for t in children(verb, "aux"))]
    gerund = entry.governs and verb.dep_ == "xcomp" and "VBG" in forms
    is_claim = verb.dep_ != "xcomp" or gerund or is_passive(head)
    if asks_another(verb, head, reader):
        asked = factuality(head, reader)
        if asked.source is None or asked.polarity == "negative":  # "denied that he asked them to"
            return replace(_said(verb, head, reader), asked=True)
    if entry.is_a("Attributing") and is_claim:
        return _said(verb, head, reader)
    outer = factuality(head, reader)
    if any(t.lower_ in _PRESUPPOSING for t in children(verb, "advmod")) and is_indicative(
        verb, head
    ):
        return outer.source_only()  # "rethink how they came": they came
    if children(head, "acomp") and leaves_open(verb):
        return replace(outer, polarity="positive").weakened("possible")
    if head.lemma_ == "be" and is_infinitive(verb):
        for noun in children(head, "nsubj"):  # "its goal is to win"
            outer = outer.weakened(reader.noun(noun).complement_modality)
    for adjective in children(head, "acomp"):
        # "it is false that", "it is possible that"
        told = reader.word(adjective)
        outer = outer.negated(told.complement_polarity).weakened(told.complement_modality)
    if entry.is_a("Sending") and is_infinitive(verb) and children(head, "dobj"):
        return outer.weakened("intended")  # "chose Lee to replace him", but "chose to leave"
    unasked = outer.polarity == "negative" and entry.complement_modality == "intended"
    if unasked and is_passive(head):
        return replace(outer, source=None, unsourced=True)  # "was not asked to leave"
    if head.lemma_ == "be" or entry.governs:
        return _undone(outer, head, entry).weakened(entry.complement_modality)
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        return outer  # "tweeted using his account"
    if is_infinitive(verb) and children(head, "dobj"):
        # "summoned him to complain", "used phones to film it": a purpose
        return replace(outer, polarity="positive").weakened("intended")
    # A governor that the lexicon lacks: nothing is known of what it makes of its complement.
    return outer.weakened("possible")


def _of_predicate(verb: Token, head: Token, reader: Reader) -> Factuality:
    """The clause completes what somebody is: is likely to, is glad that, is a threat to."""
    outer = factuality(predicating(head), reader)
    adjective = reader.ontology.word(head.lower_, "adjective")
    entry = adjective if head.tag_ == "VBN" else reader.word(head)
    modality = entry.complement_modality or (None if entry.complement_polarity else "possible")
    if is_infinitive(verb) and is_beyond(head):
        return outer.negated("negative")  # "too ill to meet them"
    if modality == "actual" and is_infinitive(verb):
        modality = "possible"  # "glad that they met", but "glad to meet them"
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and not entry.lemma:
        modality = None  # "busy carrying food": carries it
    if entry.is_a("Attributing") and verb.dep_ == "ccomp":
        outer = _held(head, outer, reader)
    if entry.is_a("Achieving") and head.head.tag_ in ("VBD", "VBN"):
        modality = None  # "was able to meet them": met them
    return _undone(outer, head, entry).weakened(modality)


def _undone(outer: Factuality, governor: Token, entry: Entry) -> Factuality:
    """Add what a governor denies: who is not barred from doing it need not do it.

    Who does not fail to do it does it, and so does who stops nothing of his own.
    """
    found = outer.negated(entry.complement_polarity)
    if entry.complement_polarity != "negative" or outer.polarity != "negative":
        return found
    own = entry.is_a("Implicative") and not children(governor, "dobj")
    return found if own else found.weakened("possible")


def _held(adjective: Token, outer: Factuality, reader: Reader) -> Factuality:
    """Parents are concerned the law will change: on the parents' word."""
    holders = subjects(predicating(adjective), reader)
    who = mention(holders[0], reader) if holders else None
    if who is None or who.head == "it":
        return outer
    return replace(outer, source=Source(mention=who, cue=adjective.text), said_by=adjective)


def _said(verb: Token, head: Token, reader: Reader) -> Factuality:
    """X said that the clause holds: X is its source; outer sources are left behind."""
    entry = reader.verb(head)
    outer = factuality(head, reader)
    speakers = agents(head) if is_passive(head) else subjects(head, reader)
    who = participant(speakers[0], reader) if speakers else None
    if who is not None and who.kind == "pronoun" and who.head in ("i", "we") and outer.source:
        who = outer.source.mention
    source = Source(mention=who, cue=cue(head)) if who else outer.source
    found = Factuality(
        # what is only to be said, or might be, is not yet claimed
        modality=outer.modality if outer.modality in ("actual", "intended") else "possible",
        source=source,
        said_by=head,
        unsourced=outer.unsourced if source else is_passive(head) or outer.unsourced,
    )
    if is_passive(head) and not speakers:
        # "is said to", "was reported that": somebody unnamed
        found = replace(found, source=outer.source, unsourced=False)
        if outer.polarity == "negative" and entry.is_a("NegRaising"):
            found = found.negated("negative")  # "is not expected to win"
        elif outer.polarity == "negative":
            return replace(found, source=None, unsourced=True)  # "is not said to be ill"
        return found.weakened(entry.complement_modality or "possible")
    if any(t.lower_ == "few" for t in speakers):
        return replace(found, source=None, unsourced=True)  # "few expect him to win"
    false = any(
        reader.ontology.word(t.lower_, "adverb").complement_polarity
        for t in children(head, "advmod")
    )
    if false and outer.polarity == "positive":
        return replace(found, source=None, said_by=None).negated("negative")  # "falsely claimed"
    if outer.polarity == "negative" and entry.is_a("NegRaising"):
        # "do not think that": think that not
        return found.negated("negative").weakened(entry.complement_modality)
    if outer.polarity == "negative":
        # "did not say that", "nobody believes that": nothing is claimed, and by nobody
        return replace(found, source=None, unsourced=True).weakened("possible")
    found = found.negated(entry.complement_polarity)
    if entry.complement_modality == "intended" and is_indicative(verb, head):
        # "told them that it was over": said, not ordered; "hope that it was over": not known
        return found.weakened("possible") if entry.is_a("Hoping") else found
    return found.weakened(entry.complement_modality)


def _noun_clause(verb: Token, noun: Token, reader: Reader) -> Factuality:
    """The decision to let Russia in; claims that Iran hosts; militants battling in Aleppo."""
    entry = reader.noun(noun)
    outer = _source_only(noun, reader)
    if not has_that(verb):
        outer = judged(noun, outer, reader)
    if is_infinitive(verb):
        if outer.source is not None and _is_denied(noun, reader):
            return Factuality(unsourced=True)  # who denies that it seeks a way to build it
        if noun.dep_ == "dobj" and reader.verb(noun.head).is_a("Losing"):
            lost = factuality(noun.head, reader)  # "may have lost his will to go on"
            return lost.negated("negative").weakened("possible")
        if noun.dep_ == "dobj" and entry.complement_modality == "intended":
            # "scrapped a plan to merge", "rejected an order to leave"; not "denied a plan to leave"
            above = reader.verb(noun.head)
            bound = not above.is_a("Attributing") or reader.noun(noun).is_a("Directive")
            bound = bound and factuality(noun.head, reader).polarity == "positive"
            outer = outer.negated(above.complement_polarity if bound else None)
        elif noun.dep_ == "dobj" and reader.verb(noun.head).complement_polarity:
            if factuality(noun.head, reader).polarity == "negative":
                return outer.weakened("possible")  # "did not miss a chance to leave"
            return outer.negated("negative")  # "missed a chance to leave"
        elif noun.dep_ == "dobj" and entry.complement_modality is None:
            led = reader.verb(noun.head).complement_modality
            if led is not None:
                return factuality(noun.head, reader).weakened(led)  # "led smoke to spread"
        return outer.negated(entry.complement_polarity).weakened(
            entry.complement_modality or "intended"
        )
    if has_that(verb) or (entry.is_a("Attributing") and is_told(verb)):
        return _claim(verb, noun, outer, reader)
    made = noun.dep_ == "dobj" and reader.verb(noun.head).is_a("Making")
    if made and factuality(noun.head, reader).modality != "actual":
        return _around(noun, reader)  # "will create a firm commanding the market"
    if _is_still_to_come(noun, reader):
        return _around(noun, reader).weakened("future")  # "will attend a dinner given for them"
    return outer.weakened(awaited(noun, verb, reader))


def _is_still_to_come(noun: Token, reader: Reader) -> bool:
    """Whether a happening that is not known by "the" is the object of what is still to be done."""
    above = noun.head
    if noun.dep_ != "dobj" or above.pos_ != "VERB" or children(noun, "poss"):
        return False
    known = any(t.lower_ in ("the", "this", "that", "these") for t in children(noun, "det"))
    happens = not known and reader.is_any(noun, ("Happening",))
    return happens and factuality(above, reader).modality in ("future", "intended")


def _is_denied(noun: Token, reader: Reader) -> bool:
    """Whether the clause that a noun stands in is one that somebody denies."""
    above = clause_of(noun)
    found = factuality(above, reader) if above is not None else Factuality()
    return found.polarity == "negative" and found.source is not None


def _claim(verb: Token, noun: Token, outer: Factuality, reader: Reader) -> Factuality:
    """Iran's claim that; made a claim that; denied the claim that; said in a statement that."""
    entry = reader.noun(noun)
    above = clause_of(noun)
    if above is not None and noun.dep_ == "nsubj":
        for adjective in children(above, "acomp"):
            # "reports that it rained are false"
            outer = outer.negated(reader.word(adjective).complement_polarity)
    governor = reader.verb(above) if above is not None else None
    if above is not None and governor is not None and noun.dep_ == "dobj":
        if governor.complement_polarity == "negative":
            return _said(verb, above, reader)  # who denies a claim says that it is not so
        hears = reader.is_any(noun, ("Person", "Agent", "Happening"))
        if governor.is_a("Attributing") and (hears or noun.ent_type_):
            return _said(verb, above, reader)  # "told an agent that Lee had paid"
    elif (
        above is not None
        and governor is not None
        and governor.is_a("Attributing")
        and (noun.dep_ != "pobj" or noun.head.lower_ in _SAID_IN)
    ):
        return _said(verb, above, reader)  # "said in a statement that"
    if not entry.is_a("Attributing"):
        weaker = entry.complement_modality or "possible"  # "the fact that"
        return outer.negated(entry.complement_polarity).weakened(weaker)
    supports = governor is not None and governor.is_a("SupportVerb")
    who = [t for t in agents_of_noun(noun, reader) if supports or t.dep_ not in SUBJECTS]
    claimant = mention(who[0], reader) if who else None
    if claimant is None:
        return outer.negated(entry.complement_polarity).weakened("possible")
    outer = replace(outer, source=Source(mention=claimant, cue=noun.text), said_by=noun)
    return outer.negated(entry.complement_polarity).weakened(entry.complement_modality)


def _relative_clause(verb: Token, noun: Token, reader: Reader) -> Factuality:
    outer = _source_only(noun, reader)
    when = [noun, *children(verb, "advmod")]
    if any(t.lower_ == "when" for t in when) and is_present(verb):
        return outer.weakened("future")  # "ends in May, when he is sworn in"
    if outer.said_by is not None and is_added(verb) and _is_feared(outer.said_by, reader):
        outer = Factuality()  # "over fears that it is a pardon, which Ghana opposes"
    above = clause_of(noun)
    if any(t.lower_ == "any" for t in children(noun, "det")) and not is_added(verb):
        return outer.weakened("possible")  # "will attack any base that hosts them"
    speaks = above is not None and reader.verb(above).is_a("Attributing")
    if has_that(verb) and (speaks or reader.noun(noun).is_a("Attributing")):
        return _claim(verb, noun, outer, reader)  # "reports that it rained"
    if above is not None and speaks and noun.dep_ == "dobj" and is_whole(verb):
        return _said(verb, above, reader)  # "told reporters it rained"
    if noun.dep_ == "attr" and is_infinitive(verb):
        outer = factuality(noun.head, reader)  # "will become the first to join"
    if is_infinitive(verb) and not is_singled_out(noun):
        # "a coalition to fight in Syria" is not yet fighting; "the first to operate" is
        entry = reader.noun(noun)
        return outer.weakened(entry.complement_modality or "intended")
    return outer


def _is_feared(said_by: Token, reader: Reader) -> bool:
    """Whether somebody only fears or thinks it: what is told by the way is not feared."""
    doubted = reader.verb(said_by).complement_modality == "possible"
    return said_by.pos_ == "NOUN" or (said_by.dep_ == "ROOT" and doubted)


def _gerund(verb: Token, prep: Token, reader: Reader) -> Factuality:
    """Without saying; accused of arming; barred from entering; after meeting."""
    governor = governor_of(prep, reader)
    words = " ".join([*(t.lower_ for t in children(prep, "advmod")), prep.lower_])
    own = reader.ontology.word(words, "preposition")  # "instead of attacking"
    if governor.pos_ in ("ADV", "ADJ", "ADP", "SCONJ") and governor.head != governor:
        return _short_of(governor, prep, reader)
    if children(verb, *SUBJECTS):
        # "with civilians bearing the brunt"; "worries about prices rising"
        told = reader.verb(governor) if governor.pos_ == "VERB" else reader.noun(governor)
        return _source_only(governor, reader).weakened(told.complement_modality)
    if governor.pos_ in ("VERB", "AUX"):
        entry = reader.verb_with(governor, prep.lower_) or reader.verb(governor)
        outer = factuality(governor, reader)
        tells = entry.governs
        if tells and is_complement(prep, governor):
            if entry.is_a("Attributing"):
                outer = _said(verb, governor, reader)
                return outer.negated(own.polarity).weakened(own.modality)
            if own.polarity is not None:
                # "decided against leaving"
                return outer.negated(own.polarity).weakened(own.modality)
            return _undone(outer, governor, entry).weakened(entry.complement_modality)
        if prep.lower_ == "for" and not children(governor, "dobj") and not is_passive(governor):
            return replace(outer, polarity="positive").weakened("possible")
        if prep.lower_ == "by" and outer.polarity == "negative" and prep.i > governor.i:
            return outer  # "never abused it by taking bribes"
        base = replace(outer, polarity="positive")
        return base.negated(own.polarity).weakened(own.modality)
    outer = judged(governor, _source_only(governor, reader), reader, itself=True)
    entry = reader.noun(governor)
    modality = entry.complement_modality or "possible"
    return outer.negated(own.polarity).negated(entry.complement_polarity).weakened(modality)


def _short_of(word: Token, prep: Token, reader: Reader) -> Factuality:
    """Came close to leaving, far from leaving, instead of leaving."""
    own = reader.ontology.word(f"{word.lower_} {prep.lower_}", "preposition")
    entry = reader.ontology.word(word.lower_, "adjective")
    outer = replace(_around(word, reader), polarity="positive")
    if own.polarity or entry.complement_polarity:
        return outer.negated("negative")
    if not entry.lemma and word.pos_ != "ADJ":
        return outer  # "along with selling" sells
    return outer.weakened(entry.complement_modality or "possible")


def _around(token: Token, reader: Reader) -> Factuality:
    clause = clause_of(token)
    return factuality(clause, reader) if clause is not None else Factuality()


def _adverbial(verb: Token, main: Token, reader: Reader) -> Factuality:
    """Adverbial clauses: purpose is intended; a participle shares the main clause's modality."""
    listed = listed_gerund(verb, reader)
    if listed is not None:
        return factuality(listed, reader)
    if main.dep_ == "pcomp" and any(t.lower_ == "as" for t in children(verb, "mark")):
        main = main.head.head  # "accused him of lying as they met": the accusing is when they met
    if is_infinitive(main) and is_contrasted(verb) and main.head.pos_ == "VERB":
        main = main.head  # "agreed to merge, while others are rivals": nobody agreed to that
    outer = factuality(main, reader) if main.pos_ in ("VERB", "AUX") else _source_only(main, reader)
    if is_infinitive(verb) and reader.verb(main).is_a("Losing") and children(main, "dobj"):
        return outer.negated("negative").weakened("possible")  # "lost his will to go on"
    led_on = reader.verb(main).complement_modality == "actual" or tells_result(main, reader)
    if is_infinitive(verb) and led_on:
        return outer  # "went on to accuse them", "rose to close at 10"
    if asks_another(verb, main, reader) and outer.source is None:  # "called on Iran to leave"
        return replace(_said(verb, main, reader), asked=True)
    if is_infinitive(verb) and not children(verb, "nsubj"):
        return replace(outer, polarity="positive").weakened("intended")
    if is_infinitive(verb):
        described = children(main, "acomp") or [main] * (main.pos_ == "ADJ")
        if described:  # "is impossible for them to pay"
            return _of_predicate(verb, described[-1], reader)
        return replace(outer, polarity="positive").weakened("possible")
    if children(verb, "mark") or any(t.tag_ == "WRB" for t in children(verb, "advmod")):
        if verb.tag_ in ("VBZ", "VBP", "VB") and outer.modality == "future":
            return replace(outer, polarity="positive")  # "will answer when Iran attacks"
        opened = {t.lower_ for t in children(verb, "mark", "advmod")}
        if opened & {"until", "till"} and is_present(verb):
            return outer.source_only().weakened("conditional")  # "strikes until they agree"
        let = main.tag_ == "VB" and main.dep_ in ("xcomp", "ccomp") and is_passive(main.head)
        finite = main.head if let else main  # "are let go when they pay"
        if opened & _TEMPORAL and is_present(verb) and not is_present(finite):
            return outer.source_only().weakened("future")  # "plans to leave when he is sworn in"
        told = children(main, "ccomp") and verb.i > main.i  # "said it was ready, but only once"
        waits = outer.modality != "actual" or children(main, "acomp") or told
        if waits and is_only_then(verb):
            return outer.source_only().weakened("conditional")  # "ready to talk, but only once"
        # presupposed, whatever the main clause does: "warned him when he came"
        return outer.source_only()
    if verb.tag_ in ("VBG", "VBN"):
        return replace(outer, polarity="positive")
    return outer.source_only()


def _source_only(token: Token, reader: Reader) -> Factuality:
    """The source that the clause around a token has; its modality does not reach in here."""
    for one in [token, *token.ancestors]:
        if names_source(one, reader):
            return Factuality()  # what is said of the source is not on its word
        if one.pos_ in ("VERB", "AUX"):
            break
        if one.dep_ == "ccomp" and reader.verb(one.head).is_a("Attributing"):
            return _said(one, one.head, reader)  # a clause whose verb the parser did not see
    clause = clause_of(token)
    if clause is None:
        return quoted_sentence(token, reader)
    return factuality(clause, reader).source_only()
