"""CSV and Parquet: one article a row, columns by name, and rows that are wrong."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.errors import InputError
from kg.ingest import Skip, columns_of
from kg.limits import Limits
from kg.model import Article
from tests.ingest.packed import read, told, zipped


def test_rows_become_articles(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "id,title,text,date,extra\n"
        '7,"A base, again","Iran hosts Russia.\nKerry ""said"" so.",2016-08-16,x\n'
        ",,Chile hosts Peru.,,\n",
        encoding="utf-8-sig",
    )
    first, second = read(tmp_path / "a.csv")
    assert first == Article.of(
        id="7",
        text='Iran hosts Russia.\nKerry "said" so.',
        title="A base, again",
        published="2016-08-16",
    )
    assert isinstance(second, Article)
    assert (second.id, second.title, second.published) == ("a-2", None, None)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_other_marks_and_names(tmp_path: Path, mark: str) -> None:
    rows = [("headline", "body"), ("Kerry, again", "Iran hosts Russia.")]
    quoted = "\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    (tmp_path / "a.tsv").write_text(quoted)
    columns = columns_of(["text=body", "title=headline"])
    [article] = read(tmp_path, columns=columns)
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("Kerry, again", "Iran hosts Russia.")


def test_columns_hold_for_json_too(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"body": "Iran hosts Russia.", "text": "no"}\n{"text": ""}')
    article, skip = read(tmp_path, columns=columns_of(["text=body"]))
    assert isinstance(article, Article)
    assert article.text == "Iran hosts Russia."
    assert 'line 2: no "body"' in str(skip)


@pytest.mark.parametrize("given", ["body", "text", "text=", "words=body", "=body"])
def test_columns_that_cannot_be(given: str) -> None:
    with pytest.raises(InputError, match="give FIELD=NAME, FIELD one of text, id, title"):
        columns_of([given])


def test_a_wrong_row_is_told_of_and_the_next_is_read(tmp_path: Path) -> None:
    lines = [
        b"text,date", b"One.,", b"Two.,soon", b"Three.", b"caf\xe9,", b'"Fi"ve.,', b",",
        b"\x00,", b"Eight.,,", b"Nine.,2016-08-16",
    ]  # fmt: skip
    (tmp_path / "a.csv").write_bytes(b"\n".join(lines))
    assert [reason[:36] for reason in told(read(tmp_path / "a.csv"))] == [
        "a-1",
        "a.csv: row 2: date 'soon' cannot be ",
        "a.csv: row 3: 1 values, but the firs",
        "a.csv: row 4: not UTF-8: byte 0xe9 a",
        "a.csv: row 5: not CSV: ',' expected ",
        "a.csv: row 6: text is empty; an arti",
        "a.csv: row 7: binary file: NUL byte ",
        "a.csv: row 8: 3 values, but the firs",
        "a-9",
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "no column 'text' with the text"),
        ("a,b\n1,2\n", "no column 'text' with the text; there are a,b (--column text=NAME"),
        ("text\n", "no rows; the first names the columns"),
        ("te\rxt\n", "no column 'text' with the text"),
        ('text\n"never closed\n' + "words\n" * 9, "row 1: not CSV: unexpected end of data"),
    ],
)
def test_a_table_without_articles_is_told_of(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "a.csv").write_text(content)
    assert reason in told(read(tmp_path / "a.csv"))[0]


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_line_over_the_limit_is_told_of_and_the_next_is_read(tmp_path: Path, suffix: str) -> None:
    texts = ["One.", "x" * 11_000_000, "Three."]
    lines = {
        "csv": ["text", *texts],
        "jsonl": [f'{{"text": "{text}"}}' for text in texts],
    }[suffix]
    (tmp_path / f"a.{suffix}").write_text("\n".join(lines))
    first, skip, last = read(tmp_path, limits=Limits(file_bytes=10_000_000))
    assert told([first, last]) == ["a-1", "a-3"]
    assert isinstance(skip, Skip)
    assert skip.kind == "limit"
    assert "2: a line longer than what is held at once" in skip.reason


def test_rows_of_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {
            "text": ["Iran hosts Russia.", None, "Chile hosts Peru.", " "],
            "id": [1, 2, 3, 4],
            "date": [date(2016, 8, 16), None, None, None],
            "title": ["A base", "", None, None],
            "vector": [[0.1], [0.2], [0.3], [0.4]],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    first, empty, third, blank = read(tmp_path / "a.parquet")
    assert first == Article.of(
        id="1", text="Iran hosts Russia.", title="A base", published="2016-08-16"
    )
    assert told([third]) == ["3"]
    assert told([empty, blank]) == [
        f"a.parquet: row {n}: text is empty; an article needs words" for n in (2, 4)
    ]


def test_times_and_other_types_of_parquet(tmp_path: Path) -> None:
    stamped = pa.table({"text": ["Iran."], "date": [datetime(2016, 8, 16, 23, 10)]})
    pq.write_table(stamped, tmp_path / "a.parquet")
    [article] = read(tmp_path / "a.parquet")
    assert isinstance(article, Article)
    assert article.published == "2016-08-16"
    pq.write_table(pa.table({"text": [1.5]}), tmp_path / "b.parquet")
    assert told(read(tmp_path / "b.parquet")) == [
        "b.parquet: row 1: column 'text' holds float; it must hold text"
    ]
    pq.write_table(pa.table({"body": ["Iran."]}), tmp_path / "c.parquet")
    assert "no column 'text' with the text; there are body" in told(read(tmp_path / "c.parquet"))[0]


def test_parquet_in_an_archive_and_cut_off(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["Iran hosts Russia."] * 40}), tmp_path / "a.parquet")
    data = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.zip").write_bytes(zipped({"b.parquet": data}))
    assert told(read(tmp_path / "a.zip"))[39] == "a/b-40"
    for length in range(0, len(data) - 1, 97):
        (tmp_path / "a.parquet").write_bytes(data[:length])
        [skip] = read(tmp_path / "a.parquet")
        assert "not Parquet that can be read" in str(skip)
