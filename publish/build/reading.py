"""What people read, and what is asked of its pages: the reading PDF, the e-book, findings alone, lines and breaks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from publish.build.job import Job, Outcome, accepted, make, read, read_given
from publish.check import imprint
from publish.language.hyphenation.line_ends import Hyphenator
from publish.ledger import Ledger
from publish.model import page_map
from publish.model.booklet import Booklet
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Finding
from publish.model.html import FontFile
from publish.model.page_map import PageText
from publish.model.proof import WriteSheets
from publish.source import metadata

COVER_WIDTH, COVER_HEIGHT = 1580, 2528
"""Pixels of the e-book's cover picture: ratio 1:1.6 as the large shops ask, and under four million pixels."""


def check(job: Job) -> Outcome:
    """Judge a booklet, setting nothing: the text, and the imprint that the law asks of print."""
    booklet, findings = read(job, job.ledger())
    if booklet is not None:
        findings += imprint.inspect(booklet)
    return Outcome(accepted(booklet, findings, families="MFSTAK"), None)


def make_pdf(job: Job, world: Ledger, *, with_lines: bool = False) -> Outcome:
    """Make the reading PDF."""
    return make(job, world, partial(lay_out, with_lines=with_lines), families="MFSTAP")


def make_epub(job: Job, world: Ledger, pages: tuple[PageText, ...] = ()) -> Outcome:
    """Make the e-book, with the `pages` of the reading PDF in it."""
    return make(job, world, partial(_epub, pages=pages), families="MFSTAE")


def read_pages(path: Path, world: Ledger) -> tuple[PageText, ...]:
    """Return the pages that were noted when a booklet was laid out.

    Raises `PublishError` X040 where there is no such file, X043 where it is another one.
    """
    try:
        return page_map.from_json(read_given(path, world))
    except ValueError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X043", path=path) from error


def hyphenator(job: Job) -> tuple[Hyphenator, tuple[Finding, ...]]:
    """Return what knows where lines end in the words of a booklet, and what is wrong with its settings."""
    edition, findings = metadata.read_edition(job.folder, job.ledger())
    return Hyphenator(edition.hyphenation if edition else ()), findings


def set_lines(job: Job, world: Ledger) -> Outcome:
    """Lay a booklet out and tell the lines of its pages."""
    return make(job, world, partial(lay_out, with_lines=True), families="")


def lay_out(
    job: Job, world: Ledger, booklet: Booklet, *, with_lines: bool = False, proof: WriteSheets | None = None
) -> Outcome:
    """Lay a booklet out as the reading PDF, or as a proof on the sheets that `proof` writes."""
    from publish.pdf import typeset  # WeasyPrint takes 0.7 s to import: only where pages are laid out
    from publish.render import print as page

    html, findings = page.to_html(booklet, job.styles, world)
    laid, found = typeset.lay_out(html, world, with_lines=with_lines, proof=proof)
    return Outcome(findings + found, laid.pdf, laid.pages, laid.lines)


def admit_logo(job: Job, world: Ledger, booklet: Booklet) -> None:
    """Let the logo of the house be read, which lies beside its file."""
    if booklet.house.logo:
        world.admit(job.folder.parent / booklet.house.logo, job.folder.parent)


def _epub(job: Job, world: Ledger, booklet: Booklet, *, pages: tuple[PageText, ...]) -> Outcome:
    from publish.epub import pack
    from publish.epub.page_breaks import paged
    from publish.pdf import picture, typeset
    from publish.render.cover.sheets import front_html
    from publish.render.ebook.book import to_book

    admit_logo(job, world, booklet)
    html, findings = front_html(booklet, job.styles, world)
    front, found = typeset.lay_out(html, world)
    findings += found
    image = picture.picture(front.pdf, COVER_WIDTH, COVER_HEIGHT)
    book, found = to_book(booklet, job.styles, world, image)
    findings += found
    if pages:
        book, found = paged(book, pages)
        findings += found
    content, found = pack.pack(book, world, _text_faces(booklet, world))
    return Outcome(findings + found, content)


def _text_faces(booklet: Booklet, world: Ledger) -> tuple[FontFile, ...]:
    """Return the faces of the text where booklet or house wants them in the e-book."""
    from publish.pdf import faces

    wanted = booklet.settings.epub.text_font
    if not (booklet.house.epub.text_font if wanted is None else wanted):
        return ()
    kinds = (("Regular", "normal", "normal"), ("Italic", "normal", "italic"), ("SemiBold", "bold", "normal"))
    names = ((f"EBGaramond-{kind}", weight, style) for kind, weight, style in kinds)
    return tuple(FontFile(name, weight, style, faces.content(name, world)) for name, weight, style in names)
