"""What is written of candidates that became no statement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export.rejects import write_rejects
from kg.model import Extraction, Mention, Predicate, Reject, Span

TEXT = "He left Iran."


def _reject(article: str) -> Reject:
    return Reject(
        reason="pronoun unresolved",
        extraction=Extraction(
            article=article,
            subject=Mention(start=0, end=2, text="He", kind="pronoun", type="Entity", head="he"),
            predicate=Predicate(lemma="leave", pos="verb"),
            object=Mention(start=8, end=12, text="Iran", kind="name", type="Place", head="Iran"),
            roles=(),
            time=None,
            polarity="positive",
            modality="actual",
            source=None,
            claimed=None,
            rule="clause.active",
            sentence=Span(start=0, end=len(TEXT), text=TEXT),
            surface=None,
            confidence=0.9,
        ),
    )


def test_one_line_a_candidate_in_order_of_articles(tmp_path: Path) -> None:
    path = tmp_path / "new" / "rejects.jsonl"
    write_rejects([_reject("b"), _reject("a")], path)
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [row["document"] for row in rows] == ["a", "b"]
    assert rows[0]["reason"] == "pronoun unresolved"
    assert (rows[0]["subject"], rows[0]["relation"], rows[0]["object"]) == ("He", "leave", "Iran")
    assert TEXT[rows[0]["start"] : rows[0]["end"]] == rows[0]["text"]


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_rejects([], tmp_path)
    assert list(tmp_path.iterdir()) == []
