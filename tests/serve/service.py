"""What the tests of the service share: starting it as a user does, and asking it over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-of-the-tests"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Reply:
    """An answer of HTTP."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def rows(self) -> list[dict[str, str]]:
        """The bindings of a JSON answer."""
        found = json.loads(self.body)["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]


@dataclass(frozen=True)
class Service:
    """A running service."""

    port: int
    process: subprocess.Popen[str]

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/sparql"

    def send(self, method, path="/sparql", *, body=None, timeout=60, headers=None, **query):
        """Send one request; a header whose value is None is left out."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        asked = urlencode(query.pop("pairs", query), doseq=True)
        sent = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        data = body.encode() if isinstance(body, str) else body
        try:
            connection.request(method, f"{path}?{asked}" if asked else path, data, sent)
            reply = connection.getresponse()
            return Reply(reply.status, reply.headers, reply.read())
        finally:
            connection.close()

    def ask(self, query, accept=None, **extra):
        """Ask by GET."""
        headers = {"Accept": accept} if accept else {}
        return self.send("GET", headers=headers, query=query, **extra)

    def update(self, text, token=TOKEN, **extra):
        """Send an update directly."""
        headers = {"Content-Type": "application/sparql-update"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return self.send("POST", body=text, headers=headers, **extra)


@contextmanager
def serving(graph: Path, *options: str) -> Iterator[Service]:
    """Run `kg serve` on a free port and end it by its process id."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KG_SERVE_TOKEN": TOKEN}
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, cwd=graph.parent
    )
    try:
        line = process.stdout.readline()
        address = next((word for word in line.split() if word.startswith("http")), None)
        assert address, f"{line!r}: it did not start"
        yield Service(int(address.split(":")[2].split("/")[0]), process)
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()
