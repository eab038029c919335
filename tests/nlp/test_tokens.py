"""Words as plain objects say what spaCy's say, before a word is hung elsewhere and after it."""

from __future__ import annotations

import random

import pytest
import spacy
from spacy.tokens import Doc as SpacyDoc
from spacy.vocab import Vocab

from kg.nlp.tokens import Doc, Tokens
from kg.nlp.words import words_of

VOCAB: Vocab = spacy.blank("en").vocab
WORDS = ("Rain", "fell", ",", "7", "it", "“", "is", "UN", "Ünal", "-")


def _heads(size: int, start: int, chance: random.Random) -> list[int]:
    """A tree over words in which no two arcs cross: a root, and a tree on either side of it."""
    if size == 0:
        return []
    root = chance.randrange(size)
    left = _heads(root, start, chance)
    right = _heads(size - root - 1, start + root + 1, chance)
    hung = [start + root if start + i == head else head for i, head in enumerate(left)]
    hung.append(start + root)
    offset = root + 1
    return hung + [
        start + root if start + offset + i == head else head for i, head in enumerate(right)
    ]


def _random(seed: int) -> SpacyDoc:
    chance = random.Random(seed)
    sizes = [chance.randint(1, 12) for _ in range(chance.randint(1, 4))]
    heads: list[int] = []
    for size in sizes:
        heads += _heads(size, len(heads), chance)
    words = [chance.choice(WORDS) for _ in heads]
    deps = ["ROOT" if head == i else "dep" for i, head in enumerate(heads)]
    tags = [chance.choice(("B-ORG", "I-ORG", "O")) for _ in heads]
    starts = [i == 0 or tags[i - 1] == "O" for i in range(len(tags))]
    ents = [
        "B-ORG" if is_start and tag != "O" else tag
        for tag, is_start in zip(tags, starts, strict=True)
    ]
    spaces = [chance.random() < 0.8 for _ in heads]
    return SpacyDoc(
        VOCAB, words=words, spaces=spaces, heads=heads, deps=deps, tags=["X"] * len(words),
        pos=["NOUN"] * len(words), lemmas=[word.lower() for word in words], ents=ents,
    )  # fmt: skip


def _told(doc: SpacyDoc | Doc) -> list[tuple[object, ...]]:
    """All that is asked of each word, by numbers and texts."""
    return [
        (
            t.i, t.idx, t.text, t.lower_, t.whitespace_, t.lemma_, t.tag_, t.pos_, t.dep_,
            t.ent_type_, t.ent_iob_, t.is_punct, t.is_space, t.is_alpha, t.is_digit, t.is_lower,
            t.is_upper, t.is_title, t.is_quote, len(t), t.head.i, t.left_edge.i, t.right_edge.i,
            t.sent.start, t.sent.end, t.is_sent_start, [c.i for c in t.children],
            [c.i for c in t.lefts], [c.i for c in t.subtree], [c.i for c in t.ancestors],
            [other.i for other in doc if t.is_ancestor(other)],
        )
        for t in doc
    ]  # fmt: skip


def _runs(doc: SpacyDoc | Doc) -> list[tuple[object, ...]]:
    """All that is asked of runs of words: entities, sentences, and those of any three."""
    some = [doc[i : i + 3] for i in range(len(doc))]
    return [
        (
            r.start, r.end, r.text, r.start_char, r.end_char, r.label_, r.root.i, len(r), r[0].i,
            r[-1].i, r[:1].text, r.sent.start, [t.i for t in r], [e.text for e in r.ents],
        )
        for r in [*doc.ents, *doc.sents, *some]
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_words_and_runs_are_as_in_spacy(seed: int) -> None:
    parsed = _random(seed)
    doc = words_of(parsed)
    assert (doc.text, len(doc)) == (parsed.text, len(parsed))
    assert [doc[i:i].text for i in (0, len(doc))] == ["", ""]
    assert _told(doc) == _told(parsed)
    assert _runs(doc) == _runs(parsed)


@pytest.mark.parametrize("seed", range(60))
def test_hanging_a_word_elsewhere_changes_what_it_changes_in_spacy(seed: int) -> None:
    parsed = _random(seed)
    doc, chance = words_of(parsed), random.Random(seed)
    for _ in range(6):
        word, head = (doc[chance.randrange(len(doc))] for _ in range(2))
        before = _told(doc)
        word.attach(head, "conj")
        if word is not head and word.is_ancestor(head):
            assert _told(doc) == before  # never below itself
            continue
        parsed[word.i].head, parsed[word.i].dep_ = parsed[head.i], "conj"
        projective = all(len(t.subtree) == t.right_edge.i - t.left_edge.i + 1 for t in doc)
        if not projective:  # spaCy's edges and order are approximate there
            break
        assert _told(doc) == _told(parsed)
        assert [s.text for s in doc.sents] == [s.text for s in parsed.sents]


def test_new_entities_mark_their_words() -> None:
    doc = words_of(SpacyDoc(VOCAB, words=["The", "UN", "met"], ents=["B-ORG", "I-ORG", "O"]))
    doc.ents = (Tokens(doc, 1, 3, "EVENT"),)
    assert [t.ent_iob_ + t.ent_type_ for t in doc] == ["O", "BEVENT", "IEVENT"]
    assert [(e.text, e.label_) for e in doc.ents] == [("UN met", "EVENT")]


def test_no_word_stands_before_the_first_or_behind_the_last() -> None:
    doc = words_of(SpacyDoc(VOCAB, words=["The", "UN"]))
    assert doc[1].nbor(-1) is doc[0]
    for token, distance in ((doc[0], -1), (doc[1], 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)


def test_a_tree_as_deep_as_it_is_long_is_gone_through() -> None:
    size = 20_000
    parsed = SpacyDoc(VOCAB, words=["a"] * size, heads=[max(i - 1, 0) for i in range(size)],
                      deps=["ROOT", *["dep"] * (size - 1)])  # fmt: skip
    doc = words_of(parsed)
    assert len(doc[0].subtree) == size
    assert doc[0].right_edge.i == size - 1
    assert doc[-1].left_edge.i == size - 1
    doc[size // 2].attach(doc[0])
    assert doc[1].right_edge.i == size // 2 - 1
