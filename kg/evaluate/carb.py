"""Open tuples against CaRB (Bhardwaj, Aggarwal and Mausam, "CaRB: A Crowdsourced Benchmark for
Open IE", EMNLP 2019).

What may go in: this measure: the paper's token matching of tuples, its multi-match recall and its
one-to-one precision. It looks at `surface`, the article's own words, not at what they were linked
to, and it rewards long arguments: it tells how whole the phrases are, not how true.
"""

from __future__ import annotations

import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kg.errors import InputError
from kg.evaluate.gold import check_same_articles, lines, read_texts, word_set
from kg.evaluate.report import Finding, Report, Row, f1, ratio, tally
from kg.model import Statement

_STEPS = 40  # thresholds tried at most
_BRACKET = re.compile(r"-[LR][RSC]B-")
_PUNCTUATION = re.compile(f"[{re.escape(string.punctuation)}]")
_TOKEN = re.compile(r"'s|n't|[\w.$%&-]*\w[%]?|[^\w\s]")
_Words: TypeAlias = tuple[str, ...]
_Grid: TypeAlias = list[list[tuple[float, float]]]  # of each gold tuple, by each found one


@dataclass(frozen=True, slots=True)
class Tuple:
    """An open tuple; `sides` are the words of the first argument, and of all others together."""

    relation: str
    sides: tuple[_Words, ...]

    @classmethod
    def of(cls, relation: str, arguments: Sequence[str]) -> Tuple:
        """Make a tuple of its relation and arguments, tokens parted by blanks."""
        sides = [" ".join(part).split() for part in (arguments[:1], arguments[1:]) if part]
        return cls(relation, tuple(map(tuple, sides)))

    def __str__(self) -> str:
        return " | ".join((self.relation, *map(" ".join, self.sides)))


@dataclass(frozen=True, slots=True)
class _Found:
    tuple: Tuple
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence's gold tuples, those found, and how well each meets each."""

    text: str
    gold: tuple[Tuple, ...]
    found: tuple[_Found, ...]
    grid: _Grid


def score(gold: Path, statements: Sequence[Statement], documents: Path | None = None) -> Report:
    """Score the open tuples of statements.

    Args:
        gold: lines of sentence, relation and arguments, parted by tabs.
        statements: of the sentences, each an article.
        documents: JSON Lines with the id and text of each sentence.

    Raises:
        InputError: a file cannot be used.
    """
    texts = read_texts(documents, "carb")
    wanted = _read_gold(gold)
    check_same_articles(statements, texts, gold)
    found = _tuples(statements, texts)
    sentences = [_sentence(text, tuples, found.get(text, ())) for text, tuples in wanted.items()]
    points = [_point(sentences, t) for t in _thresholds(found)]
    best = max(points, key=lambda values: (values[-1], *values[2:4], values[0]))
    return Report(
        measure="carb",
        columns=("threshold", "tuples", "precision", "recall", "F1"),
        rows=(Row(name="all tuples", values=points[0]), Row(name="best threshold", values=best)),
        notes=("of the words of evidence (surface), which says nothing about their truth",),
        findings=tuple(finding for sentence in sentences for finding in _findings(sentence)),
        rules=tally(judged for sentence in sentences for judged in _judged(sentence)),
    )


def _key(sentence: str) -> str:
    """A sentence's letters: blanks, punctuation and the names of brackets differ between copies."""
    return _PUNCTUATION.sub("", _BRACKET.sub("", sentence.replace(" ", "")))


def _read_gold(path: Path) -> Mapping[str, list[Tuple]]:
    found: dict[str, list[Tuple]] = defaultdict(list)
    for _, line in lines(path):
        sentence, *rest = (field.strip() for field in line.strip().split("\t"))
        if len(rest) >= 2:
            relation, *arguments = rest
            kept = [argument for argument in arguments if "C: " not in argument]  # contexts
            found[_key(sentence)].append(Tuple.of(relation, kept))
    if not found:
        raise InputError(f"{path}: no line has a sentence, a relation and an argument")
    return found


def _tuples(
    statements: Sequence[Statement], texts: Mapping[str, str]
) -> Mapping[str, tuple[_Found, ...]]:
    """Give the tuples of each sentence, each once at each confidence."""
    found: dict[str, dict[tuple[object, ...], _Found]] = defaultdict(dict)
    for statement in statements:
        for evidence in statement.evidence:
            surface, text = evidence.surface, texts.get(evidence.article)
            if surface is None or not surface.arguments or text is None:
                continue
            parts = (surface.relation, surface.subject, *surface.arguments)
            relation, *arguments = (_parted(part, text) for part in parts)
            one = _Found(Tuple.of(relation, arguments), statement.confidence, evidence.rule)
            found[_key(text)].setdefault((one.confidence, relation, *arguments), one)
    return {text: tuple(several.values()) for text, several in found.items()}


