"""Articles to parses: paragraphs, the spaCy pipeline, verb lemmas, dates.

What may go in: what reads language and knows nothing of statements or entities.
"""

from kg.nlp.parser import (
    Paragraph,
    Parsed,
    batched,
    installed_name,
    load_model,
    model_name,
    parse,
    parse_again,
)

__all__ = [
    "Paragraph",
    "Parsed",
    "batched",
    "installed_name",
    "load_model",
    "model_name",
    "parse",
    "parse_again",
]
