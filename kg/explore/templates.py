"""Templates to HTML. What may go in: their environment, and how a value becomes safe text.

Everything is escaped, and no template writes a value into a script or a style. Characters that
cannot stand in HTML, steer a terminal or turn the direction of a line are shown as signs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.explore import addresses
from kg.graph.description import sentence
from kg.looks import load_looks
from kg.model import Entity

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_PICTURES = 0x2400  # of the control characters below a blank
_LABEL = 90  # characters of a label in a line of text


def render(template: str, **values: Any) -> str:
    """Make a page of a template of `kg/explore/templates/`."""
    return _environment().get_template(template).render(values)


def preload() -> None:
    """Read all templates, so that no request reads a file."""
    for name in _environment().list_templates():
        _environment().get_template(name)


def printable(value: object) -> object:
    """Show characters that cannot be seen as signs; HTML that a template made stays as it is.

    Example:
        >>> printable("a\\x00b\\u202e")
        'a␀b�'
    """
    if isinstance(value, Markup):
        return value
    text = value if isinstance(value, str) else str(value)
    return _UNSEEN.sub(_sign, text) if _UNSEEN.search(text) else text


def shortened(text: str, most: int = _LABEL) -> str:
    """Cut a long text; a label can have any length.

    Example:
        >>> shortened("one two three", 9)
        'one two …'
    """
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most and len(text) <= 4 * most else f"{line[: most - 1]}…"


def counted(many: int, one: str, several: str = "") -> str:
    """Write a number with its noun.

    Example:
        >>> counted(1, "article"), counted(1200, "entity", "entities")
        ('1 article', '1,200 entities')
    """
    return f"{many:,} {one if many == 1 else several or one + 's'}"


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code < 0x20 else "␡" if code == 0x7F else "�"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("kg.explore"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"short": shortened, "counted": counted}
    made.tests["entity"] = lambda value: isinstance(value, Entity)
    made.globals |= {
        "address": addresses.address,
        "entity_address": addresses.entity_address,
        "statement_address": addresses.statement_address,
        "article_address": addresses.article_address,
        "outside": addresses.outside,
        "looks": load_looks(),
        "sentence": sentence,
    }
    return made
