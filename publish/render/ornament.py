"""Stars and crosses, the oldest of the girih patterns, as the data of an SVG path.

Each star is two squares, one turned by an eighth of a circle over the other. Stars that touch tip to tip leave crosses
between them. In the middle of each star lies a smaller one, turned so that its tips look into the corners.
"""

from __future__ import annotations

from math import cos, pi, sin

CORNER = cos(pi / 4) / cos(pi / 8)
"""How far from the middle two sides of a star meet, where its tips lie at 1."""
INNER = 0.46
"""How far from the middle the tips of the smaller star lie."""


def stars(columns: int, rows: int) -> str:
    """Return `columns` × `rows` stars, each 2 units wide, the first with its middle at 0, 0.

    >>> stars(1, 1).count("Z")
    2
    """
    return "".join(
        _star(2.0 * column, 2.0 * row, size, turn)
        for row in range(rows)
        for column in range(columns)
        for size, turn in ((1.0, 0.0), (INNER, pi / 8))
    )


def _star(x: float, y: float, size: float, turn: float) -> str:
    radii = (size, size * CORNER)
    angles = (turn + point * pi / 8 for point in range(16))
    points = (
        (x + radii[point % 2] * cos(angle), y + radii[point % 2] * sin(angle)) for point, angle in enumerate(angles)
    )
    return "M" + "L".join(f"{px:.4f} {py:.4f}" for px, py in points) + "Z"
