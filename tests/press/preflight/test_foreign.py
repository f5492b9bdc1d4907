"""Defects in files that other programs made: each is found on its page, in its place, and nothing beside it."""

import io
import subprocess
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from publish.model.length import Mm
from tests.press.preflight import seeds
from tests.press.preflight.test_preflight import codes, judged

FOREIGN = Path(__file__).parent / "foreign"
UNLABELLED = {"B100", "B101"}
"""What no program but ours says, unless it is told to."""
UNBOXED = UNLABELLED | {"B103", "B114"}
STORED = {
    "typst-plain": (set(), None),
    "typst-rich": ({"B135"}, (1, 20, 31)),
    "typst-hairline": ({"B150"}, (1, 20, 31)),
    "typst-ink": ({"B134"}, (1, 20, 31)),
    "typst-edge": ({"B172"}, (1, 2, 80)),
    "typst-cut": ({"B173"}, (1, -1, 80)),
    "typst-art": ({"B121"}, (1, -2.8, 80)),
    "typst-rgb": ({"B130"}, (1, 20, 31)),
    "typst-link": ({"B110"}, (1, 20, 30)),
    "typst-small": ({"B152"}, (1, 20, 31)),
    "typst-sizes": ({"B117"}, None),
    "typst-empty": ({"B171"}, None),
    "libreoffice-plain": ({"B130"}, (1, 20, 20)),
    "libreoffice-link": ({"B110", "B130"}, (1, 20, 30)),
    "libreoffice-small": ({"B130", "B152"}, (1, 20, 21)),
}


def places(report):
    """Return where the first places of findings are, mm."""
    return [(area.page_number, area.left, area.top) for seen in report.seen for area in seen.areas[:1]]


@pytest.mark.parametrize("name", STORED)
def test_defects_of_typst_and_libreoffice_are_found(name):
    expected, place = STORED[name]
    report = judged((FOREIGN / f"{name}.pdf").read_bytes(), binding=None)
    assert codes(report) == expected | UNBOXED
    if place:
        assert any(each == pytest.approx(place, abs=1.5) for each in places(report))


@cache
def registered():
    pdfmetrics.registerFont(TTFont("Sade", str(seeds.font_file())))


def by_reportlab(draw, **options):
    """Return an A5 page with bleed that reportlab drew; `draw` is given the canvas, its origin the trim's corner."""
    registered()
    file = io.BytesIO()
    bleed, width, height = 3 * mm, 148 * mm, 210 * mm
    trim = (bleed, bleed, bleed + width, bleed + height)
    options = {"trimBox": trim, "bleedBox": (0, 0, width + 2 * bleed, height + 2 * bleed)} | options
    page = canvas.Canvas(
        file, pagesize=(width + 2 * bleed, height + 2 * bleed), initialFontName="Sade", invariant=1, **options
    )
    page.translate(bleed, bleed)
    page.setFont("Sade", 10)
    page.setFillColor(BLACK)
    page.drawString(20 * mm, 180 * mm, "Baska bir programla dizildi.")
    draw(page)
    page.showPage()
    page.save()
    return file.getvalue()


BLACK, CLEAR = CMYKColor(0, 0, 0, 1), CMYKColor(0, 0, 0, 0)


def photograph(pixels, mode="CMYK"):
    return lambda page: page.drawImage(
        ImageReader(Image.new(mode, (pixels, pixels), 90 if mode == "L" else None)), 50 * mm, 100 * mm, 20 * mm, 20 * mm
    )


def rectangle(colour, *, over=False, width=20, height=20):
    def draw(page):
        page.setFillColor(colour)
        page.setFillOverprint(over)
        page.setOverprintMask(over)
        page.rect(50 * mm, 100 * mm, width * mm, height * mm, stroke=0, fill=1)

    return draw


def helvetica(page):
    page.setFont("Helvetica", 10)
    page.drawString(50 * mm, 100 * mm, "abc")


def field(page):
    page.acroForm.textfield(name="ad", x=50 * mm, y=100 * mm, width=60, height=14, fontSize=8)


def hairline(page):
    page.setStrokeColor(BLACK)
    page.setLineWidth(0.1)
    page.line(50 * mm, 100 * mm, 90 * mm, 100 * mm)


