"""What holds while instructions are read: matrix, clip, colours, overprint, transparency, line and font."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf

from publish.press.boxes import Box
from publish.press.matrix import Matrix
from publish.press.preflight.paint import BLACK, Paint
from publish.press.resources import see_through


@dataclass(slots=True)
class State:
    """The graphics state (ISO 32000-1, 8.4), as far as preflight asks about it."""

    matrix: Matrix
    clip: Box
    fill: Paint = BLACK
    stroke: Paint = BLACK
    fill_pattern: Any = None
    stroke_pattern: Any = None
    under: Paint = BLACK
    """The colour that a stencil of a pattern is painted in."""
    over_fill: bool = False
    over_stroke: bool = False
    over_mode: int = 0
    see_through: tuple[str, ...] = ()
    width: float = 1
    font: Any = None
    size: float = 0
    rendering: int = 0

    def set_by(self, named: Any) -> None:
        """Set what a graphics state says by a name (`gs`)."""
        if "/OP" in named:
            self.over_stroke = bool(named.OP)
            self.over_fill = bool(named.get("/op", named.OP))
        elif "/op" in named:
            self.over_fill = bool(named.op)
        if "/OPM" in named:
            self.over_mode = int(named.OPM)
        if "/LW" in named:
            self.width = float(named.LW)
        if isinstance(named.get("/Font"), pikepdf.Array):
            self.font, self.size = named.Font[0], float(named.Font[1])
        self.see_through = see_through(named, self.see_through)
