"""The path at hand: what the next instruction fills, strokes or clips with."""

from __future__ import annotations

from publish.press.boxes import Box
from publish.press.content import Instruction
from publish.press.matrix import Matrix, around

_Point = tuple[float, float]


class Path:
    """Points that were drawn through, in the coordinates of their instructions."""

    def __init__(self) -> None:
        self._parts: list[list[_Point]] = []
        self._has_lines = False
        self.clips = False
        """Whether it becomes the clip when it ends."""

    def __bool__(self) -> bool:
        return bool(self._parts)

    def add(self, each: Instruction) -> None:
        """Draw on: the points of a curve surround it."""
        numbers = each.numbers()
        self._has_lines = True
        if each.operator == b"m" or not self._parts:
            self._parts.append([])
        self._parts[-1] += zip(numbers[::2], numbers[1::2], strict=True)

    def add_rectangle(self, each: Instruction) -> None:
        """Draw a rectangle."""
        x, y, width, height = each.numbers()[:4]
        self._parts.append([(x, y), (x + width, y), (x, y + height), (x + width, y + height)])

    def clip(self, each: Instruction) -> None:
        """Make it the clip when it ends."""
        self.clips = True

    @property
    def is_rectangular(self) -> bool:
        """Whether it is made of rectangles alone."""
        return not self._has_lines

    def box(self, matrix: Matrix) -> Box:
        """Return the rectangle around all of it, seen through a matrix."""
        return around([point for part in self._parts for point in part], matrix)

    def shapes(self, matrix: Matrix, page: Box) -> list[Box]:
        """Return the rectangles around its parts, where these are rectangles; else around all of it.

        The parts of what goes over the page are told apart in any case: crop marks may all be one path.
        """
        box = self.box(matrix)
        if len(self._parts) > 1 and (self.is_rectangular or box.room(page) < 0):
            return [around(each, matrix) for each in self._parts]
        return [box]

    def clear(self) -> None:
        """Begin anew."""
        self._parts, self._has_lines, self.clips = [], False, False
