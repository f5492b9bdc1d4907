"""The edges of a column are straight to the eye: full lines end, and begin, where the signs at their ends let them."""

import ctypes
import io
from functools import cache
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from publish.pdf.composer.optics import LOWER_CASE, SMALL
from tests.pdf.colour import ARABIC_SCRIPT, SAME_SIZE, rows
from tests.pdf.composer import outlines
from tests.pdf.composer.odd import ARABIC, TURKISH
from tests.pdf.samples import pages_of

pytestmark = pytest.mark.untraced

TRUE = 0.02
"""Points by which a line may miss the edge."""
LEFT = 50.0
MEASURES = {"a5": (10.75, 320.0), "a6": (9.25, 216.85), "135x210": (10.5, 272.6)}
"""Sizes of the text, and widths of its column, in points."""
QUOTED = "“Yazı,” demişti ustası, “aceleye gelmez; (gelse de) ‘güzel’ olmaz: bekle, gör!” — Sonra sustu… Beklediler, "
END = "#"
"""Ends every paragraph, so that its last line, which may end anywhere, is known."""


def plain(n):
    return f"{TURKISH[n:]} {QUOTED * 3}"


def with_arabic(n):
    return f"{TURKISH[n:]} {ARABIC} {QUOTED} {ARABIC} {TURKISH}"


def with_notes(n):
    return f'{TURKISH} <span class="note">{TURKISH[n:]} {QUOTED * 2} {END}</span>{QUOTED * 3}'


KINDS = {
    "plain": (plain, "", "roman", False),
    "with Arabic": (with_arabic, "", "roman", False),
    "with notes": (with_notes, "", "roman", False),
    "italic": (plain, "font-style: italic", "italic", False),
    "bold": (plain, "font-weight: bold", "half-bold", False),
    "small capitals": (plain, "font-variant-caps: small-caps", "roman", True),
    "italic small capitals": (plain, "font-style: italic; font-variant-caps: small-caps", "italic", True),
}
CASES = [*((kind, "a5") for kind in KINDS), ("plain", "a6"), ("italic", "a6"), ("bold", "135x210")]


@cache
def _pages(kind, trim):
    make, style, *_ = KINDS[kind]
    size, width = MEASURES[trim]
    sheet = f"""
    @page {{ size: {width + 2 * LEFT}pt 595pt; margin: 50pt {LEFT}pt; @footnote {{ margin-top: 12pt }} }}
    html {{ font: {size}pt/15pt Metin, Ayet; text-align: justify; hyphens: auto; hyphenate-limit-chars: 5 2 2 }}
    body, p {{ margin: 0 }} .ar {{ font-family: Ayet; line-height: 0; font-size: 9pt }} p {{ {style} }}
    .note {{ float: footnote; font-size: 8.5pt; line-height: 11pt }}
    """
    return pages_of("".join(f"<p>{make(n)} {END}</p>" for n in range(0, 60, 5)), sheet)


class Placed(NamedTuple):
    """A glyph: where it is written, in points from the left; boxes of pdfium go with the ink of leaning letters."""

    left: float
    text: str
    size: float
    """Of its font, in points: how high it is,"""
    width: float
    """and how wide."""
    baseline: float


def placed(page):
    """Return the glyphs of a page of pdfium that leave ink."""
    textpage = page.get_textpage()  # closed when nobody holds it
    text, matrix, x, y = textpage.raw, pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text)):
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if not sign.isspace() and sign != "\0" and not pdfium.FPDFText_IsGenerated(text, index):
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            pdfium.FPDFText_GetMatrix(text, index, matrix)
            size = pdfium.FPDFText_GetFontSize(text, index)
            yield Placed(x.value, "-" if sign in "\x02\ufffe" else sign, size * matrix.d, size * matrix.a, y.value)


def missed(pdf, side, face, right, *, is_small):
    """Return by how much every full line of a PDF misses the edge, and its text."""
    edge = (SMALL if is_small else LOWER_CASE)[face]
    for page in pypdfium2.PdfDocument(pdf):
        for row in rows(placed(page)):
            if ARABIC_SCRIPT.search("".join(glyph.text for glyph in (row[:3] if side == "left" else row[-3:]))):
                continue  # what is Arabic is written sign by sign, not in the order of its places
            first, last = row[0], row[-1]
            if last.text != END and any(abs(glyph.size - first.size) < SAME_SIZE for glyph in row[5:]):
                share = edge.left.get(first.text, 0) if side == "left" else 1 - edge.right.get(last.text, 0)
                sign, true = (first, LEFT) if side == "left" else (last, right)
                advance = outlines.advance(face, sign.text, is_small=is_small) * sign.width
                yield abs(sign.left + share * advance - true), "".join(glyph.text for glyph in row)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(("kind", "trim"), CASES)
def test_full_lines_reach_the_optical_edge(kind, trim, side):
    pdf, findings = _pages(kind, trim)
    assert not findings
    *_, face, is_small = KINDS[kind]
    found = list(missed(io.BytesIO(pdf), side, face, LEFT + MEASURES[trim][1], is_small=is_small))
    assert len(found) > 50
    assert sum(line[1].startswith(("“", "‘", "(")) for line in found) > 2
    assert [line for line in found if line[0] > TRUE] == []


@pytest.mark.parametrize("face", LOWER_CASE)
def test_signs_of_every_face_hang_out_with_as_much_ink_as_those_of_the_roman(face):
    assert LOWER_CASE[face] == outlines.edge(face)
    assert SMALL[face] == outlines.edge(face, is_small=True)
