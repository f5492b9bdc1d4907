"""`publish cover`: the cover of a booklet as the sheet that is wrapped around its pages."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish.build import cover
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "lay out front, spine and back as one sheet"
MOST_PAGES = 3000
"""Of a book that is glued; no machine binds more."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact, and how many pages the cover goes around."""
    asking.add_artefact(parser)
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--laid", type=Path, metavar="PDF", help="the laid-out booklet, whose pages are counted")
    length.add_argument("--pages", type=_pages, metavar="N", help="how many pages it has")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the cover. Raises `PublishError` X041 where the laid-out PDF would be written over."""
    job = asking.job(options.folder, options, voice)
    laid: list[Path] = [options.laid] if options.laid else []
    asking.must_not_write_over(laid, options.output)
    world = job.ledger(*laid)
    outcome = cover.make_cover(job, world, options.laid or options.pages)
    return telling.deliver(outcome, world, options, voice, only_own=True)


def _pages(text: str) -> int:
    count = int(text)
    if not 1 <= count <= MOST_PAGES:
        raise argparse.ArgumentTypeError(f"1–{MOST_PAGES}")
    return count
