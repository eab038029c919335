"""Stored readings: nothing is lost, equal ones have equal bytes, and damage is seen."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, make_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg.store.codec as codec
from kg.model import Article, Naming, Reading
from tests.export.graphs import graphs, rich_graph

EXTRA = Reading(
    article=Article.of(id="x", text="\ud800 \x00"),
    statements=rich_graph().statements,
    known=("a", "b"),
    namings=(Naming(entity="e", name="N", other="O", kind="former", start=1, end=2),),
    sketch=(1, 2**53 - 1),
)


def test_everything_comes_back() -> None:
    assert codec.decode(codec.encode(EXTRA)) == EXTRA


@settings(max_examples=30, deadline=None)
@given(graphs())
def test_any_statements_come_back(graph) -> None:
    reading = Reading(article=Article.of(id="x", text="y"), statements=graph.statements)
    found = codec.decode(codec.encode(reading))
    assert found == reading
    assert codec.encode(found) == codec.encode(reading)


@given(st.integers(min_value=0, max_value=200))
def test_damage_is_seen(place: int) -> None:
    content = bytearray(codec.encode(EXTRA))
    content[place % len(content)] ^= 0x55
    with pytest.raises(ValueError, match=r"."):
        codec.decode(bytes(content))


def test_what_is_no_reading_is_refused() -> None:
    for content in (b"", zlib.compress(b"[]"), zlib.compress(b"[[], [1, 2]]")):
        with pytest.raises(ValueError, match=r"."):
            codec.decode(content)


def test_another_field_gives_another_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    codec.shape.cache_clear()
    before = codec.shape()
    other = make_dataclass("Reading", [("article", Article), ("mood", str, field(default=""))])
    monkeypatch.setattr(codec, "Reading", dataclass(frozen=True)(other))
    codec.shape.cache_clear()
    assert codec.shape() != before
    codec.shape.cache_clear()
