"""Words to mentions. What may go in: deciding which words stand for an entity; how a common noun's
phrase is cut is in `noun_phrases`.

A mention is minimal yet whole: "a fleet of bombers bound for Syria" is "bombers", the amount kept.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.lang.en.lex_attrs import like_num

from kg.extract.noun_phrases import LONGEST_OF, nominal, noun_class, of_phrase
from kg.extract.reading import Reader, children
from kg.extract.verbs import is_added
from kg.model import Mention
from kg.nlp.tokens import Token, Tokens
from kg.nlp.tree import SUBJECTS

CLASS_OF_LABEL = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Region",
    "FAC": "Facility",
    "NORP": "Group",
    "EVENT": "Happening",
    "PRODUCT": "Equipment",
    "WORK_OF_ART": "Document",
    "LAW": "Document",
}
_PRONOUNS = frozenset("i we you he she it they him her them us me his its their who whom".split())
# Words that point at something said elsewhere, which no rule here resolves.
_POINTERS = frozenset(
    "this that these those which what there one ones something anything nothing everything "
    "someone anyone everyone nobody none other others same such each all both either some many "
    "few more most much another order way fact reason thing time case".split()
)
_NO_END = ("POS", "DT", "IN", "CC")  # tags of words that no name ends in
_ONE = frozenset(("a", "an", "another"))
_PERSONAL = ("an", "i", "on", "er", "ite", "iot", "crat")  # an Iraqi, a Briton, a Democrat
_NOT_OF_MONEY = frozenset("to for from by on at with".split())


def mention(token: Token, reader: Reader) -> Mention | None:
    """Give the mention whose head a token is.

    Args:
        token: the head of a noun phrase.
        reader: the paragraph.

    Returns:
        The mention, or None when the words stand for nothing by themselves ("this", "nobody").
    """
    entity = _entity_around(token, reader)
    if _is_owner_of_unsaid(token, entity):
        return None
    if entity is not None and entity.label_ == "NORP" and children(token, "nummod"):
        return nominal(token, reader)  # "100,000 Greeks" are not the Greeks
    if entity is not None and entity.label_ == "NORP" and _is_one_of_nation(token, reader):
        return replace(nominal(token, reader), type="Person")  # "the American won"
    if entity is not None:
        return None if _is_half(entity) else named(entity, reader)
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT", "DT"):
        return _pronoun(token, reader)
    if not token.text[:1].isalnum() or _is_torn(token):
        return None
    if token.lower_ in _POINTERS or token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ", "VERB"):
        return None
    if token.pos_ == "NUM" and token.ent_type_ == "MONEY":
        return _money(token, reader)
    if token.pos_ in ("NUM", "ADJ", "VERB") and token.tag_ not in ("VBG", "NNP", "NNPS"):
        return None
    if _is_asked(token) or token.left_edge.lower_ == "not":
        return None  # "not over 30 crowns but over pay"
    if _is_share_of_some(token):
        return None
    inner = _partitive(token, reader)
    if inner is not None:
        return inner
    if token.pos_ == "PROPN":
        return _proper(token, reader)
    return nominal(token, reader)


def _money(token: Token, reader: Reader) -> Mention:
    """An amount of money: $300 million."""
    words = list(reader.entities[token.i])
    if words[0].i > 0 and words[0].nbor(-1).tag_ == "$":
        words.insert(0, words[0].nbor(-1))
    for kind in children(token, "npadvmod", "prep"):  # "a share"; "of bonds", "in debt"
        if kind.left_edge.i == words[-1].i + 1 and kind.lower_ not in _NOT_OF_MONEY:
            words += [t for t in kind.subtree if t.i <= kind.i + LONGEST_OF]
    span = reader.span(words)
    return Mention(
        start=span.start,
        end=span.end,
        text=span.text,
        kind="nominal",
        type="Money",
        head=token.lemma_.lower(),
        modifiers=tuple(t.text for t in words if t.i < token.i),
    )


def _is_torn(token: Token) -> bool:
    """Whether the word is the latter half of a hyphenated one that the parser took apart."""
    if token.i < 2 or token.nbor(-1).text not in ("-", "–") or token.ent_type_:
        return False
    mark, first = token.nbor(-1), token.nbor(-2)
    joined = not mark.whitespace_ and not first.whitespace_
    return joined and first.head != token and not token.is_ancestor(first)


def _is_half(entity: Tokens) -> bool:
    """Whether a person's name is but the latter half of a hyphenated one: comet Lee-*Kim*."""
    if entity.label_ != "PERSON" or entity.start < 2:
        return False
    mark, first = entity.doc[entity.start - 1], entity.doc[entity.start - 2]
    return mark.text in ("-", "–", "/") and not mark.whitespace_ and not first.whitespace_


