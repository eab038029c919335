"""The checks that hold for every format: addresses that RDF can hold, one-line fields."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ArticleError
from kg.ingest.draft import one_line, web_address


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("https://a.org", "https://a.org"),
        ("HTTP://a.org:80/b?c=d&e#f", "HTTP://a.org:80/b?c=d&e#f"),
        ("https://caf\u00e9.org/\u00e9", "https://caf\u00e9.org/\u00e9"),
        ("https://a.org/a b|{c}", "https://a.org/a%20b%7C%7Bc%7D"),
        ("https://a.org/50%?q[]=%20", "https://a.org/50%25?q%5B%5D=%20"),
        ("https://a.org/#a#b", "https://a.org/#a%23b"),
    ],
)
def test_addresses_are_escaped(value: str, url: str) -> None:
    assert web_address(value) == url


@pytest.mark.parametrize(
    "value", ["a.org", "/a", "mailto:a@b.org", "ftp://a.org", "https://", "https:///a", "http://[a"]
)
def test_other_addresses_are_refused(value: str) -> None:
    with pytest.raises(ArticleError, match="is not a web address"):
        web_address(value)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["", "a.org", "a.org/"]))
def test_every_address_let_through_can_stand_in_rdf(value: str, start: str) -> None:
    try:
        url = web_address(f"https://{start}{value}")
    except ArticleError:
        return
    pyoxigraph.NamedNode(url)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_fields_become_one_line(value: str) -> None:
    line = one_line(value, "title")
    assert (line or "").split() == value.split()
    assert line is None or (line.isprintable() or line.splitlines() == [line])
