"""PDF: pages become paragraphs; what a file does to its reader stays in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ingest import Skip, pdf
from kg.ingest.pdf import paragraphs
from kg.limits import Limits
from kg.model import Article
from tests.ingest.packed import pdf as made
from tests.ingest.packed import read, told, zipped

LINES = (
    "A base in Hamadan",
    "Russian bombers took off from the Hamadan air base in western Iran on Tues-",
    "day and attacked targets in Syria, the Russian Defense Ministry said. It was",
    "the first time.",
    "Iran said that it had lent the base.",
)


def test_a_page_becomes_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made([LINES], title="A base"))
    [article] = read(tmp_path)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.published) == ("a", "A base", None)
    assert article.text.split("\n\n") == [
        "A base in Hamadan",
        "Russian bombers took off from the Hamadan air base in western Iran on Tuesday and attacked"
        " targets in Syria, the Russian Defense Ministry said. It was the first time.",
        "Iran said that it had lent the base.",
    ]


def test_a_pdf_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"x/b.pdf": made([LINES])}))
    assert told(read(tmp_path)) == ["a/x/b"]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    towns = ("Geneva", "Lausanne", "Vienna", "Oslo")
    pages = [
        f"The Example Times 17 March\nThe two delegations met in {town} for the second time and did"
        f"\nnot agree there in {town}.\n{town} was cold.\nPage {number} of 4"
        for number, town in enumerate(towns, start=1)
    ]
    text = paragraphs(pages)
    assert "Times" not in text
    assert "Page" not in text
    assert all(f"time and did not agree there in {town}." in text for town in towns)
    assert paragraphs(["1", "2"]) == ""


def test_a_title_of_a_writing_program_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made([LINES], title="final2.docx"))
    [article] = read(tmp_path)
    assert isinstance(article, Article)
    assert article.title is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a PDF that can be read"),
        (b"%PDF-1.4\n", "not a PDF that can be read"),
        (made([[]]), "no text in the PDF"),
        (made([LINES])[:300], "not a PDF that can be read"),
        (made([LINES]).replace(b"/Count 1", b"/Count 9999999"), ""),
        (made([LINES]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), ""),  # pages in themselves
    ],
)
def test_a_broken_pdf_is_told_of(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    found = read(tmp_path)
    assert len(found) == 1
    assert reason == "" or (isinstance(found[0], Skip) and reason in found[0].reason)


def test_a_pdf_that_is_never_read_to_its_end_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text("import sys, resource\n"
                       "resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\n"
                       "while True: pass\n")  # fmt: skip
    monkeypatch.setattr(pdf, "_PROGRAM", str(endless))
    (tmp_path / "a.pdf").write_bytes(made([LINES]))
    [skip] = read(tmp_path / "a.pdf", limits=Limits(article_seconds=30))
    assert isinstance(skip, Skip)
    assert (skip.kind, "takes too long" in skip.reason) == ("limit", True)
    endless.write_text("import time\ntime.sleep(60)\n")
    [skip] = read(tmp_path / "a.pdf", limits=Limits(article_seconds=0.05))
    assert isinstance(skip, Skip)
    assert "takes too long; the limit is 0.05 (--limit article-seconds=N)" in skip.reason
    endless.write_text("import os\nos.abort()\n")
    assert "its reader broke down" in str(read(tmp_path / "a.pdf")[0])


def test_the_process_that_reads_has_limits_of_time_and_memory(tmp_path: Path) -> None:
    from kg.ingest import pdf_pages

    probe = tmp_path / "probe.py"
    probe.write_text(
        "import resource, sys\n"
        f"sys.path.insert(0, {str(Path(pdf_pages.__file__).parents[2])!r})\n"
        "from kg.ingest.pdf_pages import _limit\n"
        "_limit(7)\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_AS))\n"
        "try:\n    bytearray(2 << 30)\nexcept MemoryError:\n    print('refused')\n"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, str(probe)], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == [f"(7, 7) {(1 << 30, 1 << 30)}", "refused"]


def test_a_long_pdf_is_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made([LINES] * 3))
    [skip] = read(tmp_path / "a.pdf", limits=Limits(article_characters=400))
    assert isinstance(skip, Skip)
    assert skip.reason == (
        "the PDF has too many characters; the limit is 400 (--limit article-characters=N)"
    )


def test_ligatures_are_letters() -> None:
    assert (
        paragraphs(["The ﬁnal oﬀer was ﬂatly rejected."]) == "The final offer was flatly rejected."
    )
