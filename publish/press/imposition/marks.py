"""Marks for the knife and the fold, where the sheet has room for them.

In black alone, which every printer has: sheets that are folded come out of office and digital printers. Numbers are
points from the sheet's bottom left.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from publish.model.length import Mm, Pt
from publish.press.imposition.plan import Mark
from publish.press.imposition.spread import Spread

GAP = Mm(1)
"""Between the bleed and a mark."""
LONGEST, SHORTEST = Mm(5), Mm(2)
"""What a mark measures where there is room; one under 2 mm guides no knife, and is left out."""
WEIGHT = Pt(0.25)
DASH = Pt(3)


class Stroke(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float


def crop_marks(spread: Spread) -> Iterator[Stroke]:
    """Return lines at the corners of the trim, pointing at it, on those edges of the sheet that have room."""
    trim = spread.trim
    for start, end in _reaches(spread, trim.bottom, spread.sheet.top - trim.top):
        for x in (trim.left, trim.right):
            yield Stroke(x, trim.bottom - start, x, trim.bottom - end)
            yield Stroke(x, trim.top + start, x, trim.top + end)
    for start, end in _reaches(spread, trim.left, spread.sheet.right - trim.right):
        for y in (trim.bottom, trim.top):
            yield Stroke(trim.left - start, y, trim.left - end, y)
            yield Stroke(trim.right + start, y, trim.right + end, y)


def fold_marks(spread: Spread) -> Iterator[Stroke]:
    """Return lines at both ends of the spine, to be dashed, where the sheet has room."""
    trim = spread.trim
    for start, end in _reaches(spread, trim.bottom, spread.sheet.top - trim.top):
        yield Stroke(spread.fold, trim.bottom - start, spread.fold, trim.bottom - end)
        yield Stroke(spread.fold, trim.top + start, spread.fold, trim.top + end)


def _reaches(spread: Spread, *rooms: float) -> Iterator[tuple[float, float]]:
    """Return how far from the trim a mark starts and ends, where both edges of the sheet leave room for it."""
    start = spread.bleed.value + GAP.to_pt().value
    end = min(start + LONGEST.to_pt().value, *rooms)
    if end - start >= SHORTEST.to_pt().value:
        yield start, end


def drawn(spread: Spread, marks: frozenset[Mark]) -> str:
    """Return the operators that draw marks; empty where none are asked for, or none fit."""
    crop = [_line(each) for each in crop_marks(spread)] if "crop" in marks else []
    fold = [_line(each) for each in fold_marks(spread)] if "fold" in marks else []
    if not crop and not fold:
        return ""
    return " ".join(["q 0 0 0 1 K", f"{WEIGHT.value} w", *crop, f"[{DASH.value} {DASH.value}] 0 d", *fold, "Q"])


def _line(stroke: Stroke) -> str:
    return f"{stroke.x:.4f} {stroke.y:.4f} m {stroke.to_x:.4f} {stroke.to_y:.4f} l S"
