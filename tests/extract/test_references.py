"""Names, pronouns and people of a paragraph, and what grammar tells of each."""

from __future__ import annotations

from tests.extract.parses import case, references_of

SAID = case(
    "Tolvane said it would leave.",
    """
    Tolvane|NNP|nsubj|1||ORG said|VBD|ROOT|1|say it|PRP|nsubj|4 would|MD|aux|4
    leave|VB|ccomp|1 .|.|punct|1
    """,
)
BOUGHT = case(
    "It bought Kestrel.",
    "It|PRP|nsubj|1 bought|VBD|ROOT|1|buy Kestrel|NNP|dobj|1||ORG .|.|punct|1",
)
EMPTY = case(
    "It is clear that Iran left.",
    """
    It|PRP|nsubj|1 is|VBZ|ROOT|1|be||AUX clear|JJ|acomp|1 that|IN|mark|5|||SCONJ
    Iran|NNP|nsubj|5||GPE left|VBD|ccomp|1|leave .|.|punct|1
    """,
)
QUOTED = case(
    '"I lost him in Homs," the officer told Ann Lee.',
    """
    "|``|punct|9 I|PRP|nsubj|2 lost|VBD|ccomp|9|lose him|PRP|dobj|2 in|IN|prep|2
    Homs|NNP|pobj|4||GPE ,|,|punct|9 "|''|punct|9 the|DT|det|9 officer|NN|nsubj|10
    told|VBD|ROOT|10|tell Ann|NNP|compound|12||PERSON Lee|NNP|dobj|10||+PERSON .|.|punct|10
    """,
)


def test_what_grammar_settles() -> None:
    name, pronoun = references_of(SAID)
    assert (name.mention.text, name.role, name.settled) == ("Tolvane", "subject", None)
    assert pronoun.settled is not None
    assert (pronoun.mention.text, pronoun.settled.text) == ("it", "Tolvane")
    assert not pronoun.opens


def test_a_pronoun_at_the_head_of_a_sentence_may_stand_for_something() -> None:
    it, kestrel = references_of(BOUGHT)
    assert it.opens
    assert (kestrel.role, kestrel.clause) == ("object", it.clause)
    assert not references_of(EMPTY)[0].opens


def test_quotes_know_their_speaker_and_verbs_their_actors() -> None:
    found = {one.mention.text: one for one in references_of(QUOTED)}
    assert list(found) == ["I", "him", "Homs", "officer", "Ann Lee"]
    assert (found["I"].quoted, found["Ann Lee"].quoted) == (True, False)
    speaker = found["I"].speaker
    assert speaker is not None
    assert speaker.text == "officer"
    assert found["him"].actors == (found["I"].mention.start,)
    assert [one.role for one in found.values()] == [
        "subject", "object", "place", "subject", "object",
    ]  # fmt: skip


def test_sentences_and_paragraphs_are_told_apart() -> None:
    first, *_ = references_of(SAID, BOUGHT)
    last = references_of(SAID, BOUGHT)[-1]
    assert first.paragraph == 0 < last.paragraph == last.sentence


def test_whom_a_name_beside_it_names_is_mentioned_once() -> None:
    one = case(
        "Ann Lee, a minister, met the officer.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|6||+PERSON ,|,|punct|1 a|DT|det|4
        minister|NN|appos|1 ,|,|punct|1 met|VBD|ROOT|6|meet the|DT|det|8 officer|NN|dobj|6
        .|.|punct|6
        """,
    )
    assert [one.mention.text for one in references_of(one)] == ["Ann Lee", "officer"]
