"""Graph ↔ Cytoscape JSON (https://js.cytoscape.org/#notation/elements-json), `.cyjs`.

What may go in: JSON in and out; the form of nodes and edges is in `kg/graph/networks.py`.

Limits: lists of texts are JSON lists; what is deeper (roles, evidence, articles) is JSON in a
string, because Cytoscape's tables hold nothing deeper. Half surrogate pairs and the line
separators that JSON leaves alone are written as `\\u` escapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kg.errors import GraphError
from kg.export.normal import normal
from kg.graph.networks import from_networkx, to_networkx
from kg.model import Graph

if TYPE_CHECKING:
    from kg.graph.networks import MultiDiGraph

_LISTS = frozenset(("aliases", "external", "premises"))
_REPEATED = frozenset("id key source target value name".split())
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def write_cyjs(graph: Graph, output: IO[bytes], *, text: bool = True) -> None:
    """Write a graph as Cytoscape JSON; equal graphs give equal bytes.

    Args:
        output: a binary handle.
        text: False leaves the articles' full text out; evidence sentences stay.
    """
    output.write(generate(graph, text=text).encode())


def read_cyjs(path: Path) -> Graph:
    """Read a graph that `write_cyjs` wrote.

    Raises:
        GraphError: the file cannot be read, or is not Cytoscape JSON of this program.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GraphError(f"{path}: not UTF-8: {error.reason} at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise GraphError(f"{path}:{error.lineno}: not JSON: {error.msg}") from error
    except GraphError as error:
        raise GraphError(f"{path}: {error}") from error


def generate(graph: Graph, *, text: bool = True) -> str:
    """Give the document of a graph: one node or edge a line."""
    made = to_networkx(normal(graph, text=text))
    nodes = [_node(node, data) for node, data in made.nodes(data=True)]
    edges = [_edge(*edge) for edge in made.edges(keys=True, data=True)]
    about, comma = _dumped(_told(made.graph)), ",\n"
    return (
        f'{{"data":{about},"directed":true,"multigraph":true,"elements":{{\n'
        f'"nodes":[\n{comma.join(nodes)}\n],\n"edges":[\n{comma.join(edges)}\n]}}}}\n'
    )


def parse(document: str) -> Graph:
    """Make the graph of a document.

    Raises:
        GraphError: it is JSON, but not of this program.
        json.JSONDecodeError: it is not JSON.
    """
    try:
        return normal(from_networkx(_network(json.loads(document))))
    except json.JSONDecodeError:
        raise
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise GraphError(f"JSON, but not a graph that kg wrote: {error!r}") from error


def _network(found: Mapping[str, Any]) -> MultiDiGraph:
    import networkx as nx

    made: MultiDiGraph = nx.MultiDiGraph()
    made.graph.update(_held(found["data"]))
    for node in found["elements"]["nodes"]:
        made.add_node(node["data"]["id"], **_held(node["data"]))
    for edge in found["elements"]["edges"]:
        data = edge["data"]
        for end in ("source", "target"):
            if data[end] not in made:
                raise KeyError(data[end])
        made.add_edge(data["source"], data["target"], key=data["id"], **_held(data))
    return made


def _node(node: str, data: Mapping[str, Any]) -> str:
    """Cytoscape shows `name`, networkx asks for `value`."""
    return _line({"id": node, "value": node, "name": data["label"], **_told(data)})


def _edge(source: str, target: str, key: str, data: Mapping[str, Any]) -> str:
    return _line({"id": key, "key": key, "source": source, "target": target, **_told(data)})


def _told(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: json.loads(v) if name in _LISTS else v for name, v in data.items()}


def _held(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: json.dumps(value, ensure_ascii=False) if name in _LISTS else value
        for name, value in data.items()
        if name not in _REPEATED
    }


def _line(data: Mapping[str, Any]) -> str:
    return _dumped({"data": data})


def _dumped(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
