"""Graph ↔ GraphML (http://graphml.graphdrawing.org/), for Gephi, yEd, igraph and networkx.

What may go in: XML in and out; the form of nodes and edges is in `kg/graph/networks.py`.

Limits: XML cannot hold most control characters, and a lone carriage return becomes a line feed
in it. They are written as `\\u` and four hexadecimal digits, and a `\\u` of the text itself as
`\\u005cu`; characters inside a JSON attribute are escaped as JSON does.
"""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast
from xml.etree import ElementTree

from kg.errors import GraphError
from kg.export.normal import normal
from kg.graph.networks import JSON_ATTRIBUTES, from_networkx, to_networkx
from kg.model import Graph

if TYPE_CHECKING:
    from kg.graph.networks import MultiDiGraph

_ILLEGAL = "[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_ESCAPED = re.compile(rf"\\(?=u)|{_ILLEGAL}")
_ESCAPED_JSON = re.compile(_ILLEGAL)


def write_graphml(graph: Graph, output: IO[bytes], *, text: bool = True) -> None:
    """Write a graph as GraphML; equal graphs give equal bytes.

    Args:
        output: a binary handle.
        text: False leaves the articles' full text out; evidence sentences stay.
    """
    output.write(generate(graph, text=text))


def read_graphml(path: Path) -> Graph:
    """Read a graph that `write_graphml` wrote.

    Raises:
        GraphError: the file cannot be read, or is not GraphML of this program.
    """
    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror}") from error
    except ElementTree.ParseError as error:
        raise GraphError(f"{path}:{error.position[0]}: not XML: {error}") from error
    except LookupError as error:  # an encoding that nobody knows
        raise GraphError(f"{path}: not XML: {error}") from error
    except GraphError as error:
        raise GraphError(f"{path}: {error}") from error


def generate(graph: Graph, *, text: bool = True) -> bytes:
    """Give the GraphML document of a graph."""
    from networkx.readwrite.graphml import GraphMLWriter

    made = to_networkx(normal(graph, text=text))
    _change(made, escape)
    writer = GraphMLWriter(prettyprint=True)
    writer.add_graph_element(made)
    booleans = {key.get("id") for key in writer.xml.iter("key") if _is_boolean(key)}
    for data in writer.xml.iter("data"):
        if data.get("key") in booleans:
            data.text = data.text.lower()  # networkx writes Python's True, XML has true
    _name_keys(writer.xml)
    ElementTree.indent(writer.xml)
    document: bytes = ElementTree.tostring(writer.xml, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def parse(document: bytes) -> Graph:
    """Make the graph of a GraphML document.

    Raises:
        GraphError: it is GraphML, but not of this program.
        xml.etree.ElementTree.ParseError: it is not XML.
    """
    import networkx as nx

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # of a key without a type: kg writes none
            read = nx.read_graphml(
                BytesIO(document), node_type=str, edge_key_type=str, force_multigraph=True
            )
        made = cast("MultiDiGraph", read)
        _change(made, unescape)
        return normal(from_networkx(made))
    except (
        *(nx.NetworkXError, UserWarning),
        *(KeyError, ValueError, TypeError, RecursionError),
    ) as error:
        raise GraphError(f"GraphML, but not a graph that kg wrote: {error}") from error


def escape(name: str, value: Any) -> Any:
    """Replace what XML cannot hold in an attribute's value.

    Example:
        >>> print(escape("label", "bell \\a"))
        bell \\u0007
    """
    if not isinstance(value, str):
        return value
    forbidden = _ESCAPED_JSON if name in JSON_ATTRIBUTES else _ESCAPED
    return forbidden.sub(lambda found: f"\\u{ord(found[0]):04x}", value)


def unescape(name: str, value: Any) -> Any:
    """Undo `escape`."""
    if not isinstance(value, str) or name in JSON_ATTRIBUTES:
        return value
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), value)


def _change(made: MultiDiGraph, change: Any) -> None:
    for _, data in made.nodes(data=True):
        data.update({name: change(name, value) for name, value in data.items()})
    for _, _, data in made.edges(data=True):
        data.update({name: change(name, value) for name, value in data.items()})
    made.graph.update({name: change(name, value) for name, value in made.graph.items()})


def _name_keys(xml: Any) -> None:
    """Name each key after what it is for: Gephi takes yEd's `d3` and `d7` for labels."""
    names = {key.get("id"): f"{key.get('for')}_{key.get('attr.name')}" for key in xml.iter("key")}
    for key in xml.iter("key"):
        key.set("id", names[key.get("id")])
    for data in xml.iter("data"):
        data.set("key", names[data.get("key")])


def _is_boolean(key: Any) -> bool:
    return bool(key.get("attr.type") == "boolean")
