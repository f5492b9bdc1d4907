"""Trims: sizes of pages as files of numbers, their margins by one canon, the gutter by binding."""

import re

import pytest

from tests.pdf.samples import STYLES, laid, text_of
from tests.pdf.spreads import MM, numbers
from tests.pdf.test_pages import BOOK, letters

pytestmark = pytest.mark.untraced

TRIMS = sorted(path.stem for path in (STYLES / "trim").glob("*.css"))
HAIR = 0.02 * MM
"""What the rounding of margins to hundredths of a millimetre may come to, and a little more."""


def test_there_are_the_sizes_that_booklets_have():
    assert TRIMS == ["135x210", "140x210", "160x240", "a5", "a6"]


@pytest.mark.parametrize("trim", TRIMS)
def test_margins_follow_the_canon_of_van_de_graaf(trim):
    of = numbers(trim)
    bottom = of["page-height"] - of["top"] - of["depth"]
    assert of["outer"] == pytest.approx(2 * of["inner"], abs=HAIR)
    assert bottom == pytest.approx(2 * of["top"], abs=HAIR)
    assert of["inner"] / of["top"] == pytest.approx(of["page-width"] / of["page-height"], rel=0.002)
    width = of["page-width"] - of["inner"] - of["outer"]
    assert width / of["depth"] == pytest.approx(of["page-width"] / of["page-height"], rel=0.002)


@pytest.mark.parametrize("trim", TRIMS)
def test_a_page_holds_whole_lines(trim):
    of = numbers(trim)
    assert of["depth"] % of["leading"] == 0
    assert of["rtl-depth"] % of["rtl-leading"] == 0
    assert 24 <= of["depth"] / of["leading"] <= 32


@pytest.mark.parametrize("trim", TRIMS)
def test_lines_are_as_long_as_is_read_with_ease(trim):
    """In em: a letter of the face is two fifths wide, and 55 to 75 letters are a good line."""
    of = numbers(trim)
    assert 22 <= (of["page-width"] - of["inner"] - of["outer"]) / of["size"] <= 30


def gutter(binding):
    css = (STYLES / "binding" / f"{binding}.css").read_text("utf-8")
    return float(re.search(r"--gutter: ([\d.]+)mm", css).group(1)) * MM


def edges(pdf, page):
    """Return where the text of a page begins and how wide it is."""
    found = [letter for letter in letters(pdf) if letter.page == page and letter.size == 10.75 and letter.baseline > 49]
    return min(letter.left for letter in found), max(letter.right for letter in found)


def test_the_gutter_moves_the_text_outwards_and_leaves_it_as_wide(tmp_path):
    stapled, _ = laid(tmp_path, BOOK)
    glued, _ = laid(tmp_path, BOOK, 'title = "Deneme"\nprint.binding = "perfect_bound"\nprint.half_title = false')
    by = gutter("perfect_bound") - gutter("saddle_stitch")
    assert by > 2 * MM
    assert text_of(stapled)[5:8] == text_of(glued)[5:8]
    for page, outwards in ((7, by), (6, -by)):
        before, after = edges(stapled, page), edges(glued, page)
        assert [now - then for then, now in zip(before, after, strict=True)] == pytest.approx([outwards] * 2, abs=0.1)


@pytest.mark.parametrize(
    ("settings", "has"),
    [("", False), ('print.binding = "perfect_bound"', True), ("print.half_title = true", True),
     ('print.binding = "perfect_bound"\nprint.half_title = false', False)],
    ids=["stapled", "glued", "wanted", "not wanted"],
)  # fmt: skip
def test_a_leaf_with_the_title_alone_comes_first(tmp_path, settings, has):
    pdf, findings = laid(tmp_path, BOOK, f'title = "Kâğıdın Hikâyesi"\nauthors = ["Ayşe Er"]\n{settings}')
    text = [" ".join(page.split()) for page in text_of(pdf)]
    assert findings == ()
    assert (text[0].casefold() == "kâğıdın hikâyesi") == has
    assert (text[1] == "") == has
    assert "Ayşe Er" in text[2 if has else 0]
