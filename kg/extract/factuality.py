"""Is it said to be so? Polarity, modality and who claims it. What may go in: scope, no verbs.

Which words plan, deny or doubt is data (`ontologies/lexicon.ttl`: complementModality, modality,
complementPolarity, polarity, Attributing). This module knows only how far a word reaches:
up from a verb through complements, never across an independent clause.
The scheme follows FactBank (Saurí and Pustejovsky 2009): polarity, certainty, source.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.arguments import (
    SUBJECTS,
    agents,
    agents_of_noun,
    coordinated,
    is_coordinated_complement,
    is_infinitive,
    is_passive,
    subjects,
)
from kg.extract.mentions import mention
from kg.extract.quotes import spoken
from kg.extract.reading import Reader, children
from kg.model import Modality, Polarity, Source

# Which modality wins when two are in scope: "said it might plan to" is possible.
_RANK: dict[Modality, int] = {
    "actual": 0,
    "future": 1,
    "intended": 2,
    "possible": 3,
    "conditional": 4,
}
_FACTIVE_CLAUSES = ("relcl", "acl", "advcl")


@dataclass(frozen=True, slots=True)
class Factuality:
    """How a clause is put: negated or not, fact or plan, and on whose word."""

    polarity: Polarity = "positive"
    modality: Modality = "actual"
    source: Source | None = None
    said_by: Token | None = None  # the verb or noun of saying
    unsourced: bool = False  # attributed to somebody whom the text does not name here

    def negated(self, polarity: Polarity | None) -> Factuality:
        """Add a negation (two cancel out)."""
        if polarity != "negative":
            return self
        return replace(self, polarity="positive" if self.polarity == "negative" else "negative")

    def weakened(self, modality: Modality | None) -> Factuality:
        """Add a modality; the weaker one stays."""
        if modality is None or _RANK[modality] <= _RANK[self.modality]:
            return self
        return replace(self, modality=modality)


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
    found = _own(verb, _inherited(verb, reader), reader)
    if found.said_by is None and found.source is not None and verb.i not in reader.quoted:
        return replace(found, source=None)  # its governor is quoted, it is not
    if found.source is None and verb.i in reader.quoted:
        # whatever the parser made of it, what stands in quotation marks is somebody's
        speaker = next(spoken(verb.sent, reader), None)
        return replace(found, source=speaker, unsourced=speaker is None)
    if found.source is not None and _is_aside(verb, found.said_by):
        return replace(found, source=None, said_by=None)
    return found


def _is_aside(verb: Token, said_by: Token | None) -> bool:
    """Whether dashes set the clause off from the saying: an aside is the article's own."""
    if said_by is None or said_by.sent.start != verb.sent.start:
        return False
    dashes = [t.i for t in verb.sent if t.text in ("—", "–", "--")]
    within = [(a, b) for a, b in zip(dashes[::2], dashes[1::2], strict=False) if a < verb.i < b]
    return any(not a < said_by.i < b for a, b in within)


def _own(verb: Token, found: Factuality, reader: Reader) -> Factuality:
    """What stands with the verb itself: auxiliaries, negation, adverbs, a subordinator."""
    for child in _markers(verb):
        if child.dep_ == "neg":
            found = found.negated("negative")
        elif child.dep_ in ("aux", "auxpass"):
            found = found.weakened(_auxiliary(child, found, reader))
        elif child.dep_ == "advmod":
            entry = reader.ontology.word(child.lower_, "adverb")
            found = found.negated(entry.polarity).weakened(entry.modality)
        elif child.dep_ == "mark" and not _is_concessive(child):
            entry = reader.ontology.word(child.lower_, "conjunction")
            found = found.negated(entry.polarity).weakened(entry.modality)
    found = found.negated(_negative_argument(verb, reader))
    if found.polarity == "positive" and _is_alternative(verb):
        found = found.weakened("possible")  # "will raise fees or close"
    if verb.dep_ in ("acl", "relcl") and _is_none(verb.head, reader):
        found = found.negated("negative")  # "there are no casualties left"
    return _future_infinitive(verb, found)


def _is_concessive(mark: Token) -> bool:
    """Even if they failed: they failed."""
    return mark.i > 0 and mark.nbor(-1).lower_ in ("even", "as")


