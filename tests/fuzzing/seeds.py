"""Good files of every kind, which fuzzing changes. What may go in: small files that are read."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

_STORY = (
    "Russia launched bombers on Tuesday from the Hamadan air base in Iran, the Russian Defense"
    " Ministry said.\n\n“We did not ask,” Ines Calloway, the director of Halvert Museum, said.\n"
)
_ROW = {
    "id": "a/1",
    "text": _STORY,
    "title": "A base",
    "date": "2016-08-16",
    "source": "Wire",
    "url": "https://wire.example/a?b=c#d",
}

ARTICLES: dict[str, list[bytes]] = {
    ".txt": [
        f"---\ntitle: 'A base: two'\ndate: August 16, 2016\nlang: en\n---\n{_STORY}".encode(),
        _STORY.encode(),
    ],
    ".md": [
        (
            b'---\ntitle: x\n---\n# A *base*\n\nIran **hosts** [Russia](ru.html "t") ![a](b.png)'
            b" `x` <https://a.example> ~~not~~ [^1].\n\n> quoted\n> more\n\n- one\n- two\n  three\n"
            b"\n1. first\n\n```py\ncode\n```\n\n| a | b |\n|---|---|\n\n    indented\n\n"
            b"Heading\n=======\n\n<!-- gone -->\n\n[^1]: note\n\n***\n\n&amp; \\* end.\n"
        )
    ],
    ".html": [
        (
            "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>A base</title>"
            "<meta property='article:published_time' content='2016-08-16T09:00:00Z'>"
            "<meta property='og:site_name' content='Wire'><link rel='canonical'"
            " href='https://wire.example/a'></head><body><nav>Home</nav><article><h1>A base</h1>"
            f"<p>{_STORY}</p><p>Iran <b>denied</b> it<br>on Wednesday, said &quot;Kerry&quot;.</p>"
            "<table><tr><td>x</td></tr></table><script>var a = '<p>';</script></article></body>"
            "</html>"
        ).encode(),
        "<meta charset=windows-1251><p>Россия сказала: “no”, and left on Tuesday.</p>".encode(
            "cp1251", "replace"
        ),
    ],
    ".json": [
        json.dumps([_ROW, {"text": "Rain fell.", "id": 7}]).encode(),
        json.dumps(_ROW).encode(),
    ],
    ".jsonl": [(json.dumps(_ROW) + "\n\n" + json.dumps({"text": "Rain fell."}) + "\n").encode()],
}

_FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title><item>"
    f"<title>A base</title><link>https://wire.example/a</link>"
    "<pubDate>Tue, 16 Aug 2016 09:00:00 GMT</pubDate><guid>a1</guid>"
    f"<description>&lt;p&gt;{_STORY}&lt;/p&gt;</description></item></channel></rss>"
).encode()


def _zip(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, _STORY)
    return held.getvalue()


def _tar(*names: str) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(_STORY.encode())
            archive.addfile(info, io.BytesIO(_STORY.encode()))
    return held.getvalue()


ARTICLES |= {
    ".rss": [_FEED],
    ".csv": [f'id,text,date\na,"{_STORY}",2016-08-16\nb,Rain fell.,\n'.encode()],
    ".zip": [_zip("a.txt", "b/c.md"), _zip("../a.txt", "/etc/b.txt", "a.txt")],
    ".tar": [_tar("a.txt", "b/c.md", "../d.txt")],
    ".txt.gz": [gzip.compress(_STORY.encode())],
}

QUERIES = [
    b"SELECT ?a (count(*) AS ?n) WHERE { ?a kg:hosts ?b . OPTIONAL { ?b rdfs:label ?l }"
    b" FILTER(regex(?l, 'I.*n', 'i') && ?n > 5) } GROUP BY ?a HAVING(?n > 1) ORDER BY DESC(?n)"
    b" LIMIT 5",
    b"PREFIX x: <http://x.example/> CONSTRUCT { ?a x:b ?c } WHERE { GRAPH ?g { ?a kg:uses/^kg:of"
    b' ?c } MINUS { ?a x:y "z"@en } }',
    b"ASK FROM <http://a.example/g> { VALUES (?x ?y) { (1 'a') (UNDEF 2e1) } BIND(uri(?x) AS ?z)}",
    b'DESCRIBE ?x WHERE { { SELECT ?x { ?x a kg:Country } } UNION { ?x rdfs:label "Iran" } }',
    b"INSERT DATA { <http://x.example/a> <http://x.example/b> 'c' } ; DELETE WHERE { ?a ?b 'c' }",
    b"LOAD <file:///etc/passwd>",
    b"SELECT * { SERVICE <http://localhost:1/> { ?a ?b ?c } }",
]
TOKENS = (
    *"SELECT ASK CONSTRUCT DESCRIBE WHERE FROM NAMED GRAPH FILTER OPTIONAL UNION MINUS".split(),
    *"BIND AS VALUES ORDER BY GROUP HAVING LIMIT OFFSET INSERT DELETE DATA SERVICE".split(),
    *"?a ?b ?c $d * ( ) { } [ ] . ; , / | ^ ! = < > && + - 1 2.5 1e400 'x' \"y\"@en true".split(),
    *"a kg:hosts kg:uses rdfs:label x:y <http://a.example/> <x> _:b count(*) str(?a)".split(),
    *"regex(?a,'(a+)+$') iri('x') strdt('1',xsd:integer) now() rand() concat(?a,?b)".split(),
)

DECISIONS = [
    (
        b'[[merge]]\nentities = ["person/x", "person/y@a"]\nnote = "same"\n\n[[split]]\n'
        b'entity = "person/x"\narticles = ["a", "b"]\n\n[[rename]]\nentity = "person/x"\n'
        b'label = "Ann Lee"\n\n[[retype]]\nentity = "person/x"\ntype = "Organisation"\n'
    ),
    b"a = 1979-05-27T07:32:00Z\nb = [1, [2, {c = 0x1F}]]\n",
]

ONTOLOGY = b"""@prefix kg: <https://kg.example/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
kg:sponsors a rdf:Property ; rdfs:label "sponsors" ; skos:definition "Pays for." ;
    rdfs:subPropertyOf kg:supports ; rdfs:domain kg:Agent ; rdfs:range kg:Entity .
