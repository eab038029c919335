"""What the service allows. What may go in: its settings, one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.serve.child import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the service allows.

    `token` lets whoever sends it as `Authorization: Bearer` change the graph; without one nobody
    can. `origins` are the web pages (scheme, host and port, or `*`) whose scripts may ask.
    """

    token: str | None = field(default=None, repr=False)
    origins: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    body_bytes: int = 64 * 2**20  # of a request
