"""`publish cover`: the cover of a booklet as the sheet that is wrapped around its pages.

folder ─source, check→ Booklet ; x.pdf or a number ─→ pages ─→ width of the spine ─render, pdf→ x-cover.pdf
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from publish import build
from publish.ledger import Ledger
from publish.model import spine
from publish.model.booklet import Booklet
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Finding, Span, found, has_errors
from publish.model.length import Mm
from publish.model.printing import papers

MOST_PAGES = 3000
"""Of a book that is glued; no machine binds more."""


def add_options(sub: argparse.ArgumentParser) -> None:
    """Add what `cover` takes besides folders and places."""
    length = sub.add_mutually_exclusive_group(required=True)
    length.add_argument("--laid", type=Path, metavar="PDF", help="the laid-out booklet, whose pages are counted")
    length.add_argument("--pages", type=_pages, metavar="N", help="how many pages it has")


def _pages(text: str) -> int:
    count = int(text)
    if not 1 <= count <= MOST_PAGES:
        raise argparse.ArgumentTypeError(f"1–{MOST_PAGES}")
    return count


def make_cover(job: build.Job, world: Ledger, options: argparse.Namespace) -> build.Outcome:
    """Make the cover. Finds B001–B003 for pages that cannot be counted, and what `cover.sheets_html` does.

    Raises `PublishError` X006 where the laid-out PDF cannot be read, X002 where it would be written over.
    """
    pages, findings = _count(options, world) if options.laid else (options.pages, ())
    if has_errors(findings):
        return build.Outcome(findings, None)

    def stage(job: build.Job, world: Ledger, booklet: Booklet) -> build.Outcome:
        return _lay_out(job, world, booklet, pages)

    outcome = build.make(job, world, stage, families="")
    return build.Outcome(findings + outcome.findings, outcome.content, outcome.pages)


def _count(options: argparse.Namespace, world: Ledger) -> tuple[int, tuple[Finding, ...]]:
    from publish.press.document import open_pdf

    path: Path = options.laid
    if os.path.realpath(path) == os.path.realpath(options.output):
        raise PublishError(ExitCode.USAGE, "X002", path=path, reason="--laid")
    try:
        content = world.read(path)
    except OSError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X006", path=path, reason=error.strerror or error) from error
    pdf, findings = open_pdf(content, str(path))
    return (len(pdf.pages) if pdf else 0), findings


def _lay_out(job: build.Job, world: Ledger, booklet: Booklet, pages: int) -> build.Outcome:
    from publish.pdf import typeset
    from publish.render import cover

    try:
        html, findings = cover.sheets_html(booklet, width(booklet, pages), job.styles, world)
    except OSError:  # without the numbers of the trim there is nothing to lay out
        sheet = job.styles / "trim" / f"{booklet.settings.print.trim}.css"
        return build.Outcome((found("F002", Span(str(sheet)), path=sheet),), None)
    laid, more = typeset.lay_out(html, world)
    return build.Outcome(findings + more, laid.pdf, laid.pages)


def width(booklet: Booklet, pages: int) -> Mm:
    """Return the width of the spine of a booklet of so many pages; a stapled one has none."""
    settings = booklet.settings
    if settings.print.binding != "perfect_bound":
        return Mm(0)
    known = {**papers(), **booklet.house.papers}
    return spine.width(pages, known[settings.print.paper], known[settings.cover.paper], Mm(settings.cover.glue))
