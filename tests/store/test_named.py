"""The named queries on the graph of the seeds: each against the same question asked in Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import Graph, read_graph
from kg.errors import OntologyError, QueryError
from kg.export.rdf import generate
from kg.model import Entity, Statement
from kg.store import ask_named, find_query, load_queries, open_store
from tests.cli.sample import SAMPLE

SEEDS = Path(__file__).parents[2] / "output" / "seeds.ttl"
QUERIES = load_queries()
NEEDED = {
    "timeline of an actor": {"actor": "Russia"},
    "sentences about an actor": {"actor": "Moscow"},
    "paths between two actors": {"from": "Iran", "to": "Syria"},
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return read_graph(SEEDS)


@pytest.fixture(scope="module")
def store():
    return open_store(SEEDS)


@pytest.fixture
def ask(store):
    """The rows of a named query, as texts."""

    def rows(name, **values):
        found = ask_named(store, find_query(name, QUERIES), values)
        return [tuple(None if cell is None else cell.value for cell in row) for row in found]

    return rows


def _whom(statement: Statement) -> str:
    return statement.object.label if statement.object else ""


def _who_does_whom(statement: Statement) -> tuple[str, str, str]:
    return statement.subject.label, statement.relation.label, _whom(statement)


def _source(statement: Statement) -> str | None:
    return statement.attribution.entity.label if statement.attribution else None


def _when(statement: Statement) -> str | None:
    return statement.time.value if statement.time else None


def _is_so(statement: Statement) -> bool:
    return (statement.polarity, statement.modality) == ("positive", "actual")


def _names(entity: object, name: str) -> bool:
    known = (entity.label, *entity.aliases) if isinstance(entity, Entity) else ()
    return name.lower() in {one.lower() for one in known}


def test_there_are_a_dozen_and_more_each_with_a_description():
    assert len(QUERIES) >= 12
    assert all(one.description.endswith(".") for one in QUERIES)
    assert len({one.name for one in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize("one", QUERIES, ids=lambda one: one.name)
def test_the_file_is_called_as_the_query_and_the_query_uses_its_parameters(one):
    path = Path(__file__).parents[2] / "ontologies" / "queries" / f"{one.name.replace(' ', '-')}.rq"
    assert path.read_text("utf-8") == one.sparql
    for parameter in one.parameters:
        assert f'f:given("{parameter.name}")' in one.sparql
    assert one.sparql.count("f:given(") == len(one.parameters)


@pytest.mark.parametrize("one", QUERIES, ids=lambda one: one.name)
def test_rows_are_told_once(one, ask):
    rows = ask(one.name, **NEEDED.get(one.name, {}))
    assert len(rows) == len(set(rows))


def test_who_did_what_to_whom(ask, graph):
    wanted = {(*_who_does_whom(s), _when(s), _source(s)) for s in graph.statements if _is_so(s)}
    assert set(ask("who did what to whom")) == wanted
    of_one = {row for row in wanted if row[0] == "Russia"}
    assert of_one
    assert set(ask("who did what to whom", actor="russian federation")) == of_one


def test_who_hosts_whom_tells_of_denials_too(ask, graph):
    wanted = {
        (s.subject.label, _whom(s), s.polarity, s.modality, _source(s))
        for s in graph.statements
        if s.relation.label == "hosts"
    }
    assert wanted
    assert set(ask("who hosts whom")) == wanted
    assert set(ask("who hosts whom", actor="IRAN")) == {row for row in wanted if row[0] == "Iran"}
    assert ask("who hosts whom", actor="Damascus") == []


def test_claims_by_source(ask, graph):
    wanted = {
        (_source(s), s.attribution.cue, *_who_does_whom(s), s.polarity, s.modality)
        for s in graph.statements
        if s.attribution
    }
    assert len(wanted) > 20
    assert set(ask("claims by source")) == wanted
    [(one, _)] = Counter(row[0] for row in wanted).most_common(1)
    assert set(ask("claims by source", source=one)) == {row for row in wanted if row[0] == one}


def test_denied_statements(ask, graph):
    wanted = {
        (*_who_does_whom(s), s.modality, _source(s))
        for s in graph.statements
        if s.polarity == "negative"
    }
    assert len(wanted) > 5
    assert set(ask("denied statements")) == wanted


def _key(statement: Statement) -> tuple[object, ...]:
    return statement.subject, statement.relation.id, statement.object


def test_plans_not_yet_done(ask, graph):
    done = {_key(s) for s in graph.statements if _is_so(s)}
    plans = [
        s
        for s in graph.statements
        if s.polarity == "positive" and s.modality in ("intended", "future")
    ]
    wanted = {
        (*_who_does_whom(s), s.modality, _when(s), _source(s)) for s in plans if _key(s) not in done
    }
    assert len(wanted) > 5
    assert set(ask("plans not yet done")) == wanted
    of_one = {row for row in wanted if row[0] == "Russia"}
    assert of_one
    assert set(ask("plans not yet done", actor="Moscow")) == of_one


def test_a_plan_that_was_done_is_not_told():
    done, *_ = SAMPLE.statements
    planned = [replace(done, modality="intended", id="0" * 16), done]
    for statements, many in ((planned[:1], 1), (planned, 0)):
        made = _store_of(statements)
        found = ask_named(made, find_query("plans not yet done", QUERIES), {})
        assert len(list(found)) == many


def _store_of(statements: Sequence[Statement]) -> ox.Store:
    made = ox.Store()
    made.extend(generate(replace(SAMPLE, statements=tuple(statements))))
    return made


def test_the_timeline_of_an_actor(ask, graph):
    wanted = {
        (
            s.time.start if s.time else s.published,
            *_who_does_whom(s),
            s.polarity,
            s.modality,
            _source(s),
        )
        for s in graph.statements
        if _names(s.subject, "Russia") or _names(s.object, "Russia")
    }
    rows = ask("timeline of an actor", actor="Russia")
    assert set(rows) == wanted
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)


def test_paths_between_two_actors(ask, graph):
    links = defaultdict(set)
    for s in graph.statements:
        if _is_so(s) and isinstance(s.object, Entity):
            links[s.subject].add((s, s.object))
            links[s.object].add((s, s.subject))
    [start] = [e for e in graph.entities if e.label == "Iran"]
    [end] = [e for e in graph.entities if e.label == "Syria"]
    wanted = set()
    chains = [((), (start,))]
    for length in (1, 2, 3):
        chains = [
            ((*steps, s), (*seen, after))
            for steps, seen in chains
            for s, after in links[seen[-1]]
            if after not in seen
        ]
        for steps, seen in chains:
            if seen[-1] == end:
                told = (
                    " –".join((s.subject.label, s.relation.label)) + f"→ {_whom(s)}" for s in steps
                )
                wanted.add((str(length), "; ".join(told)))
        chains = [(steps, seen) for steps, seen in chains if seen[-1] != end]
    rows = ask("paths between two actors", **NEEDED["paths between two actors"])
    assert wanted
    assert set(rows) == wanted
    assert [int(row[0]) for row in rows] == sorted(int(row[0]) for row in rows)


def test_statements_with_a_single_source(ask, graph):
    wanted = {
        (*_who_does_whom(s), e.article)
        for s in graph.statements
        if _is_so(s) and not s.inferred and len(s.sources) == 1
        for e in s.evidence
    }
    several = [s for s in graph.statements if len(s.sources) > 1 and _is_so(s)]
    assert wanted
    assert several, "the seeds have no statement of two sources: the query cannot leave one out"
    assert set(ask("statements with a single source")) == wanted


def test_the_most_active_actors(ask, graph):
    of = defaultdict(list)
    for s in graph.statements:
        if s.subject.named and s.evidence:
            of[s.subject].append(s)
    wanted = sorted(
        (
            -len(found),
            entity.label,
            len({s.relation.id for s in found}),
            len({e.article for s in found for e in s.evidence}),
        )
        for entity, found in of.items()
    )[:20]
    rows = [(-int(row[1]), row[0], int(row[2]), int(row[3])) for row in ask("most active actors")]
    assert rows == wanted


def test_statements_by_article(ask, graph):
    wanted = {
        (e.article, *_who_does_whom(s), s.polarity, s.modality)
        for s in graph.statements
        for e in s.evidence
    }
    assert set(ask("statements by article")) == wanted
    of_one = {row for row in wanted if row[0] == "opec-cut"}
    assert set(ask("statements by article", article="opec-cut")) == of_one


def test_events_by_type(ask, graph):
    events, statements = defaultdict(set), Counter()
    for s in graph.statements:
        if s.event:
            events[s.event.type].add(s.event.id)
            statements[s.event.type] += 1
    wanted = {(kind, str(len(ids)), str(statements[kind])) for kind, ids in events.items()}
    assert wanted
    assert set(ask("events by type")) == wanted


def test_conflicts_pair_what_is_affirmed_with_what_is_denied():
    launches = SAMPLE.statements[0]
    denied = replace(launches, polarity="negative", id="1" * 16)
    other = replace(SAMPLE.statements[1], polarity="negative", modality="possible", id="2" * 16)
    made = _store_of((*SAMPLE.statements, denied, other))
    [row] = ask_named(made, find_query("conflicts", QUERIES), {})
    assert [cell and cell.value for cell in row] == ["Russia", "launches", "bombers", None, None]


def test_who_holds_which_position(ask, graph):
    wanted = {
        (*_who_does_whom(s), e.article)
        for s in graph.statements
        if s.relation.label in ("holds position", "leads", "represents") and _is_so(s)
        for e in s.evidence
    }
    assert len(wanted) > 40
    assert set(ask("who holds which position")) == wanted


def test_sentences_about_an_actor(ask, graph):
    wanted = {
        (e.article, str(e.start), e.text)
        for s in graph.statements
        if _names(s.subject, "Moscow") or _names(s.object, "Moscow")
        for e in s.evidence
    }
    assert len(wanted) > 10
    assert set(ask("sentences about an actor", actor="moscow")) == wanted


@pytest.mark.parametrize("text", ['" } DROP ALL #', "\\", "') || true", "?actor", "日本\u202e\x01"])
def test_what_is_given_is_a_value_and_never_a_part_of_the_query(ask, store, text):
    with pytest.raises(QueryError, match="who did what to whom: actor: no entity "):
        ask("who did what to whom", actor=text)
    assert ask("statements by article", article=text) == []


def test_names_are_found_without_case_and_hyphens():
    assert find_query("Who-Hosts-WHOM", QUERIES).name == "who hosts whom"
    with pytest.raises(QueryError, match="no query 'who': choose from claims by source; "):
        find_query("who", QUERIES)


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("conflicts", {"actor": "x"}, "conflicts: no parameter 'actor': it takes none"),
        ("claims by source", {"actor": "x"}, "no parameter 'actor': it takes source"),
        ("timeline of an actor", {}, "needs actor: a name of the actor"),
    ],
)
def test_a_wrong_or_missing_parameter_is_told(ask, name, values, message):
    with pytest.raises(QueryError, match=message):
        ask(name, **values)


def test_a_file_without_a_description_is_told(tmp_path):
    (tmp_path / "bare.rq").write_text("# bare\nASK {}\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"bare\.rq: begins with no name and description"):
        load_queries(tmp_path)


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        (
            "timeline of an actor",
            {"actor": "Rusia"},
            "actor: no entity 'Rusia': the closest are Rus",
        ),
        ("who hosts whom", {"actor": "xyzzy"}, "actor: no entity 'xyzzy'$"),
        ("paths between two actors", {"from": "Iran", "to": "Syrias"}, "to: no entity 'Syrias': "),
        (
            "claims by source",
            {"source": "Kery"},
            "source: no entity 'Kery': the closest are .*Kerry",
        ),
    ],
)
def test_a_name_that_nobody_has_is_told(store, name, values, told):
    with pytest.raises(QueryError, match=told):
        ask_named(store, find_query(name, QUERIES), values)


def test_the_case_of_a_name_does_not_count(ask):
    assert ask("timeline of an actor", actor="RUSSIA") == ask(
        "timeline of an actor", actor="Russia"
    )


def test_an_article_is_no_name():
    marked = {(q.name, p.name) for q in QUERIES for p in q.parameters if not p.is_name}
    assert marked == {("statements by article", "article")}
