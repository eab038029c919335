"""What pages load beside themselves: style sheets, script, icon. What may go in: reading these
files when the service starts, and the style sheet made of `ontologies/looks.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from kg.looks import Family, Kind, load_looks

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
# Corners of a badge, by the shape of the family; the others are as they are drawn in pictures.
_CORNERS = {"pill": "50%", "round": "0.3rem", "box": "0"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load: its bytes and media type."""

    content: bytes
    media_type: str


def load_assets() -> Mapping[str, Asset]:
    """Read every file of `kg/explore/static/`, by name; no request reads one."""
    folder = resources.files("kg.explore") / "static"
    found = {
        file.name: Asset(file.read_bytes(), _TYPES[f".{file.name.rpartition('.')[2]}"])
        for file in folder.iterdir()
        if file.is_file()
    }
    return {**found, "looks.css": Asset(looks_css().encode(), _TYPES[".css"])}


def looks_css() -> str:
    """Write the looks of classes and statements as a style sheet, for light and for dark.

    What weighs most comes last, so that it decides where a statement is of several kinds.
    """
    table = load_looks()
    kinds = table.kinds[::-1]
    light = [*map(_family, table.families), *map(_kind, kinds)]
    dark = [
        *(_colours(f".family-{f.name}", f.dark_line, f.dark_fill) for f in table.families),
        *(f".kind-{k.name}, .is-{k.name} {{ --line: {k.dark_line}; }}" for k in kinds),
    ]
    told = ["@media (prefers-color-scheme: dark) {", *dark, "}"]
    return "\n".join([*light, *told]) + "\n"


def _family(one: Family) -> str:
    return "\n".join(_badge(one))


def _badge(one: Family) -> Iterator[str]:
    yield _colours(f".family-{one.name}", one.line, one.fill)
    if one.shape in _CORNERS:
        yield f".badge.family-{one.name} {{ border-radius: {_CORNERS[one.shape]}; }}"


def _colours(selector: str, line: str, fill: str) -> str:
    return f"{selector} {{ --line: {line}; --fill: {fill}; }}"


def _kind(one: Kind) -> str:
    style = "dashed" if one.dash else "solid"
    return f".kind-{one.name}, .is-{one.name} {{ --line: {one.line}; --dash: {style}; }}"
