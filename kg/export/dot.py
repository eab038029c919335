"""Graph → Graphviz DOT (https://graphviz.org/doc/info/lang.html), for drawing.

What may go in: how nodes and edges look, and DOT's quoting. Their attributes are those of
`kg/graph/networks.py`; the drawing passes over the ones that Graphviz does not know.

Limits: written, not read back. The articles' full texts are left out. A label of more than 200
characters is cut, because dot cannot lay it out; all of it stands in `full_label`. Every
text is an `escString` (https://graphviz.org/docs/attr-types/escString/), with `&` as `&amp;`: a
reader that does not draw sees `\\\\`, `\\n` and `&amp;`. What XML cannot hold, which SVG is, is
escaped as in GraphML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from kg.export.graphml import escape
from kg.export.normal import normal
from kg.graph.networks import to_networkx
from kg.model import Graph, Statement

_ESC_STRING = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "&": "&amp;"})
_SHAPES = {"entity": "box", "literal": "plaintext", "none": "point"}
_LONG = 200  # characters of a label
_PIECE = 2000  # characters; older versions of Graphviz read no more than 16,384 bytes at a time
_RENAMED = {"model": "language_model"}  # Graphviz has a model of its own


def write_dot(graph: Graph, output: IO[bytes], *, text: bool = True) -> None:
    """Write a graph as DOT; `text` changes nothing, articles' texts are not part of it."""
    for line in generate(graph):
        output.write(line.encode())


def generate(graph: Graph) -> Iterator[str]:
    """Give a graph's lines: a negative statement is drawn red, one that is not actual dashed."""
    graph = normal(graph, text=False)
    made = to_networkx(graph)
    statements = graph.by_id()
    yield "digraph kg {\n"
    yield f"graph {_attributes(made.graph)};\n"
    for node, data in made.nodes(data=True):
        yield f"{quoted(node)} {_attributes({'shape': _SHAPES[data['kind']], **_cut(data)})};\n"
    for source, target, key, data in made.edges(keys=True, data=True):
        look = _look(statements[key])
        yield f"{quoted(source)} -> {quoted(target)} {_attributes({**look, **_cut(data)})};\n"
    yield "}\n"


def quoted(text: str) -> str:
    """Quote a text for DOT.

    Example:
        >>> print(quoted('a "b" \\\\N & c'))
        "a \\"b\\" \\\\N &amp; c"
    """
    starts = range(0, len(text) or 1, _PIECE)
    return " + ".join(f'"{text[at : at + _PIECE].translate(_ESC_STRING)}"' for at in starts)


def _look(statement: Statement) -> dict[str, str]:
    return {
        "color": "red" if statement.polarity == "negative" else "black",
        "style": "solid" if statement.modality == "actual" else "dashed",
        "tooltip": "\n".join(evidence.text for evidence in statement.evidence),
    }


def _cut(data: Mapping[str, Any]) -> dict[str, Any]:
    label = data["label"]
    if len(label) <= _LONG:
        return dict(data)
    return {**data, "label": label[: _LONG - 1] + "…", "full_label": label}


def _attributes(data: Mapping[str, Any]) -> str:
    named = sorted((_RENAMED.get(name, name), _text(name, value)) for name, value in data.items())
    return f"[{', '.join(f'{name}={quoted(text)}' for name, text in named)}]"


def _text(name: str, value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(escape(name, value))
