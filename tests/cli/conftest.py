"""What the tests of commands share: running `kg` in a folder of its own, and a sample graph."""

import logging

import pytest
from click.testing import CliRunner

from kg import write_graph
from kg.cli import main
from tests.cli.sample import DENIAL, HAMADAN, SAMPLE


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command in an empty folder; a traceback fails the test."""
    monkeypatch.chdir(tmp_path)

    def command(*args, input=None):
        result = CliRunner().invoke(main, [str(arg) for arg in args], input=input, prog_name="kg")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        return result

    yield command
    logging.getLogger("kg").handlers.clear()  # what -v added
    logging.getLogger("kg").setLevel(logging.NOTSET)


@pytest.fixture
def graph(tmp_path):
    """The sample graph as a Turtle file."""
    path = tmp_path / "sample.ttl"
    write_graph(SAMPLE, path)
    return path


@pytest.fixture
def articles(tmp_path):
    """The folder of articles that the sample graph was read from."""
    folder = tmp_path / "articles"
    (folder / "later").mkdir(parents=True)
    for article in (HAMADAN, DENIAL):
        (folder / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    return folder
