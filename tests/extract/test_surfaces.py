"""The open tuple of a clause: whole phrases, in the article's words, one for all statements."""

from __future__ import annotations

import pytest

from kg.model import Surface
from tests.extract.parses import Case, case, extractions_of, readers_of


def _surfaces(one: Case) -> set[Surface]:
    return {e.surface for e in extractions_of(readers_of(one)) if e.surface is not None}


@pytest.mark.parametrize(
    ("one", "subject", "relation", "arguments"),
    [
        (
            case(
                "Russia and Iran quickly hit depots in Syria on Monday.",
                """
                Russia|NNP|nsubj|4||GPE and|CC|cc|0 Iran|NNP|conj|0||GPE quickly|RB|advmod|4
                hit|VBD|ROOT|4 depots|NNS|dobj|4|depot in|IN|prep|5 Syria|NNP|pobj|6||GPE
                on|IN|prep|4 Monday|NNP|pobj|8||DATE .|.|punct|4
                """,
            ),
            "Russia and Iran",
            "quickly hit",
            ("depots in Syria", "on Monday"),
        ),
        (
            case(
                "Depots were destroyed by Russia, which denied it.",
                """
                Depots|NNS|nsubjpass|2|depot were|VBD|auxpass|2|be destroyed|VBN|ROOT|2|destroy
                by|IN|agent|2 Russia|NNP|pobj|3||GPE ,|,|punct|4 which|WDT|nsubj|7
                denied|VBD|relcl|4|deny it|PRP|dobj|7 .|.|punct|2
                """,
            ),
            "Depots",
            "were destroyed",
            ("by Russia",),
        ),
        (
            case(
                "Russia operates from Iran.",
                """
                Russia|NNP|nsubj|1||GPE operates|VBZ|ROOT|1|operate from|IN|prep|1
                Iran|NNP|pobj|2||GPE .|.|punct|1
                """,
            ),
            "Russia",
            "operates from",
            ("Iran",),
        ),
    ],
)
def test_surface(one: Case, subject: str, relation: str, arguments: tuple[str, ...]) -> None:
    assert Surface(subject=subject, relation=relation, arguments=arguments) in _surfaces(one)


def test_one_clause_has_one_surface() -> None:
    one = case(
        "Russia hit depots and camps.",
        """
        Russia|NNP|nsubj|1||GPE hit|VBD|ROOT|1 depots|NNS|dobj|1|depot and|CC|cc|2
        camps|NNS|conj|2|camp .|.|punct|1
        """,
    )
    assert {s.arguments for s in _surfaces(one)} == {("depots and camps",)}
