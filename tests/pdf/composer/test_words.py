"""The words of our booklets are read out of composed pages as out of WeasyPrint's own: not a letter is another one."""

import io
from dataclasses import replace

import pypdfium2
import pytest

from publish import build
from publish.model.html import Sheet
from publish.pdf import composer, typeset
from publish.render.print import to_html
from tests.pdf.colour import ARABIC_SCRIPT, SAME_SIZE, glyphs, rows
from tests.pdf.samples import CACHE, ROOT, STYLES

pytestmark = pytest.mark.untraced

SIZE = 10.75
NOTHING_BUT_TEXT = """
@page { @top-left { content: none !important } @top-center { content: none !important } }
@page { @top-right { content: none !important } }
.contents, .index { display: none }
"""
HYPHENS = "\u2010\x02\ufffe"
"""That of ours at the end of a line, and what pdfium makes of any."""


def letters(pdf):
    """Return the Turkish letters of the text, from line to line, without spaces, hyphens of line ends, and notes."""
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    by_place = (glyph for page in pages for row in rows(glyphs(page)) for glyph in row)
    found = "".join(glyph.text for glyph in by_place if abs(glyph.size - SIZE) < SAME_SIZE)
    return "".join(sign for sign in found if sign not in HYPHENS and sign != "-" and not ARABIC_SCRIPT.match(sign))


@pytest.mark.parametrize("name", ["dualar", "matbaa"])
def test_no_letter_is_another_one(name, monkeypatch):
    job = build.Job(ROOT / "content" / name, STYLES, CACHE)
    world = job.ledger()
    html, _ = to_html(build.read(job, world)[0], STYLES, world)
    html = replace(html, sheets=(*html.sheets, Sheet(STYLES / "text.css", NOTHING_BUT_TEXT)), end=None)
    ours = letters(typeset.lay_out(html, world)[0].pdf)
    composer.uninstall()
    monkeypatch.setattr(composer, "install", lambda _: None)
    stock = letters(typeset.lay_out(html, world)[0].pdf)
    assert len(ours) > 5000
    assert ours == stock
