"""What is painted on a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from publish.press.boxes import Box
from publish.press.matrix import Matrix, matrix_of
from publish.press.preflight.paint import Kind, Paint


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
    blends: list[tuple[Kind, Box]] = field(default_factory=list)
    """Kinds of space that forms blend in which say so, and where."""
    transparent: list[tuple[str, Box]] = field(default_factory=list)
    """What is seen through: why, and where."""
    has_hidden_text: bool = False
    broken: str = ""
    """Why not all of it could be read."""


def meet(one: Box, other: Box) -> Box | None:
    """Return what both have in common, if they touch at all."""
    return one.within(other) if one.meets(other) else None


def fit(pattern: Any, box: Box) -> Matrix:
    """Return what puts the first tile of a pattern into a box."""
    x, y = (float(value) for value in list(pattern.get("/BBox", [0, 0]))[:2])
    a, b, c, d, _, _ = matrix_of(pattern)
    return (a, b, c, d, box.left - (a * x + c * y), box.bottom - (b * x + d * y))
