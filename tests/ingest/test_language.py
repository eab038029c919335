"""Which texts are taken for English; the sentences are ours, thirteen in each of 8 languages."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from kg.ingest import Skip
from kg.ingest.language import foreign_language
from kg.model import Article
from tests.ingest.packed import read, told

SENTENCES: dict[str, list[str]] = defaultdict(list)
for _line in Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8").splitlines():
    _code, _text = _line.split("\t")
    SENTENCES[_code].append(_text)
GERMAN = " ".join(SENTENCES["de"])


def test_the_sentences_are_as_many_as_is_told() -> None:
    assert {code: len(texts) for code, texts in SENTENCES.items()} == dict.fromkeys(
        ("en", "de", "fr", "es", "it", "nl", "pt", "ru"), 13
    )


def test_no_english_sentence_is_lost() -> None:
    assert [text for text in SENTENCES["en"] if foreign_language(text)] == []


def test_few_other_sentences_are_kept() -> None:
    """A sentence of names may be of any language; in doubt it is kept."""
    others = [text for code, texts in SENTENCES.items() if code != "en" for text in texts]
    kept = [text for text in others if foreign_language(text) is None]
    assert len(others) == 91
    assert len(kept) <= 3, kept


@pytest.mark.parametrize("code", [code for code in SENTENCES if code != "en"])
def test_three_sentences_tell_the_language(code: str) -> None:
    texts = SENTENCES[code]
    found = [foreign_language(" ".join(texts[i : i + 3])) for i in range(len(texts) - 2)]
    assert None not in found
    assert found.count(code) == len(found)


@pytest.mark.parametrize("text", ["", "A.", "Café.", "Iran.", "1, 2, 3!", "\ud800", "東京"])
def test_what_is_too_short_to_tell_is_kept(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize(
    "text",
    ["俄罗斯周一轰炸了叙利亚的三座城市，国防部发言人说。", "ロシアは月曜日にシリアを爆撃した。"],
)
def test_other_scripts(text: str) -> None:
    assert foreign_language(text) in ("zh", "ja")


def test_other_languages_are_told_of_and_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran hosts Russia.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "c.txt").write_text("---\nlang: de\n---\nIran.", encoding="utf-8")
    article, german, declared = read(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(german, Skip)
    assert german.kind == "language"
    assert german.reason == (
        "its language is 'de'; only English (en) is read (--language any reads all)"
    )
    assert isinstance(declared, Skip)
    assert "lang 'de' is not read; only English (en) is" in declared.reason
    assert told(read(tmp_path, language="any")) == ["a", "b", "c"]


def test_plain_english_loads_no_classifier() -> None:
    english = " ".join(SENTENCES["en"])
    program = (
        "import sys\nfrom kg.ingest.language import foreign_language\n"
        f"assert foreign_language({english!r}) is None\n"
        "assert 'py3langid' not in sys.modules and 'numpy' not in sys.modules"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program], check=True, cwd=root)
