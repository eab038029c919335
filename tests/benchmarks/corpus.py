"""News at scale without a parser: readings of made articles, of the shape that ours have.

What may go in: making them. Each sentence is one of a few templates in our own words, filled with
made names; offsets, ids and events are those that the pipeline would give it. The same number
gives the same readings.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from kg.graph.folding import fold
from kg.graph.sources import sketch
from kg.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Evidence,
    Graph,
    Modality,
    Polarity,
    Reading,
    Relation,
    Span,
    Statement,
    Surface,
    Time,
    event_key,
    statement_key,
)
from kg.namespaces import DEFAULT_BASE, event_iri, named_iri, relation_iri
from kg.store.readings import writing

SENTENCES = 6  # of an article, each with a statement
STATEMENTS_PER_MILLION = 20_700  # as many give about 1,000,000 triples
_BASE = DEFAULT_BASE
_FIRST = date(2021, 1, 1)
_SETTINGS = {"base": _BASE, "assertion": "reported", "version": "benchmark", "model": "none"}
_STARTS = "Bar Cal Dor Fen Gal Hal Jor Kel Lan Mor Nor Pel Quin Ros Sel Tam Ul Var Wen Yar".split()
_ENDS = "dane ford grave holt lin mere nock quist ridge stow ton vale wick bury more den".split()
_SURNAME_ENDS = "son man sen ley kins ard ette ova ini ez ström ak ier und ott well".split()
_SAID = ("said", "announced", "confirmed")
# verb phrase, relation, type of event, polarity, modality; {} is the object
_VERBS: tuple[tuple[str, str, str | None, Polarity, Modality], ...] = (
    ("hosted envoys of", "hosts", None, "positive", "actual"),
    ("met", "meets", "consult", "positive", "actual"),
    ("accused", "accuses", "accuse", "positive", "actual"),
    ("did not criticize", "criticizes", "accuse", "negative", "actual"),
    ("will visit", "visits", "consult", "positive", "future"),
    ("plans to support", "supports", "support", "positive", "intended"),
    ("may sanction", "sanctions", "sanction", "positive", "possible"),
    ("supplied grain to", "supplies", None, "positive", "actual"),
    ("warned", "warns", "threaten", "positive", "actual"),
    ("praised", "praises", "support", "positive", "actual"),
)


def readings(statements: int, *, seed: int = 1) -> Iterator[Reading]:
    """Give readings of as many articles as have that many statements."""
    chance = random.Random(seed)
    cast = _cast(chance, max(20, statements // 9))
    for number in range(statements // SENTENCES):
        yield _reading(number, chance, cast)


def made_graph(statements: int) -> Graph:
    """Fold the readings into a graph, as a build does."""
    return fold(readings(statements), **_SETTINGS)


def fill_store(folder: Path, statements: int) -> None:
    """Put the readings into a store, as `kg build --store` does."""
    with writing(folder, create=True) as kept:
        kept.set(_SETTINGS)
        for reading in readings(statements):
            kept.put(reading)


def _cast(chance: random.Random, many: int) -> tuple[list[Entity], list[Entity]]:
    """Actors, and places in which they act, each with a name of its own."""
    names = [a + b for a in _STARTS for b in _ENDS]
    surnames = [a + b for a in _STARTS for b in _SURNAME_ENDS]
    numbers = count(1)
    places = [_entity("City", name) for name in names]
    kinds = {
        "Person": lambda: f"{chance.choice(names)} {chance.choice(surnames)}",
        "Company": lambda: f"{chance.choice(surnames)} {chance.choice(names)} Lines",
        "GovernmentBody": lambda: f"Board {next(numbers)} of {chance.choice(names)}",
        "Country": lambda: f"{chance.choice(surnames)}land",
    }
    made: dict[str, Entity] = {}
    while len(made) < many:
        kind = chance.choices(tuple(kinds), (6, 3, 2, 1))[0]
        one = _entity(kind, kinds[kind]())
        made[one.label] = one
    return list(made.values()), places


def _entity(kind: str, label: str) -> Entity:
    short = (label.split()[-1],) if kind == "Person" else ()
    return Entity(id=named_iri(_BASE, kind, label), label=label, type=kind, aliases=short)


def _reading(
    number: int, chance: random.Random, cast: tuple[list[Entity], list[Entity]]
) -> Reading:
    actors, places = cast
    id, day = f"{_FIRST.year + number % 4}/wire-{number:06}", _FIRST + timedelta(days=number % 1461)
    text, statements = "", []
    for _ in range(SENTENCES):
        subject, target, claimer = chance.sample(actors, 3)
        sentence, statement = _sentence(
            (subject, target, claimer), chance.choice(places), day, (id, len(text)), chance
        )
        text += f"{sentence}\n\n"
        statements.append(statement)
    article = Article.of(
        id=id,
        text=text,
        title=text.partition(".")[0][:60],
        published=day.isoformat(),
        source=f"Wire {number % 40}",
    )
    return Reading(article=article, statements=tuple(statements), sketch=sketch(text))


def _sentence(
    cast: tuple[Entity, Entity, Entity],
    place: Entity,
    day: date,
    at: tuple[str, int],
    chance: random.Random,
) -> tuple[str, Statement]:
    subject, target, claimer = cast
    words, name, kind, polarity, modality = chance.choice(_VERBS)
    has_place, is_dated, is_claimed = (chance.random() < part for part in (0.4, 0.5, 0.4))
    in_place = f" in {place.label}" if has_place else ""
    on_day = f" on {day:%A}" if is_dated else ""
    cue = chance.choice(_SAID)
    claim = f", {claimer.label} {cue}" if is_claimed else ""
    sentence = f"{subject.label} {words} {target.label}{in_place}{on_day}{claim}."
    surface = Surface(
        subject=subject.label,
        relation=words,
        arguments=tuple(a.strip() for a in (target.label, in_place, on_day) if a),
    )
    iso = day.isoformat()
    article, start = at
    evidence = Evidence(
        article=article,
        start=start,
        end=start + len(sentence),
        text=sentence,
        rule="clause.active",
        subject=_span(sentence, subject.label, start),
        object=_span(sentence, target.label, start),
        surface=surface,
        confidence=chance.choice((0.9, 0.8, 0.6)),
        links=(("object", "new: named so"), ("subject", "new: named so")),
    )
    roles = (("in", place),) if has_place else ()
    key = statement_key(
        subject=subject.id,
        relation=relation_iri(name),
        object=target.id,
        roles=[(role, one.id) for role, one in roles],
        polarity=polarity,
        modality=modality,
        attribution=claimer.id if is_claimed else None,
        time=(iso, iso) if is_dated else None,
    )
    event = kind and event_key(
        type=kind,
        ends=(subject.id, target.id),
        time=iso if is_dated else None,
        article=article,
    )
    return sentence, Statement(
        id=key,
        subject=subject,
        relation=Relation(id=relation_iri(name), label=name),
        object=target,
        roles=roles,
        polarity=polarity,
        modality=modality,
        attribution=Attribution(entity=claimer, text=claimer.label, cue=cue)
        if is_claimed
        else None,
        time=Time(value=iso, start=iso, end=iso, text=f"on {day:%A}") if is_dated else None,
        published=iso,
        event=Event(id=event_iri(_BASE, event), type=kind) if event and kind else None,
        evidence=(evidence,),
    )


def _span(sentence: str, words: str, start: int) -> Span:
    at = start + sentence.index(words)
    return Span(start=at, end=at + len(words), text=words)
