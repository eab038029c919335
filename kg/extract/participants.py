"""Who takes part, with pronouns that grammar settles put back to their names. What may go in: from
the token of an argument to its mention."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.mentions import mention
from kg.extract.reading import Reader, children, clause_of, has_that, head_of_conjuncts
from kg.extract.subjects import is_somebody, subjects
from kg.model import Mention, Span
from kg.nlp.tokens import Token, Tokens
from kg.nlp.tree import SUBJECTS

_PERSONAL = ("he", "she", "his", "her")
# What these open is said of what was done, or of what it was done to.
_GROUNDS = ("because", "as", "since", "so", "if", "unless", "though", "although")
_SAME = {"his": "he", "her": "she", "its": "it", "their": "they"}


def participant(token: Token, reader: Reader) -> Mention | None:
    """The mention of an argument, with pronouns that grammar settles put back to their names.

    A noun that a name is set beside gives the name ("Syria's president, Bashar Assad"), and so does
    a noun that only describes one ("Limbert, an officer stationed in Iran"; "Ford is a company
    based in Detroit").
    """
    if token.i not in reader.participants:
        reader.participants[token.i] = _participant(token, reader)
    return reader.participants[token.i]


def _participant(token: Token, reader: Reader) -> Mention | None:
    token = antecedent(token, reader)
    described = _described(token, reader)
    if described is not None:
        return participant(described, reader)
    name = _beside(token, reader) or token
    found = mention(name, reader)
    if found is None:
        return None
    first = phrase_span(token, reader)
    last = first if name is token else phrase_span(name, reader)
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
        told = _is_called(token, entity, reader) or _is_fronted(token, entity)
        if adjacent or entity.label_ == "PERSON" or told:
            return child
    return None


def _is_fronted(noun: Token, entity: Tokens) -> bool:
    """A graduate of Harlow, Lee left: no comma behind the name, so this is the subject."""
    opens = noun.left_edge.i == noun.sent.start and noun.dep_ in SUBJECTS
    closed = entity.end < len(noun.doc) and noun.doc[entity.end].is_punct
    return opens and not closed and entity.start > noun.i and noun.doc[entity.start - 1].text == ","


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
    if token.tag_ == "WP$":
        clause = clause_of(token)
        relative = clause is not None and clause.dep_ == "relcl"
        return clause.head if clause is not None and relative else token
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
    if len(above) != 1 or not _agrees(token, above[0], reader):
        return token
    # "met Ali during his visit": whose?
    beside = _beside(above[0], reader) or above[0]  # "the founder, Lee, met Orr on his visit"
    others = [t for t in verb.doc[verb.i : token.i] if t.ent_type_ == beside.ent_type_ != ""]
    return token if others and token.lower_ in _PERSONAL else above[0]


def _subject_antecedent(token: Token, reader: Reader) -> Token:
    verb = token.head
    while verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb.dep_ == "acl":
        return _of_denier(token, verb, reader)
    if verb.dep_ not in ("ccomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
        return token
    if verb.dep_ == "ccomp" and not reader.verb(verb.head).is_a("Attributing"):
        return token
    if token.i in reader.quoted and verb.head.i not in reader.quoted:
        return token
    above = subjects(verb.head, reader)
    if len(above) != 1 or above[0].i == token.i:
        return token
    own = [t for t in children(above[0], "poss") if t.tag_ == "PRP$"]
    aside = verb.dep_ == "ccomp" and verb.head.tag_ == "VBG" and verb.head.dep_ == "pcomp"
    if aside or any(_SAME.get(t.lower_) == token.lower_ for t in own):
        return token  # "his lawyer said he", "said after noting that he": somebody else
    if above[0].tag_ == "PRP" and above[0].dep_ in SUBJECTS:
        above[0] = _subject_antecedent(above[0], reader)  # climbs, and so comes to an end
    if _is_other(token, verb, above[0], reader):
        return token
    owners = [t for t in children(above[0], "poss") if t.pos_ == "PROPN"]
    if verb.dep_ == "advcl" and owners and not _agrees(token, above[0], reader):
        above = owners  # "Lee's fame began when he left"
    return above[0] if _agrees(token, above[0], reader) else token


def _is_other(pronoun: Token, clause: Token, subject: Token, reader: Reader) -> bool:
    """Whether a pronoun may as well be another than the subject of the main clause.

    The board rejected the bid as it was low: the bid may be. Media reported that they paid: who
    reports of others is not they.
    """
    main = clause.head
    if clause.dep_ == "ccomp" and not (main.dep_ == "advcl" and main.tag_ == "VBG"):
        return reader.is_any(subject, ("NewsMedia", "Document"))
    if clause.dep_ == "ccomp":
        main = subject.head  # "rejected the bid, saying it was low"
    elif not any(t.lower_ in _GROUNDS for t in children(clause, "mark")):
        return False  # "made an error when it left"
    before = [t for t in children(main, "dobj") if t.i < pronoun.i]
    things = (t.tag_ == "NN" and not is_somebody(t, reader) for t in before)
    return pronoun.lower_ == "it" and any(things)


def _of_denier(token: Token, verb: Token, reader: Reader) -> Token:
    """Chad denied claims that it had left: the denier, whom it is about."""
    claim = verb.head
    owners = [t for t in children(claim, "poss") if t.pos_ == "PROPN"]
    if has_that(verb) and owners:
        return owners[0] if _agrees(token, owners[0], reader) else token  # "Lee's word that he"
    denial = claim.head
    if claim.dep_ != "dobj" or not reader.noun(claim).is_a("Attributing"):
        return token
    entry = reader.verb(denial)
    if not entry.is_a("Attributing") or entry.complement_polarity != "negative":
        return token
    above = subjects(denial, reader)
    fits = len(above) == 1 and above[0].tag_ != "PRP" and _agrees(token, above[0], reader)
    return above[0] if fits else token


def _agrees(pronoun: Token, noun: Token, reader: Reader) -> bool:
    found = mention(noun, reader)
    if found is None or found.kind == "pronoun":
        return False
    plural = noun.tag_ in ("NNS", "NNPS")
    is_person = found.type == "Person" or _has_honorific(noun, reader)
    if pronoun.lower_ in _PERSONAL:
        return is_person and not plural
    if pronoun.lower_ in ("it", "its"):
        return not is_person and not plural and found.type != "Group"
    if pronoun.lower_ in ("they", "their"):
        return plural or found.type in ("Group", "Organization", "MilitaryForce", "ArmedGroup")
    return False


def _has_honorific(name: Token, reader: Reader) -> bool:
    """Mr Lee, Mrs. Lee, Dr Lee: somebody, whatever the model took the name for."""
    return any(
        reader.ontology.word(t.lower_.rstrip("."), "noun").is_a("Honorific")
        for t in children(name, "compound")
    )


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
