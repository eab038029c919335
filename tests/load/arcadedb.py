"""ArcadeDB's server, which speaks Bolt, on this machine alone and for as long as it is needed.

    KG_LOAD_PASSWORD=at-least-8 python -m tests.load.arcadedb FOLDER [BOLT-PORT [HTTP-PORT]]

It makes a database named `news`, says `ready`, and ends when its standard input does. Its user is
root.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.request import Request, urlopen

import neo4j

from kg.load import Access

ROOT = Path(__file__).parents[2]
USER = "root"


@dataclass(frozen=True)
class Server:
    """A running server."""

    process: subprocess.Popen[str]
    port: int
    http: int
    password: str
    numbers: count[int]

    @property
    def access(self) -> Access:
        """Who may load."""
        return Access(user=USER, password=self.password)

    def new(self) -> str:
        """Make an empty database; its address."""
        name = f"database{next(self.numbers)}"
        pair = b64encode(f"{USER}:{self.password}".encode()).decode()
        headers = {"Authorization": f"Basic {pair}", "Content-Type": "application/json"}
        body = json.dumps({"command": f"create database {name}"}).encode()
        address = f"http://127.0.0.1:{self.http}/api/v1/server"
        urlopen(Request(address, body, headers), timeout=60).close()
        return f"bolt://127.0.0.1:{self.port}/{name}"

    def ask(self, address: str, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """What a query answers."""
        database = address.rpartition("/")[2]
        server = f"bolt://127.0.0.1:{self.port}"
        with neo4j.GraphDatabase.driver(server, auth=(USER, self.password)) as driver:
            found, _, _ = driver.execute_query(query, parameters, database_=database)
        return [record.data() for record in found]


@contextmanager
def arcadedb_server(folder: Path) -> Iterator[Server]:
    """Run the server on free ports; it is ended by closing its input, or by its process id."""
    port, http = _free_ports()
    password = token_hex(8)
    command = [sys.executable, "-m", "tests.load.arcadedb", folder, port, http]
    told = (folder / "told.txt").open("w")
    process = subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=told,
        text=True,
        cwd=ROOT,
        env={**os.environ, "KG_LOAD_PASSWORD": password},
    )
    try:
        lines = iter(process.stdout.readline, "")
        assert "ready\n" in lines, (folder / "told.txt").read_text()[-2000:]
        yield Server(process, port, http, password, count())
    finally:
        process.stdin.close()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        process.stdout.close()
        told.close()


def _free_ports() -> tuple[int, int]:
    with (
        socket.create_server(("127.0.0.1", 0)) as one,
        socket.create_server(("127.0.0.1", 0)) as other,
    ):
        return one.getsockname()[1], other.getsockname()[1]


def main(folder: str, port: str = "7687", http: str = "2480") -> None:
    """Run the server until standard input ends."""
    import arcadedb_embedded as arcadedb

    Path(folder).mkdir(parents=True, exist_ok=True)
    os.chdir(folder)  # the server writes logs where it stands
    settings = {
        "host": "127.0.0.1",
        "http_port": int(http),
        "bolt_port": int(port),
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    }
    password = os.environ["KG_LOAD_PASSWORD"]
    heap = {"heap_size": "1g"}
    server = arcadedb.ArcadeDBServer(".", password, config=settings, jvm_kwargs=heap)
    server.start()
    server.create_database("news")
    print("ready", flush=True)
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
