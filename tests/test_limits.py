"""Limits while articles are read, and copies that are parsed once, with the real model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import LimitError
from kg.extract.recent import Recent
from kg.limits import Limits
from kg.model import Article, Skip
from kg.reader import Reader
from kg.store.codec import encode

SHORT = "Russia attacked Georgia in 2008. Georgia accused Russia of lying."
LONG = "\n\n".join(f"Russia attacked Georgia in {1000 + year}." for year in range(900))


def article(id: str, text: str = SHORT, **more: str) -> Article:
    return Article.of(id=id, text=text, published="2016-08-16", **more)


def limited(reader: Reader, **limits: float) -> Reader:
    """A reader of other limits, with what is loaded already."""
    made = Reader(limits=Limits(**limits))
    made.__dict__["_loaded"] = reader._loaded
    return made


def watched(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed from now on."""
    nlp = reader._loaded[0]
    make_doc, parsed = nlp.make_doc, []
    monkeypatch.setattr(nlp, "make_doc", lambda text: parsed.append(text) or make_doc(text))
    return parsed


def test_an_article_that_takes_too_long_is_given_up_and_the_next_is_read(reader: Reader) -> None:
    skips: list[Skip] = []
    given = [article("a"), article("long", LONG), article("b", SHORT + " It did.")]
    found = list(limited(reader, article_seconds=0.2).read(given, skipped=skips.append))
    assert [one.article.id for one in found] == ["a", "b"]
    [skip] = skips
    assert (skip.path, skip.kind) == ("long", "limit")
    assert skip.reason.startswith("took too long at character ")
    assert skip.reason.endswith("the limit is 0.2 (--limit article-seconds=N)")


def test_no_more_of_it_is_parsed(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = watched(reader, monkeypatch)
    made = limited(reader, article_seconds=0.001)
    assert list(made.read([article("long", LONG)], skipped=lambda _: None)) == []
    assert 0 < len(parsed) < 200


def test_without_anyone_to_tell_it_is_an_error(reader: Reader) -> None:
    with pytest.raises(LimitError, match=r"^a: \d statements are read from it; the limit is 1 "):
        list(limited(reader, article_statements=1).read([article("a")]))


def test_conclusions_without_end_are_a_skip(reader: Reader) -> None:
    """Every town lies in each of the places that the region lies in."""
    towns = "Ferrowick Tolvane Harlow Pellworth Kestrelby Marlingham Oswaldby Dunmere".split()
    lines = [f"The city of {town} is in Brandenburg." for town in towns]
    text = "\n\n".join([*lines, "Brandenburg is in Germany.", "Germany is in Europe."])
    [reading] = limited(reader).read([article("a", text)])
    read = sum(not one.inferred for one in reading.statements)
    assert len(reading.statements) > read + 12
    skips: list[Skip] = []
    made = limited(reader, article_statements=read + 2)
    assert list(made.read([article("a", text)], skipped=skips.append)) == []
    assert "more follows from what is said in it" in skips[0].reason


def test_a_copy_is_read_as_if_it_were_alone(reader: Reader) -> None:
    text = "Kerry met Lavrov in Geneva on Monday. He said that the air base was Russian."
    first, copy = article("a", text), article("b", text, source="Wire")
    other_day = replace(article("c", text), published="2016-09-01")
    other_title = article("d", text, title=text)
    given = [first, copy, other_day, other_title]
    together = [encode(one) for one in limited(reader).read(given)]
    alone = [encode(*limited(reader).read([one])) for one in given]
    assert together == alone
    assert together[0] != together[1]


def test_a_copy_is_not_parsed_again(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = watched(reader, monkeypatch)
    made = limited(reader)
    assert len(list(made.read([article("a"), article("b"), article("c", "Iran left.")]))) == 3
    assert len(list(made.read([article("d")]))) == 1  # a copy in a later batch
    assert parsed == [SHORT, "Iran left."]


def test_a_copy_of_what_took_too_long_takes_no_time(reader: Reader) -> None:
    skips: list[Skip] = []
    made = limited(reader, article_seconds=0.001)
    given = [article("a", LONG), article("b", LONG)]
    assert list(made.read(given, skipped=skips.append)) == []
    assert [one.path for one in skips] == ["a", "b"]


def test_what_is_remembered_is_bounded() -> None:
    recent = Recent()
    for number in range(2000):
        one = article(str(number), f"Text {number}.")
        assert not recent.expects(one)
        assert list(recent.extractions(one, ())) == []
    assert len(recent._held) <= 512
    assert recent.expects(one)
    assert not recent.expects(article("0", "Text 0."))


def test_what_a_copy_waits_for_is_not_forgotten() -> None:
    recent = Recent()
    first, copy = article("a"), article("b")
    assert not recent.expects(first)
    assert recent.expects(copy)
    others = [article(str(number), f"Text {number}.") for number in range(600)]
    for one in others:
        recent.expects(one)
    list(recent.extractions(first, ()))
    for one in others:
        list(recent.extractions(one, ()))

    def fail():
        raise AssertionError("it was forgotten")
        yield

    assert list(recent.extractions(copy, fail())) == []
