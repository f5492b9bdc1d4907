"""The spreads of booklets that are hard to make up: verses that stand whole, headings, tables, listings, notes."""

from shutil import copy, copytree

import pytest

from publish.pdf.typeset import lay_out
from publish.render.print import to_html
from tests.pdf.samples import ROOT, STYLES, read, world
from tests.pdf.test_grid import book

LEAST_EVEN = 0.95


def made_up(folder, name, trim):
    """Return a booklet of ours in another trim, as a judge sees it."""
    place = folder / name
    copytree(ROOT / "content" / name, place)
    copy(ROOT / "content" / "house.toml", folder)
    settings = place / "booklet.toml"
    settings.write_text(f'{settings.read_text("utf-8")}\n[print]\ntrim = "{trim}"\n', "utf-8")
    html, _ = to_html(read(place), STYLES, world(place))
    return book(lay_out(html, world(place))[0].pdf, trim)


@pytest.fixture(scope="module", params=[("dualar", "a6"), ("dualar", "a5"), ("matbaa", "a5"), ("rehber", "a6")])
def booklet(request, tmp_path_factory):
    return made_up(tmp_path_factory.mktemp("-".join(request.param)), *request.param)


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
