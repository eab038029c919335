"""What the tests of loading share: a server that takes seconds to start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.load.arcadedb import Server, arcadedb_server


@pytest.fixture(scope="session")
def arcadedb(tmp_path_factory) -> Iterator[Server]:
    """ArcadeDB's server, started once."""
    with arcadedb_server(tmp_path_factory.mktemp("arcadedb")) as server:
        yield server
