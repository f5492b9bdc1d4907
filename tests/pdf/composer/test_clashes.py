"""Marks of Arabic in the lines of a paragraph do not touch those of the next line, where another way is open."""

from dataclasses import replace

import pypdfium2
import pytest
from PIL import ImageChops, ImageFilter

from publish.pdf.composer.rules import KLASIK
from tests.pdf.composer.odd import TURKISH
from tests.pdf.composer.test_pages import composed

SCALE = 8
"""Pixels to a point."""
NEAR = 3
"""Pixels within which two marks are too near: a tenth of a point on each side."""
SEEN = 128
"""Steps of colour, of 255, from which on a pixel is inked."""
SHEET = """
@page { size: 340pt 180pt; margin: 6pt 10pt }
html { font: 10.75pt/14.5pt Metin, Ayet; text-align: justify; hyphens: auto; hyphenate-limit-chars: 5 2 2 }
p { margin: 0; break-after: page } .ar { font-family: Ayet; line-height: 0; font-size: .85em }
.deep { color: #f00 } .high { color: #00f }
"""
WORDS = {"deep": "خَفِيٍّ", "high": "ظَمَأٌ"}


def paragraph(n):
    """Return a paragraph with low marks somewhere above high ones, which go right by a letter with each `n`."""
    deep, high = (f'<span lang="ar" dir="rtl" class="ar {name}">{text}</span>' for name, text in WORDS.items())
    return f"<p>{TURKISH[:300]} {deep} {TURKISH[20 : 50 + n]} {high} {TURKISH}</p>"


def touching(pdf):
    """Return how many pages have red that touches blue."""
    count, document = 0, pypdfium2.PdfDocument(pdf)
    for page in document:
        red, green, blue = page.render(scale=SCALE).to_pil().split()
        # where there is no green there is ink; black has neither of the others
        reds = ImageChops.subtract(red, green).filter(ImageFilter.MaxFilter(NEAR))
        count += ImageChops.multiply(reds, ImageChops.subtract(blue, green)).getextrema()[1] > SEEN
    document.close()
    return count


@pytest.mark.parametrize(("cost", "found"), [(0.0, True), (KLASIK.clash, False)])
def test_low_marks_stand_above_high_ones_only_where_nobody_minds(cost, found, monkeypatch):
    body = "".join(map(paragraph, range(32, 40)))
    pdf, _ = composed(body, monkeypatch, SHEET, replace(KLASIK, clash=cost))
    assert bool(touching(pdf)) is found
