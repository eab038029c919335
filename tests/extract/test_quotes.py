"""Who says what stands in quotation marks."""

from __future__ import annotations

import pytest

from tests.extract.parses import Case, case, params, read_all

CASES = [
    # The speaker of the clause of saying.
    case(
        '"Russia bombed Aleppo," Kerry said.',
        """
        "|``|punct|7 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|7|bomb Aleppo|NNP|dobj|2||GPE
        ,|,|punct|7 "|''|punct|7 Kerry|NNP|nsubj|7||PERSON said|VBD|ROOT|7|say .|.|punct|7
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        '"Russia did not bomb Aleppo," Lavrov said.',
        """
        "|``|punct|9 Russia|NNP|nsubj|4||GPE did|VBD|aux|4|do||AUX not|RB|neg|4|||PART
        bomb|VB|ccomp|9 Aleppo|NNP|dobj|4||GPE ,|,|punct|9 "|''|punct|9
        Lavrov|NNP|nsubj|9||PERSON said|VBD|ROOT|9|say .|.|punct|9
        """,
        "Russia --bomb--> Aleppo negative actual, Lavrov (said)",
    ),
    case(
        '"Russia bombed Aleppo," said Kerry, who met Lavrov.',
        """
        "|``|punct|6 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|6|bomb Aleppo|NNP|dobj|2||GPE
        ,|,|punct|6 "|''|punct|6 said|VBD|ROOT|6|say Kerry|NNP|nsubj|6||PERSON ,|,|punct|7
        who|WP|nsubj|10 met|VBD|relcl|7|meet Lavrov|NNP|dobj|10||PERSON .|.|punct|6
        """,
        "Kerry --meet--> Lavrov positive actual",
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        'Kerry said: "Russia bombed Aleppo."',
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say :|:|punct|1 "|``|punct|1
        Russia|NNP|nsubj|5||GPE bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|5||GPE .|.|punct|1
        "|''|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        '"Russia bombed Aleppo," the president of Turkey said.',
        """
        "|``|punct|10 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|10|bomb Aleppo|NNP|dobj|2||GPE
        ,|,|punct|10 "|''|punct|10 the|DT|det|7 president|NN|nsubj|10 of|IN|prep|7
        Turkey|NNP|pobj|8||GPE said|VBD|ROOT|10|say .|.|punct|10
        """,
        "Russia --bomb--> Aleppo positive actual, president of Turkey (said)",
    ),
    case(
        '"Russia bombed Aleppo," he said.',
        """
        "|``|punct|7 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|7|bomb Aleppo|NNP|dobj|2||GPE
        ,|,|punct|7 "|''|punct|7 he|PRP|nsubj|7 said|VBD|ROOT|7|say .|.|punct|7
        """,
        "Russia --bomb--> Aleppo positive actual, he (said)",
    ),
    case(
        'Kerry said Russia had "bombed Aleppo."',
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say Russia|NNP|nsubj|5||GPE
        had|VBD|aux|5|have||AUX "|``|punct|5 bombed|VBN|ccomp|1|bomb Aleppo|NNP|dobj|5||GPE
        .|.|punct|1 "|''|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        '"Russia," Kerry said, "bombed Aleppo."',
        """
        "|``|punct|1 Russia|NNP|nsubj|8||GPE ,|,|punct|5 "|''|punct|5 Kerry|NNP|nsubj|5||PERSON
        said|VBD|ROOT|5|say ,|,|punct|5 "|``|punct|5 bombed|VBD|ccomp|5|bomb
        Aleppo|NNP|dobj|8||GPE .|.|punct|5 "|''|punct|5
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        '"Russia bombed Aleppo," Kerry told Lavrov.',
        """
        "|``|punct|7 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|7|bomb Aleppo|NNP|dobj|2||GPE
        ,|,|punct|7 "|''|punct|7 Kerry|NNP|nsubj|7||PERSON told|VBD|ROOT|7|tell
        Lavrov|NNP|dobj|7||PERSON .|.|punct|7
        """,
        "Kerry --tell--> Lavrov positive actual",
        "Russia --bomb--> Aleppo positive actual, Kerry (told)",
    ),
    # The speaker is carried over to quoted sentences around.
    case(
        '"Russia bombed Aleppo," Kerry said. "Iran left Homs."',
        """
        "|``|punct|7 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|7|bomb Aleppo|NNP|dobj|2||GPE
        ,|,|punct|7 "|''|punct|7 Kerry|NNP|nsubj|7||PERSON said|VBD|ROOT|7|say .|.|punct|7
        "|``|punct|11 Iran|NNP|nsubj|11||GPE left|VBD|ROOT|11|leave Homs|NNS|dobj|11|hom|GPE
        .|.|punct|11 "|''|punct|11
        """,
        "Iran --leave--> Homs positive actual, Kerry (said)",
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        '"Russia bombed Aleppo. Iran left Homs," Kerry said.',
        """
        "|``|punct|2 Russia|NNP|nsubj|2||GPE bombed|VBD|ROOT|2|bomb Aleppo|NNP|dobj|2||GPE
        .|.|punct|2 Iran|NNP|nsubj|6||GPE left|VBD|ccomp|11|leave Homs|NNS|dobj|6|hom|GPE
        ,|,|punct|11 "|''|punct|11 Kerry|NNP|nsubj|11||PERSON said|VBD|ROOT|11|say .|.|punct|11
        """,
        "Iran --leave--> Homs positive actual, Kerry (said)",
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        '"Russia bombed Aleppo," Kerry said. "Iran left Homs." "Turkey left Homs," Lavrov said.',
        """
        "|``|punct|7 Russia|NNP|nsubj|2||GPE bombed|VBD|ccomp|7|bomb Aleppo|NNP|dobj|2||GPE
        ,|,|punct|7 "|''|punct|7 Kerry|NNP|nsubj|7||PERSON said|VBD|ROOT|7|say .|.|punct|7
        "|``|punct|11 Iran|NNP|nsubj|11||GPE left|VBD|ROOT|11|leave Homs|NNS|dobj|11|hom|GPE
        .|.|punct|11 "|''|punct|11 "|``|punct|22 Turkey|NNP|nsubj|17||GPE left|VBD|ccomp|22|leave
        Homs|NNS|dobj|17|hom|GPE ,|,|punct|22 "|''|punct|22 Lavrov|NNP|nsubj|22||ORG
        said|VBD|ROOT|22|say .|.|punct|22
        """,
        "Iran --leave--> Homs positive actual, Kerry (said)",
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
        "Turkey --leave--> Homs positive actual, Lavrov (said)",
    ),
    # I is the speaker; we are more than him.
    case(
        '"I visited Cairo," Kerry said.',
        """
        "|``|punct|7 I|PRP|nsubj|2|I visited|VBD|ccomp|7|visit Cairo|NNP|dobj|2||GPE ,|,|punct|7
        "|''|punct|7 Kerry|NNP|nsubj|7||PERSON said|VBD|ROOT|7|say .|.|punct|7
        """,
        "Kerry --visit--> Cairo positive actual, Kerry (said)",
    ),
    case(
        '"We attacked Georgia," said Putin.',
        """
        "|``|punct|6 We|PRP|nsubj|2 attacked|VBD|ccomp|6|attack Georgia|NNP|dobj|2||GPE
        ,|,|punct|6 "|''|punct|6 said|VBD|ROOT|6|say Putin|NNP|nsubj|6||PERSON .|.|punct|6
        """,
        "We --attack--> Georgia positive actual, Putin (said)",
    ),
    # Nobody is named: nothing is stated.
    case(
        'Kerry blamed Moscow. "Russia bombed Aleppo."',
        """
        Kerry|NNP|nsubj|1||PERSON blamed|VBD|ROOT|1|blame Moscow|NNP|dobj|1||GPE .|.|punct|1
        "|``|punct|6 Russia|NNP|nsubj|6||GPE bombed|VBD|ROOT|6|bomb Aleppo|NNP|dobj|6||GPE
        .|.|punct|6 "|''|punct|6
        """,
        "Kerry --blame--> Moscow positive actual",
    ),
    # Questions and commands in quotes state nothing.
    case(
        '"Did Russia bomb Aleppo?" Kerry asked.',
        """
        "|``|punct|3 Did|VBD|aux|3|do||AUX Russia|NNP|nsubj|3||GPE bomb|VB|ROOT|3
        Aleppo|NNP|dobj|3||GPE ?|.|punct|3 "|''|punct|3 Kerry|NNP|nsubj|8||PERSON
        asked|VBD|ROOT|8|ask .|.|punct|8
        """,
        flaw='the asking is a statement: "Kerry asks" nothing',
    ),
    case(
        '"Stop bombing Aleppo," Kerry told Putin.',
        """
        "|``|punct|7 Stop|VB|xcomp|7 bombing|NN|xcomp|1 Aleppo|NNP|dobj|2 ,|,|punct|7
        "|''|punct|7 Kerry|NNP|nsubj|7||PERSON told|VBD|ROOT|7|tell Putin|NNP|dobj|7||PERSON
        .|.|punct|7
        """,
        "Kerry --tell--> Putin positive actual",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_quotes(one: Case) -> None:
    assert read_all(one) == sorted(one.expected)
