"""What the reading PDF and the e-book have in common: both are laid out from the text, by the same options."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from publish.build import Job, Outcome
from publish.ledger import Ledger
from publish.speech import Voice
from publish.verbs import asking, telling


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact, and a switch for one of several that are made at once."""
    asking.add_artefact(parser)
    parser.add_argument("--own", action="store_true", help="print no warnings about the text: it is judged elsewhere")


def run(make: Callable[[Job, Ledger], Outcome], options: argparse.Namespace, voice: Voice) -> int:
    """Make the artefact that `make` makes."""
    job = asking.job(options.folder, options, voice)
    world = job.ledger()
    return telling.deliver(make(job, world), world, options, voice, only_own=options.own)
