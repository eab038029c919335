"""Markdown: the prose stays, the markup goes."""

from __future__ import annotations

import io
import time

import pytest

from kg.errors import ArticleError
from kg.ingest.draft import Draft
from kg.ingest.markdown import read_markdown


def draft(text: str) -> Draft:
    [only] = read_markdown(io.BytesIO(text.encode()))
    return only


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Iran hosts Russia.", "Iran hosts Russia."),
        ("Iran\nhosts  \nRussia.\\\nTwice.", "Iran hosts Russia. Twice."),
        ("One.\n\n\nTwo.\r\n\r\nThree.", "One.\n\nTwo.\n\nThree."),
        ("One.\n\n## The base ##\nTwo.", "One.\n\nThe base\n\nTwo."),
        ("One.\n\nThe base\n---\nTwo.", "One.\n\nThe base\n\nTwo."),
        ("One.\n\n***\n\nTwo.", "One.\n\nTwo."),
        ("- One.\n- Two\n  more.\n* Three.", "One.\n\nTwo more.\n\nThree."),
        ("It said:\n1. One\n2) Two.\n\n3. Three.", "It said:\n\nOne\n\nTwo.\n\nThree."),
        ("It began in\n2016. It ended.", "It began in 2016. It ended."),
        ("> \"No,\" he said.\n> > Twice.", "\"No,\" he said. Twice."),
        ("A *b* **c** ***d*** _e_ __f__.", "A b c d e f."),
        ("*\"No,\"* he said; **\"yes\"**.", "\"No,\" he said; \"yes\"."),
        ("5 * 3 and a_b_c and f*ck", "5 * 3 and a_b_c and f*ck"),
        (r"5 \* 3 \[sic\]", "5 * 3 [sic]"),
        ("[Iran](http://a.org/x_(y) \"t\") hosts [Russia][ru].", "Iran hosts Russia."),
        ("[*Iran* hosts](a) \"[the] Russians [sic]\".", "Iran hosts \"[the] Russians [sic]\"."),
        ("[![map](a.png)](b) Iran ![base](x(1).png)hosts.", "Iran hosts."),
        ("Iran.[^1] Russia.\n\n[^1]: A note.\n[ru]: http://a.org", "Iran. Russia."),
        ("See <https://a.org/b> or `kg` &amp; <b>so</b>.", "See https://a.org/b or kg & so."),
        ("Iran ~~hosts~~ hosted Russia.", "Iran hosted Russia."),
        ("One.\n\n```py\nx = 1\n\n~~~\n```\n\nTwo.", "One.\n\nTwo."),
        ("One.\n~~~\nx\n~~~\nTwo.", "One.\n\nTwo."),
        ("One.\n\n    code\n\n    more\n\nTwo.", "One.\n\nTwo."),
        ("- One.\n\n    Still prose.\n", "One.\n\nStill prose."),
        ("One.\n\n| a | b |\n|---|---|\n| c | d |\n\nTwo.", "One.\n\nTwo."),
        ("One. <!-- not\n\nthis --> Two.", "One. Two."),
        ("One.\n\n```\n<!--\n```\n\nTwo.", "One.\n\nTwo."),
    ],
)  # fmt: skip
def test_prose_is_kept(markdown: str, text: str) -> None:
    assert draft(markdown).text == text


@pytest.mark.parametrize(
    ("markdown", "title", "text"),
    [
        ("# A *base*\n\nIran.", "A base", "Iran."),
        ("A base\n===\n\nIran.", "A base", "Iran."),
        ("---\ntitle: Given\n---\n# A base\n\nIran.", "Given", "Iran."),
        ("## A base\n\nIran.", None, "A base\n\nIran."),
        ("Iran.\n\n# A base", None, "Iran.\n\nA base"),
    ],
)
def test_title_is_the_first_heading(markdown: str, title: str | None, text: str) -> None:
    found = draft(markdown)
    assert (found.title, found.text) == (title, text)


@pytest.mark.parametrize("markdown", ["", "# Only a title", "```\ncode\n```", "![x](y)"])
def test_no_prose_is_refused(markdown: str) -> None:
    with pytest.raises(ArticleError, match="text is empty"):
        draft(markdown)


@pytest.mark.parametrize(
    "part", ["*", "`", "` ``", "[", "_", "![", "<", "(", "[x](", "[x](()", "~~", "> ", "- "]
)
def test_repeated_markup_is_read_in_linear_time(part: str) -> None:
    start = time.perf_counter()
    draft("Words " + part * 100_000 + " end.")
    assert time.perf_counter() - start < 5
