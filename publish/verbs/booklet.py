"""`publish booklet`: the pages of a booklet on the sheets that are folded and stapled."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish.build import sheets
from publish.model.failure import ExitCode
from publish.model.finding import has_errors
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "put the pages of a booklet on sheets that are folded and stapled"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the booklet, its files, and the note that make waits for."""
    asking.add_output(parser)
    parser.add_argument("--print", type=Path, required=True, metavar="PDF", help="its print PDF")
    parser.add_argument(
        "--cover", type=Path, metavar="PDF", help='its cover, folded with it where [print] cover = "self"'
    )
    parser.add_argument(
        "--done", type=Path, help="write why there is no booklet, or an empty file; the depfile's target"
    )


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Impose the print PDF; a glued book has no sheets, and the note says why. Raises `PublishError` as `impose`."""
    asking.must_be_a_folder(options.folder)
    files = sheets.Files(options.print, options.cover)
    asking.must_not_write_over(files.paths, options.output)
    outcome, world = sheets.impose_booklet(options.folder, files)
    failed = has_errors(outcome.findings)
    reasons = [] if failed or outcome.content else voice.written(outcome.findings)
    if not options.done or not reasons:
        telling.tell(outcome.findings, options, voice)
    if failed:
        voice.stopped(options.output)
        return ExitCode.FINDINGS
    sheets.release(outcome, options.output, options.depfile, options.done, world, reasons)
    telling.made(outcome, options, voice)
    return ExitCode.OK
