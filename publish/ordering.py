"""`publish order`: the page that goes to the printer with the files.

folder ─source, check→ Booklet ; x-print.pdf, x-cover.pdf ─press→ pages, sums ─render, pdf→ x-order.pdf
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from publish import build, covering, pressing
from publish.check import imprint
from publish.ledger import Ledger
from publish.model.booklet import Booklet
from publish.model.finding import Finding, has_errors
from publish.model.length import Mm

ROLES = {"print": "iç sayfalar", "cover": "kapak"}


def add_options(sub: argparse.ArgumentParser) -> None:
    """Add what `order` takes besides folder, output and places."""
    sub.add_argument("--print", type=Path, required=True, metavar="PDF", help="the file of the inner pages")
    sub.add_argument("--cover", type=Path, metavar="PDF", help="the file of the cover")


def order(job: build.Job, options: argparse.Namespace) -> tuple[build.Outcome, Ledger]:
    """Make the order, and return the world that it was made in.

    Finds what the law misses in the imprint, what is wrong with the settings of print, and B001–B003 of the files.
    """
    files = {role: path for role in ROLES if (path := getattr(options, role))}
    world = job.ledger(*files.values(), job.folder.parent)

    def stage(job: build.Job, world: Ledger, booklet: Booklet) -> build.Outcome:
        return _lay_out(job, world, booklet, files)

    return build.make(job, world, stage, families=""), world


def _lay_out(job: build.Job, world: Ledger, booklet: Booklet, files: dict[str, Path]) -> build.Outcome:
    from publish.pdf import typeset
    from publish.press.document import open_pdf
    from publish.render import cover_plan
    from publish.render.order import Delivered, Work, to_html

    settings, house = booklet.settings, booklet.house
    findings: tuple[Finding, ...] = imprint.inspect(job.folder, house, settings, booklet.places)
    delivered: list[Delivered] = []
    for role, path in files.items():
        content = pressing.read_laid(path, world)
        pdf, found = open_pdf(content, str(path))
        findings += found
        if pdf is not None:
            digest = hashlib.sha256(content).hexdigest()
            delivered.append(Delivered(path.name, ROLES[role], len(pdf.pages), len(content), digest))
    read, found = pressing.read_printed(job, world)
    findings += found
    if read is None or len(delivered) < len(files) or has_errors(findings):
        return build.Outcome(findings, None)
    width, height = cover_plan.trim_size(job.styles, settings.print.trim, world)
    work = Work(
        (Mm(width), Mm(height)),
        delivered[0].pages,
        pressing.paper(settings.print.paper, house),
        pressing.paper(settings.cover.paper, house),
        covering.width(booklet, delivered[0].pages),
        read.spec.condition.name,
        read.spec.limit,
        tuple(delivered),
    )
    laid, found = typeset.lay_out(to_html(booklet, work), world)
    return build.Outcome(findings + found, laid.pdf, laid.pages)
