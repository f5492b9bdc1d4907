"""What a page says of its size is read as viewers read it, whatever nonsense stands there."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from publish.press import boxes
from publish.press.boxes import Box


def test_corners_may_be_named_in_any_order():
    page = Dictionary(MediaBox=[400, 600, 0, 0], TrimBox=[0, 590, 390, 0])
    assert boxes.read(page).media == Box(0, 0, 400, 600)
    assert boxes.read(page).trim == Box(0, 0, 390, 590)


def test_a_page_has_its_paper_from_its_branch_but_never_its_trim():
    branch = Dictionary(MediaBox=[0, 0, 400, 600], CropBox=[5, 5, 395, 595], TrimBox=[9, 9, 390, 590], Rotate=90)
    read = boxes.read(Dictionary(Parent=branch))
    assert (read.media, read.crop, read.rotation) == (Box(0, 0, 400, 600), Box(5, 5, 395, 595), 90)
    assert read.trim is None, "ISO 32000-1, table 30"


def test_a_branch_that_hangs_on_itself_has_an_end():
    pdf = pikepdf.new()
    ring = pdf.make_indirect(Dictionary(Type=Name.Pages))
    ring.Parent = ring
    assert boxes.read(Dictionary(Parent=ring)).media is None


@pytest.mark.parametrize("written", [[0, 0, 400], [0, 0, 0, 600], [0, 0, Name.A4, 600], "0 0 400 600", 400])
def test_what_is_no_box_is_none(written):
    value = Array(written) if isinstance(written, list) else written
    assert boxes.read(Dictionary(MediaBox=value)).media is None


@pytest.mark.parametrize(("unit", "read"), [(2, 2), (0, 1), (-1, 1), (Name.Two, 1), ("x", 1)])
def test_a_unit_that_measures_nothing_is_a_point(unit, read):
    assert boxes.read(Dictionary(UserUnit=unit)).unit == read


def test_how_boxes_lie():
    outer, inner = Box(0, 0, 100, 200), Box(10, 20, 70, 190)
    assert (inner.width, inner.height, inner.room(outer)) == (60, 170, 10)
    assert inner.room(Box(11, 0, 100, 200)) == -1
    assert inner.grown(5).within(Box(8, 18, 200, 300)) == Box(8, 18, 75, 195)
    assert Box(0, 0, 1, 1).around(inner) == Box(0, 0, 70, 190)
    assert inner.meets(Box(70, 190, 80, 200))
    assert not inner.meets(Box(71, 0, 80, 200))
