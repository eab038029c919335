"""Every target of fuzzing: a short form each time, the long one by hand, and what was once found.

The long form proper is `python -m tests.fuzzing.run`, which goes on for as long as it is told to.
"""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import GraphError, InputError, LimitError
from kg.export import read_graph
from kg.graph.decisions import parse_decisions
from tests.fuzzing.run import HANG
from tests.fuzzing.targets import (
    TARGETS,
    Target,
    check_decoder,
    check_gold,
    check_pipeline,
    check_query,
    check_reader,
)

_QUIET = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
_SHORT, _LONG = 300, 60_000  # milliseconds of inputs, by what targets say that they cost


def _fuzz(target: Target, inputs: int) -> None:
    @settings(_QUIET, max_examples=inputs, derandomize=inputs < 1000)
    @given(target.inputs)
    def run(value: object) -> None:
        started = process_time()
        target.check(value)
        assert process_time() - started < HANG

    run()


@pytest.mark.parametrize("name", TARGETS)
def test_short(name: str) -> None:
    _fuzz(TARGETS[name], max(10, _SHORT // TARGETS[name].cost))


@pytest.mark.long
@pytest.mark.parametrize("name", TARGETS)
def test_long(name: str) -> None:
    _fuzz(TARGETS[name], _LONG // TARGETS[name].cost)


def test_the_targets_find_what_is_broken() -> None:
    """A target that no input can fail would be no test."""

    def breaks(value: int) -> None:
        assert value < 1000

    with pytest.raises(AssertionError):
        _fuzz(Target(st.integers(), breaks), 500)


# ── what was found, and is kept ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "[[rename]]\nentity =" + "[" * 3000,
        "a = " + "9" * 5000,
        "a = 1979-13-01",
    ],
    ids=["brackets", "digits", "month"],
)
def test_decisions_that_toml_cannot_hold(text: str) -> None:
    with pytest.raises(InputError, match="not TOML"):
        parse_decisions(text)


@pytest.mark.parametrize(
    "data", [b"[" * 3000, b'{"a": ' + b"9" * 5000 + b"}"], ids=["nest", "digits"]
)
def test_a_gold_that_json_cannot_hold(data: bytes) -> None:
    check_gold((None, data))
    check_gold(("facts", data))


@pytest.mark.parametrize("name", ["cyjs", "jsonl", "jsonld", "graphml", "rdfxml", "turtle"])
@pytest.mark.parametrize("piece", [b"[", b'{"a":', b"<a>", b"(", b"<!--"])
def test_what_is_nested_without_end(name: str, piece: bytes) -> None:
    check_decoder((name, piece * 50_000))
    check_decoder((name, b"<a:b> <a:c> " + piece * 50_000))


def test_evidence_that_ends_before_it_starts(tmp_path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id":"1","subject":{"id":"s","label":"S","type":"Person","aliases":[]},"relation":'
        '{"id":"r","label":"r"},"object":null,"roles":{},"polarity":"positive","modality":"actual",'
        '"attribution":null,"time":null,"claimed":null,"published":null,"confidence":0.9,'
        '"inferred":false,"premises":[],"event":null,"evidence":[{"document":"a","start":40,'
        '"end":17,"text":"x","rule":"r","subject":null,"object":null,"surface":null}]}\n'
    )
    with pytest.raises(GraphError, match="not evidence: 40-17"):
        read_graph(path)


def test_an_encoding_that_nobody_knows(tmp_path) -> None:
    path = tmp_path / "a.graphml"
    path.write_bytes(b'<?xml version="1.0" encoding="utf-6"?><graphml/>')
    with pytest.raises(GraphError, match="unknown encoding"):
        read_graph(path)


def test_an_empty_answer_in_turtle() -> None:
    check_query(("CONSTRUCT { ?a kg:x ?b } WHERE { ?a kg:x ?b }", "turtle", ""))


_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
_BOMBS = {
    "laughs": f'<!DOCTYPE a [<!ENTITY a0 "ha">{_LAUGHS}]>',
    "square": '<!DOCTYPE a [<!ENTITY a9 "' + "a" * 50_000 + '">]>',
}


@pytest.mark.parametrize("bomb", _BOMBS)
@pytest.mark.parametrize("suffix", [".rdf", ".graphml"])
def test_entities_that_grow(bomb: str, suffix: str, tmp_path) -> None:
    body = "&a9;" * (10_000 if bomb == "square" else 1)
    path = tmp_path / f"a{suffix}"
    path.write_text(
        f'{_BOMBS[bomb]}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        f' xmlns:x="http://x.example/"><rdf:Description><x:y>{body}</x:y></rdf:Description>'
        "</rdf:RDF>"
    )
    started = process_time()
    with pytest.raises(GraphError, match="amplification"):
        read_graph(path)
    assert process_time() - started < HANG


# ── hostile articles: time in proportion, and no traceback ───────────────────────────────────────

_WORDS = "Russia attacked Georgia and Iran denied that the minister said"
_HOSTILE = {
    "nested quotes": "“" * 10_000 + "Iran hosts Russia" + "”" * 10_000 + ".",
    "nested brackets": "[(" * 10_000 + "Iran hosts Russia" + ")]" * 10_000 + ".",
    "quotes apart": "“ " * 10_000 + "Iran hosts Russia" + " ”" * 10_000 + ".",
    "quotes without end": "“Iran hosts Russia, he said\n" * 20_000,
    "blanks": "Rain fell.\n" + " " * 1_000_000 + "\nIran hosts Russia.",
    "one token": "a" * 1_000_000 + " hosts Russia.",
    "digits": "9" * 100_000 + " troops attacked Georgia.",
    "deep": "The minister of " * 1_000 + "Syria said that Iran hosts Russia.",
    "list": "Iran, " * 3_000 + "hosts Russia.",
    "people": "".join(f"Ann Lee{n} met Bob Ray{n}. " for n in range(400)),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_article(name: str) -> None:
    started = process_time()
    check_pipeline([_HOSTILE[name]])
    assert process_time() - started < 60


@pytest.mark.long
@pytest.mark.parametrize(
    "text",
    [
        f"{_WORDS} " * 5_000 + ".",  # a sentence of 50,000 words
        f"{_WORDS} " * 16_000,  # a megabyte without a mark
        ("Russia attacked Georgia. " * 400_000)[:10_000_000],  # a line of 10 MB
    ],
    ids=["sentence", "megabyte", "line"],
)
def test_a_huge_article(text: str) -> None:
    started = process_time()
    with suppress(LimitError):  # what takes longer than an article may is told, and not waited for
        check_pipeline([text])
    assert process_time() - started < 60 + len(text) / 5_000


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".jsonl"])
@pytest.mark.parametrize(
    "piece", ["<p>", "[a](", "![", "`", "*a ", "&#", "<!--", "~~a", "- ", "[", '{"a":', "\\"]
)
def test_a_file_of_one_piece(suffix: str, piece: str) -> None:
    started = process_time()
    check_reader(suffix, (piece * 30_000 + "Rain fell.").encode())
    assert process_time() - started < 30


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".jsonl"])
def test_what_is_no_text(suffix: str) -> None:
    for data in (b"\0" * 1000, b"Rain \0 fell.", b"\xed\xa0\x80 rain", b'"\\ud800"'):
        check_reader(suffix, data)
        check_reader(suffix, b'{"text": "Rain ' + data.replace(b'"', b"") + b'"}')
