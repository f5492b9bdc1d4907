"""The order: the page that goes to the printer with the files.

folder ─source, check→ Booklet ; x-print.pdf, x-cover.pdf ─press→ pages, sums ─render, pdf→ x-order.pdf
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from publish.build import conditions, cover, printing
from publish.build.job import Job, Outcome, make, read_given
from publish.check import imprint
from publish.ledger import Ledger
from publish.model.booklet import Booklet
from publish.model.finding import Finding, has_errors
from publish.model.length import Mm

ROLES = {"print": "iç sayfalar", "cover": "kapak"}


def make_order(job: Job, world: Ledger, files: dict[str, Path]) -> Outcome:
    """Make the order of files by their roles, a key of `ROLES` each; that of the inner pages comes first.

    Finds what the law misses in the imprint, what is wrong with the settings of print, and B001–B003 of the files.
    """

    def stage(job: Job, world: Ledger, booklet: Booklet) -> Outcome:
        return _lay_out(job, world, booklet, files)

    return make(job, world, stage, families="")


def _lay_out(job: Job, world: Ledger, booklet: Booklet, files: dict[str, Path]) -> Outcome:
    from publish.pdf import typeset
    from publish.press.document import open_pdf
    from publish.render.cover.plan import trim_size
    from publish.render.order import Delivered, Inked, Work, to_html

    findings: tuple[Finding, ...] = imprint.inspect(booklet)
    delivered: list[Delivered] = []
    for role, path in files.items():
        content = read_given(path, world)
        pdf, found = open_pdf(content, str(path))
        findings += found
        if pdf is not None:
            digest = hashlib.sha256(content).hexdigest()
            delivered.append(Delivered(path.name, ROLES[role], len(pdf.pages), len(content), digest))
    read, found = printing.read_printed(job, world)
    findings += found
    if read is None or len(delivered) < len(files) or has_errors(findings):
        return Outcome(findings, None)
    condition, limit, _ = conditions.of_cover(booklet, world)  # what is wrong with it stopped the cover
    width, height = trim_size(job.styles, booklet.settings.print.trim, world)
    work = Work(
        (Mm(width), Mm(height)),
        delivered[0].pages,
        booklet.paper,
        booklet.board,
        cover.width(booklet, delivered[0].pages),
        Inked(read.spec.condition.name, read.spec.limit),
        Inked(condition.name, limit) if condition and "cover" in files else None,
        tuple(delivered),
    )
    laid, found = typeset.lay_out(to_html(booklet, work), world)
    return Outcome(findings + found, laid.pdf, laid.pages)
