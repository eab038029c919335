"""Virtuoso, as the tests of loading run it. What may go in: its settings, start and end."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PROGRAM = shutil.which("virtuoso-t")
USER, PASSWORD = "dba", "s3cret-word"  # of a database that lives as long as a test
_SECONDS = 60.0  # a new database takes about five

_SETTINGS = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = {folder}
VADInstallDir = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CheckpointInterval = 0

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 4
Charset = UTF-8

[URIQA]
DefaultHost = 127.0.0.1:{http}

[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True)
class Virtuoso:
    """A running Virtuoso."""

    address: str

    @property
    def store(self) -> str:
        """Where it takes graphs, from whoever proves by Digest to be its user."""
        return f"{self.address}/sparql-graph-crud-auth"

    @property
    def updates(self) -> str:
        """Where it takes updates, from the same."""
        return f"{self.address}/sparql-auth"


@contextmanager
def virtuoso_server(folder: Path) -> Iterator[Virtuoso]:
    """Run Virtuoso on free ports over a new database; it is ended by its process id."""
    assert PROGRAM, "Virtuoso is not installed: apt-get install virtuoso-opensource-7-bin"
    sql, http = _free_ports()
    settings = folder / "virtuoso.ini"
    settings.write_text(_SETTINGS.format(folder=folder, sql=sql, http=http))
    command = [PROGRAM, "+foreground", "+configfile", str(settings)]
    passwords = ["+pwdold", "dba", "+pwddba", PASSWORD, "+pwddav", PASSWORD]
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    # makes the database and ends; what it tells is in its log
    subprocess.run([*command, *passwords], check=True, timeout=_SECONDS, **quiet)
    process = subprocess.Popen(command, **quiet)
    try:
        found = Virtuoso(f"http://127.0.0.1:{http}")
        _wait(found, process)
        yield found
    finally:
        process.terminate()
        process.wait(30)


def _free_ports() -> tuple[int, int]:
    with (
        socket.create_server(("127.0.0.1", 0)) as one,
        socket.create_server(("127.0.0.1", 0)) as two,
    ):
        return one.getsockname()[1], two.getsockname()[1]


def _wait(server: Virtuoso, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            urlopen(f"{server.address}/sparql?query=ASK%7B%7D", timeout=5).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"Virtuoso did not start: exit code {process.poll()}")
