"""`publish catalog`: all booklets as a web site and as feeds for reading apps."""

from __future__ import annotations

import argparse
from pathlib import Path

from publish.build import catalog, tree
from publish.ledger import write_whole
from publish.model.failure import ExitCode
from publish.model.finding import has_errors
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "make a web site and feeds of all booklets"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the booklets, where their files were made, the folder to write, and the note that make waits for."""
    parser.add_argument("folders", type=Path, nargs="*", help="folders of booklets, all in one library")
    parser.add_argument("--build", type=Path, default=Path("build"), help="where their e-books and PDFs were made")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the folder to write")
    parser.add_argument("--done", type=Path, help="write an empty file when it is made; the depfile's target")
    parser.add_argument("--depfile", type=Path, help="write what was read, as a rule for make")
    asking.add_places(parser)


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the catalogue. Raises `PublishError` as `make_catalog` and `tree.write` do."""
    for folder in options.folders:
        asking.must_be_a_folder(folder)
    library = catalog.Library(tuple(options.folders), options.build, options.styles, options.cache)
    world = library.ledger()
    files, findings = catalog.make_catalog(library, world)
    telling.tell(findings, options, voice)
    if has_errors(findings):
        voice.stopped(options.output)
        return ExitCode.FINDINGS
    tree.write(options.output, files)
    if options.depfile:
        write_whole(options.depfile, world.depfile(options.done or options.output / tree.SUMS))
    if options.done:
        write_whole(options.done, b"")
    voice.catalogued(options.output, len(options.folders), voice.seconds)
    return ExitCode.OK
