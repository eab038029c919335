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
    case(
        "Pilots in Mali began a two-day strike on Monday.",
        """
        Pilots|NNS|nsubj|3|pilot in|IN|prep|0 Mali|NNP|pobj|1||GPE began|VBD|ROOT|3|begin
        a|DT|det|8 two|CD|nummod|7||DATE -|HYPH|punct|7||+DATE day|NN|compound|8||+DATE
        strike|NN|dobj|3 on|IN|prep|3 Monday|NNP|pobj|9||DATE .|.|punct|3
        """,
        "Pilots --begin--> strike @2016-08-15 positive actual",
    ),
    case(
        "The firm, known as Harlow, left Mali.",
        """
        The|DT|det|1 firm|NN|nsubj|7 ,|,|punct|1 known|VBN|acl|1|know as|IN|prep|3
        Harlow|NNP|pobj|4||GPE ,|,|punct|1 left|VBD|ROOT|7|leave Mali|NNP|dobj|7||GPE
        .|.|punct|7
        """,
        "firm --leave--> Mali positive actual",
    ),
    case(
        "Lee, who called on the army and the forces to leave Mali, met Kerry.",
        """
        Lee|NNP|nsubj|14||PERSON ,|,|punct|0 who|WP|nsubj|3 called|VBD|relcl|0|call on|IN|prep|3
        the|DT|det|6 army|NN|pobj|4 and|CC|cc|3 the|DT|det|9 forces|NNS|conj|3|force
        to|TO|aux|11 leave|VB|relcl|9|leave Mali|NNP|dobj|11||GPE ,|,|punct|0
        met|VBD|ROOT|14|meet Kerry|NNP|dobj|14||PERSON .|.|punct|14
        """,
        "Lee --call on--> army positive actual",
        "Lee --meet--> Kerry positive actual",
        "forces --leave--> Mali positive intended",
    ),
    case(
        "Lee demanded that the crisis be settled.",
        """
        Lee|NNP|nsubj|1||PERSON demanded|VBD|ROOT|1|demand that|IN|mark|6 the|DT|det|4
        crisis|NN|nsubjpass|6 be|VB|auxpass|6|be||AUX settled|VBN|ccomp|1|settle .|.|punct|1
        """,
    ),
    case(
        "Mali called for the treaty to be respected.",
        """
        Mali|NNP|nsubj|1||GPE called|VBD|ROOT|1|call for|IN|mark|7 the|DT|det|4
        treaty|NN|nsubjpass|7 to|TO|aux|7 be|VB|auxpass|7|be||AUX respected|VBN|advcl|1|respect
        .|.|punct|1
        """,
    ),
    case(
        "The judge ruled that Lee would stay free, and set a hearing.",
        """
        The|DT|det|1 judge|NN|nsubj|2 ruled|VBD|ROOT|2|rule that|IN|mark|6
        Lee|NNP|nsubj|6||PERSON would|MD|aux|6|would||AUX stay|VB|ccomp|2|stay free|JJ|acomp|6
        ,|,|punct|6 and|CC|cc|6 set|VBD|conj|6|set a|DT|det|12 hearing|NN|dobj|10 .|.|punct|2
        """,
        "judge --set--> hearing positive actual",
    ),
    case(
        "Mali was hit by the worst floods in four years, which have killed 20 people.",
        """
        Mali|NNP|nsubjpass|2||GPE was|VBD|auxpass|2|be||AUX hit|VBN|ROOT|2|hit by|IN|agent|2
        the|DT|det|6 worst|JJS|amod|6 floods|NNS|pobj|3|flood in|IN|prep|6
        four|CD|nummod|9||DATE years|NNS|pobj|7|year|+DATE ,|,|punct|6 which|WDT|nsubj|13
        have|VBP|aux|13|have||AUX killed|VBN|relcl|6|kill 20|CD|nummod|15||CARDINAL
        people|NNS|dobj|13|people .|.|punct|2
        """,
        "worst floods --hit--> Mali positive actual",
        "worst floods --kill--> 20 people positive actual",
    ),
    case(
        "Lee never harmed Mali by taking bribes.",
        """
        Lee|NNP|nsubj|2||PERSON never|RB|neg|2 harmed|VBN|ROOT|2|harm Mali|NNP|dobj|2||GPE
        by|IN|prep|2 taking|VBG|pcomp|4|take bribes|NNS|dobj|5|bribe .|.|punct|2
        """,
        "Lee --harm--> Mali negative actual",
        "Lee --take--> bribes negative actual",
    ),
    case(
        "His term ends in January, when Lee is sworn in.",
        """
        His|PRP$|poss|1 term|NN|nsubj|2 ends|VBZ|ROOT|2|end in|IN|prep|2
        January|NNP|pobj|3||DATE ,|,|punct|4 when|WRB|advmod|9 Lee|NNP|nsubjpass|9||PERSON
        is|VBZ|auxpass|9|be||AUX sworn|VBN|relcl|4|swear in|RP|prt|9 .|.|punct|2
        """,
        "Lee --[passive] swear in--> - positive future",
    ),
    case(
        "Kerry plans to leave when Lee arrives in Mali.",
        """
        Kerry|NNP|nsubj|1||PERSON plans|VBZ|ROOT|1|plan to|TO|aux|3 leave|VB|xcomp|1|leave
        when|WRB|advmod|6 Lee|NNP|nsubj|6||PERSON arrives|VBZ|advcl|3|arrive in|IN|prep|6
        Mali|NNP|pobj|7||GPE .|.|punct|1
        """,
        "Kerry --leave--> - positive intended",
        "Lee --arrive in--> Mali positive future",
    ),
    case(
        "Lee, the under-secretary for trade, left.",
        """
        Lee|NNP|nsubj|9||PERSON ,|,|punct|0 the|DT|det|5 under|NN|compound|5 -|HYPH|punct|5
        secretary|NN|appos|0 for|IN|prep|5 trade|NN|pobj|6 ,|,|punct|0 left|VBN|ROOT|9|leave
        .|.|punct|9
        """,
        'Lee --hold position--> "under-secretary" positive actual',
        "Lee --leave--> - positive actual",
        "Lee --under-secretary for--> trade positive actual",
    ),
    case(
        "Harlow bought Kestrel, its British rival.",
        """
        Harlow|NNP|nsubj|1||ORG bought|VBD|ROOT|1|buy Kestrel|NNP|dobj|1||ORG ,|,|punct|2
        its|PRP$|poss|6 British|JJ|amod|6||NORP rival|NN|appos|2 .|.|punct|1
        """,
        "Harlow --buy--> Kestrel positive actual",
        "Kestrel --be national--> British positive actual",
        "Kestrel --rival--> Harlow positive actual",
    ),
    case(
        "The sect left Mali, according to a statement that was sent to Kerry.",
        """
        The|DT|det|1 sect|NN|nsubj|2 left|VBD|ROOT|2|leave Mali|NNP|dobj|2||GPE ,|,|punct|2
        according|VBG|prep|2|accord to|IN|prep|5 a|DT|det|8 statement|NN|pobj|6
        that|WDT|nsubjpass|11 was|VBD|auxpass|11|be||AUX sent|VBN|relcl|8|send to|IN|dative|11
        Kerry|NNP|pobj|12||PERSON .|.|punct|2
        """,
        "sect --leave--> Mali positive actual, statement (according to)",
        "statement --[passive] send to--> Kerry positive actual",
    ),
    case(
        "Lee had been expected to win the vote.",
        """
        Lee|NNP|nsubjpass|3||PERSON had|VBD|aux|3|have||AUX been|VBN|auxpass|3|be||AUX
        expected|VBN|ROOT|3|expect to|TO|aux|5 win|VB|xcomp|3|win the|DT|det|7 vote|NN|dobj|5
        .|.|punct|3
        """,
        "Lee --win--> vote positive possible",
    ),
    case(
        "Lee, who was once the president of Harlow, left.",
        """
        Lee|NNP|nsubj|10||PERSON ,|,|punct|0 who|WP|nsubj|3 was|VBD|relcl|0|be||AUX
        once|RB|advmod|3 the|DT|det|6 president|NN|attr|3 of|IN|prep|6 Harlow|NNP|pobj|7||GPE
        ,|,|punct|0 left|VBN|ROOT|10|leave .|.|punct|10
        """,
        'Lee --hold position former--> "president" positive actual',
        "Lee --leave--> - positive actual",
        "Lee --president former--> Harlow positive actual",
    ),
    case(
        "Lee serves as mayor of Leeds.",  # told once, by the title
        """
        Lee|NNP|nsubj|1||PERSON serves|VBZ|ROOT|1|serve as|IN|prep|1 mayor|NN|pobj|2
        of|IN|prep|3 Leeds|NNP|pobj|4||GPE .|.|punct|1
        """,
        'Lee --hold position--> "mayor" positive actual',
        "Lee --mayor--> Leeds positive actual",
    ),
    case(
        "Mali did not fully withdraw troops.",  # it may have withdrawn some
        """
        Mali|NNP|nsubj|4||GPE did|VBD|aux|4|do||AUX not|RB|neg|4 fully|RB|advmod|4
        withdraw|VB|ROOT|4|withdraw troops|NNS|dobj|4|troop .|.|punct|4
        """,
        "Mali --withdraw--> troops negative possible",
    ),
    case(
        "Orr, who the council said led a gang and had paid bribes, left.",
        """
        Orr|NNP|nsubj|14||PERSON ,|,|punct|0 who|WP|nsubj|6 the|DT|det|4 council|NN|nsubj|5
        said|VBD|relcl|0|say led|VBD|ccomp|5|lead a|DT|det|8 gang|NN|dobj|6 and|CC|cc|6
        had|VBD|aux|11|have||AUX paid|VBN|conj|6|pay bribes|NNS|dobj|11|bribe ,|,|punct|0
        left|VBD|ROOT|14|leave .|.|punct|14
        """,
        "Orr --lead--> gang positive actual, council (said)",
        "Orr --leave--> - positive actual",
        "Orr --pay--> bribes positive actual, council (said)",
    ),
    case(
        "Police used stun guns.",
        """
        Police|NNS|nsubj|1|Police used|VBD|ROOT|1|use stun|NN|compound|3 guns|NNS|dobj|1|gun
        .|.|punct|1
        """,
        "Police --use--> stun guns positive actual",
    ),
    case(
        "Police used gas and stun grenades to push back rebels.",
        """
        Police|NNS|nsubj|1|Police used|VBD|ROOT|1|use gas|NN|dobj|1 and|CC|cc|1
        stun|NN|compound|5 grenades|NNS|conj|2|grenade to|TO|aux|7 push|VB|advcl|1|push
        back|RP|advmod|7 rebels|NNS|dobj|7|rebel .|.|punct|1
        """,
        "Police --push back--> rebels positive intended",
        "Police --use--> gas positive actual",
        "Police --use--> stun grenades positive actual",
    ),
    case(
        "With Lee on leave, Harlow is working to sell ships.",
        """
        With|IN|prep|7 Lee|NNP|pobj|0||PERSON on|IN|prep|0 leave|NN|pobj|2 ,|,|punct|7
        Harlow|NNP|nsubj|7||PERSON is|VBZ|aux|7|be||AUX working|VBG|ROOT|7|work to|TO|aux|9
        sell|VB|xcomp|7|sell ships|NNS|dobj|9|ship .|.|punct|7
        """,
        "Harlow --sell--> ships positive possible",
    ),
    case(
        "Marchers want Mali to free Lee.",
        """
        Marchers|NNS|nsubj|1|marcher|DATE want|VBP|ROOT|1|want Mali|NNP|nsubj|4||GPE to|TO|aux|4
        free|VB|ccomp|1|free Lee|NNP|dobj|4||PERSON .|.|punct|1
        """,
        "Mali --free--> Lee positive intended, Marchers (want)",
    ),
    case(
        "Iran rejected claims that it seeks the ability to build bombs.",
        """
        Iran|NNP|nsubj|1||GPE rejected|VBD|ROOT|1|reject claims|NNS|dobj|1|claim that|IN|mark|5
        it|PRP|nsubj|5 seeks|VBZ|acl|2|seek the|DT|det|7 ability|NN|dobj|5 to|TO|aux|9
        build|VB|acl|7|build bombs|NNS|dobj|9|bomb .|.|punct|1
        """,
        "Iran --reject--> claims positive actual",
        "Iran --seek--> ability negative actual, Iran (rejected)",
    ),
    case(
        "Harlow Bank UK left Mali.",
        """
        Harlow|NNP|compound|2||ORG Bank|NNP|compound|2||+ORG UK|NNP|nsubj|3||GPE
        left|VBD|ROOT|3|leave Mali|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Harlow Bank UK --leave--> Mali positive actual",
    ),
    case(
        "Harlow, the only bank that left Mali, failed.",
        """
        Harlow|NNP|nsubj|9||PERSON ,|,|punct|0 the|DT|det|4 only|JJ|amod|4 bank|NN|appos|0
        that|WDT|nsubj|6 left|VBD|relcl|4|leave Mali|NNP|dobj|6||GPE ,|,|punct|0
        failed|VBD|ROOT|9|fail .|.|punct|9
        """,
        "Harlow --fail--> - positive actual",
        "Harlow --leave--> Mali positive actual",
    ),
    case(
        "A commander linked to the United Nations, whom Mali had sought, was killed.",
        """
        A|DT|det|1 commander|NN|nsubjpass|14 linked|VBN|acl|1|link to|IN|prep|2
        the|DT|det|6||ORG United|NNP|compound|6||+ORG Nations|NNP|pobj|3||+ORG ,|,|punct|6
        whom|WP|dobj|11 Mali|NNP|nsubj|11||PERSON had|VBD|aux|11|have||AUX
        sought|VBN|relcl|6|seek ,|,|punct|14 was|VBD|auxpass|14|be||AUX killed|VBN|ROOT|14|kill
        .|.|punct|14
        """,
        "Mali --seek--> commander positive actual",
        "commander --[passive] kill--> - positive actual",
        "commander --[passive] link to--> United Nations positive actual",
    ),
    case(
        "Harlow hid millions of dollars from Mali.",
        """
        Harlow|NNP|nsubj|1||ORG hid|VBD|ROOT|1|hide millions|NNS|dobj|1|million|MONEY
        of|IN|prep|2||+MONEY dollars|NNS|pobj|3|dollar|+MONEY from|IN|prep|1
        Mali|NNP|pobj|5||GPE .|.|punct|1
        """,
        "Harlow --hide--> millions of dollars {from: Mali} positive actual",
    ),
    case(
        "Thousands of people left Mali.",
        """
        Thousands|NNS|nsubj|3|thousand|CARDINAL of|IN|prep|0 people|NNS|pobj|1|people
        left|VBD|ROOT|3|leave Mali|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Thousands of people --leave--> Mali positive actual",
    ),
    case(
        "Hundreds of Syrians left Mali.",
        """
        Hundreds|NNS|nsubj|3|hundred|CARDINAL of|IN|prep|0 Syrians|NNPS|pobj|1||NORP
        left|VBD|ROOT|3|leave Mali|NNP|dobj|3||GPE .|.|punct|3
        """,
        "Hundreds of Syrians --leave--> Mali positive actual",
    ),
    case(
        "Kerry refused to discuss how rebels bombed Mali.",
        """
        Kerry|NNP|nsubj|1||PERSON refused|VBD|ROOT|1|refuse to|TO|aux|3
        discuss|VB|xcomp|1|discuss how|WRB|advmod|6 rebels|NNS|nsubj|6|rebel
        bombed|VBD|ccomp|3|bomb Mali|NNP|dobj|6||GPE .|.|punct|1
        """,
        "rebels --bomb--> Mali positive actual",
    ),
    case(
        "They spent a night stuck in Mali.",
        """
        They|PRP|nsubj|1 spent|VBD|ROOT|1|spend a|DT|det|3||TIME night|NN|dobj|1||+TIME
        stuck|VBN|acl|3|stick in|IN|prep|4 Mali|NNP|pobj|5||GPE .|.|punct|1
        """,
        "They --spend--> night positive actual",
    ),
    case(
        "Mali kept sailors until May 2014.",
        """
        Mali|NNP|nsubj|1||GPE kept|VBD|ROOT|1|keep sailors|NNS|dobj|1|sailor until|IN|prep|1
        May|NNP|pobj|3||DATE 2014|CD|nummod|4||+DATE .|.|punct|1
        """,
        "Mali --keep--> sailors positive actual",
    ),
    case(
        "It was one of the worst fires, which killed 20 sailors.",
        """
        It|PRP|nsubj|1 was|VBD|ROOT|1|be||AUX one|CD|attr|1 of|IN|prep|2 the|DT|det|6
        worst|JJS|amod|6 fires|NNS|pobj|3|fire ,|,|punct|6 which|WDT|nsubj|9
        killed|VBD|relcl|6|kill 20|CD|nummod|11||CARDINAL sailors|NNS|dobj|9|sailor .|.|punct|1
        """,
    ),
    case(
        "Lee met one of the rebels who attacked Mali.",
        """
        Lee|NNP|nsubj|1||PERSON met|VBD|ROOT|1|meet one|CD|dobj|1||CARDINAL of|IN|prep|2
        the|DT|det|5 rebels|NNS|pobj|3|rebel who|WP|nsubj|7 attacked|VBD|relcl|5|attack
        Mali|NNP|dobj|7||GPE .|.|punct|1
        """,
        "rebels --attack--> Mali positive actual",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_requests(one: Case) -> None:
    assert read_all(one) == sorted(one.expected)
