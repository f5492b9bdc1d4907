"""A new folder of the library: its name claimed, its files written, a house file beside it where there is none."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from publish.language import turkish
from publish.ledger import write_whole
from publish.model.failure import ExitCode, PublishError
from publish.source import draft
from publish.speech import Voice


def add_library(parser: argparse.ArgumentParser) -> None:
    """Add where a new booklet is put."""
    parser.add_argument("--content", type=Path, default=Path("content"), help="the library to put it in")


def claim(folder: Path) -> None:
    """Raise `PublishError` where `folder` exists already or make could not name it."""
    slug = turkish.slug(folder.name)
    if folder.name != slug:
        raise PublishError(ExitCode.USAGE, "X005", name=folder.name, slug=slug)
    if folder.exists():
        raise PublishError(ExitCode.USAGE, "X004", path=folder)


def write(folder: Path, files: Mapping[str, bytes], voice: Voice) -> None:
    """Write a new booklet, and a house file to fill in where the library has none."""
    house = folder.parent / "house.toml"
    if not house.exists():
        write_whole(house, draft.house())
        voice.wrote(house)
    for name, content in files.items():
        write_whole(folder / name, content)
        voice.wrote(folder / name)
