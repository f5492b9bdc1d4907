"""The cover of a booklet as the sheet that is wrapped around its pages.

folder ─source, check→ Booklet ; x.pdf or a number ─→ pages ─→ width of the spine ─render, pdf, press→ x-cover.pdf
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from publish.build import conditions
from publish.build.job import Job, Outcome, make, read_given
from publish.build.reading import admit_logo
from publish.check import imprint
from publish.ledger import Ledger
from publish.model import spine
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Severity, Span, found, has_errors
from publish.model.length import Mm

if TYPE_CHECKING:
    pass


def make_cover(job: Job, world: Ledger, length: Path | int) -> Outcome:
    """Make the cover of a booklet of so many pages, or of as many as the laid-out PDF at that path has.

    Finds B001–B003 for pages that cannot be counted, what the law misses in the imprint, and what `sheets_html`
    does. Raises `PublishError` X040 where the PDF cannot be read.
    """
    pages, findings = (length, ()) if isinstance(length, int) else _count(length, world)
    if has_errors(findings):
        return Outcome(findings, None)

    def stage(job: Job, world: Ledger, booklet: Booklet) -> Outcome:
        return _make(job, world, booklet, pages)

    outcome = make(job, world, stage, families="")
    return Outcome(findings + outcome.findings, outcome.content, outcome.pages)


def _count(laid: Path, world: Ledger) -> tuple[int, tuple[Finding, ...]]:
    from publish.press.document import open_pdf

    pdf, findings = open_pdf(read_given(laid, world), str(laid))
    return (len(pdf.pages) if pdf else 0), findings


def _make(job: Job, world: Ledger, booklet: Booklet, pages: int) -> Outcome:
    """Lay the cover out and put it into the inks of its paper."""
    from publish.pdf import typeset
    from publish.press.preflight.inspect import inspect
    from publish.press.preflight.registry import Wanted
    from publish.press.print.print_pdf import PrintSpec, to_print
    from publish.render.cover.sheets import sheets_html

    admit_logo(job, world, booklet)
    try:
        html, folds, findings = sheets_html(booklet, width(booklet, pages), job.styles, world)
    except OSError:  # without the numbers of the trim there is nothing to lay out
        sheet = job.styles / "trim" / f"{booklet.settings.print.trim}.css"
        return Outcome((found("F002", Span(str(sheet)), path=sheet),), None)
    laid, more = typeset.lay_out(html, world)
    findings += _unlawful(booklet) + more
    condition, limit, more = conditions.of_cover(booklet, world)
    findings += more
    if condition is None or not laid.pdf:
        return Outcome(findings, None)
    wanted = booklet.settings.print
    spec = PrintSpec(condition, "cmyk", limit, Mm(wanted.bleed), wanted.marks, folds)
    content, more = to_print(laid.pdf, spec, str(job.folder))
    findings += more
    if content is not None:
        judged = Wanted(wanted.job, "cmyk", limit, Mm(wanted.bleed))
        findings += inspect(content, judged, f"{job.folder.name}-cover.pdf", world)[1]
    return Outcome(findings, content, laid.pages)


def _unlawful(booklet: Booklet) -> tuple[Finding, ...]:
    """Return what the law misses in the imprint of the pages, where it stops them: no cover without its book."""
    return tuple(finding for finding in imprint.inspect(booklet) if finding.severity is Severity.ERROR)


def width(booklet: Booklet, pages: int) -> Mm:
    """Return the width of the spine of a booklet of so many pages; a stapled one has none."""
    if booklet.settings.print.binding != "perfect_bound":
        return Mm(0)
    return spine.width(pages, booklet.paper, booklet.board, Mm(booklet.settings.cover.glue))
