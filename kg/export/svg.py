"""Graph → a picture as SVG 2 (https://www.w3.org/TR/SVG2/). What may go in: pictures as SVG.

Limits: written, not read back; a picture shows the most important part of a large graph, and says
how much it leaves out. Colours stand as attributes, so that every reader draws the light picture;
a style sheet of its own turns them dark where the reader asks for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import IO

from kg.export.normal import normal
from kg.looks import Looks, load_looks
from kg.model import Graph
from kg.picture import Net, Part, Picture, draw
from kg.picture.letters import FONT
from kg.picture.scene import Item, Stroke, Text
from kg.picture.shapes import written
from kg.picture.style import LIGHT, dark_only


def write_svg(
    graph: Graph, output: IO[bytes], *, text: bool = True, part: Part | None = None
) -> None:
    """Write the picture of a graph.

    Args:
        text: changes nothing, articles' texts are not part of it.
        part: what to draw; without it, the statements between the entities that most is said of.
    """
    output.write(svg(draw(part or Net(normal(graph)).most_important())).encode())


def svg(picture: Picture, *, links: Mapping[str, str] | None = None, styled: bool = True) -> str:
    """Give a picture as SVG; equal pictures give equal texts.

    Args:
        links: address of what an item is about (an entity's IRI, a statement's id).
        styled: False leaves the style sheet out, for a page that has its own (`kg.picture.style`).
    """
    return "".join(_generate(picture, links or {}, load_looks(), styled))


def _generate(
    picture: Picture, links: Mapping[str, str], looks: Looks, styled: bool
) -> Iterator[str]:
    size = f'width="{picture.width}" height="{picture.height}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} class="picture" role="img"'
    yield f' viewBox="0 0 {picture.width} {picture.height}" font-family="{FONT}">\n'
    yield f"<title>{_text(picture.title)}</title>\n"
    if styled:
        yield f"<style>{dark_only(looks)}</style>\n"
    yield f'<rect class="f-paper" {size} fill="{LIGHT["paper"]}"/>\n'
    for item in picture.items:
        yield from _item(item, LIGHT | looks.inks(item.look), links.get(item.about))
    yield "</svg>\n"


def _item(item: Item, inks: Mapping[str, str], link: str | None) -> Iterator[str]:
    yield f'<a href="{_text(link)}">' if link else ""
    yield f'<g class="{item.part} {item.look}">'
    yield f"<title>{_text(item.title)}</title>" if item.title else ""
    yield from (_stroke(stroke, inks) for stroke in item.strokes)
    yield from (_line(text, inks) for text in item.texts)
    yield "</g></a>\n" if link else "</g>\n"


def _stroke(stroke: Stroke, inks: Mapping[str, str]) -> str:
    named = f"s-{stroke.line} f-{stroke.fill}"
    colours = f'fill="{inks[stroke.fill]}"'
    if stroke.line != "none":
        colours += f' stroke="{inks[stroke.line]}" stroke-width="{stroke.width}"'
    if stroke.dash:
        colours += f' stroke-dasharray="{" ".join(map(str, stroke.dash))}"'
    return f'<path class="{named}" d="{written(stroke.path)}" {colours}/>'


def _line(text: Text, inks: Mapping[str, str]) -> str:
    look = f'class="f-{text.ink}" font-size="{text.size}" fill="{inks[text.ink]}"'
    look += ' text-anchor="middle"' if text.middle else ""
    look += ' font-weight="bold"' if text.bold else ""
    return f'<text x="{text.x}" y="{text.y}" {look}>{_text(text.text)}</text>'


def _text(text: str) -> str:
    return escape("".join(c for c in text if c.isprintable() or c == "\n"))
