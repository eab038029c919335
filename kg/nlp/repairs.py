"""Puts right what parsers get wrong though grammar forbids it.

What may go in: one small function for each kind of error, that sees it in the tree alone and hangs
the words where agreement, punctuation or word order say they belong. No content words.
Labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
_OBJECTS = ("dobj", "pobj")
_CLAUSAL = ("with", "without", "about", "despite")  # prepositions that take "X doing Y"


def repair(doc: Doc) -> None:
    """Repair the dependency tree of a parsed paragraph, in place.

    Args:
        doc: with tags, heads and labels; sentences stay as they are.
    """
    for token in doc:
        _listed_name(token)
        _gerund_before_name(token)
        label = token.dep_
        if label in ("dobj", "conj"):
            _behind_later_verb(token)
            _coordinated_form(token)
            _trailing_clause(token)
            _name_beside_name(token)
            _noun_beside_noun(token)
            _main_behind_participle(token)
            _hidden_relative(token)
        elif label == "oprd":
            _named_post(token)
        elif label == "amod":
            _predicate_adjective(token)
        elif label in ("parataxis", "prep"):
            _loose_participle(token)
        elif label == "ccomp":
            _stolen_subject(token)
            _main_behind_participle(token)
            _described_subject(token)
        elif label == "advcl":
            _object_of_preposition_acts(token)
            _participle_of_noun(token)
            _main_behind_participle(token)
            _subject_of_main(token)
        elif label == "relcl":
            _disagreeing_relative(token)
            _relative_behind_name(token)
            _relative_of_second(token)
            _said_at_the_end(token)
        elif label == "prt":
            _far_particle(token)
        elif label in _SUBJECTS:
            _overtaken_subject(token)


def _hang(token: Token, head: Token, label: str) -> None:
    """Hang a word elsewhere; never below itself, never in another sentence."""
    if head.sent.start == token.sent.start and not token.is_ancestor(head) and head.i != token.i:
        token.head = head
        token.dep_ = label


def _behind_later_verb(noun: Token) -> None:
    """Attended the opening and spoke to donors, organizers: they are not attended but spoken to.

    A noun behind a coordinated verb cannot belong to the verb before it, nor to that one's object.
    """
    if noun.pos_ not in _NOUNS or noun.head.i > noun.i:
        return
    verb = noun.head
    if verb.pos_ in _NOUNS:
        if verb.dep_ not in _OBJECTS:
            return
        verb = verb.head.head if verb.dep_ == "pobj" else verb.head
    later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i < noun.i]
    if verb.pos_ not in _VERBS or not later or later[-1].i < noun.head.i:
        return
    before = [t for t in later[-1].subtree if t.i < noun.left_edge.i and t.dep_ in _OBJECTS]
    joined = noun.doc[noun.left_edge.i - 1].text in (",", "and", "or")
    if before and joined:
        _hang(noun, before[-1], "conj")
    elif not before and not joined:
        _hang(noun, later[-1], "dobj")


def _noun_beside_noun(noun: Token) -> None:
    """With her husband John and son Ed: the son goes with the husband, not with his name."""
    name = noun.head
    if noun.dep_ != "conj" or noun.pos_ != "NOUN" or name.dep_ != "appos":
        return
    described = name.head
    beside = name.pos_ == "PROPN" and name.left_edge.i == described.i + 1
    bare = all(t.dep_ == "appos" for t in noun.children)  # has no article of its own
    if beside and described.pos_ == "NOUN" and bare and noun.i > name.i:
        _hang(noun, described, "conj")


def _hidden_relative(verb: Token) -> None:
    """Left Mali, a move Oslo called unwise: Oslo called the move that.

    A clause right behind a noun, without "and", comma or pronoun, tells of the noun.
    """
    subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
    if subject is None or verb.dep_ != "conj" or _joins(verb.head, verb):
        return
    noun = subject.left_edge.nbor(-1) if subject.left_edge.i else subject
    if noun.pos_ != "NOUN" or noun.i <= verb.head.i:
        return
    _hang(verb, noun, "relcl")
    for told in [t for t in verb.children if t.dep_ == "dobj"]:
        told.dep_ = "oprd"


def _named_post(noun: Token) -> None:
    """Elected Ann Lee speaker: they elected Lee."""
    name = noun.nbor(-1) if noun.i else noun
    if name.dep_ == "compound" and name.head.i == noun.i and name.ent_type_ == "PERSON":
        _hang(name, noun.head, "dobj")


def _predicate_adjective(adjective: Token) -> None:
    """He was certain President Lee would win: he was certain, and Lee is no certain president."""
    name, verb = adjective.head, adjective.doc[adjective.i - 1]
    clause = name.head
    told = name.dep_ == "nsubj" and clause.dep_ == "ccomp" and clause.head.i == verb.i
    if told and name.pos_ == "PROPN" and verb.pos_ == "AUX" and verb.i == adjective.i - 1 >= 0:
        _hang(adjective, verb, "acomp")
        _hang(clause, adjective, "ccomp")


def _loose_participle(verb: Token) -> None:
    """Ann Lee (born 1950 in Leeds); Based in Leeds, Harlow left: they describe a noun or subject.

    A participle without subject or auxiliary is no clause beside another, and no preposition
    where a place follows its own.
    """
    if verb.tag_ != "VBN" or any(t.dep_ in (*_SUBJECTS, "aux", "auxpass") for t in verb.children):
        return
    head = verb.head
    if verb.dep_ == "parataxis" and head.pos_ in _NOUNS and head.i < verb.i:
        verb.dep_ = "acl"
    elif verb.dep_ == "prep" and head.pos_ in _VERBS and verb.i == verb.sent.start:
        inside = [t for p in verb.children if p.dep_ == "prep" for t in p.children]
        if any(t.ent_type_ == "GPE" for t in inside):
            verb.dep_ = "advcl"


def _gerund_before_name(noun: Token) -> None:
    """Denied bombing Oslo: right behind a verb and before its object, the noun is a gerund."""
    if noun.tag_ != "NN" or not noun.text.endswith("ing") or noun.i + 1 == len(noun.doc):
        return
    name, verb = noun.nbor(1), noun.doc[noun.i - 1]
    compound = noun.dep_ == "compound" and name.dep_ == "dobj" and name.head.i == verb.i
    taken = noun.dep_ == "dobj" and name.dep_ == "dobj" and name.head.i == noun.i
    if (compound or taken) and name.ent_type_ == "GPE" and verb.pos_ == "VERB":
        noun.tag_, noun.pos_ = "VBG", "VERB"
        _hang(noun, verb, "xcomp")
        _hang(name, noun, "dobj")


def _listed_name(name: Token) -> None:
    """By Ann Lee, Bob Ray and Tom Berg: a list of three, and no Ann who is called Bob."""
    head = name.head
    if name.dep_ != "appos" or name.ent_type_ != "PERSON" or head.ent_type_ != "PERSON":
        return
    between = name.doc[head.i + 1 : name.left_edge.i]
    listed = any(t.dep_ == "conj" and t.ent_type_ == "PERSON" for t in name.children)
    if listed and len(between) == 1 and between[0].text == ",":
        name.dep_ = "conj"


def _name_beside_name(name: Token) -> None:
    """Is the son of actor Tom Berg and singer Ann Lee: of both; he is no singer's name.

    What is coordinated is of one kind: a name goes with the name before, not with a noun that
    says what somebody is.
    """
    noun = name.head
    if name.dep_ != "conj" or name.pos_ != "PROPN" or noun.pos_ != "NOUN":
        return
    if noun.dep_ not in ("attr", "appos") or not name.ent_type_:
        return
    inside = [t for p in noun.children if p.dep_ == "prep" and p.i < name.i for t in p.children]
    last = inside[-1] if inside else None
    if last is not None and last.dep_ == "pobj" and last.ent_type_ == name.ent_type_:
        _hang(name, last, "conj")


def _trailing_clause(noun: Token) -> None:
    """Agreed to buy it, the firms announced: they announced, nobody agreed the firms.

    No comma stands before an object that is the only one.
    """
    verb, first = noun.head, noun.left_edge.i
    if noun.dep_ != "dobj" or verb.i > noun.i or noun.doc[first - 1].text != ",":
        return
    said = [t for t in noun.children if t.dep_ == "acl" and t.tag_ in ("VBN", "VBD")]
    if said and said[0].i == noun.i + 1 and not any(t.dep_ == "agent" for t in said[0].children):
        _hang(said[0], verb, "parataxis")
        _hang(noun, said[0], "nsubj")


def _coordinated_form(verb: Token) -> None:
    """Urged users to stop using it and update: stop and update, not using and update.

    What is coordinated has one form; an infinitive goes with an infinitive.
    """
    if verb.dep_ != "conj" or verb.tag_ != "VB" or verb.head.tag_ != "VBG":
        return
    if any(t.dep_ in ("aux", *_SUBJECTS) for t in verb.children):
        return
    above = verb.head
    while above.dep_ in ("xcomp", "pcomp", "prep", "dobj") and above.tag_ != "VB":
        above = above.head
    if above.tag_ == "VB":
        _hang(verb, above, "conj")


def _stolen_subject(verb: Token) -> None:
    """Believed the movement helped: that it helped; nobody believed the movement.

    A finite verb has a subject. One without, right behind an object, has that for its own.
    """
    governor = verb.head
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < governor.i:
        return
    if any(t.dep_ in (*_SUBJECTS, "expl", "csubj", "mark") for t in verb.children):
        return
    before = [t for t in governor.children if t.dep_ == "dobj" and governor.i < t.i < verb.i]
    between = verb.doc[before[-1].i : verb.left_edge.i] if before else ()
    if not before or any(t.is_punct or t.dep_ == "cc" for t in between):
        return
    for phrase in [t for t in governor.children if before[-1].i < t.i < verb.i]:
        _hang(phrase, before[-1], phrase.dep_)
    _hang(before[-1], verb, "nsubj")


def _main_behind_participle(main: Token) -> None:
    """The men held by rebels left; the firm, set up in 1984, left: they left, and nobody held.

    A participle is no main verb: one with a finite verb behind it tells of the subject, and what
    the finite verb took from a clause between is that clause's object.
    """
    verb = main.head
    if verb.i > main.i or not _is_bare_participle(verb) or not _is_finite(main):
        return
    opened = any(t.dep_ in ("mark", "cc") or t.tag_ == "WRB" for t in main.children)
    if opened or _joins(verb, main):
        return
    own = [t for t in main.children if t.dep_ in _SUBJECTS]
    subject = [t for t in verb.children if t.dep_ in _SUBJECTS and t.i < verb.i]
    taker = own[0].doc[own[0].left_edge.i - 1] if own and own[0].left_edge.i else None
    if not subject or (own and (taker is None or not _takes_object(taker, verb))):
        return
    if taker is not None and own:
        _hang(own[0], taker, "dobj")
    _put_above(main, verb, subject[0])
    verb.tag_ = "VBN"


def _put_above(main: Token, verb: Token, subject: Token) -> None:
    """Let a verb below another take its place and its subject, which the other then describes.

    All stay in one sentence, though on the way there the tree has two roots.
    """
    passive = any(t.dep_ == "auxpass" for t in main.children)
    main.head, main.dep_ = (main if verb.dep_ == "ROOT" else verb.head), verb.dep_
    subject.head, subject.dep_ = main, "nsubjpass" if passive else "nsubj"
    verb.head, verb.dep_ = subject, "acl"
    for mark in [t for t in verb.children if t.is_punct]:
        mark.head = main


def _described_subject(main: Token) -> None:
    """Disgraced lawyer Lee has left: the lawyer is disgraced, and nobody disgraced anything."""
    first = main.head
    if first.i != first.sent.start or first.dep_ != "ROOT" or first.tag_ not in ("VBD", "VBN"):
        return
    subject = next((t for t in main.children if t.dep_ in _SUBJECTS), None)
    if subject is None or subject.left_edge.i != first.i + 1 or not _is_finite(main):
        return
    others = [t for t in first.children if t.i != main.i and not t.is_punct]
    if others or any(t.dep_ == "det" for t in subject.children):
        return
    main.head, main.dep_ = main, "ROOT"
    first.tag_ = "VBN"
    for mark in list(first.children):
        mark.head = main
    first.head, first.dep_ = subject, "amod"


def _is_bare_participle(verb: Token) -> bool:
    """Whether a verb can only be a participle: no auxiliary, and tagged one or with an agent."""
    if verb.pos_ != "VERB" or any(t.dep_ in ("aux", "auxpass") for t in verb.children):
        return False
    done_by = any(t.dep_ == "agent" for t in verb.children)
    return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and done_by)


def _is_finite(verb: Token) -> bool:
    finite = ("VBD", "VBZ", "VBP", "MD")
    return verb.pos_ in _VERBS and any(t.tag_ in finite for t in _group(verb))


def _joins(first: Token, second: Token) -> bool:
    """Whether "and" stands between two verbs that are coordinated."""
    return any(t.dep_ == "cc" and first.i < t.i < second.i for t in first.children)


def _takes_object(verb: Token, above: Token) -> bool:
    """Whether a verb below another lacks the object that stands behind it."""
    if verb.pos_ != "VERB" or not above.is_ancestor(verb):
        return False
    return not any(t.dep_ in ("dobj", "ccomp", "xcomp") for t in verb.children)


def _participle_of_noun(verb: Token) -> None:
    """Aid to people marooned in their homes: the people are marooned, and aid is to them.

    A preposition has an object; the "subject" of a participle right behind one is that.
    """
    subject = next((t for t in verb.children if t.dep_ in _SUBJECTS and t.i < verb.i), None)
    if subject is None or not subject.left_edge.i or not _is_bare_participle(verb):
        return
    preposition = subject.doc[subject.left_edge.i - 1]
    if preposition.dep_ != "prep" or any(t.dep_ == "pobj" for t in preposition.children):
        return
    nearest = verb.nbor(-1)
    _hang(subject, preposition, "pobj")
    _hang(verb, nearest if nearest.pos_ in _NOUNS else subject, "acl")


def _subject_of_main(verb: Token) -> None:
    """The firm, set up in 1984, left: its subject is that of the main verb, which has none."""
    main = verb.head
    subject = next((t for t in verb.children if t.dep_ in _SUBJECTS and t.i < verb.i), None)
    if subject is None or not _is_bare_participle(verb) or not verb.i < main.i:
        return
    if not _is_finite(main) or any(t.dep_ in (*_SUBJECTS, "expl", "csubj") for t in main.children):
        return
    _hang(subject, main, subject.dep_)
    _hang(verb, subject, "acl")


def _object_of_preposition_acts(verb: Token) -> None:
    """Ended with Sweden winning three points: with the winning, and Sweden wins."""
    noun = verb.nbor(-1) if verb.i else verb
    preposition = noun.head
    if verb.tag_ != "VBG" or noun.dep_ != "pobj" or preposition.lower_ not in _CLAUSAL:
        return
    if preposition.head.i == verb.head.i and verb.head.i < preposition.i:
        _hang(verb, preposition, "pcomp")
        _hang(noun, verb, "nsubj")


def _disagreeing_relative(verb: Token) -> None:
    """Photographs to Macedonia, which *is* preparing: Macedonia is.

    The relative pronoun's verb agrees in number with what the clause tells of.
    """
    pronoun = _relative_subject(verb)
    if pronoun is None or not _disagree(verb, verb.head):
        return
    nearest = _word_before(pronoun)
    if nearest.pos_ in _NOUNS and nearest.i != verb.head.i and not _disagree(verb, nearest):
        _hang(verb, nearest, "relcl")


def _relative_behind_name(verb: Token) -> None:
    """He is the head of Harlow, which lies in Leeds: Harlow does.

    "Which" right behind a name tells of the name, not of a noun that says what somebody is.
    """
    pronoun = _relative_subject(verb)
    if pronoun is None or pronoun.lower_ != "which":
        return
    nearest = _word_before(pronoun)
    inside = nearest.pos_ == "PROPN" and nearest.dep_ == "pobj" and nearest.head.head == verb.head
    if inside and verb.head.pos_ == "NOUN" and nearest.head.lower_ == "of":
        _hang(verb, nearest, "relcl")


def _said_at_the_end(verb: Token) -> None:
    """He has ties with Togo, the state agency APT reported: the agency did, nobody reported ties.

    A relative clause without a pronoun has no comma before it.
    """
    noun, subject = verb.head, next((t for t in verb.children if t.dep_ == "nsubj"), None)
    if subject is None or any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in verb.subtree):
        return
    first = subject.left_edge
    before = first.nbor(-1) if first.i > noun.i + 1 else noun
    if before.dep_ == "appos" and before.pos_ == "NOUN" and before.head.i < before.i:
        title, first = before, before.left_edge
        before = first.nbor(-1)
    else:
        title = None
    if before.text != "," or before.i <= noun.i or any(t.dep_ == "dobj" for t in verb.children):
        return
    _hang(verb, verb.sent.root, "parataxis")
    if title is not None and verb.dep_ == "parataxis":
        _hang(title, subject, "nmod")


def _relative_of_second(verb: Token) -> None:
    """The chief, Ann Lee, and the head, Bob Ray, who left: Bob Ray did, who stands beside it."""
    pronoun = next((t for t in verb.children if t.dep_ in _SUBJECTS and t.tag_ == "WP"), None)
    if pronoun is None or not pronoun.i or verb.head.ent_type_ != "PERSON":
        return
    nearest = _word_before(pronoun)
    if nearest.text == ")":  # Bob Ray (Labour), who
        while nearest.text != "(" and nearest.i > verb.head.i:
            nearest = nearest.nbor(-1)
        nearest = nearest.nbor(-1)
    if nearest.ent_type_ != "PERSON" or nearest.i <= verb.head.i:
        return
    between, above = False, nearest
    while above.i != verb.head.i and above.dep_ != "ROOT":
        between, above = between or above.dep_ == "conj", above.head
    if between and above.i == verb.head.i:
        _hang(verb, nearest, "relcl")


def _relative_subject(verb: Token) -> Token | None:
    """The "which" or "that" which a verb has for subject, if words stand before it."""
    found = next((t for t in verb.children if t.dep_ in _SUBJECTS and t.tag_ == "WDT"), None)
    return found if found is not None and found.i > 0 else None


def _word_before(token: Token) -> Token:
    """The word before another, over one mark of punctuation."""
    before = token.nbor(-1)
    return before.nbor(-1) if before.is_punct and before.i > 0 else before


def _disagree(verb: Token, noun: Token) -> bool:
    finite = next((t for t in _group(verb) if t.tag_ in ("VBZ", "VBP")), None)
    if finite is None or any(t.dep_ == "conj" for t in noun.children) or noun.dep_ == "conj":
        return False
    singular = finite.tag_ == "VBZ"
    return noun.tag_ == ("NNS" if singular else "NN")


def _group(verb: Token) -> Iterator[Token]:
    yield verb
    yield from (t for t in verb.children if t.dep_ in ("aux", "auxpass"))


def _far_particle(particle: Token) -> None:
    """Caught with their headset off: off tells of the headset.

    A particle does not stand behind a phrase that a preposition opens.
    """
    verb = particle.head
    between = [t for t in verb.children if t.dep_ == "prep" and verb.i < t.i < particle.i]
    if between and particle.nbor(-1).pos_ in _NOUNS:
        _hang(particle, particle.nbor(-1), "advmod")


def _overtaken_subject(subject: Token) -> None:
    """On a new website, "The Countdown", Microsoft has launched: Microsoft has.

    A verb has one subject, the one that stands next to it without a comma between. What stands
    before that in commas belongs to the phrase before; where there is none, it describes the
    subject ("Qatar's emir, Sheikh Hamad launched").
    """
    verb = subject.head
    first = min(t.i for t in _group(verb))
    last = subject.doc[first - 1] if first > subject.sent.start else subject
    while last.dep_ in ("neg", "advmod") and last.head.i == verb.i and last.i > subject.i:
        last = last.nbor(-1)
    rival = _top_of_phrase(last, subject, verb)
    if rival is None or not any(t.text == "," for t in subject.doc[subject.i : rival.left_edge.i]):
        return
    if any(t.dep_ == "acl" and t.tag_ == "VBG" for t in subject.children):
        _hang(rival, verb, subject.dep_)  # "Both teams being tired, the guests won"
        subject.dep_ = "npadvmod"
        return
    if subject.left_edge.i == subject.sent.start and subject.pos_ == "NOUN":
        _hang(rival, subject, "appos")
        return
    _hang(rival, verb, subject.dep_)
    before = subject.doc[subject.left_edge.i - 1] if subject.left_edge.i else subject
    while before.is_punct and before.i > subject.sent.start:
        before = before.nbor(-1)
    if before.pos_ in _NOUNS and before.i != subject.i and before.i > subject.sent.start:
        _hang(subject, before, "appos")
    else:
        subject.dep_ = "dep"


def _top_of_phrase(last: Token, subject: Token, verb: Token) -> Token | None:
    """The noun right before the verb, when it is a second subject or an apposition left open."""
    if last.pos_ not in _NOUNS or last.i <= subject.i:
        return None
    if last.head.i == verb.i and last.dep_ in _SUBJECTS:
        return last
    listed = any(t.dep_ in ("conj", "cc") for t in last.children)
    open_ended = last.dep_ == "appos" and last.head.i == subject.i and not listed
    absolute = any(t.dep_ == "acl" and t.tag_ == "VBG" for t in subject.children)
    fronted = subject.left_edge.i > subject.sent.start
    return last if open_ended and (fronted or absolute) else None
