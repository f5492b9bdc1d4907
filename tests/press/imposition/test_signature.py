"""Which page goes where: every page once, and folding undoes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.press.imposition.signature import gather, with_blanks

SPINES = st.sampled_from(["left", "right"])
COUNTS = st.integers(1, 400)


def fold(sheets, spine):
    """Return the pages of nested sheets in the order in which they are turned."""
    first, last = [], []
    for sheet in sheets:
        outer = (sheet.front.right, sheet.front.left) if spine == "left" else (sheet.front.left, sheet.front.right)
        inner = (sheet.back.left, sheet.back.right) if spine == "left" else (sheet.back.right, sheet.back.left)
        first += [outer[0], inner[0]]
        last = [inner[1], outer[1], *last]
    return first + last


@given(COUNTS, SPINES)
def test_folding_undoes_gathering(count, spine):
    pages = list(range(4 * count))
    assert fold(gather(pages, spine), spine) == pages


@given(COUNTS, SPINES)
def test_every_page_lies_on_the_sheets_once(count, spine):
    sheets = gather(range(4 * count), spine)
    places = [page for sheet in sheets for side in (sheet.front, sheet.back) for page in (side.left, side.right)]
    assert sorted(places) == list(range(4 * count))


@given(COUNTS)
def test_a_spine_on_the_right_swaps_the_halves_of_every_forme(count):
    pairs = zip(gather(range(4 * count), "left"), gather(range(4 * count), "right"), strict=True)
    for left, right in pairs:
        assert (left.front.left, left.front.right) == (right.front.right, right.front.left)
        assert (left.back.left, left.back.right) == (right.back.right, right.back.left)


@given(st.integers(1, 400), st.sampled_from([0, 1, 2]))
def test_blanks_fill_the_last_sheet_and_no_more_and_keep_the_order(count, kept):
    kept = min(kept, count)
    pages = list(range(count))
    filled = with_blanks(pages, kept)
    assert len(filled) % 4 == 0
    assert len(filled) - count < 4
    assert [page for page in filled if page is not None] == pages
    assert list(filled[len(filled) - kept :]) == pages[count - kept :]


def test_eight_pages_lie_on_two_sheets_as_in_every_binders_book():
    sheets = gather(range(1, 9), "left")
    sides = [(side.left, side.right) for sheet in sheets for side in (sheet.front, sheet.back)]
    assert sides == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_sheets_that_are_not_filled_are_refused():
    with pytest.raises(ValueError, match="6 pages"):
        gather(range(6), "left")
