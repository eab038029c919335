"""Copulas: what somebody is, and how. What may go in: rules whose verb is "be" or like it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import ADJUNCTS, prepositional
from kg.extract.build import extraction
from kg.extract.clause_forms import is_distance
from kg.extract.markers import Factuality
from kg.extract.mentions import mention
from kg.extract.participants import participant
from kg.extract.positions import is_title
from kg.extract.reading import Reader, children
from kg.extract.subjects import is_singled_out, subjects
from kg.extract.surfaces import clause_surface
from kg.extract.times import when
from kg.model import Extraction, Mention, Predicate, Value
from kg.nlp.tokens import Token


def copula(verb: Token, fact: Factuality, reader: Reader) -> Iterator[Extraction]:
    """Tehran is a regime; the Pentagon is suspicious of coordination."""
    for actor in subjects(verb, reader):
        subject = participant(actor, reader)
        if subject is None:
            continue
        for attribute in children(verb, "attr"):
            yield from _is_a(verb, actor, subject, attribute, fact, reader)
        for adjective in children(verb, "acomp"):
            yield from _is_adjective(verb, actor, subject, adjective, fact, reader)


def _is_a(
    verb: Token, actor: Token, subject: Mention, attribute: Token, fact: Factuality, reader: Reader
) -> Iterator[Extraction]:
    kind = mention(attribute, reader)
    if kind is None or kind.kind != "nominal" or subject.kind == "nominal":
        return
    articles = [t.lower_ for t in children(attribute, "det")]
    if attribute.tag_ != "NN" or not any(t in ("a", "an") for t in articles):
        return  # "is the irony", "were recipients", "is time": no kind of thing
    if is_distance(attribute):
        return  # "was a couple of points away"
    if is_singled_out(attribute) and children(attribute, "relcl", "acl"):
        return  # "the only bank that left" is not the only bank
    if is_title(attribute, reader) or not reader.verb(verb).is_a("Copular"):
        return
    if any(t.pos_ == "NOUN" and not children(t, "det") for t in children(attribute, "conj")):
        return  # "a classical liberal and libertarian think tank"
    yield extraction(
        reader=reader,
        anchor=verb,
        subject=subject,
        predicate=Predicate(lemma="be", pos="pattern", preposition=""),
        object=Value(label=kind.text),
        fact=fact,
        time=when(verb, reader),
        rule="clause.copula",
        confidence=0.8,
        surface=clause_surface(verb, actor, attribute, reader),
    )


def _is_adjective(
    verb: Token, actor: Token, subject: Mention, adjective: Token, fact: Factuality, reader: Reader
) -> Iterator[Extraction]:
    if not reader.verb(verb).is_a("Copular") or children(adjective, "xcomp", "ccomp"):
        return
    for name, noun in prepositional(adjective):
        target = participant(noun, reader)
        ranked = adjective.tag_ == "JJS" or any(t.tag_ == "RBS" for t in adjective.children)
        if ranked and name in ("of", "in"):
            continue  # "the most capable of its neighbours", "the third-largest in parliament"
        if target is None or name.split()[0] in ADJUNCTS or reader.is_time(noun):
            continue
        yield extraction(
            reader=reader,
            anchor=verb,
            subject=subject,
            predicate=Predicate(lemma=adjective.lemma_.lower(), pos="adjective", preposition=name),
            object=target,
            fact=fact,
            time=when(verb, reader),
            rule="clause.adjective",
            confidence=0.75,
            surface=clause_surface(verb, actor, noun, reader, marker=name, also=[adjective]),
        )
        return
