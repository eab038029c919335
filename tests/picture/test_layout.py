"""Where boxes stand: no two overlap, and the same boxes come to the same pixels."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.picture.layout import place

SIZES = st.tuples(st.integers(10, 200), st.integers(10, 60))


@st.composite
def nets(draw):
    sizes = draw(st.lists(SIZES, min_size=1, max_size=12))
    box = st.integers(0, len(sizes) - 1)
    links = draw(st.lists(st.tuples(box, box), max_size=16))
    return sizes, links, [draw(SIZES) for _ in links]


def overlapping(centres, sizes):
    boxes = list(zip(centres, sizes, strict=True))
    return [
        (one, two)
        for one, two in combinations(boxes, 2)
        if all(
            2 * abs(one[0][axis] - two[0][axis]) < one[1][axis] + two[1][axis] for axis in (0, 1)
        )
    ]


@settings(max_examples=25, deadline=None)
@given(nets())
def test_nothing_overlaps_and_all_is_in_the_picture(net):
    sizes, links, labels = net
    boxes, middles = place(sizes, links, labels)
    centres, all_sizes = [*boxes, *middles], [*sizes, *labels]
    assert overlapping(centres, all_sizes) == []
    for (x, y), (wide, high) in zip(centres, all_sizes, strict=True):
        assert x >= wide // 2
        assert y >= high // 2
        assert (x, y) == (round(x), round(y))


def test_a_layout_repeats_to_the_pixel():
    sizes = [(20 + 7 * i % 90, 30) for i in range(20)]
    links = [(i, i * i % 20) for i in range(20) if i != i * i % 20]
    labels = [(40, 18)] * len(links)
    first = place(sizes, links, labels)
    assert place(sizes, links, labels) == first
    # as it came out where it was written: no other machine may give anything else
    assert first[0][:4] == [(686, 510), (375, 220), (65, 591), (185, 16)]


def test_what_is_linked_stands_nearer_than_what_is_not():
    sizes, links = [(60, 30)] * 6, [(i, i + 1) for i in range(5)]
    boxes, _ = place(sizes, links, [(30, 16)] * 5)

    def far(a, b):
        return abs(boxes[a][0] - boxes[b][0]) + abs(boxes[a][1] - boxes[b][1])

    assert max(far(i, i + 1) for i in range(5)) < far(0, 5)
