"""Pages on the four plates, by Ghostscript: how much ink lies on each spot within the bleed. It measures, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import Any

import pikepdf
from PIL import Image, ImageFilter, ImageMath

from publish.model.failure import PublishError
from publish.model.press_report import Area
from publish.model.world import World
from publish.press.boxes import Box
from publish.press.preflight.paint import Paint
from publish.press.preflight.registry import Inked
from publish.press.preflight.sheet import Sheet
from publish.press.preflight.things import Painted

DPI = 72
"""A dot a point: a spot of too much ink that is smaller dries."""
AT_ONCE = 12
"""Pages that are held in memory together."""
SECONDS = 120
"""For so many pages; a file that takes longer is not measured."""
_BYTE = 2.55
"""Of a plate's byte, what a per cent is."""
_ROUNDING = 3
"""Of a plate's byte, what compression leaves where nothing was."""
_LARGEST = 40_000_000
"""Dots of a page; what is larger is no page of a book."""
_UNDECIDED = ("rgb", "icc_rgb", "lab")
"""Kinds of colour that are no inks yet."""
_HEAD = re.compile(rb"P7\nWIDTH (\d+)\nHEIGHT (\d+)\n(?:(?!ENDHDR)[^\n]*\n)*ENDHDR\n")


def needs_rendering(painted: Painted) -> bool:
    """Say whether a page can hold more ink than black alone gives, all of it chosen by who made the page.

    What RGB comes to in ink is not known before somebody converts it, and that it is there is a fault of its own.
    """
    if any(thing.paint.kind in _UNDECIDED for thing in painted.things):
        return False
    return bool(painted.transparent) or any(not _is_one_ink(thing.paint) for thing in painted.things)


def _is_one_ink(paint: Paint) -> bool:
    return paint.is_black_only or paint.is_white


def measure(
    pdf: pikepdf.Pdf, content: bytes, pages: Sequence[tuple[Sheet, Painted]], limit: int, world: World
) -> tuple[Mapping[int, Inked], str]:
    """Return what lies on the pages given, by their numbers, and why it could not be measured, else "".

    A page that does not say how far it bleeds is told to: marks around it are no part of it.
    """
    content = content if all(sheet.has_bleed for sheet, _ in pages) else _with_bleeds(pdf, pages)
    inked: dict[int, Inked] = {}
    small = [(sheet, painted) for sheet, painted in pages if _dots(sheet) < _LARGEST]
    try:
        for first in range(0, len(small), AT_ONCE):
            batch = small[first : first + AT_ONCE]
            world.progress("gs", first, len(small))
            numbers = ",".join(str(sheet.number) for sheet, _ in batch)
            command = (
                "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pamcmyk32", f"-r{DPI}", "-dUseBleedBox",
                f"-sPageList={numbers}", "-dOverprint=/simulate", "-sOutputFile=%stdout", "-sstdout=%stderr", "-",
            )  # fmt: skip
            pictures = _pictures(world.run(command, content, SECONDS))
            for (sheet, painted), picture in zip(batch, pictures, strict=False):
                inked[sheet.number] = _inked(picture, sheet, painted, limit)
    except PublishError as error:
        return inked, error.values["reason"]
    return inked, "" if len(inked) == len(pages) else f"{len(pages) - len(inked)} / {len(pages)}"


def _with_bleeds(pdf: pikepdf.Pdf, pages: Sequence[tuple[Sheet, Painted]]) -> bytes:
    for sheet, _ in pages:
        sheet.page.BleedBox = sheet.bleed.write()
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


def _dots(sheet: Sheet) -> float:
    box = sheet.bleed
    return (box.right - box.left) * (box.top - box.bottom) * sheet.unit**2


def _pictures(data: bytes) -> Iterator[Image.Image]:
    """Yield the pages of a PAM stream, a byte an ink."""
    position = 0
    while match := _HEAD.match(data, position):
        width, height = int(match[1]), int(match[2])
        end = match.end() + 4 * width * height
        if end > len(data):
            return
        yield Image.frombytes("CMYK", (width, height), data[match.end() : end])
        position = end


def _inked(picture: Image.Image, sheet: Sheet, painted: Painted, limit: int) -> Inked:
    black = frozenset(_without_colour(picture, sheet, painted))
    # a dot of a photograph may have a little more than its neighbours where it was compressed; paper takes their mean
    plates = dict(zip("cmyk", picture.filter(ImageFilter.BoxBlur(1)).split(), strict=True))
    total = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"] + of["k"], **plates)
    most = total.getextrema()[1] / _BYTE
    over = total.point(lambda value: value - round(limit * _BYTE)) if most > limit else None
    if over is None:
        return Inked(most, 0, None, black)
    mask = ImageMath.lambda_eval(lambda of: of["convert"](of["min"](of["max"](of["o"], 0), 1) * 255, "L"), o=over)
    share = 100 * mask.histogram()[255] / (mask.width * mask.height)
    box = mask.getbbox()
    return Inked(most, share, _area(box, picture, sheet) if box else None, black)


def _without_colour(picture: Image.Image, sheet: Sheet, painted: Painted) -> Iterator[Box]:
    """Yield where pictures and gradients whose space could hold colour are on the black plate alone."""
    bleed = sheet.area(sheet.bleed)
    across, down = picture.width / bleed.width, picture.height / bleed.height
    coloured = Image.merge("RGB", picture.split()[:3])
    for box in {thing.box for thing in painted.things if thing.kind in ("picture", "gradient")}:
        area = sheet.area(box)
        left, top = (area.left - bleed.left) * across, (area.top - bleed.top) * down
        edges = (left, top, left + max(area.width * across, 1), top + max(area.height * down, 1))
        clipped = (max(int(edges[0]), 0), max(int(edges[1]), 0), ceil(edges[2]), ceil(edges[3]))
        extrema: Any = coloured.crop(clipped).getextrema()
        if max(most for _, most in extrema) <= _ROUNDING:
            yield box


def _area(box: tuple[int, int, int, int], picture: Image.Image, sheet: Sheet) -> Area:
    """Return where dots of an upright picture are on the page."""
    bleed = sheet.area(sheet.bleed)
    across, down = bleed.width / picture.width, bleed.height / picture.height
    left, top, right, bottom = box
    return Area(
        sheet.number,
        round(bleed.left + left * across, 2),
        round(bleed.top + top * down, 2),
        round((right - left) * across, 2),
        round((bottom - top) * down, 2),
    )
