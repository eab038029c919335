"""Tables: CSV and Parquet, one article a row.

What may go in here: the columns of an article, and reading rows one by one. The columns are named
as the fields of an article in JSON are (`text`, `id`, `title`, `date`, `source`, `url`), or as
`Options.columns` says; others are ignored. CSV follows https://www.rfc-editor.org/rfc/rfc4180,
with commas, semicolons, tabs or bars; its first row names the columns.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import ArticleError, LimitError
from kg.ingest.bounded import lines
from kg.ingest.draft import Draft
from kg.ingest.options import FIELDS, Options
from kg.ingest.text import decode, newlines

if TYPE_CHECKING:
    import pyarrow.parquet

_DELIMITERS = ",;\t|"
_NO_ROWS = "no rows; the first names the columns, each other one is an article"
_ROWS = 16  # of Parquet that are held at once: an article may be long


def read_csv(stream: BinaryIO, options: Options) -> Iterator[Draft | ArticleError]:
    """Read one article a row.

    Args:
        stream: UTF-8 bytes; never held as a whole.
        options: its columns and limits.

    Yields:
        The article of each row, or what is wrong with it. Rows are counted without the first.

    Raises:
        ArticleError: no row at all, or no column with the text.

    Example:
        >>> import io
        >>> [one] = read_csv(io.BytesIO(b"body,date\\nIran hosts Russia.,2016-08-16"),
        ...                  Options(columns={"text": "body"}))
        >>> one.text, one.published, one.place
        ('Iran hosts Russia.', '2016-08-16', 'row 1')
    """
    source = lines(stream, options.limits)
    header, delimiter = _header(source, options)
    # The module has one limit for the whole process; a line has had ours already.
    csv.field_size_limit(
        max(csv.field_size_limit(), int(min(options.limits.file_bytes, 2**31 - 1)))
    )
    rows = csv.reader(_Decoded(source), delimiter=delimiter, strict=True)
    number = 0
    for row in _each(rows):
        number += 1
        place = f"row {number}"
        try:
            if isinstance(row, ArticleError):
                raise row
            if row:
                yield _draft(_named(header, row), options, place, number)
        except LimitError as error:
            yield LimitError(f"{place}: {error}")
        except ArticleError as error:
            yield ArticleError(f"{place}: {error}")
    if not number:
        raise ArticleError(_NO_ROWS)


def _header(source: Iterator[bytes | LimitError], options: Options) -> tuple[list[str], str]:
    first = next(source, b"")
    if isinstance(first, LimitError):
        raise first
    line = decode(first).strip("\n")
    wanted = options.column("text")
    for delimiter in _DELIMITERS:
        with suppress(csv.Error):
            names = [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
            if wanted in names:
                return names, delimiter
    raise _no_column(wanted, [line[:200]])


def _no_column(wanted: str, names: Iterable[str]) -> ArticleError:
    return ArticleError(
        f"no column {wanted!r} with the text; there are {', '.join(names) or 'none'} "
        "(--column text=NAME names it)"
    )


class _Decoded(Iterator[str]):
    """Lines as text. It goes on after a line that it raised for, as a generator cannot."""

    def __init__(self, source: Iterator[bytes | LimitError]) -> None:
        self._source = source

    def __next__(self) -> str:
        line = next(self._source)
        if isinstance(line, LimitError):
            raise line
        return decode(line)


def _each(rows: Iterator[list[str]]) -> Iterator[list[str] | ArticleError]:
    """Rows, and an error in place of one that breaks the format; the next begins on a new line."""
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield ArticleError(f"not CSV: {error}")
        except ArticleError as error:
            yield error


def _named(header: list[str], row: list[str]) -> dict[str, object]:
    if len(row) != len(header):
        raise ArticleError(f"{len(row)} values, but the first row names {len(header)} columns")
    return dict(zip(header, row, strict=True))


def read_parquet(stream: BinaryIO, options: Options) -> Iterator[Draft | ArticleError]:
    """Read one article a row.

    Args:
        stream: one that can seek; a few rows are held at once.
        options: its columns and limits.

    Yields:
        The article of each row, or what is wrong with it.

    Raises:
        ArticleError: pyarrow is not installed, the file is damaged, or has no column with the text.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ArticleError("Parquet needs a library: pip install 'kg-news[parquet]'") from error
    number = 0
    try:
        for row in _parquet_rows(pyarrow.parquet.ParquetFile(stream), options):
            number += 1
            place = f"row {number}"
            try:
                yield _draft(row, options, place, number)
            except ArticleError as error:
                yield ArticleError(f"{place}: {error}")
    except (pyarrow.ArrowException, OSError, UnicodeError, OverflowError) as error:
        after = f" after row {number}" if number else ""
        raise ArticleError(f"not Parquet that can be read{after}: {error}") from error
    if not number:
        raise ArticleError(_NO_ROWS)


def _parquet_rows(
    file: pyarrow.parquet.ParquetFile, options: Options
) -> Iterator[Mapping[str, object]]:
    names = file.schema_arrow.names
    wanted = options.column("text")
    if wanted not in names:
        raise _no_column(wanted, names)
    columns = [name for name in map(options.column, FIELDS) if name in names]
    twice = [name for name in columns if names.count(name) > 1]
    if twice:
        raise ArticleError(f"there are two columns {twice[0]!r}")
    for batch in file.iter_batches(batch_size=_ROWS, columns=columns, use_threads=False):
        for index in range(batch.num_rows):
            yield {name: batch.column(name)[index].as_py() for name in columns}


def _draft(row: Mapping[str, object], options: Options, place: str, number: int) -> Draft:
    found = {name: _words(row.get(options.column(name)), options.column(name)) for name in FIELDS}
    return Draft(
        text=newlines(found["text"] or ""),
        id=found["id"],
        title=found["title"],
        published=found["date"],
        source=found["source"],
        url=found["url"],
        place=place,
        number=number,
    )


def _words(value: object, name: str) -> str | None:
    """A field as text: dates in ISO 8601, whole numbers in digits."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ArticleError(f"column {name!r} holds {type(value).__name__}; it must hold text")
