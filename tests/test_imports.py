"""Walks the imports of the package: which way they point, and who may know what."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

KG = Path(__file__).parent.parent / "kg"
ROW = (
    "ingest nlp extract link graph picture frame export store load explore serve spread reader"
    " pipeline component evaluate report cli"
).split()
SHARED = {  # what every stage may import
    "model",
    "errors",
    "limits",
    "looks",
    "namespaces",
    "ontology",
    "stopwatch",
    "vocabulary",
}
VAGUE = {"utils", "util", "base", "common", "helpers", "manager"}

MODULES = sorted(path.relative_to(KG.parent) for path in KG.rglob("*.py"))
PACKAGES = sorted(path for path in KG.iterdir() if any(path.glob("*.py")))


def _stage(module: str) -> str:
    """The second part of a dotted name: kg.link.places → link; kg itself → kg."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else parts[0]


@cache
def _imports(path: Path, *, types: bool = True) -> tuple[str, ...]:
    """The dotted names that a module imports anywhere; with `types` for type checkers too."""
    tree = ast.parse((KG.parent / path).read_text(encoding="utf-8"))
    skipped = set() if types else {id(node) for node in _for_types(tree)}
    found = []
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += names if node.module == "kg" else [str(node.module)]
    return tuple(found)


def _for_types(tree: ast.Module) -> Iterator[ast.AST]:
    """What stands under `if TYPE_CHECKING:` and never runs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from ast.walk(node)


def _own(path: Path) -> set[str]:
    return {_stage(name) for name in _imports(path) if name.split(".")[0] == "kg"}


def _dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_point_one_way_along_the_row(path):
    stage = _stage(_dotted(path))
    if stage not in ROW:
        return
    allowed = {*ROW[: ROW.index(stage) + 1], *SHARED, "__version__"}
    assert _own(path) <= allowed, f"{path} imports what comes after {stage}"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_shared_modules_import_no_stage(path):
    if path.stem in SHARED and path.parent == Path("kg"):
        assert _own(path) <= SHARED


def test_every_top_module_has_its_place():
    top = {_stage(_dotted(path)) for path in MODULES} - {"__init__", "__main__"}
    assert top <= {*ROW, *SHARED}


def test_link_never_imports_extract():
    assert [p for p in MODULES if "link" in p.parts and "extract" in _own(p)] == []


def test_evaluate_imports_no_stage_but_the_reading_of_graphs():
    users = {p: _own(p) - SHARED - {"evaluate"} for p in MODULES if "evaluate" in p.parts}
    assert set().union(*users.values()) == {"export"}


def test_only_nlp_extract_and_the_component_import_spacy():
    users = {p for p in MODULES if "spacy" in {n.split(".")[0] for n in _imports(p, types=False)}}
    assert {_stage(_dotted(path)) for path in users} <= {"nlp", "extract", "component"}
    assert users, "the walk finds no module that imports spaCy: it does not work"


def test_the_model_needs_the_standard_library_only():
    names = {name.split(".")[0] for name in _imports(Path("kg/model.py"))}
    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize("package", [p for p in PACKAGES if p.is_dir()], ids=lambda p: p.name)
def test_a_package_has_two_modules_or_more(package):
    modules = [path for path in package.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) >= 2
    assert not [path for path in package.iterdir() if path.is_dir() and any(path.glob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_no_vague_name(path):
    assert not VAGUE & {path.stem, *path.parts}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_says_first_what_it_is_for(path):
    assert ast.get_docstring(ast.parse((KG.parent / path).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "command",
    [
        "",
        "build",
        "remove",
        "export",
        "diff",
        "query",
        "serve",
        "load",
        "show",
        "entities",
        "evaluate",
    ],
)
def test_help_loads_no_heavy_library(command):
    heavy = ["spacy", "rdflib", "networkx", "pyoxigraph", "pyshacl", "trafilatura", "numpy"]
    heavy += ["starlette", "uvicorn", "py3langid", "feedparser", "pypdf", "pyarrow"]
    program = f"""
import sys
from kg.cli import main
try:
    main([{command!r}, "--help"] if {command!r} else ["--help"], prog_name="kg")
except SystemExit as end:
    assert end.code == 0, end.code
print("loaded:", *[name for name in {heavy!r} if name in sys.modules])
"""
    run = [sys.executable, "-c", program]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=KG.parent)
    assert "Usage: kg" in done.stdout
    assert done.stdout.splitlines()[-1].strip() == "loaded:"
