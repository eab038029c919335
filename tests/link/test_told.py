"""What an article's extractions tell of the classes of names."""

from __future__ import annotations

import pytest

from kg.link.knowledge import load_knowledge_base
from kg.link.told import told_kinds
from tests.extract.parses import Case, case, ontology, parsed

BORN = case(
    "Tolvane was born in Leeds.",
    """
    Tolvane|NNP|nsubjpass|2||ORG was|VBD|auxpass|2|be||AUX born|VBN|ROOT|2|bear in|IN|prep|2
    Leeds|NNP|pobj|3||GPE .|.|punct|2
    """,
)
FOUNDED = case(
    "Tolvane was founded in Leeds.",
    """
    Tolvane|NNP|nsubjpass|2||ORG was|VBD|auxpass|2|be||AUX founded|VBN|ROOT|2|found in|IN|prep|2
    Leeds|NNP|pobj|3||GPE .|.|punct|2
    """,
)
PARENT = case(
    "Tolvane, the parent of Kestrel, left.",
    """
    Tolvane|NNP|nsubj|7||ORG ,|,|punct|0 the|DT|det|3 parent|NN|appos|0 of|IN|prep|3
    Kestrel|NNP|pobj|4||ORG ,|,|punct|0 left|VBD|ROOT|7|leave .|.|punct|7
    """,
)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        pytest.param(BORN, {"Tolvane": "Person"}, id="who is born is a person"),
        pytest.param(FOUNDED, {}, id="what is founded need not be"),
        pytest.param(PARENT, {}, id="a firm may be a parent"),
    ],
)
def test_told_kinds(one: Case, told: dict[str, str]) -> None:
    _, extractions, _ = parsed(one)
    found = told_kinds(
        extractions, full=lambda name: name, knowledge=load_knowledge_base(), ontology=ontology()
    )
    assert found == told
