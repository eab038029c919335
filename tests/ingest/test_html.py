"""HTML: main text, title, date and source; no boilerplate, no clock, no noise."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from kg.errors import ArticleError
from kg.ingest.draft import Draft
from kg.ingest.html import read_html

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Ministers meet in Geneva | Example Post</title>
<meta property="og:site_name" content="Example Post">
<meta property="article:published_time" content="{date}T10:00:00Z">
<meta property="article:modified_time" content="2016-10-01T10:00:00Z">
<link rel="canonical" href="{url}"><script>var x = "Iran";</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ministers meet in Geneva</h1>
<p>John Kerry met Sergei Lavrov in <a href="/g">Geneva</a> on Friday &mdash; twice.</p>
<p>They did not reach
an agreement, an official said.</p>
<table><tr><td>Friday</td><td>13 hours</td></tr></table></article>
<footer>Copyright 2011 Example Post. All rights reserved.</footer></body></html>"""


def page(*, date: str = "2016-09-09", url: str = "https://example.org/geneva") -> str:
    return PAGE.format(date=date, url=url)


def draft(data: bytes | str) -> Draft:
    [only] = read_html(io.BytesIO(data.encode() if isinstance(data, str) else data))
    return only


def test_page_without_boilerplate() -> None:
    assert draft(page()) == Draft(
        text="John Kerry met Sergei Lavrov in Geneva on Friday \u2014 twice.\n"
        "They did not reach an agreement, an official said.",
        title="Ministers meet in Geneva",
        published="2016-09-09",
        source="Example Post",
        url="https://example.org/geneva",
    )


def test_long_page_keeps_every_paragraph() -> None:
    texts = [f"The minister of country {n} said that it would not join." for n in range(2000)]
    body = "".join(f"<p>{text}</p>\n" for text in texts)
    found = draft(f"<html><body><article><h1>Ministers</h1>{body}</article></body></html>")
    assert found.text.split("\n") == texts


def test_date_does_not_depend_on_the_day_of_the_build() -> None:
    assert draft(page(date="2099-09-09")).published == "2099-09-09"


def test_date_is_not_guessed_from_the_footer() -> None:
    undated = "\n".join(line for line in page().split("\n") if "_time" not in line)
    assert draft(undated).published is None
    assert "2011" in undated


@pytest.mark.parametrize(
    ("address", "url"),
    [("https://a.org/b|c", "https://a.org/b%7Cc"), ("https://[a", None), ("/geneva", None)],
)
def test_address_that_is_none_is_left_out(address: str, url: str | None) -> None:
    # trafilatura checks the canonical address, but not this one.
    text = page().replace('link rel="canonical" href', 'meta property="og:url" content')
    assert draft(text.replace("https://example.org/geneva", address)).url == url


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        ("<meta charset=utf-8>", "Caf\u00e9 owners met.".encode(), "Caf\u00e9 owners met."),
        (
            "<meta charset='windows-1252'>",
            b"Caf\xe9 \x97 owners met.",
            "Caf\u00e9 \u2014 owners met.",
        ),
        ("<meta charset=ISO-8859-1>", b"Caf\xe9 \x97 owners met.", "Caf\u00e9 \u2014 owners met."),
        ("<meta http-equiv=a content='text/html; charset=latin1'>", b"Caf\xe9.", "Caf\u00e9."),
        ("<meta charset=iso-8859-2>", b"Ko\xb9ice votes.", "Ko\u0161ice votes."),
        ("<meta charset=latin1>", "Caf\u00e9 owners.".encode(), "Caf\u00e9 owners."),
    ],
)
def test_declared_encoding_counts_where_the_page_is_not_utf8(
    head: str, body: bytes, text: str
) -> None:
    data = b"<html><head>" + head.encode() + b"</head><body><p>" + body + b"</p></body></html>"
    assert draft(data).text == text


def test_fragment_is_read() -> None:
    assert draft("<p>Iran hosts Russia.</p><p>So it said.</p>").text.split() == (
        ["Iran", "hosts", "Russia.", "So", "it", "said."]
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no main text found in the HTML"),
        (b"<html><body></body></html>", "no main text found in the HTML"),
        (b"<html><head><title>x</title></head><body><script>a()</script></body></html>", "no main"),
        (b"<div>" * 50_000, "no main text found in the HTML"),
        (b"<html><body><p>caf\xe9</p></body></html>", "not UTF-8: byte 0xe9 at offset 18"),
        (b"<meta charset=utf-7><p>caf\xe9</p>", "not UTF-8: byte 0xe9 at offset 26"),
        (b"<meta charset=utf-16><p>caf\xe9</p>", "not UTF-8: byte 0xe9"),
        (b"<meta charset=cp1252><p>caf\x81</p>", "not CP1252: byte 0x81 at offset 27"),
        (b"<meta charset=martian><p>caf\xe9</p>", "unknown encoding 'martian'"),
        (b"GIF89a\x00\x00", "binary file: NUL byte at offset 6"),
    ],
)
def test_bad_page_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        draft(data)


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


def test_trafilatura_is_imported_only_for_html() -> None:
    code = (
        "import io, sys; from kg.ingest import read_articles;"
        "list(read_articles(['-'], id='a', stdin=io.StringIO('Iran.')));"
        "print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    )
    assert run(code).stdout == "False False\n"


def test_nothing_is_printed_about_odd_pages() -> None:
    code = (
        "import io; from kg.ingest.html import read_html\n"
        "for data in (b'', b'<html><body></body></html>', b'<x'):\n"
        "    try: list(read_html(io.BytesIO(data)))\n"
        "    except Exception as error: assert type(error).__name__ == 'ArticleError', error\n"
    )
    found = run(code)
    assert (found.stdout, found.stderr) == ("", "")
