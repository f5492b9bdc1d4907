"""Stars and crosses, the oldest of the girih patterns, as the data of SVG paths.

Each star is two squares, one turned by an eighth of a circle over the other. Stars that touch tip to tip leave crosses
between them. In the middle of each star lies a rosette, in the middle of each cross a small star.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

CORNER = cos(pi / 4) / cos(pi / 8)
"""How far from the middle two sides of a star meet, where its tips lie at 1."""
STRAP = 0.86
"""How far from the middle the tips of the second line of a star lie."""
ROSETTE, HEART = 0.52, 0.2
"""The same of the rosette in it, whose tips look into the corners, and of the small star in that."""
NOTCH = 0.62
"""How far from the middle two petals of the rosette meet, where their tips lie at 1."""
CROSS = 0.3
"""Tips of the star in a cross."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A field of stars, as the data of paths: what is filled, what is drawn with a line."""

    stars: str
    """Outlines of the stars."""
    straps: str
    """Second lines of the stars, and the stars in the crosses."""
    rosettes: str


def pattern(columns: range, rows: range) -> Pattern:
    """Return stars 2 units wide with their middles at even places, and crosses with theirs at odd ones.

    >>> pattern(range(1), range(1)).stars.count("Z")
    1
    """
    middles = [(2.0 * column, 2.0 * row) for row in rows for column in columns]
    return Pattern(
        stars="".join(star(x, y, 1.0) for x, y in middles),
        straps="".join(star(x, y, STRAP) + star(x + 1, y + 1, CROSS) for x, y in middles),
        rosettes="".join(rosette(x, y) for x, y in middles),
    )


def star(x: float, y: float, size: float, turn: float = 0.0, inner: float = CORNER) -> str:
    """Return a star of eight tips, the first of them to the right of `x`, `y` when it is not turned."""
    points = _points(x, y, (size, size * inner), turn)
    return "M" + "L".join(f"{px:.4f} {py:.4f}" for px, py in points) + "Z"


def rosette(x: float, y: float) -> str:
    """Return the flower of eight petals in a star, and the small star in its middle."""
    return star(x, y, ROSETTE, pi / 8, NOTCH) + star(x, y, HEART)


def _points(x: float, y: float, radii: tuple[float, float], turn: float) -> Iterator[tuple[float, float]]:
    for point in range(16):
        angle = turn + point * pi / 8
        yield x + radii[point % 2] * cos(angle), y + radii[point % 2] * sin(angle)