[] a ontolex:LexicalEntry ; ontolex:canonicalForm [ ontolex:writtenRep "sponsor"@en ] ;
    ontolex:sense [ ontolex:reference kg:sponsors ] .
"""

KNOWLEDGE = {
    ".csv": b"key,label,type,alias,country,title,of,start,end,population\n"
    b"person/ann-lee,Ann Lee,Person,A. Lee|Annie Lee,country/iran,president,country/iran,"
    b"2010-01-01,2012-01-01,\n,Ulmen,City,,country/iran,,,,,5000\n",
    ".ttl": b"""@base <https://kg.example/id/entity/> .
@prefix kg: <https://kg.example/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<person/ann-lee> a kg:Person ; rdfs:label "Ann Lee" ; skos:altLabel "A. Lee" ;
    kg:country <country/iran> ; kg:position [ kg:title "president" ; kg:of <country/iran> ;
    kg:start "2010-01-01"^^xsd:date ; kg:end "2012-01-01"^^xsd:date ] .
""",
}

GOLDS = [
    json.dumps(
        {
            "id": "1",
            "tier": "core",
            "subject": ["Russia"],
            "relation": ["uses"],
            "object": ["Hamadan"],
            "time": "2016-08",
            "text": _STORY,
        }
    ).encode(),
    json.dumps(
        {"id": "e", "text": _STORY, "event": "assault", "source": ["a"], "target": ["b"]}
    ).encode(),
    json.dumps({"id": "k", "property": "x", "subject": "a", "object": "b", "text": "a"}).encode(),
    b"document\tstart\tsubject\trelation\tobject\troles\tpolarity\tmodality\tattribution\trule\t"
    b"evidence\tverdict\tfault\na\t0\tBush\tmakes\toffer\ton: wage\tpositive\tactual\t\tr\te\tright"
    b"\t\n",
    b"Russia uses Hamadan.\tuses\tRussia\tHamadan\nIran hosts.\thosts\tIran\n",
]
