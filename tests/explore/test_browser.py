"""The explorer in a browser: the steps of a person, with and without JavaScript, how pages look,
and whether everybody can use them.

They need Debian's `chromium` and `chromium-driver`, and axe-core from npm in `.ci/npm/`: `.ci/run`
installs both. Screenshots are kept where the environment variable KG_SCREENSHOTS says.
"""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from kg import read_graph, write_graph
from kg.explore.addresses import article_address, entity_address, statement_address
from kg.graph.description import sentence
from kg.model import Graph, Statement
from tests.explore.browser import AXE, MISSING, Browser, browsing
from tests.explore.hostile import WRITABLE
from tests.serve.service import Service, serving

ROOT = Path(__file__).parents[2]
IRAN = "https://kg.example/id/entity/country/iran"
BASE = "https://kg.example/id/entity/facility/hamadan-air-base"

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@pytest.fixture(scope="module")
def seeds() -> Graph:
    return read_graph(ROOT / "output" / "seeds.ttl")


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with serving(ROOT / "output" / "seeds.ttl") as running:
        yield running


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module", params=[True, False], ids=["scripts", "no scripts"])
def browser(request: pytest.FixtureRequest, service: Service, downloads: Path) -> Iterator[Browser]:
    with browsing(service.port, scripts=request.param, downloads=downloads) as made:
        yield made


@pytest.fixture(scope="module")
def scripted(service: Service) -> Iterator[Browser]:
    with browsing(service.port) as made:
        yield made


def _statement(graph: Graph, text: str) -> Statement:
    [found] = [one for one in graph.statements if sentence(one) == text]
    return found


# ── what a person does, with and without JavaScript ──────────────────────────────────────────────


def test_who_claims_that_iran_hosts_russia_and_on_which_words(browser: Browser) -> None:
    browser.open("/")
    browser.enter(browser.one("#q"), "Iran")
    browser.leave(browser.link("Iran"))
    assert browser.heading.startswith("C Iran")
    browser.leave(browser.one("a[aria-label^='Iran –hosts→ Russia']"))
    assert "inferred" in browser.text
    assert "Russian Defense Ministry, as “Russian Defense Ministry”, with the word “said”" in (
        browser.text
    )
    assert "bombers took off from" in browser.one(".evidence blockquote").text
    assert browser.one(".mark-cue").text == "said"


def test_a_premise_is_followed_to_its_words(browser: Browser, seeds: Graph) -> None:
    browser.open(statement_address(_statement(seeds, "Iran –hosts→ Russia").id))
    browser.leave(browser.one(".tree a[aria-label^='Russia –uses→ Hamadan air base']"))
    assert browser.heading == "C Russia –uses→ L Hamadan air base"
    browser.leave(browser.one(".tree a[aria-label^='Russian bombers –takes off from→']"))
    assert "inferred" not in browser.one("main > p").text
    browser.leave(browser.one(".evidence h3 a"))
    assert browser.path.startswith("/article?id=hamadan-bombers&at=9")


def test_denied_statements_are_filtered_by_the_form(browser: Browser) -> None:
    browser.open("/entity", id=IRAN)
    before = len(browser.all(".statement"))
    browser.one("select[name=polarity]").send_keys("denied")
    browser.leave(browser.one(".filter button"))
    shown = browser.all(".statement")
    assert 0 < len(shown) < before
    assert all("denied" in one.text for one in shown)
    assert "polarity=negative" in browser.path
    browser.leave(browser.link("Show all"))
    assert len(browser.all(".statement")) == before


def test_a_mark_in_an_article_opens_what_it_means(browser: Browser) -> None:
    browser.open(article_address("hamadan-bombers"))
    browser.leave(browser.one(".text .refs a"))
    assert browser.path.startswith("/statement?")
    browser.driver.back()
    browser.leave(browser.one(".text mark a[title='Ali Shamkhani']"))
    assert browser.heading.startswith("P Ali Shamkhani")


def test_a_named_query_is_run_and_its_answer_downloaded(browser: Browser, downloads: Path) -> None:
    browser.open("/query")
    browser.leave(browser.link("who hosts whom"))
    assert browser.one("table tbody tr").text.startswith("Iran Russia positive actual")
    files = {}
    for kind in ("csv", "json"):
        browser.link(f"Download as {kind.upper()}").click()
        files[kind] = _downloaded(downloads / f"who-hosts-whom.{kind}")
    [row] = csv.DictReader(io.StringIO(files["csv"]))
    assert (row["host"], row["guest"]) == ("Iran", "Russia")
    assert json.loads(files["json"])["results"]["bindings"][0]["host"]["value"] == "Iran"


def _downloaded(path: Path) -> str:
    end = time.monotonic() + 10
    while not path.exists():
        assert time.monotonic() < end, f"{path} does not come"
        time.sleep(0.05)
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return text


def test_sparql_is_typed_and_its_mistakes_are_told(browser: Browser) -> None:
    browser.open("/query")
    box = browser.one("#sparql")
    box.clear()
    box.send_keys("SELECT ?a { ?a kg:hosts ?b }")
    browser.leave(browser.one("form.sparql button"))
    browser.leave(browser.link("Iran"))
    assert browser.heading.startswith("C Iran")
    browser.open("/query", sparql="SELECT oops")
    assert "not SPARQL: line 1" in browser.one("[role=alert]").text


# ── what the script adds ─────────────────────────────────────────────────────────────────────────


