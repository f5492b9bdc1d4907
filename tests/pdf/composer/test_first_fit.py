"""Filled line by line, the composer's pages are WeasyPrint's own, pixel for pixel: its geometry is right."""

import pypdfium2
import pytest
from PIL import ImageChops

from publish.language.hyphenation import dictionary
from publish.language.hyphenation.line_ends import LineEnd
from publish.pdf import composer, pagination
from publish.pdf.composer.lines import Composer
from publish.pdf.composer.rules import PLAIN
from tests.pdf.composer.odd import DOCUMENTS, SHEET
from tests.pdf.samples import pages_of

DPI = 60
SEEN = 64
"""Steps of grey, of 255, from which on a pixel differs."""


def breaks(word, language):
    """Return what WeasyPrint is told: syllables, and nothing of apostrophes."""
    return tuple((at, LineEnd.HYPHEN) for at in dictionary.breaks(word)) if language == "tr" else ()


def pictures(pdf):
    return [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_its_pages_are_those_of_weasyprint(name, monkeypatch):
    install = composer.install
    composer.uninstall()
    monkeypatch.setattr(pagination, "install", lambda composer: None)  # it makes pages up by what the composer says
    pagination.uninstall()
    monkeypatch.setattr(composer, "install", lambda composer: None)
    stock, _ = pages_of(DOCUMENTS[name], SHEET)
    first_fit = Composer(breaks, PLAIN, is_first_fit=True)
    monkeypatch.setattr(composer, "install", lambda _: install(first_fit))
    ours, _ = pages_of(DOCUMENTS[name], SHEET)
    assert first_fit.composed > 10
    assert not first_fit.left_to_stock
    differences = [ImageChops.difference(*pair) for pair in zip(pictures(stock), pictures(ours), strict=True)]
    assert sum(sum(difference.histogram()[SEEN:]) for difference in differences) == 0
