"""The readings of a store, by article, in one SQLite file (https://www.sqlite.org/fileformat.html).

What may go in: opening and checking the file, and putting readings in and taking them out. What
they mean together is told by `folded`. Each change is a transaction, so whoever is killed leaves
what was committed; SQLite undoes the rest when the file is opened next. One program writes at a
time: it holds SQLite's lock of an empty file beside the readings, `lock`, on any system.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kg.errors import GraphError, OutputError
from kg.model import Article, Reading
from kg.store.codec import decode, digest_of, shape
from kg.store.details import Details, decode_details
from kg.store.rows import Row, row_of

READINGS = "readings.sqlite"
_LOCK = "lock"
_APPLICATION = 0x6B672D31  # "kg-1", so that another program's file is not taken for a store
SCHEMA = 2
_PATIENCE = 10.0  # seconds that a reader waits while a writer commits
_TABLES = (
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE reading (article BLOB PRIMARY KEY, digest TEXT NOT NULL,"
    " statements INTEGER NOT NULL, content BLOB NOT NULL, details BLOB NOT NULL)",
)


class Readings:
    """An open store of readings; made with `open_readings` or `writing`."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, is_private: bool = False
    ) -> None:
        self.path = path
        self._connection = connection
        self._is_private = is_private  # nobody else can write

    def settings(self) -> dict[str, str]:
        """Give what the store was made with: base, model, digests of what was read with it."""
        with self._translated():
            return dict(self._connection.execute("SELECT name, value FROM setting"))

    def is_begun(self) -> bool:
        """Whether a build has told what the store is made with."""
        return "base" in self.settings()

    def set(self, settings: Mapping[str, str]) -> None:
        """Keep settings, beside those that are there."""
        with self._transaction():
            rows = sorted(settings.items())
            self._connection.executemany("REPLACE INTO setting VALUES (?, ?)", rows)

    def digest(self, article: str) -> str | None:
        """Give the digest of one article as it was read; None if it was not."""
        with self._translated():
            query = "SELECT digest FROM reading WHERE article = ?"
            row = self._connection.execute(query, (_key(article),)).fetchone()
        return str(row[0]) if row else None

    def digests(self) -> dict[str, str]:
        """Give the digest of each article that was read, by article id, in the order of the ids."""
        with self._translated():
            rows = self._connection.execute("SELECT article, digest FROM reading ORDER BY article")
            return {_name(key): digest for key, digest in rows}

    def details(self, article: Article) -> Details | None:
        """Give the mentions and rejects of an article; None if it is not the one that was read.

        Raises:
            GraphError: they are damaged.
        """
        with self._translated():
            query = "SELECT digest, details FROM reading WHERE article = ?"
            row = self._connection.execute(query, (_key(article.id),)).fetchone()
        if row is None or row[0] != digest_of(article):
            return None
        with self._undamaged(article.id):
            return decode_details(row[1])

    def counts(self) -> tuple[int, int]:
        """Give how many articles there are, and how many statements, article by article."""
        with self._translated():
            query = "SELECT count(*), total(statements) FROM reading"
            articles, statements = self._connection.execute(query).fetchone()
            return articles, int(statements)

    def put(self, reading: Reading) -> None:
        """Keep the reading of an article in place of the one there was; it is on disk after it."""
        self.keep(row_of(reading))

    def keep(self, row: Row) -> None:
        """Keep a reading that is a row already."""
        values = (_key(row.article), row.digest, row.statements, row.content, row.details)
        with self._transaction():
            self._connection.execute("REPLACE INTO reading VALUES (?, ?, ?, ?, ?)", values)

    def remove(self, articles: Iterable[str]) -> None:
        """Take articles out: all of them, or none.

        Raises:
            GraphError: there is none of an id.
        """
        query = "DELETE FROM reading WHERE article = ?"
        with self._transaction():
            for article in dict.fromkeys(articles):
                if not self._connection.execute(query, (_key(article),)).rowcount:
                    raise GraphError(f"{self.path}: no article {article!r} in the store")

    def __iter__(self) -> Iterator[Reading]:
        """Give the readings in the order of their articles' ids."""
        return iter(self.snapshot())

    def snapshot(self) -> Snapshot:
        """Give the readings as they are now, to go through as often as is wanted."""
        if self._is_private:
            return Snapshot(self.path, self._rows)
        # all at once: while a query is open, no writer can commit
        rows = list(self._rows())
        return Snapshot(self.path, lambda: rows)

    def _rows(self) -> Iterator[tuple[bytes, bytes]]:
        with self._translated():
            query = "SELECT article, content FROM reading ORDER BY article"
            yield from self._connection.execute(query)

    @contextmanager
    def _undamaged(self, article: str) -> Iterator[None]:
        try:
            yield
        except ValueError as error:
            raise GraphError(
                f"{self.path}: the reading of article {article!r} is damaged ({error}): "
                "remove it with kg remove and add the article again"
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _told(self.path, error) from error


class Snapshot:
    """The readings of one moment, in the order of their articles' ids; made anew for each use."""

    def __init__(self, path: Path, rows: Callable[[], Iterable[tuple[bytes, bytes]]]) -> None:
        self._path, self._rows = path, rows

    def __iter__(self) -> Iterator[Reading]:
        for key, content in self._rows():
            try:
                yield decode(content)
            except ValueError as error:
                raise GraphError(
                    f"{self._path}: the reading of article {_name(key)!r} is damaged ({error}): "
                    "remove it with kg remove and add the article again"
                ) from error


@contextmanager
def temporary() -> Iterator[Readings]:
    """Open a store that is nobody else's and goes when it is closed.

    SQLite keeps it in memory while it is small, and then in a file that has no name.
    """
    connection = sqlite3.connect("", isolation_level=None)
    try:
        readings = Readings(Path("temporary store"), connection, is_private=True)
        _make(readings)
        yield readings
    finally:
        connection.close()


def is_store(path: Path | str) -> bool:
    """Tell whether a path is a folder, which a graph file never is."""
    return Path(path).is_dir()


def has_readings(path: Path | str) -> bool:
    """Tell whether a folder has the file of a store."""
    return (Path(path) / READINGS).exists()


@contextmanager
def open_readings(path: Path | str) -> Iterator[Readings]:
    """Open the readings of a store that is there.

    Raises:
        GraphError: there is no store, it is damaged, or another version of the program made it.
    """
    folder = Path(path)
    if not (folder / READINGS).is_file():
        raise GraphError(f"{path}: no store: it has no file {READINGS}")
    with _opened(folder) as readings:
        if not (_is_made(readings) and readings.is_begun()):
            raise GraphError(f"{path}: the store is empty: a build that was to make it was stopped")
        yield readings


@contextmanager
def writing(path: Path | str, *, create: bool = False) -> Iterator[Readings]:
    """Open the readings of a store to change them; nobody else can meanwhile.

    Args:
        create: make the store, if there is none.

    Raises:
        GraphError: as for `open_readings`; or another program is writing.
        OutputError: the folder cannot be made, or holds something else.
    """
    folder = Path(path)
    if not create and not (folder / READINGS).is_file():
        raise GraphError(f"{path}: no store: it has no file {READINGS}")
    _check_place(folder)
    with _locked(folder), _opened(folder) as readings:
        if not _is_made(readings):
            _make(readings)
        yield readings


def _check_place(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = [one.name for one in folder.iterdir() if one.name not in (_LOCK, READINGS)]
    except OSError as error:
        raise OutputError(f"{folder}: no store can be made there: {error.strerror}") from error
    if others and not (folder / READINGS).is_file():
        raise OutputError(
            f"{folder}: no store, and not empty: it holds {min(others)}; name a new folder"
        )


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the writer's lock; the system lets go of it when the program ends, however it ends."""
    try:
        lock = sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None)
    except sqlite3.Error as error:
        raise _told(folder, error) from error
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise _told(folder, error) from error
            raise GraphError(
                f"{folder}: another kg is writing to this store: wait until it has ended"
            ) from error
        yield
    finally:
        lock.close()


@contextmanager
def _opened(folder: Path) -> Iterator[Readings]:
    try:
        connection = sqlite3.connect(
            folder / READINGS, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise _told(folder, error) from error
    try:
        readings = Readings(folder, connection)
        _check_form(readings, folder, connection)
        yield readings
    finally:
        connection.close()


def _check_form(readings: Readings, folder: Path, connection: sqlite3.Connection) -> None:
    """Refuse what is not a store, or a store of another form: it would be misread."""
    try:
        [application] = connection.execute("PRAGMA application_id").fetchone()
        [schema] = connection.execute("PRAGMA user_version").fetchone()
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        _check_length(folder, connection)
    except sqlite3.Error as error:
        raise _told(folder, error) from error
    if not tables:
        return
    if application != _APPLICATION:
        raise GraphError(f"{folder}: {READINGS} is a database, but not a store of kg")
    kept = readings.settings().get("shape")
    if schema != SCHEMA or kept != shape():
        raise GraphError(
            f"{folder}: the store was written by another version of kg (form {schema}, {kept}; "
            f"this one reads form {SCHEMA}, {shape()}): build it again from its articles"
        )


def _check_length(folder: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file that was cut: SQLite takes what is missing of its last page for zeros."""
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    [size] = connection.execute("PRAGMA page_size").fetchone()
    if (folder / READINGS).stat().st_size < pages * size:
        raise sqlite3.DatabaseError("the file was cut short")


def _is_made(readings: Readings) -> bool:
    with readings._translated():
        query = "SELECT count(*) FROM sqlite_schema"
        return bool(readings._connection.execute(query).fetchone()[0])


def _make(readings: Readings) -> None:
    with readings._transaction():
        for table in _TABLES:
            readings._connection.execute(table)
        readings._connection.execute("INSERT INTO setting VALUES ('shape', ?)", (shape(),))
        readings._connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        readings._connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _told(folder: Path, error: sqlite3.Error) -> GraphError | OutputError:
    """Say what SQLite could not do."""
    if isinstance(error, sqlite3.OperationalError):
        return OutputError(f"{folder}: the store cannot be used: {error}")
    return GraphError(
        f"{folder}: the store is damaged ({error}): restore a copy of it, or build it again"
    )


def _key(article: str) -> bytes:
    return article.encode("utf-8", "surrogatepass")


def _name(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
