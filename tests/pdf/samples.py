"""Booklets written as authors write them, laid out for the tests of pages."""

import io
import sysconfig
from pathlib import Path

import pypdf

from publish import build
from publish.ledger import Ledger, silent
from publish.model.html import Html, Sheet
from publish.pdf.typeset import lay_out
from publish.render.print import to_html
from tests.tracing import untraced

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "styles"
CACHE = ROOT / "build" / ".cache"
PUBLISHER = 'name = "Deneme Yayınevi"\ncity = "İstanbul"\n'


def world(*folders, progress=silent):
    """Return a world that may read `folders`, the styles, the fonts and what comes with the package."""
    return Ledger((*folders, STYLES, ROOT / "publish", Path(sysconfig.get_path("purelib"))), CACHE, progress)


def write(folder, text, settings='title = "Deneme"', style=None):
    """Write a booklet's files into `folder`; return its folder."""
    place = folder / "deneme"
    place.mkdir(exist_ok=True)
    (folder / "house.toml").write_text(PUBLISHER, "utf-8")
    (place / "booklet.toml").write_text(f'{settings}\n[quran]\nscript = "simple-plain"\n', "utf-8")
    (place / "text.md").write_text(text, "utf-8")
    if style is not None:
        (place / "style.css").write_text(style, "utf-8")
    return place


def read(place):
    """Read a booklet as `make` does."""
    job = build.Job(place, STYLES, CACHE)
    booklet, findings = build.read(job, job.ledger())
    assert booklet is not None, [finding.message("en") for finding in findings]
    return booklet


def laid(folder, text, settings='title = "Deneme"', style=None):
    """Return the PDF of a booklet, and what was found on the way from its text to pages."""
    place = write(folder, text, settings, style)
    html, findings = to_html(read(place), STYLES, world(place))
    pages, found = lay_out(html, world(place))
    return pages.pdf, findings + found


def pages_of(body, css="", folder=Path(), **options):
    """Return the PDF of bare HTML in our fonts, and the findings."""
    sheet = Sheet(folder / "style.css", "html { font-family: Metin, Ayet }" + css)
    text = f'<html lang="tr"><title>Deneme</title><body>{body}</body></html>'
    pages, findings = lay_out(Html(text, (sheet,), folder), world(folder, **options))
    return pages.pdf, findings


def reader(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf))


@untraced
def text_of(pdf):
    """Return the text of all pages, page by page."""
    return [page.extract_text() for page in reader(pdf).pages]


def codes(findings):
    return sorted(finding.code for finding in findings)
