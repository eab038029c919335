"""The page that asks queries, and its downloads. What may go in: that page over HTTP; the queries
run in children, within their limits."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import InputError, QueryError
from kg.explore.addresses import Here, address
from kg.explore.answers import (
    FILES,
    Asked,
    Table,
    needs,
    read_asked,
    read_part,
    write_part,
    write_whole,
)
from kg.namespaces import PREFIXES
from kg.serve.child import Refused
from kg.serve.headers import SAFETY, html
from kg.serve.workers import Workers

if TYPE_CHECKING:
    from kg.serve.pages import Pages

_SAMPLE = """SELECT ?who ?does ?whom ?claimed_by WHERE {
  ?s rdf:subject/rdfs:label ?who ; rdf:predicate/rdfs:label ?does ; rdf:object/rdfs:label ?whom ;
     kg:polarity "negative" .
  OPTIONAL { ?s prov:wasAttributedTo/rdfs:label ?claimed_by }
} ORDER BY ?who LIMIT 100"""


class QueryBox:
    """Answers requests for the page of queries.

    Args:
        pages: that it is one of.
        workers: that answer queries.
    """

    def __init__(self, pages: Pages, workers: Workers) -> None:
        self._pages, self._workers = pages, workers

    async def page(self, here: Here, _: Request) -> Response:
        """The query, its answer, or why there is none."""
        asked, table, failure, status = None, None, "", 200
        try:
            asked = read_asked(here.asked, self._pages.queries)
            if asked and not needs(asked):
                table = await self._table(asked, _number(here))
        except Refused as error:
            failure, status = str(error), error.status
        except QueryError as error:
            failure, status = str(error), 400
        told = self._told(here, asked)
        page = self._pages.render("query", here, table=table, failure=failure, **told)
        return html(page, status)

    async def file(self, here: Here, request: Request) -> Response:
        """The whole answer as a file."""
        kind = request.path_params["file"]
        asked = read_asked(here.asked, self._pages.queries)
        if kind not in FILES or asked is None:
            raise InputError(f"give a query, and one of {', '.join(FILES)} after the last dot")
        made = await self._workers.run(partial(write_whole, one=asked, file=kind))
        name = re.sub(r"[^a-z0-9]+", "-", asked.named.name if asked.named else "query")
        headers = {**SAFETY, "Content-Disposition": f'attachment; filename="{name}.{kind}"'}
        with made.body as body:
            return Response(body.read(), media_type=made.media_type, headers=headers)

    async def _table(self, asked: Asked, number: int) -> Table:
        made = await self._workers.run(partial(write_part, one=asked, page=number))
        with made.body as body:
            return read_part(body.read(), number, self._pages.links)

    def _told(self, here: Here, asked: Asked | None) -> dict[str, Any]:
        given = {f"set-{name}": value for name, value in asked.values.items()} if asked else {}
        kept = {name: value for name, value in here.asked.items() if name != "page"}
        return {
            "asked": asked,
            "wanted": needs(asked) if asked else (),
            "queries": self._pages.queries,
            "prefixes": PREFIXES,
            "sample": _SAMPLE,
            "edit": address("/query", sparql=asked.sparql, **given) if asked else "",
            "download": lambda kind: address(f"/query.{kind}", **kept),
        }


def _number(here: Here) -> int:
    number = here.asked.get("page", "1")
    if not re.fullmatch(r"[1-9]\d{0,6}", number):
        raise InputError(f"page={number}: write a number from 1")
    return int(number)
