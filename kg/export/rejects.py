"""Why not: the candidates that became no statement, as JSON Lines. What may go in: writing them.

One candidate a line: the sentence, the words, the rule and the reason, one of `kg.model.REASONS`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.export.whole import write_text
from kg.model import Mention, Reject


def write_rejects(rejects: Iterable[Reject], path: Path | str) -> None:
    """Write rejected candidates, in the order of their articles and sentences.

    Args:
        rejects: from the readings.
        path: the file; replaced whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    write_text(path, "".join(generate(rejects)))


def generate(rejects: Iterable[Reject]) -> Iterator[str]:
    """Give one line of JSON for each candidate."""
    ordered = sorted(rejects, key=lambda r: (r.extraction.article, r.extraction.sentence.start))
    for reject in ordered:
        one = reject.extraction
        target = one.object
        row = {
            "document": one.article,
            "start": one.sentence.start,
            "end": one.sentence.end,
            "text": one.sentence.text,
            "reason": reject.reason,
            "rule": one.rule,
            "subject": one.subject.text,
            "relation": " ".join(
                part
                for part in (
                    one.predicate.lemma,
                    one.predicate.particle,
                    one.predicate.preposition,
                )
                if part
            ),
            "object": target.text if isinstance(target, Mention) else target and target.label,
            "confidence": round(one.confidence, 2),
        }
        yield json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"
