"""Crop marks: where the knife goes, in the colour that every plate has, outside what is printed."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name

from publish.model.length import Mm
from publish.press.boxes import Box

LENGTH = Mm(5)
"""Of a mark."""
GAP = Mm(1)
"""Between the bleed and a mark."""
NEAREST = Mm(3)
"""No mark is nearer to the trim, so that a knife a little off leaves none on the page."""
WIDTH = 0.25
"""Of a line, points; the usual hairline of marks."""
DASHES = "[3 1.5] 0"
"""Of the marks of folds, points: a fold is no cut."""
SPACE = "/PressRegistration"
"""Name of the colour space among a page's resources."""


def offset(bleed: Mm) -> Mm:
    """Return how far marks stand from the trim.

    >>> offset(Mm(3)), offset(Mm(0))
    (Mm(value=4), Mm(value=3))
    """
    return max(Mm(bleed.value + GAP.value), NEAREST)


def slug(bleed: Mm) -> Mm:
    """Return how much paper marks need around the trim.

    >>> slug(Mm(3))
    Mm(value=9)
    """
    return Mm(offset(bleed).value + LENGTH.value)


def registration() -> Array:
    """Return the colour that prints on every plate (ISO 32000-1, 8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def fold_marks(trim: Box, bleed: Mm, folds: tuple[Mm, ...]) -> bytes:
    """Return instructions that draw a dashed mark over and under each fold, told from the trim's left."""
    near, far = offset(bleed).to_pt().value, slug(bleed).to_pt().value
    lines = [
        f"{trim.left + fold.to_pt().value:.3f} {y + side * near:.3f} m "
        f"{trim.left + fold.to_pt().value:.3f} {y + side * far:.3f} l S"
        for fold in folds
        for y, side in ((trim.bottom, -1), (trim.top, 1))
    ]
    return "\n".join([f"q {SPACE} CS 1 SCN {WIDTH} w 0 J {DASHES} d", *lines, "Q\n"]).encode() if folds else b""


def crop_marks(trim: Box, bleed: Mm) -> bytes:
    """Return instructions that draw two marks at each corner of the trim."""
    near, far = offset(bleed).to_pt().value, slug(bleed).to_pt().value
    lines = [
        f"{x:.4f} {y + side * near:.4f} m {x:.4f} {y + side * far:.4f} l S"
        for x in (trim.left, trim.right)
        for y, side in ((trim.bottom, -1), (trim.top, 1))
    ]
    lines += [
        f"{x + side * near:.4f} {y:.4f} m {x + side * far:.4f} {y:.4f} l S"
        for y in (trim.bottom, trim.top)
        for x, side in ((trim.left, -1), (trim.right, 1))
    ]
    return "\n".join([f"q {SPACE} CS 1 SCN {WIDTH} w 0 J [] 0 d", *lines, "Q\n"]).encode()
