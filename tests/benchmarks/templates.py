"""Distinct articles without end, made of texts of the field at run time; nothing of them is kept.

What may go in: making templates of paragraphs, and filling them. Each paragraph of the development
texts (../shared/bench/data, where that folder is, else `seeds/`) is a template whose slots are its
names and numbers. An article is a row of paragraphs drawn at random, its slots filled with other
names of their kind, a name always by the same one; people get a first and a last name of two
others, so that new people come with every article, as in news. The number of an article tells all
that is random in it.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg import Article, read_articles
from kg.nlp import load_model, parse

if TYPE_CHECKING:
    from spacy.tokens import Span

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "bench" / "data"
SOURCES = ("gum-news", "plover-dev", "knowledgenet-1.passages")
_WORDS = 400  # of an article, about
_KINDS = ("PERSON", "ORG", "GPE", "CARDINAL", "MONEY")
_FIRST_DAY = date(2015, 1, 1)


@dataclass(frozen=True, slots=True)
class Template:
    """A paragraph; each slot is a piece of it and the kind of name that stands there."""

    text: str
    slots: tuple[tuple[int, int, str], ...]
    words: int


@dataclass(frozen=True, slots=True)
class Templates:
    """All paragraphs, and the names that fill their slots, by kind."""

    paragraphs: tuple[Template, ...]
    names: dict[str, tuple[str, ...]]

    def article(self, number: int) -> Article:
        """Make the article of a number."""
        rng = random.Random(number)
        chosen: list[Template] = []
        while sum(one.words for one in chosen) < _WORDS:
            chosen.append(rng.choice(self.paragraphs))
        filled: dict[tuple[str, str], str] = {}
        text = "\n\n".join(self._fill(one, filled, rng) for one in chosen)
        published = _FIRST_DAY + timedelta(days=number % 3000)
        return Article.of(id=f"made/{number:07}", text=text, published=published.isoformat())

    def _fill(
        self, template: Template, filled: dict[tuple[str, str], str], rng: random.Random
    ) -> str:
        pieces, last = [], 0
        for start, end, kind in template.slots:
            name = template.text[start:end]
            key = (kind, name)
            if key not in filled:
                filled[key] = self._name(kind, name, filled, rng)
            pieces += [template.text[last:start], filled[key]]
            last = end
        return "".join((*pieces, template.text[last:]))

    def _name(
        self, kind: str, name: str, filled: dict[tuple[str, str], str], rng: random.Random
    ) -> str:
        if kind != "PERSON":
            return rng.choice(self.names[kind])
        for (other, fuller), chosen in filled.items():
            if other == kind and fuller.endswith(f" {name}"):  # the surname of one named before
                return chosen.rsplit(" ", 1)[-1]
        first, last = (rng.choice(self.names[kind]).split() for _ in range(2))
        return f"{first[0]} {last[-1]}" if " " in name else last[-1]


@cache
def templates() -> Templates:
    """Read and parse the development texts, and make templates of their paragraphs."""
    names: dict[str, set[str]] = defaultdict(set)
    made: list[Template] = []
    nlp = load_model()
    for parsed in parse(_sources(), nlp):
        for one in parsed.paragraphs:
            slots = [ent for ent in one.doc.ents if ent.label_ in _KINDS and _is_plain(ent)]
            for ent in slots:
                names[ent.label_].add(ent.text)
            made.append(
                Template(
                    one.doc.text,
                    tuple((ent.start_char, ent.end_char, ent.label_) for ent in slots),
                    len(one.doc.text.split()),
                )
            )
    return Templates(tuple(made), {kind: tuple(sorted(names[kind])) for kind in sorted(names)})


def _is_plain(ent: Span) -> bool:
    return "'" not in ent.text and "’" not in ent.text and "\n" not in ent.text


def _sources() -> Iterator[Article]:
    paths = [str(DATA / f"{name}.jsonl") for name in SOURCES] if DATA.is_dir() else []
    for one in read_articles(paths or [str(ROOT / "seeds")]):
        if isinstance(one, Article):
            yield one


def corpus(words: int, made: Templates | None = None) -> Iterator[Article]:
    """Give articles of about so many words in all, one by one."""
    made = made or templates()
    count = number = 0
    while count < words:
        article = made.article(number)
        count += len(article.text.split())
        number += 1
        yield article


def write_corpus(path: Path, words: int, made: Templates | None = None) -> int:
    """Write articles as JSON Lines; give how many."""

    count = 0
    with path.open("w", encoding="utf-8") as file:
        for article in corpus(words, made):
            row = {"id": article.id, "text": article.text, "date": article.published}
            print(json.dumps(row, ensure_ascii=False), file=file)
            count += 1
    return count
