"""The explorer's pages over HTTP. What may go in: routes, reading addresses, headers, failures.

Pages are made in the thread of the loop, since each takes milliseconds; queries run in children.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg import __version__
from kg.errors import InputError, KGError
from kg.explore.addresses import Here, read_query
from kg.explore.assets import load_assets
from kg.explore.entity import entity_view
from kg.explore.index import PARTS, Index
from kg.explore.overview import Overview, overview, statement_list
from kg.explore.statement import statement_view, told_rules
from kg.explore.templates import preload, render

# https://www.w3.org/TR/CSP3/: nothing from elsewhere, and no script or style within a page
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFETY: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Missing(KGError):
    """The address of a page about what the graph does not hold."""


@dataclass(slots=True)
class Site:
    """What every page tells of the service."""

    name: str  # of the graph, as it was given
    statements: int
    articles: int
    model: str
    version: str = __version__
    changed: bool = False  # by an update, after the pages' index was made


class Pages:
    """Answers requests for pages over one index.

    Args:
        index: of the graph.
        name: of the graph, as it was given on the command line.
    """

    def __init__(self, index: Index, name: str) -> None:
        self.index = index
        graph = index.graph
        self.site = Site(name, len(graph.statements), len(graph.articles), graph.model)
        self.assets = load_assets()
        self.rules = told_rules()
        preload()

    def routes(self) -> list[Route]:
        """Give the routes of all pages."""
        pages: Mapping[str, Callable[[Here], str]] = {
            "/": self.overview,
            "/entity": self.entity,
            "/statement": self.statement,
            "/statements": self.statements,
        }
        made = [Route(path, self._told(page)) for path, page in pages.items()]
        return [*made, Route("/static/{name}", self.asset)]

    # ── pages ──────────────────────────────────────────────────────────────────────────────────

    def overview(self, here: Here) -> str:
        """The first page."""
        return self._render(
            "overview", here, view=self._overview, statements=Here("/statements", {})
        )

    @cached_property
    def _overview(self) -> Overview:
        return overview(self.index)

    def entity(self, here: Here) -> str:
        """What is said about an entity."""
        iri = here.asked.get("id", "")
        if iri not in self.index.entities:
            raise Missing(f"no entity {iri!r} in the graph")
        view = entity_view(self.index, self.index.entities[iri], here.asked)
        return self._render("entity", here, view=view, parts=PARTS)

    def statement(self, here: Here) -> str:
        """Why a statement is in the graph."""
        key = here.asked.get("id", "")
        found = self.index.statements.get(key)
        if found is None:
            raise Missing(f"no statement {key!r} in the graph")
        view = statement_view(self.index, found)
        return self._render("statement", here, view=view, told_rules=self.rules)

    def statements(self, here: Here) -> str:
        """All statements, or those that are chosen."""
        return self._render("statements", here, view=statement_list(self.index, here.asked))

    async def asset(self, request: Request) -> Response:
        """A style sheet, the script or the icon."""
        found = self.assets.get(request.path_params["name"])
        if found is None:
            return Response(status_code=404, headers=SAFETY)
        headers = {**SAFETY, "Cache-Control": "max-age=300"}
        return Response(found.content, media_type=found.media_type, headers=headers)

    # ── HTTP ───────────────────────────────────────────────────────────────────────────────────

    def _render(self, template: str, here: Here, **values: Any) -> str:
        return render(f"{template}.html", here=here, site=self.site, **values)

    def _told(self, page: Callable[[Here], str]) -> Callable[[Request], Any]:
        async def handled(request: Request) -> Response:
            here = Here(request.url.path, {})
            try:
                here = Here(request.url.path, read_query(request.url.query))
                return html(page(here))
            except Missing as error:
                return self.failure(here, "Not in the graph", error, 404)
            except InputError as error:
                return self.failure(here, "This address asks for what cannot be", error, 400)

        return handled

    def failure(self, here: Here, title: str, error: KGError, status: int) -> Response:
        """A page that tells what was wrong."""
        told = self._render("failure", here, title=title, message=str(error), near=())
        return html(told, status)


def html(page: str, status: int = 200) -> Response:
    """Answer with a page."""
    return Response(page, status, media_type="text/html", headers=SAFETY)
