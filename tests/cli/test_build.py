"""kg build: files, exit codes and what it tells; the language model is stood in for, but once."""

import json
import os
import subprocess
import sys

import pytest

import kg.pipeline
from kg import read_graph
from kg.model import Graph, Skip

TEXT = "Russia attacked Georgia in 2008. Georgia accused Russia of lying."


@pytest.fixture
def empty(monkeypatch):
    """A build that reads nothing in the articles, and the options it was called with."""
    called = {}

    def build(articles, *, base, assertion, progress, **options):
        called.update(options, base=base, assertion=assertion)
        for count, _ in enumerate(articles, 1):
            if progress:
                progress(count)
        held = tuple(articles)
        return Graph(articles=held, entities=(), statements=(), base=base, assertion=assertion)

    monkeypatch.setattr(kg.pipeline, "build", build)
    return called


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{TEXT} {number}", encoding="utf-8")
    return folder


@pytest.mark.long
def test_builds_from_text_to_graph_with_the_real_model(run, tmp_path):
    (tmp_path / "war.txt").write_text(TEXT, encoding="utf-8")
    result = run("build", "war.txt", "--date", "2008-08-09")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0].split() == ["articles", "1"]
    assert "wrote output/war.ttl\nwrote output/war.graphml\n" in result.stdout
    graph = read_graph(tmp_path / "output" / "war.ttl")
    said = {(s.subject.label, s.relation.label) for s in graph.statements}
    assert ("Russia", "attacks") in said
    assert graph.articles[0].published == "2008-08-09"
    shown = run("show", "output/war.ttl", "Russia")
    assert "Russia –attacks→ Georgia" in shown.stdout
    assert run("verify", "output/war.ttl", "war.txt").exit_code == 0
    assert run("validate", "output/war.ttl").exit_code == 0


def test_a_graph_without_statements_is_written(run, news, empty, tmp_path):
    result = run("build", "news")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert sorted(os.listdir(tmp_path / "output")) == ["news.graphml", "news.ttl"]
    assert len(read_graph("output/news.ttl").articles) == 5


def test_options_reach_the_build(run, news, empty):
    result = run(
        *("build", "news", "-o", "x.jsonl", "--base", "https://n.example/", "--assert", "all"),
        *("--model", "other", "--ontology", "a.ttl", "--ontology", "b.ttl", "--quiet"),
        *("--knowledge-base", "own.csv"),
    )
    assert (result.exit_code, result.output) == (0, "")
    assert empty["base"] == "https://n.example/"
    assert empty["assertion"] == "all"
    assert empty["model"] == "other"
    assert [str(path) for path in empty["ontology"]] == ["a.ttl", "b.ttl"]
    assert [str(path) for path in empty["knowledge"]] == ["own.csv"]


def test_no_text_leaves_the_text_out(run, news, empty):
    run("build", "news/0.txt", "-o", "with.ttl")
    run("build", "news/0.txt", "-o", "without.ttl", "--no-text")
    assert read_graph("with.ttl").articles[0].text == f"{TEXT} 0"
    assert read_graph("without.ttl").articles[0].text == ""


def test_standard_input_needs_an_id(run, empty):
    result = run("build", "-", input=TEXT)
    assert result.exit_code == 2
    assert result.stderr == "Error: -: standard input needs an id (--id)\n"
    assert run("build", "-", "--id", "wire", input=TEXT).exit_code == 0
    assert read_graph("output/wire.ttl").articles[0].id == "wire"


def test_bad_articles_are_told_and_the_rest_is_built(run, news, empty):
    (news / "bad.txt").write_bytes(b"\x00\x01\x02")
    (news / "empty.txt").write_text("")
    result = run("build", "news", "missing.txt", "-o", "x.ttl")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    for line, name in zip(lines, ("news/bad.txt", "news/empty.txt", "missing.txt"), strict=True):
        assert line.startswith(f"skipped {name}: ")
    assert len(read_graph("x.ttl").articles) == 5


def test_a_report_is_written_beside_the_graph(run, news, empty, tmp_path):
    (news / "bad.txt").write_bytes(b"\x00")
    reports = ("--report", "r.json", "--report", "r.html")
    result = run("build", "news", "-o", "x.ttl", *reports)
    assert result.exit_code == 1
    assert result.stdout.endswith("wrote x.ttl\nwrote r.json\nwrote r.html\n")
    told = json.loads((tmp_path / "r.json").read_text())
    assert told["read"]["articles"] == 5
    [skipped] = told["skipped"]
    assert (skipped["path"], skipped["kind"]) == ("news/bad.txt", "unreadable")
    assert {"ingest", "write"} <= set(told["seconds"]["stages"])
    assert "news/bad.txt" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_report_changes_no_byte_of_the_graph(run, news, empty, tmp_path):
    run("build", "news", "-o", "x.ttl")
    run("build", "news", "-o", "y.ttl", "--report", "r.json")
    assert (tmp_path / "x.ttl").read_bytes() == (tmp_path / "y.ttl").read_bytes()


