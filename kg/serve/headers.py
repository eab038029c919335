"""The headers of pages. What may go in: what keeps a browser from doing what no page means."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

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


def html(page: str, status: int = 200) -> Response:
    """Answer with a page."""
    return Response(page, status, media_type="text/html", headers=SAFETY)
