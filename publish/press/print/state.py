"""What is set while instructions are read, and what `q` keeps of it (ISO 32000-1, 8.4)."""

from __future__ import annotations

from dataclasses import dataclass

from publish.press.matrix import IDENTITY, Matrix
from publish.press.print.spaces import Colour, Space

BLACK = (0.0, 0.0, 0.0, 1.0)
"""What is painted before any colour is chosen."""


@dataclass(slots=True)
class State:
    """What `q` keeps and `Q` brings back."""

    fill: Colour | None = BLACK
    """Ink that fills; None where a pattern does, or nobody knows."""
    stroke: Colour | None = BLACK
    fills: Space | None = None
    strokes: Space | None = None
    mode: int = 0
    """How text is drawn (`Tr`)."""
    is_drawn: bool = False
    """Whether the font is one of drawings (Type 3), which bring colours of their own."""
    alpha: tuple[str, ...] = ()
    """Which keys of transparency are on."""
    over: bool = False
    fill_weight: float = 0
    """How much coloured ink fills, in per cent."""
    stroke_weight: float = 0
    at: Matrix = IDENTITY
    """What is drawn is seen through this."""
    size: bytes = b"0"
    """Of the font."""

    @property
    def is_opaque(self) -> bool:
        """Whether nothing is seen through what is painted."""
        return not self.alpha

    @property
    def is_black_text(self) -> bool:
        """Whether text is painted in black ink alone."""
        if self.is_drawn or self.mode not in (0, 1, 2):
            return False
        painted = {0: (self.fill,), 1: (self.stroke,), 2: (self.fill, self.stroke)}[self.mode]
        return all(ink == BLACK for ink in painted)

    def colour(self, ink: Colour | None, weight: float, *, is_stroke: bool) -> None:
        """Set what fills or strokes, and how much coloured ink it is, in per cent."""
        if is_stroke:
            self.stroke, self.stroke_weight = ink, weight
        else:
            self.fill, self.fill_weight = ink, weight

    def space(self, described: Space, *, is_stroke: bool) -> None:
        """Set in which space colours that fill or stroke are told."""
        if is_stroke:
            self.strokes = described
        else:
            self.fills = described
