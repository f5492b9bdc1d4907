"""The edges of a column are straight to the eye: full lines end, and begin, where the signs at their ends let them."""

import io

import pypdfium2
import pytest

from publish.pdf.composer.optics import GARAMOND
from tests.pdf.colour import ARABIC_SCRIPT, SAME_SIZE, glyphs, rows
from tests.pdf.composer.odd import ARABIC, TURKISH
from tests.pdf.samples import pages_of

TRUE = 0.02
"""Points by which a line may miss the edge."""
SIZE, WIDTH, LEFT, RIGHT = 10.75, 419.53, 50.0, 370.0
SHEET = f"""
@page {{ size: {WIDTH}pt 595pt; margin: 50pt {WIDTH - RIGHT}pt 50pt {LEFT}pt; @footnote {{ margin-top: 12pt }} }}
html {{ font: {SIZE}pt/15pt Metin, Ayet; text-align: justify; hyphens: auto; hyphenate-limit-chars: 5 2 2 }}
body, p {{ margin: 0 }} .ar {{ font-family: Ayet; line-height: 0; font-size: 9pt }}
.note {{ float: footnote; font-size: 8.5pt; line-height: 11pt }}
"""
QUOTED = "“Yazı,” demişti ustası, “aceleye gelmez; (gelse de) ‘güzel’ olmaz: bekle, gör!” — Sonra sustu… Beklediler, "
END = "#"
"""Ends every paragraph, so that its last line, which may end anywhere, is known."""
KINDS = {
    "plain": lambda n: f"{TURKISH[n:]} {QUOTED * 3}",
    "with Arabic": lambda n: f"{TURKISH[n:]} {ARABIC} {QUOTED} {ARABIC} {TURKISH}",
    "with notes": lambda n: f'{TURKISH} <span class="note">{TURKISH[n:]} {QUOTED * 2} {END}</span>{QUOTED * 3}',
}


def missed(pdf, side):
    """Return by how much every full line of a PDF misses the edge, and its text."""
    for page in pypdfium2.PdfDocument(pdf):
        for row in rows(glyphs(page)):
            if ARABIC_SCRIPT.search("".join(glyph.text for glyph in (row[:3] if side == "left" else row[-3:]))):
                continue  # marks stand over the edge; the boxes of pdfium go with them
            first, last = row[0], max(row, key=lambda glyph: glyph.right)
            if last.text != END and any(abs(glyph.size - row[0].size) < SAME_SIZE for glyph in row[5:]):
                sign, share = (
                    (last, GARAMOND.right.get("-" if last.text in "\x02\ufffe" else last.text, 0))
                    if side == "right"
                    else (first, GARAMOND.left.get(first.text, 0))
                )
                hanging = share * (sign.right - sign.left)
                miss = last.right - hanging - RIGHT if side == "right" else first.left + hanging - LEFT
                yield abs(miss), "".join(glyph.text for glyph in row)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("kind", KINDS)
def test_full_lines_reach_the_optical_edge(kind, side):
    body = "".join(f"<p>{KINDS[kind](n)} {END}</p>" for n in range(0, 60, 4))
    pdf, findings = pages_of(body, SHEET)
    assert not findings
    found = list(missed(io.BytesIO(pdf), side))
    assert len(found) > 80
    assert sum(line[1].startswith(("“", "‘", "(")) for line in found) > 2
    assert [line for line in found if line[0] > TRUE] == []
