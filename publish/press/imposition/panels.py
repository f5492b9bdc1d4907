"""The pages of a PDF as they are laid on sheets: how large they are when cut, and how to put them upright.

A page of anybody's may be turned (/Rotate), measured in units of its own (/UserUnit), cropped, or say nothing of where
it is cut; a panel knows all that, and is placed by the corner of its trim. Numbers are points from the sheet's bottom
left, or the page's own units where a box is meant.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import pikepdf

from publish.model.finding import Finding, Span, found
from publish.model.length import Mm, Pt

USUAL_BLEED = Mm(3)
"""How far art may run over the trim where a page does not say: beyond it there may be marks."""
SMALLEST = Mm(10)
"""Edge of a page that can be a page at all."""


class Box(NamedTuple):
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    def within(self, other: Box) -> Box:
        """Return what both have in common, perhaps nothing: a rectangle whose right is left of its left."""
        low = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(*low, min(self.right, other.right), min(self.top, other.top))

    def around(self, other: Box) -> Box:
        """Return the smallest rectangle that holds both."""
        low = min(self.left, other.left), min(self.bottom, other.bottom)
        return Box(*low, max(self.right, other.right), max(self.top, other.top))

    def grown(self, by: float) -> Box:
        """Return the rectangle with an edge of that width around it."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


class Matrix(NamedTuple):
    """A transformation as the operator cm takes it."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A page, or half of a wrap cover."""

    index: int
    """Of the page in its file."""
    trim: Box
    bleed: Box
    """How far it is shown."""
    rotation: int
    """Degrees that it is turned clockwise to be upright: 0, 90, 180 or 270."""
    unit: float
    """Points that a unit of its is long."""

    @property
    def width(self) -> Pt:
        """Of the trim, upright."""
        return self._edges()[self.rotation % 180 == 90]

    @property
    def height(self) -> Pt:
        """Of the trim, upright."""
        return self._edges()[self.rotation % 180 == 0]

    def _edges(self) -> tuple[Pt, Pt]:
        trim = self.trim
        return Pt((trim.right - trim.left) * self.unit), Pt((trim.top - trim.bottom) * self.unit)

    @property
    def overrun(self) -> Pt:
        """How far it bleeds at most."""
        trim, bleed = self.trim, self.bleed
        edges = trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right, bleed.top - trim.top
        return Pt(max(0.0, *edges) * self.unit)

    def placed(self, x: float, y: float) -> Matrix:
        """Return what puts the bottom left of the upright trim at (x, y)."""
        trim, unit = self.trim, self.unit
        corner = {
            0: (trim.left, trim.bottom),
            90: (trim.right, trim.bottom),
            180: (trim.right, trim.top),
            270: (trim.left, trim.top),
        }[self.rotation]
        a, b, c, d = {0: (1, 0, 0, 1), 90: (0, -1, 1, 0), 180: (-1, 0, 0, -1), 270: (0, 1, -1, 0)}[self.rotation]
        e = x - unit * (a * corner[0] + c * corner[1])
        f = y - unit * (b * corner[0] + d * corner[1])
        return Matrix(unit * a, unit * b, unit * c, unit * d, e, f)

    def moved(self, by: int) -> Panel:
        """Return the panel of a page that comes behind so many others."""
        return replace(self, index=self.index + by)

    def part(self, left: float, right: float) -> Panel:
        """Return the part between two distances from the upright trim's left, points; it bleeds as far as the whole.

        >>> Panel(0, Box(0, 0, 20, 9), Box(0, 0, 20, 9), 90, 1).part(0, 4).trim
        Box(left=0, bottom=0.0, right=20, top=4.0)
        """
        width = self.width.value
        low, high = left / self.unit, (width - right) / self.unit
        trim = self.trim
        cut = {
            0: Box(trim.left + low, trim.bottom, trim.right - high, trim.top),
            90: Box(trim.left, trim.bottom + low, trim.right, trim.top - high),
            180: Box(trim.left + high, trim.bottom, trim.right - low, trim.top),
            270: Box(trim.left, trim.bottom + high, trim.right, trim.top - low),
        }[self.rotation]
        return replace(self, trim=cut, bleed=cut.grown(self.overrun.value / self.unit).within(self.bleed))


def panels(pdf: pikepdf.Pdf, name: str) -> tuple[tuple[Panel, ...], tuple[Finding, ...]]:
    """Return the pages of a file as panels, those left out that cannot be placed.

    Finds B034 (no usable boxes).
    """
    made: list[Panel] = []
    findings: list[Finding] = []
    for index, page in enumerate(pdf.pages):
        panel = _panel(page, index)
        if panel is None:
            findings.append(found("B034", Span(name), page=index + 1))
        else:
            made.append(panel)
    return tuple(made), tuple(findings)


def _panel(page: pikepdf.Page, index: int) -> Panel | None:
    """Return a page with the trim that it names, else its crop, else its media (ISO 32000-1, 14.11.2.1)."""
    media = _box(page, "/MediaBox")
    if media is None:
        return None
    crop = (_box(page, "/CropBox") or media).within(media)
    trim = (_box(page, "/TrimBox") or crop).within(media)
    unit = _number(page.obj.get("/UserUnit"))
    unit = unit if unit is not None and unit > 0 else 1.0
    bleed = (_box(page, "/BleedBox") or trim.grown(USUAL_BLEED.to_pt().value / unit).within(crop)).within(media)
    turned = _number(_inherited(page, "/Rotate")) or 0
    rotation = int(turned) % 360 if turned % 90 == 0 else 0
    panel = Panel(index, trim, bleed, rotation, unit)
    smallest = SMALLEST.to_pt()
    return panel if panel.width >= smallest and panel.height >= smallest else None


def _box(page: pikepdf.Page, key: str) -> Box | None:
    """Return a box of a page, its corners in order; None where it has none, or none of four numbers."""
    value = _inherited(page, key) if key in ("/MediaBox", "/CropBox") else page.obj.get(key)
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    numbers = [number for each in value if (number := _number(each)) is not None]
    if len(numbers) != 4:
        return None
    (left, right), (bottom, top) = sorted(numbers[::2]), sorted(numbers[1::2])
    return Box(left, bottom, right, top) if left < right and bottom < top else None


def _number(value: object) -> float | None:
    """Return a number of a PDF; None for anything else, and for what has no end."""
    try:
        number = float(value)  # type: ignore[arg-type]  # whatever is no number raises
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _inherited(page: pikepdf.Page, key: str) -> object:
    """Return an attribute of a page or of what it is a kid of (ISO 32000-1, 7.7.3.4)."""
    return next((node[key] for node in _lineage(page.obj) if key in node), None)


DEEPEST = 50
"""Levels of a tree of pages; one that is its own parent has no end."""


def _lineage(node: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    for _ in range(DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return
        yield node
        node = node.get("/Parent")
