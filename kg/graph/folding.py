"""The fold: readings of articles to one graph. What may go in: the order of its steps.

Nothing here depends on the order of the readings, or on how the store came to hold them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.graph.builder import Keep, fold_readings
from kg.graph.collector import collector_off
from kg.graph.decisions import Decisions, identify
from kg.graph.renaming import rename
from kg.graph.resolution import Identities
from kg.graph.sources import Sketches
from kg.model import Graph, Reading


@collector_off()
def fold(
    readings: Iterable[Reading],
    *,
    base: str,
    is_sorted: bool = False,
    assertion: str = "reported",
    version: str = "",
    model: str = "",
    decisions: Decisions | None = None,
    unapplied: Callable[[str], None] | None = None,
    identified: Callable[[Identities], None] | None = None,
    keep: Keep = tuple,
) -> Graph:
    """Fold readings into one graph: put entities together, unite statements, count sources.

    Args:
        readings: at most one an article, in any order.
        base: the IRI that instance names start with.
        is_sorted: the readings come in the order of their articles' ids, and can be gone through
            more than once.
        assertion: the --assert policy, kept in the graph.
        version: the program's; `model` the pipeline's name and version.
        decisions: what people decided on entities.
        unapplied: called with a line for each decision that no longer applies.
        identified: called with what each entity of each article is in the graph.
        keep: makes of the statements the sequence that the graph has; with another than a tuple
            the readings, which are sorted then, are gone through three times and not held.
    """
    held = readings if is_sorted else sorted(readings, key=lambda reading: reading.article.id)
    sketches = Sketches(held)
    identities = identify(sketches, decisions or Decisions(), base=base, unapplied=unapplied)
    if identified:
        identified(identities)
    renamed = _Renamed(held, identities, base)
    return fold_readings(
        _Held(renamed) if keep is tuple else renamed,
        base=base,
        is_sorted=True,
        assertion=assertion,
        version=version,
        model=model,
        reasons=identities.reasons,
        copies=sketches.copies(),
        keep=keep,
    )


@dataclass(frozen=True, slots=True)
class _Renamed:
    """Readings with the graph's entities in place of their own, made anew for each use."""

    readings: Iterable[Reading]
    identities: Identities
    base: str

    def __iter__(self) -> Iterator[Reading]:
        return (rename(reading, self.identities, self.base) for reading in self.readings)


class _Held:
    """What of readings is in the graph, held after they are gone through, and let go the next time.

    So the statements as they were read and as the graph has them are not all there together.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings, self._held = readings, list[Reading]()

    def __iter__(self) -> Iterator[Reading]:
        if not self._held:
            for one in self._readings:
                self._held.append(Reading(article=one.article, statements=one.statements))
                yield self._held[-1]
            return
        self._held.reverse()
        while self._held:
            yield self._held.pop()
