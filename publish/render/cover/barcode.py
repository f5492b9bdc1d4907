"""An ISBN as the EAN-13 on the back of a book: bars, figures and the room they need, in millimetres of its own box.

The bars are those of `bookbarcode`; what stands around them is ours, so that the figures are set in our faces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bookbarcode import LayoutSpec, calculate_check_digit, validate_isbn13
from bookbarcode.geometry import build_bar_geometry

MODULE = 0.33
"""Width of the narrowest bar at 100 %, mm (GS1 General Specifications, “X-dimension”: 0.264–0.66 mm, 80–200 %)."""
HEIGHT = 22.85
"""Height of the bars at 100 %, mm (same place)."""
LEFT, RIGHT = 11, 7
"""Modules that stay blank before and behind the bars (same place, “Quiet Zones”)."""
BARS = 95
GUARD = 5
"""Modules by which guard bars are longer than the others."""
FIGURE = 7 / 0.6
"""Size in modules of figures of which each, 0.6 em wide, is as wide as its bars."""


@dataclass(frozen=True, slots=True)
class Barcode:
    """One symbol; lengths are millimetres from the left and from the top of its box."""

    number: str
    """Thirteen digits."""
    width: float
    """Quiet zones included."""
    height: float
    """From the head of the bars to the foot of the figures."""
    path: str
    """The bars, as the data of an SVG path."""
    figures: tuple[tuple[str, float, float], ...]
    """Runs of digits, where each begins and how wide it is."""
    figures_top: float
    size: float
    """Of the figures."""


def number(text: str) -> str | None:
    """Return the thirteen digits of an ISBN; None where it is none, or its check digit is wrong.

    >>> number("978-975-08-0294-2"), number("0-8044-2957-X"), number("978-975-08-0294-3")
    ('9789750802942', '9780804429573', None)
    """
    bare = "".join(char for char in text.upper() if char in "0123456789X")
    if re.fullmatch("[0-9]{9}[0-9X]", bare) and bare[-1] == _old_check_digit(bare):
        return f"978{bare[:-1]}{calculate_check_digit(f'978{bare[:-1]}')}"
    try:
        return str(validate_isbn13(bare))
    except ValueError:
        return None


def _old_check_digit(bare: str) -> str:
    """Return the last digit that the first nine of an ISBN of ten ask for (ISO 2108:1992)."""
    rest = -sum(int(digit, 11) * weight for digit, weight in zip(bare[:-1], range(10, 1, -1), strict=True)) % 11
    return "X" if rest == 10 else str(rest)


def barcode(digits: str, percent: int) -> Barcode:
    """Return the symbol of thirteen digits at `percent` of its usual size. Raises `ValueError` for a wrong number."""
    module, height = MODULE * percent / 100, HEIGHT * percent / 100
    width = (LEFT + BARS + RIGHT) * module
    bars = build_bar_geometry(digits, LayoutSpec(width, 2 * height, bar_height_mm=height))
    path = "".join(
        f"M{bar.x_mm:.4f} 0h{bar.width_mm:.4f}v{height + GUARD * module * bar.is_guard:.4f}h{-bar.width_mm:.4f}Z"
        for bar in bars
    )
    size = FIGURE * module
    runs = ((digits[0], 1, 7), (digits[1:7], LEFT + 3, 42), (digits[7:], LEFT + 50, 42))
    return Barcode(
        number=digits,
        width=width,
        height=height + module + 0.95 * size,
        path=path,
        figures=tuple((text, start * module, span * module) for text, start, span in runs),
        figures_top=height + module,
        size=size,
    )
