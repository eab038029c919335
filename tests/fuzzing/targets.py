"""What is fuzzed, and what must hold of it. What may go in: targets, each a strategy and a check.

A check fails for anything raised that is no `KGError`, for an article that is neither read nor
reported, and for what comes back otherwise than it went in. Who runs a check bounds its time.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
from hypothesis import strategies as st

from kg.errors import InputError, KGError
from kg.evaluate import MEASURES, evaluate
from kg.export import FORMATS, normal, read_graph, write_graph
from kg.graph.decisions import read_decisions
from kg.graph.folding import fold
from kg.ingest import Skip, read_articles
from kg.ingest.draft import Draft
from kg.ingest.published import iso_date
from kg.ingest.text import newlines
from kg.link.knowledge import load_knowledge_base
from kg.model import Article, Graph, Reading
from kg.ontology import load_ontology
from kg.reader import Reader
from kg.serve import graphs as whole_graphs
from kg.serve.negotiation import GRAPHS, RESULTS, choose
from kg.serve.protocol import answer, operation, update
from kg.store import fold_store, query, remove_articles
from kg.store.codec import decode, encode
from kg.store.readings import READINGS, writing
from kg.store.sparql import render
from tests.export.graphs import graphs, rich_graph
from tests.fuzzing import seeds
from tests.fuzzing.texts import MARKS, articles, files, mutated, prose, words


@dataclass(frozen=True)
class Target:
    """What is fuzzed: `check` raises for an input that breaks it."""

    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]
    cost: int = 1  # roughly, in milliseconds an input; the short form takes fewer of the dear


# ── readers ──────────────────────────────────────────────────────────────────────────────────────


def read_file(suffix: str, data: bytes) -> list[Article | Skip]:
    """Everything that is made of a file: articles, or what is wrong with them."""
    with as_file(data, f"a{suffix}") as path:
        try:
            found = list(read_articles([str(path)]))
        except InputError:
            return []  # two articles tell the same id
    assert found, "neither an article nor a reason"
    for one in found:
        if isinstance(one, Article):
            assert one.text.strip()
            assert "\r" not in one.text
            one.text.encode()
        else:
            assert one.reason
    return found


def check_text(text: str) -> None:
    """A text that opens no front matter comes out as it is, newlines apart."""
    [one] = read_file(".txt", text.encode("utf-8", "surrogatepass"))
    plain = newlines(text)
    if isinstance(one, Article):
        assert plain.endswith(one.text)
        assert one.text == plain or plain.startswith("---")
    elif "English" not in one.reason:
        refused = not plain.strip() or "\0" in plain or plain.startswith("---") or _half(plain)
        assert refused or text.startswith(("PK\x03", "%PDF-", "{\\rtf"))


def _half(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def check_json_lines(records: list[Any]) -> None:
    """Each line is an article, or one reason; the text of an article is the line's."""
    lines = [json.dumps(one).encode() if not isinstance(one, bytes) else one for one in records]
    data = b"\n".join(line.replace(b"\n", b" ") for line in lines)
    told = [line for line in data.split(b"\n") if line.strip(b" \t\r\n\xef\xbb\xbf")]
    found = read_file(".jsonl", data)
    assert len(found) in (0, max(1, len(told)))
    for record, one in zip(records, found, strict=False):
        if isinstance(record, dict) and isinstance(one, Article) and len(told) == len(records):
            assert one.text == newlines(record["text"])


