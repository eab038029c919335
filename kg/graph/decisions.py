"""What people decided on entities, and replaying it. What may go in: reading `decisions.toml`, and
carrying out each decision on a matcher; writing the file is in `kg.export.decisions`.

Four lists, `merge`, `split`, `rename` and `retype`; each decision may have a note. An entity goes
by its IRI, or what follows `entity/` in it, as in the articles ("person/ann-lee"); with an article
after @ ("person/ann-lee@harbour") it is the one of this article alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.graph.context import Local
from kg.graph.merging import Identities, Matcher
from kg.model import Reading

_FIELDS: Mapping[str, Mapping[str, type]] = {
    "merge": {"entities": list},
    "split": {"entity": str, "articles": list},
    "rename": {"entity": str, "label": str},
    "retype": {"entity": str, "type": str},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision: `entities` are one (merge), or one of them is two (split), is called `value`
    (rename), or is of the class `value` (retype).

    Of a split, `value` is empty and `articles` are those whose entity is another than elsewhere.
    """

    kind: str
    entities: tuple[str, ...]
    articles: tuple[str, ...] = ()
    value: str = ""
    note: str = ""

    def __str__(self) -> str:
        articles = f" in {', '.join(self.articles)}" if self.articles else ""
        value = f" to {self.value!r}" if self.value else ""
        return f"{self.kind} {', '.join(self.entities)}{articles}{value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The decisions of a file, in its order, and its text."""

    items: tuple[Decision, ...] = ()
    text: str = ""


def read_decisions(path: Path | str) -> Decisions:
    """Read a file of decisions.

    Raises:
        InputError: it cannot be read, or a decision is not of the form.
    """
    try:
        return parse_decisions(Path(path).read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def parse_decisions(text: str) -> Decisions:
    """Make decisions of TOML.

    Raises:
        InputError: it is no TOML, or a decision is not of the form.

    Example:
        >>> found = parse_decisions('[[rename]]\\nentity = "person/x"\\nlabel = "Ann Lee"')
        >>> print(found.items[0])
        rename person/x to 'Ann Lee'
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not TOML: {error}") from error
    unknown = sorted(table.keys() - _FIELDS.keys())
    if unknown:
        raise InputError(f"no decision {unknown[0]!r}: allowed are {', '.join(_FIELDS)}")
    found = [
        _decision(kind, number, row)
        for kind in _FIELDS
        for number, row in enumerate(_rows(kind, table.get(kind, [])), 1)
    ]
    return Decisions(items=tuple(found), text=text)


def _rows(kind: str, rows: Any) -> list[dict[str, Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{kind}: write each decision below a line [[{kind}]]")
    return rows


def _decision(kind: str, number: int, row: Mapping[str, Any]) -> Decision:
    wanted = {**_FIELDS[kind], "note": str}
    for name, value in row.items():
        if name not in wanted or not isinstance(value, wanted[name]):
            allowed = ", ".join(
                f"{n} ({'a list' if t is list else 'text'})" for n, t in wanted.items()
            )
            raise InputError(f"{kind} {number}: {name} = {value!r}: allowed are {allowed}")
    missing = sorted(_FIELDS[kind].keys() - row.keys())
    if missing:
        raise InputError(f"{kind} {number}: needs {', '.join(missing)}")
    entities = tuple(map(str, row.get("entities", [row.get("entity")])))
    if kind == "merge" and len(entities) < 2:
        raise InputError(f"merge {number}: needs two entities or more")
    return Decision(
        kind=kind,
        entities=entities,
        articles=tuple(map(str, row.get("articles", ()))),
        value=row.get("label") or row.get("type") or "",
        note=row.get("note", ""),
    )


# ── carrying them out ────────────────────────────────────────────────────────────────────────────


def identify(
    readings: Sequence[Reading],
    decisions: Decisions,
    *,
    base: str,
    unapplied: Callable[[str], None] | None = None,
) -> Identities:
    """Decide which entities of readings are one; what people decided comes first.

    Args:
        readings: at most one an article; their order is of no matter.
        decisions: replayed in this order: splits, merges, then the program's own choice, and last
            names and classes.
        base: the IRI that instance names start with.
        unapplied: called with a line for each decision that no longer applies.
    """
    matcher = Matcher(readings)
    tell = unapplied or (lambda _: None)
    for kind, carry_out in (("split", _split), ("merge", _merge)):
        for one in (d for d in decisions.items if d.kind == kind):
            missing = carry_out(one, matcher, base)
            if missing:
                tell(f"{one}: no longer applies: {missing}")
    matcher.match()
    found = matcher.identities()
    labels, types, reasons = dict(found.labels), dict(found.types), dict(found.reasons)
    for one in (d for d in decisions.items if d.kind in ("rename", "retype")):
        nodes = _nodes(one.entities[0], matcher, base)
        if not nodes:
            tell(f"{one}: no longer applies: no entity {one.entities[0]}")
        for iri in sorted({matcher.iri(node, found) for node in nodes}):
            (labels if one.kind == "rename" else types)[iri] = one.value
            reasons[iri] = (*reasons.get(iri, ()), ("decided", _why(one, f"{one.kind}d")))
    return replace(found, labels=labels, types=types, reasons=reasons)


def _nodes(reference: str, matcher: Matcher, base: str) -> list[Local]:
    """The entities that a reference means, in one article or in all."""
    iri, _, article = reference.partition("@")
    prefix = f"{base}entity/"
    return matcher.locals(iri if iri.startswith(base) else prefix + iri, article or None)


def _merge(one: Decision, matcher: Matcher, base: str) -> str | None:
    found = [_nodes(reference, matcher, base) for reference in one.entities]
    for reference, nodes in zip(one.entities, found, strict=True):
        if not nodes:
            return f"no entity {reference}"
    first, *others = (node for nodes in found for node in nodes)
    for other in others:
        if not matcher.groups.join(first, other, "decided", _why(one, "merged")):
            return "another decision keeps them apart"
    return None


def _split(one: Decision, matcher: Matcher, base: str) -> str | None:
    nodes = _nodes(one.entities[0], matcher, base)
    inside = [node for node in nodes if node[0] in one.articles]
    outside = [node for node in nodes if node[0] not in one.articles]
    if not inside or not outside:
        return f"{one.entities[0]} is not both in these articles and in others"
    for node in inside:
        for other in outside:
            matcher.groups.keep_apart(node, other, _why(one, "split"))
    return None


def _why(one: Decision, done: str) -> str:
    return f"{done} by decision" + (f": {one.note}" if one.note else "")


def references(locals_: Iterable[Local], base: str) -> list[str]:
    """Write entities of articles as decisions name them, sorted."""
    return sorted(f"{iri.removeprefix(f'{base}entity/')}@{article}" for article, iri in locals_)
