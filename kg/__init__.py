"""A knowledge-graph builder for English news: articles in, a queryable graph of statements out.

What may go in: the version and the names of the public interface, loaded when first used, so that
`import kg` costs nothing.

    >>> from kg import Article, Graph, build, read_articles, read_graph, write_graph

An article becomes a value, whether it is read from a file or made on the spot:

    >>> article = Article.of(id="hamadan", text="Russia uses the base.", published="2016-08-16")
    >>> article.text[0:6]
    'Russia'

`build` reads articles and links what they say into one `Graph`:

    >>> graph = build([])
    >>> graph.statements
    ()

and `write_graph` and `read_graph` keep it in any of the formats:

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "news.ttl"
    ...     write_graph(graph, path)
    ...     read_graph(path).statements
    ()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.export import write_graph
    from kg.frame import to_frame
    from kg.ingest import read_articles
    from kg.model import Article, Graph
    from kg.pipeline import build
    from kg.store import read_graph

__version__ = "0.1.0"

__all__ = ["Article", "Graph", "build", "read_articles", "read_graph", "to_frame", "write_graph"]

_WHERE = {
    "Article": "kg.model",
    "Graph": "kg.model",
    "build": "kg.pipeline",
    "read_articles": "kg.ingest",
    "read_graph": "kg.store",
    "to_frame": "kg.frame",
    "write_graph": "kg.export",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module 'kg' has no {name!r}: it has {', '.join(__all__)}")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