_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | articles(longest=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
_records = st.fixed_dictionaries(
    {"text": articles()},
    optional={
        name: articles(longest=2) | _values for name in ("id", "title", "date", "source", "url")
    },
)


def check_folder(contents: list[tuple[str, bytes]]) -> None:
    """Every file of a folder is read or skipped, whatever the others are."""
    with TemporaryDirectory(dir=_MEMORY) as name:
        for number, (suffix, data) in enumerate(contents):
            (Path(name) / f"{number}{suffix}").write_bytes(data)
        try:
            found = list(read_articles([name]))
        except InputError:
            return  # two files tell the same id
    skipped = {Path(one.path).stem for one in found if isinstance(one, Skip)}
    told = {one.id.partition("-")[0] for one in found if isinstance(one, Article)}
    named = sum(not one.id.partition("-")[0].isdigit() for one in found if isinstance(one, Article))
    lost = {str(number) for number in range(len(contents))} - skipped - told
    assert len(lost) <= named


_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None


def _reader(suffix: str) -> Target:
    return Target(
        files(seeds.ARTICLES[suffix]), partial(check_reader, suffix), 1 + (suffix == ".html")
    )


def check_reader(suffix: str, data: bytes) -> None:
    """Any bytes are an article, or one reason why not."""
    read_file(suffix, data)


def check_date(text: str) -> None:
    """A date is one of the calendar, or refused."""
    with suppress(KGError):
        assert len(iso_date(text)) == 10


def check_fields(values: dict[str, str]) -> None:
    """What stands in an article's fields is stripped to a line, or refused."""
    with suppress(KGError):
        one = Draft(text="Rain.", **values)
        assert all("\n" not in (getattr(one, name) or "") for name in values)
        if one.url:
            ox.NamedNode(one.url)


_fields = st.fixed_dictionaries(
    {},
    optional={
        "title": articles(longest=3),
        "source": articles(longest=2),
        "published": articles(longest=2),
        "url": articles(longest=3).map("https://".__add__) | articles(longest=3),
    },
)

# ── extraction ───────────────────────────────────────────────────────────────────────────────────


@cache
def reader() -> Reader:
    """The pipeline, loaded when it is first used."""
    return Reader()


def check_pipeline(texts: list[str]) -> None:
    """Each article gives one reading; its evidence stands where it says; the graph can be written
    and is the same again."""
    given = [
        Article.of(id=f"a{number}", text=text, title=text[:20] or None, published="2016-08-16")
        for number, text in enumerate(texts)
    ]
    read = list(reader().read(given))
    assert [one.article for one in read] == given
    for one in read:
        for evidence in (e for statement in one.statements for e in statement.evidence):
            check_spans(one.article, evidence)
    graph = fold(read, base="https://kg.example/id/", version="x", model="y")
    assert {a.id for a in graph.articles} == {a.id for a in given}
    check_format(("nquads", graph))


def check_spans(article: Article, evidence: Any) -> None:
    """Offsets are those of the words."""
    assert article.text[evidence.start : evidence.end] == evidence.text
    for span in (evidence.subject, evidence.object):
        assert span is None or article.text[span.start : span.end] == span.text


# ── exporters and their readers ──────────────────────────────────────────────────────────────────

EXACT = [name for name, one in FORMATS.items() if one.read and name != "jsonl"]


def check_format(case: tuple[str, Graph]) -> None:
    """What is written is read back equal."""
    name, graph = case
    with TemporaryDirectory(dir=_MEMORY) as folder:
        path = Path(folder) / f"graph{FORMATS[name].suffix}"
        write_graph(graph, path)
        if name in EXACT:
            assert read_graph(path) == normal(graph)
        elif FORMATS[name].read:
            read_graph(path)


@contextmanager
def as_file(data: bytes, name: str) -> Iterator[Path]:
    """The bytes as a file of that name."""
    with TemporaryDirectory(dir=_MEMORY) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def check_decoder(case: tuple[str, bytes]) -> None:
    """A file of any bytes is a graph, or one error; and what is read can be written."""
    name, data = case
    with as_file(data, f"graph{FORMATS[name].suffix}") as path, suppress(KGError):
        write_graph(read_graph(path), path.with_name("again.nq"))


@cache
def written(name: str) -> bytes:
    """The sample graph in a format that is one file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph"
        write_graph(rich_graph(), path, format=name)
        return path.read_bytes()


_FILES = [name for name, one in FORMATS.items() if one.read and not one.files]
_decoded = st.sampled_from(_FILES).flatmap(
    lambda name: st.tuples(st.just(name), files([written(name)]))
)


def check_table(case: tuple[str, str, bytes]) -> None:
    """One damaged table of a folder of several."""
    name, table, data = case
    with TemporaryDirectory(dir=_MEMORY) as folder:
        path = Path(folder) / f"graph{FORMATS[name].suffix}"
        write_graph(rich_graph(), path)
        (path / table).write_bytes(data)
        with suppress(KGError):
            read_graph(path)


@cache
def tables(name: str) -> dict[str, bytes]:
    """The files of the sample graph in a format of several."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph"
        write_graph(rich_graph(), path, format=name)
        return {one.name: one.read_bytes() for one in path.iterdir()}


@st.composite
def _tables(draw: st.DrawFn) -> tuple[str, str, bytes]:
    name = draw(st.sampled_from([name for name, one in FORMATS.items() if one.files]))
    table, content = draw(st.sampled_from(sorted(tables(name).items())))
    return name, table, draw(files([content]))


# ── SPARQL ───────────────────────────────────────────────────────────────────────────────────────


@cache
def triples() -> ox.Store:
    """The sample graph."""
    store = ox.Store()
    store.bulk_load(written("nquads"), format=ox.RdfFormat.N_QUADS)
    return store


def check_query(case: tuple[str, str, str]) -> None:
    """A query is answered or refused with one reason."""
    sparql, form, _ = case
    with suppress(KGError):
        text = render(query(triples(), sparql), form)
        assert text.endswith("\n") or (form, text) == ("turtle", "")  # a graph of nothing


def check_protocol(case: tuple[str, str, str, bytes, str]) -> None:
    """A request is an operation that is answered, or refused."""
    method, url, kind, body, accept = case
    store = ox.Store()
    store.extend(ox.parse(b"<a:b> <a:c> <a:d> .", format=ox.RdfFormat.N_TRIPLES))
    output = io.BytesIO()
    with suppress(KGError):
        asked = operation(method, url, kind, body)
        if asked.kind == "query":
            answer(store, output, asked=asked, accept=accept)
        elif asked.kind == "update":
            update(store, asked)
    with suppress(KGError):
        name = whole_graphs.named(url)
        whole_graphs.write(store, name, body, kind, replace=method == "PUT")
        whole_graphs.read(store, output, name=name, accept=accept)
    for offered in (GRAPHS, RESULTS):
        with suppress(KGError):
            choose(accept, offered)


_queries = st.one_of(
    mutated(seeds.QUERIES).map(lambda data: data.decode("utf-8", "replace")),
    st.lists(st.sampled_from(seeds.TOKENS), max_size=30).map(" ".join),
    articles(longest=5),
)
_asked = st.tuples(
    _queries, st.sampled_from(("table", "csv", "tsv", "json", "turtle")), st.just("")
)
_requests = st.tuples(
    st.sampled_from(("GET", "HEAD", "POST", "PUT")),
    st.one_of(
        st.lists(
            st.tuples(
                st.sampled_from(
                    ("query", "update", "default-graph-uri", "using-graph-uri", "graph", "x")
                ),
                _queries | words | st.just("http://a.example/g"),
            ),
            max_size=3,
        ).map(urlencode),
        articles(longest=3),
    ),
    st.sampled_from(
        (*GRAPHS, "application/sparql-query", "application/sparql-update", "", "a;charset=x")
    )
    | st.just("application/x-www-form-urlencoded"),
    _queries.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=50),
    st.sampled_from((*GRAPHS, *RESULTS, "*/*", "", "text/*;q=0", ",;q=,", "a/b;q=1.5;"))
    | st.lists(st.sampled_from((*GRAPHS, ";q=0.1", ",", "*/*", *MARKS))).map("".join),
)

