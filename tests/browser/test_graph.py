"""The interactive graph in Chromium: in an exported page, and in `kg serve`."""

from __future__ import annotations

import io
import random
import re

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from kg.export.page import write_page
from kg.model import Entity, Graph, Relation, Statement
from tests.browser.conftest import keep, show

SECONDS = 30  # for a machine that does other things too
DENIED = "Iran –attacks→ Moscow"


def settled(browser):
    graph = browser.find_element(By.ID, "graph")
    WebDriverWait(browser, SECONDS, 0.05).until(lambda _: graph.get_attribute("data-settled"))
    return int(graph.get_attribute("data-settled"))


def drawn(browser):
    """What the lines of the graph say."""
    settled(browser)
    script = "return [...document.querySelectorAll('#graph g.line')].map((one) => one.ariaLabel)"
    return {label.partition("; ")[0] for label in browser.execute_script(script)}


def line(browser, sentence):
    settled(browser)
    for one in browser.find_elements(By.CSS_SELECTOR, "#graph g.line"):
        if one.get_attribute("aria-label").startswith(sentence):
            return one
    raise AssertionError(f"no line {sentence!r}")


def press(element):
    """Enter: a line has no point of its own that a mouse could surely hit."""
    element.send_keys(Keys.ENTER)


def choose(browser, field, value):
    Select(browser.find_element(By.NAME, field)).select_by_value(value)


def type_in(browser, field, text):
    element = browser.find_element(By.CSS_SELECTOR, f"#graph [name={field}]")
    element.clear()
    element.send_keys(text, Keys.ENTER)


def quiet(browser):
    """Nothing went wrong, and no policy was broken."""
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]


def until(browser, holds):
    WebDriverWait(browser, SECONDS, 0.05).until(lambda _: holds())


@pytest.fixture(params=["page", "served"])
def opened(request, chromium, page, served):
    address = page if request.param == "page" else f"http://127.0.0.1:{served.port}/graph"
    return show(chromium, address)


def test_a_line_opens_its_evidence(opened):
    press(line(opened, "Russia –launches→ bombers"))
    told = opened.find_element(By.CSS_SELECTOR, "[data-part=told]")
    until(opened, told.is_displayed)
    assert "Russia launched bombers on Tuesday from an Iranian air base." in told.text
    assert told.find_element(By.TAG_NAME, "mark").text == "Russia"
    link = told.find_element(By.LINK_TEXT, "All about this statement")
    assert re.search(r"(statement\?id=|#s-)[0-9a-f]{16}$", link.get_attribute("href"))
    assert "open=" in opened.current_url
    told.send_keys(Keys.ESCAPE)
    until(opened, lambda: not told.is_displayed())
    assert quiet(opened) == []


def test_denied_statements_are_chosen_and_the_address_tells_it(opened):
    everything = drawn(opened)
    choose(opened, "polarity", "negative")
    until(opened, lambda: "polarity=negative" in opened.current_url)
    until(opened, lambda: drawn(opened) == {DENIED})
    address = opened.current_url
    show(opened, address)
    assert drawn(opened) == {DENIED}
    assert opened.find_element(By.NAME, "polarity").get_attribute("value") == "negative"
    choose(opened, "polarity", "")
    until(opened, lambda: drawn(opened) == everything)
    opened.back()
    until(opened, lambda: drawn(opened) == {DENIED})


def test_an_entity_is_asked_for_and_expanded(opened):
    type_in(opened, "entity", "Moscow")
    until(opened, lambda: "entity=Moscow" in opened.current_url)
    until(opened, lambda: 0 < len(drawn(opened)) < 4)
    before = drawn(opened)
    iran = opened.find_element(By.CSS_SELECTOR, "g.node[aria-label^='Iran ']")
    press(iran)
    until(opened, lambda: "also=" in opened.current_url)
    until(opened, lambda: drawn(opened) > before)
    opened.find_element(By.XPATH, "//button[text()='Only this']").click()
    until(opened, lambda: "also=" not in opened.current_url)
    until(opened, lambda: all("Iran" in one for one in drawn(opened)))
    field = opened.find_element(By.NAME, "entity")
    until(opened, lambda: field.get_attribute("value") == "Iran")  # and not its IRI


def test_a_box_is_dragged_and_stays(chromium, page):
    browser = show(chromium, page)
    settled(browser)
    node = browser.find_element(By.CSS_SELECTOR, "g.node.country")
    before = node.rect
    ActionChains(browser).drag_and_drop_by_offset(node, 60, 40).perform()
    settled(browser)
    assert abs(node.rect["x"] - before["x"] - 60) < 12
    assert "also=" not in browser.current_url  # a drag is no click


def test_a_search_keeps_the_statements_with_these_words(chromium, page):
    browser = show(chromium, page)
    settled(browser)
    browser.find_element(By.NAME, "q").send_keys("SHOIGU")
    rows = browser.find_elements(By.CSS_SELECTOR, "article.statement")
    until(browser, lambda: sum(row.is_displayed() for row in rows) == 1)
    assert browser.find_element(By.CSS_SELECTOR, "[data-count]").text == "1"
    assert drawn(browser) == {DENIED}


