"""The README against the program: every output it shows is made again, every list is compared.

`KG_UPDATE_DOCS=1 pytest tests/test_docs.py` writes the outputs of today into the README. What is
made again stands in fenced blocks, run from top to bottom in one folder with a copy of `seeds/`:

- `console`: lines after `$ ` are commands (echo, kg and head, joined by `|`), the rest output; a
  line `…` leaves lines out, as many stay above and below it as there are;
- `pycon`: a Python session;
- a block after `<!-- file: NAME -->` is written to that file, and not changed;
- a block after `<!-- options: COMMAND -->` is what `kg COMMAND --help` tells of its own options;
- a block after `<!-- turtle: FILE: STATEMENT -->` is that statement's node, as the file has it;
- `<!-- id: FILE: STATEMENT -->` puts that statement's id into the command below it;
- the list after `<!-- rules -->` is the first comment of each file of `ontologies/rules/`.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

import kg.reader
from kg import Article, Graph, build, read_articles, read_graph, write_graph
from kg.cli import main
from kg.export import FORMATS, normal
from kg.export.jsonl import statement_json
from kg.graph.description import sentence
from kg.ingest import READERS
from kg.ingest.archives import UNPACKERS
from kg.limits import Limits, option_name
from kg.namespaces import DEFAULT_BASE, PREFIXES
from kg.report import Tally
from tests.export.graphs import rich_graph

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(
    r"(?:^<!-- (?P<kind>[a-z]+)(?:: (?P<about>[^\n]*))? -->\n)?"
    r"(?:^```(?P<language>\w*)\n(?P<fenced>.*?)^```$|(?<=-->\n)(?P<list>(?:^- [^\n]*\n)+))",
    re.MULTILINE | re.DOTALL,
)
COMMANDS = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/kg build seeds/",
    "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest",
)
SAME_EVERYWHERE = ("--help", "--verbose")  # options that every command has: told once


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the README that can be made again."""

    line: int
    start: int
    end: int
    kind: str
    about: str
    text: str

    def __str__(self) -> str:
        return f"line {self.line} ({self.kind})"


def _blocks(readme: str) -> list[Block]:
    found = []
    for match in BLOCK.finditer(readme):
        part = "list" if match["fenced"] is None else "fenced"
        kind, language = match["kind"] or "", match["language"] or ""
        if language in ("console", "pycon"):
            kind = language
        if kind:
            start, end = match.span(part)
            line = readme.count("\n", 0, start) + 1
            found.append(Block(line, start, end, kind, match["about"] or "", match[part]))
    return found


TEXT = README.read_text(encoding="utf-8")
BLOCKS = _blocks(TEXT)


# ── making the blocks again ──────────────────────────────────────────────────────────────────────


def _console(block: Block) -> str:
    text = block.text
    if block.about:
        text = re.sub(r"\b[0-9a-f]{16}\b", _statement_id(block.about), text, count=1)
    return "".join(
        f"$ {command}\n{_shortened(_shell(command), shown)}" for command, shown in _commands(text)
    )


