"""A page of anybody's as preflight sees it: its boxes as they stand, and places told as a person measures them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pikepdf

from publish.model.length import Mm, Pt
from publish.model.press_report import Area
from publish.press.boxes import Box, inherited

_A4 = Box(0, 0, Mm(210).to_pt().value, Mm(297).to_pt().value)
"""What viewers take where a page has no size."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    number: int
    media: Box
    crop: Box | None
    trim: Box
    bleed: Box
    """What is looked at: beyond it are marks and notes, which are cut away."""
    has_media: bool
    has_trim: bool
    has_bleed: bool
    rotation: int
    """Degrees clockwise, as it is written."""
    unit: float
    """Points that a unit of its is long."""
    page: Any
    resources: Any

    @property
    def size(self) -> tuple[Mm, Mm]:
        """Width and height of the upright trim."""
        edges = [Pt(edge * self.unit).to_mm() for edge in _edges(self.trim)]
        return (edges[1], edges[0]) if self.rotation % 180 == 90 else (edges[0], edges[1])

    def area(self, box: Box) -> Area:
        """Return where a box is on the upright page."""
        trim, scale = self.trim, Pt(self.unit).to_mm().value
        left, top, (width, height) = box.left - trim.left, trim.top - box.top, _edges(box)
        turned = {
            90: (box.bottom - trim.bottom, box.left - trim.left, height, width),
            180: (trim.right - box.right, box.bottom - trim.bottom, width, height),
            270: (trim.top - box.top, trim.right - box.right, height, width),
        }
        x, y, wide, high = turned.get(self.rotation % 360, (left, top, width, height))
        x, y, wide, high = (round(edge * scale, 2) for edge in (x, y, wide, high))
        return Area(self.number, x, y, wide, high)


def _edges(box: Box) -> tuple[float, float]:
    return box.right - box.left, box.top - box.bottom


def read(page: Any, number: int, wanted: Mm) -> Sheet:
    """Return a page; `wanted` is the bleed that is looked at where the page does not say how far it goes."""
    media = _box(inherited(page, "/MediaBox"))
    outer = media or _A4
    crop = _box(inherited(page, "/CropBox"))
    own = _box(page.get("/TrimBox"))
    trim = own or crop or outer
    bleed = _box(page.get("/BleedBox"))
    unit = _number(page.get("/UserUnit"))
    unit = unit if unit is not None and unit > 0 else 1.0
    turned = _number(inherited(page, "/Rotate")) or 0
    resources = inherited(page, "/Resources")
    return Sheet(
        number=number,
        media=outer,
        crop=crop,
        trim=trim,
        bleed=(bleed or trim.grown(Pt(wanted.to_pt().value / unit))).within(outer),
        has_media=media is not None,
        has_trim=own is not None,
        has_bleed=bleed is not None,
        rotation=int(turned),
        unit=unit,
        page=page,
        resources=resources if isinstance(resources, pikepdf.Dictionary) else pikepdf.Dictionary(),
    )


def _box(value: Any) -> Box | None:
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    numbers = [number for each in value if (number := _number(each)) is not None]
    if len(numbers) != 4:
        return None
    (left, right), (bottom, top) = sorted(numbers[::2]), sorted(numbers[1::2])
    return Box(left, bottom, right, top) if left < right and bottom < top else None


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
