"""One fact in many words is one statement, in one direction: extraction and linking together."""

from __future__ import annotations

import pytest

from kg.link.knowledge import KnowledgeBase, load_knowledge_base
from kg.link.statements import link
from kg.model import Entity, Statement
from kg.namespaces import DEFAULT_BASE
from tests.extract.parses import Case, case, ontology, params, parsed

CASES = [
    # Russia attacks Georgia.
    case(
        "Russia attacked Georgia.",
        """
        Russia|NNP|nsubj|1||GPE attacked|VBD|ROOT|1|attack Georgia|NNP|dobj|1||GPE .|.|punct|1
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Georgia was attacked by Russia.",
        """
        Georgia|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX attacked|VBN|ROOT|2|attack
        by|IN|agent|2 Russia|NNP|pobj|3||GPE .|.|punct|2
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Russia, which attacked Georgia, left NATO.",
        """
        Russia|NNP|nsubj|6||GPE ,|,|punct|0 which|WDT|nsubj|3 attacked|VBD|relcl|0|attack
        Georgia|NNP|dobj|3||GPE ,|,|punct|0 left|VBD|ROOT|6|leave NATO|NNP|dobj|6||ORG
        .|.|punct|6
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Georgia, which Russia attacked, left NATO.",
        """
        Georgia|NNP|nsubj|6||GPE ,|,|punct|0 which|WDT|dobj|4 Russia|NNP|nsubj|4||GPE
        attacked|VBD|relcl|0|attack ,|,|punct|0 left|VBD|ROOT|6|leave NATO|NNP|dobj|6||ORG
        .|.|punct|6
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Georgia, attacked by Russia, left NATO.",
        """
        Georgia|NNP|nsubj|6||GPE ,|,|punct|0 attacked|VBN|acl|0|attack by|IN|agent|2
        Russia|NNP|pobj|3||GPE ,|,|punct|6 left|VBD|ROOT|6|leave NATO|NNP|dobj|6||ORG .|.|punct|6
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Russia's attack on Georgia shocked NATO.",
        """
        Russia|NNP|poss|2||GPE 's|POS|case|0 attack|NN|nsubj|5 on|IN|prep|2
        Georgia|NNP|pobj|3||GPE shocked|VBD|ROOT|5|shock NATO|NNP|dobj|5||ORG .|.|punct|5
        """,
        "Russia attacks Georgia",
    ),
    case(
        "The Russian attack on Georgia shocked NATO.",
        """
        The|DT|det|2 Russian|JJ|amod|2||NORP attack|NN|nsubj|5 on|IN|prep|2
        Georgia|NNP|pobj|3||GPE shocked|VBD|ROOT|5|shock NATO|NNP|dobj|5||ORG .|.|punct|5
        """,
        "Russia attacks Georgia",
    ),
    case(
        "The attack on Georgia by Russia shocked NATO.",
        """
        The|DT|det|1 attack|NN|nsubj|6 on|IN|prep|1 Georgia|NNP|pobj|2||GPE by|IN|prep|1
        Russia|NNP|pobj|4||GPE shocked|VBD|ROOT|6|shock NATO|NNP|dobj|6||ORG .|.|punct|6
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Russia carried out an attack on Georgia.",
        """
        Russia|NNP|nsubj|1||GPE carried|VBD|ROOT|1|carry out|RP|prt|1 an|DT|det|4
        attack|NN|dobj|1 on|IN|prep|4 Georgia|NNP|pobj|5||GPE .|.|punct|1
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Russia launched an attack on Georgia.",
        """
        Russia|NNP|nsubj|1||GPE launched|VBD|ROOT|1|launch an|DT|det|3 attack|NN|dobj|1
        on|IN|prep|3 Georgia|NNP|pobj|4||GPE .|.|punct|1
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Moscow attacked Georgia.",
        """
        Moscow|NNP|nsubj|1||GPE attacked|VBD|ROOT|1|attack Georgia|NNP|dobj|1||GPE .|.|punct|1
        """,
        "Russia attacks Georgia",
    ),
    case(
        "The Russians attacked Georgia.",
        """
        The|DT|det|1 Russians|NNPS|nsubj|2||NORP attacked|VBD|ROOT|2|attack
        Georgia|NNP|dobj|2||GPE .|.|punct|2
        """,
        "Russia attacks Georgia",
    ),
    case(
        "It was Russia that attacked Georgia.",
        """
        It|PRP|nsubj|1 was|VBD|ROOT|1|be||AUX Russia|NNP|attr|1||GPE that|WDT|nsubj|4
        attacked|VBD|relcl|2|attack Georgia|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia attacks Georgia",
    ),
    case(
        "Russia shelled Armenia and attacked Georgia.",
        """
        Russia|NNP|nsubj|1||GPE shelled|VBD|ROOT|1|shell Armenia|NNP|dobj|1||GPE and|CC|cc|1
        attacked|VBD|conj|1|attack Georgia|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia attacks Georgia",
    ),
    # Iraq invades Kuwait.
    case(
        "Iraq invaded Kuwait.",
        """
        Iraq|NNP|nsubj|1||GPE invaded|VBD|ROOT|1|invade Kuwait|NNP|dobj|1||GPE .|.|punct|1
        """,
        "Iraq invades Kuwait",
    ),
    case(
        "Kuwait was invaded by Iraq.",
        """
        Kuwait|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX invaded|VBN|ROOT|2|invade
        by|IN|agent|2 Iraq|NNP|pobj|3||GPE .|.|punct|2
        """,
        "Iraq invades Kuwait",
    ),
    case(
        "Iraq's invasion of Kuwait shocked NATO.",
        """
        Iraq|NNP|poss|2||GPE 's|POS|case|0 invasion|NN|nsubj|5 of|IN|prep|2
        Kuwait|NNP|pobj|3||GPE shocked|VBD|ROOT|5|shock NATO|NNP|dobj|5||ORG .|.|punct|5
        """,
        "Iraq invades Kuwait",
    ),
    case(
        "The Iraqi invasion of Kuwait shocked NATO.",
        """
        The|DT|det|2 Iraqi|JJ|amod|2||NORP invasion|NN|nsubj|5 of|IN|prep|2
        Kuwait|NNP|pobj|3||GPE shocked|VBD|ROOT|5|shock NATO|NNP|dobj|5||ORG .|.|punct|5
        """,
        "Iraq invades Kuwait",
    ),
    case(
        "The invasion of Kuwait by Iraq shocked NATO.",
        """
        The|DT|det|1 invasion|NN|nsubj|6 of|IN|prep|1 Kuwait|NNP|pobj|2||GPE by|IN|prep|1
        Iraq|NNP|pobj|4||GPE shocked|VBD|ROOT|6|shock NATO|NNP|dobj|6||ORG .|.|punct|6
        """,
        "Iraq invades Kuwait",
    ),
    # China supports Sudan.
    case(
        "China supports Sudan.",
        """
        China|NNP|nsubj|1||GPE supports|VBZ|ROOT|1|support Sudan|NNP|dobj|1||GPE .|.|punct|1
        """,
        "China supports Sudan",
    ),
    case(
        "Sudan is supported by China.",
        """
        Sudan|NNP|nsubjpass|2||GPE is|VBZ|auxpass|2|be||AUX supported|VBN|ROOT|2|support
        by|IN|agent|2 China|NNP|pobj|3||GPE .|.|punct|2
        """,
        "China supports Sudan",
    ),
    case(
        "Sudan, backed by China, left NATO.",
        """
        Sudan|NNP|nsubj|6||GPE ,|,|punct|6 backed|VBN|advcl|6|back by|IN|agent|2
        China|NNP|pobj|3||GPE ,|,|punct|6 left|VBD|ROOT|6|leave NATO|NNP|dobj|6||ORG .|.|punct|6
        """,
        "China supports Sudan",
    ),
    case(
        "China's support for Sudan shocked NATO.",
        """
        China|NNP|poss|2||GPE 's|POS|case|0 support|NN|nsubj|5 for|IN|prep|2
        Sudan|NNP|pobj|3||GPE shocked|VBD|ROOT|5|shock NATO|NNP|dobj|5||ORG .|.|punct|5
        """,
        "China supports Sudan",
    ),
    case(
        "Chinese support for Sudan shocked NATO.",
        """
        Chinese|JJ|amod|1||NORP support|NN|nsubj|4 for|IN|prep|1 Sudan|NNP|pobj|2||GPE
        shocked|VBD|ROOT|4|shock NATO|NNP|dobj|4||ORG .|.|punct|4
        """,
        "China supports Sudan",
    ),
    case(
        "China gave support to Sudan.",
        """
        China|NNP|nsubj|1||GPE gave|VBD|ROOT|1|give support|NN|dobj|1 to|IN|dative|1
        Sudan|NNP|pobj|3||GPE .|.|punct|1
        """,
        "China supports Sudan",
    ),
    # John Kerry consults Sergei Lavrov.
    case(
        "Kerry held talks with Lavrov.",
        """
        Kerry|NNP|nsubj|1||PERSON held|VBD|ROOT|1|hold talks|NNS|dobj|1|talk with|IN|prep|2
        Lavrov|NNP|pobj|3||PERSON .|.|punct|1
        """,
        "John Kerry consults Sergei Lavrov",
    ),
    case(
        "Kerry talked with Lavrov.",
        """
        Kerry|NNP|nsubj|1||PERSON talked|VBD|ROOT|1|talk with|IN|prep|1 Lavrov|NNP|pobj|2||PERSON
        .|.|punct|1
        """,
        "John Kerry consults Sergei Lavrov",
        flaw='the verb "talk with" is another relation than the noun',
    ),
    case(
        "Kerry's talks with Lavrov ended.",
        """
        Kerry|NNP|poss|2||PERSON 's|POS|case|0 talks|NNS|nsubj|5|talk with|IN|prep|2
        Lavrov|NNP|pobj|3||PERSON ended|VBD|ROOT|5|end .|.|punct|5
        """,
        "John Kerry consults Sergei Lavrov",
    ),
    case(
        "Talks between Kerry and Lavrov ended.",
        """
        Talks|NNS|nsubj|5|talk between|IN|prep|0 Kerry|NNP|pobj|1||PERSON and|CC|cc|2
        Lavrov|NNP|conj|2||PERSON ended|VBD|ROOT|5|end .|.|punct|5
        """,
        "John Kerry consults Sergei Lavrov",
    ),
    # United States sanctions Iran.
    case(
        "America sanctioned Iran.",
        """
        America|NNP|nsubj|1||GPE sanctioned|VBD|ROOT|1|sanction Iran|NNP|dobj|1||GPE .|.|punct|1
        """,
        "United States sanctions Iran",
    ),
    case(
        "Iran was sanctioned by America.",
        """
        Iran|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX sanctioned|VBN|ROOT|2|sanction
        by|IN|agent|2 America|NNP|pobj|3||GPE .|.|punct|2
        """,
        "United States sanctions Iran",
    ),
    case(
        "America imposed sanctions on Iran.",
        """
        America|NNP|nsubj|1||GPE imposed|VBD|ROOT|1|impose sanctions|NNS|dobj|1|sanction
        on|IN|prep|2 Iran|NNP|pobj|3||GPE .|.|punct|1
        """,
        "United States sanctions Iran",
    ),
    case(
        "American sanctions on Iran shocked NATO.",
        """
        American|JJ|amod|1||NORP sanctions|NNS|nsubj|4|sanction on|IN|prep|1 Iran|NNP|pobj|2||GPE
        shocked|VBD|ROOT|4|shock NATO|NNP|dobj|4||ORG .|.|punct|4
        """,
        "United States sanctions Iran",
    ),
    case(
        "America's sanctions against Iran shocked NATO.",
        """
        America|NNP|poss|2||GPE 's|POS|case|0 sanctions|NNS|nsubj|5|sanction against|IN|prep|2
        Iran|NNP|pobj|3||GPE shocked|VBD|ROOT|5|shock NATO|NNP|dobj|5||ORG .|.|punct|5
        """,
        "United States sanctions Iran",
    ),
    case(
        "Sanctions were imposed on Iran by America.",
        """
        Sanctions|NNS|nsubjpass|2|sanction were|VBD|auxpass|2|be||AUX imposed|VBN|ROOT|2|impose
        on|IN|prep|2 Iran|NNP|pobj|3||GPE by|IN|agent|2 America|NNP|pobj|5||GPE .|.|punct|2
        """,
        "United States sanctions Iran",
        flaw="a support verb in the passive keeps its noun as the object",
    ),
    # Emmanuel Macron leads France.
    case(
        "Emmanuel Macron is the president of France.",
        """
        Emmanuel|NNP|compound|1||PERSON Macron|NNP|nsubj|2||+PERSON is|VBZ|ROOT|2|be||AUX
        the|DT|det|4 president|NN|attr|2 of|IN|prep|4 France|NNP|pobj|5||GPE .|.|punct|2
        """,
        "Emmanuel Macron leads France",
    ),
    case(
        "French President Emmanuel Macron left NATO.",
        """
        French|JJ|amod|1||NORP President|NNP|compound|3 Emmanuel|NNP|compound|3||PERSON
        Macron|NNP|nsubj|4||+PERSON left|VBD|ROOT|4|leave NATO|NNP|dobj|4||ORG .|.|punct|4
        """,
        "Emmanuel Macron leads France",
    ),
    case(
        "Emmanuel Macron, the president of France, left NATO.",
        """
        Emmanuel|NNP|compound|1||PERSON Macron|NNP|nsubj|8||+PERSON ,|,|punct|1 the|DT|det|4
        president|NN|appos|1 of|IN|prep|4 France|NNP|pobj|5||GPE ,|,|punct|1
        left|VBD|ROOT|8|leave NATO|NNP|dobj|8||ORG .|.|punct|8
        """,
        "Emmanuel Macron leads France",
    ),
    case(
        "France's president, Emmanuel Macron, left NATO.",
        """
        France|NNP|poss|2||GPE 's|POS|case|0 president|NN|nsubj|7 ,|,|punct|2
        Emmanuel|NNP|compound|5||PERSON Macron|NNP|appos|2||+PERSON ,|,|punct|2
        left|VBD|ROOT|7|leave NATO|NNP|dobj|7||ORG .|.|punct|7
        """,
        "Emmanuel Macron leads France",
    ),
    case(
        "Emmanuel Macron, the French president, left NATO.",
        """
        Emmanuel|NNP|compound|1||PERSON Macron|NNP|nsubj|7||+PERSON ,|,|punct|1 the|DT|det|5
        French|JJ|amod|5||NORP president|NN|appos|1 ,|,|punct|1 left|VBD|ROOT|7|leave
        NATO|NNP|dobj|7||ORG .|.|punct|7
        """,
        "Emmanuel Macron leads France",
    ),
    # Taliban kills Ahmed Massoud.
    case(
        "The Taliban killed Ahmed Massoud.",
        """
        The|DT|det|1 Taliban|NNP|nsubj|2||ORG killed|VBD|ROOT|2|kill Ahmed|NNP|compound|4||PERSON
        Massoud|NNP|dobj|2||+PERSON .|.|punct|2
        """,
        "Taliban kills Ahmed Massoud",
    ),
    case(
        "Ahmed Massoud was killed by the Taliban.",
        """
        Ahmed|NNP|compound|1||PERSON Massoud|NNP|nsubjpass|3||+PERSON was|VBD|auxpass|3|be||AUX
        killed|VBN|ROOT|3|kill by|IN|agent|3 the|DT|det|6 Taliban|NNP|pobj|4||ORG .|.|punct|3
        """,
        "Taliban kills Ahmed Massoud",
    ),
    case(
        "The Taliban's killing of Ahmed Massoud shocked NATO.",
        """
        The|DT|det|1 Taliban|NNP|poss|3||ORG 's|POS|case|1 killing|NN|nsubj|7 of|IN|prep|3
        Ahmed|NNP|compound|6||PERSON Massoud|NNP|pobj|4||+PERSON shocked|VBD|ROOT|7|shock
        NATO|NNP|dobj|7||ORG .|.|punct|7
        """,
        "Taliban kills Ahmed Massoud",
    ),
    case(
        "The killing of Ahmed Massoud by the Taliban shocked NATO.",
        """
        The|DT|det|1 killing|NN|nsubj|8 of|IN|prep|1 Ahmed|NNP|compound|4||PERSON
        Massoud|NNP|pobj|2||+PERSON by|IN|prep|1 the|DT|det|7 Taliban|NNP|pobj|5||ORG
        shocked|VBD|ROOT|8|shock NATO|NNP|dobj|8||ORG .|.|punct|8
        """,
        "Taliban kills Ahmed Massoud",
    ),
]


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    return load_knowledge_base()


@pytest.mark.parametrize("one", params(CASES))
def test_paraphrases_are_one_statement(one: Case, knowledge: KnowledgeBase) -> None:
    article, extractions, references = parsed(one)
    linked = link(
        article,
        extractions,
        references,
        ontology=ontology(),
        knowledge=knowledge,
        base=DEFAULT_BASE,
    )
    found = {s.id: s for s in linked if isinstance(s, Statement)}
    (fact,) = one.expected
    told = [
        _words(s)
        for s in found.values()
        if s.subject.label in fact and isinstance(s.object, Entity) and s.object.label in fact
    ]
    assert told == [fact]
    (statement,) = (s for s in found.values() if _words(s) == fact)
    assert (statement.polarity, statement.modality) == ("positive", "actual")
    assert statement.attribution is None


def _words(statement: Statement) -> str:
    target = statement.object
    label = target.label if isinstance(target, Entity) else ""
    return f"{statement.subject.label} {statement.relation.label} {label}"
