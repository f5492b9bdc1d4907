"""The registry of checks: one function a question, each given the whole file, all run on one walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import pikepdf

from publish.model.length import Mm
from publish.model.press_report import Area
from publish.model.printing import Job
from publish.model.said import Said
from publish.press.boxes import BLEED, Box
from publish.press.preflight.sheet import Sheet
from publish.press.preflight.things import Painted


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file is judged against."""

    job: Job = "offset"
    ink: Literal["black", "cmyk"] = "cmyk"
    limit: int = 300
    """Most ink on a spot, in per cent."""
    bleed: Mm = BLEED
    trim: tuple[Mm, Mm] | None = None
    """Width and height; None where any will do."""
    binding: Literal["saddle_stitch", "perfect_bound"] | None = None


@dataclass(frozen=True, slots=True)
class Inked:
    """What one page has on the plates, as Ghostscript renders them."""

    most: float
    """Ink on a spot, per cent."""
    share: float
    """Of the page that has more than the limit, per cent."""
    area: Area | None
    """Where that is."""
    black: frozenset[Box] = frozenset()
    """Pictures and gradients that are on the black plate alone, whatever their space could hold."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A file with all that was found out about it once, for every check."""

    pdf: pikepdf.Pdf
    wanted: Wanted
    sheets: tuple[Sheet, ...]
    painted: tuple[Painted, ...]
    text: tuple[tuple[Area, ...], ...]
    """Lines of text of each page."""
    is_bare: Callable[[Sheet, Area], bool]
    """Whether nothing is seen in an area of a page."""
    inked: Mapping[int, Inked] = field(default_factory=dict)
    """By page number; a page that can hold black alone is not rendered."""

    @property
    def pages(self) -> Iterator[tuple[Sheet, Painted]]:
        """Each page with what it paints."""
        return zip(self.sheets, self.painted, strict=True)


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where something is wrong."""

    code: str
    page_number: int = 0
    """Nought for the file as a whole."""
    area: Area | None = None
    what: Said | str = ""
    """What is there instead; of several the first by `order` are told."""
    order: float = 0
    """Less is worse."""


Check = Callable[[Examined], Iterator[Fault]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Put a function into the registry."""
    CHECKS.append(function)
    return function
