"""`publish pdf`: the reading PDF of a booklet."""

from __future__ import annotations

import argparse

from publish import build
from publish.speech import Voice
from publish.verbs import options as shared
from publish.verbs import telling

SUMMARY = "lay a booklet out"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact."""
    shared.add_artefact(parser)
    shared.add_own(parser)


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the reading PDF."""
    job = shared.job(options.folder, options, voice)
    world = job.ledger()
    return telling.deliver(build.make_pdf(job, world), world, options, voice, only_own=options.own)
