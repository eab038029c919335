"""Positions, kinds and kinship of the named."""

from __future__ import annotations

import pytest

from kg.extract.titles import titles
from tests.extract.parses import Case, case, params, read

CASES = [
    # Before a name.
    case(
        "President Barack Obama visited Kenya.",
        """
        President|NNP|compound|2 Barack|NNP|compound|2||PERSON Obama|NNP|nsubj|3||+PERSON
        visited|VBD|ROOT|3|visit Kenya|NNP|dobj|3||GPE .|.|punct|3
        """,
        'Barack Obama --hold position--> "President" positive actual',
    ),
    case(
        "Russian Foreign Minister Sergei Lavrov met Kerry.",
        """
        Russian|JJ|amod|2||NORP Foreign|NNP|compound|2 Minister|NNP|compound|4
        Sergei|NNP|compound|4||PERSON Lavrov|NNP|nsubj|5||+PERSON met|VBD|ROOT|5|meet
        Kerry|NNP|dobj|5||PERSON .|.|punct|5
        """,
        "Sergei Lavrov --foreign minister--> Russian positive actual",
        'Sergei Lavrov --hold position--> "Russian Foreign Minister" positive actual',
    ),
    case(
        "French President Emmanuel Macron met Merkel.",
        """
        French|JJ|amod|1||NORP President|NNP|compound|3 Emmanuel|NNP|compound|3||PERSON
        Macron|NNP|nsubj|4||+PERSON met|VBD|ROOT|4|meet Merkel|NNP|dobj|4||PERSON .|.|punct|4
        """,
        'Emmanuel Macron --hold position--> "French President" positive actual',
        "Emmanuel Macron --president--> French positive actual",
    ),
    case(
        "Facebook founder Mark Zuckerberg visited China.",
        """
        Facebook|NNP|compound|1||ORG founder|NN|compound|3 Mark|NNP|compound|3||PERSON
        Zuckerberg|NNP|nsubj|4||+PERSON visited|VBD|ROOT|4|visit China|NNP|dobj|4||GPE
        .|.|punct|4
        """,
        "Mark Zuckerberg --founder--> Facebook positive actual",
    ),
    case(
        "Syria's President Bashar Assad met Putin.",
        """
        Syria|NNP|poss|2||GPE 's|POS|case|0 President|NNP|nsubj|5 Bashar|NNP|compound|4||PERSON
        Assad|NNP|appos|2||+PERSON met|VBD|ROOT|5|meet Putin|NNP|dobj|5||PERSON .|.|punct|5
        """,
        'Bashar Assad --hold position--> "President" positive actual',
        "Bashar Assad --president--> Syria positive actual",
    ),
    case(
        "Former President Jimmy Carter visited Cuba.",
        """
        Former|JJ|amod|1 President|NNP|compound|3 Jimmy|NNP|compound|3||PERSON
        Carter|NNP|nsubj|4||+PERSON visited|VBD|ROOT|4|visit Cuba|NNP|dobj|4||GPE .|.|punct|4
        """,
        'Jimmy Carter --hold position former--> "President" positive actual',
    ),
    case(
        "Deputy Prime Minister Dmitry Rogozin visited Serbia.",
        """
        Deputy|NNP|compound|2 Prime|NNP|compound|2 Minister|NNP|compound|4
        Dmitry|NNP|compound|4||PERSON Rogozin|NNP|nsubj|5||+PERSON visited|VBD|ROOT|5|visit
        Serbia|NNP|dobj|5||GPE .|.|punct|5
        """,
        'Dmitry Rogozin --hold position--> "Deputy Prime Minister" positive actual',
    ),
    case(
        "The late Libyan leader Muammar Gaddafi ruled Libya.",
        """
        The|DT|det|3 late|JJ|amod|3 Libyan|JJ|amod|3||NORP leader|NN|nsubj|6
        Muammar|NNP|compound|5||PERSON Gaddafi|NNP|appos|3||+PERSON ruled|VBD|ROOT|6|rule
        Libya|NNP|dobj|6||GPE .|.|punct|6
        """,
        'Muammar Gaddafi --hold position former--> "Libyan leader" positive actual',
        "Muammar Gaddafi --leader former--> Libyan positive actual",
    ),
    case(
        "President-elect Donald Trump called Taiwan.",
        """
        President|NNP|compound|2 -|HYPH|punct|2 elect|NNP|compound|4
        Donald|NNP|compound|4||PERSON Trump|NNP|nsubj|5||+PERSON called|VBD|ROOT|5|call
        Taiwan|NNP|oprd|5||GPE .|.|punct|5
        """,
        'Donald Trump --hold position incoming--> "President-elect" positive future',
        flaw='"president-elect" is no title',
    ),
    # In apposition, either way round.
    case(
        "Sergei Shoigu, the Russian defense minister, visited Tehran.",
        """
        Sergei|NNP|compound|1||PERSON Shoigu|NNP|nsubj|8||+PERSON ,|,|punct|1 the|DT|det|6
        Russian|JJ|amod|6||NORP defense|NN|compound|6 minister|NN|appos|1 ,|,|punct|1
        visited|VBD|ROOT|8|visit Tehran|NNP|dobj|8||GPE .|.|punct|8
        """,
        "Sergei Shoigu --defense minister--> Russian positive actual",
        'Sergei Shoigu --hold position--> "Russian defense minister" positive actual',
    ),
    case(
        "Syria's president, Bashar Assad, met Putin.",
        """
        Syria|NNP|poss|2||GPE 's|POS|case|0 president|NN|nsubj|7 ,|,|punct|2
        Bashar|NNP|compound|5||PERSON Assad|NNP|appos|2||+PERSON ,|,|punct|2 met|VBD|ROOT|7|meet
        Putin|NNP|dobj|7||PERSON .|.|punct|7
        """,
        'Bashar Assad --hold position--> "president" positive actual',
        "Bashar Assad --president--> Syria positive actual",
    ),
    case(
        "Angela Merkel, the chancellor of Germany, visited Turkey.",
        """
        Angela|NNP|compound|1||PERSON Merkel|NNP|nsubj|8||+PERSON ,|,|punct|1 the|DT|det|4
        chancellor|NN|appos|1 of|IN|prep|4 Germany|NNP|pobj|5||GPE ,|,|punct|1
        visited|VBD|ROOT|8|visit Turkey|NNP|dobj|8||GPE .|.|punct|8
        """,
        "Angela Merkel --chancellor--> Germany positive actual",
        'Angela Merkel --hold position--> "chancellor" positive actual',
    ),
    case(
        "John Limbert, a former ambassador to Iran, taught history.",
        """
        John|NNP|compound|1||PERSON Limbert|NNP|nsubj|9||+PERSON ,|,|punct|1 a|DT|det|5
        former|JJ|amod|5 ambassador|NN|appos|1 to|IN|prep|5 Iran|NNP|pobj|6||GPE ,|,|punct|1
        taught|VBD|ROOT|9|teach history|NN|dobj|9 .|.|punct|9
        """,
        "John Limbert --ambassador former to--> Iran positive actual",
        'John Limbert --hold position former--> "ambassador" positive actual',
    ),
    case(
        "Ban Ki-moon, secretary general of the United Nations, condemned Syria.",
        """
        Ban|NNP|compound|3||PERSON Ki|NNP|compound|3||+PERSON -|HYPH|punct|3||+PERSON
        moon|NNP|nsubj|12||+PERSON ,|,|punct|3 secretary|NN|compound|6 general|NN|appos|3
        of|IN|prep|6 the|DT|det|10||ORG United|NNP|compound|10||+ORG Nations|NNP|pobj|7||+ORG
        ,|,|punct|3 condemned|VBD|ROOT|12|condemn Syria|NNP|dobj|12||GPE .|.|punct|12
        """,
        'Ban Ki-moon --hold position--> "secretary general" positive actual',
        "Ban Ki-moon --secretary general--> United Nations positive actual",
    ),
    case(
        "Anna Reed, a specialist on Russia at the Eurasia Group, advised Kerry.",
        """
        Anna|NNP|compound|1||PERSON Reed|NNP|nsubj|12||+PERSON ,|,|punct|1 a|DT|det|4
        specialist|NN|appos|1 on|IN|prep|4 Russia|NNP|pobj|5||GPE at|IN|prep|4 the|DT|det|10||ORG
        Eurasia|NNP|compound|10||+ORG Group|NNP|pobj|7||+ORG ,|,|punct|1
        advised|VBD|ROOT|12|advise Kerry|NNP|dobj|12||PERSON .|.|punct|12
        """,
        'Anna Reed --hold position--> "specialist" positive actual',
        "Anna Reed --specialist at--> Eurasia Group positive actual",
        "Anna Reed --specialist on--> Russia positive actual",
    ),
    case(
        "IRNA, the Iranian news agency, quoted Rouhani.",
        """
        IRNA|NNP|nsubj|7||ORG ,|,|punct|0 the|DT|det|5 Iranian|JJ|amod|5||NORP news|NN|compound|5
        agency|NN|appos|0 ,|,|punct|0 quoted|VBD|ROOT|7|quote Rouhani|NNP|dobj|7||PERSON
        .|.|punct|7
        """,
        'IRNA --be--> "Iranian news agency" positive actual',
    ),
    case(
        "Jan Novak, a farmer in Poland, sued Shell.",
        """
        Jan|NNP|compound|1||PERSON Novak|NNP|nsubj|8||+PERSON ,|,|punct|1 a|DT|det|4
        farmer|NN|appos|1 in|IN|prep|4 Poland|NNP|pobj|5||GPE ,|,|punct|1 sued|VBD|ROOT|8|sue
        Shell|NNP|dobj|8||ORG .|.|punct|8
        """,
        'Jan Novak --be--> "farmer" positive actual',
        "Jan Novak --lie in--> Poland positive actual",
    ),
    # Kinship is a relation, no position.
    case(
        "Bill Clinton, the husband of Hillary Clinton, visited Haiti.",
        """
        Bill|NNP|compound|1||PERSON Clinton|NNP|nsubj|9||+PERSON ,|,|punct|1 the|DT|det|4
        husband|NN|appos|1 of|IN|prep|4 Hillary|NNP|compound|7||PERSON
        Clinton|NNP|pobj|5||+PERSON ,|,|punct|1 visited|VBD|ROOT|9|visit Haiti|NNP|dobj|9||GPE
        .|.|punct|9
        """,
        "Bill Clinton --husband--> Hillary Clinton positive actual",
    ),
    case(
        "Ivanka Trump is the daughter of Donald Trump.",
        """
        Ivanka|NNP|compound|1||PERSON Trump|NNP|nsubj|2||+PERSON is|VBZ|ROOT|2|be||AUX
        the|DT|det|4 daughter|NN|attr|2 of|IN|prep|4 Donald|NNP|compound|7||PERSON
        Trump|NNP|pobj|5||+PERSON .|.|punct|2
        """,
        "Ivanka Trump --daughter--> Donald Trump positive actual",
    ),
    # Copula, with polarity, modality and source.
    case(
        "Emmanuel Macron is the president of France.",
        """
        Emmanuel|NNP|compound|1||PERSON Macron|NNP|nsubj|2||+PERSON is|VBZ|ROOT|2|be||AUX
        the|DT|det|4 president|NN|attr|2 of|IN|prep|4 France|NNP|pobj|5||GPE .|.|punct|2
        """,
        'Emmanuel Macron --hold position--> "president" positive actual',
        "Emmanuel Macron --president--> France positive actual",
    ),
    case(
        "Hillary Clinton was secretary of state.",
        """
        Hillary|NNP|compound|1||PERSON Clinton|NNP|nsubj|2||+PERSON was|VBD|ROOT|2|be||AUX
        secretary|NN|attr|2 of|IN|prep|3 state|NN|pobj|4 .|.|punct|2
        """,
        'Hillary Clinton --hold position former--> "secretary of state" positive actual',
    ),
    case(
        "Lee said that she was the head of Kell.",  # the tense is that of saying
        """
        Lee|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say that|IN|mark|4 she|PRP|nsubj|4
        was|VBD|ccomp|1|be||AUX the|DT|det|6 head|NN|attr|4 of|IN|prep|6 Kell|NNP|pobj|7||ORG
        .|.|punct|1
        """,
        "Lee --head--> Kell positive actual, Lee (said)",
        'Lee --hold position--> "head" positive actual, Lee (said)',
    ),
    case(
        "Dara Holt, the former finance director of Kell, left.",  # of a part, and no more
        """
        Dara|NNP|compound|1||PERSON Holt|NNP|nsubj|10||+PERSON ,|,|punct|1 the|DT|det|6
        former|JJ|amod|6 finance|NN|compound|6 director|NN|appos|1 of|IN|prep|6
        Kell|NNP|pobj|7||ORG ,|,|punct|1 left|VBN|ROOT|10|leave .|.|punct|10
        """,
        "Dara Holt --director former subordinate--> Kell positive actual",
        'Dara Holt --hold position former subordinate--> "finance director" positive actual',
    ),
    case(
        "Dara Holt served as mayor of Leeds.",
        """
        Dara|NNP|compound|1||PERSON Holt|NNP|nsubj|2||+PERSON served|VBD|ROOT|2|serve
        as|IN|prep|2 mayor|NN|pobj|3 of|IN|prep|4 Leeds|NNP|pobj|5||GPE .|.|punct|2
        """,
        'Dara Holt --hold position former--> "mayor" positive actual',
        "Dara Holt --mayor former--> Leeds positive actual",
    ),
    case(
        "Karim, the shadow governor of Tarsk, died.",  # Tarsk has another one
        """
        Karim|NNP|nsubj|8||PERSON ,|,|punct|0 the|DT|det|4 shadow|NN|compound|4
        governor|NN|appos|0 of|IN|prep|4 Tarsk|NNP|pobj|5||GPE ,|,|punct|0 died|VBD|ROOT|8|die
        .|.|punct|8
        """,
        'Karim --hold position subordinate--> "shadow governor" positive actual',
    ),
    case(
        "Orr, the self-styled president of Mali, fled.",
        """
        Orr|NNP|nsubj|10||PERSON ,|,|punct|0 the|DT|det|6 self|NN|npadvmod|5 -|HYPH|punct|5
        styled|VBN|amod|6|style president|NN|appos|0 of|IN|prep|6 Mali|NNP|pobj|7||GPE
        ,|,|punct|0 fled|VBD|ROOT|10|flee .|.|punct|10
        """,
    ),
    case(
        "Ahmed will be the president of Egypt.",
        """
        Ahmed|NNP|nsubj|2||PERSON will|MD|aux|2 be|VB|ROOT|2|||AUX the|DT|det|4
        president|NN|attr|2 of|IN|prep|4 Egypt|NNP|pobj|5||GPE .|.|punct|2
        """,
        'Ahmed --hold position--> "president" positive future',
        "Ahmed --president--> Egypt positive future",
    ),
    case(
        "Ahmed is not the president of Egypt.",
        """
        Ahmed|NNP|nsubj|1||PERSON is|VBZ|ROOT|1|be||AUX not|RB|neg|1|||PART the|DT|det|4
        president|NN|attr|1 of|IN|prep|4 Egypt|NNP|pobj|5||GPE .|.|punct|1
        """,
        'Ahmed --hold position--> "president" negative actual',
        "Ahmed --president--> Egypt negative actual",
    ),
    case(
        "Kerry said Ahmed was the president of Egypt.",
        """
        Kerry|NNP|nsubj|1||PERSON said|VBD|ROOT|1|say Ahmed|NNP|nsubj|3||PERSON
        was|VBD|ccomp|1|be||AUX the|DT|det|5 president|NN|attr|3 of|IN|prep|5
        Egypt|NNP|pobj|6||GPE .|.|punct|1
        """,
        'Ahmed --hold position--> "president" positive actual, Kerry (said)',
        "Ahmed --president--> Egypt positive actual, Kerry (said)",
    ),
    case(
        "Jordan is an ally of Israel.",
        """
        Jordan|NNP|nsubj|1||GPE is|VBZ|ROOT|1|be||AUX an|DT|det|3 ally|NN|attr|1 of|IN|prep|3
        Israel|NNP|pobj|4||GPE .|.|punct|1
        """,
        "Jordan --ally--> Israel positive actual",
    ),
    # Lists of posts, also of those that parsers hang elsewhere.
    case(
        "Ann Lee is a lawyer, chairman of Tolvane, and former head of Kestrel.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON is|VBZ|ROOT|2|be||AUX a|DT|det|4
        lawyer|NN|attr|2 ,|,|punct|4 chairman|NN|appos|4 of|IN|prep|6 Tolvane|NNP|pobj|7||ORG
        ,|,|punct|4 and|CC|cc|4 former|JJ|amod|12 head|NN|conj|4 of|IN|prep|12
        Kestrel|NNP|pobj|13||ORG .|.|punct|2
        """,
        "Ann Lee --chairman--> Tolvane positive actual",
        "Ann Lee --head former--> Kestrel positive actual",
        'Ann Lee --hold position--> "chairman" positive actual',
        'Ann Lee --hold position--> "lawyer" positive actual',
        'Ann Lee --hold position former--> "head" positive actual',
    ),
    case(
        "Ann Lee, director of Tolvane, chairman of Kestrel, left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|11||+PERSON ,|,|punct|1 director|NN|appos|1
        of|IN|prep|3 Tolvane|NNP|pobj|4||ORG ,|,|punct|5 chairman|NN|appos|5 of|IN|prep|7
        Kestrel|NNP|pobj|8||ORG ,|,|punct|1 left|VBD|ROOT|11|leave .|.|punct|11
        """,
        "Ann Lee --chairman--> Kestrel positive actual",
        "Ann Lee --director--> Tolvane positive actual",
        'Ann Lee --hold position--> "chairman" positive actual',
        'Ann Lee --hold position--> "director" positive actual',
    ),
    # The head of Tolvane is Ann Lee; Ann Lee leaves to become one.
    case(
        "The head of Tolvane is Ann Lee.",
        """
        The|DT|det|1 head|NN|nsubj|4 of|IN|prep|1 Tolvane|NNP|pobj|2||ORG is|VBZ|ROOT|4|be||AUX
        Ann|NNP|compound|6||PERSON Lee|NNP|attr|4||+PERSON .|.|punct|4
        """,
        "Ann Lee --head--> Tolvane positive actual",
        'Ann Lee --hold position--> "head" positive actual',
    ),
    case(
        "Ann Lee left Tolvane to become a minister.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON left|VBD|ROOT|2|leave
        Tolvane|NNP|dobj|2||ORG to|TO|aux|5 become|VB|xcomp|2 a|DT|det|7 minister|NN|attr|5
        .|.|punct|2
        """,
        'Ann Lee --hold position--> "minister" positive intended',
    ),
    # Relatives that somebody has.
    case(
        "Bob Reed has two children, Ann and Carl.",
        """
        Bob|NNP|compound|1||PERSON Reed|NNP|nsubj|2||+PERSON has|VBZ|ROOT|2|have
        two|CD|nummod|4||CARDINAL children|NNS|dobj|2|child ,|,|punct|4 Ann|NNP|appos|4||PERSON
        and|CC|cc|6 Carl|NNP|conj|6||PERSON .|.|punct|2
        """,
        "Ann --child--> Bob Reed positive actual",
        "Carl --child--> Bob Reed positive actual",
    ),
    # A body before a person or another body.
    case(
        "Harvard mathematician Ann Lee left.",
        """
        Harvard|NNP|compound|1||ORG mathematician|NN|compound|3 Ann|NNP|compound|3||PERSON
        Lee|NNP|nsubj|4||+PERSON left|VBD|ROOT|4|leave .|.|punct|4
        """,
        "Ann Lee --be of--> Harvard positive actual",
    ),
    case(
        "Harlow College (HC) professor Ann Lee left.",
        """
        Harlow|NNP|compound|1||ORG College|NNP|nmod|5||+ORG (|-LRB-|punct|3 HC|NNP|appos|1
        )|-RRB-|punct|3 professor|NN|compound|7 Ann|NNP|compound|7||PERSON
        Lee|NNP|nsubj|8||+PERSON left|VBD|ROOT|8|leave .|.|punct|8
        """,
        'Ann Lee --hold position--> "professor" positive actual',
        "Ann Lee --professor--> Harlow College positive actual",
    ),
    case(
        "Tolvane's subsidiary Kestrel Media closed.",
        """
        Tolvane|NNP|poss|4||ORG 's|POS|case|0 subsidiary|NN|compound|4
        Kestrel|NNP|compound|4||ORG Media|NNP|nsubj|5||+ORG closed|VBD|ROOT|5|close .|.|punct|5
        """,
        "Kestrel Media --subsidiary--> Tolvane positive actual",
    ),
    # A noun that the lexicon lacks says of a person what nationality it has.
    case(
        "Ann Lee is a Norwegian judoka.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON is|VBZ|ROOT|2|be||AUX a|DT|det|5
        Norwegian|JJ|amod|5||NORP judoka|NN|attr|2 .|.|punct|2
        """,
        "Ann Lee --be national--> Norwegian positive actual",
    ),
    # No title: a question, a verb that looks like one.
    case(
        "Is Ahmed the president of Egypt?",
        """
        Is|VBZ|ROOT|0|be||AUX Ahmed|NNP|nsubj|0||PERSON the|DT|det|3 president|NN|appos|1
        of|IN|prep|3 Egypt|NNP|pobj|4||GPE ?|.|punct|0
        """,
    ),
    case(
        "Iran armed Assad.",
        """
        Iran|NNP|nsubj|1||GPE armed|VBD|ROOT|1|arm Assad|NNP|dobj|1||PERSON .|.|punct|1
        """,
    ),
    case(
        "The court judged Navalny.",
        """
        The|DT|det|1 court|NN|nsubj|2 judged|VBD|ROOT|2|judge Navalny|NNP|dobj|2||PERSON
        .|.|punct|2
        """,
    ),
    case(
        "Russia hosted Assad.",
        """
        Russia|NNP|nsubj|1||GPE hosted|VBD|ROOT|1|host Assad|NNP|dobj|1||PERSON .|.|punct|1
        """,
    ),
    # Before the name, behind it in brackets, or of several.
    case(
        "A resident of Leeds, Ann Lee is a doctor.",
        """
        A|DT|det|1 resident|NN|advcl|7 of|IN|prep|1 Leeds|NNP|pobj|2||GPE ,|,|punct|7
        Ann|NNP|compound|6||PERSON Lee|NNP|nsubj|7||+PERSON is|VBZ|ROOT|7|be||AUX a|DT|det|9
        doctor|NN|attr|7 .|.|punct|7
        """,
        'Ann Lee --hold position--> "doctor" positive actual',
        "Ann Lee --resident--> Leeds positive actual",
    ),
    case(
        "As chairman of Tolvane, Ann Lee left.",
        """
        As|IN|prep|7 chairman|NN|pobj|0 of|IN|prep|1 Tolvane|NNP|pobj|2||ORG ,|,|punct|7
        Ann|NNP|compound|6||PERSON Lee|NNP|nsubj|7||+PERSON left|VBD|ROOT|7|leave .|.|punct|7
        """,
        "Ann Lee --chairman--> Tolvane positive actual",
        'Ann Lee --hold position--> "chairman" positive actual',
    ),
    # Who would do it as chairman is none yet.
    case(
        "As chairman of Tolvane, Ann Lee would leave.",
        """
        As|IN|prep|8 chairman|NN|pobj|0 of|IN|prep|1 Tolvane|NNP|pobj|2||GPE ,|,|punct|8
        Ann|NNP|compound|6||PERSON Lee|NNP|nsubj|8||+PERSON would|MD|aux|8 leave|VB|ROOT|8
        .|.|punct|8
        """,
    ),
    case(
        "Ann Lee (Bob Lee's daughter) left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|8||+PERSON (|-LRB-|punct|1
        Bob|NNP|compound|4||PERSON Lee|NNP|poss|6||+PERSON 's|POS|case|4||+PERSON
        daughter|NN|appos|1 )|-RRB-|punct|1 left|VBD|ROOT|8|leave .|.|punct|8
        """,
        "Ann Lee --daughter--> Bob Lee positive actual",
    ),
    case(
        "Ann Lee was a writer and the daughter of Bob Lee.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON was|VBD|ROOT|2|be||AUX a|DT|det|4
        writer|NN|attr|2 and|CC|cc|4 the|DT|det|7 daughter|NN|conj|4 of|IN|prep|7
        Bob|NNP|compound|10||PERSON Lee|NNP|pobj|8||+PERSON .|.|punct|2
        """,
        "Ann Lee --daughter--> Bob Lee positive actual",
        'Ann Lee --hold position former--> "writer" positive actual',
    ),
    case(
        "Ann Lee, one of the founders of Tolvane, left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|10||+PERSON ,|,|punct|1 one|CD|appos|1||CARDINAL
        of|IN|prep|3 the|DT|det|6 founders|NNS|pobj|4|founder of|IN|prep|6 Tolvane|NNP|pobj|7||ORG
        ,|,|punct|1 left|VBD|ROOT|10|leave .|.|punct|10
        """,
        "Ann Lee --founder--> Tolvane positive actual",
    ),
    case(
        "Ann Lee and Bob Ray (both Labour Party candidates) left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|11||+PERSON and|CC|cc|1
        Bob|NNP|compound|4||PERSON Ray|NNP|conj|1||+PERSON (|-LRB-|punct|1 both|DT|det|9
        Labour|NNP|compound|8||ORG Party|NNP|compound|9||+ORG candidates|NNS|appos|1|candidate
        )|-RRB-|punct|1 left|VBD|ROOT|11|leave .|.|punct|11
        """,
        "Ann Lee --candidate--> Labour Party positive actual",
        'Ann Lee --hold position--> "candidates" positive actual',
        "Bob Ray --candidate--> Labour Party positive actual",
        'Bob Ray --hold position--> "candidates" positive actual',
    ),
    case(
        "Tolvane Media in Leeds, a subsidiary of Harlow Group, left.",
        """
        Tolvane|NN|compound|1||ORG Media|NNP|nsubj|11||+ORG in|IN|prep|1 Leeds|NNP|pobj|2||GPE
        ,|,|punct|1 a|DT|det|6 subsidiary|NN|appos|3 of|IN|prep|6 Harlow|NNP|compound|9||ORG
        Group|NNP|pobj|7||+ORG ,|,|punct|1 left|VBD|ROOT|11|leave .|.|punct|11
        """,
        "Tolvane Media --subsidiary--> Harlow Group positive actual",
    ),
    case(
        "Ann Lee lives with her husband Bob and son Peter.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON lives|VBZ|ROOT|2|live with|IN|prep|2
        her|PRP$|poss|5 husband|NN|pobj|3 Bob|NNP|appos|5||PERSON and|CC|cc|5 son|NN|conj|5
        Peter|NNP|appos|8||PERSON .|.|punct|2
        """,
        "Bob --husband--> Ann Lee positive actual",
        "Peter --son--> Ann Lee positive actual",
    ),
    case(
        "Bob Lee and his wife Ann live there with their children, Tom and Eve.",
        """
        Bob|NNP|compound|1||PERSON Lee|NNP|nsubj|6||+PERSON and|CC|cc|1 his|PRP$|poss|4
        wife|NN|conj|1 Ann|NNP|appos|4||PERSON live|VBP|ROOT|6 there|RB|advmod|6 with|IN|prep|6
        their|PRP$|poss|10 children|NNS|pobj|8|child ,|,|punct|10 Tom|NNP|conj|10||PERSON
        and|CC|cc|12 Eve|NNP|conj|12||PERSON .|.|punct|6
        """,
        "Ann --wife--> Bob Lee positive actual",
        "Eve --child--> Ann positive actual",
        "Eve --child--> Bob Lee positive actual",
        "Tom --child--> Ann positive actual",
        "Tom --child--> Bob Lee positive actual",
    ),
    case(
        "Tolvane Media wants money for parent company Harlow Group.",
        """
        Tolvane|NN|compound|1||ORG Media|NNP|nsubj|2||+ORG wants|VBZ|ROOT|2|want money|NN|dobj|2
        for|IN|prep|2 parent|NN|compound|6 company|NN|compound|8 Harlow|NNP|compound|8||ORG
        Group|NNP|pobj|4||+ORG .|.|punct|2
        """,
        "Harlow Group --parent company--> Tolvane Media positive actual",
    ),
    case(
        "Tom Berg and wife Ann left.",
        """
        Tom|NNP|compound|1||PERSON Berg|NNP|nsubj|5||+PERSON and|CC|cc|1 wife|NN|compound|4
        Ann|NNP|conj|1||PERSON left|VBD|ROOT|5|leave .|.|punct|5
        """,
        "Ann --wife--> Tom Berg positive actual",
    ),
    case(
        "Tolvane Media named Ann Lee as its chief executive.",
        """
        Tolvane|NN|compound|1||ORG Media|NNP|nsubj|2||+ORG named|VBD|ROOT|2|name
        Ann|NNP|compound|4||PERSON Lee|NNP|oprd|2||+PERSON as|IN|prep|2 its|PRP$|poss|8
        chief|JJ|amod|8 executive|NN|pobj|5 .|.|punct|2
        """,
        "Ann Lee --chief executive--> Tolvane Media positive actual",
        'Ann Lee --hold position--> "chief executive" positive actual',
    ),
    case(
        "Tolvane Media named Ann Lee chief executive.",
        """
        Tolvane|NN|compound|1||ORG Media|NNP|nsubj|2||+ORG named|VBD|ROOT|2|name
        Ann|NNP|nmod|4||PERSON Lee|NNP|nmod|6||+PERSON chief|JJ|amod|6 executive|NN|dobj|2
        .|.|punct|2
        """,
        "Ann Lee --chief executive--> Tolvane Media positive actual",
        'Ann Lee --hold position--> "chief executive" positive actual',
    ),
    case(
        "Bob Lee, whose father Tom Lee was a painter, left.",
        """
        Bob|NNP|compound|1||PERSON Lee|NNP|nsubj|11||+PERSON ,|,|punct|1 whose|WP$|poss|4
        father|NN|compound|6 Tom|NNP|compound|6||PERSON Lee|NNP|nsubj|7||+PERSON
        was|VBD|relcl|1|be||AUX a|DT|det|9 painter|NN|attr|7 ,|,|punct|7 left|VBD|ROOT|11|leave
        .|.|punct|11
        """,
        "Tom Lee --father--> Bob Lee positive actual",
    ),
    case(
        "Ann Lee, 45, of Leeds, left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|8||+PERSON ,|,|punct|1 45|CD|appos|1||DATE
        ,|,|punct|1 of|IN|prep|1 Leeds|NNPS|pobj|5||GPE ,|,|punct|1 left|VBD|ROOT|8|leave
        .|.|punct|8
        """,
        "Ann Lee --be of--> Leeds positive actual",
    ),
    case(
        "Ann Lee is a Swede.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON is|VBZ|ROOT|2|be||AUX a|DT|det|4
        Swede|NN|attr|2||NORP .|.|punct|2
        """,
        "Ann Lee --be national--> Swede positive actual",
    ),
    case(
        "Ann Lee was President & CEO of Tolvane.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON was|VBD|ROOT|2|be||AUX
        President|NNP|attr|2||ORG &|CC|cc|3||+ORG CEO|NNP|conj|3||+ORG of|IN|prep|3
        Tolvane|NNP|pobj|6||ORG .|.|punct|2
        """,
        "Ann Lee --ceo former--> Tolvane positive actual",
        'Ann Lee --hold position former--> "CEO" positive actual',
        'Ann Lee --hold position former--> "President" positive actual',
        "Ann Lee --president former--> Tolvane positive actual",
    ),
    case(
        "Originally from Leeds, Ann Lee studied law.",
        """
        Originally|RB|advmod|1 from|IN|prep|6 Leeds|NNPS|pobj|1||GPE ,|,|punct|6
        Ann|NNP|compound|5||PERSON Lee|NNP|nsubj|6||+PERSON studied|VBD|ROOT|6|study law|NN|dobj|6
        .|.|punct|6
        """,
        "Ann Lee --be from--> Leeds positive actual",
    ),
    case(
        "Ann Lee, originally from Leeds, left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|7||+PERSON ,|,|punct|1 originally|RB|advmod|4
        from|IN|prep|1 Leeds|NNPS|pobj|4||GPE ,|,|punct|1 left|VBD|ROOT|7|leave .|.|punct|7
        """,
        "Ann Lee --be from--> Leeds positive actual",
    ),
    case(
        "Ann Lee flew from Leeds.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON flew|VBD|ROOT|2|fly from|IN|prep|2
        Leeds|NNPS|pobj|3||GPE .|.|punct|2
        """,
    ),
    case(
        "Ann Lee (tennis) and Bob Ray (golf) left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|11||+PERSON (|-LRB-|punct|1 tennis|NN|appos|1
        )|-RRB-|punct|1 and|CC|cc|1 Bob|NNP|compound|7||PERSON Ray|NNP|conj|1||+PERSON
        (|-LRB-|punct|7 golf|NN|appos|7 )|-RRB-|punct|7 left|VBD|ROOT|11|leave .|.|punct|11
        """,
    ),
    case(
        "Ann Lee, a Swede, left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|6||+PERSON ,|,|punct|1 a|DT|det|4
        Swede|NN|appos|1||NORP ,|,|punct|1 left|VBD|ROOT|6|leave .|.|punct|6
        """,
        "Ann Lee --be national--> Swede positive actual",
    ),
    case(
        "Ann Lee was the wife of Osman I of Leeds.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON was|VBD|ROOT|2|be||AUX the|DT|det|4
        wife|NN|attr|2 of|IN|prep|4 Osman|NNP|compound|7||PERSON I|NNP|pobj|5 of|IN|prep|7
        Leeds|NNP|pobj|8||GPE .|.|punct|2
        """,
        "Ann Lee --wife--> Osman I positive actual",
    ),
    case(
        "Ann Lee of Harlow Group and Tolvane Media left.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|8||+PERSON of|IN|prep|1
        Harlow|NNP|compound|4||ORG Group|NNP|pobj|2||+ORG and|CC|cc|4 Tolvane|NNP|compound|7||ORG
        Media|NNP|conj|4||+ORG left|VBD|ROOT|8|leave .|.|punct|8
        """,
        "Ann Lee --be of--> Harlow Group positive actual",
        "Ann Lee --be of--> Tolvane Media positive actual",
    ),
    # Counted posts.
    case(
        "Harlow freed Ann Lee, the first president of Mali.",
        """
        Harlow|NNP|nsubj|1||PERSON freed|VBD|ROOT|1|free Ann|NNP|compound|3||PERSON
        Lee|NNP|dobj|1||+PERSON ,|,|punct|3 the|DT|det|7 first|JJ|amod|7||ORDINAL
        president|NN|appos|3 of|IN|prep|7 Mali|NNP|pobj|8||GPE .|.|punct|1
        """,
    ),
    case(
        "Ann Lee was the first president of Mali.",
        """
        Ann|NNP|compound|1||PERSON Lee|NNP|nsubj|2||+PERSON was|VBD|ROOT|2|be||AUX the|DT|det|5
        first|JJ|amod|5||ORDINAL president|NN|attr|2 of|IN|prep|5 Mali|NNP|pobj|6||GPE .|.|punct|2
        """,
        'Ann Lee --hold position former--> "first president" positive actual',
        "Ann Lee --president former--> Mali positive actual",
    ),
    case(
        "He met Bob Orr, the third son of Ann Lee.",
        """
        He|PRP|nsubj|1 met|VBD|ROOT|1|meet Bob|NNP|compound|3||PERSON Orr|NNP|dobj|1||+PERSON
        ,|,|punct|3 the|DT|det|7 third|JJ|amod|7||ORDINAL son|NN|appos|3 of|IN|prep|7
        Ann|NNP|compound|10||PERSON Lee|NNP|pobj|8||+PERSON .|.|punct|1
        """,
        "Bob Orr --son--> Ann Lee positive actual",
    ),
    # Who is no such thing.
    case(
        "Mali is led by Tom Berg, an accusation.",
        """
        Mali|NNP|nsubjpass|2||GPE is|VBZ|auxpass|2|be||AUX led|VBN|ROOT|2|lead by|IN|agent|2
        Tom|NNP|compound|5||PERSON Berg|NNP|pobj|3||+PERSON ,|,|punct|5 an|DT|det|8
        accusation|NN|appos|5 .|.|punct|2
        """,
    ),
    case(
        "The widow of the mayor, Ann Lee, met Tom Berg.",
        """
        The|DT|det|1 widow|NN|nsubj|9 of|IN|prep|1 the|DT|det|4 mayor|NN|pobj|2 ,|,|punct|4
        Ann|NNP|compound|7||PERSON Lee|NNP|appos|4||+PERSON ,|,|punct|4 met|VBD|ROOT|9|meet
        Tom|NNP|compound|11||PERSON Berg|NNP|dobj|9||+PERSON .|.|punct|9
        """,
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_titles(one: Case) -> None:
    assert read(one, titles) == sorted(one.expected)
