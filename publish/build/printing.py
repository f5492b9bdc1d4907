"""The print PDF: the reading PDF as the file that a printer takes.

folder ─source→ Settings ─┐
x.pdf ────────────────────┴press→ x-print.pdf ─preflight→ stop or go, x-report.html
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publish.build import conditions
from publish.build.job import Job, Outcome, read_given
from publish.check import accept, imprint
from publish.check.rules.paper import unknown_papers
from publish.ledger import Ledger
from publish.model.edition import Edition
from publish.model.finding import Finding, has_errors
from publish.model.length import Mm
from publish.model.press_report import PressReport
from publish.model.world import World
from publish.render.cover.plan import trim_size
from publish.source import metadata

if TYPE_CHECKING:
    from publish.press.preflight.registry import Wanted
    from publish.press.print.print_pdf import PrintSpec


@dataclass(frozen=True, slots=True)
class Printed:
    """How a booklet is printed."""

    edition: Edition
    spec: PrintSpec


def print_job(job: Job, laid: Path) -> tuple[Outcome, Ledger]:
    """Make the print PDF of a booklet out of its reading PDF, and return the world that it was made in."""
    world = job.ledger(laid, job.folder.parent)  # a profile may lie beside the house file
    read, findings = read_printed(job, world)
    if read is None:
        return Outcome(findings, None), world
    from publish.press.print.print_pdf import to_print  # pikepdf and LittleCMS: only where something is printed

    content, more = to_print(read_given(laid, world), read.spec, str(laid))
    findings = accept.apply(findings + imprint.inspect(read.edition) + more, read.edition, families="")
    return Outcome(findings, None if has_errors(findings) else content), world


def preflight(job: Job, made: Outcome, output: Path, world: World) -> tuple[Outcome, PressReport]:
    """Judge a print PDF that is to be `output`; return it, or no content where an error stops it, and the report."""
    from publish.press.preflight.inspect import inspect

    read, _ = read_printed(job, world)
    if made.content is None or read is None:
        return made, PressReport(str(output), "offset", "black", 0, (), ())
    report, _ = inspect(made.content, wanted(job, read, world), str(output), world)
    accepted = accept.apply(report.findings, read.edition, families="")
    report = replace(report, seen=tuple(each for each in report.seen if each.finding in accepted))
    findings = made.findings + report.findings
    return Outcome(findings, None if has_errors(findings) else made.content, report.pages), report


def wanted(job: Job, read: Printed, world: World) -> Wanted:
    """Return what the print PDF of a booklet is judged against."""
    from publish.press.preflight.registry import Wanted

    settings = read.edition.settings.print
    try:
        width, height = trim_size(job.styles, settings.trim, world)
        trim = Mm(width), Mm(height)
    except OSError:  # styles without numbers for it
        trim = None
    return Wanted(settings.job, settings.ink, read.spec.limit, Mm(settings.bleed), trim, settings.binding)


def read_printed(job: Job, world: World) -> tuple[Printed | None, tuple[Finding, ...]]:
    """Return how a booklet is printed. Finds what its settings lack, M046 and B012–B015."""
    edition, findings = metadata.read_edition(job.folder, world)
    if edition is None:
        return None, findings
    findings = tuple(finding for finding in findings if finding.code[0] == "B" or has_errors((finding,)))
    if unknown := tuple(unknown_papers(edition)):
        return None, findings + unknown
    condition, limit, wrong = conditions.of_pages(edition, world)
    if condition is None:
        return None, findings + wrong
    from publish.press.print.print_pdf import PrintSpec

    wanted = edition.settings.print
    spec = PrintSpec(condition, wanted.ink, limit, Mm(wanted.bleed), wanted.marks)
    return Printed(edition, spec), findings + wrong
