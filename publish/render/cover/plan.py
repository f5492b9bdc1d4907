"""Where the parts of a cover lie on their sheet, in millimetres from the trim's top left.

a Turkish book              an Arabic one
┌──────┬─┬───────┐          ┌───────┬─┬──────┐
│ back │ │ front │          │ front │ │ back │
└──────┴─┴───────┘          └───────┴─┴──────┘
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from publish.model.length import Mm
from publish.model.world import World

_LENGTH = re.compile(r"--page-(width|height):\s*([0-9.]+)mm")
EBOOK = (131.25, 210.0)
"""Size of an e-book's front: as high as A5, ratio 1 : 1.6 as the large shops ask."""
USUAL_WIDTH = 148.0
"""Of the page that the sizes of letters are told for (A5)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One sheet of a cover."""

    width: float
    """Of the front, mm."""
    height: float
    spine: float = 0.0
    bleed: float = 0.0
    direction: str = "ltr"
    panels: tuple[str, ...] = ("back", "spine", "front")
    """Those that are on the sheet, in the order of a Turkish book; "inside" is blank."""

    @property
    def sheet(self) -> Mm:
        """Width of the whole sheet."""
        return Mm(sum(self._widths()))

    @property
    def scale(self) -> float:
        """How much larger than on A5 letters are."""
        return self.width / USUAL_WIDTH

    @property
    def folds(self) -> tuple[Mm, ...]:
        """Where the sheet is folded, from its left edge."""
        if len(self.panels) == 1:
            return ()
        return (Mm(self.width), Mm(self.width + self.spine))[: 2 if self.spine else 1]

    def left(self, panel: str) -> float:
        """Return where a panel begins, mm from the left."""
        order = self.panels if self.direction == "ltr" else tuple(reversed(self.panels))
        widths = self._widths() if self.direction == "ltr" else tuple(reversed(self._widths()))
        return sum(widths[: order.index(panel)])

    def _widths(self) -> tuple[float, ...]:
        return tuple(self.spine if panel == "spine" else self.width for panel in self.panels)


def trim_size(styles: Path, trim: str, world: World) -> tuple[float, float]:
    """Return width and height of a page in millimetres, as its style sheet says. Raises `OSError` where it is none."""
    css = world.read(styles / "trim" / f"{trim}.css").decode("utf-8-sig", "replace")
    sizes = {name: float(value) for name, value in _LENGTH.findall(css)}
    if len(sizes) < 2:  # width and height
        raise FileNotFoundError(styles / "trim" / f"{trim}.css")
    return sizes["width"], sizes["height"]
