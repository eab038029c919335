"""Debian's Chromium without a window (apt-get install chromium chromium-driver), and what is shown.

Screenshots go to the folder in KG_SCREENSHOTS, if it is set.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service as Driver

from kg import write_graph
from kg.export.page import write_page
from tests.cli.sample import SAMPLE
from tests.picture.hostile import hostile_graph
from tests.serve.service import Service, serving

Open = Callable[..., webdriver.Chrome]


def _chromium(*, scripts: bool) -> webdriver.Chrome:
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    assert program, "apt-get install chromium"
    assert driver, "apt-get install chromium-driver"
    options = Options()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    if not scripts:
        settings = {"profile.managed_default_content_settings.javascript": 2}
        options.add_experimental_option("prefs", settings)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Driver(driver))


@pytest.fixture(scope="session")
def chromium() -> Iterator[webdriver.Chrome]:
    made = _chromium(scripts=True)
    yield made
    made.quit()


@pytest.fixture(scope="session")
def without_scripts() -> Iterator[webdriver.Chrome]:
    made = _chromium(scripts=False)
    yield made
    made.quit()


def show(
    browser: webdriver.Chrome, address: str, *, width: int = 1280, dark: bool = False
) -> webdriver.Chrome:
    """Open an address in a window of that width, light or dark."""
    size = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    browser.get("about:blank")  # or a change of the fragment alone loads nothing
    browser.get(address)
    return browser


def keep(browser: webdriver.Chrome, name: str) -> None:
    """Keep what is shown for a person to look at."""
    folder = os.environ.get("KG_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        browser.save_screenshot(str(Path(folder) / f"{name}.png"))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The sample graph, served as a user does."""
    path = tmp_path_factory.mktemp("served") / "sample.ttl"
    write_graph(SAMPLE, path)
    with serving(path) as running:
        yield running


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the sample graph as a page of its own."""
    return _exported(SAMPLE, tmp_path_factory)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page whose every text is an attack."""
    return _exported(hostile_graph(), tmp_path_factory)


def _exported(graph: object, folders: pytest.TempPathFactory) -> str:
    path = folders.mktemp("page") / "graph.html"
    with path.open("wb") as handle:
        write_page(graph, handle)  # type: ignore[arg-type]
    return path.as_uri()