def test_an_article_over_a_limit_is_told_and_the_rest_is_built(run, news, monkeypatch):
    def build(articles, *, base, assertion, skipped, limits, **options):
        assert limits.article_seconds == 7
        first, *rest = articles
        skipped(Skip(first.id, "took too long", "limit"))
        return Graph(articles=tuple(rest), entities=(), statements=(), base=base)

    monkeypatch.setattr(kg.pipeline, "build", build)
    result = run("build", "news", "-o", "x.ttl", "--limit", "article-seconds=7")
    assert result.exit_code == 1
    assert result.stderr == "skipped 0: took too long\n"
    assert len(read_graph("x.ttl").articles) == 4


def test_options_of_reading_reach_the_readers(run, empty, tmp_path):
    (tmp_path / "a.csv").write_text(f"body\n{TEXT}\n{TEXT}\n")
    table = ("build", "a.csv", "-o", "x.ttl", "--column", "text=body")
    assert run(*table).exit_code == 0
    assert [one.id for one in read_graph("x.ttl").articles] == ["a-1", "a-2"]
    result = run(*table, "--duplicates", "skip")
    assert result.exit_code == 1
    assert result.stderr == "skipped a.csv (row 2): the same words as 'a-1'\n"
    german = "Die Polizei nahm am Sonntag zwei Männer in der Nähe des Hafens fest."
    (tmp_path / "b.txt").write_text(german, encoding="utf-8")
    assert run("build", "b.txt", "-o", "y.ttl").exit_code == 2
    assert run("build", "b.txt", "-o", "y.ttl", "--language", "any").exit_code == 0
    assert run("verify", "x.ttl", "a.csv", "--column", "text=body").exit_code in (0, 1)


def test_nothing_to_build_writes_nothing(run, empty, tmp_path):
    result = run("build", "missing.txt")
    assert result.exit_code == 2
    assert "missing.txt" in result.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["news", "news"], "article id '0' is taken by"),
        (["news", "--date", "soon"], "--date"),
        (["news", "--format", "n3"], "unknown format 'n3': choose from turtle"),
        (["news", "-o", "x.foo"], "unknown suffix '.foo'"),
        (["news", "--id", "one"], "--id"),
        (["news", "--assert", "none"], "'none' is not one of"),
        (["news", "--limit", "speed=1"], "no such limit; there are article-characters"),
        (["news", "--column", "body"], "give FIELD=NAME"),
        (["news", "--report", "r.txt"], "a report is a .json or an .html file"),
        (["news", "-o", "x.ttl", "--report", "x.ttl"], "a report is a .json"),
        ([], "Missing argument 'INPUT...'. (kg build --help"),
    ],
)
def test_what_cannot_be_is_one_line_and_exit_2(run, news, empty, tmp_path, args, told):
    result = run("build", *args)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert told in result.stderr
    assert os.listdir(tmp_path) == ["news"]


def test_an_unwritable_place_is_told_and_nothing_is_left(run, news, empty, tmp_path):
    (tmp_path / "x.ttl").mkdir()
    (tmp_path / "x.ttl" / "0.jsonl").mkdir()
    result = run("build", "news/0.txt", "-o", "x.ttl", "--format", "jsonl")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: x.ttl/0.jsonl: cannot be written")
    assert os.listdir(tmp_path / "x.ttl") == ["0.jsonl"]


def test_verbose_tells_what_is_read_and_written(run, news, empty):
    result = run("build", "news/0.txt", "-o", "x.nt", "-v")
    assert "read 0: 67 characters" in result.stderr
    assert "wrote x.nt as ntriples" in result.stderr


def test_ctrl_c_ends_with_130_and_leaves_nothing(run, news, monkeypatch, tmp_path):
    def interrupted(*args, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(kg.pipeline, "build", interrupted)
    result = run("build", "news")
    assert result.exit_code == 130
    assert result.stderr.strip() == "Aborted"
    assert os.listdir(tmp_path) == ["news"]


def _process(*args, **options):
    command = [sys.executable, "-m", "kg", *args]
    environment = {**os.environ, "PYTHONPATH": str(kg.__path__[0] + "/..")}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, **options)


def test_a_closed_pipe_is_no_traceback(graph):
    process = _process("query", graph, "SELECT * { ?s ?p ?o }", stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


def test_json_lines_in_json_lines_out(run, empty, tmp_path):
    lines = [json.dumps({"id": name, "text": TEXT}) for name in ("a", "b")]
    (tmp_path / "two.jsonl").write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    result = run("build", "two.jsonl", "-o", "x.ttl")
    assert result.exit_code == 1
    assert "two.jsonl: line 3" in result.stderr
    assert [article.id for article in read_graph("x.ttl").articles] == ["a", "b"]