BY_REPORTLAB = {
    "nothing": (lambda page: None, set()),
    "Helvetica, which is not in the file": (helvetica, {"B111"}),
    "a spot colour": (rectangle(CMYKColorSep(0, 0.5, 1, 0, spotName="Altin")), {"B138"}),
    "white that overprints": (rectangle(CLEAR, over=True), {"B137"}),
    "four inks": (rectangle(CMYKColor(1, 1, 1, 0.9)), {"B134"}),
    "a rule": (rectangle(BLACK, height=0.03), {"B151"}),
    "a coarse photograph": (photograph(60, "L"), {"B140"}),
    "a soft photograph": (photograph(180, "L"), {"B141"}),
    "a photograph in RGB": (photograph(300, "RGB"), {"B130"}),
    "a hairline": (hairline, {"B150"}),
    "something seen through": (rectangle(CMYKColor(0, 0, 0, 1, alpha=0.5)), {"B160", "B161"}),
}


@pytest.mark.parametrize("name", BY_REPORTLAB)
def test_defects_of_reportlab_are_found(name):
    draw, expected = BY_REPORTLAB[name]
    report = judged(by_reportlab(draw), binding=None)
    assert codes(report) == expected | UNLABELLED
    for _, left, top in places(report):
        assert (left, top) == (pytest.approx(50, abs=1), pytest.approx(100, abs=11))


def test_a_form_field_of_reportlab_is_found():
    assert codes(judged(by_reportlab(field), binding=None)) >= {"B106", "B110"}


def test_bleed_that_reportlab_was_not_told_of_is_found():
    content = by_reportlab(lambda page: None, bleedBox=(3 * mm, 3 * mm, 151 * mm, 213 * mm))
    assert codes(judged(content, binding=None)) == UNLABELLED | {"B116"}


def by_ghostscript(tmp_path, drawn):
    """Return an A5 page with bleed that Ghostscript wrote, measured in mm from the trim's corner."""
    output = tmp_path / "gs.pdf"
    program = (
        "<< /PageSize [436.535 612.283] >> setpagedevice "
        "[/TrimBox [8.504 8.504 428.031 603.780] /BleedBox [0 0 436.535 612.283] /PAGE pdfmark "
        f"8.504 dup translate {seeds.MM} dup scale 0 0 0 1 setcmykcolor 20 180 40 4 rectfill {drawn} showpage"
    )
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-o{output}", "-"]
    subprocess.run(command, input=program.encode(), check=True, capture_output=True)
    return output.read_bytes()


BY_GHOSTSCRIPT = {
    "nothing": ("", set()),
    "a hairline": ("0.02 setlinewidth 50 100 moveto 90 100 lineto stroke", {"B150"}),
    "four inks": ("1 1 1 1 setcmykcolor 50 100 20 20 rectfill", {"B134"}),
    "red light": ("1 0 0 setrgbcolor 50 100 20 20 rectfill", {"B130"}),
    "Helvetica in four inks": (
        "/Helvetica findfont 4 scalefont setfont 50 100 moveto .6 .5 .5 1 setcmykcolor (abc) show", {"B111", "B135"}),
    "art that ends at the trim": ("0 .2 .2 0 setcmykcolor 0 90 50 20 rectfill", {"B121"}),
    "a spot colour": (
        "[/Separation (Altin) /DeviceCMYK {0 exch dup .5 mul exch 0}] setcolorspace 1 setcolor 50 100 20 20 rectfill",
        {"B138"}),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_GHOSTSCRIPT)
def test_defects_of_ghostscript_are_found(tmp_path, name):
    drawn, expected = BY_GHOSTSCRIPT[name]
    report = judged(by_ghostscript(tmp_path, drawn), binding=None)
    assert codes(report) - {"B103"} == expected | UNLABELLED
    for number, left, top in places(report):
        assert (number, top) == (1, pytest.approx(100, abs=10.5))
        assert left in (pytest.approx(50, abs=0.6), pytest.approx(-3, abs=0.3))


def test_another_size_than_the_order_says_is_found_in_files_of_others():
    assert "B120" in codes(judged(by_reportlab(lambda page: None), trim=(Mm(135), Mm(210))))
