"""RSS and Atom: entries become articles with ids that last; hostile feeds harm nobody."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from kg.ingest import Skip
from kg.ingest.feeds import paragraphs
from kg.model import Article
from tests.ingest.packed import read, told, zipped

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Desk</title><link>https://news.example/</link>
<item><title>A base &amp; a bomber</title><guid isPermaLink="false">n-1</guid>
<link>https://news.example/base</link><pubDate>Tue, 16 Aug 2016 23:10:00 +0200</pubDate>
<description>Teaser only.</description>
<content:encoded><![CDATA[<h2>Iran</h2><p>Iran <b>hosts</b> Russia.</p><script>x()</script>
<figure>Photo: nobody</figure><p>Kerry said so.<br/>Twice.</p>]]></content:encoded></item>
<item><link>https://news.example/two</link><pubDate>16.08.2016</pubDate>
<description>Turkey shot down a drone.</description></item>
<item><title>Three</title><description>Chile hosts Peru.</description></item>
<item><title>Empty</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><id>tag:news.example,2016:1</id><title>Talks</title><updated>2016-08-16T10:00:00Z</updated>
<link href="javascript:x()"/><content type="html">&lt;p&gt;They met.&lt;/p&gt;</content></entry>
</feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link>
<description>Iran hosts Russia.</description><dc:date>2016-08-16</dc:date></item></rdf:RDF>"""


def test_an_rss_entry_becomes_an_article(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(RSS, encoding="utf-8")
    first, second, third, last = read(tmp_path / "feed.rss")
    assert first == Article.of(
        id="n-1",
        text="Iran\n\nIran hosts Russia.\n\nKerry said so.\n\nTwice.",
        title="A base & a bomber",
        published="2016-08-16",
        source="Desk",
        url="https://news.example/base",
    )
    assert isinstance(second, Article)
    assert (second.id, second.text) == ("https://news.example/two", "Turkey shot down a drone.")
    assert isinstance(third, Article)
    assert third.id.startswith("entry-")
    assert third.published is None
    assert told([last]) == ["feed.rss: entry 4: text is empty; an article needs words"]


@pytest.mark.parametrize(
    ("name", "content", "id", "text"),
    [
        ("a.atom", ATOM, "tag:news.example,2016:1", "They met."),
        ("a.xml", ATOM, "tag:news.example,2016:1", "They met."),
        ("a.rdf", RDF, "https://news.example/1", "Iran hosts Russia."),
    ],
)
def test_atom_and_rss_1(tmp_path: Path, name: str, content: str, id: str, text: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    [article] = read(tmp_path)
    assert isinstance(article, Article)
    assert (article.id, article.text, article.published) == (id, text, "2016-08-16")
    assert article.url in (None, "https://news.example/1")


def test_ids_do_not_depend_on_the_order_of_entries(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(RSS, encoding="utf-8")
    before = {one.id for one in read(tmp_path) if isinstance(one, Article)}
    items = RSS.split("<item>")
    later = "<item>".join([items[0], *items[2:4], items[1], items[4]])
    (tmp_path / "feed.rss").write_text(later, encoding="utf-8")
    assert {one.id for one in read(tmp_path) if isinstance(one, Article)} == before


def test_an_entry_that_two_feeds_have_is_read_once(tmp_path: Path) -> None:
    for day in ("monday", "tuesday"):
        (tmp_path / f"{day}.atom").write_text(ATOM, encoding="utf-8")
    article, skip = read(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(skip, Skip)
    assert skip.kind == "id"
    assert "is taken by" in skip.reason
    assert "monday.atom (entry 1)" in skip.reason


def test_a_feed_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"feed.xml": RSS}))
    assert told(read(tmp_path))[0] == "n-1"


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "'
    + "ha" * 5000
    + '">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><rss><channel><item><description>&i;</description></item></channel></rss>"
)
OUTSIDE = (
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><description>&x;</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (LAUGHS, "the feed declares entities"),
        (OUTSIDE, "the feed declares entities"),
        ("<html><p>No feed.</p></html>", "not a feed"),
        ("", "not a feed"),
        ("<rss><channel></channel></rss>", "no entries in the feed"),
        ("<rss>" + "<a>" * 20_000, "no entries in the feed"),
        (ATOM.encode("utf-16"), "not a feed"),
        (b"\xff\xfe\x00<rss>", "no entries"),
        (b'<?xml version="1.0" encoding="\xfd"?><rss></rss>', "not a feed that can be read"),
        ("<rss><channel><item><link>x", ""),
    ],
)
def test_hostile_and_broken_feeds_are_told_of(
    tmp_path: Path, content: str | bytes, reason: str
) -> None:
    data = content.encode() if isinstance(content, str) else content
    (tmp_path / "feed.xml").write_bytes(data)
    start = time.perf_counter()
    [skip] = read(tmp_path / "feed.xml")
    assert time.perf_counter() - start < 10
    assert isinstance(skip, Skip)
    assert reason in skip.reason


def test_a_feed_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(RSS[: RSS.index("<item><title>Three")], encoding="utf-8")
    assert told(read(tmp_path)) == ["n-1", "https://news.example/two"]


def test_no_feed_opens_a_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    outside = RSS.replace("<rss ", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">\n<rss ')
    linked = outside.replace("<channel>", '<?xml-stylesheet href="http://127.0.0.1:9/x"?><channel>')
    (tmp_path / "feed.rss").write_text(linked, encoding="utf-8")
    assert told(read(tmp_path))[0] == "n-1"


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>One<![if !x]> two<![endif]>.</p>", "One two."),
        ("<![CDA", ""),
        ("&#xD800;&#0;&#99999999;", "\ufffd\ufffd\ufffd"),
    ],
)
def test_fragments_that_are_no_good_html(fragment: str, text: str) -> None:
    assert paragraphs(fragment) == text


def test_fragments_of_any_size_are_read_in_time() -> None:
    start = time.perf_counter()
    assert paragraphs("<div>" * 100_000 + "deep") == "deep"
    assert paragraphs("<" * 100_000).startswith("<")
    assert paragraphs("<p>a" * 50_000).count("a") == 50_000
    assert time.perf_counter() - start < 10
