"""What kg is measured beside: spaCy as it comes, with the components that kg uses."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.language import Language

from kg import Article
from kg.nlp.paragraphs import blocks
from kg.nlp.parser import BATCH, DEFAULT_MODEL, without_version_warning


def load_bare() -> Language:
    """Load the default pipeline as spaCy does, without the component that kg leaves out."""
    with without_version_warning():
        return spacy.load(DEFAULT_MODEL, exclude=["senter"])


def parse_bare(nlp: Language, articles: Sequence[Article]) -> None:
    """Parse the paragraphs that kg parses, those of all articles in common batches."""
    texts = [b.text for a in articles for b in blocks(a.text, title=a.title) if not b.heading]
    with nlp.memory_zone():
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass
