"""Which language an article is in. What may go in: telling English from everything else.

Most news that is read is English, which its commonest words show at once. What they do not show
is left to py3langid (M. Lui and T. Baldwin, "langid.py: An off-the-shelf language identification
tool", 2012; https://github.com/adbar/py3langid), which is imported for the first such text. In
doubt a text counts as English: the parser finds little in what is not, and a lost article is worse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset("the and of to that with from said which their has were been they".split())
_SHARE = 0.1  # of the words: news has 0.16 and more, other languages that were tried 0.0
_ENOUGH = 20  # words for that
_LEAST = 15  # letters: less is not judged
_LOOKED_AT = 5_000  # characters
_UNLIKELY = 0.005  # as a probability


def foreign_language(text: str) -> str | None:
    """Give the code of the language of a text that is not English; None if it may be.

    Args:
        text: an article's; its first 5,000 characters are looked at.

    Returns:
        A code of ISO 639-1, as "de".

    Example:
        >>> foreign_language("Die Polizei nahm am Sonntag in der Nähe des Hafens zwei Männer fest.")
        'de'
        >>> foreign_language("Turkey shot down a drone over Idlib.")
    """
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    if sum(map(len, words)) < _LEAST or _is_plainly_english(words):
        return None
    chances = dict(_classifier()(text[:_LOOKED_AT]))
    best = max(chances, key=lambda code: (chances[code], code))
    return best if best != "en" and chances["en"] < _UNLIKELY else None


@cache
def _classifier() -> Callable[[str], list[tuple[str, float]]]:
    """Load the classifier, which takes half a second, when it is first needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    rank: Callable[[str], list[tuple[str, float]]]
    rank = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).rank
    return rank


def _is_plainly_english(words: Sequence[str]) -> bool:
    common = sum(word in _COMMON for word in words)
    return len(words) >= _ENOUGH and common >= _SHARE * len(words)
