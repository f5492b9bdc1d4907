"""`publish preflight`: any PDF judged for the press, and told as a page to look at and as JSON.

a PDF of anybody's, options ─press→ PressReport ─render→ report.html ; report.json beside it
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import get_args

from publish.build import press_report
from publish.build.job import read_given
from publish.ledger import Ledger
from publish.model.failure import ExitCode
from publish.model.finding import has_errors
from publish.model.length import Mm
from publish.model.printing import Job
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "judge any PDF for the press"
_LIMIT = range(100, 401)
"""Per cent: four plates."""
_WIDEST = Mm(2000)
"""Edge of a page."""
_FARTHEST = Mm(50)
"""Of a bleed."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the file, the job that it is judged for, and where the report goes."""
    parser.add_argument("file", type=Path, help="a PDF")
    parser.add_argument("--job", choices=get_args(Job), default="offset", help="what prints it: how much faults weigh")
    parser.add_argument("--ink", choices=("black", "cmyk"), default="cmyk", help="the inks of the job")
    parser.add_argument("--limit", type=_limit, default=300, metavar="PERCENT", help="most ink on a spot; 300")
    parser.add_argument("--binding", choices=("saddle_stitch", "perfect_bound"), help="how it will be bound")
    parser.add_argument("--trim", type=_trim, metavar="WxH", help="the size that was ordered, mm")
    parser.add_argument("--bleed", type=_bleed, default=Mm(3), metavar="MM", help="how far art has to run over; 3")
    parser.add_argument("-o", "--output", type=Path, help="write a page to look at (.html), and .json beside it")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Judge a PDF, and write the report where it is wanted; nothing is written over that was read.

    Raises `PublishError` X040 (no such file) and X041 (the report would take the place of the file).
    """
    from publish.press.preflight.inspect import inspect  # pikepdf and pdfium: only where something is judged
    from publish.press.preflight.registry import Wanted

    output = options.output
    asking.must_not_write_over([options.file], *(press_report.files(output) if output else ()))
    world = Ledger([options.file], Path())
    wanted = Wanted(options.job, options.ink, options.limit, options.bleed, options.trim, options.binding)
    report, _ = inspect(read_given(options.file, world), wanted, str(options.file), world)
    if output:
        press_report.write(report, (), output, voice.language)
    if options.format == "json":
        sys.stdout.write(press_report.as_json(report, (), voice.language))
    else:
        telling.tell(report.findings, options, voice)
        voice.summary(report.findings)
    return ExitCode.FINDINGS if has_errors(report.findings) else ExitCode.OK


def _trim(text: str) -> tuple[Mm, Mm]:
    edges = [asking.millimetres(edge) for edge in text.lower().split("x")]
    if len(edges) != 2 or not all(edge is not None and Mm(0) < edge <= _WIDEST for edge in edges):
        raise argparse.ArgumentTypeError(f"{text!r} is no size in mm, as 148x210")
    width, height = (edge for edge in edges if edge)
    return width, height


def _bleed(text: str) -> Mm:
    bleed = asking.millimetres(text)
    if bleed is None or not Mm(0) <= bleed <= _FARTHEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no bleed in mm, 0 to 50")
    return bleed


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) in _LIMIT):
        raise argparse.ArgumentTypeError(f"{text!r} is no per cent, 100 to 400")
    return int(text)
