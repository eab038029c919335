"""Every mention of an entity, as JSON Lines: names, and the pronouns and nouns that stand for one.

What may go in: writing and reading them. One mention a line: the article, the words and where they
stand, the entity they mean, and why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.export.whole import write_text
from kg.model import Entity, LinkedMention, Mention


def write_mentions(mentions: Iterable[LinkedMention], path: Path | str) -> None:
    """Write mentions, in the order of their articles and offsets.

    Args:
        mentions: from the readings.
        path: the file; replaced whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    write_text(path, "".join(generate(mentions)))


def generate(mentions: Iterable[LinkedMention]) -> Iterator[str]:
    """Give one line of JSON for each mention."""
    for one in sorted(mentions, key=lambda m: (m.article, m.mention.start, m.mention.end)):
        row = {
            "document": one.article,
            "start": one.mention.start,
            "end": one.mention.end,
            "text": one.mention.text,
            "kind": one.mention.kind,
            "reason": one.reason,
            "entity": {
                "id": one.entity.id,
                "label": one.entity.label,
                "type": one.entity.type,
                "aliases": list(one.entity.aliases),
                "external": list(one.entity.external),
                "named": one.entity.named,
            },
        }
        yield json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"


def is_mentions(path: Path | str) -> bool:
    """Tell whether a file holds mentions, by its first line."""
    try:
        with Path(path).open(encoding="utf-8") as opened:
            row = json.loads(opened.readline() or "null")
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(row, dict) and {"document", "kind", "entity"} <= row.keys()


def read_mentions(path: Path | str) -> tuple[LinkedMention, ...]:
    """Read what `write_mentions` wrote; of a mention's words only their class and head are lost.

    Raises:
        GraphError: the file cannot be read, or a line is not of this form.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").rstrip("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"{path}: cannot be read: {error}") from error
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(parse_mention(json.loads(line)))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise GraphError(f"{path}:{number}: no mention of an entity: {error!r}") from error
    return tuple(found)


def parse_mention(row: dict[str, Any]) -> LinkedMention:
    """Make a mention of a line that `generate` gave, read as JSON.

    Raises:
        KeyError: the line lacks something.
    """
    told = row["entity"]
    entity = Entity(
        id=told["id"],
        label=told["label"],
        type=told["type"],
        aliases=tuple(told["aliases"]),
        external=tuple(told["external"]),
        named=told["named"],
    )
    mention = Mention(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        kind=row["kind"],
        type=entity.type,
        head=row["text"],
    )
    return LinkedMention(
        article=row["document"], mention=mention, entity=entity, reason=row["reason"]
    )
