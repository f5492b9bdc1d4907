"""`publish preflight`: any PDF judged for the press, and told as a page to look at and as JSON.

a PDF of anybody's, options ─press→ PressReport ─render→ report.html ; report.json beside it
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from publish.ledger import Ledger, write_whole
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Finding
from publish.model.length import Mm
from publish.model.press_report import PressReport
from publish.model.printing import Job
from publish.model.world import World
from publish.render import report as page

if TYPE_CHECKING:
    from publish.press.preflight.registry import Wanted

_LIMIT = range(100, 401)
"""Per cent: four plates."""
_WIDEST = Mm(2000)
"""Edge of a page."""
_FARTHEST = Mm(50)
"""Of a bleed."""


def add_options(sub: argparse.ArgumentParser) -> None:
    """Add what `preflight` takes."""
    sub.add_argument("file", type=Path, help="a PDF")
    sub.add_argument("--job", choices=get_args(Job), default="offset", help="what prints it: how much faults weigh")
    sub.add_argument("--ink", choices=("black", "cmyk"), default="cmyk", help="the inks of the job")
    sub.add_argument("--limit", type=_limit, default=300, metavar="PERCENT", help="most ink on a spot; 300")
    sub.add_argument("--binding", choices=("saddle_stitch", "perfect_bound"), help="how it will be bound")
    sub.add_argument("--trim", type=_trim, metavar="WxH", help="the size that was ordered, mm")
    sub.add_argument("--bleed", type=_bleed, default=Mm(3), metavar="MM", help="how far art has to run over; 3")
    sub.add_argument("-o", "--output", type=Path, help="write a page to look at (.html), and .json beside it")


def preflight(options: argparse.Namespace, language: str) -> PressReport:
    """Judge a PDF, and write the report where it is wanted; nothing is written over that was read.

    Raises `PublishError` X040 (no such file) and X041 (the report would take the place of the file).
    """
    from publish.press.preflight.registry import Wanted

    output = options.output
    if output and {os.path.realpath(path) for path in files(output)} & {os.path.realpath(options.file)}:
        raise PublishError(ExitCode.USAGE, "X041", path=options.file)
    world = Ledger([options.file], Path())
    try:
        content = world.read(options.file)
    except OSError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X040", path=options.file, reason=error.strerror or "-") from error
    wanted = Wanted(options.job, options.ink, options.limit, options.bleed, options.trim, options.binding)
    report, _ = inspect(content, wanted, str(options.file), world)
    if output:
        write(report, (), output, language)
    return report


def inspect(content: bytes, wanted: Wanted, name: str, world: World) -> tuple[PressReport, tuple[Finding, ...]]:
    """Return the report of a PDF and its findings."""
    from publish.press.preflight.inspect import inspect as judge  # pikepdf and pdfium: only where something is judged

    return judge(content, wanted, name, world)


def files(output: Path) -> tuple[Path, Path]:
    """Return the files of a report: the page, and the JSON beside it.

    >>> [str(path) for path in files(Path("a.html"))]
    ['a.html', 'a.json']
    """
    return output, output.with_suffix(".json") if output.suffix == ".html" else Path(f"{output}.json")


def write(report: PressReport, more: tuple[Finding, ...], output: Path, language: str) -> None:
    """Write a report, with `more` findings that are not of the file itself."""
    html, table = files(output)
    rows = json.dumps(page.as_rows(report, more, language), ensure_ascii=False, indent=2)
    write_whole(table, f"{rows}\n".encode())
    write_whole(html, page.to_html(report, more, language).encode())


def _trim(text: str) -> tuple[Mm, Mm]:
    try:
        width, height = (Mm(float(edge)) for edge in text.lower().replace(",", ".").split("x"))
    except ValueError:
        width = height = Mm(0)
    if not (Mm(0) < width <= _WIDEST and Mm(0) < height <= _WIDEST):
        raise argparse.ArgumentTypeError(f"{text!r} is no size in mm, as 148x210")
    return width, height


def _bleed(text: str) -> Mm:
    try:
        bleed = Mm(float(text.replace(",", ".")))
    except ValueError:
        bleed = Mm(-1)
    if not Mm(0) <= bleed <= _FARTHEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no bleed in mm, 0 to 50")
    return bleed


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) in _LIMIT):
        raise argparse.ArgumentTypeError(f"{text!r} is no per cent, 100 to 400")
    return int(text)
