"""The boxes of a printed page: the trim, the bleed around it, and the room for marks around that."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array

from publish.model.length import Mm, Pt

HAIR = Pt(0.03)
"""What two lengths may differ by and be the same: a hundredth of a millimetre."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, in the page's own coordinates."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, by: Pt) -> Box:
        """Return the rectangle with `by` more on each side."""
        return Box(self.left - by.value, self.bottom - by.value, self.right + by.value, self.top + by.value)

    def room(self, outer: Box) -> Pt:
        """Return how far this lies within `outer` on its nearest side."""
        return Pt(
            min(self.left - outer.left, self.bottom - outer.bottom, outer.right - self.right, outer.top - self.top)
        )

    def within(self, outer: Box) -> Box:
        """Return the part of this that lies within `outer`."""
        return Box(
            max(self.left, outer.left),
            max(self.bottom, outer.bottom),
            min(self.right, outer.right),
            min(self.top, outer.top),
        )

    def write(self) -> Array:
        """Return the rectangle as a PDF writes it."""
        return Array([round(value, 4) for value in (self.left, self.bottom, self.right, self.top)])


def inherited(page: Any, key: str) -> Any:
    """Return what a page, or the node of the tree that it hangs on, has under `key`; else None."""
    node, seen = page, 0
    while isinstance(node, pikepdf.Dictionary) and seen < 100:  # deeper than any tree; a ring has no end
        if key in node:
            return node[key]
        node, seen = node.get("/Parent"), seen + 1
    return None


def box(page: Any, *keys: str) -> Box | None:
    """Return the first box of a page that it has of `keys`."""
    for key in keys:
        found = inherited(page, key)
        if isinstance(found, pikepdf.Array) and len(found) == 4 and all(map(_is_number, found)):  # two corners
            x0, y0, x1, y1 = (float(value) for value in found)
            return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal)


def media(page: Any) -> Box:
    """Return the sheet of a page; A4 where it does not say, as viewers take it."""
    return box(page, "/MediaBox") or Box(0, 0, Mm(210).to_pt().value, Mm(297).to_pt().value)


def trim(page: Any) -> Box:
    """Return what is left of a page after cutting."""
    sheet = media(page)
    return (box(page, "/TrimBox", "/CropBox") or sheet).within(sheet)
