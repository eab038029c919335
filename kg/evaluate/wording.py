"""When two wordings mean one thing. What may go in: folding words and comparing names, for the
gold of facts, which lists acceptable wordings; and the words by which a statement and its ends
are known. Which words count for nothing is data (`ontologies/evaluation/wording.toml`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from kg.evaluate.gold import settings, word_set
from kg.model import Attribution, Entity, Relation, Statement, Value

_MORE = 3  # words that a found name may have beside the gold's
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_POSSESSIVE = re.compile(r"'s\b")
_WORD = re.compile(r"[a-z0-9]+")


def stem(word: str) -> str:
    """Take a word's ending off, roughly: both sides of a comparison lose the same.

    Example:
        >>> stem("planned"), stem("bases"), stem("ministries"), stem("fought")
        ('plan', 'bas', 'ministry', 'fight')
    """
    word = settings("wording")["facts"]["irregular"].get(word, word)
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return str(word[:-3] + "y")
    ending = next((end for end in ("ing", "ed", "es", "s") if _may_lose(word, end)), "")
    if ending:
        word = word.removesuffix(ending)
        doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls"
        word = word[:-1] if doubled else word
    return str(word.rstrip("e"))


def _may_lose(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) >= len(ending) + 3


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Give the stems of a wording's words, small words left out.

    Example:
        >>> words("the Hamadan Airbase's runways"), words("launchesStrikesOn")
        (('hamadan', 'air', 'bas', 'runway'), ('launch', 'strik', 'on'))
    """
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    plain = plain.replace("U.S.", "US").replace("’", "'")
    plain = _CAMEL.sub(" ", plain).replace("_", " ").lower()
    plain = _POSSESSIVE.sub("", plain)
    for spelling, usual in settings("wording")["facts"]["spellings"]:
        plain = plain.replace(spelling, usual)
    small = word_set("facts", "small")
    return tuple(stem(word) for word in _WORD.findall(plain) if word not in small)


@lru_cache(maxsize=65536)
def same_name(gold: str, found: str) -> bool:
    """Tell whether a found name is the gold's, with at most three more words before its last.

    Example:
        >>> same_name("air base", "the Hamadan air base"), same_name("Iran", "Iran's army")
        (True, False)
    """
    wanted, given = words(gold), words(found)
    if not wanted or not set(wanted) <= set(given) or len(given) > len(wanted) + _MORE:
        return False
    return len(given) == len(wanted) or given[-1] == wanted[-1]


@lru_cache(maxsize=65536)
def same_relation(gold: str, found: str) -> bool:
    """Tell whether a found relation is the gold's, but for words that only link.

    Example:
        >>> same_relation("use", "has used"), same_relation("use", "refuses to use")
        (True, False)
    """
    wanted, given = set(words(gold)), set(words(found))
    return bool(wanted) and wanted <= given and given - wanted <= _links()


@lru_cache(maxsize=1)
def _links() -> frozenset[str]:
    linking = word_set("facts", "links") | word_set("facts", "small")
    return frozenset(stem(word) for word in linking)


def any_same(golds: Iterable[str], founds: Iterable[str], same: Callable[[str, str], bool]) -> bool:
    """Tell whether any acceptable wording is the same as any found one."""
    kept = tuple(founds)
    return any(same(gold, found) for gold in golds for found in kept)


def names(node: Entity | Value | Attribution | None) -> tuple[str, ...]:
    """Give all names of an end of a statement: its label, then its aliases.

    Example:
        >>> names(Entity(id="x", label="Russia", type="Country", aliases=("Moscow",)))
        ('Russia', 'Moscow')
    """
    if isinstance(node, Attribution):
        node = node.entity
    if isinstance(node, Entity):
        return tuple(name for name in (node.label, *node.aliases) if name)
    return (node.label,) if node is not None and node.label else ()


def relation_names(relation: Relation) -> tuple[str, ...]:
    """Give a relation's label and the end of its IRI."""
    end = re.split(r"[/#:]", relation.id)[-1]
    return tuple(name for name in (relation.label, end) if name)


def spelled(statement: Statement) -> str:
    """Spell a statement out in one line, with what qualifies it."""
    parts = [statement.subject.label, statement.relation.label]
    parts += [statement.object.label] if statement.object else []
    marks: list[str] = [statement.polarity, statement.modality]
    marks = [mark for mark in marks if mark not in ("positive", "actual")]
    marks += [f"says {statement.attribution.entity.label}"] if statement.attribution else []
    marks += [statement.time.value] if statement.time else []
    return " ".join(parts) + (f" ({', '.join(marks)})" if marks else "")
