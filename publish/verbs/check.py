"""`publish check`: what is wrong with booklets, nothing laid out."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish import build
from publish.model.failure import ExitCode
from publish.model.finding import Finding, has_errors
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "print what is wrong with booklets"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the booklets, and the places."""
    parser.add_argument("folders", type=Path, nargs="*", help="folders of booklets")
    asking.add_places(parser)


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Judge booklets."""
    findings: tuple[Finding, ...] = ()
    for folder in options.folders:
        findings += build.check(asking.job(folder, options, voice)).findings
    telling.tell(findings, options, voice)
    voice.summary(findings)
    return ExitCode.FINDINGS if has_errors(findings) else ExitCode.OK
