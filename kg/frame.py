"""A graph's statements as a frame of pandas, the extra `notebook`. What may go in: its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.model import Entity, Graph, Statement

if TYPE_CHECKING:
    import pandas as pd


def to_frame(graph: Graph) -> pd.DataFrame:
    """Give a row for each statement, in the graph's order, with its id as index.

    An unknown value is None. `roles`, `articles` and `sentences` hold tuples; `start` and `end` are
    the days between which it happened, as text, since some are before what pandas can count.

    Raises:
        InputError: pandas is not installed.

    Example:
        >>> from kg import Article, build
        >>> frame = to_frame(build([Article.of(id="a", text="Russia attacked Georgia in 2008.")]))
        >>> frame[["subject", "relation", "object", "start"]].values.tolist()
        [['Russia', 'attacks', 'Georgia', '2008-01-01']]
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise InputError(
            f"a frame needs {error.name}: install the extra: pip install 'kg-news[notebook]'"
        ) from error
    rows = [_row(statement) for statement in graph.statements]
    frame = pd.DataFrame(rows, columns=COLUMNS, dtype=object).set_index("id")
    return frame.astype({"confidence": float, "inferred": bool})


COLUMNS = (
    *("id", "subject", "subject_type", "relation", "object", "object_type", "roles"),
    *("polarity", "modality", "claimed_by", "cue", "start", "end", "published", "confidence"),
    *("inferred", "event", "articles", "sentences"),
)


def _row(statement: Statement) -> dict[str, Any]:
    target, claim, time = statement.object, statement.attribution, statement.time
    evidence = statement.evidence
    return {
        "id": statement.id,
        "subject": statement.subject.label,
        "subject_type": statement.subject.type,
        "relation": statement.relation.label,
        "object": target.label if target else None,
        "object_type": target.type if isinstance(target, Entity) else None,
        "roles": tuple((name, entity.label) for name, entity in statement.roles),
        "polarity": statement.polarity,
        "modality": statement.modality,
        "claimed_by": claim.entity.label if claim else None,
        "cue": claim.cue if claim else None,
        "start": time.start if time else None,
        "end": time.end if time else None,
        "published": statement.published,
        "confidence": round(statement.confidence, 2),
        "inferred": statement.inferred,
        "event": statement.event.type if statement.event else None,
        "articles": tuple(dict.fromkeys(one.article for one in evidence)),
        "sentences": tuple(dict.fromkeys(one.text for one in evidence)),
    }
