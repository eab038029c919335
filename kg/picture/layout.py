"""Where boxes stand: near what they are tied to, and never one over another.

What may go in: geometry over numbers. It uses only + - * / and square roots, which IEEE 754 gives
to the last bit, and starts that are seeded: the same boxes come to the same whole pixels on every
machine. Method: stress majorization (Gansner, Koren and North, Graph Drawing 2004) from several
starts; then the labels of links join as boxes of their own, and what overlaps is pushed apart.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import sqrt
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Size: TypeAlias = tuple[int, int]
Link: TypeAlias = tuple[int, int]

_LENGTH = 104.0  # pixels of height between the centres of linked boxes
_WIDER = 1.7  # labels are wider than high, and so are screens
_GAP_X, _GAP_Y = 14, 10  # pixels between boxes
_BLOCK_GAP = 40  # pixels between parts that no link joins
_LABEL_X, _LABEL_Y = 22, 18  # pixels between the label of a link and a box: room for the arrow
_ROUNDS = 50
_STEPS = 2_000_000  # of one layout: with more boxes there are fewer starts
_MOST_STARTS = 12
_THROUGH = 4  # crossings that a line through a box counts as much as
_LONG = 300.0  # pixels of line that count as much as a crossing
_PUSHES = 150  # rounds before everything is spread a little


def place(
    sizes: Sequence[Size], links: Sequence[Link], labels: Sequence[Size]
) -> tuple[list[Point], list[Point]]:
    """Find a place for boxes, and for the labels of the links between them.

    Args:
        sizes: width and height of each box, in pixels.
        links: pairs of boxes that belong side by side.
        labels: width and height of the label of each link.

    Returns:
        The centres of the boxes and those of the labels, in whole pixels. No two of all of them
        overlap, and all are right of and below (0, 0).

    Example:
        >>> place([(40, 20), (40, 20)], [(0, 1)], [(30, 10)])[0][0] != (0, 0)
        True
    """
    blocks = []
    for group in _components(len(sizes), links):
        number = {box: i for i, box in enumerate(group)}
        inner = [i for i, (a, _) in enumerate(links) if a in number]
        ties = [(number[links[i][0]], number[links[i][1]]) for i in inner]
        members = [*group, *(len(sizes) + i for i in inner)]
        boxes = [sizes[box] for box in group] + [labels[i] for i in inner]
        blocks.append((members, boxes, _block(len(group), ties, boxes)))
    centres = _packed(blocks)
    found = [centres[i] for i in range(len(sizes) + len(links))]
    return found[: len(sizes)], found[len(sizes) :]


def _block(count: int, ties: Sequence[Link], boxes: Sequence[Size]) -> list[Point]:
    """Place what hangs together, from several starts; keep what has the fewest crossings."""
    apart = _distances(count, ties)
    halves = [half for i, (a, b) in enumerate(ties) for half in ((a, count + i), (count + i, b))]
    with_labels = _distances(len(boxes), halves)
    starts = min(_MOST_STARTS, max(1, _STEPS // (len(boxes) * len(boxes) * _ROUNDS)))
    tries = []
    for seed in range(starts):
        points = _started(count, apart, seed)
        for i, (a, b) in enumerate(ties):
            (ax, ay), (bx, by) = points[a], points[b]
            aside = 1.0 + i % 5  # links of one pair begin apart
            points.append(((ax + bx) / 2 + aside, (ay + by) / 2 - aside))
        _majorize(points, with_labels, _LENGTH / 2, rounds=12)
        points = _apart([(x * _WIDER, y) for x, y in points], boxes, halves, count)
        tries.append((_faults(points, boxes, halves), seed, points))
    return min(tries)[2]


def _components(count: int, links: Sequence[Link]) -> Iterator[list[int]]:
    near = _nearby(count, links)
    seen: set[int] = set()
    for start in range(count):
        if start not in seen:
            group = sorted(_reached(near, start))
            seen.update(group)
            yield group


def _nearby(count: int, links: Iterable[Link]) -> list[list[int]]:
    near: list[set[int]] = [set() for _ in range(count)]
    for a, b in links:
        near[a].add(b)
        near[b].add(a)
    return [sorted(others) for others in near]


def _reached(near: Sequence[Sequence[int]], start: int) -> dict[int, int]:
    """How many links each box is away from one."""
    found, waiting = {start: 0}, deque([start])
    while waiting:
        here = waiting.popleft()
        for other in near[here]:
            if other not in found:
                found[other] = found[here] + 1
                waiting.append(other)
    return found


def _distances(count: int, links: Sequence[Link]) -> list[dict[int, int]]:
    near = _nearby(count, links)
    return [_reached(near, box) for box in range(count)]


# ── stress ───────────────────────────────────────────────────────────────────────────────────────


def _started(count: int, apart: list[dict[int, int]], seed: int) -> list[Point]:
    chance = random.Random(seed)
    side = _LENGTH * sqrt(count)
    points = [(chance.random() * side, chance.random() * side) for _ in range(count)]
    _majorize(points, apart, _LENGTH, rounds=_ROUNDS)
    return points


def _majorize(
    points: list[Point], apart: list[dict[int, int]], length: float, *, rounds: int
) -> None:
    for _ in range(rounds):
        for i, away in enumerate(apart):
            points[i] = _moved(i, points, away, length)


def _moved(i: int, points: list[Point], away: dict[int, int], length: float) -> Point:
    """Where a box would best stand as the others do; a neighbour counts for most."""
    x, y = points[i]
    total = sum_x = sum_y = 0.0
    for j, hops in away.items():
        if j != i:
            other_x, other_y = points[j]
            dx, dy = x - other_x, y - other_y
            weight = 1.0 / (hops * hops)
            part = hops * length / (sqrt(dx * dx + dy * dy) or 1.0)
            total += weight
            sum_x += weight * (other_x + dx * part)
            sum_y += weight * (other_y + dy * part)
    return (sum_x / total, sum_y / total) if total else (x, y)


# ── room for every box ───────────────────────────────────────────────────────────────────────────


def _apart(
    points: list[Point], boxes: Sequence[Size], lines: Sequence[Link], count: int
) -> list[Point]:
    """Push apart what overlaps, and off the lines what they would run through.

    Args:
        points: centres of boxes and, from `count` on, of labels.
    """
    room = _Room(boxes, count)
    for _ in range(_PUSHES // 2):
        if not (_off_lines(points, boxes, lines) | room.push(points)):
            break
    while True:
        for _ in range(_PUSHES):
            if not room.push(points):
                rounded = [(float(round(x)), float(round(y))) for x, y in points]
                if not room.push(rounded, slack=1):
                    room.settle(rounded, lines)
                    return rounded
        points = [(x * 1.08 + i / 8, y * 1.08 + i / 8) for i, (x, y) in enumerate(points)]


class _Room:
    """The room that boxes need, those from `count` on being labels."""

    def __init__(self, boxes: Sequence[Size], count: int) -> None:
        self.boxes, self.count = boxes, count

    def push(self, points: list[Point], *, slack: int = 0) -> bool:
        """Move each overlapping pair apart where it takes least; tell whether there was any."""
        left = [x - w / 2 for (x, _), (w, _) in zip(points, self.boxes, strict=True)]
        order = sorted(range(len(points)), key=lambda i: (left[i], i))
        any_moved = False
        for at, i in enumerate(order):
            right = left[i] + self.boxes[i][0] + _LABEL_X
            for j in order[at + 1 :]:
                if left[j] >= right:
                    break
                any_moved |= self._push(points, i, j, slack)
        return any_moved

    def settle(self, points: list[Point], lines: Sequence[Link]) -> None:
        """Let each label go as far to the middle of its link as there is room."""
        for (a, label), (_, b) in zip(lines[::2], lines[1::2], strict=True):
            x, y = points[label]
            to_x = (points[a][0] + points[b][0]) / 2 - x
            to_y = (points[a][1] + points[b][1]) / 2 - y
            for part in (1.0, 0.75, 0.5, 0.25):
                points[label] = (float(round(x + to_x * part)), float(round(y + to_y * part)))
                if self._is_free(points, label):
                    break
            else:
                points[label] = (x, y)

    def _is_free(self, points: list[Point], i: int) -> bool:
        return not any(
            j != i and min(self._overlap(points, i, j, slack=1)) > 0 for j in range(len(points))
        )

    def _overlap(self, points: list[Point], i: int, j: int, slack: int) -> Point:
        mixed = (i < self.count) != (j < self.count)
        gap_x, gap_y = (_LABEL_X, _LABEL_Y) if mixed else (_GAP_X, _GAP_Y)
        (ax, ay), (bx, by) = points[i], points[j]
        over_x = (self.boxes[i][0] + self.boxes[j][0]) / 2 + gap_x - slack - abs(ax - bx)
        over_y = (self.boxes[i][1] + self.boxes[j][1]) / 2 + gap_y - slack - abs(ay - by)
        return over_x, over_y

    def _push(self, points: list[Point], i: int, j: int, slack: int) -> bool:
        (ax, ay), (bx, by) = points[i], points[j]
        over_x, over_y = self._overlap(points, i, j, slack)
        if over_x <= 0.01 or over_y <= 0.01:
            return False
        if over_x < over_y * _WIDER:
            step = over_x / 2 if ax < bx else -over_x / 2
            points[i], points[j] = (ax - step, ay), (bx + step, by)
        else:
            step = over_y / 2 if ay < by else -over_y / 2
            points[i], points[j] = (ax, ay - step), (bx, by + step)
        return True


def _off_lines(points: list[Point], boxes: Sequence[Size], lines: Sequence[Link]) -> bool:
    any_moved = False
    for a, b in lines:
        for i in range(len(points)):
            if i not in (a, b):
                step = _way_off(points[a], points[b], points[i], boxes[i])
                if step:
                    any_moved = True
                    points[i] = (points[i][0] + step[0], points[i][1] + step[1])
    return any_moved


def _way_off(a: Point, b: Point, box: Point, size: Size) -> Point | None:
    """How far a box has to move for a line not to run through it, and a part of that way."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    if not square:
        return None
    along = ((box[0] - a[0]) * dx + (box[1] - a[1]) * dy) / square
    if not 0 < along < 1:
        return None
    length = sqrt(square)
    normal_x, normal_y = -dy / length, dx / length
    off = (box[0] - a[0]) * normal_x + (box[1] - a[1]) * normal_y
    reach = abs(normal_x) * size[0] / 2 + abs(normal_y) * size[1] / 2 + 4
    if abs(off) >= reach:
        return None
    step = (reach - abs(off)) / 2 * (1 if off >= 0 else -1)
    return normal_x * step, normal_y * step


