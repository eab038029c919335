"""A part of a graph as shapes and texts at whole pixels. What may go in: composing a picture.

A picture is items in the order of painting: lines first, then labels, boxes and the legend. Each
item has one look by name (`kg.looks`), so that writers choose colours, light or dark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import TypeAlias

from kg.graph.description import qualifiers, sentence
from kg.looks import Family, Kind, Looks, load_looks
from kg.model import Entity, Statement, Value
from kg.picture import shapes
from kg.picture.layout import place
from kg.picture.letters import lines, shown, width
from kg.picture.parts import Part
from kg.picture.shapes import Path

Ink: TypeAlias = OneOf["line", "fill", "none", "paper", "text", "faint"]

EDGE_SIZE, _NODE, _SMALL = 11, 13, 12  # sizes of letters, in pixels
_NODE_MOST, _EDGE_WIDE = 150, 130  # pixels of a line of a label
_MARGIN = 24
_ROW = 24  # height of a row of the legend
_EVIDENCE = 300  # characters of a sentence in a tooltip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line or an area: which ink it takes for its outline and its inside."""

    path: Path
    line: Ink = "none"
    fill: Ink = "none"
    width: int = 1
    dash: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text; `y` is its base line, `x` its middle or start."""

    x: int
    y: int
    text: str
    size: int
    middle: bool = True
    bold: bool = False
    ink: Ink = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What belongs together: an entity, a statement's line, its label, a row of the legend.

    `look` is the family or kind whose colours the ink "line" and "fill" stand for; `about` is the
    IRI of an entity or the id of a statement.
    """

    part: OneOf["line", "label", "node", "legend", "note"]
    look: str
    strokes: tuple[Stroke, ...] = ()
    texts: tuple[Text, ...] = ()
    about: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture, in pixels; `title` says in words what it shows."""

    width: int
    height: int
    items: tuple[Item, ...]
    title: str


def draw(part: Part) -> Picture:
    """Compose the picture of a part of a graph; a note says how much of it is left out.

    Example:
        >>> from kg.model import Entity, Relation, Statement
        >>> iran, russia = (Entity(id=f"https://x.example/{n}", label=n, type="Country")
        ...                 for n in ("Iran", "Russia"))
        >>> hosts = Relation(id="https://kg.example/ontology#hosts", label="hosts")
        >>> one = Statement(id="s", subject=iran, relation=hosts, object=russia)
        >>> picture = draw(Part(statements=(one,), of=1, title="Iran"))
        >>> [text.text for item in picture.items for text in item.texts][:3]
        ['hosts', 'Iran', 'Russia']
    """
    return _Drawing(part, load_looks()).picture()


@dataclass(frozen=True, slots=True)
class _Edge:
    """Statements of one pair, relation and look, drawn as one line."""

    source: str
    target: str
    statements: tuple[Statement, ...]
    kinds: tuple[Kind, ...]
    label: tuple[str, ...]

    @property
    def size(self) -> tuple[int, int]:
        return _size(self.label, EDGE_SIZE, 4, 2)


@dataclass(frozen=True, slots=True)
class Node:
    """The box of an entity or value, with its label in lines."""

    family: Family
    target: Entity | Value | None
    label: tuple[str, ...]
    bold: bool = False  # such letters are wider

    @classmethod
    def of(cls, target: Entity | Value | None, family: Family, *, bold: bool = False) -> Node:
        """Break a label into the lines of a box."""
        label = lines(label_of(target), size=_NODE, most=_NODE_MOST, count=3)
        return cls(family, target, label, bold)

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height, in pixels."""
        side = 14 if self.family.shape in ("box", "round") else 20
        wide, high = _size(self.label, _NODE, side, 7)
        return (wide + wide // 16 * 2 if self.bold else wide), high


class _Drawing:
    """One picture in the making."""

    def __init__(self, part: Part, looks: Looks) -> None:
        self.part, self.looks = part, looks
        self.nodes = dict(self._nodes())
        self.edges = list(self._edges())

    def picture(self) -> Picture:
        keys = list(self.nodes)
        links = [(keys.index(e.source), keys.index(e.target)) for e in self.edges]
        sizes = [node.size for node in self.nodes.values()]
        centres, labels = place(sizes, links, [e.size for e in self.edges])
        legend = self._legend_rows()
        head = list(_head(self.part.title, self._left_out()))
        top = _MARGIN + (44 if head else 0)
        here = {
            key: (round(x) + _MARGIN, round(y) + top)
            for key, (x, y) in zip(keys, centres, strict=True)
        }
        spots = [(round(x) + _MARGIN, round(y) + top) for x, y in labels]
        boxes = [*zip(here.values(), sizes, strict=True)]
        boxes += zip(spots, (e.size for e in self.edges), strict=True)
        right = max([x + w // 2 for (x, _), (w, _) in boxes], default=0)
        bottom = max([y + h // 2 for (_, y), (_, h) in boxes], default=top)
        wide = max(right + _MARGIN, 560, *(width(t.text, t.size) + 2 * _MARGIN for t in head))
        rows = list(_legend(legend, wide, bottom + _MARGIN))
        high = max([bottom, *(t.y for item in rows for t in item.texts)]) + _MARGIN
        drawn = [*self._lines(here, spots), *self._labels(spots), *self._boxes(here), *rows]
        if head:
            drawn.append(Item(part="note", look="said", texts=tuple(head)))
        return Picture(width=wide, height=high, items=tuple(drawn), title=self._told())

    def _nodes(self) -> Iterator[tuple[str, Node]]:
        for statement in self.part.statements:
            for key, target in statement_ends(statement):
                bold = key in self.part.centre
                yield key, Node.of(target, self.looks.family(target), bold=bold)

    def _edges(self) -> Iterator[_Edge]:
        groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
        for statement in self.part.statements:
            kinds = "".join(kind.name for kind in self.looks.of(statement))
            source, target = (key for key, _ in statement_ends(statement))
            groups[source, target, statement.relation.label, kinds].append(statement)
        for (source, target, label, _), together in groups.items():
            kinds_ = self.looks.of(together[0])
            marked = " ".join([*(k.mark for k in kinds_ if k.mark), label])
            many = f" ({len(together)})" if len(together) > 1 else ""
            shown_ = lines(marked + many, size=EDGE_SIZE, most=_EDGE_WIDE, count=2)
            yield _Edge(source, target, tuple(together), kinds_, shown_)

    def _left_out(self) -> str:
        drawn, of = len(self.part.statements), self.part.of
        what = "statement" if of == 1 else "statements"
        if drawn == of:
            return f"{of:,} {what}"
        return f"{drawn:,} of {of:,} {what}; {of - drawn:,} are left out"

    def _told(self) -> str:
        title = shown(self.part.title)
        return f"{title}: {self._left_out()}" if title else self._left_out()

    def _lines(
        self, here: dict[str, tuple[int, int]], spots: Sequence[tuple[int, int]]
    ) -> Iterator[Item]:
        for edge, spot in zip(self.edges, spots, strict=True):
            start, end = here[edge.source], here[edge.target]
            size = self.nodes[edge.target].size
            strokes = shapes.arrow(start, spot, end, size, own=edge.source == edge.target)
            shaft, *tip = strokes
            dash = next((kind.dash for kind in edge.kinds if kind.dash), ())
            drawn = [Stroke(path=shaft, line="line", width=2, dash=dash)]
            drawn += [Stroke(path=path, fill="line") for path in tip]
            yield Item(
                part="line",
                look=edge.kinds[0].name,
                strokes=tuple(drawn),
                about=edge.statements[0].id,
                title=_tooltip(edge),
            )

    def _labels(self, spots: Sequence[tuple[int, int]]) -> Iterator[Item]:
        for edge, (x, y) in zip(self.edges, spots, strict=True):
            back = Stroke(path=shapes.box(x, y, *edge.size), fill="paper")
            yield Item(
                part="label",
                look=edge.kinds[0].name,
                strokes=(back,),
                texts=tuple(_texts(edge.label, x, y, EDGE_SIZE, ink="line")),
                about=edge.statements[0].id,
                title=_tooltip(edge),
            )

    def _boxes(self, here: dict[str, tuple[int, int]]) -> Iterator[Item]:
        for key, node in self.nodes.items():
            x, y = here[key]
            wide, high = node.size
            path = shapes.outline(node.family.shape, x, y, wide, high)
            kind = node.target.type if isinstance(node.target, Entity) else "value"
            yield Item(
                part="node",
                look=node.family.name,
                strokes=(Stroke(path=path, line="line", fill="fill", width=3 if node.bold else 2),),
                texts=tuple(_texts(node.label, x, y, _NODE, bold=node.bold)),
                about=node.target.id if isinstance(node.target, Entity) else "",
                title=f"{shown(label_of(node.target))} ({kind})",
            )

    def _legend_rows(self) -> list[Family | Kind]:
        families = {node.family.name for node in self.nodes.values()}
        kinds = {kind.name for edge in self.edges for kind in edge.kinds}
        return [
            *(family for family in self.looks.families if family.name in families),
            *(kind for kind in self.looks.kinds if kind.name in kinds),
        ]


def statement_ends(statement: Statement) -> tuple[tuple[str, Entity | Value | None], ...]:
    """Give both boxes of a statement by key: an object that is no entity has one of its own."""
    target = statement.object
    key = target.id if isinstance(target, Entity) else f"{statement.id}#object"
    return ((statement.subject.id, statement.subject), (key, target))


def label_of(target: Entity | Value | None) -> str:
    """Give the label of a box; that of no object at all is a dash."""
    return target.label if target else "–"


def _size(label: Sequence[str], size: int, side: int, above: int) -> tuple[int, int]:
    wide = max(width(line, size) for line in label) + 2 * side
    return wide + wide % 2, len(label) * (size + 3) + 2 * above


def _texts(
    label: Sequence[str], x: int, y: int, size: int, *, bold: bool = False, ink: Ink = "text"
) -> Iterator[Text]:
    step = size + 3
    first = y - step * (len(label) - 1) // 2 + (size * 3 + 4) // 8
    for i, line in enumerate(label):
        yield Text(x=x, y=first + i * step, text=line, size=size, bold=bold, ink=ink)


def _tooltip(edge: _Edge) -> str:
    told = []
    for statement in edge.statements:
        told.append(shown(f"{sentence(statement)}: {qualifiers(statement)}"))
        told += [f"“{shown(e.text)[:_EVIDENCE]}” ({shown(e.article)})" for e in statement.evidence]
    return "\n".join(told[:6])


def _head(title: str, note: str) -> Iterator[Text]:
    if title:
        [line] = lines(title, size=16, most=480, count=1)
        yield Text(x=_MARGIN, y=_MARGIN + 12, text=line, size=16, middle=False, bold=True)
        yield Text(x=_MARGIN, y=_MARGIN + 32, text=note, size=_SMALL, middle=False, ink="faint")


def _legend(rows: Sequence[Family | Kind], wide: int, top: int) -> Iterator[Item]:
    """The looks that come up, in columns as wide as the longest."""
    x, y = _MARGIN, top
    for row in rows:
        mark = f" {row.mark}" if isinstance(row, Kind) and row.mark else ""
        label = row.label + mark
        needed = 34 + width(label, _SMALL) + 22
        if x > _MARGIN and x + needed > wide:
            x, y = _MARGIN, y + _ROW
        yield _sample(row, label, x, y)
        x += needed


def _sample(row: Family | Kind, label: str, x: int, y: int) -> Item:
    middle = y + _ROW // 2
    if isinstance(row, Family):
        path = shapes.outline(row.shape, x + 13, middle, 26, 14)
        stroke = Stroke(path=path, line="line", fill="fill", width=2)
    else:
        path = (("M", x, middle), ("L", x + 28, middle))
        stroke = Stroke(path=path, line="line", width=2, dash=row.dash)
    text = Text(x=x + 34, y=middle + 4, text=label, size=_SMALL, middle=False)
    return Item(part="legend", look=row.name, strokes=(stroke,), texts=(text,))
