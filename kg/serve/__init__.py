"""The service over one graph: SPARQL (https://www.w3.org/TR/sparql11-protocol/), and pages.

What may go in: starting and ending it. Starlette, uvicorn and Jinja are the extra `serve`; they
are imported when the service starts. The graph is held in memory: what `--update` changes is gone
when the service ends, and no file is written.
"""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.serve.child import Limits
from kg.serve.settings import Settings
from kg.store import open_store

_SECONDS_TO_END = 2  # for the requests under way when a signal comes

__all__ = ["Limits", "Settings", "in_memory", "serve"]


def serve(
    graph: Path | str,
    *,
    settings: Settings,
    host: str = "127.0.0.1",
    port: int = 8765,
    pages: bool = True,
    started: Callable[[str, int], None],
    unshown: Callable[[str], None] | None = None,
) -> None:
    """Answer requests until a signal ends it.

    Args:
        graph: an RDF file or the folder of a store.
        host: the address to listen on.
        port: 0 takes a free one.
        pages: False leaves the explorer out, and with it the time and memory of its index.
        started: called with the endpoint's address and the number of triples.
        unshown: called with the reason if there are no pages, because the RDF is not a graph of
            this program.

    Raises:
        InputError: Starlette, uvicorn or Jinja is missing, or nobody can listen there.
        GraphError: the graph cannot be read.
    """
    try:
        import uvicorn

        from kg.serve.application import application
        from kg.serve.opening import open_pages
    except ImportError as error:
        what = f"kg serve needs {error.name}"
        raise InputError(f"{what}: install the extra: pip install 'kg-news[serve]'") from error
    store = in_memory(open_store(graph))
    listening = _listen(host, port)
    made = open_pages(graph, store, unshown or (lambda _: None)) if pages else None
    app = application(store, settings, host=host, pages=made)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    gc.freeze()  # what is there now is not walked in each child, and so is not copied
    started(f"http://{_shown(host)}:{listening.getsockname()[1]}/sparql", len(store))
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def in_memory(store: ox.Store) -> ox.Store:
    """Copy a store, which may be on disk, so that no query needs a file."""
    made = ox.Store()
    made.bulk_extend(store)
    return made


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(1024)
    except (OSError, OverflowError) as error:
        made.close()
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{host} port {port}: cannot listen there: {reason}") from error
    return made


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
