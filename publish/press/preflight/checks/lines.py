"""Whether lines, rules and letters are large enough to come out, and what is seen through."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Name

from publish.press.preflight.paint import space
from publish.press.preflight.registry import Examined, Fault, check
from publish.press.preflight.sheet import Sheet
from publish.press.preflight.things import Thing

HAIRLINE = 0.25
"""Points: a thinner line breaks up on the plate."""
_NEAR = 0.01
SMALL, SMALL_REVERSED = 4.5, 6.0
"""Points of letters that are hard to read; white ones on ink run full."""


@check
def lines_are_wide_enough(file: Examined) -> Iterator[Fault]:
    """Find B150 (strokes) and B151 (filled shapes that are lines in truth)."""
    for sheet, painted in file.pages:
        for thing in painted.things:
            if thing.paint.is_white:
                continue
            if thing.kind == "stroke" and thing.size < HAIRLINE - _NEAR:
                yield Fault("B150", sheet.number, sheet.area(thing.box), f"{thing.size:.2f} pt", order=thing.size)
            width = _thin(thing, sheet)
            if width:
                yield Fault("B151", sheet.number, sheet.area(thing.box), f"{width:.2f} pt", order=width)


def _thin(thing: Thing, sheet: Sheet) -> float:
    """Return how wide a shape is that is a line in truth, else nothing."""
    box = thing.box
    short, long = sorted((box.width * sheet.unit, box.height * sheet.unit))
    is_thin = thing.kind == "fill" and thing.is_rectangle and 0.001 < short < HAIRLINE - _NEAR and long > 1
    return short if is_thin else 0


@check
def letters_are_large_enough(file: Examined) -> Iterator[Fault]:
    """Find B152 (small letters) and B153 (small white letters)."""
    for sheet, painted in file.pages:
        for thing in painted.things:
            if thing.kind == "text":
                least, code = (SMALL_REVERSED, "B153") if thing.paint.is_white else (SMALL, "B152")
                if 0 < thing.size < least - 0.05:
                    yield Fault(code, sheet.number, sheet.area(thing.box), f"{thing.size:.1f} pt", order=thing.size)


@check
def nothing_is_seen_through(file: Examined) -> Iterator[Fault]:
    """Find B160 (transparency) and B161 (transparency that blends in other colours than those of the press)."""
    for sheet, painted in file.pages:
        for why, box in painted.transparent:
            yield Fault("B160", sheet.number, sheet.area(box), why)
        if painted.transparent:
            group = sheet.page.get("/Group")
            blend = space(group.get("/CS", Name.Unknown), sheet.resources) if _is_group(group) else None
            if blend is None or blend.kind not in ("cmyk", "icc_cmyk", "grey", "icc_grey"):
                yield Fault("B161", sheet.number, what=blend.kind.upper() if blend and blend.kind != "unknown" else "–")


def _is_group(group: object) -> bool:
    return isinstance(group, pikepdf.Dictionary)
