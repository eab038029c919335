"""Which words mean one entity, and which: coreference and linking against GUM's annotation.

What may go in: this measure: what a file of mentions, or of statements, tells of mentions, set
beside the gold's. The rows "in both" score the chaining alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

from kg.errors import InputError
from kg.evaluate.chains import METRICS, Sums, total
from kg.evaluate.gold import check_offsets, check_same_articles, read_texts, word_set
from kg.evaluate.gum import GoldMention, read_folder, read_titles
from kg.evaluate.mentions import (
    FoundMention,
    align,
    likeness,
    linked_mentions,
    shown_mentions,
)
from kg.evaluate.report import Finding, Report, Row, f1, ratio
from kg.evaluate.wording import names
from kg.model import Entity, LinkedMention, Statement
from kg.namespaces import fold

Chains: TypeAlias = list[frozenset[tuple[int, int]]]
_FEW = 0.5  # of the gold's mentions: with fewer in statements, chains are hardly comparable


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """An article's mentions of named entities: the gold's by its own, ours beside those they meet.

    `key` are names and pronouns; `pairs` are ours that meet one of them; `spurious` are ours of
    named entities that meet no mention of the gold at all. Ours that meet another mention of the
    gold, a noun's or one of an entity without a name, are outside the measure.
    """

    id: str
    key: tuple[GoldMention, ...]
    pairs: tuple[tuple[GoldMention, FoundMention], ...]
    spurious: tuple[FoundMention, ...]

    def gold_chains(self, *, common: bool) -> Chains:
        """The gold's chains; `common` keeps what we have as well."""
        met = {id(gold) for gold, _ in self.pairs}
        kept = [gold for gold in self.key if not common or id(gold) in met]
        return _chains((gold.entity, (gold.start, gold.end)) for gold in kept)

    def our_chains(self, *, common: bool) -> Chains:
        """Our chains, each mention called by the gold's offsets where it meets one."""
        met = [(ours.entity.id, (gold.start, gold.end)) for gold, ours in self.pairs]
        alone = [(ours.entity.id, (ours.start, ours.end)) for ours in self.spurious]
        return _chains(met if common else met + alone)


def score(gold: Path, statements: Sequence[Statement], documents: Path | None = None) -> Report:
    """Score the mentions that statements show against GUM's chains and titles.

    Statements show only the mentions of their subjects, objects and claimants; so the recall is
    that of the statements, not of the program's coreference, which `score_mentions` gives.

    Args:
        gold: a folder of GUM's `.conllu` files, and `wikidata.tab` if there is one.
        statements: of the articles, called as the files.
        documents: the articles as they were built, in JSON Lines.

    Raises:
        InputError: a file cannot be used.
    """
    texts = read_texts(documents, "coreference")
    annotated = read_folder(gold, texts)
    check_same_articles(statements, annotated, gold)
    check_offsets(statements, texts, documents or gold)
    ours = shown_mentions(statements)
    articles = [_article(id, key, ours.get(id, ())) for id, key in annotated.items()]
    return _report(articles, gold, _notes(articles))


def score_mentions(
    gold: Path, mentions: Sequence[LinkedMention], documents: Path | None = None
) -> Report:
    """Score all mentions of named entities against GUM's chains and titles.

    Measured are the entities to which the gold gives a name at least once, over their names and
    pronouns. As in CoNLL's scorer, chains of one mention count for the row "mentions" only. The
    rows "in both" and those below them leave out what only one side has. Adjectives of nationality
    count only where the gold annotates them.

    Args:
        gold: as for `score`; `documents` too.
        mentions: of the articles, called as the files.

    Raises:
        InputError: a file cannot be used.
    """
    texts = read_texts(documents, "coreference")
    annotated = read_folder(gold, texts)
    ours = linked_mentions(mentions, texts, documents or gold)
    if mentions and not ours.keys() & annotated.keys():
        raise InputError(f"{gold}: the mentions are of other articles ({mentions[0].article})")
    articles = [_article(id, key, ours.get(id, ())) for id, key in annotated.items()]
    return _report(articles, gold, ())


