"""Whether pictures have enough pixels at the size that they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from publish.model.length import Mm
from publish.press.preflight.registry import Examined, Fault, check

COARSE, SOFT = 150, 300
"""Pixels an inch of photographs: fewer show as squares; fewer are soft beside what offset can print."""
LINE_COARSE, LINE_SOFT = 300, 600
"""The same of pictures in pure black and white, whose edges show as stairs."""
_ROUNDING = 0.99
_SMALLEST = Mm(2)
"""Edge of what is looked at as a picture."""


@check
def pictures_are_fine_enough(file: Examined) -> Iterator[Fault]:
    """Find B140 (too coarse to print) and B141 (softer than it could be)."""
    for sheet, painted in file.pages:
        for thing in painted.things:
            if thing.picture is None or min(thing.across) < _SMALLEST.to_pt().value:
                continue
            wide, high = (int(thing.picture.get(key, 0)) for key in ("/Width", "/Height"))
            fineness = min(wide / thing.across[0], high / thing.across[1]) * 72  # points an inch
            is_line = _is_line_art(thing.picture)
            coarse, soft = (LINE_COARSE, LINE_SOFT) if is_line else (COARSE, SOFT)
            if fineness < soft * _ROUNDING and min(wide, high) > 1:  # a row of dots is a gradient
                code = "B140" if fineness < coarse * _ROUNDING else "B141"
                yield Fault(code, sheet.number, sheet.area(thing.box), f"{fineness:.0f} ppi", order=fineness)


def _is_line_art(picture: Any) -> bool:
    """Say whether a picture is in pure black and white; two kinds of compression know nothing else."""
    written = picture.get("/Filter")
    filters = [str(each) for each in written] if isinstance(written, pikepdf.Array) else [str(written)]
    is_flat = {"/CCITTFaxDecode", "/JBIG2Decode"} & set(filters)
    return bool(is_flat or picture.get("/ImageMask", False)) or picture.get("/BitsPerComponent") == 1
