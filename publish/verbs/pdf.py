"""`publish pdf`: the reading PDF of a booklet."""

from __future__ import annotations

import argparse

from publish import build
from publish.speech import Voice
from publish.verbs import reading

SUMMARY = "lay a booklet out"
add_options = reading.add_options


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the reading PDF."""
    return reading.run(build.make_pdf, options, voice)
