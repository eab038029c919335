"""Reading ↔ bytes: how the store keeps what one article gave.

What may go in: the form of one stored reading. It is compressed JSON, in which a value of
`kg.model` is the list of its fields in their order and an entity its place in a table, so that it
stands once. `shape()` is a hash of all classes and fields: a store whose shape is another one was
written by another program and is not read. `details` keeps rejects and mentions.
"""

from __future__ import annotations

import hashlib
import json
import sys
import types
import typing
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, TypeVar, Union

from kg.model import Article, Entity, Reading, Relation

_LEFT_OUT = frozenset(("rejects", "mentions"))
_LEVEL = 6  # of compression: 9 costs three times the time for 2 % of the size
# Fields of few different values: the same text is one object in all that is read.
_FEW = frozenset(("datatype", "kind", "modality", "polarity", "rule", "type"))


@dataclass(frozen=True, slots=True)
class Table:
    """What stands once in a reading, and is one object after it is read: entities, and texts."""

    entities: list[Entity]
    texts: dict[str, str]


_Kind = TypeVar("_Kind")
Places = dict[Entity, int]
_Encoder = Callable[[Any, Places], Any]
_Decoder = Callable[[Any, Table], Any]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the values of one class are kept: the names of its fields, what writes and reads each.

    A field that has neither is kept as it is.
    """

    kind: Callable[..., Any]
    names: tuple[str, ...]
    read: Callable[[Any], tuple[Any, ...]]  # all fields of a value
    encoders: tuple[tuple[int, _Encoder], ...]
    decoders: tuple[tuple[int, _Decoder], ...]


def digest_of(article: Article) -> str:
    """Hash everything that the reading of an article depends on: text, id, title, date, source.

    Example:
        >>> digest_of(Article.of(id="a", text="Rain."))[:8]
        '0539df3f'
    """
    parts = [article.id, article.sha256, article.title, article.published]
    content = json.dumps([*parts, article.source, article.url])
    return hashlib.sha256(content.encode()).hexdigest()


def encode(reading: Reading) -> bytes:
    """Give the bytes of a reading; equal readings give equal bytes.

    Example:
        >>> from kg.model import Article
        >>> reading = Reading(article=Article.of(id="a", text="Rain."), statements=())
        >>> decode(encode(reading)) == reading
        True
    """
    table: Places = {}
    body = row_of_value(reading, table)
    entities = [row_of_value(entity, table) for entity in table]
    content = json.dumps([entities, body], separators=(",", ":"))
    return zlib.compress(content.encode("ascii"), _LEVEL)


def decode(content: bytes) -> Reading:
    """Make the reading again.

    Raises:
        ValueError: the bytes are damaged, or of another form.
    """
    try:
        rows, body = json.loads(zlib.decompress(content))
        table = Table([], {})
        table.entities.extend([value_of_row(Entity, row, table) for row in rows])
        return value_of_row(Reading, body, table)
    except (zlib.error, TypeError, IndexError, KeyError, RecursionError) as error:
        raise ValueError(str(error)) from error


def row_of_value(value: Any, table: Places) -> list[Any]:
    """Give the fields of a value as JSON holds them.

    Args:
        value: of a class of `kg.model` that a reading is made of.
        table: of the entities so far; those of the value are added.
    """
    plan = _plan(value.__class__)
    row = list(plan.read(value))
    for i, encoder in plan.encoders:
        row[i] = encoder(row[i], table)
    return row


def value_of_row(kind: type[_Kind], row: list[Any], table: Table) -> _Kind:
    """Make a value again.

    Args:
        kind: its class.
        row: its fields; it is changed.
        table: of its entities.
    """
    return typing.cast(_Kind, _made(_plan(typing.cast(Any, kind)), row, table))


def _made(plan: _Plan, row: list[Any], table: Table) -> Any:
    for i, decoder in plan.decoders:
        row[i] = decoder(row[i], table)
    return plan.kind(**dict(zip(plan.names, row, strict=True)))


@cache
def _plan(kind: Any) -> _Plan:
    hints = typing.get_type_hints(kind)
    names = tuple(f.name for f in fields(kind) if f.name not in _LEFT_OUT)
    decoders = (_few if name in _FEW else _decoder(hints[name]) for name in names)
    return _Plan(
        kind=_relation if kind is Relation else kind,
        names=names,
        read=attrgetter(*names),
        encoders=tuple((i, e) for i, name in enumerate(names) if (e := _encoder(hints[name]))),
        decoders=tuple((i, d) for i, d in enumerate(decoders) if d),
    )


@lru_cache(maxsize=10_000)
def _relation(id: str, label: str) -> Relation:
    return Relation(id=id, label=label)


def _few(text: str, table: Table) -> str:
    return sys.intern(text)


def _text(text: str, table: Table) -> str:
    return table.texts.setdefault(text, text)


def _encoder(hint: Any) -> _Encoder | None:
    """What writes a field of this type; None for what JSON holds as it is, tuples too."""
    if hint is Entity:
        return lambda entity, table: table.setdefault(entity, len(table))
    if is_dataclass(hint):
        return row_of_value
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    each = [_encoder(part) for part in parts if part is not Ellipsis]
    if not any(each):
        return None
    if origin is not tuple:
        return _any_of(parts)
    if parts[-1] is Ellipsis and (write := each[0]):
        return lambda value, table: [write(one, table) for one in value]
    return lambda value, table: [
        one if write is None else write(one, table) for one, write in zip(value, each, strict=True)
    ]


def _any_of(parts: Iterable[Any]) -> _Encoder:
    """An entity or a value of another class; None stays None."""
    encoders = {part: _encoder(part) for part in parts}

    def write(value: Any, table: Places) -> Any:
        encoder = encoders[value.__class__]
        return value if encoder is None else encoder(value, table)

    return write


def _decoder(hint: Any) -> _Decoder | None:
    """What reads a field of this type; None for what JSON holds as it is."""
    if hint is str:
        return _text
    if hint is Entity:
        return lambda place, table: table.entities[place]
    if is_dataclass(hint):
        plan = _plan(typing.cast(type, hint))
        return lambda row, table: _made(plan, row, table)
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return _tuple(parts)
    if origin in (Union, types.UnionType):
        return _union([part for part in parts if part is not type(None)])
    return None


def _tuple(parts: tuple[Any, ...]) -> _Decoder:
    if parts[-1] is not Ellipsis:
        each = [_decoder(part) for part in parts]
        return lambda row, table: tuple(
            value if read is None else read(value, table)
            for value, read in zip(row, each, strict=True)
        )
    read = _decoder(parts[0])
    if read is None:
        return lambda row, table: tuple(row)
    return lambda row, table: tuple([read(value, table) for value in row])


def _union(parts: list[Any]) -> _Decoder | None:
    """An entity, which is a number, or else a value of the one other class; None stays None."""
    readers = {part is Entity: _decoder(part) for part in parts}
    if set(readers.values()) == {None}:
        return None

    def read(value: Any, table: Table) -> Any:
        decoder = None if value is None else readers[isinstance(value, int)]
        return value if decoder is None else decoder(value, table)

    return read


def _shape(kind: type, seen: dict[str, list[str]]) -> None:
    """Collect the fields of a class, and of every class that they hold."""
    if kind.__name__ in seen:
        return
    hints = typing.get_type_hints(kind)
    names = [f.name for f in fields(kind) if f.name not in _LEFT_OUT]
    seen[kind.__name__] = [f"{name}: {hints[name]}" for name in names]
    waiting = [hints[name] for name in names]
    while waiting:
        hint = waiting.pop()
        waiting += typing.get_args(hint)
        if is_dataclass(hint):
            _shape(typing.cast(type, hint), seen)


@cache
def shape() -> str:
    """Give a hash of the classes that a reading is made of, as 16 hexadecimal digits."""
    seen: dict[str, list[str]] = {}
    _shape(Reading, seen)
    return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()[:16]
