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
            thread.join(10)

    def cut_after(self, many: int | None) -> None:
        """End the connections when so many more bytes have gone to the server."""
        self.left = many

    def cut(self) -> None:
        """End the connections; new ones are taken."""
        for one in self.open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self.open.clear()

    def shut(self) -> None:
        """End the connections, and take no more."""
        with suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.listening.accept()
                far = socket.create_connection(self.target)
                self.connections += 1
                self.open += [near, far]
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._copy, args=ends, daemon=True).start()

    def _copy(self, source: socket.socket, target: socket.socket) -> None:
        to_server = target.getpeername() == self.target
        with suppress(OSError):
            while data := source.recv(65_536):
                if to_server and self.left is not None:
                    self.left -= len(data)
                    if self.left < 0:
                        self.left = None
                        self.cut()
                        break
                target.sendall(data)
        for one in (source, target):
            one.close()
