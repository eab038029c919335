"""Names that no parse shows as mentions: in headings, within other names, in another script.

What may go in: finding them in the text by the names that are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.link.knowledge import KnowledgeBase
from kg.link.names import bare
from kg.model import Mention

LARGE = 500_000  # people; a city that a building or body may be called after
_BODIES = ("Organization", "Facility", "Happening", "Document")
_LATIN = "\\x00-\\u024f\\u1e00-\\u20ff"
_OTHER_SCRIPT = re.compile(
    rf" \((?:[A-Z][a-z]+: )?([^{_LATIN}\u0250-\u02ff]+(?: [^{_LATIN}\u0250-\u02ff]+)*)"
)


def written_again(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give further places at which an article writes one of its names.

    In headings and captions, which are not parsed; where the model overlooked it; and within a name
    of something else: Google in "Google Science Fair", but no man within his son's name.

    Args:
        text: the article's.
        mentions: its names that are known, in text order.

    Yields:
        Names; none within a known one of a person.
    """
    forms: dict[str, Mention] = {}
    for one in mentions:
        if one.kind == "name" and one.text[:1].isupper() and len(one.text) > 1:
            forms.setdefault(bare(one.text), one)
    at = 0
    free = []
    for one in mentions:
        free += [(at, one.start)] + [(one.start, one.end - 1)] * (one.type != "Person")
        at = one.end
    free = [(first, last) for first, last in (*free, (at, len(text))) if first < last]
    stretches = "\0".join(text[first:last] for first, last in free)
    there = [form for form in forms if form in stretches]
    if not there:
        return
    longest_first = sorted(map(re.escape, there), key=lambda form: (-len(form), form))
    written = re.compile(rf"(?<![\w#@-])(?:{'|'.join(longest_first)})(?![\w-])")
    for stretch in free:
        for found in written.finditer(text, *stretch):
            start, end = found.span()
            yield replace(forms[found[0]], start=start, end=end, text=found[0], phrase=None)


def in_other_script(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Give names that stand in another script right after a name, each with that one.

    "Liu Wei (Chinese: …)": the name of a language may stand before.
    """
    for one in mentions:
        found = _OTHER_SCRIPT.match(text, one.end) if one.kind == "name" else None
        if found:
            start, end = found.span(1)
            yield one, replace(one, start=start, end=end, text=found[1], phrase=None)


def places_within(mentions: Iterable[Mention], knowledge: KnowledgeBase) -> Iterator[Mention]:
    """Well-known places in names of bodies: Japan in "Bank of Japan"."""
    for one in mentions:
        words = list(re.finditer(r"[\w.]+", one.text))
        if one.kind != "name" or one.type not in _BODIES or len(words) < 2:
            continue
        for i, first in enumerate(words):
            for last in words[i : i + 3]:
                text = one.text[first.start() : last.end()]
                if text != one.text and _is_well_known(text, knowledge):
                    start = one.start + first.start()
                    yield replace(one, start=start, end=start + len(text), text=text, type="Place")


def _is_well_known(text: str, knowledge: KnowledgeBase) -> bool:
    """Whether a name is that of a country, region or large city, and of no second one."""
    if not text[:1].isupper():
        return False
    known = [c.record for c in knowledge.candidates(text) if c.how != "demonym"]
    wide = [r for r in known if r.type in ("Country", "Region") or r.population > LARGE]
    return len(wide) == 1 and known[0] == wide[0]
