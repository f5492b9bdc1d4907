"""Whether the file says where pages are cut, how far they bleed, and says the same of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from publish.model.length import Mm, Pt
from publish.model.said import Said, decimals, short
from publish.press.boxes import HAIR, Box
from publish.press.preflight.registry import Examined, Fault, Wanted, check
from publish.press.preflight.sheet import Sheet
from publish.press.preflight.things import Thing

_SAME = Mm(0.3)
"""What two sizes may differ by: less than a knife is off by."""
_CREEP = Mm(5)
"""What the innermost sheet of a booklet may be narrower than the outermost: that of 64 pages, on both sides."""
_REACHES = Mm(0.3)
"""What ends so near to the trim is meant to reach it."""
_WIDE = Pt(1)
"""A line that is wider is an area."""
_ENOUGH = Mm(0.15)
"""What bleed may lack, for rounded numbers."""


def size(sheet: Sheet) -> Said:
    """Write how large a page is when cut, in mm."""
    return _written(*sheet.size)


def _written(width: Mm, height: Mm) -> Said:
    return short(round(width.value, 1)) + " × " + short(round(height.value, 1))


@check
def boxes_are_right(file: Examined) -> Iterator[Fault]:
    """Find B114 (no trim), B115 (boxes that do not lie within each other), B118 (turned), B119 (units of its own).

    A file whose pages are all turned alike is upright for whoever imposes it.
    """
    turned = Counter(sheet.rotation % 360 for sheet in file.sheets)
    usual = max(turned, key=lambda each: (turned[each], -each))
    for sheet in file.sheets:
        inner = sheet.trim.room(sheet.bleed) if sheet.has_bleed else sheet.trim.room(sheet.media)
        if not sheet.has_trim:
            yield Fault("B114", sheet.number)
        elif inner < -HAIR.value or not sheet.has_media or _is_cropped(sheet):
            yield Fault("B115", sheet.number)
        if sheet.rotation % 360 != usual:
            yield Fault("B118", sheet.number, what=f"{sheet.rotation}°")
        if sheet.unit != 1:
            yield Fault("B119", sheet.number, what=short(sheet.unit))


def _is_cropped(sheet: Sheet) -> bool:
    return sheet.crop is not None and sheet.trim.room(sheet.crop) < -HAIR.value


@check
def pages_are_of_one_size(file: Examined) -> Iterator[Fault]:
    """Find B117 (some pages are of another size) and B120 (all are of another size than was ordered)."""
    sizes = Counter(size(sheet) for sheet in file.sheets)
    can_be_told = any(sheet.has_trim for sheet in file.sheets)
    usual = max(sizes, key=lambda each: sizes[each])
    first = next(sheet for sheet in file.sheets if size(sheet) == usual)
    for sheet in file.sheets:
        if can_be_told and not sheet.has_trim:
            continue
        if not _alike(sheet.size, first.size) and not _creeps(sheet, first):
            yield Fault("B117", sheet.number, what=size(sheet) + " (≠ " + usual + ")")
        elif file.wanted.trim and not _alike(sheet.size, file.wanted.trim):
            yield Fault("B120", sheet.number, what=usual + " (≠ " + _written(*file.wanted.trim) + ")")


def _alike(one: tuple[Mm, Mm], other: tuple[Mm, Mm]) -> bool:
    return all(abs(a.value - b.value) <= _SAME.value for a, b in zip(one, other, strict=True))


def _creeps(sheet: Sheet, other: Sheet) -> bool:
    """Say whether two are sheets of a stapled booklet: two pages side by side, nearer to the spine in the middle."""
    (width, height), (wide, high) = sheet.size, other.size
    is_alike = sheet.media == other.media and abs(height.value - high.value) <= _SAME.value
    return is_alike and width > height and abs(width.value - wide.value) <= _CREEP.value


@check
def pages_bleed(file: Examined) -> Iterator[Fault]:
    """Find B116: less room around the trim than the bleed needs."""
    if not file.wanted.bleed.value:
        return
    for sheet in file.sheets:
        if not sheet.has_trim:
            continue
        has = Pt(sheet.trim.room(sheet.bleed) * sheet.unit).to_mm()
        if has.value < file.wanted.bleed.value - _ENOUGH.value:
            yield Fault("B116", sheet.number, what=decimals(max(has.value, 0), 1) + " mm", order=has.value)


@check
def art_reaches_the_bleed(file: Examined) -> Iterator[Fault]:
    """Find B121: something ends at the trim, and shows a white edge where the knife is a hair off."""
    for sheet, painted in file.pages:
        inked = [thing for thing in painted.things if _is_area(thing)]
        for thing in inked:
            for over, strip, inner in _ends(thing.box, sheet, file.wanted):
                is_covered = any(strip.room(each.box) >= -_near(sheet) for each in inked if each is not thing)
                if not is_covered and not file.is_bare(sheet, sheet.area(inner)):
                    has = max(Pt(over * sheet.unit).to_mm().value, 0)
                    yield Fault("B121", sheet.number, sheet.area(strip), decimals(has, 1) + " mm", order=over)


def _is_area(thing: Thing) -> bool:
    is_area = thing.kind != "text" and (thing.kind != "stroke" or thing.size > _WIDE.value)
    return is_area and not thing.paint.is_white


def _near(sheet: Sheet) -> float:
    return _REACHES.to_pt().value / sheet.unit


def _ends(box: Box, sheet: Sheet, wanted: Wanted) -> Iterator[tuple[float, Box, Box]]:
    """Yield how far a shape goes over the trim on the sides where it ends there, and the strips beyond and within."""
    trim = sheet.trim
    near = _near(sheet)
    far = Mm(max(wanted.bleed.value - _ENOUGH.value, 0)).to_pt().value / sheet.unit
    both = box.within(trim)
    if both.width <= 0 or both.height <= 0:
        return
    left, bottom, right, top = both
    sides = (
        (trim.left - box.left, Box(trim.left - far, bottom, trim.left, top), Box(left, bottom, left + near, top)),
        (box.right - trim.right, Box(trim.right, bottom, trim.right + far, top), Box(right - near, bottom, right, top)),
        (
            trim.bottom - box.bottom,
            Box(left, trim.bottom - far, right, trim.bottom),
            Box(left, bottom, right, bottom + near),
        ),
        (box.top - trim.top, Box(left, trim.top, right, trim.top + far), Box(left, top - near, right, top)),
    )
    yield from (side for side in sides if -near <= side[0] < far)
