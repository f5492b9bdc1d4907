"""The finished sheets, folded back: pages in order, recto and verso on one another, inner leaves moved by creep."""

import math
from dataclasses import replace

import pytest

from publish.model.length import Mm
from publish.press.imposition.impose import Document, impose
from publish.press.imposition.plan import Plan
from publish.press.imposition.sheet_sizes import named
from tests.press.imposition.folding import folded, read, turned_over
from tests.press.imposition.labels import A5, A6, labelled

pytestmark = pytest.mark.untraced


PLAN = Plan(
    duplex="short_edge",
    marks=frozenset(("crop", "fold")),
    size=None,
    spine="left",
    fold="sharp",
    caliper=Mm(0.1),
    blanks="end",
)
SIZES = (4, 5, 6, 7, 30, 64, 300)
WITHIN = 0.01
"""Millimetres: what registration is held to."""


def imposed(content, plan=PLAN, cover=None, **changes):
    """Return the finished sheets."""
    ends = Document(cover, "kapak.pdf") if cover else None
    made, findings = impose(Document(content, "kitap.pdf"), replace(plan, **changes), ends)
    assert made, findings
    return made.content


def filled(count, cover, blanks):
    """Return the pages in order as a binder wants them, None where one is blank."""
    pages = list(range(1, count + 1))
    if cover:
        empty = [None] * (-(count + 4) % 4)
        return [901, 902, *pages, *empty, 903, 904]
    empty = [None] * (-count % 4)
    return [*pages, *empty] if blanks == "end" else [*pages[:-1], *empty, pages[-1]]


def judge(content, expected, spine, bow, caliper, size=A5):
    """Hold a folded booklet to the order of its pages, their register and their creep."""
    leaves = folded(content, spine)
    assert [page.number for recto, verso, _ in leaves for page in (recto, verso)] == expected
    for recto, verso, depth in leaves:
        for page in (recto, verso):
            if page.number is not None:
                assert abs(page.from_fold - (size[0] / 2 - bow * depth * caliper)) < WITHIN
        if recto.number and verso.number:
            assert abs(recto.from_fold - verso.from_fold) < WITHIN
            assert abs(recto.from_foot - verso.from_foot) < WITHIN


@pytest.mark.parametrize("cover", ["none", "self"])
@pytest.mark.parametrize(("fold", "bow"), [("sharp", 1), ("round", math.pi / 2)])
@pytest.mark.parametrize("spine", ["left", "right"])
@pytest.mark.parametrize("duplex", ["short_edge", "long_edge"])
def test_booklets_fold_whatever_the_printer_the_language_the_fold_and_the_cover(duplex, spine, fold, bow, cover):
    ends = labelled(4, first=901) if cover == "self" else None
    for count in SIZES:
        for blanks in ("end", "before_last") if count % 4 and ends is None else ("end",):
            options = {"duplex": duplex, "spine": spine, "fold": fold, "blanks": blanks}
            content = imposed(labelled(count), cover=ends, **options)
            judge(content, filled(count, ends, blanks), spine, bow, 0.1)


@pytest.mark.parametrize("size", [A6, (135, 210), (140, 210), (160, 240), (210, 148)])
def test_every_trim_lies_in_the_middle_of_its_sheet(size):
    judge(imposed(labelled(12, size)), list(range(1, 13)), "left", 1, 0.1, size)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("unit", [1, 2.5])
def test_pages_that_are_turned_scaled_and_moved_come_out_upright_and_at_size(rotate, unit):
    content = imposed(labelled(8, rotate=rotate, unit=unit, offset=33, bleed=3), size=named("SRA3"))
    judge(content, list(range(1, 9)), "left", 1, 0.1)


def test_a_paper_that_nobody_names_creeps_nowhere():
    judge(imposed(labelled(64), caliper=None), list(range(1, 65)), "left", 0, 0)


def test_the_edge_that_was_asked_for_is_the_one_the_print_dialogue_is_told():
    assert turned_over(imposed(labelled(4))) == "/DuplexFlipShortEdge"
    assert turned_over(imposed(labelled(4), duplex="long_edge")) == "/DuplexFlipLongEdge"


def test_the_file_says_on_which_side_it_is_bound_where_nobody_does():
    assert read(imposed(labelled(8, right_to_left=True), spine=None), "right") == list(range(1, 9))
    assert read(imposed(labelled(8), spine=None), "left") == list(range(1, 9))
