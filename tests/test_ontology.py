"""Reading `ontologies/`, and files that a user adds: what they may say and what they may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import MODALITIES, POLARITIES
from kg.namespaces import PROPERTY_NAME
from kg.ontology import Ontology, load_ontology

PREFIXES = """
@prefix kg: <https://kg.example/ontology#> .
@prefix lex: <https://kg.example/lexicon#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
"""
# https://parusanalytics.com/eventdata/data.dir/PLOVER_MANUAL.pdf
PLOVER = frozenset(
    "agree consult support concede cooperate aid retreat request accuse reject threaten protest "
    "sanction mobilize coerce assault".split()
)


@pytest.fixture(scope="module")
def words() -> Ontology:
    return load_ontology()


@pytest.fixture
def added(tmp_path):
    """Load the ontology with a file of one's own."""

    def load(*texts: str) -> Ontology:
        paths = []
        for i, text in enumerate(texts):
            paths.append(tmp_path / f"own{i}.ttl")
            paths[-1].write_text(PREFIXES + text, encoding="utf-8")
        return load_ontology(paths)

    return load


# ── Ours ───────────────────────────────────────────────────────────────────────────────────────


def test_at_least_sixty_relations_are_defined_and_have_words(words: Ontology) -> None:
    entries = [words.word(*key) for key in words.entries]
    spoken = {sense.reference for entry in entries for sense in entry.senses}
    full = [p for p in words.properties.values() if p.definition and p.label and p.name in spoken]
    assert len(full) >= 60


def test_every_relation_holds_together(words: Ontology) -> None:
    for name, one in words.properties.items():
        assert PROPERTY_NAME.fullmatch(name), name
        assert one.definition, name
        assert one.label, name
        assert one.domain in words.classes, name
        assert one.range in words.classes, name
        assert set(one.parents) <= set(words.properties), name
        assert one.event_type is None or one.event_type in PLOVER, name
        for other in (one.inverse, one.former, one.deputy):
            assert other is None or other in words.properties or other in words.terms, name


def test_labels_of_relations_differ(words: Ontology) -> None:
    labels = [p.label for p in words.properties.values()]
    assert sorted(labels) == sorted(set(labels))


def test_every_plover_type_has_a_relation(words: Ontology) -> None:
    assert {p.event_type for p in words.properties.values() if p.event_type} == PLOVER


def test_every_entry_can_be_read(words: Ontology) -> None:
    for lemma, pos in words.entries:
        entry = words.word(lemma, pos)
        assert (entry.lemma, entry.pos) == (lemma, pos)
        assert lemma == lemma.lower()
        assert entry.modality in (None, *MODALITIES)
        assert entry.complement_polarity in (None, *POLARITIES)
        assert all(sense.reference in words.properties for sense in entry.senses)
        assert all(kind in words.classes for kind in entry.classes)


@pytest.mark.parametrize(
    ("kind", "of", "holds"),
    [
        ("Country", "Place", True),
        ("Country", "Actor", True),
        ("City", "Place", True),
        ("Person", "Agent", True),
        ("Person", "Place", False),
        ("GovernmentBody", "Organization", True),
        ("Facility", "Facility", True),
        ("Nonsense", "Entity", True),
        ("Nonsense", "Place", False),
    ],
)
def test_classes(words: Ontology, kind: str, of: str, holds: bool) -> None:
    assert words.is_a(kind, of) is holds


def test_unknown_words_have_an_empty_entry(words: Ontology) -> None:
    entry = words.word("zigzag", "verb")
    assert (entry.lemma, entry.senses, entry.classes, entry.flags) == ("", (), (), frozenset())


@pytest.mark.parametrize(
    ("lemma", "pos", "flag"),
    [
        ("say", "verb", "Attributing"), ("deny", "verb", "Attributing"),
        ("hold", "verb", "SupportVerb"), ("talk", "noun", "EventNoun"),
        ("president", "noun", "Title"), ("former", "adjective", "Former"),
        ("fleet", "noun", "Partitive"), ("be", "verb", "Copular"),
        ("take part", "verb", "Idiom"), ("base", "verb", "Stative"),
    ],
)  # fmt: skip
def test_flags(words: Ontology, lemma: str, pos: str, flag: str) -> None:
    assert words.word(lemma, pos).is_a(flag)


@pytest.mark.parametrize(
    ("lemma", "pos", "modality", "polarity"),
    [
        ("plan", "verb", "intended", None),
        ("try", "verb", "intended", None),
        ("fail", "verb", None, "negative"),
        ("refuse", "verb", None, "negative"),
        ("deny", "verb", None, "negative"),
        ("seem", "verb", "possible", None),
    ],
)
def test_what_words_do_to_what_they_govern(
    words: Ontology, lemma: str, pos: str, modality: str | None, polarity: str | None
) -> None:
    entry = words.word(lemma, pos)
    assert (entry.complement_modality, entry.complement_polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("lemma", "pos", "modality"),
    [("will", "modal", "future"), ("may", "modal", "possible"), ("would", "modal", "conditional"),
     ("if", "conjunction", "conditional"), ("reportedly", "adverb", "possible")],
)  # fmt: skip
def test_what_words_do_to_their_clause(
    words: Ontology, lemma: str, pos: str, modality: str
) -> None:
    assert words.word(lemma, pos).modality == modality


def test_every_complement_of_saying_that_is_negated_is_a_denial(words: Ontology) -> None:
    assert words.word("deny", "verb").is_a("Attributing")


# ── A user's ───────────────────────────────────────────────────────────────────────────────────

