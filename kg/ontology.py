"""Reads `ontologies/`: classes, relations, lexicon. What may go in: reading and checking it.

The lexicon follows OntoLex (https://www.w3.org/2016/05/ontolex/): an entry is a word with a part
of speech; a sense refers to a relation (`kg:attacks`) or to a class (`kg:Facility`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model import MODALITIES, POLARITIES, Modality, Polarity
from kg.namespaces import KG, PREFIXES, ontologies_folder

_TYPE = PREFIXES["rdf"] + "type"
_FILES = ("kg.ttl", "lexicon*.ttl")
T = TypeVar("T", bound=str)
_CLOSED: dict[str, tuple[str, ...]] = {
    KG + "modality": MODALITIES,
    KG + "complementModality": MODALITIES,
    KG + "polarity": POLARITIES,
    KG + "complementPolarity": POLARITIES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A relation of the ontology; `domain` and `range` are class names."""

    name: str
    label: str
    domain: str
    range: str
    definition: str = ""
    inverse: str | None = None
    parents: tuple[str, ...] = ()
    event_type: str | None = None  # one of PLOVER's sixteen, inherited from parents
    symmetric: bool = False
    former: str | None = None  # what it becomes of a former holder: leads, led
    deputy: str | None = None  # what it becomes of a deputy: leads, works for


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning of a word: the relation or class it stands for, and under which conditions.

    `marker` is the preposition that marks the object ("" is the direct object, or, for a noun,
    its possessor, "of" phrase, nationality adjective or compound). `inverse` exchanges subject
    and object.
    """

    reference: str
    marker: str = ""
    inverse: bool = False
    subject_type: str | None = None
    object_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word of the lexicon, its senses, and what it does to the clause it governs.

    `complement_*` hold for a clause or noun that the word governs ("plan to", "fail to");
    `modality` and `polarity` for the clause it modifies ("reportedly", "never", "if").
    """

    lemma: str
    pos: str
    senses: tuple[Sense, ...] = ()
    classes: tuple[str, ...] = ()  # class references: what a noun names
    flags: frozenset[str] = frozenset()
    modality: Modality | None = None
    polarity: Polarity | None = None
    complement_modality: Modality | None = None
    complement_polarity: Polarity | None = None

    def is_a(self, flag: str) -> bool:
        """Tell whether the entry carries a flag class such as "Attributing" or "Partitive"."""
        return flag in self.flags

    @property
    def governs(self) -> bool:
        """Whether the word makes a denial, a doubt, a plan or a fact of its complement."""
        return bool(self.complement_modality or self.complement_polarity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The classes, relations and words that the program knows."""

    classes: Mapping[str, frozenset[str]]  # class → itself and all above
    class_labels: Mapping[str, str]
    properties: Mapping[str, Property]
    plans: Mapping[str, str]  # event type → its type while only planned
    addressing: frozenset[str]  # event types that are done to somebody who acts
    entries: Mapping[tuple[str, str], Entry]
    terms: frozenset[str]
    digest: str
    _none: Entry = field(default_factory=lambda: Entry(lemma="", pos=""))

    def word(self, lemma: str, pos: str) -> Entry:
        """Give the entry of a word, or an empty entry when the lexicon lacks it.

        Args:
            lemma: lower case, with the particle for particle verbs ("carry out").
            pos: "verb", "noun", "adjective", "adverb", "modal", "conjunction" or "preposition".
        """
        found = self.entries.get((lemma, pos))
        return self._none if found is None else found

    def is_locative(self, preposition: str) -> bool:
        """Tell whether a preposition says where something is or happens."""
        return self.word(preposition, "preposition").is_a("Locative")

    def is_a(self, kind: str, of: str) -> bool:
        """Tell whether class `kind` is `of` or below it.

        Example:
            >>> load_ontology().is_a("Country", "Place")
            True
        """
        return of in self.classes.get(kind, frozenset((kind, "Entity")))


def load_ontology(extra: Sequence[Path] = ()) -> Ontology:
    """Read the ontology, and the files that a user adds.

    Args:
        extra: further Turtle files of the same form; their entries add senses to ours.

    Raises:
        OntologyError: a file does not parse, or a sense names an unknown relation or class.

    Example:
        >>> load_ontology().properties["uses"].label
        'uses'
    """
    folder = ontologies_folder()
    paths = [path for name in _FILES for path in sorted(folder.glob(name))] + list(extra)
    digest = hashlib.sha256()
    table = _Table()
    for path in paths:
        data = _read(path)
        digest.update(data)
        table.add(_parse(path, data), path)
    classes = _classes(table)
    properties = _properties(table, classes)
    entries = Lexicon(table, classes, properties)
    return Ontology(
        classes=MappingProxyType(classes),
        class_labels=MappingProxyType({n: table.text(KG + n, "rdfs:label") or n for n in classes}),
        properties=MappingProxyType(properties),
        plans=MappingProxyType(_plans(table)),
        addressing=frozenset(
            iri.removeprefix(KG)
            for iri in table.instances("kg:EventType")
            if table.text(iri, "kg:addresses") == "true"
        ),
        entries=entries,
        terms=frozenset(s.removeprefix(KG) for s in table.rows if s.startswith(KG)),
        digest=digest.hexdigest(),
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error


def _parse(path: Path, data: bytes) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(data, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
    except SyntaxError as error:
        raise OntologyError(f"{path}: not Turtle: {error}") from error


class _Table:
    """Triples by subject, as plain strings."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[str, str]]] = {}
        self.referred: dict[str, Path] = {}  # what senses refer to, and in which file
        self.origin: dict[str, Path] = {}  # where a term was declared
        self._of_type: dict[str, set[str]] = {}

    def add(self, quads: Iterable[ox.Quad], path: Path) -> None:
        rows, reference = self.rows, _expanded("ontolex:reference")
        for quad in quads:
            subject = quad.subject.value  # type: ignore[union-attr]
            kind = quad.predicate.value
            value = quad.object.value  # type: ignore[union-attr]
            row = rows.get(subject)
            if row is None:
                rows[subject] = [(kind, value)]
            else:
                row.append((kind, value))
            if kind == _TYPE:
                self._of_type.setdefault(value, set()).add(subject)
                self.origin[subject] = path
            elif kind == reference:
                self.referred[value] = path
            elif kind in _CLOSED and value not in _CLOSED[kind]:
                lemma = self.text(subject, "rdfs:label") or subject
                allowed = ", ".join(_CLOSED[kind])
                message = f"lexicon entry {lemma!r}: {value!r} is none of {allowed}"
                raise OntologyError(f"{path}: {message}")

    def values(self, subject: str, curie: str) -> list[str]:
        wanted = _expanded(curie)
        return [value for kind, value in self.rows.get(subject, ()) if kind == wanted]

    def text(self, subject: str, curie: str) -> str | None:
        wanted = _expanded(curie)
        return next((v for kind, v in self.rows.get(subject, ()) if kind == wanted), None)

    def names(self, subject: str, curie: str) -> tuple[str, ...]:
        """The values that are terms of ours, without the namespace, sorted."""
        found = self.values(subject, curie)
        return tuple(sorted(v.removeprefix(KG) for v in found if v.startswith(KG)))

    def instances(self, curie: str) -> list[str]:
        return sorted(self._of_type.get(_expanded(curie), ()))


@cache
def _expanded(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


class Lexicon(Mapping[tuple[str, str], Entry]):
    """The entries by lemma and part of speech; each is read when first asked for."""

    def __init__(
        self, table: _Table, classes: Mapping[str, object], properties: Mapping[str, Property]
    ) -> None:
        self._table, self._classes, self._properties = table, classes, properties
        self._read: dict[tuple[str, str], Entry] = {}
        self._places = _places(table)
        _check_references(table, classes, properties)

    def __getitem__(self, key: tuple[str, str]) -> Entry:
        found = self._read.get(key)
        if found is None:
            entries = [
                _entry(self._table, iri, self._classes, self._properties)
                for iri in self._places[key]
            ]
            found = entries[0]
            for further in entries[1:]:
                found = _joined(found, further)
            self._read[key] = found
        return found

    def get(self, key: tuple[str, str], default: Any = None) -> Any:
        """Give an entry, or `default`: asked many times a word, and most words have none."""
        found = self._read.get(key)
        if found is None and key in self._places:
            found = self[key]
        return default if found is None else found

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _places(table: _Table) -> dict[tuple[str, str], list[str]]:
    """Where each word's entries stand."""
    found: dict[tuple[str, str], list[str]] = {}
    prefix = PREFIXES["lexinfo"]
    for iri in table.instances("ontolex:Word"):
        lemma, pos = table.text(iri, "rdfs:label"), table.text(iri, "lexinfo:partOfSpeech")
        if not lemma or not pos:
            raise OntologyError(f"lexicon entry {iri}: needs rdfs:label and lexinfo:partOfSpeech")
        found.setdefault((lemma, pos.removeprefix(prefix).removeprefix(KG)), []).append(iri)
    return found


def _check_references(
    table: _Table, classes: Mapping[str, object], properties: Mapping[str, Property]
) -> None:
    for value in sorted(table.referred):
        name = value.removeprefix(KG)
        if name not in properties and name not in classes:
            path = table.referred[value]
            raise OntologyError(f"{path}: a sense refers to {value}, which is not declared")


def _classes(table: _Table) -> dict[str, frozenset[str]]:
    direct = {
        iri.removeprefix(KG): table.names(iri, "rdfs:subClassOf")
        for iri in table.instances("owl:Class")
    }

    def above(name: str, path: tuple[str, ...]) -> set[str]:
        if name in path:
            raise OntologyError(f"class {name} is below itself: {' > '.join((*path, name))}")
        if name not in direct:
            raise OntologyError(f"class {path[-1]} is below {name}, which is not declared")
        return {name}.union(*(above(parent, (*path, name)) for parent in direct[name]))

    return {name: frozenset(above(name, ())) for name in direct}


def _properties(table: _Table, classes: Mapping[str, object]) -> dict[str, Property]:
    found = {}
    for iri in table.instances("kg:Relation"):
        name = iri.removeprefix(KG)
        domain, range_ = (table.names(iri, f"rdfs:{key}") for key in ("domain", "range"))
        for kind in (*domain, *range_):
            if kind not in classes:
                raise OntologyError(
                    f"{table.origin[iri]}: relation {name}: class {kind} is not declared"
                )
        found[name] = Property(
            name=name,
            label=table.text(iri, "rdfs:label") or name,
            domain=domain[0] if domain else "Entity",
            range=range_[0] if range_ else "Entity",
            definition=table.text(iri, "skos:definition") or "",
            inverse=next(iter(table.names(iri, "owl:inverseOf")), None),
            parents=table.names(iri, "rdfs:subPropertyOf"),
            event_type=_event_type(table, iri),
            symmetric=PREFIXES["owl"] + "SymmetricProperty" in table.values(iri, "rdf:type"),
            former=next(iter(table.names(iri, "kg:formerly")), None),
            deputy=next(iter(table.names(iri, "kg:asDeputy")), None),
        )
    return found


def _plans(table: _Table) -> dict[str, str]:
    types = table.instances("kg:EventType")
    planned = {iri.removeprefix(KG): table.names(iri, "kg:asPlan") for iri in types}
    return {name: found[0] for name, found in planned.items() if found}


def _event_type(table: _Table, iri: str, path: tuple[str, ...] = ()) -> str | None:
    if iri in path:
        ring = " > ".join(name.removeprefix(KG) for name in (*path, iri))
        raise OntologyError(f"relation is below itself: {ring}")
    parents = table.names(iri, "rdfs:subPropertyOf")
    above = [_event_type(table, KG + parent, (*path, iri)) for parent in parents]
    own = table.names(iri, "kg:eventType")
    return own[0] if own else next((kind for kind in above if kind), None)


def _entry(
    table: _Table, iri: str, classes: Mapping[str, object], properties: Mapping[str, Property]
) -> Entry:
    lemma = table.text(iri, "rdfs:label") or ""
    pos = table.text(iri, "lexinfo:partOfSpeech") or ""
    senses, named = [], []
    for node in table.values(iri, "ontolex:sense"):
        for reference in table.names(node, "ontolex:reference"):
            if reference in properties:
                senses.append(_sense(table, node, reference))
            else:
                named.append(reference)
    return Entry(
        lemma=lemma,
        pos=pos.removeprefix(PREFIXES["lexinfo"]).removeprefix(KG),
        senses=tuple(sorted(senses, key=lambda s: (s.marker != "", str(s)))),
        classes=tuple(sorted(named)),
        flags=frozenset(n for n in table.names(iri, "rdf:type")),
        modality=_one_of(MODALITIES, table.text(iri, "kg:modality")),
        polarity=_one_of(POLARITIES, table.text(iri, "kg:polarity")),
        complement_modality=_one_of(MODALITIES, table.text(iri, "kg:complementModality")),
        complement_polarity=_one_of(POLARITIES, table.text(iri, "kg:complementPolarity")),
    )


def _sense(table: _Table, node: str, reference: str) -> Sense:
    return Sense(
        reference=reference,
        marker=table.text(node, "kg:marker") or "",
        inverse=table.text(node, "kg:inverse") == "true",
        subject_type=next(iter(table.names(node, "kg:subjectType")), None),
        object_type=next(iter(table.names(node, "kg:objectType")), None),
    )


def _one_of(allowed: Sequence[T], value: str | None) -> T | None:
    """The allowed value that a text is; the table holds no others."""
    return next((one for one in allowed if one == value), None)


def _joined(first: Entry, second: Entry) -> Entry:
    """The entry with the senses of both; what the second says of clauses wins."""
    return Entry(
        lemma=first.lemma,
        pos=first.pos,
        senses=tuple(dict.fromkeys((*first.senses, *second.senses))),
        classes=tuple(sorted({*first.classes, *second.classes})),
        flags=first.flags | second.flags,
        modality=second.modality or first.modality,
        polarity=second.polarity or first.polarity,
        complement_modality=second.complement_modality or first.complement_modality,
        complement_polarity=second.complement_polarity or first.complement_polarity,
    )
