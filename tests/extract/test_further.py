"""What clauses tell besides what they say."""

from __future__ import annotations

import pytest

from tests.extract.parses import Case, case, params, read_all

CASES = [
    case(
        "Ann Lee studied law at Harvard.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON studied|VBD|ROOT|2|study
        law|NN|dobj|2 at|IN|prep|2 Harvard|NNP|pobj|4||ORG .|.|punct|2
        """,
        "Ann Lee --study--> law {at: Harvard} positive actual",
        "Ann Lee --study at--> Harvard positive actual",
    ),
    # Not of every verb.
    case(
        "Ann Lee left Tolvane at Harvard.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON left|VBD|ROOT|2|leave
        Tolvane|NNP|dobj|2||ORG at|IN|prep|2 Harvard|NNP|pobj|4||ORG .|.|punct|2
        """,
        "Ann Lee --leave--> Tolvane {at: Harvard} positive actual",
    ),
    case(
        "Bob Reed founded Tolvane with Ann Lee.",
        """
        Bob|NNP|compound|1||PERSON Reed|NNP|nsubj|2||+PERSON founded|VBD|ROOT|2|found
        Tolvane|NNP|dobj|2||ORG with|IN|prep|2 Ann|NNP|compound|6||PERSON
        Lee|NNP|pobj|4||+PERSON .|.|punct|2
        """,
        "Ann Lee --found--> Tolvane positive actual",
        "Bob Reed --found--> Tolvane {with: Ann Lee} positive actual",
    ),
    # Founded with money: money founds nothing.
    case(
        "Bob Reed founded Tolvane with Kestrel.",
        """
        Bob|NNP|compound|1||PERSON Reed|NNP|nsubj|2||+PERSON founded|VBD|ROOT|2|found
        Tolvane|NNP|dobj|2||ORG with|IN|prep|2 Kestrel|NNP|pobj|4||ORG .|.|punct|2
        """,
        "Bob Reed --found--> Tolvane {with: Kestrel} positive actual",
    ),
    case(
        "Ann Lee worked at Tolvane and for Harlow Media.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON worked|VBD|ROOT|2|work at|IN|prep|2
        Tolvane|NNP|pobj|3||ORG and|CC|cc|3 for|IN|conj|3 Harlow|NNP|compound|8||ORG
        Media|NNP|pobj|6||+ORG .|.|punct|2
        """,
        "Ann Lee --work at--> Tolvane {for: Harlow Media} positive actual",
        "Ann Lee --work for--> Harlow Media positive actual",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_further(one: Case) -> None:
    assert read_all(one) == sorted(one.expected)


def test_what_is_denied_is_denied_of_both() -> None:
    one = case(
        "Bob Reed did not found Tolvane with Ann Lee.",
        """
        Bob|NNP|compound|1||PERSON Reed|NNP|nsubj|4||+PERSON did|VBD|aux|4|do||AUX
        not|RB|neg|4|||PART found|VB|ROOT|4 Tolvane|NNP|dobj|4||ORG with|IN|prep|4
        Ann|NNP|compound|8||PERSON Lee|NNP|pobj|6||+PERSON .|.|punct|4
        """,
    )
    assert all(line.endswith("negative actual") for line in read_all(one))
    assert len(read_all(one)) == 2
