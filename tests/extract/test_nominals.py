"""Happenings that nouns name."""

from __future__ import annotations

import pytest

from kg.extract.nominals import nominals
from tests.extract.parses import Case, case, params, read

CASES = [
    # With a support verb.
    case(
        "Kerry held talks with Lavrov.",
        """
        Kerry|NNP|nsubj|1||PERSON held|VBD|ROOT|1|hold talks|NNS|dobj|1|talk with|IN|prep|2
        Lavrov|NNP|pobj|3||PERSON .|.|punct|1
        """,
    ),
    case(
        "Turkey carried out an attack on Mosul.",
        """
        Turkey|NNP|nsubj|1||GPE carried|VBD|ROOT|1|carry out|RP|prt|1 an|DT|det|4
        attack|NN|dobj|1 on|IN|prep|4 Mosul|NNP|pobj|5||GPE .|.|punct|1
        """,
        "Turkey --attack on--> Mosul positive actual",
    ),
    case(
        "America imposed sanctions on Iran.",
        """
        America|NNP|nsubj|1||GPE imposed|VBD|ROOT|1|impose sanctions|NNS|dobj|1|sanction
        on|IN|prep|2 Iran|NNP|pobj|3||GPE .|.|punct|1
        """,
        "America --sanction on--> Iran positive actual",
    ),
    case(
        "China and Japan signed an agreement with Korea.",
        """
        China|NNP|nsubj|3||GPE and|CC|cc|0 Japan|NNP|conj|0||GPE signed|VBD|ROOT|3|sign
        an|DT|det|5 agreement|NN|dobj|3 with|IN|prep|5 Korea|NNP|pobj|6||GPE .|.|punct|3
        """,
        "China --agreement with--> Korea positive actual",
        "Japan --agreement with--> Korea positive actual",
    ),
    case(
        "Kerry did not hold talks with Lavrov.",
        """
        Kerry|NNP|nsubj|3||PERSON did|VBD|aux|3|do||AUX not|RB|neg|3|||PART hold|VB|ROOT|3
        talks|NNS|dobj|3|talk with|IN|prep|4 Lavrov|NNP|pobj|5||PERSON .|.|punct|3
        """,
    ),
    case(
        "Kerry will hold talks with Lavrov.",
        """
        Kerry|NNP|nsubj|2||PERSON will|MD|aux|2 hold|VB|ROOT|2 talks|NNS|dobj|2|talk
        with|IN|prep|3 Lavrov|NNP|pobj|4||PERSON .|.|punct|2
        """,
    ),
    # Between two sides, hyphenated or joined.
    case(
        "Talks between Iran and Turkey began in Vienna.",
        """
        Talks|NNS|nsubj|5|talk between|IN|prep|0 Iran|NNP|pobj|1||GPE and|CC|cc|2
        Turkey|NNP|conj|2||GPE began|VBD|ROOT|5|begin in|IN|prep|5 Vienna|NNP|pobj|6||GPE
        .|.|punct|5
        """,
        "Iran --talk with--> Turkey positive actual",
    ),
    case(
        "The war between Armenia and Azerbaijan ended.",
        """
        The|DT|det|1 war|NN|nsubj|6 between|IN|prep|1 Armenia|NNP|pobj|2||GPE and|CC|cc|3
        Azerbaijan|NNP|conj|3||GPE ended|VBD|ROOT|6|end .|.|punct|6
        """,
        "Armenia --war against--> Azerbaijan positive actual",
    ),
    case(
        "The Russian-American talks ended.",
        """
        The|DT|det|4 Russian|JJ|amod|3||NORP -|HYPH|punct|3||+NORP American|JJ|amod|4||+NORP
        talks|NNS|nsubj|5|talk ended|VBD|ROOT|5|end .|.|punct|5
        """,
        "Russian --talk with--> American positive actual",
    ),
    # Who acts: possessor, nationality, "by" phrase.
    case(
        "Russia's strikes on Aleppo killed civilians.",
        """
        Russia|NNP|poss|2||GPE 's|POS|case|0 strikes|NNS|nsubj|5|strike on|IN|prep|2
        Aleppo|NNP|pobj|3||GPE killed|VBD|ROOT|5|kill civilians|NNS|dobj|5|civilian .|.|punct|5
        """,
        "Russia --strike on--> Aleppo positive actual",
    ),
    case(
        "The Russian strikes on Aleppo killed civilians.",
        """
        The|DT|det|2 Russian|JJ|amod|2||NORP strikes|NNS|nsubj|5|strike on|IN|prep|2
        Aleppo|NNP|pobj|3||GPE killed|VBD|ROOT|5|kill civilians|NNS|dobj|5|civilian .|.|punct|5
        """,
        "Russian --strike on--> Aleppo positive actual",
    ),
    case(
        "The strikes on Aleppo by Russia killed civilians.",
        """
        The|DT|det|1 strikes|NNS|nsubj|6|strike on|IN|prep|1 Aleppo|NNP|pobj|2||GPE by|IN|prep|1
        Russia|NNP|pobj|4||GPE killed|VBD|ROOT|6|kill civilians|NNS|dobj|6|civilian .|.|punct|6
        """,
        "Russia --strike on--> Aleppo positive actual",
    ),
    case(
        "Iraq's invasion of Kuwait shocked Egypt.",
        """
        Iraq|NNP|poss|2||GPE 's|POS|case|0 invasion|NN|nsubj|5 of|IN|prep|2
        Kuwait|NNP|pobj|3||GPE shocked|VBD|ROOT|5|shock Egypt|NNP|dobj|5||GPE .|.|punct|5
        """,
        "Iraq --invasion--> Kuwait positive actual",
    ),
    case(
        "The invasion of Kuwait by Iraq shocked Egypt.",
        """
        The|DT|det|1 invasion|NN|nsubj|6 of|IN|prep|1 Kuwait|NNP|pobj|2||GPE by|IN|prep|1
        Iraq|NNP|pobj|4||GPE shocked|VBD|ROOT|6|shock Egypt|NNP|dobj|6||GPE .|.|punct|6
        """,
        "Iraq --invasion--> Kuwait positive actual",
    ),
    case(
        "American sanctions against Iran hurt Europe.",
        """
        American|JJ|amod|1||NORP sanctions|NNS|nsubj|4|sanction against|IN|prep|1
        Iran|NNP|pobj|2||GPE hurt|VBD|ROOT|4 Europe|NNP|dobj|4||LOC .|.|punct|4
        """,
        "American --sanction against--> Iran positive actual",
    ),
    case(
        "China's support for Sudan grew.",
        """
        China|NNP|poss|2||GPE 's|POS|case|0 support|NN|nsubj|5 for|IN|prep|2
        Sudan|NNP|pobj|3||GPE grew|VBD|ROOT|5|grow .|.|punct|5
        """,
        "China --support for--> Sudan positive actual",
    ),
    case(
        "The killing of Litvinenko by Russia angered Britain.",
        """
        The|DT|det|1 killing|NN|nsubj|6 of|IN|prep|1 Litvinenko|NNP|pobj|2||PERSON by|IN|prep|1
        Russia|NNP|pobj|4||GPE angered|VBD|ROOT|6|anger Britain|NNP|dobj|6||GPE .|.|punct|6
        """,
        "Russia --killing--> Litvinenko positive actual",
    ),
    case(
        "The U.S.-led attack on Iraq failed.",
        """
        The|DT|det|2 U.S.-led|JJ|amod|2||GPE attack|NN|nsubj|5 on|IN|prep|2 Iraq|NNP|pobj|3||GPE
        failed|VBD|ROOT|5|fail .|.|punct|5
        """,
        "U.S. --attack on--> Iraq positive actual",
        flaw='"U.S.-led" is an entity of its own',
    ),
    # How the clause puts the happening.
    case(
        "Kerry said Russia's attack on Georgia was cruel.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say Russia|NNP|poss|4||GPE 's|POS|case|2
        attack|NN|nsubj|7 on|IN|prep|4 Georgia|NNP|pobj|5||GPE was|VBD|ccomp|1|be||AUX
        cruel|JJ|acomp|7 .|.|punct|1
        """,
        "Russia --attack on--> Georgia positive actual, Kerry (said)",
    ),
    case(
        "Planned talks between Iran and Turkey collapsed.",
        """
        Planned|VBN|amod|1|plan talks|NNS|nsubj|6|talk between|IN|prep|1 Iran|NNP|pobj|2||GPE
        and|CC|cc|3 Turkey|NNP|conj|3||GPE collapsed|VBD|ROOT|6|collapse .|.|punct|6
        """,
        "Iran --talk with--> Turkey positive intended",
    ),
    case(
        "Alleged attacks by Iran on Israel angered America.",
        """
        Alleged|JJ|amod|1 attacks|NNS|nsubj|6|attack by|IN|prep|1 Iran|NNP|pobj|2||GPE
        on|IN|prep|1 Israel|NNP|pobj|4||GPE angered|VBD|ROOT|6|anger America|NNP|dobj|6||GPE
        .|.|punct|6
        """,
        "Iran --attack on--> Israel positive possible",
    ),
    case(
        "Russia denied its attack on Georgia.",
        """
        Russia|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny its|PRP$|poss|3 attack|NN|dobj|1
        on|IN|prep|3 Georgia|NNP|pobj|4||GPE .|.|punct|1
        """,
        "Russia --attack on--> Georgia negative actual, Russia (denied)",
    ),
    case(
        "Five soldiers were killed in an attack by the Taliban on Kabul.",
        """
        Five|CD|nummod|1||CARDINAL soldiers|NNS|nsubjpass|3|soldier were|VBD|auxpass|3|be||AUX
        killed|VBN|ROOT|3|kill in|IN|prep|3 an|DT|det|6 attack|NN|pobj|4 by|IN|prep|6
        the|DT|det|9 Taliban|NNP|pobj|7||ORG on|IN|prep|6 Kabul|NNP|pobj|10||GPE .|.|punct|3
        """,
        "Taliban --attack on--> Kabul positive actual",
    ),
    # Nothing where the text does not name both sides, or asks.
    case(
        "The attack on the embassy shocked Kenya.",
        """
        The|DT|det|1 attack|NN|nsubj|5 on|IN|prep|1 the|DT|det|4 embassy|NN|pobj|2
        shocked|VBD|ROOT|5|shock Kenya|NNP|dobj|5||GPE .|.|punct|5
        """,
    ),
    case(
        "The murder of Litvinenko angered Britain.",
        """
        The|DT|det|1 murder|NN|nsubj|4 of|IN|prep|1 Litvinenko|NNP|pobj|2||PERSON
        angered|VBD|ROOT|4|anger Britain|NNP|dobj|4||GPE .|.|punct|4
        """,
    ),
    case(
        "Kerry called for talks with Iran.",
        """
        Kerry|NNP|nsubj|1||PERSON called|VBD|ROOT|1|call for|IN|prep|1 talks|NNS|pobj|2|talk
        with|IN|prep|3 Iran|NNP|pobj|4||GPE .|.|punct|1
        """,
    ),
    case(
        "There will be no talks with Iran.",
        """
        There|EX|expl|2 will|MD|aux|2 be|VB|ROOT|2|||AUX no|DT|det|4 talks|NNS|attr|2|talk
        with|IN|prep|4 Iran|NNP|pobj|5||GPE .|.|punct|2
        """,
    ),
    case(
        "Did Kerry hold talks with Lavrov?",
        """
        Did|VBD|aux|2|do||AUX Kerry|NNP|nsubj|2||PERSON hold|VB|ROOT|2 talks|NNS|dobj|2|talk
        with|IN|prep|3 Lavrov|NNP|pobj|4||PERSON ?|.|punct|2
        """,
    ),
    case(
        "The U.S.-led attack on Iraq began.",
        """
        The|DT|det|2 U.S.-led|JJ|amod|2||GPE attack|NN|nsubj|5 on|IN|prep|2 Iraq|NNP|pobj|3||GPE
        began|VBD|ROOT|5|begin .|.|punct|5
        """,
    ),
    case(
        "Israel fears an attack by Iran.",
        """
        Israel|NNP|nsubj|1||GPE fears|VBZ|ROOT|1|fear an|DT|det|3 attack|NN|dobj|1 by|IN|prep|3
        Iran|NNP|pobj|4||GPE .|.|punct|1
        """,
    ),
    # Degrees that a verb goes with, and seats.
    case(
        "Ann Lee graduated with a degree in law from Harlow University.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON graduated|VBD|ROOT|2|graduate
        with|IN|prep|2 a|DT|det|5 degree|NN|pobj|3 in|IN|prep|5 law|NN|pobj|6 from|IN|prep|2
        Harlow|NNP|compound|10||ORG University|NNP|pobj|8||+ORG .|.|punct|2
        """,
        "Ann Lee --degree from--> Harlow University positive actual",
    ),
    case(
        "Ann Lee holds an MBA from Harlow University and a law degree from Leeds University.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON holds|VBZ|ROOT|2|hold an|DT|det|4
        MBA|NNP|dobj|2 from|IN|prep|4 Harlow|NNP|compound|7||ORG University|NNP|pobj|5||+ORG
        and|CC|cc|4 a|DT|det|11 law|NN|compound|11 degree|NN|conj|4 from|IN|prep|11
        Leeds|NNP|compound|14||ORG University|NNP|pobj|12||+ORG .|.|punct|2
        """,
        "Ann Lee --degree from--> Leeds University positive actual",
        "Ann Lee --mba from--> Harlow University positive actual",
    ),
    case(
        "Ann Lee has a bachelor's degree from Harlow University.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON has|VBZ|ROOT|2|have a|DT|det|4
        bachelor|NN|poss|6 's|POS|case|4 degree|NN|dobj|2 from|IN|prep|6
        Harlow|NNP|compound|9||ORG University|NNP|pobj|7||+ORG .|.|punct|2
        """,
        "Ann Lee --degree from--> Harlow University positive actual",
    ),
    case(
        "Tolvane Media has its headquarters in Leeds.",
        """
        Tolvane|NN|compound|1||ORG Media|NNP|nsubj|2||+ORG has|VBZ|ROOT|2|have its|PRP$|poss|4
        headquarters|NN|dobj|2 in|IN|prep|4 Leeds|NNP|pobj|5||GPE .|.|punct|2
        """,
        "Tolvane Media --headquarters in--> Leeds positive actual",
    ),
    case(
        "The headquarters of Tolvane Media is located in Leeds.",
        """
        The|DT|det|1 headquarters|NN|nsubjpass|6 of|IN|prep|1 Tolvane|NNP|compound|4||ORG
        Media|NNP|pobj|2||+ORG is|VBZ|auxpass|6|be||AUX located|VBN|ROOT|6|locate in|IN|prep|6
        Leeds|NNPS|pobj|7||GPE .|.|punct|6
        """,
        "Tolvane Media --headquarters in--> Leeds positive actual",
    ),
    case(
        "Tolvane Media is a company with headquarters in Leeds.",
        """
        Tolvane|NN|compound|1||ORG Media|NNP|nsubj|2||+ORG is|VBZ|ROOT|2|be||AUX a|DT|det|4
        company|NN|attr|2 with|IN|prep|4 headquarters|NN|pobj|5 in|IN|prep|6 Leeds|NNP|pobj|7||GPE
        .|.|punct|2
        """,
        "Tolvane Media --headquarters in--> Leeds positive actual",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_nominals(one: Case) -> None:
    assert read(one, nominals) == sorted(one.expected)
