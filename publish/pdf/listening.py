"""What WeasyPrint says while it works, as findings and as progress: it only logs, and an author reads no log."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from publish.model.finding import Finding, Span, found
from publish.model.world import World

_PLACE = re.compile(r",? at (\d+):(\d+)")
_PAGE = re.compile(r"Page (\d+)$")

_IMAGE = re.compile(r"Failed to load image at '(?:file://)?(.*?)': (.*)", re.DOTALL)


class Listener(logging.Handler):
    """Collects what is said about the sheet, or the pages, that is worked on."""

    def __init__(self, world: World) -> None:
        super().__init__(logging.INFO)
        self._world = world
        self.where = Span("")
        """The file that is worked on."""
        self.findings: dict[Finding, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Take one message."""
        message = record.getMessage()
        if record.name == "weasyprint.progress":
            self._advance(message)
        elif record.levelno >= logging.WARNING:
            self._note(record, message)

    def _advance(self, message: str) -> None:
        if page := _PAGE.search(message):
            self._world.progress("laying out", int(page[1]))
        elif "Creating PDF" in message:
            self._world.progress("drawing")

    def _note(self, record: logging.LogRecord, message: str) -> None:
        if message.startswith(".notdef") and isinstance(record.args, tuple):
            character, codepoint = record.args
            self.findings[found("P007", self.where, character=character, codepoint=f"U+{codepoint:04X}")] = None
        elif image := _IMAGE.match(message):
            if "RefusedError" not in image[2]:  # the fetcher has noted those
                address = unquote(image[1]).rpartition("/")[2]
                self.findings[found("P004", self.where, address=address)] = None
        elif not message.startswith("Failed to load stylesheet"):  # nor is an @import of anything else left in silence
            place = _PLACE.search(message)
            span = Span(self.where.path, int(place[1]), int(place[2])) if place else self.where
            self.findings[found("P005", span, message=_PLACE.sub("", message))] = None


@contextmanager
def listening(world: World) -> Iterator[Listener]:
    """Hear everything WeasyPrint says, and keep it from everybody else."""
    listener = Listener(world)
    logger = logging.getLogger("weasyprint")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(listener)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield listener
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)
        logger.propagate = propagate
