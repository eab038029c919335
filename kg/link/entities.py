"""Mentions to entities, for one article. What may go in: the choice of one entity for one mention,
with its reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from kg.link.bodies import Bodies
from kg.link.classes import class_evidence
from kg.link.coreference import resolve_pronouns
from kg.link.entries import Record
from kg.link.knowledge import Candidate, KnowledgeBase
from kg.link.names import aliases, bare, group_names
from kg.link.nominals import Cluster, cluster_nominals
from kg.link.places import choose_place, government
from kg.link.sport import sport_of
from kg.link.told import (
    nominals,
    related,
    shown_sexes,
    stated_places,
    titles,
    told_kinds,
    with_unseen,
)
from kg.link.unread import LARGE, in_other_script, places_within, written_again
from kg.model import Article, Entity, Extraction, LinkedMention, Mention, Reference
from kg.namespaces import fold, named_iri, nominal_iri
from kg.ontology import Ontology

Use = Literal["actor", "target", "place"]  # how a clause uses a mention
_USES: dict[str, Use] = {"subject": "actor", "place": "place"}
_LONGEST_COUNTRY = 3  # words
_GENERAL = ("Organization", "Entity")
_NEAR = 50  # names before a noun that are looked at: lists are longer
# Of these the article's country has one each, and few are named.
_OF_STATES = ("GovernmentBody", "MilitaryForce", "PoliceForce", "Team")
_PLACES = ("Place", "Region", "Facility", "Group", "Organization", "Entity")


@dataclass(frozen=True, slots=True)
class Linked:
    """An entity chosen for a mention, and why."""

    entity: Entity
    reason: str
    guess: str = ""  # the class that the model guessed and nothing bears out

    @property
    def kind(self) -> str:
        """The class by which a verb's sense is chosen."""
        return self.guess or self.entity.type


