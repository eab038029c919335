"""A wire that can be cut: hands bytes on between a client and a server, until it does not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Proxy:
    """Listens on a free port for a server on another, and hands on what both say."""

    def __init__(self, port: int) -> None:
        self.target = ("127.0.0.1", port)
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.open: list[socket.socket] = []
        self.threads: list[threading.Thread] = []
        self.connections = 0
        self.left: int | None = None  # bytes to the server until the next cut; None: no cut

    @contextmanager
    def running(self) -> Iterator[Proxy]:
        thread = threading.Thread(target=self._accept, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.shut()
            for one in (thread, *self.threads):
                one.join(10)
            for one in self.open:
                one.close()

    def cut_after(self, many: int | None) -> None:
        """End the connections when so many more bytes have gone to the server."""
        self.left = many

    def cut(self) -> None:
        """End the connections; new ones are taken."""
        for one in self.open:
            _end(one)

    def shut(self) -> None:
        """End the connections, and take no more."""
        _end(self.listening)
        self.listening.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.listening.accept()
                far = socket.create_connection(self.target)
                self.connections += 1
                self.open += [near, far]
                for ends in ((near, far, True), (far, near, False)):
                    self.threads.append(threading.Thread(target=self._copy, args=ends, daemon=True))
                    self.threads[-1].start()

    def _copy(self, source: socket.socket, target: socket.socket, to_server: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                if to_server and self.left is not None:
                    self.left -= len(data)
                    if self.left < 0:
                        self.left = None
                        self.cut()
                        break
                target.sendall(data)
        _end(source)
        _end(target)


def _end(one: socket.socket) -> None:
    with suppress(OSError):  # it has ended
        one.shutdown(socket.SHUT_RDWR)
