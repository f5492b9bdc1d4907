"""`publish import`: a document turned into a booklet.

Called so because `import` is a word of Python.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from publish.language import turkish
from publish.ledger import Ledger
from publish.model.failure import ExitCode, PublishError
from publish.source import importing
from publish.speech import Voice
from publish.verbs import asking, beginning, telling

SUMMARY = "turn a document into a booklet"
REPORT = "import-report.txt"
"""What an import found, kept beside the booklet for the editor to work through."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the document, the library, the name of the booklet, and the cache."""
    parser.add_argument("document", help="a text file")
    beginning.add_library(parser)
    parser.add_argument("--name", default="", help="the folder's name; from the document's name if not given")
    asking.add_cache(parser)


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Write the booklet. Raises `PublishError` X010 without a document, X006 where it cannot be read."""
    if not options.document:
        raise PublishError(ExitCode.USAGE, "X010")
    document = Path(options.document)
    folder = options.content / (options.name or turkish.slug(document.stem))
    beginning.claim(folder)
    try:
        content = document.read_bytes()
    except OSError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X006", path=document, reason=error.strerror) from error
    imported, findings = importing.read_document(content, str(document), Ledger((), options.cache))
    telling.tell(findings, options, voice, notes=True)
    if imported is None:
        return ExitCode.FINDINGS
    report = "\n".join((*voice.written(findings), ""))
    files = {"booklet.toml": imported.booklet_toml, "text.md": imported.text_md, REPORT: report.encode()}
    beginning.write(folder, files, voice)
    return ExitCode.OK
