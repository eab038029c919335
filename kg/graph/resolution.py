"""What came of the matching: IRIs, names and classes of the graph's entities, with the reasons.
What may go in: reading that off the groups; joining them is in `merging`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kg.graph.context import OTHER, Local
from kg.graph.merging import Matcher
from kg.namespaces import apart_iri
from kg.vocabulary import is_below

_MOST_REASONS = 5  # of one entity that are told
_MOST_APART = 5  # others of one name that are told


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """What an entity of an article is in the graph, where that differs from the article's own.

    `labels` and `types` go by the graph's IRIs, and so do `reasons`, pairs of kind and words.
    """

    iris: Mapping[Local, str]
    labels: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def resolve(matcher: Matcher) -> Identities:
    """Give the IRIs, labels, classes and reasons of a matcher's groups."""
    groups = matcher.groups.distinct(matcher.entities)
    final = _iris(groups, matcher)
    reasons = {final[g]: _shortened(matcher.groups.reasons(g)) for g in groups}
    for iri, more in _apart(final, matcher).items():
        reasons[iri] = (*more, *reasons[iri])
    labels, types = {}, {}
    for group in groups:
        entities = [e for m in matcher.groups.members(group) for e in matcher.entities[m]]
        label = _label(group, matcher)
        if any(label != entity.label for entity in entities):
            labels[final[group]] = label
        narrow = _narrowest({entity.type for entity in entities})
        if narrow and any(narrow != entity.type for entity in entities):
            types[final[group]] = narrow
    return Identities(
        iris={one: iri for one, iri in _by_local(final, matcher) if iri != one[1]},
        labels=labels,
        types=types,
        reasons={iri: r for iri, r in reasons.items() if r},
    )


def iri_of_node(node: Local, matcher: Matcher, identities: Identities) -> str:
    """Give the IRI that an entity of an article, or of the knowledge base, has in the graph."""
    article = next(a for a, iri in matcher.all_locals if matcher.node((a, iri)) == node)
    return identities.iris.get((article, node[1]), node[1])


def _by_local(final: Mapping[Local, str], matcher: Matcher) -> list[tuple[Local, str]]:
    return [(one, final[matcher.groups.of(matcher.node(one))]) for one in matcher.all_locals]


def _iris(groups: Collection[Local], matcher: Matcher) -> dict[Local, str]:
    """Groups of one IRI get a suffix each, but for the knowledge base's."""
    plain = {group: matcher.iri_of(group) for group in groups}
    shared = Counter(plain.values())
    return {
        group: _suffixed(group, iri, matcher) if shared[iri] > 1 and matcher.is_own(group) else iri
        for group, iri in plain.items()
    }


def _suffixed(group: Local, iri: str, matcher: Matcher) -> str:
    """The suffix is made of the earliest article in which the group has this very IRI."""
    articles = (article for article, own in matcher.groups.members(group) if own == iri)
    return apart_iri(iri, min((matcher.dates[article], article) for article in articles)[1])


def _label(group: Local, matcher: Matcher) -> str:
    iri = matcher.iri_of(group)
    members = matcher.groups.members(group)
    labels = Counter(e.label for m in members for e in matcher.entities[m] if e.id == iri)
    return min(labels, key=lambda text: (-labels[text], text))


def _apart(final: Mapping[Local, str], matcher: Matcher) -> dict[str, list[tuple[str, str]]]:
    """Why entities of one name are not one."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for nodes in matcher.by_name.values():
        same = matcher.groups.distinct(nodes)
        for one, two in list(combinations(same, 2))[:_MOST_APART]:
            why = _why_two(one, two, matcher)
            found[final[one]].append(("apart", f"from <{final[two]}>: {why}"))
            found[final[two]].append(("apart", f"from <{final[one]}>: {why}"))
    return {iri: sorted(set(lines)) for iri, lines in found.items()}


def _why_two(one: Local, two: Local, matcher: Matcher) -> str:
    note = matcher.groups.kept_apart(one, two)
    if note is not None:
        return note
    if not matcher.is_own(one) and not matcher.is_own(two):
        return "another record of the knowledge base"
    if not matcher.fit(one, two):
        kinds = [matcher.entities[node][0].type for node in (one, two)]
        return f"same name, but one is {kinds[0]}, the other {kinds[1]}"
    weight = matcher.groups.weight(one, two)
    if weight.value <= OTHER:
        return f"same name, but {'; '.join(weight.reasons)}"
    return "same name, but too little in common"


def _shortened(reasons: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    more = len(reasons) - _MOST_REASONS
    rest = (("merged", f"and for {more} more reasons of this kind"),) if more > 1 else ()
    return (*reasons[: _MOST_REASONS if rest else None], *rest)


def _narrowest(kinds: Collection[str]) -> str | None:
    """The class that is all the others too: an article that says company outweighs organizations.

    Example:
        >>> _narrowest({"Entity", "Organization", "Company"}), _narrowest({"City", "Company"})
        ('Company', None)
    """
    return next((k for k in sorted(kinds) if all(is_below(k, other) for other in kinds)), None)
