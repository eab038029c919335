"""The graph in a page: its form, picture and legend as HTML, its script and style sheet.

What may go in: making that of `panel.html`, `graph.js` and `graph.css`, and finding d3, which
draws in the browser. d3 comes with the package mpld3, of the extras `picture` and `serve`; it is
read from there, and no copy of it is kept here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.errors import InputError
from kg.looks import load_looks
from kg.picture.elements import legend
from kg.picture.style import style_sheet

MOST = 40  # statements that an exported page shows at first
_LIBRARY = ("mpld3", "js", "d3.v5.min.js")


def panel(
    *,
    asked: Mapping[str, str],
    families: Sequence[tuple[str, str]],
    picture: Markup,
    note: str,
    source: str | None = None,
    action: str = "",
    choices: Mapping[str, Sequence[Any]] | None = None,
    most: int = MOST,
) -> Markup:
    """Make the part of a page that shows a graph.

    Args:
        asked: what the form holds, by the names of its fields.
        families: of relations, each with its label.
        picture: what is there before the script runs, and without it.
        note: what is shown, in words.
        source: the address that gives the script what `elements` makes; without it, the page holds
            all of it, and `choices` has its "entities", "articles" and "claimants".
        action: the address that the form goes to without the script.
        most: how many statements are shown, unless another number is asked for.
    """
    return Markup(
        environment()
        .get_template("panel.html")
        .render(
            asked=asked,
            families=families,
            picture=picture,
            note=note,
            source=source,
            action=action,
            offline=source is None,
            legend=legend(),
            most=str(most),
            **{"entities": (), "articles": (), "claimants": ()} | dict(choices or {}),
        )
    )


@cache
def environment() -> Environment:
    """Give the environment of the templates beside this module: everything is escaped."""
    return Environment(
        loader=PackageLoader("kg.picture", package_path=""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def script() -> str:
    """Give the text of our own script."""
    return _own("graph.js")


def style() -> str:
    """Give the style sheet of the panel and of what the script draws."""
    return _own("graph.css") + style_sheet(load_looks())


def page_style() -> str:
    """Give the style sheet of a page of its own."""
    return _own("page.css")


def library_file() -> Path:
    """Find the file of d3 (https://d3js.org), which mpld3 brings.

    Raises:
        InputError: mpld3 is not installed, or has no such file.
    """
    package, *inside = _LIBRARY
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, *inside)
        if path.is_file():
            return path
    raise InputError(
        f"the interactive graph needs {_LIBRARY[-1]} of {package}: install the extra,"
        " pip install 'kg-news[picture]'"
    )


def _own(name: str) -> str:
    return resources.files("kg.picture").joinpath(name).read_text(encoding="utf-8")
