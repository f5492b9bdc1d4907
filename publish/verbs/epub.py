"""`publish epub`: the e-book of a booklet."""

from __future__ import annotations

import argparse

from publish import build
from publish.speech import Voice
from publish.verbs import reading

SUMMARY = "make an e-book"
add_options = reading.add_options


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the e-book."""
    return reading.run(build.make_epub, options, voice)