def _is_owner_of_unsaid(token: Token, entity: Tokens | None) -> bool:
    """While Harlow's fell: what Harlow has is not said again, and Harlow did not fall."""
    if token.dep_ not in SUBJECTS:
        return False
    marks = (t.i for t in children(token, "case") if t.tag_ == "POS")
    return any(entity is None or not entity.start <= i < entity.end for i in marks)


def _is_one_of_nation(token: Token, reader: Reader) -> bool:
    """The American, an Iraqi: one person, unlike "the French", "the Taliban" and "the Iraqi army".

    What ends like "French" and "Chinese" is said of one and of all alike.
    """
    if token.tag_ == "NNPS" or token.dep_ in ("amod", "compound", "nmod"):
        return False
    articles = {t.lower_ for t in children(token, "det")}
    if articles & _ONE:
        return True
    agreeing = [t for t in (token.head, *children(token.head, "aux", "auxpass")) if t.tag_ == "VBP"]
    several = token.dep_ in SUBJECTS and agreeing
    kinds = reader.noun(token).classes
    single = "Person" in kinds or (token.lower_.endswith(_PERSONAL) and not kinds)
    return "the" in articles and single and not several


def _is_asked(token: Token) -> bool:
    """How far graft has spread: how far is asked, and it is not said of the graft."""
    return any(t.tag_ == "WRB" for one in children(token, "amod") for t in one.children)


def named(entity: Tokens, reader: Reader, label: str = "") -> Mention:
    """Give the mention of a named entity, without article and possessive.

    Args:
        entity: its tokens.
        reader: the paragraph.
        label: its kind as the model writes it, when another than the model found.
    """
    words = [t for t in entity if t.dep_ != "punct" or t.text not in "\"“”'"]
    while len(words) > 1 and words[0].lower_ in ("the", "a", "an"):
        words = words[1:]
    while len(words) > 1 and (words[-1].tag_ in _NO_END or words[-1].is_punct):
        words = words[:-1]
    span = reader.span(words)
    label = label or entity.label_ or entity[0].ent_type_
    definite = any(t.lower_ == "the" for t in _determiners(entity))
    return Mention(
        start=span.start,
        end=span.end,
        text=span.text,
        kind="demonym" if label == "NORP" else "name",
        type=CLASS_OF_LABEL.get(label, "Entity"),
        head=entity.root.lemma_,
        definite=definite,
        plural=entity.root.tag_ in ("NNS", "NNPS"),
    )


def _determiners(entity: Tokens) -> list[Token]:
    before = [entity.doc[entity.start - 1]] if entity.start else []
    return [entity[0], *before]


def _entity_around(token: Token, reader: Reader) -> Tokens | None:
    """The named entity headed by the token; each half of "Russian-American" by itself.

    "Iranian air base" holds the name Iranian, yet is a base; "an Aleppo hospital" a hospital.
    """
    whole = reader.entities.get(token.i)
    if whole is not None and whole.label_ in ("NORP", "GPE") and any(t.text == "-" for t in whole):
        return token.doc[token.i : token.i + 1] if token.is_alpha else None
    return reader.entity(token)


