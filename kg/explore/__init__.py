"""The pages of the explorer: a graph in, HTML out. What may go in: the names of its interface.

Nothing here knows HTTP: `kg.serve.pages` has the routes. An `Index` is made once of a graph; each
page is a function of the index and of what its address asks for, and `render` makes it HTML.
"""

from kg.explore.index import Index
from kg.explore.templates import render

__all__ = ["Index", "render"]
