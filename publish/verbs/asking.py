"""What several verbs are asked: options that they share, and the work that these name."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from publish.build import Job
from publish.language import turkish
from publish.model.failure import ExitCode, PublishError
from publish.model.length import Mm
from publish.speech import Voice


def add_artefact(parser: argparse.ArgumentParser) -> None:
    """Add what every verb takes that lays a booklet out: its folder, the file to write, its depfile, the places."""
    add_output(parser)
    add_places(parser)


def add_own(parser: argparse.ArgumentParser) -> None:
    """Add a switch for one artefact of several that are made at once."""
    parser.add_argument("--own", action="store_true", help="print no warnings about the text: it is judged elsewhere")


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add the folder of a booklet, the file to write, and its depfile."""
    parser.add_argument("folder", type=Path, help="the booklet's folder")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    parser.add_argument("--depfile", type=Path, help="write what was read, as a rule for make")


def add_places(parser: argparse.ArgumentParser) -> None:
    """Add where style sheets and derived files lie."""
    parser.add_argument("--styles", type=Path, default=Path("styles"), help="the folder of style sheets")
    add_cache(parser)


def add_cache(parser: argparse.ArgumentParser) -> None:
    """Add where derived files lie."""
    parser.add_argument("--cache", type=Path, default=Path(".cache"), help="where derived files are kept")


def job(folder: Path, options: argparse.Namespace, voice: Voice) -> Job:
    """Return the work on a booklet. Raises `PublishError` X003 where there is none."""
    must_be_a_folder(folder)
    return Job(folder, options.styles, options.cache, voice.progress(folder.name))


def millimetres(text: str) -> Mm | None:
    """Return a length as people type it, with a comma or a dot; None for anything else.

    >>> millimetres("0,1"), millimetres("thin")
    (Mm(value=0.1), None)
    """
    try:
        return Mm(float(text.replace(",", ".")))
    except ValueError:
        return None


def must_be_a_folder(folder: Path) -> None:
    """Raise `PublishError` X003 where a booklet has no folder."""
    if not folder.is_dir():
        raise PublishError(ExitCode.NOT_FOUND, "X003", path=folder, name=turkish.slug(folder.name))


def must_not_write_over(sources: Iterable[Path], *outputs: Path) -> None:
    """Raise `PublishError` X041 where an output would take the place of what is read, by whatever name."""
    written = {os.path.realpath(path) for path in outputs}
    for path in sources:
        if os.path.realpath(path) in written:
            raise PublishError(ExitCode.USAGE, "X041", path=path)
