"""Limits and duplicates, whatever the format; and limits as an option gives them."""

from __future__ import annotations

import math
from dataclasses import fields
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.ingest import Skip
from kg.limits import Limits, limits_of, option_name
from kg.model import Article
from tests.ingest.packed import read, told

TEXT = "Iran hosts Russia, the ministry said in Tehran on Tuesday."


def test_a_long_article_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{TEXT * 2}"}}\n{{"text": "{TEXT}"}}')
    first, long, last = read(tmp_path, limits=Limits(article_characters=100))
    assert told([first, last]) == ["a", "b-2"]
    assert isinstance(long, Skip)
    assert (long.kind, long.reason) == (
        "limit", "line 1: 116 characters; the limit is 100 (--limit article-characters=N)",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.xml", "a.pdf"])
def test_a_file_that_is_too_large_to_hold_is_told_of(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x" * 3000)
    [skip] = read(tmp_path / name, limits=Limits(file_bytes=2000))
    assert isinstance(skip, Skip)
    assert (skip.kind, skip.reason) == (
        "limit", "larger than what is held at once, in bytes; "
        "the limit is 2,000 (--limit file-bytes=N)",
    )  # fmt: skip


def test_an_endless_file_is_not_held() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    [skip] = read(Path("/dev/zero"), limits=Limits(file_bytes=1_000_000))
    assert isinstance(skip, Skip)
    assert skip.kind == "limit"


def test_copies_are_kept_by_default_and_skipped_on_demand(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT.upper().replace(" ", "\n"))
    (tmp_path / "c.txt").write_text(TEXT + " Again.")
    assert told(read(tmp_path)) == ["a", "b", "c"]
    first, copy, other = read(tmp_path, duplicates="skip")
    assert told([first, other]) == ["a", "c"]
    assert isinstance(copy, Skip)
    assert (copy.kind, copy.reason) == ("duplicate", "the same words as 'a'")


def test_options_make_limits() -> None:
    made = limits_of(["article-seconds=0.5", "file-bytes=1_000", "archive-depth=none"])
    assert made == Limits(article_seconds=0.5, file_bytes=1000, archive_depth=math.inf)
    assert limits_of([]) == Limits()


@pytest.mark.parametrize(
    ("given", "told_of"),
    [
        ("speed=1", "no such limit; there are article-characters, article-statements"),
        ("file-bytes", "give a number above 0, or none"),
        ("file-bytes=", "give a number above 0, or none"),
        ("file-bytes=-1", "give a number above 0, or none"),
        ("file-bytes=nan", "give a number above 0, or none"),
        ("file-bytes=inf", "give a number above 0, or none"),
        ("file-bytes=1e999", "give a number above 0, or none"),
    ],
)
def test_limits_that_cannot_be(given: str, told_of: str) -> None:
    with pytest.raises(InputError, match=told_of):
        limits_of([given])


def test_every_limit_is_lifted_by_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    lifted = limits_of([f"{option_name(one.name)}=none" for one in fields(Limits)])
    [article] = read(tmp_path / "a.txt", limits=lifted)
    assert isinstance(article, Article)