def _report(articles: Sequence[_Article], gold: Path, notes: Iterable[str]) -> Report:
    titles = read_titles(gold / "wikidata.tab")
    return Report(
        measure="coreference",
        columns=("precision", "recall", "F1"),
        rows=tuple(_rows(articles, titles)),
        notes=tuple(notes),
        findings=tuple(finding for one in articles for finding in _findings(one, titles)),
    )


def _article(id: str, gold: Sequence[GoldMention], ours: Sequence[FoundMention]) -> _Article:
    named = {mention.entity for mention in gold if mention.kind == "name"}
    met = align(gold, ours)
    inside = {n for n, one in enumerate(gold) if one.entity in named and one.kind != "nominal"}
    first: dict[int, FoundMention] = {}  # several of ours may meet one of the gold: the best does
    for m, n in sorted(met.items(), key=lambda pair: -likeness(gold[pair[1]], ours[pair[0]])):
        first.setdefault(n, ours[m])
    return _Article(
        id=id,
        key=tuple(gold[n] for n in sorted(inside)),
        pairs=tuple((gold[n], first[n]) for n in sorted(inside & set(first))),
        spurious=tuple(
            one
            for m, one in enumerate(ours)
            if m not in met and _is_named(one.entity) and one.kind != "demonym"
        ),
    )


def _chains(
    mentions: Iterator[tuple[str, tuple[int, int]]] | list[tuple[str, tuple[int, int]]],
) -> Chains:
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for entity, span in mentions:
        found[entity].add(span)
    return [frozenset(spans) for spans in found.values() if len(spans) > 1]


def _rows(articles: Sequence[_Article], titles: Mapping[str, frozenset[str]]) -> Iterator[Row]:
    met = sum(len(article.pairs) for article in articles)
    ours = met + sum(len(article.spurious) for article in articles)
    yield _row("mentions", ratio(met, ours), ratio(met, sum(len(a.key) for a in articles)))
    for common in (False, True):
        yield from _metrics(articles, common=common)
    yield _row("name to name", *_name_pairs(articles))
    yield _row("he, she", *_pronouns(articles))
    linked = [pair for article in articles for pair in _links(article, titles)]
    right = sum(is_right for *_, is_right in linked)
    given = sum(ours is not None for _, ours, _ in linked)
    yield _row("linking", ratio(right, given), ratio(right, len(linked)))


def _row(name: str, precision: float, recall: float) -> Row:
    return Row(name=name, values=(precision, recall, f1(precision, recall)))


def _metrics(articles: Sequence[_Article], *, common: bool) -> Iterator[Row]:
    suffix = ", in both" if common else ""
    means = []
    for name, metric in METRICS.items():
        parts: list[Sums] = [
            metric(one.gold_chains(common=common), one.our_chains(common=common))
            for one in articles
        ]
        row = _row(name + suffix, *total(parts))
        means.append(row.values[-1] or 0.0)
        yield row
    yield Row(name=f"mean{suffix}", values=(None, None, sum(means) / len(means)))


def _name_pairs(articles: Sequence[_Article]) -> tuple[float, float]:
    """Precision and recall of pairs of names, of those that both have."""
    right = given = wanted = 0
    for article in articles:
        named = [pair for pair in article.pairs if pair[0].kind == "name"]
        for (gold, ours), (other, theirs) in combinations(named, 2):
            is_one, we_say_so = gold.entity == other.entity, ours.entity.id == theirs.entity.id
            right, given, wanted = (
                right + (is_one and we_say_so),
                given + we_say_so,
                wanted + is_one,
            )
    return ratio(right, given), ratio(right, wanted)


