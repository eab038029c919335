"""The graph over HTTP: its page, its data, its picture. What may go in: these routes.

The picture takes a second, so a child draws it; everything else is made in the loop. The library
that draws in the browser is one file of the package mpld3; its route serves that file alone, read
when the service starts.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from functools import partial
from typing import IO, Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import InputError
from kg.explore.addresses import Here, address, read_query, statement_address
from kg.explore.net import SHOWN, Asked, NetView
from kg.export.svg import svg
from kg.looks import load_looks
from kg.picture import MOST, Part, draw
from kg.picture.panel import library_file, panel, script, style
from kg.picture.style import dark_only
from kg.serve.child import Children, Refused
from kg.serve.headers import SAFETY, html
from kg.serve.pages import Pages

_LISTED = 100  # statements below the graph


class Drawing:
    """Answers requests for the graph.

    Args:
        pages: the others.
        children: draw pictures.
    """

    def __init__(self, pages: Pages, children: Children) -> None:
        self.pages, self.children = pages, children
        self.view = NetView(pages.index, pages.names)
        self._files = {
            "graph.js": (script(), "text/javascript"),
            "graph.css": (style(), "text/css"),
        }
        try:
            text = library_file().read_text(encoding="utf-8")
            self._files["d3.js"] = (text, "text/javascript")
        except InputError:
            pass  # the page then shows the picture, as it does without JavaScript

    def routes(self) -> list[Route]:
        """Give the routes of the graph."""
        return [
            Route("/graph", self.pages.told(self.page)),
            Route("/graph.json", self._told(self.elements)),
            Route("/graph.svg", self._told(self.picture)),
            Route("/graph/{name}", self.file),
        ]

    async def page(self, here: Here, _: Request) -> Response:
        """The page: a form, the graph, and what it shows as a list."""
        asked = self.view.asked(here.asked)
        picture = Markup('<img src="{}" alt="{}">').format(
            address("/graph.svg", **asked.fields), f"The graph: {asked.part.title}"
        )
        if "d3.js" in self._files:
            picture = Markup("<noscript>{}</noscript>").format(picture)
        made = panel(
            asked=asked.fields,
            families=[(name, name) for name in self.view.families],
            picture=picture,
            note=self._note(asked),
            source="/graph.json",
            action="/graph",
            most=SHOWN,
        )
        return html(
            self.pages.render(
                "graph",
                here,
                asked=asked,
                panel=made,
                listed=asked.part.statements[:_LISTED],
                library="d3.js" in self._files,
            )
        )

    async def elements(self, here: Here) -> Response:
        """What the page's script draws, as JSON."""
        made = json.dumps(self.view.elements(self.view.asked(here.asked)))
        return Response(made, media_type="application/json", headers=SAFETY)

    async def picture(self, here: Here) -> Response:
        """The picture of what the page shows, for a browser that runs no script."""
        asked = self.view.asked(here.asked, most=MOST)
        answer = await self.children.run(partial(_drawn, asked.part))
        with answer.body:
            content = answer.body.read()
        return Response(content, media_type=answer.media_type, headers={**SAFETY, **_svg_policy()})

    async def file(self, request: Request) -> Response:
        """The script, the style sheet, or the library."""
        found = self._files.get(request.path_params["name"])
        if found is None:
            return Response(status_code=404, headers=SAFETY)
        headers = {**SAFETY, "Cache-Control": "max-age=300"}
        return Response(found[0], media_type=found[1], headers=headers)

    def _note(self, asked: Asked) -> str:
        drawn, of = len(asked.part.statements), asked.part.of
        left = f"; {of - drawn:,} left out" if of > drawn else ""
        return f"{drawn:,} {'statement' if drawn == 1 else 'statements'} shown{left}"

    def _told(self, handler: Callable[[Here], Any]) -> Callable[[Request], Any]:
        """Turn what cannot be into a line for the script, which shows it."""

        async def handled(request: Request) -> Response:
            try:
                here = Here(request.url.path, read_query(request.url.query))
                made: Response = await handler(here)
                return made
            except InputError as error:
                return PlainTextResponse(f"{error}\n", status_code=400, headers=SAFETY)
            except Refused as refused:
                return PlainTextResponse(f"{refused}\n", refused.status, headers=SAFETY)

        return handled


def _drawn(part: Part, output: IO[bytes]) -> str:
    links = {statement.id: statement_address(statement.id) for statement in part.statements}
    output.write(svg(draw(part), links=links).encode("utf-8", "replace"))
    return "image/svg+xml"


def _svg_policy() -> dict[str, str]:
    """What a picture may: the style sheet that it brings, by its hash, and nothing else."""
    digest = hashlib.sha256(dark_only(load_looks()).encode()).digest()
    allowed = f"'sha256-{base64.b64encode(digest).decode()}'"
    return {"Content-Security-Policy": f"default-src 'none'; style-src {allowed}"}
