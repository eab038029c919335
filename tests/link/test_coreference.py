"""Which name a pronoun stands for, over references written by hand."""

from __future__ import annotations

import pytest

from kg.link.coreference import resolve_pronouns
from kg.model import Entity, Mention, Reference

KINDS = {"Harlow": "Company", "Kestrel": "Company"}


def _mention(start: int, text: str) -> Mention:
    kind = "pronoun" if text.lower() in PRONOUNS else "name" if text[:1].isupper() else "nominal"
    return Mention(
        start=start,
        end=start + len(text),
        text=text,
        kind=kind,  # type: ignore[arg-type]
        type="Organization" if text in KINDS else "Person",
        head=text.lower(),
    )


PRONOUNS = "he she him his her it its I they".lower().split()


def _references(story: str) -> list[Reference]:
    """`Ann:subject Bob:object; She:subject` is two sentences; `!` quotes, `^` opens a sentence.

    `Ann>Bob` is settled by grammar: the pronoun before the sign stands for the name behind it;
    `he@Ann` is said by Ann; `him=Ann` has Ann for the subject of its verb.
    """
    found: list[Reference] = []
    at = 0
    for sentence in story.split(";"):
        start = at
        for word in sentence.split():
            text, _, role = word.partition(":")
            quoted, opens = "!" in text, "^" in text
            text = text.replace("!", "").replace("^", "")
            text, _, settled = text.partition(">")
            text, _, speaker = text.partition("@")
            text, _, actor = text.partition("=")
            places = [r.mention.start for r in found if r.mention.text == actor]
            found.append(
                Reference(
                    mention=_mention(at, text),
                    role=role or "other",  # type: ignore[arg-type]
                    sentence=start,
                    paragraph=0,
                    clause=start,
                    quoted=quoted,
                    opens=opens,
                    actors=tuple(places[-1:]),
                    settled=_mention(at, settled) if settled else None,
                    speaker=_mention(at, speaker) if speaker else None,
                )
            )
            at += len(text) + 1
        at += 20
    return found


def _entity(mention: Mention) -> Entity | None:
    if mention.kind != "name":
        return None
    label = mention.text.removeprefix("Mrs. ").split(".")[-1]
    return Entity(id=label, label=label, type=KINDS.get(label, "Person"))


def _resolved(story: str) -> list[str]:
    references = _references(story)
    found = resolve_pronouns(references, _entity)
    return [
        f"{one.mention.text} {found[one.mention.start].mention.text}"
        for one in references
        if one.mention.start in found
    ]


@pytest.mark.parametrize(
    ("story", "resolved"),
    [
        # The only person of the nearest sentence with any.
        ("Ann:subject; She:subject", ["She Ann"]),
        ("Ann:object; She:subject", ["She Ann"]),
        ("Ann:subject; Harlow:subject; She:subject", ["She Ann"]),
        ("Ann:subject; Bob:subject; He:subject", ["He Bob"]),
        # The only subject among several.
        ("Ann:subject Bob:object; She:subject", ["She Ann"]),
        ("Ann:other Bob:object; She:subject", []),
        ("Ann:subject Bob:subject; She:subject", []),
        # Somebody without a name is a person as well.
        ("Ann:subject; officer:subject; She:subject", []),
        ("Ann:subject officer:object; She:subject", ["She Ann"]),
        # A chain of pronouns goes on.
        ("Ann:subject; She:subject; her:owner", ["She Ann", "her Ann"]),
        # What honorifics and grammar have shown of somebody.
        ("he>Bob:subject; Ann:subject Bob:subject; She:subject", ["he Bob", "She Ann"]),
        ("he>Bob:subject; Bob:subject; She:subject", ["he Bob"]),
        ("he>Bob:subject; he>Bob:subject; her>Bob:owner", ["he Bob", "he Bob"]),
        # In a quote, its speaker is not he, but I.
        ("Ann:subject; Bob:subject !he@Bob:subject", ["he Ann"]),
        ("Bob:subject !he@Bob:subject", []),
        ("Bob:subject !he:subject", []),
        ("Bob:subject !I@Bob:subject", ["I Bob"]),
        # Who acts does not do it to himself.
        ("Ann:subject; Bob:subject him=Bob:object", ["him Ann"]),
        ("Bob:subject his=Bob:owner", ["his Bob"]),
        # Far back.
        ("Ann:subject; Bob:x; Cy:x; Eve:x; Bob:subject Cy:subject; She:subject", []),
        # It, at the head of a sentence, and nowhere else.
        ("Harlow:subject; ^It:subject", ["It Harlow"]),
        ("Harlow:subject Kestrel:object; ^It:subject", ["It Harlow"]),
        ("Harlow:subject Kestrel:subject; ^It:subject", []),
        ("Ann:subject Harlow:object; ^It:subject", []),
        ("Harlow:subject; It:subject", []),
        ("Harlow:subject; !^It:subject", []),
        ("They:subject", []),
    ],
)
def test_pronouns(story: str, resolved: list[str]) -> None:
    assert _resolved(story) == resolved


def test_the_reason_is_told() -> None:
    references = _references("Ann:subject; She:subject")
    (found,) = resolve_pronouns(references, _entity).values()
    assert found.reason == "She: the only person before"


def test_an_honorific_tells_the_sex() -> None:
    story = _references("Ann:subject; He:subject")
    first = story[0]
    titled = Mention(start=0, end=8, text="Mrs. Ann", kind="name", type="Person", head="Ann")
    story[0] = Reference(mention=titled, role=first.role, sentence=0, paragraph=0, clause=0)
    assert resolve_pronouns(story, _entity) == {}


def test_a_noun_tells_the_sex() -> None:
    story = _references("Ann:subject; He:subject")
    wife = story[0].mention
    assert resolve_pronouns(story, _entity, shown=[(wife, "female")]) == {}
    assert resolve_pronouns(story, _entity, shown=[(wife, "male")])
