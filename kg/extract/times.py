"""When what a verb tells happens. What may go in: finding the time expression that belongs to a
verb, and the tense it is to be read with."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.markers import Factuality
from kg.extract.reading import Reader, children, clause_of
from kg.extract.verbs import is_infinitive
from kg.model import Time
from kg.nlp.dates import Tense, resolve
from kg.nlp.tokens import Token, Tokens


def when(verb: Token, reader: Reader) -> Time | None:
    """The time that a verb's own adverbials give.

    Looks at time expressions below the verb that no other verb stands between, those of a stative
    participle ("bombers bound for Syria on Tuesday") included.
    """
    for entity in reader.doc[verb.sent.start : verb.sent.end].ents:
        if entity.label_ not in ("DATE", "TIME"):
            continue
        root = entity.root
        if _is_nowadays(entity.text, verb) or _is_one_bound(root) or _is_span_told(root, verb):
            continue
        if _is_adverbial(root) and _owner(root, reader) == verb:
            text = _interval(entity, verb)
            found = resolve(text, published=reader.published, tense=tense(verb))
            if found:
                return replace(found, text=text)
    return None


def _interval(entity: Tokens, verb: Token) -> str:
    """The words of a time; of "from 1995" the "to 2002" that follows belongs to it."""
    root = entity.root
    if root.dep_ != "pobj" or root.head.lower_ != "from":
        return entity.text
    for prep in [*children(verb, "prep"), *children(root.head, "prep")]:
        for end in children(prep, "pobj"):
            if prep.lower_ in ("to", "until") and _is_date(end) and end.i > root.i:
                return entity.doc[entity.start : end.i + 1].text
    return entity.text


def _is_date(token: Token) -> bool:
    return token.ent_type_ == "DATE" or (token.is_digit and len(token) == 4)


def _is_nowadays(text: str, verb: Token) -> bool:
    """Today, with a present tense, is no day."""
    finite = [verb, *children(verb, "aux", "auxpass")]
    return text.lower() == "today" and any(t.tag_ in ("VBZ", "VBP", "MD") for t in finite)


def _is_one_bound(root: Token) -> bool:
    """ "Since 2008" dates no single happening ("the first cut since 2008"), nor does "until"."""
    return root.dep_ == "pobj" and root.head.lower_ in ("since", "until", "till")


def _is_span_told(root: Token, verb: Token) -> bool:
    """Whether years span what a participle mentions: "meaning the reign from 1941 to 1979"."""
    spans = root.dep_ == "pobj" and root.head.lower_ == "from"
    return spans and verb.dep_ == "advcl" and verb.tag_ == "VBG"


def _is_adverbial(root: Token) -> bool:
    if root.dep_ in ("npadvmod", "advmod", "nmod"):
        return True
    return root.dep_ in ("pobj", "pcomp") and root.head.lower_ in (
        "on", "in", "since", "during", "at", "by", "until", "from", "between", "of",
    )  # fmt: skip


def _owner(root: Token, reader: Reader) -> Token | None:
    """The verb that a time expression belongs to."""
    token = root.head
    if token.pos_ == "ADP" or token.dep_ == "prep":
        token = token.head
        if token.pos_ == "PROPN":
            return None  # "the Care Act of 1988" is called so
    if token.pos_ not in ("VERB", "AUX"):
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ != "dobj":
            return None
        # "launched an attack on Monday", parsed as an attack on Monday
        return clause_of(token)
    return raised(token, reader)


def raised(verb: Token, reader: Reader) -> Token:
    """The clause that adjuncts after a stative participle belong to.

    "launched bombers bound for Syria on Tuesday from a base": bound takes no time, so what stands
    from there on belongs to launched.
    """
    last = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ in ("dobj", "pobj")
    stative = last and reader.verb(verb).is_a("Stative")
    clause = clause_of(verb.head) if stative else None
    return clause or verb


def tense(verb: Token) -> Tense:
    """Whether a verb looks back or ahead; infinitives and modals look ahead."""
    if any(t.tag_ == "MD" for t in children(verb, "aux")):
        return "future"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if is_infinitive(verb):
        # "tried to seize power on Friday" looks back, "plans to meet on Friday" ahead
        above = clause_of(verb)
        forms = [above, *children(above, "aux", "auxpass")] if above is not None else []
        back = above != verb and any(t.tag_ == "VBD" for t in forms)
        return "past" if back else "future"
    return "past"


def claimed(fact: Factuality, reader: Reader) -> Time | None:
    """When the source said so."""
    said = fact.said_by
    return when(said, reader) if said is not None and said.pos_ == "VERB" else None