def _pronouns(articles: Sequence[_Article]) -> tuple[float, float]:
    """Precision and recall of he and she: right with a name of the same entity in their chain."""
    right = given = wanted = 0
    for article in articles:
        names_of = {(ours.entity.id, g.entity) for g, ours in article.pairs if g.kind == "name"}
        known = {id for id, _ in names_of}
        people = word_set("coreference", "person")
        wanted += sum(gold.text.lower() in people for gold in article.key)
        for gold, ours in article.pairs:
            if gold.text.lower() in people and ours.entity.id in known:
                given += 1
                right += (ours.entity.id, gold.entity) in names_of
    return ratio(right, given), ratio(right, wanted)


def _links(
    article: _Article, titles: Mapping[str, frozenset[str]]
) -> Iterator[tuple[GoldMention, Entity | None, bool]]:
    """Give each titled entity of the gold, once, with a named entity of ours that stands for it.

    It is right when a name or an external id of one of ours is the title, or another of its titles.
    """
    ours: dict[str, dict[str, Entity]] = defaultdict(dict)
    for gold, found in article.pairs:
        if _is_named(found.entity):
            ours[gold.entity][found.entity.id] = found.entity
    for mention in {
        one.entity: one for one in reversed(article.key) if one.title and one.kind == "name"
    }.values():
        candidates = ours.get(mention.entity, {}).values()
        wanted = _wanted(mention.title, titles)
        best = next((one for one in candidates if _called(one) & wanted), None)
        first = best or next(iter(candidates), None)
        yield mention, first, best is not None


def _wanted(title: str, titles: Mapping[str, frozenset[str]]) -> set[str]:
    """All names that a title stands for: "Irving, Texas" and "Irving", "Mercury (planet)"."""
    found = set()
    for one in (title, *titles.get(title, ())):
        plain = re.sub(r"\s*\([^)]*\)$", "", one.replace("_", " "))
        found |= {_letters(plain), _letters(plain.partition(", ")[0])}
    return found


def _called(entity: Entity) -> set[str]:
    ids = (iri.rpartition("/")[2] for iri in entity.external)
    return {_letters(name) for name in (*names(entity), *ids)}


def _letters(name: str) -> str:
    """A name without what copies differ in: an article, blanks, hyphens, accents."""
    return re.sub(r"\W", "", fold(name).removeprefix("the "))


def _is_named(entity: Entity) -> bool:
    return "/entity/" in entity.id


def _notes(articles: Sequence[_Article]) -> Iterator[str]:
    key, met = (
        sum(len(part) for part in parts)
        for parts in zip(*((article.key, article.pairs) for article in articles), strict=True)
    )
    yield (
        f"{met} of {key} gold mentions are a subject, object or claimant of a statement; "
        "other mentions leave no offsets, so recall is that of the statements"
    )
    if met < _FEW * key:
        yield "too few for comparison with a coreference program: read the rows 'in both'"


def _findings(article: _Article, titles: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    for found in article.spurious:
        text = f"{found.text} is no mention, but {found.entity.label}"
        yield Finding(verdict="spurious", rule=found.rule, place=article.id, text=text)
    yield from _mixed(article)
    for mention, ours, is_right in _links(article, titles):
        if not is_right:
            got = ours.label if ours else "nothing"
            verdict = "wrong link" if ours else "missed link"
            text = f"{mention.text} is {mention.title}, not {got}"
            yield Finding(verdict=verdict, rule="", place=article.id, text=text)


def _mixed(article: _Article) -> Iterator[Finding]:
    """Our chains that join entities of the gold, and the gold's that we split."""
    joined: dict[str, dict[str, str]] = defaultdict(dict)
    split: dict[str, dict[str, str]] = defaultdict(dict)
    for gold, ours in article.pairs:
        joined[ours.entity.id].setdefault(gold.entity, gold.text)
        split[gold.entity].setdefault(ours.entity.id, ours.text)
    for verdict, groups in (("joined", joined), ("split", split)):
        for parts in groups.values():
            if len(parts) > 1:
                text = " / ".join(parts.values())
                yield Finding(verdict=verdict, rule="", place=article.id, text=text)
