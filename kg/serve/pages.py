"""The explorer's pages over HTTP. What may go in: routes, reading addresses, headers, failures.

Pages are made in the thread of the loop, since each takes milliseconds; queries run in children.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg import __version__
from kg.errors import InputError, KGError, QueryError
from kg.explore.addresses import Here, entity_address, read_query
from kg.explore.answers import Links
from kg.explore.article import Detailed, article_view
from kg.explore.assets import load_assets
from kg.explore.choice import PARTS, page_of
from kg.explore.decisions import conflict_list, merges
from kg.explore.entity import entity_view
from kg.explore.index import Index
from kg.explore.names import Found, Names
from kg.explore.overview import articles_by_date, overview, statement_list
from kg.explore.statement import statement_view, told_rules
from kg.explore.templates import preload, printable, render, shortened
from kg.graph.identities import identities
from kg.looks import load_looks
from kg.serve.child import Refused
from kg.serve.headers import SAFETY, html
from kg.serve.query_box import QueryBox
from kg.serve.workers import Workers
from kg.store import load_queries

Answering: TypeAlias = Callable[[Here, Request], Awaitable[Response]]
"""Answers a request for the page at an address; may raise what `Pages.told` turns into a page."""

_COMPLETED = 10  # names
_NEAR = 8  # entities spelt like one that is not there


class Missing(KGError):
    """The address of a page about what the graph does not hold: `what` it is, and its `key`."""

    def __init__(self, what: str, key: str) -> None:
        super().__init__(f"no {what} {key!r} here")
        self.what, self.key = what, key


@dataclass(slots=True, kw_only=True)
class Site:
    """What every page tells of the service."""

    name: str  # of the graph, as it was given
    statements: int
    articles: int
    model: str
    is_store: bool
    version: str = __version__
    changed: bool = False  # by an update, after the pages' index was made


class Pages:
    """Answers requests for pages over one index.

    Args:
        index: of the graph.
        name: of the graph, as it was given on the command line.
        detailed: gives what a store knows of an article beyond the graph.
    """

    def __init__(self, index: Index, name: str, detailed: Detailed | None = None) -> None:
        self.index, self.names, self.links = index, Names(index), Links(index)
        self.detailed = detailed or (lambda _: None)
        graph = index.graph
        self.site = Site(
            name=name,
            statements=len(graph.statements),
            articles=len(graph.articles),
            model=graph.model,
            is_store=detailed is not None,
        )
        self.assets, self.rules, self.queries = load_assets(), told_rules(), load_queries()
        self._overview, self._identities = overview(index), identities(graph)
        self._articles = articles_by_date(index)
        self._entities = [Found(entity, entity.label) for entity in self.names.by_degree]
        preload()

    def routes(self, workers: Workers) -> list[Route]:
        """Give the routes of all pages.

        Args:
            workers: that answer queries.
        """
        pages: Mapping[str, Callable[[Here], str]] = {
            "/": self.overview,
            "/search": self.search,
            "/entity": self.entity,
            "/statement": self.statement,
            "/statements": self.statements,
            "/articles": self.articles,
            "/article": self.article,
            "/conflicts": self.conflicts,
            "/merges": self.merges,
        }
        box = QueryBox(self, workers)
        return [
            *(Route(path, self.told(_page(page))) for path, page in pages.items()),
            Route("/query", self.told(box.page)),
            Route("/query.{file:str}", self.told(box.file)),
            Route("/complete", self.told(self.complete)),
            Route("/static/{name}", self.asset),
        ]

    # ── pages ──────────────────────────────────────────────────────────────────────────────────

    def overview(self, here: Here) -> str:
        """The first page."""
        bars = Here("/statements", {})
        return self.render("overview", here, view=self._overview, statements=bars)

    def search(self, here: Here) -> str:
        """Entities of a name, or all of them, those with most statements first."""
        text, family = here.asked.get("q", ""), here.asked.get("family", "")
        found = self.names.search(text) if text.strip() else self._entities
        if family:
            known = [one.name for one in load_looks().families]
            if family not in known:
                raise InputError(f"family={family}: choose from {', '.join(known)}")
            found = [f for f in found if load_looks().family(f.entity).name == family]
        told = {"page": page_of(found, here.asked), "query": text, "family": family}
        return self.render("search", here, degree=self.index.degree, **told)

    def entity(self, here: Here) -> str:
        """What is said about an entity."""
        found = self.index.entities.get(here.asked.get("id", ""))
        if found is None:
            raise Missing("entity", here.asked.get("id", ""))
        view = entity_view(self.index, found, here.asked)
        return self.render("entity", here, view=view, parts=PARTS)

    def statement(self, here: Here) -> str:
        """Why a statement is in the graph."""
        found = self.index.statements.get(here.asked.get("id", ""))
        if found is None:
            raise Missing("statement", here.asked.get("id", ""))
        view = statement_view(self.index, found)
        return self.render("statement", here, view=view, told_rules=self.rules)

    def statements(self, here: Here) -> str:
        """All statements, or those that are chosen."""
        return self.render("statements", here, view=statement_list(self.index, here.asked))

    def articles(self, here: Here) -> str:
        """All articles, the latest first."""
        page = page_of(self._articles, here.asked)
        return self.render("articles", here, page=page, counts=self.index.how_many_from)

    def article(self, here: Here) -> str:
        """The text of an article and what was read from it."""
        found = self.index.articles.get(here.asked.get("id", ""))
        if found is None:
            raise Missing("article", here.asked.get("id", ""))
        view = article_view(self.index, found, here.asked, self.detailed)
        return self.render("article", here, view=view)

    def conflicts(self, here: Here) -> str:
        """Statements that contradict each other."""
        page = conflict_list(self.index, self.site.name, here.asked)
        return self.render("conflicts", here, page=page)

    def merges(self, here: Here) -> str:
        """Entities that were put together, kept apart, or could be one."""
        view = merges(self._identities, self.site.name, self.index.graph, here.asked)
        return self.render("merges", here, view=view)

    # ── what pages load ────────────────────────────────────────────────────────────────────────

    async def complete(self, here: Here, _: Request) -> Response:
        """Names that begin like what was typed, for the search of every page."""
        found = self.names.search(here.asked.get("q", ""), _COMPLETED)
        rows = [self._completion(one) for one in found]
        return Response(json.dumps(rows), media_type="application/json", headers=SAFETY)

    def _completion(self, found: Found) -> dict[str, str]:
        family, label = load_looks().family(found.entity), found.entity.label
        return {
            "label": str(printable(shortened(label))),
            "name": str(printable(shortened(found.name))),
            "type": str(printable(shortened(found.entity.type))),
            "family": family.name,
            "letter": family.letter,
            "address": entity_address(found.entity.id),
        }

    async def asset(self, request: Request) -> Response:
        """A style sheet, the script or the icon."""
        found = self.assets.get(request.path_params["name"])
        if found is None:
            return Response(status_code=404, headers=SAFETY)
        headers = {**SAFETY, "Cache-Control": "max-age=300"}
        return Response(found.content, media_type=found.media_type, headers=headers)

    # ── HTTP ───────────────────────────────────────────────────────────────────────────────────

    def render(self, template: str, here: Here, **values: Any) -> str:
        """Make a page of a template, with what every page shows."""
        return render(f"{template}.html", here=here, site=self.site, **values)

    def told(self, answer: Answering) -> Callable[[Request], Awaitable[Response]]:
        """Read the address, and turn what cannot be answered into a page that says so."""

        async def handled(request: Request) -> Response:
            here = Here(request.url.path, {})
            try:
                here = Here(request.url.path, read_query(request.url.query))
                return await answer(here, request)
            except Missing as error:
                return self._failure(here, "Not in the graph", error, 404)
            except Refused as error:
                return self._failure(here, "Not answered", error, error.status)
            except (InputError, QueryError) as error:
                return self._failure(here, "This address asks for what cannot be", error, 400)

        return handled

    async def lost(self, request: Request, _: Exception) -> Response:
        """A page for an address that leads nowhere."""
        path = request.url.path
        return self._failure(Here(path, {}), "Not here", Missing("page", path), 404)

    def _failure(self, here: Here, title: str, error: KGError, status: int) -> Response:
        near: list[Found] = []
        if isinstance(error, Missing) and error.what == "entity":
            near = self.names.search(error.key.rpartition("/")[2], _NEAR)
        told = {"title": title, "message": str(error), "near": [one.entity for one in near]}
        return html(self.render("failure", here, **told), status)


def _page(page: Callable[[Here], str]) -> Answering:
    async def answer(here: Here, _: Request) -> Response:
        return html(page(here))

    return answer
