"""Into a database that speaks Bolt (https://neo4j.com/docs/bolt/current/), by Neo4j's own driver.

What may go in: the queries, sending them in batches, and sending one again that did not arrive. The
nodes and relationships are those of `export/labelled.py`; they are merged by their id and their
properties replaced, so that a batch that arrives twice changes nothing. Data goes as parameters
alone; labels and types, which cannot, are letters, digits and `_`.

Half surrogate pairs, which Bolt cannot carry, become `\\u` and four hexadecimal digits.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeAlias
from urllib.parse import SplitResult, urlsplit

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from kg.errors import InputError, LoadError
from kg.export.labelled import KINDS, Link, Node, labelled
from kg.export.property_rows import type_name
from kg.load.outcome import Access, Loaded
from kg.model import Graph

Rows: TypeAlias = list[dict[str, Any]]
Queries: TypeAlias = dict[str, Rows]  # each with the rows it runs over

_SECONDS = 15.0  # for a connection
_PAUSE = 0.5  # seconds before the second try; then twice as long each time
_HALVES = re.compile("[\ud800-\udfff]")
# Of what is looked for, but for names: an index takes texts of 8 kB, and names can be longer.
_INDEXES = (("Article", "article"), ("Article", "published"), ("Evidence", "article"))
_OTHER_CLASS = "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) WHERE n.type <> row.type"
# What two loads at once can meet: both make what neither has found. The next try finds it.
_RACE = "Neo.ClientError.Schema.ConstraintValidationFailed"


def load_bolt(
    graph: Graph, place: str, *, access: Access, progress: Callable[[int], None]
) -> Loaded:
    """Merge a graph into a database; what else it holds stays.

    Args:
        place: the address, like `bolt://localhost:7687`, and after a `/` the database's name.

    Raises:
        InputError: not such an address; LoadError: it is not there, or refuses a batch.
    """
    address, database = _address(place, access)
    counts = dict.fromkeys(("nodes", "statements", "pieces of evidence"), 0)
    many = done = 0
    try:
        with (
            _unheard(logging.getLogger("neo4j")),
            _driver(address, access) as driver,
            driver.session(database=database) as session,
        ):
            sender = _Sender(place, session, access.tries)
            for query in _schema():
                sender.send({query: []})
            for part in _batches(labelled(graph, text=access.text), access.batch):
                _put(part, sender)
                many, done = many + 1, done + len(part)
                progress(done)
                _count(part, counts)
    except (DriverError, Neo4jError, ValueError, OSError) as error:  # the latter: no such host
        before = f"; {done:,} nodes and relationships before it are there" if done else ""
        raise LoadError(f"{place}: {_reason(error)}{before}") from error
    return Loaded(what=tuple(counts.items()), batches=many, tries=many + sender.again)


def _address(place: str, access: Access) -> tuple[str, str | None]:
    """The server's address, and the database's name, None for the server's own choice."""
    parts = urlsplit(place)
    if parts.username is not None or parts.password is not None:
        # it would stand in the list of processes, and in the shell's history
        raise InputError("no user or password in the address: give --user, and it is asked for")
    name = parts.path.removeprefix("/")
    if not _has_host(parts) or "/" in name or parts.query or parts.fragment:
        raise InputError(f"{place}: write {parts.scheme}://HOST:PORT or …/DATABASE after it")
    if access.graph is not None:
        raise InputError("--graph is for databases of RDF: name a database, bolt://HOST/DATABASE")
    return f"{parts.scheme}://{parts.netloc}", name or None


def _has_host(parts: SplitResult) -> bool:
    try:
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # no such port
        return False


@contextmanager
def _unheard(logger: logging.Logger) -> Iterator[None]:
    """Keep Python from printing what the driver logs, unless someone listens."""
    handler = logging.NullHandler()
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def _driver(address: str, access: Access) -> neo4j.Driver:
    auth: neo4j.Auth | None = None
    if access.token is not None:
        auth = neo4j.bearer_auth(access.token)
    elif access.user is not None:
        auth = neo4j.basic_auth(access.user, access.password or "")
    return neo4j.GraphDatabase.driver(address, auth=auth, connection_timeout=_SECONDS)


def _schema() -> Iterator[str]:
    for kind in KINDS:
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{kind}) REQUIRE n.id IS UNIQUE"
    for kind, name in _INDEXES:
        yield f"CREATE INDEX IF NOT EXISTS FOR (n:{kind}) ON (n.{name})"


def _batches(made: Iterable[Node | Link], size: int) -> Iterator[list[Node | Link]]:
    made = iter(made)
    while part := list(islice(made, size)):
        yield part