def _markers(verb: Token) -> list[Token]:
    """The verb's markers; a coordinated verb without its own auxiliary shares the first's.

    "will meet Assad and sign a treaty": will holds for both; "did not attack or kill" likewise.
    """
    own = [t for t in verb.children if t.dep_ in ("neg", "aux", "auxpass", "advmod", "mark")]
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
        return own
    if children(verb, "aux", "auxpass", "nsubj", "nsubjpass"):
        return own
    if verb.tag_ in ("VB", "VBN", "VBG"):
        return own + [t for t in _markers(verb.head) if t.dep_ in ("aux", "neg", "mark")]
    return own + [t for t in _markers(verb.head) if t.dep_ == "mark"]


def _auxiliary(aux: Token, found: Factuality, reader: Reader) -> Modality | None:
    modality = reader.ontology.word(aux.lower_, "modal").modality
    lemma = reader.ontology.word(aux.lemma_.lower(), "modal").modality
    modality = modality or lemma
    if modality == "conditional" and found.source is not None and _in_past(found.said_by):
        # "said it would": the future seen from the past
        return "future"
    return modality


def _in_past(token: Token | None) -> bool:
    return token is not None and (token.tag_ in ("VBD", "VBN") or token.pos_ == "NOUN")


def _is_alternative(verb: Token) -> bool:
    """Whether "or" offers another verb in its place."""
    pair = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    joined = any(c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") for c in verb.children)
    if verb.dep_ != "conj" and not joined:
        return False
    return any(t.lower_ == "or" for one in pair for t in children(one, "cc"))


def _is_none(noun: Token, reader: Reader) -> bool:
    words = children(noun, "det", "neg")
    return any(reader.ontology.word(w.lower_, "determiner").polarity == "negative" for w in words)


def _negative_argument(verb: Token, reader: Reader) -> Polarity | None:
    """No casualties were reported; nobody came; neither side attacked."""
    for child in children(verb, "nsubj", "nsubjpass", "dobj", "attr"):
        words = [child, *children(child, "det", "neg", "preconj")]
        if any(reader.ontology.word(w.lower_, "determiner").polarity == "negative" for w in words):
            return "negative"
    return None


def _future_infinitive(verb: Token, found: Factuality) -> Factuality:
    """Putin is to meet Assad: "be" and an infinitive is a plan for the future."""
    if verb.dep_ == "xcomp" and is_infinitive(verb) and verb.head.lemma_ == "be":
        return found.weakened("future")
    return found


def _inherited(verb: Token, reader: Reader) -> Factuality:
    """What a governing word says of the clause."""
    dep, head = verb.dep_, verb.head
    if dep == "ROOT" or _is_parted(verb, reader):
        return _quoted_sentence(verb, reader)
    if is_coordinated_complement(verb):
        return _inherited(head, reader)
    if dep == "conj":
        above = coordinated(verb, reader) if head.pos_ in ("VERB", "AUX") else head
        return _inherited(above, reader)
    if dep in ("ccomp", "xcomp", "parataxis", "csubj", "csubjpass", "oprd"):
        return _complement(verb, head, reader)
    if dep == "acl" and head.pos_ in ("NOUN", "PROPN"):
        return _noun_clause(verb, head, reader)
    if dep == "relcl":
        return _relative_clause(verb, head, reader)
    if dep == "pcomp":
        return _gerund(verb, head, reader)
    if dep == "advcl":
        return _adverbial(verb, head, reader)
    return _source_only(head, reader)


def _is_parted(verb: Token, reader: Reader) -> bool:
    """Whether a clause only stands beside its governor: then it stands for itself.

    "Russia backs him; Turkey wants him gone." "It is near, so planes can carry more."
    """
    if verb.dep_ not in ("ccomp", "parataxis", "conj"):
        return False
    first, last = sorted((verb.i, verb.head.i))
    marks = (";", ":") if verb.i < verb.head.i else (";",)
    if any(t.text in marks for t in verb.doc[first:last]):
        return True
    before = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.pos_ in ("VERB", "AUX")
    return before and not reader.verb(verb.head).is_a("Attributing")


def _quoted_sentence(verb: Token, reader: Reader) -> Factuality:
    """A sentence that stands whole in quotation marks is its speaker's."""
    start = verb.sent.start
    if start not in reader.speakers:
        return _according_to(verb, reader)
    source = reader.speakers[start]
    return Factuality(source=source, unsourced=source is None)


def _according_to(verb: Token, reader: Reader) -> Factuality:
    """Iran, according to officials, hosts Russia; in Putin's words."""
    for child in children(verb, "prep"):
        inner = [t for to in children(child, "prep") for t in children(to, "pobj")]
        words = " ".join([child.lower_, *(t.lower_ for t in children(child, "prep"))])
        if inner and reader.ontology.word(words, "preposition").is_a("Attributing"):
            who = mention(inner[0], reader)
            if who is not None:
                return Factuality(source=Source(mention=who, cue=words), said_by=child)
    return Factuality()


def _complement(verb: Token, head: Token, reader: Reader) -> Factuality:
    """The clause is a complement: said that, seeks to, is likely to, refused to."""
    if head.pos_ in ("ADJ", "NOUN", "ADV") and head.dep_ in ("acomp", "attr", "oprd"):
        outer = factuality(head.head, reader)
        entry = reader.word(head)
        modality = entry.complement_modality or (None if entry.complement_polarity else "possible")
        return outer.negated(entry.complement_polarity).weakened(modality)
    if head.pos_ not in ("VERB", "AUX"):
        return Factuality(modality="possible")
    entry = reader.verb(head)
    if entry.is_a("Attributing") and (verb.dep_ != "xcomp" or is_passive(head)):
        return _said(verb, head, reader)
    outer = factuality(head, reader)
    if head.lemma_ == "be" or entry.complement_modality or entry.complement_polarity:
        return outer.negated(entry.complement_polarity).weakened(entry.complement_modality)
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        return outer  # "tweeted using his account"
    # A governor that the lexicon lacks: nothing is known of what it makes of its complement.
    return outer.weakened("possible")


def _said(verb: Token, head: Token, reader: Reader) -> Factuality:
    """X said that the clause holds: X is its source; outer sources are left behind."""
    entry = reader.verb(head)
    outer = factuality(head, reader)
    speakers = agents(head) if is_passive(head) else subjects(head, reader)
    who = mention(speakers[0], reader) if speakers else None
    if who is not None and who.kind == "pronoun" and who.head in ("i", "we") and outer.source:
        who = outer.source.mention
    source = Source(mention=who, cue=_cue(head)) if who else outer.source
    found = Factuality(
        # what is only to be said, or might be, is not yet claimed
        modality="actual" if outer.modality == "actual" else "possible",
        source=source,
        said_by=head,
        unsourced=outer.unsourced if source else is_passive(head) or outer.unsourced,
    )
    if is_passive(head) and not speakers:
        # "is said to", "was reported that": somebody unnamed
        found = replace(found, source=outer.source, unsourced=False).weakened("possible")
    if outer.polarity == "negative":
        # "did not say that": nothing is claimed
        return found.weakened("possible")
    found = found.negated(entry.complement_polarity)
    if entry.complement_modality == "intended" and _is_indicative(verb, head):
        return found  # "told them that it was over": said, not ordered
    return found.weakened(entry.complement_modality)


def _is_indicative(verb: Token, head: Token) -> bool:
    """Whether a clause tells how things are: "told him that he left", not "that he leave"."""
    words = [verb, *children(verb, "aux", "auxpass")]
    if any(t.tag_ in ("VBD", "VBZ", "MD") for t in words):
        return True
    return any(t.tag_ == "VBP" for t in words) and head.tag_ in ("VBZ", "VBP")


def _cue(verb: Token) -> str:
    return " ".join([verb.text, *(t.text for t in children(verb, "prt"))])


def _noun_clause(verb: Token, noun: Token, reader: Reader) -> Factuality:
    """The decision to let Russia in; claims that Iran hosts; militants battling in Aleppo."""
    entry = reader.ontology.word(noun.lemma_.lower(), "noun")
    outer = _source_only(noun, reader)
    if is_infinitive(verb):
        return outer.negated(entry.complement_polarity).weakened(
            entry.complement_modality or "intended"
        )
    if any(t.lower_ == "that" for t in children(verb, "mark")):
        if entry.is_a("Attributing"):
            who = [m for t in agents_of_noun(noun, reader) if (m := mention(t, reader))]
            if who:
                outer = replace(outer, source=Source(mention=who[0], cue=noun.text), said_by=noun)
        modality = entry.complement_modality or (None if entry.is_a("Attributing") else "possible")
        return outer.negated(entry.complement_polarity).weakened(modality)
    return outer


def _relative_clause(verb: Token, noun: Token, reader: Reader) -> Factuality:
    outer = _source_only(noun, reader)
    if is_infinitive(verb) and not _is_singled_out(noun):
        # "a coalition to fight in Syria" is not yet fighting; "the first to operate" is
        entry = reader.ontology.word(noun.lemma_.lower(), "noun")
        return outer.weakened(entry.complement_modality or "intended")
    return outer


def _is_singled_out(noun: Token) -> bool:
    return any(
        t.ent_type_ == "ORDINAL" or t.tag_ == "JJS" or t.lower_ in ("only", "last")
        for t in children(noun, "amod")
    )


def _gerund(verb: Token, prep: Token, reader: Reader) -> Factuality:
    """Without saying; accused of arming; barred from entering; after meeting."""
    governor = prep.head
    own = reader.ontology.word(prep.lower_, "preposition")
    if children(verb, *SUBJECTS):
        return _source_only(governor, reader)  # "with civilians bearing the brunt"
    if governor.pos_ in ("VERB", "AUX"):
        entry = reader.verb(governor)
        outer = factuality(governor, reader)
        if entry.complement_modality or entry.complement_polarity:
            if entry.is_a("Attributing"):
                outer = _said(verb, governor, reader)
            return outer.negated(entry.complement_polarity).weakened(entry.complement_modality)
        if prep.lower_ == "for" and not children(governor, "dobj") and not is_passive(governor):
            return replace(outer, polarity="positive").weakened("possible")
        base = replace(outer, polarity="positive")
        return base.negated(own.polarity)
    outer = _source_only(governor, reader)
    entry = reader.ontology.word(governor.lemma_.lower(), "noun")
    modality = entry.complement_modality or "possible"
    return outer.negated(own.polarity).negated(entry.complement_polarity).weakened(modality)


def _adverbial(verb: Token, main: Token, reader: Reader) -> Factuality:
    """Adverbial clauses: purpose is intended; a participle shares the main clause's modality."""
    outer = factuality(main, reader) if main.pos_ in ("VERB", "AUX") else _source_only(main, reader)
    if is_infinitive(verb) and not children(verb, "nsubj"):
        return replace(outer, polarity="positive").weakened("intended")
    if is_infinitive(verb):
        return replace(outer, polarity="positive").weakened("possible")
    if children(verb, "mark") or any(t.tag_ == "WRB" for t in children(verb, "advmod")):
        # presupposed, whatever the main clause does: "warned him when he came"
        return Factuality(source=outer.source, said_by=outer.said_by, unsourced=outer.unsourced)
    if verb.tag_ in ("VBG", "VBN"):
        return replace(outer, polarity="positive")
    return Factuality(source=outer.source, said_by=outer.said_by, unsourced=outer.unsourced)


def _source_only(token: Token, reader: Reader) -> Factuality:
    """The source that the clause around a token has; its modality does not reach in here."""
    clause = clause_of(token)
    if clause is None:
        return _quoted_sentence(token, reader)
    found = factuality(clause, reader)
    return Factuality(source=found.source, said_by=found.said_by, unsourced=found.unsourced)


def clause_of(token: Token) -> Token | None:
    """The verb of the clause that a noun stands in."""
    while token.dep_ != "ROOT":
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


def scope(noun: Token, reader: Reader) -> Factuality:
    """How the event that a noun names is put: as the clause around it.

    "hopes for talks", "would attend talks", "no talks": the governing verb decides, or the noun
    that the event is a complement of.
    """
    found = Factuality()
    verb = clause_of(noun)
    if verb is not None:
        found = factuality(verb, reader)
        entry = reader.verb(verb)
        hoped_for = noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head == verb
        if not entry.is_a("SupportVerb") and (noun.dep_ == "dobj" or hoped_for):
            changes = entry.complement_modality if not entry.is_a("Attributing") else None
            found = found.weakened(changes)
            spoken = reader.ontology.word(noun.lemma_.lower(), "noun").complement_modality
            # Who rejects an offer does not undo that it was made.
            if entry.complement_polarity and noun.dep_ == "dobj" and not spoken:
                found = found.negated(entry.complement_polarity)
        elif noun.dep_ not in ("dobj", "nsubj", "nsubjpass", "attr"):
            found = replace(found, polarity="positive")
    else:
        found = _quoted_sentence(noun, reader)
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if governor.pos_ == "NOUN":
        entry = reader.ontology.word(governor.lemma_.lower(), "noun")
        found = found.weakened(entry.complement_modality).negated(entry.complement_polarity)
    if any(
        reader.ontology.word(t.lower_, "determiner").polarity == "negative"
        for t in children(noun, "det")
    ) and noun.dep_ not in ("dobj", "nsubj", "nsubjpass", "attr"):
        found = found.negated("negative")
    for adjective in children(noun, "amod"):
        found = found.weakened(reader.word(adjective).modality)
    return found
