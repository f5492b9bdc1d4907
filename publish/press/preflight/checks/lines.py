"""Whether lines, rules and letters are large enough to come out, and what is seen through."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from publish.model.said import Said, decimals
from publish.press.preflight.checks.standard import is_for_four_inks
from publish.press.preflight.checks.words import COLOURS
from publish.press.preflight.paint import Kind, space
from publish.press.preflight.registry import Examined, Fault, check
from publish.press.preflight.sheet import Sheet
from publish.press.preflight.things import Thing

HAIRLINE = 0.25
"""Points: a thinner line breaks up on the plate."""
_NEAR = 0.01
_OF_THE_PRESS = ("cmyk", "icc_cmyk", "grey", "icc_grey")
"""Kinds of space in which inks stay what they are when they are blended."""
_SEEN_THROUGH = {
    "ca": Said("saydam dolgu (ca)", "opacity of fills (ca)"),
    "CA": Said("saydam çizgi (CA)", "opacity of strokes (CA)"),
    "SMask": Said("yumuşak maske (SMask)", "a soft mask (SMask)"),
    "BM": Said("karışım kipi (BM)", "a blend mode (BM)"),
}
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
                yield _fault("B150", sheet, thing, thing.size, 2)
            width = _thin(thing, sheet)
            if width:
                yield _fault("B151", sheet, thing, width, 2)


def _fault(code: str, sheet: Sheet, thing: Thing, size: float, places: int) -> Fault:
    return Fault(code, sheet.number, sheet.area(thing.box), decimals(size, places) + " pt", order=size)


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
                    yield _fault(code, sheet, thing, thing.size, 1)


@check
def nothing_is_seen_through(file: Examined) -> Iterator[Fault]:
    """Find B160 (transparency) and B161 (transparency that blends in other colours than those of the press)."""
    for sheet, painted in file.pages:
        for why, box in painted.transparent:
            yield Fault("B160", sheet.number, sheet.area(box), _SEEN_THROUGH[why])
        if not painted.transparent:
            continue
        kind = _blend_of(sheet) or ("cmyk" if is_for_four_inks(file.pdf) else "unknown")
        if kind not in _OF_THE_PRESS:
            told = COLOURS[kind] if kind != "unknown" else Said("belirtilmemiş", "not said")
            yield Fault("B161", sheet.number, what=told)
        for kind, box in painted.blends:
            if kind not in _OF_THE_PRESS and box.meets(sheet.bleed):
                yield Fault("B161", sheet.number, sheet.area(box), COLOURS[kind])


def _blend_of(sheet: Sheet) -> Kind | None:
    """Return in which space a page blends; None where that of its printing condition counts (ISO 32000-1, 11.4.7)."""
    group = sheet.page.get("/Group")
    is_said = isinstance(group, pikepdf.Dictionary) and "/CS" in group
    return space(group.CS, sheet.resources).kind if is_said else None
