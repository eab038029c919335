"""A graph in which every text is hostile to a web page. What may go in: that graph."""

from __future__ import annotations

from dataclasses import replace

from kg.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Evidence,
    Graph,
    Relation,
    Span,
    Statement,
    Surface,
    Time,
    Value,
)
from kg.namespaces import DEFAULT_BASE, KG

SCRIPT = "<script>alert('kg')</script>"
HANDLER = "\"><img src=x onerror=alert(1)>' onmouseover='alert(2)"
BROKEN = "</title></textarea></style><b><!-- ]]> &lt;i&gt; {{ 7 * 7 }} {% raw %}"
CONTROL = "bell \x07 null \x00 \x1b[31m \u202egnp.exe \ufffe \ud800 end"
LINK = "javascript:alert(document.domain)"
LONG = "long " * 20_000  # 100 kB
TEXTS = (SCRIPT, HANDLER, BROKEN, CONTROL, LINK, LONG)
ARTICLE = "../../etc/passwd?x=1&y=\"'<script>#at-3"

_BODY = f"{SCRIPT} meets {HANDLER} and {BROKEN}.\n\n{CONTROL} says {LINK}."


def _entity(number: int, text: str) -> Entity:
    return Entity(
        id=f"{DEFAULT_BASE}entity/person/{number}",
        label=text,
        type="Person" if number % 2 else SCRIPT,
        aliases=(*TEXTS[:3], f"alias {number}"),
        external=(LINK, "https://x.example/<b>", "data:text/html,<script>alert(1)</script>"),
        identity=(
            ("merged", SCRIPT),
            ("apart", f"from <{DEFAULT_BASE}entity/person/0>: {HANDLER}"),
        ),
    )


ENTITIES = tuple(_entity(number, text) for number, text in enumerate(TEXTS))


def _statement(number: int, **fields: object) -> Statement:
    subject, other = ENTITIES[number % len(TEXTS)], ENTITIES[(number + 1) % len(TEXTS)]
    start, end = 0, len(SCRIPT) + 10
    evidence = Evidence(
        article=ARTICLE,
        start=start,
        end=end,
        text=_BODY[start:end],
        rule=SCRIPT,
        subject=Span(start=0, end=len(SCRIPT), text=SCRIPT),
        object=Span(start=4, end=end - 2, text=_BODY[4 : end - 2]),
        surface=Surface(subject=SCRIPT, relation=HANDLER, arguments=(BROKEN, LONG)),
        confidence=0.5,
        links=(("subject", HANDLER), (SCRIPT, BROKEN)),
    )
    given = {
        "object": other,
        "roles": ((SCRIPT, ENTITIES[3]),),
        "attribution": Attribution(entity=ENTITIES[2], text=SCRIPT, cue=HANDLER),
        "time": Time(value="2016", start="2016-01-01", end="2016-12-31", text=SCRIPT),
        "event": Event(id="https://x.example/e", type=SCRIPT),
        "published": "2016-08-16",
        "evidence": (evidence,),
        "sources": ((ARTICLE,),),
    }
    return Statement(
        id=f"{number:016x}",
        subject=subject,
        relation=Relation(id=f"{KG}hostile_{number}", label=TEXTS[number % len(TEXTS)]),
        **{**given, **fields},  # type: ignore[arg-type]
    )


HOSTILE = Graph(
    articles=(
        Article.of(
            id=ARTICLE, text=_BODY, title=BROKEN, published="2016-08-16", source=SCRIPT, url=LINK
        ),
    ),
    entities=ENTITIES,
    statements=(
        *(_statement(number) for number in range(len(TEXTS))),
        _statement(10, polarity="negative", object=Value(label=SCRIPT)),
        _statement(11, modality="intended", object=None, inferred=True, premises=("f" * 16,)),
        _statement(12, inferred=True, premises=(f"{0:016x}", f"{12:016x}")),
    ),
    base=DEFAULT_BASE,
    version=SCRIPT,
    model=HANDLER,
)


def _writable(entity: Entity) -> Entity:
    """The entity with a class and addresses that RDF can hold."""
    return replace(entity, type="Person", external=(LINK,))


WRITABLE = replace(
    HOSTILE,
    entities=tuple(map(_writable, ENTITIES)),
    statements=tuple(replace(one, event=None) for one in HOSTILE.statements),
)
