"""kg evaluate: what it recognises, prints and refuses."""

import json

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.evaluate import MEASURES
from kg.evaluate.gold import recognise
from tests.evaluate.made import statement, written

FACT = {"id": "1", "tier": "core", "subject": ["Ann"], "relation": ["meets"], "object": ["Bob"]}
PAIR = {"id": "a", "event": "CONSULT", "source": ["Ann"], "target": ["Bob"]}


@pytest.fixture
def kg(tmp_path, monkeypatch):
    """Run kg evaluate in a folder with two golds and one statement."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.jsonl").write_text(json.dumps(FACT), encoding="utf-8")
    (tmp_path / "pairs.jsonl").write_text(json.dumps(PAIR), encoding="utf-8")
    written(tmp_path / "said.jsonl", [statement("Bob", "meets", "Ann", rule="swap")])

    def command(*args):
        return CliRunner().invoke(main, ["evaluate", *args], prog_name="kg")

    return command


def test_prints_an_aligned_table(kg):
    lines = kg("facts.jsonl", "said.jsonl").stdout.splitlines()
    assert lines[0] == "facts          right  of  share"
    assert lines[1] == "core               0   1  0.000"
    assert lines[3] == "wrong way          1   1  1.000"
    assert lines[-1].startswith("note: 1 statements")


def test_errors_follow_the_table(kg):
    lines = kg("facts.jsonl", "said.jsonl", "--errors").stdout.splitlines()
    assert lines[-2] == "rule swap: 0 of 1 right"
    assert lines[-1] == "wrong way [swap] 1: Ann | meets | Bob ← Bob meets Ann"


def test_json_is_one_object(kg):
    told = json.loads(kg("pairs.jsonl", "said.jsonl", "--json").stdout)
    assert told["measure"] == "pairs"
    assert told["rows"]["wrong way"] == {"right": 1, "of": 1, "share": 1.0}
    assert "errors" not in told
    told = json.loads(kg("pairs.jsonl", "said.jsonl", "--json", "--errors").stdout)
    assert told["errors"][0]["verdict"] == "wrong way"
    assert told["rules"] == {"swap": {"right": 0, "of": 1}}


def test_a_bad_score_is_no_failure(kg):
    assert kg("facts.jsonl", "said.jsonl").exit_code == 0


@pytest.mark.parametrize(
    ("content", "measure"),
    [
        (json.dumps(FACT), "facts"),
        (json.dumps(PAIR), "pairs"),
        ('\n{"id": "a-1", "property": "CEO", "subject": [], "object": []}', "knowledgenet"),
        ("Ann met Bob .\tmet\tAnn\tBob\n", "carb"),
    ],
)
def test_the_kind_is_told_by_the_content(tmp_path, content, measure):
    path = tmp_path / "gold"
    path.write_text(content, encoding="utf-8")
    assert recognise(path) == measure


def test_a_folder_of_annotation_is_coreference(tmp_path):
    (tmp_path / "a.conllu").touch()
    assert recognise(tmp_path) == "coreference"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["none.jsonl", "said.jsonl"], "none.jsonl: cannot be read: No such file"),
        (["facts.jsonl", "none.jsonl"], "none.jsonl: cannot be read: No such file"),
        (["facts.jsonl", "facts.jsonl"], "facts.jsonl:1: not a statement: no key"),
        (["said.jsonl", "said.jsonl"], "no known kind of gold has the keys attribution"),
        (["words", "said.jsonl"], "words: not a gold: neither JSON Lines nor tuples"),
        (["empty", "said.jsonl"], "empty: not a gold"),
        (["latin", "said.jsonl"], "latin: not UTF-8 at byte 0"),
        (["folder", "said.jsonl"], "folder: not a gold: a folder needs GUM's .conllu files"),
        (["facts.jsonl", "said.jsonl", "--measure", "bleu"], "'bleu': choose from facts, pairs"),
        (["facts.jsonl", "said.jsonl", "--measure", "pairs"], "facts.jsonl:1: no key 'event'"),
        (["pairs.jsonl", "said.jsonl", "--measure", "knowledgenet"], "needs --documents"),
        (["broken", "said.jsonl"], "broken:1: not JSON: "),
        (["facts.jsonl"], "Missing argument 'STATEMENTS'"),
    ],
)
def test_unusable_input_is_one_line_and_exit_2(kg, tmp_path, args, told):
    (tmp_path / "words").write_text("Ann met Bob.\n", encoding="utf-8")
    (tmp_path / "empty").touch()
    (tmp_path / "latin").write_bytes(b"\xe9")
    (tmp_path / "broken").write_text("{", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    result = kg(*args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_every_measure_is_in_the_help(kg):
    told = kg("--help").stdout
    assert all(name in told for name in MEASURES)
