"""The boxes of a page: its paper, what of it is shown, where it is cut, how far art runs over that.

Numbers are in the page's own units, which are points where it does not say otherwise (/UserUnit).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array

from publish.model.length import Mm, Pt

BLEED = Mm(3)
"""How far art runs over the trim where nobody says more: what printers ask for. Beyond it there may be marks."""
HAIR = Pt(0.03)
"""What two lengths may differ by and be the same: a hundredth of a millimetre."""


class Box(NamedTuple):
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def grown(self, by: float) -> Box:
        """Return the rectangle with an edge of that width around it."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def room(self, outer: Box) -> float:
        """Return how far this lies within `outer` on its nearest side."""
        return min(self.left - outer.left, self.bottom - outer.bottom, outer.right - self.right, outer.top - self.top)

    def within(self, other: Box) -> Box:
        """Return what both have in common, perhaps nothing: a rectangle whose right is left of its left."""
        low = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(*low, min(self.right, other.right), min(self.top, other.top))

    def around(self, other: Box) -> Box:
        """Return the smallest rectangle that holds both."""
        low = min(self.left, other.left), min(self.bottom, other.bottom)
        return Box(*low, max(self.right, other.right), max(self.top, other.top))

    def meets(self, other: Box) -> bool:
        """Say whether both have so much as a point in common."""
        both = self.within(other)
        return both.width >= 0 and both.height >= 0

    def write(self) -> Array:
        """Return the rectangle as a PDF writes it."""
        return Array([round(number, 4) for number in self])


A4 = Box(0, 0, Mm(210).to_pt().value, Mm(297).to_pt().value)
"""What viewers take where a page has no size."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """What a page says of its size and how it is turned; None for a box that it does not have, or not as one can be."""

    media: Box | None
    crop: Box | None
    trim: Box | None
    bleed: Box | None
    rotation: int
    """Degrees clockwise, as it is written."""
    unit: float
    """Points that a unit of its is long."""


def read(page: Any) -> Boxes:
    """Return the boxes of a page, those that its branch of the tree has for it included (ISO 32000-1, table 30)."""
    unit = number(page.get("/UserUnit"))
    return Boxes(
        media=_of_page(inherited(page, "/MediaBox")),
        crop=_of_page(inherited(page, "/CropBox")),
        trim=_of_page(page.get("/TrimBox")),
        bleed=_of_page(page.get("/BleedBox")),
        rotation=int(number(inherited(page, "/Rotate")) or 0),
        unit=unit if unit is not None and unit > 0 else 1.0,
    )


def _of_page(value: Any) -> Box | None:
    box = rectangle(value)
    return box if box and box.width > 0 and box.height > 0 else None


def rectangle(value: Any) -> Box | None:
    """Return a rectangle of a PDF, which names any two corners; None for anything else."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    numbers = [found for each in value if (found := number(each)) is not None]
    if len(numbers) != 4:
        return None
    (left, right), (bottom, top) = sorted(numbers[::2]), sorted(numbers[1::2])
    return Box(left, bottom, right, top)


def number(value: Any) -> float | None:
    """Return a number of a PDF; None for anything else, and for what has no end."""
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def resources(page: Any) -> Any:
    """Return what the instructions of a page call by name."""
    found = inherited(page, "/Resources")
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()


def inherited(page: Any, key: str) -> Any:
    """Return what a page, or the node of the tree that it hangs on, has under `key`; else None."""
    node, seen = page, 0
    while isinstance(node, pikepdf.Dictionary) and seen < 100:  # deeper than any tree; a ring has no end
        if key in node:
            return node[key]
        node, seen = node.get("/Parent"), seen + 1
    return None