def _commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a console block with the output shown of each.

    A command with an open quotation mark goes on on the next line.
    """
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *shown = part.splitlines()
        while command.count("'") % 2 or command.count('"') % 2:
            command += "\n" + shown.pop(0)
        yield command, shown


def _shortened(output: str, shown: list[str]) -> str:
    """Leave out what a line `…` stands for; as many lines stay above and below it as before."""
    if "…" not in shown:
        return output
    lines, above = output.splitlines(), shown.index("…")
    below = len(shown) - above - 1
    assert len(lines) > above + below, f"… leaves nothing out of {output!r}"
    return "\n".join([*lines[:above], "…", *lines[len(lines) - below :]]) + "\n"


def _shell(command: str) -> str:
    """Run echo, kg and head, joined by pipes, in this process; each must succeed."""
    lexer = shlex.shlex(command, posix=True, punctuation_chars="|")
    lexer.whitespace_split = True
    steps: list[list[str]] = [[]]
    for word in lexer:
        steps = [*steps, []] if word == "|" else [*steps[:-1], [*steps[-1], word]]
    flowing = ""
    for name, *words in steps:
        if name == "echo":
            flowing = " ".join(words) + "\n"
        elif name == "head":
            flowing = "".join(flowing.splitlines(keepends=True)[: int(words[-1].lstrip("-n"))])
        else:
            assert name == "kg", f"the README may run echo, kg and head, not {name}"
            flowing = _kg(words, flowing)
    return flowing


def _kg(words: list[str], given: str) -> str:
    result = CliRunner().invoke(main, words, input=given, prog_name="kg")
    no = words[0] in ("build", "diff", "conflicts")  # they end with 1 if there is something to tell
    assert result.exit_code in ((0, 1) if no else (0,)), f"kg {' '.join(words)}: {result.output}"
    rows = result.output.splitlines()
    assert len(rows) != 2 or not set(rows[1]) <= {"─", " "}, f"no answer: kg {' '.join(words)}"
    return result.output


def _pycon(block: Block) -> str:
    names: dict[str, Any] = {}
    made = ""
    for example in doctest.DocTestParser().get_examples(block.text):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(compile(example.source, f"README.md:{block.line}", "single"), names)
        first, *more = example.source.splitlines(keepends=True)
        made += ">>> " + first + "".join("... " + line for line in more) + output.getvalue()
    return made


def _file(block: Block) -> str:
    Path(block.about).write_text(block.text, encoding="utf-8")
    return block.text


def _options(block: Block) -> str:
    """The options as `--help` prints them, at a width of 120."""
    rows = _own_options(block.about)
    told = _squeezed(CliRunner().invoke(main, [block.about, "--help"]).output)
    assert all(_squeezed("".join(row)) in told for row in rows)
    help_ = click.HelpFormatter(width=120)
    help_.write_dl(rows)
    return help_.getvalue()


def _own_options(name: str) -> list[tuple[str, str]]:
    command = main.commands[name]
    context = click.Context(command)
    options = [p for p in command.get_params(context) if isinstance(p, click.Option)]
    own = [p for p in options if not set(SAME_EVERYWHERE) & set(p.opts)]
    return [row for p in own if (row := p.get_help_record(context))]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _turtle(block: Block) -> str:
    name, _ = block.about.split(": ", 1)
    nodes = Path(name).read_text(encoding="utf-8").split(" .\n")
    [node] = [n for n in nodes if n.startswith(f"<{_statement_iri(block.about)}> a ")]
    return _shortened(node.replace("\t", "    ") + " .\n", block.text.splitlines())


def _rules(_: Block) -> str:
    lines = ""
    for path in sorted((ROOT / "ontologies" / "rules").glob("*.rq")):
        comment = re.match(r"(?:#.*\n)+", path.read_text(encoding="utf-8"))
        assert comment, f"{path} begins with no comment"
        words = " ".join(line.strip("# ") for line in comment[0].splitlines())
        lines += f"- `{path.stem}`: {words}\n"
    return lines


def _statement_id(about: str) -> str:
    name, wanted = about.split(": ", 1)
    found = [s.id for s in read_graph(name).statements if sentence(s) == wanted]
    assert len(found) == 1, f"{name} has {len(found)} statements {wanted!r}"
    return found[0]


def _statement_iri(about: str) -> str:
    return f"{read_graph(about.split(': ', 1)[0]).base}statement/{_statement_id(about)}"


MAKERS = {
    "console": _console,
    "pycon": _pycon,
    "file": _file,
    "options": _options,
    "turtle": _turtle,
    "rules": _rules,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with `seeds/`, as after a checkout; the language model is loaded once."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setattr(kg.reader, "load_model", cache(kg.reader.load_model))
        yield place


@pytest.fixture(scope="module")
def made(folder: Path) -> list[str]:
    """Every block, made again; written into the README when KG_UPDATE_DOCS is set."""
    texts = [MAKERS[block.kind](block) for block in BLOCKS]
    if os.environ.get("KG_UPDATE_DOCS"):
        readme = TEXT
        for block, text in reversed(list(zip(BLOCKS, texts, strict=True))):
            readme = readme[: block.start] + text + readme[block.end :]
        README.write_text(readme, encoding="utf-8")
    return texts


@pytest.mark.parametrize("number", range(len(BLOCKS)), ids=[str(block) for block in BLOCKS])
def test_block_is_what_the_program_prints(number: int, made: list[str]) -> None:
    if not os.environ.get("KG_UPDATE_DOCS"):
        assert BLOCKS[number].text == made[number], "KG_UPDATE_DOCS=1 pytest tests/test_docs.py"


# ── comparing the lists ──────────────────────────────────────────────────────────────────────────


def _section(heading: str) -> str:
    """The text below a heading, up to the next one as high."""
    level = heading.split()[0]
    found = re.search(
        rf"^{re.escape(heading)}$\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", TEXT, re.M | re.S
    )
    assert found, f"the README has no heading {heading!r}"
    return found[1]


def _rows(heading: str) -> list[list[str]]:
    """The cells of a section's first table, without its head."""
    [table, *_] = re.findall(r"(?:^\|.*\n)+", _section(heading), re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]


def _code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_two_commands_stand_as_they_are_promised(command: str) -> None:
    assert re.search(rf"^\s*{re.escape(command)}$", TEXT, re.MULTILINE)


def test_every_command_is_told_with_its_options() -> None:
    headings = re.findall(r"^### `kg (\w+) (.*)`$", _section("## Commands"), re.MULTILINE)
    usages = {name: _usage(command) for name, command in main.commands.items()}
    assert dict(headings) == usages
    tables = [block.about for block in BLOCKS if block.kind == "options"]
    assert tables == [name for name, _ in headings if _own_options(name)]