# ── store ────────────────────────────────────────────────────────────────────────────────────────


def _readings(graph: Graph) -> list[Reading]:
    """The graph's articles, each with all that is said: enough for the store, which keeps them."""
    return [Reading(article=one, statements=graph.statements) for one in graph.articles]


def check_codec(graph: Graph) -> None:
    """A reading comes back equal from its bytes."""
    for one in _readings(graph):
        assert decode(encode(one)) == one


def check_stored(data: bytes) -> None:
    """Damaged bytes of a reading are refused with ValueError, which the store names."""
    with suppress(ValueError):
        decode(data)


STORED = [encode(one) for one in _readings(rich_graph())]


def check_operations(steps: list[tuple[str, int]]) -> None:
    """A store holds what was put into it and not taken out, whatever the order."""
    held: dict[str, Reading] = {}
    samples = _readings(rich_graph())
    with TemporaryDirectory(dir=_MEMORY) as folder, writing(folder, create=True) as readings:
        for what, number in steps:
            one = samples[number % len(samples)]
            if what == "put":
                readings.put(one)
                held[one.article.id] = one
            elif what == "remove":
                with suppress(KGError):
                    readings.remove([one.article.id])
                    held.pop(one.article.id)
            else:
                readings.set({"base": f"https://kg.example/{number}/"})
        assert {one.article.id: one for one in readings} == held
        assert readings.counts()[0] == len(held)


