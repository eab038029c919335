"""Statements that contradict each other. What may go in: finding them in a graph, and telling them.

Two statements do if one affirms and the other denies the same at one time, or if two people hold at
one time a post that has one holder. Which posts have is data: `ontologies/posts.toml`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from kg.errors import OntologyError
from kg.graph.description import qualifiers, sentence
from kg.model import Entity, Evidence, Graph, Statement, object_key
from kg.namespaces import fold, ontologies_folder
from kg.vocabulary import marks

_SPAN = 30  # days around its article for which a statement without a time is taken to hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two statements that cannot both be right, and why not."""

    reason: str
    first: Statement
    second: Statement


def conflicts(graph: Graph) -> list[Conflict]:
    """Find the statements of a graph that contradict each other, in the order of its statements.

    Only what is said to be actual counts. Of statements of unlike roles, a denial of the general
    ("did not use the base") contradicts the particular ("used the base for raids"), not the
    reverse.
    """
    return [*_denied(graph), *_two_holders(graph)]


def describe_conflict(conflict: Conflict) -> Iterator[str]:
    """Tell a conflict: why, and both statements with who says so where."""
    yield conflict.reason
    for statement in (conflict.first, conflict.second):
        yield f"  {sentence(statement)}"
        yield f"      {qualifiers(statement)}; {statement.id}"
        for evidence in statement.evidence[:1]:
            yield f"      {evidence.article}: “{' '.join(evidence.text.split())}”"


# ── affirmed and denied ──────────────────────────────────────────────────────────────────────────


def _denied(graph: Graph) -> Iterator[Conflict]:
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for one in graph.statements:
        if one.modality == "actual" and one.object is not None:
            groups[one.subject.id, one.relation.id, object_key(one.object) or ""].append(one)
    for group in groups.values():
        for first, second in combinations(group, 2):
            if first.polarity != second.polarity and _same_claim(first, second):
                reason = "one affirms and the other denies it"
                yield Conflict(reason=reason, first=first, second=second)


def _same_claim(first: Statement, second: Statement) -> bool:
    denied, said = (first, second) if first.polarity == "negative" else (second, first)
    general = {(n, e.id) for n, e in denied.roles} <= {(n, e.id) for n, e in said.roles}
    one, two = _span(first), _span(second)
    return general and (one is None or two is None or (one[0] <= two[1] and two[0] <= one[1]))


def _span(one: Statement) -> tuple[str, str] | None:
    """First and last day of what a statement says; without a time, those around its article."""
    if one.time:
        return one.time.start, one.time.end
    if one.published is None:
        return None
    day = date.fromisoformat(one.published)
    return (day - timedelta(_SPAN)).isoformat(), (day + timedelta(_SPAN)).isoformat()


# ── two holders of one post ──────────────────────────────────────────────────────────────────────


def _two_holders(graph: Graph) -> Iterator[Conflict]:
    """Who is told to hold a post is its holder from the first such day to the last."""
    days = {article.id: article.published for article in graph.articles}
    held: dict[tuple[str, str], dict[str, list[tuple[str, Statement]]]]
    held = defaultdict(lambda: defaultdict(list))
    for post, body, statement, evidence in _posts(graph):
        day = statement.time.start if statement.time else None
        day = day or days.get(evidence.article) or statement.published
        if day:
            held[post, body][statement.subject.id].append((day, statement))
    for (post, body), holders in held.items():
        told = [sorted(times, key=lambda time: time[0]) for times in holders.values()]
        for one, two in combinations(told, 2):
            if one[0][0] <= two[-1][0] and two[0][0] <= one[-1][0]:
                reason = f"two people hold a post of one holder at one time: {post} ({body})"
                yield Conflict(reason=reason, first=one[0][1], second=two[0][1])


def _posts(graph: Graph) -> Iterator[tuple[str, str, Statement, Evidence]]:
    """Posts of one holder, with the label of the body that the same words name."""
    bodies: dict[tuple[str, int, int, str], list[tuple[Entity, str]]] = defaultdict(list)
    posts: list[tuple[Statement, Evidence]] = []
    for one in graph.statements:
        mark = marks("identity").get(one.relation.id.rpartition("#")[2])
        if one.polarity == "negative" or one.modality != "actual":
            continue
        for evidence in one.evidence:
            place = (evidence.article, evidence.start, evidence.end, one.subject.id)
            if mark == "tie" and isinstance(one.object, Entity) and one.object.named:
                words = evidence.object.text if evidence.object else ""
                bodies[place].append((one.object, words))
            elif mark == "post":
                posts.append((one, evidence))
    for one, evidence in posts:
        place = (evidence.article, evidence.start, evidence.end, one.subject.id)
        for body, words in bodies[place]:
            title = _title(one.object.label if one.object else "", {words, body.label})
            if has_one_holder(title):
                yield title, body.label, one, evidence


def _title(label: str, bodies: set[str]) -> str:
    """A title without the words for the body: Russian Foreign Minister → foreign minister."""
    words = fold(label).split()
    drop = {word for name in bodies for word in fold(name).split()}
    while words and words[0] in drop:
        words = words[1:]
    return " ".join(words)


def has_one_holder(title: str) -> bool:
    """Tell whether one person at a time holds a post of this title in a body.

    Example:
        >>> [has_one_holder(t) for t in ("foreign minister", "minister", "vice president")]
        [True, False, False]
    """
    words = title.split()
    table = _table()
    if not words or any(word in words for word in table["several"]):
        return False
    for post in table["one_holder"]:
        wanted = post.removeprefix("* ")
        more = post != wanted
        if title == wanted and not more:
            return True
        if more and title.endswith(f" {wanted}") and len(words) == len(wanted.split()) + 1:
            return True
    return False


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    path = ontologies_folder() / "posts.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return {
            name: tuple(fold(word) for word in table[name]) for name in ("one_holder", "several")
        }
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise OntologyError(f"{path}: {error}") from error
