"""The honorifics that Amiri lacks: on the page and in the e-book, and not one letter with them."""

import io
import zipfile

import pytest
from fontTools.ttLib import TTFont

from publish import build
from publish.render import honorifics
from tests.pdf.samples import CACHE, STYLES, codes, laid, text_of, world, write

SIGNS = "".join(map(chr, honorifics.SIGNS))
TEXT = f"# B\n\nHz. Mûsâ \ufd47 ile Hz. Peygamber ﷺ, Allah ﷻ, ﷽ ve {' '.join(SIGNS)} yazılır."


def test_the_font_has_these_signs_and_no_letter():
    font = TTFont(io.BytesIO(honorifics.font(world())))
    assert set(font.getBestCmap()) == {*honorifics.SIGNS, 0x20, 0xA0}
    assert "fvar" not in font


def test_honorifics_are_printed_and_can_be_read_out_again(tmp_path):
    pdf, findings = laid(tmp_path, TEXT)
    assert codes(findings) == []
    text = "".join(text_of(pdf))
    assert not [sign for sign in SIGNS + "ﷺﷻ﷽" if sign not in text]


@pytest.mark.untraced
def test_an_e_book_brings_the_font_where_it_needs_it(tmp_path):
    place = write(tmp_path, TEXT)
    job = build.Job(place, STYLES, CACHE)
    outcome = build.make_epub(job, job.ledger())
    assert "EPUB/fonts/honorifics.ttf" in zipfile.ZipFile(io.BytesIO(outcome.content)).namelist()
    assert codes(outcome.findings) == []
