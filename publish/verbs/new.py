"""`publish new`: a booklet begun, as a draft that builds at once."""

from __future__ import annotations

import argparse

from publish.model.failure import ExitCode, PublishError
from publish.source import draft
from publish.speech import Voice
from publish.verbs import beginning

SUMMARY = "begin a booklet"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the name of the booklet, its library and its title."""
    parser.add_argument("name", help="the folder's name")
    beginning.add_library(parser)
    parser.add_argument("--title", help="its title")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Write the draft. Raises `PublishError` X009 without a name, and as `beginning.claim` does."""
    if not options.name:
        raise PublishError(ExitCode.USAGE, "X009")
    folder = options.content / options.name
    beginning.claim(folder)
    beginning.write(folder, draft.draft(folder.name, options.title), voice)
    return ExitCode.OK
