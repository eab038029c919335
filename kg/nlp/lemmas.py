"""Corrects verb lemmas that the rule lemmatizer gets wrong. What may go in: morphology of verbs."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.nlp.tokens import Doc

# One syllable, one vowel, one consonant that English doubles before -ed and -ing (hopped, hop).
_DOUBLING = re.compile(r"^[^aeiouy]*[aeiou][bcdfgklmnprstvz]$")
# Two consonants and an e, other than the endings that verbs have: solve, judge, dance, waste.
_CLUSTER = re.compile(r"[bdfghkmnprtw][bdfghkmnptx]e$")
_HISSING = ("s", "x", "z", "ch", "sh", "o")


def correct_lemmas(doc: Doc) -> None:
    """Mend the lemma of verbs whose stem lost its e: hoped is hope, not hop.

    spaCy 3.8 strips -ed and -ing and takes the first stem that is a verb. English doubles the
    consonant of a short stem (hopped), so where it stands single the stem had an e. Longer stems
    are looked up in `lemminflect` (https://lemminflect.readthedocs.io), which is loaded only then.

    Args:
        doc: a parsed text; its verb tokens' `lemma_` is changed in place.
    """
    for token in doc:
        if token.tag_ in ("VBD", "VBN", "VBG", "VBZ"):
            mended = _mended(token.lower_, token.lemma_.lower())
            if mended != token.lemma_:
                token.lemma_ = mended


def _mended(form: str, lemma: str) -> str:
    """Give the lemma of a verb form, given the rule lemmatizer's.

    Example:
        >>> _mended("hoped", "hop"), _mended("visited", "visit"), _mended("hopes", "hop")
        ('hope', 'visit', 'hope')
    """
    if form == lemma + "es" and not lemma.endswith(_HISSING):
        return lemma + "e"  # -es follows only a hiss or an o: passes, but hopes
    if form == lemma + "d" and _CLUSTER.search(lemma):
        return _looked_up(form)  # "greenlighte" is no verb
    regular = form in (lemma + "ed", lemma + "ing")
    if regular and _DOUBLING.match(lemma):
        return lemma + "e"
    if form == lemma and form.endswith(("ed", "ing")) and len(form) > 5:
        return _looked_up(form)
    return lemma


@lru_cache(maxsize=4096)  # forms; verbs come back, and a look-up costs as much as a parse
def _looked_up(form: str) -> str:
    from lemminflect import getLemma

    found = getLemma(form, upos="VERB")
    return str(found[0]) if found else form
