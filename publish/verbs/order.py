"""`publish order`: the page that goes to the printer with the files."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish.build import order
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "write the order that goes to the printer with the files"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact, and the files that are ordered."""
    asking.add_artefact(parser)
    parser.add_argument("--print", type=Path, required=True, metavar="PDF", help="the file of the inner pages")
    parser.add_argument("--cover", type=Path, metavar="PDF", help="the file of the cover")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the order. Raises `PublishError` X041 where a file that is ordered would be written over."""
    job = asking.job(options.folder, options, voice)
    files = {role: path for role in order.ROLES if (path := getattr(options, role))}
    asking.must_not_write_over(files.values(), options.output)
    world = job.ledger(*files.values(), job.folder.parent)
    outcome = order.make_order(job, world, files)
    return telling.deliver(outcome, world, options, voice, only_own=True)