class Linker:
    """Links the mentions of one article.

    Args:
        article: whose mentions these are.
        references: every name and pronoun in the text, in order.
        extractions: what was read; gives nominals, locations and positions.
        ontology: classes.
        knowledge: the knowledge base.
        base: the IRI that instance names start with.
    """

    def __init__(
        self,
        article: Article,
        references: Sequence[Reference],
        extractions: Sequence[Extraction],
        *,
        ontology: Ontology,
        knowledge: KnowledgeBase,
        base: str,
    ) -> None:
        self._article, self._ontology, self._base = article, ontology, base
        self._knowledge = knowledge
        self._references = references
        self._sport = sport_of(article.text, ontology)
        names = [r.mention for r in references if r.mention.kind in ("name", "demonym")]
        self._mentions = with_unseen(names, extractions)
        self._starts = [m.start for m in self._mentions]
        self._again = list(written_again(article.text, self._mentions))
        everywhere = sorted((*self._mentions, *self._again), key=_start)
        bodies = (m for m in everywhere if m.type in ("Organization", "Facility"))
        self._bodies = Bodies(
            bodies, self._sort, lambda one: self._names.of(one.text), self._is_body
        )
        self._names = group_names(
            names,
            related(extractions),
            same=aliases(article.text, names, self._tells_alias),
            known=lambda name: bool(knowledge.candidates(name)),
            sited=self._is_building,
        )
        self._countries = self._countries_named(names)
        self._outer = stated_places(extractions, self._mentions, article.text)
        self._governments = self._acting_capitals(extractions)
        self._clusters = cluster_nominals(nominals(extractions), self._contrasts, self._is_rival)
        self._titles = titles(extractions)
        self._relatives = {
            e.subject.text
            for e in extractions
            if ontology.word(e.predicate.lemma, "noun").is_a("Kinship")
        }
        self._told = told_kinds(
            extractions, full=self._names.of, knowledge=knowledge, ontology=ontology
        )
        self._evidence = class_evidence(extractions, full=self._names.of, ontology=ontology)
        self._located = self._locations(extractions)
        self._own: dict[str, str] = {}  # the class of each body, as it is asked for
        self._linked: dict[tuple[int, int], Linked] = {}
        self._nouns: dict[tuple[int, int], Mention] = {}
        shown = list(shown_sexes(extractions, ontology))
        self._pronouns = resolve_pronouns(references, self._entity_of, shown=shown)

    def _tells_alias(self, words: str) -> bool:
        return self._ontology.word(words, "pattern").is_a("Aliasing")

    def _contrasts(self, word: str) -> bool:
        return self._ontology.word(word, "adjective").is_a("Contrasting")

    def _is_rival(self, noun: Mention, end: int) -> bool:
        """Whether a body is named between an offset and "the company": a text has many."""
        if noun.plural or not self._ontology.is_a(noun.type, "Company"):
            return False
        first, last = bisect_left(self._starts, end), bisect_left(self._starts, noun.start)
        return any(
            one.type == "Organization" for one in self._mentions[max(first, last - _NEAR) : last]
        )

    def _is_building(self, name: str) -> bool:
        return self._ontology.is_a(self._class_by_words(name, "Entity"), "Facility")

    # ── one mention ────────────────────────────────────────────────────────────────────────────

    def link(self, mention: Mention, use: Use) -> Linked | None:
        """Give the entity of a mention.

        Args:
            mention: one of the article's.
            use: who acts, whom it is done to, or where.

        Returns:
            The entity with the reason; None for a pronoun that nothing settles.
        """
        found = self._found(mention, use)
        if found is not None:
            self._linked.setdefault((mention.start, mention.end), found)
            if mention.kind == "nominal":
                self._nouns[mention.start, mention.end] = mention
        return found

    def _found(self, mention: Mention, use: Use) -> Linked | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        if mention.kind == "nominal":
            return self._nominal(mention)
        return self._name(mention, use)

    def _entity_of(self, mention: Mention) -> Entity | None:
        """The named entity of a name, or of a noun that stands for one."""
        if mention.kind == "pronoun":
            return None
        if mention.kind == "nominal":
            found = self._nominal(mention)
            return found.entity if found.entity.named else None
        return self._name(mention, "actor").entity

    def mentions(self) -> Iterator[LinkedMention]:
        """Give every name, and what stands for a name, with its entity, in text order.

        What a statement uses has the entity that it has there.
        """
        for one in self._mentions:
            self._linked.setdefault((one.start, one.end), self._name(one, "target"))
        known = self._nouns | {(m.start, m.end): m for m in self._mentions}
        for reference in self._references:
            one = reference.mention
            known.setdefault((one.start, one.end), one)
            if (one.start, one.end) not in self._linked:
                linked = self._found(one, _USES.get(reference.role, "target"))
                if linked is not None:
                    self._linked[one.start, one.end] = linked
        found = {s: (m, self._linked[s]) for s, m in known.items() if s in self._linked}
        found.update(self._unread())
        for _, (one, linked) in sorted(found.items()):
            if linked.entity.named:
                yield LinkedMention(
                    article=self._article.id,
                    mention=one,
                    entity=linked.entity,
                    reason=linked.reason,
                )

    def _unread(self) -> dict[tuple[int, int], tuple[Mention, Linked]]:
        """Names that no parse shows: in headings, in other names, in another script."""
        found = {}
        for one, other in in_other_script(self._article.text, self._mentions):
            linked = self._linked[one.start, one.end]
            found[other.start, other.end] = (other, replace(linked, reason="in another script"))
        for one in (
            *self._again,
            *places_within(self._mentions, self._knowledge),
        ):
            linked, around = self._name(one, "target"), self._around(one)
            if around is None or self._name(around, "target").entity.id != linked.entity.id:
                found.setdefault((one.start, one.end), (one, linked))
        return found

    def _name(self, mention: Mention, use: Use) -> Linked:
        name = self._names.of(mention.text)
        kind = self._told.get(name) or self._names.types.get(name, mention.type)
        if use == "place" and kind == "Person" and self._is_rather_place(name):
            kind = "Place"
        found = self._known(mention, name, kind)
        if found is None:
            return self._unknown(mention, name, kind)
        record, how = found.record, f"knowledge base: {found.how} {name!r}"
        if record.type == "City" and use != "place":
            acts = use == "actor" or fold(mention.text) in self._governments
            country = government(record, self._knowledge) if acts else None
            if country is not None:
                record, how = country, f"{how}, a capital standing for its government"
        plays = mention.kind == "name" or (mention.definite and mention.plural)
        if self._sport and use != "place" and plays:
            team = self._team(record)
            if team is not None:
                return Linked(team, f"{how}, a country standing for its team")
        if how.startswith("knowledge base: demonym") and mention.plural and not mention.definite:
            return self._people_of(mention, record)
        return Linked(self._entity(record, mention.text, name), how)

    def _team(self, record: Record) -> Entity | None:
        """The national team of a country, or of a nation for which the knowledge base has one."""
        label = f"{record.label} national {self._sport} team"
        known = next(iter(self._knowledge.candidates(label)), None)
        if known is not None:
            return self._entity(known.record, record.label)
        if record.type != "Country":
            return None
        return Entity(
            id=named_iri(self._base, "Team", label),
            label=label,
            type="Team",
            aliases=(record.label,),
        )

    def _is_rather_place(self, name: str) -> bool:
        """A single name that the knowledge base knows as a place, and the article as nobody's."""
        known = self._knowledge.candidates(name)
        place = bool(known) and known[0].record.type in ("Country", "City", "Region")
        return place and " " not in name and not self._names.is_part(name)

    def _known(self, mention: Mention, name: str, kind: str) -> Candidate | None:
        """The knowledge base's candidate whose class fits what the text shows."""
        candidates = [
            c for c in self._knowledge.candidates(name) if self._compatible(c, kind, mention)
        ]
        if candidates and candidates[0].record.type in ("Country", "City", "Region"):
            beside = [
                c.record
                for name in self._outer.get(fold(mention.text), ())
                for c in self._knowledge.candidates(name)
            ]
            places = [c for c in candidates if c.record.type in ("Country", "City", "Region")]
            own = {fold(bare(mention.text))}
            around = {country for country, by in self._countries.items() if by - own}
            return choose_place(places, around=around, beside=beside)
        if candidates:
            return candidates[0]
        if kind != "Person" and " " in name:
            return self._of_country(name)
        if kind == "Person":
            return self._knowledge.spelled(name) if " " in name else self._office_holder(name)
        return None

    def _compatible(self, candidate: Candidate, kind: str, mention: Mention) -> bool:
        record = candidate.record
        if candidate.how == "demonym":
            return mention.kind == "demonym" or kind in ("Group", "Entity", "Place")
        if kind == "Person":
            return record.type == "Person"
        if record.type == "Person":
            return kind in ("Entity", "Organization")
        if record.type == "City":
            return kind in ("Place", "Region") or (kind == "Facility" and record.population > LARGE)
        if record.type in ("Country", "Region"):
            return kind in _PLACES
        return True

    def _of_country(self, name: str) -> Candidate | None:
        """United Kingdom Home Office: a body of the country that its name begins with."""
        words = name.split()
        for cut in range(1, len(words)):
            country = next(iter(self._knowledge.candidates(" ".join(words[:cut]))), None)
            for found in self._knowledge.candidates(" ".join(words[cut:])) if country else ():
                if country and found.record.country == country.record.key:
                    return found
        return None

    def _office_holder(self, surname: str) -> Candidate | None:
        """A bare surname is the one person of that name in office on the article's date.

        A family name that stands first is much like a given name elsewhere: not every Kim rules
        North Korea, so the article has to name the country.
        """
        day = self._article.published
        held = [
            record
            for record in self._knowledge.surname(surname)
            if day and any(position.held(day) for position in record.positions)
        ]
        if len(held) != 1:
            return None
        leads = fold(held[0].label.split()[0]) == fold(surname)
        if surname in self._relatives or (leads and held[0].country not in self._countries):
            return None
        return Candidate(record=held[0], how="alias")

    def _entity(self, record: Record, *forms: str) -> Entity:
        own = {alias for form in forms for alias in (bare(form), *self._spelled_out(bare(form)))}
        aliases = sorted(({*record.aliases} | own) - {record.label})
        return Entity(
            id=f"{self._base}entity/{record.key}",
            label=record.label,
            type=record.type,
            aliases=tuple(aliases),
            external=record.external,
        )

    def _people_of(self, mention: Mention, record: Record) -> Linked:
        """Iranians, without an article, are people, not the state."""
        label = bare(mention.text)
        made = Entity(id=named_iri(self._base, "Group", label), label=label, type="Group")
        return Linked(made, f"people of {record.label}")

    def _unknown(self, mention: Mention, name: str, kind: str) -> Linked:
        by_words = self._class_by_words(name, kind)
        sure = by_words != kind or name in self._told
        guess, kind = by_words, by_words if sure else self._evidence.class_of(name, kind)
        variants = self._names.variants.get(name, (name,))
        made = Entity(
            id=named_iri(self._base, kind, name),
            label=name,
            type=kind,
            aliases=tuple(sorted({*variants, *self._spelled_out(name)} - {name})),
        )
        same = fold(bare(mention.text)) == fold(name)
        reason = "name of its own" if same else f"part of the name {name!r}"
        return Linked(made, reason, guess)

    def _spelled_out(self, name: str) -> Iterator[str]:
        """A body's name with its country in full, and without: "US Park Service"."""
        words = name.split()
        for cut in range(1, min(len(words) - 1, _LONGEST_COUNTRY) + 1):
            known = self._knowledge.candidates(" ".join(words[:cut]))
            if known and known[0].record.type == "Country" and len(words) - cut > 1:
                rest = " ".join(words[cut:])
                yield rest
                yield f"{known[0].record.label} {rest}"

    def _class_by_words(self, name: str, kind: str) -> str:
        """A name's last word tells its class: Eurasia Group, Naval Academy."""
        if kind == "Person" or (" " not in name and kind != "Organization"):
            return kind if kind in self._ontology.classes else "Entity"
        for ending in _endings(name):
            for named in self._ontology.word(ending, "noun").classes:
                body = self._ontology.is_a(named, "Organization")
                if body or self._ontology.is_a(named, "Facility"):
                    return named
        return kind if kind in self._ontology.classes else "Entity"

    # ── nominals and pronouns ──────────────────────────────────────────────────────────────────

    def _nominal(self, mention: Mention) -> Linked:
        holder = self._titles.get(fold(mention.text)) if mention.definite else None
        if holder is not None and not mention.plural:
            found = self.link(holder, "actor")
            if found is not None:
                return Linked(found.entity, f"the one called {mention.text!r} in the article")
        named = self._same_head(mention)
        if named is not None:
            return Linked(self._name(named, "target").entity, f"{mention.text!r}: {named.text!r}")
        cluster = self._clusters.get((mention.start, mention.end))
        if cluster is None:
            cluster = next(iter(cluster_nominals([mention]).values()))
        label = self._label(cluster)
        made = Entity(
            id=nominal_iri(self._base, self._article.id, cluster.key),
            label=label,
            type=cluster.type if cluster.type in self._ontology.classes else "Entity",
            aliases=tuple(sorted(cluster.aliases - {label})),
            named=False,
        )
        same = len(cluster.aliases) > 1
        return Linked(made, "same head and modifiers" if same else "noun of this article")

    def _same_head(self, mention: Mention) -> Mention | None:
        """The ministry: the last body named before whose name ends in the same noun.

        Or, of a sort that the knowledge base tells: "the company" is the last company named.
        """
        if not mention.definite or mention.plural or mention.modifiers:
            return None
        found = [self._bodies.by_ending(mention.head, mention.start)]
        sort = self._ontology.class_labels.get(mention.type, "").split()[-1:]
        if sort == [mention.head]:
            found.append(self._bodies.by_sort(mention.type, mention.start))
        last = max((one for one in found if one is not None), key=_start, default=None)
        body = self._ontology.is_a(mention.type, "Organization")
        if last is not None or not body or mention.type in _OF_STATES:
            return last
        if self._narrowed.get(mention.head, mention.start) < mention.start:
            return None  # "the Saudi-led coalition … the coalition"
        text = self._article.text
        sentence = max(text.rfind(". ", 0, mention.start), text.rfind("\n", 0, mention.start))
        return self._bodies.only(mention.type, sentence + 1)

    @cached_property
    def _narrowed(self) -> dict[str, int]:
        """Where each noun first stands with words that narrow it down."""
        found: dict[str, int] = {}
        for (start, _), cluster in sorted(self._clusters.items()):
            if cluster.modifiers:
                found.setdefault(cluster.head, start)
        return found

    def _is_body(self, named: Mention, kind: str) -> bool | None:
        """Whether a named body is what a noun of this class means, for all that is known of it."""
        name = self._names.of(named.text)
        own = self._own.get(name)
        if own is None:
            own = (
                self._sort(named) or self._told.get(name) or self._class_by_words(name, named.type)
            )
            self._own[name] = own
        if own == "NewsMedia" != kind:
            return False
        if own in _GENERAL and kind not in _GENERAL:
            return None
        return self._ontology.is_a(own, kind)

    def _sort(self, named: Mention) -> str | None:
        """The class that the knowledge base gives a name."""
        name = self._names.of(named.text)
        known = self._known(named, name, self._names.types.get(name, named.type))
        return known.record.type if known else None

    def _label(self, cluster: Cluster) -> str:
        """A building is called after the city it lies in: Hamadan air base."""
        place = self._located.get(cluster.key)
        if place is None or fold(place) in fold(cluster.label):
            return cluster.label
        words = [w for w in cluster.label.split() if w[:1].islower()] or [cluster.head]
        return " ".join([place, *words])

    def _around(self, mention: Mention) -> Mention | None:
        """The name that a mention is a part of."""
        last = bisect_right(self._starts, mention.start) - 1
        return (
            self._mentions[last] if last >= 0 and self._mentions[last].end > mention.start else None
        )

    def _pronoun(self, mention: Mention) -> Linked | None:
        chosen = self._pronouns.get(mention.start)
        found = self._found(chosen.mention, "actor") if chosen else None
        return Linked(found.entity, chosen.reason, found.guess) if chosen and found else None

    def names_within(self, mention: Mention) -> bool:
        """Whether a mention is a name or holds one: "Moscow's political influence"."""
        if mention.kind != "nominal":
            return True
        first = bisect_left(self._starts, mention.start)
        inside = self._mentions[first : bisect_left(self._starts, mention.end)]
        return any(m.end <= mention.end for m in inside)

    # ── what the article as a whole tells ──────────────────────────────────────────────────────

    def _countries_named(self, names: Iterable[Mention]) -> dict[str, set[str]]:
        """The countries that the article names, each with the names that show it."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in {bare(one.text) for one in names if one.type != "Person"}:
            candidates = self._knowledge.candidates(name)
            if candidates:
                record = candidates[0].record
                country = record.key if record.type == "Country" else record.country
                found[country or ""].add(fold(name))
        return found

    def _acting_capitals(self, extractions: Sequence[Extraction]) -> set[str]:
        """Capitals that act somewhere in the article, and so mean a government when addressed."""
        found = set()
        for e in extractions:
            if e.predicate.pos == "pattern" or e.predicate.passive:
                continue
            other = [e.object] if e.predicate.pos == "noun" else []
            for one in [e.subject, *other, *([e.source.mention] if e.source else [])]:
                if isinstance(one, Mention) and one.kind == "name" and one.type == "Place":
                    found.add(fold(one.text))
        return found

    def _locations(self, extractions: Sequence[Extraction]) -> dict[str, str]:
        """The city that each nominal building lies in."""
        found: dict[str, str] = {}
        for e in extractions:
            cluster = self._clusters.get((e.subject.start, e.subject.end))
            if cluster is None or cluster.restricted or cluster.plural:
                continue
            if e.rule.startswith("place.") and isinstance(e.object, Mention):
                linked = self._name(e.object, "place").entity
                if linked.type == "City":
                    found.setdefault(cluster.key, linked.label)
        return found


def _endings(name: str) -> Iterator[str]:
    """The last words of a name, the longest first; then those before "of" and "for".

    Example:
        >>> list(_endings("House of Lords"))
        ['house of lords', 'of lords', 'lords', 'house']
    """
    for part in (name, name.split(" of ")[0].split(" for ")[0]):
        words = fold(part).split()
        yield from (" ".join(words[i:]) for i in range(len(words)))


def _start(mention: Mention) -> int:
    return mention.start
