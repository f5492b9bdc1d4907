"""Where two pages lie on a sheet, and what of them is seen.

The fold is the middle of the sheet, and the trims of the outermost sheet meet in it. Those of inner sheets move over
it by their creep, and what is over it is cut off: the knife that trims the nested sheets takes as much from the other
edge.
Numbers are points from the sheet's bottom left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from publish.model.length import Mm, Pt
from publish.press.boxes import Box
from publish.press.imposition.panels import Panel
from publish.press.imposition.sheet_sizes import SheetSize
from publish.press.imposition.signature import Forme
from publish.press.matrix import Matrix

HAIR = Mm(0.01)
"""What nobody sees."""


class Laid(NamedTuple):
    """A page at its place."""

    panel: Panel
    matrix: Matrix
    seen: Box


@dataclass(frozen=True, slots=True)
class Spread:
    """The two places of a sheet, front and back alike, since they lie on one another."""

    size: SheetSize
    width: Pt
    """Of the trim of a page."""
    height: Pt
    creep: Mm
    bleed: Pt
    """How far any page runs over its trim."""

    @property
    def sheet(self) -> Box:
        """The sheet itself."""
        return Box(0, 0, self.size.width.to_pt().value, self.size.height.to_pt().value)

    @property
    def fold(self) -> float:
        """Where the spine is."""
        return self.sheet.right / 2

    @property
    def trim(self) -> Box:
        """What the knife leaves of this sheet, both pages together."""
        half = self.width.value - self.creep.to_pt().value
        low = (self.sheet.top - self.height.value) / 2
        return Box(self.fold - half, low, self.fold + half, low + self.height.value)

    @property
    def painted(self) -> Box:
        """The trim and its bleed, as far as there is paper."""
        return self.trim.grown(self.bleed.value).within(self.sheet)

    def lay(self, forme: Forme[Panel | None]) -> list[Laid]:
        """Return the pages of a forme at their places, spines on the fold but for creep; blanks have none."""
        left, right = forme.left, forme.right
        creep = self.creep.to_pt().value
        laid = []
        if left is not None:
            x = self.fold + creep - left.width.value
            laid.append(Laid(left, left.placed(x, self._low(left)), self.painted._replace(right=self.fold)))
        if right is not None:
            x = self.fold - creep
            laid.append(Laid(right, right.placed(x, self._low(right)), self.painted._replace(left=self.fold)))
        return _as_one(*laid) if len(laid) == 2 else laid

    def _low(self, panel: Panel) -> float:
        return (self.sheet.top - panel.height.value) / 2


def _as_one(left: Laid, right: Laid) -> list[Laid]:
    """Return the halves of a wrap that come to lie as they were as one piece again, so that no seam is between them."""
    apart = max(abs(first - second) for first, second in zip(left.matrix, right.matrix, strict=True))
    if left.panel.index != right.panel.index or apart > HAIR.to_pt().value:
        return [left, right]
    whole = replace(left.panel, bleed=left.panel.bleed.around(right.panel.bleed))
    return [Laid(whole, left.matrix, left.seen.around(right.seen))]
