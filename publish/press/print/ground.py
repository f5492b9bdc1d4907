"""What black text stands on: over much colour black would be too much ink, and the text is cut out of it instead.

Pictures and shapes are known by the band of the page that they lie in; how far gradients and forms reach nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from publish.press.content import Instruction
from publish.press.matrix import IDENTITY, Matrix, operand, times


@dataclass(slots=True)
class Ground:
    """What has been painted so far that is heavy with coloured ink."""

    is_everywhere: bool = False
    _bands: list[tuple[float, float]] = field(default_factory=list)
    """From where to where pictures and shapes reach, up the page."""

    def add_picture(self, at: Matrix) -> None:
        """Note a picture, which is a unit square seen through `at`."""
        _, b, _, d, _, f = at
        heights = (f, f + b, f + d, f + b + d)
        self._bands.append((min(heights), max(heights)))

    def add_path(self, path: Iterable[Instruction], at: Matrix) -> None:
        """Note a shape, given the instructions that draw its outline."""
        heights = [at[1] * x + at[3] * y + at[5] for each in path for x, y in _points(each)]
        if heights:
            self._bands.append((min(heights), max(heights)))

    def is_under(self, moves: list[tuple[bytes, bytes]], size: float, at: Matrix) -> bool:
        """Say whether a line of text may stand on it.

        `moves` are the operators since `BT` that place text, with their operands; `at` is what they are seen through.
        """
        if self.is_everywhere or not self._bands:
            return self.is_everywhere
        placed = _placed(moves)
        if placed is None:
            return True
        a, b, c, d, _, y = times(placed, at)
        if abs(b) > abs(a):
            return True  # it runs up or down the page
        reach = size * max(abs(c), abs(d))
        return any(low - reach < y < high + reach for low, high in self._bands)


def _points(each: Instruction) -> list[tuple[float, float]]:
    """Return the points that an instruction of a path names; those of a curve surround it."""
    if each.operator not in (b"re", b"m", b"l", b"c", b"v", b"y"):
        return []
    numbers = each.numbers()
    if each.operator == b"re":
        x, y, width, height = (*numbers, 0, 0, 0, 0)[:4]
        return [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _placed(moves: list[tuple[bytes, bytes]]) -> Matrix | None:
    """Return where text is placed; None where that hangs on the leading."""
    placed = IDENTITY
    for operator, operands in moves:
        if operator == b"Tm":
            placed = operand(operands)
        elif operator == b"Td":
            placed = times(operand(b"1 0 0 1 " + operands), placed)
        else:
            return None
    return placed
