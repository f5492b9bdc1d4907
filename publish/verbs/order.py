"""`publish order`: the page that goes to the printer with the files."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish.build import order
from publish.speech import Voice
from publish.verbs import options as shared
from publish.verbs import telling

SUMMARY = "write the order that goes to the printer with the files"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact, and the files that are ordered."""
    shared.add_artefact(parser)
    parser.add_argument("--print", type=Path, required=True, metavar="PDF", help="the file of the inner pages")
    parser.add_argument("--cover", type=Path, metavar="PDF", help="the file of the cover")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the order."""
    job = shared.job(options.folder, options, voice)
    files = {role: path for role in order.ROLES if (path := getattr(options, role))}
    world = job.ledger(*files.values(), job.folder.parent)
    outcome = order.make_order(job, world, files)
    return telling.deliver(outcome, world, options, voice, only_own=True)
