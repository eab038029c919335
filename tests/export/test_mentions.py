"""Mentions of entities: written, and read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import GraphError, OutputError
from kg.export.mentions import is_mentions, read_mentions, write_mentions
from kg.model import Entity, LinkedMention, Mention

LEE = Entity(
    id="https://kg.example/id/entity/person/ann-lee",
    label="Ann Lee",
    type="Person",
    aliases=("Lee",),
    external=("http://www.wikidata.org/entity/Q1",),
)


def _mention(article: str, start: int, text: str, kind: str = "name") -> LinkedMention:
    words = Mention(
        start=start,
        end=start + len(text),
        text=text,
        kind=kind,
        type="Person",
        head=text,  # type: ignore[arg-type]
    )
    return LinkedMention(article=article, mention=words, entity=LEE, reason="name of its own")


def test_what_is_written_is_read_again_in_text_order(tmp_path: Path) -> None:
    path = tmp_path / "new" / "mentions.jsonl"
    she = _mention("a", 9, "She", "pronoun")
    said = [_mention("b", 0, "Lee"), she, _mention("a", 0, "Ann Lee")]
    write_mentions(said, path)
    assert read_mentions(path) == (said[2], said[1], said[0])
    row = json.loads(path.read_text("utf-8").splitlines()[0])
    assert (row["document"], row["start"], row["end"], row["kind"]) == ("a", 0, 7, "name")
    assert row["entity"]["aliases"] == ["Lee"]


def test_a_file_of_mentions_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "mentions.jsonl"
    write_mentions([_mention("a", 0, "Lee")], path)
    assert is_mentions(path)
    for text in ("", "[]\n", '{"subject": 1}\n', "no JSON\n"):
        path.write_text(text, "utf-8")
        assert not is_mentions(path)
    assert not is_mentions(tmp_path / "absent")


@pytest.mark.parametrize("line", ["{", "[]", '{"document": "a"}', '{"entity": {}}'])
def test_another_file_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "mentions.jsonl"
    write_mentions([_mention("a", 0, "Lee")], path)
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(GraphError, match=r"mentions\.jsonl:2: no mention"):
        read_mentions(path)


def test_an_absent_file_and_a_folder_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot be read"):
        read_mentions(tmp_path / "absent")
    with pytest.raises(OutputError, match="cannot be written"):
        write_mentions([], tmp_path)
