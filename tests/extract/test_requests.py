"""Requests, beliefs and plans; amounts; posts that are not held."""

from __future__ import annotations

import pytest

from tests.extract.parses import Case, case, params, read_all

CASES = [
    case(
        "Mali urged Chad not to pardon Lee.",
        """
        Mali|NNP|nsubj|1||GPE urged|VBD|ROOT|1|urge Chad|NNP|dobj|1||GPE not|RB|neg|5
        to|TO|aux|5 pardon|VB|xcomp|1|pardon Lee|NNP|dobj|5||PERSON .|.|punct|1
        """,
        "Chad --pardon--> Lee negative intended, Mali (urged)",
        "Mali --urge--> Chad positive actual",
    ),
    case(
        "Aides accused the junta of arming Mali.",
        """
        Aides|NNS|nsubj|1|aide accused|VBD|ROOT|1|accuse the|DT|det|3 junta|NN|dobj|1
        of|IN|prep|3 arming|VBG|pcomp|4|arm Mali|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Aides --accuse--> junta positive actual",
        "junta --arm--> Mali positive possible, Aides (accused)",
    ),
    case(
        "The firm paid clerks to halt sales.",
        """
        The|DT|det|1 firm|NN|nsubj|2 paid|VBD|ROOT|2|pay clerks|NNS|dobj|2|clerk to|TO|aux|5
        halt|VB|advcl|2|halt sales|NNS|dobj|5|sale .|.|punct|2
        """,
        "clerks --halt--> sales positive intended",
        "firm --pay--> clerks positive actual",
    ),
    case(
        "The group called on Chad to arm Mali.",
        """
        The|DT|det|1 group|NN|nsubj|2 called|VBD|ROOT|2|call on|IN|prep|2 Chad|NNP|pobj|3||GPE
        to|TO|aux|6 arm|VB|xcomp|2|arm Mali|NNP|dobj|6||GPE .|.|punct|2
        """,
        "Chad --arm--> Mali positive intended, group (called)",
        "group --call on--> Chad positive actual",
    ),
    case(
        "A meeting between Iran and Chad is planned.",
        """
        A|DT|det|1 meeting|NN|nsubjpass|7 between|IN|prep|1 Iran|NNP|pobj|2||GPE and|CC|cc|3
        Chad|NNP|conj|3||GPE is|VBZ|auxpass|7|be||AUX planned|VBN|ROOT|7|plan .|.|punct|7
        """,
        "Iran --meeting with--> Chad positive intended",
    ),
    case(
        "Talks between Iran and Chad are expected.",
        """
        Talks|NNS|nsubjpass|6|talk between|IN|prep|0 Iran|NNP|pobj|1||GPE and|CC|cc|2
        Chad|NNP|conj|2||GPE are|VBP|auxpass|6|be||AUX expected|VBN|ROOT|6|expect .|.|punct|6
        """,
        "Iran --talk with--> Chad positive future",
    ),
    case(
        "Mali's attack on Chad was denied by Togo.",
        """
        Mali|NNP|poss|2||GPE 's|POS|case|0 attack|NN|nsubjpass|6 on|IN|prep|2
        Chad|NNP|pobj|3||PERSON was|VBD|auxpass|6|be||AUX denied|VBN|ROOT|6|deny by|IN|agent|6
        Togo|NNP|pobj|7||ORG .|.|punct|6
        """,
        "Mali --attack on--> Chad negative actual, Togo (denied)",
        "Togo --deny--> Mali's attack positive actual",
    ),
    case(
        "Kerry is convinced that Iran attacked Mali.",
        """
        Kerry|NNP|nsubj|1||PERSON is|VBZ|ROOT|1|be||AUX convinced|VBN|acomp|1|convince
        that|IN|mark|5 Iran|NNP|nsubj|5||GPE attacked|VBD|ccomp|2|attack Mali|NNP|dobj|5||GPE
        .|.|punct|1
        """,
        "Iran --attack--> Mali positive actual, Kerry (convinced)",
    ),
    case(
        "Kerry was glad to host Mali.",
        """
        Kerry|NNP|nsubj|1||PERSON was|VBD|ROOT|1|be||AUX glad|JJ|acomp|1 to|TO|aux|4
        host|VB|xcomp|2|host Mali|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Kerry --host--> Mali positive possible",
    ),
    case(
        "The storm killed at least 20 sailors.",
        """
        The|DT|det|1 storm|NN|nsubj|2 killed|VBD|ROOT|2|kill at|RB|advmod|4||CARDINAL
        least|RBS|advmod|5||+CARDINAL 20|CD|nummod|6||+CARDINAL sailors|NNS|dobj|2|sailor
        .|.|punct|2
        """,
        "storm --kill--> at least 20 sailors positive actual",
    ),
    case(
        "The storm killed only 20 sailors.",
        """
        The|DT|det|1 storm|NN|nsubj|2 killed|VBD|ROOT|2|kill only|RB|advmod|4||CARDINAL
        20|CD|nummod|5||+CARDINAL sailors|NNS|dobj|2|sailor .|.|punct|2
        """,
        "storm --kill--> 20 sailors positive actual",
    ),
    case(
        "Lee faces 15 years in prison.",
        """
        Lee|NNP|nsubj|1||PERSON faces|VBZ|ROOT|1|face 15|CD|nummod|3||DATE
        years|NNS|dobj|1|year|+DATE in|IN|prep|3 prison|NN|pobj|4 .|.|punct|1
        """,
        "Lee --face--> 15 years {in: prison} positive actual",
    ),
    case(
        "The ministers of Iran and Chad visited Mali.",
        """
        The|DT|det|1 ministers|NNS|nsubj|6|minister of|IN|prep|1 Iran|NNP|pobj|2||GPE
        and|CC|cc|3 Chad|NNP|conj|3||GPE visited|VBD|ROOT|6|visit Mali|NNP|dobj|6||GPE
        .|.|punct|6
        """,
        "ministers of Iran and Chad --visit--> Mali positive actual",
    ),
    case(
        "Papers exposed how far graft had reached Mali.",
        """
        Papers|NNS|nsubj|1|paper exposed|VBD|ROOT|1|expose how|WRB|advmod|3 far|JJ|amod|4
        graft|NN|nsubj|6 had|VBD|aux|6|have||AUX reached|VBN|ccomp|1|reach Mali|NNP|dobj|6||GPE
        .|.|punct|1
        """,
    ),
    case(
        "Lee, who is the first Chad minister to visit Mali, met Kerry.",
        """
        Lee|NNP|nsubj|12||PERSON ,|,|punct|0 who|WP|nsubj|3 is|VBZ|relcl|0|be||AUX the|DT|det|7
        first|JJ|amod|7||ORDINAL Chad|NNP|compound|7||GPE minister|NN|attr|3 to|TO|aux|9
        visit|VB|relcl|7|visit Mali|NNP|dobj|9||GPE ,|,|punct|0 met|VBD|ROOT|12|meet
        Kerry|NNP|dobj|12||PERSON .|.|punct|12
        """,
        "Lee --meet--> Kerry positive actual",
        "Lee --visit--> Mali positive actual",
    ),
    case(
        "Mali's chief of police, Tom Lee, visited Chad.",
        """
        Mali|NNP|poss|2||GPE 's|POS|case|0 chief|NN|nsubj|9 of|IN|prep|2
        police|NNS|pobj|3|police ,|,|punct|2 Tom|NNP|compound|7||PERSON Lee|NNP|appos|2||+PERSON
        ,|,|punct|2 visited|VBD|ROOT|9|visit Chad|NNP|dobj|9||GPE .|.|punct|9
        """,
        "Tom Lee --chief of police--> Mali positive actual",
        'Tom Lee --hold position--> "chief of police" positive actual',
        "Tom Lee --visit--> Chad positive actual",
    ),
    case(
        "Tom Lee, the spokesman for northern Mali, visited Chad.",
        """
        Tom|NNP|compound|1||PERSON Lee|NNP|nsubj|9||+PERSON ,|,|punct|1 the|DT|det|4
        spokesman|NN|appos|1 for|IN|prep|4 northern|JJ|amod|7 Mali|NNP|pobj|5||GPE ,|,|punct|1
        visited|VBD|ROOT|9|visit Chad|NNP|dobj|9||GPE .|.|punct|9
        """,
        'Tom Lee --hold position--> "spokesman" positive actual',
        "Tom Lee --visit--> Chad positive actual",
    ),
    case(
        "Human Rights Watch opened an office.",
        """
        Human|NNP|compound|1 Rights|NNPS|compound|2 Watch|NNP|nsubj|3 opened|VBD|ROOT|3|open
        an|DT|det|5 office|NN|dobj|3 .|.|punct|3
        """,
        "Human Rights Watch --open--> office positive actual",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_requests(one: Case) -> None:
    assert read_all(one) == sorted(one.expected)
