"""Puts an extraction together from its parts. What may go in: the assembly all extractors share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.arguments import SUBJECTS, is_infinitive, subjects
from kg.extract.markers import Factuality
from kg.extract.mentions import mention
from kg.extract.reading import Reader, children, clause_of, head_of_conjuncts
from kg.model import Extraction, Mention, Predicate, Span, Surface, Time, Value
from kg.nlp.dates import Tense, resolve

_PERSONAL = ("he", "she", "his", "her")
_FIRST = ("i", "me", "my")


def extraction(
    *,
    reader: Reader,
    anchor: Token,
    subject: Mention,
    predicate: Predicate,
    object: Mention | Value | None,
    fact: Factuality,
    rule: str,
    confidence: float,
    roles: Iterable[tuple[str, Mention]] = (),
    time: Time | None = None,
    surface: Surface | None = None,
) -> Extraction:
    """Make the extraction that a rule read at a token.

    Args:
        reader: the paragraph.
        anchor: the verb or noun that the statement hangs on; gives the sentence.
        subject: who; `predicate` and `object`: does what to whom.
        fact: polarity, modality and source of the clause.
        rule: the rule's name, as "clause.active".
        confidence: between 0 and 1.
        roles: further arguments by their preposition.
        time: when it happens.
        surface: the open tuple in the text's words.
    """
    first_person = fact.source.mention if fact.source else None
    return Extraction(
        article=reader.article.id,
        subject=_speaking(subject, first_person),
        predicate=predicate,
        object=_speaking(object, first_person) if isinstance(object, Mention) else object,
        roles=tuple(roles),
        time=time,
        polarity=fact.polarity,
        modality=fact.modality,
        source=fact.source,
        claimed=claimed(fact, reader),
        rule=rule,
        sentence=reader.sentence(anchor),
        surface=surface,
        confidence=confidence,
    )


def located(
    subject: Mention, place: Mention, anchor: Token, fact: Factuality, reader: Reader, *, rule: str
) -> Extraction:
    """The extraction that something lies in a place."""
    return extraction(
        reader=reader,
        anchor=anchor,
        subject=subject,
        predicate=Predicate(lemma="lie", pos="pattern", preposition="in"),
        object=place,
        fact=fact,
        rule=rule,
        confidence=0.8,
    )


def _speaking(found: Mention, speaker: Mention | None) -> Mention:
    """The I of a quote is its speaker; the words keep their place."""
    if found.kind == "pronoun" and found.head in _FIRST and speaker is not None:
        return speaker
    return found


def participant(token: Token, reader: Reader) -> Mention | None:
    """The mention of an argument, with pronouns that grammar settles put back to their names.

    A noun that a name is set beside gives the name ("Syria's president, Bashar Assad"), and so does
    a noun that only describes one ("Limbert, an officer stationed in Iran"; "Ford is a company
    based in Detroit").
    """
    token = antecedent(token, reader)
    described = _described(token, reader)
    if described is not None:
        return participant(described, reader)
    name = _beside(token, reader) or token
    found = mention(name, reader)
    if found is None:
        return None
    first, last = phrase_span(token, reader), phrase_span(name, reader)
    whole = reader.slice(
        min(first.start, last.start) - reader.start, max(first.end, last.end) - reader.start
    )
    return replace(found, phrase=whole)


def _described(token: Token, reader: Reader) -> Token | None:
    """The name that an apposition or a predicate noun describes."""
    if token.pos_ != "NOUN" and not (token.dep_ == "attr" and children(token, "det")):
        return None
    if token.dep_ == "appos" and reader.entity(token.head) is not None:
        return token.head
    if (
        token.dep_ == "attr"
        and token.head.lemma_ == "be"
        and reader.verb(token.head).is_a("Copular")
    ):
        above = children(token.head, "nsubj")
        named = len(above) == 1 and (reader.entity(above[0]) or above[0].pos_ == "PROPN")
        return above[0] if named else None
    return None


def _beside(token: Token, reader: Reader) -> Token | None:
    """The name set beside a noun."""
    if token.pos_ != "NOUN":
        return None
    for child in children(token, "appos"):
        entity = reader.entity(child)
        if entity is None:
            continue
        adjacent = entity.start == token.i + 1 and child.pos_ == "PROPN"
        if adjacent or entity.label_ == "PERSON" or _is_called(token, entity, reader):
            return child
    return None


def _is_called(noun: Token, entity: Tokens, reader: Reader) -> bool:
    """The new company, Harlow Media, on Monday: between commas, and of one class."""
    set_off = entity.start == noun.i + 2 and noun.nbor(1).text == ","
    closed = entity.end < len(reader.doc) and reader.doc[entity.end].text in (",", ".")
    body = any(reader.ontology.is_a(kind, "Organization") for kind in reader.noun(noun).classes)
    return set_off and closed and body and entity.label_ == "ORG" and noun.tag_ == "NN"


def antecedent(token: Token, reader: Reader) -> Token:
    """Give the noun that a pronoun stands for where grammar alone decides, else the token.

    "Iran said it would leave": it is Iran. "The base closed after it was hit": it is the base.
    Only subjects of complements of saying and of adverbial clauses, agreeing in kind.
    """
    if token.tag_ == "PRP$":
        return _owner_antecedent(token, reader)
    if token.tag_ != "PRP" or token.dep_ not in SUBJECTS:
        return token
    found = _subject_antecedent(token, reader)
    if found == token:
        # "they said they would free the man whom they had taken": one pronoun, one referent
        for other in token.sent:
            same = other.tag_ == "PRP" and other.lower_ == token.lower_ and other.i < token.i
            if same and other.dep_ in SUBJECTS:
                return _subject_antecedent(other, reader)
    return found


def _owner_antecedent(token: Token, reader: Reader) -> Token:
    """Kerry held his first meeting: the possessor within the object is the subject."""
    first = head_of_conjuncts(token.head)
    if first != token.head and not children(first, "poss") and _agrees(token, first, reader):
        return first  # "Francis Baker and his wife", but not "her husband, Francis, and her son"
    verb = clause_of(token)
    if verb is None or token.i < verb.i:
        return token
    above = [antecedent(t, reader) for t in subjects(verb, reader)]
    if len(above) == 1 and _agrees(token, above[0], reader):
        return above[0]
    return token


def _subject_antecedent(token: Token, reader: Reader) -> Token:
    verb = token.head
    while verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb.dep_ not in ("ccomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
        return token
    if verb.dep_ == "ccomp" and not reader.verb(verb.head).is_a("Attributing"):
        return token
    if token.i in reader.quoted and verb.head.i not in reader.quoted:
        return token
    above = subjects(verb.head, reader)
    if len(above) != 1 or above[0].i == token.i:
        return token
    if above[0].tag_ == "PRP" and above[0].dep_ in SUBJECTS:
        above[0] = _subject_antecedent(above[0], reader)  # climbs, and so comes to an end
    return above[0] if _agrees(token, above[0], reader) else token


def _agrees(pronoun: Token, noun: Token, reader: Reader) -> bool:
    found = mention(noun, reader)
    if found is None or found.kind == "pronoun":
        return False
    plural = noun.tag_ in ("NNS", "NNPS")
    is_person = found.type == "Person"
    if pronoun.lower_ in _PERSONAL:
        return is_person and not plural
    if pronoun.lower_ in ("it", "its"):
        return not is_person and not plural and found.type != "Group"
    if pronoun.lower_ in ("they", "their"):
        return plural or found.type in ("Group", "Organization", "MilitaryForce", "ArmedGroup")
    return False


def when(verb: Token, reader: Reader) -> Time | None:
    """The time that a verb's own adverbials give.

    Looks at time expressions below the verb that no other verb stands between, those of a stative
    participle ("bombers bound for Syria on Tuesday") included.
    """
    for entity in reader.doc[verb.sent.start : verb.sent.end].ents:
        if entity.label_ not in ("DATE", "TIME"):
            continue
        root = entity.root
        if _is_nowadays(entity.text, verb) or _is_vague_since(root):
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


def _is_vague_since(root: Token) -> bool:
    """ "Since 2008" dates no single happening: "the first cut since 2008"."""
    return root.dep_ == "pobj" and root.head.lower_ == "since"


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


def act_of(verb: Token, reader: Reader) -> str:
    """The verb that makes a clause a threat, promise, demand or refusal, by its lemma."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ == "VERB":
        return act_of(head, reader)
    if verb.dep_ not in ("xcomp", "ccomp", "pcomp"):
        return ""
    return _act(head.head if verb.dep_ == "pcomp" else head, reader)


def act_of_noun(noun: Token, reader: Reader) -> str:
    """The verb that makes an event a threat or promise: "promised aid to Mozambique"."""
    return _act(noun.head, reader) if noun.dep_ == "dobj" else ""


def _act(governor: Token, reader: Reader) -> str:
    entry = reader.verb(governor) if governor.pos_ == "VERB" else None
    if entry is None or entry.complement_modality in ("actual", None):
        return entry.lemma if entry and entry.complement_polarity else ""
    return entry.lemma


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


def phrase_span(head: Token, reader: Reader) -> Span:
    """The whole noun phrase, without what is coordinated, set beside it or told of it."""
    tokens = [t for t in head.subtree if not t.is_space]
    cut = [c for c in head.children if c.dep_ in ("appos", "relcl", "conj", "cc") and c.i > head.i]
    if cut:
        edge = min(min(t.i for t in c.subtree) for c in cut)
        tokens = [t for t in tokens if t.i < edge]
    while tokens and (tokens[-1].is_punct and tokens[-1].text not in '"”)'):
        tokens = tokens[:-1]
    return reader.span(tokens or [head])


def phrase_text(head: Token, reader: Reader) -> str:
    """The words of the whole noun phrase."""
    return phrase_span(head, reader).text
