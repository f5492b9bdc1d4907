"""`publish cover`: the cover of a booklet as the sheet that is wrapped around its pages.

folder ─source, check→ Booklet ; x.pdf or a number ─→ pages ─→ width of the spine ─render, pdf, press→ x-cover.pdf
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from publish import build, preflighting, pressing
from publish.ledger import Ledger
from publish.model import spine
from publish.model.booklet import Booklet
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Finding, Span, found, has_errors
from publish.model.length import Mm
from publish.model.printing import Paper
from publish.model.settings import Settings

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

    Raises `PublishError` X006 where the laid-out PDF cannot be read, X041 where it would be written over.
    """
    pages, findings = _count(options, world) if options.laid else (options.pages, ())
    if has_errors(findings):
        return build.Outcome(findings, None)

    def stage(job: build.Job, world: Ledger, booklet: Booklet) -> build.Outcome:
        return _make(job, world, booklet, pages)

    outcome = build.make(job, world, stage, families="")
    return build.Outcome(findings + outcome.findings, outcome.content, outcome.pages)


def _count(options: argparse.Namespace, world: Ledger) -> tuple[int, tuple[Finding, ...]]:
    from publish.press.document import open_pdf

    path: Path = options.laid
    if os.path.realpath(path) == os.path.realpath(options.output):
        raise PublishError(ExitCode.USAGE, "X041", path=path)
    pdf, findings = open_pdf(pressing.read_laid(path, world), str(path))
    return (len(pdf.pages) if pdf else 0), findings


def _make(job: build.Job, world: Ledger, booklet: Booklet, pages: int) -> build.Outcome:
    """Lay the cover out and put it into the inks of its paper."""
    from publish.pdf import typeset
    from publish.press.preflight.registry import Wanted
    from publish.press.print_pdf import PrintSpec, to_print
    from publish.render import cover

    build.admit_logo(job, world, booklet)
    try:
        html, folds, findings = cover.sheets_html(booklet, width(booklet, pages), job.styles, world)
    except OSError:  # without the numbers of the trim there is nothing to lay out
        sheet = job.styles / "trim" / f"{booklet.settings.print.trim}.css"
        return build.Outcome((found("F002", Span(str(sheet)), path=sheet),), None)
    laid, more = typeset.lay_out(html, world)
    findings += more
    board = _board(booklet)
    if booklet.settings.print.profile:
        world.admit(job.folder.parent / booklet.settings.print.profile, job.folder.parent)
    condition, more = pressing.read_condition(
        job.folder, _of_cover(booklet, board), booklet.places, board.surface, world
    )
    findings += more
    if condition is None or not laid.pdf:
        return build.Outcome(findings, None)
    wanted = booklet.settings.print
    limit = wanted.ink_limit or pressing.LIMITS[board.surface]
    spec = PrintSpec(condition, "cmyk", limit, Mm(wanted.bleed), wanted.marks, folds)
    content, more = to_print(laid.pdf, spec, str(job.folder))
    findings += more
    if content is not None:
        judged = Wanted(wanted.job, "cmyk", limit, Mm(wanted.bleed))
        findings += preflighting.inspect(content, judged, f"{job.folder.name}-cover.pdf", world)[1]
    return build.Outcome(findings, content, laid.pages)


def _board(booklet: Booklet) -> Paper:
    """Return what the cover is printed on: its own paper, or that of the pages where it is one of their sheets."""
    settings = booklet.settings
    is_self = settings.print.binding == "saddle_stitch" and settings.print.cover == "self"
    return pressing.paper(settings.print.paper if is_self else settings.cover.paper, booklet.house)


def _of_cover(booklet: Booklet, board: Paper) -> Settings:
    """Return the settings without the printer's profile where it is for another surface than that of the cover."""
    settings = booklet.settings
    if pressing.paper(settings.print.paper, booklet.house).surface == board.surface:
        return settings
    return settings.model_copy(update={"print": settings.print.model_copy(update={"profile": None, "condition": None})})


def width(booklet: Booklet, pages: int) -> Mm:
    """Return the width of the spine of a booklet of so many pages; a stapled one has none."""
    settings = booklet.settings
    if settings.print.binding != "perfect_bound":
        return Mm(0)
    inner = pressing.paper(settings.print.paper, booklet.house)
    return spine.width(pages, inner, _board(booklet), Mm(settings.cover.glue))
