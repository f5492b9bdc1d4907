"""`publish print`: the file that a printer takes, preflighted.

Called so because Python has a `print` of its own.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from publish.build import press_report, printing
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "make the file that a printer takes"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact, and what is printed."""
    asking.add_artefact(parser)
    parser.add_argument("--laid", type=Path, required=True, metavar="PDF", help="the reading PDF, laid out with bleed")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the print PDF, and its report. Raises `PublishError` X041 where the reading PDF would be written over."""
    job = asking.job(options.folder, options, voice)
    asking.must_not_write_over([options.laid], options.output)
    outcome, world = printing.print_job(job, options.laid)
    printed = outcome.findings
    outcome, report = printing.preflight(job, outcome, options.output, world)
    press_report.write(report, printed, press_report.of_print(options.output), voice.language)
    return telling.deliver(outcome, world, options, voice)
