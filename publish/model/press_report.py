"""What was seen in a file for the press: findings with their places on the pages, and small pictures of the pages.

Rectangles are in mm from the top left of the upright page's trim; what lies in the bleed is negative.
"""

from __future__ import annotations

from dataclasses import dataclass

from publish.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page, mm from the trim's top left."""

    page_number: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Seen:
    """One kind of fault, wherever it is."""

    finding: Finding
    page_numbers: tuple[int, ...] = ()
    """All pages that have it; none where it is the file's as a whole."""
    areas: tuple[Area, ...] = ()
    """Where it is, some of the places on each page."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as it is drawn in the report."""

    page_number: int
    trim: Area
    bleed: Area
    media: Area
    """All that the picture shows."""
    picture: bytes
    """JPEG; empty where the page cannot be drawn."""


@dataclass(frozen=True, slots=True)
class PressReport:
    """What was seen in one file."""

    name: str
    job: str
    ink: str
    pages: int
    seen: tuple[Seen, ...]
    shown: tuple[ShownPage, ...]
    """Some of the pages: those with faults before others."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a person is told."""
        return tuple(each.finding for each in self.seen)
