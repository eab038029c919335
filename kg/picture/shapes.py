"""Outlines and arrows as paths of whole pixels. What may go in: such paths.

A path is steps as in SVG (https://www.w3.org/TR/SVG2/paths.html): M and L to a point, Q by a point
to another, Z back to the start.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from types import MappingProxyType
from typing import TypeAlias

Step: TypeAlias = tuple[str | int, ...]
Path: TypeAlias = tuple[Step, ...]
Spot: TypeAlias = tuple[int, int]

_TIP, _HALF = 10, 4  # pixels of the tip of an arrow: its length, half of its width


def outline(shape: str, x: int, y: int, wide: int, high: int) -> Path:
    """Give the outline of a shape of `kg.looks` around a centre.

    Example:
        >>> outline("box", 10, 10, 8, 4)[:3]
        (('M', 6, 8), ('L', 14, 8), ('L', 14, 12))
    """
    return _OUTLINES[shape](x, y, wide, high)


def box(x: int, y: int, wide: int, high: int) -> Path:
    """Give a rectangle around a centre."""
    left, top, right, bottom = _edges(x, y, wide, high)
    return _polygon((left, top), (right, top), (right, bottom), (left, bottom))


def arrow(start: Spot, by: Spot, end: Spot, size: Spot, *, own: bool = False) -> tuple[Path, ...]:
    """Give the shaft and tip of an arrow that runs by a point to the rim of a box.

    Args:
        start: where it begins, under the box there.
        by: the middle of its label, through which it bends.
        end: the centre of the box that it points to.
        size: the width and height of that box.
        own: the box is also where it begins: the shaft leads to the label alone.
    """
    if own:
        return ((("M", *start), ("L", *by)),)
    tip = _rim(by, end, size)
    length = sqrt((by[0] - tip[0]) ** 2 + (by[1] - tip[1]) ** 2)
    if length < 1:
        return ((("M", *start), ("L", *end)),)
    dx, dy = (by[0] - tip[0]) / length, (by[1] - tip[1]) / length
    neck = (round(tip[0] + dx * (_TIP - 1)), round(tip[1] + dy * (_TIP - 1)))
    back = (tip[0] + dx * _TIP, tip[1] + dy * _TIP)
    left = (round(back[0] - dy * _HALF), round(back[1] + dx * _HALF))
    right = (round(back[0] + dy * _HALF), round(back[1] - dx * _HALF))
    bend = (("L", *_towards(by, start)), ("Q", *by, *_towards(by, neck)))
    return ((("M", *start), *bend, ("L", *neck)), _polygon(tip, left, right))


def _towards(spot: Spot, other: Spot) -> Spot:
    """Where a line begins to bend that turns at a point."""
    return (spot[0] + (other[0] - spot[0]) * 2 // 5, spot[1] + (other[1] - spot[1]) * 2 // 5)


def written(path: Path) -> str:
    """Write a path as SVG does.

    Example:
        >>> written((("M", 0, 0), ("Q", 1, 0, 2, 2), ("Z",)))
        'M0 0Q1 0 2 2Z'
    """
    return "".join(f"{step[0]}{' '.join(map(str, step[1:]))}" for step in path)


def _rim(outside: Spot, centre: Spot, size: Spot) -> Spot:
    """Where the line from a point to the centre of a box meets its rim, a pixel outside."""
    dx, dy = outside[0] - centre[0], outside[1] - centre[1]
    reach_x, reach_y = size[0] / 2 + 2, size[1] / 2 + 2
    parts = [reach_x / abs(dx)] if dx else []
    parts += [reach_y / abs(dy)] if dy else []
    part = min([1.0, *parts])
    return round(centre[0] + dx * part), round(centre[1] + dy * part)


def _edges(x: int, y: int, wide: int, high: int) -> tuple[int, int, int, int]:
    left, top = x - wide // 2, y - high // 2
    return left, top, left + wide, top + high


def _polygon(first: Spot, *others: Spot) -> Path:
    return (("M", *first), *(("L", *spot) for spot in others), ("Z",))


def _cut(x: int, y: int, wide: int, high: int) -> Path:
    left, top, right, bottom = _edges(x, y, wide, high)
    c = min(8, high // 3)
    return _polygon(
        (left + c, top), (right - c, top), (right, top + c), (right, bottom - c),
        (right - c, bottom), (left + c, bottom), (left, bottom - c), (left, top + c),
    )  # fmt: skip


def _hexagon(x: int, y: int, wide: int, high: int) -> Path:
    left, top, right, bottom = _edges(x, y, wide, high)
    c = min(12, high // 2)
    return _polygon(
        (left + c, top), (right - c, top), (right, y), (right - c, bottom), (left + c, bottom),
        (left, y),
    )  # fmt: skip


def _slant(x: int, y: int, wide: int, high: int) -> Path:
    left, top, right, bottom = _edges(x, y, wide, high)
    c = min(10, high // 2)
    return _polygon((left + c, top), (right, top), (right - c, bottom), (left, bottom))


def _tag(x: int, y: int, wide: int, high: int) -> Path:
    left, top, right, bottom = _edges(x, y, wide, high)
    c = min(10, high // 2)
    return _polygon((left, top), (right - c, top), (right, y), (right - c, bottom), (left, bottom))


def _shelf(x: int, y: int, wide: int, high: int) -> Path:
    left, top, right, bottom = _edges(x, y, wide, high)
    c = min(8, high // 2)
    return _polygon((left + c, top), (right - c, top), (right, bottom), (left, bottom))


def _rounded(x: int, y: int, wide: int, high: int, c: int) -> Path:
    left, top, right, bottom = _edges(x, y, wide, high)
    return (
        ("M", left + c, top),
        ("L", right - c, top),
        ("Q", right, top, right, top + c),
        ("L", right, bottom - c),
        ("Q", right, bottom, right - c, bottom),
        ("L", left + c, bottom),
        ("Q", left, bottom, left, bottom - c),
        ("L", left, top + c),
        ("Q", left, top, left + c, top),
        ("Z",),
    )


def _round(x: int, y: int, wide: int, high: int) -> Path:
    return _rounded(x, y, wide, high, min(6, high // 3))


def _pill(x: int, y: int, wide: int, high: int) -> Path:
    return _rounded(x, y, wide, high, min(high, wide) // 2)


_OUTLINES: MappingProxyType[str, Callable[[int, int, int, int], Path]] = MappingProxyType(
    {
        "pill": _pill,
        "box": box,
        "round": _round,
        "cut": _cut,
        "hexagon": _hexagon,
        "slant": _slant,
        "tag": _tag,
        "shelf": _shelf,
    }
)
