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
from kg.graph.merging import Matcher
from kg.graph.resolution import Identities, iri_of_node, resolve
from kg.model import Entity, Reading

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
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, a date in month 13, brackets nested without end.
        raise InputError(f"not TOML that can be read: {error}") from error
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
    readings: Iterable[Reading],
    decisions: Decisions,
    *,
    base: str,
    unapplied: Callable[[str], None] | None = None,
) -> Identities:
    """Decide which entities of readings are one; what people decided comes first.

    Args:
        readings: at most one an article, in the order of their ids; gone through once, or twice if
            people split an entity.
        decisions: replayed in this order: splits, merges, then the program's own choice, and last
            names and classes.
        base: the IRI that instance names start with.
        unapplied: called with a line for each decision that no longer applies.
    """
    tell = unapplied or (lambda _: None)
    matcher = _with_splits(readings, [d for d in decisions.items if d.kind == "split"], base, tell)
    for one in (d for d in decisions.items if d.kind == "merge"):
        missing = _merge(one, matcher, base)
        if missing:
            tell(f"{one}: no longer applies: {missing}")
    matcher.match()
    found = resolve(matcher)
    labels, types, reasons = dict(found.labels), dict(found.types), dict(found.reasons)
    for one in (d for d in decisions.items if d.kind in ("rename", "retype")):
        nodes = _nodes(one.entities[0], matcher, base)
        if not nodes:
            tell(f"{one}: no longer applies: no entity {one.entities[0]}")
        for iri in sorted({iri_of_node(node, matcher, found) for node in nodes}):
            (labels if one.kind == "rename" else types)[iri] = one.value
            reasons[iri] = (*reasons.get(iri, ()), ("decided", _why(one, f"{one.kind}d")))
    return replace(found, labels=labels, types=types, reasons=reasons)


def _nodes(reference: str, matcher: Matcher, base: str) -> list[Local]:
    """The entities that a reference means, in one article or in all."""
    _, _, article = reference.partition("@")
    return matcher.locals(_iri(reference, base), article or None)


def _iri(reference: str, base: str) -> str:
    iri = reference.partition("@")[0]
    return iri if iri.startswith(base) else f"{base}entity/{iri}"


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


def _with_splits(
    readings: Iterable[Reading], splits: Sequence[Decision], base: str, tell: Callable[[str], None]
) -> Matcher:
    """A matcher that keeps apart what people split; what else it joins is seen in a first one."""
    if not splits:
        return Matcher(readings)
    loose = {
        (article, iri)
        for one in splits
        for iri in (_iri(one.entities[0], base),)
        for article in one.articles
    }
    seen, matcher = Matcher(readings, loose), Matcher(readings, loose)
    seen.match()
    for one in splits:
        nodes = _nodes(one.entities[0], seen, base)
        groups = seen.groups.distinct(nodes)
        members = {*nodes, *(member for group in groups for member in seen.groups.members(group))}
        inside = sorted(member for member in members if member[0] in one.articles)
        outside = sorted(member for member in members if member[0] not in one.articles)
        if not inside or not outside:
            what = f"{one.entities[0]} is not both in these articles and in others"
            tell(f"{one}: no longer applies: {what}")
        for member in inside:
            for other in outside:
                matcher.groups.keep_apart(member, other, _why(one, "split"))
    return matcher


def _why(one: Decision, done: str) -> str:
    return f"{done} by decision" + (f": {one.note}" if one.note else "")


def references(entity: Entity, articles: Iterable[str], base: str) -> list[str]:
    """Write an entity of a graph as decisions name it.

    Args:
        entity: one whose IRI has a suffix, since others have its name, goes by its articles.
        articles: that name it.
        base: the IRI that instance names start with.

    Example:
        >>> apart = Entity(id="b/entity/person/x_port-12ab34", label="X", type="Person")
        >>> references(apart, ["port", "quay"], "b/")
        ['person/x@port', 'person/x@quay']
    """
    plain, _, suffix = entity.id.removeprefix(f"{base}entity/").partition("_")
    return [f"{plain}@{article}" for article in sorted(articles)] if suffix else [plain]