def test_a_premise_is_followed(chromium, page):
    browser = show(chromium, page)
    press(line(browser, "Iran –hosts→ Russia"))
    told = browser.find_element(By.CSS_SELECTOR, "[data-part=told]")
    premise = told.find_element(By.PARTIAL_LINK_TEXT, "Russia –uses→ Hamadan air base")
    target = premise.get_attribute("href").partition("#")[2]
    premise.click()
    row = browser.find_element(By.ID, target)
    until(browser, lambda: browser.execute_script("return arguments[0].matches(':target')", row))


def test_a_path_is_shown(chromium, served):
    address = f"http://127.0.0.1:{served.port}/graph?entity=Iran&to=Russia"
    browser = show(chromium, address)
    assert "Iran –hosts→ Russia" in drawn(browser)
    assert DENIED not in drawn(browser)
    assert quiet(browser) == []


def test_without_javascript_the_picture_and_the_statements_are_there(without_scripts, page, served):
    browser = show(without_scripts, page)
    assert DENIED in browser.find_element(By.TAG_NAME, "main").text
    assert browser.find_element(By.CSS_SELECTOR, "#graph svg.picture title")
    show(browser, f"http://127.0.0.1:{served.port}/graph?polarity=negative")
    picture = browser.find_element(By.CSS_SELECTOR, "#graph img")
    until(browser, lambda: picture.get_property("naturalWidth") > 300)
    assert "attacks" in browser.find_element(By.CSS_SELECTOR, "ol[data-part=list]").text
    keep(browser, "graph-without-scripts")


@pytest.mark.parametrize("query", ["", "#entity=%22%3E%3Cb%20onmouseover", "#q=<img src=x>"])
def test_nothing_hostile_runs(chromium, hostile, query):
    browser = show(chromium, hostile + query)
    if not query:
        settled(browser)
        for one in browser.find_elements(By.CSS_SELECTOR, "#graph g.line")[:4]:
            press(one)
    assert browser.title == "Who does what to whom in 11 articles"
    assert browser.find_elements(By.CSS_SELECTOR, "main img, main b") == []
    assert "<script>document.title='hit'</script>" in browser.find_element(By.ID, "graph").text
    assert quiet(browser) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(chromium, page, served, width, dark):
    for name, address in (
        ("page", page),
        ("graph", f"http://127.0.0.1:{served.port}/graph?entity=Iran"),
    ):
        browser = show(chromium, address, width=width, dark=dark)
        press(line(browser, DENIED))
        keep(browser, f"{name}-{width}-{'dark' if dark else 'light'}")
        over = "return document.documentElement.scrollWidth - innerWidth"
        assert browser.execute_script(over) <= 0


def large_graph(many: int) -> Graph:
    """A net of so many entities, of which a few have most links, as in news."""
    chance = random.Random(1)
    classes = ("Country", "Person", "Organization", "Facility", "MilitaryForce", "Equipment")
    entities = tuple(
        Entity(id=f"https://x.example/{i:04}", label=f"Name of {i}", type=chance.choice(classes))
        for i in range(many)
    )
    pairs = [(i, int(i * chance.random() ** 2)) for i in range(1, many)]
    pairs += [(chance.randrange(many // 2, many), int(i / 3)) for i in range(many // 3)]
    relation = Relation(id="https://kg.example/ontology#meets", label="meets")
    statements = tuple(
        Statement(
            id=f"{n:016x}", subject=entities[a], relation=relation, object=entities[b],
            polarity="negative" if n % 7 == 0 else "positive",
        )
        for n, (a, b) in enumerate(pairs)
    )  # fmt: skip
    return Graph(articles=(), entities=entities, statements=statements, base="https://x.example/")


@pytest.fixture(scope="session")
def large(tmp_path_factory):
    output = io.BytesIO()
    write_page(large_graph(300), output)
    path = tmp_path_factory.mktemp("large") / "large.html"
    path.write_bytes(output.getvalue())
    return path.as_uri()


def test_three_hundred_boxes_settle_and_answer_a_hand(chromium, large, record_property):
    browser = show(chromium, f"{large}#most=500")
    milliseconds = settled(browser)
    assert len(browser.find_elements(By.CSS_SELECTOR, "g.node")) == 300
    assert len(drawn(browser)) > 100
    browser.execute_script(WATCH)
    node = browser.find_element(By.CSS_SELECTOR, "g.node.country")
    ActionChains(browser).drag_and_drop_by_offset(node, 40, 30).perform()
    settled(browser)
    longest = browser.execute_script("return window.longestFrame")
    keep(browser, "graph-300")
    print(f"\n300 boxes settle in {milliseconds} ms; the longest frame of a drag: {longest:.0f} ms")
    assert milliseconds < 3000
    assert longest < 500


WATCH = """
window.longestFrame = 0;
let last = performance.now();
const watch = (now) => {
  window.longestFrame = Math.max(window.longestFrame, now - last);
  last = now;
  requestAnimationFrame(watch);
};
requestAnimationFrame(watch);
"""
