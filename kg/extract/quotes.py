"""Who speaks in a sentence that stands whole in quotation marks. What may go in: speakers only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.mentions import mention
from kg.extract.reading import Reader, children
from kg.extract.subjects import own_subjects
from kg.extract.verbs import agents, is_passive
from kg.model import Source
from kg.nlp.tokens import Token, Tokens
from kg.nlp.tree import FINITE


def speakers(
    reader: Reader, previous: Source | None
) -> tuple[dict[int, Source | None], Source | None]:
    """Find the speaker of every quoted sentence of a paragraph.

    The speaker is the last one named before in the paragraph; else the next one named in it
    ("It hurts. It is cold," she said); else, when the paragraph opens with a quotation mark, the
    last speaker of the paragraph before.

    Args:
        reader: the paragraph, its quoted tokens known.
        previous: the last speaker of the paragraph before, if that ended in a quote.

    Returns:
        The speaker by the index of the sentence's first token (None: nobody is named), and the
        speaker that a following paragraph may go on with.
    """
    if not reader.quoted:
        return {}, None
    sentences = list(reader.doc.sents)
    named = [next(spoken(sent, reader), None) for sent in sentences]
    before, after = _latest(named), _latest(named[::-1])[::-1]
    found = {
        sent.start: before[i] or after[i] or previous
        for i, sent in enumerate(sentences)
        if is_quoted(sent, reader)
    }
    last = next((s for s in reversed(named) if s), None) or previous
    ends_quoted = bool(sentences) and any(t.i in reader.quoted for t in sentences[-1])
    return found, last if ends_quoted else None


def _latest(named: Sequence[Source | None]) -> list[Source | None]:
    """The last speaker before each sentence."""
    found: list[Source | None] = []
    latest = None
    for source in named:
        found.append(latest)
        latest = source or latest
    return found


def is_quoted(sent: Tokens, reader: Reader) -> bool:
    """Whether a sentence stands whole between quotation marks."""
    words = [t for t in sent if not t.is_punct and not t.is_space]
    return bool(words) and all(t.i in reader.quoted for t in words)


def spoken(sent: Tokens, reader: Reader) -> Iterator[Source]:
    """The speakers that a sentence names outside its quotation marks, when it holds a quote."""
    if not any(t.i in reader.quoted for t in sent):
        return
    for token in sent:
        if token.i not in reader.quoted and _speaks(token, reader):
            source = _speaker(token, reader)
            if source:
                yield source


def _speaks(token: Token, reader: Reader) -> bool:
    finite = token.tag_ in FINITE or bool(children(token, "aux", "auxpass"))
    return token.pos_ == "VERB" and finite and reader.verb(token).is_a("Attributing")


def _speaker(verb: Token, reader: Reader) -> Source | None:
    who = agents(verb) if is_passive(verb) else own_subjects(verb)
    found = mention(who[0], reader) if who else None
    if found is None:
        return None
    return Source(mention=found, cue=cue(verb))


def cue(verb: Token) -> str:
    """The words of saying: "said", "pointed out"."""
    return " ".join([verb.text, *(t.text for t in children(verb, "prt"))])
