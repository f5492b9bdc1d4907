"""Whether the pages can be bound, none is empty, nothing is cut off, and all could be read."""

from __future__ import annotations

from collections.abc import Iterator

from publish.model.press_report import Area
from publish.model.said import Said, decimals
from publish.press.preflight.registry import Examined, Fault, check
from publish.press.preflight.sheet import Sheet

SAFE = 5.0
"""mm from the trim: a folded sheet is cut no nearer to where it should be."""
_NEARLY = 0.3
"""mm that may be missing: less than a knife is off by."""
_EDGE = 1.0
"""mm within the trim where a letter that is cut still shows: beyond it the page may end."""
_CUT = 0.2
"""mm that a letter's box may reach over the trim and be whole."""


@check
def pages_can_be_bound(file: Examined) -> Iterator[Fault]:
    """Find B170: stapled sheets have four pages each, a glued leaf has two."""
    parts = {"saddle_stitch": 4, "perfect_bound": 2}.get(file.wanted.binding or "", 1)
    if len(file.sheets) % parts:
        count = f"{len(file.sheets)}, "
        yield Fault("B170", what=count + Said(f"{parts} ve katları olmalı", f"not a multiple of {parts}"))


@check
def no_page_is_empty(file: Examined) -> Iterator[Fault]:
    """Find B171."""
    for sheet, painted in file.pages:
        if not painted.broken and all(thing.paint.is_white for thing in painted.things):
            yield Fault("B171", sheet.number)


@check
def text_is_not_cut(file: Examined) -> Iterator[Fault]:
    """Find B172 (text too near to the trim) and B173 (text over the trim)."""
    for sheet, areas in zip(file.sheets, file.text, strict=True):
        for area in areas:
            room = _room(area, sheet)
            if room >= SAFE - _NEARLY or not _is_seen_outside(area, sheet, file):
                continue
            if room < -_CUT:
                yield Fault("B173", sheet.number, area, decimals(-room, 1) + " mm", order=room)
            else:
                yield Fault("B172", sheet.number, area, decimals(max(room, 0), 1) + " mm", order=room)


def _is_seen_outside(area: Area, sheet: Sheet, file: Examined) -> bool:
    """Say whether a text that is too near to the trim shows there: what is clipped or white does not."""
    width, height = (edge.value for edge in sheet.size)
    safe = _EDGE if _room(area, sheet) < -_CUT else SAFE - _NEARLY
    right, bottom = area.left + area.width, area.top + area.height
    number, wide, high = area.page_number, area.width, area.height
    beyond = (
        Area(number, area.left, area.top, min(safe - area.left, wide), high),
        Area(number, area.left, area.top, wide, min(safe - area.top, high)),
        Area(number, max(width - safe, area.left), area.top, min(right - width + safe, wide), high),
        Area(number, area.left, max(height - safe, area.top), wide, min(bottom - height + safe, high)),
    )
    return any(each.width > 0 and each.height > 0 and not file.is_bare(sheet, each) for each in beyond)


def _room(area: Area, sheet: Sheet) -> float:
    width, height = (edge.value for edge in sheet.size)
    return min(area.left, area.top, width - area.left - area.width, height - area.top - area.height)


@check
def pages_can_be_read(file: Examined) -> Iterator[Fault]:
    """Find B181."""
    for sheet, painted in file.pages:
        if painted.broken:
            yield Fault("B181", sheet.number, what=Said("sayfanın içeriği bozuk", painted.broken))
