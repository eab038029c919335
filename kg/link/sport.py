"""Which sport an article reports a match of. What may go in: telling it by the article's words."""

from __future__ import annotations

import re
from collections import Counter

from kg.ontology import Ontology

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_FEW = 8  # words of sport that a report has at least
_SHARE = 0.02  # of all its words


def sport_of(text: str, ontology: Ontology) -> str | None:
    """Tell of which sport an article reports a match.

    Args:
        text: the article's.
        ontology: its lexicon marks the nouns of sport.

    Returns:
        The sport that it names most often; None when it names none, or its words are not those of
        such a report.
    """
    words = Counter(_WORD.findall(text.lower()))
    terms = Counter[str]()
    sports = Counter[str]()
    for word, count in words.items():
        entry = ontology.word(word, "noun")
        if not entry.is_a("SportTerm"):
            entry = ontology.word(word.removesuffix("s"), "noun")
        if entry.is_a("SportTerm"):
            terms[entry.lemma] += count
            if entry.is_a("Sport"):
                sports[entry.lemma] += count
    if terms.total() < max(_FEW, _SHARE * words.total()) or not sports:
        return None
    return min(sports, key=lambda name: (-sports[name], name))
