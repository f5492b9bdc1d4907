"""The style of the house: its numbers stand in one file, so that a second style is a small file of numbers too."""

import re

import pytest

from tests.pdf.samples import STYLES, laid
from tests.pdf.spreads import numbers, opened
from tests.pdf.test_grid import BOOK, PICTURE
from tests.pdf.test_pages import letters

pytestmark = pytest.mark.untraced


AIRY = """
:root {
  --size: 10pt; --leading: 16pt; --depth: 448pt; --small-size: 8pt; --small-leading: 11pt; --verse-size: 15.5pt;
  --section-size: 14pt; --chapter-size: 24pt; --title-size: 30pt; --hang: 18pt; --indent: 1.8em;
  --sink: calc(6 * var(--leading)); --above-section: calc(3 * var(--leading)); --apart: calc(2 * var(--leading));
  --source-size: 0.8em; --code-size: 0.7em; --table-size: 0.85em; --figures: lining-nums tabular-nums;
}
"""
"""Another style, whole: larger leading, deeper openings, more room."""


@pytest.fixture(scope="module")
def airy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ferah")
    (folder / "deneme").mkdir()
    for name in ("bir", "iki"):
        (folder / "deneme" / f"{name}.svg").write_text(PICTURE.format(height=29), "utf-8")
    pdf, findings = laid(folder, BOOK, style=AIRY)
    assert not [finding for finding in findings if finding.code.startswith(("P", "F"))]
    return pdf


def test_a_second_style_is_a_file_of_numbers_and_stands_on_its_own_grid(airy):
    book = opened(airy, numbers("a5")["top"], 448, 16, 10, 8)
    assert sum(len(page.rows) for page in book.text) > 60
    assert list(book.strays()) == []
    assert {8.0, 10.0, 14.0, 24.0, 15.5} <= {row.size for page in book.text for row in page.rows}


def test_a_chapter_sinks_as_deep_as_the_style_says(airy, tmp_path):
    plain, _ = laid(tmp_path, "# Bölüm\n\nSöz.")
    deep, usual = (
        next(letter.baseline for letter in letters(pdf) if letter.size == size and letter.text == "B")
        for pdf, size in ((airy, 24), (plain, 20))
    )
    assert deep - usual > 3 * 15


def test_every_number_of_the_style_is_used():
    tokens = set(re.findall(r"(--[\w-]+):", (STYLES / "tokens.css").read_text("utf-8")))
    sheets = "".join(path.read_text("utf-8") for path in STYLES.glob("*.css"))
    assert len(tokens) > 15
    assert [token for token in sorted(tokens) if f"var({token})" not in sheets] == []


def test_small_capitals_are_drawn_by_the_face_and_not_made_smaller(tmp_path):
    """Capitals set smaller are too thin beside the text; those of the face have their own glyphs in its size."""
    pdf, _ = laid(tmp_path, "# Bir\n\nSoru: Niçin?\n\nCevap: Çünkü.")
    tag = [letter for letter in letters(pdf) if letter.page == 3 and letter.text in "Cevap:"]
    assert {letter.size for letter in tag} == {10.75}


@pytest.mark.parametrize("points", ["- bir\n- iki", "1) bir\n2) iki", "1- bir\n\n2- iki"])
def test_a_paragraph_below_points_is_told_from_them(points, tmp_path):
    pdf, _ = laid(tmp_path, f"# Bir\n\nAna söz.\n\n{points}\n\nZarf da söz.")
    first, below = (
        next(letter for letter in letters(pdf) if letter.page == 3 and letter.text == sign) for sign in "AZ"
    )
    assert below.left > first.left + 8
