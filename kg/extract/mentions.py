"""Noun phrases to mentions. What may go in: deciding which words stand for an entity.

A mention is minimal yet whole: "a fleet of bombers bound for Syria" is "bombers", the amount kept.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from spacy.lang.en.lex_attrs import like_num

from kg.extract.reading import Reader, children, conjuncts
from kg.model import Mention
from kg.nlp.tokens import Token, Tokens

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
_BEFORE = ("amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "punct", "case")
_PRONOUNS = frozenset("i we you he she it they him her them us me his its their who whom".split())
# Words that point at something said elsewhere, which no rule here resolves.
_POINTERS = frozenset(
    "this that these those which what there one ones something anything nothing everything "
    "someone anyone everyone nobody none other others same such each all both either some many "
    "few more most much another order way fact reason thing time case".split()
)
_NO_END = ("POS", "DT", "IN", "CC")  # tags of words that no name ends in
_OWNERS = ("ORG", "NORP")  # "the NATO base" is one of many
_LONGEST_OF = 9
_WHOLE = ("all", "both", "such", "what", "quite", "rather")
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
    if _is_asked(token) or any(t.lower_ == "not" for left in token.lefts for t in left.subtree):
        return None  # "not over fares but over pay"
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
            words += [t for t in kind.subtree if t.i <= kind.i + _LONGEST_OF]
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
    if token.dep_ not in ("nsubj", "nsubjpass"):
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
    several = token.dep_ in ("nsubj", "nsubjpass") and agreeing
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
    counted = _is_number(token) or token.ent_type_ in ("PERCENT", "CARDINAL")
    inner = [t for of in children(token, "prep") if of.lower_ == "of" for t in of.children]
    return counted and any(_is_narrowed(t) for t in inner)


def _is_narrowed(noun: Token) -> bool:
    """Whether a relative clause without a comma says which are meant."""
    clauses = [t for t in children(noun, "relcl") if t.left_edge.i > noun.i]
    return any(t.left_edge.nbor(-1).text != "," for t in clauses)


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
    completed = _of_phrase(token, reader)  # "Man of the Match award" is no man
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


def nominal(token: Token, reader: Reader) -> Mention:
    """Give the mention of a common noun with the words that narrow it down."""
    share = _share(token)
    parts = [*_modifiers(token, reader), token, *_torn_off(token), *_of_phrase(token, reader)]
    words = sorted(parts, key=attrgetter("i"))
    words = [*share, *(t for t in words if words[0].i <= t.i)]
    span = reader.span(words)
    return Mention(
        start=span.start,
        end=span.end,
        text=span.text,
        kind="name" if _is_place_name(token, words, reader) else "nominal",
        type=_sort_of(token, reader),
        head=token.lemma_.lower(),
        definite=_is_definite(token) and not _is_restricted(token) and not share,
        restricted=_is_restricted(token),
        plural=token.tag_ in ("NNS", "NNPS"),
        modifiers=tuple(t.text for t in words if t.i < token.i and not t.is_punct),
        amount=next((t.text for t in children(token, "nummod")), None),
    )


def _share(token: Token) -> list[Token]:
    """Half the soldiers, nearly a third the price: the words that say how much of it."""
    before = [t for t in children(token, "nummod", "predet") if t.tag_ in ("PDT", "CD")]
    article = next((t for t in children(token, "det")), None)
    if article is None or not before or before[-1].i > article.i or before[-1].lower_ in _WHOLE:
        return []
    return list(before[-1].subtree)


def _sort_of(token: Token, reader: Reader) -> str:
    """The class of a common noun; a state of affairs is no state, and grounds for it no place."""
    kind = noun_class(token, reader) or "Entity"
    if not reader.ontology.is_a(kind, "Place"):
        return kind
    inner = [t for of in children(token, "prep") if of.lower_ in ("of", "for") for t in of.children]
    things = [t for t in inner if t.pos_ == "NOUN" and not t.ent_type_ and noun_class(t, reader)]
    abstract = ("Concept", "Happening", "Document")
    return "Entity" if any(reader.is_any(t, abstract) for t in things) else kind


def _is_place_name(token: Token, words: list[Token], reader: Reader) -> bool:
    """The Hamadan air base: a building that is called after its town has a name."""
    first = words[0]
    town = first.pos_ == "PROPN" and first.dep_ == "compound" and first.ent_type_ not in _OWNERS
    kind = noun_class(token, reader) or ""
    definite = any(t.lower_ == "the" for t in children(token, "det"))
    return town and definite and token.tag_ == "NN" and reader.ontology.is_a(kind, "Facility")


def _is_definite(token: Token) -> bool:
    return any(
        t.lower_ in ("the", "that", "this", "these", "those") for t in children(token, "det")
    )


def _is_restricted(token: Token) -> bool:
    """Whether a clause or phrase right after the noun says which one is meant."""
    return any(
        child.i > token.i and not token.doc[child.left_edge.i - 1].is_punct
        for child in children(token, "relcl", "acl", "prep")
    )


def _modifiers(token: Token, reader: Reader) -> list[Token]:
    """Adjectives, compounds and possessors directly before the noun, in one piece."""
    found: list[Token] = []
    for left in reversed(list(token.lefts)):
        if left.dep_ not in _BEFORE:
            break
        if reader.is_time(left) and not reader.is_time(token) and not _is_tied(left):
            break
        subtree = list(left.subtree)
        if any(t.dep_ in ("relcl", "appos") or t.tag_ == "," for t in subtree):
            break
        if any(t.dep_ == "cc" for t in subtree) and not _are_adjectives(subtree):
            break
        if left.tag_ in ("PRP$", "WP$"):
            break
        edge = found[0].i if found else token.i
        if subtree[-1].i != edge - 1:
            break
        found = subtree + found
    while found and (found[0].is_punct or found[0].lower_ in ("the", "a", "an")):
        found = found[1:]
    while len(found) > 1 and _is_only_said(found[0], reader) and not found[1].is_punct:
        found = found[1:]
    return _nation_before(found[0] if found else token, reader) + found


def _is_tied(word: Token) -> bool:
    """Whether a hyphen ties a word to the next: a *quarter*-finalist."""
    hyphen = word.nbor(1) if word.i + 1 < len(word.doc) else word
    return hyphen.text == "-" and not word.whitespace_ and not hyphen.whitespace_


def _is_only_said(adverb: Token, reader: Reader) -> bool:
    """Whether an adverb narrows nothing down: "only 20 men", but not "at least 20 men"."""
    if adverb.pos_ != "ADV":
        return False
    counts = any(t.tag_ == "CD" or t.dep_ == "nummod" for t in adverb.ancestors)
    return not counts or reader.ontology.word(adverb.lower_, "adverb").is_a("Focusing")


def _are_adjectives(words: list[Token]) -> bool:
    """Quicker and fairer, of decisions."""
    joined = [t for t in words if t.dep_ in ("cc", "conj")]
    return all(t.pos_ in ("ADJ", "CCONJ") for t in joined) and not any(t.ent_type_ for t in words)


def _nation_before(first: Token, reader: Reader) -> list[Token]:
    """A country or nationality right before the phrase, whatever the parser hung it on."""
    entity = reader.entities.get(first.i - 1) if first.i > first.sent.start else None
    if entity is None or entity.label_ not in ("GPE", "NORP") or first.i in reader.entities:
        return []
    belongs = entity.root.dep_ in ("conj", "nmod", "compound", "amod")
    return list(entity) if belongs and entity.root.head.i <= first.sent.end else []


def _torn_off(token: Token) -> list[Token]:
    """The rest of a hyphenated word: cross-*section*."""
    found: list[Token] = []
    after = token
    while after.i + 2 < len(token.doc) and not after.whitespace_ and after.nbor(1).text == "-":
        if after.nbor(1).whitespace_:
            break
        found += [after.nbor(1), after.nbor(2)]
        after = after.nbor(2)
    return found


def _of_phrase(token: Token, reader: Reader) -> list[Token]:
    """A short phrase that completes the noun: collapse of the Union, a spokesman for NATO."""
    title = reader.noun(token).is_a("Title")
    for of in children(token, "prep"):
        if token.dep_ == "dobj" and _is_charged(token, of, reader):
            return []
        joins = of.lower_ in (("of", "for") if title else ("of",)) or _is_held_in(token, of, reader)
        if joins and of.i == token.i + 1:
            last = _last_of(of)
            whole = [t for t in of.subtree if last is not None and t.i <= last.i]
            extra = any(t.dep_ in ("relcl", "acl", "appos") or t.tag_ == "PRP" for t in whole)
            if whole and len(whole) <= _LONGEST_OF + 1 and not extra:
                return whole
    return []


def _is_held_in(noun: Token, prep: Token, reader: Reader) -> bool:
    """Shares in Harlow: which shares they are."""
    if prep.lower_ != "in" or not reader.noun(noun).is_a("Holding"):
        return False
    return any(t.ent_type_ in ("ORG", "PERSON") for t in children(prep, "pobj"))


def _is_charged(noun: Token, of: Token, reader: Reader) -> bool:
    """Accused the firm of hiding losses, a gerund taken for a noun: there is no firm of such."""
    if of.i + 1 >= len(of.doc) or not of.nbor(1).text.endswith("ing"):
        return False
    marked = reader.verb_with(noun.head, "of")
    entry = marked or reader.verb(noun.head)
    tells = entry.complement_modality or entry.complement_polarity
    return bool(tells) and noun.head.pos_ == "VERB" and reader.is_any(noun, ("Agent",))


def _last_of(of: Token) -> Token | None:
    """The last noun of a chain: of the population *of Leigh*."""
    nouns = children(of, "pobj")
    if not nouns:
        return None
    inner = [t for t in children(nouns[-1], "prep") if t.lower_ == "of" and t.i == nouns[-1].i + 1]
    if inner:
        return _last_of(inner[0]) or nouns[-1]
    return _last_listed(conjuncts(nouns[-1]))


def _last_listed(nouns: list[Token]) -> Token:
    """Ministers of Iran, Iraq and Mali; the funeral of a mother and her son: all, if of a kind."""
    for first, second in pairwise(nouns):
        between = [t.lower_ for t in second.doc[first.i + 1 : second.left_edge.i]]
        alike = (first.pos_, first.ent_type_) == (second.pos_, second.ent_type_)
        if not alike or between not in ([","], ["and"], [",", "and"]):
            return nouns[0]
    ends = len(nouns) > 1 and any(t.lower_ == "and" for t in nouns[-2].children)
    return nouns[-1] if ends else nouns[0]


def noun_class(token: Token, reader: Reader) -> str | None:
    """The class that a common noun names in the lexicon: base is a Facility.

    Longer names win: "news agency" before "agency".
    """
    compounds = [t.lemma_.lower() for t in children(token, "compound")]
    for i in range(len(compounds) + 1):
        entry = reader.ontology.word(" ".join([*compounds[i:], token.lemma_.lower()]), "noun")
        if entry.classes:
            kind = entry.classes[0]
            return "Group" if kind == "Person" and token.tag_ in ("NNS", "NNPS") else kind
    return None
