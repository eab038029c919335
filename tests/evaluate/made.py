"""Statements made by hand, in few words, and the places of the shared benchmarks."""

import sys
from pathlib import Path
from subprocess import run

import pytest

from kg import write_graph
from kg.model import (
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
)
from kg.namespaces import DEFAULT_BASE, event_iri, named_iri, nominal_iri, relation_iri

SHARED = Path(__file__).parents[2].parent / "shared"
needs_shared = pytest.mark.skipif(
    not (SHARED / "bench" / "pairs.py").exists(), reason="no shared benchmarks beside the project"
)


def named(label, kind="Person", *aliases):
    """An entity with a name."""
    iri = named_iri(DEFAULT_BASE, kind, label)
    return Entity(id=iri, label=label, type=kind, aliases=aliases)


def nominal(label, kind="Person"):
    """An entity without a name."""
    return Entity(id=nominal_iri(DEFAULT_BASE, "a", label), label=label, type=kind, named=False)


def span(text, words, nth=0):
    """Where words stand in a text: the nth time that they do."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def entity(given):
    """An entity as it is, or a named one of a label."""
    return named(given) if isinstance(given, str) else given


def statement(subject, relation, object_=None, *, article="a", text="", **rest):
    """A statement with one piece of evidence: the whole text.

    `at` tells the spans of subject and object, `surface` the tuple as (relation, first, …),
    `says` who claimed it; `event` is a type; `time` a date.
    """
    at, surface = rest.get("at", (None, None)), rest.get("surface")
    text = text or f"{subject} {relation} {object_}."
    subject, object_ = entity(subject), object_ and entity(object_)
    says, event, date = (rest.get(key) for key in ("says", "event", "time"))
    confidence = rest.get("confidence", 0.9)
    key = (subject.id, relation, object_ and object_.id, article, *map(str, rest.items()))
    evidence = Evidence(
        article=article,
        start=0,
        end=len(text),
        text=text,
        rule=rest.get("rule", "clause.active"),
        subject=at[0],
        object=at[1],
        surface=surface
        and Surface(relation=surface[0], subject=surface[1], arguments=tuple(surface[2:])),
        confidence=confidence,
    )
    return Statement(
        id=" ".join(map(str, key)),
        subject=subject,
        relation=Relation(id=relation_iri(relation), label=relation.replace("_", " ")),
        object=object_,
        roles=tuple((role, entity(one)) for role, one in rest.get("roles", {}).items()),
        polarity=rest.get("polarity", "positive"),
        modality=rest.get("modality", "actual"),
        attribution=says and Attribution(entity=entity(says), text=says, cue="said"),
        time=date and Time(value=date, start=date, end=date, text=date),
        inferred=rest.get("inferred", False),
        event=event and Event(id=event_iri(DEFAULT_BASE, event), type=event),
        evidence=(evidence,),
    )


def written(path, statements):
    """Write statements as kg build does; give the path."""
    graph = Graph(articles=(), entities=(), statements=tuple(statements), base=DEFAULT_BASE)
    write_graph(graph, path, format="jsonl")
    return path


def script(*args):
    """Run a script of the shared benchmarks and give what it prints."""
    done = run([sys.executable, *map(str, args)], capture_output=True, text=True, check=True)
    return done.stdout
