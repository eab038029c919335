"""Which files a build writes, for every way of asking."""

import pytest

from kg.cli.files import plan_outputs
from kg.errors import InputError, OutputError


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    (tmp_path / "news").mkdir()
    (tmp_path / "file.txt").write_text("x")


def _paths(*args, **kwargs):
    return [(str(path), name) for path, name in plan_outputs(*args, **kwargs)]


@pytest.mark.parametrize(
    ("inputs", "output", "formats", "expected"),
    [
        (["news/"], None, [], [("output/news.ttl", "turtle"), ("output/news.graphml", "graphml")]),
        (["a/b.v1.txt", "c"], None, ["jsonl"], [("output/b.v1.jsonl", "jsonl")]),
        (["-"], None, ["trig"], [("output/wire-7.trig", "trig")]),
        (["a.txt"], "there", ["trig"], [("there/a.trig", "trig")]),
        (["a.txt"], "new/", ["trig"], [("new/a.trig", "trig")]),
        (["a.txt"], "there/x.nt", [], [("there/x.nt", "ntriples")]),
        (["a.txt"], "x.NT", [], [("x.NT", "ntriples")]),
        (["a.txt"], "x.ttl", ["jsonl"], [("x.ttl", "jsonl")]),
        (["a.txt"], "x", ["jsonl"], [("x", "jsonl")]),
        (
            ["a.txt"],
            "x.ttl",
            ["turtle", "nquads", "turtle"],
            [("x.ttl", "turtle"), ("x.nq", "nquads")],
        ),
        (["a.txt"], "x.v2", ["turtle", "rdfxml"], [("x.v2.ttl", "turtle"), ("x.v2.rdf", "rdfxml")]),
    ],
)
def test_plans(inputs, output, formats, expected):
    assert _paths(inputs, output, formats, id="wire/7") == expected


def test_a_format_of_several_files_is_one_path(tmp_path):
    assert _paths(["a.txt"], "x.csv", []) == [("x.csv", "csv")]
    (tmp_path / "x.csv").mkdir()
    (tmp_path / "x.ttl").mkdir()
    assert _paths(["a.txt"], "x.csv", []) == [("x.csv", "csv")]
    assert _paths(["a.txt"], "x.csv/", ["parquet"]) == [("x.csv/a.parquet", "parquet")]
    assert _paths(["a.txt"], "x.ttl", ["csv"]) == [("x.ttl/a.csv", "csv")]


def test_a_folder_that_is_a_dot_has_a_name(tmp_path):
    assert _paths(["."], None, ["jsonl"]) == [(f"output/{tmp_path.name}.jsonl", "jsonl")]


def test_unknown_format_and_suffix_list_what_there_is():
    with pytest.raises(InputError, match=r"'n3'.*turtle, ntriples"):
        plan_outputs(["a"], None, ["n3"])
    with pytest.raises(InputError, match=r"x\.foo.*\.ttl"):
        plan_outputs(["a"], "x.foo", [])


@pytest.mark.parametrize("output", ["file.txt/", "file.txt/x.ttl", "file.txt/more/x.ttl"])
def test_a_file_is_no_folder(output):
    with pytest.raises(OutputError, match=r"file\.txt is a file, not a folder"):
        plan_outputs(["a"], output, [])
