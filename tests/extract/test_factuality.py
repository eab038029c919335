"""Fact, plan, denial, hearsay, and on whose word: what every extractor reads of a sentence."""

from __future__ import annotations

import pytest

from tests.extract.parses import Case, case, params, read_all

CASES = [
    # Negation.
    case(
        "Turkey did not attack Syria.",
        """
        Turkey|NNP|nsubj|3||GPE did|VBD|aux|3|do||AUX not|RB|neg|3|||PART attack|VB|ROOT|3
        Syria|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Turkey --attack--> Syria negative actual",
    ),
    case(
        "Iran never attacked Israel.",
        """
        Iran|NNP|nsubj|2||GPE never|RB|neg|2 attacked|VBD|ROOT|2|attack Israel|NNP|dobj|2||GPE
        .|.|punct|2
        """,
        "Iran --attack--> Israel negative actual",
    ),
    case(
        "Nobody attacked the embassy.",
        """
        Nobody|NN|nsubj|1|||PRON attacked|VBD|ROOT|1|attack the|DT|det|3 embassy|NN|dobj|1
        .|.|punct|1
        """,
    ),
    case(
        "No country recognized Abkhazia.",
        """
        No|DT|det|1 country|NN|nsubj|2 recognized|VBD|ROOT|2|recognize Abkhazia|NNP|dobj|2||GPE
        .|.|punct|2
        """,
        "country --recognize--> Abkhazia negative actual",
    ),
    case(
        "Russia attacked no hospital.",
        """
        Russia|NNP|nsubj|1||GPE attacked|VBD|ROOT|1|attack no|DT|det|3 hospital|NN|dobj|1
        .|.|punct|1
        """,
        "Russia --attack--> hospital negative actual",
    ),
    case(
        "Neither France nor Spain condemned Iran.",
        """
        Neither|CC|preconj|1 France|NNP|nsubj|4||GPE nor|CC|cc|1 Spain|NNP|conj|1||GPE
        condemned|VBD|ROOT|4|condemn Iran|NNP|dobj|4||GPE .|.|punct|4
        """,
        "France --condemn--> Iran negative actual",
        "Spain --condemn--> Iran negative actual",
    ),
    case(
        "Neither side attacked Homs.",
        """
        Neither|DT|det|1 side|NN|nsubj|2 attacked|VBD|ROOT|2|attack Homs|NNS|dobj|2|hom|GPE
        .|.|punct|2
        """,
        "side --attack--> Homs negative actual",
    ),
    case(
        "Iran hardly supports Assad.",
        """
        Iran|NNP|nsubj|2||GPE hardly|RB|advmod|2 supports|VBZ|ROOT|2|support
        Assad|NNP|dobj|2||PERSON .|.|punct|2
        """,
        "Iran --support--> Assad negative actual",
    ),
    case(
        "Iran neither attacked Israel nor armed Hamas.",
        """
        Iran|NNP|nsubj|2||GPE neither|CC|preconj|2 attacked|VBD|ROOT|2|attack
        Israel|NNP|dobj|2||GPE nor|CC|cc|2 armed|VBN|conj|2|arm Hamas|NNP|dobj|5||ORG .|.|punct|2
        """,
        "Iran --arm--> Hamas negative actual",
        "Iran --attack--> Israel negative actual",
    ),
    case(
        "Serbia no longer controls Kosovo.",
        """
        Serbia|NNP|nsubj|3||GPE no|RB|neg|2 longer|RBR|advmod|3|long controls|VBZ|ROOT|3|control
        Kosovo|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Serbia --control--> Kosovo negative actual",
    ),
    case(
        "Iran almost attacked Israel.",
        """
        Iran|NNP|nsubj|2||GPE almost|RB|advmod|2 attacked|VBD|ROOT|2|attack
        Israel|NNP|dobj|2||GPE .|.|punct|2
        """,
        "Iran --attack--> Israel negative actual",
    ),
    # Words that deny what they govern.
    case(
        "Iran failed to release the hostages.",
        """
        Iran|NNP|nsubj|1||GPE failed|VBD|ROOT|1|fail to|TO|aux|3 release|VB|xcomp|1 the|DT|det|5
        hostages|NNS|dobj|3|hostage .|.|punct|1
        """,
        "Iran --release--> hostages negative actual",
    ),
    case(
        "Iran refused to release the hostages.",
        """
        Iran|NNP|nsubj|1||GPE refused|VBD|ROOT|1|refuse to|TO|aux|3 release|VB|xcomp|1
        the|DT|det|5 hostages|NNS|dobj|3|hostage .|.|punct|1
        """,
        "Iran --release--> hostages negative actual",
    ),
    case(
        "Iran declined to attack Israel.",
        """
        Iran|NNP|nsubj|1||GPE declined|VBD|ROOT|1|decline to|TO|aux|3 attack|VB|xcomp|1
        Israel|NNP|dobj|3||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative actual",
    ),
    case(
        "Iran is unable to attack Israel.",
        """
        Iran|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX unable|JJ|acomp|1 to|TO|aux|4
        attack|VB|xcomp|2 Israel|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative actual",
    ),
    case(
        "Iran is unlikely to attack Israel.",
        """
        Iran|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX unlikely|JJ|acomp|1 to|TO|aux|4
        attack|VB|xcomp|2 Israel|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative possible",
    ),
    case(
        "Iran avoided attacking Israel.",
        """
        Iran|NNP|nsubj|1||GPE avoided|VBD|ROOT|1|avoid attacking|VBG|xcomp|1|attack
        Israel|NNP|dobj|2||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative actual",
    ),
    case(
        "Iran ruled out attacking Israel.",
        """
        Iran|NNP|nsubj|1||GPE ruled|VBD|ROOT|1|rule out|RP|prt|1 attacking|VBG|xcomp|1|attack
        Israel|NNP|dobj|3||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative actual",
    ),
    case(
        "Israel stopped bombing Gaza.",
        """
        Israel|NNP|nsubj|1||GPE stopped|VBD|ROOT|1|stop bombing|VBG|xcomp|1|bomb
        Gaza|NNP|dobj|2||GPE .|.|punct|1
        """,
        "Israel --bomb--> Gaza negative actual",
    ),
    case(
        "The president vetoed the bill without consulting Congress.",
        """
        The|DT|det|1 president|NN|nsubj|2 vetoed|VBD|ROOT|2|veto the|DT|det|4 bill|NN|dobj|2
        without|IN|prep|2 consulting|VBG|pcomp|5|consult Congress|NNP|dobj|6||ORG .|.|punct|2
        """,
        "president --consult--> Congress negative actual",
        "president --veto--> bill positive actual",
    ),
    case(
        "The court barred Uber from entering London.",
        """
        The|DT|det|1 court|NN|nsubj|2 barred|VBD|ROOT|2|bar Uber|NNP|dobj|2||ORG from|IN|prep|2
        entering|VBG|pcomp|4|enter London|NNP|dobj|5||GPE .|.|punct|2
        """,
        "Uber --enter--> London negative actual",
        "court --bar--> Uber positive actual",
    ),
    case(
        "Turkey prevented the rebels from entering Afrin.",
        """
        Turkey|NNP|nsubj|1||GPE prevented|VBD|ROOT|1|prevent the|DT|det|3 rebels|NNS|dobj|1|rebel
        from|IN|prep|1 entering|VBG|pcomp|4|enter Afrin|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Turkey --prevent--> rebels positive actual",
        "rebels --enter--> Afrin negative actual",
    ),
    case(
        "Iran vowed never to attack Israel.",
        """
        Iran|NNP|nsubj|1||GPE vowed|VBD|ROOT|1|vow never|RB|neg|4 to|TO|aux|4 attack|VB|xcomp|1
        Israel|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative intended",
    ),
    case(
        "Russia urged Iran not to attack Israel.",
        """
        Russia|NNP|nsubj|1||GPE urged|VBD|ROOT|1|urge Iran|NNP|dobj|1||GPE not|RB|neg|5|||PART
        to|TO|aux|5 attack|VB|xcomp|1 Israel|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative intended, Russia (urged)",
        "Russia --urge--> Iran positive actual",
    ),
    case(
        "It is not true that Russia bombed Aleppo.",
        """
        It|PRP|nsubj|1 is|VBZ|ROOT|1|be||AUX not|RB|neg|1|||PART true|JJ|acomp|1
        that|IN|mark|6|||SCONJ Russia|NNP|nsubj|6||GPE bombed|VBD|ccomp|1|bomb
        Aleppo|NNP|dobj|6||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo negative actual",
    ),
    case(
        "It is false that Russia bombed Aleppo.",
        """
        It|PRP|nsubj|1 is|VBZ|ROOT|1|be||AUX false|JJ|acomp|1 that|IN|mark|5|||SCONJ
        Russia|NNP|nsubj|5||GPE bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo negative actual",
    ),
    case(
        "Instead of attacking Iran, Israel attacked Syria.",
        """
        Instead|RB|advmod|1 of|IN|prep|6 attacking|VBG|pcomp|1|attack Iran|NNP|dobj|2||GPE
        ,|,|punct|6 Israel|NNP|nsubj|6||GPE attacked|VBD|ROOT|6|attack Syria|NNP|dobj|6||GPE
        .|.|punct|6
        """,
        "Israel --attack--> Iran negative actual",
        "Israel --attack--> Syria positive actual",
    ),
    case(
        "Iran decided against attacking Israel.",
        """
        Iran|NNP|nsubj|1||GPE decided|VBD|ROOT|1|decide against|IN|prep|1
        attacking|VBG|pcomp|2|attack Israel|NNP|dobj|3||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative intended, Iran (decided)",
    ),
    case(
        "Russia warned Iran against attacking Israel.",
        """
        Russia|NNP|nsubj|1||GPE warned|VBD|ROOT|1|warn Iran|NNP|dobj|1||GPE against|IN|prep|1
        attacking|VBG|pcomp|3|attack Israel|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel negative intended",
        "Russia --warn--> Iran positive actual",
    ),
    case(
        "The court acquitted Ahmed of killing Omar.",
        """
        The|DT|det|1 court|NN|nsubj|2 acquitted|VBD|ROOT|2|acquit Ahmed|NNP|dobj|2||PERSON
        of|IN|prep|2 killing|VBG|pcomp|4|kill Omar|NNP|dobj|5||PERSON .|.|punct|2
        """,
        "Ahmed --kill--> Omar negative actual",
        "court --acquit--> Ahmed positive actual",
    ),
    case(
        "Ahmed was cleared of killing Omar.",
        """
        Ahmed|NNP|nsubjpass|2||PERSON was|VBD|auxpass|2|be||AUX cleared|VBN|ROOT|2|clear
        of|IN|prep|2 killing|VBG|pcomp|3|kill Omar|NNP|dobj|4||PERSON .|.|punct|2
        """,
        "Ahmed --[passive] clear--> - positive actual",
        "Ahmed --kill--> Omar negative actual",
    ),
    case(
        "Iran opposes attacking Israel.",
        """
        Iran|NNP|nsubj|1||GPE opposes|VBZ|ROOT|1|oppose attacking|VBG|xcomp|1|attack
        Israel|NNP|dobj|2||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel positive possible",
    ),
    # Denials are statements of who denies.
    case(
        "Russia denied that it bombed the hospital.",
        """
        Russia|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny that|IN|mark|4|||SCONJ it|PRP|nsubj|4
        bombed|VBD|ccomp|1|bomb the|DT|det|6 hospital|NN|dobj|4 .|.|punct|1
        """,
        "Russia --bomb--> hospital negative actual, Russia (denied)",
    ),
    case(
        "Russia denied that it bombed Aleppo and attacked Homs.",
        """
        Russia|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny that|IN|mark|4|||SCONJ it|PRP|nsubj|4
        bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|4||GPE and|CC|cc|4 attacked|VBD|conj|4|attack
        Homs|NNP|dobj|7||GPE .|.|punct|1
        """,
        "Russia --attack--> Homs negative actual, Russia (denied)",
        "Russia --bomb--> Aleppo negative actual, Russia (denied)",
    ),
    case(
        "Russia denied the report and expelled diplomats.",
        """
        Russia|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny the|DT|det|3 report|NN|dobj|1 and|CC|cc|1
        expelled|VBD|conj|1|expel diplomats|NNS|dobj|5|diplomat .|.|punct|1
        """,
        "Russia --deny--> report positive actual",
        "Russia --expel--> diplomats positive actual",
    ),
    case(
        "Russia did not deny that it bombed the hospital.",
        """
        Russia|NNP|nsubj|3||GPE did|VBD|aux|3|do||AUX not|RB|neg|3|||PART deny|VB|ROOT|3
        that|IN|mark|6|||SCONJ it|PRP|nsubj|6 bombed|VBD|ccomp|3|bomb the|DT|det|8
        hospital|NN|dobj|6 .|.|punct|3
        """,
    ),
    case(
        "Kerry said Lavrov denied that Russia bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say Lavrov|NNP|nsubj|3||PERSON
        denied|VBD|ccomp|1|deny that|IN|mark|6|||SCONJ Russia|NNP|nsubj|6||GPE
        bombed|VBD|ccomp|3|bomb Aleppo|NNP|dobj|6||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo negative actual, Lavrov (denied)",
    ),
    case(
        "Russia denied bombing the hospital.",
        """
        Russia|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny bombing|VBG|xcomp|1|bomb the|DT|det|4
        hospital|NN|dobj|2 .|.|punct|1
        """,
        "Russia --bomb--> hospital negative actual, Russia (denied)",
    ),
    case(
        "Russia denied having bombed Aleppo.",
        """
        Russia|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny having|VBG|aux|3|have||AUX
        bombed|VBN|xcomp|1|bomb Aleppo|NNP|dobj|3||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo negative actual, Russia (denied)",
    ),
    case(
        "Russia denied allegations that it bombed Aleppo.",
        """
        Russia|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny allegations|NNS|dobj|1|allegation
        that|IN|mark|5|||SCONJ it|PRP|nsubj|5 bombed|VBD|acl|2|bomb Aleppo|NNP|dobj|5||GPE
        .|.|punct|1
        """,
        "Russia --bomb--> Aleppo negative actual, Russia (denied)",
        "Russia --deny--> allegations positive actual",
    ),
    case(
        "Russia rejected claims that it bombed Aleppo.",
        """
        Russia|NNP|nsubj|1||GPE rejected|VBD|ROOT|1|reject claims|NNS|dobj|1|claim
        that|IN|mark|5|||SCONJ it|PRP|nsubj|5 bombed|VBD|acl|2|bomb Aleppo|NNP|dobj|5||GPE
        .|.|punct|1
        """,
        "Russia --bomb--> Aleppo negative actual, Russia (rejected)",
        "Russia --reject--> claims positive actual",
    ),
    case(
        "Russia dismissed reports that Iran armed Assad.",
        """
        Russia|NNP|nsubj|1||GPE dismissed|VBD|ROOT|1|dismiss reports|NNS|dobj|1|report
        that|IN|mark|5|||SCONJ Iran|NNP|nsubj|5||GPE armed|VBD|acl|2|arm Assad|NNP|dobj|5||PERSON
        .|.|punct|1
        """,
        "Iran --arm--> Assad negative actual, Russia (dismissed)",
        "Russia --dismiss--> reports positive actual",
    ),
    # Modal verbs.
    case(
        "China will invade Taiwan.",
        """
        China|NNP|nsubj|2||GPE will|MD|aux|2 invade|VB|ROOT|2 Taiwan|NNP|dobj|2||GPE .|.|punct|2
        """,
        "China --invade--> Taiwan positive future",
    ),
    case(
        "China may invade Taiwan.",
        """
        China|NNP|nsubj|2||GPE may|MD|aux|2 invade|VB|ROOT|2 Taiwan|NNP|dobj|2||GPE .|.|punct|2
        """,
        "China --invade--> Taiwan positive possible",
    ),
    case(
        "China could invade Taiwan.",
        """
        China|NNP|nsubj|2||GPE could|MD|aux|2 invade|VB|ROOT|2 Taiwan|NNP|dobj|2||GPE .|.|punct|2
        """,
        "China --invade--> Taiwan positive possible",
    ),
    case(
        "China would invade Taiwan.",
        """
        China|NNP|nsubj|2||GPE would|MD|aux|2 invade|VB|ROOT|2 Taiwan|NNP|dobj|2||GPE .|.|punct|2
        """,
        "China --invade--> Taiwan positive conditional",
    ),
    case(
        "China must release the lawyer.",
        """
        China|NNP|nsubj|2||GPE must|MD|aux|2 release|VB|ROOT|2 the|DT|det|4 lawyer|NN|dobj|2
        .|.|punct|2
        """,
        "China --release--> lawyer positive intended",
    ),
    case(
        "Russia cannot attack Poland.",
        """
        Russia|NNP|nsubj|3||GPE can|MD|aux|3 not|RB|neg|3|||PART attack|VB|ROOT|3
        Poland|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Russia --attack--> Poland negative possible",
    ),
    # Plans, wishes, threats, offers, commands.
    case(
        "China plans to invade Taiwan.",
        """
        China|NNP|nsubj|1||GPE plans|VBZ|ROOT|1|plan to|TO|aux|3 invade|VB|xcomp|1
        Taiwan|NNP|dobj|3||GPE .|.|punct|1
        """,
        "China --invade--> Taiwan positive intended",
    ),
    case(
        "China wants to invade Taiwan.",
        """
        China|NNP|nsubj|1||GPE wants|VBZ|ROOT|1|want to|TO|aux|3 invade|VB|xcomp|1
        Taiwan|NNP|dobj|3||GPE .|.|punct|1
        """,
        "China --invade--> Taiwan positive intended",
    ),
    case(
        "China threatened to invade Taiwan.",
        """
        China|NNP|nsubj|1||GPE threatened|VBD|ROOT|1|threaten to|TO|aux|3 invade|VB|xcomp|1
        Taiwan|NNP|dobj|3||GPE .|.|punct|1
        """,
        "China --invade--> Taiwan positive intended",
    ),
    case(
        "China is trying to invade Taiwan.",
        """
        China|NNP|nsubj|2||GPE is|VBZ|aux|2|be||AUX trying|VBG|ROOT|2|try to|TO|aux|4
        invade|VB|xcomp|2 Taiwan|NNP|dobj|4||GPE .|.|punct|2
        """,
        "China --invade--> Taiwan positive intended",
    ),
    case(
        "Putin is to meet Erdogan.",
        """
        Putin|NNP|nsubj|1||PERSON is|VBZ|ROOT|1|be||AUX to|TO|aux|3 meet|VB|xcomp|1
        Erdogan|NNP|dobj|3||PERSON .|.|punct|1
        """,
        "Putin --meet--> Erdogan positive future",
    ),
    case(
        "It is impossible for Mali to pay them.",
        """
        It|PRP|nsubj|1 is|VBZ|ROOT|1|be||AUX impossible|JJ|acomp|1 for|IN|mark|6
        Mali|NNP|nsubj|6||GPE to|TO|aux|6 pay|VB|advcl|1|pay them|PRP|dobj|6 .|.|punct|1
        """,
        "Mali --pay--> them negative actual",
    ),
    case(
        "Mali makes it illegal for firms to hire them.",
        """
        Mali|NNP|nsubj|1||GPE makes|VBZ|ROOT|1|make it|PRP|nsubj|3 illegal|JJ|ccomp|1
        for|IN|mark|7 firms|NNS|nsubj|7|firm to|TO|aux|7 hire|VB|advcl|3|hire them|PRP|dobj|7
        .|.|punct|1
        """,
        "firms --hire--> them negative intended",
    ),
    case(
        "Mali denied that Lee had ordered Orr to leave.",  # and says nothing of his leaving
        """
        Mali|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny that|IN|mark|5 Lee|NNP|nsubj|5||PERSON
        had|VBD|aux|5|have||AUX ordered|VBN|ccomp|1|order Orr|NNP|dobj|5||PERSON
        to|TO|aux|8 leave|VB|xcomp|5|leave .|.|punct|1
        """,
        "Lee --order--> Orr negative actual, Mali (denied)",
    ),
    case(
        "Lee was to have met Orr.",
        """
        Lee|NNP|nsubj|1||PERSON was|VBD|ROOT|1|be||AUX to|TO|aux|4 have|VB|aux|4|have||AUX
        met|VBN|xcomp|1|meet Orr|NNP|dobj|4||PERSON .|.|punct|1
        """,
        "Lee --meet--> Orr positive conditional",
    ),
    case(
        "Ahmed, who is to meet Kerry, visited Cairo.",
        """
        Ahmed|NNP|nsubj|8||PERSON ,|,|punct|0 who|WP|nsubj|3 is|VBZ|relcl|0|be||AUX to|TO|aux|5
        meet|VB|xcomp|3 Kerry|NNP|dobj|5||PERSON ,|,|punct|0 visited|VBD|ROOT|8|visit
        Cairo|NNP|dobj|8||GPE .|.|punct|8
        """,
        "Ahmed --meet--> Kerry positive future",
        "Ahmed --visit--> Cairo positive actual",
    ),
    case(
        "Putin is due to meet Erdogan in Sochi.",
        """
        Putin|NNP|nsubj|1||PERSON is|VBZ|ROOT|1|be||AUX due|JJ|acomp|1 to|TO|aux|4
        meet|VB|xcomp|2 Erdogan|NNP|dobj|4||PERSON in|IN|prep|4 Sochi|NNP|pobj|6||GPE .|.|punct|1
        """,
        "Putin --meet--> Erdogan {in: Sochi} positive future",
    ),
    case(
        "Putin agreed to meet Erdogan.",
        """
        Putin|NNP|nsubj|1||PERSON agreed|VBD|ROOT|1|agree to|TO|aux|3 meet|VB|xcomp|1
        Erdogan|NNP|dobj|3||PERSON .|.|punct|1
        """,
        "Putin --meet--> Erdogan positive intended",
    ),
    case(
        "Turkey is going to attack Syria.",
        """
        Turkey|NNP|nsubj|2||GPE is|VBZ|aux|2|be||AUX going|VBG|ROOT|2|go to|TO|aux|4
        attack|VB|xcomp|2 Syria|NNP|dobj|4||GPE .|.|punct|2
        """,
        "Turkey --attack--> Syria positive future",
    ),
    case(
        "Turkey is about to attack Syria.",
        """
        Turkey|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX about|JJ|acomp|1 to|TO|aux|4
        attack|VB|xcomp|2 Syria|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Turkey --attack--> Syria positive future",
    ),
    case(
        "Turkey is ready to attack Syria.",
        """
        Turkey|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX ready|JJ|acomp|1 to|TO|aux|4
        attack|VB|xcomp|2 Syria|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Turkey --attack--> Syria positive intended",
    ),
    case(
        "Turkey is preparing to attack Syria.",
        """
        Turkey|NNP|nsubj|2||GPE is|VBZ|aux|2|be||AUX preparing|VBG|ROOT|2|prepare to|TO|aux|4
        attack|VB|xcomp|2 Syria|NNP|dobj|4||GPE .|.|punct|2
        """,
        "Turkey --attack--> Syria positive intended",
    ),
    case(
        "France sent troops to protect Mali.",
        """
        France|NNP|nsubj|1||GPE sent|VBD|ROOT|1|send troops|NNS|dobj|1|troop to|TO|aux|4
        protect|VB|advcl|1 Mali|NNP|dobj|4||GPE .|.|punct|1
        """,
        "France --send--> troops positive actual",
        "troops --protect--> Mali positive intended",
    ),
    case(
        "Turkey's plan to invade Syria failed.",
        """
        Turkey|NNP|poss|2||GPE 's|POS|case|0 plan|NN|nsubj|6 to|TO|aux|4 invade|VB|acl|2
        Syria|NNP|dobj|4||GPE failed|VBD|ROOT|6|fail .|.|punct|6
        """,
        "Turkey --invade--> Syria positive intended",
    ),
    case(
        "The rebels' attempt to seize Homs failed.",
        """
        The|DT|det|1 rebels|NNS|poss|3|rebel '|POS|case|1 attempt|NN|nsubj|7 to|TO|aux|5
        seize|VB|acl|3 Homs|NNP|dobj|5||GPE failed|VBD|ROOT|7|fail .|.|punct|7
        """,
        "rebels --seize--> Homs positive intended",
    ),
    case(
        "Kerry demanded that Iran release the hostages.",
        """
        Kerry|NNP|nsubj|1||PERSON demanded|VBD|ROOT|1|demand that|IN|mark|4|||SCONJ
        Iran|NNP|nsubj|4||GPE release|VB|ccomp|1 the|DT|det|6 hostages|NNS|dobj|4|hostage
        .|.|punct|1
        """,
        "Iran --release--> hostages positive intended, Kerry (demanded)",
        "Kerry --demand from--> Iran positive actual",
    ),
    case(
        "Kerry ordered Iran to release the hostages.",
        """
        Kerry|NNP|nsubj|1||PERSON ordered|VBD|ROOT|1|order Iran|NNP|dobj|1||GPE to|TO|aux|4
        release|VB|xcomp|1 the|DT|det|6 hostages|NNS|dobj|4|hostage .|.|punct|1
        """,
        "Iran --release--> hostages positive intended, Kerry (ordered)",
        "Kerry --order--> Iran positive actual",
    ),
    case(
        "Russia wants Turkey to leave Syria.",
        """
        Russia|NNP|nsubj|1||GPE wants|VBZ|ROOT|1|want Turkey|NNP|nsubj|4||GPE to|TO|aux|4
        leave|VB|ccomp|1 Syria|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Turkey --leave--> Syria positive intended, Russia (wants)",
    ),
    case(
        "Iran discussed attacking Israel.",
        """
        Iran|NNP|nsubj|1||GPE discussed|VBD|ROOT|1|discuss attacking|VBG|xcomp|1|attack
        Israel|NNP|dobj|2||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel positive possible",
    ),
    case(
        "Turkey is expected to attack Syria.",
        """
        Turkey|NNP|nsubjpass|2||GPE is|VBZ|auxpass|2|be||AUX expected|VBN|ROOT|2|expect
        to|TO|aux|4 attack|VB|xcomp|2 Syria|NNP|dobj|4||GPE .|.|punct|2
        """,
        "Turkey --attack--> Syria positive future",
    ),
    # What did happen.
    case(
        "Iran managed to attack Israel.",
        """
        Iran|NNP|nsubj|1||GPE managed|VBD|ROOT|1|manage to|TO|aux|3 attack|VB|xcomp|1
        Israel|NNP|dobj|3||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel positive actual",
    ),
    case(
        "Iran began bombing Israel.",
        """
        Iran|NNP|nsubj|1||GPE began|VBD|ROOT|1|begin bombing|VBG|xcomp|1|bomb
        Israel|NNP|dobj|2||GPE .|.|punct|1
        """,
        "Iran --bomb--> Israel positive actual",
    ),
    case(
        "Iran regrets attacking Israel.",
        """
        Iran|NNP|nsubj|1||GPE regrets|VBZ|ROOT|1|regret attacking|VBG|xcomp|1|attack
        Israel|NNP|dobj|2||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel positive actual",
    ),
    case(
        "Iran was seen attacking Israel.",
        """
        Iran|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX seen|VBN|ROOT|2|see
        attacking|VBG|xcomp|2|attack Israel|NNP|dobj|3||GPE .|.|punct|2
        """,
        "Iran --attack--> Israel positive actual",
    ),
    case(
        "It is clear that Turkey attacked Syria.",
        """
        It|PRP|nsubj|1 is|VBZ|ROOT|1|be||AUX clear|JJ|acomp|1 that|IN|mark|5|||SCONJ
        Turkey|NNP|nsubj|5||GPE attacked|VBD|ccomp|1|attack Syria|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Turkey --attack--> Syria positive actual",
    ),
    case(
        "Iran apologized for attacking Israel.",
        """
        Iran|NNP|nsubj|1||GPE apologized|VBD|ROOT|1|apologize for|IN|prep|1
        attacking|VBG|pcomp|2|attack Israel|NNP|dobj|3||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel positive actual",
    ),
    case(
        "Iran admitted attacking Israel.",
        """
        Iran|NNP|nsubj|1||GPE admitted|VBD|ROOT|1|admit attacking|VBG|xcomp|1|attack
        Israel|NNP|dobj|2||GPE .|.|punct|1
        """,
        "Iran --attack--> Israel positive actual, Iran (admitted)",
    ),
    case(
        "Even if Iran attacked Israel, America supports Israel.",
        """
        Even|RB|advmod|3 if|IN|mark|3|||SCONJ Iran|NNP|nsubj|3||GPE attacked|VBD|advcl|7|attack
        Israel|NNP|dobj|3||GPE ,|,|punct|7 America|NNP|nsubj|7||GPE supports|VBZ|ROOT|7|support
        Israel|NNP|dobj|7||GPE .|.|punct|7
        """,
        "America --support--> Israel positive actual",
        "Iran --attack--> Israel positive actual",
    ),
    case(
        "Before Iran attacked Israel, America left Syria.",
        """
        Before|IN|mark|2|||SCONJ Iran|NNP|nsubj|2||GPE attacked|VBD|advcl|6|attack
        Israel|NNP|dobj|2||GPE ,|,|punct|6 America|NNP|nsubj|6||GPE left|VBD|ROOT|6|leave
        Syria|NNP|dobj|6||GPE .|.|punct|6
        """,
        "America --leave--> Syria positive actual",
        "Iran --attack--> Israel positive actual",
    ),
    # Conditions.
    case(
        "If China invades Taiwan, America will sanction China.",
        """
        If|IN|mark|2|||SCONJ China|NNP|nsubj|2||GPE invades|VBZ|advcl|7|invade
        Taiwan|NNP|dobj|2||GPE ,|,|punct|7 America|NNP|nsubj|7||GPE will|MD|aux|7
        sanction|VB|ROOT|7 China|NNP|dobj|7||GPE .|.|punct|7
        """,
        "America --sanction--> China positive conditional",
        "China --invade--> Taiwan positive conditional",
    ),
    case(
        "Unless Russia leaves Ukraine, Germany will arm Ukraine.",
        """
        Unless|IN|mark|2|||SCONJ Russia|NNP|nsubj|2||GPE leaves|VBZ|advcl|7|leave
        Ukraine|NNP|dobj|2||GPE ,|,|punct|7 Germany|NNP|nsubj|7||GPE will|MD|aux|7 arm|VB|ROOT|7
        Ukraine|NNP|dobj|7||GPE .|.|punct|7
        """,
        "Germany --arm--> Ukraine positive conditional",
        "Russia --leave--> Ukraine positive conditional",
    ),
    case(
        "Iran would have attacked Israel.",
        """
        Iran|NNP|nsubj|3||GPE would|MD|aux|3 have|VB|aux|3|||AUX attacked|VBN|ROOT|3|attack
        Israel|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Iran --attack--> Israel positive conditional",
    ),
    case(
        "The treaty would let Iran sell oil.",
        """
        The|DT|det|1 treaty|NN|nsubj|3 would|MD|aux|3 let|VB|ROOT|3 Iran|NNP|nsubj|5||GPE
        sell|VB|ccomp|3 oil|NN|dobj|5 .|.|punct|3
        """,
        "Iran --sell--> oil positive conditional",
        "treaty --let--> Iran positive conditional",
    ),
    case(
        "Had Iran attacked Israel, America would have attacked Iran.",
        """
        Had|VBD|aux|2|have||AUX Iran|NNP|nsubj|2||GPE attacked|VBD|advcl|8|attack
        Israel|NNP|dobj|2||GPE ,|,|punct|8 America|NNP|nsubj|8||GPE would|MD|aux|8
        have|VB|aux|8|||AUX attacked|VBN|ROOT|8|attack Iran|NNP|dobj|8||GPE .|.|punct|8
        """,
        "America --attack--> Iran positive conditional",
        "Iran --attack--> Israel positive conditional",
    ),
    case(
        "Should Iran attack Israel, America will attack Iran.",
        """
        Should|MD|aux|2 Iran|NNP|nsubj|2||GPE attack|VB|advcl|7 Israel|NNP|dobj|2||GPE
        ,|,|punct|7 America|NNP|nsubj|7||GPE will|MD|aux|7 attack|VB|ROOT|7 Iran|NNP|dobj|7||GPE
        .|.|punct|7
        """,
        "America --attack--> Iran positive future",
        "Iran --attack--> Israel positive conditional",
    ),
    case(
        "When Iran attacks Israel, America will attack Iran.",
        """
        When|WRB|advmod|2 Iran|NNP|nsubj|2||GPE attacks|VBZ|advcl|7|attack Israel|NNP|dobj|2||GPE
        ,|,|punct|7 America|NNP|nsubj|7||GPE will|MD|aux|7 attack|VB|ROOT|7 Iran|NNP|dobj|7||GPE
        .|.|punct|7
        """,
        "America --attack--> Iran positive future",
        "Iran --attack--> Israel positive future",
    ),
    case(
        "America will leave Syria once Turkey attacks Homs.",
        """
        America|NNP|nsubj|2||GPE will|MD|aux|2 leave|VB|ROOT|2 Syria|NNP|dobj|2||GPE
        once|IN|mark|6|||SCONJ Turkey|NNP|nsubj|6||GPE attacks|VBZ|advcl|2|attack
        Homs|NNP|dobj|6||GPE .|.|punct|2
        """,
        "America --leave--> Syria positive future",
        "Turkey --attack--> Homs positive future",
    ),
    case(
        "As if Russia had attacked Georgia, Kerry condemned Putin.",
        """
        As|IN|mark|4|||SCONJ if|IN|mark|4|||SCONJ Russia|NNP|nsubj|4||GPE had|VBD|aux|4|have||AUX
        attacked|VBN|advcl|8|attack Georgia|NNP|dobj|4||GPE ,|,|punct|8 Kerry|NNP|nsubj|8||PERSON
        condemned|VBD|ROOT|8|condemn Putin|NNP|dobj|8||PERSON .|.|punct|8
        """,
        "Kerry --condemn--> Putin positive actual",
        "Russia --attack--> Georgia positive conditional",
    ),
    # Hedges.
    case(
        "Russia reportedly bombed Aleppo.",
        """
        Russia|NNP|nsubj|2||GPE reportedly|RB|advmod|2 bombed|VBD|ROOT|2|bomb
        Aleppo|NNP|dobj|2||GPE .|.|punct|2
        """,
        "Russia --bomb--> Aleppo positive possible",
    ),
    case(
        "Russia allegedly bombed Aleppo.",
        """
        Russia|NNP|nsubj|2||GPE allegedly|RB|advmod|2 bombed|VBD|ROOT|2|bomb
        Aleppo|NNP|dobj|2||GPE .|.|punct|2
        """,
        "Russia --bomb--> Aleppo positive possible",
    ),
    case(
        "Perhaps Turkey attacked Syria.",
        """
        Perhaps|RB|advmod|2 Turkey|NNP|nsubj|2||GPE attacked|VBD|ROOT|2|attack
        Syria|NNP|dobj|2||GPE .|.|punct|2
        """,
        "Turkey --attack--> Syria positive possible",
    ),
    case(
        "Russia seemed to support Assad.",
        """
        Russia|NNP|nsubj|1||GPE seemed|VBD|ROOT|1|seem to|TO|aux|3 support|VB|xcomp|1
        Assad|NNP|dobj|3||PERSON .|.|punct|1
        """,
        "Russia --support--> Assad positive possible",
    ),
    case(
        "Russia is believed to have bombed Aleppo.",
        """
        Russia|NNP|nsubjpass|2||GPE is|VBZ|auxpass|2|be||AUX believed|VBN|ROOT|2|believe
        to|TO|aux|5 have|VB|aux|5|||AUX bombed|VBN|xcomp|2|bomb Aleppo|NNP|dobj|5||GPE
        .|.|punct|2
        """,
        "Russia --bomb--> Aleppo positive possible",
    ),
    case(
        "Russia is said to support Assad.",
        """
        Russia|NNP|nsubjpass|2||GPE is|VBZ|auxpass|2|be||AUX said|VBN|ROOT|2|say to|TO|aux|4
        support|VB|xcomp|2 Assad|NNP|dobj|4||PERSON .|.|punct|2
        """,
        "Russia --support--> Assad positive possible",
    ),
    case(
        "Putin is likely to meet Erdogan.",
        """
        Putin|NNP|nsubj|1||PERSON is|VBZ|ROOT|1|be||AUX likely|JJ|acomp|1 to|TO|aux|4
        meet|VB|xcomp|2 Erdogan|NNP|dobj|4||PERSON .|.|punct|1
        """,
        "Putin --meet--> Erdogan positive possible",
    ),
    case(
        "It is likely that Turkey attacked Syria.",
        """
        It|PRP|nsubj|1 is|VBZ|ROOT|1|be||AUX likely|JJ|acomp|1 that|IN|mark|5|||SCONJ
        Turkey|NNP|nsubj|5||GPE attacked|VBD|ccomp|2|attack Syria|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Turkey --attack--> Syria positive possible",
    ),
    case(
        "Turkey was accused of bombing Aleppo.",
        """
        Turkey|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX accused|VBN|ROOT|2|accuse
        of|IN|prep|2 bombing|VBG|pcomp|3|bomb Aleppo|NNP|dobj|4||GPE .|.|punct|2
        """,
        "Turkey --[passive] accuse--> - positive actual",
        "Turkey --bomb--> Aleppo positive possible",
    ),
    case(
        "The man suspected of killing Litvinenko fled to Moscow.",
        """
        The|DT|det|1 man|NN|nsubj|6 suspected|VBN|acl|1|suspect of|IN|prep|2
        killing|VBG|pcomp|3|kill Litvinenko|NNP|dobj|4||PERSON fled|VBD|ROOT|6|flee to|IN|prep|6
        Moscow|NNP|pobj|7||GPE .|.|punct|6
        """,
        "man --flee to--> Moscow positive actual",
        "man --kill--> Litvinenko positive possible",
    ),
    case(
        "It is possible that Turkey attacked Syria.",
        """
        It|PRP|nsubj|1 is|VBZ|ROOT|1|be||AUX possible|JJ|acomp|1 that|IN|mark|5|||SCONJ
        Turkey|NNP|nsubj|5||GPE attacked|VBD|ccomp|1|attack Syria|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Turkey --attack--> Syria positive possible",
    ),
    # Scope over coordinated clauses.
    case(
        "China will invade Taiwan and occupy Matsu.",
        """
        China|NNP|nsubj|2||GPE will|MD|aux|2 invade|VB|ROOT|2 Taiwan|NNP|dobj|2||GPE and|CC|cc|2
        occupy|VB|conj|2 Matsu|NNP|dobj|5||GPE .|.|punct|2
        """,
        "China --invade--> Taiwan positive future",
        "China --occupy--> Matsu positive future",
    ),
    case(
        "Russia did not bomb Aleppo or attack Homs.",
        """
        Russia|NNP|nsubj|3||GPE did|VBD|aux|3|do||AUX not|RB|neg|3|||PART bomb|VB|ROOT|3
        Aleppo|NNP|dobj|3||GPE or|CC|cc|3 attack|VB|conj|3 Homs|NNP|dobj|6||GPE .|.|punct|3
        """,
        "Russia --attack--> Homs negative actual",
        "Russia --bomb--> Aleppo negative actual",
    ),
    case(
        "Kerry said that Russia bombed Aleppo and that Iran left Homs.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say that|IN|mark|4|||SCONJ
        Russia|NNP|nsubj|4||GPE bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|4||GPE and|CC|cc|4
        that|IN|mark|9|||SCONJ Iran|NNP|nsubj|9||GPE left|VBD|conj|4|leave
        Homs|NNS|dobj|9|hom|GPE .|.|punct|1
        """,
        "Iran --leave--> Homs positive actual, Kerry (said)",
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "Kerry said Russia bombed Aleppo, but Turkey attacked Afrin.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say Russia|NNP|nsubj|3||GPE
        bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|3||GPE ,|,|punct|1 but|CC|cc|1
        Turkey|NNP|nsubj|8||GPE attacked|VBD|conj|1|attack Afrin|NNP|dobj|8||GPE .|.|punct|8
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
        "Turkey --attack--> Afrin positive actual",
    ),
    # Who speaks.
    case(
        "Kerry said that Russia bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say that|IN|mark|4|||SCONJ
        Russia|NNP|nsubj|4||GPE bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "Russia bombed Aleppo, Kerry said.",
        """
        Russia|NNP|nsubj|1||GPE bombed|VBD|ccomp|5|bomb Aleppo|NNP|dobj|1||GPE ,|,|punct|5
        Kerry|NNP|nsubj|5||PERSON said|VBD|ROOT|5|say .|.|punct|5
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "Kerry said Russia would bomb Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say Russia|NNP|nsubj|4||GPE would|MD|aux|4
        bomb|VB|ccomp|1 Aleppo|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive future, Kerry (said)",
    ),
    case(
        "Kerry said Russia did not bomb Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say Russia|NNP|nsubj|5||GPE
        did|VBD|aux|5|do||AUX not|RB|neg|5|||PART bomb|VB|ccomp|1 Aleppo|NNP|dobj|5||GPE
        .|.|punct|1
        """,
        "Russia --bomb--> Aleppo negative actual, Kerry (said)",
    ),
    case(
        "Kerry did not say that Russia bombed Aleppo.",
        """
        Kerry|NNP|nsubj|3||PERSON did|VBD|aux|3|do||AUX not|RB|neg|3|||PART say|VB|ROOT|3
        that|IN|mark|6|||SCONJ Russia|NNP|nsubj|6||GPE bombed|VBD|ccomp|3|bomb
        Aleppo|NNP|dobj|6||GPE .|.|punct|3
        """,
    ),
    case(
        "Lavrov said Kerry had said Russia bombed Aleppo.",
        """
        Lavrov|NNP|nsubj|1||ORG said|VBD|ROOT|1|say Kerry|NNP|nsubj|4||PERSON
        had|VBD|aux|4|have||AUX said|VBN|ccomp|1|say Russia|NNP|nsubj|6||GPE
        bombed|VBD|ccomp|4|bomb Aleppo|NNP|dobj|6||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "Kerry, who said Russia bombed Aleppo, met Lavrov.",
        """
        Kerry|NNP|nsubj|8||PERSON ,|,|punct|0 who|WP|nsubj|3 said|VBD|relcl|0|say
        Russia|NNP|nsubj|5||GPE bombed|VBD|ccomp|3|bomb Aleppo|NNP|dobj|5||GPE ,|,|punct|0
        met|VBD|ROOT|8|meet Lavrov|NNP|dobj|8||PERSON .|.|punct|8
        """,
        "Kerry --meet--> Lavrov positive actual",
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "Kerry said that Iran, which supports Hamas, attacked Israel.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say that|IN|mark|9|||SCONJ
        Iran|NNP|nsubj|9||GPE ,|,|punct|3 which|WDT|nsubj|6 supports|VBZ|relcl|3|support
        Hamas|NNP|dobj|6||ORG ,|,|punct|3 attacked|VBD|ccomp|1|attack Israel|NNP|dobj|9||GPE
        .|.|punct|1
        """,
        "Iran --attack--> Israel positive actual, Kerry (said)",
        "Iran --support--> Hamas positive actual, Kerry (said)",
    ),
    case(
        "Kerry confirmed that Russia bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON confirmed|VBD|ROOT|1|confirm that|IN|mark|4|||SCONJ
        Russia|NNP|nsubj|4||GPE bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (confirmed)",
    ),
    case(
        "Officials said Russia bombed Aleppo.",
        """
        Officials|NNS|nsubj|1|official said|VBD|ROOT|1|say Russia|NNP|nsubj|3||GPE
        bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|3||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, Officials (said)",
    ),
    case(
        "A statement said that Russia bombed Aleppo.",
        """
        A|DT|det|1 statement|NN|nsubj|2 said|VBD|ROOT|2|say that|IN|mark|5|||SCONJ
        Russia|NNP|nsubj|5||GPE bombed|VBD|ccomp|2|bomb Aleppo|NNP|dobj|5||GPE .|.|punct|2
        """,
        "Russia --bomb--> Aleppo positive actual, statement (said)",
    ),
    case(
        "Germany warned that Russia could attack Poland.",
        """
        Germany|NNP|nsubj|1||GPE warned|VBD|ROOT|1|warn that|IN|mark|5|||SCONJ
        Russia|NNP|nsubj|5||GPE could|MD|aux|5 attack|VB|ccomp|1 Poland|NNP|dobj|5||GPE
        .|.|punct|1
        """,
        "Russia --attack--> Poland positive possible, Germany (warned)",
    ),
    case(
        "Turkey accused Russia of bombing Aleppo.",
        """
        Turkey|NNP|nsubj|1||GPE accused|VBD|ROOT|1|accuse Russia|NNP|dobj|1||GPE of|IN|prep|1
        bombing|VBG|pcomp|3|bomb Aleppo|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive possible, Turkey (accused)",
        "Turkey --accuse--> Russia positive actual",
    ),
    case(
        "Kerry's claim that Russia bombed Aleppo angered Putin.",
        """
        Kerry|NNP|poss|2||PERSON 's|POS|case|0 claim|NN|nsubj|7 that|IN|mark|5|||SCONJ
        Russia|NNP|nsubj|5||GPE bombed|VBD|acl|2|bomb Aleppo|NNP|dobj|5||GPE
        angered|VBD|ROOT|7|anger Putin|NNP|dobj|7||PERSON .|.|punct|7
        """,
        "Kerry's claim --anger--> Putin positive actual",
        "Russia --bomb--> Aleppo positive actual, Kerry (claim)",
    ),
    case(
        "Claims that Russia bombed Aleppo angered Putin.",
        """
        Claims|NNS|nsubj|5|claim that|IN|mark|3|||SCONJ Russia|NNP|nsubj|3||GPE
        bombed|VBD|acl|0|bomb Aleppo|NNP|dobj|3||GPE angered|VBD|ROOT|5|anger
        Putin|NNP|dobj|5||PERSON .|.|punct|5
        """,
        "Claims --anger--> Putin positive actual",
        "Russia --bomb--> Aleppo positive possible",
    ),
    case(
        "It was reported that Russia bombed Aleppo.",
        """
        It|PRP|nsubjpass|2 was|VBD|auxpass|2|be||AUX reported|VBN|ROOT|2|report
        that|IN|mark|5|||SCONJ Russia|NNP|nsubj|5||GPE bombed|VBD|ccomp|2|bomb
        Aleppo|NNP|dobj|5||GPE .|.|punct|2
        """,
        "Russia --bomb--> Aleppo positive possible",
    ),
    case(
        "Kerry doubts that Russia bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON doubts|VBZ|ROOT|1|doubt that|IN|mark|4|||SCONJ
        Russia|NNP|nsubj|4||GPE bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive possible, Kerry (doubts)",
    ),
    case(
        "Kerry said he met Lavrov.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say he|PRP|nsubj|3 met|VBD|ccomp|1|meet
        Lavrov|NNP|dobj|3||PERSON .|.|punct|1
        """,
        "Kerry --meet--> Lavrov positive actual, Kerry (said)",
    ),
    case(
        "Kerry said he would meet Lavrov on Friday.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say he|PRP|nsubj|4 would|MD|aux|4
        meet|VB|ccomp|1 Lavrov|NNP|dobj|4||PERSON on|IN|prep|4 Friday|NNP|pobj|6||DATE
        .|.|punct|1
        """,
        "Kerry --meet--> Lavrov @2016-08-19 positive future, Kerry (said)",
    ),
    case(
        "Kerry said on Monday that Russia bombed Aleppo on Sunday.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say on|IN|prep|1 Monday|NNP|pobj|2||DATE
        that|IN|mark|6|||SCONJ Russia|NNP|nsubj|6||GPE bombed|VBD|ccomp|1|bomb
        Aleppo|NNP|dobj|6||GPE on|IN|prep|6 Sunday|NNP|pobj|8||DATE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo @2016-08-14 positive actual, Kerry (said)",
    ),
    case(
        "Rouhani was quoted as saying that Russia bombed Aleppo.",
        """
        Rouhani|NNP|nsubjpass|2||PERSON was|VBD|auxpass|2|be||AUX quoted|VBN|ROOT|2|quote
        as|IN|prep|2 saying|VBG|pcomp|3|say that|IN|mark|7|||SCONJ Russia|NNP|nsubj|7||GPE
        bombed|VBD|ccomp|4|bomb Aleppo|NNP|dobj|7||GPE .|.|punct|2
        """,
        "Rouhani --[passive] quote--> - positive actual",
        "Russia --bomb--> Aleppo positive actual, Rouhani (saying)",
    ),
    case(
        "Kerry told reporters that Russia bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON told|VBD|ROOT|1|tell reporters|NNS|dobj|1|reporter
        that|IN|mark|5|||SCONJ Russia|NNP|nsubj|5||GPE bombed|VBD|ccomp|1|bomb
        Aleppo|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Kerry --tell--> reporters positive actual",
        "Russia --bomb--> Aleppo positive actual, Kerry (told)",
    ),
    case(
        "Kerry told Lavrov that America would leave Syria.",
        """
        Kerry|NNP|nsubj|1||PERSON told|VBD|ROOT|1|tell Lavrov|NNP|dobj|1||PERSON
        that|IN|mark|6|||SCONJ America|NNP|nsubj|6||GPE would|MD|aux|6 leave|VB|ccomp|1
        Syria|NNP|dobj|6||GPE .|.|punct|1
        """,
        "America --leave--> Syria positive future, Kerry (told)",
        "Kerry --tell--> Lavrov positive actual",
    ),
    case(
        "Kerry agreed that Russia bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON agreed|VBD|ROOT|1|agree that|IN|mark|4|||SCONJ
        Russia|NNP|nsubj|4||GPE bombed|VBD|ccomp|1|bomb Aleppo|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (agreed)",
    ),
    case(
        "IRNA quoted Rouhani as saying that Russia bombed Aleppo.",
        """
        IRNA|NNP|nsubj|1||ORG quoted|VBD|ROOT|1|quote Rouhani|NNP|dobj|1||PERSON as|IN|prep|1
        saying|VBG|pcomp|3|say that|IN|mark|7|||SCONJ Russia|NNP|nsubj|7||GPE
        bombed|VBD|ccomp|4|bomb Aleppo|NNP|dobj|7||GPE .|.|punct|1
        """,
        "IRNA --quote--> Rouhani positive actual",
        "Russia --bomb--> Aleppo positive actual, Rouhani (saying)",
    ),
    case(
        "According to Kerry, Russia bombed Aleppo.",
        """
        According|VBG|prep|5|accord to|IN|prep|0 Kerry|NNP|pobj|1||GPE ,|,|punct|2
        Russia|NNP|nsubj|5||GPE bombed|VBD|ROOT|5|bomb Aleppo|NNP|dobj|5||GPE .|.|punct|5
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (according to)",
    ),
    case(
        "Russia bombed Aleppo, according to the ministry.",
        """
        Russia|NNP|nsubj|1||GPE bombed|VBD|ROOT|1|bomb Aleppo|NNP|dobj|1||GPE ,|,|punct|1
        according|VBG|prep|1|accord to|IN|prep|4 the|DT|det|7 ministry|NN|pobj|5 .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, ministry (according to)",
    ),
    case(
        "Russia bombed Aleppo, Kerry said, and Iran left Homs.",
        """
        Russia|NNP|nsubj|1||GPE bombed|VBD|ROOT|1|bomb Aleppo|NNP|dobj|1||GPE ,|,|punct|5
        Kerry|NNP|nsubj|5||PERSON said|VBD|parataxis|1|say ,|,|punct|5 and|CC|cc|1
        Iran|NNP|nsubj|9||GPE left|VBD|conj|1|leave Homs|NNS|dobj|9|hom|GPE .|.|punct|9
        """,
        "Iran --leave--> Homs positive actual, Kerry (said)",
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "Russia, Kerry said, bombed Aleppo.",
        """
        Russia|NNP|nsubj|5||GPE ,|,|punct|3 Kerry|NNP|nsubj|3||PERSON said|VBD|parataxis|5|say
        ,|,|punct|3 bombed|VBD|ROOT|5|bomb Aleppo|NNP|dobj|5||GPE .|.|punct|5
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "As Kerry said, Russia bombed Aleppo.",
        """
        As|IN|mark|2|||SCONJ Kerry|NNP|nsubj|2||PERSON said|VBD|advcl|5|say ,|,|punct|2
        Russia|NNP|nsubj|5||GPE bombed|VBD|ROOT|5|bomb Aleppo|NNP|dobj|5||GPE .|.|punct|5
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "Kerry said in a statement that Russia bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say in|IN|prep|1 a|DT|det|4 statement|NN|pobj|2
        that|IN|mark|7|||SCONJ Russia|NNP|nsubj|7||GPE bombed|VBD|relcl|4|bomb
        Aleppo|NNP|dobj|7||GPE .|.|punct|1
        """,
        "Kerry --say in--> statement positive actual",
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
    ),
    case(
        "Kerry told reporters Russia had bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON told|VBD|ROOT|1|tell reporters|NNS|dobj|1|reporter
        Russia|NNP|nsubj|5||GPE had|VBD|aux|5|have||AUX bombed|VBN|relcl|2|bomb
        Aleppo|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Kerry --tell--> reporters positive actual",
        "Russia --bomb--> Aleppo positive actual, Kerry (told)",
    ),
    case(
        "Kerry told reporters Russia had expelled.",
        """
        Kerry|NNP|nsubj|1||PERSON told|VBD|ROOT|1|tell reporters|NNS|dobj|1|reporter
        Russia|NNP|nsubj|5||GPE had|VBD|aux|5|have||AUX expelled|VBN|relcl|2|expel
        .|.|punct|1
        """,
        "Kerry --tell--> reporters positive actual",
        "Russia --expel--> reporters positive actual",
    ),
    case(
        "It was the first time that Russia bombed Aleppo.",
        """
        It|PRP|nsubj|1 was|VBD|ROOT|1|be||AUX the|DT|det|4 first|JJ|amod|4||ORDINAL
        time|NN|attr|1 that|IN|mark|7 Russia|NNP|nsubj|7||GPE bombed|VBD|relcl|4|bomb
        Aleppo|NNP|dobj|7||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual",
    ),
    case(
        "India bombed Lahore, a charge Islamabad rejects.",
        """
        India|NNP|nsubj|1||GPE bombed|VBD|ccomp|7|bomb Lahore|NNP|dobj|1||GPE ,|,|punct|7
        a|DT|det|6 charge|NN|compound|6 Islamabad|NNP|nsubj|7||GPE rejects|VBZ|ROOT|7|reject
        .|.|punct|7
        """,
        "India --bomb--> Lahore positive actual",
    ),
    case(
        "Nissan scrapped a plan to join Honda.",
        """
        Nissan|NNP|nsubj|1||ORG scrapped|VBD|ROOT|1|scrap a|DT|det|3 plan|NN|dobj|1 to|TO|aux|5
        join|VB|acl|3 Honda|NNP|dobj|5||ORG .|.|punct|1
        """,
        "Nissan --scrap--> plan positive actual",
        "Nissan --join--> Honda negative intended",
    ),
    case(
        "Iran rejected a request to leave Syria.",
        """
        Iran|NNP|nsubj|1||GPE rejected|VBD|ROOT|1|reject a|DT|det|3 request|NN|dobj|1 to|TO|aux|5
        leave|VB|acl|3 Syria|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Iran --reject--> request positive actual",
        "Iran --leave--> Syria negative intended",
    ),
    # An idiom of something concrete, without its "at", is as plain as any verb.
    case(
        "Iran fired two missiles.",
        """
        Iran|NNP|nsubj|1||GPE fired|VBD|ROOT|1|fire two|CD|nummod|3 missiles|NNS|dobj|1|missile
        .|.|punct|1
        """,
        "Iran --fire--> two missiles positive actual",
    ),
    case(
        "Kerry took part.",
        """
        Kerry|NNP|nsubj|1||PERSON took|VBD|ROOT|1|take part|NN|dobj|1 .|.|punct|1
        """,
    ),
    case(
        "Israel has yet to join NATO.",
        """
        Israel|NNP|nsubj|1||GPE has|VBZ|ROOT|1|have yet|RB|advmod|1 to|TO|aux|4
        join|VB|xcomp|1 NATO|NNP|dobj|4||ORG .|.|punct|1
        """,
        "Israel --join--> NATO negative actual",
    ),
    # What dashes set off is the article's own.
    case(
        "Kerry said that Russia — which has a base in Syria — bombed Aleppo.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say that|IN|mark|12|||SCONJ
        Russia|NNP|nsubj|12||GPE —|:|punct|3 which|WDT|nsubj|6 has|VBZ|relcl|3|have a|DT|det|8
        base|NN|dobj|6 in|IN|prep|8 Syria|NNP|pobj|9||GPE —|:|punct|3 bombed|VBD|ccomp|1|bomb
        Aleppo|NNP|dobj|12||GPE .|.|punct|1
        """,
        "Russia --bomb--> Aleppo positive actual, Kerry (said)",
        "Russia --have--> base {in: Syria} positive actual",
        "base --lie in--> Syria positive actual",
    ),
    case(
        "The minister was able to meet rebels in Oslo.",
        """
        The|DT|det|1 minister|NN|nsubj|2 was|VBD|ROOT|2|be||AUX able|JJ|acomp|2 to|TO|aux|5
        meet|VB|xcomp|3 rebels|NNS|dobj|5|rebel in|IN|prep|6 Oslo|NNP|pobj|7||GPE .|.|punct|2
        """,
        "minister --meet--> rebels {in: Oslo} positive actual",
    ),
    case(
        "Along with selling oil, Iran buys wheat.",
        """
        Along|IN|prep|6 with|IN|prep|0 selling|VBG|pcomp|1|sell oil|NN|dobj|2 ,|,|punct|6
        Iran|NNP|nsubj|6||GPE buys|VBZ|ROOT|6|buy wheat|NN|dobj|6 .|.|punct|6
        """,
        "Iran --buy--> wheat positive actual",
        "Iran --sell--> oil positive actual",
    ),
    case(
        "France missed a chance to sign the treaty.",
        """
        France|NNP|nsubj|1||GPE missed|VBD|ROOT|1|miss a|DT|det|3 chance|NN|dobj|1 to|TO|aux|5
        sign|VB|acl|3 the|DT|det|7 treaty|NN|dobj|5 .|.|punct|1
        """,
        "France --miss--> chance positive actual",
        "France --sign--> treaty negative actual",
    ),
    case(
        "Laws banning rallies, expected next month, worry Poland.",
        """
        Laws|NNS|nsubj|8|law banning|VBG|acl|0|ban rallies|NNS|dobj|1|rally ,|,|punct|0
        expected|VBN|acl|0|expect next|JJ|amod|6||DATE month|NN|npadvmod|4||+DATE ,|,|punct|8
        worry|VBP|ROOT|8 Poland|NNP|dobj|8||GPE .|.|punct|8
        """,
        "Laws --ban--> rallies positive future",
        "Laws --worry--> Poland positive actual",
    ),
    case(
        "Rebels who had weapons to use against Syria left.",
        """
        Rebels|NNS|nsubj|8|rebel who|WP|nsubj|2 had|VBD|relcl|0|have weapons|NNS|dobj|2|weapon
        to|TO|aux|5 use|VB|relcl|3 against|IN|prep|5 Syria|NNP|pobj|6||GPE left|VBN|ROOT|8|leave
        .|.|punct|8
        """,
        "Rebels --have--> weapons positive actual",
        "Rebels --use--> weapons {against: Syria} positive intended",
    ),
    case(
        "The firm signed an agreement to be acquired by Nokia.",
        """
        The|DT|det|1 firm|NN|nsubj|2 signed|VBD|ROOT|2|sign an|DT|det|4 agreement|NN|dobj|2
        to|TO|aux|7 be|VB|auxpass|7|||AUX acquired|VBN|relcl|4|acquire by|IN|agent|7
        Nokia|NNP|pobj|8||ORG .|.|punct|2
        """,
        "Nokia --acquire--> firm positive intended",
        "firm --sign--> agreement positive actual",
    ),
    case(
        "Ali's support for Syria did not help the talks.",
        """
        Ali|NNP|poss|2||PERSON 's|POS|case|0 support|NN|nsubj|7 for|IN|prep|2
        Syria|NNP|pobj|3||GPE did|VBD|aux|7|do||AUX not|RB|neg|7|||PART help|VB|ROOT|7
        the|DT|det|9 talks|NNS|dobj|7|talk .|.|punct|7
        """,
        "Ali --support for--> Syria positive actual",
        "Ali's support --help--> talks negative actual",
    ),
    case(
        "The mob threatened to storm his residence in Quito.",
        """
        The|DT|det|1 mob|NN|nsubj|2 threatened|VBD|ROOT|2|threaten to|TO|aux|4 storm|VB|xcomp|2
        his|PRP$|poss|6 residence|NN|dobj|4 in|IN|prep|6 Quito|NNP|pobj|7||GPE .|.|punct|2
        """,
        "his --residence in--> Quito positive actual",
        "mob --storm--> residence {in: Quito} positive intended",
    ),
    case(
        "Police arrested a man for collaborating with Israel.",
        """
        Police|NNS|nsubj|1|Police arrested|VBD|ROOT|1|arrest a|DT|det|3 man|NN|dobj|1
        for|IN|prep|1 collaborating|VBG|pcomp|4|collaborate with|IN|prep|5 Israel|NNP|pobj|6||GPE
        .|.|punct|1
        """,
        "Police --arrest--> man positive actual",
        "man --collaborate with--> Israel positive possible",
    ),
    case(
        "Kenya said it would leave, in a statement on Monday.",
        """
        Kenya|NNP|nsubj|1||GPE said|VBD|ROOT|1|say it|PRP|nsubj|4 would|MD|aux|4 leave|VB|ccomp|1
        ,|,|punct|4 in|IN|prep|4 a|DT|det|8 statement|NN|pobj|6 on|IN|prep|8
        Monday|NNP|pobj|9||DATE .|.|punct|1
        """,
    ),
    case(
        "Nokia, for example, sells phones in France.",
        """
        Nokia|NNP|nsubj|5||ORG ,|,|punct|5 for|IN|prep|5 example|NN|pobj|2 ,|,|punct|5
        sells|VBZ|ROOT|5|sell phones|NNS|dobj|5|phone in|IN|prep|5 France|NNP|pobj|7||GPE
        .|.|punct|5
        """,
        "Nokia --sell--> phones {in: France} positive actual",
    ),
    case(
        "The city expects 6,000 visitors according to Reuters.",
        """
        The|DT|det|1 city|NN|nsubj|2 expects|VBZ|ROOT|2|expect 6,000|CD|nummod|4||CARDINAL
        visitors|NNS|dobj|2|visitor according|VBG|prep|2|accord to|IN|prep|5
        Reuters|NNP|pobj|6||ORG .|.|punct|2
        """,
        "city --expect--> 6,000 visitors positive actual, Reuters (according to)",
    ),
    case(
        "Ghana was known to arm rebels.",
        """
        Ghana|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX known|VBN|ROOT|2|know to|TO|aux|4
        arm|VB|xcomp|2 rebels|NNS|dobj|4|rebel .|.|punct|2
        """,
        "Ghana --arm--> rebels positive actual",
    ),
    case(
        "The office is a liberal and green think tank.",
        """
        The|DT|det|1 office|NN|nsubj|2 is|VBZ|ROOT|2|be||AUX a|DT|det|8 liberal|JJ|amod|8
        and|CC|cc|4 green|JJ|conj|4 think|NN|compound|8 tank|NN|attr|2 .|.|punct|2
        """,
    ),
    case(
        "Nokia was banned from operating in Mali by France.",
        """
        Nokia|NNP|nsubjpass|2||ORG was|VBD|auxpass|2|be||AUX banned|VBN|ROOT|2|ban from|IN|prep|2
        operating|VBG|pcomp|3|operate in|IN|prep|4 Mali|NNP|pobj|5||GPE by|IN|prep|4
        France|NNP|pobj|7||GPE .|.|punct|2
        """,
        "Nokia --[passive] ban--> - positive actual",
        "Nokia --operate in--> Mali negative actual",
    ),
    case(
        "Rebels dismissed an appeal from Mali to lay down their arms.",
        """
        Rebels|NNS|nsubj|1|rebel|ORG dismissed|VBD|ROOT|1|dismiss an|DT|det|3 appeal|NN|dobj|1
        from|IN|prep|3 Mali|NNP|pobj|4||GPE to|TO|aux|7 lay|VB|acl|3 down|RP|prt|7
        their|PRP$|poss|10 arms|NNS|dobj|7|arm .|.|punct|1
        """,
        "Rebels --dismiss--> appeal {from: Mali} positive actual",
        "Rebels --lay down--> arms negative intended",
    ),
    case(
        "Parents are concerned the state will close the school.",
        """
        Parents|NNS|nsubj|1|parent are|VBP|ROOT|1|be||AUX concerned|VBN|acomp|1|concern
        the|DT|det|4 state|NN|nsubj|6 will|MD|aux|6 close|VB|ccomp|2 the|DT|det|8
        school|NN|dobj|6 .|.|punct|1
        """,
        "state --close--> school positive possible, Parents (concerned)",
    ),
    case(
        "In major markets: Shares fell in Oslo.",
        """
        In|IN|prep|5 major|JJ|amod|2 markets|NNS|pobj|0|market :|:|punct|5
        Shares|NNS|nsubj|5|share fell|VBD|ROOT|5|fall in|IN|prep|5 Oslo|NNP|pobj|6||GPE
        .|.|punct|5
        """,
        "Shares --fall in--> Oslo positive actual",
    ),
    case(
        "In the game, players fall down a shaft.",
        """
        In|IN|prep|5 the|DT|det|2 game|NN|pobj|0 ,|,|punct|5 players|NNS|nsubj|5|player
        fall|VBP|ROOT|5 down|IN|prep|5 a|DT|det|8 shaft|NN|pobj|6 .|.|punct|5
        """,
        "players --fall down--> shaft {in: game} positive actual",
    ),
    case(
        "With the signing of the treaty, Ghana agreed to a truce.",
        """
        With|IN|prep|8 the|DT|det|2 signing|NN|pobj|0 of|IN|prep|2 the|DT|det|5 treaty|NN|pobj|3
        ,|,|punct|8 Ghana|NNP|nsubj|8||GPE agreed|VBD|ROOT|8|agree to|IN|prep|8 a|DT|det|11
        truce|NN|pobj|9 .|.|punct|8
        """,
        "Ghana --agree to--> truce {with: signing of the treaty} positive actual",
    ),
    case(
        "Ghana is, by far, the biggest exporter of gold to India.",
        """
        Ghana|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX ,|,|punct|1 by|IN|prep|1 far|RB|pcomp|3
        ,|,|punct|3 the|DT|det|8 biggest|JJS|amod|8|big exporter|NN|pobj|3 of|IN|prep|8
        gold|NN|pobj|9 to|IN|prep|8 India|NNP|pobj|11||GPE .|.|punct|1
        """,
    ),
    case(
        "The fund has $2 billion in bonds.",
        """
        The|DT|det|1 fund|NN|nsubj|2 has|VBZ|ROOT|2|have $|$|quantmod|5||MONEY
        2|CD|compound|5||+MONEY billion|CD|dobj|2||+MONEY in|IN|prep|5 bonds|NNS|pobj|6|bond
        .|.|punct|2
        """,
        "fund --have--> $2 billion in bonds positive actual",
    ),
    case(
        "Nokia sold it for $5 a share.",
        """
        Nokia|NNP|nsubj|1||ORG sold|VBD|ROOT|1|sell it|PRP|dobj|1 for|IN|prep|1 $|$|nmod|5
        5|CD|pobj|3||MONEY a|DT|det|7 share|NN|npadvmod|5 .|.|punct|1
        """,
        "Nokia --sell--> it {for: $5 a share} positive actual",
    ),
    case(
        "Ali studied the feasibility of a new rail line between Oslo and Rome.",
        """
        Ali|NNP|nsubj|1||PERSON studied|VBD|ROOT|1|study the|DT|det|3 feasibility|NN|dobj|1
        of|IN|prep|3 a|DT|det|8 new|JJ|amod|8 rail|NN|compound|8 line|NN|pobj|4 between|IN|prep|8
        Oslo|NNP|pobj|9||GPE and|CC|cc|10 Rome|NNP|conj|10||GPE .|.|punct|1
        """,
        "Ali --study--> feasibility of a new rail line positive actual",
    ),
    case(
        "Kenya rejected an ultimatum to release the pilot.",
        """
        Kenya|NNP|nsubj|1||GPE rejected|VBD|ROOT|1|reject an|DT|det|3 ultimatum|NN|dobj|1
        to|TO|aux|5 release|VB|acl|3 the|DT|det|7 pilot|NN|dobj|5 .|.|punct|1
        """,
        "Kenya --reject--> ultimatum positive actual",
        "Kenya --release--> pilot negative intended",
    ),
    case(
        "The court asked the ministry to ensure that Nokia pays France.",
        """
        The|DT|det|1 court|NN|nsubj|2 asked|VBD|ROOT|2|ask the|DT|det|4 ministry|NN|dobj|2
        to|TO|aux|6 ensure|VB|xcomp|2 that|IN|mark|9|||SCONJ Nokia|NNP|nsubj|9||ORG
        pays|VBZ|ccomp|6|pay France|NNP|dobj|9||GPE .|.|punct|2
        """,
        "Nokia --pay--> France positive possible, court (asked)",
        "court --ask--> ministry positive actual",
    ),
    case(
        "Mali's success in arming villages worried France.",
        """
        Mali|NNP|poss|2||GPE 's|POS|case|0 success|NN|nsubj|6 in|IN|prep|2 arming|VBG|pcomp|3|arm
        villages|NNS|dobj|4|village worried|VBD|ROOT|6|worry France|NNP|dobj|6||GPE .|.|punct|6
        """,
        "Mali --arm--> villages positive actual",
        "Mali's success --worry--> France positive actual",
    ),
    case(
        "Kane won the Budweiser Man of the Match award.",
        """
        Kane|NNP|nsubj|1||PERSON won|VBD|ROOT|1|win the|DT|det|4 Budweiser|NNP|compound|4
        Man|NNP|dobj|1 of|IN|prep|4 the|DT|det|8 Match|NNP|compound|8||PERSON award|NN|pobj|5
        .|.|punct|1
        """,
        "Kane --win--> Budweiser Man of the Match award positive actual",
    ),
    case(
        "Some 9,000 Greeks left Cyprus.",
        """
        Some|DT|quantmod|1||CARDINAL 9,000|CD|nummod|2||+CARDINAL Greeks|NNPS|nsubj|3||NORP
        left|VBD|ROOT|3|leave Cyprus|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Some 9,000 Greeks --leave--> Cyprus positive actual",
    ),
    case(
        "The prize which the judges gave Mali pleased France.",
        """
        The|DT|det|1 prize|NN|nsubj|7 which|WDT|dobj|5 the|DT|det|4 judges|NNS|nsubj|5|judge
        gave|VBD|relcl|1|give Mali|NNP|dobj|5||GPE pleased|VBD|ROOT|7|please
        France|NNP|dobj|7||GPE .|.|punct|7
        """,
        "judges --give--> prize positive actual",
        "prize --please--> France positive actual",
    ),
    case(
        "Its goal is to arm Mali.",
        """
        Its|PRP$|poss|1 goal|NN|nsubj|2 is|VBZ|ROOT|2|be||AUX to|TO|aux|4 arm|VB|xcomp|2
        Mali|NNP|dobj|4||GPE .|.|punct|2
        """,
        "Its --arm--> Mali positive intended",
    ),
    case(
        "Kenya's aim is to join Nato.",
        """
        Kenya|NNP|poss|2||GPE 's|POS|case|0 aim|NN|nsubj|3 is|VBZ|ROOT|3|be||AUX to|TO|aux|5
        join|VB|xcomp|3 Nato|NNP|dobj|5||ORG .|.|punct|3
        """,
        "Kenya --join--> Nato positive intended",
    ),
    case(
        "Ali is a teacher of English in Oslo.",
        """
        Ali|NNP|nsubj|1||PERSON is|VBZ|ROOT|1|be||AUX a|DT|det|3 teacher|NN|attr|1 of|IN|prep|3
        English|NNP|pobj|4||LANGUAGE in|IN|prep|3 Oslo|NNP|pobj|6||GPE .|.|punct|1
        """,
        'Ali --hold position--> "teacher" positive actual',
        "Ali --teacher in--> Oslo positive actual",
    ),
    case(
        "Lee chose a name and posted to Nokia.",
        """
        Lee|NNP|nsubj|1||PERSON chose|VBD|ROOT|1|choose a|DT|det|3 name|NN|dobj|1 and|CC|cc|1
        posted|VBN|conj|1|post to|IN|prep|5 Nokia|NNP|pobj|6||ORG .|.|punct|1
        """,
        "Lee --choose--> name positive actual",
        "Lee --post to--> Nokia positive actual",
    ),
    case(
        "Maps were ready and displayed in Oslo.",
        """
        Maps|NNS|nsubj|1|map were|VBD|ROOT|1|be||AUX ready|JJ|acomp|1 and|CC|cc|1
        displayed|VBN|conj|1|display in|IN|prep|4 Oslo|NNP|pobj|5||GPE .|.|punct|1
        """,
        "Maps --[passive] display in--> Oslo positive actual",
    ),
    case(
        "Ghana said so.",
        """
        Ghana|NNP|nsubj|1||GPE said|VBD|ROOT|1|say so|RB|advmod|1 .|.|punct|1
        """,
    ),
    case(
        "Lee is a French rival of Nokia.",
        """
        Lee|NNP|nsubj|1||PERSON is|VBZ|ROOT|1|be||AUX a|DT|det|4 French|JJ|amod|4||NORP
        rival|NN|attr|1 of|IN|prep|4 Nokia|NNP|pobj|5||ORG .|.|punct|1
        """,
        "Lee --be national--> French positive actual",
        "Lee --rival--> Nokia positive actual",
    ),
    case(
        "Kim Lee, the finance director of Nokia, left.",
        """
        Kim|NNP|compound|1||PERSON Lee|NNP|nsubj|9||+PERSON ,|,|punct|1 the|DT|det|5
        finance|NN|compound|5 director|NN|appos|1 of|IN|prep|5 Nokia|NNP|pobj|6||ORG ,|,|punct|1
        left|VBN|ROOT|9|leave .|.|punct|9
        """,
        "Kim Lee --director subordinate--> Nokia positive actual",
        'Kim Lee --hold position subordinate--> "finance director" positive actual',
        "Kim Lee --leave--> - positive actual",
    ),
    case(
        "Mali lifted sanctions step by step.",
        """
        Mali|NNP|nsubj|1||GPE lifted|VBD|ROOT|1|lift sanctions|NNS|dobj|1|sanction step|NN|dobj|1
        by|IN|prep|3 step|NN|pobj|4 .|.|punct|1
        """,
        "Mali --lift--> sanctions positive actual",
    ),
    case(
        "A law that restricts the supply of arms to Mali angered Chad.",
        """
        A|DT|det|1 law|NN|nsubj|10 that|WDT|nsubj|3 restricts|VBZ|relcl|1|restrict the|DT|det|5
        supply|NN|dobj|3 of|IN|prep|5 arms|NNS|pobj|6|arm to|IN|prep|5 Mali|NNP|pobj|8||GPE
        angered|VBD|ROOT|10|anger Chad|NNP|dobj|10||GPE .|.|punct|10
        """,
        "law --anger--> Chad positive actual",
        "law --restrict--> supply of arms {to: Mali} positive actual",
    ),
    case(
        "Reports of the possible start of talks between Ghana and Togo are untrue, Togo said.",
        """
        Reports|NNS|nsubj|11|report of|IN|prep|0 the|DT|det|4 possible|JJ|amod|4 start|NN|pobj|1
        of|IN|prep|4 talks|NNS|pobj|5|talk between|IN|prep|6 Ghana|NNP|pobj|7||GPE and|CC|cc|8
        Togo|NNP|conj|8||GPE are|VBP|ccomp|15|be||AUX untrue|JJ|acomp|11 ,|,|punct|15
        Togo|NNP|nsubj|15||GPE said|VBD|ROOT|15|say .|.|punct|15
        """,
        "Ghana --talk with--> Togo negative possible, Togo (said)",
    ),
    case(
        "Reports about Ghana's willingness to invade Togo are baseless.",
        """
        Reports|NNS|nsubj|8|report about|IN|prep|0 Ghana|NNP|poss|4||GPE 's|POS|case|2
        willingness|NN|pobj|1 to|TO|aux|6 invade|VB|acl|4|invade Togo|NNP|dobj|6||GPE
        are|VBP|ROOT|8|be||AUX baseless|JJ|acomp|8 .|.|punct|8
        """,
        "Ghana --invade--> Togo negative intended",
    ),
    case(
        "Benin denied reports of talks between Ghana and Togo.",
        """
        Benin|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny reports|NNS|dobj|1|report of|IN|prep|2
        talks|NNS|pobj|3|talk between|IN|prep|4 Ghana|NNP|pobj|5||GPE and|CC|cc|6
        Togo|NNP|conj|6||GPE .|.|punct|1
        """,
        "Benin --deny--> reports of talks positive actual",
        "Ghana --talk with--> Togo negative actual, Benin (denied)",
    ),
    case(
        "Benin published reports on the war between Ghana and Togo.",
        """
        Benin|NNP|nsubj|1||GPE published|VBD|ROOT|1|publish reports|NNS|dobj|1|report on|IN|prep|2
        the|DT|det|5 war|NN|pobj|3 between|IN|prep|5 Ghana|NNP|pobj|6||GPE and|CC|cc|7
        Togo|NNP|conj|7||GPE .|.|punct|1
        """,
        "Benin --publish--> reports {on: war} positive actual",
        "Ghana --war against--> Togo positive actual",
    ),
    case(
        "Ghana did not find any rebels crossing into Togo.",
        """
        Ghana|NNP|nsubj|3||GPE did|VBD|aux|3|do||AUX not|RB|neg|3 find|VB|ROOT|3|find any|DT|det|5
        rebels|NNS|dobj|3|rebel crossing|VBG|acl|5|cross into|IN|prep|6 Togo|NNP|pobj|7||GPE
        .|.|punct|3
        """,
        "Ghana --find--> rebels negative actual",
        "rebels --cross into--> Togo negative actual",
    ),
    case(
        "Ghana could not identify the rebels.",
        """
        Ghana|NNP|nsubj|3||GPE could|MD|aux|3|could||AUX not|RB|neg|3 identify|VB|ROOT|3|identify
        the|DT|det|5 rebels|NNS|dobj|3|rebel .|.|punct|3
        """,
        "Ghana --identify--> rebels negative actual",
    ),
    case(
        "Ghana could not have armed the rebels.",
        """
        Ghana|NNP|nsubj|4||GPE could|MD|aux|4|could||AUX not|RB|neg|4 have|VB|aux|4|have||AUX
        armed|VBN|ROOT|4|arm the|DT|det|6 rebels|NNS|dobj|4|rebel .|.|punct|4
        """,
        "Ghana --arm--> rebels negative possible",
    ),
    case(
        "The sale would speed the growing cooperation between Ghana and Togo.",
        """
        The|DT|det|1 sale|NN|nsubj|3 would|MD|aux|3|would||AUX speed|VB|ROOT|3|speed the|DT|det|6
        growing|VBG|amod|6|grow cooperation|NN|dobj|3 between|IN|prep|6 Ghana|NNP|pobj|7||GPE
        and|CC|cc|8 Togo|NNP|conj|8||GPE .|.|punct|3
        """,
        "Ghana --cooperation with--> Togo positive actual",
        "sale --speed--> growing cooperation {between: Ghana, between: Togo} positive conditional",
    ),
    case(
        "Ghana accused Togo of arming rebels as the presidents met in Accra.",
        """
        Ghana|NNP|nsubj|1||GPE accused|VBD|ROOT|1|accuse Togo|NNP|dobj|1||GPE of|IN|prep|1
        arming|VBG|pcomp|3|arm rebels|NNS|dobj|4|rebel as|IN|mark|9 the|DT|det|8
        presidents|NNS|nsubj|9|president met|VBD|advcl|4|meet in|IN|prep|9 Accra|NNP|pobj|10||GPE
        .|.|punct|1
        """,
        "Ghana --accuse--> Togo positive actual",
        "Togo --arm--> rebels positive possible, Ghana (accused)",
        "presidents --meet in--> Accra positive actual",
    ),
    case(
        "Officials told Togo that the rebels have entered Ghana.",
        """
        Officials|NNS|nsubj|1|official told|VBD|ROOT|1|tell Togo|NNP|dobj|1||GPE that|IN|mark|7
        the|DT|det|5 rebels|NNS|nsubj|7|rebel have|VBP|aux|7|have||AUX entered|VBN|ccomp|1|enter
        Ghana|NNP|dobj|7||GPE .|.|punct|1
        """,
        "Officials --tell--> Togo positive actual",
        "rebels --enter--> Ghana positive actual, Officials (told)",
    ),
    case(
        "Ghana turned to methods for uniting the army of Togo.",
        """
        Ghana|NNP|nsubj|1||GPE turned|VBD|ROOT|1|turn to|IN|prep|1 methods|NNS|pobj|2|method
        for|IN|prep|1 uniting|VBG|pcomp|4|unite the|DT|det|7 army|NN|dobj|5 of|IN|prep|7
        Togo|NNP|pobj|8||GPE .|.|punct|1
        """,
        "Ghana --turn to--> methods positive actual",
    ),
    case(
        "The objection allowed Togo to sign the treaty.",
        """
        The|DT|det|1 objection|NN|nsubj|2 allowed|VBD|ROOT|2|allow Togo|NNP|dobj|2||GPE to|TO|aux|5
        sign|VB|xcomp|2|sign the|DT|det|7 treaty|NN|dobj|5 .|.|punct|2
        """,
        "Togo --sign--> treaty positive possible",
    ),
    case(
        "Chad denied reports it had bombed Togo.",
        """
        Chad|NNP|nsubj|1||GPE denied|VBD|ROOT|1|deny reports|NNS|dobj|1|report it|PRP|nsubj|5
        had|VBD|aux|5|have||AUX bombed|VBN|acl|2|bomb Togo|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Chad --deny--> reports positive actual",
        "Chad --bomb--> Togo negative actual, Chad (denied)",
    ),
    case(
        "Chad rejected accusations of arming rebels in Togo.",
        """
        Chad|NNP|nsubj|1||GPE rejected|VBD|ROOT|1|reject accusations|NNS|dobj|1|accusation
        of|IN|prep|2 arming|VBG|pcomp|3|arm rebels|NNS|dobj|4|rebel in|IN|prep|4
        Togo|NNP|pobj|6||GPE .|.|punct|1
        """,
        "Chad --reject--> accusations positive actual",
        "Chad --arm--> rebels {in: Togo} negative possible, Chad (rejected)",
    ),
    case(
        "Togo called off its attack on Chad.",
        """
        Togo|NNP|nsubj|1||GPE called|VBD|ROOT|1|call off|RP|prt|1 its|PRP$|poss|4 attack|NN|dobj|1
        on|IN|prep|4 Chad|NNP|pobj|5||GPE .|.|punct|1
        """,
        "Togo --attack on--> Chad negative actual",
        "Togo --call off--> attack {on: Chad} positive actual",
    ),
    case(
        "Chad sought to end the war between Togo and Benin.",
        """
        Chad|NNP|nsubj|1||GPE sought|VBD|ROOT|1|seek to|TO|aux|3 end|VB|xcomp|1|end the|DT|det|5
        war|NN|dobj|3 between|IN|prep|5 Togo|NNP|pobj|6||GPE and|CC|cc|7 Benin|NNP|conj|7||GPE
        .|.|punct|1
        """,
        "Chad --end--> war {between: Togo, between: Benin} positive intended",
        "Togo --war against--> Benin positive actual",
    ),
    case(
        "Togo went on to accuse Chad.",
        """
        Togo|NNP|nsubj|1||GPE went|VBD|ROOT|1|go on|RP|prt|1 to|TO|aux|4 accuse|VB|advcl|1|accuse
        Chad|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Togo --accuse--> Chad positive actual",
    ),
    case(
        "The bank approved a loan to Togo to build a road.",
        """
        The|DT|det|1 bank|NN|nsubj|2 approved|VBD|ROOT|2|approve a|DT|det|4 loan|NN|dobj|2
        to|IN|prep|4 Togo|NNP|pobj|5||GPE to|TO|aux|8 build|VB|advcl|2|build a|DT|det|10
        road|NN|dobj|8 .|.|punct|2
        """,
        "Togo --build--> road positive intended",
        "bank --approve--> loan {to: Togo} positive actual",
    ),
    case(
        "Chad rejected the plan over fears that it would help Togo, which Benin opposes.",
        """
        Chad|NNP|nsubj|1||GPE rejected|VBD|ROOT|1|reject the|DT|det|3 plan|NN|dobj|1 over|IN|prep|1
        fears|NNS|pobj|4|fear that|IN|mark|9 it|PRP|nsubj|9 would|MD|aux|9|would||AUX
        help|VB|acl|5|help Togo|NNP|dobj|9||GPE ,|,|punct|10 which|WDT|dobj|14
        Benin|NNP|nsubj|14||GPE opposes|VBZ|relcl|10|oppose .|.|punct|1
        """,
        "Benin --oppose--> Togo positive actual",
        "Chad --reject--> plan {over: fears} positive actual",
        "it --help--> Togo positive conditional",
    ),
    case(
        "It is not clear whether Chad will attack Togo.",
        """
        It|PRP|nsubj|1 is|VBZ|ROOT|1|be||AUX not|RB|neg|1 clear|JJ|acomp|1 whether|IN|mark|7
        Chad|NNP|nsubj|7||GPE will|MD|aux|7|will||AUX attack|VB|ccomp|1|attack Togo|NNP|dobj|7||GPE
        .|.|punct|1
        """,
        "Chad --attack--> Togo positive possible",
    ),
    case(
        "As fighting continues, Chad supports Togo.",
        """
        As|IN|mark|2 fighting|NN|nsubj|2 continues|VBZ|advcl|5|continue ,|,|punct|5
        Chad|NNP|nsubj|5||GPE supports|VBZ|ROOT|5|support Togo|NNP|dobj|5||GPE .|.|punct|5
        """,
        "Chad --support--> Togo positive actual",
    ),
    case(
        "Police found Lee guilty of robbing Mali.",
        """
        Police|NNS|nsubj|1|police found|VBD|ROOT|1|find Lee|NNP|nsubj|3||PERSON
        guilty|JJ|ccomp|1 of|IN|prep|3 robbing|VBG|pcomp|4|rob Mali|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Lee --rob--> Mali positive possible",
    ),
    case(
        "The verdict against Lee for robbing Mali angered Chad.",
        """
        The|DT|det|1 verdict|NN|nsubj|7 against|IN|prep|1 Lee|NNP|pobj|2||PERSON for|IN|prep|1
        robbing|VBG|pcomp|4|rob Mali|NNP|dobj|5||GPE angered|VBD|ROOT|7|anger Chad|NNP|dobj|7||GPE
        .|.|punct|7
        """,
        "Lee --rob--> Mali positive possible",
        "verdict --anger--> Chad positive actual",
    ),
    case(
        "Police arrested Tom Lee for robbing Mali.",
        """
        Police|NNS|nsubj|1|police arrested|VBD|ROOT|1|arrest Tom|NNP|compound|3||PERSON
        Lee|NNP|dobj|1||+PERSON for|IN|prep|1 robbing|VBG|pcomp|4|rob Mali|NNP|dobj|5||GPE
        .|.|punct|1
        """,
        "Police --arrest--> Tom Lee positive actual",
        "Tom Lee --rob--> Mali positive possible",
    ),
    case(
        "Chad knew the fact that Togo had bombed Benin.",
        """
        Chad|NNP|nsubj|1||GPE knew|VBD|ROOT|1|know the|DT|det|3 fact|NN|dobj|1 that|IN|mark|7
        Togo|NNP|nsubj|7||GPE had|VBD|aux|7|have||AUX bombed|VBN|acl|3|bomb Benin|NNP|dobj|7||GPE
        .|.|punct|1
        """,
        "Togo --bomb--> Benin positive actual",
    ),
    case(
        "Berg called Lee to thank him.",
        """
        Berg|NNP|nsubj|1||PERSON called|VBD|ROOT|1|call Lee|NNP|dobj|1||PERSON to|TO|aux|4
        thank|VB|xcomp|1|thank him|PRP|dobj|4 .|.|punct|1
        """,
        "Berg --call--> Lee positive actual",
        "Berg --thank--> him positive intended",
    ),
    case(
        "The fall ends eight years in power for Chad.",
        """
        The|DT|det|1 fall|NN|nsubj|2 ends|VBZ|ROOT|2|end eight|CD|nummod|4||DATE
        years|NNS|npadvmod|2|year|+DATE in|IN|prep|2 power|NN|pobj|5 for|IN|prep|6
        Chad|NNP|pobj|7||GPE .|.|punct|2
        """,
    ),
    case(
        "Guards were shot at close range in Mali.",
        """
        Guards|NNS|nsubjpass|2|guard were|VBD|auxpass|2|be||AUX shot|VBN|ROOT|2|shoot at|IN|prep|2
        close|JJ|amod|5 range|NN|pobj|3 in|IN|prep|2 Mali|NNP|pobj|6||GPE .|.|punct|2
        """,
        "Guards --[passive] shoot in--> Mali positive actual",
    ),
    case(
        "If Chad agrees, rebels will have taken Mali and cut a road to Togo.",
        """
        If|IN|mark|2 Chad|NNP|nsubj|2||GPE agrees|VBZ|advcl|7|agree ,|,|punct|7
        rebels|NNS|nsubj|7|rebel will|MD|aux|7|will||AUX have|VB|aux|7|have||AUX
        taken|VBN|ROOT|7|take Mali|NNP|dobj|7||GPE and|CC|cc|7 cut|VBD|conj|7|cut a|DT|det|12
        road|NN|dobj|10 to|IN|prep|12 Togo|NNP|pobj|13||GPE .|.|punct|7
        """,
        "Chad --agree--> - positive conditional",
        "rebels --cut--> road {to: Togo} positive future",
        "rebels --take--> Mali positive conditional",
    ),
    case(
        "A reporter for a station who entered Mali praised Chad.",
        """
        A|DT|det|1 reporter|NN|nsubj|8 for|IN|prep|1 a|DT|det|4 station|NN|pobj|2 who|WP|nsubj|6
        entered|VBD|relcl|4|enter Mali|NNP|dobj|6||GPE praised|VBD|ROOT|8|praise
        Chad|NNP|dobj|8||GPE .|.|punct|8
        """,
        "reporter for a station --enter--> Mali positive actual",
        "reporter for a station --praise--> Chad positive actual",
    ),
    case(
        "Rebels sent the troops of Mali fleeing.",
        """
        Rebels|NNS|nsubj|1|rebel sent|VBD|ROOT|1|send the|DT|det|3 troops|NNS|dobj|1|troop
        of|IN|prep|3 Mali|NNP|pobj|4||GPE fleeing|VBG|ccomp|1|flee .|.|punct|1
        """,
    ),
    case(
        "A judge dismissed Chad's case against Mali.",
        """
        A|DT|det|1 judge|NN|nsubj|2 dismissed|VBD|ROOT|2|dismiss Chad|NNP|poss|5||GPE
        's|POS|case|3 case|NN|dobj|2 against|IN|prep|5 Mali|NNP|pobj|6||GPE .|.|punct|2
        """,
        "Chad --case against--> Mali positive actual",
    ),
    case(
        "Mali is the most capable of its neighbours.",
        """
        Mali|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX the|DT|det|4 most|RBS|advmod|4
        capable|JJ|acomp|1 of|IN|prep|4 its|PRP$|poss|7 neighbours|NNS|pobj|5|neighbour .|.|punct|1
        """,
    ),
    case(
        "Ministers are to hold talks and sign a treaty with Mali.",
        """
        Ministers|NNS|nsubj|1|minister are|VBP|ROOT|1|be||AUX to|TO|aux|3 hold|VB|xcomp|1|hold
        talks|NNS|dobj|3|talk and|CC|cc|3 sign|VB|conj|3|sign a|DT|det|8 treaty|NN|dobj|6
        with|IN|prep|8 Mali|NNP|pobj|9||GPE .|.|punct|1
        """,
        "Ministers --treaty with--> Mali positive future",
    ),
    case(
        "Chad attacked Mali, reported the agency.",
        """
        Chad|NNP|nsubj|1||GPE attacked|VBD|ROOT|1|attack Mali|NNP|dobj|1||GPE ,|,|punct|1
        reported|VBD|conj|1|report the|DT|det|6 agency|NN|dobj|4 .|.|punct|1
        """,
        "Chad --attack--> Mali positive actual, agency (reported)",
    ),
    case(
        "Chad led smoke to spread through Mali.",
        """
        Chad|NNP|nsubj|1||GPE led|VBD|ROOT|1|lead smoke|NN|dobj|1 to|TO|aux|4 spread|VB|acl|2|spread
        through|IN|prep|4 Mali|NNP|pobj|5||GPE .|.|punct|1
        """,
        "Chad --lead--> smoke positive actual",
        "smoke --spread through--> Mali positive actual",
    ),
    case(
        "Chad will visit Mali, the report added, without naming Togo.",
        """
        Chad|NNP|nsubj|2||GPE will|MD|aux|2|will||AUX visit|VB|ROOT|2|visit Mali|NNP|dobj|2||GPE
        ,|,|punct|2 the|DT|det|6 report|NN|nsubj|7 added|VBD|parataxis|2|add ,|,|punct|7
        without|IN|prep|7 naming|VBG|pcomp|9|name Togo|NNP|dobj|10||GPE .|.|punct|2
        """,
        "Chad --visit--> Mali positive future, report (added)",
        "report --name--> Togo negative actual",
    ),
    case(
        "Chad does not believe that Togo bombed Mali.",
        """
        Chad|NNP|nsubj|3||GPE does|VBZ|aux|3|do||AUX not|RB|neg|3 believe|VB|ROOT|3|believe
        that|IN|mark|6 Togo|NNP|nsubj|6||GPE bombed|VBD|ccomp|3|bomb Mali|NNP|dobj|6||GPE
        .|.|punct|3
        """,
        "Togo --bomb--> Mali negative possible, Chad (believe)",
    ),
    case(
        "Togo falsely claimed that it had freed Mali.",
        """
        Togo|NNP|nsubj|2||GPE falsely|RB|advmod|2 claimed|VBD|ROOT|2|claim that|IN|mark|6
        it|PRP|nsubj|6 had|VBD|aux|6|have||AUX freed|VBN|ccomp|2|free Mali|NNP|dobj|6||GPE
        .|.|punct|2
        """,
        "Togo --free--> Mali negative actual",
    ),
    case(
        "Chad accused Togo of shelling a town, wounding two men and attacking soldiers from Mali.",
        """
        Chad|NNP|nsubj|1||GPE accused|VBD|ROOT|1|accuse Togo|NNP|dobj|1||GPE of|IN|prep|1
        shelling|VBG|pcomp|3|shell a|DT|det|6 town|NN|dobj|4 ,|,|punct|1 wounding|VBG|advcl|1|wound
        two|CD|nummod|10||CARDINAL men|NNS|dobj|8|man and|CC|cc|8 attacking|VBG|conj|8|attack
        soldiers|NNS|dobj|12|soldier from|IN|prep|12 Mali|NNP|pobj|14||GPE .|.|punct|1
        """,
        "Chad --accuse--> Togo positive actual",
        "Togo --attack--> soldiers {from: Mali} positive possible, Chad (accused)",
        "Togo --shell--> town positive possible, Chad (accused)",
        "Togo --wound--> two men positive possible, Chad (accused)",
    ),
    case(
        "Chad accused Togo of shelling Mali, urging Benin to act.",
        """
        Chad|NNP|nsubj|1||GPE accused|VBD|ROOT|1|accuse Togo|NNP|dobj|1||GPE of|IN|prep|1
        shelling|VBG|pcomp|3|shell Mali|NNP|dobj|4||GPE ,|,|punct|1 urging|VBG|advcl|1|urge
        Benin|NNP|dobj|7||GPE to|TO|aux|10 act|VB|xcomp|7|act .|.|punct|1
        """,
        "Benin --act--> - positive intended, Chad (urging)",
        "Chad --accuse--> Togo positive actual",
        "Chad --urge--> Benin positive actual",
        "Togo --shell--> Mali positive possible, Chad (accused)",
    ),
    case(
        "Togo will not hesitate to attack Mali.",
        """
        Togo|NNP|nsubj|3||GPE will|MD|aux|3|will||AUX not|RB|neg|3 hesitate|VB|ROOT|3|hesitate
        to|TO|aux|5 attack|VB|xcomp|3|attack Mali|NNP|dobj|5||GPE .|.|punct|3
        """,
        "Togo --attack--> Mali positive intended",
    ),
    case(
        "Experts rethink how Chad reached Mali.",
        """
        Experts|NNS|nsubj|1|expert rethink|VBP|ROOT|1|rethink how|WRB|advmod|4
        Chad|NNP|nsubj|4||GPE reached|VBD|ccomp|1|reach Mali|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Chad --reach--> Mali positive actual",
    ),
    case(
        "His lawyer said he would pay Togo.",
        """
        His|PRP$|poss|1 lawyer|NN|nsubj|2 said|VBD|ROOT|2|say he|PRP|nsubj|5
        would|MD|aux|5|would||AUX pay|VB|ccomp|2|pay Togo|NNP|dobj|5||GPE .|.|punct|2
        """,
        "he --pay--> Togo positive future, lawyer (said)",
    ),
    case(
        "Mali is the third-largest in Africa.",
        """
        Mali|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX the|DT|det|5 third|JJ|advmod|5||ORDINAL
        -|HYPH|punct|5 largest|JJS|acomp|1|large in|IN|prep|5 Africa|NNP|pobj|6||LOC .|.|punct|1
        """,
    ),
    case(
        "Mali's spokesman, Tom Lee, said that Chad would leave Togo.",
        """
        Mali|NNP|poss|2||GPE 's|POS|case|0 spokesman|NN|nsubj|7 ,|,|punct|2
        Tom|NNP|compound|5||PERSON Lee|NNP|appos|2||+PERSON ,|,|punct|2 said|VBD|ROOT|7|say
        that|IN|mark|11 Chad|NNP|nsubj|11||GPE would|MD|aux|11|would||AUX leave|VB|ccomp|7|leave
        Togo|NNP|dobj|11||GPE .|.|punct|7
        """,
        "Chad --leave--> Togo positive future, Tom Lee (said)",
        "Tom Lee --spokesman--> Mali positive actual",
        'Tom Lee --hold position--> "spokesman" positive actual',
    ),
    # What came of it, and what somebody had in mind.
    case(
        "Norway came from a goal down to beat Sweden.",
        """
        Norway|NNP|nsubj|1||GPE came|VBD|ROOT|1|come from|IN|prep|1 a|DT|det|4 goal|NN|pobj|2
        down|RP|advmod|1 to|TO|aux|7 beat|VB|advcl|1 Sweden|NNP|dobj|7||GPE .|.|punct|1
        """,
        "Norway --beat--> Sweden positive actual",
    ),
    case(
        "Norway finished second to win silver.",
        """
        Norway|NNP|nsubj|1||GPE finished|VBD|ROOT|1|finish second|RB|advmod|1||ORDINAL to|TO|aux|4
        win|VB|advcl|1 silver|NN|dobj|4 .|.|punct|1
        """,
        "Norway --win--> silver positive actual",
    ),
    case(
        "The firms merged to form Nordbank.",
        """
        The|DT|det|1 firms|NNS|nsubj|2|firm merged|VBD|ROOT|2|merge to|TO|aux|4 form|VB|advcl|2
        Nordbank|NNP|dobj|4||ORG .|.|punct|2
        """,
        "firms --form--> Nordbank positive actual",
    ),
    case(
        "Lee won a contract to build the bridge.",
        """
        Lee|NNP|nsubj|1||PERSON won|VBD|ROOT|1|win a|DT|det|3 contract|NN|dobj|1 to|TO|aux|5
        build|VB|acl|3 the|DT|det|7 bridge|NN|dobj|5 .|.|punct|1
        """,
        "Lee --build--> bridge positive intended",
        "Lee --win--> contract positive actual",
    ),
    case(
        "The rebels came from Mali to attack Gao.",
        """
        The|DT|det|1 rebels|NNS|nsubj|2|rebel came|VBD|ROOT|2|come from|IN|prep|2
        Mali|NNP|pobj|3||GPE to|TO|aux|6 attack|VB|advcl|2 Gao|NNP|dobj|6||PERSON .|.|punct|2
        """,
        "rebels --attack--> Gao positive intended",
        "rebels --come from--> Mali positive actual",
    ),
    # Enough, too much, busy.
    case(
        "The party could not win enough seats to form a government.",
        """
        The|DT|det|1 party|NN|nsubj|4 could|MD|aux|4 not|RB|neg|4|||PART win|VB|ROOT|4
        enough|JJ|amod|6 seats|NNS|dobj|4|seat to|TO|aux|8 form|VB|relcl|6 a|DT|det|10
        government|NN|dobj|8 .|.|punct|4
        """,
        "party --form--> government negative possible",
        "party --win--> enough seats negative actual",
    ),
    case(
        "Iran has enough uranium to build a bomb.",
        """
        Iran|NNP|nsubj|1||GPE has|VBZ|ROOT|1|have enough|JJ|amod|3 uranium|NN|dobj|1 to|TO|aux|5
        build|VB|acl|3 a|DT|det|7 bomb|NN|dobj|5 .|.|punct|1
        """,
        "Iran --build--> bomb positive possible",
        "Iran --have--> enough uranium positive actual",
    ),
    case(
        "The army was too weak to defend Aleppo.",
        """
        The|DT|det|1 army|NN|nsubj|2 was|VBD|ROOT|2|be||AUX too|RB|advmod|4 weak|JJ|acomp|2
        to|TO|aux|6 defend|VB|xcomp|4 Aleppo|NNP|dobj|6||NORP .|.|punct|2
        """,
        "army --defend--> Aleppo negative actual",
    ),
    case(
        "Kerry said it was too early to blame Iran.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say it|PRP|nsubj|3 was|VBD|ccomp|1|be||AUX
        too|RB|advmod|5 early|JJ|acomp|3 to|TO|aux|7 blame|VB|xcomp|5 Iran|NNP|dobj|7||GPE
        .|.|punct|1
        """,
    ),
    case(
        "Soldiers were busy repairing the bridge.",
        """
        Soldiers|NNS|nsubj|1|soldier were|VBD|ROOT|1|be||AUX busy|JJ|acomp|1
        repairing|VBG|xcomp|2|repair the|DT|det|5 bridge|NN|dobj|3 .|.|punct|1
        """,
        "Soldiers --repair--> bridge positive actual",
    ),
    # None of whom, or with which, something is done.
    case(
        "Teachers were left with no choice.",
        """
        Teachers|NNS|nsubjpass|2|teacher were|VBD|auxpass|2|be||AUX left|VBN|ROOT|2|leave
        with|IN|prep|2 no|DT|det|5 choice|NN|pobj|3 .|.|punct|2
        """,
        "Teachers --[passive] leave with--> choice negative actual",
    ),
    case(
        "The plane landed with no injuries.",
        """
        The|DT|det|1 plane|NN|nsubj|2 landed|VBD|ROOT|2|land with|IN|prep|2 no|DT|det|5
        injuries|NNS|pobj|3|injury .|.|punct|2
        """,
    ),
    case(
        "Norway sold arms to no country.",
        """
        Norway|NNP|nsubj|1||GPE sold|VBD|ROOT|1|sell arms|NNS|dobj|1|arm to|IN|dative|1 no|DT|det|5
        country|NN|pobj|3 .|.|punct|1
        """,
        "Norway --sell--> arms negative actual",
    ),
    case(
        "The army fired on no civilians.",
        """
        The|DT|det|1 army|NN|nsubj|2 fired|VBD|ROOT|2|fire on|IN|prep|2 no|DT|det|5
        civilians|NNS|pobj|3|civilian .|.|punct|2
        """,
        "army --fire on--> civilians negative actual",
    ),
    case(
        "Lee attacked the minister for no reason.",
        """
        Lee|NNP|nsubj|1||PERSON attacked|VBD|ROOT|1|attack the|DT|det|3 minister|NN|dobj|1
        for|IN|prep|1 no|DT|det|6 reason|NN|pobj|4 .|.|punct|1
        """,
        "Lee --attack--> minister positive actual",
    ),
    # One of a nation or party, and all of it; a share.
    case(
        "The American accused a Briton of lying.",
        """
        The|DT|det|1 American|NNP|nsubj|2||NORP accused|VBD|ROOT|2|accuse a|DT|det|4
        Briton|NNP|dobj|2||NORP of|IN|prep|2 lying|VBG|pobj|5|lie .|.|punct|2
        """,
        "American --accuse--> Briton positive actual",
    ),
    case(
        "The Dutch beat the Portuguese.",
        """
        The|DT|det|1 Dutch|NNPS|nsubj|2||NORP beat|VBD|ROOT|2 the|DT|det|4
        Portuguese|NNP|dobj|2||NORP .|.|punct|2
        """,
        "Dutch --beat--> Portuguese positive actual",
    ),
    case(
        "The Iraqi army attacked Mosul.",
        """
        The|DT|det|2 Iraqi|JJ|amod|2||NORP army|NN|nsubj|3 attacked|VBD|ROOT|3|attack
        Mosul|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Iraqi army --attack--> Mosul positive actual",
        "Iraqi army --belong to--> Iraqi positive actual",
    ),
    case(
        "The Republican defeated the Democrat.",
        """
        The|DT|det|1 Republican|NNP|nsubj|2||NORP defeated|VBD|ROOT|2|defeat the|DT|det|4
        Democrat|NNP|dobj|2||NORP .|.|punct|2
        """,
        "Republican --defeat--> Democrat positive actual",
    ),
    case(
        "The Taliban attacked Kabul.",
        """
        The|DT|det|1 Taliban|NNP|nsubj|2||ORG attacked|VBD|ROOT|2|attack Kabul|NNP|dobj|2||GPE
        .|.|punct|2
        """,
        "Taliban --attack--> Kabul positive actual",
    ),
    case(
        "Nearly half the soldiers left the army.",
        """
        Nearly|RB|advmod|1||CARDINAL half|PDT|nummod|3||+CARDINAL the|DT|det|3
        soldiers|NNS|nsubj|4|soldier left|VBD|ROOT|4|leave the|DT|det|6 army|NN|dobj|4 .|.|punct|4
        """,
        "Nearly half the soldiers --leave--> army positive actual",
    ),
    case(
        "The unions represent almost all teachers.",
        """
        The|DT|det|1 unions|NNS|nsubj|2|union represent|VBP|ROOT|2 almost|RB|advmod|4
        all|DT|nummod|5|||PRON teachers|NNS|dobj|2|teacher .|.|punct|2
        """,
        "unions --represent--> almost all teachers positive actual",
    ),
    case(
        "Lee was a mile away.",
        """
        Lee|NNP|nsubj|1||PERSON was|VBD|ROOT|1|be||AUX a|DT|det|3||QUANTITY
        mile|NN|npadvmod|4||+QUANTITY away|RB|advmod|1 .|.|punct|1
        """,
    ),
    # Whose it may be.
    case(
        "An alleged Russian ship left Oslo.",
        """
        An|DT|det|3 alleged|JJ|amod|3 Russian|JJ|amod|3||NORP ship|NN|nsubj|4 left|VBD|ROOT|4|leave
        Oslo|NNP|dobj|4||GPE .|.|punct|4
        """,
        "alleged Russian ship --belong to--> Russian positive possible",
        "alleged Russian ship --leave--> Oslo positive actual",
    ),
    case(
        "A Russian ship left Oslo.",
        """
        A|DT|det|2 Russian|JJ|amod|2||NORP ship|NN|nsubj|3 left|VBD|ROOT|3|leave
        Oslo|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Russian ship --belong to--> Russian positive actual",
        "Russian ship --leave--> Oslo positive actual",
    ),
    # A word of a name is no event.
    case(
        "Lee chairs the Committee on Foreign Investment in the United States.",
        """
        Lee|NNP|nsubj|1||PERSON chairs|VBZ|ROOT|1|chair the|DT|det|3||ORG
        Committee|NNP|dobj|1||+ORG on|IN|prep|3||+ORG Foreign|NNP|compound|6||+ORG
        Investment|NNP|pobj|4||+ORG in|IN|prep|6 the|DT|det|10||GPE United|NNP|compound|10||+GPE
        States|NNP|pobj|7||+GPE .|.|punct|1
        """,
        "Lee --chair--> Committee on Foreign Investment positive actual",
    ),
    case(
        "Foreign investment in Mali grew.",
        """
        Foreign|JJ|amod|1 investment|NN|nsubj|4 in|IN|prep|1 Mali|NNP|pobj|2||GPE
        grew|VBD|ROOT|4|grow .|.|punct|4
        """,
    ),
    # What a clause goes with, and whose it is.
    case(
        "Police ordered that the rally be halted and began to disperse the crowd.",
        """
        Police|NNS|nsubj|1 ordered|VBD|ROOT|1|order that|IN|mark|6|||SCONJ the|DT|det|4
        rally|NN|nsubjpass|6 be|VB|auxpass|6|||AUX halted|VBN|ccomp|1|halt and|CC|cc|6
        began|VBD|conj|6|begin to|TO|aux|10 disperse|VB|xcomp|8 the|DT|det|12 crowd|NN|dobj|10
        .|.|punct|1
        """,
        "Police --disperse--> crowd positive actual",
    ),
    case(
        "Harlow reported a profit that fell and said that the strike had hurt sales.",
        """
        Harlow|NNP|nsubj|1||ORG reported|VBD|ROOT|1|report a|DT|det|3 profit|NN|dobj|1
        that|WDT|nsubj|5 fell|VBD|relcl|3|fall and|CC|cc|5 said|VBD|conj|5|say
        that|IN|mark|12|||SCONJ the|DT|det|10 strike|NN|nsubj|12 had|VBD|aux|12|have||AUX
        hurt|VBN|ccomp|7 sales|NNS|dobj|12|sale .|.|punct|1
        """,
        "Harlow --report--> profit positive actual",
        "strike --hurt--> sales positive actual, Harlow (said)",
    ),
    case(
        "Rebels had fled, police said, and Lee had led them.",
        """
        Rebels|NNS|nsubj|2|rebel|ORG had|VBD|aux|2|have||AUX fled|VBN|ROOT|2|flee ,|,|punct|5
        police|NNS|nsubj|5 said|VBD|parataxis|2|say ,|,|punct|5 and|CC|cc|2
        Lee|NNP|nsubj|10||PERSON had|VBD|aux|10|have||AUX led|VBN|conj|2|lead them|PRP|dobj|10
        .|.|punct|10
        """,
        "Lee --lead--> them positive actual, police (said)",
        "Rebels --flee--> - positive actual, police (said)",
    ),
    case(
        "Iran, which left the pact, could attack Israel, some envoys fear.",
        """
        Iran|NNP|nsubj|8||GPE ,|,|punct|0 which|WDT|nsubj|3 left|VBD|relcl|0|leave the|DT|det|5
        pact|NN|dobj|3 ,|,|punct|0 could|MD|aux|8 attack|VB|ccomp|13 Israel|NNP|dobj|8||GPE
        ,|,|punct|13 some|DT|det|12 envoys|NNS|nsubj|13|envoy fear|VBP|ROOT|13 .|.|punct|13
        """,
        "Iran --attack--> Israel positive possible, envoys (fear)",
        "Iran --leave--> pact positive actual",
    ),
    case(
        "Lee said he was ready to talk, but only once the rebels had left Homs.",
        """
        Lee|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say he|PRP|nsubj|3 was|VBD|ccomp|1|be||AUX
        ready|JJ|acomp|3 to|TO|aux|6 talk|VB|xcomp|4 ,|,|punct|1 but|CC|cc|1 only|RB|advmod|10
        once|IN|mark|14|||SCONJ the|DT|det|12 rebels|NNS|nsubj|14|rebel had|VBD|aux|14|have||AUX
        left|VBN|advcl|1|leave Homs|NNS|dobj|14|hom|GPE .|.|punct|1
        """,
        "Lee --talk--> - positive intended, Lee (said)",
        "rebels --leave--> Homs positive conditional",
    ),
    case(
        "The party boycotts the vote until the king agrees to sign the law.",
        """
        The|DT|det|1 party|NN|nsubj|2 boycotts|VBZ|ROOT|2|boycott the|DT|det|4 vote|NN|dobj|2
        until|IN|mark|8|||SCONJ the|DT|det|7 king|NN|nsubj|8 agrees|VBZ|advcl|2|agree to|TO|aux|10
        sign|VB|xcomp|8 the|DT|det|12 law|NN|dobj|10 .|.|punct|2
        """,
        "king --sign--> law positive conditional",
        "party --boycott--> vote positive actual",
    ),
    case(
        "Lee cannot expect a trial that is fair.",
        """
        Lee|NNP|nsubj|3||PERSON can|MD|aux|3 not|RB|neg|3|||PART expect|VB|ROOT|3 a|DT|det|5
        trial|NN|dobj|3 that|WDT|nsubj|7 is|VBZ|relcl|5|be||AUX fair|JJ|acomp|7 .|.|punct|3
        """,
    ),
    case(
        "Lee will attend a dinner given by Berg.",
        """
        Lee|NNP|nsubj|2||PERSON will|MD|aux|2 attend|VB|ROOT|2 a|DT|det|4 dinner|NN|dobj|2
        given|VBN|acl|4|give by|IN|agent|5 Berg|NNP|pobj|6||PERSON .|.|punct|2
        """,
        "Berg --give--> dinner positive future",
        "Lee --attend--> dinner positive future",
    ),
    case(
        "Lee attended a dinner given by Berg.",
        """
        Lee|NNP|nsubj|1||PERSON attended|VBD|ROOT|1|attend a|DT|det|3 dinner|NN|dobj|1
        given|VBN|acl|3|give by|IN|agent|4 Berg|NNP|pobj|5||PERSON .|.|punct|1
        """,
        "Berg --give--> dinner positive actual",
        "Lee --attend--> dinner positive actual",
    ),
    # Which pronouns grammar settles.
    case(
        "The board rejected the bid because it broke the law.",
        """
        The|DT|det|1 board|NN|nsubj|2 rejected|VBD|ROOT|2|reject the|DT|det|4 bid|NN|dobj|2
        because|IN|mark|7|||SCONJ it|PRP|nsubj|7 broke|VBD|advcl|2|break the|DT|det|9 law|NN|dobj|7
        .|.|punct|2
        """,
        "board --reject--> bid positive actual",
        "it --break--> law positive actual",
    ),
    case(
        "Iran left because it feared Israel.",
        """
        Iran|NNP|nsubj|1||GPE left|VBD|ROOT|1|leave because|IN|mark|4|||SCONJ it|PRP|nsubj|4
        feared|VBD|advcl|1|fear Israel|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Iran --fear--> Israel positive actual",
        "Iran --leave--> - positive actual",
    ),
    case(
        "Media reported that they had paid Lee.",
        """
        Media|NNS|nsubj|1|medium reported|VBD|ROOT|1|report that|IN|mark|5|||SCONJ they|PRP|nsubj|5
        had|VBD|aux|5|have||AUX paid|VBN|ccomp|1|pay Lee|NNP|dobj|5||PERSON .|.|punct|1
        """,
        "they --pay--> Lee positive actual, Media (reported)",
    ),
    case(
        "Officials reported that they had paid Lee.",
        """
        Officials|NNS|nsubj|1|official reported|VBD|ROOT|1|report that|IN|mark|5|||SCONJ
        they|PRP|nsubj|5 had|VBD|aux|5|have||AUX paid|VBN|ccomp|1|pay Lee|NNP|dobj|5||PERSON
        .|.|punct|1
        """,
        "Officials --pay--> Lee positive actual, Officials (reported)",
    ),
    case(
        "Anbang gave Harlow no reason for leaving Oslo.",
        """
        Anbang|NNP|nsubj|1||GPE gave|VBD|ROOT|1|give Harlow|NNP|dative|1||GPE no|DT|det|4
        reason|NN|dobj|1 for|IN|prep|4 leaving|VBG|pcomp|5|leave Oslo|NNP|dobj|6||GPE .|.|punct|1
        """,
        "Anbang --leave--> Oslo positive possible",
    ),
    case(
        "Lee said his fame began when he left Oslo.",
        """
        Lee|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say his|PRP$|poss|3 fame|NN|nsubj|4
        began|VBD|ccomp|1|begin when|WRB|advmod|7 he|PRP|nsubj|7 left|VBD|advcl|4|leave
        Oslo|NNP|dobj|7||GPE .|.|punct|1
        """,
        "he --leave--> Oslo positive actual, Lee (said)",
    ),
    case(
        "Lee's fame began when he left Oslo.",
        """
        Lee|NNP|poss|2||PERSON 's|POS|case|0 fame|NN|nsubj|3 began|VBD|ROOT|3|begin
        when|WRB|advmod|6 he|PRP|nsubj|6 left|VBD|advcl|3|leave Oslo|NNP|dobj|6||GPE .|.|punct|3
        """,
        "Lee --leave--> Oslo positive actual",
    ),
    # By the name, and by the tense.
    case(
        "Mali's navy blocked a boat.",
        """
        Mali|NNP|poss|2||GPE 's|POS|case|0 navy|NN|nsubj|3||ORG blocked|VBD|ROOT|3|block a|DT|det|5
        boat|NN|dobj|3 .|.|punct|3
        """,
        "Mali's navy --belong to--> Mali positive actual",
        "Mali's navy --block--> boat positive actual",
    ),
    case(
        "They had fled, police said, and Lee had led them.",
        """
        They|PRP|nsubj|2 had|VBD|aux|2|have||AUX fled|VBN|ccomp|5|flee ,|,|punct|5
        police|NNS|nsubj|5|police said|VBD|ROOT|5|say ,|,|punct|5 and|CC|cc|5
        Lee|NNP|nsubj|10||PERSON had|VBD|aux|10|have||AUX led|VBN|conj|5|lead them|PRP|dobj|10
        .|.|punct|5
        """,
        "Lee --lead--> them positive actual, police (said)",
    ),
    case(
        "They had fled, police said, and Lee led them.",
        """
        They|PRP|nsubj|2 had|VBD|aux|2|have||AUX fled|VBN|ccomp|5|flee ,|,|punct|5
        police|NNS|nsubj|5|police said|VBD|ROOT|5|say ,|,|punct|5 and|CC|cc|5
        Lee|NNP|nsubj|9||PERSON led|VBD|conj|5|lead them|PRP|dobj|9 .|.|punct|5
        """,
        "Lee --lead--> them positive actual",
    ),
    # Nobody could; whose visit.
    case(
        "Neither side could win the match.",
        """
        Neither|DT|det|1 side|NN|nsubj|3 could|MD|aux|3 win|VB|ROOT|3 the|DT|det|5 match|NN|dobj|3
        .|.|punct|3
        """,
        "side --win--> match negative actual",
    ),
    case(
        "No one could leave Homs.",
        """
        No|DT|det|1 one|NN|nsubj|3 could|MD|aux|3 leave|VB|ROOT|3 Homs|NNS|dobj|3|hom|GPE
        .|.|punct|3
        """,
    ),
    case(
        "The founder, Ann Lee, met Tom Berg during his visit to Oslo.",
        """
        The|DT|det|1 founder|NN|nsubj|6 ,|,|punct|1 Ann|NNP|compound|4||PERSON
        Lee|NNP|appos|1||+PERSON ,|,|punct|1 met|VBD|ROOT|6|meet Tom|NNP|compound|8||PERSON
        Berg|NNP|dobj|6||+PERSON during|IN|prep|6 his|PRP$|poss|11 visit|NN|pobj|9 to|IN|prep|11
        Oslo|NNP|pobj|12||GPE .|.|punct|6
        """,
        "Ann Lee --meet--> Tom Berg positive actual",
        "his --visit to--> Oslo positive actual",
    ),
    case(
        "The founder, Ann Lee, opened a plant during her visit to Oslo.",
        """
        The|DT|det|1 founder|NN|nsubj|6 ,|,|punct|1 Ann|NNP|compound|4||PERSON
        Lee|NNP|appos|1||+PERSON ,|,|punct|1 opened|VBD|ROOT|6|open a|DT|det|8 plant|NN|dobj|6
        during|IN|prep|6 her|PRP$|poss|11 visit|NN|pobj|9 to|IN|prep|11 Oslo|NNP|pobj|12||GPE
        .|.|punct|6
        """,
        "Ann Lee --open--> plant positive actual",
        "her --visit to--> Oslo positive actual",
    ),
    # Twice denied.
    case(
        "The agency has not ruled out attacking Mali.",
        """
        The|DT|det|1 agency|NN|nsubj|4 has|VBZ|aux|4|have||AUX not|RB|neg|4|||PART
        ruled|VBN|ROOT|4|rule out|RP|prt|4 attacking|VBG|xcomp|4|attack Mali|NNP|dobj|6||GPE
        .|.|punct|4
        """,
        "agency --attack--> Mali positive possible",
    ),
    case(
        "The court did not bar Harlow from buying Kestrel.",
        """
        The|DT|det|1 court|NN|nsubj|4 did|VBD|aux|4|do||AUX not|RB|neg|4|||PART bar|VB|ROOT|4
        Harlow|NNP|dobj|4||PERSON from|IN|prep|4 buying|VBG|pcomp|6|buy Kestrel|NNP|dobj|7||ORG
        .|.|punct|4
        """,
        "Harlow --buy--> Kestrel positive possible",
        "court --bar--> Harlow negative actual",
    ),
    case(
        "Iran did not fail to pay the fine.",
        """
        Iran|NNP|nsubj|3||GPE did|VBD|aux|3|do||AUX not|RB|neg|3|||PART fail|VB|ROOT|3 to|TO|aux|5
        pay|VB|xcomp|3 the|DT|det|7 fine|NN|dobj|5 .|.|punct|3
        """,
        "Iran --pay--> fine positive actual",
    ),
    case(
        "He could not stop Iran from building a bomb.",
        """
        He|PRP|nsubj|3 could|MD|aux|3 not|RB|neg|3|||PART stop|VB|ROOT|3 Iran|NNP|dobj|3||GPE
        from|IN|prep|3 building|VBG|pcomp|5|build a|DT|det|8 bomb|NN|dobj|6 .|.|punct|3
        """,
        "He --stop--> Iran negative actual",
        "Iran --build--> bomb positive possible",
    ),
    case(
        "Norway never ceased to arm the rebels.",
        """
        Norway|NNP|nsubj|2||GPE never|RB|neg|2 ceased|VBD|ROOT|2|cease to|TO|aux|4 arm|VB|xcomp|2
        the|DT|det|6 rebels|NNS|dobj|4|rebel .|.|punct|2
        """,
        "Norway --arm--> rebels positive actual",
    ),
    case(
        "Mali did not reject a request to leave Togo.",
        """
        Mali|NNP|nsubj|3||GPE did|VBD|aux|3|do||AUX not|RB|neg|3|||PART reject|VB|ROOT|3 a|DT|det|5
        request|NN|dobj|3 to|TO|aux|7 leave|VB|acl|5 Togo|NNP|dobj|7||NORP .|.|punct|3
        """,
        "Mali --leave--> Togo positive intended",
        "Mali --reject--> request negative actual",
    ),
    case(
        "Lee did not miss a chance to leave.",
        """
        Lee|NNP|nsubj|3||PERSON did|VBD|aux|3|do||AUX not|RB|neg|3|||PART miss|VB|ROOT|3 a|DT|det|5
        chance|NN|dobj|3 to|TO|aux|7 leave|VB|acl|5 .|.|punct|3
        """,
        "Lee --leave--> - positive possible",
        "Lee --miss--> chance negative actual",
    ),
    # Whose plan it is.
    case(
        "Police foiled a plot to kill Berg.",
        """
        Police|NNS|nsubj|1 foiled|VBD|ROOT|1|foil a|DT|det|3 plot|NN|dobj|1 to|TO|aux|5
        kill|VB|acl|3 Berg|NNP|dobj|5||PERSON .|.|punct|1
        """,
        "Police --foil--> plot positive actual",
    ),
    case(
        "Critics condemned the decision to close the mine.",
        """
        Critics|NNS|nsubj|1|critic condemned|VBD|ROOT|1|condemn the|DT|det|3 decision|NN|dobj|1
        to|TO|aux|5 close|VB|acl|3 the|DT|det|7 mine|NN|dobj|5 .|.|punct|1
        """,
        "Critics --condemn--> decision positive actual",
    ),
    case(
        "Harlow dropped a plan to buy Kestrel.",
        """
        Harlow|NNP|nsubj|1||ORG dropped|VBD|ROOT|1|drop a|DT|det|3 plan|NN|dobj|1 to|TO|aux|5
        buy|VB|acl|3 Kestrel|NNP|dobj|5||ORG .|.|punct|1
        """,
        "Harlow --buy--> Kestrel negative intended",
        "Harlow --drop--> plan positive actual",
    ),
    case(
        "Norway announced a plan to arm Mali.",
        """
        Norway|NNP|nsubj|1||GPE announced|VBD|ROOT|1|announce a|DT|det|3 plan|NN|dobj|1 to|TO|aux|5
        arm|VB|acl|3 Mali|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Norway --announce--> plan positive actual",
        "Norway --arm--> Mali positive intended",
    ),
    case(
        "The court overturned a ban on exporting arms.",
        """
        The|DT|det|1 court|NN|nsubj|2 overturned|VBD|ROOT|2|overturn a|DT|det|4 ban|NN|dobj|2
        on|IN|prep|4 exporting|VBG|amod|7|export arms|NNS|pobj|5|arm .|.|punct|2
        """,
        "court --overturn--> ban {on: exporting arms} positive actual",
    ),
    case(
        "Police gave Lee permission to leave Homs.",
        """
        Police|NNS|nsubj|1 gave|VBD|ROOT|1|give Lee|NNP|dative|1||PERSON permission|NN|dobj|1
        to|TO|aux|5 leave|VB|acl|3 Homs|NNS|dobj|5|hom|GPE .|.|punct|1
        """,
        "Lee --leave--> Homs positive possible",
        "Police --give--> permission {to: Lee} positive actual",
    ),
    # What is not expected, said, asked or allowed.
    case(
        "Harlow is not expected to buy Kestrel.",
        """
        Harlow|NNP|nsubjpass|3||PERSON is|VBZ|auxpass|3|be||AUX not|RB|neg|3|||PART
        expected|VBN|ROOT|3|expect to|TO|aux|5 buy|VB|xcomp|3 Kestrel|NNP|dobj|5||ORG .|.|punct|3
        """,
        "Harlow --buy--> Kestrel negative future",
    ),
    case(
        "Few expect Harlow to buy Kestrel.",
        """
        Few|JJ|nsubj|1 expect|VBP|ROOT|1 Harlow|NNP|nsubj|4||PERSON to|TO|aux|4 buy|VB|ccomp|1
        Kestrel|NNP|dobj|4||ORG .|.|punct|1
        """,
    ),
    case(
        "Lee was not said to be leaving Homs.",
        """
        Lee|NNP|nsubjpass|3||PERSON was|VBD|auxpass|3|be||AUX not|RB|neg|3|||PART
        said|VBN|ROOT|3|say to|TO|aux|6 be|VB|aux|6|||AUX leaving|VBG|xcomp|3|leave
        Homs|NNP|dobj|6||GPE .|.|punct|3
        """,
    ),
    case(
        "Harlow was not asked to buy Kestrel.",
        """
        Harlow|NNP|nsubjpass|3||PERSON was|VBD|auxpass|3|be||AUX not|RB|neg|3|||PART
        asked|VBN|ROOT|3|ask to|TO|aux|5 buy|VB|xcomp|3 Kestrel|NNP|dobj|5||ORG .|.|punct|3
        """,
    ),
    case(
        "Harlow was not allowed to buy Kestrel.",
        """
        Harlow|NNP|nsubjpass|3||PERSON was|VBD|auxpass|3|be||AUX not|RB|neg|3|||PART
        allowed|VBN|ROOT|3|allow to|TO|aux|5 buy|VB|xcomp|3 Kestrel|NNP|dobj|5||ORG .|.|punct|3
        """,
        "Harlow --buy--> Kestrel negative possible",
    ),
    case(
        "Lee was accused by the party of betraying Mali.",
        """
        Lee|NNP|nsubjpass|2||PERSON was|VBD|auxpass|2|be||AUX accused|VBN|ROOT|2|accuse
        by|IN|agent|2 the|DT|det|5 party|NN|pobj|3 of|IN|prep|5 betraying|VBG|pcomp|6|betray
        Mali|NNP|dobj|7||GPE .|.|punct|2
        """,
        "Lee --betray--> Mali positive possible, party (accused)",
        "party --accuse--> Lee positive actual",
    ),
    # Who is told, and charged.
    case(
        "According to the papers, Berg told an agent that Orr had paid a senator.",
        """
        According|VBG|prep|6|accord to|IN|prep|0 the|DT|det|3 papers|NNS|pobj|1|paper ,|,|punct|6
        Berg|NNP|nsubj|6||PERSON told|VBD|ROOT|6|tell an|DT|det|8 agent|NN|dobj|6 that|WDT|mark|12
        Orr|NNP|nsubj|12||PERSON had|VBD|aux|12|have||AUX paid|VBN|relcl|8|pay a|DT|det|14
        senator|NN|dobj|12 .|.|punct|6
        """,
        "Berg --tell--> agent positive actual, papers (according to)",
        "Orr --pay--> senator positive actual, Berg (told)",
    ),
    case(
        "Orr accused the firm of hiding losses.",
        """
        Orr|NNP|nsubj|1||PERSON accused|VBD|ROOT|1|accuse the|DT|det|3 firm|NN|dobj|1 of|IN|prep|3
        hiding|NN|compound|6 losses|NNS|pobj|4|loss .|.|punct|1
        """,
        "Orr --accuse--> firm positive actual",
    ),
    # Who is sent or chosen; what will be done.
    case(
        "The board chose Berg to replace Orr.",
        """
        The|DT|det|1 board|NN|nsubj|2 chose|VBD|ROOT|2|choose Berg|NNP|dobj|2||PERSON to|TO|aux|5
        replace|VB|xcomp|2 Orr|NNP|dobj|5||PERSON .|.|punct|2
        """,
        "Berg --replace--> Orr positive intended",
        "board --choose--> Berg positive actual",
    ),
    case(
        "Lee chose to leave Homs.",
        """
        Lee|NNP|nsubj|1||PERSON chose|VBD|ROOT|1|choose to|TO|aux|3 leave|VB|xcomp|1
        Homs|NNS|dobj|3|hom|GPE .|.|punct|1
        """,
        "Lee --leave--> Homs positive actual",
    ),
    case(
        "The army trained rebels to attack Homs.",
        """
        The|DT|det|1 army|NN|nsubj|2 trained|VBD|ROOT|2|train rebels|NNS|dobj|2|rebel to|TO|aux|5
        attack|VB|xcomp|2 Homs|NNPS|dobj|5||GPE .|.|punct|2
        """,
        "army --train--> rebels positive actual",
        "rebels --attack--> Homs positive intended",
    ),
    case(
        "Orr paid a hitman to kill Berg.",
        """
        Orr|NNP|nsubj|1||PERSON paid|VBD|ROOT|1|pay a|DT|det|3 hitman|NN|dobj|1 to|TO|aux|5
        kill|VB|xcomp|1 Berg|NNP|dobj|5||PERSON .|.|punct|1
        """,
        "Orr --pay--> hitman positive actual",
        "hitman --kill--> Berg positive intended",
    ),
    case(
        "Lee will step down and be replaced by Berg.",
        """
        Lee|NNP|nsubj|2||PERSON will|MD|aux|2 step|VB|ROOT|2 down|RP|prt|2 and|CC|cc|2
        be|VB|auxpass|6|||AUX replaced|VBN|conj|2|replace by|IN|agent|6 Berg|NNP|pobj|7||PERSON
        .|.|punct|2
        """,
        "Berg --replace--> Lee positive future",
        "Lee --step down--> - positive future",
    ),
    case(
        "Lee beat Orr to reach the final.",
        """
        Lee|NNP|nsubj|1||PERSON beat|VBD|ROOT|1 Orr|NNP|dobj|1||PERSON to|TO|aux|4 reach|VB|advcl|1
        the|DT|det|6 final|JJ|dobj|4 .|.|punct|1
        """,
        "Lee --beat--> Orr positive actual",
    ),
    # Who says it, and whose is left unsaid.
    case(
        "It comes after Harlow rejected a bid, saying Orr lied.",
        """
        It|PRP|nsubj|1 comes|VBZ|ROOT|1|come after|IN|mark|4|||SCONJ Harlow|NNP|nsubj|4||PERSON
        rejected|VBD|advcl|1|reject a|DT|det|6 bid|NN|dobj|4 ,|,|punct|1 saying|VBG|advcl|1|say
        Orr|NNP|nsubj|10||PERSON lied|VBD|ccomp|8|lie .|.|punct|1
        """,
        "Harlow --reject--> bid positive actual",
        "It --come--> - positive actual",
        "Orr --lie--> - positive actual, Harlow (saying)",
    ),
    case(
        "Harlow rose while Kestrel's fell.",
        """
        Harlow|NNP|nsubj|1||PERSON rose|VBD|ROOT|1|rise while|IN|mark|5|||SCONJ
        Kestrel|NNP|nsubj|5||ORG 's|POS|case|3 fell|NN|advcl|1 .|.|punct|1
        """,
        "Harlow --rise--> - positive actual",
    ),
    # Who is accused, who said so, any that may be.
    case(
        "They accused both the army and its allies of killing aides.",
        """
        They|PRP|nsubj|1 accused|VBD|ROOT|1|accuse both|PDT|preconj|4 the|DT|det|4 army|NN|dobj|1
        and|CC|cc|4 its|PRP$|poss|7 allies|NNS|conj|4|ally of|IN|prep|7 killing|VBG|pcomp|8|kill
        aides|NNS|dobj|9|aide .|.|punct|1
        """,
        "They --accuse--> allies positive actual",
        "They --accuse--> army positive actual",
        "allies --kill--> aides positive possible, They (accused)",
        "army --kill--> aides positive possible, They (accused)",
    ),
    case(
        "Lee will veto a law that would weaken the courts and said Orr lied.",
        """
        Lee|NNP|nsubj|2||PERSON will|MD|aux|2 veto|VB|ROOT|2 a|DT|det|4 law|NN|dobj|2
        that|WDT|nsubj|7 would|MD|aux|7 weaken|VB|relcl|4 the|DT|det|9 courts|NNS|dobj|7|court
        and|CC|cc|7 said|VBD|conj|7|say Orr|NNP|nsubj|13||PERSON lied|VBD|ccomp|11|lie .|.|punct|2
        """,
        "Lee --veto--> law positive future",
        "Orr --lie--> - positive actual, Lee (said)",
        "law --weaken--> courts positive conditional",
    ),
    case(
        "Norway is looking forward to hosting Mali.",
        """
        Norway|NNP|nsubj|2||GPE is|VBZ|aux|2|be||AUX looking|VBG|ROOT|2|look forward|RB|advmod|2
        to|IN|prep|2 hosting|VBG|pcomp|4|host Mali|NNP|dobj|5||GPE .|.|punct|2
        """,
        "Norway --host--> Mali positive intended",
    ),
    case(
        "Rebels may attack any base that hosts Russia.",
        """
        Rebels|NNS|nsubj|2|rebel may|MD|aux|2 attack|VB|ROOT|2 any|DT|det|4 base|NN|dobj|2
        that|WDT|nsubj|6 hosts|VBZ|relcl|4|host Russia|NNP|dobj|6||GPE .|.|punct|2
        """,
        "Rebels --attack--> base positive possible",
        "base --host--> Russia positive possible",
    ),
    case(
        "Rebels attacked a base that hosts Russia.",
        """
        Rebels|NNS|nsubj|1|rebel|ORG attacked|VBD|ROOT|1|attack a|DT|det|3 base|NN|dobj|1
        that|WDT|nsubj|5 hosts|VBZ|relcl|3|host Russia|NNP|dobj|5||GPE .|.|punct|1
        """,
        "Rebels --attack--> base positive actual",
        "base --host--> Russia positive actual",
    ),
    # Hopes, losses, one of two.
    case(
        "Kim lost his will to fight.",
        """
        Kim|NNP|nsubj|1||PERSON lost|VBD|ROOT|1|lose his|PRP$|poss|3 will|NN|dobj|1 to|TO|aux|5
        fight|VB|advcl|1 .|.|punct|1
        """,
        "Kim --fight--> - negative possible",
        "Kim --lose--> will positive actual",
    ),
    case(
        "Lee would stay even if Mali asked for talks.",
        """
        Lee|NNP|nsubj|2||PERSON would|MD|aux|2 stay|VB|ROOT|2 even|RB|advmod|6 if|IN|mark|6|||SCONJ
        Mali|NNP|nsubj|6||GPE asked|VBD|advcl|2|ask for|IN|prep|6 talks|NNS|pobj|7|talk .|.|punct|2
        """,
        "Lee --stay--> - positive conditional",
        "Mali --ask for--> talks positive conditional",
    ),
    case(
        "Lee hopes that the raid hurt Mali.",
        """
        Lee|NNP|nsubj|1||PERSON hopes|VBZ|ROOT|1|hope that|IN|mark|5|||SCONJ the|DT|det|4
        raid|NN|nsubj|5 hurt|VBD|ccomp|1 Mali|NNP|dobj|5||GPE .|.|punct|1
        """,
        "raid --hurt--> Mali positive possible, Lee (hopes)",
    ),
    case(
        "The deal will create a firm commanding the market.",
        """
        The|DT|det|1 deal|NN|nsubj|3 will|MD|aux|3 create|VB|ROOT|3 a|DT|det|5 firm|NN|dobj|3
        commanding|VBG|acl|5|command the|DT|det|8 market|NN|dobj|6 .|.|punct|3
        """,
        "deal --create--> firm positive future",
        "firm --command--> market positive future",
    ),
    case(
        "Lee had not lost a game until Orr beat Berg.",
        """
        Lee|NNP|nsubj|3||PERSON had|VBD|aux|3|have||AUX not|RB|neg|3|||PART lost|VBN|ROOT|3|lose
        a|DT|det|5 game|NN|dobj|3 until|IN|mark|8|||SCONJ Orr|NNP|nsubj|8||PERSON beat|VBD|advcl|3
        Berg|NNP|dobj|8||PERSON .|.|punct|3
        """,
        "Orr --beat--> Berg positive actual",
    ),
    case(
        "Lee will face either Orr or Berg.",
        """
        Lee|NNP|nsubj|2||PERSON will|MD|aux|2 face|VB|ROOT|2 either|CC|preconj|4
        Orr|NNP|dobj|2||PERSON or|CC|cc|4 Berg|NNP|conj|4||PERSON .|.|punct|2
        """,
        "Lee --face--> Berg positive possible",
        "Lee --face--> Orr positive possible",
    ),
    case(
        "Lee won 50 votes, or half the total.",
        """
        Lee|NNP|nsubj|1||PERSON won|VBD|ROOT|1|win 50|CD|nummod|3||CARDINAL votes|NNS|dobj|1|vote
        ,|,|punct|3 or|CC|cc|3 half|PDT|predet|8||CARDINAL the|DT|det|8 total|NN|conj|3 .|.|punct|1
        """,
        "Lee --win--> 50 votes positive actual",
        "Lee --win--> half the total positive actual",
    ),
    case(
        "Marchers protested not over fares but over pay.",
        """
        Marchers|NNP|nsubj|1||DATE protested|VBD|ROOT|1|protest not|RB|neg|3|||PART over|IN|prep|1
        fares|NNS|pobj|3|fare but|CC|cc|3 over|IN|conj|3 pay|NN|pobj|6 .|.|punct|1
        """,
        "Marchers --protest over--> pay positive actual",
    ),
    case(
        "The base is not in Iran.",
        """
        The|DT|det|1 base|NN|nsubj|2 is|VBZ|ROOT|2|be||AUX not|RB|neg|2|||PART in|IN|prep|2
        Iran|NNP|pobj|4||GPE .|.|punct|2
        """,
        "base --be in--> Iran negative actual",
    ),
    case(
        "The Harlow Institute in Leeds, which built the ship, closed.",
        """
        The|DT|det|2||ORG Harlow|NNP|compound|2||+ORG Institute|NNP|nsubj|11||+ORG in|IN|prep|2
        Leeds|NNP|pobj|3||GPE ,|,|punct|2 which|WDT|nsubj|7 built|VBD|relcl|2|build the|DT|det|9
        ship|NN|dobj|7 ,|,|punct|2 closed|VBN|ROOT|11|close .|.|punct|11
        """,
        "Harlow Institute --build--> ship positive actual",
        "Harlow Institute --close--> - positive actual",
        "Harlow Institute --lie in--> Leeds positive actual",
    ),
    case(
        "Berg trusts Lee's word that he left Oslo.",
        """
        Berg|NNP|nsubj|1||PERSON trusts|VBZ|ROOT|1|trust Lee|NNP|poss|4||PERSON 's|POS|case|2
        word|NN|dobj|1 that|IN|mark|7|||SCONJ he|PRP|nsubj|7 left|VBD|acl|4|leave
        Oslo|NNP|dobj|7||GPE .|.|punct|1
        """,
        "Berg --trust--> Lee's word positive actual",
        "Lee --leave--> Oslo positive actual, Lee (word)",
    ),
    case(
        "Bayer will pay $10, up from its previous offer of $5.",
        """
        Bayer|NNP|nsubj|2||ORG will|MD|aux|2 pay|VB|ROOT|2 $|$|nmod|4 10|CD|dobj|2||MONEY
        ,|,|punct|2 up|RB|advmod|2 from|IN|prep|6 its|PRP$|poss|10 previous|JJ|amod|10
        offer|NN|pobj|7 of|IN|prep|10 $|$|nmod|13 5|CD|pobj|11||MONEY .|.|punct|2
        """,
        "Bayer --offer--> $5 positive actual",
        "Bayer --pay--> $10 positive future",
    ),
    # Who pays; which of them.
    case(
        "Nine percent of the firms that left met Lee.",
        """
        Nine|CD|nummod|1||PERCENT percent|NN|nsubj|7||+PERCENT of|IN|prep|1 the|DT|det|4
        firms|NNS|pobj|2|firm that|WDT|nsubj|6 left|VBD|relcl|4|leave met|VBD|ROOT|7|meet
        Lee|NNP|dobj|7||PERSON .|.|punct|7
        """,
    ),
    # A fine.
    case(
        "The court fined the bank a million crowns.",
        """
        The|DT|det|1 court|NN|nsubj|2 fined|VBD|ROOT|2|fine the|DT|det|4 bank|NN|dative|2
        a|DT|quantmod|6||CARDINAL million|CD|nummod|7||+CARDINAL crowns|NNS|dobj|2|crown
        .|.|punct|2
        """,
        "court --fine--> bank positive actual",
    ),
    # Who accuses, and what ended it.
    case(
        "Orr argued that the fees were low and accused Lee of lying.",
        """
        Orr|NNP|nsubj|1||PERSON argued|VBD|ROOT|1|argue that|IN|mark|5|||SCONJ the|DT|det|4
        fees|NNS|nsubj|5|fee were|VBD|ccomp|1|be||AUX low|JJ|acomp|5 and|CC|cc|5
        accused|VBD|conj|5|accuse Lee|NNP|dobj|8||PERSON of|IN|prep|8 lying|VBG|pobj|10|lie
        .|.|punct|1
        """,
        "Orr --accuse--> Lee positive actual",
    ),
    case(
        "They convicted Lee of lying, ending the trial.",
        """
        They|PRP|nsubj|1 convicted|VBD|ROOT|1|convict Lee|NNP|dobj|1||PERSON of|IN|prep|1
        lying|VBG|pobj|3|lie ,|,|punct|1 ending|VBG|advcl|1|end the|DT|det|8 trial|NN|dobj|6
        .|.|punct|1
        """,
        "They --convict--> Lee positive actual",
        "They --end--> trial positive actual",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_factuality(one: Case) -> None:
    assert read_all(one) == sorted(one.expected)
