"""Pictures and pages as files: well formed, the same again, and every text a text."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

from kg import write_graph
from kg.errors import InputError
from kg.export import normal
from kg.export.page import write_page
from kg.export.png import write_png
from kg.export.svg import svg, write_svg
from kg.picture import Net, draw
from kg.picture.panel import library_file
from tests.export.graphs import rich_graph
from tests.picture.hostile import ATTACKS, hostile_graph

SVG = "{http://www.w3.org/2000/svg}"
WRITERS = {"svg": write_svg, "png": write_png, "html": write_page}
GRAPHS = {"rich": rich_graph(), "hostile": hostile_graph()}


def written(name, graph):
    output = io.BytesIO()
    WRITERS[name](graph, output)
    return output.getvalue()


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
@pytest.mark.parametrize("name", WRITERS)
def test_equal_graphs_give_equal_bytes(name, graph):
    first = written(name, graph)
    assert written(name, normal(graph)) == first


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_svg_is_xml_of_shapes_and_texts_alone(graph):
    tree = ET.fromstring(written("svg", graph))
    kinds = {element.tag.removeprefix(SVG) for element in tree.iter()}
    assert kinds <= {"svg", "title", "style", "rect", "g", "path", "text"}
    names = {name for element in tree.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]


def test_svg_has_whole_pixels_only():
    numbers = re.findall(
        r' (?:d|x|y|width|height|viewBox)="([^"]*)"', written("svg", rich_graph()).decode()
    )
    assert numbers
    assert "." not in "".join(numbers)


def test_links_lead_where_they_are_told_and_are_escaped():
    graph = rich_graph()
    part = Net(graph).most_important()
    key = part.statements[0].id
    tree = ET.fromstring(svg(draw(part), links={key: '/statement?id="<&>'}))
    assert {a.attrib["href"] for a in tree.iter(f"{SVG}a")} == {'/statement?id="<&>'}


def test_png_is_twice_as_large_as_its_svg():
    data = written("png", rich_graph())
    picture = draw(Net(rich_graph()).most_important())
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    size = [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)]
    assert size == [2 * picture.width, 2 * picture.height]
    assert b"matplotlib" not in data.lower()


class Page(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.texts, self.data = [], [], {}, []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.inside = tag
        if tag in ("script", "style"):
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside in ("script", "style"):
            self.texts[self.inside][-1] += data
        else:
            self.data.append(data)


def test_a_page_runs_its_two_scripts_and_nothing_else():
    page = Page(written("html", hostile_graph()).decode())
    [policy] = [value for _, value in page.attributes if str(value).startswith("default-src")]
    data, *scripts = page.texts["script"]
    assert len(scripts) == 2
    assert scripts[0].startswith("// https://d3js.org")
    for text in (*scripts, *page.texts["style"]):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not re.search("[<>&]", data)
    assert "img" not in page.tags
    names = {name for name, _ in page.attributes}
    assert not [name for name in names if name.startswith("on")]
    links = [value for name, value in page.attributes if name in ("href", "src")]
    assert all(str(link).startswith("#s-") for link in links)


def test_a_page_tells_every_statement_and_its_words_without_a_script():
    graph = rich_graph()
    page = Page(written("html", graph).decode())
    ids = [value for name, value in page.attributes if name == "data-statement"]
    assert ids == [one.id for one in normal(graph).statements]
    told = "".join(page.data)
    assert "Russia –launches→ bombers" in told
    assert "Russia launched bombers from" in told
    assert "claimed by" in told


@pytest.mark.parametrize("attack", [a for a in ATTACKS if len(a) < 100 and a.isprintable()])
def test_what_attacks_is_shown_as_text(attack):
    page = Page(written("html", hostile_graph()).decode())
    assert attack in "".join(page.data)


@pytest.mark.parametrize("suffix", [".png", ".html"])
def test_a_missing_extra_is_named(suffix, monkeypatch, tmp_path):
    for name in [n for n in sys.modules if n.split(".")[0] in ("matplotlib", "jinja2")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "kg.picture.panel", raising=False)
    path = tmp_path / f"x{suffix}"
    with pytest.raises(InputError, match=r"pip install 'kg-news\[picture\]'"):
        write_graph(rich_graph(), path)
    assert not path.exists()


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setattr("kg.picture.panel.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"d3\.v5\.min\.js of mpld3: install the extra"):
        library_file()
