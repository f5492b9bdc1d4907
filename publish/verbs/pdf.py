"""`publish pdf`: the reading PDF of a booklet."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish import build
from publish.ledger import write_whole
from publish.model import page_map
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "lay a booklet out"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact, and the file that tells the e-book of the pages."""
    asking.add_artefact(parser)
    asking.add_own(parser)
    parser.add_argument("--pages", type=Path, help="write down which words stand on which page, for `publish epub`")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the reading PDF; what is noted of its pages stands in its place before the PDF does."""
    job = asking.job(options.folder, options, voice)
    world = job.ledger()
    outcome = build.make_pdf(job, world, with_lines=options.pages is not None)
    if options.pages is not None and outcome.content is not None:
        write_whole(options.pages, page_map.to_json(page_map.page_map(outcome.lines)))
    return telling.deliver(outcome, world, options, voice, only_own=options.own)
