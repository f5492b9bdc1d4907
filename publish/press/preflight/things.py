"""What is painted on a page, and the matrices that put it there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import pikepdf

from publish.press.boxes import Box
from publish.press.preflight.paint import Paint

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def around(points: list[tuple[float, float]], matrix: Matrix) -> Box:
    """Return the rectangle around points that a matrix moves."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Thing:
    """Something painted."""

    kind: Literal["text", "fill", "stroke", "picture", "gradient"]
    box: Box
    """In the page's coordinates, within the clip."""
    paint: Paint
    overprint: bool = False
    mode: int = 0
    """Of overprint (OPM)."""
    size: float = 0
    """Points: of the letters, or how wide the line is."""
    is_on_colour: bool = False
    """Whether colour was painted there before."""
    is_rectangle: bool = False
    picture: Any = None
    across: tuple[float, float] = (0, 0)
    """Points that a picture is wide and high."""


@dataclass(slots=True)
class Painted:
    """What a page paints."""

    things: list[Thing] = field(default_factory=list)
    fonts: list[tuple[Any, Box]] = field(default_factory=list)
    """Fonts that text is shown in, and where each is used first."""
    notdef: list[tuple[str, Box]] = field(default_factory=list)
    """Places where a font has no glyph."""
    transparent: list[tuple[str, Box]] = field(default_factory=list)
    """What is seen through: why, and where."""
    has_hidden_text: bool = False
    broken: str = ""
    """Why not all of it could be read."""


def meet(one: Box, other: Box) -> Box | None:
    return one.within(other) if one.meets(other) else None


def fit(pattern: Any, box: Box) -> Matrix:
    """Return what puts the first tile of a pattern into a box."""
    x, y = (float(value) for value in list(pattern.get("/BBox", [0, 0]))[:2])
    a, b, c, d, _, _ = matrix_of(pattern)
    return (a, b, c, d, box.left - (a * x + c * y), box.bottom - (b * x + d * y))


def matrix_of(thing: Any, key: str = "/Matrix") -> Matrix:
    written = thing.get(key)
    if not isinstance(written, pikepdf.Array) or len(written) != 6:
        return IDENTITY
    a, b, c, d, e, f = (float(value) for value in written)
    return (a, b, c, d, e, f)


def scale(matrix: Matrix) -> float:
    return float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)
