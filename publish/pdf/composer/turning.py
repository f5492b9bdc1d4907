"""A paragraph where the page is turned: how many of its lines the page has room for, and which numbers of lines suit.

    room for 4, 5 lines          4 │ 1     a widow: no page is begun by the last line of a paragraph
    set in 4 lines, or in 6      4 │ 0     4 │ 2

A paragraph is so given a line more or less where its spaces can bear it; else the page would end a line early. Source:
Max Chernoff, “Automatically removing widows and orphans with lua-widow-control”, TUGboat 43:1, 2022.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.fit import Kind
from publish.pdf.composer.paragraph import Paragraph

_NEARLY = 1e-6


@dataclass(frozen=True, slots=True)
class Room:
    """What is left of a page where a paragraph begins."""

    lines: int
    orphans: int
    """How many lines it must at least have on the page that it begins on,"""
    widows: int
    """and on the next."""

    def suits(self, count: int) -> bool:
        """Tell whether a paragraph of so many lines leaves no hole at the foot of the page."""
        return count <= self.lines or (self.lines >= self.orphans and count - self.lines >= self.widows)


def room(context: Any, box: Any, position_y: float, bottom_space: float, containing_block: Any) -> Room | None:
    """Return the room for a paragraph that begins at `position_y`; None where no page ends under it."""
    in_column = context.in_column is True  # for every line something else that is true: see `mends.footnote_hole`
    if in_column or not isfinite(bottom_space) or isinstance(containing_block, boxes.TableCellBox):
        return None
    height = strut(box.style)[0]
    left = context.page_bottom - bottom_space - position_y
    if height <= 0 or left < height:
        return None
    return Room(int(left / height + _NEARLY), box.style["orphans"], box.style["widows"])


def needs_another(plan: dict[int, int], known: Paragraph, room: Room) -> bool:
    """Tell whether a plan leaves a hole at the foot of the page, or a hyphen."""
    count = len(plan)
    if count <= room.lines:
        return False
    if not room.suits(count):
        return True
    last = list(plan.values())[room.lines - 1]
    return known.measure.kinds[last] in (Kind.HYPHEN, Kind.DASH)


@dataclass(slots=True)
class Source:
    """Where lines come from: their boxes keep it, so that a page can be looked through."""

    box: Any
    """The line that holds the whole paragraph."""
    known: Paragraph
    start: int
    """The first character that stands on the page."""
    count: int
    """Lines from there to the end of the paragraph, on this page and the next."""
    lengths: tuple[float, ...]
    """Those of the lines, the last for all that follow."""
