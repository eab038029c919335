"""The pages of conflicts and of merges. What may go in: what they tell, and the command of the
decision that people can take on each."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.errors import InputError
from kg.explore.choice import Page, page_of
from kg.explore.index import Index
from kg.graph.conflicts import Conflict
from kg.graph.identities import Identities, Identity
from kg.model import Entity, Graph, Statement

SIZE = 25  # conflicts or identities on a page
KINDS = ("merged", "apart", "near")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictView:
    """Two statements that contradict each other, and what could be decided: words and a command."""

    conflict: Conflict
    decisions: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entities of nearly one name: how much alike, in per cent."""

    alike: float
    first: Entity
    second: Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class MergesView:
    """One of the lists of who is who: `kind` is one of KINDS; each item has a command or none."""

    kind: str
    counts: Mapping[str, int]
    page: Page[tuple[Identity | Pair, str]]


def conflict_list(index: Index, name: str, asked: Mapping[str, str]) -> Page[ConflictView]:
    """Tell the conflicts of a graph.

    Args:
        name: of the graph on the command line.

    Raises:
        InputError: the address asks for a page that cannot be.
    """
    made = [ConflictView(conflict=one, decisions=_decisions(name, one)) for one in index.conflicts]
    return page_of(made, asked, SIZE)


def merges(found: Identities, name: str, graph: Graph, asked: Mapping[str, str]) -> MergesView:
    """Tell which entities were put together, or kept apart, or could be one.

    Raises:
        InputError: the address asks for a list or page that cannot be.
    """
    kind = asked.get("kind", KINDS[0])
    if kind not in KINDS:
        raise InputError(f"kind={kind}: choose from {', '.join(KINDS)}")
    page = page_of(getattr(found, kind), asked, SIZE)
    rows: Sequence[tuple[Identity | Pair, str]]
    if kind == "merged":
        dates = {article.id: article.published or "" for article in graph.articles}
        rows = [(one, _split(name, one, dates)) for one in page.items]
    elif kind == "apart":
        rows = [(one, _merge(name, one.entity.id, _other(one))) for one in page.items]
    else:
        pairs = [Pair(alike=alike, first=one, second=two) for alike, one, two in page.items]
        rows = [(pair, _merge(name, pair.first.id, pair.second.id)) for pair in pairs]
    counts = {"merged": len(found.merged), "apart": len(found.apart), "near": len(found.near)}
    return MergesView(kind=kind, counts=counts, page=replace(page, items=rows))


def _decisions(name: str, one: Conflict) -> list[tuple[str, str]]:
    first, second = one.first, one.second
    if first.subject.id != second.subject.id:
        return [("If both are one", _merge(name, first.subject.id, second.subject.id))]
    articles = sorted(_articles(second) - _articles(first))
    if not articles:
        return []
    words = ["kg", "entities", "split", name, first.subject.id, *articles]
    return [(f"If the {first.subject.label} of the second is another", shlex.join(words))]


def _articles(statement: Statement) -> set[str]:
    return {evidence.article for evidence in statement.evidence}


def _split(name: str, one: Identity, dates: Mapping[str, str]) -> str:
    """Take the latest article's out."""
    if len(one.articles) < 2:
        return ""
    last = max(one.articles, key=lambda article: (dates.get(article, ""), article))
    return shlex.join(["kg", "entities", "split", name, one.entity.id, last])


def _merge(name: str, first: str, second: str) -> str:
    return shlex.join(["kg", "entities", "merge", name, first, second]) if second else ""


def _other(one: Identity) -> str:
    """The IRI that the first reason names: apart from <…>: same name, but …"""
    for reason in one.reasons:
        start, end = reason.find("<"), reason.find(">")
        if 0 <= start < end:
            return reason[start + 1 : end]
    return ""
