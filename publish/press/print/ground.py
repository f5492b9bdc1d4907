"""What black text stands on: over much colour black would be too much ink, and the text is cut out of it instead.

Pictures and shapes are known by the band of the page that they lie in; how far gradients and forms reach nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from publish.press.content import Instruction

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return what does `first` and `then` (ISO 32000-1, 8.3.4).

    >>> times((2, 0, 0, 2, 5, 0), (1, 0, 0, -1, 0, 100))
    (2, 0, 0, -2, 5, 100)
    """
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def matrix(operands: bytes) -> Matrix:
    """Return the six numbers of `cm` or `Tm`; what is no matrix moves nothing."""
    try:
        a, b, c, d, e, f = (float(word) for word in operands.split())
    except ValueError:
        return IDENTITY
    return a, b, c, d, e, f


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
            placed = matrix(operands)
        elif operator == b"Td":
            placed = times(matrix(b"1 0 0 1 " + operands), placed)
        else:
            return None
    return placed
