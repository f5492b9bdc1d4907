"""Each blemish is found on lines made to have it, and not on those that are well."""

from dataclasses import replace

import pytest

from publish.model.proof import Blemish, Gap, Kind, Line, Page, Passage, Record, Text, Word
from publish.proof.judge import judge

LEADING, MEASURE = 15.0, 300.0


def line(number, passage=0, gap=0.3, gaps=(), right=MEASURE, **others):
    known = {"is_full": True, "is_last": False, "is_composed": True, "has_hyphen": False, "is_note": False}
    base = number * LEADING
    return Line(
        number, passage, 0.0, right, base - 12, base + 3, base, Gap(0.0, MEASURE), "söz", gap, gaps, **(known | others)
    )


def page(*lines, folio=3, **others):
    return Page(folio, 400, 600, 0, 0, MEASURE, 500, LEADING, LEADING, lines, **({"ends_early": False} | others))


def record(*pages, kinds=(Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.HEADING, Kind.CELL)):
    passages = tuple(Passage(kind, (Word("söz", 1, 1),)) for kind in kinds)
    return Record(Text("Deneme", passages, len(pages)), pages)


def found(*pages):
    return [(mark.blemish, mark.page, mark.lines) for mark in judge(record(*pages))]


def test_a_page_that_is_well_has_no_marks():
    assert found(page(*(line(number) for number in range(1, 10)))) == []


@pytest.mark.parametrize(
    ("gap", "blemish"), [(0.46, Blemish.LOOSE), (0.19, Blemish.TIGHT), (0.45, None), (0.20, None), (None, None)]
)
def test_a_line_is_loose_or_tight_by_its_spaces(gap, blemish):
    marks = judge(record(page(line(1), line(2, gap=gap))))
    assert [(mark.blemish, mark.figure) for mark in marks] == ([(blemish, gap)] if blemish else [])


def test_the_last_line_of_a_paragraph_is_neither():
    assert found(page(line(1, gap=0.9, is_full=False))) == []


def test_a_line_that_was_not_composed_is_told():
    assert found(page(line(1), line(2, is_composed=False))) == [(Blemish.STOCK, 0, (1,))]
    assert found(page(line(1, is_composed=False, is_full=False))) == []


def test_three_hyphens_on_each_other_are_a_ladder_and_two_are_none():
    lines = [line(number, has_hyphen=number in (2, 3, 4, 6, 7)) for number in range(1, 9)]
    (mark,) = judge(record(page(*lines)))
    assert (mark.blemish, mark.lines, mark.figure) == (Blemish.LADDER, (1, 2, 3), 3)


def test_lines_that_do_not_stand_under_each_other_are_no_ladder():
    hyphens = [line(number, has_hyphen=True) for number in (1, 2, 9)]
    assert found(page(*hyphens)) == []
    assert found(page(*hyphens[:2], line(3, has_hyphen=True, is_note=True))) == []


def spaces(*lefts):
    return tuple(Gap(left, left + 4.0) for left in lefts)


def test_spaces_that_flow_together_are_a_river():
    lefts = (100, 101.5, 103, 104.5)
    lines = [line(number, gaps=spaces(20 + 31 * number, left)) for number, left in enumerate(lefts, 1)]
    (mark,) = judge(record(page(*lines)))
    assert (mark.blemish, mark.figure, mark.lines) == (Blemish.RIVER, 4, (0, 1, 2, 3))
    assert [left for left, _, _ in mark.trace] == list(lefts)


def test_three_spaces_or_spaces_that_only_touch_are_no_river():
    assert found(page(*(line(number, gaps=spaces(100)) for number in range(1, 4)))) == []
    assert found(page(*(line(number, gaps=spaces(100 + 3 * number)) for number in range(1, 8)))) == []


def test_the_dots_of_the_contents_are_no_river():
    assert found(page(*(line(number, passage=-1, gaps=spaces(100)) for number in range(1, 9)))) == []


def test_a_river_that_dries_up_is_told_once():
    lines = [line(number, gaps=spaces(100) if number < 6 else ()) for number in range(1, 9)]
    assert found(page(*lines)) == [(Blemish.RIVER, 0, (0, 1, 2, 3, 4))]


def test_a_last_line_on_a_new_page_is_a_widow():
    first = page(line(1), line(2), ends_early=False)
    second = page(line(1, is_last=True), line(2, passage=1), line(3, passage=1), folio=4)
    assert found(first, second) == [(Blemish.WIDOW, 1, (0,))]
    whole = replace(second, lines=(line(1), line(2, is_last=True)))
    assert found(first, whole) == []


def test_a_first_line_left_on_its_page_is_an_orphan():
    first = page(line(1), line(2, is_last=True), line(3, passage=1))
    second = page(line(1, passage=1), line(2, passage=1, is_last=True), folio=4)
    assert found(first, second) == [(Blemish.ORPHAN, 0, (2,))]


def test_a_heading_at_the_foot_is_told_unless_a_chapter_ends_with_it():
    lines = line(1), line(2, passage=2, is_full=False)
    assert found(page(*lines), page(line(1), line(2), folio=4)) == [(Blemish.HEADING, 0, (1,))]
    assert found(page(*lines, ends_early=True), page(line(1, passage=1), folio=4)) == []


def test_a_short_last_line_is_a_stub_and_a_short_paragraph_is_none():
    stub = line(2, right=0.1 * MEASURE, is_full=False, is_last=True)
    (mark,) = judge(record(page(line(1), stub)))
    assert (mark.blemish, mark.lines, round(mark.figure, 3)) == (Blemish.STUB, (1,), 0.1)
    assert found(page(stub)) == []
    assert found(page(line(1), replace(stub, right=0.13 * MEASURE))) == []


def test_facing_pages_of_unequal_depth_are_told_of_the_shorter_one():
    long, short = tuple(line(number) for number in range(1, 6)), tuple(line(number) for number in range(1, 4))
    (mark,) = judge(record(page(*long, folio=4), page(*short, folio=5)))
    assert (mark.blemish, mark.page, mark.lines, mark.figure) == (Blemish.DEPTH, 1, (), 2)
    assert found(page(*short, folio=4), page(*long, folio=5)) == [(Blemish.DEPTH, 0, ())]
    assert found(page(*short, folio=3), page(*long, folio=4)) == []
    assert found(page(*short, folio=4), page(*long, folio=5, ends_early=True)) == []
