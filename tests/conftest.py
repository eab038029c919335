"""What all tests share: a reader of articles whose model is loaded once."""

from __future__ import annotations

import pytest

from kg.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader that is loaded when it is first used."""
    return Reader()
