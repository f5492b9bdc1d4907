"""`publish doctor`: what this machine has and lacks."""

from __future__ import annotations

import argparse

from publish import doctor
from publish.speech import Voice

SUMMARY = "say what this machine has and lacks"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add none: what installs is `make`."""


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print the table."""
    return doctor.main([])
