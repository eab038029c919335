"""Fuzzes what takes bytes, led by coverage (https://github.com/google/atheris).

    python -m tests.fuzzing.atheris_readers reader.md -atheris_runs=100000 -timeout=10 [FOLDER]

A target is a name below; what follows goes to libFuzzer: FOLDER keeps what reached new code. The
number of inputs is on its last line. Atheris is not installed with the tests: `pip install
"atheris>=3,<4"`; without it, pytest does not import this file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["kg", "tomllib", "json"]):
    from kg.export import FORMATS
    from tests.fuzzing import seeds, targets


def _query(data: bytes) -> None:
    targets.check_query((data.decode("utf-8", "replace"), "table", ""))


def _protocol(data: bytes) -> None:
    parts = (data.split(b"\xff", 3) + [b""] * 4)[:4]
    url, kind, accept = (part.decode("utf-8", "replace") for part in parts[:3])
    method = ("GET", "POST", "PUT")[len(data) % 3]
    targets.check_protocol((method, url, kind, parts[3], accept))


def _text(data: bytes) -> None:
    targets.check_text(data.decode("utf-8", "surrogateescape"))


def _decoder(name: str, data: bytes) -> None:
    targets.check_decoder((name, data))


def _gold(data: bytes) -> None:
    targets.check_gold((None, data))


_FILES = [name for name, one in FORMATS.items() if one.read and not one.files]
CHECKS: dict[str, tuple[Callable[[bytes], None], list[bytes]]] = {
    **{
        f"reader{suffix}": (partial(targets.check_reader, suffix), contents)
        for suffix, contents in seeds.ARTICLES.items()
    },
    "text": (_text, seeds.ARTICLES[".txt"]),
    **{f"decoder {name}": (partial(_decoder, name), [targets.written(name)]) for name in _FILES},
    "decisions": (targets.check_decisions, seeds.DECISIONS),
    "gold": (_gold, seeds.GOLDS),
    "query": (_query, seeds.QUERIES),
    "protocol": (
        _protocol,
        [b"query=ASK{}\xfftext/turtle\xff*/*\xff" + one for one in seeds.QUERIES],
    ),
    "stored": (targets.check_stored, targets.STORED),
}


def main(arguments: list[str]) -> None:
    """Hand the target to libFuzzer, with the good files as its first inputs."""
    name, *rest = arguments
    check, contents = CHECKS[name]
    with TemporaryDirectory() as folder:
        for number, content in enumerate(contents):
            (Path(folder) / str(number)).write_bytes(content)
        atheris.Setup([sys.argv[0], *rest, folder], check)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
