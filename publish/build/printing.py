"""`publish print`: the reading PDF as the file that a printer takes.

folder ─source→ Settings ─┐
x.pdf ────────────────────┴press→ x-print.pdf ─preflight→ stop or go, x-report.html
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publish.build.job import Job, Outcome, read_given
from publish.check import accept, imprint
from publish.check.rules.paper import unknown_papers
from publish.ledger import Ledger
from publish.model.edition import Edition
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found, has_errors
from publish.model.length import Mm
from publish.model.press_report import PressReport
from publish.model.printing import Surface
from publish.model.world import World
from publish.render.cover.plan import trim_size
from publish.source import metadata

if TYPE_CHECKING:
    from publish.press.preflight.registry import Wanted
    from publish.press.print.intent import Condition
    from publish.press.print.print_pdf import PrintSpec

PROFILES = Path(__file__).parents[1] / "press" / "profiles"
OURS: dict[Surface, tuple[str, str]] = {
    "coated": ("FOGRA39", "FOGRA39L_coated_tac300.icc"),
    "uncoated": ("FOGRA29", "FOGRA29L_uncoated_tac300.icc"),
}
"""The printing condition of each surface of paper, and the profile of it that comes with the project."""
LIMITS: dict[Surface, int] = {"coated": 300, "uncoated": 280}
"""Most ink that a surface takes, in per cent."""


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
    surface = edition.paper.surface
    condition, wrong = read_condition(edition, surface, world)
    if condition is None:
        return None, findings + wrong
    from publish.press.print.print_pdf import PrintSpec

    wanted = edition.settings.print
    spec = PrintSpec(condition, wanted.ink, wanted.ink_limit or LIMITS[surface], Mm(wanted.bleed), wanted.marks)
    return Printed(edition, spec), findings + wrong


def read_condition(edition: Edition, surface: Surface, world: World) -> tuple[Condition | None, tuple[Finding, ...]]:
    """Return the printing condition: the printer's where there is one, else ours for the surface of the paper."""
    from publish.press.print.intent import Condition, is_output_profile

    wanted = edition.settings.print
    if wanted.profile is None:
        name, file = OURS[surface]
        condition = Condition(name, world.read(PROFILES / file))
        if wanted.condition is None:
            return condition, ()
        return None, (found("B015", edition.place("print.condition"), condition=wanted.condition),)
    where = edition.place("print.profile")
    profile, findings = _read_profile(edition.folder, wanted.profile, where, world)
    if profile is None:
        return None, findings
    if not is_output_profile(profile):
        return None, (found("B013", where, path=wanted.profile),)
    if wanted.condition is None:
        return None, (found("B014", where, path=wanted.profile),)
    return Condition(wanted.condition, profile), ()


def _read_profile(folder: Path, name: str, where: Span, world: World) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return a profile that lies beside the booklet or the house file."""
    error: Exception | None = None
    for path in (folder / name, folder.parent / name):
        try:
            return world.read(path), ()
        except ForbiddenError:
            return None, (found("F001", where, path=name),)
        except (OSError, ValueError) as reason:  # ValueError: a zero byte in the name
            error = error or reason
    reason_ = getattr(error, "strerror", None) or error
    return None, (found("B012", where, path=name, reason=reason_),)
