"""What the tests of the store share: a few short articles, each in two versions."""

from __future__ import annotations

from kg import Article

TEXTS = {
    "ferry": (
        "Ines Calloway, the chief executive of Corvane Shipping, opened a ferry line on Monday.",
        "Ines Calloway, the chief executive of Corvane Shipping, closed a ferry line on Monday."
        " Calloway blamed the price of oil.",
    ),
    "museum": (
        "Ines Calloway, the director of Halvert Museum, bought a painting on Monday.",
        "Ines Calloway praised Tobias Renning on Monday.",
    ),
    "name": (
        "Corvane Shipping has renamed itself Meridian Lines.",
        "Corvane Shipping has not renamed itself, Ines Calloway said on Monday.",
    ),
    "later": (
        "Meridian Lines reported a loss on Monday. Meridian Lines fired Tobias Renning.",
        "Meridian Lines hired Tobias Renning on Monday.",
    ),
    "base": (
        "Russia launched bombers on Tuesday from the Hamadan air base in Iran, the Russian Defense"
        " Ministry said.",
        "Russia did not use the Hamadan air base in Iran on Tuesday, Iran said.",
    ),
    "wire": (
        "Russia launched bombers on Tuesday from the Hamadan air base in Iran, the Russian Defense"
        " Ministry said on Wednesday.",
        "Iran hosts Russia, John Kerry said.",
    ),
}


def article(name: str, version: int = 0) -> Article:
    """One of the articles above."""
    return Article.of(id=name, text=TEXTS[name][version], published="2021-03-01", source="tests")
