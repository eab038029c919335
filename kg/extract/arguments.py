"""To whom or what a clause does something: objects and prepositional phrases, shared ones included.

What may go in: walks of the dependency tree from a verb to its arguments behind the subject.
Labels are those of spaCy's English models (ClearNLP): https://spacy.io/models/en#en_core_web_md-labels
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.reading import Reader, children, conjuncts, particle_of
from kg.extract.subjects import antecedent_of, own_subjects, subjects
from kg.extract.verbs import is_infinitive, is_passive, recipients
from kg.nlp.tokens import Token
from kg.nlp.tree import NOUNS, SUBJECTS

# Prepositions whose phrase says when, why or how, and so is no argument of the verb.
ADJUNCTS = frozenset(
    "amid during after before despite since until because due without as following including per "
    "besides beyond while although though given like unlike within ahead pending throughout "
    "except based depending owing compared".split()
)


def objects(verb: Token, reader: Reader) -> list[Token]:
    """Give the direct objects, coordination spread out; the antecedent of an object relative."""
    direct = [child for child in children(verb, "dobj") if not _is_gradual(child)]
    paying = [t for t in recipients(verb) if t.pos_ in NOUNS]
    if paying and reader.verb(verb).is_a("Charging"):
        return conjuncts(paying[0])  # "fined the firm a million": not a million is fined
    found = [t for child in direct for t in conjuncts(child)]
    plain = [t for t in found if not (t.tag_ in ("WDT", "WP") and verb.dep_ == "relcl")]
    gap = verb.dep_ == "relcl" and is_infinitive(verb) and verb.head.dep_ == "dobj"
    if gap and not found and not is_passive(verb) and _lacks_object(verb):
        # "weapons to use against rebels"
        return [] if verb.head in subjects(verb, reader) else [verb.head]
    if verb.dep_ == "relcl" and children(verb, *SUBJECTS) and not is_passive(verb):
        own = own_subjects(verb)
        relative = [t for t in [*found, *children(verb, "dative")] if t.tag_ in ("WDT", "WP")]
        if relative or (not plain and own and verb.head not in own and _lacks_object(verb)):
            # "the air base Russia established"; in "a penalty which he awarded Spain" not Spain
            return [antecedent_of(verb, next(iter(relative), None), reader)]
    return plain or _told(verb, reader)


def _is_gradual(noun: Token) -> bool:
    """Step by step, day after day: how, not what."""
    inner = [t for prep in children(noun, "prep") for t in children(prep, "pobj")]
    return any(t.lower_ == noun.lower_ for t in inner)


def _told(verb: Token, reader: Reader) -> list[Token]:
    """Whom an infinitive is about: "let Russia base its planes", "want Iran to leave"."""
    entry = reader.verb(verb)
    if entry.is_a("Attributing") and entry.complement_modality != "intended":
        return []  # "studies show crops lose yield" is about what the crops do
    properties = reader.ontology.properties
    kinds = [properties[s.reference].event_type for s in entry.senses if not s.marker]
    if not any(kinds):
        return []  # "wants Turkey to leave", "saw them fight": not Turkey is wanted, nor they seen
    for clause in children(verb, "ccomp"):
        bare = clause.tag_ == "VB" and not any(t.tag_ == "MD" for t in children(clause, "aux"))
        for child in children(clause, "nsubj") if bare else []:
            if not children(clause, "mark") and child.tag_ not in ("WDT", "WP"):
                return conjuncts(child)
    return []


def _lacks_object(verb: Token) -> bool:
    """Whether an object relative clause may have lost its object to the antecedent."""
    adverbial = [t for t in children(verb, "advmod") if t.tag_ == "WRB"]
    stranded = [t for t in children(verb, "prep") if not list(t.children)]
    whose = [t for t in verb.subtree if t.tag_ == "WP$"]
    fronted = [t for t in verb.subtree if t.tag_ in ("WDT", "WP") and t.dep_ == "pobj"]
    complement = children(verb, "xcomp", "ccomp", "acomp", "attr")
    return not (adverbial or stranded or whose or fronted or complement)


def shared_object(verb: Token, reader: Reader) -> list[Token]:
    """The object of a later coordinated verb that an earlier one shares.

    "Police arrested and questioned the student": the student is arrested too.
    """
    if all(sense.marker for sense in reader.verb(verb).senses):
        return []  # "come and tour it", "reach out and help them": not come, not reach out
    for child in children(verb, "conj"):
        if child.pos_ == "VERB" and not children(child, *SUBJECTS) and not children(verb, "dobj"):
            adjacent = child.i - verb.i <= 3
            found = children(child, "dobj")
            if adjacent and found:
                return [t for one in found for t in conjuncts(one)]
            if adjacent and reader.verb(verb).is_a("Joint"):
                return _headed(child)
    return []


def _headed(verb: Token) -> list[Token]:
    """Founded and became head of Harlow; founded and served as its head: what is headed."""
    posts = children(verb, "attr", "oprd")
    posts += [t for p in children(verb, "prep") if p.lower_ == "as" for t in children(p, "pobj")]
    inside = [t for post in posts for p in children(post, "prep") for t in children(p, "pobj")]
    return [t for t in inside[:1] if t.ent_type_ == "ORG" and t.head.lower_ == "of"]


def prepositional(verb: Token) -> Iterator[tuple[str, Token]]:
    """Give the prepositional arguments of a verb, nouns only, in text order.

    Yields:
        The preposition in lower case ("from", "out of") and the head of its noun phrase; every
        conjunct of one phrase on its own.
    """
    for child in children(verb, "prep", "dative", "advmod"):
        if child.dep_ == "advmod":
            # "come closer to an agreement", "moved in and out of Iran"
            joined = children(child, "conj")
            if child.tag_ != "RBR" and not joined and child != particle_of(verb):
                continue
            for last in [child, *children(child, "conj")] if child.i > verb.i else []:
                for prep in children(last, "prep")[:1]:
                    words = "" if child == particle_of(verb) else verb.doc[child.i : prep.i].text
                    if len(words.split()) in (0, 1, 3) and prep.lower_ not in ("than", "as"):
                        yield from phrase(prep, words.lower())
        elif children(child, "neg"):
            for other in children(child, "conj"):  # "not over fares but over pay"
                yield from phrase(other)
        elif child.pos_ in ("ADP", "SCONJ", "VERB") and not _is_absolute(child, verb):
            yield from phrase(child)


def _is_absolute(prep: Token, verb: Token) -> bool:
    """With Lee on leave, they work: how things stand, and nobody they work with."""
    before = any(prep.i < t.i for t in children(verb, *SUBJECTS))
    return before and prep.lower_ == "with" and bool(children(prep, "prep"))


def phrase(prep: Token, before: str = "") -> Iterator[tuple[str, Token]]:
    """The preposition and noun heads of one prepositional phrase, its coordinations included."""
    name = f"{before} {prep.lower_}".strip()
    for child in prep.children:
        if child.dep_ == "pobj":
            for noun in conjuncts(child):
                if child.ent_type_ != "GPE" or noun.ent_type_ not in ("PERSON", "ORG"):
                    yield name, noun  # "Duke, in Durham, and Yale": not in Yale
        elif child.dep_ == "prep":
            # "out of Iran", "from outside the city"
            yield from phrase(child, name)
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            # "in Aleppo and in Latakia"
            yield from phrase(child)
