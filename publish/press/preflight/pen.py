"""Where the next text stands (ISO 32000-1, 9.4.2)."""

from __future__ import annotations

from publish.press.content import Instruction
from publish.press.matrix import IDENTITY, Matrix, times


class Pen:
    """The beginning of the line of text at hand; how far its letters have come nobody asks."""

    def __init__(self) -> None:
        self.line: Matrix = IDENTITY
        self._leading = 0.0

    def begin(self, each: Instruction) -> None:
        """Follow `BT`."""
        self.line = IDENTITY

    def place(self, each: Instruction) -> None:
        """Follow `Tm`."""
        a, b, c, d, e, f = each.numbers()[:6]
        self.line = (a, b, c, d, e, f)

    def shift(self, each: Instruction) -> None:
        """Follow `Td` and `TD`."""
        x, y = each.numbers()[:2]
        if each.operator == b"TD":
            self._leading = -y
        self.line = times((1, 0, 0, 1, x, y), self.line)

    def lead(self, each: Instruction) -> None:
        """Follow `TL`."""
        self._leading = each.numbers()[0]

    def next_line(self, each: Instruction) -> None:
        """Follow `T*`, and what shows text on the next line."""
        self.line = times((1, 0, 0, 1, 0, -self._leading), self.line)