RELATION = """
kg:zigzags_over a kg:Relation , owl:ObjectProperty ; rdfs:label "zigzags over"@en ;
    skos:definition "Crosses in turns."@en ; rdfs:domain kg:Actor ; rdfs:range kg:Place ;
    rdfs:subPropertyOf kg:attacks .
lex:zigzag_v a ontolex:Word ; rdfs:label "zigzag"@en ; lexinfo:partOfSpeech lexinfo:verb ;
    ontolex:sense [ ontolex:reference kg:zigzags_over ; kg:marker "over" ] .
"""


def test_a_relation_and_a_word_of_ones_own(added) -> None:
    own = added(RELATION)
    one = own.properties["zigzags_over"]
    assert (one.label, one.domain, one.range) == ("zigzags over", "Actor", "Place")
    assert one.event_type == "assault"  # inherited
    (sense,) = own.word("zigzag", "verb").senses
    assert (sense.reference, sense.marker) == ("zigzags_over", "over")


def test_a_class_of_ones_own(added) -> None:
    own = added(
        'kg:Harbour a owl:Class ; rdfs:subClassOf kg:Facility ; rdfs:label "harbour"@en .\n'
        'lex:quay_n a ontolex:Word ; rdfs:label "quay"@en ; lexinfo:partOfSpeech lexinfo:noun ;\n'
        "    ontolex:sense [ ontolex:reference kg:Harbour ] ."
    )
    assert own.is_a("Harbour", "Facility")
    assert own.class_labels["Harbour"] == "harbour"
    assert own.word("quay", "noun").classes == ("Harbour",)


def test_an_entry_of_ones_own_adds_to_ours(words: Ontology, added) -> None:
    own = added(
        RELATION
        + 'lex:own_attack a ontolex:Word ; rdfs:label "attack"@en ;\n'
        + '    lexinfo:partOfSpeech lexinfo:verb ; kg:complementModality "possible" ;\n'
        + '    ontolex:sense [ ontolex:reference kg:zigzags_over ; kg:marker "around" ] .'
    )
    before, after = words.word("attack", "verb"), own.word("attack", "verb")
    assert set(before.senses) < set(after.senses)
    assert {s.reference for s in set(after.senses) - set(before.senses)} == {"zigzags_over"}
    assert after.flags >= before.flags
    assert after.complement_modality == "possible"


def test_blank_nodes_of_two_files_are_told_apart(added) -> None:
    entry = (
        'lex:{0} a ontolex:Word ; rdfs:label "{0}"@en ; lexinfo:partOfSpeech lexinfo:verb ;\n'
        "    ontolex:sense _:s . _:s ontolex:reference kg:{1} ."
    )
    own = added(entry.format("zig", "attacks"), entry.format("zag", "uses"))
    assert [s.reference for s in own.word("zig", "verb").senses] == ["attacks"]
    assert [s.reference for s in own.word("zag", "verb").senses] == ["uses"]


def test_the_digest_tells_ontologies_apart(words: Ontology, added) -> None:
    assert words.digest == load_ontology().digest
    assert words.digest != added(RELATION).digest


WORD = 'lex:x a ontolex:Word ; rdfs:label "zig"@en ; lexinfo:partOfSpeech lexinfo:verb ;'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kg:x a kg:Relation", r"own0\.ttl: not Turtle"),
        (f"{WORD} ontolex:sense [ ontolex:reference kg:zigs ] .", "kg.example/ontology#zigs"),
        ("kg:x a kg:Relation ; rdfs:domain kg:Nowhere .", "relation x: class Nowhere"),
        ("kg:x a kg:Relation ; rdfs:range kg:Nowhere .", "relation x: class Nowhere"),
        ("kg:Zig a owl:Class ; rdfs:subClassOf kg:Nowhere .", "Zig is below Nowhere"),
        (
            "kg:Zig a owl:Class ; rdfs:subClassOf kg:Zag . "
            "kg:Zag a owl:Class ; rdfs:subClassOf kg:Zig .",
            "below itself",
        ),
        ('lex:x a ontolex:Word ; rdfs:label "zig"@en .', "partOfSpeech"),
        ("lex:x a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb .", "rdfs:label"),
    ],
)
def test_what_does_not_hold_together(added, text: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        added(text)


@pytest.mark.parametrize("key", ["modality", "complementModality"])
def test_a_modality_that_is_none(added, key: str) -> None:
    with pytest.raises(OntologyError, match=r"'zig': 'maybe' is none of actual, future"):
        added(f'{WORD} kg:{key} "maybe" .')


def test_a_polarity_that_is_none(added) -> None:
    with pytest.raises(OntologyError, match=r"'zig': 'neutral' is none of positive, negative"):
        added(f'{WORD} kg:polarity "neutral" .')


def test_a_file_that_is_absent(tmp_path) -> None:
    with pytest.raises(OntologyError, match=r"absent\.ttl: cannot be read"):
        load_ontology([tmp_path / "absent.ttl"])


def test_a_folder_in_place_of_a_file(tmp_path) -> None:
    with pytest.raises(OntologyError, match="cannot be read"):
        load_ontology([tmp_path])


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 40])
def test_a_file_that_is_not_text(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "binary.ttl"
    path.write_bytes(data)
    with pytest.raises(OntologyError, match=r"binary\.ttl"):
        load_ontology([path])


def test_an_event_type_that_plover_lacks(added) -> None:
    own = added('kg:x a kg:Relation ; rdfs:label "x"@en ; kg:eventType kg:dance .')
    assert own.properties["x"].event_type == "dance"  # taken as it is: the user's own types


def test_relations_in_a_ring(added) -> None:
    ring = (
        'kg:x a kg:Relation ; rdfs:label "x"@en ; rdfs:subPropertyOf kg:y . '
        'kg:y a kg:Relation ; rdfs:label "y"@en ; rdfs:subPropertyOf kg:x .'
    )
    with pytest.raises(OntologyError, match="x"):
        added(ring)
