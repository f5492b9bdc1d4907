"""A page of anybody's as preflight sees it: its boxes as they stand, and places told as a person measures them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from publish.model.length import Mm, Pt
from publish.model.press_report import Area
from publish.press import boxes
from publish.press.boxes import Box


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
        edges = [Pt(edge * self.unit).to_mm() for edge in (self.trim.width, self.trim.height)]
        return (edges[1], edges[0]) if self.rotation % 180 == 90 else (edges[0], edges[1])

    def area(self, box: Box) -> Area:
        """Return where a box is on the upright page."""
        trim, scale = self.trim, Pt(self.unit).to_mm().value
        left, top, width, height = box.left - trim.left, trim.top - box.top, box.width, box.height
        turned = {
            90: (box.bottom - trim.bottom, box.left - trim.left, height, width),
            180: (trim.right - box.right, box.bottom - trim.bottom, width, height),
            270: (trim.top - box.top, trim.right - box.right, height, width),
        }
        x, y, wide, high = turned.get(self.rotation % 360, (left, top, width, height))
        x, y, wide, high = (round(edge * scale, 2) for edge in (x, y, wide, high))
        return Area(self.number, x, y, wide, high)


def read(page: Any, number: int, wanted: Mm) -> Sheet:
    """Return a page; `wanted` is the bleed that is looked at where the page does not say how far it goes."""
    written = boxes.read(page)
    outer = written.media or boxes.A4
    trim = written.trim or written.crop or outer
    return Sheet(
        number=number,
        media=outer,
        crop=written.crop,
        trim=trim,
        bleed=(written.bleed or trim.grown(wanted.to_pt().value / written.unit)).within(outer),
        has_media=written.media is not None,
        has_trim=written.trim is not None,
        has_bleed=written.bleed is not None,
        rotation=written.rotation,
        unit=written.unit,
        page=page,
        resources=boxes.resources(page),
    )
