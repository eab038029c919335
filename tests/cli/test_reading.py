"""kg export, query, show, explain, verify and validate over a graph made by hand."""

import csv
import io
import json

import click
import pytest

from kg import __version__, read_graph, write_graph
from kg.cli import main
from tests.cli.sample import ATTACKS, HOSTS, LAUNCHES, RUSSIA, SAMPLE, USES

ALL = ["trig", "ttl", "nt", "nq", "jsonld", "rdf", "graphml", "jsonl"]
USES_BASE = "SELECT ?a ?b { ?s rdfs:label ?a . ?o rdfs:label ?b . ?s kg:uses ?o }"


@pytest.mark.parametrize("suffix", ALL)
def test_exports_to_every_format_and_back(run, graph, suffix):
    assert run("export", graph, "-o", f"x.{suffix}").exit_code == 0
    kept = read_graph(f"x.{suffix}").statements
    assert [s.id for s in kept] == [s.id for s in read_graph(graph).statements]
    assert [s.evidence for s in kept] == [s.evidence for s in read_graph(graph).statements]


def test_export_keeps_what_is_asked_for(run, graph):
    run("export", graph, "-o", "sure.jsonl", "--min-confidence", "0.8")
    run("export", graph, "-o", "denied.ttl", "--only", "negative")
    run("export", graph, "-o", "read.ttl", "--only", "read", "--only", "positive", "--no-text")
    assert {s.id for s in read_graph("sure.jsonl").statements} == {LAUNCHES.id, USES.id, HOSTS.id}
    assert [s.id for s in read_graph("denied.ttl").statements] == [ATTACKS.id]
    assert [s.id for s in read_graph("read.ttl").statements] == [LAUNCHES.id]
    assert {article.text for article in read_graph("read.ttl").articles} == {""}


def test_query_answers_in_every_format(run, graph):
    assert "Russia  Hamadan air base" in run("query", graph, USES_BASE).stdout
    rows = csv.reader(io.StringIO(run("query", graph, USES_BASE, "--format", "csv").stdout))
    assert list(rows) == [["a", "b"], ["Russia", "Hamadan air base"]]
    answer = json.loads(run("query", graph, USES_BASE, "--format", "json").stdout)
    assert answer["head"]["vars"] == ["a", "b"]
    built = run("query", graph, "CONSTRUCT WHERE { ?s kg:uses ?o }", "--format", "turtle")
    assert "kg:uses" in built.stdout


def test_a_query_comes_from_a_file_or_standard_input(run, graph, tmp_path):
    (tmp_path / "q.rq").write_text(USES_BASE, encoding="utf-8")
    asked = run("query", graph, USES_BASE).stdout
    assert run("query", graph, "-f", "q.rq").stdout == asked
    assert run("query", graph, "-f", "-", input=USES_BASE).stdout == asked


def test_ask_answers_with_its_exit_code(run, graph):
    yes = run("query", graph, "ASK { ?s kg:uses ?o }")
    no = run("query", graph, "ASK { ?s kg:attacks ?o }")
    assert (yes.exit_code, yes.stdout) == (0, "true\n")
    assert (no.exit_code, no.stdout) == (1, "false\n")


def test_show_takes_label_alias_and_iri(run, graph):
    shown = run("show", graph, "Russian Federation")
    assert shown.exit_code == 0
    assert "Russia –uses→ Hamadan air base" in shown.stdout
    assert run("show", graph, "russia").stdout == shown.stdout
    assert run("show", graph, RUSSIA.id).stdout == shown.stdout


def test_show_lists_choices_and_closest_names(run, graph):
    many = run("show", graph, "Moscow")
    assert many.exit_code == 1
    assert many.stdout.count("https://") == 2
    none = run("show", graph, "Rusia")
    assert none.exit_code == 1
    assert none.stderr == f"{graph}: no entity 'Rusia': the closest are Russia\n"


@pytest.mark.parametrize("suffix", ALL)
def test_explain_reads_every_format(run, suffix, tmp_path):
    write_graph(SAMPLE, tmp_path / f"x.{suffix}")
    told = run("explain", f"x.{suffix}", HOSTS.id[:8])
    assert told.exit_code == 0
    assert "Russia –launches→ bombers (from Hamadan air base)" in told.stdout
    assert "subject 0-6 “Russia” is Russia (Country): knowledge base: name Russia" in told.stdout


def test_verify_holds_then_not(run, graph, articles):
    result = run("verify", graph, articles)
    assert result.exit_code == 0
    assert result.stdout == "2 articles and 8 spans compared: all hold\n"
    path = articles / "hamadan.txt"
    path.write_text(path.read_text().replace("quiet", "Quiet"))
    result = run("verify", graph, articles)
    assert result.exit_code == 1
    assert result.stdout.startswith("hamadan: the text is not the one that was read")