class _Sender:
    """Sends queries until they arrive; it counts how often it had to send them again."""

    def __init__(self, place: str, session: neo4j.Session, tries: int) -> None:
        self.place, self.session, self.tries, self.again = place, session, tries, 0

    def send(self, queries: Queries) -> list[neo4j.Record]:
        """Run queries in one transaction, and give what they return."""
        pause = _PAUSE
        for count in range(1, self.tries + 1):
            try:
                with self.session.begin_transaction() as transaction:
                    ran = (transaction.run(query, rows=rows) for query, rows in queries.items())
                    found = [record for result in ran for record in result]
                    transaction.commit()
                return found
            except (DriverError, Neo4jError) as error:
                race = isinstance(error, Neo4jError) and error.code == _RACE
                again = race or error.is_retryable()
                if not again or count == self.tries:
                    raise
            time.sleep(pause)
            pause *= 2
            self.again += 1
        raise LoadError(f"{self.place}: a batch is sent at least once, not {self.tries} times")

    def merge(self, queries: Queries) -> None:
        """Run queries that return how many of their rows they found an end or a place for."""
        if not queries:
            return
        found = sum(record["count"] for record in self.send(queries))
        wanted = sum(map(len, queries.values()))
        if found != wanted:
            told = f"{found:,} of {wanted:,} are there: something else changes the database"
            raise LoadError(f"{self.place}: {told}: load again")


def _put(part: Iterable[Node | Link], sender: _Sender) -> None:
    """Merge a batch: nodes, their classes, relationships, each in a transaction of its own.

    ArcadeDB fails if a node gets its class in the transaction in which it is made.
    """
    nodes = [one for one in part if isinstance(one, Node)]
    _drop_classes([node for node in nodes if node.labels[0] == "Entity"], sender)
    classed = [node for node in nodes if len(node.labels) > 1]
    sender.merge(_grouped((_node_query(node), _plain(node.cells)) for node in nodes))
    sender.merge(
        _grouped((_class_query(node), _plain({"id": node.cells["id"]})) for node in classed)
    )
    sender.merge(_grouped(_link(one) for one in part if isinstance(one, Link)))


def _grouped(rows: Iterable[tuple[str, dict[str, Any]]]) -> Queries:
    queries: Queries = {}
    for query, row in rows:
        queries.setdefault(query, []).append(row)
    return queries


def _drop_classes(entities: Iterable[Node], sender: _Sender) -> None:
    """Take the labels of the classes that entities had when they were loaded before."""
    rows = [_plain({"id": node.cells["id"], "type": node.cells["type"]}) for node in entities]
    found = sender.send({f"{_OTHER_CLASS} RETURN DISTINCT n.type AS type": rows}) if rows else []
    names = {type_name(record["type"]) for record in found} - {"Entity"}
    if names:
        dropped = "".join(f":`{name}`" for name in sorted(names))
        sender.send({f"{_OTHER_CLASS} REMOVE n{dropped}": rows})


def _node_query(node: Node) -> str:
    merged = f"MERGE (n:{node.labels[0]} {{id: row.id}}) SET n = row"
    return f"UNWIND $rows AS row {merged} RETURN count(n) AS count"


def _class_query(node: Node) -> str:
    first, *more = node.labels
    found = f"MATCH (n:{first} {{id: row.id}})"
    names = "".join(f":`{name}`" for name in more)
    return f"UNWIND $rows AS row {found} SET n{names} RETURN count(n) AS count"


def _link(link: Link) -> tuple[str, dict[str, Any]]:
    (source, source_id), (target, target_id) = link.source, link.target
    ends = f"MATCH (s:{source} {{id: row.source}}), (o:{target} {{id: row.target}})"
    merged = f"MERGE (s)-[r:`{link.type}`]->(o)"
    if link.cells:
        merged = f"MERGE (s)-[r:`{link.type}` {{id: row.cells.id}}]->(o) SET r = row.cells"
    query = f"UNWIND $rows AS row {ends} {merged} RETURN count(r) AS count"
    return query, {"source": source_id, "target": target_id, "cells": _plain(link.cells)}


def _plain(cells: dict[str, Any]) -> dict[str, Any]:
    return {name: _whole(cell) for name, cell in cells.items()}


def _whole(cell: Any) -> Any:
    """The cell without halves of surrogate pairs."""
    if isinstance(cell, list):
        return [_whole(item) for item in cell]
    if isinstance(cell, str) and not cell.isascii():
        return _HALVES.sub(lambda found: f"\\u{ord(found[0]):04x}", cell)
    return cell


def _count(part: Iterable[Node | Link], counts: dict[str, int]) -> None:
    for one in part:
        if isinstance(one, Link):
            counts["statements"] += bool(one.cells)
        elif one.labels[0] == "Evidence":
            counts["pieces of evidence"] += 1
        else:
            counts["nodes"] += 1


def _reason(error: Exception) -> str:
    """What the server or the driver says, in one line, after the server's code for it."""
    told = (error.message if isinstance(error, Neo4jError) else None) or str(error)
    line = "".join(c if c.isprintable() else " " for c in " ".join(told.split()))[:300]
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return f"nothing there speaks Bolt, or it went away: {line}"
    return f"{error.code}: {line}" if isinstance(error, Neo4jError) else line