def _pronoun(token: Token, reader: Reader) -> Mention | None:
    if token.lower_ not in _PRONOUNS:
        return None
    span = reader.span([token])
    return Mention(
        start=span.start,
        end=span.end,
        text=span.text,
        kind="pronoun",
        type="Entity",
        head=token.lower_,
        plural=token.lower_ in ("they", "them", "their", "we", "us"),
    )


def _partitive(token: Token, reader: Reader) -> Mention | None:
    """A fleet of bombers, a series of setbacks: the amount is kept, the thing is the mention."""
    if not reader.noun(token).is_a("Partitive"):
        return None
    for of in children(token, "prep"):
        if of.lower_ == "of":
            for inner in children(of, "pobj"):
                found = mention(inner, reader)
                if found is None or found.kind == "pronoun":
                    return None
                before = [t for t in token.subtree if t.i < of.i]
                found = replace(found, amount=" ".join(t.text for t in before))
                return _counted(token, found, reader) if _is_number(token) else found
    return None


def _is_share_of_some(token: Token) -> bool:
    """Nine percent of the firms that left, three of those who left: not of all firms."""
    inner = [t for of in children(token, "prep") if of.lower_ == "of" for t in of.children]
    if not any(_is_narrowed(t) for t in inner):
        return False
    return _is_number(token) or token.ent_type_ in ("PERCENT", "CARDINAL")


def _is_narrowed(noun: Token) -> bool:
    """Whether a relative clause without a comma says which are meant."""
    return any(t.left_edge.i > noun.i and not is_added(t) for t in children(noun, "relcl"))


def _is_number(token: Token) -> bool:
    return bool(like_num(token.lemma_.lower()))  # type: ignore[no-untyped-call]


def _counted(number: Token, thing: Mention, reader: Reader) -> Mention:
    """Thousands of people: not all people, so the number is part of what is meant."""
    if thing.kind not in ("nominal", "demonym"):
        return thing
    last = thing.end - reader.start
    words = [t for t in number.subtree if t.idx < last]
    while words and (words[0].is_punct or words[0].lower_ in ("the", "a", "an")):
        words = words[1:]
    span = reader.span(words)
    before = tuple(t.text for t in words if t.idx < thing.start - reader.start)
    return replace(
        thing,
        start=span.start,
        end=span.end,
        text=span.text,
        kind="nominal",
        modifiers=(*before, *thing.modifiers),
    )


def _proper(token: Token, reader: Reader) -> Mention:
    """A capitalised phrase that the model named nothing: its proper nouns are the name."""
    words = [token]
    for left in reversed([t for t in token.lefts if not t.is_punct and t.pos_ != "SYM"]):
        chain = list(left.subtree)  # Human of Rights of Watch
        joined = left.dep_ in ("compound", "nmod") and all(t.pos_ == "PROPN" for t in chain)
        named_already = any(t.i in reader.entities for t in chain)
        tied = _tied(chain[-1], words[0])
        if not joined or tied is None or named_already:
            break
        words = [*chain, *tied, *words]
    completed = of_phrase(token, reader)  # "Man of the Match award" is no man
    span = reader.span([*words, *completed])
    return Mention(
        start=span.start,
        end=span.end,
        text=span.text,
        kind="name",
        type="Entity" if completed else noun_class(token, reader) or "Entity",
        head=token.lemma_,
        plural=token.tag_ == "NNPS",
    )


def _tied(first: Token, second: Token) -> list[Token] | None:
    """What ties two words of a name together: nothing, or a hyphen; None if they are apart."""
    between = list(first.doc[first.i + 1 : second.i])
    if not between:
        return []
    close = len(between) == 1 and not first.whitespace_ and not between[0].whitespace_
    return between if close and between[0].text in ("-", "–", "/") else None
