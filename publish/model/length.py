"""Lengths on paper: millimetres and points, never bare floats, and the one place that converts between them."""

from __future__ import annotations

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4  # 1 in = 25.4 mm = 72 pt (the PDF point, ISO 32000-1 §8.3.2.3)


@dataclass(frozen=True, slots=True, order=True)
class Mm:
    """A length in millimetres."""

    value: float

    def to_pt(self) -> Pt:
        """Convert to points.

        >>> Mm(25.4).to_pt()
        Pt(value=72.0)
        """
        return Pt(self.value * POINTS_PER_MM)


@dataclass(frozen=True, slots=True, order=True)
class Pt:
    """A length in PDF points."""

    value: float

    def to_mm(self) -> Mm:
        """Convert to millimetres.

        >>> Pt(72).to_mm()
        Mm(value=25.4)
        """
        return Mm(self.value / POINTS_PER_MM)
