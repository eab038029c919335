"""The graph of a store: its readings folded, and the triples of that kept beside them.

What may go in: folding, and the cache. The triples are an Oxigraph store on disk, in a folder named
after a hash of everything that the fold depends on: a change gives another name, so what is out of
date is never asked, and what a killed program left half-made has no name yet.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError, OutputError
from kg.export.rdf import generate
from kg.graph.builder import Keep
from kg.graph.collector import collector_off
from kg.graph.decisions import parse_decisions
from kg.graph.folding import fold
from kg.graph.resolution import Identities
from kg.model import ASSERT_POLICIES, Graph
from kg.store.database import half_made
from kg.store.readings import SCHEMA, Readings, open_readings
from kg.store.spool import keep_many

_CACHE = "triples-"
_DAY = 86_400  # seconds


def fold_store(
    path: Path | str,
    *,
    unapplied: Callable[[str], None] | None = None,
    identified: Callable[[Identities], None] | None = None,
    keep: Keep | None = None,
) -> Graph:
    """Fold a store's readings into the graph that a build of its articles gives.

    Args:
        unapplied: called with a line for each decision that no longer applies.
        identified: called with what each entity of each article is in the graph.
        keep: as for `fold`; without it a large graph's statements are kept in a file.

    Raises:
        GraphError: there is no store, or it cannot be read.
    """
    with open_readings(path) as readings:
        return _folded(readings, unapplied, identified, keep)


def open_triples(path: Path | str) -> ox.Store:
    """Open a store's graph as RDF; it is folded first, if the store has changed.

    Raises:
        GraphError: there is no store, or it cannot be read.
        OutputError: the triples cannot be kept in the store's folder.
    """
    with open_readings(path) as readings:
        place = _place(readings)
        while not place.is_dir():
            graph = _folded(readings)
            if not os.access(readings.path, os.W_OK):
                return _in_memory(graph)
            before, place = place, _place(readings)
            if before == place:  # nobody wrote while the readings were folded
                _make(graph, place)
        try:
            return ox.Store.read_only(str(place))
        except (OSError, RuntimeError):  # damaged: it is only a cache
            shutil.rmtree(place, ignore_errors=True)
            graph = _folded(readings)
            _make(graph, place)
    try:
        return ox.Store.read_only(str(place))
    except (OSError, RuntimeError):
        return _in_memory(graph)


def _place(readings: Readings) -> Path:
    return readings.path / f"{_CACHE}{_state(readings)}"


def _in_memory(graph: Graph) -> ox.Store:
    made = ox.Store()
    made.bulk_extend(generate(graph))
    return made


def _folded(
    readings: Readings,
    unapplied: Callable[[str], None] | None = None,
    identified: Callable[[Identities], None] | None = None,
    keep: Keep | None = None,
) -> Graph:
    settings = _checked(readings)
    return fold(
        readings.snapshot(),
        is_sorted=True,
        base=settings["base"],
        assertion=settings["assertion"],
        version=settings["version"],
        model=settings["model"],
        decisions=parse_decisions(settings.get("decisions", "")),
        unapplied=unapplied,
        identified=identified,
        keep=keep or keep_many(readings.counts()[1]),
    )


def _checked(readings: Readings) -> dict[str, str]:
    """The settings of a store, which a damaged file may hold otherwise than they were written."""
    settings = readings.settings()
    missing = {"base", "assertion", "version", "model"} - settings.keys()
    if missing or settings["assertion"] not in ASSERT_POLICIES:
        raise GraphError(
            f"{readings.path}: the store is damaged (its settings are none of a build): restore a "
            "copy of it, or build it again"
        )
    return settings


def _state(readings: Readings) -> str:
    """Hash what the graph depends on; a reading is a function of its article and the settings."""
    content = json.dumps([SCHEMA, readings.settings(), readings.digests()], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _left_over(folder: Path) -> Iterator[Path]:
    """What programs that were killed left half-made; nobody works on it for a day."""
    for path in folder.glob(f".{_CACHE}*"):
        if path.stat().st_mtime < time.time() - _DAY:
            yield path


def _make(graph: Graph, place: Path) -> None:
    """Put the triples of a graph into a folder: whole, or not at all."""
    try:
        with half_made(place) as temporary:
            made = ox.Store(str(temporary))
            with collector_off():
                made.bulk_extend(generate(graph))
            made.optimize()
            del made  # closes it
            for old in (*place.parent.glob(f"{_CACHE}*"), *_left_over(place.parent)):
                shutil.rmtree(old, ignore_errors=True)
            if not place.is_dir():
                temporary.rename(place)
    except OSError as error:
        if place.is_dir():  # another reader was faster
            return
        reason = error.strerror or error
        raise OutputError(f"{place.parent}: cannot be written: {reason}") from error
