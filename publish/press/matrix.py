"""Transformations: what puts a thing where it stands on its page (ISO 32000-1, 8.3.3).

A matrix has the six numbers that the operator `cm` takes: (a, b, c, d, e, f) moves (x, y) to
(a·x + c·y + e, b·x + d·y + f).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from publish.press.boxes import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return what does `inner`, then `outer` (ISO 32000-1, 8.3.4).

    >>> times((2, 0, 0, 2, 5, 0), (1, 0, 0, -1, 0, 100))
    (2, 0, 0, -2, 5, 100)
    """
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def around(points: Sequence[tuple[float, float]], matrix: Matrix) -> Box:
    """Return the rectangle around points that a matrix moves.

    >>> around([(0, 0), (2, 1)], (0, 1, -1, 0, 10, 0))
    Box(left=9, bottom=0, right=10, top=2)
    """
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def scale(matrix: Matrix) -> float:
    """Return how much larger a matrix makes things, as far as one number says so.

    >>> scale((0, 3, -3, 0, 50, 50))
    3.0
    """
    return float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)


def matrix_of(thing: Any, key: str = "/Matrix") -> Matrix:
    """Return the matrix that a form, a pattern or a font has under `key`; what is none moves nothing."""
    written = thing.get(key)
    if not isinstance(written, pikepdf.Array) or len(written) != 6:
        return IDENTITY
    a, b, c, d, e, f = (float(value) for value in written)
    return a, b, c, d, e, f


def operand(operands: bytes) -> Matrix:
    """Return the matrix that `cm` or `Tm` is given; what is none moves nothing.

    >>> operand(b"1 0 0 1 5 7"), operand(b"x")
    ((1.0, 0.0, 0.0, 1.0, 5.0, 7.0), (1, 0, 0, 1, 0, 0))
    """
    try:
        a, b, c, d, e, f = (float(word) for word in operands.split())
    except ValueError:
        return IDENTITY
    return a, b, c, d, e, f
