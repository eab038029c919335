"""Texts that try to be something else, and a graph with one of them wherever a text can be.

What may go in: only these.
"""

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
    Surface,
    Time,
)
from kg.namespaces import DEFAULT_BASE, nominal_iri, relation_iri
from tests.export.graphs import with_sources

HOSTILE = {
    "quotes": "\" ' ` \"\"\" ''' “”",
    "backslashes": '\\ \\\\ \\n \\" \\u0022 \\U00000022 C:\\users ends in \\',
    "sparql": '" . } } ; DROP ALL ; INSERT DATA { <a:b> <a:b> "x" } # \' > ?s',
    "cypher": "'}) DETACH DELETE n; MATCH (n) DELETE n // `",
    "sql": "'; DROP TABLE nodes; --",
    "csv": '=HYPERLINK("http://x.example"),a;b\r\n,"",',
    "html": "<script>alert('run')</script> &amp; &#x41; <![CDATA[x]]> ]]> --> <!ENTITY x 'y'>",
    "dot": "\\N \\G }; a -> b [label=<<b>x</b>>]",
    "lines": "line\nfeed\r\nreturn\rtab\t\x0b\x0c\x85\u2028\u2029end",
    "controls": "".join(map(chr, range(1, 32))) + "\x7f\x9b31m",
    "null": "a\x00b",
    "terminal": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x08\x08 \rover",
    "right to left": "\u202eevil\u202c مرحبا \u2066x\u2069 שלום",
    "emoji": "👩‍👩‍👧 🇮🇷 🛫 e\u0301 \ufeff \U0010fffd",
    "halves": "\ud800 half, \udfff half",
    "no characters": "\ufffe\uffff\ufdd0",
    "spaces": "  two  \u00a0 spaces ",
    "placeholders": "%s {0} {x} ${x} $1 $text {{x}} <% x %>",
    "json": '{"@id": "x"} [] null',
    "long": "long \" ' \\ < & " * 7_000,  # above 100 kB
}

IRAN = Entity(id=f"{DEFAULT_BASE}entity/country/iran", label="Iran", type="Country")


def hostile_graph(text: str) -> Graph:
    """Give a graph with a text as title, text, label, alias, role's label, claim and evidence.

    Example:
        >>> hostile_graph("'").statements[0].subject.label
        "'"
    """
    article = Article.of(
        id="hostile", text=f"{text}.", title=text, published="2016-08-16", source=text
    )
    label = text if text.strip() else "blank"
    odd = Entity(
        id=nominal_iri(DEFAULT_BASE, "hostile", "odd"),
        label=label,
        type="Person",
        aliases=(text,),
        identity=(("apart", text),),
    )
    words = Span(start=0, end=len(text), text=text)
    evidence = Evidence(
        article=article.id,
        start=0,
        end=len(article.text),
        text=article.text,
        rule="clause.active",
        subject=words,
        object=words,
        surface=Surface(subject=text, relation=text, arguments=(text, text)),
        confidence=0.5,
        links=(("subject", text),),
    )
    statement = Statement(
        id="0" * 16,
        subject=odd,
        relation=Relation(id=relation_iri("hosts"), label="hosts"),
        object=IRAN,
        roles=(("with", odd),),
        attribution=Attribution(entity=odd, text=text, cue=text),
        time=Time(value="2016-08", start="2016-08-01", end="2016-08-31", text=text),
        published="2016-08-16",
        evidence=(evidence,),
    )
    return Graph(
        articles=(article,),
        entities=(odd, IRAN),
        statements=(with_sources(statement, ()),),
        base=DEFAULT_BASE,
        version="0.1.0",
        model="none",
    )
