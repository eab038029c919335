"""What happens when there is no room to write, or two outputs would share a file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _kg(*words: str, to: str) -> subprocess.CompletedProcess[str]:
    with open(to, "w") as handle:
        return subprocess.run(
            [sys.executable, "-m", "kg", *words],
            cwd=ROOT,
            stdout=handle,
            stderr=subprocess.PIPE,
            text=True,
        )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_standard_output_is_one_line() -> None:
    done = _kg("show", "output/seeds.ttl", "Russia", to="/dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: standard output: cannot be written")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("option", ["--rejects", "--mentions"])
def test_what_is_also_written_does_not_replace_the_graph(tmp_path: Path, option: str) -> None:
    path = str(tmp_path / "out.jsonl")
    done = _kg("build", "seeds/", "-o", path, option, path, to="/dev/null")
    assert done.returncode == 2
    assert f"name another file for {option}" in done.stderr
    assert not Path(path).exists()


def test_mentions_are_written_with_their_entities(tmp_path: Path) -> None:
    text, path = tmp_path / "a.txt", tmp_path / "mentions.jsonl"
    text.write_text("Ann Lee left Iran. She hopes to return.", encoding="utf-8")
    out = str(tmp_path / "out.jsonl")
    assert (
        _kg("build", str(text), "-o", out, "--mentions", str(path), to="/dev/null").returncode == 0
    )
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    found = [(row["text"], row["entity"]["label"]) for row in rows]
    assert found == [("Ann Lee", "Ann Lee"), ("Iran", "Iran"), ("She", "Ann Lee")]