def _usage(command: click.Command) -> str:
    pieces = command.collect_usage_pieces(click.Context(command))
    return " ".join(piece for piece in pieces if piece != "[OPTIONS]")


def test_every_format_is_told() -> None:
    told = [(_code(name)[0], _code(suffix)[0]) for name, suffix, *_ in _rows("## Formats")]
    assert told == [(name, one.suffix) for name, one in FORMATS.items()]


def test_every_suffix_that_is_read_is_told() -> None:
    told = [suffix for row in _rows("## Inputs") for suffix in _code(row[0])]
    assert sorted(told) == sorted([*READERS, *UNPACKERS])


def test_every_extra_is_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = {name for row in _rows("## Inputs") for name in re.findall(r"\.\[(\w+)\]", row[3])}
    assert told == {"feeds", "parquet", "pdf", "zstd"} <= set(project["optional-dependencies"])


def test_every_limit_is_told() -> None:
    told = [(_code(name)[0], default, about) for name, default, about in _rows("### Limits")]
    limits = Limits()
    assert told == [
        (option_name(one.name), f"{getattr(limits, one.name):,}", one.metadata["about"])
        for one in fields(Limits)
    ]


def test_every_key_of_a_report_is_told() -> None:
    told = {key for row in _rows("### Reports") for key in _code(row[0])}
    assert told == set(Tally().content(rich_graph(), inputs=[]))


def test_the_formats_that_lose_something_are_told(tmp_path: Path) -> None:
    told = [_code(name)[0] for name, *_ in _rows("### Round trips")]
    assert told == [name for name in FORMATS if _loses(name, tmp_path)]


def _loses(name: str, folder: Path) -> bool:
    path = folder / f"graph{FORMATS[name].suffix}"
    write_graph(rich_graph(), path)
    return FORMATS[name].read is None or read_graph(path) != normal(rich_graph())


def test_the_halves_of_a_pair_are_told(tmp_path: Path) -> None:
    apart = Article.of(id="a", text="\ud83d\udeeb apart")
    graph = Graph(articles=(apart,), entities=(), statements=(), base=DEFAULT_BASE)
    kept = []
    for name in FORMATS:
        path = tmp_path / f"graph{FORMATS[name].suffix}"
        write_graph(graph, path)
        if FORMATS[name].read and read_graph(path) == graph:
            kept.append(name)
    assert kept == ["csv", "parquet"]
    assert "every format but CSV and Parquet, two halves" in _section("### Round trips")


def test_every_key_of_json_lines_is_told(folder: Path) -> None:
    statement = _built(("The UN said that Russia, a country, had bombed Aleppo on Monday.",))
    line = statement_json(statement.statements[0])
    told = {key for row in _rows("### JSON Lines") for key in _code(row[0])}
    assert told == {*line, *(f"evidence[].{key}" for key in line["evidence"][0])}


def test_every_prefix_of_a_query_is_told() -> None:
    missing = [name for name in PREFIXES if f"`{name}:`" not in _section("### SPARQL")]
    assert missing == []


def test_examples_of_polarity_and_modality_hold(folder: Path) -> None:
    rows = _rows("## How to read a statement")
    graph = _built(tuple(row[0] for row in rows))
    wrong = []
    for number, (text, *told) in enumerate(rows):
        read = [_qualifiers(s) for s in graph.statements if _says(s, str(number))]
        if read != ([] if told[0].startswith("none") else [told]):
            wrong.append((text, told, read))
    assert wrong == []


def _built(texts: tuple[str, ...]) -> Graph:
    return build(
        Article.of(id=str(i), text=text, published="2016-08-16") for i, text in enumerate(texts)
    )


def _says(statement: Any, article: str) -> bool:
    from_it = any(e.article == article for e in statement.evidence)
    return from_it and statement.relation.label == "bombs"


def _qualifiers(statement: Any) -> list[str]:
    source = statement.attribution
    return [statement.polarity, statement.modality, source.entity.label if source else "–"]


def test_every_folder_of_the_row_exists() -> None:
    for row in _rows("## How it is built"):
        for path in _code(row[0]):
            assert (ROOT / path).exists(), path


def test_links_lead_somewhere() -> None:
    outside_blocks = re.sub(r"^```.*?^```", "", TEXT, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", outside_blocks, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", h).lower().replace(" ", "-") for h in headings}
    for target in re.findall(r"\]\(([^)]+)\)", outside_blocks):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif not target.startswith("http"):
            assert (ROOT / target).exists(), target


def test_the_samples_are_as_many_as_the_readme_says() -> None:
    many = len(list(read_articles([str(ROOT / "seeds")])))
    words = dict(zip(range(6, 11), "six seven eight nine ten".split(), strict=True))
    assert f"{words[many]} sample articles" in TEXT
