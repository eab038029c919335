"""What happens when there is no room to write, or two outputs would share a file."""

from __future__ import annotations

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


def test_rejects_do_not_replace_the_graph(tmp_path: Path) -> None:
    path = str(tmp_path / "out.jsonl")
    done = _kg("build", "seeds/", "-o", path, "--rejects", path, to="/dev/null")
    assert done.returncode == 2
    assert "name another file for --rejects" in done.stderr
    assert not Path(path).exists()
