"""What is told before and after a load. What may go in: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who loads, and how: what the kinds of target have in common.

    `token` goes as a bearer's, else `user` and `password` as the server asks for them. Neither is
    ever shown. `graph` is the IRI of the named graph to load into; None is the default graph.
    """

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    graph: str | None = None
    update: bool = False  # by SPARQL updates, not by the Graph Store Protocol
    text: bool = True  # the articles' full text as well
    batch: int = 10_000
    tries: int = 4  # of a batch, before it is given up


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load put into a database: how many parts of which kind, and in how many batches."""

    what: tuple[tuple[str, int], ...]
    batches: int
    tries: int  # more than batches when some had to be sent again
