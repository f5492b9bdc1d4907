"""The pages of a PDF as they are laid on sheets: how large they are when cut, and how to put them upright.

A page of anybody's may be turned (/Rotate), measured in units of its own (/UserUnit), cropped, or say nothing of where
it is cut; a panel knows all that, and is placed by the corner of its trim. Numbers are points from the sheet's bottom
left, or the page's own units where a box is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pikepdf

from publish.model.finding import Finding, Span, found
from publish.model.length import Mm, Pt
from publish.press import boxes
from publish.press.boxes import Box
from publish.press.matrix import Matrix

SMALLEST = Mm(10)
"""Edge of a page that can be a page at all."""


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
        return Pt(self.trim.width * self.unit), Pt(self.trim.height * self.unit)

    @property
    def overrun(self) -> Pt:
        """How far it bleeds at most."""
        edges = zip(self.trim, self.bleed, (1, 1, -1, -1), strict=True)
        return Pt(max(0.0, *((trim - bleed) * side for trim, bleed, side in edges)) * self.unit)

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
        return unit * a, unit * b, unit * c, unit * d, e, f

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
    written = boxes.read(page.obj)
    media = written.media
    if media is None:
        return None
    crop = (written.crop or media).within(media)
    trim = (written.trim or crop).within(media)
    bleed = (written.bleed or trim.grown(boxes.BLEED.to_pt().value / written.unit).within(crop)).within(media)
    rotation = written.rotation % 360 if written.rotation % 90 == 0 else 0
    panel = Panel(index, trim, bleed, rotation, written.unit)
    smallest = SMALLEST.to_pt()
    return panel if panel.width >= smallest and panel.height >= smallest else None
