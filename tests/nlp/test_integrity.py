"""Model files against their hashes: what is damaged, absent or unknown."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.errors import ModelError, OntologyError
from kg.nlp import integrity, load_model
from kg.nlp.integrity import check_model, known_hashes, wrong_file
from kg.nlp.parser import DEFAULT_MODEL


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_the_default_model_is_the_known_one() -> None:
    check_model(DEFAULT_MODEL)
    assert len(known_hashes()[DEFAULT_MODEL]) > 15


def test_every_file_that_is_loaded_has_a_hash() -> None:
    found = find_spec(DEFAULT_MODEL)
    assert found is not None
    assert found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0])
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    unread = ("README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json", ".pyc")
    loaded = {one for one in files if not one.endswith(unread) and "/senter/" not in one}
    assert loaded == known_hashes()[DEFAULT_MODEL].keys()


def test_a_changed_cut_or_absent_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"weights")
    known = {"model": _hash(b"weights")}
    assert wrong_file(tmp_path, known) is None
    for content in (b"weightz", b"weight", b""):
        (tmp_path / "model").write_bytes(content)
        assert f"has the SHA-256 {_hash(content)[:16]}…" in str(wrong_file(tmp_path, known))
    (tmp_path / "model").unlink()
    assert "model cannot be read: No such file" in str(wrong_file(tmp_path, known))


def test_a_damaged_model_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        integrity, "known_hashes", lambda: {DEFAULT_MODEL: {"__init__.py": "0" * 64}}
    )
    with pytest.raises(ModelError, match=r"damaged or another: .*pip install --force-reinstall"):
        load_model()


def test_a_model_of_the_users_own_is_not_checked() -> None:
    check_model("no_such_model")
    check_model("/some/folder")


def test_a_list_of_hashes_that_is_absent_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(integrity, "ontologies_folder", lambda: tmp_path)
    with pytest.raises(OntologyError, match=r"models\.toml: cannot be read"):
        known_hashes()
