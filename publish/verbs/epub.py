"""`publish epub`: the e-book of a booklet."""

from __future__ import annotations

import argparse

from publish import build
from publish.speech import Voice
from publish.verbs import options as shared
from publish.verbs import telling

SUMMARY = "make an e-book"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact."""
    shared.add_artefact(parser)
    shared.add_own(parser)


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the e-book."""
    job = shared.job(options.folder, options, voice)
    world = job.ledger()
    return telling.deliver(build.make_epub(job, world), world, options, voice, only_own=options.own)
