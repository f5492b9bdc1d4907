"""`publish booklet` and `publish impose`: single pages as the sheets that are folded and stapled.

x-print.pdf, what booklet.toml says of paper and fold ─press→ x-booklet.pdf ; a PDF of anybody's, options ─press→ sheets
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import get_args

from publish import build
from publish.check import accept
from publish.ledger import Ledger, write_whole
from publish.model import printing
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Severity, Span, found, has_errors
from publish.model.length import Mm
from publish.model.settings import House, Settings
from publish.press.imposition import sheet_sizes
from publish.press.imposition.creep import Fold
from publish.press.imposition.plan import Blanks, Duplex, Mark, Plan
from publish.press.imposition.signature import Spine
from publish.source import metadata
from publish.source.metadata import Places

MARKS: dict[str, frozenset[Mark]] = {
    "all": frozenset(("crop", "fold")),
    "crop": frozenset(("crop",)),
    "fold": frozenset(("fold",)),
    "none": frozenset(),
}
THICKEST_LEAF = Mm(1)
"""What is thicker is board, and is not folded."""


def add_options(sub: argparse.ArgumentParser) -> None:
    """Add what `impose` takes."""
    sub.add_argument("file", type=Path, help="a PDF of single pages, in reading order")
    sub.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    sub.add_argument("--sheet", type=_sheet, metavar="A4|A3|WxH", help="the paper, by name or in mm; else what fits")
    sub.add_argument("--duplex", choices=get_args(Duplex), default="short_edge", help="how the printer turns sheets")
    sub.add_argument("--bind", choices=get_args(Spine), help="where the spine is; else as the file says, or left")
    sub.add_argument("--fold", choices=get_args(Fold), default="sharp", help="how flat sheets are folded")
    thickness = sub.add_mutually_exclusive_group()
    thickness.add_argument(
        "--paper", choices=sorted(printing.papers()), help="a known paper, for the creep of inner leaves"
    )
    thickness.add_argument("--caliper", type=_caliper, metavar="MM", help="how thick a leaf is, for their creep")
    sub.add_argument("--marks", choices=MARKS, default="all", help="what is drawn where the sheet has room")
    sub.add_argument("--blanks", choices=get_args(Blanks), default="before_last", help="where blank pages go")
    sub.add_argument("--cover", type=Path, metavar="PDF", help="a cover that is folded from the same sheets")


def add_booklet_options(sub: argparse.ArgumentParser) -> None:
    """Add what `booklet` takes besides the folder of derived files."""
    sub.add_argument("folder", type=Path, help="the booklet's folder")
    sub.add_argument("--print", type=Path, required=True, metavar="PDF", help="its print PDF")
    sub.add_argument("--cover", type=Path, metavar="PDF", help='its cover, folded with it where [print] cover = "self"')
    sub.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    sub.add_argument("--depfile", type=Path, help="write what was read, as a rule for make")
    sub.add_argument("--done", type=Path, help="write why there is no booklet, or an empty file; the depfile's target")


def impose_file(options: argparse.Namespace) -> build.Outcome:
    """Impose a PDF of anybody's. Raises `PublishError` X040 (no such file) and X041 (it would be written over)."""
    world = Ledger([path for path in (options.file, options.cover) if path], Path())
    caliper = printing.papers()[options.paper].caliper if options.paper else options.caliper
    plan = Plan(
        duplex=options.duplex,
        marks=MARKS[options.marks],
        size=options.sheet,
        spine=options.bind,
        fold=options.fold,
        caliper=caliper,
        blanks=options.blanks,
    )
    return _imposed(options.file, options.cover, plan, options.output, world)


