"""Who does what to whom, by verb: one table of parses, none made by a model."""

from __future__ import annotations

import pytest

from kg.extract.clauses import clauses
from tests.extract.parses import Case, case, params, read

CASES = [
    # Active: direct object, prepositional object, none.
    case(
        "Russia launched a fleet of bombers from Iran on Tuesday.",
        """
        Russia|NNP|nsubj|1||GPE launched|VBD|ROOT|1|launch a|DT|det|3 fleet|NN|dobj|1
        of|IN|prep|3 bombers|NNS|pobj|4|bomber from|IN|prep|1 Iran|NNP|pobj|6||GPE on|IN|prep|1
        Tuesday|NNP|pobj|8||DATE .|.|punct|1
        """,
        "Russia --launch--> bombers {from: Iran} @2016-08-16 positive actual",
    ),
    case(
        "Putin resigned.",
        """
        Putin|NNP|nsubj|1||PERSON resigned|VBD|ROOT|1|resign .|.|punct|1
        """,
        "Putin --resign--> - positive actual",
    ),
    case(
        "Rebels operate from the valley.",
        """
        Rebels|NNS|nsubj|1|rebel operate|VBP|ROOT|1 from|IN|prep|1 the|DT|det|4 valley|NN|pobj|2
        .|.|punct|1
        """,
        "Rebels --operate from--> valley positive actual",
    ),
    case(
        "The Taliban killed 12 soldiers.",
        """
        The|DT|det|1 Taliban|NNP|nsubj|2||ORG killed|VBD|ROOT|2|kill 12|CD|nummod|4||CARDINAL
        soldiers|NNS|dobj|2|soldier .|.|punct|2
        """,
        "Taliban --kill--> 12 soldiers positive actual",
    ),
    case(
        "In Geneva, Kerry met Lavrov.",
        """
        In|IN|prep|4 Geneva|NNP|pobj|0||GPE ,|,|punct|4 Kerry|NNP|nsubj|4||PERSON
        met|VBD|ROOT|4|meet Lavrov|NNP|dobj|4||PERSON .|.|punct|4
        """,
        "Kerry --meet--> Lavrov {in: Geneva} positive actual",
    ),
    # Passive: with an agent it is turned round, without one the patient stays the subject.
    case(
        "Two bridges were destroyed by Turkish jets near Aleppo.",
        """
        Two|CD|nummod|1||CARDINAL bridges|NNS|nsubjpass|3|bridge were|VBD|auxpass|3|be||AUX
        destroyed|VBN|ROOT|3|destroy by|IN|agent|3 Turkish|JJ|amod|6||NORP jets|NNS|pobj|4|jet
        near|IN|prep|3 Aleppo|NNP|pobj|7||GPE .|.|punct|3
        """,
        "Turkish jets --destroy--> Two bridges {near: Aleppo} positive actual",
    ),
    case(
        "Ukraine was invaded in 2022 by Russia.",
        """
        Ukraine|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX invaded|VBN|ROOT|2|invade
        in|IN|prep|2 2022|CD|pobj|3||DATE by|IN|agent|2 Russia|NNP|pobj|5||GPE .|.|punct|2
        """,
        "Russia --invade--> Ukraine @2022 positive actual",
    ),
    case(
        "The general was arrested in Cairo.",
        """
        The|DT|det|1 general|NN|nsubjpass|3 was|VBD|auxpass|3|be||AUX arrested|VBN|ROOT|3|arrest
        in|IN|prep|3 Cairo|NNP|pobj|4||GPE .|.|punct|3
        """,
        "general --[passive] arrest in--> Cairo positive actual",
    ),
    case(
        "Navalny was arrested.",
        """
        Navalny|NNP|nsubjpass|2||PERSON was|VBD|auxpass|2|be||AUX arrested|VBN|ROOT|2|arrest
        .|.|punct|2
        """,
        "Navalny --[passive] arrest--> - positive actual",
    ),
    case(
        "The mayor was elected president.",
        """
        The|DT|det|1 mayor|NN|nsubjpass|3 was|VBD|auxpass|3|be||AUX elected|VBN|ROOT|3|elect
        president|NN|oprd|3 .|.|punct|3
        """,
        "mayor --[passive] elect--> president positive actual",
    ),
    case(
        "The rebels were supplied with missiles by Qatar.",
        """
        The|DT|det|1 rebels|NNS|nsubjpass|3|rebel were|VBD|auxpass|3|be||AUX
        supplied|VBN|ROOT|3|supply with|IN|prep|3 missiles|NNS|pobj|4|missile by|IN|agent|3
        Qatar|NNP|pobj|6||GPE .|.|punct|3
        """,
        "Qatar --supply--> rebels {with: missiles} positive actual",
    ),
    case(
        "Assad is supported by Russia and Iran.",
        """
        Assad|NNP|nsubjpass|2||PERSON is|VBZ|auxpass|2|be||AUX supported|VBN|ROOT|2|support
        by|IN|agent|2 Russia|NNP|pobj|3||GPE and|CC|cc|4 Iran|NNP|conj|4||GPE .|.|punct|2
        """,
        "Iran --support--> Assad positive actual",
        "Russia --support--> Assad positive actual",
    ),
    case(
        "Iran was hit by sanctions from America.",
        """
        Iran|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX hit|VBN|ROOT|2 by|IN|agent|2
        sanctions|NNS|pobj|3|sanction from|IN|prep|4 America|NNP|pobj|5||GPE .|.|punct|2
        """,
        "sanctions --hit--> Iran positive actual",
    ),
    case(
        "Backed by Russia, Assad attacked Homs.",
        """
        Backed|VBN|advcl|5|back by|IN|agent|0 Russia|NNP|pobj|1||GPE ,|,|punct|5
        Assad|NNP|nsubj|5||PERSON attacked|VBD|ROOT|5|attack Homs|NNS|dobj|5|hom|GPE .|.|punct|5
        """,
        "Assad --attack--> Homs positive actual",
        "Russia --back--> Assad positive actual",
    ),
    case(
        "Arms bought by Iran from Russia reached Syria.",
        """
        Arms|NNS|nsubj|6|arm bought|VBN|acl|0|buy by|IN|agent|1 Iran|NNP|pobj|2||GPE
        from|IN|prep|1 Russia|NNP|pobj|4||GPE reached|VBD|ROOT|6|reach Syria|NNP|dobj|6||GPE
        .|.|punct|6
        """,
        "Arms --reach--> Syria positive actual",
        "Iran --buy--> Arms {from: Russia} positive actual",
    ),
    case(
        "Awarded the prize by France, Ahmed thanked Macron.",
        """
        Awarded|VBD|advcl|7|award the|DT|det|2 prize|NN|dobj|0 by|IN|agent|0
        France|NNP|pobj|3||GPE ,|,|punct|7 Ahmed|NNP|nsubj|7||PERSON thanked|VBD|ROOT|7|thank
        Macron|NNP|dobj|7||PERSON .|.|punct|7
        """,
        "Ahmed --thank--> Macron positive actual",
        "France --award--> prize {to: Ahmed} positive actual",
        flaw="a participle with an agent and an object is read as active: the receiver gives",
    ),
    # Ditransitive.
    case(
        "Germany gave Ukraine missiles.",
        """
        Germany|NNP|nsubj|1||GPE gave|VBD|ROOT|1|give Ukraine|NNP|dative|1||GPE
        missiles|NNS|dobj|1|missile .|.|punct|1
        """,
        "Germany --give--> missiles {to: Ukraine} positive actual",
    ),
    case(
        "Germany gave missiles to Ukraine.",
        """
        Germany|NNP|nsubj|1||GPE gave|VBD|ROOT|1|give missiles|NNS|dobj|1|missile to|IN|prep|1
        Ukraine|NNP|pobj|3||GPE .|.|punct|1
        """,
        "Germany --give--> missiles {to: Ukraine} positive actual",
    ),
    case(
        "Ukraine was given missiles by Germany.",
        """
        Ukraine|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX given|VBN|ROOT|2|give
        missiles|NNS|dobj|2|missile by|IN|agent|2 Germany|NNP|pobj|4||GPE .|.|punct|2
        """,
        "Germany --give--> missiles {to: Ukraine} positive actual",
    ),
    case(
        "Qatar supplied the rebels with missiles.",
        """
        Qatar|NNP|nsubj|1||GPE supplied|VBD|ROOT|1|supply the|DT|det|3 rebels|NNS|dobj|1|rebel
        with|IN|prep|1 missiles|NNS|pobj|4|missile .|.|punct|1
        """,
        "Qatar --supply--> rebels {with: missiles} positive actual",
    ),
    # Particle verbs; a support verb leaves its noun to the nominals.
    case(
        "Kenya handed over the suspect to Italy.",
        """
        Kenya|NNP|nsubj|1||GPE handed|VBD|ROOT|1|hand over|RP|prt|1 the|DT|det|4
        suspect|NN|dobj|1 to|IN|prep|1 Italy|NNP|pobj|5||GPE .|.|punct|1
        """,
        "Kenya --hand over--> suspect {to: Italy} positive actual",
    ),
    case(
        "The army shot down a drone.",
        """
        The|DT|det|1 army|NN|nsubj|2 shot|VBD|ROOT|2|shoot down|RP|prt|2 a|DT|det|5
        drone|NN|dobj|2 .|.|punct|2
        """,
        "army --shoot down--> drone positive actual",
    ),
    case(
        "Troops carried out an attack on Mosul.",
        """
        Troops|NNS|nsubj|1|troop carried|VBD|ROOT|1|carry out|RP|prt|1 an|DT|det|4
        attack|NN|dobj|1 on|IN|prep|4 Mosul|NNP|pobj|5||GPE .|.|punct|1
        """,
    ),
    case(
        "Kerry held talks with Lavrov.",
        """
        Kerry|NNP|nsubj|1||PERSON held|VBD|ROOT|1|hold talks|NNS|dobj|1|talk with|IN|prep|1
        Lavrov|NNP|pobj|3||PERSON .|.|punct|1
        """,
        "Kerry --hold talk with--> Lavrov positive actual",
    ),
    # Idioms.
    case(
        "Norway took part in the exercise.",
        """
        Norway|NNP|nsubj|1||GPE took|VBD|ROOT|1|take part|NN|dobj|1 in|IN|prep|1 the|DT|det|5
        exercise|NN|pobj|3 .|.|punct|1
        """,
        "Norway --take part in--> exercise positive actual",
    ),
    case(
        "Police opened fire on the crowd.",
        """
        Police|NNS|nsubj|1|Police opened|VBD|ROOT|1|open fire|NN|dobj|1 on|IN|prep|1 the|DT|det|5
        crowd|NN|pobj|3 .|.|punct|1
        """,
        "Police --open fire on--> crowd positive actual",
    ),
    # Coordination of subjects, objects, prepositional objects, verbs, with what they share.
    case(
        "France, Spain and Italy condemned North Korea.",
        """
        France|NNP|nsubj|5||GPE ,|,|punct|0 Spain|NNP|conj|0||GPE and|CC|cc|2
        Italy|NNP|conj|2||GPE condemned|VBD|ROOT|5|condemn North|NNP|compound|7||GPE
        Korea|NNP|dobj|5||+GPE .|.|punct|5
        """,
        "France --condemn--> North Korea positive actual",
        "Italy --condemn--> North Korea positive actual",
        "Spain --condemn--> North Korea positive actual",
    ),
    case(
        "Turkey attacked Syria and Iraq.",
        """
        Turkey|NNP|nsubj|1||GPE attacked|VBD|ROOT|1|attack Syria|NNP|dobj|1||GPE and|CC|cc|2
        Iraq|NNP|conj|2||GPE .|.|punct|1
        """,
        "Turkey --attack--> Iraq positive actual",
        "Turkey --attack--> Syria positive actual",
    ),
    case(
        "Egypt closed the border and expelled diplomats.",
        """
        Egypt|NNP|nsubj|1||GPE closed|VBD|ROOT|1|close the|DT|det|3 border|NN|dobj|1 and|CC|cc|1
        expelled|VBD|conj|1|expel diplomats|NNS|dobj|5|diplomat .|.|punct|1
        """,
        "Egypt --close--> border positive actual",
        "Egypt --expel--> diplomats positive actual",
    ),
    case(
        "Police arrested and questioned the student.",
        """
        Police|NNS|nsubj|1|Police arrested|VBD|ROOT|1|arrest and|CC|cc|1
        questioned|VBD|conj|1|question the|DT|det|5 student|NN|dobj|3 .|.|punct|1
        """,
        "Police --arrest--> student positive actual",
        "Police --question--> student positive actual",
    ),
    case(
        "Iran sold oil to China and bought wheat from Russia.",
        """
        Iran|NNP|nsubj|1||GPE sold|VBD|ROOT|1|sell oil|NN|dobj|1 to|IN|prep|1
        China|NNP|pobj|3||GPE and|CC|cc|1 bought|VBD|conj|1|buy wheat|NN|dobj|6 from|IN|prep|6
        Russia|NNP|pobj|8||GPE .|.|punct|1
        """,
        "Iran --buy--> wheat {from: Russia} positive actual",
        "Iran --sell--> oil {to: China} positive actual",
    ),
    case(
        "Japan was attacked by China and invaded by Russia.",
        """
        Japan|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX attacked|VBN|ROOT|2|attack
        by|IN|agent|2 China|NNP|pobj|3||GPE and|CC|cc|2 invaded|VBN|conj|2|invade by|IN|agent|6
        Russia|NNP|pobj|7||GPE .|.|punct|2
        """,
        "China --attack--> Japan positive actual",
        "Russia --invade--> Japan positive actual",
    ),
    case(
        "The hostages were freed and flown to Cyprus.",
        """
        The|DT|det|1 hostages|NNS|nsubjpass|3|hostage were|VBD|auxpass|3|be||AUX
        freed|VBN|ROOT|3|free and|CC|cc|3 flown|VBN|conj|3|fly to|IN|prep|5
        Cyprus|NNP|pobj|6||GPE .|.|punct|3
        """,
        "hostages --[passive] fly to--> Cyprus positive actual",
        "hostages --[passive] free--> - positive actual",
    ),
    case(
        "The rebels were armed and trained by Qatar.",
        """
        The|DT|det|1 rebels|NNS|nsubjpass|3|rebel were|VBD|auxpass|3|be||AUX armed|VBN|ROOT|3|arm
        and|CC|cc|3 trained|VBN|conj|3|train by|IN|agent|5 Qatar|NNP|pobj|6||GPE .|.|punct|3
        """,
        "Qatar --arm--> rebels positive actual",
        "Qatar --train--> rebels positive actual",
    ),
    case(
        "Israel, not Iran, attacked Syria.",
        """
        Israel|NNP|nsubj|5||GPE ,|,|punct|0 not|RB|neg|3|||PART Iran|NNP|appos|0||GPE ,|,|punct|5
        attacked|VBD|ROOT|5|attack Syria|NNP|dobj|5||GPE .|.|punct|5
        """,
        "Israel --attack--> Syria positive actual",
    ),
    case(
        "Hamas, along with Hezbollah, attacked Israel.",
        """
        Hamas|NNP|nsubj|6||ORG ,|,|punct|6 along|IN|prep|6 with|IN|prep|2
        Hezbollah|NNP|pobj|3||ORG ,|,|punct|6 attacked|VBD|ROOT|6|attack Israel|NNP|dobj|6||GPE
        .|.|punct|6
        """,
        "Hamas --attack--> Israel {along with: Hezbollah} positive actual",
    ),
    # Relative clauses: subject, object, "where", fronted preposition, "whom", "whose".
    case(
        "Soldiers who guarded the palace killed a protester.",
        """
        Soldiers|NNS|nsubj|5|soldier who|WP|nsubj|2 guarded|VBD|relcl|0|guard the|DT|det|4
        palace|NN|dobj|2 killed|VBD|ROOT|5|kill a|DT|det|7 protester|NN|dobj|5 .|.|punct|5
        """,
        "Soldiers --guard--> palace positive actual",
        "Soldiers --kill--> protester positive actual",
    ),
    case(
        "The rebels, which Turkey supports, attacked Damascus.",
        """
        The|DT|det|1 rebels|NNS|nsubj|7|rebel ,|,|punct|1 which|WDT|dobj|5
        Turkey|NNP|nsubj|5||GPE supports|VBZ|relcl|1|support ,|,|punct|1
        attacked|VBD|ROOT|7|attack Damascus|NNP|dobj|7||GPE .|.|punct|7
        """,
        "Turkey --support--> rebels positive actual",
        "rebels --attack--> Damascus positive actual",
    ),
    case(
        "The base that Russia uses lies near Hamadan.",
        """
        The|DT|det|1 base|NN|nsubj|5 that|WDT|dobj|4 Russia|NNP|nsubj|4||GPE uses|VBZ|relcl|1|use
        lies|VBZ|ROOT|5|lie near|IN|prep|5 Hamadan|NNP|pobj|6||GPE .|.|punct|5
        """,
        "Russia --use--> base positive actual",
        "base --lie near--> Hamadan positive actual",
    ),
    case(
        "Ahmed fled from the town where he was born.",
        """
        Ahmed|NNP|nsubj|1||PERSON fled|VBD|ROOT|1|flee from|IN|prep|1 the|DT|det|4 town|NN|pobj|2
        where|WRB|advmod|8 he|PRP|nsubjpass|8 was|VBD|auxpass|8|be||AUX born|VBN|relcl|4|bear
        .|.|punct|1
        """,
        "Ahmed --flee from--> town positive actual",
        "he --[passive] bear in--> town positive actual",
    ),
    case(
        "The country from which the family fled condemned Assad.",
        """
        The|DT|det|1 country|NN|nsubj|7 from|IN|prep|6 which|WDT|pobj|2 the|DT|det|5
        family|NN|nsubj|6 fled|VBD|relcl|1|flee condemned|VBN|ROOT|7|condemn
        Assad|NNP|dobj|7||PERSON .|.|punct|7
        """,
        "country --condemn--> Assad positive actual",
        "family --flee from--> country positive actual",
    ),
    case(
        "The journalist whom Iran jailed thanked Sweden.",
        """
        The|DT|det|1 journalist|NN|nsubj|5 whom|WP|dobj|4 Iran|NNP|nsubj|4||GPE
        jailed|VBD|relcl|1|jail thanked|VBD|ROOT|5|thank Sweden|NNP|dobj|5||GPE .|.|punct|5
        """,
        "Iran --jail--> journalist positive actual",
        "journalist --thank--> Sweden positive actual",
    ),
    case(
        "Assad, whose army bombed Homs, met Putin.",
        """
        Assad|NNP|nsubj|7||PERSON ,|,|punct|0 whose|WP$|poss|3 army|NN|nsubj|4
        bombed|VBD|relcl|0|bomb Homs|NNPS|dobj|4||GPE ,|,|punct|0 met|VBD|ROOT|7|meet
        Putin|NNP|dobj|7||PERSON .|.|punct|7
        """,
        "Assad --meet--> Putin positive actual",
        "army --bomb--> Homs positive actual",
    ),
    case(
        "It was Russia that attacked Georgia.",
        """
        It|PRP|nsubj|1 was|VBD|ROOT|1|be||AUX Russia|NNP|attr|1||GPE that|WDT|nsubj|4
        attacked|VBD|relcl|2|attack Georgia|NNP|dobj|4||GPE .|.|punct|1
        """,
        "Russia --attack--> Georgia positive actual",
    ),
    case(
        "The man who police say killed Nemtsov fled to Moscow.",
        """
        The|DT|det|1 man|NN|nsubj|7 who|WP|nsubj|4 police|NNS|nsubj|4 say|VBP|relcl|1
        killed|VBN|xcomp|4|kill Nemtsov|NNP|dobj|5||PERSON fled|VBD|ROOT|7|flee to|IN|prep|7
        Moscow|NNP|pobj|8||GPE .|.|punct|7
        """,
        "man --flee to--> Moscow positive actual",
        "man --kill--> Nemtsov positive actual, police (say)",
        flaw='"who police say killed": the speaker is lost',
    ),
    # Reduced relative clauses.
    case(
        "Jets based in Turkey bombed Raqqa.",
        """
        Jets|NNS|nsubj|4|jet based|VBN|acl|0|base in|IN|prep|1 Turkey|NNP|pobj|2||GPE
        bombed|VBD|ROOT|4|bomb Raqqa|NNPS|dobj|4||GPE .|.|punct|4
        """,
        "Jets --[passive] base in--> Turkey positive actual",
        "Jets --bomb--> Raqqa positive actual",
    ),
    case(
        "The convoy attacked by rebels carried medicine.",
        """
        The|DT|det|1 convoy|NN|nsubj|5 attacked|VBN|acl|1|attack by|IN|agent|2
        rebels|NNS|pobj|3|rebel carried|VBD|ROOT|5|carry medicine|NN|dobj|5 .|.|punct|5
        """,
        "convoy --carry--> medicine positive actual",
        "rebels --attack--> convoy positive actual",
    ),
    case(
        "Militants fighting the government seized Palmyra.",
        """
        Militants|NNS|nsubj|4|militant fighting|VBG|acl|0|fight the|DT|det|3 government|NN|dobj|1
        seized|VBD|ROOT|4|seize Palmyra|NNP|dobj|4||GPE .|.|punct|4
        """,
        "Militants --fight--> government positive actual",
        "Militants --seize--> Palmyra positive actual",
    ),
    # Adjuncts after a stative participle belong to the clause.
    case(
        "Russia launched bombers bound for Syria on Tuesday from a base.",
        """
        Russia|NNP|nsubj|1||GPE launched|VBD|ROOT|1|launch bombers|NNS|dobj|1|bomber
        bound|VBN|acl|2|bind for|IN|prep|3 Syria|NNP|pobj|4||GPE on|IN|prep|3
        Tuesday|NNP|pobj|6||DATE from|IN|prep|3 a|DT|det|10 base|NN|pobj|8 .|.|punct|1
        """,
        "Russia --launch--> bombers {from: base} @2016-08-16 positive actual",
        "bombers --[passive] bind for--> Syria positive actual",
        flaw="what is raised to the clause stays with the participle too",
    ),
    # Infinitives and who does them.
    case(
        "Turkey urged Iran to release the sailors.",
        """
        Turkey|NNP|nsubj|1||GPE urged|VBD|ROOT|1|urge Iran|NNP|dobj|1||GPE to|TO|aux|4
        release|VB|xcomp|1 the|DT|det|6 sailors|NNS|dobj|4|sailor .|.|punct|1
        """,
        "Iran --release--> sailors positive intended, Turkey (urged)",
        "Turkey --urge--> Iran positive actual",
    ),
    case(
        "Poland helped train Ukrainian soldiers.",
        """
        Poland|NNP|nsubj|1||GPE helped|VBD|ROOT|1|help train|VB|xcomp|1 Ukrainian|JJ|amod|4||NORP
        soldiers|NNS|dobj|2|soldier .|.|punct|1
        """,
        "Poland --train--> Ukrainian soldiers positive actual",
    ),
    case(
        "Iran let Russia use the base.",
        """
        Iran|NNP|nsubj|1||GPE let|VBD|ROOT|1 Russia|NNP|nsubj|3||GPE use|VB|ccomp|1 the|DT|det|5
        base|NN|dobj|3 .|.|punct|1
        """,
        "Iran --let--> Russia positive actual",
        "Russia --use--> base positive actual",
    ),
    case(
        "Russia was forced to leave Georgia.",
        """
        Russia|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX forced|VBN|ROOT|2|force to|TO|aux|4
        leave|VB|xcomp|2 Georgia|NNP|dobj|4||GPE .|.|punct|2
        """,
        "Russia --leave--> Georgia positive actual",
    ),
    case(
        "Austria became the first country to recognize Kosovo.",
        """
        Austria|NNP|nsubj|1||GPE became|VBD|ROOT|1|become the|DT|det|4 first|JJ|amod|4||ORDINAL
        country|NN|attr|1 to|TO|aux|6 recognize|VB|relcl|4 Kosovo|NNP|dobj|6||GPE .|.|punct|1
        """,
        "Austria --recognize--> Kosovo positive actual",
    ),
    # Two subjects of a verb of mutual doing.
    case(
        "Putin and Erdogan met in Sochi.",
        """
        Putin|NNP|nsubj|3||PERSON and|CC|cc|0 Erdogan|NNP|conj|0||PERSON met|VBD|ROOT|3|meet
        in|IN|prep|3 Sochi|NNP|pobj|4||GPE .|.|punct|3
        """,
        "Putin --meet--> Erdogan {in: Sochi} positive actual",
    ),
    case(
        "India and Pakistan exchanged fire.",
        """
        India|NNP|nsubj|3||GPE and|CC|cc|0 Pakistan|NNP|conj|0||GPE exchanged|VBD|ROOT|3|exchange
        fire|NN|dobj|3 .|.|punct|3
        """,
        "India --exchange fire with--> Pakistan positive actual",
    ),
    case(
        "Kerry called on Iran to release the hostages.",
        """
        Kerry|NNP|nsubj|1||PERSON called|VBD|ROOT|1|call on|IN|prep|1 Iran|NNP|pobj|2||GPE
        to|TO|aux|5 release|VB|xcomp|1 the|DT|det|7 hostages|NNS|dobj|5|hostage .|.|punct|1
        """,
        "Iran --release--> hostages positive intended, Kerry (called)",
        "Kerry --call on--> Iran positive actual",
    ),
    # Gerunds and who does them.
    case(
        "Israel bombed Gaza, killing three people.",
        """
        Israel|NNP|nsubj|1||GPE bombed|VBD|ROOT|1|bomb Gaza|NNP|dobj|1||GPE ,|,|punct|1
        killing|VBG|advcl|1|kill three|CD|nummod|6||CARDINAL people|NNS|dobj|4 .|.|punct|1
        """,
        "Israel --bomb--> Gaza positive actual",
        "Israel --kill--> three people positive actual",
    ),
    case(
        "After visiting Cairo, Macron praised Sisi.",
        """
        After|IN|prep|5 visiting|VBG|pcomp|0|visit Cairo|NNP|dobj|1||GPE ,|,|punct|5
        Macron|NNP|nsubj|5||PERSON praised|VBD|ROOT|5|praise Sisi|NNP|dobj|5||PERSON .|.|punct|5
        """,
        "Macron --praise--> Sisi positive actual",
        "Macron --visit--> Cairo positive actual",
    ),
    case(
        "Israel weakened Hamas by killing its leaders.",
        """
        Israel|NNP|nsubj|1||GPE weakened|VBD|ROOT|1|weaken Hamas|NNP|dobj|1||ORG by|IN|prep|1
        killing|VBG|pcomp|3|kill its|PRP$|poss|6 leaders|NNS|dobj|4|leader .|.|punct|1
        """,
        "Israel --kill--> leaders positive actual",
        "Israel --weaken--> Hamas positive actual",
    ),
    case(
        "The court convicted Ahmed of killing Omar.",
        """
        The|DT|det|1 court|NN|nsubj|2 convicted|VBD|ROOT|2|convict Ahmed|NNP|dobj|2||PERSON
        of|IN|prep|2 killing|VBG|pcomp|4|kill Omar|NNP|dobj|5||PERSON .|.|punct|2
        """,
        "Ahmed --kill--> Omar positive actual, court (convicted)",
        "court --convict--> Ahmed positive actual",
    ),
    case(
        "Police arrested Ahmed for planning to kill Omar.",
        """
        Police|NNS|nsubj|1|Police arrested|VBD|ROOT|1|arrest Ahmed|NNP|dobj|1||PERSON
        for|IN|prep|1 planning|VBG|pcomp|3|plan to|TO|aux|6 kill|VB|xcomp|4
        Omar|NNP|dobj|6||PERSON .|.|punct|1
        """,
        "Ahmed --kill--> Omar positive possible",
        "Police --arrest--> Ahmed positive actual",
    ),
    case(
        "Israel was condemned for bombing Gaza.",
        """
        Israel|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX condemned|VBN|ROOT|2|condemn
        for|IN|prep|2 bombing|VBG|pcomp|3|bomb Gaza|NNP|dobj|4||GPE .|.|punct|2
        """,
        "Israel --[passive] condemn--> - positive actual",
        "Israel --bomb--> Gaza positive actual",
    ),
    # Copulas.
    case(
        "Amsterdam is a city.",
        """
        Amsterdam|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX a|DT|det|3 city|NN|attr|1 .|.|punct|1
        """,
        'Amsterdam --be--> "city" positive actual',
    ),
    case(
        "The Pentagon is suspicious of Russia.",
        """
        The|DT|det|1 Pentagon|NNP|nsubj|2||ORG is|VBZ|ROOT|2|be||AUX suspicious|JJ|acomp|2
        of|IN|prep|3 Russia|NNP|pobj|4||GPE .|.|punct|2
        """,
        "Pentagon --suspicious of--> Russia positive actual",
    ),
    case(
        "The base is in Hamadan.",
        """
        The|DT|det|1 base|NN|nsubj|2 is|VBZ|ROOT|2|be||AUX in|IN|prep|2 Hamadan|NNP|pobj|3||GPE
        .|.|punct|2
        """,
        "base --be in--> Hamadan positive actual",
    ),
    # Inversion after a quote.
    case(
        '"Iran attacked us," said the king.',
        """
        "|``|punct|6 Iran|NNP|nsubj|2||GPE attacked|VBD|ccomp|6|attack us|PRP|dobj|2|we
        ,|,|punct|6 "|''|punct|6 said|VBD|ROOT|6|say the|DT|det|8 king|NN|nsubj|6 .|.|punct|6
        """,
        "Iran --attack--> us positive actual, king (said)",
    ),
    # Nothing is stated.
    case(
        "Did Russia bomb Aleppo?",
        """
        Did|VBD|aux|2|do||AUX Russia|NNP|nsubj|2||GPE bomb|VB|ROOT|2 Aleppo|NNP|dobj|2||GPE
        ?|.|punct|2
        """,
    ),
    case(
        "Who attacked the embassy?",
        """
        Who|WP|nsubj|1 attacked|VBD|ROOT|1|attack the|DT|det|3 embassy|NN|dobj|1 ?|.|punct|1
        """,
    ),
    case(
        "Release the hostages.",
        """
        Release|VB|ROOT|0 the|DT|det|2 hostages|NNS|dobj|0|hostage .|.|punct|0
        """,
    ),
    case(
        "Tehran is an ally of Damascus.",
        """
        Tehran|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX an|DT|det|3 ally|NN|attr|1 of|IN|prep|3
        Damascus|NNP|pobj|4||GPE .|.|punct|1
        """,
    ),
    case(
        "The firm lost $3 million.",
        """
        The|DT|det|1 firm|NN|nsubj|2 lost|VBD|ROOT|2|lose $|$|quantmod|5||MONEY
        3|CD|compound|5||+MONEY million|CD|dobj|2||+MONEY .|.|punct|2
        """,
        "firm --lose--> $3 million positive actual",
    ),
    case(
        "Chugai paid $6.25 for shares.",  # the model left the sign out
        """
        Chugai|NNP|nsubj|1||ORG paid|VBD|ROOT|1|pay $|$|nmod|3 6.25|CD|dobj|1||MONEY
        for|IN|prep|1 shares|NNS|pobj|4|share .|.|punct|1
        """,
        "Chugai --pay--> $6.25 {for: shares} positive actual",
    ),
    case(
        "The bridges were destroyed.",
        """
        The|DT|det|1 bridges|NNS|nsubjpass|3|bridge were|VBD|auxpass|3|be
        destroyed|VBN|ROOT|3|destroy .|.|punct|3
        """,
        "bridges --[passive] destroy--> - positive actual",
    ),
    case(
        "Hopes were destroyed.",  # nothing that can be
        """
        Hopes|NNS|nsubjpass|2|hope were|VBD|auxpass|2|be destroyed|VBN|ROOT|2|destroy .|.|punct|2
        """,
    ),
    case(
        "The plane was shot down by the ministry, which supplies gunners and arms.",
        """
        The|DT|det|1 plane|NN|nsubjpass|3 was|VBD|auxpass|3|be shot|VBN|ROOT|3|shoot
        down|RP|prt|3 by|IN|agent|3 the|DT|det|7 ministry|NN|pobj|5 ,|,|punct|7
        which|WDT|nsubj|10 supplies|VBZ|relcl|7|supply gunners|NNS|dobj|10|gunner
        and|CC|cc|11 arms|NNS|conj|11|arm .|.|punct|3
        """,
        "ministry --shoot down--> plane positive actual",
        "ministry --supply--> arms positive actual",
        "ministry --supply--> gunners positive actual",
    ),
    # What coordinated verbs share.
    case(
        "Ann Lee was born and raised in Leeds.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubjpass|3||+PERSON was|VBD|auxpass|3|be||AUX
        born|VBN|ROOT|3|bear and|CC|cc|3 raised|VBN|conj|3|raise in|IN|prep|5
        Leeds|NNPS|pobj|6||GPE .|.|punct|3
        """,
        "Ann Lee --[passive] bear in--> Leeds positive actual",
        "Ann Lee --[passive] raise in--> Leeds positive actual",
    ),
    case(
        "Ann Lee lives and works in Leeds.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON lives|VBZ|ROOT|2|live and|CC|cc|2
        works|VBZ|conj|2|work in|IN|prep|4 Leeds|NNPS|pobj|5||GPE .|.|punct|2
        """,
        "Ann Lee --live in--> Leeds positive actual",
        "Ann Lee --work in--> Leeds positive actual",
    ),
    case(
        "Ann Lee founded and became head of Tolvane Media.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON founded|VBD|ROOT|2|found and|CC|cc|2
        became|VBD|conj|2|become head|NN|attr|4 of|IN|prep|5 Tolvane|NNP|compound|8||ORG
        Media|NNP|pobj|6||+ORG .|.|punct|2
        """,
        "Ann Lee --found--> Tolvane Media positive actual",
    ),
    case(
        "Ann Lee lives with her husband in Leeds.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON lives|VBZ|ROOT|2|live with|IN|prep|2
        her|PRP$|poss|5 husband|NN|pobj|3 in|IN|prep|5 Leeds|NNP|pobj|6||GPE .|.|punct|2
        """,
        "Ann Lee --live in--> Leeds {with: husband} positive actual",
    ),
    case(
        "An alumnus of Harlow University, Lee left Leeds.",
        """
        An|DT|det|1 alumnus|NN|nsubj|7 of|IN|prep|1 Harlow|NNP|compound|4||ORG
        University|NNP|pobj|2||+ORG ,|,|punct|7 Lee|NNP|appos|1||PERSON left|VBD|ROOT|7|leave
        Leeds|NNP|dobj|7||GPE .|.|punct|7
        """,
        "Lee --leave--> Leeds positive actual",
    ),
    case(
        "Ann Lee has the right to live and work in Leeds.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON has|VBZ|ROOT|2|have the|DT|det|4
        right|NN|dobj|2 to|TO|aux|6 live|VB|acl|4 and|CC|cc|6 work|VB|conj|6 in|IN|prep|8
        Leeds|NNPS|pobj|9||GPE .|.|punct|2
        """,
        "Ann Lee --have--> right positive actual",
        "Ann Lee --live--> - positive possible",
        "Ann Lee --work in--> Leeds positive possible",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_clauses(one: Case) -> None:
    assert read(one, clauses) == sorted(one.expected)