def test_names_are_completed_and_chosen_by_keyboard(scripted: Browser) -> None:
    scripted.open("/")
    box = scripted.one("#q")
    box.send_keys("hamaddan a")
    choice = scripted.one(".choices li")
    assert choice.text.startswith("L")
    assert "Hamadan air base" in choice.text
    assert box.get_attribute("aria-expanded") == "true"
    box.send_keys(Keys.ARROW_DOWN)
    assert box.get_attribute("aria-activedescendant") == choice.get_attribute("id")
    scripted.enter(box)
    assert scripted.one("h1").text.startswith("L Hamadan air base")


def test_escape_closes_the_choices(scripted: Browser) -> None:
    scripted.open("/")
    box = scripted.one("#q")
    box.send_keys("ru")
    scripted.one(".choices li")
    box.send_keys(Keys.ESCAPE)
    assert not scripted.one(".choices").is_displayed()


def test_the_keyboard_comes_to_the_content_first(scripted: Browser) -> None:
    scripted.open("/")
    scripted.one("body").send_keys(Keys.TAB)
    focused = scripted.driver.switch_to.active_element
    assert focused.text == "Skip to the content"
    focused.send_keys(Keys.ENTER)
    assert scripted.path == "/#main"


def test_decisions_can_be_copied(scripted: Browser) -> None:
    scripted.open("/merges")
    button = scripted.one(".line button")
    assert button.text == "Copy"
    scripted.driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    button.click()
    assert scripted.one(".line button").text in ("Copied", "Copy")


# ── every page: safety, sizes, accessibility ─────────────────────────────────────────────────────


def _pages(graph: Graph) -> dict[str, str]:
    inferred = next(s for s in graph.statements if s.inferred and s.premises)
    denied = next(s for s in graph.statements if s.polarity == "negative")
    return {
        "overview": "/",
        "search": "/search?q=rus",
        "entities": "/search",
        "entity": entity_address(BASE),
        "timeline": entity_address(IRAN, view="time"),
        "denied": "/statements?polarity=negative",
        "planned": "/statements?modality=planned",
        "statement-inferred": statement_address(inferred.id),
        "statement-denied": statement_address(denied.id),
        "articles": "/articles",
        "article": article_address("hamadan-bombers"),
        "graph": "/graph?entity=Iran",
        "conflicts": "/conflicts",
        "merges": "/merges",
        "near": "/merges?kind=near",
        "query": "/query",
        "answer": "/query?name=timeline+of+an+actor&set-actor=Iran",
        "mistake": "/query?sparql=SELECT+oops",
        "missing": "/entity?id=nobody",
    }


@pytest.fixture(scope="module")
def disputed(seeds: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The graph of the sample articles, and a denial of each fifth statement: conflicts."""
    denied = [
        replace(one, id=f"{number:016x}", polarity="negative")
        for number, one in enumerate(seeds.statements)
        if number % 5 == 0 and one.modality == "actual" and one.polarity == "positive"
    ]
    path = tmp_path_factory.mktemp("disputed") / "disputed.ttl"
    write_graph(replace(seeds, statements=(*seeds.statements, *denied)), path)
    with serving(path) as running:
        yield running


_CHECKED = ((1280, "light"), (390, "dark"))  # both widths and both looks, in half of the time


@pytest.mark.skipif(not AXE.is_file(), reason="not installed: axe-core in .ci/npm/")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_fits_and_can_be_used_by_everybody(
    disputed: Service, seeds: Graph, width: int, dark: bool
) -> None:
    axe = AXE.read_text(encoding="utf-8")
    look = "dark" if dark else "light"
    with browsing(disputed.port, width=width, dark=dark) as browser:
        for name, address in _pages(seeds).items():
            browser.open(address)
            wide = browser.driver.execute_script("return document.documentElement.scrollWidth")
            assert wide <= width, f"{name} is {wide} pixels wide"
            assert browser.complaints() == [], name
            if (width, look) in _CHECKED:
                assert _violations(browser, axe) == [], f"{name}, {width}, {look}"
            _keep(browser, f"{name}-{width}-{look}", width)


def _violations(browser: Browser, axe: str) -> list[str]:
    browser.driver.execute_script(axe)
    found = browser.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document).then((found) => done(found.violations))"
    )
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in grave]


def _keep(browser: Browser, name: str, width: int) -> None:
    folder = os.environ.get("KG_SCREENSHOTS")
    if not folder:
        return
    height = browser.driver.execute_script("return document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, 2600), "scale": 1}
    asked = {"captureBeyondViewport": True, "clip": clip}
    made = browser.driver.execute_cdp_cmd("Page.captureScreenshot", asked)
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / f"{name}.png").write_bytes(base64.b64decode(made["data"]))


def test_hostile_texts_run_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hostile.ttl"
    write_graph(WRITABLE, path)
    with serving(path) as running, browsing(running.port) as browser:
        pages = ["/", "/statements", "/articles", "/merges", "/conflicts", "/search?q=script"]
        pages += [entity_address(entity.id) for entity in WRITABLE.entities]
        pages += [statement_address(one.id) for one in WRITABLE.statements]
        pages += [article_address(WRITABLE.articles[0].id)]
        for address in pages:
            browser.open(address)  # an alert would make the next command fail
            assert browser.complaints() == [], address
            assert browser.all("main script, main img, main b") == []
        browser.one("#q").send_keys("alert")
        assert "<img src=x onerror=alert(1)>" in browser.one(".choices li").text
