"""A graph as a picture: what is drawn of it, how it looks, where everything stands.

What may go in: the way from a graph to shapes and texts at whole pixels. Files of them are written
by `kg/export`, pages that show them by `kg/explore`. Nothing here needs a library: the same graph
gives the same picture on every machine.
"""

from kg.picture.parts import MOST, Net, Part, only
from kg.picture.scene import Picture, draw

__all__ = ["MOST", "Net", "Part", "Picture", "draw", "only"]
