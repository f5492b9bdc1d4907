"""Pages as pdfium reads and draws them: where text lies, and small pictures for the report."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # no stubs
from pypdfium2 import raw

from publish.model.press_report import Area, ShownPage
from publish.press.boxes import Box
from publish.press.preflight.sheet import Sheet

WIDTH = 420
"""Pixels of a picture's longer edge."""
QUALITY = 62
"""Of its JPEG."""


def open_drawn(content: bytes) -> pypdfium2.PdfDocument | None:
    """Return a file opened by pdfium; None where it cannot."""
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return None


def text_areas(document: pypdfium2.PdfDocument | None, sheet: Sheet) -> tuple[Area, ...]:
    """Return where lines of text lie on a page, those outside its trim left out."""
    if document is None:
        return ()
    try:
        page = document[sheet.number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ()
    edges = [ctypes.c_double() for _ in range(4)]
    areas = []
    for index in range(text.count_rects()):
        if raw.FPDFText_GetRect(text, index, *edges):
            left, top, right, bottom = (edge.value for edge in edges)
            areas.append(Box(left, bottom, right, top))
    text.close()
    page.close()
    return tuple(sheet.area(box) for box in areas if _overlaps(box, sheet.trim))


def _overlaps(box: Box, trim: Box) -> bool:
    both = box.within(trim)
    return both.width > 0 and both.height > 0


def draw(document: pypdfium2.PdfDocument | None, sheets: Sequence[Sheet]) -> tuple[ShownPage, ...]:
    """Return small pictures of pages, all that their MediaBoxes hold, with their boxes."""
    return tuple(
        ShownPage(sheet.number, sheet.area(sheet.trim), sheet.area(sheet.bleed), sheet.area(sheet.media), picture)
        for sheet in sheets
        for picture in (_picture(document, sheet),)
    )


def _picture(document: pypdfium2.PdfDocument | None, sheet: Sheet) -> bytes:
    if document is None:
        return b""
    try:
        page = document[sheet.number - 1]
        media = sheet.media
        page.set_cropbox(media.left, media.bottom, media.right, media.top)
        scale = WIDTH / max(page.get_size())
        image = page.render(scale=scale).to_pil().convert("RGB")
        page.close()
    except (pypdfium2.PdfiumError, ValueError, OSError, ZeroDivisionError, MemoryError):
        return b""
    file = BytesIO()
    image.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()
