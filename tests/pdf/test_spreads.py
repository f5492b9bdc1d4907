"""The spreads of booklets that are hard to make up: verses that stand whole, headings, tables, listings, notes."""

import pytest

from tests.pdf.shelf import pdf_of
from tests.pdf.test_grid import book

LEAST_EVEN = 0.95


@pytest.fixture(scope="module", params=[("dualar", "a6"), ("dualar", "a5"), ("matbaa", "a5"), ("rehber", "a6")])
def booklet(request, shelf):
    """Return a booklet of ours in some trim, as a judge sees it."""
    return book(pdf_of(shelf.ours(*request.param)).read_bytes(), request.param[1])


def test_facing_pages_are_of_one_depth_and_have_no_holes(booklet):
    spreads = list(booklet.spreads())
    uneven = [spread for spread in spreads if spread[1] != spread[2]]
    assert len(spreads) >= 6
    assert len(uneven) <= max(1, (1 - LEAST_EVEN) * len(spreads))  # a tenth of a booklet of verses in A6


def test_no_chapter_ends_after_a_few_lines_and_no_page_begins_with_the_end_of_a_verse(booklet):
    assert sum(page.head != "" for page in booklet.text) >= 12
    assert list(booklet.tails()) == []


def test_few_spreads_are_so_short_that_it_is_seen(booklet):
    depths = [left for _, left, _ in booklet.spreads()]
    assert sum(depth > 3 for depth in depths) <= 1  # where a verse of a page, or a picture, comes next
    assert sum(-1 <= depth <= 1 for depth in depths) >= 0.6 * len(depths)
