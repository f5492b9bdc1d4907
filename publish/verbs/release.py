"""`publish release`: the catalogue put where a web server reads it, in one step."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish.build import publishing
from publish.model.failure import ExitCode, PublishError
from publish.speech import Voice

SUMMARY = "put the catalogue where a web server reads it, in one step"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the catalogue and where it goes."""
    parser.add_argument("folder", type=Path, help="the catalogue")
    parser.add_argument("--to", required=True, help="the folder that the web server hands out")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Publish. Raises `PublishError` X057 where no folder is named, else as `publishing.publish` does."""
    if not options.to.strip():
        raise PublishError(ExitCode.USAGE, "X057")
    done = publishing.publish(options.folder, Path(options.to).expanduser())
    voice.published(done.place, done.files, done.before if done.is_new else None, is_new=done.is_new)
    return ExitCode.OK
