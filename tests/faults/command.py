"""What the tests of faults share: running `kg` as a user does, in a machine that fails.

What may go in: making a command, its limits, and what every failure must look like.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORY = "Russia launched bombers on Tuesday from the Hamadan air base in Iran, the ministry said.\n"


def kg(
    *arguments: object,
    cwd: Path,
    before: str = "",
    environment: Mapping[str, str] | None = None,
    wrapper: tuple[str, ...] = (),
    timeout: float = 300,
) -> subprocess.CompletedProcess[str]:
    """Run a command of kg and wait for it.

    Args:
        before: Python that runs in its process first, to set limits.
        wrapper: a command that runs it: ("unshare", "-n").
    """
    program = f"{before}\nfrom kg.cli import main\nmain(prog_name='kg')"
    given = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    command = [*wrapper, sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=given, capture_output=True, text=True, timeout=timeout
    )


def failed(done: subprocess.CompletedProcess[str], *words: str) -> str:
    """Check that a command failed as documented: exit code 2 and one clear line."""
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    lines = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in lines[0], lines[0]
    return lines[0]


def story(folder: Path, name: str = "story", text: str = STORY) -> Path:
    """Write an article."""
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return path


def left_over(folder: Path) -> list[str]:
    """What a program that was interrupted in its work left behind in a folder."""
    return sorted(p.name for p in folder.rglob("*") if p.name.startswith("."))


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of that size, where root may make one."""
    folder.mkdir()
    size = f"size={kilobytes}k"
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", folder], capture_output=True, text=True
    )
    if made.returncode:
        pytest.skip(f"no small disk can be made here: {made.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def fill(folder: Path, free: int) -> None:
    """Fill a small disk up to so many free bytes."""
    stat = os.statvfs(folder)
    (folder / "other").write_bytes(b"\0" * max(0, stat.f_bavail * stat.f_frsize - free))
