"""The paper that goes through the printer: sizes by their names, and the smallest that takes two pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from publish.model.length import Mm

SLACK = Mm(0.5)
"""What pages may be too large for a sheet, or differ from each other: word processors round, and no knife holds it."""
SHORTEST, LONGEST = Mm(50), Mm(2000)
"""Edges that a sheet may have; one of 2 m is beyond any press."""


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A sheet as it lies before the printer, the long edge below."""

    name: str
    width: Mm
    height: Mm

    def takes(self, width: Mm, height: Mm) -> bool:
        """Say whether two pages of that size fit side by side."""
        return 2 * width.value <= self.width.value + SLACK.value and height.value <= self.height.value + SLACK.value


USUAL = (
    SheetSize("A5", Mm(210), Mm(148)),
    SheetSize("A4", Mm(297), Mm(210)),
    SheetSize("A3", Mm(420), Mm(297)),
    SheetSize("SRA3", Mm(450), Mm(320)),
)
"""What lies in the trays of offices and digital printers, by size: ISO 216, and ISO 217 for the untrimmed one."""
LARGER = (
    SheetSize("SRA4", Mm(320), Mm(225)),
    SheetSize("A2", Mm(594), Mm(420)),
    SheetSize("SRA2", Mm(640), Mm(450)),
)
"""Those that one has to ask for."""
AMERICAN = (
    SheetSize("Letter", Mm(279.4), Mm(215.9)),
    SheetSize("Tabloid", Mm(431.8), Mm(279.4)),
)
"""Those that nobody is advised to take here."""
BY_AREA = tuple(sorted((*USUAL, *LARGER), key=lambda size: size.width.value * size.height.value))
NAMED = (*BY_AREA, *AMERICAN)


def smallest(width: Mm, height: Mm) -> SheetSize | None:
    """Return the smallest usual sheet that takes two pages of that size; None where there is none.

    >>> [found.name for trim in ((148, 210), (135, 210), (160, 240)) if (found := smallest(*map(Mm, trim)))]
    ['A4', 'A4', 'A3']
    """
    return next((size for size in USUAL if size.takes(width, height)), None)


def named(text: str) -> SheetSize:
    """Return the sheet of a name, or of two edges in mm; raises `ValueError` for any other text.

    >>> named("sra3").name, named("330x487")
    ('SRA3', SheetSize(name='330x487', width=Mm(value=487.0), height=Mm(value=330.0)))
    """
    for size in NAMED:
        if text.upper() == size.name.upper():
            return size
    edges = re.fullmatch(r"([0-9]{1,4}(?:[.,][0-9]{1,2})?)[x×]([0-9]{1,4}(?:[.,][0-9]{1,2})?)", text)
    if edges is None:
        raise ValueError(text)
    short, long = sorted(Mm(float(edge.replace(",", "."))) for edge in edges.groups())
    if short < SHORTEST or long > LONGEST:
        raise ValueError(text)
    return SheetSize(text, long, short)
