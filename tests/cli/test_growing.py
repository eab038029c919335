"""The commands for a graph that grows, in a folder of its own: what they print, exit codes."""

from __future__ import annotations

import pytest

from kg.store.readings import writing


@pytest.fixture
def news(tmp_path):
    """A folder of three articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    texts = {
        "raid": "Russia bombed Aleppo.",
        "denial": "Russia did not bomb Aleppo. Ann Colby, the head of Corvane Shipping, met Iran.",
        "match": "Ann Colby, the coach of Falkirk Rovers, blamed Jamie Struthers.",
    }
    for name, text in texts.items():
        head = "---\ndate: 2016-08-16\n---\n"
        (folder / f"{name}.txt").write_text(head + text, encoding="utf-8")
    return folder


@pytest.fixture
def store(run, news):
    """A store of these articles, by its name in the folder of the test."""
    assert run("build", "news", "--store", "store", "-q").exit_code == 0
    return "store"


def test_a_store_is_made_and_told_of(run, news):
    done = run("build", "news", "--store", "store")
    assert done.exit_code == 0
    assert done.output == "store: 3 articles added, 0 replaced, 0 unchanged; it has 3\n"
    (news / "raid.txt").write_text("Russia bombed Idlib.", encoding="utf-8")
    done = run("build", "news", "--store", "store")
    assert done.output == "store: 0 articles added, 1 replaced, 2 unchanged; it has 3\n"
    assert not (news.parent / "output").exists()


def test_with_o_files_are_written_too(run, news, store, tmp_path):
    run("build", "news", "-o", "built.ttl", "-q")
    done = run("build", "news", "--store", store, "-o", "grown.ttl")
    assert "wrote grown.ttl" in done.output
    assert "statements" in done.output
    assert (tmp_path / "grown.ttl").read_bytes() == (tmp_path / "built.ttl").read_bytes()
    done = run("build", "news", "--store", store, "--format", "jsonl")
    assert "wrote output/news.jsonl" in done.output


def test_every_command_takes_a_store(run, news, store):
    assert run("show", store, "Aleppo").exit_code == 0
    assert run("query", store, "ASK { ?s kg:polarity 'negative' }").exit_code == 0
    assert run("query", store, "ASK { ?s kg:polarity 'doubtful' }").exit_code == 1
    assert run("validate", store).output == "conforms\n"
    assert run("verify", store, "news").exit_code == 0
    assert run("export", store, "-o", "out.jsonl").exit_code == 0
    told = run("show", store, "Aleppo").output
    statement = told.split("confidence")[1].split("; ")[1].split("\n")[0]
    assert "Aleppo" in run("explain", store, statement).output


def test_removing(run, store):
    done = run("remove", store, "raid", "match")
    assert (done.exit_code, done.output) == (0, "store: 2 articles removed; it has 1\n")
    done = run("remove", store, "raid")
    assert done.exit_code == 2
    assert done.output == "Error: store: no article 'raid' in the store\n"


def test_diff(run, news, store):
    run("export", store, "-o", "before.ttl")
    same = run("diff", "before.ttl", store)
    assert same.exit_code == 0
    assert same.output == "0 statements only in A, 0 only in B, 0 with other evidence\n"
    run("remove", store, "raid")
    (news / "more.txt").write_text("Russia did not bomb Aleppo.", encoding="utf-8")
    run("build", "news/more.txt", "--store", store, "-q")
    told = run("diff", "before.ttl", store)
    assert told.exit_code == 1
    lines = told.output.splitlines()
    assert lines[-1] == "1 statements only in A, 0 only in B, 1 with other evidence"
    assert "- Russia –bombs→ Aleppo" in lines
    assert "~ Russia –bombs→ Aleppo" in lines
    assert "    + more 0-27: “Russia did not bomb Aleppo.”" in lines


def test_conflicts(run, store):
    done = run("conflicts", store)
    assert done.exit_code == 1
    assert done.output.endswith("1 conflict\n")
    run("remove", store, "raid")
    done = run("conflicts", store)
    assert (done.exit_code, done.output) == (0, "no conflicts\n")


def test_entities_are_listed_with_and_without_the_word(run, store):
    told = run("entities", store)
    assert told.exit_code == 0
    assert told.output == run("entities", "list", store).output
    assert "of one name, and kept apart (2)" in told.output
    assert "one is tied to Corvane Shipping, the other to Falkirk Rovers" in told.output
    run("export", store, "-o", "graph.ttl")
    assert run("entities", "graph.ttl").output == told.output


def test_deciding_and_building_again(run, store, tmp_path):
    listed = run("entities", store).output
    both = sorted({word.strip("<>:") for word in listed.split() if "person/ann-colby_" in word})
    assert len(both) == 2
    done = run("entities", "merge", store, *both, "--note", "she changed her job")
    assert done.exit_code == 0
    assert done.output.startswith("decisions.toml: merge person/ann-colby@denial, ")
    assert run("entities", "rename", store, "Jamie Struthers", "James Struthers").exit_code == 0
    assert run("entities", "retype", store, "Falkirk Rovers", "Team").exit_code == 0
    run("build", "news", "--store", store, "--decisions", "decisions.toml", "-q")
    told = run("show", store, "Ann Colby").output
    assert "decided: merged by decision: she changed her job" in told
    assert "James Struthers" in told
    assert "Falkirk Rovers  (Team)" in run("show", store, "Falkirk Rovers").output
    run("entities", "split", store, "Ann Colby", "match", "--decisions", "other.toml")
    assert 'entity = "person/ann-colby"' in (tmp_path / "other.toml").read_text("utf-8")


def test_a_decision_that_no_longer_applies_is_told(run, news, store, tmp_path):
    text = '[[rename]]\nentity = "person/nobody"\nlabel = "N"\n'
    (tmp_path / "d.toml").write_text(text, encoding="utf-8")
    for place in (("--store", store), ("-o", "x.ttl")):
        done = run("build", "news", *place, "--decisions", "d.toml", "-q")
        assert done.exit_code == 0
        assert "decision: rename person/nobody to 'N': no longer applies" in done.output


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("rename", "Nobody", "X"), "no entity 'Nobody'"),
        (("rename", "Ann Colby", "X"), "'Ann Colby' may be one of 2: give an IRI: "),
        (("split", "Aleppo", "match"), "Aleppo is not in match"),
        (("retype", "Aleppo", "Ctiy"), "no class 'Ctiy'"),
    ],
)
def test_what_cannot_be_decided_is_told(run, store, command, message):
    name, *rest = command
    done = run("entities", name, store, *rest)
    assert done.exit_code == 2
    assert message in done.output


def test_a_second_writer_is_told(run, news, store, tmp_path):
    with writing(tmp_path / store):
        done = run("build", "news", "--store", store)
    assert done.exit_code == 2
    assert done.output == (
        "Error: store: another kg is writing to this store: wait until it has ended\n"
    )
