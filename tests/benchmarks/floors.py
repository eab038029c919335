"""Runs the tests with the lowest versions of all dependencies that pyproject.toml allows.

    python -m tests.benchmarks.floors [PYTEST ARGUMENT…]

uv (https://docs.astral.sh/uv/concepts/resolution/) resolves the floors and installs them into an
environment of its own, which is removed afterwards; `pip install "uv>=0.9,<1"` brings it. Without
arguments the stages that call the dependencies are tested, in about four minutes. Not run by
pytest: it downloads 400 MB. The exit code is that of the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
BESIDE = "httpx>=0.28,<1"  # which the test client of an old Starlette needs, and a new one refuses
# what an old dependency calls of another one's newest is not for us to mend
WARNING = "ignore::DeprecationWarning"
STAGES = ("ingest", "nlp", "graph", "export", "store", "serve", "load", "merging")


def main(arguments: list[str]) -> int:
    """Install the floors, run the tests."""
    given = arguments or [f"tests/{stage}" for stage in STAGES]
    with TemporaryDirectory() as folder:
        python = str(Path(folder) / "bin" / "python")
        uv = [sys.executable, "-m", "uv"]
        subprocess.run([*uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
        lowest = ["--resolution", "lowest-direct", "--python", python]
        subprocess.run(
            [*uv, "pip", "install", "--quiet", *lowest, f"{ROOT}[test]", BESIDE], check=True
        )
        kept = {**os.environ, "PYTHONPATH": str(ROOT)}
        tests = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", WARNING, *given]
        return subprocess.run(tests, cwd=ROOT, env=kept).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
