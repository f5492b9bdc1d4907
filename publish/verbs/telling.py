"""What a verb says of its work: findings as text or JSON, an artefact that was made, one that was not."""

from __future__ import annotations

import argparse
import json
import sys

from publish import build
from publish.build import Outcome
from publish.ledger import Ledger
from publish.model.failure import ExitCode
from publish.model.finding import Finding, Severity
from publish.speech import Voice, as_row

JUDGED_ELSEWHERE = frozenset("MFSTA")
"""Families of findings about the source, which every artefact of a booklet would repeat."""


def tell(findings: tuple[Finding, ...], options: argparse.Namespace, voice: Voice, notes: bool = False) -> None:
    """Print findings: all as JSON on stdout, or as text on stderr, notes only where they were asked for."""
    if options.format == "json":
        write_json([as_row(finding, voice.language) for finding in findings])
        return
    shown = [finding for finding in findings if notes or options.verbose or finding.severity is not Severity.NOTE]
    voice.findings([finding for finding in shown if not options.quiet or finding.severity is Severity.ERROR])


def own(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings without the warnings about the text, which is judged elsewhere."""
    return tuple(
        finding for finding in findings if finding.severity is Severity.ERROR or finding.code[0] not in JUDGED_ELSEWHERE
    )


def deliver(
    outcome: Outcome, world: Ledger, options: argparse.Namespace, voice: Voice, *, only_own: bool = False
) -> int:
    """Say what was found, without the warnings about the text where `only_own`; then release the artefact."""
    tell(own(outcome.findings) if only_own else outcome.findings, options, voice)
    return release(outcome, world, options, voice)


def release(outcome: Outcome, world: Ledger, options: argparse.Namespace, voice: Voice) -> int:
    """Put an artefact in its place and say so, or say that there is none."""
    if outcome.content is None:
        voice.stopped(options.output)
        return ExitCode.FINDINGS
    build.release(outcome.content, options.output, options.depfile, world)
    made(outcome, options, voice)
    return ExitCode.OK


def made(outcome: Outcome, options: argparse.Namespace, voice: Voice) -> None:
    """Say what was made, if anything was."""
    if outcome.content is not None:
        voice.made(options.output, outcome.pages, len(outcome.content), voice.seconds)


def write_json(content: object) -> None:
    """Print plain values for programs."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
