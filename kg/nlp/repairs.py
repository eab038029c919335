"""Puts right what parsers get wrong though grammar forbids it.

What may go in: which repair is tried where. Each is one small function for one kind of error, that
sees it in the tree alone and hangs the words where agreement, punctuation or word order say they
belong. Labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from kg.nlp import clause_repairs as clauses
from kg.nlp import noun_repairs as nouns
from kg.nlp import participle_repairs as participles
from kg.nlp import relative_repairs as relatives
from kg.nlp.tokens import Doc, Token

_Repair: TypeAlias = Callable[[Token], None]

_ANYWHERE: tuple[_Repair, ...] = (nouns.listed_name, nouns.gerund_before_name)
_OF_SUBJECTS: tuple[_Repair, ...] = (clauses.overtaken_subject,)
_OF_OBJECTS: tuple[_Repair, ...] = (
    nouns.name_before_noun,
    nouns.behind_later_verb,
    clauses.coordinated_form,
    clauses.trailing_clause,
    nouns.name_beside_name,
    nouns.noun_beside_noun,
    nouns.joined_in_name,
    nouns.apposed_to_object,
    participles.main_behind_participle,
    relatives.hidden_relative,
    clauses.clause_behind_object,
)
_BY_LABEL: Mapping[str, tuple[_Repair, ...]] = MappingProxyType(
    {
        "ROOT": (clauses.verb_taken_for_noun, clauses.headless),
        "dobj": _OF_OBJECTS,
        "conj": (
            *_OF_OBJECTS,
            clauses.behind_saying,
            clauses.opened_clause,
            clauses.subject_of_several,
            clauses.second_that,
            nouns.verb_in_name,
        ),
        "xcomp": (nouns.verb_in_name, nouns.participle_before_title),
        "oprd": (nouns.named_post,),
        "appos": (nouns.name_of_second, nouns.town_before_state, nouns.apposed_to_last),
        "acl": (
            relatives.told_by_that,
            participles.main_taken_for_participle,
            participles.said_around_participle,
        ),
        "amod": (nouns.predicate_adjective, nouns.perfect_before_noun),
        "parataxis": (participles.loose_participle,),
        "prep": (
            participles.loose_participle,
            clauses.second_preposition,
            relatives.behind_closing_comma,
        ),
        "ccomp": (
            clauses.coordinated_before,
            clauses.object_before_speaker,
            clauses.stolen_subject,
            clauses.clause_behind_gerund,
            clauses.clause_behind_object,
            participles.main_behind_participle,
            participles.described_subject,
            clauses.speaker_between_quotes,
            participles.said_around_participle,
        ),
        "advcl": (
            nouns.participle_before_title,
            participles.result_behind_gerund,
            participles.object_of_preposition_acts,
            participles.participle_of_noun,
            participles.main_behind_participle,
            participles.subject_of_main,
        ),
        "relcl": (
            relatives.said_between,
            relatives.disagreeing_relative,
            relatives.relative_behind_name,
            relatives.relative_of_second,
            relatives.who_of_party,
            participles.said_around_participle,
            relatives.said_at_the_end,
        ),
        "prt": (nouns.far_particle,),
        "nsubj": _OF_SUBJECTS,
        "nsubjpass": _OF_SUBJECTS,
    }
)


def repair(doc: Doc) -> None:
    """Repair the dependency tree of a parsed paragraph, in place.

    Args:
        doc: with tags, heads and labels; sentences stay as they are.
    """
    for token in doc:
        for one in _ANYWHERE:
            one(token)
        for one in _BY_LABEL.get(token.dep_, ()):
            one(token)
