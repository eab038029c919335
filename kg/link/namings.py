"""Other names that an article states: former names, second names, abbreviations.

What may go in: finding them between two names of the text. The phrases are data:
`ontologies/namings.toml`; an abbreviation stands in brackets after the name whose initials it has.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from kg.errors import OntologyError
from kg.link.names import bare
from kg.model import Mention, Naming
from kg.namespaces import fold, ontologies_folder

_KINDS = ("former", "renamed", "also")
_LONGEST = 60  # characters between two names
_MARKS = re.compile(r"[,;()\[\]“”\"'‘’–—]+")


def stated_names(
    text: str, names: Sequence[Mention], entities: Mapping[str, str]
) -> Iterator[Naming]:
    """Give what a text states about other names of its entities.

    Args:
        text: the article's.
        names: its names, in text order.
        entities: IRI of the entity of a folded name, for the names that are in a statement.

    Yields:
        One Naming for each pair of names, of the entity that is in a statement.

    Example:
        >>> text = "Norvane, formerly known as Kestrel, grew."
        >>> names = [Mention(start=a, end=b, text=text[a:b], kind="name", type="Company", head="x")
        ...          for a, b in ((0, 7), (27, 34))]
        >>> [(n.name, n.other, n.kind) for n in stated_names(text, names, {"norvane": "n"})]
        [('Norvane', 'Kestrel', 'former')]
    """
    for first, second in pairwise(names):
        between = text[first.end : second.start]
        if len(between) > _LONGEST:
            continue
        people = [one.type == "Person" for one in (first, second)]
        if any(people) and not all(people):
            continue  # "Marta Ellingsvoort, formerly Ferrowick's chief executive"
        kind = _kind(between, text[second.end : second.end + 1], first, second)
        if kind == "renamed":
            first, second, kind = second, first, "former"
        if kind in ("former", "also"):
            yield from _naming(first, second, kind, entities)


def _kind(between: str, after: str, first: Mention, second: Mention) -> str | None:
    if between.strip() == "(" and after == ")":
        return "also" if second.text.replace(".", "") in _initials(first.text) else None
    words = fold(_MARKS.sub(" ", between)).removesuffix(" the")
    return _phrases().get(words)


def _naming(
    first: Mention,
    second: Mention,
    kind: str,
    entities: Mapping[str, str],
) -> Iterator[Naming]:
    """The naming, told of whichever of the two is in a statement, and of both if both are."""
    name, other = _plain(first.text), _plain(second.text)
    start, end = min(first.start, second.start), max(first.end, second.end)
    if fold(name) == fold(other):
        return
    found = (entities.get(fold(name)), entities.get(fold(other)))
    for iri in dict.fromkeys(iri for iri in found if iri):
        yield Naming(
            entity=iri,
            name=name,
            other=other,
            kind="former" if kind == "former" else "also",
            start=start,
            end=end,
        )


def _plain(text: str) -> str:
    """A name without honorific, possessive and article.

    Example:
        >>> _plain("the Marlow Institute's")
        'Marlow Institute'
    """
    return re.sub(r"^[Tt]he ", "", bare(text))


def _initials(text: str) -> set[str]:
    """The abbreviations that a name may have: of its capitals, and of all words.

    Example:
        >>> sorted(_initials("Union of Port Workers"))
        ['UOPW', 'UPW', 'UoPW']
    """
    words = _plain(text).replace("-", " ").split()
    letters = "".join(word[0] for word in words)
    return {"".join(c for c in letters if c.isupper()), letters, letters.upper()}


@cache
def _phrases() -> Mapping[str, str]:
    path = ontologies_folder() / "namings.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"{path}: {error}") from error
    if set(table) != set(_KINDS):
        raise OntologyError(f"{path}: needs the lists {', '.join(_KINDS)}, and no others")
    return {fold(phrase): kind for kind in _KINDS for phrase in table[kind]}
