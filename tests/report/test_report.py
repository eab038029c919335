"""What a build's report tells, and that nothing in it gets out of its place on the page."""

from __future__ import annotations

import html.parser
import json
import time
import xml.etree.ElementTree
from pathlib import Path

import pytest

from kg.errors import InputError, OutputError
from kg.model import Skip
from kg.report import Tally, check_report, write_report
from kg.report.charts import bars
from kg.report.page import page
from kg.stopwatch import Stopwatch
from tests.export.graphs import rich_graph

HOSTILE = "</title><script>alert(1)</script>\"'\x00\ud800&<svg onload=x>"


def content() -> dict:
    tally = Tally()
    with tally.watch.stage("parse"):
        pass
    skips = [Skip(HOSTILE, HOSTILE), Skip("b.txt", "too long", "limit")]
    tally.add(articles=rich_graph().articles, skips=skips, rejects=())
    return tally.content(rich_graph(), inputs=["news", HOSTILE])


def test_the_numbers_are_those_of_the_graph() -> None:
    graph, told = rich_graph(), content()
    assert told["graph"]["statements"] == len(graph.statements)
    assert told["read"]["articles"] == len(graph.articles)
    assert told["read"]["characters"] == sum(len(one.text) for one in graph.articles)
    assert told["read"]["skipped"] == 2
    assert told["histograms"]["skipped"] == {"limit": 1, "unreadable": 1}
    for name in ("relations", "qualifiers", "confidence"):
        assert sum(told["histograms"][name].values()) == len(graph.statements)
    rules = sum(len(statement.evidence) for statement in graph.statements)
    assert sum(told["histograms"]["rules"].values()) == rules
    assert set(told["seconds"]["stages"]) == {"parse"}


def test_it_is_written_as_json_and_as_a_page(tmp_path: Path) -> None:
    told = content()
    write_report(told, str(tmp_path / "r.json"))
    read_back = json.loads((tmp_path / "r.json").read_text())
    assert read_back == told
    write_report(told, str(tmp_path / "r.html"))
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == page(read_back)


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_nothing_of_an_article_becomes_markup() -> None:
    told = content()
    told["histograms"]["relations"] = {HOSTILE: 3}
    told["copies"] = [["a", HOSTILE]]
    tags = _Tags()
    tags.feed(page(told))
    assert tags.found <= set(
        "html head meta title style body h1 h2 p table tr th td svg text rect".split()
    )
    assert not {name for name in tags.attributes if name.startswith("on") or name == "href"}
    page(told).encode()


def test_a_chart_is_well_formed_and_keeps_its_proportions() -> None:
    drawn = bars([(HOSTILE, 10), ("half", 5), ("none", 0)], about=HOSTILE)
    root = xml.etree.ElementTree.fromstring(drawn)
    widths = [float(one.get("width")) for one in root.iter("rect")]
    assert widths[1] * 2 == widths[0] > widths[2] == 0
    assert bars([], about="nothing").startswith("<svg")


def test_long_lists_are_cut_on_the_page_and_whole_in_json() -> None:
    told = content()
    told["skipped"] = [{"path": f"{n}.txt", "kind": "limit", "reason": "x"} for n in range(1500)]
    told["histograms"]["relations"] = {f"does {n}": 1 for n in range(40)}
    made = page(told)
    assert made.count(".txt</td>") == 1000
    assert "and 500 more" in made
    assert "and 15 more" in made


@pytest.mark.parametrize("name", ["report", "report.txt", "report.json.gz"])
def test_another_suffix_is_refused_before_the_work(name: str) -> None:
    with pytest.raises(InputError, match=r"a report is a \.json or an \.html file"):
        check_report(name)


def test_a_report_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        write_report(content(), str(tmp_path / "file" / "r.json"))


def test_times_of_stages_that_wait_for_each_other_add_up() -> None:
    watch = Stopwatch()

    def slow():
        for n in range(3):
            time.sleep(0.02)
            yield n

    start = time.perf_counter()
    with watch.stage("outer"):
        for _ in watch.each("inner", slow()):
            time.sleep(0.01)
    spent = time.perf_counter() - start
    assert watch.seconds["inner"] >= 0.06
    assert watch.seconds["outer"] >= 0.03
    assert sum(watch.seconds.values()) == pytest.approx(spent, abs=0.005)
