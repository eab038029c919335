"""The named queries of `ontologies/queries/`: what they are called, what they need, asking them.

What may go in: reading those files and handing them their parameters. A file begins with comments:
the name, a sentence on what is told, and a line `# ?actor: what it means (name, needed)` for each
parameter: `name` if it is an entity's, `needed` if there is no answer without it. The query gets a
parameter's text from the function `f:given("actor")`, which is unbound if it was not given. So what
a user writes is a value, and never a part of a query.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError, QueryError
from kg.graph.description import closest
from kg.namespaces import fold, ontologies_folder
from kg.store.sparql import Functions, Results, query

_GIVEN = ox.NamedNode("https://kg.example/function#given")
_MARKS = re.compile(r"(.+?)(?: \(((?:name|needed|, )+)\))?")
_NAMES = "SELECT DISTINCT ?name { ?entity kg:named ?named ; rdfs:label|skos:altLabel ?name }"
_KNOWN = f"""ASK {{
  ?entity kg:named ?named ; rdfs:label|skos:altLabel ?name
  FILTER (LCASE(?name) = LCASE({_GIVEN}("name")))
}}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a named query can be given."""

    name: str
    meaning: str
    needed: bool
    is_name: bool  # of an entity


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A SPARQL query with a name and a description."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


def load_queries(folder: Path | None = None) -> tuple[NamedQuery, ...]:
    """Read the named queries, sorted by name.

    Args:
        folder: of `.rq` files; ours by default.

    Raises:
        OntologyError: a file cannot be read, or does not begin with a name and a description.

    Example:
        >>> [one.name for one in load_queries()][-1]
        'who hosts whom'
    """
    paths = (folder or ontologies_folder() / "queries").glob("*.rq")
    return tuple(sorted(map(_read, paths), key=lambda one: one.name))


def find_query(name: str, queries: Iterable[NamedQuery]) -> NamedQuery:
    """Give the query of a name; case and hyphens do not count.

    Raises:
        QueryError: there is none; the message lists the names.
    """
    known = {fold(one.name): one for one in queries}
    wanted = fold(name.replace("-", " "))
    if wanted not in known:
        raise QueryError(f"no query {name!r}: choose from {'; '.join(sorted(known))}")
    return known[wanted]


def ask_named(store: ox.Store, named: NamedQuery, values: Mapping[str, str]) -> Results:
    """Ask a named query.

    Args:
        values: texts by the names of parameters.

    Raises:
        QueryError: a parameter is unknown, one that is needed is missing, or one that names an
            entity names none of the graph; or the query fails.

    Example:
        >>> found = ask_named(ox.Store(), find_query("Who hosts whom", load_queries()), {})
        >>> [variable.value for variable in found.variables][:2]
        ['host', 'guest']
    """
    allowed = {one.name for one in named.parameters}
    if unknown := sorted(set(values) - allowed):
        told = f"it takes {', '.join(sorted(allowed))}" if allowed else "it takes none"
        raise QueryError(f"{named.name}: no parameter {unknown[0]!r}: {told}")
    for one in named.parameters:
        if one.needed and one.name not in values:
            raise QueryError(f"{named.name}: needs {one.name}: {one.meaning}")
        if one.is_name and one.name in values:
            _check_name(store, values[one.name], f"{named.name}: {one.name}")
    return query(store, named.sparql, functions=given(values))


def given(values: Mapping[str, str]) -> Functions:
    """Make the function that gives a query its parameters; see above."""

    def value_of(name: ox.Literal) -> ox.Literal | None:
        value = values.get(name.value)
        return None if value is None else ox.Literal(value)

    return {_GIVEN: value_of}


def _check_name(store: ox.Store, name: str, place: str) -> None:
    """Check that an entity has a name: an empty table would tell that nothing is said of it."""
    known = query(store, _KNOWN, functions=given({"name": name}))
    if known:
        return
    found = query(store, _NAMES)
    names = [row["name"].value for row in found] if isinstance(found, ox.QuerySolutions) else []
    near = closest(name, names)
    hint = f": the closest are {', '.join(near)}" if near else ""
    raise QueryError(f"{place}: no entity {name!r}{hint}")


def _read(path: Path) -> NamedQuery:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    comments = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
    about = [line for line in comments if not line.startswith("?")]
    if len(about) < 2:
        raise OntologyError(f"{path}: begins with no name and description, a comment line each")
    found = (re.fullmatch(r"\?(\w+): (.+)", line) for line in comments)
    return NamedQuery(
        name=about[0],
        description=" ".join(about[1:]),
        parameters=tuple(_parameter(match[1], match[2]) for match in found if match),
        sparql=text,
    )


def _parameter(name: str, told: str) -> Parameter:
    parts = _MARKS.fullmatch(told)
    meaning, marks = (parts[1], parts[2] or "") if parts else (told, "")
    return Parameter(
        name=name, meaning=meaning, needed="needed" in marks, is_name="name" in marks.split(", ")
    )
