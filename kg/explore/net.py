"""The page of the graph. What may go in: which part of the graph an address asks for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

from kg.errors import InputError
from kg.explore.addresses import article_address, entity_address, statement_address
from kg.explore.choice import Choice
from kg.explore.index import Index
from kg.explore.names import Names
from kg.model import Entity, Evidence, Statement
from kg.picture import Net, Part
from kg.picture.elements import Elements, elements, family_of

FIELDS = (
    *("entity", "to", "also", "hops", "most", "polarity", "modality", "origin", "family"),
    *("article", "claimed", "since", "until", "least"),
)
SHOWN = 40  # statements that the page shows, unless it is asked for more
_MOST = 2000
_HOPS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page shows: the part of the graph, and what its form holds."""

    part: Part
    fields: Mapping[str, str]


class NetView:
    """A graph's net, for the page of the graph.

    Args:
        index: of the graph.
        names: of its entities.
    """

    def __init__(self, index: Index, names: Names) -> None:
        self.index, self.names = index, names
        self.net = Net(index.graph)
        self._of_family: dict[str, set[str]] = defaultdict(set)
        for statement in index.graph.statements:
            self._of_family[family_of(statement)].add(statement.id)
        self.families = sorted(self._of_family)

    def asked(self, query: Mapping[str, str], *, most: int = SHOWN) -> Asked:
        """Choose what an address asks for.

        Args:
            query: its parameters.
            most: how many statements to show at the most, unless it tells that.

        Raises:
            InputError: a value that cannot be; with what is allowed.
        """
        fields = {name: query[name].strip() for name in FIELDS if query.get(name, "").strip()}
        chosen = {**fields, "claimed": self._claimed(fields.get("claimed", ""))}
        return Asked(self._part(fields, self._among(Choice.of(chosen), fields), most), fields)

    def elements(self, asked: Asked) -> Elements:
        """Give what the page's script shows."""
        return elements(asked.part, self.net, address=_address)

    def _among(self, choice: Choice, fields: Mapping[str, str]) -> Set[str] | None:
        """The ids of the statements that are asked for; None: all."""
        family = self._of_family.get(fields["family"], set()) if "family" in fields else None
        if not choice.told():
            return family
        found = {one.id for one in self.index.at(self.index.chosen(choice))}
        return found if family is None else found & family

    def _part(self, fields: Mapping[str, str], among: Set[str] | None, most: int) -> Part:
        most = _number(fields, "most", _MOST, most)
        start = self._entity(fields["entity"]) if "entity" in fields else None
        others = [self._entity(iri) for iri in fields.get("also", "").split()]
        if start and "to" in fields and not others:
            return self.net.between(start, self._entity(fields["to"]), most=most, among=among)
        centre = [*([start] if start else []), *others]
        if not centre:
            return self.net.most_important(most=most, among=among)
        hops = _number(fields, "hops", _HOPS, 1)
        return self.net.around(centre, hops=hops, most=most, among=among)

    def _entity(self, name: str) -> Entity:
        if name in self.index.entities:
            return self.index.entities[name]
        for found in self.names.search(name, 1):
            return found.entity
        raise InputError(f"no entity {name!r}: search for it")

    def _claimed(self, name: str) -> str:
        return name if name in ("", "article") else self._entity(name).id


def _number(fields: Mapping[str, str], name: str, highest: int, default: int) -> int:
    text = fields.get(name, str(default))
    if not re.fullmatch(r"[1-9]\d{0,3}", text) or int(text) > highest:
        raise InputError(f"{name}={text}: write a number from 1 to {highest}")
    return int(text)


def _address(target: object) -> str:
    if isinstance(target, Entity):
        return entity_address(target.id)
    if isinstance(target, Statement):
        return statement_address(target.id)
    return article_address(target.article, target.start) if isinstance(target, Evidence) else ""
