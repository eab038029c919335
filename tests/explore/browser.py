"""Chromium, driven as a person would. What may go in: starting it, and what its tests share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

AXE = Path(__file__).parents[2] / ".ci" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
MISSING = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
_PATIENCE = 10  # seconds


class Browser:
    """A browser that shows one service.

    Args:
        driver: Chromium.
        port: of the service on this machine.
    """

    def __init__(self, driver: Chrome, port: int) -> None:
        self.driver, self._base = driver, f"http://127.0.0.1:{port}"

    def open(self, path: str, **parameters: str) -> None:
        """Go to a page."""
        query = f"?{urlencode(parameters)}" if parameters else ""
        self.driver.get(f"{self._base}{path}{query}")

    @property
    def path(self) -> str:
        """Where it is."""
        return self.driver.current_url.removeprefix(self._base)

    @property
    def heading(self) -> str:
        """The first heading of the page."""
        return self.one("h1").text.replace("\xa0", " ")

    @property
    def text(self) -> str:
        """What a person reads."""
        return self.one("main").text

    def one(self, selector: str) -> WebElement:
        """The first element of a selector, waited for."""
        wait = WebDriverWait(self.driver, _PATIENCE)
        found: WebElement = wait.until(lambda d: d.find_element(By.CSS_SELECTOR, selector))
        return found

    def all(self, selector: str) -> list[WebElement]:
        """The elements of a selector that are there now."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def link(self, text: str) -> WebElement:
        """The first link with a text, waited for."""
        wait = WebDriverWait(self.driver, _PATIENCE)
        found: WebElement = wait.until(lambda d: d.find_element(By.PARTIAL_LINK_TEXT, text))
        return found

    def leave(self, element: WebElement) -> None:
        """Click what leads to another page, and wait until this one is gone."""
        element.click()
        WebDriverWait(self.driver, _PATIENCE).until(lambda _: _is_gone(element))

    def enter(self, field: WebElement, text: str = "") -> None:
        """Type into what is sent by Enter, and wait until this page is gone."""
        field.send_keys(text, Keys.ENTER)
        WebDriverWait(self.driver, _PATIENCE).until(lambda _: _is_gone(field))

    def complaints(self) -> list[str]:
        """What the browser wrote to its console: refused scripts and styles, errors.

        That an answer has the status of a mistake is none.
        """
        told = [entry["message"] for entry in self.driver.get_log("browser")]
        return [line for line in told if "the server responded with a status of 4" not in line]


def _is_gone(element: WebElement) -> bool:
    """Whether the page of an element is left; in between, the browser knows no such node."""
    try:
        element.is_enabled()
    except WebDriverException:
        return True
    return False


@contextmanager
def browsing(
    port: int,
    *,
    scripts: bool = True,
    width: int = 1280,
    dark: bool = False,
    downloads: Path | None = None,
) -> Iterator[Browser]:
    """Start Chromium without a window, and end it.

    Args:
        port: of the service.
        scripts: False turns JavaScript off.
        width: of the page in pixels; below 600 as on a telephone.
        dark: what the page is told that the person likes.
        downloads: the folder that files go to.
    """
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    settings: dict[str, object] = {"download.default_directory": str(downloads or "")}
    if not scripts:
        settings["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", settings)
    driver = Chrome(options=options, service=ChromeService(shutil.which("chromedriver")))
    try:
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        liked = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [liked]})
        yield Browser(driver, port)
    finally:
        driver.quit()