def _parted(words: str, text: str) -> str:
    """Part tokens as the gold does; a slice of the sentence has its blanks already."""
    return words if words in text else " ".join(_TOKEN.findall(words))


def _sentence(text: str, gold: Sequence[Tuple], found: Sequence[_Found]) -> _Sentence:
    grid = [[match(wanted, given.tuple) for given in found] for wanted in gold]
    return _Sentence(text=text, gold=tuple(gold), found=tuple(found), grid=grid)


def match(gold: Tuple, found: Tuple) -> tuple[float, float]:
    """Give the token precision and recall of a found tuple against one of the gold.

    Of a relation of speech the arguments may be exchanged.

    Example:
        >>> match(Tuple.of("met", ["He", "her"]), Tuple.of("met", ["He", "a man"]))
        (0.5, 0.6666666666666666)
        >>> match(Tuple.of("met", ["He", "her"]), Tuple.of("saw", ["He", "her"]))
        (0.0, 0.0)
    """
    straight = _overlap(gold, found.relation, found.sides)
    if any(verb in gold.relation for verb in word_set("carb", "said")):
        return max(straight, _overlap(gold, found.relation, found.sides[::-1]))
    return straight


def _overlap(gold: Tuple, relation: str, sides: Sequence[_Words]) -> tuple[float, float]:
    """Count common words, side by side; without a common word of the relation nothing counts."""
    wanted, given = gold.relation.split(), relation.split()
    left = Counter(given) - Counter(wanted)
    matched = len(given) - left.total()
    matched += left["be"] > 0 and not word_set("carb", "be").isdisjoint(wanted)
    if not matched or len(sides) < len(gold.sides):
        return 0.0, 0.0
    both = list(zip(gold.sides, sides, strict=False))
    matched += sum((Counter(g) & Counter(f)).total() for g, f in both)
    given_words = len(given) + sum(len(f) for _, f in both)
    wanted_words = len(wanted) + sum(len(g) for g, _ in both)
    return matched / given_words, matched / wanted_words


def _thresholds(found: Mapping[str, Sequence[_Found]]) -> list[float]:
    """Give the confidences that occur, or some of them when there are many."""
    kept = sorted({one.confidence for several in found.values() for one in several}) or [0.0]
    return kept[:: max(1, len(kept) // _STEPS)] if len(kept) > _STEPS else kept


def _point(sentences: Sequence[_Sentence], threshold: float) -> tuple[float | int, ...]:
    """Give threshold, tuples kept, precision, recall and F1."""
    wanted = sum(len(sentence.gold) for sentence in sentences)
    given, precise, recalled = 0, 0.0, 0.0
    for sentence in sentences:
        columns = [n for n, one in enumerate(sentence.found) if one.confidence >= threshold]
        given += len(columns)
        if columns:
            precise += sum(value for _, value in _paired(sentence.grid, columns))
            recalled += sum(max(row[n][1] for n in columns) for row in sentence.grid)
    precision, recall = ratio(precise, given), ratio(recalled, wanted)
    return (threshold, given, precision, recall, f1(precision, recall))


def _paired(grid: _Grid, columns: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Pair tuples one to one, the most precise pair first: each column paired, and its value."""
    rows, free = set(range(len(grid))), set(columns)
    while rows and free:
        value, row, column = max((grid[i][j][0], -i, -j) for i in rows for j in free)
        rows.remove(-row)
        free.remove(-column)
        yield -column, value


def _judged(sentence: _Sentence) -> Iterator[tuple[str, bool]]:
    """A tuple counts as right when its pair in the gold holds most of its words."""
    paired = dict(_paired(sentence.grid, range(len(sentence.found))))
    for number, one in enumerate(sentence.found):
        yield one.rule, paired.get(number, 0.0) > 0.5


def _findings(sentence: _Sentence) -> Iterator[Finding]:
    """Gold tuples that nothing meets, and found tuples that meet nothing."""
    for tuple_, row in zip(sentence.gold, sentence.grid, strict=True):
        if not any(recall for _, recall in row):
            yield Finding(verdict="missed", rule="", place=sentence.text[:40], text=str(tuple_))
    for number, one in enumerate(sentence.found):
        if not any(row[number][0] for row in sentence.grid):
            place = sentence.text[:40]
            yield Finding(verdict="wrong", rule=one.rule, place=place, text=str(one.tuple))
