"""Scores statements against what people found. What may go in: the table of measures, and the
function that chooses one.

Every module of the package holds one measure, named after it, or what several measures share.
Nothing here reads articles or builds graphs: what is scored is a file of statements, ours or
another program's in the same form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from kg.errors import InputError
from kg.evaluate import carb, coreference, facts, judged, knowledgenet, pairs
from kg.evaluate.gold import recognise
from kg.evaluate.report import Report
from kg.export.jsonl import read_jsonl
from kg.export.mentions import is_mentions, read_mentions
from kg.model import Statement

__all__ = ["MEASURES", "Report", "evaluate"]

Measure: TypeAlias = Callable[[Path, Sequence[Statement], Path | None], Report]
_OF_MENTIONS = "coreference"
_WITH_MENTIONS = "knowledgenet"

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "facts": facts.score,
        "pairs": pairs.score,
        "knowledgenet": knowledgenet.score,
        "carb": carb.score,
        "coreference": coreference.score,
        "judged": judged.score,
    }
)


def evaluate(
    gold: Path,
    statements: Path,
    *,
    measure: str | None = None,
    documents: Path | None = None,
    mentions: Path | None = None,
) -> Report:
    """Score a file of statements against a gold.

    Args:
        gold: a file or folder of one of the kinds that `MEASURES` names.
        statements: JSON Lines, as `kg build --format jsonl` writes them; for coreference rather
            what `kg build --mentions` writes.
        measure: the kind; without it the gold's content tells.
        documents: the articles that were built, for the measures that need their texts.
        mentions: what `kg build --mentions` wrote beside the statements, for knowledgenet.

    Raises:
        InputError: the gold or the documents cannot be used, or no measure has this name.
        GraphError: the statements cannot be read.
    """
    name = measure or recognise(gold)
    if name not in MEASURES:
        raise InputError(f"unknown measure {name!r}: choose from {', '.join(MEASURES)}")
    if name == _OF_MENTIONS and is_mentions(statements):
        return coreference.score_mentions(gold, read_mentions(statements), documents)
    said = read_jsonl(statements).statements
    if mentions is not None:
        if name != _WITH_MENTIONS:
            raise InputError(f"the measure {name} takes no --mentions; only {_WITH_MENTIONS} does")
        return knowledgenet.score(gold, said, documents, read_mentions(mentions))
    return MEASURES[name](gold, said, documents)
