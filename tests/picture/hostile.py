"""A graph whose every text is an attack on whoever shows it. What may go in: that graph."""

from __future__ import annotations

from kg.model import (
    Article,
    Attribution,
    Entity,
    Evidence,
    Graph,
    Relation,
    Span,
    Statement,
    Value,
)
from kg.namespaces import DEFAULT_BASE, KG

ATTACKS = (
    "<script>document.title='hit'</script>",
    "<img src=x onerror=\"document.title='hit'\">",
    "</script><svg onload=\"document.title='hit'\">",
    "javascript:document.title='hit'",
    "\"><b onmouseover='document.title=1'>x",
    "]]><!-- --><style>*{display:none}</style>&amp;&#60;",
    "{{ 7*7 }} {% raw %} ${7*7}",
    "$\\frac{broken$ _^",
    "a\x00\x08\x1b[31m\ud83d \u202e\u2028 \ufffe z",
    "long " + "wwwwwwwwww" * 3000,
    "العربية 伊朗 Ελλάδα e\u0301",
)


def hostile_graph() -> Graph:
    """Make a statement of each attack: as subject, object, relation, source, role and sentence."""
    statements = []
    entities = [
        Entity(
            id=f"{DEFAULT_BASE}entity/{i}\"><script>document.title='hit'</script>",
            label=attack,
            type=("Person", "Country", "Organization", attack)[i % 4],
            aliases=(attack,),
        )
        for i, attack in enumerate(ATTACKS)
    ]
    for i, attack in enumerate(ATTACKS):
        words = f"{attack} met {attack}"
        evidence = Evidence(
            article=_id(attack),
            start=0,
            end=len(words),
            text=words,
            rule=attack,
            subject=Span(start=0, end=len(attack), text=attack),
            object=None,
            surface=None,
            confidence=0.5,
        )
        other = entities[(i + 1) % len(entities)]
        statements.append(
            Statement(
                id=f"{i:016x}",
                subject=entities[i],
                relation=Relation(id=KG + "meets", label=attack),
                object=other if i % 3 else Value(label=attack),
                roles=((attack, other),),
                attribution=Attribution(entity=other, text=attack, cue=attack),
                evidence=(evidence,),
                sources=((_id(attack),),),
            )
        )
    articles = tuple(
        Article.of(id=_id(attack), text=f"{attack} met {attack}", title=attack, url=attack)
        for attack in ATTACKS
    )
    return Graph(
        articles=articles,
        entities=tuple(entities),
        statements=tuple(statements),
        base=DEFAULT_BASE,
    )


def _id(attack: str) -> str:
    """An id of an article holds no half of a pair."""
    return attack.encode("utf-8", "replace").decode()
