"""`publish epub`: the e-book of a booklet."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish import build
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "make an e-book"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact, and the pages of the PDF."""
    asking.add_artefact(parser)
    asking.add_own(parser)
    parser.add_argument("--pages", type=Path, help="mark the pages of the PDF, as `publish pdf --pages` wrote them")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the e-book."""
    job = asking.job(options.folder, options, voice)
    world = job.ledger(*filter(None, [options.pages]))
    pages = build.read_pages(options.pages, world) if options.pages else ()
    return telling.deliver(build.make_epub(job, world, pages), world, options, voice, only_own=options.own)