# ── what is wrong with a layout ──────────────────────────────────────────────────────────────────


def _faults(points: Sequence[Point], boxes: Sequence[Size], lines: Sequence[Link]) -> float:
    """Count lines that cross each other, for more those through a box, for less long ones."""
    crossed = sum(
        _cross(points[a], points[b], points[c], points[d])
        for (a, b), (c, d) in combinations(lines, 2)
        if len({a, b, c, d}) == 4
    )
    through = sum(
        _way_off(points[a], points[b], points[i], boxes[i]) is not None
        for a, b in lines
        for i in range(len(points))
        if i not in (a, b)
    )
    # whole numbers, because versions of Python differ in how they sum others
    long = sum(
        round(abs(points[a][0] - points[b][0]) / _WIDER + abs(points[a][1] - points[b][1]))
        for a, b in lines
    )
    return crossed + _THROUGH * through + long / _LONG


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return (_side(a, b, c) > 0) != (_side(a, b, d) > 0) and (_side(c, d, a) > 0) != (
        _side(c, d, b) > 0
    )


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


# ── parts that nothing joins ─────────────────────────────────────────────────────────────────────


def _packed(blocks: Sequence[tuple[list[int], list[Size], list[Point]]]) -> dict[int, Point]:
    """Put blocks side by side in rows: the largest first, as wide as the widest, or as a screen."""
    framed = sorted(
        ((*_frame(points, boxes), members, points) for members, boxes, points in blocks),
        key=lambda block: (-(block[2] * block[3]), block[4]),
    )
    area = sum(wide * high for _, _, wide, high, _, _ in framed)
    most = max([sqrt(area * _WIDER) * 1.1, *(block[2] for block in framed)])
    found: dict[int, Point] = {}
    x = y = row = 0.0
    for left, top, wide, high, members, points in framed:
        if x and x + wide > most:
            x, y, row = 0.0, y + row + _BLOCK_GAP, 0.0
        for member, (px, py) in zip(members, points, strict=True):
            found[member] = (px - left + x, py - top + y)
        x, row = x + wide + _BLOCK_GAP, max(row, high)
    return found


def _frame(points: Sequence[Point], boxes: Sequence[Size]) -> tuple[float, float, float, float]:
    """The left, top, width and height of what boxes cover, in whole pixels."""
    around = list(zip(points, boxes, strict=True))
    left = min(x - w // 2 - 1 for (x, _), (w, _) in around)
    top = min(y - h // 2 - 1 for (_, y), (_, h) in around)
    right = max(x + w // 2 + 1 for (x, _), (w, _) in around)
    bottom = max(y + h // 2 + 1 for (_, y), (_, h) in around)
    return left, top, right - left, bottom - top