_steps = st.lists(
    st.tuples(st.sampled_from(("put", "put", "remove", "set")), st.integers(0, 9)), max_size=12
)


@cache
def store_file() -> bytes:
    """A store's file of readings, with the settings of a build."""
    with TemporaryDirectory() as folder:
        with writing(folder, create=True) as readings:
            told = {"base": "https://kg.example/id/", "assertion": "reported"}
            readings.set(told | {"version": "x", "model": "y", "pipeline": "z"})
            for one in _readings(rich_graph()):
                readings.put(one)
        return (Path(folder) / READINGS).read_bytes()


def check_store_file(data: bytes) -> None:
    """A damaged store is read, or refused with one reason; so is taking an article out of it."""
    with as_file(data, READINGS) as path:
        with suppress(KGError):
            fold_store(path.parent)
        with suppress(KGError):
            remove_articles(path.parent, ["bell"])


# ── a user's own files ───────────────────────────────────────────────────────────────────────────


def check_decisions(data: bytes) -> None:
    """Decisions are read, or refused."""
    with as_file(data, "decisions.toml") as path, suppress(KGError):
        read_decisions(path)


def check_ontology(data: bytes) -> None:
    """An ontology is read, or refused."""
    with as_file(data, "own.ttl") as path, suppress(KGError):
        load_ontology([path])


def check_knowledge(case: tuple[str, bytes]) -> None:
    """A knowledge base is read, or refused."""
    with as_file(case[1], f"own{case[0]}") as path, suppress(KGError):
        load_knowledge_base([path])


_knowledge = st.sampled_from(sorted(seeds.KNOWLEDGE)).flatmap(
    lambda suffix: st.tuples(st.just(suffix), files([seeds.KNOWLEDGE[suffix]]))
)


def check_gold(case: tuple[str | None, bytes]) -> None:
    """A gold is scored against, or refused."""
    measure, data = case
    with as_file(data, "gold.jsonl") as path, suppress(KGError):
        said = path.with_name("said.jsonl")
        said.write_bytes(written("jsonl"))
        evaluate(path, said, measure=measure, documents=said.with_name("gold.jsonl"))


_golds = st.tuples(st.none() | st.sampled_from(sorted(MEASURES)), files(seeds.GOLDS))

TARGETS: dict[str, Target] = {
    "text": Target(articles(), check_text),
    **{f"reader{suffix}": _reader(suffix) for suffix in seeds.ARTICLES},
    "json lines": Target(st.lists(_records | _values, max_size=3), check_json_lines, 3),
    "folder": Target(
        st.lists(
            st.sampled_from((".txt", ".md", ".html", ".json", ".jsonl")).flatmap(
                lambda suffix: st.tuples(st.just(suffix), files(seeds.ARTICLES[suffix]))
            ),
            min_size=1,
            max_size=4,
        ),
        check_folder,
        5,
    ),
    "date": Target(articles(longest=3), check_date),
    "fields": Target(_fields, check_fields),
    "pipeline": Target(st.lists(prose | articles(), min_size=1, max_size=3), check_pipeline, 60),
    **{
        f"export {name}": Target(st.tuples(st.just(name), graphs()), check_format, 10)
        for name in FORMATS
    },
    "decoder": Target(_decoded, check_decoder, 3),
    "tables": Target(_tables(), check_table, 10),
    "query": Target(_asked, check_query),
    "protocol": Target(_requests, check_protocol, 2),
    "codec": Target(graphs(), check_codec, 10),
    "stored": Target(mutated(STORED), check_stored),
    "store": Target(_steps, check_operations, 10),
    "store file": Target(mutated([store_file()]), check_store_file, 10),
    "decisions": Target(files(seeds.DECISIONS), check_decisions),
    "ontology": Target(files([seeds.ONTOLOGY]), check_ontology, 60),
    "knowledge": Target(_knowledge, check_knowledge, 60),
    "gold": Target(_golds, check_gold, 3),
}
