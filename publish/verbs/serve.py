"""`publish serve`: the catalogue in the browser of this machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish import server
from publish.model.failure import ExitCode
from publish.speech import Voice

SUMMARY = "show the catalogue on this machine"
HIGHEST_PORT = 65535


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the catalogue and the port."""
    parser.add_argument("folder", type=Path, help="the catalogue")
    parser.add_argument("--port", type=_port, help="the port; otherwise 8000, or any that is free")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Serve until interrupted. Raises `PublishError` (X050, X051)."""
    try:
        server.serve(options.folder, options.port, voice.serving)
    except KeyboardInterrupt:  # that is how it ends
        return ExitCode.OK
    return ExitCode.OK


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"1–{HIGHEST_PORT}")
    return port
