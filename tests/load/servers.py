"""What the tests of loading share: Oxigraph's server, and one that fails on purpose."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


@contextmanager
def oxigraph_server(folder: Path) -> Iterator[str]:
    """Run Oxigraph's own server on a free port; its address. It is ended by its process id."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    assert program, "oxigraph is not installed: pip install '.[test]'"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                urlopen(address, timeout=5).close()
                break
            except URLError:
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(10)


class Recorder(HTTPServer):
    """A server that answers with the statuses it was given, then with 204, and keeps requests.

    With `challenge` it answers 401 to whoever does not say who they are.
    """

    def __init__(self, *statuses: int, challenge: str | None = None, **headers: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.statuses, self.requests = list(statuses), []
        self.challenge, self.headers, self.told = challenge, headers, _TOLD

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/store"

    @contextmanager
    def running(self) -> Iterator[Recorder]:
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            self.shutdown()
            thread.join()
            self.server_close()


_TOLD = b"told by the server\nsecond line"


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.path, dict(self.headers), body))
        status = self._status()
        self.send_response(status)
        text = b"" if status == 204 else self.server.told
        if status == 401 and self.server.challenge:
            self.send_header("WWW-Authenticate", self.server.challenge)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self) -> None:
        """What a client that follows a redirection asks: nobody should."""
        self.server.requests.append((self.path, dict(self.headers), b"GET"))
        self.send_response(200)
        self.end_headers()

    def _status(self) -> int:
        if self.server.challenge and "Authorization" not in self.headers:
            return 401
        return self.server.statuses.pop(0) if self.server.statuses else 204

    def log_message(self, *_: object) -> None:
        """Say nothing."""
