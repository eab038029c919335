"""The attribute ruler of a pipeline, made quick.

What may go in: doing what spaCy's `AttributeRuler` does, with the same patterns and result. It
runs a matcher of all patterns over each token, which is a tenth of the parse; but most of its
patterns look at one token, and at a few words by name. What those make of a token is remembered by
tag, label and, if a pattern names it, word; the matcher is left those of several tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_LOOKED_AT: list[int | str] = ["TAG", "DEP", "LOWER", "IS_SPACE"]
_WORD = _LOOKED_AT.index("LOWER")
_Key: TypeAlias = tuple[int, ...]


def quicken(nlp: Language) -> None:
    """Replace the matching of a pipeline's attribute ruler by one that remembers, if it has one."""
    ruler = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if type(ruler) is AttributeRuler:
        quick = _Remembering(ruler)
        ruler.match = quick.match  # type: ignore[method-assign]
        ruler.set_annotations = quick.set_annotations  # type: ignore[method-assign]


def _is_single(pattern: Sequence[dict[str, Any]]) -> bool:
    """Whether a pattern looks at one token, at what a key holds, and at words by name only."""
    is_known = set(pattern[0]) <= set(_LOOKED_AT)
    return len(pattern) == 1 and is_known and _words(pattern[0]) is not None


def _words(token: dict[str, Any]) -> list[str] | None:
    """The words that a pattern of a token names; None if it tells of them in another way."""
    match token.get("LOWER"):
        case None:
            return []
        case str(word):
            return [word]
        case {"IN": list(words), **further} if not further:
            return words
    return None


class _Remembering:
    """Gives the matches of a ruler, in the order in which it applies them."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._vocab, self._ruler = ruler.vocab, ruler
        self._single = Matcher(ruler.vocab)
        self._rest = Matcher(ruler.vocab)
        self._words: set[int] = set()
        self._known: dict[_Key, tuple[tuple[int, int], ...]] = {}
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            single = all(_is_single(one) for one in patterns)
            (self._single if single else self._rest).add(str(number), patterns)
            if single:
                self._words |= set(self._named(patterns))

    def _named(self, patterns: Iterable[Sequence[dict[str, Any]]]) -> Iterable[int]:
        """The words that patterns of one token name."""
        return (self._vocab.strings.add(word) for one in patterns for word in _words(one[0]) or ())

    def match(self, doc: Doc) -> list[tuple[int, int, int, int]]:
        """Give rule, name of the match, start and end, sorted: later rules have precedence."""
        strings = self._vocab.strings
        found = [(int(strings[m]), m, s, e) for m, s, e in self._rest(doc, allow_missing=True)]
        for i, row in enumerate(doc.to_array(_LOOKED_AT).tolist()):
            if row[_WORD] not in self._words:
                row[_WORD] = 0
            key = tuple(row)
            rules = self._known.get(key)
            if rules is None:
                rules = self._known[key] = self._rules(doc, i)
            found += [(number, match, i, i + 1) for number, match in rules]
        found.sort()
        return found

    def _rules(self, doc: Doc, i: int) -> tuple[tuple[int, int], ...]:
        matches = self._single(doc[i : i + 1], allow_missing=True)
        return tuple((int(self._vocab.strings[match]), match) for match, _, _ in matches)

    def set_annotations(self, doc: Doc, matches: Iterable[tuple[int, int, int, int]]) -> None:
        """Set what the rules of the matches say."""
        attributes, indices = self._ruler.attrs, self._ruler.indices
        for number, _, start, end in matches:
            index = indices[number]
            set_token_attrs(doc[start + index if index >= 0 else end + index], attributes[number])
