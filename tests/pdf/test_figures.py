"""How large pictures are set: as their dots allow in print, at most as wide as the column."""

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from tests.pdf.samples import laid, write

MM = 72 / 25.4
COLUMN = 111.9
"""mm of the text of A5."""
TEXT = "Söz.\n\n![Büyük](b.jpg)\n\n![Küçük](k.png)\n"


def widths(pdf):
    """Return the widths of the pictures on all pages, mm."""
    bounds = [
        picture.get_bounds()
        for page in pypdfium2.PdfDocument(pdf)
        for picture in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])
    ]
    return [round((right - left) / MM, 1) for left, _, right, _ in bounds]


def test_a_photograph_is_as_wide_as_its_dots_allow(tmp_path):
    place = write(tmp_path, TEXT)
    Image.new("RGB", (1800, 600), "gray").save(place / "b.jpg")
    Image.new("L", (600, 300), 90).save(place / "k.png", dpi=(72, 72))
    pdf, findings = laid(tmp_path, TEXT)
    assert [finding.code for finding in findings if finding.severity == "error"] == []
    assert widths(pdf) == pytest.approx([COLUMN, 600 / 300 * 25.4], abs=0.5)


def test_a_picture_in_a_note_is_no_coarser(tmp_path):
    text = "Söz.[^1]\n\n[^1]: Resim:\n\n    ![Küçük](k.png)"
    Image.new("L", (600, 300), 90).save(write(tmp_path, text) / "k.png")
    pdf, _ = laid(tmp_path, text)
    assert widths(pdf) == pytest.approx([600 / 300 * 25.4], abs=0.5)