def impose_booklet(options: argparse.Namespace) -> tuple[build.Outcome, Ledger]:
    """Impose the print PDF of a booklet as its settings say; no content and no error where it is not to be folded.

    Finds what is wrong with the settings, B030 (a glued book), B036 (an unknown paper), and what `impose` does. Raises
    `PublishError` as `impose_file` does.
    """
    folder, files = options.folder, [path for path in (options.print, options.cover) if path]
    world = build.Job(folder, Path(), Path()).ledger(*files)
    house, findings = metadata.read_house(folder.parent / "house.toml", world)
    settings, places, more = metadata.read_settings(folder, world)
    findings = tuple(finding for finding in findings + more if finding.severity is Severity.ERROR)
    if house is None or settings is None or findings:
        return build.Outcome(findings, None), world
    outcome = _folded(settings, house, world, options, places, str(folder / "booklet.toml"))
    findings = accept.apply(outcome.findings, settings.accept, places, "")
    content = None if has_errors(findings) else outcome.content
    return build.Outcome(findings, content, outcome.pages), world


def release(outcome: build.Outcome, options: argparse.Namespace, world: Ledger, reasons: list[str]) -> None:
    """Put the sheets in their place, if there are any; then what tells make that all is done, and why there are none.

    What make waits for is the note, which a glued book has as well; the note waits for the sheets, so that they are
    made anew when they are gone. Sheets from the time when a book was not glued yet go: nobody shall print them.
    """
    if outcome.content is not None:
        write_whole(options.output, outcome.content)
        if options.done:
            world.note(options.output)
    elif options.done:
        options.output.unlink(missing_ok=True)
    if options.depfile:
        write_whole(options.depfile, world.depfile(options.done or options.output))
    if options.done:
        write_whole(options.done, "".join(f"{reason}\n" for reason in reasons).encode())


def _folded(
    settings: Settings, house: House, world: Ledger, options: argparse.Namespace, places: Places, here: str
) -> build.Outcome:
    wanted = settings.print
    if wanted.binding == "perfect_bound":
        place = places.get("print.binding", Span(here))
        return build.Outcome((found("B030", place, title=settings.title, print=options.print),), None)
    paper = printing.paper(wanted.paper, house.papers)
    if paper is None:
        known = ", ".join(sorted({*printing.papers(), *house.papers}))
        place = places.get("print.paper", Span(here))
        unknown = found("B036", place, wanted.paper, paper=wanted.paper, known=known)
        return build.Outcome((unknown,), None)
    is_own_cover = wanted.cover == "self"
    plan = Plan(
        duplex=wanted.duplex,
        marks=MARKS["all" if wanted.marks else "none"],
        size=None,
        spine="right" if settings.language == "ar" else "left",
        fold=wanted.fold,
        caliper=paper.caliper,
        blanks="before_last" if is_own_cover else "end",
    )
    return _imposed(options.print, options.cover if is_own_cover else None, plan, options.output, world)


def _imposed(file: Path, cover: Path | None, plan: Plan, output: Path, world: Ledger) -> build.Outcome:
    from publish.press.imposition.impose import Document, impose  # pikepdf takes 0.3 s to import

    body = Document(_content(file, output, world), str(file))
    ends = Document(_content(cover, output, world), str(cover)) if cover else None
    imposed, findings = impose(body, plan, ends)
    return build.Outcome(findings, imposed.content, imposed.pages) if imposed else build.Outcome(findings, None)


def _content(path: Path, output: Path, world: Ledger) -> bytes:
    if os.path.realpath(path) == os.path.realpath(output):
        raise PublishError(ExitCode.USAGE, "X041", path=path)
    try:
        return world.read(path)
    except OSError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X040", path=path, reason=error.strerror or "-") from error


def _sheet(text: str) -> sheet_sizes.SheetSize:
    try:
        return sheet_sizes.named(text)
    except ValueError:
        names = ", ".join(size.name for size in sheet_sizes.NAMED)
        raise argparse.ArgumentTypeError(f"{text!r} is none of {names}, nor WxH in mm, 50 to 2000 each") from None


def _caliper(text: str) -> Mm:
    try:
        caliper = Mm(float(text.replace(",", ".")))
    except ValueError:
        caliper = Mm(0)
    if not Mm(0) < caliper <= THICKEST_LEAF:
        raise argparse.ArgumentTypeError(f"{text!r} is no thickness of a leaf in mm, as 0.1")
    return caliper
