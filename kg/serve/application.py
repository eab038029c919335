"""The service as a Starlette application. What may go in: routes, who may write, answers of HTTP.

`/sparql` takes queries and updates, `/store` whole graphs, the rest are pages. Everything runs in
the one thread of the loop, so that the children of `child.py` are whole copies; what takes long
runs in these children.
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import IO, TypeAlias

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ExceptionHandler

from kg.errors import QueryError
from kg.serve import graphs
from kg.serve.child import Children, Refused
from kg.serve.description import describe
from kg.serve.drawing import Drawing
from kg.serve.pages import Pages
from kg.serve.protocol import answer, operation, update
from kg.serve.settings import Settings
from kg.serve.workers import Question, Workers

_Handler: TypeAlias = Callable[[Request], Awaitable[Response]]
_PIECE = 2**18  # bytes


def application(
    store: ox.Store,
    settings: Settings,
    *,
    host: str = "127.0.0.1",
    pages: Pages | None = None,
) -> Starlette:
    """Make the service over a store in memory.

    Args:
        pages: of the explorer; without them there is SPARQL alone.
        host: the address it will listen on; on a loopback address only requests to this machine
            by its own names are answered, so that no web page can reach it under another name.
    """
    service = Service(store, settings, pages)
    middleware = []
    if _is_loopback(host):
        names = ["localhost", "127.0.0.1", host]
        middleware.append(Middleware(TrustedHostMiddleware, allowed_hosts=names))
    if settings.origins:
        # a page may ask; it has no way to send a token, and so cannot change anything
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=settings.origins,
                allow_methods=("GET", "POST"),
                allow_headers=("Accept", "Content-Type"),
            )
        )
    routes = [
        Route("/sparql", _told(service.sparql), methods=["GET", "POST"]),
        Route("/store", _told(service.graph), methods=["GET", "PUT", "POST", "DELETE"]),
    ]
    lost: dict[int, ExceptionHandler] = {}
    if pages:
        routes += pages.routes(service.workers)
        routes += Drawing(pages, service.children).routes()
        lost = {404: pages.lost}
    return Starlette(routes=routes, middleware=middleware, exception_handlers=lost)


class Service:
    """Answers requests over one store."""

    def __init__(self, store: ox.Store, settings: Settings, pages: Pages | None = None) -> None:
        self.store, self.settings, self.pages = store, settings, pages
        self.children = Children(settings.limits)
        self.workers = Workers(store, self.children)

    async def sparql(self, request: Request) -> Response:
        """Do what the SPARQL protocol asks for."""
        asked = operation(
            request.method,
            request.url.query,
            request.headers.get("content-type", ""),
            await self._body(request),
        )
        accept = request.headers.get("accept")
        if asked.kind == "update":
            self._check_token(request)
            # a copy tries it first, within the limits: it holds up nobody, and cannot run away
            (await self.children.run(partial(update, self.store, asked))).body.close()
            update(self.store, asked)
            self._changed()
            return Response(status_code=204)
        if asked.kind == "query":
            return await self._answer(partial(answer, asked=asked, accept=accept))
        updates = self.settings.token is not None
        endpoint = str(request.url.replace(query="", fragment=""))
        return await self._answer(
            partial(describe, endpoint=endpoint, updates=updates, accept=accept)
        )

    async def graph(self, request: Request) -> Response:
        """Do what the Graph Store protocol asks for."""
        name = graphs.named(request.url.query)
        if request.method in ("GET", "HEAD"):
            accept = request.headers.get("accept")
            return await self._answer(partial(graphs.read, name=name, accept=accept))
        self._check_token(request)
        if request.method == "DELETE":
            graphs.remove(self.store, name)
            self._changed()
            return Response(status_code=204)
        new = graphs.write(
            self.store,
            name,
            await self._body(request),
            request.headers.get("content-type", ""),
            replace=request.method == "PUT",
        )
        self._changed()
        return Response(status_code=201 if new else 204)

    def _changed(self) -> None:
        """Let queries see what was changed, and pages say that they show what was there before."""
        self.workers.renew()
        if self.pages:
            self.pages.site.changed = True

    async def _answer(self, question: Question) -> Response:
        made = await self.workers.run(question)
        length = {"Content-Length": str(made.body.seek(0, 2))}
        made.body.seek(0)
        return StreamingResponse(
            _pieces(made.body),
            media_type=made.media_type,
            headers=length | {"Vary": "Accept"},
        )

    def _check_token(self, request: Request) -> None:
        if self.settings.token is None:
            raise Refused(403, "this service is read-only")
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        same = hmac.compare_digest(given.strip().encode(), self.settings.token.encode())
        if kind.lower() != "bearer" or not same:
            raise Refused(401, "updates need the token: Authorization: Bearer TOKEN")

    async def _body(self, request: Request) -> bytes:
        most, parts, length = self.settings.body_bytes, [], 0
        async for part in request.stream():
            length += len(part)
            if length > most:
                raise Refused(413, f"the request is larger than {most:,} bytes: send parts")
            parts.append(part)
        return b"".join(parts)


def _told(handler: _Handler) -> _Handler:
    """Turn what is refused into an answer: a status and one line of text."""

    async def handled(request: Request) -> Response:
        try:
            return await handler(request)
        except Refused as refused:
            asked = {"WWW-Authenticate": "Bearer"} if refused.status == 401 else None
            return PlainTextResponse(f"{refused}\n", status_code=refused.status, headers=asked)
        except QueryError as error:
            return PlainTextResponse(f"{error}\n", status_code=400)

    return handled


async def _pieces(body: IO[bytes]) -> AsyncIterator[bytes]:
    with body:
        while piece := body.read(_PIECE):
            yield piece


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback and ":" not in host
    except ValueError:
        return host == "localhost"
