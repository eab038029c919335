"""Which entities of different articles are one. What may go in: that decision, as a function of the
set of readings that does not depend on their order.

An entity of the knowledge base is one by its id. Others are one by full name, class and what the
articles tell of them (`context`); a former or second name, if an article states it; a surname
alone, or a name with another middle, only if the context says so. Common nouns are never joined.
Who is two keeps two IRIs, with a suffix made of the earliest article that has each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from kg.graph.context import OTHER, SAME, Contexts, Local, entities_of
from kg.graph.groups import Groups
from kg.model import Entity, Naming, Reading
from kg.namespaces import apart_iri, fold
from kg.vocabulary import is_below

_STATE = ("GovernmentBody", "Court", "MilitaryForce", "Party")  # every country has one of the name
_SHORTEST = 3  # letters of an abbreviation that stands for one name


class Matcher:
    """Entities of readings by name, and the groups they form.

    Args:
        readings: at most one an article, in the order of their ids; gone through once.
        loose: entities of single articles that are not the knowledge base's, as people decided.
    """

    def __init__(self, readings: Iterable[Reading], loose: Collection[Local] = frozenset()) -> None:
        self._loose = frozenset(loose)
        self.dates: dict[str, str] = {}
        self._namings: list[tuple[str, Naming]] = []
        self._known: set[str] = set()
        found: dict[Local, Entity] = {}
        told = Contexts()
        for reading in readings:
            article = reading.article
            self.dates[article.id] = article.published or "9999"
            self._namings += ((article.id, one) for one in reading.namings)
            self._known.update(reading.known)
            found |= entities_of(reading)
            told.add(reading)
        self._known |= {e.id for e in found.values() if e.external}
        self._contexts = told
        self.entities: dict[Local, list[Entity]] = defaultdict(list)
        for local, entity in found.items():
            self.entities[self.node(local)].append(entity)
        self.all_locals = sorted(found)
        labels = {entity.id: entity.label for _, entity in sorted(found.items())}
        self.groups = Groups(labels)
        self.by_name: dict[str, list[Local]] = defaultdict(list)
        for node in sorted(self.entities):
            for name in sorted({fold(entity.label) for entity in self.entities[node]}):
                self.by_name[name].append(node)
        self._by_alias: dict[str, list[Local]] = defaultdict(list)
        for node in sorted(self.entities):
            for name in {fold(alias) for one in self.entities[node] for alias in one.aliases}:
                self._by_alias[name].append(node)
        self.former: set[str] = set()

    def node(self, local: Local) -> Local:
        """What stands for an entity of an article: the knowledge base's are one everywhere."""
        known = local[1] in self._known and local not in self._loose
        return ("", local[1]) if known else local

    def locals(self, iri: str, article: str | None = None) -> list[Local]:
        """The nodes of an IRI, in one article or in all; a suffix stands for an article."""
        plain = "_".join(iri.split("_")[:-1])
        found = {
            self.node(one)
            for one in self.all_locals
            if (one[1] == iri and article in (None, one[0]))
            or (one[1] == plain and apart_iri(plain, one[0]) == iri)
        }
        return sorted(found)

    def match(self) -> None:
        """Join what is one: bodies and places first, since people are known by whom they serve."""
        nodes = sorted(self.entities)
        named = {n for name in self.by_name.values() if self._has_person(name) for n in name}
        for people in (False, True):
            here = [node for node in nodes if (node in named) == people]
            self._tell(set(here))
            for same in self.by_name.values():
                own = [node for node in same if node[0]]
                if own and (own[0] in named) == people:
                    for part in self._of_one_class(own):
                        self._join_name(part)
            for article, naming in self._namings:
                self._join_stated(article, naming)
            for node in here:
                self._join_short_forms(node)
        self._join_parts([node for node in nodes if self._entity(node).type == "Person"])

    def _has_person(self, nodes: Iterable[Local]) -> bool:
        return any(self._entity(node).type == "Person" for node in nodes)

    def _tell(self, nodes: Collection[Local]) -> None:
        """Tell the groups what articles say of entities, with the IRIs of what is joined so far."""
        now = {local: self.iri_of(self.groups.of(self.node(local))) for local in self.all_locals}
        for article, named in self._contexts.articles():
            around = (now.get((article, iri), iri) for iri in self._contexts.around(article))
            here = frozenset(around)
            for iri in named:
                node = self.node((article, iri))
                if node in nodes:
                    told = self._contexts.of((article, iri))
                    ties = frozenset(now.get((article, tie), tie) for tie in told.ties)
                    near = ((here, now[article, iri]),)
                    self.groups.tell(node, replace(told, ties=ties, near=near))

    def _entity(self, node: Local) -> Entity:
        return self.entities[node][0]

    # ── one name ───────────────────────────────────────────────────────────────────────────────

    def _of_one_class(self, nodes: list[Local]) -> Iterator[list[Local]]:
        """Parts of classes that fit; what has no class goes where only one part is."""
        parts: list[list[Local]] = []
        kinds = sorted({self._entity(node).type for node in nodes} - {"Entity"})
        for kind in kinds:
            here = [node for node in nodes if self._entity(node).type == kind]
            for part in parts:
                if any(_fits(kind, self._entity(node).type) for node in part):
                    part += here
                    break
            else:
                parts.append(here)
        open_ = [node for node in nodes if self._entity(node).type == "Entity"]
        if open_ and len(parts) == 1:
            parts[0] += open_
        elif open_:
            parts.append(open_)
        yield from (sorted(part) for part in parts)

    def _join_name(self, nodes: list[Local]) -> None:
        """Join entities of one name and class."""
        if len(nodes) < 2:
            return
        self._join_by_tie(nodes)
        self._join_alike(nodes)
        if any(_is_part(self._entity(node)) for node in nodes):
            return
        state = any(is_below(self._entity(node).type, kind) for node in nodes for kind in _STATE)
        self._join_rest(nodes, state=state)

    def _join_by_tie(self, nodes: list[Local]) -> None:
        """Who has the same tie is one: found by an index, for names of a thousand articles."""
        first: dict[str, Local] = {}
        for node in nodes:
            for tie in sorted(self.groups.told(self.groups.of(node)).ties):
                other = first.setdefault(tie, node)
                self._join_if(self.groups.of(other), self.groups.of(node), SAME)

    def _join_if(self, one: Local, two: Local, least: int) -> bool:
        if one == two:
            return False
        weight = self.groups.weight(one, two)
        if weight.value < least:
            return False
        reason = "; ".join(("same name", *(weight.reasons or ("nothing against it",))))
        return self.groups.join(one, two, "merged", reason)

    def _join_alike(self, nodes: list[Local], *, everybody: bool = False) -> None:
        """Join the likest two until no two are like enough."""
        part = everybody or any(_is_part(self._entity(node)) for node in nodes)
        while True:
            groups = [g for g in self.groups.distinct(nodes) if part or self.groups.told(g).tells()]
            pairs = [(self.groups.weight(a, b).value, a, b) for a, b in combinations(groups, 2)]
            likely = sorted(((-value, a, b) for value, a, b in pairs if value >= SAME))
            joined = [
                self._join_if(self.groups.of(a), self.groups.of(b), SAME) for _, a, b in likely
            ]
            if not any(joined):
                return

    def _join_rest(self, nodes: list[Local], *, state: bool) -> None:
        """All are one if nothing speaks against it; else each joins the one that it is likest."""
        if state:
            self._join_by_country(nodes)
        groups = self.groups.distinct(nodes)
        telling = [g for g in groups if state or self.groups.told(g).tells()]
        if not any(self._are_two(a, b, state) for a, b in combinations(telling, 2)):
            for group in groups[1:]:
                self.groups.join(groups[0], group, "merged", "same name; nothing against it")
            return
        self._join_alike(nodes, everybody=True)
        groups = self.groups.distinct(nodes)
        telling = [g for g in groups if self.groups.told(g).tells()]
        choice = {g: self._likest(g, telling, state) for g in groups}
        for group, other in choice.items():
            if other is not None and (group not in telling or choice[other] == group):
                self._join_if(self.groups.of(group), self.groups.of(other), OTHER + 1)

    def _join_by_country(self, nodes: list[Local]) -> None:
        """Bodies of articles that name the same countries and no others are one."""
        first: dict[frozenset[str], Local] = {}
        for node in nodes:
            countries = self.groups.told(self.groups.of(node)).countries
            other = first.setdefault(countries, node)
            self._join_if(self.groups.of(other), self.groups.of(node), OTHER + 1)

    def _are_two(self, one: Local, two: Local, state: bool) -> bool:
        if self.groups.weight(one, two).value <= OTHER:
            return True
        first, second = (self.groups.told(one).countries, self.groups.told(two).countries)
        return state and first != second and not first & second

    def _likest(self, group: Local, others: Iterable[Local], state: bool) -> Local | None:
        """The one that a group is likest; of several, something must speak for it."""
        fitting = [g for g in others if g != group and not self._are_two(group, g, state)]
        return self._best(group, fitting, OTHER + 1 if len(fitting) == 1 else 1)

    def _best(self, group: Local, others: Iterable[Local], least: int) -> Local | None:
        """The likest of others, if one is likest and it is like enough; a shared country counts."""
        mine = self.groups.told(group).countries
        ranked = sorted(
            (-self.groups.weight(group, g).value - bool(mine & self.groups.told(g).countries), g)
            for g in set(others)
        )
        if not ranked or -ranked[0][0] < least:
            return None
        return None if len(ranked) > 1 and ranked[1][0] == ranked[0][0] else ranked[0][1]

    # ── other names ────────────────────────────────────────────────────────────────────────────

    def _join_stated(self, article: str, naming: Naming) -> None:
        """X, formerly Y: whoever is called X is whoever is called Y, if the article is right."""
        sides = [self._named(article, naming, fold(name)) for name in (naming.name, naming.other)]
        if naming.kind == "former":
            self.former.add(fold(naming.other))
        if not all(sides):
            return
        pairs = [(a, b) for a in sides[0] for b in sides[1] if a != b and self.fit(a, b)]
        how = "a former name" if naming.kind == "former" else "another name"
        reason = f"{naming.other!r} is {how} of {naming.name!r}, {article} says"
        if len(pairs) == 1:
            self.groups.join(*pairs[0], "merged", reason)
        elif pairs:
            ranked = sorted((-self.groups.weight(a, b).value, a, b) for a, b in pairs)
            if ranked[0][0] < ranked[1][0]:
                self.groups.join(*ranked[0][1:], "merged", reason)

    def _named(self, article: str, naming: Naming, name: str) -> list[Local]:
        """The groups of a name; the article's own one alone, if that is its label."""
        own = self.node((article, naming.entity))
        if name in {fold(entity.label) for entity in self.entities.get(own, ())}:
            return [self.groups.of(own)]
        return self.groups.distinct(self.by_name.get(name, ()))

    def fit(self, one: Local, two: Local) -> bool:
        """Whether two entities can be one by their classes."""
        kinds = [self._entity(node).type for node in (one, two)]
        return _fits(*kinds) or "Entity" in kinds

    def _join_short_forms(self, node: Local) -> None:
        """A body that its article also calls GCC is the GCC of other articles."""
        entity = self._entity(node)
        if not node[0] or entity.type == "Person":
            return
        for alias in sorted({alias for one in self.entities[node] for alias in one.aliases}):
            called = [n for n in self.by_name.get(fold(alias), ()) if n[0] and self.fit(node, n)]
            others = [g for g in self.groups.distinct(called) if g != self.groups.of(node)]
            plain = alias.replace(".", "")
            short = plain.isupper() and len(plain) >= _SHORTEST
            best = self._best(self.groups.of(node), others, 0 if short else 1)
            owners = self._owners(fold(alias), entity)
            if best is not None and owners <= {self.groups.of(node), best}:
                reason = f"{alias!r} stands for {entity.label!r} in {node[0]}"
                self.groups.join(node, best, "merged", reason)

    def _owners(self, alias: str, entity: Entity) -> set[Local]:
        """The groups that some article calls by a short form."""
        found = (n for n in self._by_alias[alias] if _fits(self._entity(n).type, entity.type))
        return {self.groups.of(node) for node in found}

    def _join_parts(self, people: list[Local]) -> None:
        """A surname alone, or a name with another middle, joins what the context tells."""
        words = {node: fold(self._entity(node).label).split() for node in people}
        fullest: dict[str, list[Local]] = defaultdict(list)
        for node, name in words.items():
            fullest[name[-1]].append(node)
            fullest[f"{name[0]} {name[-1]}"].append(node)
        for node, name in words.items():
            if not node[0]:
                continue
            named_so = fullest[name[0] if len(name) == 1 else f"{name[0]} {name[-1]}"]
            fuller = [n for n in named_so if len(words[n]) > len(name)]
            groups = [g for g in self.groups.distinct(fuller) if g != self.groups.of(node)]
            initials = len(name) > 1 and all(_has_initials(words[n], name) for n in fuller)
            best = self._best(self.groups.of(node), groups, OTHER + 1 if initials else SAME)
            if best is not None:
                weight = self.groups.weight(self.groups.of(node), best)
                label = self._entity(best).label
                told = "; ".join((f"part of the name {label!r}", *weight.reasons))
                self.groups.join(node, best, "merged", told)

    def is_own(self, group: Local) -> bool:
        """Tell whether a group is not the knowledge base's, whose IRIs are never changed."""
        return all(member[0] for member in self.groups.members(group))

    def iri_of(self, group: Local) -> str:
        """Give the IRI of a group: of the current, fullest name that most articles have."""
        if len(self.groups.members(group)) == 1:
            return group[1]
        counts = Counter(member[1] for member in self.groups.members(group))
        known = sorted(m[1] for m in self.groups.members(group) if not m[0])
        if known:
            return known[0]
        entities = {e.id: e for m in self.groups.members(group) for e in self.entities[m]}

        def rank(iri: str) -> tuple[object, ...]:
            label = entities[iri].label
            former = fold(label) in self.former
            short = " " not in label
            return (former, short, entities[iri].type == "Entity", -counts[iri], iri)

        return min(counts, key=rank)


def _fits(one: str, two: str) -> bool:
    return one == two or is_below(one, two) or is_below(two, one)


def _has_initials(words: list[str], name: list[str]) -> bool:
    """Whether a fuller name has only initials more: Ann R. Colby, Ann Colby."""
    return all(len(word) == 1 for word in words[1:-1] if word not in name)


def _is_part(entity: Entity) -> bool:
    """Whether a name may be a part of one: a person's single name."""
    return entity.type == "Person" and " " not in entity.label
