"""The table of looks: what it says can be read, by everybody."""

from __future__ import annotations

import pytest

from kg.errors import OntologyError
from kg.looks import load_looks
from kg.model import Entity, Value
from kg.namespaces import ontologies_folder
from kg.picture.style import DARK, LIGHT, style_sheet

LOOKS = load_looks()


def luminance(colour):
    """https://www.w3.org/TR/WCAG21/#dfn-relative-luminance"""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", LOOKS.kinds, ids=lambda kind: kind.name)
def test_labels_of_statements_can_be_read(kind):
    assert contrast(kind.line, LIGHT["paper"]) >= 4.5
    assert contrast(kind.dark_line, DARK["paper"]) >= 4.5


@pytest.mark.parametrize("family", LOOKS.families, ids=lambda family: family.name)
def test_labels_of_boxes_can_be_read_and_their_rims_be_seen(family):
    assert contrast(LIGHT["text"], family.fill) >= 7
    assert contrast(DARK["text"], family.dark_fill) >= 7
    assert contrast(family.line, LIGHT["paper"]) >= 3
    assert contrast(family.dark_line, DARK["paper"]) >= 3


def test_no_two_looks_differ_by_colour_alone():
    assert len({(kind.mark, kind.dash) for kind in LOOKS.kinds}) == len(LOOKS.kinds)
    assert len({family.letter for family in LOOKS.families}) == len(LOOKS.families)
    assert len({family.shape for family in LOOKS.families}) == len(LOOKS.families)


@pytest.mark.parametrize(
    ("target", "family"),
    [
        (Entity(id="x:a", label="a", type="Person"), "person"),
        (Entity(id="x:a", label="a", type="Country"), "country"),
        (Entity(id="x:a", label="a", type="PoliceForce"), "force"),
        (Entity(id="x:a", label="a", type="Court"), "organization"),
        (Entity(id="x:a", label="a", type="City"), "place"),
        (Entity(id="x:a", label="a", type="Group"), "group"),
        (Entity(id="x:a", label="a", type="Happening"), "thing"),
        (Entity(id="x:a", label="a", type="of a user's own"), "thing"),
        (Value(label="12"), "value"),
        (None, "value"),
    ],
)
def test_every_class_has_a_family(target, family):
    assert LOOKS.family(target).name == family


def test_the_style_sheet_is_light_and_dark():
    sheet = style_sheet(LOOKS)
    light, dark = sheet.split("@media (prefers-color-scheme: dark)")
    for one in (*LOOKS.families, *LOOKS.kinds):
        assert f".{one.name} .s-line{{stroke:{one.line}}}" in light
        assert f".{one.name} .s-line{{stroke:{one.dark_line}}}" in dark


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#0072B2", "blue", "colour 'blue' of person: write #RRGGBB"),
        ('shape = "pill"', 'shape = "star"', "shape 'star' is none of pill"),
        ('name = "person"', 'name = "a b{}"', "small letters only"),
        ('label = "person"', "", "missing"),
    ],
)
def test_a_table_that_cannot_be_is_refused(old, new, message, tmp_path, monkeypatch):
    text = (ontologies_folder() / "looks.toml").read_text("utf-8")
    (tmp_path / "looks.toml").write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr("kg.looks.ontologies_folder", lambda: tmp_path)
    load_looks.cache_clear()
    try:
        with pytest.raises(OntologyError, match=f"looks.toml: not a table of looks: .*{message}"):
            load_looks()
    finally:
        monkeypatch.undo()
        load_looks.cache_clear()
