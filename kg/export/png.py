"""Graph → a picture as PNG, drawn by matplotlib. What may go in: that drawing.

matplotlib is part of the extra `picture`, and imported when a picture is drawn.

Limits: written, not read back; the picture of `svg.py`, light, at twice its size. Letters come from
the font that matplotlib brings, so one installation gives the same bytes again, another version
may not; a letter that the font lacks is an empty box.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any

from kg.errors import InputError
from kg.export.normal import normal
from kg.looks import Looks, load_looks
from kg.model import Graph
from kg.picture import Net, Part, Picture, draw
from kg.picture.scene import Stroke, Text
from kg.picture.shapes import Path as Steps
from kg.picture.style import LIGHT

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

_SCALE = 2
_LARGEST = 2**15  # pixels of a side: more than readers of PNG take
_DPI = 72  # so that a point of matplotlib is a pixel of ours


def write_png(
    graph: Graph, output: IO[bytes], *, text: bool = True, part: Part | None = None
) -> None:
    """Write the picture of a graph.

    Args:
        text: changes nothing, articles' texts are not part of it.
        part: what to draw; without it, the statements between the entities that most is said of.

    Raises:
        InputError: matplotlib is not installed.
    """
    write_picture(draw(part or Net(normal(graph)).most_important()), output)


def write_picture(picture: Picture, output: IO[bytes]) -> None:
    """Write a picture as PNG; see `write_png`."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise InputError(
            f"PNG needs {error.name}: install the extra, pip install 'kg-news[picture]', or write"
            " SVG, which needs nothing"
        ) from error
    scale = min(_SCALE, _LARGEST / max(picture.width, picture.height))
    figure = Figure(figsize=(picture.width / _DPI, picture.height / _DPI), dpi=_DPI * scale)
    figure.patch.set_facecolor(LIGHT["paper"])
    _fill(figure, picture, load_looks())
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph \d+")
        figure.savefig(output, format="png", metadata={"Software": None})


def _fill(figure: Figure, picture: Picture, looks: Looks) -> None:
    axes = figure.add_axes((0, 0, 1, 1), frameon=False)
    axes.set_axis_off()
    axes.set_xlim(0, picture.width)
    axes.set_ylim(picture.height, 0)  # y grows downwards
    for order, item in enumerate(picture.items):
        inks = LIGHT | looks.inks(item.look)
        for stroke in item.strokes:
            axes.add_patch(_patch(stroke, inks, order))
        for text in item.texts:
            axes.text(text.x, text.y, text.text, **_letters(text, inks, order))


def _patch(stroke: Stroke, inks: Mapping[str, str], order: int) -> PathPatch:
    from matplotlib.patches import PathPatch

    dash = tuple(length / stroke.width for length in stroke.dash)  # in widths of the line
    return PathPatch(
        _path(stroke.path),
        facecolor=inks[stroke.fill],
        edgecolor=inks[stroke.line],
        linewidth=stroke.width if stroke.line != "none" else 0,
        linestyle=(0, dash) if dash else "solid",
        capstyle="butt",
        zorder=order + 1,
    )


def _path(steps: Steps) -> Path:
    from matplotlib.path import Path

    codes = {"M": [Path.MOVETO], "L": [Path.LINETO], "Q": [Path.CURVE3] * 2, "Z": [Path.CLOSEPOLY]}
    spots, kinds = [], []
    for letter, *numbers in steps:
        spots += list(zip(numbers[::2], numbers[1::2], strict=True)) or [(0, 0)]
        kinds += codes[str(letter)]
    return Path(spots, kinds)


def _letters(text: Text, inks: Mapping[str, str], order: int) -> dict[str, Any]:
    return {
        "color": inks[text.ink],
        "size": text.size,
        "ha": "center" if text.middle else "left",
        "va": "baseline",
        "weight": "bold" if text.bold else "normal",
        "family": "DejaVu Sans",
        "parse_math": False,  # a dollar in a label is a dollar
        "usetex": False,
        "zorder": order + 1,
    }
