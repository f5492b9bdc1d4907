"""What WeasyPrint says while it works, as findings and as progress: it only logs, and an author reads no log."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from publish.model.finding import Finding, Span, found
from publish.model.world import World

_PLACE = re.compile(r",? at (\d+):(\d+)")
_PAGE = re.compile(r"Page (\d+)$")
_BOX = re.compile(r'\.notdef glyph .*"(.)" \(U\+\w+\)', re.DOTALL)
_LONGEST = 300


def _broken_image(message: re.Match[str], where: Span) -> Finding:
    return found("P004", where, address=unquote(message[1]).rpartition("/")[2][:_LONGEST])


def _undescribed_image(message: re.Match[str], where: Span) -> Finding:
    return found("P009", where, address=unquote(message[1])[:_LONGEST])


def _anything(message: re.Match[str], where: Span) -> Finding:
    place = _PLACE.search(message[0])
    span = Span(where.path, int(place[1]), int(place[2])) if place else where
    return found("P005", span, message=_PLACE.sub("", message[0])[:_LONGEST])


_Reading = Callable[[re.Match[str], Span], Finding]
_READINGS: tuple[tuple[re.Pattern[str], _Reading | None], ...] = (
    (re.compile(r".*RefusedError", re.DOTALL), None),  # the fetcher has noted it
    (re.compile(r"Failed to load image at '(.*?)': ", re.DOTALL), _broken_image),
    (re.compile(r'Image "(.*)" has no required alt description', re.DOTALL), _undescribed_image),
    (re.compile(r".*", re.DOTALL), _anything),
)
"""How a message is known, and what is made of it; the first that fits."""


class Listener(logging.Handler):
    """Collects what is said about the sheet, or the pages, that is worked on."""

    def __init__(self, world: World) -> None:
        super().__init__(logging.INFO)
        self._world = world
        self.where = Span("")
        """The file that is worked on."""
        self.findings: dict[Finding, None] = {}
        self.boxes: set[str] = set()
        """Characters in whose place an empty box was drawn."""

    def emit(self, record: logging.LogRecord) -> None:
        """Take one message."""
        message = record.getMessage()
        if record.name == "weasyprint.progress":
            if page := _PAGE.search(message):
                self._world.progress("laying out", int(page[1]))
        elif box := _BOX.match(message):
            self.boxes.add(box[1])
        elif record.levelno >= logging.WARNING:
            read, match = next((read, match) for known, read in _READINGS if (match := known.match(message)))
            if read is not None:
                self.findings[read(match, self.where)] = None


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
