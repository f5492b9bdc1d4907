"""`publish impose`: the pages of any PDF on the sheets that are folded and stapled."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from publish.build import sheets
from publish.ledger import write_whole
from publish.model import printing
from publish.model.failure import ExitCode
from publish.model.length import Mm
from publish.press.imposition import sheet_sizes
from publish.press.imposition.creep import Fold
from publish.press.imposition.plan import Blanks, Duplex, Plan
from publish.press.imposition.signature import Spine
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "put the pages of any PDF on sheets that are folded and stapled"
THICKEST_LEAF = Mm(1)
"""What is thicker is board, and is not folded."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the files, the paper, and how it is turned, folded and marked."""
    parser.add_argument("file", type=Path, help="a PDF of single pages, in reading order")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    parser.add_argument("--sheet", type=_sheet, metavar="A4|A3|WxH", help="the paper, by name or in mm; else what fits")
    parser.add_argument("--duplex", choices=get_args(Duplex), default="short_edge", help="how the printer turns sheets")
    parser.add_argument("--bind", choices=get_args(Spine), help="where the spine is; else as the file says, or left")
    parser.add_argument("--fold", choices=get_args(Fold), default="sharp", help="how flat sheets are folded")
    thickness = parser.add_mutually_exclusive_group()
    thickness.add_argument(
        "--paper", choices=sorted(printing.papers()), help="a known paper, for the creep of inner leaves"
    )
    thickness.add_argument("--caliper", type=_caliper, metavar="MM", help="how thick a leaf is, for their creep")
    parser.add_argument("--marks", choices=sheets.MARKS, default="all", help="what is drawn where the sheet has room")
    parser.add_argument("--blanks", choices=get_args(Blanks), default="before_last", help="where blank pages go")
    parser.add_argument("--cover", type=Path, metavar="PDF", help="a cover that is folded from the same sheets")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Impose a PDF. Raises `PublishError` X040 (no such file) and X041 (it would be written over)."""
    files = sheets.Files(options.file, options.cover)
    asking.must_not_write_over(files.paths, options.output)
    outcome = sheets.impose_file(files, _plan(options))
    telling.tell(outcome.findings, options, voice)
    if outcome.content is None:
        voice.stopped(options.output)
        return ExitCode.FINDINGS
    write_whole(options.output, outcome.content)
    telling.made(outcome, options, voice)
    return ExitCode.OK


def _plan(options: argparse.Namespace) -> Plan:
    caliper = printing.papers()[options.paper].caliper if options.paper else options.caliper
    return Plan(
        duplex=options.duplex,
        marks=sheets.MARKS[options.marks],
        size=options.sheet,
        spine=options.bind,
        fold=options.fold,
        caliper=caliper,
        blanks=options.blanks,
    )


def _sheet(text: str) -> sheet_sizes.SheetSize:
    try:
        return sheet_sizes.named(text)
    except ValueError:
        names = ", ".join(size.name for size in sheet_sizes.NAMED)
        raise argparse.ArgumentTypeError(f"{text!r} is none of {names}, nor WxH in mm, 50 to 2000 each") from None


def _caliper(text: str) -> Mm:
    caliper = asking.millimetres(text)
    if caliper is None or not Mm(0) < caliper <= THICKEST_LEAF:
        raise argparse.ArgumentTypeError(f"{text!r} is no thickness of a leaf in mm, as 0.1")
    return caliper