def test_verify_names_articles_that_are_missing_or_broken(run, graph, articles):
    result = run("verify", graph, articles / "hamadan.txt", "nowhere.txt")
    assert result.exit_code == 1
    assert "later/denial: an article of the graph, but not given" in result.stdout
    assert result.stderr.startswith("skipped nowhere.txt: ")
    assert run("verify", graph, "nowhere.txt").exit_code == 2


def test_validate_says_yes_and_no(run, graph, tmp_path):
    result = run("validate", graph)
    assert (result.exit_code, result.stdout) == (0, "conforms\n")
    text = graph.read_text(encoding="utf-8").replace('kg:modality "actual"', 'kg:modality "past"')
    (tmp_path / "bad.ttl").write_text(text, encoding="utf-8")
    result = run("validate", "bad.ttl")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "4 violations"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["show", "missing.ttl", "x"], "missing.ttl: cannot be read: No such file"),
        (["show", "{graph}.foo", "x"], "unknown suffix '.foo'"),
        (["show", "broken.ttl", "x"], "broken.ttl:2: not Turtle"),
        (["explain", "{graph}", "zzz"], "no statement 'zzz' in the graph"),
        (["export", "{graph}", "-o", "x.foo"], "unknown suffix '.foo'"),
        (["export", "{graph}", "-o", "x.ttl", "--only", "maybe"], "'maybe': choose from actual"),
        (["export", "{graph}", "-o", "x.ttl", "--min-confidence", "7"], "give 0 to 1"),
        (["query", "{graph}", "SELECT ?s {"], "not SPARQL: line 1"),
        (["query", "{graph}", "ASK {}", "--format", "xml"], "unknown format 'xml'"),
        (["query", "{graph}"], "give one query: SPARQL, -f FILE or --name NAME (kg query --help"),
        (["query", "{graph}", "-f", "no.rq"], "no.rq: cannot be read"),
        (["query", "{graph}", "-f", "latin.rq"], "latin.rq: not UTF-8 at byte 2"),
        (["validate", "other.ttl"], "not a graph of this program"),
        (["validate", "{graph}", "--ontology", "broken.ttl"], "broken.ttl: not Turtle"),
        (["paint", "{graph}"], "No such command 'paint'"),
        (["show", "--loud"], "--loud"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(run, graph, tmp_path, args, told):
    (tmp_path / "broken.ttl").write_text("<https://x.example/a>\n  <b .", encoding="utf-8")
    (tmp_path / "other.ttl").write_text("<https://a.example/> a <https://b.example/> .")
    (tmp_path / "latin.rq").write_bytes(b"# \xe9")
    result = run(*(arg.replace("{graph}", str(graph)) for arg in args))
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert told in result.stderr
    assert result.stdout == ""


def test_version_and_help(run):
    assert run("--version").stdout == f"kg, version {__version__}\n"
    assert run().exit_code == 2
    for name, command in main.commands.items():
        told = run(name, "--help").stdout
        assert "Exit code: 0" in told, f"kg {name} --help does not tell its exit codes"
        options = [p for p in command.params if isinstance(p, click.Option)]
        assert all(option.help for option in options), f"kg {name}: an option without help"


def test_the_named_queries_are_listed(run):
    told = run("query", "--examples")
    assert told.exit_code == 0
    assert "who hosts whom\n    Whose forces" in told.stdout
    assert "    --set from=…  a name of the first actor; needed\n" in told.stdout


def test_a_named_query_is_asked(run, graph):
    told = run("query", graph, "--name", "who hosts whom", "--format", "csv")
    assert told.exit_code == 0
    assert "Iran,Russia,positive,actual," in told.stdout
    none = run("query", graph, "--name", "who hosts whom", "--set", "actor=Russia")
    assert none.stdout.count("\n") == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "give a GRAPH to ask, or --examples"),
        (("GRAPH", "--name", "conflicts", "ASK {}"), "give one query: SPARQL, -f FILE or --name"),
        (("GRAPH", "ASK {}", "--set", "actor=x"), "--set is for a named query"),
        (("GRAPH", "--name", "conflicts", "--set", "x"), "--set x: write NAME=TEXT"),
        (("GRAPH", "--name", "nothing"), "no query 'nothing': choose from claims by source"),
    ],
)
def test_what_cannot_be_asked_is_told(run, graph, options, message):
    done = run("query", *[str(graph) if one == "GRAPH" else one for one in options])
    assert done.exit_code == 2
    assert message in done.stderr
